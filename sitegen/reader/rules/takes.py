"""Rules for the joints of an agency's story that came in takes: `MORE`, and then its number and its slug once more."""

import re

from sitegen.reader.rows import Row
from sitegen.reader.sheet import Sheet

STAMPED = r"[a-z]{2}\d{3,4}[ap][a-z]{2}"  # `JH1104AES`: the operator, the hour
MORE = re.compile(rf"\(?more\)?(?: +(?:{STAMPED}|\d{{4}}))?")
TAKE = re.compile(
    rf"{STAMPED}|[a-z]{{2,4}} \d{{3,4}} \d [a-z]{{2}} \d{{3,4}}|bc-[a-z-]+ \d.{{0,40}}"
    r"|[a-z]\d{2,4}[a-z]{0,2}\b.{0,40}|(?:[a-z] ){1,4}[a-z]{2}-\w.{0,40}|[a-z]+\d{0,3} +\d(?:-\d){1,3}|.{3,40}--(?:\d\w\w )?add .{3,40}"
    r"|[a-z][\w-]+,? .{0,30}\b(?:bjt|(?:1st|2nd|3rd|\dth) (?:take|add|ld|lead|sub))\b.*"
)
TAKE_ROWS, LONGEST_MORE = 5, 3  # rows; words
MESSAGES = frozenset({"zczc", "nnnn"})  # with which a telex begins and ends
# What stands below `ZCZC`: `R I`, `TSE715 17/9 0951`, `TASS 0065`, `NEW ICE-BREAKER (TWO) MURMANSK`, `X X X NOW PULP.`
OF_MESSAGE = re.compile(
    r"[a-z](?: [a-z]){0,2}|[a-z]{2,4}\d{3,4}(?: \d{1,2}/\d{1,2})?(?: \d{4})?|[a-z]{2,8} \d{4}"
    r"|.{3,40} \((?:two|three|four|five|[2-9])\)(?: .{2,20})?|x x x .+"
)


SLASHED_MORE = re.compile(r"(?:-+|/) ?more ?(?:-+|\.{2,}|…)|\(+more to follow\)+")
FOLLOWED = re.compile(f"{MORE.pattern}|{SLASHED_MORE.pattern}")


def over_takes(rows: list[Row]) -> list[Row]:
    """The rows that may stand over a take: `MORE`, a telex's own number."""
    return [
        row
        for row in rows
        if row.opening == "zczc" or (row.words <= LONGEST_MORE and row.key.strip("/.…-() ").startswith("more"))
    ]


def take(row: Row, sheet: Sheet) -> float:
    """`MORE` over the number and the slug of the next take, and these with the words taken up; `-more-` at a typed page's foot."""
    if SLASHED_MORE.fullmatch(row.key) or _is_of_message(row, sheet):
        return 9.0
    near = range(row.place, max(-1, row.place - TAKE_ROWS), -1)
    first = next((place for place in near if FOLLOWED.fullmatch(sheet.rows[place].key)), -1)
    below = sheet.rows[first + 1 : first + TAKE_ROWS]
    if first < 0 or not any(TAKE.fullmatch(one.key) or one.opening in MESSAGES for one in below[:2]):
        return 0.0
    return 9.0 if row.place == first or TAKE.fullmatch(row.key) or _takes_up(row, sheet.rows[first - 1]) else 0.0


def _is_of_message(row: Row, sheet: Sheet) -> bool:
    """`ZCZC TNS0119` amid a telex and below it `R I`, the slug, `X X X NOW PULP.`: what heads the take that follows."""
    if not row.caps:
        return False
    near = sheet.rows[max(0, row.place - TAKE_ROWS + 1) : row.place + 1]
    heads = [one.opening == "zczc" or OF_MESSAGE.fullmatch(one.key) or TAKE.fullmatch(one.key) for one in near]
    first = next((place for place, one in enumerate(near) if one.opening == "zczc"), len(near))
    return first < len(near) and all(heads[first:])


def _takes_up(row: Row, last: Row) -> bool:
    """`NEW MARLE, Mass.: was shut off.`: whether a line has the last words of the take above behind its dateline."""
    _, sign, words = row.key.rpartition(": ")
    return bool(sign) and " " in words and last.key.endswith(words)
