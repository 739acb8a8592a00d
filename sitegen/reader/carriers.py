"""What carried a text here wrote into it: mail's transfer encoding and quoting, the escapes of programs' strings and of spreadsheets."""

import quopri
import re

from sitegen.reader import structured

# RFC 2045, 6.7: `=` stands before two capital hexadecimal figures, or ends a line that goes on.
ENCODED = re.compile(rb"=(?:[0-9A-F]{2}|[ \t]*\r?\n)")
OF_LETTER = re.compile(rb"=[89A-F][0-9A-F]=[89AB][0-9A-F]")  # one that isn't English, in UTF-8
SOFT = re.compile(rb"=[ \t]*\r?\n")
FULL = re.compile(rb"^[^\n]{59,75}=[ \t]*\r?$", re.MULTILINE)  # wires end short lines with `=`
FEWEST_SOFT = 3  # where no other sign was written
# RFC 8259, 7, and the apostrophe that databases' dumps escape.
ESCAPE = re.compile(r"\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})|\\u([0-9a-fA-F]{4})|\\([nrt\"'/\\])")
MEANT = {"n": "\n", "r": "", "t": "\t"}
FEWEST_ENDS, MANY_ENDS = 3, 8
ENDED = re.compile(r"[.!?\"”’)]\\n")  # behind a sentence
SIGN = re.compile(
    r"\\u(?:00[a-fA-F]|0[1-4][0-9a-fA-F]|2[0-7][0-9a-fA-F])[0-9a-fA-F]"
)  # letters that aren't English; dashes, arrows
FEWEST_QUOTES = 2
PATH = re.compile(r"\b[A-Za-z]:\\")
ABOUT = re.compile(r"\b(?:unicode|json|javascript|python|backslash(?:es)?|escape sequences?)\b", re.IGNORECASE)
QUOTE = re.compile(r"[ \t]?>[ \t]?")
QUOTED_SHARE, FEWEST_QUOTED = 0.95, 4  # of the filled lines
OF_MAIL, FEWEST_OF_MAIL = re.compile(r"(From|Sent|Date|To|Subject): \S"), 3
MOST_ABOVE = 3  # times what is sent on
# A column's value as spreadsheets write one that has quotes or lines in it (RFC 4180, 2.7), behind the column's name.
CELL = re.compile(r'^(?P<name>\w[\w ]{0,30}+\t)"(?P<value>(?:[^"]|"")*+)"[ \t]*$', re.MULTILINE)
MOST_QUOTED = 5  # times, by one who answers the other


def transferred(data: bytes) -> bytes:
    """The bytes that mail wrote as quoted-printable text (RFC 2045, 6.7); others as they are."""
    if b"=" not in data or len(ENCODED.findall(data)) < data.count(b"="):
        return data
    soft = len(SOFT.findall(data))
    sure = soft >= FEWEST_SOFT or soft < data.count(b"=")
    return quopri.decodestring(data) if OF_LETTER.search(data) or (sure and 0 < soft == len(FULL.findall(data))) else data


def with_ends(text: str) -> str:
    r"""The lines of a text that a program wrote as one, each end of a line as `\n` or as Unicode's; others as they are."""
    if "\n" in text.strip() or structured.is_object(text.strip()):
        return text
    text = text.replace("\u2028", "\n").replace("\u2029", "\n\n")
    ends = text.count("\\n")
    text, whole = text.strip(), text
    quoted = text[:1] == text[-1:] == '"'
    sure = quoted or ends >= MANY_ENDS or "\\n\\n" in text or 2 * len(ENDED.findall(text)) >= ends
    if ends < FEWEST_ENDS or not sure or PATH.search(text) or ABOUT.search(text):
        return whole
    return ESCAPE.sub(_meant, text[1:-1] if quoted else text)


def plain(text: str) -> str:
    """The text without mail's quoting and programs' escapes, line for line."""
    for _ in range(MOST_QUOTED if ">" in text else 0):
        if text.count("\n>") + text.count("\n >") < FEWEST_QUOTED - 1:
            break
        text = _unquoted(text)
    if "\\" in text and _is_escaped(text):
        return ESCAPE.sub(_meant_within, text)
    return text


def _unquoted(text: str) -> str:
    lines = text.split("\n")
    filled = [line for line in lines if line and not line.isspace()]
    quoted = [line for line in filled if line.lstrip()[:1] == ">"]
    if quoted and _is_sent_on(filled, quoted):  # who does may have written above it, and below
        first, last = filled.index(quoted[0]), len(filled) - filled[::-1].index(quoted[-1])
        filled = filled[first:last]
    if len(quoted) < max(FEWEST_QUOTED, QUOTED_SHARE * len(filled)):
        return text
    return "\n".join([QUOTE.sub("", line, count=1) if line.lstrip()[:1] == ">" else line for line in lines])


def _is_sent_on(filled: list[str], quoted: list[str]) -> bool:
    """Whether a mail's head stands above what is quoted, which is a good part of the text."""
    above = filled[: filled.index(quoted[0])] if MOST_ABOVE * len(quoted) > len(filled) else []
    return len({label[1] for line in above if (label := OF_MAIL.match(line))}) >= FEWEST_OF_MAIL


def _is_escaped(text: str) -> bool:
    """Whether a program wrote all of the text's backslashes, and nobody tells of them: for signs that aren't ASCII, or before each quote."""
    if (
        text.count("\\") > sum([match[0].count("\\") for match in ESCAPE.finditer(text)])
        or PATH.search(text)
        or ABOUT.search(text)
    ):
        return False
    quotes = [(text.count("\\" + quote), text.count(quote)) for quote in "\"'"]
    if any(0 < escaped < all_of_them for escaped, all_of_them in quotes):  # a program escapes each of its quotes
        return False
    return SIGN.search(text) is not None or any(escaped >= FEWEST_QUOTES for escaped, _ in quotes)


def _meant(match: re.Match[str]) -> str:
    high, low, code, sign = match.groups()
    if sign:
        return MEANT.get(sign, sign)
    meant = chr(int(code, 16)) if code else (chr(0x10000 + (int(high, 16) - 0xD800) * 0x400 + int(low, 16) - 0xDC00))
    return meant if meant.isprintable() or meant == "\u00a0" else match[0]


def _meant_within(match: re.Match[str]) -> str:
    """The same within a line, where an end of a line is none."""
    return match[0] if match[4] in MEANT else _meant(match)


def in_cells(text: str) -> str:
    """The text without the quotes that spreadsheets set around a column's value, line for line."""
    return CELL.sub(lambda cell: cell["name"] + cell["value"].replace('""', '"'), text) if '\t"' in text else text
