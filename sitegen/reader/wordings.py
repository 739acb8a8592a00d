"""How sites speak around a story: the forms of a data file, `data/wordings.txt`, which says how they are written."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from sitegen.reader.rows import Words, opening_of
from sitegen.reader.seen import has_one
from sitegen.reader.words import DATA, MARKS, sections

BEFORE = MARKS + ">–—"  # what may stand before a sentence
WORD, FIGURES = r"[\w'&\-]+(?:\.[\w'&\-]+)*", r"\d[\d,.:]*"
SIGNS = frozenset(":?()[];-·")
# Between words: no gap ends within one. What follows `…` is the first there is of it, so that the time is linear.
ANYTHING = "…"
GAPS = {"**": rf"(?:(?>{WORD})[ ,]*){{0,4}}?", "...": r"[^.!?]{0,90}?(?:\b|(?<!\w))", ANYTHING: r".*?(?:\b|(?<!\w))"}
END, RARE = ".", 6  # letters of what few lines have in them
# Sets that no list of words can say.
PATTERNS = {
    "ly": r"\w+ly",
    "name": r"[\w.'\-]+(?: [\w.'\-]+){1,2}",
    "names": r"[\w.'\-&]+(?: [\w.'\-&]+){0,5}",
    "phone": r"\(?\d[\d \-().]{1,16}\d",
    "time": r"\(?(?>\d+(?:[:./]\d+)*)(?: ?[ap]\.?m\.?)?(?: [a-z]{2,4})?\)?",
    "month": r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?",
    "price": r"[$£€] ?\d[\d,.]*",
    "address": r"(?:\S+@\S+|@\w+|https?:\S+|www\.\S+|[\w\-]+\.(?:com|org|net|gov|co|uk|ie|au|in|news)\b\S*)",
}
SET = re.compile(r"<(\w+)>")


class Wordings(NamedTuple):
    """A section's forms: those that begin with a word, by that word; the others, with what each of them must have in it."""

    by_word: Mapping[str, re.Pattern[str]]
    signs: tuple[str, ...]
    others: re.Pattern[str]

    def may_match(self, row: Words) -> bool:
        """Whether a line has a first word or a sign of one of the forms: few have."""
        return row.opening in self.by_word or not row.text[0].isalnum() or has_one(row.key, self.signs)

    def match(self, row: Words) -> bool:
        """Whether a line begins as one of the forms says."""
        said = row.key.lstrip(BEFORE)
        begun = self.by_word.get(opening_of(said)) if said else None
        if begun is not None and begun.match(said):
            return True
        return has_one(said, self.signs) and self.others.match(said) is not None


class _Token(NamedTuple):
    """What stands between two spaces of a form: one of these, or nothing where it may be missing; or a gap, which has none."""

    choices: tuple[str, ...]
    optional: bool
    gap: str = ""

    def pattern(self) -> str:
        if self.gap:
            return self.gap
        found = f"(?:{'|'.join(map(_choice, self.choices))})[ ,]*"
        return f"(?:{found})?" if self.optional else found

    def words(self) -> Iterator[str]:
        """The first word of each choice; an empty one for what may be any word."""
        for choice in self.choices:
            first = choice.split("_", 1)[0]
            yield "" if {"*", "#", "<"} & set(first) else first if first in SIGNS else opening_of(first)


@cache
def wordings(kind: str) -> Wordings:
    """The forms of a section of the file."""
    parts = sections(DATA / "wordings.txt")
    sets: dict[str, tuple[str, ...]] = {}
    for line in parts["sets"]:
        name, _, words = line.partition(" = ")
        sets[name] = tuple(words.split("|"))
    by_word: dict[str, list[str]] = {}
    signs: dict[str, None] = {}
    others = []
    for form in parts[kind]:
        tokens = [_token(token, sets) for token in form.split(" ")]
        pattern = _pattern(tokens)
        firsts = _first_words(tokens)
        for word in firsts:
            by_word.setdefault(word, []).append(pattern)
        if not firsts:
            others.append(pattern)
            signs |= dict.fromkeys(_signs(tokens))
    least = tuple(sign for sign in signs if not any(other in sign for other in signs if other != sign))
    return Wordings({word: _any_of(patterns) for word, patterns in by_word.items()}, least, _any_of(others))


def _any_of(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(patterns) if patterns else r"(?!)")


def _pattern(tokens: list[_Token]) -> str:
    pattern, opened = "", False
    for token in tokens:
        pattern += "(?>" if token.gap == GAPS[ANYTHING] else ""
        pattern += token.pattern()
        opened = opened or token.gap == GAPS[ANYTHING]
        if opened and not token.optional:
            pattern, opened = f"{pattern})", False
    return pattern


def _token(token: str, sets: Mapping[str, tuple[str, ...]]) -> _Token:
    if token in GAPS:
        return _Token((), optional=True, gap=GAPS[token])
    optional = len(token) > 1 and token[0] == "[" and token[-1] == "]"
    choices = token[1:-1].split("|") if optional else token.split("|")
    return _Token(tuple(told for choice in choices for told in _spelled(choice, sets)), optional)


def _spelled(choice: str, sets: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """A choice with each word of a set that it names."""
    named = SET.search(choice)
    if named is None or named[1] in PATTERNS:
        yield choice
        return
    for word in sets[named[1]]:
        yield choice.replace(named[0], word)


def _choice(choice: str) -> str:
    """The pattern of a choice, which ends where a word does."""
    if choice == END:
        return r"\W*$"
    if choice in SIGNS:
        return re.escape(choice)
    named = SET.split(choice)
    told = [
        PATTERNS[part] if place % 2 else re.escape(part).replace(r"\*", WORD).replace(r"\#", FIGURES).replace("_", ",? ")
        for place, part in enumerate(named)
    ]
    return "".join(told) + r"(?!\w)"


def _first_words(tokens: list[_Token]) -> frozenset[str]:
    """The words with which a form may begin; none where that may be any word."""
    found: set[str] = set()
    for token in tokens:
        words = set(token.words())
        if token.gap or "" in words:
            return frozenset()
        if not words <= SIGNS:
            found |= words
            if not token.optional:
                break
    return frozenset(found)


def _signs(tokens: list[_Token]) -> tuple[str, ...]:
    """What a form must have one of: the fewest choices that are long enough to be rare, else the longest."""
    needed = [
        tuple(choice.replace("_", " ") for choice in token.choices)
        for token in tokens
        if not token.optional and all(token.words()) and not {END, *SIGNS} & set(token.choices)
    ]
    return min(needed, key=lambda choices: (min(map(len, choices)) < RARE, len(choices), -len(choices[0])))
