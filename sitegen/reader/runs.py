"""A run of capitalised words, read by itself: a person, a place, an organisation, or nothing."""

import re
from functools import cache
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from sitegen.reader.offices import COUNTRIES, FULL_NAME, TWO_WORDS, is_office
from sitegen.reader.words import first_names, phrases, places, small_towns

Sort = Literal["person", "likely", "single", "place", "doubtful", "town", "organization", "phrase", "numbered", "nothing"]

POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])(?= |$)")
QUOTES = "'’"
LINKS = frozenset("of the for de da del della di du van von der den la le al el bin ibn & on sur ’t".split())
LONGEST_NAME = 4  # words
AMPERSAND, PARTNERS = "&", 5  # `Moss & Sons`: a firm, of so many words at most
SAINTED = re.compile(r"St\.? [A-Z]\w+['’]s")  # a church, a school, a hospital
NICKNAME = re.compile(r" [\"“'‘][^\"”'’]+[\"”'’](?= )")
LONGEST_RUN = 120  # characters: no name is so long
UNION, COUNTY = "Local", "County"
NUMBERED = frozenset({"Highway", "Interstate", "Motorway", "Pier", "Route", UNION})  # where a number follows
NUMBERED_AFTER = {
    "Highway": frozenset({"State", "County"}),
    "Route": frozenset({"State", "County"}),
    "Road": frozenset({"County"}),
}
LINKING = frozenset({"of", "for", "on"})
SHORTEST_WORD = 3  # letters: not initials, nor I

# How a run looks in a text.
_CAPITAL = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪİĶĻŁŃŅŇŌŐŒŘŚŞŠŤŪŮŰŹŻŽ"
# Words that end in a full stop and no sentence. The stop is looked for behind the word: few words have one.
_SHORT = (
    "Adm Brig Bros Capt Co Col Corp Cpl Dr Ft Gen Gov Hon Inc Lt Ltd Maj Mr Mrs Ms Mt Prof Rep Rev Sec Sen Sgt St Supt".split()
)
_STOP = "|".join(rf"(?<={word}\.)(?<![\w’'-]{word}\.)" for word in _SHORT)
# One capital, then more initials, or the rest of a word. It begins with a plain set of letters, which lets `re` skip to the next
# capital at once. What may be missing is written `(?:…|)`, which costs `re` far less than `(?:…)?`; what never gives anything back
# is possessive.
_TOKEN = rf"[{_CAPITAL}](?:\.(?:[{_CAPITAL}]\.)*+|[A-Za-z\w’'-]*+(?:\.(?:{_STOP})|))"
# Behind the last letters of what bodies are called: `Ministry for Primary Industries`, `Institute for Caucasus Studies`.
_FOR = r"(?<=(?:nistry|titute|Centre|Center|Office|Agency|ouncil|dation|mpaign|rtment|lition|liance|ociety|iation|ission|mittee) )for "
_LINK = (
    rf"(?:of the |of |for the |{_FOR}|de la |de |da |del |della |di |du |van der |van den |van |von |der |la |le |al |el "
    r"|bin |ibn |& |’t |on |sur |)"
)
_NICKNAME = rf"[\"“'‘][{_CAPITAL}][\w.]+(?: [{_CAPITAL}]\w+)?[\"”'’] (?=[{_CAPITAL}])"  # `Walter "Doc" Ingram`
_LINKED = rf"(?=[\"“'‘’&abdefilosv])(?:{_NICKNAME}|){_LINK}(?:[ae]l-|){_TOKEN}"
RUN = re.compile(rf"{_TOKEN}(?: (?:{_TOKEN}|{_LINKED}))*+")


class Piece(Struct, frozen=True, gc=False):
    """A run of capitalised words, or a part of it, and what it seems to be by itself."""

    sort: Sort
    name: str
    last: str  # its last word
    titled: bool = False
    first: bool = True  # opens its run


