"""Raw text with the marks of Markdown, as programs that save pages write it: `# Headline`, `**By Hank Tolland**`, `* [Home](/)`."""

import re
from collections import Counter
from collections.abc import Mapping
from itertools import accumulate, islice, pairwise
from types import MappingProxyType

from msgspec import Struct

from sitegen.reader.layout import COLUMNS, GOING_ON, blank
from sitegen.reader.surroundings import PROSE

TOP, FEWEST = 12, 3  # filled lines in which a headline is marked; marks of a text without one
FEWEST_WORDS = 3  # of a headline
LONGEST_HEADING = 300  # characters
HEADING = re.compile(r" {0,3}(?P<order>#{1,6})[ \t]+(?P<words>(?=[^\W_]|[\"“‘'\[(*_!]).*?)(?:[ \t]+#+)?\s*$")
# `# of complaints: none`, `# 3 Marle upsets # 1 Ormsey`: a sign for `number`.
ORDINAL = re.compile(r" {0,3}#[ \t]+(?:(?:of|is)\b|\d+\b.*\s# ?\d)")
# As CommonMark has it, and with a letter between; behind it html2text leaves a space that wasn't there.
EMPHASIS = re.compile(
    r"(?<![^\s(\[\"'“‘—–|])(?P<mark>\*{1,3}|_{1,3})(?=[\w\"'“‘(\[$£€#@])(?=[^*_]{0,2000}[^\W\d_])(?P<words>[^*_]{1,2000}?)(?<=[^\s\\])"
    r"(?P=mark)(?![\w*@/])(?: (?=[,.;:?!]))?"
)
STRONG = re.compile(r"(?<![\w*])(?P<order>\*\*)(?=[^\s*])(?P<words>[^*\n]{1,2000}?)(?<=[^\s*])\*\*(?![\w*])")
LINKED = re.compile(r"\]\(<?(?:https?://|mailto:|[#/])[^\s()]*")  # where a link's words end, for sure
# An address begins as one, has a sign of one, or a title behind it: `[sic](as the lawyers write)` is no link.
LINK = re.compile(
    r"(?<!\\)(?P<image>!?)\[(?P<words>(?:[^\[\]\\]|\\.){0,1000})\]\((?=\)|\s*<?(?:[a-z][a-z+.-]{1,15}:|[/#?.]|[^\s()]{1,300}[/.#?=&]|[^\s()]{1,300}\s+\"))"
    r"(?P<address>(?:[^()\\]|\\.|\((?:[^()\\]|\\.){0,200}\)){0,2000})\)",
    re.DOTALL,
)
LEANING = re.compile(r"(?P<mark>[*_])(?=[^\s*_])[^*_]{1,2000}(?<=\S)(?P=mark)\s*")
# The same around a paragraph of four words or more that is no wire's word to editors, in capitals.
LEANING_WHOLE = re.compile(
    r"^(?P<before>[ \t]*)(?P<mark>\*{1,3}|_{1,3})(?=[\w\"'“‘(][^*_\n]*[a-zß-ÿ])"
    r"(?P<words>[^*_\s]++(?:(?>[ \t]*\n[ \t]*|[ \t]+)[^*_\s]++){3,2000}+(?<=[.!?:…\w)”\"’]))(?P=mark)(?=[ \t]*$)",
    re.MULTILINE,
)
LABELLED = re.compile(
    r"^[ \t]*\[[A-Za-z][A-Za-z '’&,-]{1,28}[:|]\s?[^\[\]]{2,300}\]\(\S+\)\.?[ \t]*$", re.MULTILINE
)  # a reference, addressed
POINT = re.compile(
    r"^[ \t]*[-*+][ \t]+(?=!?\[[^\[\]]{0,400}\]\([^()\n]{0,600}\)[ \t]*$)", re.MULTILINE
)  # an item that is a link
HOME = re.compile(r"\]\((?:/|https?://[^/\s()]+/?)\)")  # a link to the site's front page
NUMBER = re.compile(r"^[ \t]*\d{1,3}[.)][ \t]", re.MULTILINE)
HEAD = re.compile(  # a byline, a date
    r"by[ :]|(?:posted|published|updated)\b|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d|\d{1,2}[./ -](?:\d|[a-z]{3})",
    re.IGNORECASE,
)
BLOCK = re.compile(r"\s*(?:#{1,6} |[-*+] |\d{1,3}[.)] |[|>`~]|[-*_=]{3,}\s*$|(?:[-*_] ){2,})")  # what goes on with nothing
QUOTED = re.compile(r"^ {0,3}> ?(?=\S)")
CODE = re.compile(r"`+[^`]{1,300}`+")
FENCE = re.compile(r" {0,3}(?:```|~~~)[\w+-]{0,20}\s*")
ESCAPED = re.compile(r"(?<![:\\])\\([\\`*_{}\[\]()#+.!|>~-])")
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
        return _without_leaning(text)
    lines = text.split("\n")
    code = _code(lines) if "```" in text or "~~~" in text else frozenset()
    headings = [index for index, line in enumerate(lines) if index not in code and _heading(line)]
    marks = len(LINKED.findall(text)) + len(STRONG.findall(text))
    # Some agencies mark what stands below the story so; and where only the headline is marked, other signs are the text's own.
    many = marks > 0 and marks + len(headings) >= FEWEST
    if not many and not _is_headed(lines):
        return _without_leaning(text)
    unlinked = _unlinked(POINT.sub("", text)).split("\n")
    bare = [lines[index] if index in code else _bare(line, within=many) for index, line in enumerate(unlinked)]
    going_on = _going_on(lines)
    first = [index for index in headings if lines[index].lstrip()[:2] == "# " and not HOME.search(lines[index])]
    found = tuple([(index, _whole(bare, index, going_on)) for index in first])
    stressed = frozenset([n for n, line in enumerate(lines) if line[:1] in {"*", "_"} and LEANING.fullmatch(line)])
    return Plain("\n".join(bare), found, going_on, frozenset(headings), _linked(text, bare), _pictures(text, bare), stressed)


