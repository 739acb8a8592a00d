"""Raw text without what carried it here and what set it elsewhere: mail's quoting, programs' escapes, numbers of links, HTML, Markdown."""

import html
import re
from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from sitegen.model import Line, Record
from sitegen.reader import carriers, corpora, dumped, hypertext, marked
from sitegen.reader.layout import blank
from sitegen.reader.rows import Row
from sitegen.reader.sheet import UNMARKED, Marked
from sitegen.reader.surroundings import PROSE
from sitegen.reader.trades import PAPERS
from sitegen.reader.words import phrases

ADDRESS = re.compile(
    r"<a\s(?:[^<>]{0,1000}?\s)?href=(?:\"(https?://[^\"<>\s]+)|'(https?://[^'<>\s]+)|(https?://[^\"'<>\s]+))", re.IGNORECASE
)
# Where sites keep what they say of who writes for them.
OF_AUTHOR = re.compile(
    r"(?:\]\(|\bhref=[\"']?)[^\s()\"'<>]{0,300}/(?:authors?|by|byline|people|persons?|staff|profiles?|contributors?|reporters?|columnists?"
    r"|journalists?|writers?|bios?)/[^\s()\"'<>/]",
    re.IGNORECASE,
)
FEWEST_LINKS = 5  # lines above the headline of a page with menus
# And what they file under a tag.
OF_TAG = re.compile(r"(?:\]\(|\bhref=[\"']?)[^\s()\"'<>]{0,300}/(?:tags?|topics?|keywords?)/[^\s()\"'<>/]", re.IGNORECASE)
MOST_ABOVE = 0.34  # of the paragraphs below a headline, of which as many may stand above it: teasers, a lede
CLOSING, STOPS = " \"'”’)]", frozenset(".!?…")
FEWEST_WORDS, MANY_WORDS = 2, 5  # of a headline; one that stands alone as a heading, and one among several headings
NEAR = 3  # lines from a picture to its caption
NO_LINKS: Mapping[int, str] = MappingProxyType({})


class Bare(Struct, frozen=True, gc=False):
    """A text's lines. Each is the file's line of the same number, so that a record says where its parts stand."""

    lines: list[str]
    headline: hypertext.Heading | None = None  # where a mark alone of its kind says so
    emptied: tuple[int, ...] = ()  # 0-based: lines that had nothing but marks
    links: Mapping[int, str] = NO_LINKS  # the address of the only link that a line had
    going_on: frozenset[int] = frozenset()  # 0-based: lines that surely go on with those before them
    headed: frozenset[int] = frozenset()  # 0-based: headings
    linked: frozenset[int] = frozenset()  # 0-based: lines that were links and nothing else
    signed: frozenset[int] = frozenset()  # 0-based: links that lead to somebody's page as an author
    pictures: Mapping[int, str] = NO_LINKS  # 0-based: lines that were pictures, with the words that stood for them
    stressed: frozenset[int] = frozenset()  # 0-based: lines all in leaning letters, captions of figures
    filed: frozenset[int] = frozenset()  # 0-based: links, alone on their lines, that lead to the page of a tag

    def marked(self, rows: list[Row], first_line: int) -> Marked:
        """The same of a text's rows; `first_line` is the text's first in its file."""
        if self.headline is None and not (self.headed or self.linked or self.pictures):
            return UNMARKED
        begins = next((row.place for row in rows if self.headline and row.first - first_line == self.headline[0]), None)
        headed = frozenset([row.place for row in rows if row.first - first_line in self.headed])
        linked = [row.place for row in rows if self.linked.issuperset(range(row.first - first_line, row.last - first_line + 1))]
        starts = {row.first - first_line: row.place for row in rows}
        near = {n: next((starts[m] for m in range(n + 1, n + 1 + NEAR) if m in starts), None) for n in self.pictures}
        pictured = {place: self.pictures[n] for n, place in near.items() if place is not None and place not in headed}
        stressed = frozenset([starts[n] for n in self.stressed if n in starts])
        signed = frozenset([starts[n] for n in self.signed if n in starts])
        filed = frozenset([starts[n] for n in self.filed if n in starts])
        return Marked(begins, headed, frozenset(linked), signed, pictured, stressed, filed)


