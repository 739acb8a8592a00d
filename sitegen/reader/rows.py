"""The lines of a text and what every rule wants to know of them, computed once."""

import re
from typing import NamedTuple

TYPESET = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\f\v\x85"
# White space that typesetters use, and characters that nobody sees.
SPACES = {
    **dict.fromkeys(map(ord, TYPESET), " "),
    **dict.fromkeys(map(ord, "\ufeff\u200b\u200c\u200d\u200e\u200f\u2060\u00ad\u2028\u2029"), None),
}  # fmt: skip
QUOTES = str.maketrans("‘’‚‛′“”„‟″–—―‒−‐‑", "'''''\"\"\"\"\"-------")
CLOSING = "\"'”’»)]*_ "
SHORT = 200  # a longer line is told by its beginning and its end
WRAP_NARROWEST, WRAP_WIDEST = 34, 100  # columns at which people let lines break
FULL_SHARE = 0.7
HEAD_GROUP = 6  # a first group of so many lines is a paragraph
TAB_WIDTH = 8
VERSE_INDENT = 4  # as typewriters set verse in
_LEADING = re.compile(r"[ \t\u00a0]*")
_COLUMNS = re.compile(r"\S\s{3,}\S|\t\S|[^\s.!?:\"”’')]\s{2}\S[^\n]{0,80}?[^\s.!?]\s{2}\S")


class Row(NamedTuple):
    """A line, or the lines of one hard-wrapped paragraph, and its features."""

    place: int  # 0-based among the rows
    first: int  # file lines, 1-based
    last: int
    raw: str
    text: str  # white space made plain, ends trimmed
    key: str  # casefolded, quotes and dashes plain; the first 200 characters only
    opening: str  # the first word of the key, without signs
    words: int  # at most 100, for the longest lines an estimate
    gap: int  # blank lines before and after
    after: int
    stop: bool  # ends as a sentence does
    caps: bool  # no small letter
    titled: float  # the share of words that begin with a capital
    indent: int
    columns: bool  # spaces inside hold columns apart


class _Piece(NamedTuple):
    first: int
    last: int
    raw: str
    gap: int


def rows_of(lines: list[str], first_line: int) -> list[Row]:
    """The rows of a text's lines; hard-wrapped paragraphs become one row each."""
    pieces = _pieces(lines, first_line)
    pieces = _unwrapped(pieces)
    gaps = [*(piece.gap for piece in pieces[1:]), 1][: len(pieces)]
    return [_row(place, piece, after) for place, (piece, after) in enumerate(zip(pieces, gaps, strict=True))]


def blank(line: str) -> bool:
    """Whether nothing but white space and byte order marks stands on the line."""
    return not line or line.isspace() or ("\ufeff" in line and not line.replace("\ufeff", "").strip())


def clean(line: str) -> str:
    """The line with plain white space and nothing invisible, ends trimmed."""
    return line.strip() if line.isascii() and "\t" not in line else line.translate(SPACES).strip()


def _pieces(lines: list[str], first_line: int) -> list[_Piece]:
    pieces, gap = [], 1
    for number, line in enumerate(lines, first_line):
        if blank(line):
            gap += 1
        else:
            pieces.append(_Piece(number, number, line, gap))
            gap = 0
    return pieces