def pieces(run: str) -> tuple[Piece, ...]:
    """A run of capitalised words read by itself."""
    if run[-1:] in QUOTES and run[-2:-1] != "s":  # where what somebody says ends, and no owner is
        run = run.rstrip(QUOTES)
    return tuple([piece for piece in _pieces(run) if piece.sort != "nothing"])


@cache
def listed_words() -> frozenset[str]:
    """The words, in the usual letters, of which a list says something. Any other of three letters or more is a single one."""
    lists = phrases()
    small = map(str.capitalize, lists.not_names | lists.titles)
    return frozenset({*lists.known_organizations, *places(), *small_towns(), *NUMBERED, *small})


def _pieces(run: str) -> tuple[Piece, ...]:
    if len(run) > LONGEST_RUN:
        return ()
    if " " in run:
        if plain := _plain(run):
            return (plain,)
        return _apart(run if run.isascii() and '"' not in run and "'" not in run else NICKNAME.sub("", run))
    if run in NUMBERED:
        return (Piece("numbered", run, run),)
    return (_single(POSSESSIVE.sub("", run) if "'" in run or "’" in run else run),)


def _plain(run: str) -> Piece | None:
    """Two to four words in the usual letters of which no list says more than that they are given names: most runs are such."""
    if not (run.isascii() and run.istitle() and run.replace(" ", "").isalpha()):
        return None
    words, small = run.split(" "), run.lower().split(" ")
    lists, known = phrases(), first_names()
    if (
        len(words) > LONGEST_NAME
        or not _telling_words().isdisjoint(small)
        or run in lists.known_organizations
        or run in places()
        or words[-1] in COUNTRIES
        or (words[-2], words[-1]) in TWO_WORDS
    ):
        return None
    called = small[0] in known
    if not called and len(words) > FULL_NAME and small[1] in known:  # `Forecaster Gene Sobol`
        return None
    return Piece("person" if called and words[0] not in lists.doubtful_first_names else "likely", run, words[-1])


@cache
def _telling_words() -> frozenset[str]:
    """The words, in small letters, that tell something of a run with them."""
    lists = phrases()
    others = map(str.lower, (*NUMBERED, *ORDINALS, *COURTESIES, ""))
    return _no_names() | lists.titles | lists.place_openings | frozenset(others)


def _apart(run: str) -> tuple[Piece, ...]:
    """The same of several words without nicknames."""
    words = run.split(" ")
    if words[-1] in NUMBERED or words[-2] in NUMBERED_AFTER.get(words[-1], ()):
        return _numbered(words)
    if run.startswith("St") and SAINTED.fullmatch(run):
        return (Piece("organization", run, run),)
    if ". " in run and (match := SHORT_TITLE.search(run)):  # `Let Sen. Denise Okafor`
        return (*_pieces(run[: match.start()]), *_pieces(run[match.end() :]))
    if "'" in run or "’" in run:
        run = run.removesuffix("’s").removesuffix("'s")
        words = run.split(" ")
        match = POSSESSIVE.search(run)
        own = words[-next((at for at, word in enumerate(reversed(words)) if word in LINKS), 0) :]  # behind `Members of the`
        owner = run[: match.start()] if match else ""
        sure = places().get(owner, False) and owner[:3] != "St."  # `Vienna's Opera House`, and not `St. Lucia's Hospital`
        if match and (match.end() == len(run) or sure or not (is_office(words) or is_office(own))):
            return (*_pieces(run[: match.start()]), *(_pieces(run[match.end() + 1 :]) if match.end() < len(run) else ()))
    return _several(words)


