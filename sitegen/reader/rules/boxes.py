"""The rule for boxes amid a story: what a site offers over the field for an address of mail, its polls, lists that end in `More >>`."""

import re
from collections.abc import Iterator

from sitegen.reader import persons
from sitegen.reader.rows import Row
from sitegen.reader.rules import repeats
from sitegen.reader.sheet import Sheet, key_of

LONGEST_FIELD = 4  # words
LONGEST, MOST, SENTENCE = 25, 8, 8  # words of a line; lines of a box; words of a sentence that may be the story's
SUBSCRIBING = frozenset({"subscribe now", "sign up now"})
# The field and its button.
FIELDS = frozenset(
    {
        *(
            "email address",
            "your email address",
            "your email",
            "enter your email",
            "enter your email address",
            "enter email address",
        ),
        *("email address (required", "your e-mail address", "e-mail address", "sign me up", "subscribe me", "yes, sign me up"),
    }
)
# `78%`, `(Total votes: 8,661)`
SHARE, VOTED = (
    re.compile(r"\d{1,3}(?:\.\d)? ?%"),
    re.compile(r"\(?(?:total )?(?:votes|responses): [\d,]+\)?|\(?[\d,]+ (?:total )?votes\)?"),
)
POLL_ROWS, ANSWER, FEWEST_SHARES = 16, 6, 2  # rows up from the votes; words of an answer; shares
# `More health and science news`, `Latest stories from Foreign`
OTHERS_TOLD = re.compile(r"more (?:[\w&’'-]+ ){1,4}(?:news|stories|coverage)|latest (?:stories|news|headlines) from .{3,30}")
HEADING_WORDS, AUTHOR_WORDS, FEWEST_TOLD = 7, 8, 6  # words; words; rows
LED_ON, MOST_LISTED, ITEM = frozenset({"more >>", "more »", "more>>"}), 4, 12  # rows; words


def places(sheet: Sheet) -> Iterator[int]:
    """The places of the lines of such boxes: blocks of a few short lines that touch, below the first paragraph; of cards that come again."""
    rows = sheet.rows
    yield from repeats.places(sheet)
    yield from repeats.labelled(sheet)
    for row in rows[sheet.told[0] + 1 :] if sheet.told else ():
        if row.key in LED_ON:
            yield from _over_more(row, sheet)
        elif row.figure and row.words <= LONGEST_FIELD and VOTED.fullmatch(row.key):
            yield from _of_poll(row, sheet)
        elif row.opening in {"more", "latest"} and row.words <= HEADING_WORDS and OTHERS_TOLD.fullmatch(row.key):
            yield from _signed(row, sheet)
        elif row.words <= LONGEST_FIELD and row.key[-1] in "slpde)" and key_of(row) in FIELDS:
            first, last = row.place, row.place
            while first and not rows[first].gap:
                first -= 1
            while last + 1 < len(rows) and not rows[last + 1].gap:
                last += 1
            if 1 < last - first + 1 <= MOST and first > sheet.told[0]:
                # Where the block opens with a sentence, a paragraph of the story may touch the box.
                longest = SENTENCE - 1 if rows[first].stop and rows[first].words >= SENTENCE else LONGEST
                yield from (one.place for one in rows[first : last + 1] if one.words <= longest)
        elif row.key in SUBSCRIBING and not row.after and row.place + 1 < len(rows) and _is_called(rows[row.place + 1]):
            yield row.place + 1


def _over_more(row: Row, sheet: Sheet) -> Iterator[int]:
    """The short lines of a block that end in `More >>`."""
    for above in reversed(sheet.rows[max(0, row.place - MOST_LISTED) : row.place]):
        if sheet.rows[above.place + 1].gap or above.stop or above.words > ITEM:
            return
        yield above.place


def _of_poll(row: Row, sheet: Sheet) -> Iterator[int]:
    """What was asked, the answers and their shares, down to how many have voted."""
    above = sheet.rows[max(sheet.told[0] + 1, row.place - POLL_ROWS) : row.place]
    asked = next((one.place for one in reversed(above) if one.text[-1] == "?"), None)
    answers = sheet.rows[asked + 1 : row.place] if asked is not None else []
    if len([one for one in answers if SHARE.fullmatch(one.text)]) >= FEWEST_SHARES and all(
        one.words <= ANSWER for one in answers
    ):
        yield from range(row.place - len(answers) - 1, row.place + 1)


def _signed(row: Row, sheet: Sheet) -> Iterator[int]:
    """A heading and two stories below it or more, of each the headline, who wrote it and a sentence."""
    found, start, below = [row.place], row.place + 1, sheet.rows
    while start + 2 < len(below):
        author = start + (1 if _is_author(below[start + 1]) else 2)
        if below[start].stop or not _is_author(below[author]) or author + 1 >= len(below):
            break
        if not below[author + 1].stop or not 1 < below[start].words <= LONGEST:
            break
        found += range(start, author + 2)
        start = author + 2
    yield from found if len(found) > FEWEST_TOLD else ()


def _is_author(row: Row) -> bool:
    """`Iva Voss and Hal Brand`, `Iva Voss | Courier.com`: whether a line is names and nothing else, perhaps with their site."""
    if row.stop or row.words > AUTHOR_WORDS:
        return False
    names = row.text.partition(" | ")[0].replace(", ", " and ").split(" and ")
    return all(persons.person(name, by=False) is not None for name in names)


def _is_called(row: Row) -> bool:
    """Whether a few words with capitals end a block: the letter to which the button above subscribes, `Marle Daily News`."""
    return row.after > 0 and row.words <= LONGEST_FIELD and not row.stop and row.titled == 1.0


def in_box(row: Row, sheet: Sheet) -> float:
    """A line of such a box."""
    if row.place not in sheet.boxed:
        return 0.0
    return 12.0 if sheet.told and row.place <= sheet.told[0] else 5.0
