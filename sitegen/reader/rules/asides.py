"""Blocks of lines that a page sets between a story's paragraphs: a heading or a section, headlines of other stories, their days."""

from collections.abc import Iterator
from itertools import takewhile

from sitegen.reader import byline, references
from sitegen.reader.rows import Row
from sitegen.reader.rules import buttons, linked
from sitegen.reader.sheet import Sheet, key_of
from sitegen.reader.words import places

FEWEST, MOST, SHORT, HEADING_WORDS = 2, 7, 3, 7  # lines of a block; words of a section's name, of a heading
BEGUN = (
    *("stories by ", "more by ", "more from ", "more in ", "latest from ", "best of ", "best from "),
    *("more stories", "more on ", "related ", "read more", "see also", "you might", "you may", "don't miss", "editor's picks"),
)
ENDED = (" recommends", " recommended")
POINTS, TITLED = frozenset({"• ", "* ", "- "}), 0.6  # share of words that begin with a capital
ASKING = frozenset({"sign", "subscribe", "newsletter", "newsletters", "enter", "email", "image", "photo", "picture", "photos"})
ANNOUNCING = frozenset(
    "these following questions two three four five six seven eight nine ten several include includes".split()
)


def find(sheet: Sheet) -> Iterator[tuple[int, bool]]:
    """The places of the lines of such blocks, each with whether it is a headline."""
    for block in _blocks(sheet):
        listed = references.heading(block[0].text) is not None or block[0].key.strip(" :") in sheet.phrases.junk_headings
        if listed or any(row.opening in ASKING for row in block):
            continue  # a list below its heading, a box that offers a letter
        headlines = [_is_headline(row, block, sheet) for row in block]
        others = [row for row, headline in zip(block, headlines, strict=True) if not headline]
        if not any(headlines) or not all(_is_heading(row, sheet) or _is_small(row, block, sheet) for row in others):
            continue
        led = [row for row in block if row.opening in linked.LEADING]
        told = any(linked.is_headline(row, sheet) for row in block)
        told = told or any(_is_heading(row, sheet) or sheet.heads.get(row.place, byline.NOTHING).posted for row in others)
        if told and (others or (led and not linked.tell_to_do(led))):
            yield from ((row.place, headline) for row, headline in zip(block, headlines, strict=True))


def _blocks(sheet: Sheet) -> Iterator[list[Row]]:
    """A few lines without a stop that touch each other, apart from the paragraphs above and below, below the first two of the story."""
    rows, start = sheet.rows, 0
    for row in rows[sheet.told[1] + 1 : -1] if len(sheet.told) > 1 else ():
        start = row.place if row.gap else start
        if not (row.after and start and FEWEST <= row.place - start + 1 <= MOST):
            continue
        if linked.is_told(rows[start - 1]) and linked.is_told(rows[row.place + 1]):
            block = rows[start : row.place + 1]
            if not any(one.stop and one.text[-1] not in "?!" for one in block):
                yield block


def _is_heading(row: Row, sheet: Sheet) -> bool:
    """`Stories by Hal Brand`, `Latest from marle.example:`, `Courier Recommends`."""
    key = row.key.rstrip(" :")
    if row.words > HEADING_WORDS:
        return False
    return (
        key.startswith(BEGUN)
        or key.endswith(ENDED)
        or references.heading(row.text) is not None
        or key in sheet.phrases.junk_headings
    )


def _is_small(row: Row, block: list[Row], sheet: Sheet) -> bool:
    """A section, a day, a button; a word or two anywhere below a heading."""
    head = sheet.heads.get(row.place, byline.NOTHING)
    if (head.posted is not None and not head.names) or buttons.furniture_phrase(row, sheet) > 0:
        return True
    dated = any(sheet.heads.get(one.place, byline.NOTHING).posted for one in block)
    known = row.words <= SHORT and (key_of(row) in sheet.phrases.sections or (dated and row.text in places()))
    return known or (row.words <= SHORT - 1 and row.place > block[0].place and _is_heading(block[0], sheet))


def _is_headline(row: Row, block: list[Row], sheet: Sheet) -> bool:
    """Whether a line is as long and as set as headlines are, and no heading."""
    if _is_heading(row, sheet) or _is_small(row, block, sheet):
        return False
    led = row.opening in linked.LEADING and row.words > SHORT
    return led or linked.may_be_headline(row) or (row.text[0] == "#" and row.words > SHORT)


def below(sheet: Sheet) -> list[int]:
    """The places of headlines behind points that stand below the story, with nothing that announces them: `• Who Pays for the Balloons?`."""
    rows = sheet.rows
    last = next((row for row in reversed(rows) if linked.is_told(row) and row.place < sheet.like.end), None)
    if last is None or len(sheet.told) < FEWEST:
        return []
    under = rows[last.place + 1 :]
    first = next((row.place for row in under[:MOST] if row.text[:2] in POINTS), len(rows))
    points = [*takewhile(lambda row: row.text[:2] in POINTS, rows[first:])]
    above = rows[first - 1]
    led = (
        not above.stop or above.text[-1] == ":" or above.figure or not ANNOUNCING.isdisjoint(above.key.replace(",", "").split())
    )
    titled = [not row.stop or row.text[-1] == "?" for row in points]
    told = led or not all(titled) or any(row.words <= SHORT or row.titled < TITLED for row in points)
    return [row.place for row in points] if FEWEST <= len(points) <= MOST and not told else []
