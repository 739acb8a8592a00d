"""Raw text with the marks of Markdown, as programs that save pages write it: `# Headline`, `**By Hank Tolland**`, `* [Home](/)`."""

import re
from collections import Counter
from collections.abc import Mapping
from itertools import accumulate, islice, pairwise
from types import MappingProxyType

from msgspec import Struct

from sitegen.reader.layout import blank
from sitegen.reader.surroundings import PROSE

TOP, FEWEST = 12, 3  # filled lines in which a headline is marked; marks of a text without one
FEWEST_WORDS = 3  # of a headline
LONGEST_HEADING = 300  # characters
HEADING = re.compile(r" {0,3}(?P<order>#{1,6})[ \t]+(?P<words>(?=[^\W_]|[\"“‘'\[(*_!]).*?)(?:[ \t]+#+)?\s*$")
ORDINAL = re.compile(r" {0,3}#[ \t]+(?:of|is)\b")  # `# of complaints: none`: a sign for `number`
EMPHASIS = re.compile(
    r"(?<![\w\\])(?P<mark>\*{1,3}|_{1,3})(?=[^\s*_])(?P<words>[^*_]{1,2000}?)(?<=[^\s\\])(?P=mark)(?!\w)(?: (?=[,.;:?!]))?"
)
STRONG = re.compile(r"(?<![\w*])(?P<order>\*\*)(?=[^\s*])(?P<words>[^*\n]{1,2000}?)(?<=[^\s*])\*\*(?![\w*])")
LINKED = re.compile(r"\]\(<?(?:https?://|mailto:|[#/])[^\s()]*")  # where a link's words end, for sure
LINK = re.compile(
    r"(?<!\\)(?P<image>!?)\[(?P<words>(?:[^\[\]\\]|\\.){0,1000})\]\((?:[^()\\]|\\.|\((?:[^()\\]|\\.){0,200}\)){0,2000}\)",
    re.DOTALL,
)
LEANING = re.compile(r"(?P<mark>[*_])(?=[^\s*_])[^*_]{1,2000}(?<=\S)(?P=mark)\s*")
LABELLED = re.compile(
    r"^[ \t]*\[[A-Za-z][A-Za-z '’&,-]{1,28}[:|]\s?[^\[\]]{2,300}\]\(\S+\)\.?[ \t]*$", re.MULTILINE
)  # a reference, addressed
POINT = re.compile(
    r"^[ \t]*[-*+][ \t]+(?=!?\[[^\[\]]{0,400}\]\([^()\n]{0,600}\)[ \t]*$)", re.MULTILINE
)  # an item that is a link
HOME = re.compile(r"\]\((?:/|https?://[^/\s()]+/?)\)")  # a link to the site's front page
NUMBER = re.compile(r"^[ \t]*\d{1,3}[.)][ \t]", re.MULTILINE)
BLOCK = re.compile(r"\s*(?:#{1,6} |[-*+] |\d{1,3}[.)] |[|>`~]|[-*_=]{3,}\s*$|(?:[-*_] ){2,})")  # what goes on with nothing
QUOTED = re.compile(r" {0,3}> ?(?=\S)")
ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!|>~-])")
MENUS, MENUS_SHARE = 12, 0.25  # lines of a whole page that are links; their share
SIGNS = ("](", "**", "# ")  # one is in each text that is marked
HARD = ("  ", "\\")  # at the end of a line that is to be broken
NARROWEST, WIDEST, FEWEST_FULL = 60, 100, 3  # characters of the longest line that was broken; lines that were
FULL_SHARE = 0.5  # of the lines that others follow are full: the next one's first word didn't fit


NO_PICTURES: Mapping[int, str] = MappingProxyType({})


class Plain(Struct, frozen=True, gc=False):
    """A text without its marks, line for line."""

    text: str
    headings: tuple[tuple[int, str], ...] = ()  # those of the first order: their lines (0-based) and words
    going_on: frozenset[int] = frozenset()  # 0-based: lines of a paragraph that was broken at a column
    headed: frozenset[int] = frozenset()  # 0-based: headings
    linked: frozenset[int] = frozenset()  # 0-based: lines that are links and nothing else
    pictures: Mapping[int, str] = NO_PICTURES  # the last lines (0-based) of pictures alone, with the words that stand for them
    stressed: frozenset[int] = frozenset()  # 0-based: lines that are all in leaning letters


def plain(text: str) -> Plain:
    """The text without its marks; as it is where it isn't marked so."""
    if not any([sign[0] in text and sign in text for sign in SIGNS]):  # noqa: C419 - faster; and one letter is looked for far faster
        return Plain(text)
    lines = text.split("\n")
    headings = [index for index, line in enumerate(lines) if _heading(line)]
    marks = len(LINKED.findall(text)) + len(STRONG.findall(text))
    headed = _is_headed(lines)  # some agencies mark what stands below the story so
    if not headed and (not marks or marks + len(headings) < FEWEST):
        return Plain(text)
    bare = [_bare(line) for line in _unlinked(POINT.sub("", text)).split("\n")]
    going_on = _going_on(lines)
    first = [index for index in headings if lines[index].lstrip()[:2] == "# " and not HOME.search(lines[index])]
    found = tuple([(index, _whole(bare, index, going_on)) for index in first])
    stressed = frozenset([n for n, line in enumerate(lines) if line[:1] in {"*", "_"} and LEANING.fullmatch(line)])
    return Plain("\n".join(bare), found, going_on, frozenset(headings), _linked(text, bare), _pictures(text, bare), stressed)


