"""What the story tells of a line: which of its longer words come again there; the headline by that measure."""

import re
from functools import lru_cache

from sitegen.reader.byline import NOTHING
from sitegen.reader.rows import Row
from sitegen.reader.rules import others
from sitegen.reader.seen import has_one
from sitegen.reader.sheet import Sheet, key_of
from sitegen.reader.signs import SMALL_WORDS
from sitegen.reader.surroundings import PROSE

LONGER, LONGER_PLAIN = re.compile(r"[^\W\d_]{5,}"), re.compile(r"[a-z]{5,}")  # words
TELLING = 3  # words of a line that tell enough
ONE, FEW_TELLING = 1.5, 5  # more than one longer word; words of a line with too few such words to tell
NEAR = 12  # rows
HEADLINE_WORDS, DOWN = 5, 8  # of a headline, at least; rows down to its author over buttons
LEADING, ABOVE, MOSTLY_TOLD = 3.0, -2.5, 0.33  # evidence; share of the longer words
LONG_STORY = 50  # longer words
MENU_WORDS, PARTED = 8, (" » ", " > ", " › ", " | ")  # at least; what holds the parts of a menu apart


def words(row: Row) -> list[str]:
    """A line's words of more than four letters."""
    return _words(row.key)


@lru_cache(maxsize=1024)  # several rules ask of each of the lines on top
def _words(key: str) -> list[str]:
    return (LONGER_PLAIN if key.isascii() else LONGER).findall(key)


def share(longer: list[str], sheet: Sheet) -> float:
    """The share of words that the story has too; of none, nothing."""
    story = sheet.like.story
    return len([word for word in longer if word in story]) / len(longer) if longer else 0.0


def headline(sheet: Sheet) -> int:
    """The place of the headline that the story tells: it has most of its words, and of no line above it two; -1 where there is none."""
    if not sheet.headline:
        sheet.headline.append(_headline(sheet))
    return sheet.headline[0]


def _headline(sheet: Sheet) -> int:
    for row in sheet.rows[sheet.head_start : sheet.head_end] if sheet.like.story else ():
        if has_one(row.text, PARTED) or (
            row.words > MENU_WORDS and row.titled == 1.0 and SMALL_WORDS.isdisjoint(row.key.split())
        ):
            continue  # a menu
        longer = words(row) if row.words >= TELLING else []
        told = share(longer, sheet) * len(longer) if longer else 0.0
        if len(longer) >= TELLING and not row.stop and row.words <= PROSE and 2 * told >= len(longer):
            return row.place
        if told > ONE or (len(longer) < TELLING and row.words > FEW_TELLING):  # may be the headline
            return -1
    return -1


def leads(row: Row, sheet: Sheet) -> float:
    """What speaks for a line that the story tells, over its author, its day or the first paragraph: and against what stands above."""
    told = over(sheet)
    if row.place in told:
        return LEADING
    return ABOVE if row.place < told.start and row.words >= TELLING and share(words(row), sheet) == 0.0 else 0.0


def over(sheet: Sheet) -> range:
    """The places of what `_over_author` finds, on a page; they are sought once."""
    if not sheet.over:
        sheet.over.append(_over_author(sheet) if sheet.like.leans else range(0))
    return sheet.over[0]


def _over_author(sheet: Sheet) -> range:
    """The places of the headline and its dek over the author; where nobody is named, over the day or the story; empty where none are."""
    leading = [row for row in sheet.rows[sheet.head_start : sheet.head_end] if _is_told(row, sheet)]
    last = next((row for row in leading if _leads_to_author(row, sheet)), None)
    last = last or next((row for row in leading if _leads_to_story(row, leading, sheet)), None)
    if last is None:
        return range(0)
    first = last.place
    while first > sheet.head_start and (_is_told(sheet.rows[first - 1], sheet) or _is_counter(first - 1, sheet)):
        first -= 1
    return range(first, last.place + 1) if not first or _is_another(sheet.rows[first - 1], sheet) else range(0)


def _is_counter(place: int, sheet: Sheet) -> bool:
    """Whether a button, or a word or two, stands between a headline and its dek: `74 comments`, `Opinion`."""
    row = sheet.rows[place]
    between = row.words < TELLING or key_of(row) in sheet.phrases.furniture
    return between and place > sheet.head_start and _is_told(sheet.rows[place - 1], sheet)


def _is_another(row: Row, sheet: Sheet) -> bool:
    """Whether a line above a headline is surely none of this story: a section's name, a sentence, or one of whose words it has none."""
    if row.words < TELLING or row.text[-1] == "." or sheet.heads.get(row.place, NOTHING).tells:
        return True
    longer = words(row)
    return len(longer) > 1 and share(longer, sheet) == 0.0 and len(sheet.like.story) >= LONG_STORY


def _is_told(row: Row, sheet: Sheet) -> bool:
    """Whether a line may be a headline, and the story has two of its longer words and a good part of them."""
    ended = row.stop and row.text[-1] != "?"
    if ended or row.columns or not HEADLINE_WORDS <= row.words <= PROSE or sheet.heads.get(row.place, NOTHING).tells:
        return False
    longer = words(row)
    told = len([word for word in longer if word in sheet.like.story])
    return told > 1 and told >= MOSTLY_TOLD * len(longer) and not others.is_of_picture(row, sheet)


def _leads_to_author(row: Row, sheet: Sheet) -> bool:
    """Whether `By Iva Voss`, or her name over the day, stands below a headline."""
    below = _below_buttons(row, sheet)
    head = NOTHING if below is None else sheet.heads.get(below.place, NOTHING)
    dated = below is not None and sheet.heads.get(below.place + 1, NOTHING).posted is not None
    return bool(head.names) and (head.by or (dated and head.sure >= 1))


def _leads_to_story(row: Row, leading: list[Row], sheet: Sheet) -> bool:
    """Whether the day stands below a headline, or the first paragraph and no other such line near above: this one shows a picture.

    Nor is a line one that has the author above it: a crosshead may open the story.
    """
    if sheet.told and row.place + 1 == sheet.told[0]:
        signed = any(head.by and head.names and place < row.place for place, head in sheet.heads.items())
        return not signed and not any(row.place - NEAR <= one.place < row.place for one in leading)
    listed = [sheet.heads.get(row.place + step, NOTHING).posted for step in (1, 3)]
    below = _below_buttons(row, sheet)
    head = NOTHING if below is None else sheet.heads.get(below.place, NOTHING)
    return None in listed and head.posted is not None and head.sure >= 1  # and not each with its day


def _below_buttons(row: Row, sheet: Sheet) -> Row | None:
    """The first line below a headline that is no button, nor one sentence that tells more or what a picture shows."""
    told = False
    for below in sheet.rows[row.place + 1 : row.place + 1 + DOWN]:
        button = below.key.isdigit() or key_of(below) in sheet.phrases.furniture
        label = below.words < TELLING and not sheet.heads.get(below.place, NOTHING).tells and not below.stop  # `news`
        if not (button or label) and (told or below.words < PROSE):
            return below
        told = told or not (button or label)
    return None
