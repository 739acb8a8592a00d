"""What is left of HTML in raw text, in pages that were saved and in exports of content systems: `won&#8217;t`, `<p>By Hal Brand</p>`."""

import html
import re
from collections.abc import Callable
from itertools import islice

Heading = tuple[int, str]  # its line (0-based) and its words
ENTITY = re.compile(r"&(?:#\d{2,6}|#[xX][0-9a-fA-F]{2,5}|[A-Za-z]{2,8}\d?);")
# Beside a letter or a figure, or between two words as `&` and dashes are: so stands what a program wrote.
WRITTEN = re.compile(r"\w[.,!?]?&(?:#\w{2,6}|[A-Za-z]{2,8}\d?);|&(?:#\w{2,6}|[A-Za-z]{2,8}\d?);\w")
BETWEEN, BARE = re.compile(r"[\w.,!?\"')] &(?:amp|[mn]dash|#38|#821[12]); [\w\"']"), re.compile(r"&\s")
MOST_HEADINGS = 12  # of the first order
MOST_TIMES = 3  # that a program after the other escaped it
PICTURE = re.compile(r"<img\b(?:[^<>]{0,2000}?\balt=[\"']([^\"'<>]*))?", re.IGNORECASE)
ANCHOR = re.compile(
    r"<a\s(?=[^<>]{0,500}\bhref)[^<>]{0,3000}>[^<>]{0,2000}(?:<(?!/?a\b)[^<>]{0,2000}>[^<>]{0,2000}){0,20}</a>", re.IGNORECASE
)
CAPTION = re.compile(r"\s*(?:<(?!figcaption\b)[^<>]{0,3000}>\s*){0,12}<figcaption\b", re.IGNORECASE)
HEADING = re.compile(r"<h1\b[^<>]*>([^\n]{1,300}?)</h1>", re.IGNORECASE)
ALONE = re.compile(r"^[ \t]*(?:&nbsp;|&#160;)(?:[ \t]|&nbsp;|&#160;)*$", re.MULTILINE)
# Words of those who tell of them; and so many that a program wrote them all the same.
ABOUT_TAGS = re.compile(r"(?<![./<])(?<!DOCTYPE )\b(?:html|markup)\b", re.IGNORECASE)
ABOUT_ENTITIES = re.compile(rf"{ABOUT_TAGS.pattern}|\b(?:entit(?:y|ies)|ampersands?)\b", re.IGNORECASE)
MANY = 12
UNPRINTED = "\u00a0\u00ad\u2002\u2003\u2009\u200b\u200c\u200d"  # spaces, and what nobody sees
TAG = re.compile(
    r"</?(?:p|br|hr|div|span|b|i|u|em|strong|small|su[bp]|cite|q|a|h[1-6]|[uod]l|li|d[td]|font|img|figure|figcaption|blockquote|center"
    r"|section|article|header|footer|main|nav|table|t[rdh]|tbody|thead|html|head|body|title|meta|link|time)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
PARTING = re.compile(r"<(?:br|/?(?:p|div|li|h[1-6]|t[rdh]|d[td]))(?:\s[^<>]*)?/?>", re.IGNORECASE)  # where a reader sees a gap
ENDING = re.compile(r"<(?:br\s?/?|/(?:p|div|li|h[1-6]|tr|body|html))>\s*$", re.IGNORECASE)
ENDS = re.compile(r"<(?:br\b[^<>]*|/(?:p|div|li|h[1-6]|td))>", re.IGNORECASE)
# Around words, as systems keep them that part paragraphs by blank lines.
PAIR = re.compile(
    r"<(a href|em|strong|i|cite|span|font|blockquote)\b[^<>]*>[^<>]{1,2000}</(?:a|em|strong|i|cite|span|font|blockquote)>",
    re.IGNORECASE,
)
EXPORTED = re.compile(r"^<(?:dc:creator|wp:post_\w{2,12}|content:encoded)>", re.MULTILINE)  # of a feed's item
TALK = re.compile(r"\s+[a-z]")  # behind a tag that opens a line: the line tells of it
TAGGED, TAGGED_SHARE = 3, 0.3  # tags, in lines that begin or end so, and those lines' share of a text that is tagged
SET_IN = "  "  # as a paragraph's first line is


def plain(text: str) -> tuple[str, list[Heading]]:
    """The text without its tags, line for line, with its entities as the characters they mean, and what stands in `<h1>`.

    It is as it was where they may be what it tells of. What stands in tags itself was escaped to be seen.
    """
    headings: list[Heading] = []
    tagged = False
    for _ in range(MOST_TIMES):
        bare = text
        if not tagged and "<" in bare and ">" in bare and is_tagged(bare):
            tagged, headings = True, _headings(bare)
            bare = _by_line(bare, "<", _without_tags)
        if "&" in bare and ENTITY.search(bare) and (bare is not text or _is_written(bare)):
            bare = _by_line(bare, "&", meant)
        if bare == text:
            break
        text = bare
    return text, headings


def _headings(text: str) -> list[Heading]:
    found = islice(HEADING.finditer(text), MOST_HEADINGS)
    return [(text.count("\n", 0, match.start(1)), meant(TAG.sub("", match[1]))) for match in found]


def is_heading(line: str) -> bool:
    """Whether a line opens as a heading of the page does."""
    return re.match(r"\s*<h[1-6]\b", line, re.IGNORECASE) is not None


def picture(line: str) -> str | None:
    """The words that stand for the picture of a line; None where it has none."""
    match = PICTURE.search(line)
    return html.unescape(match[1] or "") if match else None


def is_caption(line: str) -> bool:
    """Whether a line opens as a picture's caption does."""
    return CAPTION.match(line) is not None


def is_linked(line: str) -> bool:
    """Whether a line's words all are links'."""
    rest = TAG.sub("", ANCHOR.sub("", line))
    return rest != line and not any(map(str.isalnum, rest))


def _is_written(text: str) -> bool:
    """Whether a program wrote a text's entities, and nobody tells of them."""
    if ABOUT_ENTITIES.search(text):
        return len(ENTITY.findall(text)) >= MANY
    if WRITTEN.search(text) or ALONE.search(text):
        return True
    return BETWEEN.search(text) is not None and BARE.search(text) is None


def _by_line(text: str, sign: str, mend: Callable[[str], str]) -> str:
    """The text with the lines mended that have a sign."""
    return "\n".join([mend(line) if sign in line else line for line in text.split("\n")])


def is_tagged(text: str) -> bool:
    """Whether tags set a text: in pairs around words, behind its paragraphs, or around its lines; nobody tells of them."""
    if EXPORTED.search(text):
        return True
    pairs, ends = [match[1].lower() for match in PAIR.finditer(text)], len(ENDS.findall(text))
    if ends >= MANY or ((max(len(pairs), ends) >= TAGGED or "a href" in pairs) and not ABOUT_TAGS.search(text)):
        return True
    tagged = [line for line in text.split("\n") if "<" in line and (_opens(line) or ENDING.search(line))]
    tags = sum([line.count("<") for line in tagged])
    return tags >= TAGGED and sum(map(len, tagged)) >= TAGGED_SHARE * len(text)


def _opens(line: str) -> bool:
    """Whether a line begins with a tag, and doesn't tell of it."""
    match = PARTING.match(line.lstrip())
    return match is not None and TALK.match(line.lstrip(), match.end()) is None


def _without_tags(line: str) -> str:
    if TAG.search(line) is None:
        return line
    return (SET_IN if _opens(line) else "") + TAG.sub("", PARTING.sub(" ", line)).strip()


def meant(line: str) -> str:
    """A line with its entities as what they mean."""
    return ENTITY.sub(_character, line)


def _character(match: re.Match[str]) -> str:
    """The character that an entity means; the entity itself where that is none that is seen on a line."""
    meant = html.unescape(match[0])
    return meant if len(meant) == 1 and (meant.isprintable() or meant in UNPRINTED) else match[0]
