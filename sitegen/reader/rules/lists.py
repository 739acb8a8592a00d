"""Rules for lists of the story's own: those that a line of it announces, and those in a box below it."""

import re
from collections.abc import Iterator
from itertools import pairwise, takewhile

from sitegen.reader import captions, references
from sitegen.reader.below import LISTING, OFFERED, announces
from sitegen.reader.byline import NOTHING
from sitegen.reader.rows import Row
from sitegen.reader.sheet import Sheet, key_of
from sitegen.reader.surroundings import PROSE
from sitegen.reader.words import opens_as_furniture

POINTS = frozenset({"- ", "* ", "• ", "– ", "— "})
FEWEST, MOST, MOST_POINTS, LONGEST = 2, 20, 60, 14  # lines of a list, with points or without; words of a line without one
FIGURES, OVER_TABLE = (
    re.compile(r"(?<!\S)[$£€+-]?\d[\d,]*\.\d+%?(?!\S)"),
    5,
)  # with a part behind a point; rows from a paragraph down to it
CELLS = re.compile(r"(?: {2,}|\t ?)[$£€+-]?\d[\d.,:/%-]*(?=\s|$)")  # figures in columns
ENDING = frozenset({"keywords", "tags"})  # how what stands below the story begins
COMPARED = re.compile(r"(?:\w+ ){1,3}(?:loss |profit )?(?:nil|\d[\d.,]*)\b.* vs (?:loss |profit )?(?:nil|\d)")
TIMED = re.compile(r"\d{4} {3,}\S.* {2,}\S")
TRACKS = (" track list", " tracklist", " tracklisting", " set list", " setlist")  # of a record, of a concert
SURE = 18  # letters of an opening that only a site has
TOLD = 8  # words of a paragraph above a box
ANNOUNCING, LEAN = 5, 3.0  # words of a line over lines without points; how far it may lean to the site's


def item(row: Row, sheet: Sheet) -> float:
    """A line of a list that stands under what announces it."""
    if not any(map(str.isalnum, row.text)):  # a rule above a table
        return 0.0
    return 7.4 if row.place > sheet.like.start and row.place in places(sheet) - _tables(sheet) else 0.0


def announcing(row: Row, sheet: Sheet) -> float:
    """A line of the story that announces a list."""
    return 7.6 if row.place in places(sheet) and (announces(row) or _heads_points(row.place, sheet)) else 0.0


def figures(row: Row, sheet: Sheet) -> float:
    """A row of a table of figures below the story, or what stands over it."""
    return 7.4 if row.place in _tables(sheet) else 0.0


def box_heading(row: Row, sheet: Sheet) -> float:
    """What stands over the list in a box: `How they voted`, `If you go`."""
    return 7.8 if row.place in places(sheet) and _heads_box(row.place, sheet) else 0.0


def places(sheet: Sheet) -> frozenset[int]:
    """The places of all lists with the lines that announce them."""
    if not sheet.listed:
        boxes = sheet.phrases.box_headings
        over = [
            row.place
            for row in sheet.rows
            if (row.text[-1] == ":" and key_of(row) not in sheet.phrases.furniture and not opens_as_furniture(row.key, SURE))
            or row.key in boxes
            or _names_tracks(row)
        ]
        tables = frozenset(_figured(sheet)) | _compared(sheet)
        sheet.listed.extend([tables.union(*[_announced(each, sheet) for each in over]), tables])
    return sheet.listed[0]


def _tables(sheet: Sheet) -> frozenset[int]:
    """The places of tables of figures, and of what stands over them."""
    return sheet.listed[1] if places(sheet) else frozenset()


def _announced(place: int, sheet: Sheet) -> range:
    """The places of the line at a place and of the list that it announces; nothing where it announces none, or the site does."""
    row, rows = sheet.rows[place], sheet.rows
    if place + FEWEST >= len(rows):
        return range(0)
    boxed, lean = _heads_box(place, sheet), sheet.like.leans.get(place)
    boxed = boxed or _heads_points(place, sheet)
    if not boxed and (not announces(row) or (lean is not None and lean.furniture >= LEAN) or not _may_announce(row, sheet)):
        return range(0)
    point = rows[place + 1].text[:2]
    if point in POINTS:
        pointed = takewhile(lambda one: one.text[:2] == point, rows[place + 1 : place + 1 + MOST_POINTS])
        return range(place, place + 1 + sum(1 for _ in pointed))
    listing = boxed or row.words >= ANNOUNCING or row.key.endswith(LISTING)
    listed = range(place, _end(place, sheet)) if listing else range(0)
    shown = any(captions.split(rows[at].text).credit for at in listed[1:])  # `Here are some pictures of it:`
    return range(0) if shown else listed


