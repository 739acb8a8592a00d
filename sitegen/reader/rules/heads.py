"""Which of the lines on top is the headline: how much each has of one, held against the lines beside it."""

# ruff: noqa: PLR2004 - the figures in rules are their evidence and its limits; names would hide them

from sitegen.reader import byline
from sitegen.reader.rows import Row
from sitegen.reader.rules import menus
from sitegen.reader.sheet import Sheet
from sitegen.reader.signs import ASKS
from sitegen.reader.surroundings import PROSE

FEWEST = 4  # words: of shorter lines `kicker` speaks
TELLING = 3  # words of a line that tell enough
LONGEST_COUNT = 2  # figures


def stray(row: Row, sheet: Sheet) -> float:
    """A line above the headline that no rule knows: news of another story (`Breaking: …`), a word to editors, what a site asks."""
    if not FEWEST <= row.words <= PROSE or sheet.given is not None:
        return 0.0
    below = sheet.heads.get(row.place + 1, byline.NOTHING)
    score = 3.0 - _told(row, sheet)
    score -= 1.5 if (below.dated and below.sure >= 1) or (below.by and below.names) else 0.0
    score -= 0.7 if row.gap and row.after else 0.0
    score += 2.0 if is_counted(row, sheet) else 0.0
    return max(0.05, score + (1.0 if row.text[0] in "([" or row.text[0].islower() or row.opening in ASKS else 0.0))


def _told(row: Row, sheet: Sheet) -> float:
    """How much speaks for a line that its story has its words too; less than nothing where it has none of them."""
    words = menus.telling(row)
    if not words or not sheet.like.story:
        return 0.0
    share = menus.told(words, sheet)
    return (1.5 if share >= 0.6 else 0.8 if share >= 0.3 else 0.0 if share else -1.0) * min(1.0, len(words) / TELLING)


def is_counted(row: Row, sheet: Sheet) -> bool:
    """Whether a line is one of a list with its figures on lines of their own: `1`, `Six lamps tested`, `2`, `Why ladders end`."""
    above = sheet.rows[row.place - 1].text if row.place else ""
    if not above.isdecimal() or len(above) > LONGEST_COUNT:
        return False
    count = int(above)
    beside = (sheet.rows[place].text for place in (row.place - 3, row.place + 1) if 0 <= place < len(sheet.rows))
    return any(text in {str(count - 1), str(count + 1)} for text in beside)
