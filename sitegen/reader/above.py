"""Where the story of a page starts, whose site's menus stand above it."""

from sitegen.reader.below import FULL_DATE
from sitegen.reader.surroundings import Page, clusters

FEWEST = 16  # rows
TOP = 6  # rows, of which one is the headline where nothing of a site stands above
FEW_WORDS, MOST = 4, 0.55  # words of a menu's line; how many of the rows above the story are so short
LINE_WORDS = 6  # words of a row above the story, on average
FIRST, OF_FIRST = 12, 10  # rows on top, and how many of them are as short
ALONE = 3  # rows of prose that are the story's even where they share no words with its longest part
BYLINES, DAY_WORDS, HEAD_ROWS = frozenset({"by", "posted", "published"}), 12, 8
SHARED = 0.25  # of the longer words of a story's parts are those of its longest
HEADLINE_WORDS, LONGER_WORDS = 5, 3  # of a line that can be told to be the headline: words, and longer ones


def starts(page: Page) -> int:
    """The place of the first row of prose, if menus stand above it; else 0."""
    start = _first_told(page)
    if start < FEWEST or any(_is_headline(place, page) for place in range(TOP)):
        return 0
    above = page.rows[:start]
    short = [row.words <= FEW_WORDS and not row.stop for row in above]
    if sum(short[:FIRST]) >= OF_FIRST:
        return start
    return start if sum(short) > MOST * start and sum([row.words for row in above]) <= LINE_WORDS * start else 0


def _is_headline(place: int, page: Page) -> bool:
    """Whether the story has most of a line's words."""
    words = page.longer[place]
    told = [word for word in words if word in page.story]
    return len(words) >= LONGER_WORDS and page.rows[place].words >= HEADLINE_WORDS and 2 * len(told) >= len(words)


def _first_told(page: Page) -> int:
    """The first row of the first cluster of prose that has words of the largest one; 0 where there is no prose."""
    for cluster in clusters([place for place in range(page.start) if page.prose[place]]):
        words = [word for place in cluster for word in page.longer[place]]
        shared = len([word for word in words if word in page.story])
        if len(cluster) >= ALONE or shared >= SHARED * len(words) or _is_headed(cluster[0], page):
            return cluster[0]
    return page.start if page.end >= 0 else 0


def _is_headed(place: int, page: Page) -> bool:
    """Whether a byline or a day stands a few rows above."""
    return any(
        row.opening in BYLINES or (row.figure and row.words <= DAY_WORDS and FULL_DATE.search(row.key))
        for row in page.rows[max(0, place - HEAD_ROWS) : place]
    )
