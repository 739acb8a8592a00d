"""Names that are pictures' credits though nothing in the line itself tells it, but what stands around it."""

# ruff: noqa: PLR2004 - the figures in rules are their evidence and its limits; names would hide them

import re

from sitegen.reader import acting, byline, persons, trades
from sitegen.reader.rows import Row
from sitegen.reader.seen import has_one
from sitegen.reader.sheet import Sheet
from sitegen.reader.surroundings import PROSE

NEAR_AUTHOR, LAST_ROWS = 14, 30  # rows
FIRST_PICTURES = 60  # rows in which a maker is named with the paper
HOUSE_WORDS, PICTURE_WORDS, MOSTLY_SMALL = 5, (6, 30), 0.6
STORY_NEAR, QUOTES = 3, frozenset("\"“‘'")  # rows
SENTENCE = 4  # spaces before a credit, with which a line is a picture's words
LANDS = ("U.S.", "U.N.", "U.K.", "E.U.", "U.A.E.")
INITIALED = re.compile(r"(?:[A-Z]\. ?){1,3}[A-Z][A-Z'’-]+(?: [A-Z][A-Z'’-]+)?")
MOST_SHOWN, FEWEST_ABOVE, ON_TOP = 24, 3, 40  # words of a picture's; rows
BY_WHOM = ("photographs by ", "photography by ", "photos by ", "pictures by ", "photography: ", "photographs: ", "photos: ")
ENLARGED = "enlarge / "
VIEWED = "view this image ›"
ENLARGING = frozenset({"enlarge", "click to enlarge", "enlarge image", "click to enlarge image"})

PHOTOGRAPHY = frozenset(
    "photo photos photograph photographs photography picture pictures video illustration illustrations".split()
)


def is_of_pictures(row: Row) -> bool:
    """`Photos by Hal Brand`, and not `Photos and story by …`."""
    return row.key.lstrip("-( ").split(" ")[0] in PHOTOGRAPHY and not has_one(row.key, ("story", "text", "words"))


def names_only_maker(row: Row, sheet: Sheet) -> bool:
    """Whether a name stands directly below a sentence where the story has its author already: who made the picture."""
    head = sheet.heads.get(row.place)
    if head is None or not head.names or head.by or head.dated or head.sure < 1 or row.stop:
        return False
    if row.gap > head.contact or row.place == 0 or row.words > 7:  # an address of mail shows a maker over a blank line
        return False
    if row.after == 0 and not _is_over_story(row, sheet):
        return False
    above = sheet.rows[row.place - 1]
    if not above.stop or above.words <= 5 or above.text[0] in '"“' or _is_named_again(row, head, sheet):
        return False
    return has_author(row, sheet)


def _is_over_story(row: Row, sheet: Sheet) -> bool:
    """Whether the story begins right below a line, in a text without blank lines whose author and day stand above it."""
    if not sheet.told or row.place + 1 != sheet.told[0] or any(one.gap for one in sheet.rows[1 : row.place + 2]):
        return False
    shown = sheet.rows[row.place - 1]
    if acting.narrates(shown.key, shown.opening):
        return False
    above = [sheet.heads.get(place, byline.NOTHING) for place in range(max(0, row.place - NEAR_AUTHOR), row.place - 1)]
    return any(one.posted is not None and one.sure >= 1 for one in above) and any(one.names for one in above)


def _is_named_again(row: Row, head: byline.Head, sheet: Sheet) -> bool:
    """Whether the author is named once more under the story, where who he is follows."""
    below = sheet.rows[row.place + 1] if row.place + 1 < len(sheet.rows) else row
    return len(sheet.rows) - row.place < LAST_ROWS and below.text.startswith(f"{head.names[0]} ")


def names_other_maker(row: Row, sheet: Sheet) -> bool:
    """Whether a name stands directly above or below a picture's words, and the story has another author already."""
    head = sheet.heads.get(row.place)
    if head is None or len(head.names) != 1 or head.by or head.dated or head.sure < 1 or row.stop or row.words > 7:
        return False
    if trades.ends_in_job(row.text):
        return False
    above = [sheet.rows[row.place - 1]] if row.place and not row.gap else []
    below = [sheet.rows[row.place + 1]] if row.place + 1 < len(sheet.rows) and not row.after else []
    house = " for the " in row.key  # `Hal Brand for The Courier`
    return any(
        (acting.tells_action(one.text) or (house and one.stop)) and not one.text.startswith(head.names[0])
        for one in above + below
    ) and has_author(row, sheet)


def names_house_above(row: Row, sheet: Sheet) -> bool:
    """Whether a name stands directly over words without a stop, and those over a paragraph: a picture's maker, as the BBC sets it."""
    if (
        row.stop
        or not 1 < row.words <= HOUSE_WORDS
        or row.titled < 1
        or row.figure  # the hour
        or row.after
        or not row.gap
        or row.place + 2 >= len(sheet.rows)
    ):
        return False
    told, paragraph = sheet.rows[row.place + 1 : row.place + 3]
    return (
        told.after > 0
        and not told.stop
        and PICTURE_WORDS[0] <= told.words <= PICTURE_WORDS[1]
        and told.titled < MOSTLY_SMALL
        and told.text[-1].isalnum()
        and paragraph.stop
        and paragraph.words >= PROSE
        and row.text[-1].isalnum()
    )


