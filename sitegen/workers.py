"""One executor for all work: this process, many processes, or whatever else speaks `concurrent.futures.Executor`."""

import multiprocessing
import multiprocessing.connection
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from itertools import islice
from typing import ParamSpec, TypeVar

Batch = TypeVar("Batch")
Result = TypeVar("Result")
Arguments = ParamSpec("Arguments")


_WORTH = 64  # files or pages: for fewer, starting processes takes longer than the work


class Here(Executor):
    """Does the work at once, in this process."""

    def submit(self, fn: Callable[Arguments, Result], /, *args: Arguments.args, **kwargs: Arguments.kwargs) -> Future[Result]:
        """A future that is already done."""
        future: Future[Result] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001 - as any executor: what is raised waits in the future
            future.set_exception(error)
        return future


@contextmanager
def open_executor(jobs: int) -> Iterator[Executor]:
    """An executor with that many processes; with one, this process does the work itself."""
    if jobs == 1:
        yield Here()
        return
    method = "fork" if _can_fork() else "spawn"
    with ProcessPoolExecutor(jobs, multiprocessing.get_context(method), _obey_parent) as executor:
        try:
            yield executor
        except BaseException:
            executor.shutdown(wait=False, cancel_futures=True)
            raise


def _obey_parent() -> None:
    """A worker ends when its parent does, however that ends, and leaves Ctrl-C to it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a worker stopped in the middle of an answer would hang the executor
    parent = multiprocessing.parent_process()
    if parent:
        threading.Thread(target=_follow, args=(parent.sentinel,), daemon=True).start()


def _follow(sentinel: int) -> None:
    multiprocessing.connection.wait([sentinel])
    os._exit(1)


def _can_fork() -> bool:
    """Forking shares what is loaded and takes milliseconds, but is unsound beside other threads (the preview's)."""
    return sys.platform == "linux" and threading.active_count() == 1


def helpers(jobs: int = 0) -> int:
    """How many processes can help with a task of a fraction of a second: none where they are slow to start."""
    return (jobs or default_jobs()) if _can_fork() else 1


def worth(jobs: int, work: int) -> int:
    """How many processes to start for that many files or pages; `jobs` 0 means as many as there are cores."""
    return (jobs or default_jobs()) if work > _WORTH else 1


def default_jobs() -> int:
    """As many as there are cores for us."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def map_batches(
    executor: Executor, function: Callable[[Batch], Result], batches: Iterable[Batch], ahead: int
) -> Iterator[Result]:
    """Results in the order of the batches. At most `ahead` batches are under way, so that memory stays bounded."""
    under_way: deque[Future[Result]] = deque()
    waiting = iter(batches)
    for batch in islice(waiting, ahead):
        under_way.append(executor.submit(function, batch))
    while under_way:
        result = under_way.popleft().result()
        for batch in islice(waiting, 1):
            under_way.append(executor.submit(function, batch))
        yield result


def batched(items: Iterable[Batch], size: int) -> Iterator[list[Batch]]:
    """Items in lists of that size."""
    iterator = iter(items)
    while batch := list(islice(iterator, size)):
        yield batch
