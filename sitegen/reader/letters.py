"""Pages of readers' letters: several texts, each signed by its writer, none of whom wrote the page."""

import re

from sitegen.reader import byline
from sitegen.reader.rows import Row
from sitegen.reader.words import first_names

TITLE = re.compile(
    r"\W{0,3}(?:readers'? )?(?:letters?(?::| to the editors?\b| from (?:our )?readers|$)|to the editor\W|readers write\b)"
)
SALUTATION = re.compile(
    r"(?:(?:dear )?(?:sirs?|madam|sir or madam)|dear editors?|(?:dear )?to the editors?)\s?[:,—-]|editors?\s?[:,]$"
)
OPENINGS = frozenset({"sir", "sirs", "madam", "dear", "to", "editor", "editors"})
TITLE_ROWS = 30
LETTER_WORDS = 12  # a signature stands under a paragraph of at least so many words
SIGNED = 3  # signatures that tell a page of letters without other signs
MOST_CAPITAL = 0.6  # of the words of a place
SHORTEST, LONGEST = 2, 4  # words of a signature


def letters_page(rows: list[Row]) -> bool:
    """Whether a text is a page of letters: its headline says so, or letters are opened or signed again and again."""
    greeted = sum(row.opening in OPENINGS and SALUTATION.match(row.key) is not None for row in rows)
    if greeted > 1:
        return True
    signed = [row for row in rows[1:] if SHORTEST <= row.words <= LONGEST and _signs(row, rows[row.place - 1])]
    if len(signed) + greeted > 1 and any(TITLE.match(row.key) for row in rows[:TITLE_ROWS]):
        return True
    return sum(row.place + 1 < len(rows) and _is_address(rows[row.place + 1]) for row in signed) >= SIGNED


def _is_address(row: Row) -> bool:
    """Whether a line under a signature may tell where its writer lives."""
    return (
        row.gap == 0
        and row.words <= LONGEST
        and row.titled > MOST_CAPITAL
        and not row.stop
        and not any(map(str.isdigit, row.text))
    )


def _signs(row: Row, before: Row) -> bool:
    """Whether a line is a person's name, alone, under a paragraph."""
    return (
        row.titled == 1.0
        and before.stop
        and before.words >= LETTER_WORDS
        and row.text.split(" ", 1)[0].casefold() in first_names()
        and byline.person(row.text, by=False) == row.text
    )
