"""Headlines on several lines: broken in two, or stacked as print does it, in short lines of capitals."""

# ruff: noqa: PLR2004 - the figures in rules are their evidence and its limits; names would hide them

import re
from collections.abc import Iterator
from itertools import islice

from sitegen.reader import byline, captions, dateline, dates, persons, references
from sitegen.reader.rows import Row
from sitegen.reader.rules import menus
from sitegen.reader.sheet import Sheet, key_of
from sitegen.reader.signs import SMALL_WORDS
from sitegen.reader.surroundings import PROSE
from sitegen.reader.words import first_names, places

LEAD = re.compile(r"\b(?:\d(?:ST|ND|RD|TH)|FIRST|SECOND|NIGHT|DAY|MORNING|NEW) (?:LEAD|LD)\b")
ISSUE = re.compile(rf"(?:{'|'.join(dates.MONTHS)}) (?:19|20)\d\d", re.IGNORECASE)  # `MARCH 2015`
VOWELS = frozenset("AEIOUY")
WRAPPED, WIDEST = 66, 80  # characters of a line that was broken at a column
UNBROKEN, NEAR_STORY = 120, 40  # characters of a line that never was; rows in which one shows it
MOST_LINES, LINE_WORDS = 6, 8  # lines of a stack; words of a line
CENTRED = 4  # columns by which a shorter line is set further in than the one above
BULLETS, MOST_POINTS = "•●*- ", 4
POINTS = frozenset({"- ", "* ", "• "})
MOST_BULLETS, MOST_STOPPED, BELOW_POINTS = 5, 3, 10  # lines, those of sentences; rows below, in which the story begins
SUMMING_WORDS, SHORTEST_SUMMED, LONGEST_SUMMED, LONGEST_POINT = 5, 5, 20, 34  # words of the heading, and of a line under it
SUMMED_ROWS = 16  # rows from the top
BESIDE_SUMMARY = frozenset({"companies", "law firms"})  # buttons of an agency's site
SUMMING = frozenset(
    {
        "in summary",
        "summary",
        "key points",
        "highlights",
        "story highlights",
        "at a glance",
        "in brief",
        "what you need to know",
    }
)
SIGNED = re.compile(r"\b(?:Photo|Picture|Image|PHOTO|PICTURE)s?(?: ?[:/|]| by ) ?[A-Z]")  # a picture's words end so
POINT_WORDS, MOSTLY_SMALL = (7, 40), 0.5  # of a point; the share of capitals
LINKING = frozenset("to of in on at for with by and or but that which who as into over than".split())
DEK_WORDS, DEK_LINES = 12, 3  # of a dek's line; rows down to its author
FULLY = 8  # words of a line that is a headline by itself
FEWEST, FULL = 4, 2  # words of the whole, and of most lines: a menu has one in each


def headline_goes_on(row: Row, sheet: Sheet) -> float:
    """The second line of a headline that was broken in two."""
    if sheet.given is not None:
        return 9.0 if f"{sheet.forms.get(row.place - 1)} {sheet.forms.get(row.place)}" == sheet.given else 0.0
    above = sheet.forms.get(row.place - 1)
    if row.key.endswith(PICTURE_FILES):
        return 0.0
    if row.words == 1 and row.text.islower() and sheet.like.leans and _is_beside_again(row, above, sheet):
        return 0.0
    if above and above in sheet.forms.get(row.place, ""):  # `Marle Circular | Ferry waits` below `Ferry waits`
        return 0.0
    if row.gap or row.place == 0 or row.words > 12 or row.stop or _is_of_form(sheet.rows[row.place - 1]):
        return 0.0
    return _goes_on(row, sheet)


def _is_of_form(row: Row) -> bool:
    """`include all of these words:`: whether a line names a field to fill in."""
    return row.text[-1] == ":" and row.text[0].islower()


PICTURE_FILES = (".jpg", ".jpeg", ".png", ".gif", ".webp")


def _is_beside_again(row: Row, above: str | None, sheet: Sheet) -> bool:
    """Whether the whole headline stands again below a word, or another such word does: `left`, `right`, the buttons of pictures."""
    below = sheet.rows[row.place + 1] if row.place + 1 < len(sheet.rows) else row
    return below is not row and ((below.words == 1 and below.text.islower()) or sheet.forms.get(below.place) == above)


