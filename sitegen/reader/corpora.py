"""Texts of researchers' collections, set in SGML: `<DOC>`, `<HEADLINE>`, `<TEXT>`, as the Linguistic Data Consortium, TREC and Reuters did."""

import re
from collections import Counter
from typing import Literal

from sitegen.reader import hypertext
from sitegen.reader.layout import blank

_Part = Literal["title", "author", "date", "place", "story", "around", "silent"]

BEGUN = re.compile(r"^[ \t]*<(DOC|DOCUMENT|REUTERS|STORY|ARTICLE)(?:\s[^<>\n]{0,300})?>", re.MULTILINE)
TAG = re.compile(
    r"<(?P<end>/?)(?P<name>[A-Z][A-Z0-9_.-]{0,24})(?:\s[^<>]{0,300})?>|&#[23];"
)  # Reuters' signs for start and end of text
_NAMES: dict[_Part, tuple[str, ...]] = {
    "title": ("HEADLINE", "HEAD", "HL", "HL1", "TITLE", "TTL", "HEDLINE", "HED"),
    "author": ("BYLINE", "AUTHOR", "AUTHORS", "AU", "BY"),
    "date": ("DATE", "DATE1", "DD", "PUBDATE", "DATE_TIME", "DATETIME", "PD"),
    "place": ("DATELINE",),
    "story": ("TEXT", "BODY", "LP", "LEADPARA", "TP", "SUBHEAD"),
    # What belongs to the collection, or to its makers' work.
    "silent": (
        *("DOCNO", "DOCID", "DOCTYPE", "FILEID", "FIRST", "SECOND", "UNKNOWN", "MKNOTE", "TOPICS", "PLACES", "PEOPLE", "ORGS"),
        *(
            "EXCHANGES",
            "COMPANIES",
            "SO",
            "IN",
            "CO",
            "GV",
            "RE",
            "MS",
            "NS",
            "SECTION",
            "LENGTH",
            "TYPE",
            "SUBJECT",
            "GRAPHIC",
        ),
        *(
            "CORRECTION-DATE",
            "COPYRGHT",
            "DESCRIPT",
            "EDITION",
            "PAGE",
            "PUB",
            "PUBLICATION",
            "SOURCE",
            "SLUG",
            "KEYWORD",
            "KEYWORDS",
        ),
        *(
            "TRAILER",
            "PREAMBLE",
            "CODER",
            "PROFILE",
            "PARENT",
            "FIG",
            "NOTE",
            "ACCESS",
            "HEADER",
            "ID",
            "URL",
            "LANGUAGE",
            "CLASSIFIER",
        ),
    ),
}
PARTS: dict[str, _Part] = {name: part for part, names in _NAMES.items() for name in names}
BREAKS = frozenset({"P", "BR", "HR"})  # they end with no tag of their own
FEWEST = 3  # different names that are closed, of which one is a headline's or the story's
# The day in a document's number: `AFP_ENG_19940512.0003`, `AP880212-0001`, `WSJ870324-0001`.
NUMBERED = re.compile(r"\b[A-Z]{2,4}(?:_[A-Z]{3}_(?P<long>(?:19|20)\d{6})\.\d|(?P<short>[6-9]\d[01]\d[0-3]\d)-\d)")
FIGURES = re.compile(r"\W*(\d\d)?(\d\d)(\d\d)(\d\d)\W*")


def starts(lines: list[str]) -> tuple[int, ...]:
    """The lines (0-based) at which documents begin; what begins within one is a part of it."""
    found: list[int] = []
    end = None
    for index, line in enumerate(lines):
        if end is not None:
            end = None if end in line else end
        elif line.lstrip(" \t")[:1] == "<" and (match := BEGUN.match(line)):
            found.append(index)
            end = f"</{match[1]}>"
    return tuple(found)


def plain(text: str) -> tuple[str, hypertext.Heading | None]:
    """The text without its tags and what doesn't belong to the article, line for line, and its headline; others as they are."""
    if "</" not in text or BEGUN.search(text) is None:
        return text, None
    names = {match["name"] for match in TAG.finditer(text) if match["end"]}
    parts = {PARTS.get(name) for name in names}
    if len(names) < FEWEST or parts.isdisjoint({"title", "story"}) or "HTML" in names:
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
        self._count = Counter[str]()
        self._begun = False  # whether the innermost element had words
        self._told = False  # whether the line had, so far
        self._dated = dated

    def told(self, line: str) -> str:
        """What a line says to readers."""
        words: list[str] = []
        start = 0
        for match in TAG.finditer(line):
            words.append(self._said(line[start : match.start()]))
            self._told = self._told or not blank(words[-1])
            start = match.end()
            self._turn(match)
        self._told = False
        told = "".join([*words, self._said(line[start:])])
        number = NUMBERED.search(line) if not self._dated and blank(told) else None
        if number:
            self._dated = True
            return f"Published {_day(number['long'] or number['short'])}"
        return told

    def _turn(self, match: re.Match[str]) -> None:
        name = match["name"]
        if name is None or name in BREAKS:
            return
        if not match["end"]:
            within = self._part == "silent" or (self._part in {"title", "story"} and self._told)  # in the middle of a sentence
            self._open.append((name, self._part if within else PARTS.get(name, self._part)))
            self._count[name] += 1
            self._begun = False
        elif self._count[name]:
            closed = ""
            while closed != name:
                closed = self._open.pop()[0]
                self._count[closed] -= 1

    @property
    def _part(self) -> _Part:
        return self._open[-1][1] if self._open else "around"

    def _said(self, words: str) -> str:
        part, told = self._part, hypertext.meant(words)
        if part == "silent" or blank(told):
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
