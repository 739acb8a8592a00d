"""The rule for lines that stand twice in a row: what a picture shows, for those who can't see it and again as its caption."""

from sitegen.reader import captions
from sitegen.reader.rows import Row
from sitegen.reader.rules import galleries
from sitegen.reader.sheet import Sheet

PAIR, FEWEST = 2, 6  # lines that are alike, and the fewest words of each where they stand apart; else


def twice(row: Row, sheet: Sheet) -> float:
    """A line that stands twice in a row, as picture's words and again as its caption; the second may have a credit."""
    if row.place == 0:
        return 0.0
    if _is_block(row, sheet):
        return 6.5
    if row.words < FEWEST:
        return 0.0
    first = sheet.titles.get(sheet.forms.get(row.place, ""), row.place)
    if (not row.stop and first < row.place - 1) or galleries.is_of_site(row, sheet):
        return 0.0  # a headline; a word to the site's readers
    beside = sheet.rows[row.place - 1 : row.place] + sheet.rows[row.place + 1 : row.place + 2]
    if any(_is_with_credit(*sorted((row.text, one.text), key=len)) for one in beside):
        return 6.5
    # Of two lines that are alike in all, one may be a slip of whoever made the text, unless it was taken from a page.
    alike = row.stop and sum(one.text == row.text for one in beside) == 1
    return 6.5 if alike and (row.place in sheet.like.leans or _is_under_headline(row, sheet)) else 0.0


def _is_block(row: Row, sheet: Sheet) -> bool:
    """Whether two lines that are alike stand apart between a story's paragraphs: what a picture shows, for those who can't see it and again."""
    first = row.place - (not row.gap)
    pair = sheet.rows[first : first + 2]
    if (
        len(pair) < PAIR
        or row.words < PAIR
        or pair[0].text != pair[1].text
        or not pair[0].gap
        or pair[1].gap
        or not pair[1].after
    ):
        return False
    beside = (*sheet.rows[max(0, first - 1) : first], *sheet.rows[first + PAIR : first + PAIR + 1])
    return len(beside) == PAIR and all(one.stop for one in beside)


def _is_under_headline(row: Row, sheet: Sheet) -> bool:
    """Whether two such lines stand right under the headline, and apart from what is told below."""
    pair = sheet.rows[1:3]
    return row in pair and pair[0].text == pair[-1].text and not pair[-1].gap and pair[-1].after > 0


def _is_with_credit(short: str, long: str) -> bool:
    """Whether one of two lines is the other with a credit."""
    return long != short and long.startswith(short) and captions.split(long).text == short
