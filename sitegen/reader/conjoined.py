"""Organisations with `and` inside: `Food and Drug Administration`, `Ministry of Trade and Industry`, `Marks and Spencer`.

A run of capitalised words ends at `and`, because two names stand on its sides far more often than one. Here one half is known
already, and what is asked is whether the other belongs to it. In doubt it doesn't.
"""

import re
from functools import lru_cache

from sitegen.reader import around
from sitegen.reader.words import first_names, phrases, places

AND = " and "
OF = (" of ", " for ")  # `the Department of Agriculture and Labor Department officials`: what follows is the other's
LEAD = 90  # characters before `and` that may be the name's
FEWEST_INITIALS, FEWEST_USES = 3, 2
LOOKED_AT = 20_000  # characters of a text in which initials and other uses are looked for: each of many names asks
REMEMBERED = 16  # answers: a name that a text repeats is looked for once
ABBREVIATED = 4  # letters: a shorter surname tells little when it stands nowhere else
LEFT = re.compile(r"(?<![\w’'-])(?:[A-Z][\w’'-]*,? )*[A-Z][\w’-]+$")
RIGHT = re.compile(r"(?:, [A-Z][\w-]+){0,4},? and ([A-Z][\w-]+(?: [A-Z][\w-]+){0,4})")
BOTH = re.compile(r" (?:officials?|departments|employees|workers|leaders|spokes\w+|sources|aides|lawyers|ministers)\b")
SHARED = frozenset(
    {"department", "ministry", "agency", "commission", "committee"}
)  # one head for two: `Trade and Energy Ministry officials`
PARTNER = re.compile(r" and ([A-Z][\w’-]+)(?! [A-Z])(?!['’]s [A-Z])")
FIRM = (
    r"(?:bank|bakery|brewers?|builders?|carmaker|chain|company|dealers?|distiller|firm|grocers?|insurer|maker|manufacturer|publishers?"
    r"|retailer|shop|store|supermarket|tailors?|undertakers?|wholesaler)"
)
AFTER_FIRM = re.compile(
    rf"(?:['’]s)? {FIRM}\b|, (?:the|an?) (?:[\w’'-]+ ){{0,5}}?{FIRM}(?=[,.;]| (?:that|which|in|of|on|with|whose)\b)"
)
BEFORE_FIRM = re.compile(rf"\b(?:the|an?|The|its?) (?:[\w’'-]+ ){{0,3}}{FIRM} $")


def headed(text: str, start: int, end: int, name: str) -> str:
    """The whole name of an organisation, known by its last word, before which `and` stands: `Food and` Drug Administration."""
    match = LEFT.search(text, max(0, start - LEAD), start - len(AND))
    left = _without_openings(match[0]) if match and not around.before(text, match.start(), OF) else ""
    if not left or name.split(" ", 1)[0] in places() or not _may_join(left):
        return name
    whole = f"{left}{AND}{name}"
    last, first = left.rsplit(" ", 1)[-1], name.split(" ", 1)[0]
    if around.acronym(text, end, whole) or initials(text, whole):
        return whole
    if BOTH.match(text, end) and name.rsplit(" ", 1)[-1].casefold() in SHARED:
        return name
    subjects = phrases().subjects
    if last.casefold() in subjects and first.casefold() in subjects:
        return whole
    return whole if _is_used_whole(text, left, name, start) else name


def _without_openings(left: str) -> str:
    """The words before `and` from the first that may open a name on; chained ones only where each is a subject."""
    words = left.split(" ")
    while words and words[0].casefold().rstrip(",") in phrases().not_names:
        words = words[1:]
    chained = [index for index, word in enumerate(words) if word[-1:] == ","]
    if chained and not all(word.casefold().rstrip(",") in phrases().subjects for word in words[chained[0] :]):
        words = words[chained[-1] + 1 :]
    return " ".join(words)


