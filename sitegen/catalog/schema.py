"""The catalogue's tables, and how it is opened."""

import re
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sitegen import __version__

# Row ids never reach the output: whatever is shown is ordered by date, path or name, so that history leaves no trace.
_SCHEMA = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- Folders of the content with a digest of their entries' sizes and times: an unchanged folder needs no look at its files.
CREATE TABLE folder (path TEXT PRIMARY KEY, stamp TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE source (
    id INTEGER PRIMARY KEY, folder TEXT NOT NULL, path TEXT NOT NULL, stamp TEXT NOT NULL, digest TEXT NOT NULL, state TEXT NOT NULL
);
-- The source profiles as the texts below them were read: a folder, and the bytes of its reader.yaml.
CREATE TABLE profile (folder TEXT PRIMARY KEY, data BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE problem (source INTEGER NOT NULL, severity TEXT NOT NULL, line INTEGER NOT NULL, what TEXT NOT NULL, hint TEXT NOT NULL);
CREATE TABLE picture (
    source INTEGER PRIMARY KEY, base TEXT NOT NULL, name TEXT NOT NULL, path TEXT NOT NULL, width INTEGER, height INTEGER
);
CREATE TABLE asset (name TEXT PRIMARY KEY, stamp TEXT NOT NULL, path TEXT NOT NULL, original TEXT NOT NULL) WITHOUT ROWID;

-- What lists and links need of an article; its text stands apart, so that lists read few pages of the file.
-- `terms` packs the ids of its terms: taking an article out then needs no index from articles to terms.
CREATE TABLE article (
    id INTEGER PRIMARY KEY, base TEXT NOT NULL, path TEXT NOT NULL, wish TEXT NOT NULL, wish_key TEXT NOT NULL, asked INTEGER NOT NULL,
    date TEXT NOT NULL, sort TEXT NOT NULL, title TEXT NOT NULL, title_key TEXT NOT NULL, summary TEXT NOT NULL,
    authors TEXT NOT NULL, section TEXT, updated TEXT, terms BLOB NOT NULL
);
CREATE TABLE text (id INTEGER PRIMARY KEY, article BLOB NOT NULL, digest BLOB NOT NULL);
-- Old addresses, each with the form in which addresses are compared; and folders that other addresses may be files of.
CREATE TABLE alias (path TEXT NOT NULL, key TEXT NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (path, article)) WITHOUT ROWID;
CREATE TABLE inside (folder TEXT NOT NULL, path TEXT NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (folder, path, article))
    WITHOUT ROWID;
-- Pictures, by source path, that an article names: there or not.
CREATE TABLE image (path TEXT NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (path, article)) WITHOUT ROWID;
-- Articles that ask for one address, until a person mends it.
CREATE TABLE collision (key TEXT NOT NULL, source TEXT NOT NULL, what TEXT NOT NULL, hint TEXT NOT NULL);
CREATE TABLE day (date TEXT PRIMARY KEY, count INTEGER NOT NULL) WITHOUT ROWID;

-- A term's id is a digest of its kind and slug: no look-up while articles come in.
CREATE TABLE term (
    id INTEGER PRIMARY KEY, kind TEXT NOT NULL, slug TEXT NOT NULL, name TEXT NOT NULL, filed TEXT NOT NULL,
    letter TEXT NOT NULL, count INTEGER NOT NULL
);
CREATE TABLE posting (
    term INTEGER NOT NULL, sort TEXT NOT NULL, article INTEGER NOT NULL, name TEXT NOT NULL, PRIMARY KEY (term, sort)
) WITHOUT ROWID;

CREATE TABLE reference (
    article INTEGER NOT NULL, n INTEGER NOT NULL, key TEXT NOT NULL, text TEXT NOT NULL, outside INTEGER NOT NULL, target INTEGER,
    PRIMARY KEY (article, n)
) WITHOUT ROWID;
-- Pairs of long words, by digest, through which nearly equal headlines meet.
CREATE TABLE title_pair (pair INTEGER NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (pair, article)) WITHOUT ROWID;
CREATE TABLE reference_pair (pair INTEGER NOT NULL, article INTEGER NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (pair, article, n))
    WITHOUT ROWID;

-- Facets whose pages may be stale, with the span of dates that the change can reach; kept until they are published.
CREATE TABLE stale (facet TEXT NOT NULL, low TEXT NOT NULL, high TEXT NOT NULL, PRIMARY KEY (facet, low, high)) WITHOUT ROWID;
-- What is published: this table is our manifest.
CREATE TABLE page (path TEXT PRIMARY KEY, facet TEXT NOT NULL, key BLOB NOT NULL, digest BLOB NOT NULL, reason TEXT NOT NULL)
    WITHOUT ROWID;
-- A publication under way: files to rename into place, files to remove.
CREATE TABLE pending (path TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE removal (path TEXT PRIMARY KEY) WITHOUT ROWID;
"""

# Made after a first load, which is then twice as fast.
_INDEXES = """
CREATE UNIQUE INDEX IF NOT EXISTS source_path ON source (path);
CREATE INDEX IF NOT EXISTS source_folder ON source (folder, path);
CREATE INDEX IF NOT EXISTS problem_source ON problem (source);
CREATE INDEX IF NOT EXISTS picture_base ON picture (base);
CREATE UNIQUE INDEX IF NOT EXISTS article_sort ON article (sort);
CREATE INDEX IF NOT EXISTS article_wish ON article (wish_key);
CREATE INDEX IF NOT EXISTS collision_key ON collision (key);
CREATE INDEX IF NOT EXISTS article_title ON article (title_key);
CREATE INDEX IF NOT EXISTS article_path ON article (path);
CREATE INDEX IF NOT EXISTS article_base ON article (base);
CREATE INDEX IF NOT EXISTS source_digest ON source (digest);
CREATE INDEX IF NOT EXISTS alias_key ON alias (key);
CREATE INDEX IF NOT EXISTS alias_article ON alias (article);
CREATE INDEX IF NOT EXISTS inside_article ON inside (article);
CREATE INDEX IF NOT EXISTS image_article ON image (article);
CREATE INDEX IF NOT EXISTS term_filed ON term (kind, letter, filed, slug);
CREATE INDEX IF NOT EXISTS term_count ON term (kind, count DESC, slug);
CREATE INDEX IF NOT EXISTS reference_target ON reference (target) WHERE target IS NOT NULL;
CREATE INDEX IF NOT EXISTS reference_key ON reference (key);
CREATE INDEX IF NOT EXISTS page_facet ON page (facet);
"""

_INDEX_NAMES = re.findall(r"NOT EXISTS (\w+) ON", _INDEXES)
_CONTENT = (
    "folder source profile problem picture article text alias inside image collision day term posting reference"
    " title_pair reference_pair stale"
).split()

SCHEMA_VERSION = f"{zlib.crc32(_SCHEMA.encode()):08x} {__version__}"


def connect(path: Path) -> sqlite3.Connection:
    """The catalogue for writing; one that is damaged, or of another version but for its manifest, is begun anew."""
    path.parent.mkdir(parents=True, exist_ok=True)
    db = _open(path)
    try:
        version = _version(db)
    except sqlite3.DatabaseError:
        db.close()
        remove(path)
        db, version = _open(path), None
    if version != SCHEMA_VERSION:
        _begin_anew(db)
    return db


def remove(path: Path) -> None:
    """Remove a catalogue, and what SQLite keeps beside it."""
    for leftover in (path, path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")):
        leftover.unlink(missing_ok=True)


def is_damage(error: sqlite3.DatabaseError) -> bool:
    """Whether an error says that the catalogue's file is damaged."""
    return error.sqlite_errorcode & 0xFF in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


def is_of_disk(error: sqlite3.DatabaseError) -> bool:
    """Whether an error says that the catalogue can't be written: no room, no permission, a broken disk."""
    codes = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN}
    return error.sqlite_errorcode & 0xFF in codes


def connect_to_read(path: Path) -> sqlite3.Connection:
    """The catalogue for reading alone, as workers do: they see what was last committed."""
    db = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, isolation_level=None)
    db.execute("PRAGMA cache_size = -24000")
    return db


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """All or nothing."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")


@contextmanager
def journal_for(db: sqlite3.Connection, *, loading: bool) -> Iterator[None]:
    """For a first load, a journal that keeps old pages: there are none, and each new one is written once, not twice."""
    if loading:
        db.execute("PRAGMA journal_mode = TRUNCATE")
    try:
        yield
    finally:
        if loading:
            db.execute("PRAGMA journal_mode = WAL")


@contextmanager
def sorting(db: sqlite3.Connection) -> Iterator[None]:
    """For sorting a million rows: SQLite sorts as much at once as its cache may hold, and 4 MB stay in the processor's own cache.

    That takes four fifths of the time that 32 MB take, and with room for all rows at once it takes still longer.
    """
    (size,) = db.execute("PRAGMA cache_size").fetchone()
    db.execute("PRAGMA cache_size = -4000")
    try:
        yield
    finally:
        db.execute(f"PRAGMA cache_size = {size}")


def empty_content(db: sqlite3.Connection) -> None:
    """Forget what was read: the manifest stays."""
    for name in _INDEX_NAMES:
        db.execute(f"DROP INDEX IF EXISTS {name}")
    db.execute("DELETE FROM meta WHERE name = 'titles'")
    for table in _CONTENT:
        db.execute(f"DELETE FROM {table}")


def make_indexes(db: sqlite3.Connection) -> None:
    """Make what indexes are missing."""
    for statement in _INDEXES.split(";\n"):
        db.execute(statement)


def _open(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(path, isolation_level=None)
    # A kill at any moment leaves the last commit; only the machine's own crash may lose one, never the file.
    for pragma in (
        "page_size = 8192",  # a text and its row then lie on one page, mostly
        "journal_mode = WAL",
        "synchronous = NORMAL",
        "secure_delete = OFF",
        "cache_size = -32000",
        "temp_store = FILE",
    ):
        try:
            db.execute(f"PRAGMA {pragma}")
        except sqlite3.DatabaseError:  # damaged: found out and mended by the caller
            break
    return db


def _version(db: sqlite3.Connection) -> str | None:
    db.execute("PRAGMA schema_version")
    if not db.execute("SELECT 1 FROM sqlite_master WHERE name = 'meta'").fetchone():
        return None
    row = db.execute("SELECT value FROM meta WHERE name = 'schema'").fetchone()
    return str(row[0]) if row else None


def _begin_anew(db: sqlite3.Connection) -> None:
    manifest = _manifest(db)
    db.execute("BEGIN IMMEDIATE")
    for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'").fetchall():
        db.execute(f'DROP TABLE "{name}"')
    for statement in _SCHEMA.split(";\n"):
        db.execute(statement)
    db.execute("INSERT INTO meta VALUES ('schema', ?)", (SCHEMA_VERSION,))
    db.executemany("INSERT INTO page VALUES (?, '', x'', ?, '')", manifest)
    db.execute("COMMIT")


def _manifest(db: sqlite3.Connection) -> list[tuple[str, bytes]]:
    """What an older version published: still ours to replace and to remove."""
    columns = {name for _, name, *_ in db.execute("PRAGMA table_info(page)")}
    if "path" not in columns:
        return []
    digest = "digest" if "digest" in columns else "x''"
    return db.execute(f"SELECT path, {digest} FROM page").fetchall()
