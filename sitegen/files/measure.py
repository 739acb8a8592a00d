"""How large a built site is: one walk, in which only the largest is remembered."""

import os
from collections.abc import Iterator
from pathlib import Path

from sitegen.hosting import Measure, Place

_UNPUBLISHED = {".git"}  # an output folder that is a repository is published without its history


def measure(output: Path) -> Measure:
    """The measures of a folder; of what is equally large, the first by path."""
    files = size = 0
    largest = longest = fullest = (0, "")
    for folder, inside in _folders(str(output), ""):
        files += len(inside)
        size += sum(inside.values())
        fullest = _greater(fullest, (len(inside), folder or "."))
        for path, length in inside.items():
            largest = _greater(largest, (length, path))
            longest = _greater(longest, (len(path.encode()), path))
    return Measure(files, size, largest, longest, fullest)


def _greater(one: Place, other: Place) -> Place:
    return min(one, other, key=lambda place: (-place[0], place[1]))


def _folders(root: str, folder: str) -> Iterator[tuple[str, dict[str, int]]]:
    """Each folder with the sizes of its own files, by their path from the root."""
    inside, inner = {}, []
    with os.scandir(f"{root}/{folder}") as entries:
        for entry in entries:
            path = f"{folder}/{entry.name}" if folder else entry.name
            if entry.is_dir(follow_symlinks=False):
                inner += [path] if path not in _UNPUBLISHED else []
            else:
                inside[_sayable(path)] = entry.stat(follow_symlinks=False).st_size
    yield folder, inside
    for path in inner:
        yield from _folders(root, path)


def _sayable(path: str) -> str:
    """A path that can be printed: a name that isn't UTF-8 is none of ours, and is shown with marks in it."""
    return os.fsencode(path).decode("utf-8", "replace")
