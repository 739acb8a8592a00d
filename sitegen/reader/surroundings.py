"""A text as a page: where its prose stands, where its short lines crowd, what is known to belong to sites."""

# ruff: noqa: PLR2004 - the figures are the bounds of the signs; names would hide them

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate, pairwise, repeat

from msgspec import Struct

from sitegen.reader import captions
from sitegen.reader.rows import KEPT, MOST_WORDS, REPEATED, SHORT, Row, Words, again
from sitegen.reader.sheet import key_of
from sitegen.reader.words import MARKS, Phrases, opens_as_furniture

LENGTHS = tuple(bisect_right((2, 4, 8, 14, 25), words) for words in range(MOST_WORDS + 1))  # the class of each number of words
PROSE = 18  # words of a row that is surely told
FAIR = 0.3  # of the words of the largest cluster of prose, below a headline that is known
CLUSTER = 4  # rows from one row of prose to the next of its cluster
FAR_OFF = 99  # rows: there is no prose on that side
CUT = ("…", "...")  # how what is offered of another story ends
LATE, ENDING_WORDS = 0.7, 40  # of the prose above what may end a story; words
RIGHTS_HELD = ("copyright ", "copyright:", "© ", "(c) ")
RIGHTS, SURE_OPENING = frozenset("©&"), 14  # how a notice of rights begins; characters: no story opens so
CONSENTING = (
    "website",
    "this site",
    "our site",
    "personali",
    "browsing",
    "consent",
    "privacy",
    "our partners",
    "cookie policy",
)
STRIPPED = ".,:;!?()'\"*[]"
WORD, LONGER = re.compile(r"[^\W\d_]+"), 4
LETTERS = bytes(sign if chr(sign).islower() else ord(" ") for sign in range(128)).ljust(256)  # what else ASCII has, as space
CREDITING = frozenset(
    "photo photos photograph photographs photography picture pictures image images illustration illustrations pic screengrab "
    "graphic credit credits source courtesy via".split()
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
ADDRESSING = frozenset("we we'll we're our us you you'll you're your my this".split())
TRADE = frozenset(
    "editor writer reporter correspondent columnist journalist producer contributor author covers writes newsroom freelance "
    "staff editorial desk joined previously graduate book books university degree lives".split()
)
# Of what sites say of themselves, and of what they ask for, each has one of these words in it, or these two (`rules.offers`).
NOTICING = frozenset(
    "commission commissions money compensation independently editorially editors links affiliate policy terms agreement consented "
    "cookies users automatically unsubscribe sign signing agree consent confirm inbox newsletter newsletters informational browser "
    "diagnosis subscribed council print support become".split()
)
APPEALING = frozenset(
    "little donation donations contribution contributions donate newsroom reporting reporters journalism journalists mission "
    "supported funded free paywall deductible without gift gifts readers press online subscriber transparency comments posts "
    "guidelines rules standards commenting comment breaking".split()
)
APPEAL_PAIR, NOTED = "like you", NOTICING | APPEALING
# Of each of those words its longest run of letters. Around a word stand signs and white space, so that this is a run of the line's
# letters too, neither cut nor joined: a line without any of them has none of the words and needn't be taken apart.
ASKED, ASKED_ADDRESSING = (
    frozenset(max(re.split(r"[^a-z]", word), key=len) for word in words) for words in (OFFER | TRADE, ADDRESSING)
)
MAKER_WORDS = frozenset(re.findall(r"(?:^|\|)([a-z]+)", captions.MAKERS.casefold()))
NO_WORDS: frozenset[str] = frozenset()


class Traits(Struct, frozen=True, gc=False):
    """What a line's words make of it, wherever it stands on a page."""

    longer: list[str]  # those of four letters and more
    shape: int  # the class of the line's length, and whether it ends as a sentence
    coarse: int  # 0 and 1 prose, 2 a short sentence, 3 and 4 a bare line
    prose: bool
    credit: bool  # a short line that names a maker of pictures
    offers: int  # words that offer something
    trades: int  # words that tell of an author
    speaks: bool  # perhaps, to its readers, or of those who write
    noted: bool  # perhaps, and says something of the site


class Page(Struct, frozen=True, gc=False):
    """What signs ask of the whole text."""

    rows: list[Row]
    traits: list[Traits]  # of each row, and column by column:
    longer: list[list[str]]
    shapes: list[int]
    coarse: list[int]
    prose: list[bool]
    known: list[bool]  # lines that many sites share
    near: list[int]  # how many of those stand in the three rows above and the three under each
    credit: list[bool]
    before: list[int]  # rows of prose above each row
    told: int  # rows of prose
    start: int  # the first and the last row of the largest cluster of prose
    end: int
    story: frozenset[str]  # the longer words of that cluster
    gap: int  # blank lines before most rows of prose
    runs: list[int]  # length of the run of bare lines that each row is in
    longest: list[int]  # the longest run since the cluster's start, above each row
    closed: list[int]  # known lines since the cluster's start, above each row
    ended: list[int]  # headings of the site's lists above each row
    passed: list[int]  # known lines since the last prose, above each row
    since: list[int]  # rows since the last prose, and until the next
    until: list[int]
    repeated: Counter[str]
    crowd: int  # how much of the text is bare lines
    furnished: int  # how many known lines it has


def _closes(row: Row) -> bool:
    """Whether a line says who helped, or who owns the story: it is at its end."""
    return row.key.startswith(RIGHTS_HELD) or " contributed to this " in row.key


def is_bare(row: Row) -> bool:
    """Whether a line is short and ends as no sentence does."""
    return row.words < PROSE and not row.stop


def is_parted(row: Row) -> bool:
    """Whether a line holds two things apart: `Best short film - Ann Marlow`."""
    return ": " in row.text or " - " in row.text or " – " in row.text


def page_of(rows: list[Row], phrases: Phrases, begins: int | None = None) -> Page:
    """The page that a text's rows make; `begins` is where its article does, if that is known."""
    traits = list(map(traits_of, rows))
    prose = [trait.prose for trait in traits]
    keys = [key_of(row) if row.words < 8 and not row.stop else "" for row in rows]
    heading = [key in phrases.junk_headings for key in keys]
    known = [one or key in phrases.furniture or key in phrases.sections for one, key in zip(heading, keys, strict=True)]
    longer = [trait.longer for trait in traits]
    before = _above(prose)
    places = [place for place, one in enumerate(prose) if one]
    start, end = _largest(rows, [place for place in places if place >= (begins or 0)], first=begins is not None)
    late = LATE * len(places)
    ending = [
        above >= late and (trait.noted or (row.words <= ENDING_WORDS and _closes(row)))
        for row, trait, above in zip(rows, traits, before, strict=True)
    ]
    runs = _runs([row.words < PROSE and not row.stop for row in rows])
    return Page(
        rows=rows,
        traits=traits,
        longer=longer,
        shapes=[trait.shape for trait in traits],
        coarse=[trait.coarse for trait in traits],
        prose=prose,
        known=known,
        near=_near(known),
        credit=[trait.credit for trait in traits],
        before=before,
        told=len(places),
        start=start,
        end=end,
        story=frozenset().union(*[longer[place] for place in places if start <= place <= end]),
        gap=_usual([rows[place].gap for place in places]),
        runs=runs,
        longest=_longest(runs, start),
        closed=_above([one and place > start for place, one in enumerate(known)]),
        ended=_above(heading),
        passed=_passed(
            [2 if end else int(one) for one, end in zip(known, ending, strict=True)],
            [one and not end for one, end in zip(prose, ending, strict=True)],
        ),
        since=_since(prose),
        until=_since(prose[::-1])[::-1],
        repeated=Counter([row.key for row in rows if row.words < PROSE]),
        crowd=bisect_right((0.15, 0.3, 0.45, 0.6, 0.75), sum(map(bool, runs)) / max(1, len(rows))),
        furnished=bisect_right((1, 2, 4, 8), sum(known)),
    )


def traits_of(row: Words) -> Traits:
    """The traits of a line."""
    return again(_KNOWN, row, _traits_of)


_KNOWN: dict[str, Traits] = {}  # those of lines that may stand in many texts


def _traits_of(row: Words) -> Traits:
    plain = row.key.isascii()
    parts = row.key.encode().translate(LETTERS).decode().split() if plain else WORD.findall(row.key)
    speaks = not ASKED_ADDRESSING.isdisjoint(parts)
    bag = NO_WORDS if ASKED.isdisjoint(parts) else bag_of(row)
    return Traits(
        [part for part in parts if len(part) >= LONGER],
        2 * LENGTHS[row.words] + row.stop,
        (0 if row.stop else 1) if row.words >= PROSE else 2 if row.stop else 3 if row.words >= 5 else 4,
        row.words >= PROSE and row.stop and not row.text.endswith(CUT) and not is_notice(row),
        row.words <= 16 and (row.opening in CREDITING or _has_maker(row, parts, plain=plain)),
        _count(OFFER, bag) if bag else 0,
        _count(TRADE, bag) if bag else 0,
        speaks,
        speaks and (len(row.text) > SHORT or not NOTED.isdisjoint(parts) or APPEAL_PAIR in row.key),
    )


def _has_maker(row: Words, parts: list[str], *, plain: bool) -> bool:
    """Whether a line names a maker of pictures. The first word of his name stands between signs: it is a run of the line's letters."""
    return not (plain and MAKER_WORDS.isdisjoint(parts)) and captions.has_maker(row.text)


def _count(words: frozenset[str], bag: frozenset[str]) -> int:
    return 0 if words.isdisjoint(bag) else len(words & bag)


def bag_of(row: Words) -> frozenset[str]:
    """The words of a line without the signs around them."""
    return _bag_again(row.key) if len(row.text) <= REPEATED else _bag(row.key)


def _bag(key: str) -> frozenset[str]:
    return frozenset(map(str.strip, key.split(), repeat(STRIPPED)))


_bag_again = lru_cache(maxsize=KEPT)(_bag)


def is_notice(row: Words) -> bool:
    """Whether a sentence is surely the site's."""
    key = row.key.lstrip(MARKS)
    if key[:1] in RIGHTS or opens_as_furniture(key, SURE_OPENING):
        return True
    return "cookies" in key and any([sign in key for sign in CONSENTING])  # noqa: C419 - faster


def _usual(gaps: list[int]) -> int:
    counted = Counter(gaps)
    return max(counted, key=lambda gap: (counted[gap], gap)) if counted else 1


def _largest(rows: list[Row], places: list[int], *, first: bool) -> tuple[int, int]:
    """The cluster of prose with the most words: where it starts and ends. `first`: the first that has a fair share of as many."""
    if not places:
        return len(rows), -1
    found = list(clusters(places))
    words = [sum([rows[place].words for place in cluster]) for cluster in found]
    fewest = max(words) * (FAIR if first else 1)
    largest = next(cluster for cluster, count in zip(found, words, strict=True) if count >= fewest)
    return largest[0], largest[-1]


def clusters(places: list[int]) -> Iterator[list[int]]:
    """The places of rows of prose, cluster by cluster: of rows that are a few rows apart."""
    start = 0
    for end, (place, following) in enumerate(pairwise(places), 1):
        if following - place > CLUSTER:
            yield places[start:end]
            start = end
    if places:
        yield places[start:]


def _above(signs: list[bool]) -> list[int]:
    """How many rows above each have the sign."""
    return list(accumulate(signs[:-1], initial=0)) if signs else []


def _near(known: list[bool]) -> list[int]:
    """How many of the three rows above each and of the three under it have the sign."""
    if True not in known:
        return [0] * len(known)
    so_far = [0, 0, 0, *accumulate(known, initial=0)]
    beyond = [*so_far[7:], *[so_far[-1]] * 4]
    return [under - above - own for own, above, under in zip(known, so_far, beyond, strict=False)]


def _runs(bare: list[bool]) -> list[int]:
    """For each row how long the run of bare rows around it is."""
    runs = [0] * len(bare)
    start = 0
    for place, one in enumerate([*bare, False]):
        if not one:
            runs[start:place] = [place - start] * (place - start)
            start = place + 1
    return runs


def _longest(runs: list[int], start: int) -> list[int]:
    """The longest run that has ended above each row, among those after the start."""
    over = [
        run if place > start and not following else 0
        for place, (run, following) in enumerate(zip(runs, [*runs[1:], 0], strict=True))
    ]
    return list(accumulate(over[:-1], max, initial=0)) if over else []


def _passed(known: list[int], prose: list[bool]) -> list[int]:
    """How many known lines there are between each row and the last prose above it; one that ends the story counts for two."""
    counted, count = [], 0
    for one, told in zip(known, prose, strict=True):
        counted.append(count)
        count = 0 if told else count + one
    return counted


def _since(prose: list[bool]) -> list[int]:
    distances, distance = [], FAR_OFF
    for one in prose:
        distances.append(distance)
        distance = 1 if one else distance + 1
    return distances