def _may_join(left: str) -> bool:
    """Whether what stands before `and` is no name of its own: no place, person or office."""
    words = left.split(" ")
    lists = phrases()
    return (
        left not in places()
        and left not in lists.known_organizations
        and words[-1] not in places()
        and (words[-1].casefold() not in lists.offices or words[-1].casefold() in lists.subjects)
        and words[0].casefold() not in first_names()
        and words[0].casefold().rstrip(".") not in lists.titles
    )


def _is_used_whole(text: str, left: str, name: str, start: int) -> bool:
    """Whether the text uses a name with `and` more than once, after `the`, and neither of its halves elsewhere."""
    if " " in left or name.count(" ") != 1 or len(left) < ABBREVIATED:
        return False
    return around.after_the(text, start - len(AND) - len(left)) and _is_repeated(text, left, name)


@lru_cache(maxsize=REMEMBERED)
def _is_repeated(text: str, left: str, name: str) -> bool:
    first = name.split(" ", maxsplit=1)[0]
    uses, lefts, rights = (text.count(words, 0, LOOKED_AT) for words in (f"{left}{AND}{name}", left, first))
    return uses >= FEWEST_USES and lefts == uses == rights


@lru_cache(maxsize=REMEMBERED)
def initials(text: str, whole: str) -> str | None:
    """The initials that stand for the name elsewhere in the text: FDA."""
    short = "".join([word[0] for word in whole.split(" ") if word[:1].isupper()])
    return short if len(short) >= FEWEST_INITIALS and _stands_alone(text, short) else None


def _stands_alone(text: str, word: str) -> bool:
    """Whether a word stands in the text's beginning with no letter, figure or `_` against it."""
    start = text.find(word, 0, LOOKED_AT)
    while start >= 0:
        end = start + len(word)
        against = (text[start - 1 : start], text[end : end + 1] if end < LOOKED_AT else "")
        if not any([sign.isalnum() or sign == "_" for sign in against]):  # noqa: C419 - a list is the faster here
            return True
        start = text.find(word, start + 1, LOOKED_AT)
    return False


def listed(text: str, end: int, name: str) -> str:
    """The whole name of an organisation that goes on after `and`: Ministry of Trade `and Industry`."""
    match = RIGHT.match(text, end)
    subjects = phrases().subjects
    if match is None or (" of " not in name and " for " not in name):
        return name
    words = match[1].split(" ")
    size = next((index for index, word in enumerate(words) if word.casefold() not in subjects), len(words))
    between = [word.strip(",").casefold() for word in text[end + 1 : match.start(1)].removesuffix("and ").split()]
    if size and name.rsplit(" ", 1)[-1].casefold() in subjects and subjects.issuperset(between):
        stops = size == len(words) or words[size].casefold() in phrases().titles
        cut = match.start(1) + len(" ".join(words[:size]))
        if stops and not (size < len(words) and words[size].casefold() in phrases().offices):
            return name + text[end:cut]
    whole = name + match[0]
    return whole if around.acronym(text, match.end(), whole) else name


def firm(text: str, start: int, end: int, name: str) -> str | None:
    """`Marks and Spencer`, where the text itself shows that two surnames are one firm."""
    match = PARTNER.match(text, end)
    if match is None or not (_may_be_partner(name) and _may_be_partner(match[1])):
        return None
    second = match[1]
    if {name.casefold(), second.casefold()} <= first_names():  # a couple
        return None
    if "&" in text:
        if f"{name} & {second}" in text:
            return f"{name} & {second}"
        if f"{name[0]}&{second[0]}" in text or f"{name[0]} & {second[0]}" in text:  # M&S
            return f"{name}{AND}{second}"
    told = AFTER_FIRM.match(text, match.end()) or BEFORE_FIRM.search(text, max(0, start - LEAD), start)
    return f"{name}{AND}{second}" if told else None


def _may_be_partner(name: str) -> bool:
    """Whether a word may be a surname, or one that a firm has taken for one."""
    lists, small = phrases(), name.casefold()
    return (
        not places().get(name, False)
        and name not in lists.known_organizations
        and small not in lists.no_part_of_names
        and small not in lists.not_names
        and small not in lists.titles
    )
