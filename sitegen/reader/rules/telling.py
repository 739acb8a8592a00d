"""What the story tells of a line: which of its longer words come again there; the headline by that measure."""

import re
from functools import lru_cache

from sitegen.reader.rows import Row
from sitegen.reader.seen import has_one
from sitegen.reader.sheet import Sheet
from sitegen.reader.signs import SMALL_WORDS
from sitegen.reader.surroundings import PROSE

LONGER, LONGER_PLAIN = re.compile(r"[^\W\d_]{5,}"), re.compile(r"[a-z]{5,}")  # words
TELLING = 3  # words of a line that tell enough
ONE, FEW_TELLING = 1.5, 5  # more than one longer word; words of a line with too few such words to tell
MENU_WORDS, PARTED = 8, (" » ", " > ", " › ", " | ")  # at least; what holds the parts of a menu apart


def words(row: Row) -> list[str]:
    """A line's words of more than four letters."""
    return _words(row.key)


@lru_cache(maxsize=1024)  # several rules ask of each of the lines on top
def _words(key: str) -> list[str]:
    return (LONGER_PLAIN if key.isascii() else LONGER).findall(key)


def share(longer: list[str], sheet: Sheet) -> float:
    """The share of words that the story has too; of none, nothing."""
    story = sheet.like.story
    return len([word for word in longer if word in story]) / len(longer) if longer else 0.0


def headline(sheet: Sheet) -> int:
    """The place of the headline that the story tells: it has most of its words, and of no line above it two; -1 where there is none."""
    if not sheet.headline:
        sheet.headline.append(_headline(sheet))
    return sheet.headline[0]


def _headline(sheet: Sheet) -> int:
    for row in sheet.rows[sheet.head_start : sheet.head_end] if sheet.like.story else ():
        if has_one(row.text, PARTED) or (
            row.words > MENU_WORDS and row.titled == 1.0 and SMALL_WORDS.isdisjoint(row.key.split())
        ):
            continue  # a menu
        longer = words(row) if row.words >= TELLING else []
        told = share(longer, sheet) * len(longer) if longer else 0.0
        if len(longer) >= TELLING and not row.stop and row.words <= PROSE and 2 * told >= len(longer):
            return row.place
        if told > ONE or (len(longer) < TELLING and row.words > FEW_TELLING):  # may be the headline
            return -1
    return -1
