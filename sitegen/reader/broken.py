"""Paragraphs that a program broke at each link: `Police in` / `Marle` / `, who came by boat, said …`."""

import re
from collections.abc import Iterator, Sequence

from sitegen.reader.layout import LEADING_ON, blank

SIGNS = frozenset(",.;)'’ \t")  # with which the lines begin that may go on
# What no line of its own begins with: a comma, the end of the sentence before, what is owned; and more follows.
GOING_ON = re.compile(r"\s?(?:[,;)]\s|[.](?:\s+[A-Z“\"(‘']|$)|['’]s\s|[.,!?][”\"’](?:\s|$))")
WITHIN = re.compile(r"[ \t][a-zß-ÿ]")  # a small letter behind the space that stood before the next words
CLOSED, ENDED = frozenset('.!?:;”"…|'), frozenset('.!?”"’)')
ARTICLES, LONGEST_ARTICLE = frozenset({"The", "A", "An"}), 6  # with white space around
LINK, TOLD, TELLING = 10, 6, 4  # words of a link; of a line that leads into one; of one that goes on and shows it
PARAGRAPH, UNBROKEN, FEWEST = 12, 110, 2  # words of what is whole again; characters of lines that no column broke; such lines
MOST_INDENTED = 0.3  # of the lines


def at_links(lines: Sequence[str]) -> frozenset[int]:
    """The lines (0-based) that go on with those before them; none where the text shows no such break."""
    shown = [n for n, line in enumerate(lines) if line[:1] in SIGNS and n and line and _is_open(lines[n - 1])]
    short = [n for n, line in enumerate(lines[:-2]) if len(line) <= LONGEST_ARTICLE and line.strip() in ARTICLES]
    low = [n for n, line in enumerate(lines) if line[:1].islower() and n > 1]
    if not (shown or short or low) or sum([len(line) > UNBROKEN for line in lines]) < FEWEST:
        return frozenset()
    breaks = {n for n in shown if _shows(lines[n], lines[n - 2] if n > 1 else "")}
    breaks |= {n for n in low if lines[n].count(" ") >= TELLING and _is_link(lines[n - 1]) and _ends_within(lines[n - 2])}
    breaks |= {n + 1 for n in short if _goes_on(lines[n + 2]) and _is_open(lines[n + 1])}
    if not breaks or sum([line[:1] in {" ", "\t"} for line in lines]) > MOST_INDENTED * len(lines):
        return frozenset()
    return frozenset(_whole(lines, _sewn(lines, breaks)))


def _shows(line: str, before: str) -> bool:
    """Whether a line surely goes on; a stop alone, or a small letter behind a space, below what leads into the link between."""
    if GOING_ON.match(line) and line.count(" ") >= TELLING:
        return True
    return (GOING_ON.match(line) or WITHIN.match(line)) is not None and _leads_on(before)


def _sewn(lines: Sequence[str], breaks: set[int]) -> set[int]:
    """The lines that go on, from those that show it: the link before each goes on with what leads into it, and so may what follows."""
    going_on = set(breaks)
    told = next((n for n, line in enumerate(lines) if len(line) > UNBROKEN and line.rstrip()[-1:] in ENDED), len(lines))
    for n in breaks:
        if n > 1 and n - 1 not in going_on and _is_link(lines[n - 1]):
            long = n - 2 > told and lines[n].count(" ") >= TELLING and lines[n - 2].count(" ") >= TOLD
            if _leads_on(lines[n - 2]) or (long and _is_open(lines[n - 2])):
                going_on.add(n - 1)
    for n in range(1, len(lines)):
        if n in going_on or not _is_open(lines[n - 1]) or blank(lines[n]):
            continue
        near = n - 1 in going_on or n + 1 in going_on
        if (near or lines[n - 1][-1:].isspace()) and (_ends_within(lines[n - 1]) or (n - 1 in going_on and _goes_on(lines[n]))):
            going_on.add(n)
    return going_on


def _whole(lines: Sequence[str], going_on: set[int]) -> Iterator[int]:
    """Of the lines that may go on those of what then is a paragraph: verse, bylines, tags and lists are none."""
    for first in sorted({n - 1 for n in going_on} - going_on):
        last = first
        while last + 1 in going_on:
            last += 1
        words = sum([len(line.split()) for line in lines[first : last + 1]])
        if words >= PARAGRAPH and lines[last].rstrip()[-1:] in ENDED:
            yield from range(first + 1, last + 1)


def _is_open(line: str) -> bool:
    """Whether a line ends within a sentence."""
    bare = line.rstrip()
    return bool(bare) and bare[-1] not in CLOSED


def _is_link(line: str) -> bool:
    return _is_open(line) and line.count(" ") < LINK


def _leads_on(line: str) -> bool:
    """Whether a line surely leads into a link: it ends with the space before it, or with a word that ends nothing."""
    return _is_open(line) and (line[-1:].isspace() or _ends_within(line))


def _ends_within(line: str) -> bool:
    """Whether a line ends with a word that ends no sentence and no headline."""
    words = line.rsplit(None, 1)
    return bool(words) and words[-1] in LEADING_ON


def _goes_on(line: str) -> bool:
    """Whether a line begins as what follows a link does."""
    bare = line.lstrip()
    return bare[:1].islower() or bare[:1] == "(" or GOING_ON.match(line) is not None
