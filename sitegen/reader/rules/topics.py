"""What a page lists right below its story, mostly in words of the story: the topics that it filed it under."""

from collections.abc import Iterator, Sequence

from sitegen.reader.rows import Row
from sitegen.reader.sheet import Sheet, key_of
from sitegen.reader.signs import ASKS
from sitegen.reader.surroundings import WORD

FEWEST, SHARE, MOST_WORDS, NEAR = (
    2,
    0.6,
    4,
    6,
)  # told lines of a list; their share; words of a line; rows from the story down to the list
LONGER = 4  # letters of a word that tells


def places(below: Sequence[Row], sheet: Sheet) -> set[int]:
    """The places of such lists among the rows below the story."""
    found: set[int] = set()
    run: list[Row] = []
    for row in below:
        if _may_be_topic(row, sheet) and (run or row.place - below[0].place <= NEAR):
            run.append(row)
            continue
        found.update(_listed(run, sheet))
        run = []
    return found.union(_listed(run, sheet))


def _listed(run: list[Row], sheet: Sheet) -> Iterator[int]:
    """Of lines that may be topics the places of all, if most are told, else of those that stand together and are."""
    if not run:
        return
    told = [_is_told(row, sheet) for row in run]
    most = sum(told) >= max(FEWEST, SHARE * len(run))
    above, below = [False, *told[:-1]], [*told[1:], False]
    together = [own and (one or other) for own, one, other in zip(told, above, below, strict=True)]
    yield from (row.place for row, one in zip(run, together, strict=True) if most or one)


def _may_be_topic(row: Row, sheet: Sheet) -> bool:
    """Whether a line is a few words, and neither a button, nor a site's name for its news, nor somebody who wrote."""
    if row.words > MOST_WORDS or row.stop or row.figure or not row.text[-1].isalnum() or row.caps or row.opening in ASKS:
        return False
    if row.key.endswith("news") or any(row.text == author.name for author in sheet.authors):
        return False
    return key_of(row) not in sheet.phrases.furniture and key_of(row) not in sheet.phrases.junk_headings


def _is_told(row: Row, sheet: Sheet) -> bool:
    """Whether the story has all longer words of a line."""
    story = sheet.like.story
    words = [word for word in WORD.findall(row.key) if len(word) >= LONGER]
    return bool(words) and all(word in story or word.removesuffix("s") in story for word in words)