def _without_leaning(text: str) -> Plain:
    """A text that isn't marked but for paragraphs in leaning letters, as notes and pointers are set: `_Hal Brand covers …_`."""
    may = "_\n" in text or "*\n" in text or text[-1:] in {"_", "*"}
    return Plain(LEANING_WHOLE.sub(r"\g<before>\g<words>", text) if may else text)


def addresses(line: str) -> list[str]:
    """Where a line's links lead on the web, pictures left out."""
    found = [
        match["address"].split(None, 1)[0].strip("<>")
        for match in LINK.finditer(line)
        if not match["image"] and match["address"]
    ]
    return [ESCAPED.sub(r"\1", one) for one in found if one.startswith(("http://", "https://"))]


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
            words = match["words"]
            shouted = match["order"] == "**" and (words.isupper() or ":" in words)  # `**EDITORS: …**`
            return words.count(" ") + 1 >= FEWEST_WORDS and words[-1] != "." and not shouted
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
    if words.isdecimal() and match.string[match.start() - 1 : match.start()].isalnum():
        words = f"[{words}]"  # a note's number
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


def _bare(line: str, *, within: bool) -> str:
    """A line without its other marks; `within`: those of some of its words too."""
    if match := _heading(line):
        line = match["words"]
    elif line.lstrip()[:1] == ">":
        line = QUOTED.sub("", line, count=1)
    if not within:
        match = EMPHASIS.fullmatch(line.strip())
        return match["words"] if match else line
    if "`" not in line:
        return _unstressed(line)
    parts, start = [], 0
    for match in CODE.finditer(line):
        parts += [_unstressed(line[start : match.start()]), match[0]]
        start = match.end()
    return "".join([*parts, _unstressed(line[start:])])


def _unstressed(words: str) -> str:
    if "*" in words or "_" in words:
        words = EMPHASIS.sub(r"\g<words>", words)
        words = "" if words.strip() in {"*", "-", "+"} else words
    return ESCAPED.sub(r"\1", words) if "\\" in words else words


def _code(lines: list[str]) -> frozenset[int]:
    """The lines of a program's code between fences."""
    fences = [index for index, line in enumerate(lines) if FENCE.fullmatch(line)]
    return frozenset([index for start, end in zip(fences[::2], fences[1::2], strict=False) for index in range(start, end + 1)])


def _going_on(lines: list[str]) -> frozenset[int]:
    """The lines that go on with those before them, where a program broke paragraphs at a column, marks and addresses counted."""
    room: dict[int, tuple[int, int]] = {}  # for each line that follows another: that one's size, and with its first word
    for index, (before, line) in enumerate(pairwise(lines), 1):
        if not (blank(before) or blank(line) or before.endswith(HARD) or BLOCK.match(line) or _is_apart(before, line)):
            room[index] = (len(before), len(before) + len(line.split(None, 1)[0]))
    turns = Counter(size for size, _ in room.values())
    turns.subtract(Counter(more + 1 for _, more in room.values()))
    agreeing = [*accumulate(turns[width] for width in range(WIDEST + 1))]  # how many lines agree with each column
    column = max(range(NARROWEST, WIDEST + 1), key=agreeing.__getitem__)
    full = [index for index, (_, more) in room.items() if more >= column]
    small = sum([lines[index].lstrip("*_[(\"'“‘ ")[:1].islower() for index in full])
    broken = agreeing[column] >= max(FEWEST_FULL, FULL_SHARE * len(room)) and small >= GOING_ON * len(full)
    return frozenset(full) if broken else frozenset()


def _is_apart(before: str, line: str) -> bool:
    """Whether a line surely begins anew: a table's, or a byline or a date below a heading."""
    columns = ("  " in line or "\t" in line) and COLUMNS.search(line.strip()) is not None
    return columns or (_heading(before) is not None and HEAD.match(line.lstrip("*_[")) is not None)
