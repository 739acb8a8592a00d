"""Taking changed sources into the catalogue, and finding what the change can reach."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain, count

from sitegen import matching, urls
from sitegen.catalog import addresses, aliases, references
from sitegen.catalog.facets import EVERYTHING, SEPARATOR, Stale, Standing, date_facets, mark, pack, reach, standing, whole
from sitegen.catalog.rows import ArticleRow, PictureRow, SameRow, SourceRow
from sitegen.catalog.schema import make_indexes, sorting

# What the catalogue keeps of an article, each table with the column that says of which.
_OF_ARTICLE = (("article", "id"), ("text", "id"), *((table, "article") for table in ("reference", "alias", "inside", "image")))


_REMEMBERED = 100_000  # terms: some megabytes
_TOGETHER = 16  # rows that go in with one statement


class Intake:
    """One build's changes to the catalogue: `take` and `drop`, then `settle`, all within one transaction.

    `fresh` says that the catalogue holds no source yet: then nothing is looked up or followed, and every page is a candidate.
    """

    def __init__(self, db: sqlite3.Connection, *, fresh: bool) -> None:
        self._db = db
        self._fresh = fresh
        self._before: dict[int, Standing | None] = {}
        self._wishes: set[str] = set()
        self._places: set[references.Place] = set()
        self._claims: set[str] = set()  # old addresses, as they are compared, that an article began or ceased to claim
        self._numbers = count(1 + int(db.execute("SELECT coalesce(max(id), 0) FROM source").fetchone()[0]))
        self._waiting: defaultdict[str, list[tuple[object, ...]]] = defaultdict(list)
        self._seen: set[int] = set()  # terms that were added a short while ago
        # Filling a table and sorting it once takes a third of the time of keeping it sorted.
        self._post = f"INSERT OR IGNORE INTO {'posting_heap' if fresh else 'posting'} VALUES (?, ?, ?, ?)"
        if fresh:
            db.execute("CREATE TABLE posting_heap (term INTEGER, sort TEXT, article INTEGER, name TEXT)")
            mark(db, whole(EVERYTHING))

    def take(self, rows: Iterable[SourceRow | SameRow]) -> None:
        """Put new or changed sources in the place of what stood under their paths."""
        for row in rows:
            if isinstance(row, SameRow):
                self._db.execute("UPDATE source SET stamp = ? WHERE path = ?", (row.stamp, row.path))
                continue
            if len(self._seen) > _REMEMBERED:
                self._seen.clear()
            if not self._fresh and not _is_part(row.path):
                self._drop_parts(row.path, row.parts)
            known = None if self._fresh else self._id(row.path)
            if known is not None:
                self._forget(known)
            self._add(known, row)
        self._flush()

    def drop(self, paths: Iterable[str]) -> None:
        """Take out sources that are gone."""
        for path in paths:
            self._drop_parts(path, 0)
            known = self._id(path)
            if known is not None:
                self._forget(known)

    def _drop_parts(self, path: str, keep: int) -> None:
        """Take out the further articles of a file that it holds no longer."""
        for source, part in self._db.execute("SELECT id, path FROM source WHERE folder = ?", (path,)).fetchall():
            if _is_part(part) and int(part.rpartition("#")[2]) > keep:
                self._forget(source)

    def settle(self) -> None:
        """Give addresses, resolve references, count terms and days, and mark what all this can reach."""
        if self._fresh:
            with sorting(self._db):
                self._db.execute("INSERT OR IGNORE INTO posting SELECT * FROM posting_heap ORDER BY term, sort")
                self._db.execute("DROP TABLE posting_heap")
                make_indexes(self._db)
            references.index_titles(self._db)
            addresses.settle(self._db, None, self._remember)
            _count_everything(self._db)
            references.resolve_all(self._db)
        else:
            references.index_titles(self._db)
            addresses.settle(self._db, self._wishes, self._remember)
            self._follow_up()
        aliases.settle(self._db)

    def _id(self, path: str) -> int | None:
        row = self._db.execute("SELECT id FROM source WHERE path = ?", (path,)).fetchone()
        return int(row[0]) if row else None

    def _remember(self, article: int) -> None:
        """Keep how an article stood before its first change."""
        if not self._fresh and article not in self._before:
            self._before[article] = standing(self._db, article)

    def _forget(self, source: int) -> None:
        db = self._db
        self._remember(source)
        before = self._before[source]
        if before is not None:
            row = db.execute("SELECT wish_key, sort FROM article WHERE id = ?", (source,)).fetchone()
            self._wishes.add(row[0])
            self._places.update(references.of_article(db, source))
            self._claims |= aliases.keys(db, source)
            db.executemany(
                "DELETE FROM posting WHERE term = ? AND sort = ?",
                [(term, row[1]) for term in before.terms],
            )
            references.forget_title(db, source, before.title_key)
            for n, key in db.execute("SELECT n, key FROM reference WHERE article = ?", (source,)).fetchall():
                pairs = [(pair, source, n) for pair in matching.pairs(key)]
                db.executemany("DELETE FROM reference_pair WHERE pair = ? AND article = ? AND n = ?", pairs)
            for table, column in _OF_ARTICLE:
                db.execute(f"DELETE FROM {table} WHERE {column} = ?", (source,))
        if db.execute("SELECT 1 FROM picture WHERE source = ?", (source,)).fetchone():
            self._picture_changes(source)
            db.execute("DELETE FROM picture WHERE source = ?", (source,))
        db.execute("DELETE FROM problem WHERE source = ?", (source,))
        db.execute("DELETE FROM source WHERE id = ?", (source,))

    def _add(self, known: int | None, row: SourceRow) -> None:
        source = known or next(self._numbers)
        folder = row.path.rpartition("#" if _is_part(row.path) else "/")[
            0
        ]  # no scan finds a part: it has its file for a folder
        state = "article" if row.article else "picture" if row.picture else "other"
        self._put("INSERT INTO source VALUES (?, ?, ?, ?, ?, ?)", (source, folder, row.path, row.stamp, row.digest, state))
        for item in row.problems:
            self._put("INSERT INTO problem VALUES (?, ?, ?, ?, ?)", (source, item.severity, item.line, item.what, item.hint))
        if row.picture:
            self._add_picture(source, row.picture)
        if row.article:
            self._add_article(source, row.path, row.article)

    def _put(self, insert: str, *rows: tuple[object, ...]) -> None:
        """Keep rows for a table until many can go in at once."""
        self._waiting[insert].extend(rows)

    def _flush(self) -> None:
        for insert, rows in self._waiting.items():
            _insert(self._db, insert, rows)
        self._waiting.clear()

    def _add_picture(self, source: int, row: PictureRow) -> None:
        values = (source, row.base, row.name, row.path, row.width, row.height)
        self._db.execute("INSERT INTO picture VALUES (?, ?, ?, ?, ?, ?)", values)
        self._picture_changes(source)

    def _picture_changes(self, source: int) -> None:
        if self._fresh:
            return
        self._flush()  # the picture's own row may still wait, and who names it is found by its path
        query = (
            "SELECT a.id FROM picture p JOIN article a ON a.base = p.base WHERE p.source = ?"
            " UNION SELECT i.article FROM source s JOIN image i ON i.path = s.path WHERE s.id = ?"
        )
        mark(self._db, whole("pictures"), whole("front"))
        for (article,) in self._db.execute(query, (source, source)).fetchall():
            mark(self._db, whole(f"article/{article}"))

    def _add_article(self, source: int, path: str, row: ArticleRow) -> None:
        key = urls.collision_key(row.wish)
        if not self._fresh:
            self._before.setdefault(source, None)
            self._wishes.add(key)
            self._claims.update(map(urls.collision_key, row.aliases))
            references.index_title(self._db, source, row.title_key)
        sort = row.date + SEPARATOR + path
        values = (
            source, row.base, row.wish, row.wish, key, row.asked, row.date, sort,
            row.title, row.title_key, row.summary, row.authors, row.section, row.updated, pack(tuple(term.id for term in row.terms)),
        )  # fmt: skip
        self._put("INSERT INTO article VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", values)
        self._put("INSERT INTO text VALUES (?, ?, ?)", (source, row.text, row.text_digest))
        for term in row.terms:
            if term.id not in self._seen:
                self._seen.add(term.id)
                facts = (term.id, term.kind, term.slug, term.name, term.filed, term.filed[:1])
                self._put("INSERT OR IGNORE INTO term VALUES (?, ?, ?, ?, ?, ?, 0)", facts)
        self._put(self._post, *((term.id, sort, source, term.name) for term in row.terms))
        for n, item in enumerate(row.references):
            self._put("INSERT INTO reference VALUES (?, ?, ?, ?, ?, NULL)", (source, n, item.key, item.text, item.outside))
            pairs = ((pair, source, n) for pair in matching.pairs(item.key))
            self._put("INSERT INTO reference_pair VALUES (?, ?, ?)", *pairs)
        self._put("INSERT OR IGNORE INTO alias VALUES (?, ?, ?)", *aliases.rows(source, row.aliases))
        self._put("INSERT OR IGNORE INTO inside VALUES (?, ?, ?)", *aliases.folder_rows(source, (row.wish, *row.aliases)))
        for image in row.images:
            self._put("INSERT OR IGNORE INTO image VALUES (?, ?)", (image, source))

    def _follow_up(self) -> None:
        """Bring what is counted and linked up to date, and mark all that the change can reach."""
        db = self._db
        after = {article: standing(db, article) for article in self._before}
        for article, before in self._before.items():
            now = after[article]
            self._places.update(references.of_article(db, article))
            for key in {state.title_key for state in (before, now) if state}:
                self._places.update(references.reached_by_title(db, key))
            mark(db, *reach(before, now), *_neighbours(db, before, now), *_referrers(db, article, before, now))
        mark(db, *references.resolve(db, self._places))
        for article, now in after.items():  # references resolved just now lead to pages that show this article
            resolved = standing(db, article) if now else None
            if resolved:
                mark(db, *(whole(f"article/{target}") for target in resolved.targets))
        states = [(self._before[article], now) for article, now in after.items()]
        left_or_taken = {urls.collision_key(path) for pair in states for path in _left_or_taken(*pair)}
        mark(db, *aliases.claimants(db, self._claims | left_or_taken))
        _count_terms(db, {term for pair in states for term in _moved_terms(*pair)})
        _count_days(db, {state.date for pair in states for state in pair if state})


def _insert(db: sqlite3.Connection, insert: str, rows: list[tuple[object, ...]]) -> None:
    """Put rows in, sixteen with one statement: half the time that one by one they take."""
    whole_ones = len(rows) - len(rows) % _TOGETHER
    if whole_ones:
        statement, values = insert.split(" VALUES ")
        groups = (tuple(chain.from_iterable(rows[n : n + _TOGETHER])) for n in range(0, whole_ones, _TOGETHER))
        db.executemany(f"{statement} VALUES {', '.join([values] * _TOGETHER)}", groups)
    db.executemany(insert, rows[whole_ones:])


def _is_part(path: str) -> bool:
    """Whether a path is that of a file's further article, `1987/wire.txt#2`. No file's path ends in a figure."""
    return path[-1].isdigit()


def _left_or_taken(before: Standing | None, after: Standing | None) -> set[str]:
    """The addresses that an article stood at and doesn't any more, or the reverse."""
    old, new = ({state.path} if state else set() for state in (before, after))
    return old ^ new


