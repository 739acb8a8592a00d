"""How far a build has come: a bar for each stage on a terminal, nothing elsewhere."""

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from rich.progress import TaskID

_PATIENCE = 1.0  # seconds before a bar appears: most rebuilds are over by then


class Progress:
    """Shows the stages of a long build."""

    def __init__(self, *, quiet: bool) -> None:
        self._began = time.monotonic()
        self._terminal = sys.stderr.isatty() and not quiet
        self._bars: _Bars | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._bars:
            self._bars.stop()

    def show(self, stage: str, done: int, total: int) -> None:
        """Move a stage's bar; a total of 0 means that nobody knows."""
        if not self._terminal:
            return
        if self._bars is None:
            if time.monotonic() - self._began < _PATIENCE:
                return
            self._bars = _Bars()
        self._bars.show(stage, done, total)


class _Bars:
    def __init__(self) -> None:
        from rich.console import Console  # noqa: PLC0415 - 60 ms, for long builds on a terminal alone
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415
        from rich.progress import Progress as Bars  # noqa: PLC0415

        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        self._bars = Bars(*columns, console=Console(stderr=True), transient=True)
        self._bars.start()
        self._tasks: dict[str, TaskID] = {}

    def show(self, stage: str, done: int, total: int) -> None:
        if stage not in self._tasks:
            self._tasks[stage] = self._bars.add_task(stage, total=total or None)
        self._bars.update(self._tasks[stage], completed=done, total=total or None)

    def stop(self) -> None:
        self._bars.stop()