def _numbered(words: list[str]) -> tuple[Piece, ...]:
    """What a number follows, `Route`, `County Road`, `Dockers Local`, and what stands before it."""
    kind = words[-1]
    longer = words[-2] in NUMBERED_AFTER.get(kind, ()) or (
        kind == UNION and len(words) == FULL_NAME and words[0].casefold() not in phrases().not_names
    )
    if kind == UNION and len(words) > FULL_NAME and is_office(words[:-1]):
        return (Piece("numbered", " ".join(words), kind),)
    name = " ".join(words[-2:]) if longer else kind
    before = words[: -2 if longer else -1]
    return (*(pieces(" ".join(before)) if before else ()), Piece("numbered", name, kind))


def _single(word: str) -> Piece:
    lists = phrases()
    if word in lists.known_organizations:
        return Piece("organization", word, word)
    plain = places().get(word)
    if plain is not None:
        return Piece("place" if plain else "doubtful", word, word)
    small = word.casefold().rstrip(".")
    if small in lists.not_names or small in lists.titles or len(word) < SHORTEST_WORD:
        return NOTHING
    if word in small_towns():
        return Piece("town", word, word)
    return Piece("single", word, word)


NOTHING = Piece("nothing", "", "")


def _several(words: list[str]) -> tuple[Piece, ...]:
    """A run of more than one word, without an inner possessive."""
    lists = phrases()
    for at, word in enumerate(words, 1):
        if "-" in word and (match := ATTRIBUTE.search(word)):
            if at < len(words):
                return (*_several(words[:at]), *_several(words[at:]))
            words = [*words[:-1], word[: match.start()]]
    if words[0] in ORDINALS and is_office(words):
        return (Piece("organization", " ".join(words), words[-1]),)
    while words and (words[0].casefold() in lists.not_names or words[0] in LINKS):
        if " ".join(words[:2]) in places() or " ".join(words) in places():  # `New South Wales`
            break
        words = words[1:]
    while words and (words[-1] in LINKS or words[-1].casefold() in lists.not_names):
        words = words[:-1]
    if len(words) < FULL_NAME:
        return (_single(words[0]),) if words else ()
    if LINKING.isdisjoint(words):
        named = (
            len(words) > FULL_NAME or words[-1] != COUNTY or words[0].casefold() not in NO_COUNTIES
        )  # `the Republican County commissioner`
        return _listed(words) or _in_county(words) or ((_person(words),) if named else ())
    return _member(words) or _listed(words) or _linked(words)


# What stands before `County` and is no part of its name; and what follows the name of a football club: `Derby County Football Club`.
NO_COUNTIES = frozenset(
    "republican democratic democrat veteran longtime several elected former current rural new another neighboring neighbouring local other"
    " most many few all each every some interim acting assistant deputy chief".split()
)
CLUBS = frozenset(
    "fc football manager striker goalkeeper midfielder defender supporters fans boss coach captain winger".split()
)


def _in_county(words: list[str]) -> tuple[Piece, ...]:
    """`Hale County Search and Rescue`: the county, and what comes after it."""
    at = words.index(COUNTY) if COUNTY in words[1:-1] else 0
    lists, before = phrases(), {word.casefold().rstrip(".") for word in words[:at]}
    if (
        not at
        or not all(map(before.isdisjoint, (lists.titles, lists.not_towns, NO_COUNTIES)))
        or words[at + 1].casefold() in CLUBS
    ):
        return ()
    rest = words[at + 1 :]
    after = _several(rest) if len(rest) > 1 else (_single(rest[0]),)
    return (Piece("place", " ".join(words[: at + 1]), COUNTY), *after)


def _member(words: list[str]) -> tuple[Piece, ...]:
    """`Imogen Vance of the Ministry of Transport`: a person, and the organisation that comes after."""
    at = next(index for index, word in enumerate(words) if word in LINKING)
    right = words[at + 1 :]
    right = right[1:] if right[:1] == ["the"] else right
    titled = any(word.casefold().rstrip(".") in phrases().titles for word in words[:at])
    if titled or at < FULL_NAME or len(right) < FULL_NAME or " ".join(words) in phrases().known_organizations:
        return ()
    left = _person(words[:at])
    if left.sort not in {"person", "likely"} or not is_office(right):
        return ()
    known = words[0].casefold() in first_names()
    return (replace(left, titled=True) if known else left, *_several(right))


