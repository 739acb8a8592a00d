"""People, places and organisations that a text speaks of; precision before recall."""

import html
import re
from collections import Counter
from collections.abc import Callable, Mapping
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from sitegen.memory import Memory
from sitegen.reader import around, conjoined, languages
from sitegen.reader.runs import COUNTY, LONGEST_RUN, NO_COUNTIES, RUN, SHORTEST_WORD, UNION, Piece, Sort, listed_words, pieces
from sitegen.reader.words import phrases, places

INSIDE_WORD = frozenset("’'_-")
WORD = re.compile(r"[^\W\d_]+(?:['’][a-z]+)?", re.IGNORECASE)
NUMBER = re.compile(r" \d{1,4}\b")
RANKS = frozenset("borough city town village state metro union district township parish region joint area".split())
# What bodies are, and no town is called after: `Regional Planning Commission`, `Marle Independent School District`.
KINDS = frozenset(
    "metropolitan regional municipal rural urban public private community independent unified consolidated elementary secondary"
    " intermediate volunteer charter tribal campus downtown irrigation women women's men's youth baptist catholic lutheran methodist"
    " interim former longtime several elected veteran national federal provincial".split()
)
RIVERS = frozenset("River Creek Canal Bayou Reservoir Glacier".split())
STATE = re.compile(r"[A-Z]{2}")  # `MARLE, MI`
THE = "The "  # of a sentence's first name
REMEMBERED = 131_072  # runs whose reading is kept: the same names and words come again and again
LOCAL_WORDS = 3  # of a local body's name; one fewer at most are its town


class Names(Struct, frozen=True, gc=False):
    """Names by kind, each in the order of its first mention."""

    people: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()


class _Found:
    """Names as they are met, each with the place of its first mention."""

    __slots__ = ("doubtful", "likely", "offices", "people", "short", "singles", "towns")

    def __init__(self) -> None:
        self.people: dict[str, int] = {}
        self.likely: dict[str, int] = {}  # may be people
        self.singles: dict[str, int] = {}  # one word: may be surnames
        self.towns: dict[str, int] = {}
        self.doubtful: dict[str, int] = {}  # may be places
        self.offices: dict[str, int] = {}
        self.short: dict[str, str] = {}  # initials in brackets → the name that they stand for


def find_names(text: str, *, aliases: Mapping[str, str], datelines: tuple[str, ...] = (), language: str = "en") -> Names:
    """The names in a text; `aliases` leads from a spelling in small letters to the one name."""
    text = html.unescape(text) if "&" in text and ";" in text else text
    if language != "en":
        return _settled(_known(text, languages.glosses(language)), text, datelines, aliases)
    found = _Found()
    singles = found.singles
    for match in RUN.finditer(text):
        run = match[0]
        parts = READ[run]
        if not parts:
            continue
        start, end = match.span()
        before = text[start - 1] if start else " "
        if before != " " and (before.isalnum() or before in INSIDE_WORD):
            continue
        if parts is not USUAL:
            start += len(THE) if run[: len(THE)] == THE else 0
            for piece in parts:
                NOTES[piece.sort](found, text, start, end, piece)
        elif text[start - 2 : start - 1] in around.BEFORE_PLACE or (
            text[end : end + 2] == ", " or (text[end : end + BEGUN] in AFTER_BEGUN and text.startswith(AFTER_SINGLE, end))
        ):
            _note_single(found, text, start, end, Piece("single", run, run))
        elif run not in singles:
            singles[run] = start
    return _settled(found, text, datelines, aliases)


def _read(run: str) -> tuple[Piece, ...]:
    """A run by itself. A word in the usual letters that no list knows, as the first of many a sentence, is a single one."""
    if run.isalpha() and run.istitle() and SHORTEST_WORD <= len(run) <= LONGEST_RUN and run not in listed_words():
        return USUAL
    parts = pieces(run)
    return parts if len(parts) <= 1 else (parts[0], *[replace(piece, first=False) for piece in parts[1:]])


USUAL = (Piece("single", "", ""),)  # stands for any of them: most runs are such, and their number is large
READ = Memory(_read, REMEMBERED)