def _moved_terms(before: Standing | None, after: Standing | None) -> set[int]:
    """The terms whose count or spelling this change can alter."""
    return {term for state in (before, after) if state for term in state.terms}


def _neighbours(db: sqlite3.Connection, before: Standing | None, after: Standing | None) -> Iterator[Stale]:
    """The articles before and after, in time, of where it stood and stands: they link to it."""
    if before and after and before.teaser == after.teaser:
        return
    for sort in {state.sort for state in (before, after) if state and state.date}:
        for query in ("sort < ? ORDER BY sort DESC", "sort > ? ORDER BY sort"):
            row = db.execute(f"SELECT id FROM article WHERE date <> '' AND {query} LIMIT 1", (sort,)).fetchone()
            if row:
                yield whole(f"article/{row[0]}")


def _referrers(db: sqlite3.Connection, article: int, before: Standing | None, after: Standing | None) -> Iterator[Stale]:
    """The articles whose references lead to it: they show its address and headline."""
    if before and after and before.teaser == after.teaser:
        return
    for (referrer,) in db.execute("SELECT DISTINCT article FROM reference WHERE target = ?", (article,)):
        yield whole(f"article/{referrer}")


def _count_terms(db: sqlite3.Connection, terms: set[int]) -> None:
    """Count terms and choose each one's commonest spelling; a change reaches its list, the index, and the front page."""
    for term in sorted(terms):
        row = db.execute("SELECT kind, slug, letter, name, count FROM term WHERE id = ?", (term,)).fetchone()
        if row is None:
            continue
        kind, slug, letter, name, count = row
        spellings = db.execute(
            "SELECT count(*) AS n, name FROM posting WHERE term = ? GROUP BY name ORDER BY n DESC, name", (term,)
        ).fetchall()
        now = sum(n for n, _ in spellings)
        if (now, spellings[0][1] if now else name) == (count, name):
            continue
        if now:
            db.execute("UPDATE term SET count = ?, name = ? WHERE id = ?", (now, spellings[0][1], term))
        else:
            db.execute("DELETE FROM term WHERE id = ?", (term,))
        # Every page of the index names the letters that have terms.
        others = db.execute(
            "SELECT count(*) FROM term WHERE kind = ? AND letter = ? AND id <> ?", (kind, letter, term)
        ).fetchone()
        lone = not others[0] and bool(now) != bool(count)
        index = whole(f"index/{kind}") if lone else (f"index/{kind}", letter, letter)
        mark(db, index, whole("front"), ("sitemap", kind, kind))
        if now and spellings[0][1] != name:  # each page of its list bears the name; the count is on the newest one alone
            mark(db, whole(f"{kind}/{slug}"))


