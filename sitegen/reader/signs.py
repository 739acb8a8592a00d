"""Signs of what a line is: each a small figure, read off a row and its surroundings.

What a figure speaks for, `data/weights.txt` says. Signs are general: none knows a newspaper or a topic.
"""

# ruff: noqa: PLR2004 - the figures are the bounds of the signs; names would hide them

import re
from bisect import bisect_right
from collections.abc import Callable

from sitegen.reader.rows import Row
from sitegen.reader.surroundings import LENGTHS, PROSE, Page

NO_ROW, NO_SHAPE = 5, 12  # beyond the text's ends
FAR = (1, 2, 3, 6, 11, 26)  # rows
SMALL_WORDS = frozenset(
    "the a an of to in on at for from with by and or but that which who as is was were are be been had has have he she it they "
    "his her its their this not after before when while into over than".split()
)
OFFER = frozenset(
    "subscribe subscribed subscriber subscribers subscription subscriptions newsletter newsletters inbox email e-mail sign signup "
    "register account login app apps podcast podcasts download cookies privacy terms policy advertise advertisement advertising "
    "ads advertiser commission affiliate links link click tap here free trial unlimited membership member members donate donation "
    "support follow followers facebook twitter instagram youtube tiktok whatsapp telegram linkedin comment comments share save "
    "print browser video videos photos gallery slideshow watch listen stream read reading shop buy price prices deal deals "
    "sale discount coupon purchase amazon earn independent independently editors editorial recommend recommended contact tip tips "
    "copyright reserved rights published website site page online latest trending popular related stories story article articles "
    "updates alerts breaking exclusive send sent".split()
)
TRADE = frozenset(
    "editor writer reporter correspondent columnist journalist producer contributor author covers writes newsroom freelance "
    "staff editorial desk joined previously graduate book books university degree lives".split()
)
ASKS = frozenset(
    "read watch see sign get join follow subscribe click listen buy shop check download learn find explore discover try send "
    "browse visit enter view share save play show hide load skip open close log register support manage select choose report "
    "submit contact email add go".split()
)
LISTED = frozenset("how why what when where who the best top inside here these this meet is are can should will".split())
TELLS = frozenset("he she it they but and in on at as for with after while although when if so yet there i we his her".split())
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


def _shape(row: Row, page: Page) -> int:
    return page.shapes[row.place]


def _above(row: Row, page: Page) -> int:
    return page.shapes[row.place - 1] if row.place else NO_SHAPE


def _under(row: Row, page: Page) -> int:
    return page.shapes[row.place + 1] if row.place + 1 < len(page.rows) else NO_SHAPE


def _beyond(row: Row, page: Page) -> int:
    place = row.place
    above = page.coarse[place - 2] if place > 1 else NO_ROW
    return 6 * above + (page.coarse[place + 2] if place + 2 < len(page.rows) else NO_ROW)


def _run(row: Row, page: Page) -> int:
    return bisect_right((2, 3, 4, 7, 13), page.runs[row.place])


def _crowd(row: Row, page: Page) -> int:
    return 5 * page.crowd + page.coarse[row.place]


def _furnished(row: Row, page: Page) -> int:
    return 5 * page.furnished + page.coarse[row.place]


def _repeat(row: Row, page: Page) -> int:
    return min(3, page.repeated[row.key]) if row.words < PROSE else 0


def _setting(row: Row, _: Page) -> int:
    return 6 * bisect_right((0.3, 0.5, 0.75, 1.0), row.titled) + bisect_right(LENGTHS, row.words) + (30 if row.caps else 0)


def _first(row: Row, _: Page) -> int:
    sign = row.text[0]
    return FIRST.get(sign, 1 if sign.isdigit() else 4 if sign.islower() else 0)


def _last(row: Row, _: Page) -> int:
    sign = row.text[-1]
    return LAST.get(sign, 9 if sign.isdigit() else 10 if row.stop else 0)


def _opening(row: Row, page: Page) -> int:
    kind = 1 if row.opening in TELLS else 2 if row.opening in ASKS else 3 if row.opening in LISTED else 0
    return 3 * kind + page.coarse[row.place] // 2


def _signs(row: Row, _: Page) -> int:
    text = row.text
    return (
        ("|" in text or " > " in text or " / " in text)
        + 2 * _has_handle(text)
        + 4 * (("$" in text or "£" in text or "€" in text) and MONEY.search(text) is not None)
        + 8 * (". " in text)
    )


def _has_handle(text: str) -> bool:
    may = "@" in text or "#" in text or ".com" in text or "://" in text or "pic." in text  # seen five times as fast
    return may and HANDLE.search(text) is not None


def _figures(row: Row, page: Page) -> int:
    if row.words >= PROSE:
        return 0
    share = sum(map(str.isdigit, row.text)) / len(row.text)
    return 3 * bisect_right((0.001, 0.1, 0.25, 0.5), share) + page.coarse[row.place] // 2


def _offer(row: Row, page: Page) -> int:
    return 5 * min(4, _count(OFFER, page.bags[row.place])) + page.coarse[row.place]


def _count(words: frozenset[str], bag: frozenset[str]) -> int:
    return 0 if words.isdisjoint(bag) else len(words & bag)


def _small(row: Row, page: Page) -> int:
    if row.words < 4:
        return 0
    words = page.words[row.place]
    share = sum(map(SMALL_WORDS.__contains__, words)) / len(words)
    return 1 + 3 * bisect_right((0.01, 0.15, 0.25, 0.35, 0.45), share) + page.coarse[row.place] // 2


