"""Bytes of a source file → text, whatever wrote them."""

import codecs
import hashlib
import re

from sitegen.model import Problem, Source
from sitegen.reader import carriers

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark begins it
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
MARKED = {mark[:1] for mark, _ in BYTE_ORDER_MARKS}
# Characters that no text file holds in number: C0 without tab, line and form feed, carriage return, escape, DOS's end mark.
CONTROL = bytes(sorted(set(range(32)) - {9, 10, 11, 12, 13, 26, 27}))
CONTROL_SHARE = 0.01
SAMPLE = 65536
# UTF-8 that was once read as Windows-1252: a lead byte as a letter, then a continuation byte as a sign.
DAMAGE = re.compile("[ÂÃ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€|â„¢|â‚¬|ï»¿")
BEGUN = ("Ã", "â", "Â", "ï»")
DAMAGED = b"\xc3"  # each of these begins so in UTF-8
VISIBLE = re.compile(r"[^\s\ufeff\u200b\u200c\u200d\u2060\u00ad]")


def decode(path: str, data: bytes, digest: str | None = None) -> Source | Problem:
    """The text of a file's bytes; a notice where there is none to read (empty, blank, binary). `digest` saves the digesting."""
    text, encoding = _text(carriers.transferred(data))
    if text is None:
        return Problem(path, 0, "not a text file", "it was skipped; remove it from the content folder", "notice")
    text = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
    text = text if path.lower().endswith(".md") else carriers.with_ends(text)
    if not VISIBLE.search(text):
        return Problem(path, 0, "an empty file", "it was skipped; write something in it or remove it", "notice")
    if encoding != "utf-8" or DAMAGED in data:  # bytes are looked through far sooner than text
        text = _repaired(text)
    return Source(path, text, digest or hashlib.sha256(data).hexdigest(), encoding)


def _text(data: bytes) -> tuple[str | None, str]:
    """The decoded text and the encoding it was read by; None for what isn't text."""
    for mark, encoding in BYTE_ORDER_MARKS if data[:1] in MARKED else ():
        if data.startswith(mark) and (encoding == "utf-8" or len(data) > len(mark)):
            text = data[len(mark) :].decode(encoding, "replace") if encoding != "utf-8" else None
            return (text, encoding) if text is not None and "\0" not in text else _plain(data[len(mark) :])
    return _plain(data)


def _plain(data: bytes) -> tuple[str | None, str]:
    sample = data[:SAMPLE]
    if b"\0" in data or len(sample) - len(sample.translate(None, CONTROL)) > len(sample) * CONTROL_SHARE:
        return None, ""
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        # Five bytes mean nothing in Windows-1252; they stay visible as \x81 and so on.
        return data.decode("cp1252", "backslashreplace"), "windows-1252"


def _repaired(text: str) -> str:
    """The text with doubly encoded characters mended, line by line, and only where the damage shows."""
    if not any(sign in text for sign in BEGUN) or not DAMAGE.search(text):
        return text
    from ftfy import fix_encoding  # noqa: PLC0415 - takes 50 ms to load and few archives need it

    lines = text.split("\n")
    for index, line in enumerate(lines):
        if DAMAGE.search(line):
            mended = fix_encoding(line)
            lines[index] = line if "\n" in mended or "\r" in mended else mended
    return "\n".join(lines)