def _count_days(db: sqlite3.Connection, dates: set[str]) -> None:
    """Count the articles of days; a first or a last one reaches the calendar around it."""
    if "" in dates:
        mark(db, whole("search"))  # it names the bundle of the undated, if there are any
    for date in sorted({date[:10] for date in dates} - {""}):
        known = db.execute("SELECT count FROM day WHERE date = ?", (date,)).fetchone()
        now = _articles_of(db, date)
        if known and known[0] == now:
            continue
        if now:
            db.execute("INSERT OR REPLACE INTO day VALUES (?, ?)", (date, now))
        else:
            db.execute("DELETE FROM day WHERE date = ?", (date,))
        mark(db, whole("search"))  # it counts the articles of each year
        if not known or not now:
            for facet in date_facets(date):
                mark(db, *_calendar_neighbours(db, facet), ("sitemap", "calendar", "calendar"))


def _articles_of(db: sqlite3.Connection, date: str) -> int:
    """How many articles have exactly this date, whatever their time of day."""
    if len(date) < len("2013-06-17"):
        return int(
            db.execute("SELECT count(*) FROM article WHERE sort >= ? AND sort < ?", (date + "\x1f", date + "\x20")).fetchone()[
                0
            ]
        )
    return int(db.execute("SELECT count(*) FROM article WHERE sort >= ? AND sort < ?", (date, date + "\x7f")).fetchone()[0])