def _goes_on(row: Row, sheet: Sheet) -> float:
    """Whether a short line directly below another is of one headline with it."""
    before = sheet.rows[row.place - 1]
    if words(row, sheet):
        return 0.0 if opens(row, sheet) else 4.5
    if (
        before.stop
        or (row.words == 1 and "-" in row.text)
        or (row.words <= FULL and not before.caps and persons.is_of_house(row.text.split(None, 1)[0]))
        or before.words > 14
        or row.opening == "by"
        or before.opening == "by"
    ):
        return 0.0
    long = row.words > FULLY and before.words > FULLY and not row.caps and row.text[0].isupper()
    unended = before.words > 2 and not long and row.caps == before.caps and before.key.rsplit(None, 1)[-1] in SMALL_WORDS
    centred = row.caps and before.caps and row.indent > before.indent + CENTRED and len(row.text) < len(before.text)
    if (
        unended
        or (centred and before.words > 2)
        or (row.text[0].islower() and before.words > 1 and before.words + row.words > FEWEST)
    ):
        return 4.5 if centred else 3.5
    if (
        WRAPPED - len(row.text.split(None, 1)[0]) <= len(before.text) <= WIDEST
        and row.words < 5
        and row.opening not in {"by", "from"}
        and not _is_signed(row, sheet)
        and not _has_wider(row, sheet)
    ):
        return 2.5  # the line before was full
    if row.caps and before.caps and row.words > 2 < before.words and not sheet.heads.get(row.place, byline.NOTHING).names:
        return 4.5
    return 2.0 if before.text[-1] in ";,:-–" and row.caps == before.caps else 0.0


def _has_wider(row: Row, sheet: Sheet) -> bool:
    """Whether a line below is wider than columns are: this text wasn't broken at one."""
    below = sheet.rows[row.place + 1 : row.place + NEAR_STORY]
    return any(one.first == one.last and len(one.text) > UNBROKEN for one in below)


def _is_signed(row: Row, sheet: Sheet) -> bool:
    """Whether a line is a name over a town or a day, or a desk over its author: who wrote the story, where, when."""
    head = sheet.heads.get(row.place, byline.NOTHING)
    if not (head.names or head.credited) or head.sure < 1:
        return False
    below = sheet.rows[row.place + 1 : row.place + 3]
    return any(sheet.heads.get(one.place, byline.NOTHING).dated or one.text in places() for one in below)


def is_second_line(row: Row, sheet: Sheet) -> bool:
    """Whether a line opens within a phrase that began on the line above: `TO PAVE RIVER ROAD` under `COUNTY BOARD VOTES`."""
    if row.gap or not row.place or row.opening not in LINKING or row.words < FULL:
        return False
    above = sheet.rows[row.place - 1]
    return above.words >= FULL and not above.stop and above.caps == row.caps and above.text[-1] not in ":|"


def dek_goes_on(row: Row, sheet: Sheet) -> float:
    """The next line of a dek that was broken at a column."""
    if row.gap or row.place == 0 or row.opening == "by":
        return 0.0
    before = sheet.rows[row.place - 1]
    if before.stop or not FEWEST <= before.words <= DEK_WORDS or row.words > DEK_WORDS:
        return 0.0
    unended = before.text[-1] in ",;:—" or before.key.rsplit(None, 1)[-1] in SMALL_WORDS
    if not (row.text[0].islower() or unended):
        return 0.0
    if row.place + 1 < len(sheet.rows) and _is_dated(sheet.rows[row.place + 1]):
        return 6.0  # no story opens above its dateline
    return 4.0 if _is_over_author(row, sheet) else 0.0


def dek_points(row: Row, sheet: Sheet) -> float:
    """The second of two or three points under the headline, sentences without a stop, as some tabloids sum up a story."""
    if row.place >= 2 and (is_summing(row, sheet) or in_bullets(row, sheet)):
        return 8.0
    if row.place < 2 or row.opening == "by" or not _is_point(row):
        return 0.0
    if in_points(row, sheet):
        return 4.0
    headline, before = sheet.rows[row.place - 2 : row.place]
    if headline.words < POINT_WORDS[0] or menus.names_sections(headline, sheet) or menus.is_spaced_menu(headline, sheet):
        return 0.0
    if not _is_point(before) or row.gap not in {0, before.gap} or captions.split(before.text).credit:
        return 0.0
    bulleted = (
        row.text[0] == before.text[0] in "•●*-" and len(sheet.told) > 0 and row.place < sheet.told[0]
    )  # not all of the story
    return 3.5 if bulleted or _is_over_author(row, sheet) else 0.0


