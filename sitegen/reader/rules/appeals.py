"""Rules for what sites put between the paragraphs of stories, in words that no story has (`Already a subscriber? Log in.`)."""

from sitegen.reader.rows import Row, Words
from sitegen.reader.rules.closing import QUOTES, SPEAKING
from sitegen.reader.seen import has_one
from sitegen.reader.sheet import Sheet
from sitegen.reader.wordings import wordings

LONGEST = 32  # words
AGREEING = (
    "by signing",
    "by subscribing",
    "by registering",
    "by clicking",
    "by submitting",
    "by creating",
    "yes, i ",
)  # what a box says
DENYING = ("n't sign", "n’t sign", "not sign", " i ", "i'd ", "i’d ")


def may_appeal(row: Words) -> bool:
    """Whether a line has what is looked for sooner."""
    return row.words <= LONGEST and wordings("appeals").may_match(row)


def appeal(row: Row, _: Sheet) -> float:
    """What a site asks of its readers, offers them or tells them of itself."""
    if row.place <= 1 or row.text[0] in QUOTES or SPEAKING.search(row.key):
        return 0.0
    if has_one(row.key, DENYING) and not row.key.startswith(AGREEING):
        return 0.0
    return 6.0 if wordings("appeals").match(row) else 0.0
