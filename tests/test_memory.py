from hypothesis import given
from hypothesis import strategies as st

from sitegen.memory import Memory


@given(st.lists(st.integers(0, 12)), st.integers(2, 12))
def test_a_question_is_answered_once(questions: list[int], size: int) -> None:
    """What was worked out isn't worked out again while fewer others were asked than half of what is kept; no more is kept than that."""
    asked: list[int] = []

    def double(number: int) -> int:
        asked.append(number)
        return 2 * number

    memory = Memory(double, size)
    for place, number in enumerate(questions):
        before = len(asked)
        assert memory[number] == 2 * number
        anew = len(asked) - before
        last = max((at for at in range(place) if questions[at] == number), default=None)
        if last is None:
            assert anew == 1
        elif len(set(questions[last:place])) <= size // 2:
            assert anew == 0
        assert 13 - len(memory.unknown(range(13))) <= size


def test_what_was_found_elsewhere_is_kept() -> None:
    """Answers that came many at once aren't worked out one by one."""
    memory = Memory[int, str](lambda _: "worked out", 4)
    assert memory.unknown([1, 2]) == [1, 2]
    memory.keep(1, "found")
    assert memory.unknown([1, 2]) == [2]
    assert memory[1] == "found"
    assert memory[2] == "worked out"