def names_maker_again(row: Row, sheet: Sheet) -> bool:
    """Whether a name stands directly below a sentence that stood above with the paper, `Hal Brand/Courier`, or as the author's."""
    if row.gap or row.stop or row.titled < 1 or not 1 < row.words < 5 or not row.place or sheet.rows[row.place - 1].words <= 5:
        return False
    if _is_author_amid(row, sheet) or _is_again(row, sheet) or _is_photographer(row, sheet) or _is_shouted(row, sheet):
        return True
    made = f"{row.text}/"
    return any([above.text.startswith(made) for above in sheet.rows[: min(row.place, FIRST_PICTURES)]])  # noqa: C419 - faster


def _is_author_amid(row: Row, sheet: Sheet) -> bool:
    """Whether an author's name touches a sentence amid the story, apart from what follows: he took that picture."""
    if not sheet.told or row.place <= sheet.told[0] or not sheet.rows[row.place - 1].stop:
        return False
    above = sheet.rows[row.place - 1]
    if not row.after and (above.words > MOST_SHOWN or not acting.tells_action(above.text)):
        return False  # without a blank line, only below a picture's few words
    below = sheet.rows[row.place + 1 : row.place + 1 + STORY_NEAR]
    goes_on = any(one.stop and one.words >= PROSE for one in below)
    return goes_on and any(row.text in head.names for place, head in sheet.heads.items() if place < sheet.told[0])


def _is_shouted(row: Row, sheet: Sheet) -> bool:
    """`H. BRAND-OLSEN` directly below a sentence amid the story, apart from what follows: who made that picture."""
    if not row.caps or not row.after or sheet.letters or row.text.startswith(LANDS) or INITIALED.fullmatch(row.text) is None:
        return False
    above, below = sheet.rows[row.place - 1], sheet.rows[row.place + 1 : row.place + 1 + STORY_NEAR]
    shown = above.stop and above.words <= MOST_SHOWN and above.text[0] not in QUOTES
    return shown and any(one.stop and one.words >= PROSE for one in below)


def _is_photographer(row: Row, sheet: Sheet) -> bool:
    """Whether a line is the name that the head has behind `Photographs by`."""
    if row.place < FEWEST_ABOVE:
        return False
    makers = [one.key for one in sheet.rows[: min(row.place, ON_TOP)] if one.key.startswith(BY_WHOM)]
    return any(made.endswith(f" {row.key}") for made in makers)


def _is_again(row: Row, sheet: Sheet) -> bool:
    """Whether somebody's name touches one sentence here and another elsewhere, and the story goes on: who made those pictures.

    Whoever speaks is named above what he says, so that no block of such lines ends with a name.
    """
    if sheet.like.repeated.get(row.key, 0) < 2 or not row.place or persons.person(row.text, by=False) is None:
        return False
    last = row
    while not last.after and last.place + 1 < len(sheet.rows):
        last = sheet.rows[last.place + 1]
    again = [one for one in sheet.rows if one.text == row.text and one.place and not one.gap]
    above = [sheet.rows[one.place - 1] for one in again]
    if (
        last.key != row.key
        or len(again) < 2
        or not all(one.stop and one.words > 5 and one.text[0] not in QUOTES for one in above)
    ):
        return False
    below = sheet.rows[last.place + 1 : last.place + 1 + STORY_NEAR]
    return any(one.stop and one.words >= PROSE for one in below)


def is_below_button(row: Row, sheet: Sheet) -> bool:
    """Whether a name stands between `click to enlarge` and a picture's words, or in capitals below those."""
    if row.caps and not row.stop and row.place > 1 and row.words <= HOUSE_WORDS:
        words = sheet.rows[row.place - 1]
        if words.stop and not words.caps and sheet.rows[row.place - 2].key in ENLARGING:
            return True
    short = row.words <= HOUSE_WORDS and not (row.gap or row.stop or row.figure) and row.titled > MOSTLY_SMALL
    if short and row.place and sheet.rows[row.place - 1].key.startswith(ENLARGED):  # `Enlarge / The crane at dawn.`
        return True
    if not row.place or row.place + 1 >= len(sheet.rows) or sheet.rows[row.place - 1].key not in ENLARGING:
        return row.place > 0 and not row.stop and row.words <= HOUSE_WORDS and sheet.rows[row.place - 1].key == VIEWED
    head, below = sheet.heads.get(row.place), sheet.rows[row.place + 1]
    return head is not None and bool(head.names) and not head.by and row.words <= HOUSE_WORDS and below.words > SENTENCE


def has_author(row: Row, sheet: Sheet) -> bool:
    """Whether somebody has been named as the author above a line and the one before it."""
    heads = (sheet.heads.get(place) for place in range(max(0, row.place - NEAR_AUTHOR), row.place - 1))
    return any(one is not None and (one.by or (one.credited and one.sure >= 1 and not one.dated)) for one in heads)


def touches_sentence(row: Row, sheet: Sheet) -> bool:
    """Whether a picture's words may stand directly above or below a line."""
    apart = row.place < sheet.head_end and "/" in row.text and has_author(row, sheet)  # a blank line may stand between
    beside = [sheet.rows[row.place - 1]] if row.place and row.gap <= apart else []
    beside += [sheet.rows[row.place + 1]] if row.place + 1 < len(sheet.rows) and not row.after else []
    return any(one.words > 5 and not one.caps for one in beside)
