"""Headlines as print stacks them: several short lines in capitals, one below the other, which say something together."""

from collections.abc import Iterator

from sitegen.reader import byline
from sitegen.reader.rows import Row
from sitegen.reader.sheet import DIGIT, Sheet, key_of
from sitegen.reader.words import first_names

VOWELS = frozenset("AEIOUY")
MOST_LINES, LINE_WORDS, FEWEST = 6, 8, 4  # lines of a stack; words of a line, and of the whole


def words(row: Row, sheet: Sheet) -> int:
    """How many words the stack has in which a row stands; 0 where it stands in none."""
    if not row.caps or row.words > LINE_WORDS or not _may_stand(row, sheet):
        return 0
    above, below = list(_run(row, sheet, -1)), list(_run(row, sheet, 1))
    lines = [*above, row, *below]
    count = sum(line.words for line in lines)
    return count if 1 < len(lines) <= MOST_LINES and count >= FEWEST else 0


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
    if (row.words == 1 and "-" in row.text) or (
        DIGIT.search(row.text) and any(word.isalpha() and VOWELS.isdisjoint(word) for word in row.text.split())
    ):
        return False  # an agency's slug or codes: `RIVER-CREST`, `ZCZC R 14 RGL`
    head, key = sheet.heads.get(row.place, byline.NOTHING), key_of(row)
    named = any(name.split()[0].casefold() in first_names() for name in head.names)
    return not (
        head.by or head.dated or head.agency or named or key in sheet.phrases.sections or key in sheet.phrases.furniture
    )