def _recurs(row: Row, page: Page) -> int:
    """How many of the row's longer words the story has."""
    if page.prose[row.place] and page.start <= row.place <= page.end:
        return 0
    words = page.longer[row.place]
    if not words:
        return 1
    share = sum(map(page.story.__contains__, words)) / len(words)
    if row.words >= PROSE:
        return 50 + bisect_right((0.1, 0.2, 0.3, 0.4, 0.5, 0.6), share)
    return 2 + 6 * bisect_right((0.01, 0.26, 0.51, 0.76, 1.0), share) + bisect_right(LENGTHS, row.words)


def _points(row: Row, page: Page) -> int:
    return 5 * (not POINTS.isdisjoint(page.longer[row.place])) + page.coarse[row.place]


def _year(row: Row, page: Page) -> int:
    return 5 * (row.text[-2:-1].isdigit() and ENDS_IN_YEAR.search(row.text[-12:]) is not None) + page.coarse[row.place]


def _beside_known(row: Row, page: Page) -> int:
    place, known = row.place, page.known
    near = page.near[place]
    if not near:
        return 16 * known[place]
    beside = (place > 0 and known[place - 1]) + 2 * (place + 1 < len(known) and known[place + 1])
    return 16 * known[place] + 4 * min(3, near) + beside


def _gaps(row: Row, page: Page) -> int:
    before = (row.gap != page.gap) + (row.gap > page.gap)
    after = (row.after != page.gap) + (row.after > page.gap)
    return 9 * (page.coarse[row.place] // 2) + 3 * before + after


def _share(row: Row, page: Page) -> int:
    share = page.before[row.place] / max(1, page.told)
    return 10 * page.coarse[row.place] + bisect_right((0.001, 0.1, 0.3, 0.5, 0.7, 0.9, 0.999), share)


def _zone(row: Row, page: Page) -> int:
    """Above, in or under the largest cluster of prose, and how far from it."""
    coarse = page.coarse[row.place]
    if page.end < 0:
        return coarse
    if row.place > page.end:
        return 5 + 7 * coarse + bisect_right(FAR, row.place - page.end)
    if row.place < page.start:
        return 40 + 7 * coarse + bisect_right(FAR, page.start - row.place)
    return 80 + coarse


def _distances(row: Row, page: Page) -> int:
    after = bisect_right((2, 3, 5, 9), page.since[row.place])
    return 25 * page.coarse[row.place] + 5 * after + bisect_right((2, 3, 5, 9), page.until[row.place])


def _ended(row: Row, page: Page) -> int:
    return 5 * min(3, page.ended[row.place]) + page.coarse[row.place]


def _credits(row: Row, page: Page) -> int:
    place, credit = row.place, page.credit
    above = place > 0 and credit[place - 1]
    under = place + 1 < len(credit) and credit[place + 1]
    return 5 * (credit[place] + 2 * above + 4 * under) + page.coarse[place]


def _trade(row: Row, page: Page) -> int:
    return 15 * (row.place > page.end) + 5 * min(2, _count(TRADE, page.bags[row.place])) + page.coarse[row.place]


def _closed(row: Row, page: Page) -> int:
    return 30 * (row.place > page.end) + 5 * bisect_right((1, 2, 3, 6, 10), page.closed[row.place]) + page.coarse[row.place]


def _listed_above(row: Row, page: Page) -> int:
    longest = bisect_right((3, 5, 8, 13, 25), page.longest[row.place])
    return 30 * (row.place > page.end) + 5 * longest + page.coarse[row.place]


def _labelled(row: Row, page: Page) -> int:
    """`2019: Hank Tolland`, `Length: 412 metres`, and whether the lines beside are set so."""
    if row.words > 14:
        return 0
    rows, place = page.rows, row.place
    above = place > 0 and ": " in rows[place - 1].text and rows[place - 1].words <= 14
    under = place + 1 < len(rows) and ": " in rows[place + 1].text and rows[place + 1].words <= 14
    return 1 + (": " in row.text) + 2 * above + 4 * under


def _announced(row: Row, page: Page) -> int:
    """Whether the row above ends as what announces a list does; or the one above that."""
    rows, place = page.rows, row.place
    above = place > 0 and rows[place - 1].text[-1] == ":"
    beyond = place > 1 and rows[place - 2].text[-1] == ":"
    return 5 * (above + 2 * beyond) + page.coarse[place]


TABLE: tuple[tuple[str, Callable[[Row, Page], int]], ...] = (
    ("shape", _shape),
    ("above", _above),
    ("under", _under),
    ("beyond", _beyond),
    ("run", _run),
    ("crowd", _crowd),
    ("furnished", _furnished),
    ("repeat", _repeat),
    ("setting", _setting),
    ("first", _first),
    ("last", _last),
    ("opening", _opening),
    ("signs", _signs),
    ("figures", _figures),
    ("offer", _offer),
    ("small", _small),
    ("recurs", _recurs),
    ("points", _points),
    ("year", _year),
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


def clear(row: Row, page: Page) -> bool:
    """Whether a row is surely told: prose among prose, with nothing on offer."""
    return page.prose[row.place] and page.start <= row.place <= page.end and is_plain(row, page)


def is_plain(row: Row, page: Page) -> bool:
    """Whether a row offers nothing and tells of no author."""
    bag = page.bags[row.place]
    return OFFER.isdisjoint(bag) and TRADE.isdisjoint(bag)
