"""Whether a few words are a person's name, and nothing else."""

import re

from sitegen.reader.seen import has_one
from sitegen.reader.trades import NAME_WORDS, PAPERS, PARTICLES, ends_in_job, is_beat, is_paper
from sitegen.reader.words import first_names, phrases, places

LINKED = frozenset("off for in at with from over under after to as on into near".split())  # within no name
GENERATIONS = {"jr": " Jr.", "sr": " Sr.", "ii": " II", "iii": " III", "iv": " IV"}  # who is meant: part of the name
SUFFIXES = frozenset({*GENERATIONS, "phd", "ph.d", "md", "m.d", "esq"})  # the others are not
ALSO_GIVEN = frozenset({"april", "may", "june", "august", "will", "skip"})
DAYS_GIVEN = frozenset({"friday", "monday", "sunday"})  # given names, of Nigeria before all, where a line opens with `By`
# Behind a name and no part of it, as papers of India sign: `Hal Brand Mumbai`.
NAME_AND_TOWN, TOWNS = (
    3,
    frozenset(
        "Mumbai Delhi Bengaluru Bangalore Chennai Kolkata Hyderabad Pune Ahmedabad Lucknow Jaipur Chandigarh Kochi Guwahati Patna Bhopal"
        " Gurugram Noida Thiruvananthapuram Bhubaneswar Ranchi Nagpur Indore".split()
    ),
)
COMPASS = frozenset({"north", "south", "east", "west", "central"})  # behind the letters of a broadcaster: `MBC North Coast`
CAMEL = re.compile(
    r"(?!Ma?c[A-Z]|De[A-Z]|L[ae][A-Z]|Van[A-Z]|O['’])[A-Z][a-z]+[A-Z][a-z]+\d{0,3}"
)  # `CityBeat`: no name of a person
MASTHEAD = re.compile(r"[A-Z]{2,}[a-z]|[A-Z]+[a-z]+[A-Z]{2,}|\S+\.(?i:com|org|net)$")
INNER_SIGN = re.compile(r"([-'’.])")  # of a name
# `Chief Meteorologist Hank Tolland`, and what is seen sooner of it.
JOB_OPENS = re.compile(
    r"(?:[A-Z][\w&'’-]* ){0,4}?(?i:reporter|correspondent|editor|writer|columnist|critic|meteorologist|producer|anchor),? (?=[A-Z])"
)
JOB_SIGNS = ("porter", "spondent", "ditor", "riter", "olumnist", "ritic", "rologist", "roducer", "nchor", "PORTER", "EDITOR")
FEWEST_WORDS, MOST_WORDS = NAME_WORDS, 5  # of a name
SMALL_WORDS = 3  # of a name set in small letters
SHORTEST_MC = 4  # letters: `Mack` is no `McK`
VOWELS = frozenset("AEIOUYÄÖÜÁÉÍÓÚÀÈÂÊÔÅÆØ")
LONGEST_INITIALS = 3  # letters: more in capitals are a surname, as French agencies set it


def person(text: str, *, by: bool) -> str | None:
    """The name, in its usual letters, where the text is a person's name and nothing else."""
    parts = text.split()
    if not by and (len(parts) < FEWEST_WORDS or not (_may_open(parts[0]) and _may_open(parts[1])) or text in places()):
        return None  # most lines; `Nova Scotia`
    words = _without_trade(parts, by=by)
    called = ""
    while len(words) > FEWEST_WORDS and (suffix := words[-1].casefold().strip(",.")) in SUFFIXES:
        called = GENERATIONS.get(suffix, called)
        words[-2:] = [words[-2].rstrip(",")]
    lists = phrases()
    words = words if text.isupper() else _without_house(words)
    words = words[:-1] if len(words) == NAME_AND_TOWN and words[-1] in TOWNS else words
    longest = MOST_WORDS + sum([word in PARTICLES for word in words])
    if not FEWEST_WORDS <= len(words) <= longest or text.casefold() in lists.furniture or is_paper(parts):
        return None
    given = by and (
        words[0].casefold() in first_names()
        or words[0].casefold() in ALSO_GIVEN
        or any(len(word.strip(".")) == 1 for word in words[1:-1])
    )
    small = given and text.islower() and len(words) <= SMALL_WORDS and not any(word in lists.not_names for word in words)
    rest = words[:-1] if given and words[-1].casefold() in lists.not_names else words  # `By Gregory Day`
    rest = rest[1:] if by and rest[0].casefold() in DAYS_GIVEN else rest
    if not LINKED.isdisjoint(map(str.casefold, words[1:-1])) or not all(  # `Ore Carrier Off Quill Island`
        _may_be_called(word, small=small, given=index <= given) for index, word in enumerate(rest)
    ):
        return None
    short = len(words[-1].strip(".")) == 1 and not (given and len(words) == FEWEST_WORDS)  # an initial is hardly a surname
    if short or not (words[-1][0].isupper() or small) or (len(words) < len(parts) and " ".join(words) in places()):
        return None  # `Hong Kong society`
    if text.isupper() or small:
        return " ".join(map(_cased, words)) + called
    return " ".join([_cased(word) if word.isupper() and len(word) > LONGEST_INITIALS else word for word in words]) + called


