"""The rule for a picture's words that have their credit on the line below, or above."""

# ruff: noqa: PLR2004 - the figures in rules are their evidence and its limits; names would hide them

import re
from itertools import pairwise

from sitegen.reader import acting, byline, captions, persons, whole
from sitegen.reader.rows import Row
from sitegen.reader.rules import closing, makers, notes, papers, pointed
from sitegen.reader.rules.pictures import LABELLED_CREDIT, SENTENCE, has_day, maker_line, opens_with_town
from sitegen.reader.sheet import Sheet, key_of
from sitegen.reader.surroundings import PROSE
from sitegen.reader.words import opens_as_furniture

AUTHOR_NEAR, LABEL_WORDS, MOSTLY = 8, 5, 0.85  # rows from a credit down to the author; words; of which begin with a capital
SIDES = ("from left,", "from left:")
# Credits of what may stand without words: sites that write `Image caption` before those, charts, films, what others have posted.
WORDLESS = (
    "source",
    "image source",
    "graphic",
    "video",
    "visual",
    "illustration",
    "twitter",
    "via twitter",
    "instagram",
    "facebook",
    "youtube",
    *("istock", "(istock", "shutterstock", "(shutterstock", "thinkstock", "(thinkstock"),  # of no event
)
OF_TOP = re.compile(rf"(?:{'|'.join(captions.WHICH)}) (?:image|photo|picture)s?\b")
LONGEST_PICTURED, BRIEF, SINGLE = 60, 26, 22  # words
NEAR = 60  # rows
HIDING = "hide caption"  # over a film's name, what it shows and who made it, at many papers of the United States
CAPTION_HEADS, GLUED = ("image caption", "photo caption"), ("credit.", "credit…")

SIGNED = re.compile(r"[.”\"] ?\([A-Z]{2,5}\)\.?$")  # `… not before the harvest.(ANSA).`, over the hands' initials
# `A STUNNED dad came home …`, as tabloids begin
OPENS_STORY = re.compile(r"(?:A|AN|THE) [A-Z][A-Z-]{2,}(?: [A-Z-]{2,})* [a-z]")
# `Apr. 8: Mayor Iva Voss signs …`, below its credit
DAY_LED = re.compile(r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2}(?:, \d{4})?: (?=[A-Z])")


def beside_credit(row: Row, sheet: Sheet) -> float:
    """A sentence with a picture's credit on the next line or the line before."""
    lean = sheet.like.leans.get(row.place)
    told = row.stop and (
        (row.words >= PROSE and OPENS_STORY.match(row.text)) or (row.text.endswith((")", ").")) and SIGNED.search(row.text))
    )
    if (
        told
        or row.words < 3
        or row.place == 0
        or row.text[0] in '"“©'
        or (lean and not row.stop and (lean.furniture > lean.caution or _is_headline(row)))
    ):
        return 0.0
    before = sheet.rows[row.place - 1]
    if _tells_of_author(sheet.heads.get(row.place, byline.NOTHING), before, sheet):
        return 0.0
    after = sheet.rows[row.place + 1] if row.place + 1 < len(sheet.rows) else before
    if (
        row.gap == 0
        and row.words > 5
        and (before.words < 8 or (before.words < 12 and LABELLED_CREDIT.match(before.text)))
        and (makers.credit_line(before, sheet) or (maker_line(before, sheet) and acting.tells_action(row.text)))
        and not makers.credit_line(row, sheet)
        and row.text[-1] != ":"
        and not (": " in row.text and closing.SPEAKING.search(row.key.partition(": ")[0]))  # somebody's words
        and not (
            _is_taken(before, sheet) and (not row.stop or _is_below_author(before, sheet))
        )  # a dek may stand below, or above
    ):
        kept = before.text[0] == "©" and before.gap and row.after  # a block of its own
        amid = bool(sheet.told) and before.place > sheet.told[0]
        block = (
            amid
            and before.gap
            and row.after
            and row.stop
            and captions.is_certain(before.text)
            and not acting.narrates(row.key, row.opening)
        )
        return 6.5 if kept or block else 6.0 if makers.names_maker_above(before, sheet) else 4.5 if row.after else 3.0
    barred = before.text == "/" and row.stop and not row.gap  # between its credit and the caption
    if row.words > LABEL_WORDS and (
        barred or after.key in makers.BUTTONS or _is_led_by_day(row, before, sheet)
    ):  # `Hide Caption`
        return 8.0
    if _is_of_film(row, before, after, sheet):
        return 6.5
    return _over_credit(row, before, after, sheet)


def _is_led_by_day(row: Row, before: Row, sheet: Sheet) -> bool:
    """Whether a line over the story tells of a day what somebody does, below a picture's credit: `Apr. 8: Mayor Iva Voss signs …`."""
    day = DAY_LED.match(row.text) if row.figure and sheet.told and row.place <= sheet.told[0] else None
    return day is not None and acting.tells_action(row.text[day.end() :]) and makers.credit_line(before, sheet) > 0


