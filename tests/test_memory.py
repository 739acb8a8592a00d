from sitegen.memory import Memory


def test_a_question_is_answered_once() -> None:
    """What was worked out isn't worked out again, until there is too much of it."""
    asked: list[int] = []

    def double(number: int) -> int:
        asked.append(number)
        return 2 * number

    memory = Memory(double, 2)
    assert list(map(memory.__getitem__, (1, 2, 1, 2, 3, 3, 1))) == [2, 4, 2, 4, 6, 6, 2]
    assert asked == [1, 2, 3, 1]
    assert len(memory) == 2
