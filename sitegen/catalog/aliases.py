"""Old addresses: who gets one, and which of them can't be."""

import sqlite3
from collections.abc import Iterable, Iterator

from sitegen import urls
from sitegen.catalog.facets import Stale, whole


def rows(article: int, aliases: Iterable[str]) -> Iterator[tuple[str, str, int]]:
    """The rows of an article's aliases: each with the form in which addresses are compared."""
    yield from ((path, urls.collision_key(path), article) for path in aliases)


def folder_rows(article: int, paths: Iterable[str]) -> Iterator[tuple[str, str, int]]:
    """The folders of an article's addresses that look like files (`/index.php/17`): another address may be that file."""
    for path in paths:
        if "." in path.rpartition("/")[0]:
            parts = path.split("/")
            folders = ("/".join(parts[:n]) for n in range(1, len(parts)) if "." in parts[n - 1])
            yield from ((urls.collision_key(folder), path, article) for folder in folders)


def of_article(db: sqlite3.Connection, number: int) -> list[str]:
    """The old addresses that lead to an article: those that no article has or is inside of, and that no earlier source claims."""
    return [path for (path,) in db.execute(_OF_ARTICLE, (number,))]


def keys(db: sqlite3.Connection, number: int) -> set[str]:
    """What an article claims, in the form in which addresses are compared."""
    return {key for (key,) in db.execute("SELECT key FROM alias WHERE article = ?", (number,))}


def claimants(db: sqlite3.Connection, claims: set[str]) -> Iterator[Stale]:
    """The articles with one of these old addresses, or one inside of it: who gets it depends on who else wants it."""
    query = "SELECT article FROM alias WHERE key = ? UNION SELECT article FROM inside WHERE folder = ? ORDER BY 1"
    for key in sorted(claims):
        yield from (whole(f"article/{one}") for (one,) in db.execute(query, (key, key)))


def settle(db: sqlite3.Connection) -> None:
    """Find the addresses that would have to be a file and a folder at once: a problem until a person mends it."""
    db.execute("DELETE FROM collision WHERE key = ''")
    query = (
        "SELECT s.path, i.path, t.path, y.path FROM inside i JOIN source s ON s.id = i.article"
        " JOIN alias y ON y.key = i.folder JOIN source t ON t.id = y.article"
        " UNION SELECT s.path, i.path, t.path, a.path FROM inside i JOIN source s ON s.id = i.article"
        " JOIN article a ON a.wish_key = i.folder JOIN source t ON t.id = a.id ORDER BY 1, 2, 3, 4"
    )
    found = [
        ("", source, f"has the address /{path}, inside of the file /{file}, which is an address of {other}", _MEND)
        for source, path, other, file in db.execute(query)
    ]
    db.executemany("INSERT INTO collision VALUES (?, ?, ?, ?)", found)


_OF_ARTICLE = """
SELECT x.path FROM alias x JOIN source t ON t.id = x.article WHERE x.article = ?
AND NOT EXISTS (SELECT 1 FROM article a WHERE a.path = x.path)
AND NOT EXISTS (SELECT 1 FROM article a WHERE a.wish_key = x.key AND a.path = a.wish)
AND NOT EXISTS (
    SELECT 1 FROM alias y JOIN source s ON s.id = y.article
    WHERE y.key = x.key AND (s.path < t.path OR (y.article = x.article AND y.path < x.path))
)
AND NOT EXISTS (SELECT 1 FROM inside i JOIN article a ON a.id = i.article WHERE i.folder = x.key AND i.path = a.wish)
AND NOT EXISTS (
    SELECT 1 FROM inside i WHERE i.article = x.article AND i.path = x.path
    AND (i.folder IN (SELECT key FROM alias) OR i.folder IN (SELECT wish_key FROM article))
)
ORDER BY x.path
"""
_MEND = "take one of the two out of `aliases`"