def _without_house(words: list[str]) -> list[str]:
    """A name's words without its house, `Hal Brand MVBJ`, `Hal Brand Reuters`; none where they are the house's, `RNP Pacific`."""
    while len(words) > FEWEST_WORDS and (is_of_house(words[-1]) or _is_of_agency(words) or CAMEL.fullmatch(words[-1])):
        words = words[:-1]
    return (
        []
        if words
        and (is_of_house(words[0]) or (words[0].isupper() and COMPASS.intersection(word.casefold() for word in words[1:2])))
        else words
    )


def _is_of_agency(words: list[str]) -> bool:
    """Whether the last word is an agency's name, `Hal Brand Reuters`, and the name is whole without it: not `Hal J. Reuters`."""
    return len(words[-2].strip(".")) > 1 and words[-1].casefold() in phrases().agencies


def is_of_house(word: str) -> bool:
    """Whether capitals without a vowel, more than initials are, stand for a house: `MVBJ`."""
    return len(word) >= LONGEST_INITIALS and word.isupper() and word.isalpha() and VOWELS.isdisjoint(word)


def _may_be_called(word: str, *, small: bool, given: bool) -> bool:
    """Whether a word may be part of a person's name."""
    lists = phrases()
    plain = word.casefold().strip(".,'’\"")
    if not (small or _may_open(word)):
        return False
    if plain in lists.roles or plain in lists.organizations:
        return False
    if plain in lists.not_names and len(plain) > 1 and not (given and plain in ALSO_GIVEN):
        return False
    return word.isalpha() or all(letter.isalpha() or letter in ".'’`-\"“”()ʻ" for letter in word)


def _may_open(word: str) -> bool:
    """Whether a word begins as those of names do."""
    return word[0].isupper() or word[0] in "'\"“‘(" or word.casefold().strip(".,'’\"") in PARTICLES


def _without_trade(words: list[str], *, by: bool) -> list[str]:
    """`Amy Marlow Political Correspondent` → the name: what follows two words and is of the trade goes, and so does the paper."""
    cut = _cut_at_trade(words, by=by)
    words = words[: len(cut) + 1] if len(cut) < len(words) and words[len(cut)].casefold() in PAPERS else cut
    if len(words) <= FEWEST_WORDS or words[-1].casefold().rpartition("-")[2] not in PAPERS:  # `Star-Ledger`
        return words
    if "-" in words[-1] and len(words) == FEWEST_WORDS + 1 and words[1].casefold() in first_names():  # `Mary Ann Brand-Post`
        return words
    towns = (index for index in range(FEWEST_WORDS, len(words) - 1) if " ".join(words[index:-1]) in places())
    if (town := next(towns, None)) is not None:  # `Hal Brand San Diego Tribune`
        return words[:town]
    return words[: max(FEWEST_WORDS, len(words) - 2)] if len(words[1].strip(".")) > 1 else words[: FEWEST_WORDS + 1]


def _cut_at_trade(words: list[str], *, by: bool) -> list[str]:
    """The words before the first that is of the trade."""
    lists = phrases()
    if (
        len(words) > FEWEST_WORDS
        and ends_in_job(words[-1])
        and (words[1].casefold() in lists.sections or words[1].casefold() in lists.roles)
    ):
        return []  # `Courier Business Writer`
    for index, word in enumerate(words[FEWEST_WORDS:], FEWEST_WORDS):
        if len(words[index - 1].strip(".")) == 1:  # `Colin B. King`
            continue
        small = word.casefold().strip(".,")
        if (
            small in lists.roles
            or small in lists.sections
            or small in lists.titles
            or (by and small in lists.not_names)
            or MASTHEAD.match(word)
        ):
            if index > FEWEST_WORDS and is_beat(words, index):
                return words[:FEWEST_WORDS]
            return words[:index] if small not in {"news", "times", "media"} else words[:FEWEST_WORDS]
    return words


def _cased(word: str) -> str:
    """A word of a name set in capitals, in the usual letters: `O'BRIEN-MCKAY`."""
    parts = INNER_SIGN.split(word)
    return "".join(
        "Mc" + part[2:].title() if part[:2].casefold() == "mc" and len(part) >= SHORTEST_MC else part.capitalize()
        for part in parts
    )


def behind_job(text: str, *, by: bool) -> str | None:
    """The name behind a job in capitals, where somebody may be called so."""
    if text.count(" ") < FEWEST_WORDS or not has_one(text, JOB_SIGNS) or (match := JOB_OPENS.match(text)) is None:
        return None
    name = text[match.end() :]
    return person(name, by=by) if by or name.partition(" ")[0].casefold() in first_names() else None
