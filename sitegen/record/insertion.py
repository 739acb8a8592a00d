"""Keys written into a source's front matter, everything else left byte for byte as it is."""

import codecs
import json
import re
from collections.abc import Mapping, Sequence

from sitegen.record import block

MARK = "# In doubt, as read from the text. Correct what is wrong; what stands here isn't looked for any more."
_NEWLINE = re.compile(r"\r\n|\n|\r")
_NOT_ASCII = re.compile(r"[^\x20-\x7e]")
_BREAKING = re.compile(
    "[\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]"
)  # what YAML takes for an end of line, or doesn't take at all
_WIDE = 0x10000
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)

Entry = tuple[object, str]  # a value (None: to be filled in), and a word on it


def insert(data: bytes, encoding: str, entries: Mapping[str, Entry]) -> bytes | None:
    """A source's bytes with keys added to its front matter, or with front matter on top; None where that can't be done safely."""
    mark = next((one for one in _MARKS if data.startswith(one)), b"")
    text = _wide(data[len(mark) :], encoding)
    if text is None:
        return None
    newline = found[0] if (found := _NEWLINE.search(text)) else "\n"
    front, _, first_line = block.cut(_NEWLINE.sub("\n", text))
    if not entries:
        return data
    lines = [*([] if front and MARK in front else [MARK]), *(_line(key, entry, encoding) for key, entry in entries.items())]
    at = 0 if front is None else _start_of(text, first_line - 1)
    added = newline.join([*lines, ""] if front is not None else ["---", *lines, "---", ""])
    return mark + _narrow(text[:at], encoding) + added.encode(encoding) + _narrow(text[at:], encoding)


def written(text: str) -> set[str]:
    """The keys that stand in a text's front matter, those without a value too: somebody has thought of them."""
    return set(re.findall(r"^([A-Za-z_]\w*)[ \t]*:", block.cut(text)[0] or "", re.MULTILINE))


def _wide(data: bytes, encoding: str) -> str | None:
    """Bytes as text that goes back to the same bytes. One-byte encodings, and UTF-8, are taken byte by byte."""
    if not encoding.startswith(("utf-16", "utf-32")):
        return data.decode("latin-1")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _narrow(text: str, encoding: str) -> bytes:
    return text.encode(encoding if encoding.startswith(("utf-16", "utf-32")) else "latin-1")


def _start_of(text: str, line: int) -> int:
    """Where a line (1-based) begins."""
    place = 0
    for _ in range(line - 1):
        found = _NEWLINE.search(text, place)
        if found is None:
            break
        place = found.end()
    return place


def _line(key: str, entry: Entry, encoding: str) -> str:
    value, word = entry
    words = "" if value is None else f" {_value(value)}"
    line = f"{key}:{words}  # {word}"
    try:
        line.encode(encoding)
    except UnicodeEncodeError:  # in old encodings what they can't hold is written as YAML's `\u2019`
        return f"{key}: {_value(value, ascii_only=True)}  # {word}"
    return line


def _value(value: object, *, ascii_only: bool = False) -> str:
    """A text, or a list of texts, as YAML on one line."""
    plain = list(value) if isinstance(value, Sequence) and not isinstance(value, str) else value
    return (_NOT_ASCII if ascii_only else _BREAKING).sub(_escaped, json.dumps(plain, ensure_ascii=False))


def _escaped(match: re.Match[str]) -> str:
    number = ord(match[0])
    return f"\\u{number:04x}" if number < _WIDE else f"\\U{number:08x}"
