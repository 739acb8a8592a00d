"""Paragraphs that a program broke at each link: `Police in` / `Ormsey` / `, who came by boat, said …`."""

import re
from collections.abc import Iterator, Sequence

from sitegen.reader.layout import LEADING_ON, blank

SIGNS = frozenset(",.;)!?'’ \t")  # with which the lines begin that show it
# What no line of its own begins with: a comma, the end of the sentence before, what is owned.
GOING_ON = re.compile(r"\s?(?:[,;)](?:\s|$)|[.!?](?:\s+[A-Z“\"(‘']|$)|['’]s\s|[.,!?][”\"’](?:\s|$))")
WITHIN = re.compile(r"[ \t][a-zß-ÿ]")  # a small letter behind the space that stood before the next words
CLOSED = frozenset('.!?:;”"…|')
ARTICLES = frozenset({"The", "A", "An"})
LINK, TOLD = 10, 6  # words of a link; of a line that surely tells
MOST_INDENTED = 0.3  # of the lines


def at_links(lines: Sequence[str]) -> frozenset[int]:
    """The lines (0-based) that go on with those before them; none where the text shows no such break."""
    shown = [n for n, line in enumerate(lines) if line[:1] in SIGNS and n and not blank(line) and _is_open(lines[n - 1])]
    indented = sum([line[:1] in {" ", "\t"} for line in lines])
    if indented > MOST_INDENTED * len(lines):
        return frozenset()
    breaks = {n for n in shown if GOING_ON.match(lines[n]) or WITHIN.match(lines[n])}
    breaks |= {
        n + 1
        for n, line in enumerate(lines[:-2])
        if line.strip() in ARTICLES and _goes_on(lines[n + 2]) and _is_open(lines[n + 1])
    }
    telling = any([any(map(str.isalpha, lines[n])) for n in breaks])  # noqa: C419 - faster
    return frozenset(_sewn(lines, breaks)) if telling else frozenset()  # some pages have stops alone on lines


def _sewn(lines: Sequence[str], breaks: set[int]) -> Iterator[int]:
    """The lines that go on, from those that show it: the link before each goes on with what leads into it, and so may what follows."""
    going_on = set(breaks)
    for n in sorted(breaks, reverse=True):
        told = any(map(str.isalpha, lines[n]))  # else an author's name may stand before a comma
        if n > 1 and n - 1 not in going_on and _is_link(lines[n - 1]) and _leads_on(lines[n - 2], told=told):
            going_on.add(n - 1)
    for n in range(1, len(lines)):
        if n in going_on or not _is_open(lines[n - 1]) or blank(lines[n]):
            continue
        near = n - 1 in going_on or n + 1 in going_on
        if (near or lines[n - 1][-1:].isspace()) and (_ends_within(lines[n - 1]) or (n - 1 in going_on and _goes_on(lines[n]))):
            going_on.add(n)
    yield from going_on


def _is_open(line: str) -> bool:
    """Whether a line ends within a sentence."""
    bare = line.rstrip()
    return bool(bare) and bare[-1] not in CLOSED


def _is_link(line: str) -> bool:
    return _is_open(line) and line.count(" ") < LINK


def _leads_on(line: str, *, told: bool) -> bool:
    """Whether a line may lead into a link: it ends with the space before it, within a sentence, or, if more is told, is long."""
    return _is_open(line) and (line[-1:].isspace() or _ends_within(line) or (told and line.count(" ") >= TOLD))


def _ends_within(line: str) -> bool:
    """Whether a line ends with a word that ends no sentence and no headline."""
    words = line.rsplit(None, 1)
    return bool(words) and words[-1] in LEADING_ON


def _goes_on(line: str) -> bool:
    """Whether a line begins as what follows a link does."""
    bare = line.lstrip()
    return bare[:1].islower() or bare[:1] == "(" or GOING_ON.match(line) is not None