def _is_headline(row: Row) -> bool:
    """Whether the words of a line begin with capitals, as headlines do over and under pictures."""
    return row.titled > MOSTLY and row.words > LABEL_WORDS and not row.caps


def _is_of_film(row: Row, before: Row, after: Row, sheet: Sheet) -> bool:
    """Whether a sentence stands between a film's name, below `Hide Caption`, and who made it, all in one block."""
    if not row.stop or row.words > SINGLE or row.gap or row.after or row.place < 2 or sheet.rows[row.place - 2].key != HIDING:
        return False
    return not (before.stop or before.gap or before.words <= LABEL_WORDS) and _is_short(after)


def _is_short(row: Row) -> bool:
    """Whether a line may be a credit: a few words with capitals and no stop."""
    return row.words <= LABEL_WORDS + 1 and not row.stop and row.titled > 0.5


def _over_credit(row: Row, before: Row, after: Row, sheet: Sheet) -> float:
    """A sentence over its credit."""
    if after is before or row.text[-1] == ":" or row.text.count("|") > 1 or (row.caps and after.opening == "by"):
        return 0.0
    of_top = OF_TOP.match(after.key) and sheet.told and row.place > sheet.told[0]  # `Top image by Hal Brand`
    if of_top or not _is_its_credit(after, sheet) or (row.words <= LABEL_WORDS and key_of(row) in sheet.phrases.furniture):
        return 0.0
    worded = row.gap == 0 == row.after and after.after > 0 and opens_as_furniture(before.key)
    if after.key.startswith(WORDLESS) and row.place < sheet.head_end and before.words > 2 and not (before.stop or worded):
        return 0.0  # a dek over `Visual: Courier`
    if after.key.startswith("source: ") and row.stop and acting.narrates(row.key, row.opening) and _is_at_end(after, sheet):
        return 0.0  # whence the whole story is, below its last paragraph
    if row.after:
        return _over_gap(row, before, after, sheet)
    return 7.0 if row.gap and after.after else 0.0 if _is_told(row, sheet) else 4.5


def _is_at_end(row: Row, sheet: Sheet) -> bool:
    return not any([one.words >= PROSE and one.stop for one in sheet.rows[row.place + 1 : row.place + 5]])  # noqa: C419 - faster


def _tells_of_author(head: byline.Head, before: Row, sheet: Sheet) -> bool:
    """Whether a line tells who wrote the story, or when."""
    if head.dated and head.sure >= 1:
        return True
    return bool(head.names and (head.by or head.posted)) or (head.posted is not None and _is_byline(before, sheet))


def _is_told(row: Row, sheet: Sheet) -> bool:
    """Whether a paragraph, in a text without gaps, is the story's last: a picture's words tell what somebody does."""
    if row.gap or row.words < PROSE or not row.stop or row.place <= max(sheet.told, default=0):
        return False
    if any([one.words >= SENTENCE and one.stop for one in sheet.rows[row.place + 2 : row.place + 5]]):  # noqa: C419 - faster
        return False
    lean = sheet.like.leans.get(row.place)
    return not (acting.tells_action(row.text) or (lean is not None and lean.caption > 0))


def _is_taken(credit: Row, sheet: Sheet) -> bool:
    """Whether a sentence touches a credit from above, whose it is."""
    if credit.gap or not credit.place:
        return False
    above = sheet.rows[credit.place - 1]
    return above.words > 5 and above.stop


def _is_below_author(credit: Row, sheet: Sheet) -> bool:
    """Whether `By …` with a name stands above a credit and the words over it: no dek is there."""
    above = [sheet.heads.get(place) for place in range(max(0, credit.place - AUTHOR_NEAR), credit.place - 1)]
    return any(head is not None and head.by and head.names for head in above)


def _is_its_credit(row: Row, sheet: Sheet) -> bool:
    """Whether a line is a credit, and of the words above it."""
    if row.words > 11 or _is_over_heading(row, sheet) or _is_of_next(row, sheet):
        return False
    return makers.credit_line(row, sheet) > 0 or (row.caps and maker_line(row, sheet) > 0)


def _is_of_next(credit: Row, sheet: Sheet) -> bool:
    """Whether the picture's words follow directly below a credit, and the author or the date below them: above it stands the dek."""
    if credit.after or credit.gap or credit.place + 2 >= len(sheet.rows) or credit.place >= sheet.head_end:
        return False
    told = sheet.rows[credit.place + 1]
    above = sheet.rows[credit.place - 1]
    if above.place == 1 and not above.stop and told.words > above.words and not told.after:  # headline, dek, credit, words
        return True
    heads = [sheet.heads.get(place) for place in range(credit.place + 2, credit.place + AUTHOR_NEAR)]
    return (
        told.words > 5
        and told.stop
        and any(one and one.sure >= 1 and (one.by or (one.dated and not one.names)) for one in heads)
    )


