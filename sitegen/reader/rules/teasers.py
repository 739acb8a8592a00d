"""Rules for what a page offers in the middle of a story: of other stories a section's name, a headline, at times a date; goods."""

# ruff: noqa: PLR2004 - the figures in rules are their evidence and its limits; names would hide them

import re

from sitegen.reader import byline, references
from sitegen.reader.rows import Row
from sitegen.reader.sheet import Sheet
from sitegen.reader.surroundings import CUT, PROSE

TOLD, NEAR = 2, 60  # paragraphs that must stand above, within so many rows
SHORTEST, LONGEST = 4, 20  # words of a headline
OVER_AUTHOR = 4  # rows from a head down to its author
FEWEST_CUT, CUT_ROWS = 3, 6
MOST_CUT, CUT_LEAN = 14, -3.0  # words; in the midst of a story such lines lean far towards it
OFTEN_WORDS = 8  # of a line that tells
LABEL_WORDS = 4
CARD_WORDS = 3  # of a headline
PRICE = r"[$£€]\d[\d,.]*"
PRICED = re.compile(rf"{PRICE}(?: {PRICE})? (?:at|from) [A-Z][\w.'’&-]*(?: [A-Z(][\w.'’&()-]*){{0,4}}", re.IGNORECASE)


def teaser(row: Row, sheet: Sheet) -> float:
    """`Environment` over `A hotter valley is changing what farmers can grow`, set apart from the paragraphs or dated."""
    return 7.0 if _begins(row.place, sheet) or _begins(row.place - 1, sheet) > 1 or _begins(row.place - 2, sheet) > 2 else 0.0


def _begins(place: int, sheet: Sheet) -> int:
    """How many rows a teaser has that begins at a place: a label and a headline, and a date if there is one; 0 where none begins."""
    rows = sheet.rows
    if place < TOLD or place + 2 >= len(rows):
        return 0
    label, title, below = rows[place : place + 3]
    named = label.key.strip(" :") in sheet.phrases.sections
    if label.words > 3 or label.stop or not (named or label.caps) or label.after or not _heads(title):
        return 0
    if sum(above.words >= PROSE and above.stop for above in rows[max(0, place - NEAR) : place]) < TOLD:
        return 0
    head = sheet.heads.get(below.place, byline.NOTHING)
    if not title.after and below.opening != "date" and head.dated and head.sure >= 1 and not head.names:
        return 3
    return 2 if named and label.gap and title.after else 0


def _heads(row: Row) -> bool:
    """Whether a line may be a headline: a few words, and no full stop."""
    return SHORTEST <= row.words <= LONGEST and row.text[-1] not in ".:,;" and row.text[0] not in "\"“'‘•*-"


def cut_off(row: Row, sheet: Sheet) -> float:
    """`Ferry crews vote to end their…`, one of three or more such lines near each other on a page: headlines of other stories, cut to fit."""
    lean = sheet.like.leans.get(row.place)
    if lean is None or lean.furniture < CUT_LEAN or not _is_cut_off(row):
        return 0.0
    if any(sheet.heads.get(place, byline.NOTHING).by for place in range(row.place + 1, row.place + 1 + OVER_AUTHOR)):
        return 0.0
    near = sheet.rows[max(0, row.place - CUT_ROWS) : row.place + 1 + CUT_ROWS]
    return 7.0 if sum(map(_is_cut_off, near)) >= FEWEST_CUT else 0.0


def is_among_cut(row: Row, sheet: Sheet) -> bool:
    """Whether headlines of other stories that are cut off stand beside a line."""
    beside = sheet.rows[max(0, row.place - 2) : row.place + 3]
    return any([one.text.endswith(CUT) and cut_off(one, sheet) for one in beside])  # noqa: C419 - faster


def _is_cut_off(row: Row) -> bool:
    return row.words <= MOST_CUT and row.text.endswith(CUT) and not row.text[0].islower()


def card(row: Row, sheet: Sheet) -> float:
    """`Lamp goes out`, `Read More`, and both once more: of another story's card the first line, and the last, which heads nothing."""
    begins = row.words >= CARD_WORDS and row.text[-1] != "," and _is_again(row.place + 2, sheet.rows)
    return 8.0 if begins or ends_card(row, sheet) or _is_of_twins(row, sheet) else 0.0


def _is_of_twins(row: Row, sheet: Sheet) -> bool:
    """`Harbour`, `Ferry crews vote to strike`, and both once more: section and headline over another story's picture and below."""
    rows = sheet.rows if sheet.like.leans else ()
    for place in range(max(0, row.place - 3), row.place + 1):
        four = rows[place : place + 4]
        if len(four) > 3 and (four[0].text, four[1].text) == (four[2].text, four[3].text):
            label, title = four[:2]
            return label.words <= LABEL_WORDS and label.titled == 1.0 and not title.stop and title.words > LABEL_WORDS
    return False


def ends_card(row: Row, sheet: Sheet) -> bool:
    """Whether a line is the second `Read More` of a card."""
    return row.place > 2 and sheet.rows[row.place - 2].text == row.text and _is_again(row.place - 1, sheet.rows)


def _is_again(place: int, rows: list[Row]) -> bool:
    """Whether a line stands there that stood two rows above, over what heads references."""
    again = 2 <= place < len(rows) and rows[place - 2].text == rows[place].text
    return again and rows[place - 1].words > 1 and references.heading(rows[place - 1].text) is not None


def priced(row: Row, sheet: Sheet) -> float:
    """`$285 at Marle Outfitters`: what a page's goods cost, and where."""
    return 6.0 if sheet.like.leans and row.text[0] in "$£€" and PRICED.fullmatch(row.text) else 0.0


def said_often(row: Row, sheet: Sheet) -> float:
    """A sentence or a headline that stands again and again on a page with menus, below its story's start: what its films show."""
    if (
        row.key not in sheet.often
        or row.place <= sheet.like.start
        or row.words < OFTEN_WORDS
        or row.stop
        or row.text[-1] in ':”"'
    ):
        return 0.0
    return 0.0 if row.columns or sheet.forms.get(row.place) == sheet.given else 6.0
