"""What looks like an author's name alone and is none: a headline that opens like a name, somebody whom a picture shows."""

# ruff: noqa: PLR2004 - the figures in rules are their evidence and its limits; names would hide them

from sitegen.reader import byline
from sitegen.reader.rows import Row
from sitegen.reader.rules import heads, makers
from sitegen.reader.sheet import Sheet
from sitegen.reader.words import first_names


def is_none(row: Row, head: byline.Head, sheet: Sheet) -> bool:
    """Whether a line with a name says no more, and names nobody who wrote."""
    return _is_headline(row, head, sheet) or _is_pictured_below(row, head, sheet) or _is_told_of(row, head, sheet)


def _is_told_of(row: Row, head: byline.Head, sheet: Sheet) -> bool:
    """`Iva Voss` right below `Iva Voss's lamp is stolen`: of whom the headline tells."""
    above = sheet.rows[row.place - 1] if row.place and head.names == (row.text,) else row
    return above is not row and above.text.startswith((f"{row.text}'s ", f"{row.text}’s "))


def _is_headline(row: Row, head: byline.Head, sheet: Sheet) -> bool:
    """`Harbour Blast Suspect Arrested`: more words than names have, or three that no given name opens, and one of a headline's verbs."""
    long = row.words > 3 or (row.words == 3 and row.opening not in first_names())
    return long and not (head.dated or head.contact) and heads.says(row, sheet)


def _is_pictured_below(row: Row, head: byline.Head, sheet: Sheet) -> bool:
    """Whether a credit follows a name alone, and words that begin with it: whom the picture shows; not `Hal Brand is a reporter …`."""
    below = sheet.rows[row.place + 1 : row.place + 4] if head.names == (row.text,) else []
    if len(below) < 2 or not makers.credit_line(below[0], sheet):
        return False
    shown, written = f"{row.text} ", f"{row.text} is a"
    return any(one.stop and one.text.startswith(shown) and not one.text.startswith(written) for one in below[1:])
