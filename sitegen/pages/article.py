"""The article's page, and the pages at its old addresses."""

import re
from collections.abc import Iterator
from functools import partial
from pathlib import PurePosixPath

import msgspec

from sitegen import urls
from sitegen.catalog import aliases, queries
from sitegen.catalog.queries import Stored
from sitegen.memory import Memory
from sitegen.model import TERM_KINDS, Article, Record, TermKind
from sitegen.pages.base import Archive, Family, Kind, Planned, Span, rest
from sitegen.views import ArticleView, CrossReference, Figure, Link, RedirectView

# `Correction: …`, `*CORRECTION, 4 May: …`, `Correction (May 4): …`: the page has the word itself, before each.
_LABEL = re.compile(
    r"[*\s]*corrections?(?: (?:&|and) clarifications?)?(?:\s*[:–—]\s*|,\s+(?=(?-i:[A-Z\d]))|\s+\((?P<day>[^()]{3,40})\):)",
    re.IGNORECASE,
)
_decoder = msgspec.json.Decoder(Article)


def decode(text: bytes) -> Article:
    """An article as the catalogue keeps it."""
    return _decoder.decode(text)


def _every(archive: Archive) -> Iterator[str]:
    yield from (f"article/{number}" for number, _ in queries.article_paths(archive.db))


def _plan(archive: Archive, facet: str, _: tuple[Span, ...]) -> Iterator[Planned]:
    number = int(rest(facet))
    path = queries.article_path(archive.db, number)
    if path is not None:
        yield Planned(path, "article", facet)
        yield from _redirects(archive, number, facet)


def _redirects(archive: Archive, number: int, facet: str) -> Iterator[Planned]:
    for n, alias in enumerate(aliases.of_article(archive.db, number), 1):
        yield Planned(alias, "redirect", facet, n)


def _plan_all(archive: Archive) -> Iterator[Planned]:
    """What `_plan` gives for each article, in one walk."""
    redirects = queries.has_any(archive.db, "alias")
    for number, path in queries.article_paths(archive.db):
        facet = f"article/{number}"
        yield Planned(path, "article", facet)
        if redirects:
            yield from _redirects(archive, number, facet)


def _view(archive: Archive, planned: Planned) -> ArticleView | None:
    stored = queries.article(archive.db, int(rest(planned.facet)))
    if stored is None:
        return None
    article = decode(stored.text)
    record = article.record
    previous, following = archive.neighbours(stored.sort) if stored.date else (None, None)
    return ArticleView(
        title=stored.title,
        untitled=record.title is None,
        dek=record.dek,
        summary=stored.summary,
        kicker=_links("sections", (record.section,))[0] if record.section else None,
        authors=_links("authors", record.authors),
        contributors=record.contributors,
        agency=record.agency,
        date=record.date,
        date_link=urls.date_path(record.date) if record.date else None,
        date_basis=record.date_basis,
        updated=record.updated,
        dateline=record.dateline,
        parts=article.parts,
        figures=figures(archive, stored, record),
        references=references(archive, stored, record),
        placed=tuple(part for part in article.parts if isinstance(part, int)),
        corrections=tuple(map(unlabelled, record.corrections)),
        notes=record.notes,
        tags=_links("tags", record.tags),
        people=_links("people", record.people),
        places=_links("places", record.places),
        organizations=_links("organizations", record.organizations),
        previous=previous,
        next=following,
        mentions=queries.mentions(archive.db, stored.id) if archive.has_references else (),
        words=article.words,
        language=record.language,
        draft=record.draft,
        source=record.source,
        digest=article.digest,
        credited_source=record.credited_source,
        extra=record.extra,
        fingerprint=stored.fingerprint,
    )


def unlabelled(correction: str) -> str:
    """A correction without the word that it opens with: the page sets it before each. The record keeps it, as it was printed."""
    match = _LABEL.match(correction)
    if match is None or match.end() == len(correction):
        return correction
    return f"{match['day']}:{correction[match.end() :]}" if match["day"] else correction[match.end() :]


def _links(kind: TermKind, names: tuple[str, ...]) -> tuple[Link, ...]:
    return tuple(map(_LINKS[kind].__getitem__, names))


def _link(kind: TermKind, name: str) -> Link:
    return Link(name, urls.term_path(kind, urls.term_slug(name)))


_LINKS = {kind: Memory[str, Link](partial(_link, kind), 16_384) for kind in TERM_KINDS}


def references(archive: Archive, stored: Stored, record: Record) -> tuple[CrossReference, ...]:
    """An article's references, each with where it leads."""
    if not record.references:
        return ()
    targets = queries.targets(archive.db, stored.id)
    made = []
    for n, one in enumerate(record.references):
        path, title = targets.get(n, (None, None))
        made.append(
            CrossReference(one.kind, one.text, path, urls.outside(one.url) if one.url else None, _other(title, one.text))
        )
    return tuple(made)


def _other(title: str | None, text: str) -> str | None:
    """A target's headline, where it has other words than the reference to it."""
    same = title is None or [*filter(str.isalnum, title.casefold())] == [*filter(str.isalnum, text.casefold())]
    return None if same else title


def figures(archive: Archive, stored: Stored, record: Record) -> tuple[Figure, ...]:
    """The pictures that front matter names, then those beside the source, each with the next caption; then captions left over."""
    named = [(queries.picture(archive.db, beside(record.source, image.file)), image) for image in record.images]
    figures = [
        Figure(found.path, found.width, found.height, image.alt or image.caption or "", image.caption, image.credit)
        for found, image in named
        if found
    ]
    shown = {figure.path for figure in figures}
    captions = list(record.captions)
    for found in queries.pictures(archive.db, stored.base) if archive.has_pictures else ():
        if found.path not in shown:
            words = captions.pop(0) if captions else None
            text, credit = (words.text, words.credit) if words else (None, None)
            figures.append(Figure(found.path, found.width, found.height, text or "", text, credit))
    figures += [Figure(None, caption=caption.text, credit=caption.credit) for caption in captions]
    return tuple(figures)


def beside(source: str, file: str) -> str:
    """The path of a file that a source names, from the content folder; a leading slash begins there."""
    if file.startswith("/"):
        return file.lstrip("/")
    parts: list[str] = []
    for part in (PurePosixPath(source).parent / file).parts:
        if part != "..":
            parts.append(part)
        elif parts:
            parts.pop()
    return "/".join(parts)


def _redirect(archive: Archive, planned: Planned) -> RedirectView | None:
    stored = queries.article(archive.db, int(rest(planned.facet)))
    return RedirectView(stored.title, urls.href(stored.path)) if stored else None


FAMILIES = (Family("article", _every, _plan, _plan_all),)
KINDS = {"article": Kind("article.html", _view), "redirect": Kind("redirect.html", _redirect)}
