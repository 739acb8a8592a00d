"""The lines of a text and what every rule wants to know of them, computed once."""

import re
from collections.abc import Callable
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from sitegen.reader.columns import TAB_WIDTH
from sitegen.reader.layout import COLUMNS, Piece, pieces_of

TYPESET = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\f\v\x85"
# White space that typesetters use, and characters that nobody sees.
SPACES = {
    **dict.fromkeys(map(ord, TYPESET), " "),
    **dict.fromkeys(map(ord, "\ufeff\u200b\u200c\u200d\u200e\u200f\u2060\u00ad\u2028\u2029"), None),
}  # fmt: skip
UNUSUAL = re.compile("[" + "".join(map(chr, SPACES)) + "]")
QUOTES = dict(zip("‘’‚‛′“”„‟″–—―‒−‐‑", "'''''\"\"\"\"\"-------", strict=True))
QUOTED = re.compile("[" + "".join(QUOTES) + "]")
CLOSING = "\"'”’»)]*_ ♦◆■◼▪●∎□"  # and the signs with which magazines end a story
STOPS = frozenset(".!?…")
# `… I stay awake.” INQ`, `… said the keeper. PTI JNL`: so papers and agencies sign a story off; a house alone is a picture's.
SIGNED, SIGNED_WORDS = (
    re.compile(
        r"(?<![ap]\.m)(?<!\b[A-Z])[.!?][\"”’]? (?!(?:AP|AFP|EPA|PA|AAP|ANI|PTI|IANS|UPI|REX|BBC|CBC|ABC|NBC|CBS|CNN|NASA|HO|TV|US|UK)$)"
        r"[A-Z]{2,5}(?: [A-Z]{2,4}){0,2}$"
    ),
    8,
)
SHORT = 200  # a longer line is told by its beginning and its end
REPEATED, KEPT = 80, 8192  # characters: longer lines seldom stand in several texts; of the others so many are kept in mind
VERSE_INDENT = 4  # as typewriters set verse in
FIGURE, DIGITS, ZERO = re.compile(r"[0-9]"), b"0123456789", ord("0")
MOST_COUNTED, MOST_WORDS = 41, 100  # of a line that is counted; of any line
# Each figure as 0, each small letter as `a`, white space as a space.
SHAPE = bytes.maketrans(b"123456789bcdefghijklmnopqrstuvwxyz\t\n\v\f\r\x1c\x1d\x1e\x1f", b"0" * 9 + b"a" * 25 + b" " * 9)
_LEADING = re.compile(r"[ \t\u00a0]*")


Answer = TypeVar("Answer")


class Words(Struct, frozen=True, gc=False):
    """What a line says, wherever it stands, and its features."""

    text: str  # white space made plain, ends trimmed
    key: str  # casefolded, quotes and dashes plain; the first 200 characters only
    opening: str  # the first word of the key, without signs
    words: int  # at most 100, for the longest lines an estimate
    stop: bool  # ends as a sentence does
    caps: bool  # no small letter
    titled: float  # the share of words that begin with a capital
    figure: bool  # has one


class Row(Words, frozen=True, gc=False):
    """A line, or the lines of one hard-wrapped paragraph, where it stands."""

    place: int  # 0-based among the rows
    first: int  # file lines, 1-based
    last: int
    raw: str
    gap: int  # blank lines before and after
    after: int
    indent: int
    columns: bool  # spaces inside hold columns apart
    said: str  # the text as it stands, where `text` has what it says in English


def rows_of(lines: list[str], first_line: int, going_on: frozenset[int] = frozenset()) -> list[Row]:
    """The rows of a text's lines; hard-wrapped paragraphs become one row each."""
    pieces = pieces_of(lines, first_line, going_on)
    gaps = [piece.gap for piece in pieces[1:]]
    return list(map(row_of, range(len(pieces)), pieces, [*gaps, 1]))


# `Image credit : Reuters`, as papers of India set it
LABEL_APART = re.compile(
    r"^((?:[A-Z][a-z]+ )?(?:[Ii]mage|[Pp]hoto|[Pp]icture|[Cc]redits?|[Cc]ourtesy|[Ss]ource|[Cc]aption"
    r"|[Pp]ublished|[Uu]pdated|[Tt]opics|[Tt]ags)(?: [Cc]redit| [Ss]ource)?) :"
)
LABEL_END = 24  # characters
FLAGS = frozenset(
    "<="
)  # with which the lines of an agency's head end, as its wire set them: `^By HANK TOLLAND=`, `^Ferry waits<`


