"""Rules for what stands right below a story in few forms: how an interview was edited, whom to call, what readers are asked for."""

# ruff: noqa: PLR2004 - the figures in rules are their evidence and its limits; names would hide them

import re
from collections.abc import Iterator

from sitegen.reader.rows import Row
from sitegen.reader.rules import lives, notes, wires
from sitegen.reader.sheet import Sheet, key_of
from sitegen.reader.surroundings import PROSE
from sitegen.reader.wordings import wordings
from sitegen.reader.words import MARKS, opens_as_furniture

LONGEST, FEW = 45, 5  # words
BELOW, TOLD = 4, 6  # rows below, in none of which the story goes on; paragraphs of it, from the end, above which nobody looks
LIVES = re.compile(
    r"The (?:author|writer|columnist) lives (?:in|near|on|outside|at) [A-Z][\w.'’-]+(?:,? [A-Z][\w.'’-]+){0,3}\.?$"
)
MADE = re.compile(  # `This story was reported by Hal Brand and written by Ruth Anders.`
    r"This (?:story|article|report|piece|column|interview) (?:was|has been) (?:\w+ and )?[a-z]+ by [A-Z][\w.'’-]+ [A-Z][^,]{2,80}$"
)
POLICE = re.compile(
    r"\b(?:police|sheriff|officers?|detectives?|det\.|deputy|sgt|gardai|999|911|crime ?stoppers|poisons?|do not approach|witness(?:es)?)\b"
)
QUOTES = frozenset("\"“”‘'")
COMMENTER_WORDS = 6
POSTED_BY = re.compile(r"Posted by:? [^|]{2,40} \| \D*\d")  # `Posted by: Dan | February 19, 2009 at 09:40 AM`
SPEAKING = re.compile(r"\b(?:said|says|told|tells|asked|asks|wrote|prayed|according)\b")


def closing_note(row: Row, sheet: Sheet) -> float:
    """What is said below a story of how it came to be (`This interview has been edited and condensed.`)."""
    if not _may_close(row, sheet):
        return 0.0
    found = wordings("closing notes").match(row) or LIVES.match(row.text) or MADE.match(row.text)
    return (4.5 if row.words <= FEW else 6.0) if found else 0.0  # a few words may be a picture's credit


def closing_offer(row: Row, sheet: Sheet) -> float:
    """What readers are asked for below a story (`Got a tip? Call the newsroom.`)."""
    return 6.0 if _may_close(row, sheet) and wordings("closing offers").match(row) else 0.0


def _may_close(row: Row, sheet: Sheet) -> bool:
    """Whether a line is one of the last ones, the story doesn't go on below it, and nobody is said to have said it."""
    if row.place not in places(sheet) or row.place <= 2 or row.text[0] in QUOTES:
        return False
    return not (SPEAKING.search(row.key) or POLICE.search(row.key))


def places(sheet: Sheet) -> frozenset[int]:
    """The places near the end of what may be one of the forms, and in the next rows of which the story doesn't go on."""
    if not sheet.last:
        sheet.last.append(frozenset(_places(sheet)))
    return sheet.last[0]


def _places(sheet: Sheet) -> Iterator[int]:
    quiet, told = BELOW, 0
    forms = wordings("closing notes", "closing offers")
    for row in reversed(sheet.rows):
        if told >= TOLD or not (lives.is_low(row, sheet) or row.place > sheet.like.end):
            return
        if quiet >= BELOW and row.words <= LONGEST and forms.may_match(row):
            yield row.place
        goes_on = row.words >= PROSE and row.stop and _goes_on(row, sheet)
        quiet, told = (0, told + 1) if goes_on else (quiet + 1, told)


def _goes_on(row: Row, sheet: Sheet) -> bool:
    """Whether a paragraph is the story's, and not a longer one of those that stand below it: rights, a note, a life."""
    noted = notes.may_note(row) and (notes.note_line(row, sheet) or notes.correction_line(row, sheet))
    return not (noted or opens_as_furniture(row.key.lstrip(MARKS)) or lives.author_told_of(row, sheet))


def _is_comment(row: Row, sheet: Sheet) -> bool:
    """Whether a line stands below another comment, or the heading of them, and over who wrote it."""
    if row.place + 1 >= len(sheet.rows):
        return False
    above, below = sheet.rows[row.place - 1], sheet.rows[row.place + 1]
    return POSTED_BY.match(below.text) is not None and (key_of(above) == "comments" or POSTED_BY.match(above.text) is not None)


def commenter(row: Row, sheet: Sheet) -> float:
    """`Hal Brand said...`, `Posted by: Hal Brand | May 3, 2009 at 09:40 AM` in a text with its own day: who commented on a blog."""
    if row.words <= COMMENTER_WORDS and row.text.endswith((" said...", " said…")):
        return 7.0 if wires.is_below_story(row, sheet) else 0.0
    signed = row.opening == "posted" and "permalink" not in row.key and POSTED_BY.match(row.text)  # a blog's own
    if not (signed or _is_comment(row, sheet)) or not wires.is_below_story(row, sheet):
        return 0.0
    return 8.0 if any([head.dated and place < sheet.told[0] for place, head in sheet.heads.items()]) else 0.0  # noqa: C419 - faster
