"""The rule for what stands in a word or two over a headline: its section, its column."""

# ruff: noqa: PLR2004 - the figures in rules are their evidence and its limits; names would hide them

import re

from sitegen.reader.rows import Row
from sitegen.reader.rules import heads, menus, stacked
from sitegen.reader.sheet import Sheet

NAMES_PARTED = re.compile(r"[/|>»,:]| (?:and|&) ")  # `Agriculture and Food`
TOLD, LONG = 8, 12  # words of a sentence; of a line without a stop
CODE = re.compile(r"[{}<=*\\^~`]")  # signs that no section's or column's name has; `>` stands between the names of a trail


def kicker(row: Row, sheet: Sheet) -> float:
    """A word or two above the headline: the section, the column."""
    if row.place > 20 or _is_below_story(row, sheet):
        return 0.05 if sheet.like.leans and row.words <= 12 else 0.0
    if row.words > 12 or (row.stop and row.words > 3) or row.text[-1] in ",;" or CODE.search(row.text):
        return 0.0
    if (row.columns and _in_table(row.place, sheet.rows)) or (row.opening in menus.OF_WORK and menus.is_of_work(row, sheet)):
        return 0.0
    if stacked.is_second_line(row, sheet) or _leads_on(row, sheet):
        return 0.05
    score = (0.0, 2.8, 2.6, 2.2, 1.6, 0.8, 0.2)[row.words] if row.words < 7 else -1.2
    following = sheet.rows[row.place + 1] if row.place + 1 < len(sheet.rows) else row
    if heads.says(row, sheet) or heads.is_columnist(row, sheet):
        score -= 2.0
    elif row.caps and row.words < 6 and not following.caps:
        score += 1.6
    score -= max(0.0, heads.over(row, following, sheet)) / 2
    sections = sheet.phrases.sections
    known = all([part in sections for part in map(str.strip, NAMES_PARTED.split(row.key)) if part])  # noqa: C419 - faster
    return max(0.05, score + (2.5 if known else 0.0)) if score + known > 0 else 0.0


def _leads_on(row: Row, sheet: Sheet) -> bool:
    """`In 30 seconds:` right over what no headline is as long as."""
    below = sheet.rows[row.place + 1] if row.place + 1 < len(sheet.rows) else row
    return row.text[-1] == ":" and row.words > 1 and below.words >= (TOLD if below.stop else LONG)


def _is_below_story(row: Row, sheet: Sheet) -> bool:
    """Whether two paragraphs, one right below the other, stand above a line, in a text without menus: the story has begun."""
    told = sheet.told
    return not sheet.like.start and len(told) > 1 and told[0] + 1 == told[1] < row.place


def _in_table(place: int, rows: list[Row]) -> bool:
    """Whether a line is one of three in columns, one below the other."""
    trios = (rows[first : first + 3] for first in range(max(0, place - 2), min(place, len(rows) - 3) + 1))
    return any(all(row.columns for row in trio) and not (trio[1].gap or trio[2].gap) for trio in trios)