def _listed(words: list[str]) -> tuple[Piece, ...]:
    """What the lists know, or what a word of its trade shows to be an organisation."""
    name = " ".join(words)
    if name in phrases().known_organizations:
        return (Piece("organization", name, words[-1]),)
    if AMPERSAND in words[1:-1] and not is_office(words):
        return _partners(words)
    plain = places().get(name)
    if plain is not None:
        return (Piece("place" if plain else "doubtful", name, words[-1]),)
    return (Piece("organization", name, words[-1]),) if is_office(words) else ()


def _partners(words: list[str]) -> tuple[Piece, ...]:
    """`Moss & Sons`, a firm; `Ada Moss & Ben Hall`, two people."""
    at = words.index(AMPERSAND)
    left, right = words[:at], words[at + 1 :]
    if len(left) >= FULL_NAME <= len(right) or len(words) > PARTNERS:
        return (*_several(left), *_several(right))
    return (Piece("organization", " ".join(words), words[-1]),)


def _linked(words: list[str]) -> tuple[Piece, ...]:
    """`Secretary of State Cyrus Vance`, `Residents of Quarry Flats`: each side of the link by itself."""
    at = next(index for index, word in enumerate(words) if word in LINKING)
    right = words[at + 1 :]
    while right and right[0] in LINKS:
        right = right[1:]
    left = words[:at]
    if words[at] == "of" and len(left) == 1 and left[0] in WATERS and len(right) == 1:
        return (Piece("place", " ".join(words), words[-1]),)
    pieces = _several(left) if len(left) > 1 else ()
    if left and left[-1].casefold().rstrip(".") in phrases().titles and len(right) > FULL_NAME and right[0] not in places():
        pieces = ()
    return (*pieces, *(_several(right) if len(right) > 1 else (_single(right[0]),) if right else ()))


WATERS = frozenset("Bay Gulf Isle Isles Strait Straits Firth Bight".split())  # `Bay of Fundy`
ORDINALS = frozenset({"First", "Second", "Third", "Fourth", "Fifth", "New", "Next"})
SHORT_TITLE = re.compile(r" (?=(?:Mr|Mrs|Ms|Dr|Sen|Gov|Rep|Gen|Lt|Col|Capt|Sgt|Rev|Prof|Maj|Adm)\. [^ ]+ )")


def _person(words: list[str]) -> Piece:
    """Two words or more that may be a person, titles stripped; or a place by its shape."""
    lists, known = phrases(), first_names()
    if words[0] not in COURTESIES and (
        words[-1].casefold() in lists.place_words
        or (len(words) == FULL_NAME and words[0].casefold().rstrip(".") in lists.place_openings and words[0] != "Saint")
    ):
        surname = words[-1].casefold() in lists.place_surnames and words[-2].casefold() in known
        return Piece("likely" if surname else "place", " ".join(words[-2:] if surname else words), words[-1])
    at = _last_title(words)
    titled, words = at >= 0, words[at + 1 :]
    if words[0] == "St.":
        return Piece("town", " ".join(words), words[-1]) if len(words) == FULL_NAME else NOTHING
    if len(words) > FULL_NAME and words[-1].rstrip(".") in POSTNOMINALS:
        titled, words = True, words[:-1]  # `Declan Furey SC`
    called = words[0].casefold() in known
    placed = words[0].casefold() in lists.place_openings  # `Fort Garland Lutheran`
    if (
        len(words) > FULL_NAME
        and not (called or placed)
        and words[1].casefold() in known
        and words[1].casefold() not in PARTICLES
    ):
        words, titled, called = words[1:], True, True  # `Forecaster Gene Sobol`
    if len(words) == 1:
        return _titled(words[0]) if titled else _single(words[0])
    name = " ".join(words)
    if name in places():
        return Piece("place", name, words[-1])
    if len(words) > FULL_NAME and words[-1].casefold().rstrip(".") in SUFFIXES:
        words = words[:-1]
    if len(words) > LONGEST_NAME + ("von" in words or "de" in words) or _holds_no_name(
        words, name, called=called, titled=at >= 0
    ):
        return Piece("organization" if words[-1].casefold() in lists.offices else "phrase", name, words[-1])
    sure = (called and words[0] not in lists.doubtful_first_names) or _begins_with_family(words)
    return Piece("person" if sure else "likely", name, words[-1], titled)


