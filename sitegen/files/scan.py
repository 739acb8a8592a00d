"""Which files there are and which changed, by size and times; nothing is opened here."""

import hashlib
import marshal
import os
import stat
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sitegen.model import Problem

TEXTS = (".txt", ".md")
PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".svg")
# A file that changed this shortly before the scan could change again within one tick of its file system's clock (two
# seconds on FAT) and look the same; its stamp isn't trusted, and the next build looks at its bytes again.
_TICK = 2_000_000_000


@dataclass(frozen=True, slots=True)
class File:
    """A file as the scan met it. An empty stamp is never equal to a known one."""

    path: str  # relative to the scanned root, with forward slashes
    stamp: str


Seen = tuple[str, int, int, int, int]  # a file's name, size, time of change, time of its entry's change, number


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder with its files in name order, and a stamp over all of them; empty where one of theirs is."""

    path: str
    stamp: str
    seen: tuple[Seen, ...]
    trusted_before: int = 0  # changes from this moment on could still go on within one tick of the clock
    problems: tuple[Problem, ...] = ()

    @property
    def files(self) -> tuple[File, ...]:
        """Its files: made when somebody asks, since most folders haven't changed."""
        prefix = f"{self.path}/" if self.path else ""
        return tuple(File(prefix + one[0], self._stamp_of(one)) for one in self.seen)

    def _stamp_of(self, one: Seen) -> str:
        return "" if max(one[2], one[3]) > self.trusted_before else " ".join(map(str, one[1:]))


def scan(root: Path, endings: tuple[str, ...] = (), below: Iterable[str] = ("",)) -> Iterator[Folder]:
    """Every folder below `root`, or below some in it, outer ones first, in name order; of its files those with these endings.

    Hidden files, editors' leftovers and links to folders are passed over. A link out of `root`'s parent is a problem.
    """
    pending = list(below)[::-1]
    while pending:
        path = pending.pop()
        folder, inner = look(root, path, endings)
        pending.extend(reversed(inner))
        yield folder


def stamps(job: tuple[Path, tuple[str, ...], list[str]]) -> list[tuple[str, str]]:
    """The folders that `scan` finds, by path and stamp alone: for workers, that share the looking."""
    return [(folder.path, folder.stamp) for folder in scan(*job)]


def look(root: Path, path: str, endings: tuple[str, ...]) -> tuple[Folder, list[str]]:
    """One folder, and the paths of the folders in it."""
    trusted_before = time.time_ns() - _TICK
    prefix = f"{path}/" if path else ""
    seen, others, problems = list[Seen](), list[os.DirEntry[str]](), list[Problem]()
    try:
        with os.scandir(root / path) as entries:
            for entry in entries:  # 100,000 times: as little as can be for each
                name = entry.name
                if name[0] in ".#" or name[-1] == "~":
                    continue
                if not entry.is_file(follow_symlinks=False) or not name.isascii():
                    others.append(entry)
                elif not endings or name.lower().endswith(endings):
                    status = entry.stat(follow_symlinks=False)
                    seen.append((name, status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino))
    except OSError as error:
        missing = not path and isinstance(error, FileNotFoundError)
        return Folder(path, "", (), problems=() if missing else (_unreadable(path, error),)), []
    inner = []
    for entry in others:
        status_or = _look(root, prefix + entry.name, entry, endings)
        if isinstance(status_or, Problem):
            problems.append(status_or)
        elif status_or and stat.S_ISDIR(status_or.st_mode):
            inner.append(prefix + entry.name)
        elif status_or:
            seen.append((entry.name, status_or.st_size, status_or.st_mtime_ns, status_or.st_ctime_ns, status_or.st_ino))
    seen.sort()
    problems.sort(key=lambda problem: problem.path)
    trusted = not problems and all(one[2] <= trusted_before >= one[3] for one in seen)
    return Folder(path, _stamp(seen) if trusted else "", tuple(seen), trusted_before, tuple(problems)), sorted(inner)


def _look(root: Path, path: str, entry: os.DirEntry[str], endings: tuple[str, ...]) -> os.stat_result | Problem | None:
    """Size and times of what isn't a plain file of plain name; what is wrong with it; or None where it is passed over."""
    is_folder = entry.is_dir(follow_symlinks=False)
    if not is_folder and endings and not entry.name.lower().endswith(endings):
        return None
    try:
        path.encode()
        status = entry.stat()  # first: it fails where a link leads back to itself
        trouble = _leads_out(root, path) if entry.is_symlink() else None
    except UnicodeEncodeError:
        shown = path.encode("utf-8", "backslashreplace").decode()
        return Problem(shown, 0, "has a name that isn't UTF-8", "give it another name")
    except OSError as error:
        return _unreadable(path, error)
    if is_folder or stat.S_ISREG(status.st_mode):
        return trouble or status
    if stat.S_ISDIR(status.st_mode):  # a link to a folder
        return trouble
    return Problem(path, 0, "isn't a file, but a pipe, a socket or a device", "take it out of the folder")


def _stamp(seen: list[Seen]) -> str:
    # The second version of marshal writes values alone, no references: the same for the same values.
    return hashlib.blake2b(marshal.dumps(seen, 2), digest_size=16).hexdigest()


def _leads_out(root: Path, path: str) -> Problem | None:
    site = root.parent.resolve()
    target = (root / path).resolve()
    if target.is_relative_to(site):
        return None
    return Problem(path, 0, "is a link to a file outside the site", "put a copy of the file in its place")


def _unreadable(path: str, error: OSError) -> Problem:
    return Problem(path or ".", 0, f"can't be read ({error.strerror})", "look at the file's permissions")
