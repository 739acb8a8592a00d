"""Facets: families of pages that share what they are made from, and which of them a change to an article can reach.

A facet is a short name: `article/17`, `tags/syria`, `month/2013-06`, `front`. With it goes the span of dates that the change
can reach in a list; for an index it is a span of letters, for sitemaps of their names. Facets over-approximate; a page's key
decides. `*` stands for every page.
"""

import sqlite3
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

EVERYTHING = "*"
SEPARATOR = "\x1f"  # between parts of a column: in no name and no date
FIRST, LAST = "", "\U0010ffff"  # below and above every date
Stale = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Standing:
    """What other pages see of an article."""

    id: int
    source: str
    path: str
    date: str
    sort: str
    title: str
    title_key: str
    summary: str
    authors: str
    section: str | None
    updated: str | None
    text_digest: bytes
    terms: tuple[int, ...]
    facets: tuple[str, ...]  # of its terms
    targets: tuple[int, ...]  # the articles that its references lead to

    @property
    def teaser(self) -> tuple[str | None, ...]:
        """What lists and links show of it."""
        return self.path, self.sort, self.title, self.summary, self.authors, self.section


def standing(db: sqlite3.Connection, article: int) -> Standing | None:
    """An article as it stands in the catalogue now."""
    row = db.execute(
        "SELECT s.path, a.path, a.date, a.sort, a.title, a.title_key, a.summary, a.authors, a.section, a.updated, t.digest, a.terms"
        " FROM article a JOIN source s USING (id) JOIN text t USING (id) WHERE a.id = ?",
        (article,),
    ).fetchone()
    if row is None:
        return None
    terms = unpack(row[11])
    facets = tuple(
        f"{kind}/{slug}" for kind, slug in db.execute(f"SELECT kind, slug FROM term WHERE id IN ({marks(terms)})", terms)
    )
    targets = db.execute("SELECT DISTINCT target FROM reference WHERE article = ? AND target IS NOT NULL", (article,))
    ids = tuple(target for (target,) in targets)
    facts: tuple[str, str, str, str, str, str, str, str, str | None, str | None, bytes] = row[:11]
    return Standing(article, *facts, terms, tuple(sorted(facets)), ids)


def date_facets(date: str) -> tuple[str, ...]:
    """The calendar lists of a date: its year, month and day, as far as they are known."""
    if not date:
        return ("undated",)
    names = (("year", date[:4]), ("month", date[:7]), ("day", date[:10]))
    return tuple(f"{name}/{part}" for (name, part), length in zip(names, (4, 7, 10), strict=True) if len(part) == length)


def reach(before: Standing | None, after: Standing | None) -> Iterator[Stale]:
    """The facets that an article's change from `before` to `after` can reach, but for its neighbours and the index pages."""
    one = before or after
    if one is None:
        return
    yield f"article/{one.id}", FIRST, LAST
    yield "feed", FIRST, LAST
    for year in sorted({state.date[:4] for state in (before, after) if state}):
        yield f"search/{year or 'undated'}", FIRST, LAST
    for state in (before, after):  # before anything else: a reference can go without a change that lists would show
        for target in state.targets if state else ():
            yield f"article/{target}", FIRST, LAST
    same_lists = before and after and before.facets == after.facets and before.date == after.date
    if before and after and before.teaser == after.teaser and same_lists and before.updated == after.updated:
        return
    yield "front", FIRST, LAST
    if before is None or after is None or (before.path, before.date, before.updated) != (after.path, after.date, after.updated):
        for year in sorted({state.date[:4] for state in (before, after) if state}):
            yield "sitemap", year or "undated", year or "undated"
    old, new = ({*date_facets(state.date), *state.facets} if state else set() for state in (before, after))
    for facet in sorted(old | new):
        yield _span(facet, before if facet in old else None, after if facet in new else None)


def _span(facet: str, before: Standing | None, after: Standing | None) -> Stale:
    """A change in place reaches the list's page with that date; coming, going and moving reach all that is newer."""
    dates = sorted(state.date for state in (before, after) if state)
    return facet, dates[0], LAST if before is None or after is None or before.sort != after.sort else dates[0]


def mark(db: sqlite3.Connection, *stale: Stale) -> None:
    """Remember facets as stale until they are published."""
    db.executemany("INSERT OR IGNORE INTO stale VALUES (?, ?, ?)", stale)


def whole(facet: str) -> Stale:
    """A facet, all of it."""
    return facet, FIRST, LAST


def pack(ids: tuple[int, ...]) -> bytes:
    """Ids as a blob."""
    return struct.pack(f"<{len(ids)}q", *ids)


def unpack(blob: bytes) -> tuple[int, ...]:
    """The ids of a blob."""
    return struct.unpack(f"<{len(blob) // 8}q", blob)


def marks(values: Sequence[object]) -> str:
    """Question marks for an SQL list."""
    return ",".join("?" * len(values))


def names(authors: str) -> tuple[str, ...]:
    """An article's authors, from the column that holds them."""
    return tuple(authors.split(SEPARATOR)) if authors else ()