def bare(text: str) -> Bare:
    """A text's lines without such marks; as they are where the text may tell of them."""
    article, title = corpora.plain(carriers.plain(text))
    dump = dumped.plain(article)
    untagged, headings = hypertext.plain(dump.text)
    unmarked = marked.plain(carriers.in_cells(untagged))
    told = unmarked.text
    source = text.split("\n")
    if told is text or not told or told.isspace():
        return Bare(source)
    lines = told.split("\n")
    links = {n: _addresses(line) for n, line in enumerate(source) if "://" in line}
    tagged = [(n, line) for n, line in enumerate(source) if "<" in line]
    linked = unmarked.linked.union(dump.linked, [n for n, line in tagged if hypertext.is_linked(line)])
    headed = unmarked.headed.union([n for n, line in tagged if hypertext.is_heading(line)])
    captions = [n for n, line in tagged if hypertext.is_caption(line)]
    pictures = {n: alt for n, line in tagged if blank(lines[n]) and (alt := hypertext.picture(line)) is not None}
    return Bare(
        lines,
        title or _headline([*headings, *unmarked.headings], _paragraphs(lines, unmarked.going_on), linked),
        tuple([n for n, line in enumerate(lines) if blank(line) and not blank(source[n])]),
        {**{n: one[0] for n, one in links.items() if len(one) == 1}, **dump.links},
        unmarked.going_on,
        headed,
        linked,
        frozenset([n for n, line in enumerate(source) if "/" in line and lines[n] and OF_AUTHOR.search(line)]),
        {**unmarked.pictures, **pictures, **{n - 1: "" for n in captions}},
        unmarked.stressed.union(captions),
        frozenset([n for n in linked if len(OF_TAG.findall(source[n])) == 1]),
    )


def _headline(headings: list[hypertext.Heading], lines: list[str], linked: frozenset[int]) -> hypertext.Heading | None:
    """The heading of the first order that is the headline: the only one, or the only one of many words, where others name parts of the page.

    None is, if anything is told above it (much, on a page with menus), or if it names a newspaper or a section.
    """
    for fewest in (FEWEST_WORDS, MANY_WORDS):
        found = {" ".join(words.split()): (index, words) for index, words in reversed(headings) if _count(words) >= fewest}
        if len(found) == 1:
            ((index, words),) = found.values()
            return (index, words) if _begins(index, words, lines, linked) else None
    return None


def _addresses(line: str) -> list[str]:
    """Where a line's links lead on the web."""
    return [html.unescape("".join(one)) for one in ADDRESS.findall(line)] or marked.addresses(line)


def _paragraphs(lines: list[str], going_on: frozenset[int]) -> list[str]:
    """The lines with those that go on with them; nothing where these stood."""
    parts = [[line] for line in lines]
    first = 0
    for index, line in enumerate(lines):
        if index in going_on:
            parts[first].append(line)
            parts[index] = []
        else:
            first = index
    return [" ".join(one) for one in parts]


def _begins(index: int, words: str, lines: list[str], linked: frozenset[int]) -> bool:
    told = [_count(line) >= PROSE and line.rstrip(CLOSING)[-1:] in STOPS for line in lines]
    name = words.casefold().split()
    named = (len(name) < MANY_WORDS and name[-1] in PAPERS) or " ".join(name) in phrases().sections
    paged = sum([n < index for n in linked]) >= FEWEST_LINKS
    above, below = sum(told[:index]), sum(told[index:])
    return not named and (not above or (paged and above <= MOST_ABOVE * below))


def _count(words: str) -> int:
    return len(words.split())


def marked_again(record: Record, told: Bare, first_line: int) -> Record:
    """The record with the lines that had nothing but marks, and with the addresses of references that were links."""
    references = list(record.references)
    for block in record.blocks if told.links else ():
        if block.kind == "reference" and references[block.reference].url is None:
            references[block.reference] = replace(references[block.reference], url=told.links.get(block.line - first_line))
    emptied = [Line(first_line + n, "furniture", "mark-alone") for n in told.emptied]
    return replace(
        record, references=tuple(references), lines=tuple(sorted([*record.lines, *emptied], key=lambda line: line.n))
    )
