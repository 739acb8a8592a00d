"""Texts of researchers' collections, set in SGML: `<DOC>`, `<HEADLINE>`, `<TEXT>`, as the Linguistic Data Consortium, TREC and Reuters did."""

import re
from typing import Literal

from sitegen.reader import hypertext

_Part = Literal["title", "author", "date", "place", "story", "around", "silent"]

BEGUN = re.compile(r"^[ \t]*<(?:DOC|DOCUMENT|REUTERS|STORY|ARTICLE)(?:\s[^<>\n]{0,300})?>", re.MULTILINE)
TAG = re.compile(
    r"<(?P<end>/?)(?P<name>[A-Z][A-Z0-9_.-]{0,24})(?:\s[^<>]{0,300})?>|&#[23];"
)  # Reuters' signs for start and end of text
_NAMES: dict[_Part, tuple[str, ...]] = {
    "title": ("HEADLINE", "HEAD", "HL", "HL1", "TITLE", "TTL", "HEDLINE", "HED"),
    "author": ("BYLINE", "AUTHOR", "AUTHORS", "AU", "BY"),
    "date": ("DATE", "DATE1", "DD", "PUBDATE", "DATE_TIME", "DATETIME", "PD"),
    "place": ("DATELINE",),
    "story": ("TEXT", "BODY", "LP", "LEADPARA", "TP", "SUBHEAD"),
    "around": ("DOC", "DOCUMENT", "REUTERS", "STORY", "ARTICLE", "HEADER", "MAIN"),
}
PARTS: dict[str, _Part] = {name: part for part, names in _NAMES.items() for name in names}
BREAKS = frozenset({"P", "BR", "HR"})  # they end with no tag of their own
FEWEST = 3  # different names, of which one is a headline's or the story's
# The day in a document's number: `AFP_ENG_19940512.0003`, `AP880212-0001`, `WSJ870324-0001`.
NUMBERED = re.compile(r"\b[A-Z]{2,4}(?:_[A-Z]{3}_(?P<long>(?:19|20)\d{6})\.\d|(?P<short>[6-9]\d[01]\d[0-3]\d)-\d)")
FIGURES = re.compile(r"\W*(\d\d)?(\d\d)(\d\d)(\d\d)\W*")


def begins(line: str) -> bool:
    """Whether a document of a collection begins at the line."""
    return BEGUN.match(line) is not None


def plain(text: str) -> tuple[str, hypertext.Heading | None]:
    """The text without its tags and what doesn't belong to the article, line for line, and its headline; others as they are."""
    if "<" not in text or BEGUN.search(text) is None:
        return text, None
    names = {match["name"] for match in TAG.finditer(text) if match["name"]}
    parts = {PARTS.get(name) for name in names}
    if len(names) < FEWEST or parts.isdisjoint({"title", "story"}):
        return text, None
    document = _Document(dated="date" in parts)
    lines = []
    begins: int | None = None
    for index, line in enumerate(text.split("\n")):
        lines.append(document.told(line))
        begins = index if begins is None and document.title else begins
    return "\n".join(lines), (begins, " ".join(" ".join(document.title).split())) if begins is not None else None


class _Document:
    """Which elements are open while the lines are walked."""

    def __init__(self, *, dated: bool) -> None:
        self.title: list[str] = []
        self._open: list[tuple[str, _Part]] = []
        self._begun = False  # whether the innermost element had words
        self._dated = dated

    def told(self, line: str) -> str:
        """What a line says to readers."""
        words, start = [], 0
        for match in TAG.finditer(line):
            words.append(self._said(line[start : match.start()]))
            start = match.end()
            self._turn(match)
        told = "".join([*words, self._said(line[start:])])
        number = None if self._dated else NUMBERED.search(line)
        if number:
            self._dated = True
            return f"Published {_day(number['long'] or number['short'])}"
        return told

    def _turn(self, match: re.Match[str]) -> None:
        name = match["name"]
        if name is None or name in BREAKS:
            return
        if not match["end"]:
            inherited = self._part if self._part not in {"around", "silent"} else "silent"
            self._open.append((name, PARTS.get(name, inherited)))
            self._begun = False
        elif any(one == name for one, _ in self._open):
            while self._open.pop()[0] != name:
                pass

    @property
    def _part(self) -> _Part:
        return self._open[-1][1] if self._open else "around"

    def _said(self, words: str) -> str:
        part, told = self._part, hypertext.meant(words)
        if part == "silent" or not told.strip():
            return "" if part == "silent" else told
        begun, self._begun = self._begun, True
        if part == "title":
            self.title.append(told)
        elif part == "author" and not begun and told.split(None, 1)[0].casefold() != "by":
            return f"By {told.strip()}"
        elif part == "place" and told.rstrip()[-1] not in "-–—:":
            return f"{told.rstrip()} -"
        elif part == "date" and not begun:
            figures = FIGURES.fullmatch(told)
            return f"Published {_day(''.join(filter(None, figures.groups())))}" if figures else f"Published {told.strip()}"
        return told


def _day(figures: str) -> str:
    """`19870324`, `870324` → `1987-03-24`: the collections that write two figures for the year are of the last century."""
    year, month, day = figures[:-4], figures[-4:-2], figures[-2:]
    return f"{year if len(year) > len('87') else '19' + year}-{month}-{day}"
