"""What a page's own title says, `Lamp goes out | Marle Courier`: a program that takes a page's text brings it along as the first line."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from itertools import groupby, pairwise
from operator import itemgetter

from sitegen.reader import dates
from sitegen.reader.rows import Row
from sitegen.reader.surroundings import PROSE
from sitegen.reader.titles import title_key
from sitegen.reader.trades import PAPER_WORDS, is_paper

TOP = 12  # rows
SIGNS = 16  # characters of a headline that its key may lack
FEWEST_WORDS, FEWEST_LETTERS, LONGEST = 3, 12, 300  # of a headline; characters of a page's title
# The last rows that are too near to have the headline again: of a title without the site's name, `- A Town Divided`, and without anything more.
BESIDE, CROWDED = 1, 8
# Of the paragraphs below the headline, of which as many may stand above it: as the page's title has it, and in other words.
MOST_ABOVE, MOST_ABOVE_ALIKE = 1.0, 0.34
FEWEST_SHARED, SHARED, MOST_WORDS = (
    6,
    0.75,
    35,
)  # of the words of a page's title that a headline in other words has; words of it
OPENINGS, OVER_AUTHOR = frozenset({"by", "posted", "published", "updated", "written"}), 3  # rows below a headline
DAY_WORDS = 14  # of a line that may be the author's, with the day
TRAIL_WORDS = 4  # spaces within a headline behind a trail
GLUED = re.compile(r"[|»«]|[a-z][A-Z]")  # a line between, menus without their spaces
SIGN = re.compile(r"(?<=[?!]) (?=[A-Z])| (?:[|–—:»«›·•>/-]|::|&[rl]aquo;|&[mn]dash;) |\s{4,}|(?<=\w)\s*[|»«]\s*(?=\w)")


def headline(rows: list[Row]) -> int | None:
    """The place of the row that the first row names as its page's headline, above the story."""
    if (under := _under(rows)) is not None:
        return under
    if not rows or rows[0].words < FEWEST_WORDS or len(rows[0].text) > LONGEST:
        return None
    told = [row.place for row in rows[1:] if row.words >= PROSE and row.stop]
    # `News > Real Estate` names a section, or the headline last.
    trail = " > " in rows[0].text or "›" in rows[0].text or rows[0].text.count("»") > 1
    forms = {form: least for form, least in _forms(rows[0].text) if not trail or form.count(" ") >= TRAIL_WORDS} if told else {}
    if not forms:
        return None
    # Over an author the first row is the headline, unless it names a site.
    author = next((row.place for row in rows[1 : 1 + OVER_AUTHOR] if row.opening == "by" and row.words < PROSE), len(rows))
    place = _over_story(rows, told, _same(rows, forms, told[0], author), MOST_ABOVE)
    if place is not None or author < len(rows) or told[0] <= CROWDED:
        return place
    return _over_story(rows, told, _alike(rows, forms), MOST_ABOVE_ALIKE)


def _under(rows: list[Row]) -> int | None:
    """The place of a row right below one that is the page's title with it, `Ferry sinks - MBC 6`, where menus stand above both."""
    for upper, lower in pairwise(rows[1:TOP]):
        if upper.text.startswith(lower.text) and lower.words >= FEWEST_WORDS and SIGN.match(upper.text, len(lower.text)):
            return lower.place
    return None


def _forms(title: str) -> Iterator[tuple[str, int]]:
    """The headlines that a page's title may hold, as keys, each with how far down it has to stand at least."""
    signs = [*SIGN.finditer(title)]
    for sign in signs:
        named = GLUED.search(title, sign.start()) is not None or is_paper(title[sign.end() :].split()[-PAPER_WORDS:])
        yield from _form(title[: sign.start()], 0 if named else BESIDE)
        yield from _form(title[sign.end() :], 0 if is_paper(title[: sign.start()].split()) else BESIDE)
    if title.count(" ") >= FEWEST_SHARED or not is_paper(title.split()[-PAPER_WORDS:]):  # `The Marle Standard` alone
        yield from _form(title, CROWDED)


def _form(words: str, least: int) -> Iterator[tuple[str, int]]:
    key = title_key(words)
    if len(key) >= FEWEST_LETTERS and key.count(" ") + 1 >= FEWEST_WORDS:
        yield key, least


def _same(rows: list[Row], forms: Mapping[str, int], told: int, author: int) -> list[int]:
    """Where one of the headlines stands: below the story's beginning only one of a page whose title names its site."""
    sizes = {size for key in forms for size in range(len(key), len(key) + SIGNS)}
    again = [(row, title_key(row.text)) for row in rows[1:] if len(row.text) in sizes]
    found = [
        (row.place, forms[key]) for row, key in again if key in forms and rows[row.place - 1].opening != "by"
    ]  # else its paper
    return [
        place
        for place, least in found
        if place > least and (not least or (place < author and (place < told or place > CROWDED)))
    ]


def _alike(rows: list[Row], forms: Mapping[str, int]) -> list[int]:
    """Where lines stand that have most of a page's title, which newsrooms often word anew; not among the first rows."""
    titles = [words for words in (frozenset(form.split()) for form in forms) if len(words) >= FEWEST_SHARED]
    may = (
        [row for row in rows[CROWDED + 1 :] if FEWEST_SHARED <= row.words <= MOST_WORDS and row.text[-1] != "."]
        if titles
        else []
    )
    keys = [(row.place, frozenset(title_key(row.text).split())) for row in may]
    return [place for place, words in keys if any(len(words & title) >= SHARED * len(title) for title in titles)]


def _over_story(rows: list[Row], told: list[int], found: list[int], most: float) -> int | None:
    """Which of some rows stands above the story: the last of those with few paragraphs above them, else the first that may.

    Of several without a paragraph between them, the one over an author or a day is, else the last.
    """
    starts = [bisect_left(told, place) for place in found]  # how many paragraphs stand above each
    best: int | None = None
    sure = False
    for start, group in groupby(zip(starts, found, strict=True), key=itemgetter(0)):
        share = start / max(1, len(told) - start)
        if start == len(told) or share > most:
            break
        places = [place for _, place in group]
        over = next((place for place in places if _is_over_author(rows, place)), None)
        if best is None or (over is not None and not sure) or (share <= MOST_ABOVE_ALIKE and (over is not None or not sure)):
            best, sure = places[-1] if over is None else over, over is not None
    return best


def _is_over_author(rows: list[Row], place: int) -> bool:
    """Whether `By …`, `Posted …` or a day stands right below."""
    below = rows[place + 1 : place + 1 + OVER_AUTHOR]
    return any(row.opening in OPENINGS or (row.figure and row.words <= DAY_WORDS and _tells_day(row.text)) for row in below)


def _tells_day(text: str) -> bool:
    return bool(dates.days(text))