def _unwrapped(pieces: list[_Piece]) -> list[_Piece]:
    """Lines of one paragraph joined, where the text's layout shows that lines were broken at a column."""
    pairs = [index for index in range(1, len(pieces)) if pieces[index].gap == 0]
    if len(pairs) < 3:  # noqa: PLR2004 - a pair or two show no habit
        return pieces
    widths = sorted(len(pieces[index - 1].raw.rstrip()) for index in pairs)
    column = widths[-1]
    if not widths[len(widths) // 2] >= WRAP_NARROWEST or column > WRAP_WIDEST:
        return pieces
    full = {index for index in pairs if _is_full(pieces[index - 1].raw, pieces[index].raw, column)}
    full -= _head_breaks(pieces)
    return _joined(pieces, full) if len(full) >= FULL_SHARE * sum(_prose(pieces[index]) for index in pairs) and full else pieces


def _head_breaks(pieces: list[_Piece]) -> set[int]:
    """Lines of a short first group that begin anew: headline, byline and date stand on lines of their own."""
    length = next((index for index in range(1, len(pieces)) if pieces[index].gap), len(pieces))
    return (
        {index for index in range(1, length) if not pieces[index].raw.lstrip()[0].islower()} if length < HEAD_GROUP else set()
    )


def _is_full(line: str, following: str, column: int) -> bool:
    """Whether the next line's first word didn't fit any more."""
    return len(line.rstrip()) + 1 + len(following.split(None, 1)[0]) > column - 3


def _prose(piece: _Piece) -> bool:
    return not _COLUMNS.search(piece.raw.strip())


def _joined(pieces: list[_Piece], full: set[int]) -> list[_Piece]:
    joined: list[_Piece] = []
    texts: list[str] = []
    for index, piece in enumerate(pieces):
        if index in full and _continues(joined[-1], texts, piece):
            joined[-1] = joined[-1]._replace(last=piece.last)
            texts.append(piece.raw)
            continue
        if len(texts) > 1:
            joined[-1] = joined[-1]._replace(raw=_sewn(texts))
        joined.append(piece)
        texts = [piece.raw]
    if len(texts) > 1:
        joined[-1] = joined[-1]._replace(raw=_sewn(texts))
    return joined


def _sewn(texts: list[str]) -> str:
    return texts[0].rstrip() + " " + " ".join(map(str.strip, texts[1:]))


def _continues(start: _Piece, texts: list[str], piece: _Piece) -> bool:
    """Whether a line goes on with the paragraph before it: an indented line, a list item, a bracket begin anew."""
    raw = piece.raw
    lead = _LEADING.match(raw)
    indent = lead.end() if lead else 0
    if raw[indent : indent + 1] in {"[", "*", "•", "-"} or (indent and len(texts) > 1 and texts[-1][:1] not in " \t"):
        return False
    if indent >= 2 and len(texts) == 1 and texts[0][:indent] != raw[:indent]:  # noqa: PLR2004 - a stray space is no indent
        return False
    before = texts[-1].rstrip()
    if len(texts) == 1 and before[-1:] in '.?!"”' and len(before) < WRAP_NARROWEST:
        return False
    word = raw[indent : indent + 3].lower()
    return not (word == "by " and len(raw) < WRAP_NARROWEST and start.first == piece.first - len(texts))


def _row(place: int, piece: _Piece, after: int) -> Row:
    raw = piece.raw
    text = clean(raw) or "-"  # a line of invisible characters is a rule line
    long = len(text) > SHORT
    key = (text[:SHORT] if long else text).casefold()
    if not key.isascii():
        key = key.translate(QUOTES)
    words = text.split(None, 40) if not long else key.split(None, 1)
    opening = words[0].casefold().translate(QUOTES).strip("\"'([*:,.|>-_#") if words else ""
    capitals = 0 if long else sum([word[0].isupper() or not word[0].isalpha() for word in words])
    return Row(
        place,
        piece.first,
        piece.last,
        raw,
        text,
        key,
        opening,
        min(100, len(text) // 6) if long else len(words),
        piece.gap,
        after,
        text.rstrip(CLOSING)[-1:] in {".", "!", "?", "…"},
        not long and text.isupper(),
        capitals / len(words) if words else 0.0,
        _indent(raw),
        not long and _in_columns(raw, text),
    )


def _in_columns(raw: str, text: str) -> bool:
    """Whether white space inside the line, tabs too, holds columns apart."""
    inside = raw.strip() if "\t" in raw else text
    return ("  " in inside or "\t" in inside) and _COLUMNS.search(inside) is not None


def _indent(raw: str) -> int:
    if raw[:1] not in " \t\u00a0":
        return 0
    lead = _LEADING.match(raw)
    return len(lead[0].expandtabs(TAB_WIDTH)) if lead else 0
