"""Where readers' comments begin under a story: from there on nothing is the story's."""

import re

from sitegen.reader.rows import Row

OPENS = re.compile(
    r"(?:(?:see|view|show|read|load|hide) )?(?:all )?\(?(?:\d+ )?comments?\b(?! (?:on|from|by|of|about) (?!the forums?\b))"
    r"|(?:leave|post|add) (?:a|your) (?:reply|comment)\b|join the (?:conversation|discussion)\b|\d+ (?:thoughts|responses|replies) (?:on|to)\b"
)
OPENINGS = frozenset("see view show read load hide all comment comments leave post add join".split())
ANSWERS = frozenset({"reply", "report", "like", "quote", "flag", "upvote", "reply report", "report comment", "log in to reply"})
SAYS = re.compile(r".{2,40} (?:says|said|wrote|writes|commented):$")
OPENING_WORDS, ANSWER_WORDS = 8, 5
PROSE, TOLD = 18, 3  # words of a paragraph; paragraphs that must stand above
FEWEST, NEAR = 3, 15  # answers that must follow; rows within which the first does


def begin(rows: list[Row]) -> int:
    """The place of the row that opens the comments; the number of rows where there are none."""
    told = 0
    for row in rows:
        told += row.words >= PROSE and row.stop
        if told >= TOLD and _opens(row) and _are_answered(rows, row.place):
            return row.place
    return len(rows)


def _opens(row: Row) -> bool:
    if row.words > OPENING_WORDS or row.stop or not (row.opening in OPENINGS or row.opening.isdigit()):
        return False
    return OPENS.match(row.key) is not None


def _are_answered(rows: list[Row], place: int) -> bool:
    """Whether what follows is set as comments are: `Reply` below each, or who says it above."""
    if not any(map(_answers, rows[place + 1 : place + 1 + NEAR])):
        return False
    return sum(map(_answers, rows[place + 1 :])) >= FEWEST


def _answers(row: Row) -> bool:
    return row.words <= ANSWER_WORDS and (row.key in ANSWERS or SAYS.match(row.text) is not None)
