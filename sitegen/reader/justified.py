"""Texts set flush on both sides: programs widened the spaces of each line until it filled the column."""

import re
from collections import Counter
from itertools import pairwise

WIDENED = re.compile(r"[^\s.!?:\"”’')] {2,}\S")  # typists set two spaces after a sentence
GAP = re.compile(r"\S {2,}(?=\S)")
FEWEST = 8  # lines with wide spaces; a table may have fewer that fill a column
FLUSH_SHARE = 0.8  # of these end in the same column
NARROWEST, WIDEST = 34, 120  # characters
IN_LINE = 0.4  # of the gaps end where one ends in the line above: more do in tables


def column(lines: list[str]) -> int:
    """Where the lines end that were widened; 0 where none were."""
    widened = [line.rstrip() for line in lines if "  " in line and WIDENED.search(line)]
    if len(widened) < FEWEST:
        return 0
    ((width, count),) = Counter(map(len, widened)).most_common(1)
    if count < FLUSH_SHARE * len(widened) or not NARROWEST <= width <= WIDEST:
        return 0
    ends = [{match.end() for match in GAP.finditer(line)} for line in widened]
    in_line = sum([len(above & below) for above, below in pairwise(ends)])
    return width if in_line <= IN_LINE * sum(map(len, ends)) else 0


def even(text: str) -> str:
    """The text with single spaces between its words."""
    return re.sub(r"(?<=\S) +", " ", text)
