"""The rule for crossheads that stand in a row: numbered ones, questions, labels with a colon, the parts of a recipe.

One such line alone may be anything: a question that an author asks himself, an item of a list, words that lead into a quotation.
Three of a sort, each over what is told, divide a story.
"""

# ruff: noqa: PLR2004 - the figures in rules are their evidence and its limits; names would hide them

import re
from collections.abc import Iterator
from itertools import pairwise

from sitegen.reader import exports
from sitegen.reader.byline import NOTHING
from sitegen.reader.rows import Row
from sitegen.reader.rules import makers
from sitegen.reader.sheet import Sheet
from sitegen.reader.surroundings import PROSE

FEWEST = 3
LONGEST, LONGEST_LABEL = 14, 5  # words
TITLED = 0.8  # of the words of an office's name begin with a capital
NUMBERED = re.compile(r"(\d{1,2})[.):] [^\W_]|(\d{1,2})[.):] [\"“‘']")
STATE = re.compile(r", (?:[A-Z]\.[A-Z]\.|[A-Z][a-z]{1,4}\.|W\.Va\.)$")  # `3. The Lamp House, Marle, Vt.`
SENTENCES = re.compile(r"[a-z]{2}[.!?] [A-Z]")
SIGNS = frozenset("?:")  # at the end
QUOTES = frozenset("\"'“‘-–—")
ASKED = frozenset({"q:", "q.", "a:", "a."})
# Whoever is asked such things, or answers so, is interviewed: what is asked is a part of what is told.
OF_INTERVIEWS = frozenset({"you", "your", "you've", "you're", "you'd", "you'll"})
SPOKEN = 3  # one of so many questions may ask the reader
ANSWERING = frozenset({"i", "i'm", "i've", "i'd", "my", "we", "our", "yes", "no", "well", "oh", "absolutely"})
SAID = frozenset("said says wrote writes read reads added adds asked told stated follows statement explained replied".split())
ROMAN = frozenset("I II III IV V VI VII VIII IX X XI XII".split())
OF_RECIPES = frozenset({"ingredients", "method", "preparation", "directions", "instructions"})


def in_series(row: Row, sheet: Sheet) -> float:
    """A crosshead that stands in a row with others of its sort."""
    return 4.6 if row.place in places(sheet) and not makers.credit_line(row, sheet) else 0.0


def dashed(row: Row, sheet: Sheet) -> float:
    """`- Like stairs -`, as AFP sets what opens a part of the story."""
    if row.text[:2] != "- " or row.text[-2:] != " -" or row.figure or not row.place or row.place + 1 == len(sheet.rows):
        return 0.0
    return 5.0 if sheet.rows[row.place + 1].words > row.words else 0.0


def places(sheet: Sheet) -> frozenset[int]:
    """The places of such crossheads."""
    if not sheet.series:
        sheet.series.append(frozenset(_places(sheet)))
    return sheet.series[0]


def _places(sheet: Sheet) -> Iterator[int]:
    start, rows = sheet.like.start, sheet.rows[1:-1]
    short = [row for row in rows if row.words <= LONGEST and (row.words == 1 or row.text[-1] in SIGNS or row.text[0].isdigit())]
    capitals = [row for row in rows if row.caps and row.words <= LONGEST_LABEL and start < row.place]
    rows = [row for row in short if start < row.place and _may_open(row, sheet)]
    yield from _numbered(rows)
    yield from _questions([row for row in rows if row.text[-1] == "?" and row.words > 1], sheet)
    yield from _labels([row for row in rows if row.text[-1] == ":" and row.words <= LONGEST_LABEL], sheet)
    yield from _capitals(capitals, sheet)
    yield from _asked([row for row in rows if row.caps and row.text[-1] == "?"], sheet)
    roman = [
        row for row in sheet.rows[1:-1] if row.words == 1 and row.caps and start < row.place and row.text.rstrip(".") in ROMAN
    ]
    yield from [row.place for row in roman] if any(len(row.text.rstrip(".")) > 1 for row in roman) else ()
    parts = [row.place for row in rows if row.words == 1 and row.key.strip(" :") in OF_RECIPES]
    yield from parts if len(parts) > 1 else ()


def _may_open(row: Row, sheet: Sheet) -> bool:
    """Whether a line is neither a sentence, but one with a number, nor surely the site's."""
    if (
        (row.stop and row.text[-1] != "?" and not (STATE.search(row.text) or NUMBERED.match(row.text)))
        or row.columns
        or (row.place in sheet.heads and sheet.heads[row.place].tells)
    ):
        return False
    lean = sheet.like.leans.get(row.place)
    return lean is None or lean.furniture <= lean.caution


