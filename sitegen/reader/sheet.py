"""What rules look at and what they are."""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Literal, NamedTuple

from msgspec import Struct, field

from sitegen.reader.byline import Head
from sitegen.reader.lean import NOTHING as NO_LIKENESS
from sitegen.reader.lean import Likeness
from sitegen.reader.rows import FIGURE, Row, Words
from sitegen.reader.words import Phrases

Kind = Literal[
    "menu", "kicker", "stray", "title", "continued", "again", "dek", "dek-continued", "byline", "name", "empty-byline",
    "date", "dateline", "caption", "credit", "reference", "heading", "item", "junk-heading",
    "junk", "furniture", "leftover", "body", "subhead", "correction", "contributor", "note",
    "tags", "signed", "clock", "address", "post",
]  # fmt: skip

DEK: frozenset[Kind] = frozenset({"dek", "dek-continued"})
NUMBER = re.compile(r"\d[\d,.]*")
DIGIT = FIGURE
SIGNS = " \t.,:;!?|·•…»>«<*-()[]►→+\"'"

# Labels of a recipe's facts, which stand over them, or before.
FACTS = frozenset(
    "serves|makes|yield|servings|prep|prep time|preparation|preparation time|cook|cook time|cooking|cooking time|active time|total time"
    "|chilling time|resting time|difficulty|skill level|ready in".split("|")
)

FULL_LINES = 2000  # lines at either end of a very long text that are looked at in full; those between are paragraphs


class Middle(Struct, frozen=True, gc=False):
    """The lines of a very long text that nobody looks at closely; one row stands for them."""

    place: int  # of that row
    lines: list[str]


class Marked(Struct, frozen=True, gc=False):
    """What the marks of a page said of its rows, by their places, before they were taken off."""

    begins: int | None = None  # where the headline stands: above it nothing is of the story
    headed: frozenset[int] = frozenset()  # headings
    linked: frozenset[int] = frozenset()  # links and nothing else
    signed: frozenset[int] = frozenset()  # links that lead to somebody's page as an author
    pictured: Mapping[int, str] = MappingProxyType({})  # what stands below a picture, with the words that stand for it
    stressed: frozenset[int] = frozenset()  # in leaning letters, or a figure's caption
    filed: frozenset[int] = frozenset()  # links that lead to the page of a tag, and nothing else
    alone: bool = False  # well above the headline not even what is told is of the story


UNMARKED = Marked()


class Decks(NamedTuple):
    """The places of the headline's lines, and of each deck's below it."""

    title: tuple[int, ...] = ()
    deks: tuple[tuple[int, ...], ...] = ()


class Author(NamedTuple):
    """Who may be the author, where he is first named, and whether `By` or an address makes it sure."""

    name: str
    place: int
    sure: bool


class Sheet(Struct, frozen=True, gc=False):
    """The whole text as rules see it."""

    rows: list[Row]
    phrases: Phrases
    heads: Mapping[int, Head]  # what bylines and dates say, by the row's place
    forms: Mapping[int, str]  # the normal forms of the lines that may be headlines, by the row's place
    titles: Mapping[str, int]  # each normal form → the first row that has it
    given: str | None  # the normal form of a headline that is known already
    head_end: int  # from this row on there is only story
    head_start: int  # above this row there is only the site
    middle: "Middle | None" = None
    like: Likeness = NO_LIKENESS
    letters: bool = False  # several letters, each signed: nobody is the author of the whole
    authors: tuple[Author, ...] = ()
    told: tuple[int, ...] = ()  # the first two rows that are paragraphs
    marked: Marked = UNMARKED
    often: frozenset[str] = frozenset()  # the keys of lines that stand three times or oftener on a page with menus
    called: dict[str, int] = field(default_factory=dict)  # an author → the first row of prose that has the given name alone
    credits: dict[int, float] = field(default_factory=dict)  # the evidence that a row is a credit, where it is known
    leads: dict[int, float] = field(default_factory=dict)  # how much more a row is the headline than the next, where asked for
    headline: list[int] = field(default_factory=list)  # the place of the headline by the story's words, once it was asked for
    over: list[range] = field(default_factory=list)  # the places of the headline and its dek over the author, once asked for
    hours: list[frozenset[int]] = field(default_factory=list)  # the places of a running report's, once they were asked for
    signed: list[int] = field(default_factory=list)  # the place of the first author under a headline, once it was asked for
    again: list[list[int]] = field(
        default_factory=list
    )  # places of lines that stand twice, and are signed and dated, once asked for
    linked: set[int] = field(default_factory=set)  # the places of other stories' headlines that stand together in the story
    acted: set[int] = field(default_factory=set)  # the places of sentences amid the story that can only be pictures' words
    boxed: set[int] = field(default_factory=set)  # the places of lines of boxes that ask for an address of mail
    shown: set[int] = field(default_factory=set)  # those that tell what its pictures show
    listed: list[frozenset[int]] = field(
        default_factory=list
    )  # the places of the story's lists and tables, and of its tables, once they were asked for
    series: list[frozenset[int]] = field(default_factory=list)  # the places of crossheads of a sort, once they were asked for
    last: list[frozenset[int]] = field(
        default_factory=list
    )  # places below which the story doesn't go on, once they were asked for
    decks: list["Decks"] = field(default_factory=list)  # an old newspaper's, once they were asked for
    rights: list[list[str]] = field(
        default_factory=list
    )  # the keys of the last rows that keep rights, once they were asked for


class Rule(Struct, frozen=True, gc=False):
    """A name, the kind of row it speaks for, and how it finds evidence (0 for none)."""

    name: str
    kind: Kind
    find: Callable[[Row, Sheet], float]
    longest: int = 240  # characters; longer rows aren't asked
    head: bool = False  # asks the rows above the story only
    needs: int = 0  # marks; rows that haven't all of them aren't asked


def key_of(row: Words) -> str:
    """The row as the phrase lists have it: figures as #, signs at the ends dropped."""
    return _listed(row.key) if row.figure else row.key.strip(SIGNS)


@lru_cache(maxsize=4096)  # a site's lines come again and again, and several rules ask
def _listed(key: str) -> str:
    return (NUMBER.sub("#", key).replace(" (#", " #") if DIGIT.search(key) else key).strip(SIGNS)
