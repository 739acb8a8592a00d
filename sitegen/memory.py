"""What was worked out lately, kept for the next who asks."""

from collections.abc import Callable, Iterable
from typing import TypeVar

Question = TypeVar("Question")
Answer = TypeVar("Answer")


class Memory(dict[Question, Answer]):
    """The answers of a pure function, so many at most: full, it forgets the half that nobody asked for in a while.

    `functools.lru_cache` moves each answer that it gives to the end of a chain, which costs more than the answer where tens of
    thousands are kept. Here an answer costs a look into a dictionary. Ask with `memory[question]`, or
    `map(memory.__getitem__, questions)`; the `dict` itself holds what was asked of late.
    """

    def __init__(self, answer: Callable[[Question], Answer], size: int) -> None:
        super().__init__()
        self._answer = answer
        self._half = max(1, size // 2)
        self._older: dict[Question, Answer] = {}

    def __missing__(self, question: Question) -> Answer:
        answer = self._older[question] if question in self._older else self._answer(question)
        self.keep(question, answer)
        return answer

    def unknown(self, questions: Iterable[Question]) -> list[Question]:
        """The questions whose answer has to be worked out."""
        older = self._older
        return [question for question in questions if question not in self and question not in older]

    def keep(self, question: Question, answer: Answer) -> None:
        """Remember an answer that was found elsewhere."""
        if len(self) >= self._half:
            self._older = self.copy()
            self.clear()
        self[question] = answer
