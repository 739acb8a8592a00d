import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from sitegen import workers
from sitegen.errors import ContentError


def double(number: int) -> int:
    """What the workers of these tests do."""
    return 2 * number


def refuse(number: int) -> int:
    """What they do where something is wrong."""
    raise ContentError(f"{number} is wrong", path="a.txt", line=number, hint="take another")


def process_of(_: int) -> int:
    """Which process does the work."""
    return os.getpid()


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_the_order_of_the_batches(jobs: int) -> None:
    """Whichever is done first."""
    with workers.open_executor(jobs) as executor:
        assert list(workers.map_batches(executor, double, range(20), 4)) == list(range(0, 40, 2))


def test_one_job_is_done_in_this_process() -> None:
    """No process is started for it; for more, others are."""
    with workers.open_executor(1) as executor:
        assert set(workers.map_batches(executor, process_of, range(3), 2)) == {os.getpid()}
    with workers.open_executor(2) as executor:
        assert os.getpid() not in set(workers.map_batches(executor, process_of, range(3), 2))


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_error_comes_through_whole(jobs: int) -> None:
    """With its path, line and mend, from another process too."""
    with pytest.raises(ContentError) as caught, workers.open_executor(jobs) as executor:
        list(workers.map_batches(executor, refuse, range(7, 9), 2))
    assert str(caught.value) == "a.txt:7: 7 is wrong: take another"


def test_no_more_batches_are_taken_than_allowed() -> None:
    """Memory is bounded by that, however many there are."""
    taken = []

    def batches() -> Iterator[int]:
        for number in range(100):
            taken.append(number)
            yield number

    with workers.open_executor(1) as executor:
        results = workers.map_batches(executor, double, batches(), 3)
        assert next(results) == 0
        assert len(taken) <= 4


def test_any_executor_does() -> None:
    """What speaks the interface of `concurrent.futures` can do the work: threads, or a cluster's client."""
    with ThreadPoolExecutor(2) as executor:
        assert list(workers.map_batches(executor, double, range(5), 2)) == [0, 2, 4, 6, 8]


def test_little_work_is_not_worth_processes() -> None:
    """And no number means as many as there are cores."""
    assert workers.worth(4, 3) == 1
    assert workers.worth(4, 5000) == 4
    assert workers.worth(0, 5000) == workers.default_jobs()


def test_items_are_batched_in_order() -> None:
    """The last batch is what is left."""
    assert list(workers.batched(iter("abcde"), 2)) == [["a", "b"], ["c", "d"], ["e"]]
    assert list(workers.batched([], 2)) == []