def _figured(sheet: Sheet) -> Iterator[int]:
    """The places of a table of figures right below a paragraph, or below a line or two over it: `Marle wheat 738.50 22.25 +3.11`."""
    run: list[int] = []
    for row in sheet.rows:
        if row.figure and row.words <= LONGEST and not row.stop and _has_figures(row):
            run.append(row.place)
            continue
        if run:
            yield from _below_story(run, sheet)
            run = []
    yield from _below_story(run, sheet)


def _has_figures(row: Row) -> bool:
    """Whether a line has two figures or more as a table has them."""
    if row.columns and len(CELLS.findall(row.raw)) > 1:
        return True
    return "." in row.text and len(FIGURES.findall(row.text)) > 1


def _compared(sheet: Sheet) -> frozenset[int]:
    """The places of a company's results, `Shr 41 cts vs 36 cts` with what stands between, and of a diary, `0700   Marle Foods   Results`."""
    rows = sheet.rows
    compared = [row.place for row in rows if row.words <= LONGEST and " vs " in row.key and COMPARED.match(row.key)]
    timed = [row.place for row in rows if row.columns and TIMED.match(row.text)]
    found = set(timed) if len(timed) > FEWEST else set()
    for first, last in pairwise(compared):
        if all(one.words <= LONGEST and not one.stop for one in rows[first : last + 1]):
            found.update(range(first, last + 1))
    return frozenset(found)


def _below_story(run: list[int], sheet: Sheet) -> range:
    """The places of a table with the lines over it; none where the story isn't what it stands below."""
    if len(run) <= FEWEST or run[0] <= sheet.like.start:
        return range(0)
    if sheet.told and run[0] > sheet.told[0] and all(sheet.rows[place].columns for place in run):
        # Set in columns it is one wherever it stands below the lede, with the line or two that touch it from above.
        first = run[0]
        while first > run[0] - FEWEST and not sheet.rows[first].gap and not sheet.rows[first - 1].stop:
            first -= 1
        return range(first, run[-1] + 1)
    over = sheet.rows[max(0, run[0] - OVER_TABLE) : run[0]]
    told = next((row.place for row in reversed(over) if row.words >= PROSE and row.stop), None)
    return range(0) if told is None else range(told + 1, run[-1] + 1)


def _end(place: int, sheet: Sheet) -> int:
    """Where the lines without points end that a line announces, set alike; where they begin if they are no list."""
    rows, none = sheet.rows, place
    spaced, end = bool(rows[place + 2].gap), place + 1
    first = sheet.heads.get(end, NOTHING)
    if first.dated and first.sure >= 1:  # the days of a timeline
        return none
    while end < len(rows) and end - place <= MOST and (end == place + 1 or bool(rows[end].gap) == spaced):
        if not _may_be_item(rows[end], sheet):
            break
        end += 1
    if end < len(rows) and bool(rows[end].gap) == spaced:
        if rows[end].words >= PROSE:
            end -= 1  # a crosshead may stand there
        elif rows[place + 1].gap and not spaced:
            return none  # a block of the site's
    return end if FEWEST < end - place <= MOST else none


def _heads_points(place: int, sheet: Sheet) -> bool:
    """`Members approved:` over two points or more; what points to other stories heads those."""
    row, below = sheet.rows[place], sheet.rows[place + 1 : place + 3]
    if row.words < FEWEST or row.text[-1] != ":" or not all(one.text[:2] in POINTS for one in below):
        return False
    label = row.key.strip(" :")
    return references.heading(row.text) is None and label not in sheet.phrases.references and OFFERED.search(row.key) is None


def _heads_box(place: int, sheet: Sheet) -> bool:
    """`How they voted`, `If you go:` under a paragraph."""
    above = sheet.rows[place - 1] if place else sheet.rows[0]
    row = sheet.rows[place]
    heads = row.key.rstrip(" :") in sheet.phrases.box_headings or _names_tracks(row)
    return above.words >= TOLD and above.stop and heads


def _names_tracks(row: Row) -> bool:
    """`The Lamp Track List`: what is on a record, or was played."""
    return row.words <= ANNOUNCING + 1 and not row.stop and row.key.rstrip(" :").endswith(TRACKS)


def _may_announce(row: Row, sheet: Sheet) -> bool:
    """Whether a line isn't known as the site's: `Share or comment on this article:`."""
    return not opens_as_furniture(row.key) and key_of(row) not in sheet.phrases.furniture


def _may_be_item(row: Row, sheet: Sheet) -> bool:
    """Whether a line without a point may be one of a list."""
    key, phrases = key_of(row), sheet.phrases
    if row.text[0] == "(" or row.opening in ENDING:
        return False
    if row.words > LONGEST or row.text[-1] == ":" or opens_as_furniture(row.key) or key in phrases.furniture:
        return False
    if key in phrases.junk_headings or key in phrases.reference_headings:
        return False
    return not sheet.heads.get(row.place, NOTHING).by