def _known(text: str, lists: languages.Glosses) -> _Found:
    """The names that lists know, for languages that set other words with capitals too."""
    found = _Found()
    for match in RUN.finditer(text):
        start = match.start()
        if start and (text[start - 1].isalnum() or text[start - 1] in INSIDE_WORD):
            continue
        words = match[0].split(" ")
        while words and words[0].casefold() in lists.not_names:
            words = words[1:]
        name = " ".join(words)
        if name in lists.organizations:
            found.offices.setdefault(name, start)
        elif name in lists.places:
            found.towns.setdefault(name, start)
        else:
            _note_known(found, text, start, READ[name], lists)
    return found


def _note_known(found: _Found, text: str, start: int, parts: tuple[Piece, ...], lists: languages.Glosses) -> None:
    for piece in parts:
        if piece.sort == "person":
            found.people.setdefault(piece.name, start)
        elif piece.sort in {"place", "doubtful"} and around.before(text, start, lists.into_places):
            found.towns.setdefault(piece.name, start)
        elif piece.sort == "organization" and piece.name in phrases().known_organizations:
            found.offices.setdefault(piece.name, start)


def _note_person(found: _Found, _: str, start: int, __: int, piece: Piece) -> None:
    found.people.setdefault(piece.name, start)


def _note_place(found: _Found, _: str, start: int, __: int, piece: Piece) -> None:
    found.towns.setdefault(piece.name, start)


def _note_office(found: _Found, text: str, start: int, end: int, piece: Piece) -> None:
    name, last = piece.name, end
    if text.startswith((" and ", ", "), end) and text.endswith(name, start, end):
        name = conjoined.listed(text, end, name)
        last += len(name) - len(piece.name)
    if text.endswith(" and ", 0, start) and text.startswith(name, start):
        name = conjoined.headed(text, start, last, name)
    found.offices.setdefault(name, start)
    short = around.acronym(text, last, name) or (conjoined.initials(text, name) if name is not piece.name else None)
    if short:
        found.short[short] = name


def _note_numbered(found: _Found, text: str, _: int, end: int, piece: Piece) -> None:
    """`Highway 12`, `Dockers Local 400`: roads, and unions."""
    if number := NUMBER.match(text, end):
        start = end - len(piece.name)
        if piece.last != UNION:
            found.towns.setdefault(piece.name + number[0], start)
            return
        anded = text.endswith(" and ", 0, start) and text.startswith(piece.name, start)
        name = conjoined.headed(text, start, end, piece.name) if anded else piece.name
        found.offices.setdefault(name + number[0], start)
    elif piece.last.casefold() in phrases().place_words:  # `County Road`
        found.towns.setdefault(piece.name, end - len(piece.name))


def _note_phrase(found: _Found, text: str, start: int, end: int, piece: Piece) -> None:
    """Words that no person is called: an organisation where initials follow, or where it speaks."""
    short = around.acronym(text, end, piece.name)
    speaks = piece.first and not around.is_trade(piece.last.casefold()) and around.is_speaking(text, start, end)
    if short or speaks or around.is_body(text, start, end):  # and it is no officer
        _note_office(found, text, start, end, piece)


def _note_likely(found: _Found, text: str, start: int, end: int, piece: Piece) -> None:
    """Two words or more that aren't known: what stands around them tells."""
    name = piece.name
    if around.acronym(text, end, name) or around.is_body(text, start, end):
        _note_office(found, text, start, end, piece)
    elif piece.last in RIVERS and name not in found.people and around.after_the(text, start):  # `the Solomon River`
        found.towns.setdefault(name, start)
    elif piece.first and not piece.titled and around.after_the(text, start):
        _note_phrase(found, text, start, end, piece)
    elif name not in found.people and (piece.titled or around.tells_person(text, start, end)):
        found.people[name] = start
    elif around.in_place(text, start, end, name) or (text.startswith(", ", end) and _is_located(text, start, end, name)):
        found.doubtful.setdefault(name, start)
    else:
        found.likely.setdefault(name, start)


def _note_single(found: _Found, text: str, start: int, end: int, piece: Piece) -> None:
    """One word, or a place that may be something else."""
    name = piece.name
    found.singles.setdefault(name, start)
    if text.startswith(" and ", end) and (firm := conjoined.firm(text, start, end, name)):
        found.offices.setdefault(firm, start)
    if around.is_body(text, start, end):
        found.offices.setdefault(name, start)
    elif name in found.doubtful or name in found.towns:
        return
    elif _leads_there(text, start, end, piece):
        found.doubtful[name] = start


