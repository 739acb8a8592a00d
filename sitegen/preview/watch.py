"""Watches files and folders, and tells when what changed has come to rest."""

import os
import threading
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from fnmatch import fnmatchcase
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch
from watchdog.observers.polling import PollingObserver

_QUIET = 0.05  # seconds; editors' bursts (rename, truncate then write) are closer together
_PATIENCE = 1.0  # seconds; a long checkout is built in pieces instead of not at all

_CHANGES = {"created", "modified", "moved", "deleted", "closed"}  # not "opened": a build opens what it reads
# What editors and downloads leave for a moment: Vim, Emacs, JetBrains and browsers. All dotted names are passed over as well.
_TEMPORARY = ("*~", "#*#", "*.swp", "*.swx", "*.tmp", "4913", "*___jb_*___", "*.part", "*.crdownload")


class Changes:
    """What has changed and hasn't been built yet."""

    def __init__(self, quiet: float = _QUIET, patience: float = _PATIENCE) -> None:
        self._quiet = quiet
        self._patience = patience
        self._news = threading.Condition()
        self._paths: set[Path] = set()
        self._count = 0
        self._closed = False

    def report(self, path: Path) -> None:
        """Say that a path has changed."""
        with self._news:
            self._paths.add(path)
            self._count += 1
            self._news.notify_all()

    def close(self) -> None:
        """Let `settle` return, now and from now on."""
        with self._news:
            self._closed = True
            self._news.notify_all()

    def settle(self) -> tuple[Path, ...]:
        """Wait for changes and for their end; the paths, sorted, or nothing after `close`."""
        with self._news:
            self._news.wait_for(lambda: self._closed or self._paths)
            end = time.monotonic() + self._patience
            while self._goes_on(end):
                pass
            paths, self._paths = self._paths, set()
            return () if self._closed else tuple(sorted(paths))

    def _goes_on(self, end: float) -> bool:
        count = self._count
        rest = min(self._quiet, end - time.monotonic())
        return rest > 0 and self._news.wait_for(lambda: self._closed or self._count != count, rest) and not self._closed


@contextmanager
def watching(roots: Sequence[Path], output: Path, changes: Changes, say: Callable[[str], None]) -> Iterator[None]:
    """Report changes of files and below folders, whether they exist yet or not, for as long as the context lasts."""
    with warnings.catch_warnings():
        # watchdog 7 meets a folder twice when it is made inside one that is new itself, and warns of it; nothing is lost.
        warnings.filterwarnings("ignore", category=RuntimeWarning, module=r"watchdog\.")
        observer = _started(Observer(), roots, output, changes)
        if observer is None:
            say("The system can't watch that many folders; looking for changes once a second instead.")
            observer = _started(PollingObserver(), roots, output, changes)
        try:
            yield
        finally:
            if observer is not None:
                observer.stop()
                observer.join()


def _started(observer: BaseObserver, roots: Sequence[Path], output: Path, changes: Changes) -> BaseObserver | None:
    """Start an observer; None where the system has no watches left."""
    handler = _Handler(observer, [_absolute(root) for root in roots], _absolute(output), changes)
    try:
        handler.schedule()
        observer.start()
    except OSError:
        observer.stop()
        return None
    return observer


class _Handler(FileSystemEventHandler):
    """Sorts out the events. Parents are watched too: files are saved by renaming, folders come and go."""

    def __init__(self, observer: BaseObserver, roots: Sequence[Path], output: Path, changes: Changes) -> None:
        self._observer = observer
        self._roots = roots
        self._output = output
        self._changes = changes
        self._watches: dict[Path, ObservedWatch] = {}

    def schedule(self) -> None:
        for parent in sorted({root.parent for root in self._roots}):
            if parent.is_dir():
                self._observer.schedule(self, str(parent), recursive=False)
        for root in self._roots:
            self._enter(root)

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type not in _CHANGES or (event.is_directory and event.event_type == "modified"):
            return
        for path in (Path(os.fsdecode(place)) for place in (event.src_path, event.dest_path) if place):
            if path in self._roots and event.is_directory:
                self._enter(path)
            if self._matters(path):
                self._changes.report(path)

    def _enter(self, root: Path) -> None:
        if root in self._watches:
            with suppress(KeyError):
                self._observer.unschedule(self._watches.pop(root))
        if root.is_dir():
            self._watches[root] = self._observer.schedule(self, str(root), recursive=True)

    def _matters(self, path: Path) -> bool:
        if path == self._output or self._output in path.parents:
            return False
        return any(path == root or (root in path.parents and _is_lasting(path.relative_to(root))) for root in self._roots)


def _is_lasting(path: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.parts)
    return not hidden and not any(fnmatchcase(path.name, pattern) for pattern in _TEMPORARY)


def _absolute(path: Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100 -- not resolve: a watched path keeps the name that events will have
