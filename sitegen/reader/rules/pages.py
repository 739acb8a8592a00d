"""What the marks of a saved page tell of a line: links and pictures."""

from sitegen.reader.rows import Row
from sitegen.reader.rules import linked, makers
from sitegen.reader.sheet import Sheet
from sitegen.reader.surroundings import PROSE

FEWEST_LINKS, LONGEST_LIST = 5, 12  # lines
ANNOUNCING = 3  # words of a line that ends with a colon
HEADLINE_WORDS = 5
NEAR = 12  # rows over a headline
SAME, FEWEST_SAME = 0.6, 4  # of the words, the line's or those that stand for the picture, are the other's too; words
FEWEST, LIST, SOON = 2, 5, 3  # words; rows up and down in which another picture makes a list; rows down to a paragraph
NAMES, SENTENCE = 14, 30  # words of what stands below a picture and may be its caption: no sentence, and a sentence


def link_alone(row: Row, sheet: Sheet) -> float:
    """A line that was a link and nothing else, on a page with others: what a site leads to. In the head it may be who wrote when."""
    links = sheet.marked.linked
    if row.place not in links or len(links) < FEWEST_LINKS or row.stop or _is_of_story(row, sheet):
        return 0.0
    if row.place < sheet.head_end and row.place in sheet.marked.signed:
        return 0.0
    head = sheet.heads.get(row.place) if sheet.like.start <= row.place < sheet.head_end else None
    return 0.0 if head and (head.names or head.dated) else 4.0


def headline_linked(row: Row, sheet: Sheet) -> float:
    """A link as long as headlines are, alone between two paragraphs that don't announce it: to another story."""
    if row.place not in sheet.marked.linked or row.place in sheet.marked.headed or (row.stop and row.text[-1] != "?"):
        return 0.0
    rows, place, links = sheet.rows, row.place, sheet.marked.linked
    if row.text[0].isdigit() or place - 1 in links or place + 1 in links or not 0 < place < len(rows) - 1:
        return 0.0
    if place - 2 in links or (place + 2 in links and place + 3 < len(rows) and _is_told(rows[place + 3])):
        return 0.0  # links that head each its paragraph
    above, below = rows[place - 1], rows[place + 1]
    between = _is_told(above) and _is_told(below) and above.text[-1] != ":" and not linked.is_told_in(row, below)
    return 5.0 if between and row.words >= HEADLINE_WORDS else 0.0


def _is_of_story(row: Row, sheet: Sheet) -> bool:
    """Whether a link stands over its own paragraph, or in a list that the story announces or goes on below."""
    first, last = row.place, row.place
    while first and first - 1 in sheet.marked.linked and row.place - first < LONGEST_LIST:
        first -= 1
    while last + 1 in sheet.marked.linked and last - row.place < LONGEST_LIST:
        last += 1
    above = sheet.rows[first - 1] if first else row
    below = sheet.rows[last + 1] if last + 1 < len(sheet.rows) else row
    if above.text[-1] == ":" and above.words >= ANNOUNCING and sheet.like.repeated.get(above.key, 0) <= 1:
        return True
    return _is_told(below) and (row.place == last or _is_told(above)) and row.place > sheet.like.start


def _is_told(row: Row) -> bool:
    return row.words >= PROSE and row.stop


def author_linked(row: Row, sheet: Sheet) -> float:
    """A name that leads to its author's page, near the headline."""
    head = sheet.heads.get(row.place) if row.place in sheet.marked.signed else None
    return 6.0 if head and head.names and sheet.like.start - NEAR <= row.place < sheet.head_end else 0.0


def below_picture(row: Row, sheet: Sheet) -> float:
    """A line below a picture, its credit between them or not: surely with the words that stand for it, all stressed, or over a credit."""
    pictured = sheet.marked.pictured
    above = sheet.rows[row.place - 1] if row.place else row
    alt = pictured.get(row.place)
    if alt is None and above.place in pictured and makers.credit_line(above, sheet):
        alt = pictured[above.place]
    if alt is None or row.place in sheet.marked.linked or row.place < sheet.like.start or makers.credit_line(row, sheet):
        return 0.0
    below = sheet.rows[row.place + 1] if row.place + 1 < len(sheet.rows) else row
    if row.place in sheet.marked.stressed or (below is not row and makers.credit_line(below, sheet)):
        return 6.0
    lean = sheet.like.leans.get(row.place)
    listed = sum([place in pictured for place in range(row.place - LIST, row.place + LIST + 1)])
    if row.words < FEWEST or listed > 1 or (lean and lean.furniture > lean.caution):
        return 0.0
    words, shown = set(row.key.split()), set(alt.casefold().split())
    fewer = min(len(words), len(shown))
    if words == shown or (fewer >= FEWEST_SAME and len(words & shown) >= SAME * fewer):
        return 6.0
    told = any([one.words >= PROSE and one.stop for one in sheet.rows[row.place + 1 : row.place + 1 + SOON]])  # noqa: C419 - faster
    return (4.0 if row.words <= NAMES and not row.stop else 1.0 if row.words <= SENTENCE else 0.0) if told else 0.0


def summed_up(row: Row, sheet: Sheet) -> float:
    """What a page says of itself to machines, on top: its headline, which stands below by itself, and a sentence or two on one line."""
    if row.place or row.words < PROSE:
        return 0.0
    headlines = (one for one in sheet.rows[1:NEAR] if HEADLINE_WORDS <= one.words < row.words and not one.stop)
    return 9.0 if any(row.text.startswith(f"{one.text} ") for one in headlines) else 0.0
