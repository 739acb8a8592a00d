"""Several articles in one file: where they begin, and the file cut there.

A file is cut only where a profile or a person asks; the reader's own finding is careful all the same: an article begins where a
headline stands under a rule or a form feed, or under the end of a story, with a byline, a date or a dateline below it, and a
story below that.
"""

import re
from collections.abc import Sequence
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from sitegen.reader import byline, corpora, dateline, dates
from sitegen.reader.layout import blank
from sitegen.reader.rows import clean

FORM_FEED = "form feed"  # as profiles name it
RULE = re.compile(r"\s*(?:(?:[-=*_#~+•]\s?){3,}|[-=*#(]{1,3}\s?(?:30|0|ends?|more)\s?[-=*#)]{1,3})\s*")
RULED = frozenset("-=*_#~+•(")  # what such a line begins with
PLACED = re.compile(r"[A-Z][A-Z .'-]{2,40}[^-–—.]{0,40}(?:--|[-–—] )")
BY = ("by ", "by:", "BY ", "By ", "By:")
HEADLINE_WORDS, HEADLINE = 20, 160  # words, characters
HEAD_LINES = 6  # filled lines in which a byline, a date or a dateline stands under a headline
PROSE_WORDS = 6  # of a line of a story, broken at a column or not
NEAR = 3  # filled lines, where no rule parts the headline from what is above
STORY_WORDS = 40  # of the shortest story
PROSE_SHARE = 0.5  # of an article's lines
FEWEST = 2  # articles
TITLE_WORDS = 3  # of a headline that no rule parts from what is above
CLOSING = (".", "!", "?", '"', "”", "'", "’", ")")


class Part(Struct, frozen=True, gc=False):
    """One article of a file: its lines, and above them those that part it from the one before."""

    first: int  # 0-based, of its own lines
    text: str
    between: tuple[int, ...] = ()  # 0-based


def find(text: str) -> tuple[int, ...]:
    """The lines (0-based) at which articles begin, if there are several; else nothing."""
    lines = text.split("\n")
    if "<" in text and len(documents := corpora.starts(lines)) >= FEWEST:
        return documents
    if not _may_hold_several(text, lines):
        return ()
    filled = [index for index, line in enumerate(lines) if not blank(line)]
    starts = [place for place in range(1, len(filled)) if _begins(lines, filled, place)]
    return _with_stories(lines, filled, starts)


def cut(text: str, separators: Sequence[str] = ()) -> tuple[Part, ...]:
    """A text's articles: between the separators, if any are named; else where the reader finds that they begin."""
    lines = text.split("\n")
    if separators:
        return _cut_at(lines, separators)
    starts = find(text) or (0,)
    ends = (*starts[1:], len(lines))
    parts = []
    between: tuple[int, ...] = ()
    for start, end in zip(starts, ends, strict=True):
        last = end
        while last > start and end < len(lines) and (blank(lines[last - 1]) or RULE.fullmatch(clean(lines[last - 1]))):
            last -= 1
        parts.append(Part(start, "\n".join(lines[start:last]), between))
        between = tuple(index for index in range(last, end) if not blank(lines[index]))
    return tuple(parts)


def _may_hold_several(text: str, lines: list[str]) -> bool:
    """Whether it is worth while to look: nearly all texts are one article, and this is asked of each."""
    if "\f" in text:
        return True
    bylines = datelines = 0
    for line in lines:
        start = line[:3]
        bylines += start in BY
        datelines += start[:2].isupper() and PLACED.match(line) is not None
        if bylines > 1 or datelines > 1 or (start and not start[0].isalnum() and RULE.fullmatch(line[:HEADLINE])):
            return True
    return False