def _leads_there(text: str, start: int, end: int, piece: Piece) -> bool:
    """Whether what stands around makes a word a place."""
    if piece.sort == "doubtful":
        return around.before(text, start, around.TOWARDS)
    if piece.sort == "town":
        return around.before(text, start, around.TO_TOWN) or around.in_region(text, end)
    if piece.name.casefold() in phrases().place_words:  # `across Third Street`
        return False
    if around.in_place(text, start, end, piece.name) or (
        text.startswith(", ", end) and _is_located(text, start, end, piece.name)
    ):
        return True
    settled = text[end : end + 3] in around.SETTLED_BEGUN and around.is_settled(text, start, end)
    return settled and around.may_be_local(piece.name)


def _is_located(text: str, start: int, end: int, name: str) -> bool:
    """Whether a state or a distance follows the comma behind a name, and not behind another of its run."""
    if not text.endswith(name, start, end):
        return False
    return around.in_region(text, end) or around.is_within(text, start, end) or around.is_far(text, end)


NOTES: dict[Sort, Callable[[_Found, str, int, int, Piece], None]] = {
    "person": _note_person,
    "place": _note_place,
    "organization": _note_office,
    "phrase": _note_phrase,
    "likely": _note_likely,
    "single": _note_single,
    "doubtful": _note_single,
    "town": _note_single,
    "numbered": _note_numbered,
}
AFTER_SINGLE = (
    *(" and ", " union", " newspaper", " company", " bank", " airline", " brewery", " firm", " party"),
    *(f" {native}" for native in around.NATIVES),
)
BEGUN = 3  # characters; most words have none of these behind them, which is seen sooner
AFTER_BEGUN = frozenset(after[:BEGUN] for after in AFTER_SINGLE)


def _settled(found: _Found, text: str, datelines: tuple[str, ...], aliases: Mapping[str, str]) -> Names:
    """What the whole text makes of its names: a surname alone supports the full name, and is no place."""
    people, singles, towns = found.people, found.singles, found.towns
    if found.likely:
        _support(found, text)
    surnames = {name.rsplit(" ", 1)[-1]: name for name in reversed(people)}
    given = {name.split(" ", 1)[0] for name in people}
    homes = _home_towns(found)
    for name, start in (found.doubtful | homes).items():
        known = name in surnames or name in given or any(name in person for person in people)
        words = name.split(" ") if name in homes else [name]  # `Pine River School Board`: there may be pines in it, and a river
        if not known and (name in places() or not all(_is_told(word, text) for word in words)):
            towns[name] = min(start, towns.get(name, start))
    for last, full in surnames.items():
        people[full] = min(people[full], singles.get(last, people[full]))
        towns.pop(last, None)
    for index, place in enumerate(part for line in datelines for part in line.replace("/", ",").split(",")[:3]):
        if place.strip() and not (index and STATE.fullmatch(place.strip())):
            towns.setdefault(_written(place.strip()), index - 3 * len(datelines))
    return Names(_ordered(_merged(people), aliases), _ordered(towns, aliases), _ordered(_offices(found), aliases))


def _support(found: _Found, text: str) -> None:
    """Makes people of names whose surname stands alone elsewhere, or is another's of the family."""
    people, singles = found.people, found.singles
    family = {name.rsplit(" ", 1)[-1] for name in people}
    ends = ((name, start, name.split(" ", 1)[0], name.rsplit(" ", 1)[-1]) for name, start in found.likely.items())
    likely = [one for one in ends if one[0] not in found.doubtful and (one[3] in singles or one[3] in family)]
    if not likely:
        return
    others = None
    known = tuple(people)
    for name, start, first, last in likely:
        alone = last in singles
        if alone and first in singles:  # rarely, so that only then it is counted whose name it opens
            others = others or Counter(one.split(" ", 1)[0] for one in (*found.likely, *found.offices, *found.towns, *known))
            alone = others[first] == 1
        if (alone or last in family) and not _is_told(name, text):
            people[name] = start


def _is_told(name: str, text: str) -> bool:
    """Whether one of a name's words stands in the text in small letters too, and so is a word like others."""
    small = [word.lower() for word in name.split(" ")]
    if len(text) <= SEARCHED:  # most names' words stand nowhere: the text's needn't be gathered
        stand = [_stands(word, text) for word in small]
        if True in stand:
            return True
        small = [word for word, known in zip(small, stand, strict=True) if known is None]
    return bool(small) and not _words(text).isdisjoint([word + end for word in small for end in WORD_ENDS])


