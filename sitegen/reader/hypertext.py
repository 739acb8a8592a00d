"""What is left of HTML in raw text, in pages that were saved and in exports of content systems: `won&#8217;t`, `<p>By Hal Brand</p>`."""

import html
import re
from collections.abc import Callable

from sitegen.reader.layout import blank

ENTITY = re.compile(r"&(?:#\d{2,5}|#[xX][0-9a-fA-F]{2,4}|[A-Za-z]{2,8}\d?);")
# Within a word, at a word's edge, between two words: so stands what a program wrote. Who tells of entities sets them apart.
WRITTEN = re.compile(
    r"\w&(?:[rl]squo|apos|#\d{2,4}|#x[\da-fA-F]{2,4}|[A-Za-z](?:acute|grave|uml|circ|tilde|cedil|slash|ring)|szlig);\w"
    r"|(?:^|[\s(>])&(?:[lr][ds]quo|quot|#822\d|#34);\w|\w[.,!?]?&(?:rdquo|quot|#8221|#34|nbsp|#160|hellip|#8230);"
    r"|\w &(?:[mn]dash|#821[12]);\s",
    re.MULTILINE,
)
JOINED, BARE = re.compile(r"\w &(?:amp|#38); \w"), re.compile(r"&\s")
UNPRINTED = "\u00a0\u00ad\u2002\u2003\u2009\u200b\u200c\u200d"  # spaces, and what nobody sees
UNSEEN = "\u200b"  # for a line that has nothing else, which is a line all the same
TAG = re.compile(
    r"</?(?:p|br|div|span|b|i|u|em|strong|small|a|h[1-6]|[uod]l|li|d[td]|font|img|table|t[rdh]|blockquote|center|section|article)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
PARTING = re.compile(r"<(?:br|/?(?:p|div|li|h[1-6]|t[rdh]|d[td]))(?:\s[^<>]*)?/?>", re.IGNORECASE)  # where a reader sees a gap
ENDING = re.compile(r"<(?:br\s?/?|/(?:p|div|li|h[1-6]|tr))>\s*$", re.IGNORECASE)
TAGGED, TAGGED_SHARE = 3, 0.3  # lines that begin or end so, and their share, of a text that is tagged
SET_IN = "  "  # as a paragraph's first line is


def plain(text: str) -> str:
    """The text without its tags, and with its entities as the characters they mean; as it is where they may be what it tells of.

    Each line stays a line, so that a record says where in the file each of its parts stands.
    """
    if "<" in text and ">" in text:
        text = _untagged(text)
    if "&" not in text or ENTITY.search(text) is None:
        return text
    if not (WRITTEN.search(text) or (JOINED.search(text) and not BARE.search(text))):
        return text
    return _by_line(text, "&", lambda line: ENTITY.sub(_character, line))


def _by_line(text: str, sign: str, mend: Callable[[str], str]) -> str:
    """The text with the lines mended that have a sign; one that has nothing then is a line all the same."""
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if sign in line:
            mended = mend(line)
            lines[number] = UNSEEN if blank(mended) else mended
    return "\n".join(lines)


def _untagged(text: str) -> str:
    filled = [line for line in text.split("\n") if not blank(line)]
    tagged = sum([_opens(line) or ENDING.search(line) is not None for line in filled if "<" in line])
    if tagged < TAGGED or tagged < TAGGED_SHARE * len(filled):
        return text
    return _by_line(text, "<", _without_tags)


def _opens(line: str) -> bool:
    return PARTING.match(line.lstrip()) is not None


def _without_tags(line: str) -> str:
    if TAG.search(line) is None:
        return line
    return (SET_IN if _opens(line) else "") + TAG.sub("", PARTING.sub(" ", line)).strip()


def _character(match: re.Match[str]) -> str:
    """The character that an entity means; the entity itself where that is none that is seen on a line."""
    meant = html.unescape(match[0])
    return meant if len(meant) == 1 and (meant.isprintable() or meant in UNPRINTED) else match[0]
