"""What pages ask of the catalogue. Every answer is ordered by date, path or name, never by history."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Literal, NamedTuple

from msgspec import json

from sitegen import urls
from sitegen.catalog.facets import marks, names
from sitegen.model import Problem, Severity, TermKind
from sitegen.views import FeedEntry, Figure, Link, Teaser

_AT_ONCE = 500  # ids in one question
_TEASER = "a.path, a.title, a.summary, a.date, a.authors, a.section"


class Stored(NamedTuple):
    """An article's row, with its text still encoded."""

    id: int
    base: str
    path: str
    date: str
    sort: str
    title: str
    summary: str
    text: bytes
    fingerprint: bytes  # of the text as it is encoded


@dataclass(frozen=True, slots=True)
class Term:
    """A term with how many articles stand under it."""

    id: int
    kind: TermKind
    slug: str
    name: str
    count: int


def article(db: sqlite3.Connection, number: int) -> Stored | None:
    """One article."""
    query = (
        "SELECT a.id, a.base, a.path, a.date, a.sort, a.title, a.summary, t.article, t.digest"
        " FROM article a JOIN text t USING (id) WHERE a.id = ?"
    )
    row = db.execute(query, (number,)).fetchone()
    return Stored(*row) if row else None


def article_path(db: sqlite3.Connection, number: int) -> str | None:
    """Where an article stands in the output."""
    row = db.execute("SELECT path FROM article WHERE id = ?", (number,)).fetchone()
    return str(row[0]) if row else None


def neighbours(db: sqlite3.Connection, sort: str, count: int) -> dict[str, tuple[Link | None, Link | None]]:
    """The dated articles before and after a dated one and each of those that follow it, `count` in all: by place in the order."""
    before = db.execute(
        "SELECT title, path, sort FROM article WHERE sort < ? AND sort > '0' ORDER BY sort DESC LIMIT 1", (sort,)
    ).fetchone()
    query = "SELECT title, path, sort FROM article WHERE sort >= ? ORDER BY sort LIMIT ?"
    rows = db.execute(query, (sort, count + 1)).fetchall()
    links = [_link(before), *map(_link, rows), None]
    return {row[2]: (links[n], links[n + 2]) for n, row in enumerate(rows[:count])}


def _link(row: tuple[str, str, str] | None) -> Link | None:
    return Link(row[0], urls.href(row[1])) if row else None


def targets(db: sqlite3.Connection, number: int) -> dict[int, tuple[str, str]]:
    """Where an article's references lead: index → the target's path and headline."""
    query = "SELECT r.n, a.path, a.title FROM reference r JOIN article a ON a.id = r.target WHERE r.article = ?"
    return {n: (urls.href(path), title) for n, path, title in db.execute(query, (number,))}


def mentions(db: sqlite3.Connection, number: int) -> tuple[Teaser, ...]:
    """The articles whose references lead to this one, oldest first."""
    query = f"SELECT DISTINCT {_TEASER} FROM reference r JOIN article a ON a.id = r.article WHERE r.target = ? ORDER BY a.sort"
    return tuple(map(_teaser, db.execute(query, (number,))))


def pictures(db: sqlite3.Connection, base: str) -> tuple[Figure, ...]:
    """The pictures beside an article, in name order."""
    query = "SELECT path, width, height FROM picture WHERE base = ? ORDER BY name"
    return tuple(Figure(urls.href(path), width, height) for path, width, height in db.execute(query, (base,)))


def picture(db: sqlite3.Connection, source: str) -> Figure | None:
    """The picture at a source path."""
    query = "SELECT p.path, p.width, p.height FROM source s JOIN picture p ON p.source = s.id WHERE s.path = ?"
    row = db.execute(query, (source,)).fetchone()
    return Figure(urls.href(row[0]), row[1], row[2]) if row else None


