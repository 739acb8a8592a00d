"""Rules for pictures' words amid a story, without a credit: what somebody is seen doing whom the story names in full elsewhere."""

import re

from sitegen.reader import acting, captions
from sitegen.reader.rows import Row
from sitegen.reader.rules import makers
from sitegen.reader.sheet import Sheet
from sitegen.reader.surroundings import PROSE
from sitegen.reader.words import first_names

MOST_SHOWN, MOST_ROWS = 12, 400  # such sentences; rows
FEWEST, MOST, NAMED_WITHIN = 6, 30, 9  # words of the sentence; those within which name and verb stand
NAME = re.compile(
    r"(?:[\w'’-]+ ){0,4}?([A-Z][a-z’'-]+(?: [“\"][A-Z][^“”\" ]+[”\"]| [A-Z]\.)? [A-Z][\w’'-]+)(?:, \d{1,3},)? ([a-z]+) "
)
CALLED = re.compile(r" [“\"].*[”\"]| [A-Z]\.")  # `“Blakes”` within a name
# What can be seen in a picture. Verbs of saying, thinking and owning tell a story, and so do those of what lasts (`lives`, `runs`).
SEEN = frozenset(
    "addresses adjusts applauds arranges assists bakes boards brushes builds carries carves casts catches celebrates chants checks cheers"
    " chops cleans climbs closes competes conducts cooks crouches cuts dances demonstrates digs displays dives drags draws drills embraces"
    " emerges enters examines feeds fills fixes folds gathers gazes gestures greets hammers hands handles hangs harvests hauls hoists"
    " holds hugs huddles inspects jumps kicks kisses kneels knits lays leans leaps lifts lights listens loads looks lowers marches measures"
    " mends milks opens paddles paints peers performs picks plants plays points polishes poses pours prays presents pulls pushes puts"
    " raises reacts reads rehearses releases repairs rides rows saws sews shakes shears shelters shows signs sings sits sketches slices"
    " smiles sorts speaks stacks stands steers stirs strikes strokes surveys sweeps swims swings talks tends tests throws tightens tosses"
    " unloads unveils walks warms washes watches waters waves weaves weighs welds wipes".split()
)

# What nobody is seen doing: `holds the record`, `stands accused`, `sits on the board`, `walks ten miles a day`.
UNSEEN = re.compile(
    r"\b(?:record|office|title|degree|post|accused|signs? of|board|committee|council|bench|panel|jury|every|each|daily|weekly|usually|often"
    r"|always|never|rarely|sometimes|most|season|career|ago|money|funds|awareness|questions|concerns|doubts?|hopes|attention|languages?|role"
    r"|part in|(?:plays?|stands?|pushes|speaks|reads|sits) (?:for|by|to|as|well|against|out|down|no|the news|out of)"
    r"|plays (?:the|an?)|\d ?[ap]\.?m|noon|midnight|an? (?:day|week|month|year|night|game|match)|per (?:day|week|month|year))\b"
)


def seen_doing(row: Row, sheet: Sheet) -> float:
    """`Iva Voss conducts from the lane with a lamp.`, where a paragraph has her full name too, which stories tell but once."""
    return 6.0 if row.place in sheet.acted else 0.0


def places(sheet: Sheet) -> set[int]:
    """Where such sentences stand."""
    if not sheet.told:
        return set()
    may = [row for row in sheet.rows[sheet.told[0] :] if row.stop and FEWEST <= row.words <= MOST and _acts(row)]
    if not may or len(may) > MOST_SHOWN:
        return set()
    if sum(" says" in row.key for row in sheet.rows[: sheet.told[0] + MOST_ROWS] if row.words >= FEWEST) > 1:
        return set()  # the story is told in the present
    found = {row.place for row in may if _is_named_again(row, sheet) and not _goes_on(row, sheet)}
    return found if found and _has_pictures(sheet, found) else set()


def _acts(row: Row) -> bool:
    """Whether a row is one sentence of what somebody with a name is seen doing."""
    if (
        SEEN.isdisjoint(row.key.split(None, NAMED_WITHIN)[:NAMED_WITHIN])
        or (named := NAME.match(row.text)) is None
        or named[2] not in SEEN
    ):
        return False
    if acting.NEXT_SENTENCE.search(row.text) or acting.NARRATING.search(row.key):
        return False
    return UNSEEN.search(row.key) is None


def _has_pictures(sheet: Sheet, but: set[int]) -> bool:
    """Whether another line is a picture's credit, or ends in one: a page without pictures has no words for them."""
    others = [row for row in sheet.rows if row.place not in but]
    return any(
        (row.words < PROSE and makers.credit_line(row, sheet) > 0)
        or (row.words >= FEWEST and len(row.text) <= captions.LONGEST and captions.split(row.text).credit is not None)
        for row in others
    )


def _is_named_again(row: Row, sheet: Sheet) -> bool:
    """Whether a paragraph has the same name in full, which is a person's."""
    named = NAME.match(row.text)
    name = CALLED.sub("", named[1]) if named else row.text
    told = [one.text for one in sheet.rows if one is not row and one.stop and one.words >= PROSE and name in one.text]
    aged = any(text.partition(f"{name}, ")[2][:1].isdigit() for text in told)
    person = aged or name.partition(" ")[0].casefold() in first_names()
    return person and len(told) > 0 and not any(f"{name} plays " in text for text in told)  # of a film, of a team


def _goes_on(row: Row, sheet: Sheet) -> bool:
    """Whether the next paragraph tells more of the same, `She pours tea …`: then the sentence is the story's."""
    return any(below.opening in acting.WHOM for below in sheet.rows[row.place + 1 : row.place + 2])
