"""Giving every article its address, without memory: the same articles get the same addresses, in whatever order they came."""

import sqlite3
from collections.abc import Callable, Iterable

from sitegen import urls


def settle(db: sqlite3.Connection, keys: Iterable[str] | None, before_change: Callable[[int], None]) -> None:
    """Tell apart the articles that wish for one address; `keys` are the addresses to look at, None all of them.

    Who asks in front matter comes first; of the others the first by source path keeps the plain address. Two that ask for one
    address are a problem, kept with the catalogue. `before_change` hears of each article whose address is about to change.
    """
    if keys is None:
        keys = [key for (key,) in db.execute("SELECT wish_key FROM article GROUP BY wish_key HAVING count(*) > 1")]
    for key in sorted(keys):
        db.execute("DELETE FROM collision WHERE key = ?", (key,))
        _settle_one(db, key, before_change)


def _settle_one(db: sqlite3.Connection, key: str, before_change: Callable[[int], None]) -> None:
    query = (
        "SELECT a.id, s.path, a.wish, a.path, a.asked FROM article a JOIN source s USING (id)"
        " WHERE wish_key = ? ORDER BY a.asked DESC, s.path"
    )
    members = db.execute(query, (key,)).fetchall()
    taken: set[str] = set()
    for place, (article, source, wish, path, asked) in enumerate(members):
        if asked and place:
            _complain(db, key, source, wish, members[0][1])
        given = urls.told_apart(wish, source) if place else wish
        while given in taken:  # source paths that differ in Unicode form alone
            given = urls.told_apart(given, source)
        taken.add(given)
        if given != path:
            before_change(article)
            db.execute("UPDATE article SET path = ? WHERE id = ?", (given, article))
        for (other,) in db.execute(_MET_BY_CHANCE, (given, key)):
            _complain(db, key, source, given, other)


# An address asked for can also be one that was made by telling two articles apart.
_MET_BY_CHANCE = "SELECT s.path FROM article a JOIN source s USING (id) WHERE a.path = ? AND a.wish_key <> ?"


def _complain(db: sqlite3.Connection, key: str, source: str, path: str, other: str) -> None:
    what = f"asks for the address /{urls.address(path)}, and so does {other}"
    hint = "give one of the two another `slug` in its front matter"
    db.execute("INSERT INTO collision VALUES (?, ?, ?, ?)", (key, source, what, hint))