def in_points(row: Row, sheet: Sheet) -> bool:
    """Whether a line is one of two to four that sum up the story, between its head and its first paragraph, set alike."""
    if not sheet.told or not 0 < sheet.told[0] - row.place <= 2 * MOST_POINTS or not row.place or not _is_point(row):
        return False
    first, end = row.place, row.place + 1
    while first > 1 and _is_point(sheet.rows[first - 1]) and sheet.rows[first - 1].gap == row.gap:
        first -= 1
    while end < sheet.told[0] and _is_point(sheet.rows[end]) and sheet.rows[end].gap == row.gap:
        end += 1
    head = sheet.heads.get(first - 1, byline.NOTHING)
    over = head.tells or (head.credited and head.sure >= 1) or sheet.rows[first - 1].key.strip(" :") in SUMMING
    near = end == sheet.told[0] or (sheet.heads.get(end, byline.NOTHING).tells and end < sheet.told[0])
    return over and near and 1 < end - first <= MOST_POINTS


def in_bullets(row: Row, sheet: Sheet) -> bool:
    """Whether a line is one of two to five behind bullets between the headline and the first paragraph."""
    sign = row.text[:2]
    if sign not in POINTS or not 0 < row.place <= SUMMED_ROWS:
        return False
    first, end = row.place, row.place + 1
    while first > 1 and sheet.rows[first - 1].text[:2] == sign:
        first -= 1
    while end < len(sheet.rows) and sheet.rows[end].text[:2] == sign:
        end += 1
    heading, below = sheet.rows[first - 1], sheet.rows[end : end + BELOW_POINTS]
    if heading.key.strip(" :") not in SUMMING and (heading.text[-1] == ":" or references.heading(heading.text)):
        return False  # other stories, the parts of this one
    led = any([one.words >= PROSE and one.stop for one in sheet.rows[:first]])  # noqa: C419 - faster
    most = MOST_STOPPED if row.stop else MOST_BULLETS
    return 1 < end - first <= most and not led and any(one.words >= PROSE and one.stop for one in below)


def is_summing(row: Row, sheet: Sheet) -> bool:
    """Whether a line is one of two to four under `In Summary`, over that with which the story begins, or who wrote it."""
    near = sheet.rows[max(0, row.place - MOST_POINTS - 1) : row.place]
    heading = next((one for one in reversed(near) if one.words <= SUMMING_WORDS and one.key.strip(" :") in SUMMING), None)
    if heading is None or _is_told(sheet.rows[heading.place - 1]):
        return False
    first = heading.place + 1 + (sheet.rows[heading.place + 1].key in BESIDE_SUMMARY)
    below = sheet.rows[first : first + 1 + MOST_POINTS]
    count = next((count for count, one in enumerate(below) if count and _ends_points(below[count - 1], one, sheet)), 0)
    points = below[:count]
    return count > 1 and row in points and all(SHORTEST_SUMMED <= one.words <= LONGEST_POINT for one in points)


def _is_told(row: Row) -> bool:
    """Whether a line is a paragraph, and no picture's words."""
    return row.stop and row.words >= PROSE and captions.split(row.text).credit is None


def _ends_points(above: Row, row: Row, sheet: Sheet) -> bool:
    """Whether a line under such points is none: set apart, a longer one, a sentence under lines without a stop, or one of the head."""
    if row.gap > above.gap or (row.stop and not above.stop) or row.words > max(LONGEST_SUMMED, above.words):
        return True
    return sheet.heads.get(row.place, byline.NOTHING).tells or captions.split(row.text).credit is not None


def _is_point(row: Row) -> bool:
    if row.stop or not POINT_WORDS[0] <= row.words <= POINT_WORDS[1] or row.titled >= MOSTLY_SMALL:
        return False
    if not row.text.lstrip(BULLETS)[:1].isupper() or SIGNED.search(row.text):
        return False
    return ": " not in row.text or references.labelled(row.text) is None  # `READ MORE: …`


