"""Leading cross references to the articles that they name. What a reference leads to follows from the archive as it is."""

import sqlite3
from collections.abc import Iterable, Iterator

from sitegen import matching
from sitegen.catalog.facets import Stale, marks, whole

Place = tuple[int, int]  # the article that refers, and the reference's index in it


def index_titles(db: sqlite3.Connection) -> None:
    """Index all headlines by their pairs of long words, once the archive has its first reference: most of the time it has none."""
    if _is_indexed(db) or not db.execute("SELECT 1 FROM reference WHERE key <> ''").fetchone():
        return
    for article, key in db.execute("SELECT id, title_key FROM article").fetchall():
        _index(db, article, key)
    db.execute("INSERT OR REPLACE INTO meta VALUES ('titles', 'indexed')")


def index_title(db: sqlite3.Connection, article: int, key: str) -> None:
    """Add a headline to the index, where there is one."""
    if _is_indexed(db):
        _index(db, article, key)


def forget_title(db: sqlite3.Connection, article: int, key: str) -> None:
    """Take a headline out of the index."""
    if _is_indexed(db):
        pairs = [(pair, article) for pair in matching.pairs(key)]
        db.executemany("DELETE FROM title_pair WHERE pair = ? AND article = ?", pairs)


def _index(db: sqlite3.Connection, article: int, key: str) -> None:
    db.executemany("INSERT INTO title_pair VALUES (?, ?)", [(pair, article) for pair in matching.pairs(key)])


def _is_indexed(db: sqlite3.Connection) -> bool:
    return db.execute("SELECT 1 FROM meta WHERE name = 'titles'").fetchone() is not None


def resolve_all(db: sqlite3.Connection) -> None:
    """Resolve every reference of a freshly loaded archive."""
    for article, n, key, _ in db.execute("SELECT article, n, key, target FROM reference").fetchall():
        target = _target(db, article, key)
        if target is not None:
            db.execute("UPDATE reference SET target = ? WHERE article = ? AND n = ?", (target, article, n))


def resolve(db: sqlite3.Connection, places: Iterable[Place]) -> Iterator[Stale]:
    """Resolve some references anew; yields the pages that see a difference."""
    for article, n in sorted(places):
        row = db.execute("SELECT key, target FROM reference WHERE article = ? AND n = ?", (article, n)).fetchone()
        if row is None:
            continue
        target = _target(db, article, row[0])
        if target != row[1]:
            db.execute("UPDATE reference SET target = ? WHERE article = ? AND n = ?", (target, article, n))
            yield from (whole(f"article/{one}") for one in (article, row[1], target) if one is not None)


def reached_by_title(db: sqlite3.Connection, key: str) -> Iterator[Place]:
    """The references that an article with this headline's key could be meant by."""
    yield from db.execute("SELECT article, n FROM reference WHERE key = ?", (key,))
    pairs = matching.pairs(key)
    yield from db.execute(f"SELECT DISTINCT article, n FROM reference_pair WHERE pair IN ({marks(pairs)})", pairs)


def of_article(db: sqlite3.Connection, article: int) -> Iterator[Place]:
    """An article's own references, and those that lead to it."""
    yield from db.execute("SELECT article, n FROM reference WHERE article = ? OR target = ?", (article, article))


def _target(db: sqlite3.Connection, article: int, key: str) -> int | None:
    """The article meant: the one with this headline, or else the one with nearly this headline; never itself."""
    if not key:
        return None
    exact = db.execute(
        "SELECT a.id, s.digest FROM article a JOIN source s USING (id) WHERE a.title_key = ? AND a.id <> ? ORDER BY a.sort LIMIT 50",
        (key, article),
    ).fetchall()
    if exact:  # of several, none is meant for sure, unless they are one text published again
        return int(exact[0][0]) if len({digest for _, digest in exact}) == 1 else None
    pairs = matching.pairs(key)
    near = db.execute(
        "SELECT a.id, a.title_key FROM article a WHERE a.id <> ? AND a.id IN"
        f" (SELECT article FROM title_pair WHERE pair IN ({marks(pairs)})) ORDER BY a.sort",
        (article, *pairs),
    ).fetchall()
    found = matching.closest(key, [title for _, title in near])
    return int(near[found][0]) if found is not None else None
