"""Raw text without what carried it here and what set it elsewhere: mail's quoting, programs' escapes, HTML, the marks of Markdown."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from sitegen.model import Line, Record
from sitegen.reader import carriers, corpora, hypertext, marked
from sitegen.reader.layout import blank

ADDRESS = re.compile(r"<a\s[^<>]*?href=[\"']?(https?://[^\"'<>\s]+)|\]\(<?(https?://[^()\s<>]+)", re.IGNORECASE)
NO_LINKS: Mapping[int, str] = MappingProxyType({})


class Bare(Struct, frozen=True, gc=False):
    """A text's lines. Each is the file's line of the same number, so that a record says where its parts stand."""

    lines: list[str]
    headline: str | None = None  # where a mark alone of its kind says so
    emptied: tuple[int, ...] = ()  # 0-based: lines that had nothing but marks
    links: Mapping[int, str] = NO_LINKS  # the address of the only link that a line had


def bare(text: str) -> Bare:
    """A text's lines without such marks; as they are where the text may tell of them."""
    article, title = corpora.plain(carriers.plain(text))
    untagged, headline = hypertext.plain(article)
    told, heading = marked.plain(untagged)
    source = text.split("\n")
    if told is text or not told or told.isspace():
        return Bare(source)
    lines = told.split("\n")
    emptied = tuple([n for n, line in enumerate(lines) if blank(line) and not blank(source[n])])
    found = {n: [*map("".join, ADDRESS.findall(line))] for n, line in enumerate(source) if "://" in line}
    return Bare(lines, title or headline or heading, emptied, {n: links[0] for n, links in found.items() if len(links) == 1})


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