def _begins(lines: list[str], filled: list[int], place: int) -> bool:
    """Whether an article begins at the filled line of this place."""
    index, above = filled[place], lines[filled[place - 1]]
    apart = index - filled[place - 1] > 1
    fed = (
        lines[index].startswith("\f")
        or above.endswith("\f")
        or (apart and "\f" in "".join(lines[filled[place - 1] + 1 : index]))
    )
    parted = fed or (above.lstrip()[:1] in RULED and RULE.fullmatch(clean(above)) is not None)
    if not parted and not (apart and clean(above).endswith(CLOSING) and len(lines[index].split()) >= TITLE_WORDS):
        return False  # most lines
    if not _is_headline(lines[index]):
        return False
    below = place + 1
    return _has_head([lines[one] for one in islice(filled, below, below + (HEAD_LINES if parted else NEAR))], parted=parted)


def _is_headline(line: str) -> bool:
    text = clean(line)
    return (
        len(text) <= HEADLINE
        and text.count(" ") < HEADLINE_WORDS
        and any(map(str.isalpha, text))
        and not text.endswith((".", ",", ";"))
        and not text.startswith(BY)
        and not RULE.fullmatch(text)
    )


def _has_head(lines: list[str], *, parted: bool) -> bool:
    """Whether a byline stands below a headline, or a date and a dateline; below a rule or a form feed one of the three will do."""
    signs = 0
    for line in lines:
        text = clean(line)
        short = len(text) <= HEADLINE and (text.startswith(BY) or dates.MAY_HOLD.search(text.casefold()) is not None)
        head = byline.parse(text) if short else byline.NOTHING
        if head.sure >= 1 and head.by and (head.names or head.agency):
            return True
        signs += (head.sure >= 1 and head.posted is not None) or dateline.read(text) is not None
        if signs > (0 if parted else 1):
            return True
        if text.count(" ") >= HEADLINE_WORDS or RULE.fullmatch(text) or (not parted and text[:1].islower()):
            return False
    return False


def _with_stories(lines: list[str], filled: list[int], starts: list[int]) -> tuple[int, ...]:
    """The beginnings that have a story below them; what has none goes with what is above. Lists of articles have none."""
    found: list[int] = []
    for start, end in zip([0, *starts], [*starts, len(filled)], strict=True):
        if _is_story(lines, filled[start:end], first=start == 0):
            found.append(filled[start])
        elif not start:
            return ()  # what is on top is no article, so what stands below it is none of several
    return tuple(found) if len(found) >= FEWEST else ()


def _is_story(lines: list[str], block: list[int], *, first: bool) -> bool:
    """Whether enough prose stands in a block; a first one may have a page's menu above it."""
    words = [lines[index].count(" ") + 1 for index in block if not RULE.fullmatch(lines[index][:HEADLINE])]
    prose = [count for count in words if count > PROSE_WORDS]
    return sum(prose) >= STORY_WORDS and (first or len(prose) >= PROSE_SHARE * len(words))


def _cut_at(lines: list[str], separators: Sequence[str]) -> tuple[Part, ...]:
    """The articles between lines that are one of the separators."""
    named = {" ".join(separator.split()) for separator in separators}
    parts: list[Part] = []
    start, between = 0, list[int]()
    for index, line in enumerate([*lines, ""]):
        fed = FORM_FEED in named and line[:1] == "\f"
        parting = fed or (line != "" and " ".join(line.split()) in named)
        if index < len(lines) and not parting:
            continue
        if all(map(blank, lines[start:index])):
            between += [one for one in range(start, index) if not blank(lines[one])]
        else:
            parts.append(Part(start, "\n".join(lines[start:index]), tuple(between)))
            between = []
        own = fed and not blank(line)  # a form feed before a headline is no line of its own
        start = index if own else index + 1
        if index < len(lines) and not own and not blank(line):
            between.append(index)
    return _ended(parts, between)


def _ended(parts: list[Part], between: list[int]) -> tuple[Part, ...]:
    """The parts, with separators below the last one given to it."""
    if parts and between:
        parts[-1] = replace(parts[-1], between=(*parts[-1].between, *between))
    return tuple(parts)
