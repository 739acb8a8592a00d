"""How sites and editors speak around a story: the forms of a data file, `data/wordings.txt`, which says how they are written."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from sitegen.reader.rows import MOST_WORDS, Words
from sitegen.reader.seen import has_one
from sitegen.reader.words import DATA, MARKS, sections

BEFORE, BRACKET = MARKS + ">–—", r"[(\[]?"  # what may stand before a sentence
LEADING, QUOTES = frozenset(BEFORE + "(["), frozenset("\"“”'‘’")
AROUND = "\"'([{*:;,.|>-_#)]}?!·"  # a word
WORD, FIGURES = r"[\w'&\-]+(?:\.[\w'&\-]+)*", r"\d[\d,.:]*"
ANY, ANYTHING = "*", "…"
ENDS = {".": r"\W*$", "$": "$"}
# Between words: no gap ends within one. What follows `…` is the first there is of it, so that the time is linear.
BREAK = "[ ,]*+"  # between two words
GAPS = {"**": rf"(?:(?>{WORD}){BREAK}){{0,4}}?", "...": r"[^.!?]{0,160}?(?:\b|(?<!\w))", ANYTHING: r".*?(?:\b|(?<!\w))"}
SIGNS = {sign: re.escape(sign) for sign in ":?()[];-·"} | {",": "(?:(?<=,)|(?<=, ))"}  # a comma was passed with the word before
RARE = 6  # letters of what few lines have in them
# Sets that no list of words can say.
PATTERNS = {
    "ly": r"\w+ly",
    "name": r"(?:[\w.'\-]+ ){1,2}[\w.'\-]*\w",
    "names": r"(?:[\w.'\-&]+ ){0,5}[\w.'\-&]*\w",
    "phone": r"\(?\d[\d \-().]{1,16}\d",
    "time": r"\(?(?>\d+(?:[:./]\d+)*)(?: ?[ap]\.?m\.?)?(?: [a-z]{2,4})?\)?",
    "moment": r"\d[\d/., apmedtsc:]{3,30}?",
    "day": r"\d{1,2}(?:st|nd|rd|th)?",
    "month": r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?",
    "price": r"[$£€] ?\d[\d,.]*",
    "address": r"(?:\S+@\S+|@\w+|https?:\S+|www\.\S+|[\w\-]+\.(?:com|org|net|gov|co|uk|ie|au|in|news)\b\S*)",
}
SET = re.compile(r"<(\w+)>")

Form = tuple[str, tuple[str, ...]]  # a pattern, and what a line must have one of
Openings = Mapping[str, Mapping[str, list[Form]]]  # a first word → a second one, or `ANY` → the forms


class Wordings(NamedTuple):
    """A section's forms: those that begin with a word, by their first two; the others, with what each of them must have in it."""

    openings: Openings
    signs: tuple[str, ...]  # one of these stands in each line that one of the others matches
    others: list[Form]
    fewest: int  # words of a line that one of the others matches

    def may_match(self, row: Words) -> bool:
        """Whether a line has the first words or a sign of one of the forms: few have. What is quoted has none."""
        key, first = row.key, row.text[0]
        if first in LEADING:
            begun = bool(self._begun(key.lstrip(BEFORE)))
        else:  # most lines: what `_begun` does, without the signs that none of them begins with
            seconds = self.openings.get(row.opening)
            begun = seconds is not None and first not in QUOTES and _may_go_on(key, seconds)
        return begun or (row.words >= self.fewest and has_one(key, self.signs))

    def match(self, row: Words) -> bool:
        """Whether a line begins as one of the forms says."""
        said = row.key.lstrip(BEFORE)
        others = self.others if has_one(said, self.signs) else ()
        begun = self._begun(said) + [pattern for pattern, signs in others if not signs or has_one(said, signs)]
        return any(_compiled(pattern).match(said) for pattern in begun)

    def _begun(self, said: str) -> list[str]:
        """The patterns of the forms that begin as a line does."""
        words = said.split(None, 3)
        seconds = self.openings.get(words[0].strip(AROUND)) if words else None
        if seconds is None:
            return []
        second = next(filter(None, [word.strip(AROUND) for word in words[1:3]]), ANY)
        begun = [pattern for pattern, _ in seconds.get(second, ())] if second != ANY else []
        return begun + [pattern for pattern, signs in seconds.get(ANY, ()) if not signs or has_one(said, signs)]


def _may_go_on(key: str, seconds: Mapping[str, list[Form]]) -> bool:
    """Whether the second word of a line, or what else one of the forms needs, is there."""
    words = key.split(None, 2)
    if len(words) > 1 and (second := words[1].strip(AROUND)) in seconds and second:
        return True
    return (len(words) > 1 and not words[1].strip(AROUND)) or any(
        not signs or has_one(key, signs) for _, signs in seconds.get(ANY, ())
    )