def _over_gap(row: Row, before: Row, after: Row, sheet: Sheet) -> float:
    """A sentence, a blank line and a credit: mostly the sentence is the story's."""
    if makers.stands_over_button(after, sheet) or (not row.stop and papers.works_for_shouted_house(after, sheet)):
        return 7.0
    told = before.words < 5 and (after.opening.startswith(GLUED) or makers.SLASHED.fullmatch(after.text) is not None)  # no dek
    if (
        after.key.startswith(("(credit", "(photo", "(image"))
        and after.place + 1 < len(sheet.rows)
        and row.place <= max(sheet.told[:1], default=0)
    ):
        below = sheet.rows[after.place + 1]  # the story begins there
        if below.words >= PROSE and opens_with_town(below) and not opens_with_town(row):
            return 6.5
    sure = told or _has_address(after, sheet) or makers.is_parted(after, sheet)
    labelled = row.place < sheet.head_end and (LABELLED_CREDIT.match(after.text) or whole.is_credit(after.text))
    if labelled and acting.tells_action(row.text):
        return 5.5
    if (
        after.after
        and sheet.told
        and row.place > sheet.told[0]
        and not notes.may_note(row)
        and _is_of_picture(row, after, sheet)
    ):
        return 5.0
    lede = _is_byline(before, sheet) and acting.narrates(row.key, row.opening)
    return _over_blank(row) or (4.5 if sure and not lede and row.place < sheet.head_end and row.words > 5 else 0.0)


def _is_of_picture(row: Row, credit: Row, sheet: Sheet) -> bool:
    """`A page from the log.`, `From left, …`, what somebody does, over a blank line and a credit amid the story.

    A page may show a picture without words: then what stands above its credit is a paragraph, which tells what was done.
    """
    if not row.stop or not 5 < row.words <= LONGEST_PICTURED or credit.key.startswith(WORDLESS):
        return False
    if row.key.startswith(SIDES) or (row.words < BRIEF and acting.tells_action(row.text)):
        return True
    if credit.opening.startswith(GLUED) and row.words < BRIEF:  # such pages tell of their pictures what was done, too
        return row.opening not in acting.WHOM and closing.SPEAKING.search(row.key) is None
    if row.opening in {"a", "an", "another"} and not acting.narrates(row.key, row.opening):
        return True
    return _is_single(row, sheet) and (_shows(row) or _has_others(row, sheet))


def _is_single(row: Row, sheet: Sheet) -> bool:
    """Whether a line is one sentence that goes on with no other."""
    if row.place >= sheet.like.end or row.text[-1] != "." or not row.text[0].isupper() or row.words > SINGLE:
        return False
    return row.opening not in acting.WHOM and acting.NEXT_SENTENCE.search(row.text) is None


def _shows(row: Row) -> bool:
    """Whether a sentence says what is to be seen, and not what was done."""
    return not acting.narrates(row.key, row.opening) and acting.DONE.search(row.key) is None


def _has_others(row: Row, sheet: Sheet) -> bool:
    """Whether near a line others stand over a gap and a credit, each a single sentence, and one says what is to be seen."""
    near = pairwise(sheet.rows[max(1, row.place - NEAR) : row.place + NEAR])
    may = [(one, credit) for one, credit in near if one is not row and one.after and one.words > 5 and one.stop]
    others = [one for one, credit in may if makers.credit_line(credit, sheet) and not credit.key.startswith(WORDLESS)]
    single = all(one.words < BRIEF and one.text[0].isupper() and one.opening not in acting.WHOM for one in others)
    return single and any(map(_shows, others))


def _is_byline(row: Row, sheet: Sheet) -> bool:
    """Whether a line says by whom the story is."""
    head = sheet.heads.get(row.place)
    return head is not None and head.by and bool(head.names)


def _is_over_heading(row: Row, sheet: Sheet) -> bool:
    """Whether `Image caption` follows a credit: it is that of the picture's words below."""
    return row.place + 1 < len(sheet.rows) and sheet.rows[row.place + 1].key.startswith(CAPTION_HEADS)


def _has_address(row: Row, sheet: Sheet) -> bool:
    """Whether a maker's name stands with an address of mail."""
    head = sheet.heads.get(row.place)
    return head is not None and head.contact and bool(head.names)


def _over_blank(row: Row) -> float:
    """A line with a credit below a blank line: it may be the story's, if nothing in it is of a picture."""
    return 7.0 if pointed.points_now(row.key) or (acting.ACTION.match(row.text) is not None and has_day(row)) else 0.0


def portrait(row: Row, sheet: Sheet) -> float:
    """A name alone between a paragraph and a crosshead, of somebody of whom the story tells: whom a picture shows."""
    if row.words not in {2, 3} or row.titled < 1.0 or row.stop or row.caps or not sheet.like.leans:
        return 0.0
    above, below = sheet.rows[row.place - 1 : row.place], sheet.rows[row.place + 1 : row.place + 3]
    if len(below) < 2 or not above or not (above[0].stop and above[0].words > 7 and below[1].stop and below[1].words > 7):
        return 0.0
    if below[0].stop or below[0].words > LABEL_WORDS + 3 or not below[0].caps or persons.person(row.text, by=False) is None:
        return 0.0
    surname = row.text.rpartition(" ")[2]
    return 5.0 if any(surname in one.text for one in sheet.rows if one.stop and one.words >= PROSE) else 0.0
