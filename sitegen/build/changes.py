"""Finding what changed in the content since the catalogue last looked."""

import sqlite3
from dataclasses import dataclass, field
from pathlib import Path

from sitegen.files.scan import PICTURES, TEXTS, Folder, scan
from sitegen.model import Problem


@dataclass(frozen=True, slots=True)
class Wanted:
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
    for folder in scan(content, (*TEXTS, *PICTURES)):
        changes.problems += folder.problems
        stamp = known.pop(folder.path, None)
        if not folder.stamp or folder.stamp != stamp:
            _compare(db, folder, changes)
            if folder.stamp != stamp:
                changes.folders.append((folder.path, folder.stamp))
    for path in sorted(known):
        changes.gone_folders.append(path)
        changes.gone += [name for (name,) in db.execute("SELECT path FROM source WHERE folder = ? ORDER BY path", (path,))]
    return changes


def _compare(db: sqlite3.Connection, folder: Folder, changes: Changes) -> None:
    query = "SELECT path, stamp, digest FROM source WHERE folder = ?"
    known = {path: (stamp, digest) for path, stamp, digest in db.execute(query, (folder.path,))}
    for file in folder.files:
        stamp, digest = known.pop(file.path, ("", ""))
        if not file.stamp or file.stamp != stamp:
            changes.wanted.append(Wanted(file.path, file.stamp, digest))
    changes.gone += sorted(known)