class _Token(NamedTuple):
    """What stands between two spaces of a form: one of its choices; nothing, where it may be missing; what mustn't follow; or a gap."""

    choices: tuple[str, ...]
    optional: bool
    denied: bool = False
    gap: str = ""

    def pattern(self) -> str:
        if self.gap:
            return GAPS[self.gap]
        found = _any_of(self.choices)
        if self.denied:
            return f"(?!{BREAK}{found})"
        return f"(?:{found}{BREAK})?" if self.optional else f"{found}{BREAK}"

    def words(self) -> list[tuple[str, ...]]:
        """The words of each choice, `ANY` for what may be any word; none for a sign or what mustn't follow."""
        if self.gap:
            return [(ANY,)]
        if self.denied:
            return [()]
        return [() if choice in SIGNS else tuple(map(_plain, choice.split("_"))) for choice in self.choices]


@cache
def wordings(*kinds: str) -> Wordings:
    """The forms of a section of the file, or of several."""
    parts, sets = _parts()
    openings: dict[str, dict[str, list[Form]]] = {}
    signs: list[str] = []
    others: list[Form] = []
    fewest = MOST_WORDS
    for form in [form for kind in kinds for form in parts[kind]]:
        tokens = [_token(token, sets) for token in form.split(" ")]
        pattern, begun, needed = _pattern(tokens), _begun(tokens), _signs(tokens)
        if any(first == ANY for first, _ in begun):
            others.append((pattern, needed))
            signs += needed
            fewest = min(fewest, sum(_fewest(token) for token in tokens))
            continue
        for first, second in begun:
            openings.setdefault(first, {}).setdefault(second, []).append((pattern, needed))
    least = dict.fromkeys(sign for sign in signs if not any(other in sign for other in signs if other != sign))
    return Wordings(openings, tuple(least), others, fewest)


@cache
def _parts() -> tuple[dict[str, list[str]], dict[str, tuple[str, ...]]]:
    """The forms by their sections, and the sets."""
    parts = sections(DATA / "wordings.txt")
    named = (line.partition(" = ") for line in parts["sets"])
    return parts, {name: tuple(words.split("|")) for name, _, words in named}


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Made ready when first needed: a text needs few."""
    return re.compile(BRACKET + pattern)


def _token(token: str, sets: Mapping[str, tuple[str, ...]]) -> _Token:
    if token in GAPS:
        return _Token((), optional=True, gap=token)
    optional, denied = len(token) > 1 and token[0] + token[-1] == "[]", token[0] == "!"
    choices = (token[1:-1] if optional else token[denied:]).split("|")
    return _Token(tuple(told for choice in choices for told in _spelled(choice, sets)), optional or denied, denied)


def _spelled(choice: str, sets: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """A choice with each word of a set that it names."""
    named = SET.search(choice)
    if named is None or named[1] in PATTERNS:
        yield choice
        return
    for word in sets[named[1]]:
        yield choice.replace(named[0], word)


def _pattern(tokens: list[_Token]) -> str:
    pattern, opened = "", False
    for token in tokens:
        pattern += ("(?>" if token.gap == ANYTHING else "") + token.pattern()
        opened = opened or token.gap == ANYTHING
        if opened and not token.optional:
            pattern, opened = f"{pattern})", False
    return pattern


def _any_of(choices: tuple[str, ...]) -> str:
    """The pattern of some choices, each of which ends where a word does."""
    ends = [ENDS.get(choice) or SIGNS[choice] for choice in choices if choice in ENDS or choice in SIGNS]
    words = [_words(choice) for choice in choices if choice not in ENDS and choice not in SIGNS]
    whole = [rf"(?:{'|'.join(words)})(?!\w)"] if words else []
    return f"(?:{'|'.join(whole + ends)})"


def _words(choice: str) -> str:
    if choice == ANY:
        return f"(?>{WORD})"
    told = [
        PATTERNS[part] if place % 2 else re.escape(part).replace(r"\*", WORD).replace(r"\#", FIGURES).replace("_", ",? ")
        for place, part in enumerate(SET.split(choice))
    ]
    return "".join(told)


def _plain(word: str) -> str:
    return ANY if {"*", "#", "<"} & set(word) or word in ENDS else word.strip(AROUND)


def _begun(tokens: list[_Token]) -> set[tuple[str, str]]:
    """The pairs of words with which a form may begin."""
    begun: set[tuple[str, ...]] = {()}
    for token in tokens:
        longer = {(*words, *more)[:2] for words in begun if len(words) < 2 for more in token.words()}  # noqa: PLR2004 - a pair
        begun = longer | {words for words in begun if len(words) > 1 or token.optional}
    return {(words[0], words[1] if len(words) > 1 else ANY) for words in begun}


def _fewest(token: _Token) -> int:
    """How many words a line must have for a token; signs may touch the words beside them."""
    return 0 if token.optional else min(len(words) for words in token.words())


def _signs(tokens: list[_Token]) -> tuple[str, ...]:
    """What a form must have one of: the fewest choices that are long enough to be rare, else the longest."""
    needed = [
        tuple(choice.replace("_", " ") for choice in token.choices)
        for token in tokens
        if not token.optional and all(words and ANY not in words for words in token.words())
    ]
    return min(needed, key=lambda choices: (min(map(len, choices)) < RARE, len(choices), -len(choices[0])), default=())
