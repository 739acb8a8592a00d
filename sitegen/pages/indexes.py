"""The A–Z indexes of terms, and the front page."""

from collections.abc import Iterator

from sitegen import urls
from sitegen.catalog import queries
from sitegen.catalog.queries import Term
from sitegen.model import TERM_KINDS, TermKind
from sitegen.pages.article import decode, figures
from sitegen.pages.base import Archive, Family, Kind, Planned, Span, rest, single, within
from sitegen.views import Figure, FrontView, Group, IndexView, Link

INLINE = 600  # terms that one index page can hold; with more, each letter has pages of its own
PER_PAGE = 1000
_FRONT_NEWEST = 20
_FRONT_TERMS = 12
_FREQUENT = 60


def _kind_of(facet: str) -> TermKind:
    return next(kind for kind in TERM_KINDS if kind == rest(facet))


def _plan(archive: Archive, facet: str, spans: tuple[Span, ...]) -> Iterator[Planned]:
    kind = _kind_of(facet)
    yield Planned(f"{kind}/index.html", "terms", facet)
    letters = queries.letters(archive.db, kind)
    if sum(count for _, count in letters) <= INLINE:
        return
    for letter, count in letters:
        reached = within(letter, spans)
        for page in range(-(-count // PER_PAGE)):
            yield Planned(_letter_path(kind, letter, page), "letter", facet, page, reached)


def _letter_path(kind: TermKind, letter: str, page: int = 0) -> str:
    return urls.list_path(f"{kind}/letter/{letter}/index.html", page + 1 if page else None)


def _name(letter: str) -> str:
    return "0-9" if letter == "0" else letter.upper()


def _link(term: Term) -> Link:
    return Link(term.name, urls.term_path(term.kind, term.slug), term.count)


def _index(archive: Archive, planned: Planned) -> IndexView:
    kind = _kind_of(planned.facet)
    letters = queries.letters(archive.db, kind)
    total = sum(count for _, count in letters)
    inline = total <= INLINE
    return IndexView(
        kind=kind,
        count=total,
        letter=None,
        letters=tuple(
            Link(_name(letter), f"{kind}/index.html#letter-{_name(letter)}" if inline else _letter_path(kind, letter), count)
            for letter, count in letters
        ),
        groups=tuple(_group(archive, kind, letter) for letter, _ in letters) if inline else (),
        frequent=() if inline else tuple(map(_link, queries.frequent(archive.db, kind, _FREQUENT))),
    )


def _group(archive: Archive, kind: TermKind, letter: str, start: int = 0, limit: int = -1) -> Group:
    return Group(_name(letter), tuple(map(_link, queries.terms(archive.db, kind, letter, start, limit))))


def _letter(archive: Archive, planned: Planned) -> IndexView:
    kind = _kind_of(planned.facet)
    letter = planned.path.split("/")[2]
    letters = queries.letters(archive.db, kind)
    pages = range(-(-dict(letters).get(letter, 0) // PER_PAGE))
    return IndexView(
        kind=kind,
        count=dict(letters).get(letter, 0),
        letter=_name(letter),
        letters=tuple(Link(_name(one), _letter_path(kind, one)) for one, _ in letters),
        groups=(_group(archive, kind, letter, planned.number * PER_PAGE, PER_PAGE),),
        frequent=(),
        pages=tuple(Link(str(page + 1), _letter_path(kind, letter, page)) for page in pages) if len(pages) > 1 else (),
        number=planned.number + 1,
    )


def _front(archive: Archive, _: Planned) -> FrontView:
    db = archive.db
    numbers = queries.newest(db, _FRONT_NEWEST + 1)
    newest = [queries.teaser(db, number) for number in numbers]
    first, last = queries.extent(db)
    undated = queries.span_count(db, "")
    return FrontView(
        count=queries.count_articles(db),
        first=first,
        last=last,
        lead=newest[0] if newest else None,
        lead_figure=_lead_figure(archive, numbers[0]) if numbers else None,
        newest=tuple(newest[1:]),
        years=tuple(Link(year, urls.date_path(year), count) for year, count in queries.years(db)),
        sections=tuple(_sections(archive)),
        terms=tuple((kind, tuple(map(_link, queries.frequent(db, kind, _FRONT_TERMS)))) for kind in TERM_KINDS[:4]),
        undated=Link("Undated", urls.date_path(""), undated) if undated else None,
    )


def _lead_figure(archive: Archive, number: int) -> Figure | None:
    stored = queries.article(archive.db, number)
    if stored is None:
        return None
    return next((figure for figure in figures(archive, stored, decode(stored.text).record) if figure.path), None)


def _sections(archive: Archive) -> Iterator[Link]:
    """Sections in the order of the settings, then by name."""
    found = {
        term.slug: term
        for letter, _ in queries.letters(archive.db, "sections")
        for term in queries.terms(archive.db, "sections", letter)
    }
    for name in archive.site.sections:
        if term := found.pop(urls.term_slug(name), None):
            yield _link(term)
    yield from map(_link, found.values())


FAMILIES = (
    single("front", "index.html"),
    Family("index", lambda _: (f"index/{kind}" for kind in TERM_KINDS), _plan),
)
KINDS = {"front": Kind("front.html", _front), "terms": Kind("terms.html", _index), "letter": Kind("terms.html", _letter)}
