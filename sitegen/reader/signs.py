"""Signs of what a line is: each a small figure, read off a row and its surroundings, for all rows of a page at once.

What a figure speaks for, `data/weights.txt` says. Signs are general: none knows a newspaper or a topic.
"""

# ruff: noqa: PLR2004 - the figures are the bounds of the signs; names would hide them

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable

from sitegen.reader.rows import DIGITS, Row, Words
from sitegen.reader.surroundings import LENGTHS, PROSE, Page, Traits

NO_ROW, NO_SHAPE = 5, 12  # beyond the text's ends
SMALL_WORDS = frozenset(
    "the a an of to in on at for from with by and or but that which who as is was were are be been had has have he she it they "
    "his her its their this not after before when while into over than".split()
)
ASKS = frozenset(
    "read watch see sign get join follow subscribe click listen buy shop check download learn find explore discover try send "
    "browse visit enter view share save play show hide load skip open close log register support manage select choose report "
    "submit contact email add go".split()
)
LISTED = frozenset("how why what when where who the best top inside here these this meet is are can should will".split())
TELLS = frozenset("he she it they but and in on at as for with after while although when if so yet there i we his her".split())
OPENINGS = dict.fromkeys(LISTED, 3) | dict.fromkeys(ASKS, 2) | dict.fromkeys(TELLS, 1)
POINTS = frozenset(
    "left right pictured photo photograph seen shown photographed pose poses posing image picture handout seated standing "
    "attend attends arrive arrives speak speaks walk walks look looks hold holds stand stands perform performs smile smiles "
    "during outside".split()
)
ENDS_IN_YEAR = re.compile(r"\b(?:19|20)\d\d\.?$")
MONEY = re.compile(r"[$£€]\s?\d")
HANDLE = re.compile(r"(?<!\S)[@#]\w|https?://|\.com\b|pic\.twitter")
_FIRST = {"$£€": 2, "\"“‘'": 3, "([": 5, "*•-–—": 6, "#@": 7}
_LAST = {":": 1, "?": 2, ",;": 3, "…": 4, '"”': 5, "|>»›": 6, ")]": 7, "!": 8}
FIRST = {sign: number for signs, number in _FIRST.items() for sign in signs}
LAST = {sign: number for signs, number in _LAST.items() for sign in signs}


Column = list[int]  # a figure for each row of a page
Found = Column | int  # or by how much each row's is more than `coarse`
# The signs that a line has wherever it stands.
LINE = ("shape", "setting", "first", "last", "opening", "signs", "figures", "offer", "small", "points", "year")


def of_line(row: Words, traits: Traits) -> tuple[int, ...]:
    """The figures of the signs that a line has wherever it stands, in the order of `LINE`."""
    text, shape, coarse, half = row.text, traits.shape, traits.coarse, traits.coarse // 2
    first, last = text[0], text[-1]
    return (
        shape,
        6 * bisect_right((0.3, 0.5, 0.75, 1.0), row.titled) + shape // 2 + (30 if row.caps else 0),
        FIRST.get(first, 1 if first.isdigit() else 4 if first.islower() else 0),
        LAST.get(last, 9 if last.isdigit() else 10 if row.stop else 0),
        3 * OPENINGS.get(row.opening, 0) + half,
        _signs_in(text),
        (_figures_in(text) if row.figure else 0) + half if row.words < PROSE else 0,
        5 * min(4, traits.offers) + coarse if traits.offers else coarse,
        1 + _small_words_in(row.key.split()) + half if row.words >= 4 else 0,
        coarse if POINTS.isdisjoint(traits.longer) else 5 + coarse,
        5 + coarse if row.figure and text[-2:-1].isdigit() and ENDS_IN_YEAR.search(text[-12:]) else coarse,
    )


def _signs_in(text: str) -> int:
    """Whether a line has bars, addresses, money, a sentence's end. A single character is looked for before more: that is far faster."""
    has_slash = "/" in text
    found = 8 if ". " in text else 0
    if "|" in text or (has_slash and " / " in text) or (">" in text and " > " in text):
        found += 1
    if _has_handle(text, has_slash=has_slash):
        found += 2
    if ("$" in text or "£" in text or "€" in text) and MONEY.search(text):
        found += 4
    return found


