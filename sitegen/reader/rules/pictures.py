"""Rules for captions and credits."""

# ruff: noqa: PLR2004 - the figures in rules are their evidence and its limits; names would hide them

import re

from sitegen.reader import captions
from sitegen.reader.dates import find
from sitegen.reader.rows import Row
from sitegen.reader.sheet import DIGIT, Sheet

# A search for one of these before the costlier one for a credit: most paragraphs have none.
CREDIT_SIGNS = ("hoto", "mage", "icture", "ourtesy", "redit", "ource", "llustration", "/", "|", "PHOTO", "CREDIT", "PIC")
CREDIT_LABELS = (
    "photo", "pic", "image", "illustration", "screengrab", "graphic", "credit", "source", "courtesy", "via"
)  # fmt: skip
PARTING = re.compile(r"[.!?)”\"'’|–—/-]")  # what stands before a credit
CREDIT_PART = 120  # characters at the end of a caption
CREDITING = frozenset(
    "photo photos photograph photographs photography picture pictures image images illustration illustrations pic screengrab "
    "graphic credit credits source courtesy via ap reuters afp file staff courier handout".split()
)
POINTERS = frozenset(
    "left right pictured photo photograph seen shown photographed pose poses posing view image picture handout seated standing "
    "center centre above below top bottom second third from engraving drawing "
    "painting sketch".split()
)
PLAIN = re.compile(r"[(),.]")
# Somebody does something, in the present: `President Carter signs the treaty …`.
ACTION = re.compile(r"(?:\S+ ){0,9}?[A-Z][\w.'’]*,? (?!(?:is|was|has|its|his|as|this|says)\b)[a-z]+(?<!s)s ")
PRESENT = re.compile(
    r"\b(?:is|are|was|were) (?:seen|pictured|shown|photographed)\b|\b(?:pictured|file photo|file image"
    r"|file picture|undated photo|handout|photo illustration|stock image)\b|\((?:left|right|cent(?:er|re)|top"
    r"|above|below|second|third|from)\b"
    r"|, (?:left|right|center|centre|far left|far right|second from|third from|top|bottom|seated|standing|at left"
    r"|at right|above|below)\b[,.]?|\b(?:poses?|posing) (?:for|with|in|on|next|at)\b|\b(?:a view of|an aerial view"
    r"|this (?:photo|image|picture|handout))\b"
    r"|\((?:l ?[-–] ?r|from l|l to r)\)"
    r"|\bin this (?:\w+ ){0,3}(?:photo|image|picture|screengrab|frame)\b"
)
PRESENT_SIGNS = ("seen", "pict", "shown", "photo", "image", "handout", "pos", "view", "frame", "screengrab", "(", ", ")
# One sentence that ends on what it stands under: `… in an engraving of the time.`
DRAWN = re.compile(
    r"[^.!?]+ in an? (?:\w+ ){0,3}(?:photo|photograph|picture|engraving|drawing|painting|sketch)\b[^.,!?]{0,30}\.?$"
)
POINTED = re.compile(r"\((?:left|right|centre|center|far left|far right|top|bottom|l ?[-–] ?r|l to r|from left)\)")
FILE_PHOTO = re.compile(
    r"^\W?file(?: photo| image| picture)?(?:\s?[-–—:]|\sphoto\b)|^(?:image|photo|picture)?\s?caption[:,]\s?", re.IGNORECASE
)


def credited_caption(row: Row, sheet: Sheet) -> float:
    """Words under a picture that end in its credit."""
    if len(row.text) > captions.LONGEST or row.words < 3:
        return 0.0
    if row.text[0] in captions.BRACKETS and captions.bracketed_sentence(row.text):
        return 6.0
    if row.text[-1] in captions.BRACKETS:  # the credit is on the next lines
        return 6.0 if row.place + 1 < len(sheet.rows) and sheet.rows[row.place + 1].opening in CREDITING else 0.0
    if match := captions.credit_in_brackets(row.text):
        alone = match.start() == 0 and ((row.gap == 0 and row.place > 0) or row.after == 0)  # the neighbour is the caption
        return 0.0 if alone else 6.0 if row.words < 120 else 3.0
    return _trailing_credit(row)


def _trailing_credit(row: Row) -> float:
    """A credit at the end, without brackets."""
    if not may_end_in_credit(row):
        return 0.0
    tail = captions.split(row.text)
    if tail.credit is None or len(tail.text) < 12:
        return 0.0
    return 5.0 if len(tail.credit) < 70 else 2.0


