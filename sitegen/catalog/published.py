"""What is published: the manifest, the facets that are stale, and the journal of a publication under way."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from sitegen.catalog.facets import EVERYTHING

PICTURES = "pictures"
ASSETS = "static"


class Made(NamedTuple):
    """A file as it is to be published. `written` says that it waits in the staging folder."""

    path: str
    facet: str
    key: bytes
    digest: bytes
    reason: str
    written: bool


def known(db: sqlite3.Connection, path: str) -> tuple[bytes, bytes]:
    """The key and digest under which a file is published; empty where it isn't."""
    row = db.execute("SELECT key, digest FROM page WHERE path = ?", (path,)).fetchone()
    return row or (b"", b"")


def is_published(db: sqlite3.Connection, path: str) -> bool:
    """Whether a file is in the manifest."""
    return db.execute("SELECT 1 FROM page WHERE path = ?", (path,)).fetchone() is not None


def of_facet(db: sqlite3.Connection, facet: str) -> set[str]:
    """The published files of a facet."""
    return {path for (path,) in db.execute("SELECT path FROM page WHERE facet = ?", (facet,))}


def stale(db: sqlite3.Connection) -> dict[str, tuple[tuple[str, str], ...]]:
    """The stale facets, in order, each with its spans."""
    found: dict[str, list[tuple[str, str]]] = {}
    for facet, low, high in db.execute("SELECT facet, low, high FROM stale ORDER BY facet, low, high"):
        found.setdefault(facet, []).append((low, high))
    return {facet: tuple(spans) for facet, spans in found.items()}


def is_stale(db: sqlite3.Connection) -> bool:
    """Whether any facet is."""
    return db.execute("SELECT 1 FROM stale").fetchone() is not None


def count(db: sqlite3.Connection) -> int:
    """How many files are published."""
    return int(db.execute("SELECT count(*) FROM page").fetchone()[0])


def is_empty(db: sqlite3.Connection) -> bool:
    """Whether nothing is published."""
    return db.execute("SELECT 1 FROM page").fetchone() is None


def files(db: sqlite3.Connection, *, leaving: bool = True) -> Iterator[str]:
    """All that is published, in order; with what is about to be removed, unless that is gone already."""
    query = (
        "SELECT path FROM page UNION SELECT path FROM removal ORDER BY path"
        if leaving
        else "SELECT path FROM page ORDER BY path"
    )
    yield from (path for (path,) in db.execute(query))


def adopt(db: sqlite3.Connection, found: Iterable[tuple[str, bytes]]) -> None:
    """Take files into the manifest, by path and digest: nobody knows any more what they were made from."""
    db.executemany("INSERT OR IGNORE INTO page VALUES (?, '', x'', ?, '')", found)
    db.execute("INSERT OR IGNORE INTO stale VALUES (?, '', ?)", (EVERYTHING, "\U0010ffff"))


def forget(db: sqlite3.Connection) -> None:
    """The output folder is gone: nothing is published any more."""
    db.execute("DELETE FROM page")
    db.execute("INSERT OR IGNORE INTO stale VALUES (?, '', ?)", (EVERYTHING, "\U0010ffff"))
    end(db)