def _begins_with_family(words: list[str]) -> bool:
    """`Cheung Siu-ling`."""
    return len(words) == FULL_NAME and words[0] in phrases().family_names and GIVEN_SYLLABLES.fullmatch(words[1]) is not None


# Behind a name: ranks at the bar, in parliaments, of orders and of learning, as newspapers print them.
POSTNOMINALS = frozenset("SC QC KC MP TD MSP MEP MLA MLC MBE OBE CBE QPM PhD MD RN CPA JP SJ".split())
GIVEN_SYLLABLES = re.compile(r"[A-Z][a-z]{1,5}-[a-z]{1,6}")  # of names whose family's comes first: `Cheung Siu-ling`


def _last_title(words: list[str]) -> int:
    """Where the titles before a name end, `Russian President Vladimir Putin`; -1 where none stand there."""
    lists, known = phrases(), first_names()
    last = -1
    for index, word in enumerate(words[:-1]):
        small = word.casefold().rstrip(".")
        if small in lists.titles and (small not in known or (index == 0 and len(words) > FULL_NAME)):
            last = index
        elif small in known and word not in places():  # `Virginia President Jim Ryan`
            break
    return last


COURTESIES = frozenset({"Mr", "Mrs", "Ms", "Miss", "Dr", "Sir", "Lady"})
PARTICLES = frozenset({"al", "van", "von", "de", "la", "le", "del"})


def _titled(word: str) -> Piece:
    """`President Obama`: the surname alone, which the full name elsewhere will claim."""
    piece = _single(word)
    return Piece("single", word, word) if piece.sort in {"place", "doubtful"} and not places()[word] else piece


ATTRIBUTE = re.compile(r"(?<=\w)-(?:based|headquartered|led|backed|born|area|owned|listed|sourced|style)$")  # `New York-based`
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
CAMEL = re.compile(r"(?!Mc|Mac|De|Di|Da|Le|La|Fitz|O['’])[A-Z][a-z]+[A-Z]")  # `ProActivity`


def _holds_no_name(words: list[str], name: str, *, called: bool, titled: bool) -> bool:
    """Whether one of a name's words is no part of a person's name. Of given names some are words too: `Bill Gates`, `Director Will Baird`."""
    told = words
    if called:
        doubtful = () if titled else phrases().doubtful_first_names
        told = [word for word in words[:-1] if word.casefold() not in first_names() or word in doubtful] + words[-1:]
    if not _no_names().isdisjoint([word.casefold().rstrip(".") for word in told]):
        return True
    if name.isascii() and name.istitle() and name.replace(" ", "").isalpha():  # most are: no word has an odd form
        return False
    return any(map(_is_odd, words))


def _is_odd(word: str) -> bool:
    """Whether a word has a figure, a capital within, or nothing but capitals."""
    return (
        any(map(str.isdigit, word)) or CAMEL.match(word) is not None or (word.isupper() and len(word) > 1 and "." not in word)
    )


@cache
def _no_names() -> frozenset[str]:
    """The words, in small letters, that are no part of a person's name."""
    lists = phrases()
    return lists.not_names | lists.offices | lists.place_words | lists.no_part_of_names | SUFFIXES
