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

# What stays a word of its own beside another: `long-term`, `vice-president`.
FIRST_MEMBERS = frozenset(
    "all anti brother by co cross cut eight ex far first five four free full great half hard hand head heavy high home ill in inter large life"
    " light long low mid much multi near never new newly night nine non off old once one out over part post pre pro re second self semi seven"
    " short single sister six small so still street ten then third three time top twenty thirty forty fifty sixty seventy eighty ninety two"
    " ultra un under up vice water well white wide world year".split()
)
SECOND_MEMBERS = frozenset(
    "aged at back based born bound built by called car chief class colored coloured day down due edged eight elect engine eyed father five foot"
    " footed four free general governor haired half hand handed hearted house how in inch known law leaf like long looking made man mayor men"
    " mile minded minister minute month mother nine off office old on one operation out over owned pound president proof quarter quarters"
    " range round run running seven six size sized stricken style talk term the third thirds three time tight to two union up wheel wheeled"
    " wide woman work worker working workers worn year years yard".split()
)
# What clings to the word before it, where a program broke a line at a link.
CLINGING = re.compile(r"[,;](?:\s|$)|[.!?)](?![ ]?\.)(?:[\s”\"’)]|$)|['’]s\s|[,.!?][”\"’]")
FEWEST_PARTED, SHARE_PARTED = 3, 0.05  # lines that end within a word, where a compositor parted words, and of all of them


def sewer(lines: list[str]) -> Callable[[list[str]], str]:
    """What sews lines together; it knows the words of the text, for those that a line's end parts."""
    if not any(line.rstrip().endswith("-") for line in lines):
        return lambda texts: texts[0].rstrip() + "".join(map(_spaced, texts[1:]))
    words = Counter(word.casefold() for line in lines for word in WORD.findall(line))
    parted = sum(BROKEN.search(line.rstrip()[-40:]) is not None for line in lines)
    parts = parted >= max(FEWEST_PARTED, SHARE_PARTED * len(lines))

    def sew(texts: list[str]) -> str:
        sewn = texts[0].rstrip()
        for text in texts[1:]:
            sewn = _sewn(sewn, text.strip(), words, parts=parts)
        return sewn

    return sew


def _spaced(text: str) -> str:
    """A line that goes on, with the space before it unless it begins with what clings to a word."""
    text = text.strip()
    return text if CLINGING.match(text) else f" {text}"


def _sewn(before: str, after: str, words: Counter[str], *, parts: bool) -> str:
    """Two lines as one. A hyphen at the break stays unless the text itself shows that it only parts a word; `parts`: others do so."""
    if before[-1:] != "-":
        return before + _spaced(after)
    if before[-2:] == "--":
        return before + ("" if before[-3:-2].isalpha() else " ") + after
    first, second = BROKEN.search(before[-40:]), WORD_START.match(after)
    if not first or not second:
        return f"{before} {after}" if before[-2:-1] in {" ", ""} else before + after
    one, two = first[1].casefold(), second[0].casefold()
    if two in SUSPENDED:
        return f"{before} {after}"
    whole = words[one + two] and not words[f"{one}-{two}"]
    half = (
        second[0].islower()
        and not words[f"{one}-{two}"]
        and (HALVES.match(second[0]) or (parts and _are_parts(one, two, words)))
    )
    return (before[:-1] if whole or half else before) + after


def _are_parts(one: str, two: str, words: Counter[str]) -> bool:
    """Whether neither of two parts of a word is one by itself, as far as is known: the text has it nowhere but there."""
    return one not in FIRST_MEMBERS and two not in SECOND_MEMBERS and words[one] <= 1 and words[two] <= 1