def _stands(word: str, text: str) -> bool | None:
    """Whether a word of the text is this, or ends on one of `WORD_ENDS` besides; None where a few looks don't tell."""
    start = text.find(word)
    for _ in range(LOOKS):
        if start < 0:
            return False
        if (not start or text[start - 1].isspace()) and WORD_END.match(text, start + len(word)):
            return True
        start = text.find(word, start + 1)
    return None


@lru_cache(maxsize=1)
def _words(text: str) -> frozenset[str]:
    """A text's words, each with what stands against it: gathered once, however many names ask."""
    return frozenset(text.split())


SEARCHED, LOOKS = 40_000, 32  # characters of a text that is searched for each of its names; places that are looked at
WORD_ENDS, WORD_END = ("", ",", ".", "s", "s,", "s."), re.compile(r"s?[,.]?(?!\S)")


def _home_towns(found: _Found) -> dict[str, int]:
    """`Marle Town Council`, `Hale County Commission`: where public bodies are; schools and clubs, if the text names it alone too."""
    towns: dict[str, int] = {}
    for name, start in found.offices.items():
        words = name.split(" ")
        if words[1:2] == [COUNTY] and len(words) > LOCAL_WORDS - 1:
            if words[0].casefold() not in KINDS | RANKS | NO_COUNTIES and "Football" not in words:
                towns.setdefault(" ".join(words[:2]), start)
            continue
        for at in range(1, min(LOCAL_WORDS, len(words))):
            town, body = " ".join(words[:at]), " ".join(words[at:]).casefold()
            alone = min(
                [place for names in (found.singles, found.likely) if (place := names.get(town)) is not None], default=None
            )
            known = body in phrases().public_bodies or (alone is not None and body in phrases().local_bodies)
            if known and _may_be_town(words[:at]):
                towns.setdefault(town, start if alone is None else min(start, alone))
                break
    return towns


def _may_be_town(words: list[str]) -> bool:
    """Whether a public body may be called after words as after its town, and not after its rank or its people: `Central`, `State`."""
    lists = phrases()
    told = {word.casefold().rstrip(".") for word in words} - lists.place_words
    if told.issubset(RANKS) or not told.isdisjoint(KINDS) or "-" in words[0][:3]:  # nor `Bi-State`, or a place's words alone
        return False
    others = (lists.no_part_of_names, lists.not_towns, lists.not_names, lists.offices, lists.titles)
    return all(map(told.isdisjoint, others))


def _offices(found: _Found) -> dict[str, int]:
    """Organisations under their full names: initials, and a name's last words alone, are the same."""
    offices = {name: start for name, start in found.offices.items() if name not in found.short}
    for short, name in found.short.items():
        offices[name] = min(offices[name], found.offices.get(short, offices[name]))
    if not offices:
        return offices
    ends = {" ".join(name.split(" ")[at:]): name for name in offices for at in range(1, name.count(" "))}
    known = phrases().known_organizations
    return {name: start for name, start in offices.items() if name not in ends or name in known}


def _merged(people: dict[str, int]) -> dict[str, int]:
    """People under their longest name: `Walter Ingram` is `Walter Aloysius Ingram`."""
    by_ends: dict[tuple[str, str], str] = {}
    merged: dict[str, int] = {}
    for _, name in sorted([(-len(name), name) for name in people]):
        words = name.split()
        full = by_ends.setdefault((words[0], words[-1]), name)
        merged[full] = min(merged.get(full, people[name]), people[name])
    return merged


def _ordered(found: dict[str, int], aliases: Mapping[str, str]) -> tuple[str, ...]:
    """Each found name under the one that the settings, or else the lists, give it; once."""
    if not found:
        return ()
    one = phrases().one_name
    met = [name for _, name in sorted([(start, name) for name, start in found.items()])]
    usual = [one.get(name, name) for name in met]
    if aliases:
        pairs = zip(met, usual, strict=True)
        usual = [aliases.get(name.casefold()) or aliases.get(listed.casefold(), listed) for name, listed in pairs]
    return tuple(dict.fromkeys(usual))


@lru_cache(maxsize=1024)
def _written(place: str) -> str:
    """A dateline's place in the usual letters, in full."""
    place = f"{place.removesuffix('.')}ecture" if place.endswith(" Pref.") else place
    return WORD.sub(lambda word: word[0].capitalize(), place.strip()) if place.isupper() else place
