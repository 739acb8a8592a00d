"""People, places and organisations that a text speaks of; precision before recall."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from sitegen.reader.runs import Piece, pieces
from sitegen.reader.words import phrases

_CAPITAL = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪİĶĻŁŃŅŇŌŐŒŘŚŞŠŤŪŮŰŹŻŽ"
# One capital, then: more initials, the rest of a short title with its full stop, or the rest of a word. It begins with a plain
# set of letters, which lets `re` skip to the next capital at once.
_TOKEN = (
    rf"[{_CAPITAL}](?:(?:\.[{_CAPITAL}])*\.|(?:(?<=M)(?:rs|r|s|aj|t)|(?<=D)r|(?<=S)(?:en|gt|t|upt|ec)|(?<=G)(?:en|ov)|(?<=R)(?:ep|ev)"
    r"|(?<=L)(?:t|td)|(?<=C)(?:ol|apt|pl|orp|o)|(?<=P)rof|(?<=A)dm|(?<=B)(?:rig|ros)|(?<=H)on|(?<=F)t|(?<=I)nc)\.|[\w’'-]*)"
)
_LINK = (
    r"(?:of the |of |for the |de la |de |da |del |della |di |du |van der |van den |van |von |der |la |le |al |el "
    r"|bin |ibn |& |’t |on |sur )"
)
RUN = re.compile(rf"{_TOKEN}(?: (?:{_LINK})?(?:[ae]l-)?{_TOKEN})*")
INSIDE_WORD = frozenset("’'_-")
ACRONYM = re.compile(r" \((?:the )?([A-Z][A-Za-z]{1,7})\)")
SPEECH = re.compile(r",? (?:said|says|told|asked|added|wrote|argued|warned)\b|, \d\d,|, who ")
APPOSITION = re.compile(r", (?:an?|the|another) ((?:[a-z]+ ){0,3}[a-z]+)")
TRADES = ("ist", "er", "or", "ian", "man", "woman", "ant")  # how words end that tell what people do
AFTER_SPEECH = (" said ", " says ", " asked ", " added ", " named ", " called ")
INTO_PLACE = (" in ", " near ", " outside ", " across ", "\nIn ", ". In ", " throughout ")
BEFORE_PLACE = frozenset(words[-2] for words in INTO_PLACE)  # how the words end that lead into a place
TOWARDS = (
    " in ",
    " near ",
    " outside ",
    " from ",
    " to ",
    " of ",
    " at ",
    "\nIn ",
    ". In ",
    " around ",
    " for ",
    " into ",
    " and ",
    " leave ",
    " visit ",
    " across ",
)


TOWN_WORDS = 3


class Names(NamedTuple):
    """Names by kind, each in the order of its first mention."""

    people: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()


class _Found:
    """Names as they are met, each with the place of its first mention."""

    __slots__ = ("doubtful", "likely", "offices", "people", "singles", "towns")

    def __init__(self) -> None:
        self.people: dict[str, int] = {}
        self.likely: dict[str, int] = {}  # may be people
        self.singles: dict[str, int] = {}  # one word: may be surnames
        self.towns: dict[str, int] = {}
        self.doubtful: dict[str, int] = {}  # may be places
        self.offices: dict[str, int] = {}


def find_names(text: str, *, aliases: Mapping[str, str], dateline: str | None = None) -> Names:
    """The names in a text; `aliases` leads from a spelling in small letters to the one name."""
    found = _Found()
    sure = {"person": found.people, "place": found.towns, "organization": found.offices}
    singles = found.singles
    for match in RUN.finditer(text):
        start = match.start()
        if start and (text[start - 1].isalnum() or text[start - 1] in INSIDE_WORD):
            continue
        for sort, name, last, titled in pieces(match[0]):
            if sort == "nothing":
                continue
            if sort == "single" and text[start - 2 : start - 1] not in BEFORE_PLACE:  # the first word of most sentences
                singles.setdefault(name, start)
            elif (names := sure.get(sort)) is not None:
                names.setdefault(name, start)
            elif sort == "likely":
                _note_likely(found, text, start, match.end(), Piece(sort, name, last, titled))
            elif sort == "phrase":
                if _ends_acronym(text, match.end(), name):
                    found.offices.setdefault(name, start)
            else:
                _note_single(found, text, start, Piece(sort, name, last, titled))
    return _settled(found, dateline, aliases)


def _note_likely(found: _Found, text: str, start: int, end: int, piece: Piece) -> None:
    """Two words or more that aren't known: what stands around them tells."""
    name = piece.name
    if name not in found.people and (piece.titled or _speaks(text, start, end)):
        found.people[name] = start
    elif _ends_acronym(text, end, name):
        found.offices.setdefault(name, start)
    elif _in_place(text, start, name):
        found.doubtful.setdefault(name, start)
    else:
        found.likely.setdefault(name, start)


