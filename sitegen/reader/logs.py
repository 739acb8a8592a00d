"""Running reports, as of a storm or a match: entry after entry, each below the hour at which it was written."""

import re
from collections.abc import Sequence
from itertools import pairwise

from sitegen.reader.rows import Row

HOUR = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d")
FEWEST, IN_ORDER = 5, 0.8  # hours of a report; the share of them that are in order
LAST = 4  # rows that the last entry may have


def hours(rows: Sequence[Row]) -> list[int]:
    """The places of hours alone on lines, most of them earlier than the one above, or later; none where they may be anything else."""
    found = [row for row in rows if row.words == 1 and row.figure and HOUR.fullmatch(row.text)]
    earlier = sum([above.text > below.text for above, below in pairwise(found)])
    steps = len(found) - 1
    return (
        [row.place for row in found] if steps >= FEWEST - 1 and not (1 - IN_ORDER) * steps < earlier < IN_ORDER * steps else []
    )


def entries(rows: Sequence[Row]) -> set[int]:
    """The places from the first hour to the end of the last entry."""
    found = hours(rows)
    return set(range(found[0], found[-1] + 1 + LAST)) if found else set()
