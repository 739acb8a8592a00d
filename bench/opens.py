"""Sees which files of a folder are opened, through the kernel's inotify; elsewhere than on Linux it sees nothing."""

import ctypes
import os
import struct
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

IN_OPEN = 0x20
IN_ISDIR = 0x40000000
HEADER = struct.Struct("iIII")  # struct inotify_event: watch, mask, cookie, length of the name that follows


@contextmanager
def watched(folder: Path) -> Iterator[int]:
    """Watches every folder below; gives the descriptor to hand to `opened`, or -1 where there is no inotify."""
    if not sys.platform.startswith("linux"):
        yield -1
        return
    library = ctypes.CDLL(None, use_errno=True)
    descriptor: int = library.inotify_init1(os.O_NONBLOCK)
    try:
        for place in [folder, *(path for path in folder.rglob("*") if path.is_dir())]:
            if library.inotify_add_watch(descriptor, os.fsencode(place), IN_OPEN) < 0:
                raise OSError(ctypes.get_errno(), f"{place} can't be watched")
        yield descriptor
    finally:
        os.close(descriptor)


def opened(descriptor: int) -> int:
    """How many times a file was opened since the watch began; listing a folder isn't opening a file."""
    return sum(not mask & IN_ISDIR for mask in _masks(descriptor)) if descriptor >= 0 else 0


def _masks(descriptor: int) -> Iterator[int]:
    while True:
        try:
            events = os.read(descriptor, 1 << 16)
        except BlockingIOError:
            return
        place = 0
        while place < len(events):
            _, mask, _, length = HEADER.unpack_from(events, place)
            yield mask
            place += HEADER.size + length
