"""Which files there are and which changed, by size and times; nothing is opened here."""

import hashlib
import os
import stat
import time
from collections.abc import Iterator
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


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder with its files in name order, and a stamp over all of them; empty where one of theirs is."""

    path: str
    stamp: str
    files: tuple[File, ...]
    problems: tuple[Problem, ...] = ()


def scan(root: Path, endings: tuple[str, ...] = ()) -> Iterator[Folder]:
    """Every folder below `root`, outer ones first, in name order; of its files those with these endings, or all.

    Hidden files, editors' leftovers and links to folders are passed over. A link out of `root`'s parent is a problem.
    """
    pending = [""]
    while pending:
        path = pending.pop()
        folder, inner = _scan_one(root, path, endings)
        pending.extend(reversed(inner))
        yield folder


def _scan_one(root: Path, path: str, endings: tuple[str, ...]) -> tuple[Folder, list[str]]:
    newest = time.time_ns() - _TICK
    prefix = f"{path}/" if path else ""
    files, inner, problems, trusted = [], [], [], True
    try:
        with os.scandir(root / path) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError as error:
        if not path and isinstance(error, FileNotFoundError):
            return Folder(path, "", ()), []
        return Folder(path, "", (), (_unreadable(path, error),)), []
    for entry in entries:
        name = entry.name
        if name[0] in ".#" or name[-1] == "~":
            continue
        is_folder = entry.is_dir(follow_symlinks=False)
        if not is_folder and endings and not name.lower().endswith(endings):
            continue
        status = _look(root, prefix + name, entry)
        if isinstance(status, Problem):
            problems.append(status)
        elif is_folder:
            inner.append(prefix + name)
        if isinstance(status, Problem) or not stat.S_ISREG(status.st_mode):
            continue
        fresh = status.st_mtime_ns > newest or status.st_ctime_ns > newest
        trusted &= not fresh
        stamp = "" if fresh else f"{status.st_size} {status.st_mtime_ns} {status.st_ctime_ns} {status.st_ino}"
        files.append(File(prefix + name, stamp))
    stamp = _stamp(files) if trusted and not problems else ""
    return Folder(path, stamp, tuple(files), tuple(problems)), inner


def _look(root: Path, path: str, entry: os.DirEntry[str]) -> os.stat_result | Problem:
    """An entry's size and times, or what is wrong with it."""
    try:
        path.encode()
    except UnicodeEncodeError:
        shown = path.encode("utf-8", "backslashreplace").decode()
        return Problem(shown, 0, "has a name that isn't UTF-8", "give it another name")
    try:
        if entry.is_symlink() and (trouble := _leads_out(root, path)):
            return trouble
        status = entry.stat()
    except OSError as error:
        return _unreadable(path, error)
    if stat.S_ISREG(status.st_mode) or stat.S_ISDIR(status.st_mode):
        return status
    return Problem(path, 0, "isn't a file, but a pipe, a socket or a device", "take it out of the folder")


def _stamp(files: list[File]) -> str:
    text = "\n".join([f"{file.path}\0{file.stamp}" for file in files])
    return hashlib.blake2b(text.encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()


def _leads_out(root: Path, path: str) -> Problem | None:
    site = root.parent.resolve()
    target = (root / path).resolve()
    if target.is_relative_to(site):
        return None
    return Problem(path, 0, "is a link to a file outside the site", "put a copy of the file in its place")


def _unreadable(path: str, error: OSError) -> Problem:
    return Problem(path or ".", 0, f"can't be read ({error.strerror})", "look at the file's permissions")
