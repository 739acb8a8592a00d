"""Source profiles in a build: which there are, and which texts a change of one reaches."""

import sqlite3
from collections.abc import Iterator, Mapping
from pathlib import Path

from sitegen.build.changes import Changes, Wanted
from sitegen.config import profile
from sitegen.files.scan import TEXTS, look
from sitegen.model import Problem, Profile

_BELOW = "SELECT path, stamp FROM source WHERE folder = ? OR (folder >= ? AND folder < ?)"  # `/` is followed by `0`
_ALL = "SELECT path, stamp FROM source"


def renew(db: sqlite3.Connection, content: Path, changes: Changes, *, fresh: bool) -> list[Wanted]:
    """Take changed profiles into the catalogue; the files to read, with all texts that a change of a profile reaches."""
    changed = {_folder(path) for path in changes.gone if profile.is_profile(path)}
    db.executemany("DELETE FROM profile WHERE folder = ?", [(folder,) for folder in sorted(changed)])
    for wanted in changes.wanted:
        if profile.is_profile(wanted.path) and _put(db, _folder(wanted.path), content / wanted.path):
            changed.add(_folder(wanted.path))
    if fresh or not changed:
        return changes.wanted
    known = {one.path: one for one in changes.wanted}
    gone = set(changes.gone)
    for path, stamp in _below(db, changed):
        if path not in gone:
            known[path] = Wanted(path, known[path].stamp if path in known else stamp, "")  # no digest: read whatever its bytes
    return [known[path] for path in sorted(known)]


def _folder(path: str) -> str:
    return path.rpartition("/")[0]


def _put(db: sqlite3.Connection, folder: str, file: Path) -> bool:
    """Keep a profile's bytes; whether they are others than before. One that can't be read says nothing, and its row says why."""
    try:
        data = file.read_bytes()
    except OSError:
        data = b""
    if db.execute("SELECT data FROM profile WHERE folder = ?", (folder,)).fetchone() == (data,):
        return False
    db.execute("INSERT OR REPLACE INTO profile VALUES (?, ?)", (folder, data))
    return True


def _below(db: sqlite3.Connection, folders: set[str]) -> Iterator[tuple[str, str]]:
    """The texts in some folders and below, with their stamps."""
    for folder in sorted(folders):
        rows = db.execute(_BELOW, (folder, f"{folder}/", f"{folder}0")) if folder else db.execute(_ALL)
        yield from ((path, stamp) for path, stamp in rows if path.lower().endswith(TEXTS))


def effective(db: sqlite3.Connection) -> dict[str, Profile]:
    """What holds below each folder that has a profile: its own, and those of the folders above it."""
    found: dict[str, Profile] = {}
    for folder, data in db.execute("SELECT folder, data FROM profile ORDER BY folder"):  # outer ones come first
        own, _ = profile.parse(_path(folder), data)
        outer = nearest(_folder(folder), found) if folder else None
        found[folder] = own if outer is None else profile.below(found[outer], own)
    return found


def _path(folder: str) -> str:
    return f"{folder}/{profile.FILE}" if folder else profile.FILE


def nearest(folder: str, known: Mapping[str, Profile]) -> str | None:
    """The folder, this one or the next above it, that has a profile."""
    while folder not in known:
        if not folder:
            return None
        folder = _folder(folder)
    return folder


def above(top: Path, folder: str) -> tuple[Profile | None, tuple[Problem, ...]]:
    """What holds for texts in a folder of `top`, as a build would find it; and what is wrong with the profiles on the way."""
    found: Profile | None = None
    problems: list[Problem] = []
    parts = folder.split("/") if folder else []
    for depth in range(len(parts) + 1):
        inner = "/".join(parts[:depth])
        seen, _ = look(top, inner, (profile.FILE,))
        problems += [one for one in seen.problems if profile.is_profile(one.path)]
        if any(one.path == _path(inner) for one in seen.files):
            own, wrong = _of(top, inner)
            problems += wrong
            found = own if found is None else profile.below(found, own)
    return found, tuple(problems)


def _of(top: Path, folder: str) -> tuple[Profile, tuple[Problem, ...]]:
    path = _path(folder)
    try:
        data = (top / path).read_bytes()
    except OSError as error:
        return Profile(), (Problem(path, 0, f"can't be read ({error.strerror})", "look at the file's permissions"),)
    return profile.parse(path, data)
