"""What the archive lacks, counted: articles without a date, texts that stand twice, references to nothing."""

import sqlite3

from msgspec import Struct


class Lack(Struct, frozen=True):
    """Something that an archive lacks: how often, and the sources where it is met first, by path."""

    count: int
    first: tuple[str, ...]


def undated(db: sqlite3.Connection, limit: int) -> Lack:
    """Articles without a date."""
    return _lack(db, "SELECT s.path FROM article a JOIN source s USING (id) WHERE a.sort < '0'", limit)


def twins(db: sqlite3.Connection, limit: int) -> Lack:
    """Articles whose source has the same bytes as an earlier one."""
    query = (
        "SELECT s.path FROM source s WHERE s.state = 'article' AND EXISTS"
        " (SELECT 1 FROM source t WHERE t.digest = s.digest AND t.state = 'article' AND t.path < s.path)"
    )
    return _lack(db, query, limit)


def unresolved(db: sqlite3.Connection, limit: int = 0) -> Lack:
    """References that lead to no article, by the source that they stand in."""
    query = "SELECT s.path FROM reference r JOIN source s ON s.id = r.article WHERE r.target IS NULL AND NOT r.outside"
    return _lack(db, query, limit)


def _lack(db: sqlite3.Connection, query: str, limit: int) -> Lack:
    count = int(db.execute(f"SELECT count(*) FROM ({query})").fetchone()[0])
    first = db.execute(f"SELECT DISTINCT path FROM ({query}) ORDER BY path LIMIT ?", (limit,))
    return Lack(count, tuple(path for (path,) in first))
