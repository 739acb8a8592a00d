"""Finding what changed in the content since the catalogue last looked."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from sitegen.config import profile
from sitegen.files.scan import PICTURES, TEXTS, Folder, look, scan, stamps
from sitegen.model import Problem

_ENDINGS = (*TEXTS, *PICTURES, profile.FILE)
_MANY = 20_000  # sources: for fewer, starting processes takes longer than looking


class Wanted(NamedTuple):
    """A file to read, with the digest under which it is known, if it is."""

    path: str
    stamp: str
    digest: str


@dataclass(slots=True)
class Changes:
    """What a scan found."""

    wanted: list[Wanted] = field(default_factory=list)  # new, or not as they were
    gone: list[str] = field(default_factory=list)
    folders: list[tuple[str, str]] = field(default_factory=list)  # their new stamps
    gone_folders: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.wanted or self.gone or self.folders or self.gone_folders)


def find(db: sqlite3.Connection, content: Path) -> Changes:
    """Compare the content folder with the catalogue. A folder whose stamp is the known one costs no look at its files."""
    changes = Changes()
    known: dict[str, str] = dict(db.execute("SELECT path, stamp FROM folder"))
    many = db.execute("SELECT 1 FROM source LIMIT 1 OFFSET ?", (_MANY,)).fetchone() is not None
    for folder, stamp in _look_together(content, known) if many else _look(content, known):
        changes.problems += folder.problems
        _compare(db, folder, changes)
        if folder.stamp != stamp:
            changes.folders.append((folder.path, folder.stamp))
    for path in sorted(known):
        changes.gone_folders.append(path)
        changes.gone += [name for (name,) in db.execute("SELECT path FROM source WHERE folder = ? ORDER BY path", (path,))]
    return changes


def _look(content: Path, known: dict[str, str]) -> Iterator[tuple[Folder, str | None]]:
    """The folders that aren't as they were known, each with its old stamp; those that are gone stay in `known`."""
    for folder in scan(content, _ENDINGS):
        stamp = known.pop(folder.path, None)
        if not folder.stamp or folder.stamp != stamp:
            yield folder, stamp


def _look_together(content: Path, known: dict[str, str]) -> Iterator[tuple[Folder, str | None]]:
    """The same with the help of other processes: asking for 100,000 files' times takes one of them a third of a second."""
    from sitegen import workers  # noqa: PLC0415 - 20 ms that a small archive needn't pay

    top, inner = look(content, "", _ENDINGS)
    yield from _differing(content, [("", top.stamp)], known)
    jobs = workers.helpers()
    pieces = ((content, _ENDINGS, piece) for piece in workers.batched(inner, max(1, len(inner) // (4 * jobs))))
    with workers.open_executor(jobs) as executor:
        for found in workers.map_batches(executor, stamps, pieces, 3 * jobs):
            yield from _differing(content, found, known)


def _differing(content: Path, found: list[tuple[str, str]], known: dict[str, str]) -> Iterator[tuple[Folder, str | None]]:
    for path, stamp in found:
        old = known.pop(path, None)
        if not stamp or stamp != old:
            yield look(content, path, _ENDINGS)[0], old


def _compare(db: sqlite3.Connection, folder: Folder, changes: Changes) -> None:
    query = "SELECT path, stamp, digest FROM source WHERE folder = ?"
    known = {path: (stamp, digest) for path, stamp, digest in db.execute(query, (folder.path,))}
    for file in folder.files:
        if file.path.endswith(profile.FILE) and not profile.is_profile(file.path):
            continue
        stamp, digest = known.pop(file.path, ("", ""))
        if not file.stamp or file.stamp != stamp:
            changes.wanted.append(Wanted(file.path, file.stamp, digest))
    changes.gone += sorted(known)
