"""A rule for bylines without a name: a paper's staff, its desks, its editorial board."""

# ruff: noqa: PLR2004 - the figures in rules are their evidence and its limits; names would hide them

from sitegen.reader import byline
from sitegen.reader.rows import Row
from sitegen.reader.rules import menus
from sitegen.reader.sheet import Sheet
from sitegen.reader.surroundings import PROSE

STAFF = frozenset({"staff", "editorial", "web", "wire", "news", "special", "our"})
DESKS = (
    " bureau",
    " news service",
    ".com news services",
    " wire services",
    " news services",
    " desk",
    " newsroom",
    " web team",
    " staff reporter",
    " staff report",
    " staff reports",
)
HOUSE = (" report", " staff", " team", " correspondent", " reporter")
OWN_STAFF = ("the newspaper's ", "a correspondent")
HEADLINE_WORDS = 5


def staff_line(row: Row, sheet: Sheet) -> float:
    """`STAFF REPORT`, `The Marle Herald Editorial Board` and the like: a byline without a name."""
    head = sheet.heads.get(row.place)
    if row.key.endswith("editorial board") and not row.stop:
        return 5.0
    if head is None or head.by or head.names or row.words > 5 or not head.credited or menus.is_far_above(row.place, sheet):
        return 0.0
    if menus.names_sections(row, sheet) or _is_of_menu(row, sheet):  # `News Opinion Sport Culture Lifestyle`
        return 0.0
    return (
        4.0
        if "  " not in row.text  # `NEWS  EARTH`, of a menu
        and (row.opening in STAFF or row.key.endswith(DESKS) or row.key.startswith(OWN_STAFF) or _opens_story(row, sheet))
        and row.words > 1
        and head.sure >= 1
        and not head.dated
        else 0.0
    )


def _is_of_menu(row: Row, sheet: Sheet) -> bool:
    """`Staff Blogs`, `Staff Directory`: whether a line stands among the short lines of a menu, and no desk or house is in it."""
    return sheet.like.start > row.place and not row.key.endswith((*DESKS, *HOUSE)) and menus.is_in_menu(row, sheet)


def _opens_story(row: Row, sheet: Sheet) -> bool:
    """`Daybook Report`, `MC Correspondent, Marle Courier` below the headline, over the day or the first paragraph."""
    if (
        not row.key.partition(", ")[0].endswith(HOUSE)
        or row.titled < 1
        or not row.place
        or (sheet.told and row.place > sheet.told[0])
    ):
        return False
    above, below = sheet.rows[row.place - 1], sheet.rows[row.place + 1 : row.place + 2]
    day = sheet.heads.get(row.place + 1, byline.NOTHING)
    told = any(one.words >= PROSE and one.stop for one in below) or (day.dated and not day.names)
    return told and above.words >= HEADLINE_WORDS