def clean(line: str) -> str:
    """The line with plain white space and nothing invisible, ends trimmed."""
    # What can be printed is usual, and seen sooner.
    usual = "\t" not in line if line.isascii() else line.isprintable() or UNUSUAL.search(line) is None
    text = (line if usual else line.translate(SPACES)).strip()
    if text[-1:] in FLAGS and (text[0] == "^" or text[:2] == "=(" or (text[-1] == "<" and text[-2:-1].isalnum())):
        text = text.lstrip("^=").rstrip("<= ") or text
    return LABEL_APART.sub(r"\1:", text, count=1) if " :" in text[:LABEL_END] else text


def plain_signs(text: str) -> str:
    """The text with the quotes and dashes of typewriters. `str.translate` takes eight times as long."""
    for sign in set(QUOTED.findall(text)):
        text = text.replace(sign, QUOTES[sign])
    return text


def opening_of(key: str) -> str:
    """The first word of a key, without signs."""
    return key.split(None, 1)[0].strip("\"'([*:,.|>-_#")


def row_of(place: int, piece: Piece, after: int) -> Row:
    """The row of a piece of a text, with the blank lines after it."""
    raw = piece.raw
    text = clean(raw) or "-"  # a line of invisible characters is a rule line
    told = words_of(text)
    return Row(
        told.text,
        told.key,
        told.opening,
        told.words,
        told.stop,
        told.caps,
        told.titled,
        told.figure,
        place,
        piece.first,
        piece.last,
        raw,
        piece.gap,
        after,
        0 if raw == text else _indent(raw),
        ("  " in text or "\t" in raw) and len(text) <= SHORT and _in_columns(raw, text),
        text,
    )


def _words_of(text: str) -> Words:
    long = len(text) > SHORT
    plain = text[:SHORT] if long else text
    if not plain.isascii():
        plain = plain_signs(plain)  # first, since most lines are ASCII then, whose case is folded much faster
    key = plain.casefold()
    # Bytes are looked through several times as fast as text.
    shape = (text if long else plain).encode("ascii", "ignore").translate(SHAPE)
    words, capitals = (min(MOST_WORDS, len(text) // 6), 0) if long else _counted(plain, shape)
    return Words(
        text,
        key,
        opening_of(key),
        words,
        text.rstrip(CLOSING)[-1:] in STOPS
        or (text[-2:].isupper() and words >= SIGNED_WORDS and SIGNED.search(text) is not None),
        not long and text.isupper(),
        capitals / words,
        ZERO in shape,
    )


_KNOWN: dict[str, Words] = {}


def words_of(text: str) -> Words:
    """What a line says by itself; kept in mind where it is short, since a site's lines come again with each of its articles.

    A dictionary is asked in a third of the time that `lru_cache` takes, which counts where most lines are new.
    """
    if len(text) > REPEATED:
        return _words_of(text)
    found = _KNOWN.get(text)
    if found is None:
        if len(_KNOWN) >= KEPT:
            _KNOWN.clear()
        found = _KNOWN[text] = _words_of(text)
    return found


def again(known: dict[str, Answer], row: Words, work: Callable[[Words], Answer]) -> Answer:
    """What is worked out of a row's words, kept in mind for lines that may stand in many texts, as `words_of` keeps those."""
    if len(row.text) > REPEATED:
        return work(row)
    found = known.get(row.text)
    if found is None:
        if len(known) >= KEPT:
            known.clear()
        found = known[row.text] = work(words_of(row.text))  # and not of a row that says something else of them
    return found


def _counted(text: str, shape: bytes) -> tuple[int, int]:
    """How many words a text has, and how many of them begin with no small letter; the 41st is all that is left."""
    if text.isascii() and shape.find(b"  ") < 0 and (words := shape.count(b" ") + 1) <= MOST_COUNTED:
        return words, words - shape.count(b" a") - text[0].islower()
    parts = text.split(None, MOST_COUNTED - 1)
    return len(parts), sum([part[0].isupper() or not part[0].isalpha() for part in parts])


def glossed(row: Row, gloss: str) -> Row:
    """The row as the rules are to see it; its text is kept."""
    return replace(row_of(row.place, Piece(row.first, row.last, gloss, row.gap), row.after), raw=row.raw, said=row.said)


def _in_columns(raw: str, text: str) -> bool:
    """Whether white space inside the line, tabs too, holds columns apart."""
    inside = raw.strip() if "\t" in raw else text
    return ("  " in inside or "\t" in inside) and COLUMNS.search(inside) is not None


def _indent(raw: str) -> int:
    if raw[:1] not in " \t\u00a0":
        return 0
    lead = _LEADING.match(raw)
    return len(lead[0].expandtabs(TAB_WIDTH)) if lead else 0