def _calendar_neighbours(db: sqlite3.Connection, facet: str) -> Iterator[Stale]:
    """The years, months or days next to one that came or went."""
    kind, part = facet.split("/")
    yield whole(facet)
    for query in ("date < ? ORDER BY date DESC", "date > ? ORDER BY date"):
        bound = part if query.startswith("date <") else part + "\x7f"
        row = db.execute(f"SELECT date FROM day WHERE length(date) >= ? AND {query} LIMIT 1", (len(part), bound)).fetchone()
        if row:
            yield whole(f"{kind}/{row[0][: len(part)]}")


def _count_everything(db: sqlite3.Connection) -> None:
    """Count the terms and days of a freshly loaded archive."""
    counted = db.execute("SELECT term, count(*), min(name), max(name) FROM posting GROUP BY term").fetchall()
    db.executemany("UPDATE term SET count = ?, name = ? WHERE id = ?", ((n, name, term) for term, n, name, _ in counted))
    for term, _, least, greatest in counted:
        if least != greatest:
            query = "SELECT name FROM posting WHERE term = ? GROUP BY name ORDER BY count(*) DESC, name LIMIT 1"
            db.execute("UPDATE term SET name = ? WHERE id = ?", (*db.execute(query, (term,)).fetchone(), term))
    db.execute("DELETE FROM day")
    db.execute("INSERT INTO day SELECT substr(date, 1, 10), count(*) FROM article WHERE date <> '' GROUP BY 1")