def _has_handle(text: str, *, has_slash: bool) -> bool:
    may = "@" in text or "#" in text or (has_slash and "://" in text) or ".com" in text or "pic.twitter" in text
    return may and HANDLE.search(text) is not None


def _figures_in(text: str) -> int:
    if text.isascii():
        signs = text.encode()  # bytes are looked through several times as fast
        count = len(signs) - len(signs.translate(None, DIGITS))
    else:
        count = sum(map(str.isdigit, text))
    return 3 * bisect_right((0.001, 0.1, 0.25, 0.5), count / len(text))


def _small_words_in(words: list[str]) -> int:
    return 3 * bisect_right((0.01, 0.15, 0.25, 0.35, 0.45), sum(map(SMALL_WORDS.__contains__, words)) / len(words))


def _classes(*bounds: int) -> tuple[int, ...]:
    """The class of each figure that is below the last bound."""
    return tuple([bisect_right(bounds, figure) for figure in range(bounds[-1])])


FAR, RUN, NEAR = _classes(1, 2, 3, 6, 11, 26), _classes(2, 3, 4, 7, 13), _classes(2, 3, 5, 9)  # rows
CLOSED, ENDED, LISTED_ABOVE = _classes(1, 2, 3, 6, 10), _classes(1, 2, 3), _classes(3, 5, 8, 13, 25)


def _classed(figures: Iterable[int], classes: tuple[int, ...]) -> Column:
    """The class of each figure; looked up, which takes a fourth of the time of `bisect_right`."""
    size, last = len(classes), classes[-1] + 1
    return [classes[figure] if figure < size else last for figure in figures]


def _above(page: Page) -> Column:
    return [NO_SHAPE, *page.shapes[:-1]]


def _under(page: Page) -> Column:
    return [*page.shapes[1:], NO_SHAPE]


def _beyond(page: Page) -> Column:
    above = [NO_ROW, NO_ROW, *page.coarse]
    under = [*page.coarse[2:], NO_ROW, NO_ROW]
    return [6 * one + other for one, other in zip(above, under[: len(page.rows)], strict=False)]


def _run(page: Page) -> Column:
    return _classed(page.runs, RUN)


def _crowd(page: Page) -> int:
    return 5 * page.crowd


def _furnished(page: Page) -> int:
    return 5 * page.furnished


def _repeat(page: Page) -> Column:
    often = {key: min(3, times) for key, times in page.repeated.items()}
    return [often[row.key] if row.words < PROSE else 0 for row in page.rows]


def _recurs(page: Page) -> Column:
    """How many of each row's longer words the story has."""
    return [
        0 if prose and page.start <= row.place <= page.end else _of_share(row, words, page.story) if words else 1
        for row, words, prose in zip(page.rows, page.longer, page.prose, strict=True)
    ]


def _of_share(row: Row, words: list[str], story: frozenset[str]) -> int:
    share = sum(map(story.__contains__, words)) / len(words)
    if row.words >= PROSE:
        return 50 + bisect_right((0.1, 0.2, 0.3, 0.4, 0.5, 0.6), share)
    return 2 + 6 * bisect_right((0.01, 0.26, 0.51, 0.76, 1.0), share) + LENGTHS[row.words]


def _beside_known(page: Page) -> Column:
    if True not in page.known:
        return [0] * len(page.known)
    above, under = [False, *page.known], [*page.known[1:], False]
    return [
        16 * own + (4 * min(3, near) + one + 2 * other if near else 0)
        for own, near, one, other in zip(page.known, page.near, above, under, strict=False)
    ]


