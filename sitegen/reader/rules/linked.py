"""Rules for headlines of other stories that a page sets between a story's paragraphs, without a label before them."""

# ruff: noqa: PLR2004 - the figures in rules are their evidence and its limits; names would hide them

import re
from collections.abc import Iterator

from sitegen.reader import references
from sitegen.reader.rows import CLOSING, Row
from sitegen.reader.rules import buttons, telling
from sitegen.reader.seen import has_one
from sitegen.reader.sheet import Sheet
from sitegen.reader.signs import ASKS, LISTED, TELLS
from sitegen.reader.surroundings import PROSE
from sitegen.reader.words import opens_as_furniture

BUTTONS = frozenset({"read more", "read", "read story", "read article", "read the story", "full story", "watch", "listen"})
LEADING = frozenset({"watch", "listen", "read"})  # first words of what leads elsewhere
LOADING = 3  # words
EXPLAINING = ("why ", "how a ", "how an ", "how the ", "how one ", "how this ")
HEADLINE_WORDS, SHOUTED_WORDS, SIGNS = (4, 26), 6, " :.>»›→"  # words; signs beside a button's
TO_DO = re.compile(r"\D\S*(?: \S+){1,6} to (?!(?:the|a|an|our|your|[a-z]+ing)\b)[a-z]{2,}")
ASKING = (
    LISTED | ASKS | frozenset("be here's it's there's things ways places".split())
)  # words of what headlines offer their readers
NO_NEWS = LISTED | frozenset(
    {"a", "an", "the", "from", "advertisement", "media", "image"}
)  # with which crossheads begin, and pictures' words
SENTENCE, LITTLE = 12, 0.25  # words of a paragraph beside; the share of a line's
RUN_WORDS, MOST_RUN = (5, 20), 4  # words; lines
SHOWN_WORDS, SHOWN_TITLED = 9, 0.6  # of what tells of a picture; the share that begins with a capital


def is_button(row: Row) -> bool:
    """Whether a line is the button that leads to the story named above it."""
    return row.words <= 3 and row.key.strip(SIGNS) in BUTTONS


def over_button(row: Row, sheet: Sheet) -> float:
    """`The towns left waiting for a wall` over `Read more`, between the story's paragraphs or below the last."""
    if (row.stop and row.text.rstrip(CLOSING)[-1:] != "?") or row.text[-1] in ":;,":
        return 0.0
    if not HEADLINE_WORDS[0] <= row.words <= HEADLINE_WORDS[1] or row.titled == 1.0 or not _is_below_lede(row, sheet):
        return 0.0
    below = sheet.rows[row.place + 1 : row.place + 3]
    if row.text in (one.text for one in sheet.rows[max(0, row.place - 2) : row.place + 3] if one is not row):  # a card's
        return 0.0
    if not below or not is_button(below[0]) or (below[0].gap and not row.gap):
        return 0.0
    # Over a list the same words are its heading.
    ends = len(below) < 2 or below[1].words >= PROSE or (row.gap > 0 == below[0].gap and below[1].gap > 0)
    return 7.0 if ends or _is_over_another(below[1], sheet) else 0.0


def _is_over_another(row: Row, sheet: Sheet) -> bool:
    """Whether a second headline with its button follows."""
    return row.place + 1 < len(sheet.rows) and is_button(sheet.rows[row.place + 1])


def button(row: Row, sheet: Sheet) -> float:
    """That button."""
    return 7.0 if row.place and is_button(row) and over_button(sheet.rows[row.place - 1], sheet) else 0.0


def shouted(row: Row, sheet: Sheet) -> float:
    """`TOWN TIES MAYOR'S RACE, FLIPS COIN, LOSES COIN` between two paragraphs: what somebody did, of which the story doesn't go on to tell."""
    if not row.caps or row.stop or row.words < SHOUTED_WORDS or not _is_below_lede(row, sheet):
        return 0.0
    beside = sheet.rows[row.place - 1 : row.place + 2 : 2]
    told = len(beside) == 2 and all(one.words >= PROSE and one.stop and not one.caps for one in beside)
    if not told or not _tells(row, sheet):
        return 0.0
    # Where the story goes on to tell of one of such lines, each may head a part of it.
    heads = [one for one in sheet.rows[sheet.told[0] : -1] if one.caps and one.words >= HEADLINE_WORDS[0] and not one.stop]
    return 0.0 if any(is_told_in(one, sheet.rows[one.place + 1]) for one in heads) else 5.0


def is_told_in(row: Row, below: Row) -> bool:
    """Whether a paragraph has half of a line's longer words or more."""
    words = telling.words(row)
    return 2 * sum([word in below.key for word in words]) >= len(words)


def places(sheet: Sheet) -> Iterator[int]:
    """The places of two or three lines as long as headlines are, between paragraphs, one of which tells what somebody did."""
    if len(sheet.told) < 2:
        return
    run: list[Row] = []
    for row in sheet.rows[sheet.told[0] + 1 :]:
        if (row.words >= PROSE and row.stop) or (
            len(run) in range(2, MOST_RUN + 1)
            and ((_heads_part(row) and not _is_in_block(row, run)) or _stands_apart(row, run))
        ):
            told = any(is_headline(one, sheet) for one in run) or _explain(run, sheet)
            if MOST_RUN >= len(run) > 1 and told and not tell_to_do(run):
                sheet.shown.update([one.place for one in run] if _are_of_pictures(run, sheet) else ())
                yield from (one.place for one in run)
            run = []
        else:
            run.append(row)
            if len(run) > MOST_RUN or not may_be_headline(row):
                run = [row] * (MOST_RUN + 1)  # none of these lines is one of such a run