def may_end_in_credit(row: Row) -> bool:
    """Whether a row has the signs without which nothing at its end is a credit."""
    if row.stop:
        end = row.text[-CREDIT_PART:]
        return any([sign in end for sign in CREDIT_SIGNS])  # noqa: C419 - a list is the faster here
    end = row.text[-200:]
    if not PARTING.search(end):
        return False
    small = end.casefold()
    return any([label in small for label in CREDIT_LABELS]) or captions.has_maker(end)  # noqa: C419


def file_photo(row: Row, _: Sheet) -> float:
    """`FILE - …`."""
    return 6.0 if FILE_PHOTO.match(row.text) and row.words > 3 else 0.0


def dated_caption(row: Row, _: Sheet) -> float:
    """One sentence that ends on its day: `… in Vienna on March 11, 2014.`."""
    if (
        row.words > 60
        or row.words < 5
        or row.opening == "by"
        or not DIGIT.search(row.text, max(0, len(row.text) - 9))
        or row.text[0] in '"“—–-'
    ):
        return 0.0
    found = find(row.text[-60:])
    whole = bool(found) and found[-1].end >= len(row.text[-60:].rstrip(" .")) - 1
    if not whole or row.text.count(". ") > 2:
        return 0.0
    return (2.6 if found[-1].day else 1.4) + (2.0 if ACTION.match(row.text) else 0.0)


def pictured(row: Row, sheet: Sheet) -> float:
    """`left`, `pictured`, `seen here`: words that point into a picture."""
    if not 4 <= row.words <= 60 or row.text[0] in "\"“‘'":
        return 0.0
    if row.opening == "pictured" or POINTED.search(row.key):
        return 6.5
    if row.stop and row.place >= sheet.head_end:
        return 0.0
    if POINTERS.isdisjoint(PLAIN.sub(" ", row.key).split()):
        return 0.0
    if row.place < sheet.head_end and DRAWN.match(row.key):
        return 4.2
    may = any([sign in row.key for sign in PRESENT_SIGNS])  # noqa: C419 - a list is the faster here
    return 2.2 if may and PRESENT.search(row.key) else 0.0


def plain_caption(row: Row, _: Sheet) -> float:
    """A sentence that only its place makes a caption."""
    if not 5 <= row.words <= 45 or row.text[0] in '"“*•' or (row.titled > 0.8 and not row.stop):
        return 0.0
    return 0.5


def beside_credit(row: Row, sheet: Sheet) -> float:
    """A sentence with a picture's credit on the next line or the line before, or said twice in a row."""
    if not 3 <= row.words <= 60 or row.place == 0 or row.text[0] in '"“':
        return 0.0
    head = sheet.heads.get(row.place)
    if head is not None and head.names and (head.by or head.posted):
        return 0.0
    before = sheet.rows[row.place - 1]
    after = sheet.rows[row.place + 1] if row.place + 1 < len(sheet.rows) else before
    if row.gap == 0 and row.words > 5 and before.words < 8 and credit_line(before, sheet) and not credit_line(row, sheet):
        return 4.5 if row.after else 3.0
    if row.after == 0 and after.words < 12 and credit_line(after, sheet):
        return 4.5
    twice = (row.gap == 0 and before.text == row.text) or (row.after == 0 and after.text == row.text)
    return 4.0 if twice and row.words > 5 else 0.0


def credit_line(row: Row, _: Sheet) -> float:
    """A picture's credit on its own line."""
    if row.words > 16 or (row.words > 4 and row.key.startswith(("photos:", "pictures:", "images:"))):
        return 0.0
    if (not row.stop or row.words < 6) and row.opening in CREDITING and captions.WHOLE.match(row.text):
        return 5.0
    bare = row.text.strip("()[] ")
    if not row.stop and row.words <= 9 and bare[:1].isupper() and captions.MAKER.search(bare) and captions.ALONE.match(bare):
        return 5.0
    return 5.0 if row.text[0] in "([" and captions.credit_in_brackets(row.text) else 0.0


def maker_line(row: Row, sheet: Sheet) -> float:
    """`HAL BRAND | COURIER` under a caption."""
    head = sheet.heads.get(row.place)
    if (
        head is None
        or row.gap
        or head.by
        or head.dated
        or row.words > 7
        or row.stop
        or not ("|" in row.text or "," in row.text or "/" in row.text)
    ):
        return 0.0
    return 2.5 if head.names and head.credited else 0.0
