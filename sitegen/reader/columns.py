"""Newspapers' columns: set by hand in letters of many widths, their lines end unevenly, so that none shows by its length that it was full."""

FEWEST, GOING_ON = 8, 0.55  # lines that go on within a sentence, and their share of those that may go on
COUNTED = 0.25  # of the lines of a list, more begin with a figure
TAB_WIDTH = 8
NARROWEST, WIDEST = 22, 60  # characters of a column
USUAL, MARGIN = 0.9, 8  # of the lines that go on, of which so many are no longer than the column; characters of an exception
WITHIN = 0.85  # of all lines are no longer
RAGGED, FULL = 0.6, 0.8  # of a column: a line without a stop goes on that fills so much of it, and any that fills so much
STOPS = frozenset('.!?:;”"')


def width(raw: str) -> int:
    """How many characters wide a line is; a tab before it sets it in as far as typewriters do."""
    return len(raw.rstrip()) if raw[0] != "\t" else len(raw.rstrip().expandtabs(TAB_WIDTH))


def may_be(sizes: list[int]) -> bool:
    """Whether lines of these lengths are so narrow: most texts have others."""
    return sum([size <= WIDEST + MARGIN for size in sizes]) >= WITHIN * len(sizes)


def printed(lines: list[str], pairs: list[int], within: list[bool]) -> set[int]:
    """The lines that go on with the one before; none where a text wasn't set in a column.

    `pairs` are those that may, and `within` tells of each whether it surely begins within a sentence.
    """
    sure = [index for index, one in zip(pairs, within, strict=True) if one]
    if len(sure) < max(FEWEST, GOING_ON * len(pairs)) or sum(line[:1].isdigit() for line in lines) > COUNTED * len(lines):
        return set()
    sizes = sorted(len(lines[index - 1]) for index in sure)
    column = sizes[int(USUAL * (len(sizes) - 1))]
    if not NARROWEST <= column <= WIDEST or sum(len(line) <= column + MARGIN for line in lines) < WITHIN * len(lines):
        return set()
    certain = frozenset([index for index in sure if not _is_bracketed(lines[index - 1])])
    return {index for index in pairs if index in certain or _goes_on(lines[index - 1], lines[index], column)}


def _is_bracketed(line: str) -> bool:
    """`(By the Associated Press)`: who wrote, on a line of its own."""
    return line[:1] in "([" and line[-1:] in ")]"


def _goes_on(before: str, line: str, column: int) -> bool:
    """Whether a line so filled goes on with one that begins with a capital."""
    if before.isupper() or line.isupper() or _is_bracketed(before):
        return False
    return len(before) >= (FULL if before[-1:] in STOPS else RAGGED) * column