def picture_files(db: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """Every picture: its source path, and where it is published."""
    yield from db.execute("SELECT s.path, p.path FROM picture p JOIN source s ON s.id = p.source ORDER BY p.path, s.path")


def _teaser(row: tuple[str, str, str, str, str, str | None]) -> Teaser:
    path, title, summary, date, authors, section = row
    return Teaser(urls.href(path), title, summary, date or None, names(authors), section)


def term(db: sqlite3.Connection, kind: str, slug: str) -> Term | None:
    """A term by its slug."""
    row = db.execute(
        "SELECT id, kind, slug, name, count FROM term WHERE id = ? AND count > 0", (urls.term_id(kind, slug),)
    ).fetchone()
    return Term(*row) if row else None


def term_ids(db: sqlite3.Connection, number: int, start: int, length: int, first: str = "") -> list[int]:
    """The articles of a term, by id, from the `start`th oldest on; or from `first` in the archive's order, where that is known."""
    query = "SELECT article FROM posting WHERE term = ? AND sort >= ? ORDER BY sort LIMIT ? OFFSET ?"
    return [article for (article,) in db.execute(query, (number, first, length, 0 if first else start))]


def term_places(db: sqlite3.Connection, number: int, step: int) -> list[str]:
    """Where in the archive's order the articles of a term stand: the first, and each `step`th after it."""
    found = db.execute("SELECT sort FROM posting WHERE term = ? ORDER BY sort", (number,))
    return [sort for (sort,) in islice(found, 0, None, step)]


def term_rank(db: sqlite3.Connection, number: int, date: str) -> int:
    """How many articles of a term are dated before `date`."""
    return int(db.execute("SELECT count(*) FROM posting WHERE term = ? AND sort < ?", (number, date)).fetchone()[0])


def term_entries(db: sqlite3.Connection, number: int, limit: int) -> tuple[FeedEntry, ...]:
    """A term's newest articles as its feed shows them."""
    query = (
        "SELECT a.path, a.title, a.summary, a.date, a.updated, a.authors FROM posting p JOIN article a ON a.id = p.article"
        " WHERE p.term = ? ORDER BY p.sort DESC LIMIT ?"
    )
    return tuple(
        FeedEntry(urls.href(path), title, summary, None, date or None, updated, names(authors), ())
        for path, title, summary, date, updated, authors in db.execute(query, (number, limit))
    )


def newest(db: sqlite3.Connection, limit: int) -> list[int]:
    """The newest articles of all, by id; undated ones last."""
    return [number for (number,) in db.execute("SELECT id FROM article ORDER BY sort DESC LIMIT ?", (limit,))]


def teaser(db: sqlite3.Connection, number: int) -> Teaser:
    """One article as lists show it."""
    return _teaser(db.execute(f"SELECT {_TEASER} FROM article a WHERE id = ?", (number,)).fetchone())


def teasers(db: sqlite3.Connection, numbers: list[int]) -> Iterator[tuple[int, Teaser]]:
    """Articles as lists show them, each with its id, in no order."""
    for some in (numbers[n : n + _AT_ONCE] for n in range(0, len(numbers), _AT_ONCE)):
        query = f"SELECT a.id, {_TEASER} FROM article a WHERE id IN ({marks(some)})"
        yield from ((row[0], _teaser(row[1:])) for row in db.execute(query, some))


def span(part: str) -> tuple[str, str]:
    """The bounds in the order of articles of a year, month or day; of the undated for an empty part."""
    return (part, part + "\x7f") if part else ("", "0")


def span_count(db: sqlite3.Connection, part: str) -> int:
    """How many articles a year, month or day has."""
    return int(db.execute("SELECT count(*) FROM article WHERE sort >= ? AND sort < ?", span(part)).fetchone()[0])


def span_rank(db: sqlite3.Connection, part: str, date: str) -> int:
    """How many articles of a span are dated before `date`."""
    return int(db.execute("SELECT count(*) FROM article WHERE sort >= ? AND sort < ?", (span(part)[0], date)).fetchone()[0])


def span_ids(db: sqlite3.Connection, part: str, start: int, length: int, first: str = "") -> list[int]:
    """The articles of a year, month or day, by id, from the `start`th oldest on; or from `first`, where that is known."""
    low, high = span(part)
    query = "SELECT id FROM article WHERE sort >= ? AND sort < ? ORDER BY sort LIMIT ? OFFSET ?"
    return [number for (number,) in db.execute(query, (first or low, high, length, 0 if first else start))]


def span_places(db: sqlite3.Connection, part: str, step: int) -> list[str]:
    """Where in the archive's order the articles of a year, month or day stand: the first, and each `step`th after it."""
    found = db.execute("SELECT sort FROM article WHERE sort >= ? AND sort < ? ORDER BY sort", span(part))
    return [sort for (sort,) in islice(found, 0, None, step)]


def exactly_teasers(db: sqlite3.Connection, date: str) -> tuple[Teaser, ...]:
    """The articles dated by a year or month alone, by path."""
    query = f"SELECT {_TEASER} FROM article a WHERE sort >= ? AND sort < ? ORDER BY sort"
    return tuple(map(_teaser, db.execute(query, (date + "\x1f", date + "\x20"))))


def day_counts(db: sqlite3.Connection, part: str) -> dict[str, int]:
    """Articles by date in a year or month; dates no closer than a year or month among them."""
    return dict(db.execute("SELECT date, count FROM day WHERE date >= ? AND date < ? ORDER BY date", span(part)).fetchall())


def years(db: sqlite3.Connection) -> list[tuple[str, int]]:
    """Years with how many articles they have, newest first."""
    return db.execute("SELECT substr(date, 1, 4), sum(count) FROM day GROUP BY 1 ORDER BY 1 DESC").fetchall()


def calendar(db: sqlite3.Connection, length: int) -> Iterator[str]:
    """Every year (length 4), month (7) or day (10) that has articles, in order."""
    query = "SELECT DISTINCT substr(date, 1, ?) FROM day WHERE length(date) >= ? ORDER BY 1"
    yield from (part for (part,) in db.execute(query, (length, length)))


def calendar_neighbours(db: sqlite3.Connection, part: str) -> tuple[str | None, str | None]:
    """The year, month or day with articles before and after one."""
    length = len(part)
    before = db.execute(
        "SELECT date FROM day WHERE length(date) >= ? AND date < ? ORDER BY date DESC LIMIT 1", (length, part)
    ).fetchone()
    after = db.execute(
        "SELECT date FROM day WHERE length(date) >= ? AND date > ? ORDER BY date LIMIT 1", (length, part + "\x7f")
    ).fetchone()
    return (before[0][:length] if before else None), (after[0][:length] if after else None)


def has_any(db: sqlite3.Connection, table: Literal["reference", "picture", "alias"]) -> bool:
    """Whether a table has any row."""
    return db.execute(f"SELECT 1 FROM {table}").fetchone() is not None


def count_articles(db: sqlite3.Connection) -> int:
    """How many articles the archive has."""
    return int(db.execute("SELECT count(*) FROM article").fetchone()[0])


def extent(db: sqlite3.Connection) -> tuple[str | None, str | None]:
    """The oldest and the newest date."""
    first, last = db.execute("SELECT min(date), max(date) FROM day").fetchone()
    return first, last


def letters(db: sqlite3.Connection, kind: str) -> list[tuple[str, int]]:
    """The letters of an index, with how many terms each has."""
    query = "SELECT letter, count(*) FROM term WHERE kind = ? AND count > 0 GROUP BY letter ORDER BY letter"
    return db.execute(query, (kind,)).fetchall()


def terms(db: sqlite3.Connection, kind: str, letter: str, start: int = 0, limit: int = -1) -> Iterator[Term]:
    """The terms of one letter of an index, as they are filed."""
    query = "SELECT id, kind, slug, name, count FROM term WHERE kind = ? AND letter = ? AND count > 0 ORDER BY filed, slug LIMIT ? OFFSET ?"
    yield from (Term(*row) for row in db.execute(query, (kind, letter, limit, start)))


def term_slugs(db: sqlite3.Connection, kind: str) -> Iterator[str]:
    """The slugs of a kind's terms."""
    yield from (
        slug
        for (slug,) in db.execute("SELECT slug FROM term WHERE kind = ? AND count > 0 ORDER BY letter, filed, slug", (kind,))
    )


def count_terms(db: sqlite3.Connection, kind: str) -> int:
    """How many terms a kind has."""
    return int(db.execute("SELECT count(*) FROM term WHERE kind = ? AND count > 0", (kind,)).fetchone()[0])


def frequent(db: sqlite3.Connection, kind: str, limit: int) -> list[Term]:
    """The terms of a kind with most articles, the first by name where they are equal."""
    query = "SELECT id, kind, slug, name, count FROM term WHERE kind = ? AND count > 0 ORDER BY count DESC, slug LIMIT ?"
    return [Term(*row) for row in db.execute(query, (kind, limit))]


def article_paths(db: sqlite3.Connection) -> Iterator[tuple[int, str]]:
    """Every article, by id and path, in the archive's order."""
    yield from db.execute("SELECT id, path FROM article ORDER BY sort")


def addresses(db: sqlite3.Connection, year: str | None = None) -> Iterator[tuple[str, str | None]]:
    """Every article's path with the date of its last change; of one year (empty: the undated), or of all."""
    where, bounds = ("", ()) if year is None else (" WHERE sort >= ? AND sort < ?", span(year))
    yield from db.execute(f"SELECT path, coalesce(updated, nullif(date, '')) FROM article{where} ORDER BY sort", bounds)


def problems(db: sqlite3.Connection, severity: Severity, limit: int) -> list[Problem]:
    """What is wrong with sources, in their order; collisions of addresses among the problems."""
    query = (
        "SELECT s.path, p.line, p.what, p.hint FROM problem p JOIN source s ON s.id = p.source WHERE p.severity = ?"
        " UNION ALL SELECT source, 0, what, hint FROM collision WHERE ? = 'problem' ORDER BY 1, 2, 3 LIMIT ?"
    )
    return [
        Problem(path, line, what, hint, severity) for path, line, what, hint in db.execute(query, (severity, severity, limit))
    ]


def notices(db: sqlite3.Connection) -> list[Problem]:
    """What a person may want to know of the sources, as it was when they last changed."""
    row = db.execute("SELECT value FROM meta WHERE name = 'notices'").fetchone()
    return json.decode(row[0], type=list[Problem]) if row else []


def renew_notices(db: sqlite3.Connection, limit: int) -> None:
    """Find what was skipped, undated articles, references to nothing and twins; finding takes a walk through the archive."""
    found = problems(db, "notice", limit)
    queries = (
        ("SELECT s.path FROM article a JOIN source s USING (id) WHERE a.sort < '0' ORDER BY s.path LIMIT ?", *_UNDATED),
        (
            "SELECT s.path, r.text FROM reference r JOIN source s ON s.id = r.article WHERE r.target IS NULL AND NOT r.outside"
            " ORDER BY s.path, r.n LIMIT ?",
            *_UNRESOLVED,
        ),
        (
            "SELECT s.path, x.path, min(t.path) FROM alias x JOIN source s ON s.id = x.article JOIN alias y ON y.key = x.key"
            " JOIN source t ON t.id = y.article WHERE t.path < s.path GROUP BY s.path, x.path ORDER BY s.path, x.path LIMIT ?",
            *_CLAIMED,
        ),
        (
            "SELECT s.path, min(t.path) FROM (SELECT digest FROM source GROUP BY digest HAVING count(*) > 1) d"
            " JOIN source s ON s.digest = d.digest JOIN source t ON t.digest = d.digest AND t.path < s.path"
            " WHERE s.state = 'article' AND t.state = 'article' GROUP BY s.path ORDER BY s.path LIMIT ?",
            *_TWIN,
        ),
    )
    for query, what, hint in queries:
        rows = db.execute(query, (limit - len(found),)).fetchall()
        found += [Problem(path, 0, what.format(*rest), hint, "notice") for path, *rest in rows]
    db.execute("INSERT OR REPLACE INTO meta VALUES ('notices', ?)", (json.encode(found).decode(),))


_UNDATED = ("has no date that its text tells", "write `date: …` in its front matter")
_UNRESOLVED = ("refers to “{}”, which isn't in the archive", "add that article, or leave it so")
_CLAIMED = ("has the alias /{}, which {} has too and keeps", "take it out of one of the two")
_TWIN = ("is the same text as {}", "remove one of the two")