def is_saved_page(text: str) -> bool:
    """Whether a program saved a whole page: a good part of its lines are links and nothing else."""
    told = plain(text)
    filled = sum([not blank(line) for line in told.text.split("\n")])
    return len(told.linked) >= max(MENUS, MENUS_SHARE * filled)


def _heading(line: str) -> re.Match[str] | None:
    if "# " not in line or len(line) > LONGEST_HEADING or ORDINAL.match(line):
        return None
    return HEADING.match(line)


def _whole(lines: list[str], index: int, going_on: frozenset[int]) -> str:
    """A heading with the lines that go on with it."""
    end = index + 1
    while end in going_on:
        end += 1
    return " ".join(" ".join(lines[index:end]).split())


def _is_headed(lines: list[str]) -> bool:
    """Whether a heading of the first order, or a line in bold letters, stands over the story."""
    for line in islice((line for line in lines if not blank(line)), TOP):
        match = _heading(line) or STRONG.fullmatch(line.strip())
        if match and match["order"] in {"#", "**"}:
            return match["words"].count(" ") + 1 >= FEWEST_WORDS and match["words"][-1] != "."
        if len(line.split()) >= PROSE:
            break
    return False


def _unlinked(text: str) -> str:
    """The text with links as their words and without pictures, which may lead somewhere; references in brackets stay."""
    pieces, start = [], 0
    for match in LABELLED.finditer(text):
        pieces += [LINK.sub(_words, LINK.sub(_words, text[start : match.start()])), match[0]]
        start = match.end()
    return "".join([*pieces, LINK.sub(_words, LINK.sub(_words, text[start:]))])


def _words(match: re.Match[str]) -> str:
    """A link's words, on as many lines."""
    words = "" if match["image"] else match["words"].strip(" \t")
    following = match.string[match.end() : match.end() + 1]
    apart = " " if words and (following == "[" or following.isupper() or following.isdecimal()) else ""
    ends = "\n" * (match[0].count("\n") - words.count("\n"))
    # Where other words stand before it, it goes with what follows.
    before = match.string[match.string.rfind("\n", 0, match.start()) + 1 : match.start()] if ends and "\n" not in words else ""
    return ends + words + apart if any(map(str.isalnum, before)) else words + apart + ends


def _pictures(text: str, bare: list[str]) -> dict[int, str]:
    found: dict[int, str] = {}
    line = start = 0
    for match in LINK.finditer(text) if "![" in text else ():
        if match["image"]:
            line, start = line + text.count("\n", start, match.end()), match.end()
            if blank(bare[line]):
                found[line] = " ".join(match["words"].split())
    return found


def _linked(text: str, bare: list[str]) -> frozenset[int]:
    """The lines that have nothing but links."""
    without = NUMBER.sub("", LINK.sub(_ends, LINK.sub(_ends, LABELLED.sub(_kept, text)))).split("\n")
    return frozenset(
        [n for n, (rest, told) in enumerate(zip(without, bare, strict=True)) if told and not any(map(str.isalnum, rest))]
    )


def _kept(match: re.Match[str]) -> str:
    return "x" + _ends(match)


def _ends(match: re.Match[str]) -> str:
    return "\n" * match[0].count("\n")


def _bare(line: str) -> str:
    """A line without its other marks."""
    if match := _heading(line):
        line = match["words"]
    elif line.lstrip()[:1] == ">":
        line = QUOTED.sub("", line)
    if "*" in line or "_" in line:
        line = EMPHASIS.sub(r"\g<words>", line)
        line = "" if line.strip() in {"*", "-", "+"} else line
    return ESCAPED.sub(r"\1", line) if "\\" in line else line


def _going_on(lines: list[str]) -> frozenset[int]:
    """The lines that go on with those before them, where a program broke paragraphs at a column, marks and addresses counted."""
    room: dict[int, tuple[int, int]] = {}  # for each line that follows another: that one's size, and with its first word
    for index, (before, line) in enumerate(pairwise(lines), 1):
        if not (blank(before) or blank(line) or before.endswith(HARD) or BLOCK.match(line)):
            room[index] = (len(before), len(before) + len(line.split(None, 1)[0]))
    turns = Counter(size for size, _ in room.values())
    turns.subtract(Counter(more + 1 for _, more in room.values()))
    agreeing = [*accumulate(turns[width] for width in range(WIDEST + 1))]  # how many lines agree with each column
    column = max(range(NARROWEST, WIDEST + 1), key=agreeing.__getitem__)
    full = [index for index, (_, more) in room.items() if more >= column]
    return frozenset(full) if agreeing[column] >= max(FEWEST_FULL, FULL_SHARE * len(room)) else frozenset()
