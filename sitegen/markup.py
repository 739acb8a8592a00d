"""Text → safe HTML. Raw text is escaped and nothing else; Markdown goes through Python-Markdown and is sanitised by nh3.

Plain Markdown (paragraphs, headings, plain links, emphasis) skips the parser, which takes most of the time of a build; a
property test holds the short way to the same bytes.
"""

import re
from collections.abc import Callable, Iterable

import markdown as python_markdown
import nh3

from sitegen.model import Block, Record

_EXTENSIONS = ["tables", "fenced_code", "footnotes", "def_list", "sane_lists"]
# What HTML can't hold, and what Unicode says is no character: shown as the replacement character, never dropped.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_MARKER = re.compile("<p>\ue000(\\d+)\ue001</p>\n?")


def escape(text: str) -> str:
    """Text as HTML text: it can't become markup."""
    return printable(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def printable(text: str) -> str:
    """Text with each character that HTML and XML can't hold shown as U+FFFD."""
    return text if text.isprintable() else _UNPRINTABLE.sub("\ufffd", text)


def body(record: Record) -> tuple[str | int, ...]:
    """The story as safe HTML, cut where a reference stands: there its index."""
    return _cut(markdown(record.markdown)) if record.markdown is not None else plain(record.blocks)


def plain(blocks: Iterable[Block]) -> tuple[str | int, ...]:
    """Blocks of raw text as HTML."""
    parts: list[str | int] = []
    run: list[str] = []
    for block in blocks:
        if block.kind == "reference":
            if run:
                parts.append("".join(run))
                run = []
            parts.append(block.reference)
        else:
            run.append(_FORMS[block.kind](escape(block.text)))
    if run:
        parts.append("".join(run))
    return tuple(parts)


def _list(text: str) -> str:
    """Items, the sign or the number before each, if there is one, left to the browser; numbers keep their signs and begin where they did."""
    items = text.split("\n")
    number = _NUMBER.match(items[0])
    if number is None:
        told = [item[1:].lstrip() if item[1:2] == " " and not item[0].isalnum() else item for item in items]
        return "<ul>\n" + "".join([f"<li>{item}</li>\n" for item in told]) + "</ul>\n"
    start = "" if int(number[2]) == 1 else f' start="{int(number[2])}"'
    opening = f"<ol{_SIGNS.get(number[1] + number[3], '')}{start}>\n"
    return opening + "".join([f"<li>{_NUMBER.sub('', item, count=1)}</li>\n" for item in items]) + "</ol>\n"


_NUMBER = re.compile(r"(\(?)(\d+)([.)]) +")
_SIGNS = {"()": ' class="parens"', ")": ' class="paren"'}


def _turn(text: str) -> str:
    """A turn of a conversation: HTML has no element for it, and advises a paragraph with the speaker in `b` (4.17.6 Conversations)."""
    end = 2 if text[1:2] in {".", ":"} else text.find(":") + 1
    return f'<p><b class="speaker">{text[:end]}</b>{text[end:]}</p>\n'


def _table(text: str) -> str:
    """A table; a first row without figures is its head, and words before figures are the heads of their rows."""
    rows = [row.split("\t") for row in text.split("\n")]
    head = rows[0] if _is_head(rows[0], rows[1:]) else None
    told = rows[1:] if head else rows
    figures = [all(_FIGURE.fullmatch(cell) for cell in cells if cell) for cells in zip(*told, strict=True)]
    named = not figures[0] and any(figures[1:]) and all(row[0] for row in told)
    heads = f"<thead>\n{_table_row(head, figures, named=len(head))}</thead>\n" if head else ""
    body = "".join([_table_row(row, figures, named=int(named)) for row in told])
    return f"<table>\n{heads}<tbody>\n{body}</tbody>\n</table>\n"


def _is_head(first: list[str], rest: list[list[str]]) -> bool:
    """Whether a row names the columns: it has no cell above the rows' names, or no figure where they have some."""
    if not any(_FIGURE.fullmatch(cell) for row in rest for cell in row if cell):
        return False
    return not first[0] or not any(_FIGURE.fullmatch(cell) for cell in first if cell)


_FIGURE = re.compile(r"[^\w]*\d[\W\d]*%?|[^\w]+")


def _table_row(cells: list[str], figures: list[bool], *, named: int) -> str:
    """A row, its first `named` cells the heads of what they stand above or before."""
    scope = "row" if named == 1 else "col"
    kinds = [' class="figure"' if figure else "" for figure in figures]
    row = [
        f'<th scope="{scope}"{kind}>{cell}</th>' if at < named and cell else f"<td{kind}>{cell}</td>"
        for at, (cell, kind) in enumerate(zip(cells, kinds, strict=True))
    ]
    return f"<tr>{''.join(row)}</tr>\n"


def _post(text: str) -> str:
    """A post; whose it is stands below what is quoted, where HTML wants it (4.4.4 The blockquote element)."""
    *said, owner = text.split("\n")
    lines = "".join([f"<p>{line}</p>\n" for line in said])
    return f'<figure class="post">\n<blockquote>\n{lines}</blockquote>\n<figcaption>{owner}</figcaption>\n</figure>\n'


_FORMS: dict[str, Callable[[str], str]] = {
    "paragraph": "<p>{}</p>\n".format,
    "subhead": "<h2>{}</h2>\n".format,
    "preformatted": "<pre>{}</pre>\n".format,
    "list": _list,
    "turn": _turn,
    "table": _table,
    "post": _post,
}


def markdown(text: str) -> str:
    """Markdown as safe HTML. Headings begin at the second level: the first is the headline's."""
    data = text.encode("utf-8", "surrogatepass")
    if len(data.translate(None, _CONTROLS)) < len(data) or b"\xc2" in data or b"\xed" in data or b"\xef" in data:
        text = _UNPRINTABLE.sub("\ufffd", text)
        data = text.encode("utf-8", "surrogatepass")
    quick = _quick(text, data)
    return quick if quick is not None else thorough(text)


# Bytes are looked through five times as fast as a pattern looks through text. In UTF-8, whatever is unprintable is one of these
# control characters, or begins with C2, ED or EF, as do some signs that aren't.
_CONTROLS = bytes(sorted({*range(32), 127} - {9, 10}))


def thorough(text: str) -> str:
    """Markdown by the parser and the sanitiser."""
    converter = python_markdown.Markdown(extensions=_EXTENSIONS, output_format="html")
    html: str = converter.convert(text)
    clean = nh3.clean(html, link_rel=None)
    if "<img" in clean:
        clean = _IMAGE.sub(_with_alternative, clean)
    return clean.replace("<h1>", "<h2>").replace("</h1>", "</h2>") + ("\n" if clean else "")


_IMAGE = re.compile(r'<img((?: [\w-]+="[^"]*")*)>')


def _with_alternative(found: re.Match[str]) -> str:
    """A picture that nobody described is for the eye alone."""
    return found[0] if ' alt="' in found[1] else f'<img alt=""{found[1]}>'


def _cut(html: str) -> tuple[str | int, ...]:
    if "\ue000" not in html:
        return (html,) if html else ()
    pieces = _MARKER.split(html)
    parts = [int(piece) if index % 2 else piece for index, piece in enumerate(pieces)]
    return tuple(part for part in parts if part != "")


# The short way reads headings, and paragraphs whose lines begin with a letter, a digit or a quote and hold nothing that
# Markdown acts on but whole links and emphasised words.
_ACTIVE = b"*_`[]<>\\|~^{}\t\x02\x03"
_ENTITY = re.compile(r"&(?:#|\w+;)")
_INNER = r"[^\W_](?:[^\n*_`\[\]<>&\\|~^{}\t\xa0\x02\x03\u2028\u2029\ue000\ue001]*[^\W_])?"
_INLINE = re.compile(  # each form begins with its sign, to which a search leaps
    rf"\[(?<!!\[)({_INNER})\]\((https?://[A-Za-z0-9][A-Za-z0-9./?=%#+,;@-]*)\)"
    rf"|\*(?<![^\s(\"'“‘]\*)({_INNER})\*(?![^\s.,;:!?)\"'”’])"
)
_HEADING = re.compile(rf"<p>(#{{1,6}}) ({_INNER})</p>")
# Where a line's start or end means something (a list, a line break), or there are more line ends than two, in a text that has two
# line ends above it and one below.
_BROKEN = re.compile(rf"\n(?:\n\n|(?<=[^\S\n]\n)|(?![^\W_]|[\"'“‘$(\n]|\Z|(?<=\n\n)#{{1,6}} {_INNER}\n(?:\n|\Z))|\d+\.)")
_MANY_ENDS = re.compile(r"\n{3,}")


def _quick(text: str, data: bytes) -> str | None:
    """Markdown as HTML; None where only the parser knows. `data` is the text in UTF-8."""
    text = text.strip("\n")
    if not text:
        return ""
    if _BROKEN.search(f"\n\n{text}\n"):
        text = _MANY_ENDS.sub("\n\n", text)
        if _BROKEN.search(f"\n\n{text}\n"):
            return None
    if "&" in text:
        if _ENTITY.search(text):
            return None
        text = text.replace("&", "&amp;")
    blocks = text.split("\n\n")
    if not _is_inert(text, data):
        rest = blocks.copy()
        for at, block in enumerate(blocks):
            if "[" in block or "*" in block:
                blocks[at], rest[at] = _INLINE.sub(_inline, block), _INLINE.sub("x", block)
        left = "\n".join(rest)
        if not _is_inert(left, left.encode("utf-8", "surrogatepass")):
            return None
    html = "</p>\n<p>".join(blocks)
    html = f"<p>{html}</p>\n"
    return _HEADING.sub(_heading, html) if "#" in html else html


def _is_inert(text: str, data: bytes) -> bool:
    """Whether a text holds no sign that Markdown acts on within a line. `data` is the text in UTF-8."""
    if len(data.translate(None, _ACTIVE)) < len(data):
        return False
    if b"\xc2" in data and b"\xc2\xa0" in data:  # one byte is seen far sooner than two
        return False
    return not (b"\xee" in data and b"\xee\x80" in data) and "\u2028" not in text and "\u2029" not in text


def _heading(found: re.Match[str]) -> str:
    level = max(len(found[1]), 2)
    return f"<h{level}>{found[2]}</h{level}>"


def _inline(found: re.Match[str]) -> str:
    return f'<a href="{found[2]}">{found[1]}</a>' if found[1] else f"<em>{found[3]}</em>"