def tell_to_do(run: list[Row]) -> bool:
    """Whether several lines say what to do, `Watch the river`, `Listen to the radio`: advice, and no pointers."""
    return sum(row.opening in LEADING and ": " not in row.text for row in run) > 1


def _explain(run: list[Row], sheet: Sheet) -> bool:
    """Whether lines that touch each other are of an explainer and another story: `Why this village bought its own plow`."""
    if any(one.gap for one in run[1:]) or any(one.text[-1] == "?" or references.labelled(one.text) for one in run):
        return False
    if not any(one.key.startswith(EXPLAINING) and one.words > RUN_WORDS[0] and one.titled < 1.0 for one in run):
        return False
    told = " ".join([one.key for one in sheet.rows if is_told(one)])
    longer = [word for one in run for word in telling.words(one)]
    return sum([word in told for word in longer]) <= LITTLE * len(longer)


def unloaded(sheet: Sheet) -> Iterator[int]:
    """The places of titles right below `Loading YouTube content`, which a page says where a film would be."""
    loading = [row for row in sheet.rows[:-1] if row.opening == "loading"]
    for row in loading:
        below = sheet.rows[row.place + 1]
        if row.key.endswith(" content") and row.words == LOADING and not (row.after or below.stop):
            yield below.place


def alone(sheet: Sheet) -> Iterator[int]:
    """The places of single lines between paragraphs that tell what somebody did, of whom the story has nothing."""
    rows, told = sheet.rows, ""
    for row in rows[sheet.told[0] + 1 : -1] if len(sheet.told) > 1 else ():
        if row.stop or row.caps or not (is_told(rows[row.place - 1]) and is_told(rows[row.place + 1])):
            continue
        if not may_be_headline(row) or row.opening in NO_NEWS or not is_headline(row, sheet):
            continue
        longer = telling.words(row)
        if (
            len(longer) >= telling.TELLING
            and not has_one(row.text, (". ", ": "))
            and not (buttons.furniture_phrase(row, sheet) or opens_as_furniture(row.key))
        ):
            told = told or " ".join([one.key for one in rows if is_told(one)])
            if (
                sum([word in told for word in longer]) <= LITTLE * len(longer)
                and [one.text for one in rows].count(row.text) == 1
            ):
                yield row.place


def is_told(row: Row) -> bool:
    """Whether a line is a paragraph, or a sentence of some length."""
    return row.words >= SENTENCE and row.stop


def _heads_part(row: Row) -> bool:
    """Whether a line is a crosshead: a few words, or what somebody says."""
    return row.words < RUN_WORDS[0] or _is_said(row)


def _is_said(row: Row) -> bool:
    return row.text[0] in "‘'“" and row.text[-1] in "’'”"


def _are_of_pictures(run: list[Row], sheet: Sheet) -> bool:
    """Whether lines that touch each other tell of those of whom the story tells, in as many words: what its pictures show."""
    if any(one.gap for one in run[1:]) or any(one.words < SHOWN_WORDS or one.titled > SHOWN_TITLED for one in run):
        return False
    told = " ".join([one.key for one in sheet.rows if is_told(one)])
    return all(2 * sum([word in told for word in words]) >= len(words) for words in map(telling.words, run))


def _is_in_block(row: Row, run: list[Row]) -> bool:
    """Whether a line ends a block of lines that touch each other, which stands apart from the paragraphs."""
    return row.words >= RUN_WORDS[0] and row.after > 0 == row.gap and run[0].gap > 0 and not any(one.gap for one in run[1:])


def _stands_apart(row: Row, run: list[Row]) -> bool:
    """Whether a line stands apart from those above it, which touch each other."""
    return row.gap > 0 and not any(one.gap for one in run[1:])


def may_be_headline(row: Row) -> bool:
    """Whether a line is as long and as set as headlines are."""
    if not RUN_WORDS[0] <= row.words <= RUN_WORDS[1] or row.columns or not (row.text[0].isupper() or row.text[0] in "‘'"):
        return False
    if " Picture: " in row.text or " Photo: " in row.text or " Photograph: " in row.text:
        return False
    return (row.text[-1].isalnum() or row.text[-1] in "?’'") and (row.opening not in TELLS or ": " in row.text or _is_said(row))


def _tells(row: Row, sheet: Sheet) -> bool:
    return not sheet.phrases.headline_verbs.isdisjoint(row.key.split()[1:])


def is_headline(row: Row, sheet: Sheet) -> bool:
    """Whether one of lines that stand as headlines do tells what somebody did, or is to do: `Ferry crews to vote on Friday`."""
    words = row.key.split() if not row.stop else []
    verbs = words[1:]
    told = not (sheet.phrases.headline_verbs.isdisjoint(verbs) and sheet.phrases.more_headline_verbs.isdisjoint(verbs))
    if not told and not (" to " in row.text and TO_DO.match(row.text) and ASKING.isdisjoint(words)):
        return False
    return references.labelled(row.text) is None  # else the label says what it is, and nothing of the line beside


def in_run(row: Row, sheet: Sheet) -> float:
    """One of such lines, alone or together: what else the site has to read."""
    if row.place not in sheet.linked or row.place in sheet.shown:
        return 0.0
    return 5.5 if sheet.linked.isdisjoint((row.place - 1, row.place + 1)) else 4.5


def of_pictures(row: Row, sheet: Sheet) -> float:
    """One of such lines, where they tell of what the story tells."""
    return 4.5 if row.place in sheet.shown else 0.0


def _is_below_lede(row: Row, sheet: Sheet) -> bool:
    return bool(sheet.told) and row.place > sheet.told[0]
