"""Lines set in columns → the rows and cells of a table, where that is sure."""

import re
from itertools import accumulate
from operator import or_

from sitegen.reader.columns import TAB_WIDTH

FEWEST_ROWS, FEWEST_CELLS = 3, 2
GUTTER = 2  # blank columns, in every line, between two cells
LONGEST_LINE, LONGEST_CELL = 200, 60  # characters: longer ones are prose in columns
FILLED = 0.6  # of the rows have two cells or more
APART = re.compile(r"\s{2,}|\t")
SPACED = re.compile(r"[^\s.!?:\"”’')][ \u00a0]{2,}\S|\S\s*\t\s*\S|\S\s{3,}\S")
Cells = tuple[str, ...]


def is_spaced(line: str) -> bool:
    """Whether white space within the line may hold cells apart: more than follows a full stop."""
    return ("  " in line or "\t" in line or "\u00a0" in line) and len(line) <= LONGEST_LINE and SPACED.search(line) is not None


def table(lines: list[str]) -> tuple[Cells, ...] | None:
    """The cells of lines set in columns; None where it isn't sure that all lines have the same columns."""
    if len(lines) < FEWEST_ROWS:
        return None
    lines = [line.replace("\ufeff", "").replace("\u00a0", " ") for line in lines]
    rows = _by_tabs(lines) or _by_gutters([line.expandtabs(TAB_WIDTH).rstrip() for line in lines]) or _by_count(lines)
    return tuple(rows) if rows and _is_table(rows) else None


def _by_tabs(lines: list[str]) -> list[Cells] | None:
    """Cells with one tab between, as spreadsheets write them: as many in each line."""
    if lines[-1].count("\t") == 0 or len({line.count("\t") for line in lines}) > 1:
        return None
    return _whole([line.split("\t") for line in lines])


def _by_gutters(lines: list[str]) -> list[Cells] | None:
    """Cells between columns that are blank in every line."""
    width = max(map(len, lines))
    if width > LONGEST_LINE:
        return None
    printed = bytearray(width)
    for line in lines:
        printed = bytearray(map(or_, printed, (sign != " " for sign in line.ljust(width))))
    starts = _starts(bytes(printed)) or [0]
    return _whole([[line[start:end] for start, end in zip(starts, [*starts[1:], width], strict=True)] for line in lines])


def _starts(printed: bytes) -> list[int]:
    """Where cells begin: at the first printed column, and at each after a gutter."""
    blanks = accumulate(printed, lambda run, sign: 0 if sign else run + 1, initial=GUTTER)
    return [column for column, (sign, run) in enumerate(zip(printed, blanks, strict=False)) if sign and run >= GUTTER]


def _by_count(lines: list[str]) -> list[Cells] | None:
    """Cells that aren't set below one another, as many in each line; the first line may lack the first. Figures must show them."""
    rows = [APART.split(line.strip()) for line in lines]
    size = len(rows[-1])
    if len(rows[0]) == size - 1 and lines[0][:GUTTER].isspace():
        rows[0] = ["", *rows[0]]
    figured = sum(any(cell[:1].isdigit() for cell in row) for row in rows)
    return _whole(rows) if {len(row) for row in rows} == {size} and 2 * figured >= len(rows) else None


def _whole(rows: list[list[str]]) -> list[Cells] | None:
    """The rows with trimmed cells; None where a cell seems to hold two."""
    cells = [tuple(map(str.strip, row)) for row in rows]
    return None if any(APART.search(cell) for row in cells for cell in row) else cells


def _is_table(rows: list[Cells]) -> bool:
    """Whether the cells are those of a table, and not prose or verse that happens to have gaps."""
    filled = [sum(map(bool, row)) for row in rows]
    going_on = sum(row[0][:1].islower() for row in rows)
    return (
        len(rows[0]) >= FEWEST_CELLS
        and sum(count >= FEWEST_CELLS for count in filled) >= FILLED * len(rows)
        and all(len(cell) <= LONGEST_CELL for row in rows for cell in row)
        and 2 * going_on < len(rows)
    )
