"""Rules for what stands below a counter of pictures, in a gallery, or behind its own number."""

# ruff: noqa: PLR2004 - the figures in rules are their evidence and its limits; names would hide them

import re
from itertools import pairwise

from sitegen.reader import acting, captions
from sitegen.reader.byline import NOTHING
from sitegen.reader.rows import Row
from sitegen.reader.rules import makers, unsigned
from sitegen.reader.sheet import Sheet

COUNTER = re.compile(
    r"(?:\[\+\] ?|click to )?enlarge(?: this)?(?: image| photo| picture)?"
    r"|(?:view|see|open|show|hide) (?:\d+ |all )?(?:images?|photos?|pictures?|gallery|captions?)(?: in (?:gallery|full ?screen))?"
    r"|(?:image|photo|picture) \d{1,3}(?: (?:of|/) \d{1,3})?|\d{1,2}|\d{1,3} ?(?:of|/) ?\d{1,3}|\d\d:\d\d:\d\d"
)
MORE_PICTURES = re.compile(r"\+ ?\d{1,2}")  # on the button of a gallery, at each of its captions
GLUED_COUNTER = re.compile(r"\d{1,3}of\d{1,3}")
NUMBERED, NUMBERED_NEAR = re.compile(r"(?P<number>\d{1,2}) ?(?:/|of) ?(?P<of>\d{1,2}) (?=[A-Z“\"])"), 40  # rows
NUMBERED_TITLED = 0.7  # of the words of a list's entry begin with a capital
FILMED = re.compile(r"[.!?] \d{1,2}:\d\d$")
LEDE = re.compile(r"[A-Z]{4,} [a-z]")  # `MARLE has lost its train.`: so a story may begin
ENLARGE = frozenset({"enlarge this image", "enlarge image", "enlarge photo", "enlarge this photo"})
COUNTING = frozenset("+] view see open show hide image photo picture enlarge click watch".split())
HEADINGS = frozenset({"image caption", "photo caption", "picture caption", "caption"})  # above a picture's words
TOLD_NEAR = 4  # rows
SURELY = 5.0  # more than a line must lean to be the site's


def counted(row: Row, sheet: Sheet) -> float:
    """A line below `View 3 Images`, `2 of 5`, `Image caption`; a film's words with its length, `… may not come. 2:14`."""
    if row.place and row.figure and FILMED.search(row.text):
        return 7.0 if sheet.rows[row.place - 1].opening == "watch" else 0.0
    return _counted(row, sheet)


def _counted(row: Row, sheet: Sheet) -> float:
    if row.place == 0 or not 3 <= row.words <= 40 or row.text[0] in '"“' or row.text[0].islower() or LEDE.match(row.text):
        return 0.0
    above = sheet.rows[row.place - 1]
    if is_of_site(row, sheet, SURELY) or makers.credit_line(row, sheet) > 0.0:
        return 0.0
    signed = row.place > 1 and sheet.rows[row.place - 2].key in ENLARGE and makers.credit_line(above, sheet) > 0.0
    signed = signed and not acting.narrates(row.key, row.opening)
    if signed or (above.words < 3 and above.key.strip(" ,:") in HEADINGS) or is_of_gallery(row, sheet):
        return 8.0  # `signed`: who made the picture stands first
    if above.words > 5 or row.text[-1] == "?" or not COUNTER.fullmatch(above.key) or _is_over_author(row, above, sheet):
        return 0.0
    if above.key.isdigit():  # the number of a chapter, or of pictures
        listed = any(one.key.isdigit() for one in sheet.rows[row.place + 1 : row.place + 3]) or any(
            one.key.isdigit() for one in sheet.rows[max(0, row.place - 4) : row.place - 1]
        )
        listed = listed and not row.stop and captions.split(row.text).credit is None  # the most read, by number
        return 2.4 if row.gap == 0 and row.words > 5 and not listed else 0.0
    below = sheet.rows[row.place + 1] if row.place + 1 < len(sheet.rows) else row
    enlarged = above.key in unsigned.ENLARGING and makers.credit_line(below, sheet) > 0.0
    enlarged = enlarged or (above.key.endswith("enlarge") and above.gap > 0 and row.gap == 0 < row.after and row.stop)
    return 7.0 if enlarged or GLUED_COUNTER.fullmatch(above.key) else 4.0


def _is_over_author(row: Row, counter: Row, sheet: Sheet) -> bool:
    """Whether the first picture's words with their credit stand above its counter, and the author follows: here is the dek."""
    if not counter.key.startswith("1 ") or not sheet.heads.get(row.place + 1, NOTHING).by:
        return False
    return any(captions.split(one.text).credit for one in sheet.rows[max(0, row.place - TOLD_NEAR) : counter.place])


def is_of_gallery(row: Row, sheet: Sheet) -> bool:
    """Whether the button that leads to so many more pictures touches a line of more than a few words without a stop: `+3`."""
    beside = sheet.rows[row.place - 1 : row.place + 2 : 2]
    return not row.stop and row.words > 4 and any(one.text[0] == "+" and MORE_PICTURES.fullmatch(one.text) for one in beside)


def numbered(row: Row, sheet: Sheet) -> float:
    """`2 / 6 The lens weighs as much as a ferry.`: one of a gallery's captions, which go up with the story between them."""
    match = NUMBERED.match(row.text)
    if match is None or row.words < 3 or not (row.stop or row.titled < NUMBERED_TITLED):  # of lists, headings
        return 0.0
    near = sheet.rows[max(0, row.place - NUMBERED_NEAR) : row.place + NUMBERED_NEAR]
    told = [(other.place, one) for other in near if (one := NUMBERED.match(other.text)) and one["of"] == match["of"]]
    numbers = [int(one["number"]) for _, one in told]
    apart = (
        told[-1][0] - told[0][0] >= len(told) or match["of"] in row.text.partition(" of ")[2][:3]
    )  # else a thread, marks that are given
    return 7.0 if len(told) > 1 and apart and all(after == before + 1 for before, after in pairwise(numbers)) else 0.0


def is_of_site(row: Row, sheet: Sheet, more: float = 0.0) -> bool:
    """Whether a line's surroundings show, by so much more than is needed, that it belongs to the site."""
    lean = sheet.like.leans.get(row.place)
    return lean is not None and lean.furniture > max(lean.caption, lean.caution) + more
