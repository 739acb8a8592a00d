"""What was worked out lately, kept for the next who asks."""

from collections.abc import Callable
from typing import TypeVar

Question = TypeVar("Question")
Answer = TypeVar("Answer")


class Memory(dict[Question, Answer]):
    """The answers of a pure function, so many at most: full, it forgets them all.

    `functools.lru_cache` moves each answer that it gives to the end of a chain, which costs more than the answer where tens of
    thousands are kept. Ask with `memory[question]`, or `map(memory.__getitem__, questions)`.
    """

    def __init__(self, answer: Callable[[Question], Answer], size: int) -> None:
        super().__init__()
        self._answer = answer
        self._size = size

    def __missing__(self, question: Question) -> Answer:
        answer = self._answer(question)
        if len(self) >= self._size:
            self.clear()
        self[question] = answer
        return answer
