"""Finding what changed in the content since the catalogue last looked."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import msgspec

from sitegen.config import profile
from sitegen.files.scan import PICTURES, TEXTS, Folder, look, scan, stamps
from sitegen.model import Problem

_ENDINGS = (*TEXTS, *PICTURES, profile.FILE)
_MANY = 20_000  # sources: for fewer, starting processes takes longer than looking
_BEGINNING = 1000  # files: of an archive that isn't known so many are looked at before other processes are asked for help


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


def find_all(content: Path, jobs: int, meanwhile: Callable[[], None]) -> Changes:
    """What `find` finds where nothing is known: everything.

    Other processes look at most of a large archive (`jobs` at most, 0 for as many as there are cores). This one does `meanwhile`.
    """
    changes, pending = Changes(), [""]
    while pending and len(changes.wanted) < _BEGINNING:
        folder, inner = look(content, pending.pop(), _ENDINGS)
        pending.extend(reversed(inner))
        _add(changes, folder)
    if not pending:
        meanwhile()
        return changes
    from sitegen import workers  # noqa: PLC0415 - 20 ms that a small archive needn't pay

    helpers = workers.helpers(jobs)
    with workers.open_executor(helpers) as executor:
        pieces = workers.batched(reversed(pending), max(1, len(pending) // (4 * helpers)))
        under_way = [executor.submit(_found, (content, piece)) for piece in pieces]
        meanwhile()
        for future in under_way:
            found = _findings.decode(future.result())
            changes.wanted += found.wanted
            changes.folders += found.folders
            changes.problems += found.problems
    return changes


def _found(job: tuple[Path, list[str]]) -> bytes:
    """Everything below some folders, encoded: for workers."""
    content, below = job
    found = Changes()
    _add_all(found, scan(content, _ENDINGS, below))
    return msgspec.msgpack.encode(found)


_findings = msgspec.msgpack.Decoder(Changes)


def _add_all(changes: Changes, folders: Iterable[Folder]) -> None:
    for folder in folders:
        _add(changes, folder)


def _add(changes: Changes, folder: Folder) -> None:
    """Take up a folder that isn't known."""
    changes.problems += folder.problems
    changes.wanted += [Wanted(file.path, file.stamp, "") for file in folder.files if _is_ours(file.path)]
    changes.folders.append((folder.path, folder.stamp))


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
        if not _is_ours(file.path):
            continue
        stamp, digest = known.pop(file.path, ("", ""))
        if not file.stamp or file.stamp != stamp:
            changes.wanted.append(Wanted(file.path, file.stamp, digest))
    changes.gone += sorted(known)


def _is_ours(path: str) -> bool:
    """Whether a file is one to read: not one whose name only ends like a profile's."""
    return not path.endswith(profile.FILE) or profile.is_profile(path)
