"""The word lists that the rules look into: data files, read once when first needed."""

from functools import cache
from pathlib import Path

from msgspec import Struct

DATA = Path(__file__).with_name("data")
OPENING_LETTERS = 2
MARKS = " *•|-📣📢🔴👉📲📱"  # what may stand before the first word of a line


class Phrases(Struct, frozen=True, gc=False):
    """Whole lines and beginnings of lines that mean something, normalised: small letters, `#` for a number."""

    furniture: frozenset[str]
    furniture_openings: dict[str, tuple[str, ...]]  # by their first `OPENING_LETTERS`
    sections: frozenset[str]
    references: dict[str, str]  # label → kind of reference
    reference_headings: dict[str, str]
    junk_headings: frozenset[str]
    roles: frozenset[str]  # words of a byline that are no part of a name
    agencies: dict[str, str]
    organizations: frozenset[str]  # words that end the name of an organisation
    not_names: frozenset[str]
    titles: frozenset[str]  # words before a person's name
    known_organizations: frozenset[str]
    place_words: frozenset[str]  # words that end the name of a place
    place_openings: frozenset[str]
    place_surnames: frozenset[str]  # those of the words that end a place's name that are surnames too
    trades: frozenset[str]  # what people are or do, besides what their word's end tells
    no_trades: frozenset[str]  # words that end as trades do
    button_words: frozenset[str]  # of which several in a row make a strip of buttons
    box_headings: frozenset[str]  # what stands over a list that is the story's own
    headline_verbs: frozenset[str]  # what headlines say of somebody, and no section or column is named by
    more_headline_verbs: frozenset[str]  # the same, where lines stand as headlines of other stories do
    person_verbs: frozenset[str]  # what only people do
    bodies: frozenset[str]  # `the Marle union`: what follows the name of an organisation
    offices: frozenset[str]  # words that end an organisation's name within a story, where a byline could have them as surnames
    subjects: frozenset[str]  # what administrations, ministries and faculties are for
    public_bodies: frozenset[str]  # `Marle Town Council`: before them goes the name of the place that they are for
    local_bodies: frozenset[str]  # `Marle High School`: before them may go the name of a place, or somebody's
    not_towns: frozenset[str]  # capitalised words after `in` that are no place
    doubtful_first_names: frozenset[str]  # given names that are more often something else
    no_part_of_names: frozenset[str]  # words that no person is called
    family_names: frozenset[str]  # of China, Korea and their neighbours, which stand before the given name
    one_name: dict[str, str]  # a spelling → the one name of a place or an organisation


def sections(place: Path) -> dict[str, list[str]]:
    """The entries of a data file by the heads in square brackets above them; `;` begins a remark."""
    parts: dict[str, list[str]] = {}
    for line in place.read_text("utf-8").split("\n"):
        if line.startswith("[") and line.endswith("]"):
            parts[line[1:-1]] = entries = []
        elif line and not line.startswith(";"):
            entries.append(line)
    return parts


def _by_start(openings: list[str]) -> dict[str, tuple[str, ...]]:
    """Openings by their first letters, since a line is held against hundreds of them."""
    found: dict[str, tuple[str, ...]] = {}
    for opening in openings:
        found[opening[:OPENING_LETTERS]] = (*found.get(opening[:OPENING_LETTERS], ()), opening)
    return found


@cache
def phrases() -> Phrases:
    """The reader's phrase lists."""
    parts = sections(DATA / "phrases.txt")
    return Phrases(
        frozenset(parts["furniture"]),
        _by_start(parts["furniture openings"]),
        frozenset(parts["sections"]),
        _pairs(parts["references"]),
        _pairs(parts["reference headings"]),
        frozenset(parts["junk headings"]),
        frozenset(parts["byline words"]),
        _pairs(parts["agencies"]),
        frozenset(parts["organisation words"]),
        frozenset(parts["not names"]),
        frozenset(parts["titles"]),
        frozenset(parts["known organisations"]),
        frozenset(parts["place words"]),
        frozenset(parts["place openings"]),
        frozenset(parts["place surnames"]),
        frozenset(parts["trades"]),
        frozenset(parts["no trades"]),
        frozenset(parts["button words"]),
        frozenset(parts["box headings"]),
        frozenset(parts["headline verbs"]),
        frozenset(parts["more headline verbs"]),
        frozenset(parts["person verbs"]),
        frozenset(parts["bodies"]),
        frozenset(parts["organisation words"]) | frozenset(parts["office words"]),
        frozenset(parts["subjects"]),
        frozenset(parts["public bodies"]),
        frozenset(parts["local bodies"]),
        frozenset(parts["not towns"]),
        frozenset(parts["doubtful first names"]),
        frozenset(parts["no part of names"]),
        frozenset(word for entry in parts["family names"] for word in entry.split()),
        _pairs(parts["one name"]),
    )


def opens_as_furniture(key: str, letters: int = 0) -> bool:
    """Whether a line begins as the lists say that furniture does, with an opening of so many letters at least."""
    openings = phrases().furniture_openings.get(key[:OPENING_LETTERS])
    if openings is None or not key.startswith(openings):
        return False
    return not letters or any(len(one) >= letters and key.startswith(one) for one in openings)


def _pairs(entries: list[str]) -> dict[str, str]:
    """`related = see also, related story` → each phrase with its kind."""
    return {
        phrase.strip(): kind.strip()
        for entry in entries
        for kind, _, phrases in (entry.partition("="),)
        for phrase in phrases.split(",")
    }


@cache
def first_names() -> frozenset[str]:
    """Given names, casefolded."""
    return frozenset((DATA / "first-names.txt").read_text("utf-8").split())


@cache
def places() -> dict[str, bool]:
    """The gazetteer: each name, and whether it doubtless means the place."""
    names = (DATA / "places.txt").read_text("utf-8").split("\n")
    return {name.lstrip("?"): name[0] != "?" for name in names if name and name[0] != "~"}


@cache
def small_towns() -> frozenset[str]:
    """Towns that few know: a name among them is a place only where its neighbours lead into one."""
    return frozenset(name[1:] for name in (DATA / "places.txt").read_text("utf-8").split("\n") if name[:1] == "~")