def _note_single(found: _Found, text: str, start: int, piece: Piece) -> None:
    """One word, or a place that may be something else."""
    name = piece.name
    found.singles.setdefault(name, start)
    if name in found.doubtful or name in found.towns:
        return
    if _before(text, start, TOWARDS) if piece.sort == "doubtful" else _in_place(text, start, name):
        found.doubtful[name] = start


def _settled(found: _Found, dateline: str | None, aliases: Mapping[str, str]) -> Names:
    """What the whole text makes of its names: a surname alone supports the full name, and is no place."""
    people, singles, towns = found.people, found.singles, found.towns
    for name, start in found.likely.items():
        if name.rsplit(" ", 1)[-1] in singles and name.split(" ", 1)[0] not in singles and name not in found.doubtful:
            people[name] = start
    surnames = {name.rsplit(" ", 1)[-1]: name for name in reversed(people)}
    for name, start in found.doubtful.items():
        if name not in surnames and not any(name in person for person in people):
            towns[name] = min(start, towns.get(name, start))
    for last, full in surnames.items():
        people[full] = min(people[full], singles.get(last, people[full]))
        towns.pop(last, None)
    for index, place in enumerate(re.split(r"[,/]", dateline or "")[:3]):
        if place.strip():
            towns[_written(place.strip())] = index - 3
    return Names(_ordered(_merged(people), aliases), _ordered(towns, aliases), _ordered(found.offices, aliases))


def _merged(people: dict[str, int]) -> dict[str, int]:
    """People under their longest name: `Walter Ingram` is `Walter Aloysius Ingram`."""
    by_ends: dict[tuple[str, str], str] = {}
    merged: dict[str, int] = {}
    for name in sorted(people, key=lambda name: (-len(name), name)):
        words = name.split()
        full = by_ends.setdefault((words[0], words[-1]), name)
        merged[full] = min(merged.get(full, people[name]), people[name])
    return merged


def _ordered(found: dict[str, int], aliases: Mapping[str, str]) -> tuple[str, ...]:
    """Each found name under the one that the settings, or else the lists, give it; once."""
    one = phrases().one_name
    names: dict[str, None] = {}
    for name in sorted(found, key=lambda name: (found[name], name)):
        usual = one.get(name, name)
        names[aliases.get(name.casefold()) or aliases.get(usual.casefold(), usual)] = None
    return tuple(names)


def _written(place: str) -> str:
    """A dateline's place in the usual letters."""
    return (
        place
        if not place.isupper()
        else re.sub(r"[^\W\d_]+(?:['’][a-z]+)?", lambda word: word[0].capitalize(), place.strip(), flags=re.IGNORECASE)
    )


def _before(text: str, start: int, words: tuple[str, ...]) -> bool:
    return text.endswith(words, max(0, start - 12), start)


def _in_place(text: str, start: int, name: str) -> bool:
    """Whether `in` or `near` stands before an unknown name of one to three words."""
    if not _before(text, start, INTO_PLACE):
        return False
    word = name.split(" ", 1)[0]
    return (
        word.casefold() not in phrases().not_towns
        and not name.isupper()
        and name.count(" ") < TOWN_WORDS
        and not text[start - 1 : start].isalpha()
    )


def _speaks(text: str, start: int, end: int) -> bool:
    """Whether the name's bearer says something, has an age, or is told of with `who`."""
    if text.startswith((",", " "), end):
        if SPEECH.match(text, end):
            return True
        words = APPOSITION.match(text, end)
        if words and any(word.endswith(TRADES) for word in words[1].split()):
            return True
    return _before(text, start, AFTER_SPEECH)


def _ends_acronym(text: str, end: int, name: str) -> bool:
    """Whether its initials follow in brackets: `Tull River Keepers (TRK)`."""
    match = ACRONYM.match(text, end)
    return (
        match is not None and "".join(word[0] for word in name.split() if word[0].isupper()).casefold() == match[1].casefold()
    )
