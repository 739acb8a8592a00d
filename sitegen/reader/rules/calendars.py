"""The rule for a page's calendar, whose days are no figures of the story: `July 2020` over `28 29 30 1 2 3 4`."""

import re
from itertools import pairwise

from sitegen.reader.rows import Row
from sitegen.reader.sheet import Sheet

FEWEST, LAST_DAY, ROWS = 5, 31, 3  # days of a week that is shown; rows from the month's name down to its first week
MONTH = re.compile(r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* (?:19|20)\d\d")


def calendar(row: Row, sheet: Sheet) -> float:
    """A week of it, or the month above it."""
    if _is_week(row):
        return 9.0
    below = sheet.rows[row.place + 1 : row.place + ROWS] if MONTH.fullmatch(row.key) else []
    return 9.0 if any(map(_is_week, below)) else 0.0


def _is_week(row: Row) -> bool:
    """Whether a line is days that follow one another, maybe those of the next month behind the last."""
    days = row.text.split()
    if len(days) < FEWEST or not all(day.isdecimal() and int(day) <= LAST_DAY for day in days):
        return False
    return all(int(later) in {int(day) + 1, 1} for day, later in pairwise(days))