def _is_over_author(row: Row, sheet: Sheet) -> bool:
    """Whether `By` and a name, a name and its address, or the story's dateline follow close below: what stands between is no story."""
    below = (sheet.heads.get(place, byline.NOTHING) for place in range(row.place + 1, row.place + 1 + DEK_LINES))
    if any(head.names and (head.by or head.contact or is_person(head)) for head in below):
        return True
    told = next((one for one in sheet.rows[row.place + 1 : row.place + 1 + DEK_LINES] if one.words >= PROSE), None)
    return told is not None and _is_dated(told)


def is_person(head: byline.Head) -> bool:
    """Whether a line is somebody's name and no more."""
    return head.sure >= 1 and any(name.split()[0].casefold() in first_names() for name in head.names)


def _is_dated(row: Row) -> bool:
    """`MARLE, Maine, May 4.—After two hours of debate …`: whether a paragraph opens with its dateline."""
    return row.words >= PROSE and row.text[:3].isupper() and dateline.read(row.text) is not None


def words(row: Row, sheet: Sheet) -> int:
    """How many words the stack has in which a row stands; 0 where it stands in none."""
    if not row.caps or row.words > LINE_WORDS or not _may_stand(row, sheet):
        return 0
    lines = [*islice(_run(row, sheet, -1), MOST_LINES), row, *islice(_run(row, sheet, 1), MOST_LINES)]
    if not 1 < len(lines) <= MOST_LINES:
        return 0
    if any([menus.names_sections(line, sheet) for line in lines]):  # noqa: C419 - faster
        return 0
    count = sum([line.words for line in lines])
    return count if count >= max(FEWEST, FULL * len(lines)) and not _is_among_menu(lines, sheet) else 0


def _is_among_menu(lines: list[Row], sheet: Sheet) -> bool:
    """Whether words of a site's menu stand directly above lines and directly below them."""
    first, last = min(line.place for line in lines), max(line.place for line in lines)
    beside = [sheet.rows[place] for place in (first - 1, last + 1) if 0 <= place < len(sheet.rows)]
    tight = not (sheet.rows[first].gap or sheet.rows[last].after)
    return tight and len(beside) > 1 and all(_is_known(one, sheet) for one in beside)


def opens(row: Row, sheet: Sheet) -> bool:
    """Whether nothing of the stack stands above a row."""
    return next(_run(row, sheet, -1), None) is None


def _run(row: Row, sheet: Sheet, step: int) -> Iterator[Row]:
    """The rows of a stack above or below a row, the nearest first."""
    place = row.place
    while 0 <= place + step < len(sheet.rows):
        upper = max(place, place + step)
        place += step
        if sheet.rows[upper].gap or not _may_stand(sheet.rows[place], sheet):
            return
        yield sheet.rows[place]


def _may_stand(row: Row, sheet: Sheet) -> bool:
    """Whether a line may be one of a stack: capitals, and neither a menu's word, a byline, a date nor a label."""
    if not row.caps or row.words > LINE_WORDS or row.place >= sheet.head_end or row.text[-1] == ":" or "|" in row.text:
        return False
    if _is_slug(row) or (row.figure and any(word.isalpha() and VOWELS.isdisjoint(word) for word in row.text.split())):
        return False  # an agency's slug or codes: `RIVER-CREST`, `ZCZC R 14 RGL`
    head = sheet.heads.get(row.place, byline.NOTHING)
    if head.by or head.dated or head.agency or _is_known(row, sheet) or (row.figure and ISSUE.fullmatch(row.text)):
        return False
    return not any(name.split()[0].casefold() in first_names() for name in head.names)


def _is_known(row: Row, sheet: Sheet) -> bool:
    """Whether a line is a section's name, a place's or a site's button."""
    below = sheet.rows[row.place + 1] if row.place + 1 < len(sheet.rows) else row
    if row.words <= 2 and not below.caps and dateline.is_town(row.text):  # over a headline in usual letters
        return True
    key = key_of(row)
    return key in sheet.phrases.sections or key in sheet.phrases.furniture


def _is_slug(row: Row) -> bool:
    """`RIVER-CREST`, `CT14`, `NIGHT LEAD TRAWLER`: by what an agency knows a story."""
    coded = row.words == 1 and ("-" in row.text or row.figure)
    return coded or (" L" in row.text and LEAD.search(row.text) is not None)
