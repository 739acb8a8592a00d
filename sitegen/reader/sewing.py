"""The lines of one paragraph, which a typewriter or a wire broke at a column, sewn together as one."""

import re
from collections import Counter
from collections.abc import Callable

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
BROKEN = re.compile(r"([^\W\d_]+)-$")
WORD_START = re.compile(r"[^\W\d_]+")
SUSPENDED = frozenset("and or to nor but und oder bis y o et ou".split())  # after `two-`: `two- and three-year terms`
# What makes the second half of one word, and no word of its own: `construc-tion`, `work-ing`.
HALVES = re.compile(
    r"(?:[ts]ion|ment|ness|[ae]nc[ey]|ing|it(?:y|ies)|i?ous|i?ally|iv(?:e|es|ely)|ical|ated|ating|ation|i?al|ism|ists?"
    r"|ly|e[drs]|ers|ies|tures?|tur(?:ed|ing)|fied|fying)(?:s|al|ally|ed|ing|ist|ists|ly)?$"
)


def sewer(lines: list[str]) -> Callable[[list[str]], str]:
    """What sews lines together; it knows the words of the text, for those that a line's end parts."""
    if not any(line.rstrip().endswith("-") for line in lines):
        return lambda texts: texts[0].rstrip() + " " + " ".join(map(str.strip, texts[1:]))
    words = Counter(word.casefold() for line in lines for word in WORD.findall(line))

    def sew(texts: list[str]) -> str:
        sewn = texts[0].rstrip()
        for text in texts[1:]:
            sewn = _sewn(sewn, text.strip(), words)
        return sewn

    return sew


def _sewn(before: str, after: str, words: Counter[str]) -> str:
    """Two lines as one. A hyphen at the break stays unless the text itself shows that it only parts a word."""
    if before[-1:] != "-":
        return f"{before} {after}"
    if before[-2:] == "--":
        return before + ("" if before[-3:-2].isalpha() else " ") + after
    first, second = BROKEN.search(before[-40:]), WORD_START.match(after)
    if not first or not second:
        return f"{before} {after}" if before[-2:-1] in {" ", ""} else before + after
    one, two = first[1].casefold(), second[0].casefold()
    if two in SUSPENDED:
        return f"{before} {after}"
    whole = words[one + two] and not words[f"{one}-{two}"]
    half = second[0].islower() and not words[f"{one}-{two}"] and HALVES.match(second[0])
    return (before[:-1] if whole or half else before) + after
