"""The rule for boxes in which a site asks for an address of mail: what it offers stands above the field, all in one block."""

from collections.abc import Iterator

from sitegen.reader.rows import Row
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


def places(sheet: Sheet) -> Iterator[int]:
    """The places of the lines of such boxes: blocks of a few short lines that touch, below the first paragraph."""
    rows = sheet.rows
    for row in rows[sheet.told[0] + 1 :] if sheet.told else ():
        if row.words <= LONGEST_FIELD and row.key[-1] in "slpde)" and key_of(row) in FIELDS:
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


def _is_called(row: Row) -> bool:
    """Whether a few words with capitals end a block: the letter to which the button above subscribes, `Marle Daily News`."""
    return row.after > 0 and row.words <= LONGEST_FIELD and not row.stop and row.titled == 1.0


def in_box(row: Row, sheet: Sheet) -> float:
    """A line of such a box."""
    return 5.0 if row.place in sheet.boxed else 0.0
