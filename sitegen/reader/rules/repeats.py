"""Lines that a page sets together between a story's paragraphs, and again further down: its cards of other stories."""

from collections.abc import Iterator
from itertools import pairwise

from sitegen.reader.rows import Row
from sitegen.reader.sheet import Sheet, key_of
from sitegen.reader.surroundings import PROSE

LABEL, LONGEST, FEWEST_LABELLED = 3, 26, 6  # words of a label, and of a headline; lines of three such
TOGETHER, FAR = 3, 24  # lines; rows
HEADLINE, TITLED = 5, 0.6  # words of a headline; share of them that begin with a capital
PRICES = frozenset("$£€")


def places(sheet: Sheet) -> Iterator[int]:
    """The places of three lines, a headline among them, that stand in the same order twice, with something told in between."""
    rows, met = sheet.rows, dict[tuple[str, str, str], int]()
    heading = [row.key for row in rows if key_of(row) in sheet.phrases.junk_headings] if sheet.told and sheet.like.leans else []
    keys = [row.key for row in rows[sheet.told[0] :]] if len(heading) > 1 else []
    for at, three in enumerate(zip(keys, keys[1:], keys[2:], strict=False), sheet.told[0] if keys else 0):
        first = met.setdefault(three, at)
        if first + TOGETHER < at and _is_told(rows[first + TOGETHER : at]):
            cards = [rows[start : start + TOGETHER] for start in (first, at)]
            if all(_is_card(card) and _is_headed(card[0], sheet) for card in cards):
                yield from (row.place for card in cards for row in card)


def labelled(sheet: Sheet) -> Iterator[int]:
    """The places of other stories' headlines on top of a page, each below the same word, `News`, and of that."""
    rows = sheet.rows[: sheet.told[0] + 1] if sheet.told else []
    run: list[int] = []
    for label, headline in pairwise(rows):
        if run and label.place == run[-1]:
            continue
        if label.words <= LABEL and _is_offered(headline) and (not run or label.key == rows[run[0]].key):
            run += [label.place, headline.place]
        elif len(run) >= FEWEST_LABELLED:
            break
        else:
            run = []
    if len(run) >= FEWEST_LABELLED:
        yield from run


def _is_offered(row: Row) -> bool:
    return LABEL < row.words <= LONGEST and row.text[-1] != "."


def _is_card(rows: list[Row]) -> bool:
    """Whether a headline is among lines of which none is a paragraph or a price."""
    if any(row.words >= PROSE or not PRICES.isdisjoint(row.text) for row in rows):
        return False
    return any(row.words >= HEADLINE and row.titled >= TITLED and not row.stop for row in rows)


def _is_told(rows: list[Row]) -> bool:
    return any(row.words >= PROSE and row.stop for row in rows)


def _is_headed(row: Row, sheet: Sheet) -> bool:
    """Whether `Most popular` stands above, with nothing told in between."""
    for above in reversed(sheet.rows[max(0, row.place - FAR) : row.place]):
        if key_of(above) in sheet.phrases.junk_headings:
            return True
        if above.words >= PROSE:
            return False
    return False
