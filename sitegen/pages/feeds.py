"""What machines read: feeds, sitemaps, robots.txt; and the pages that are nobody's list: 404 and search."""

from collections.abc import Iterator

from sitegen import urls
from sitegen.catalog import queries
from sitegen.catalog.queries import Stored
from sitegen.markup import escape
from sitegen.model import TERM_KINDS, Article
from sitegen.pages.article import decode, references
from sitegen.pages.base import Archive, Family, Kind, Planned, Span, single, within
from sitegen.views import CrossReference, FeedEntry, FeedView, PlainView, SitemapView

ENTRIES = 30  # articles in a feed
MAX_ADDRESSES = 50_000  # in one sitemap: sitemaps.org, "Using Sitemap index files"


def _plan_feeds(_: Archive, facet: str, __: tuple[Span, ...]) -> Iterator[Planned]:
    yield Planned("feed.xml", "atom", facet)
    yield Planned("rss.xml", "rss", facet)
    yield Planned("feed.json", "json_feed", facet)


def _feed(archive: Archive, planned: Planned) -> FeedView:
    entries = tuple(_entry(archive, number) for number in queries.newest(archive.db, ENTRIES))
    return FeedView(archive.site.title, planned.path, "index.html", _latest(entries), entries)


def _entry(archive: Archive, number: int) -> FeedEntry:
    stored = queries.article(archive.db, number)
    if stored is None:
        raise LookupError(number)
    article = decode(stored.text)
    record = article.record
    return FeedEntry(
        path=urls.href(stored.path),
        title=stored.title,
        summary=stored.summary,
        content=_content(archive, stored, article),
        date=record.date,
        updated=record.updated,
        authors=record.authors,
        tags=record.tags,
    )


def _content(archive: Archive, stored: Stored, article: Article) -> str:
    """The story for a feed reader: references as paragraphs, with whole addresses where the archive has one."""
    pointers = references(archive, stored, article.record)
    return "".join(part if isinstance(part, str) else _pointer(archive, pointers[part]) for part in article.parts)


def _pointer(archive: Archive, one: CrossReference) -> str:
    base = archive.site.base_url
    target = base + one.path if base and one.path else one.url
    words = escape(one.text)
    return f'<p><a href="{escape(target)}">{words}</a></p>\n' if target else f"<p>{words}</p>\n"


def _term_feed(archive: Archive, planned: Planned) -> FeedView | None:
    kind, slug = planned.facet.split("/")
    term = archive.term(kind, slug)
    if term is None:
        return None
    entries = queries.term_entries(archive.db, term.id, ENTRIES)
    return FeedView(
        f"{term.name} – {archive.site.title}", planned.path, urls.term_path(term.kind, slug), _latest(entries), entries
    )


def _latest(entries: tuple[FeedEntry, ...]) -> str | None:
    return max((date for entry in entries if (date := entry.updated or entry.date)), default=None)


def _groups(archive: Archive) -> list[tuple[str, int]]:
    """The parts of the archive that have sitemaps, each with how many addresses it has."""
    db = archive.db
    years = [(year, queries.span_count(db, year)) for year, _ in queries.years(db)]
    terms = [(kind, queries.count_terms(db, kind)) for kind in TERM_KINDS]
    return [("calendar", len(list(_calendar(archive)))), *years, ("undated", queries.span_count(db, "")), *terms]


def _calendar(archive: Archive) -> Iterator[tuple[str, str | None]]:
    yield "", None
    for length in (4, 7, 10):
        yield from ((urls.address(urls.date_path(part)), None) for part in queries.calendar(archive.db, length))


def _addresses(archive: Archive, group: str) -> Iterator[tuple[str, str | None]]:
    """The addresses of one group, each with the date of its last change where one is known."""
    kind = next((kind for kind in TERM_KINDS if kind == group), None)
    if group == "calendar":
        yield from _calendar(archive)
    elif kind:
        yield from ((urls.address(urls.term_path(kind, slug)), None) for slug in queries.term_slugs(archive.db, kind))
    else:
        found = queries.addresses(archive.db, "" if group == "undated" else group)
        yield from ((urls.address(path), changed) for path, changed in found)


def _plan_sitemaps(archive: Archive, facet: str, spans: tuple[Span, ...]) -> Iterator[Planned]:
    if not archive.site.base_url:
        return
    yield Planned("sitemap.xml", "sitemap", facet)
    groups = _groups(archive)
    if sum(count for _, count in groups) <= MAX_ADDRESSES:
        return
    for group, count in groups:
        for number in range(1, -(-count // MAX_ADDRESSES) + 1):
            yield Planned(f"sitemap/{group}-{number}.xml", "sitemap_part", facet, number, within(group, spans))


def _sitemap(archive: Archive, planned: Planned) -> SitemapView:
    parts = tuple(one.path for one in _plan_sitemaps(archive, planned.facet, ()) if one.kind == "sitemap_part")
    if parts:
        return SitemapView((), parts)
    return SitemapView(tuple(entry for group, _ in _groups(archive) for entry in _addresses(archive, group)))


def _sitemap_part(archive: Archive, planned: Planned) -> SitemapView:
    group, _, number = planned.path.removeprefix("sitemap/").removesuffix(".xml").rpartition("-")
    start = (int(number) - 1) * MAX_ADDRESSES
    return SitemapView(tuple(_addresses(archive, group))[start : start + MAX_ADDRESSES])


def _robots(archive: Archive, _: Planned) -> PlainView:
    return PlainView(archive.site.title)


def _missing(_: Archive, __: Planned) -> PlainView:
    return PlainView("Page not found")


FAMILIES = (
    Family("feed", lambda _: ("feed",), _plan_feeds),
    Family("sitemap", lambda _: ("sitemap",), _plan_sitemaps),
    single("robots", "robots.txt"),
    single("404", "404.html"),
)
KINDS = {
    "atom": Kind("atom", _feed),
    "rss": Kind("rss", _feed),
    "json_feed": Kind("json_feed", _feed),
    "term_feed": Kind("atom", _term_feed),
    "sitemap": Kind("sitemap", _sitemap),
    "sitemap_part": Kind("sitemap", _sitemap_part),
    "robots": Kind("robots", _robots),
    "404": Kind("404.html", _missing),
}