class Edition:
    """One publication in the making, within one transaction: what was made, and what is to go.

    `first` says that nothing is published: there is nothing to look up and nothing to remove, and all that is made comes into
    place with one rename, so that no journal is kept of it (where it can't be so moved, `expect_all` makes one).
    """

    def __init__(self, db: sqlite3.Connection, *, first: bool = False) -> None:
        self._db = db
        self._was_empty = first
        self.rendered = self.written = 0
        db.execute("CREATE TEMP TABLE IF NOT EXISTS planned (path TEXT PRIMARY KEY) WITHOUT ROWID")
        db.execute("CREATE TEMP TABLE IF NOT EXISTS gone (path TEXT, facet TEXT)")
        db.execute("CREATE TEMP TABLE IF NOT EXISTS fresh (path TEXT PRIMARY KEY) WITHOUT ROWID")
        for table in ("planned", "gone", "fresh"):
            db.execute(f"DELETE FROM {table}")

    def plan(self, paths: Iterable[str]) -> None:
        """Note that files are to exist: of what is published and not noted, `remove_unplanned` makes removals."""
        if not self._was_empty:
            self._db.executemany("INSERT OR IGNORE INTO planned VALUES (?)", ((path,) for path in paths))

    def add_rendered(self, made: Sequence[Made], rendered: int) -> None:
        """Put a batch of pages into the manifest, of which that many had to be rendered."""
        self.add(made)
        self.rendered += rendered

    def add(self, made: Sequence[Made]) -> None:
        """Put files into the manifest, and those that were written into the journal."""
        if not self._was_empty:
            new = [(one.path,) for one in made if one.written and not is_published(self._db, one.path)]
            self._db.executemany("INSERT OR IGNORE INTO fresh VALUES (?)", new)
        self._db.executemany("INSERT OR REPLACE INTO page VALUES (?, ?, ?, ?, ?)", [one[:5] for one in made])
        written = [(one.path,) for one in made if one.written]
        self.written += len(written)
        if not self._was_empty:
            self._db.executemany("INSERT OR IGNORE INTO pending VALUES (?)", written)

    def has_new_files(self) -> bool:
        """Whether there will be files that weren't there."""
        return self._db.execute("SELECT 1 FROM fresh").fetchone() is not None

    def new_files(self) -> Iterator[str]:
        """The files that weren't published before."""
        yield from (path for (path,) in self._db.execute("SELECT path FROM fresh ORDER BY path"))

    def drop(self, facet: str, paths: Iterable[str]) -> None:
        """Files of a facet that it no longer has; those that another facet takes over stay."""
        self._db.executemany("INSERT INTO gone VALUES (?, ?)", ((path, facet) for path in paths))

    def remove_unplanned(self) -> None:
        """Everything was planned anew: what is published and not planned is to go."""
        if not self._was_empty:
            self._db.execute("INSERT INTO gone SELECT path, facet FROM page WHERE path NOT IN (SELECT path FROM planned)")

    def close(self, *, keep_stale: bool) -> int:
        """Turn what is gone into removals, so that the publication can begin; returns how many files go."""
        db = self._db
        if not keep_stale:
            db.execute("DELETE FROM stale")
        if self._was_empty:
            return 0
        db.execute(
            "INSERT OR IGNORE INTO removal SELECT g.path FROM gone g JOIN page p ON p.path = g.path AND p.facet = g.facet"
        )
        db.execute("DELETE FROM removal WHERE path IN (SELECT path FROM pending)")
        return db.execute("DELETE FROM page WHERE path IN (SELECT path FROM removal)").rowcount


def expect_all(db: sqlite3.Connection) -> None:
    """Put all that is published into the journal: a first edition's files are to be moved one by one."""
    db.execute("INSERT OR IGNORE INTO pending SELECT path FROM page")


def pending(db: sqlite3.Connection) -> Iterator[str]:
    """The journal: files to rename into place."""
    yield from (path for (path,) in db.execute("SELECT path FROM pending ORDER BY path"))


def removals(db: sqlite3.Connection) -> list[str]:
    """The journal: files to remove."""
    return [path for (path,) in db.execute("SELECT path FROM removal ORDER BY path")]


def removals_in_the_way(db: sqlite3.Connection) -> list[str]:
    """Files to remove whose name a file to come has in other letters: on some file systems the two are one."""
    if not db.execute("SELECT 1 FROM removal").fetchone():
        return []
    db.execute("CREATE INDEX IF NOT EXISTS pending_folded ON pending (path COLLATE NOCASE)")
    query = (
        "SELECT path FROM removal r WHERE EXISTS (SELECT 1 FROM pending p WHERE p.path = r.path COLLATE NOCASE) ORDER BY path"
    )
    found = [path for (path,) in db.execute(query)]
    db.execute("DROP INDEX pending_folded")
    return found


def is_under_way(db: sqlite3.Connection) -> bool:
    """Whether a publication was begun and not ended."""
    return any(db.execute(f"SELECT 1 FROM {table}").fetchone() for table in ("pending", "removal"))


def end(db: sqlite3.Connection) -> None:
    """The publication is done."""
    db.execute("DELETE FROM pending")
    db.execute("DELETE FROM removal")


def disown_pending(db: sqlite3.Connection, is_there: Callable[[str], bool]) -> None:
    """What was staged is lost: what isn't there isn't published, what is there may be old, and everything is to be looked at."""
    for path in list(pending(db)):
        db.execute(_LOST[is_there(path)], (path,))
    db.execute("INSERT OR IGNORE INTO stale VALUES (?, '', ?)", (EVERYTHING, "\U0010ffff"))
    end(db)


_LOST = ("DELETE FROM page WHERE path = ?", "UPDATE page SET key = x'', digest = x'' WHERE path = ?")