def _tells(row: Row) -> bool:
    return row.stop and row.text[-1] != "?" and NUMBERED.match(row.text) is None


def _numbered(rows: list[Row]) -> Iterator[int]:
    """Lines whose numbers follow one another, up or down, with something told between each two."""
    found = [
        (int(match[1] or match[2]), row.place) for row in rows if row.text[0].isdigit() and (match := NUMBERED.match(row.text))
    ]
    run: list[tuple[int, int]] = []
    for one in found:
        if run and not (one[1] > run[-1][1] + 1 and abs(one[0] - run[-1][0]) == 1):
            yield from _enough(run)
            run = []
        run.append(one)
    yield from _enough(run)


def _enough(run: list[tuple[int, int]]) -> list[int]:
    up = {after[0] > before[0] for before, after in pairwise(run)}
    return [place for _, place in run] if len(run) >= FEWEST and len(up) == 1 else []


def _questions(rows: list[Row], sheet: Sheet) -> list[int]:
    """Questions that an explainer answers, not those of an interview."""
    asked = [row for row in rows if _asks(row, sheet)]
    spoken = SPOKEN * sum([not OF_INTERVIEWS.isdisjoint(row.key.strip("?").split()) for row in asked]) > len(asked)
    answers = [sheet.rows[row.place + 1].opening in ANSWERING for row in asked]
    return [] if len(asked) < FEWEST or spoken or 2 * sum(answers) > len(asked) else [row.place for row in asked]


def _asks(row: Row, sheet: Sheet) -> bool:
    if row.text[0] in QUOTES or not row.text[0].isupper() or row.key[:2] in ASKED or SENTENCES.search(row.text):
        return False
    above, below = sheet.rows[row.place - 1], sheet.rows[row.place + 1]
    return above.text[-1] != "?" and _tells(below) and below.words >= 8


def _labels(rows: list[Row], sheet: Sheet) -> list[int]:
    """`What we know:`, each but once: those who speak are named again and again."""
    over = [
        row
        for row in rows
        if row.text[0].isupper()
        and not row.key.endswith(" bureau:")
        and SAID.isdisjoint(row.key.strip(": ").split())
        and sheet.rows[row.place + 1].words >= 8
    ]
    told = [row for row in over if sheet.rows[row.place + 1].stop and sheet.rows[row.place - 1].words >= PROSE // 2]
    alike = len({row.key for row in over}) < len(over)
    return [] if alike or len(told) < FEWEST else [row.place for row in told]


def _capitals(rows: list[Row], sheet: Sheet) -> list[int]:
    """`BINS`, `SPEEDING`, `MONEY`, each over a paragraph, or over the line that announces a list."""
    bare = [row for row in rows if not (row.stop or row.columns) and not sheet.heads.get(row.place, NOTHING).tells]
    told = [row.place for row in bare if _is_paragraph(sheet.rows[row.place + 1])]
    over = [row.place for row in bare if sheet.rows[row.place + 1].text[-1] == ":" and row.text[-1] != ":"]
    return sorted({*told, *over}) if len(told) > 1 and len({*told, *over}) >= FEWEST else []


def _asked(rows: list[Row], sheet: Sheet) -> list[int]:
    """`HOW DID GOATS REACH MARLE?` over a paragraph in small letters, below another."""
    beside = ((row, sheet.rows[row.place - 1], sheet.rows[row.place + 1]) for row in rows if row.words > 2)
    return [
        row.place for row, above, below in beside if above.words > LONGEST_LABEL and _is_paragraph(below) and not below.caps
    ]


def _is_paragraph(row: Row) -> bool:
    return row.stop and row.words >= PROSE - FEWEST


def about_house(row: Row, sheet: Sheet) -> float:
    """`About Marle Bancorp, Inc.` over what an office says of itself below its release."""
    below = sheet.rows[row.place + 1 : row.place + 2]
    if (
        row.opening != "about"
        or not 1 < row.words <= LONGEST
        or row.titled < TITLED
        or not sheet.told
        or row.place < sheet.told[0]
    ):
        return 0.0
    return 6.0 if below and below[0].words >= PROSE and below[0].stop else 0.0


def labelled(row: Row, _: Sheet) -> float:
    """`<SUBHD>Who pays` in what an editorial system wrote out."""
    return 9.0 if exports.meaning_of(row) == "subhead" else 0.0
