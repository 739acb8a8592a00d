"""Raw text with the marks of Markdown, as programs that save pages write it: `# Headline`, `**By Hank Tolland**`, `* [Home](/)`."""

import re
from itertools import islice

from sitegen.reader.layout import blank
from sitegen.reader.surroundings import PROSE

TOP, FEWEST = 12, 3  # filled lines in which a headline is marked; marks of a text without one
FEWEST_WORDS = 3  # of a headline
LONGEST_HEADING = 300  # characters
HEADING = re.compile(r" {0,3}(?P<order>#{1,6})[ \t]+(?P<words>(?=[^\W_]|[\"“‘'\[(*_]).*?)(?:[ \t]+#+)?\s*$")
ORDINAL = re.compile(r" {0,3}#[ \t]+(?:of|is)\b")  # `# of complaints: none`: a sign for `number`
EMPHASIS = re.compile(r"(?<![\w\\])(?P<mark>\*{1,3}|_{1,3})(?=[^\s*_])(?P<words>[^*_]{1,2000}?)(?<=[^\s\\])(?P=mark)(?!\w)")
STRONG = re.compile(r"(?<![\w*])(?P<order>\*\*)(?=[^\s*])(?P<words>[^*\n]{1,2000}?)(?<=[^\s*])\*\*(?![\w*])")
ADDRESS = r"\(<?(?:https?://|mailto:|[#/])(?:[^()\s]|\([^()\s]{0,200}\)){0,2000}>?(?:[ \t]+\"[^\"]{0,300}\")?\)"
LINK = re.compile(rf"(?<!\\)(?P<image>!?)\[(?P<words>[^\[\]]{{0,1000}})\]{ADDRESS}")
LABELLED = re.compile(r"\[[A-Za-z][A-Za-z '’&,-]{1,28}[:|] ?[^\[\]]+\]\(\S+\)\.?")  # a reference, with its address
POINT = re.compile(r"\s*[-*+][ \t]+(?=!?\[|#)")
QUOTED = re.compile(r" {0,3}> ?(?=\S)")
ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!|>~-])")


def plain(text: str) -> tuple[str, str | None]:
    """The text without its marks, line for line, and the headline where a single heading is of the first order."""
    if "](" not in text and "**" not in text and "# " not in text:
        return text, None
    lines = text.split("\n")
    orders = [match["order"] for line in lines if (match := _heading(line))]
    links, strong = len(LINK.findall(text)), len(STRONG.findall(text))
    headed = _is_headed(lines)  # some agencies mark what stands below the story so
    if not headed and (not links + strong or links + strong + len(orders) < FEWEST):
        return text, None
    bare = [_bare(line) for line in lines]
    first = [told for line, told in zip(lines, bare, strict=True) if (match := _heading(line)) and match["order"] == "#"]
    return "\n".join(bare), first[0] if len({*first}) == 1 else None


def _heading(line: str) -> re.Match[str] | None:
    if "# " not in line or len(line) > LONGEST_HEADING or ORDINAL.match(line):
        return None
    return HEADING.match(line)


def _is_headed(lines: list[str]) -> bool:
    """Whether a heading of the first order, or a line in bold letters, stands over the story."""
    for line in islice((line for line in lines if not blank(line)), TOP):
        match = _heading(line) or STRONG.fullmatch(line.strip())
        if match and match["order"] in {"#", "**"}:
            return match["words"].count(" ") + 1 >= FEWEST_WORDS and match["words"][-1] != "."
        if len(line.split()) >= PROSE:
            break
    return False


def _bare(line: str) -> str:
    """A line without its marks. A picture alone and a reference in brackets stay as they are."""
    if LABELLED.fullmatch(line.strip()):
        return line
    if match := _heading(line):
        line = match["words"]
    elif line.lstrip()[:1] in {"*", "-", "+", ">"}:
        line = QUOTED.sub("", POINT.sub("", line))
    if "](" in line:
        line = _unlinked(line)
    if "*" in line or "_" in line:
        line = EMPHASIS.sub(r"\g<words>", line)
    return ESCAPED.sub(r"\1", line) if "\\" in line else line


def _unlinked(line: str) -> str:
    """A line's links as their words, without pictures; of a line that has nothing else, the first picture's mark."""
    pictures = [match[0] for match in LINK.finditer(line) if match["image"]]
    told = LINK.sub(_words, LINK.sub(_words, line) if pictures else line)  # a picture may lead somewhere
    return pictures[0] if pictures and blank(told) else told


def _words(match: re.Match[str]) -> str:
    return "" if match["image"] else match["words"]
