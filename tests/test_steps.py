import gc
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.steps import AT_ONCE, Steps, alone, in_one_go, together


def counted(name: int, steps: int, log: list[tuple[int, int]]) -> Steps[int]:
    """A work of so many steps, which notes each and gives its own name."""
    for step in range(steps):
        log.append((step, name))
        yield
    log.append((steps, name))
    return name


@given(st.lists(st.integers(0, 5), max_size=3 * AT_ONCE))
def test_results_come_in_the_order_of_their_works(lengths: list[int]) -> None:
    """However many steps each of them takes."""
    assert together(counted(name, steps, []) for name, steps in enumerate(lengths)) == list(range(len(lengths)))


@given(st.lists(st.integers(0, 5), max_size=AT_ONCE))
def test_all_take_one_step_before_any_takes_the_next(lengths: list[int]) -> None:
    """So that a step's code is at hand for all of them."""
    log: list[tuple[int, int]] = []
    together(counted(name, steps, log) for name, steps in enumerate(lengths))
    assert log == sorted(log)


def test_only_so_many_are_begun() -> None:
    """All that have begun are in memory."""
    begun: set[int] = set()
    most = 0

    def work(name: int) -> Steps[None]:
        nonlocal most
        begun.add(name)
        most = max(most, len(begun))
        yield
        begun.remove(name)

    def works() -> Iterator[Steps[None]]:
        for name in range(3 * AT_ONCE):
            yield work(name)

    together(works())
    assert most == AT_ONCE


def test_what_a_work_raises_comes_out() -> None:
    """And none of its group has a result then."""

    def failing() -> Steps[int]:
        yield
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        together([counted(1, 3, []), failing()])
    with pytest.raises(ValueError, match="no"):
        alone(failing())


def test_the_collector_rests_while_a_group_works_and_is_as_before_then() -> None:
    """Whether it was on or off, and whatever a work raises."""
    seen: list[bool] = []

    def watching(end: Exception | None) -> Steps[None]:
        seen.append(gc.isenabled())
        yield
        if end is not None:
            raise end

    together([watching(None)])
    with pytest.raises(ValueError, match="no"):
        together([watching(ValueError("no"))])
    assert gc.isenabled()
    gc.disable()
    try:
        together([watching(None)])
        assert not gc.isenabled()
    finally:
        gc.enable()
    assert seen == [False] * 3


def test_a_function_of_steps_does_its_work_in_one_go() -> None:
    """With the same arguments."""
    assert in_one_go(counted)(7, steps=2, log=[]) == 7
    assert in_one_go(counted).__name__ == "counted"