def _gaps(page: Page) -> Column:
    usual = page.gap
    return [
        9 * (coarse // 2)
        + (0 if row.gap == usual else 6 if row.gap > usual else 3)
        + (0 if row.after == usual else 2 if row.after > usual else 1)
        for row, coarse in zip(page.rows, page.coarse, strict=True)
    ]


def _share(page: Page) -> Column:
    told = max(1, page.told)
    shares = [bisect_right((0.001, 0.1, 0.3, 0.5, 0.7, 0.9, 0.999), before / told) for before in range(told + 1)]
    return [10 * coarse + shares[before] for coarse, before in zip(page.coarse, page.before, strict=True)]


def _zone(page: Page) -> Found:
    """Above, in or under the largest cluster of prose, and how far from it."""
    start, end, coarse = page.start, page.end, page.coarse
    if end < 0:
        return 0
    above, under = _classed(range(start, 0, -1), FAR), _classed(range(1, len(coarse) - end), FAR)
    return [
        *[40 + 7 * one + far for one, far in zip(coarse, above, strict=False)],
        *[80 + one for one in coarse[start : end + 1]],
        *[5 + 7 * one + far for one, far in zip(coarse[end + 1 :], under, strict=True)],
    ]


def _distances(page: Page) -> Column:
    return [
        25 * coarse + 5 * since + until
        for coarse, since, until in zip(page.coarse, _classed(page.since, NEAR), _classed(page.until, NEAR), strict=True)
    ]


def _ended(page: Page) -> Found:
    if not page.ended or not page.ended[-1]:  # they only grow
        return 0
    return [5 * ended + coarse for ended, coarse in zip(_classed(page.ended, ENDED), page.coarse, strict=True)]


def _credits(page: Page) -> Found:
    if True not in page.credit:
        return 0
    above, under = [False, *page.credit], [*page.credit[1:], False]
    return [
        5 * (own + 2 * one + 4 * other) + coarse
        for own, one, other, coarse in zip(page.credit, above, under, page.coarse, strict=False)
    ]


def _trade(page: Page) -> Column:
    return _below(page, 15, [min(2, trait.trades) if trait.trades else 0 for trait in page.traits])


def _closed(page: Page) -> Column:
    return _below(page, 30, _classed(page.closed, CLOSED))


def _listed_above(page: Page) -> Column:
    return _below(page, 30, _classed(page.longest, LISTED_ABOVE))


def _below(page: Page, more: int, classes: Column) -> Column:
    """Classes, with so much more under the largest cluster of prose."""
    above = page.end + 1
    added = [0] * above + [more] * (len(classes) - above)
    return [one + 5 * figure + coarse for one, figure, coarse in zip(added, classes, page.coarse, strict=True)]


def _labelled(page: Page) -> Column:
    """`2019: Hank Tolland`, `Length: 412 metres`, and whether the lines beside are set so."""
    short = [row.words <= 14 for row in page.rows]
    colon = [few and ": " in row.text for few, row in zip(short, page.rows, strict=True)]
    return [
        1 + has + 2 * one + 4 * other if few else 0
        for few, has, one, other in zip(short, colon, [False, *colon], [*colon[1:], False], strict=False)
    ]


def _announced(page: Page) -> Found:
    """Whether the row above ends as what announces a list does; or the one above that."""
    ends = [False, False, *[row.text[-1] == ":" for row in page.rows]]
    if True not in ends:
        return 0
    return [5 * (above + 2 * beyond) + coarse for above, beyond, coarse in zip(ends[1:], ends, page.coarse, strict=False)]


# The signs that it has among others.
TABLE: tuple[tuple[str, Callable[[Page], Found]], ...] = (
    ("above", _above),
    ("under", _under),
    ("beyond", _beyond),
    ("run", _run),
    ("crowd", _crowd),
    ("furnished", _furnished),
    ("repeat", _repeat),
    ("recurs", _recurs),
    ("beside-known", _beside_known),
    ("gaps", _gaps),
    ("share", _share),
    ("zone", _zone),
    ("distances", _distances),
    ("ended", _ended),
    ("credits", _credits),
    ("trade", _trade),
    ("closed", _closed),
    ("listed-above", _listed_above),
    ("labelled", _labelled),
    ("announced", _announced),
)


NAMES = (*LINE, *(name for name, _ in TABLE))


def clear(page: Page) -> list[bool]:
    """Whether each row is surely told: prose among prose, with nothing on offer."""
    start, end = page.start, page.end
    return [
        traits.prose and start <= place <= end and not (traits.offers or traits.trades)
        for place, traits in enumerate(page.traits)
    ]
