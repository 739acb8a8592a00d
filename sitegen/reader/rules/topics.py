"""What a page lists right below its story: the topics that it filed it under, by where its links lead, or mostly in words of the story."""

from collections.abc import Iterator, Sequence
from itertools import groupby, takewhile

from sitegen.reader.rows import Row
from sitegen.reader.rules.tags import TAG_HEADINGS
from sitegen.reader.sheet import Sheet, key_of
from sitegen.reader.signs import ASKS
from sitegen.reader.surroundings import WORD

FEWEST, MOST, SHARE = 2, 12, 0.5  # lines of a list that the story tells of; lines of it; their share
MOST_WORDS, LONGER = 5, 4  # of a line; letters of a word that tells
BRIEF, HEADLINE = 3, 5  # words of a topic's line below headlines; of the headline above it
FAR = 20  # rows from the story down to a link that leads to a tag's page
DOWN, FARTHER, NEAR = (
    8,
    12,
    3,
)  # rows from the story down to the list, of three lines at least; to a button of the site's beside it


def places(below: Sequence[Row], sheet: Sheet) -> Iterator[int]:
    """The places of such lists among the rows below the story."""
    yield from [row.place for row in below[:FAR] if row.place in sheet.marked.filed and row.words <= MOST_WORDS]
    for topical, rows in groupby(below[: FARTHER + MOST] if sheet.like.story else (), lambda row: _may_be_topic(row, sheet)):
        run = [*rows] if topical else []
        above = run[0].place - below[0].place if run else 0
        if above > FARTHER:
            return
        beside = [*below[max(0, above - NEAR) : above], *below[above + len(run) : above + len(run) + NEAR]]
        if _is_list(run, sheet, FEWEST + (above > DOWN)) and any(_is_known(row, sheet) for row in beside):
            yield from (row.place for row in run)


def ending(listed: Sequence[Row], sheet: Sheet) -> Iterator[int]:
    """The places of the topics at the end of a list of other stories, or that are all of it: lines of a word or two below headlines."""
    brief = [*takewhile(lambda row: row.words <= BRIEF and _may_be_topic(row, sheet), reversed(listed))]
    above = listed[-len(brief) - 1] if len(brief) < len(listed) else None
    headed = sheet.rows[listed[0].place - 1].key.strip(" :") == "more"
    small = sum([row.text[0].islower() or _is_told(row, sheet) for row in brief])
    headed = headed or (len(brief) > FEWEST and 2 * small >= len(brief))  # `education`, `jobs`, `Ohio` below `More News:`
    if len(brief) >= FEWEST and (headed if above is None else above.words >= HEADLINE):
        yield from (row.place for row in brief)


def _is_list(run: list[Row], sheet: Sheet, fewest: int) -> bool:
    told = sum([_is_told(row, sheet) for row in run]) if len(run) <= MOST else 0
    return told >= max(fewest, SHARE * len(run))


def _may_be_topic(row: Row, sheet: Sheet) -> bool:
    """Whether a line is a few words, and neither a button, nor a site's name for its news, nor somebody who wrote."""
    if (
        row.words > MOST_WORDS
        or row.stop
        or not row.text[-1].isalnum()
        or (row.caps and row.words > 1)
        or row.opening in ASKS
        or "$" in row.text
    ):
        return False
    heading = row.key.endswith("news") or row.key in TAG_HEADINGS
    return not (heading or _is_known(row, sheet) or any(row.text == author.name for author in sheet.authors))


def _is_known(row: Row, sheet: Sheet) -> bool:
    return key_of(row) in sheet.phrases.furniture or key_of(row) in sheet.phrases.junk_headings


def _is_told(row: Row, sheet: Sheet) -> bool:
    """Whether the story has all longer words of a line that is no section's name."""
    story = sheet.like.story if row.key not in sheet.phrases.sections else ()
    words = [word for word in WORD.findall(row.key) if len(word) >= LONGER]
    return bool(words) and all(word in story or word.removesuffix("s") in story for word in words)
