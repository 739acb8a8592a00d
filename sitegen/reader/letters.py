"""Pages of readers' letters: several texts, each signed by its writer, none of whom wrote the page."""

import re
from itertools import pairwise

from sitegen.reader import persons
from sitegen.reader.rows import Row
from sitegen.reader.words import first_names

TITLE = re.compile(
    r"\W{0,3}(?:readers'? )?(?:letters?(?::| to the editors?\b| from (?:our )?readers|$)|to the editor\W|readers write\b)"
)
SALUTATION = re.compile(
    r"(?:(?:dear )?(?:sirs?|madam|sir or madam)|dear editors?|(?:dear )?to the editors?)\s?[:,—-]|editors?\s?[:,]$"
)
OPENINGS = frozenset({"sir", "sirs", "madam", "dear", "to", "editor", "editors"})
TITLE_ROWS, GREETED_ROWS = 30, 8
LETTER_WORDS = 12  # a signature stands under a paragraph of at least so many words
SIGNED = 3  # signatures that tell a page of letters without other signs
MOST_CAPITAL = 0.6  # of the words of a place
SHORTEST, LONGEST = 2, 4  # words of a signature
LONGEST_LINE = 10  # words of a signature with its remark and its place
# `Ruth Anders (no relation), Marle`
DASHES = frozenset("-–—")
INITIALS = re.compile(r"(?:[A-Z]\.-?){1,3}")
_NAME = r"(?P<dash>[-–—]{1,2}\s?)?(?P<name>[^\W\d_][^\d_,()]{3,40}?)(?:\s\([^()]{2,40}\))?"
_PLACE = r",\s[^\W\d_a-z][^\d_()]{1,40}"
SIGNATURE = re.compile(rf"{_NAME}(?:{_PLACE})?$")
WITH_PLACE = re.compile(rf"{_NAME}{_PLACE}$")


def letters_page(rows: list[Row]) -> bool:
    """Whether a text is a page of letters: its headline says so, or letters are opened or signed again and again."""
    greeted = sum([SALUTATION.match(row.key) is not None for row in rows if row.opening in OPENINGS])
    if greeted > 1:
        return True
    closed = [(row, before) for before, row in pairwise(rows) if before.stop and row.words <= LONGEST_LINE and not row.stop]
    signed = [row for row, before in closed if signs(row, before)]
    if len(signed) + greeted > 1 and any(TITLE.match(row.key) for row in rows[:TITLE_ROWS]):
        return True
    placed = (
        bool(WITH_PLACE.match(row.text)) or (row.place + 1 < len(rows) and is_address(rows[row.place + 1])) for row in signed
    )
    return sum(placed) >= SIGNED


def is_greeted(rows: list[Row]) -> bool:
    """Whether somebody writes to the editor: `Dear Editor,` above all that is told."""
    return any(SALUTATION.match(row.key) for row in rows[:GREETED_ROWS])


def is_title(row: Row) -> bool:
    """Whether a line is the headline of such a page, and no letter's: `Letters to the editor`."""
    return TITLE.fullmatch(row.key.rstrip(" :.")) is not None


def is_address(row: Row) -> bool:
    """Whether a line under a signature may tell where its writer lives."""
    return (
        row.gap == 0
        and row.words <= LONGEST
        and row.titled > MOST_CAPITAL
        and not row.stop
        and not any(map(str.isdigit, row.text))
    )


def signs(row: Row, before: Row) -> bool:
    """Whether a line is a person's name, alone or with where they live, under a paragraph."""
    if not before.stop or before.words < LETTER_WORDS or row.stop or row.words > LONGEST_LINE:
        return False
    given = row.text.split(" ", 1)[0]
    if row.text[0] not in DASHES and given.casefold() not in first_names() and not INITIALS.fullmatch(given):
        return False
    match = SIGNATURE.match(row.text)
    name = match["name"] if match else ""
    return SHORTEST <= len(name.split()) <= LONGEST and persons.person(name, by=False) == name
