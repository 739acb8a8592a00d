"""What the last build gave, for everyone who follows it."""

import asyncio
import secrets
import threading
from collections.abc import AsyncIterator
from dataclasses import dataclass

from sitegen.model import Problem


@dataclass(frozen=True, slots=True)
class BuildOutcome:
    """What a build did: the paths of the files that it wrote or removed, and what a person should mend."""

    changed: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Edition:
    """The pages as they stand. The version changes when a page does; it is unlike that of any other run."""

    version: str
    problems: tuple[Problem, ...] = ()


class Bulletin:
    """The current edition. One thread publishes, and any number of event loops follow."""

    def __init__(self) -> None:
        self._run = secrets.token_hex(4)
        self._count = 0
        self._lock = threading.Lock()
        self._bells: dict[asyncio.Event, asyncio.AbstractEventLoop] = {}
        self.edition = Edition(self._name())

    def publish(self, outcome: BuildOutcome) -> None:
        """Make a build's outcome the current edition, and wake all followers."""
        with self._lock:
            self._count += bool(outcome.changed)
            self.edition = Edition(self._name(), outcome.problems)
            for bell, loop in self._bells.items():
                loop.call_soon_threadsafe(bell.set)

    async def follow(self, patience: float) -> AsyncIterator[Edition | None]:
        """Yield the current edition, then each new one as it comes; None for each `patience` seconds of silence."""
        bell = asyncio.Event()
        with self._lock:
            self._bells[bell] = asyncio.get_running_loop()
        try:
            yield self.edition
            while True:
                try:
                    await asyncio.wait_for(bell.wait(), patience)
                except TimeoutError:
                    yield None
                    continue
                bell.clear()
                yield self.edition
        finally:
            with self._lock:
                del self._bells[bell]

    def _name(self) -> str:
        return f"{self._run}-{self._count}"
