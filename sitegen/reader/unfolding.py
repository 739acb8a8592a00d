"""Lines in which a content system ran a story together, `<p>…</p><p>…</p>`, apart for the reading, without what nobody sees."""

import re
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from sitegen.model import Evidence, Line, Record
from sitegen.reader import corpora, evidence, hypertext, structured
from sitegen.reader.layout import blank

_OF_LINES, _OF_PARTS = (
    "br|li|tr|caption|option",
    "p|div|h[1-6]|[uod]l|hr|table|thead|tbody|blockquote|figure|figcaption|section|article|header|footer|main|nav|aside|form|center"
    "|html|head|body|title",
)
_SEEN = rf"<(?:/?(?:{_OF_LINES}|{_OF_PARTS}))(?:\s[^<>]*)?/?>"
# Tags between which no words stand: what is before them and what is behind them are seen on lines of their own.
GAP = re.compile(rf"{_SEEN}(?:\s*{_SEEN})*+", re.IGNORECASE)
BREAKS = re.compile(r"<br\b[^<>]*>(?:\s*<br\b[^<>]*>)*+", re.IGNORECASE)  # alone where nothing else tells of HTML
TWICE = re.compile(r"<br\b[^<>]*>\s*<br\b", re.IGNORECASE)
PARTED = re.compile(rf"</?(?:{_OF_PARTS})\b|(?:<br\b[^<>]*>\s*){{2}}", re.IGNORECASE)  # with a blank line between
OPENING, BREAK = re.compile(r"<(?!/|br\b)", re.IGNORECASE), re.compile(r"<br\b[^<>]*>", re.IGNORECASE)
ELEMENT = re.compile(rf"<(/?)({_OF_LINES}|{_OF_PARTS})(?:\s[^<>]*)?/?>", re.IGNORECASE)
SEWN = frozenset({"p", "li", "figcaption", "title", *(f"h{order}" for order in range(1, 7))})  # ends of lines within are spaces
SEAM, BLANK = "\0", re.compile(r"\n\s*\n")  # no text has that sign: `decode`
# Where `<br>` parts lines, or a paragraph takes several, the end of a paragraph is a gap. Else each line may have been set as one.
BROKEN, ENDED = re.compile(r"[^<>\s]\s*<br\s*/?>\s*[^<\s]", re.IGNORECASE), re.compile(r"</p>\s*$", re.IGNORECASE)
TAGS = re.compile(r"<[^<>]*>")
PAGE = re.compile(r"<(?:html|head|body|div)[\s>]|</p>", re.IGNORECASE)  # else a script may be what somebody wrote of
COMMENT, HIDDEN = re.compile("<(!--)"), re.compile(r"<(!--|(?:script|style)\b(?=[^<>]*>))", re.IGNORECASE)
SHOWING = {"!--": re.compile("-->")} | {name: re.compile(rf"</{name}\s*>", re.IGNORECASE) for name in ("script", "style")}
# What WordPress, bulletin boards and Drupal put in brackets: `[caption id="a1"]<img …> The lamp[/caption]`, `[b]`, `[[{"fid":"7"}]]`.
CODES, BRACED = ("[/", '="'), ("[[{", "{mos", "{load", "{jcomments")
JOOMLA = re.compile(r"\{(?:mos[a-z]{2,20}|load[a-z]{2,20}|jcomments)(?:\s[^{}\n]*)?\}")
CAPTION = re.compile(r"\[caption\b([^\[\]\n]{0,1000})\]((?:(?!\[caption\b)[^\n]){0,4000}?)\[/caption\]")
IN_CAPTION = re.compile(r"\bcaption=(\"[^\"\n]*\"|'[^'\n]*')")
PLAYED = re.compile(
    r"\[(embed|youtube|vimeo|audio|video|tweet|twitter|instagram|soundcloud|googlemaps|iframe|img)\b[^\[\]\n]{0,1000}\][^\[\]\s]{0,1000}\[/\1\]"
)
CLOSED = re.compile(r"\[/([a-z][a-z0-9_-]{0,30})\]")
ASKED = r"(?:\s+[\w-]+=(?:\"[^\"\[\]\n]*\"|'[^'\[\]\n]*'))"
ASKING, MOST_CODES = re.compile(rf"\[[a-z][\w-]{{1,30}}{ASKED}++\s*/?\]"), 24
MEDIUM = re.compile(r"\[\[\{[^\[\]\n]{0,3000}\}\]\]")


class Unfolded(Struct, frozen=True, gc=False):
    """A text in other lines than it had, and for each of them those (0-based) that it was of."""

    text: str
    of: list[range]

    def folded(self, record: Record, source: str, first_line: int, given: frozenset[str]) -> Record:
        """The record, whose lines are this text's counted from 0, with the lines of the text as it was."""
        lines = self.text.split("\n")
        found: dict[int, list[Line]] = {}
        for line in record.lines:
            for n in self.of[line.n]:
                found.setdefault(n, []).append(line)
        told = [
            replace(_main(found[n], lines), n=first_line + n) if n in found else Line(first_line + n, "furniture", "mark-alone")
            for n, line in enumerate(source.split("\n"))
            if not blank(line)
        ]
        known = evidence.of(record, given, self.text, 0)
        return replace(
            record,
            lines=tuple(told),
            blocks=tuple([replace(block, line=first_line + self.of[block.line].start) for block in record.blocks]),
            evidence={
                field: Evidence(one.rule, tuple(dict.fromkeys(first_line + self.of[n].start for n in one.lines)))
                for field, one in known.items()
            },
        )


def _main(found: list[Line], lines: list[str]) -> Line:
    """What most of a line is."""
    sizes: dict[str, int] = {}
    for line in found:
        sizes[line.role] = sizes.get(line.role, 0) + len(TAGS.sub("", lines[line.n]))
    role = max(sizes, key=sizes.__getitem__)
    return next(line for line in found if line.role == role)


def unfolded(text: str) -> Unfolded | None:
    """The text in the lines that its readers saw; None for most texts, in which nothing is to be parted or left out."""
    told = structured.lines_of(text)
    if told is None:
        return _seen(text)
    labelled, of = "\n".join([line for line, _ in told]), [range(n, n + 1) for _, n in told]
    apart = _seen(labelled)  # a field may be set in HTML
    return (
        Unfolded(apart.text, [range(of[one.start].start, of[one.stop - 1].stop) for one in apart.of])
        if apart
        else Unfolded(labelled, of)
    )


def _seen(text: str) -> Unfolded | None:
    tagged = "<" in text
    coded = any([sign in text for sign in ((*CODES, *BRACED) if "{" in text else CODES)])  # noqa: C419 - faster
    if not tagged and not coded:
        return None
    sure = tagged and hypertext.is_tagged(text)
    if (hypertext.ABOUT_TAGS.search(text) and not sure) or (tagged and corpora.plain(text)[0] != text):
        return None
    seen = _without_codes(text) if coded else text
    hiding = HIDDEN if sure and PAGE.search(text) else COMMENT
    seen = _sewn(_without_hidden(seen, hiding, across=sure)) if "<" in seen else seen
    several = len(BREAKS.findall(seen)) > 1 or TWICE.search(seen) is not None  # else somebody tells of it
    apart = sure and (SEAM in seen or BROKEN.search(seen) is not None)
    lines: list[str] = []
    of: list[range] = []
    first = 0
    for line in seen.split("\n"):
        pieces = _pieces(line, sure=sure) if "<" in line and (sure or several) else [line]
        for piece in [*pieces, ""] if apart and ENDED.search(line) else pieces:
            last = first + piece.count(SEAM)
            lines.append(" ".join([part.strip() for part in piece.split(SEAM)]) if last > first else piece)
            of.append(range(first, last + 1))
            first = last
        first += 1
    return Unfolded("\n".join(lines), of) if seen != text or len(lines) > first else None


def _sewn(text: str) -> str:
    """A text with a seam where a line ends within a paragraph, a heading, an item: there it is seen as a space."""
    parts, start = [], 0
    tags = [tag for tag in ELEMENT.finditer(text) if tag[2].lower() != "br"]
    for tag, end in pairwise(tags):
        if tag[1] or not end[1] or tag[2].lower() != end[2].lower() or tag[2].lower() not in SEWN:
            continue
        if "\n" in (words := text[tag.start() : end.end()]) and (tag[2].lower() != "p" or not BLANK.search(words)):
            parts += [text[start : tag.start()], words.replace("\n", SEAM)]
            start = end.end()
    return "".join([*parts, text[start:]])


def _pieces(line: str, *, sure: bool) -> list[str]:
    """The lines that are seen where a line has tags between words, blank ones between paragraphs; what ends a line stays if that is sure."""
    gaps = list((GAP if sure else BREAKS).finditer(line))
    edges = [0, *[edge for gap in gaps for edge in gap.span()], len(line)]
    told = [_words(line[start:end]) for start, end in zip(edges[::2], edges[1::2], strict=True)]
    last = max([n for n, one in enumerate(told) if one], default=0)
    pieces, open_one, filled = [], line[: edges[1]], told[0]
    for n, gap in enumerate(gaps):
        behind = line[gap.end() : edges[2 * n + 3]]
        if filled and n < last:
            opening = OPENING.search(gap[0])
            closing, opened = (gap[0][: opening.start()], gap[0][opening.start() :]) if opening else (gap[0], "")
            pieces += [open_one + (closing if sure else BREAK.sub("", closing)), *([""] if PARTED.search(gap[0]) else [])]
            open_one, filled = opened + behind, told[n + 1]
        else:
            open_one, filled = open_one + gap[0] + behind, filled or told[n + 1]
    return [*pieces, open_one]


def _words(text: str) -> bool:
    return not blank(TAGS.sub("", text))


def _without_hidden(text: str, hiding: re.Pattern[str], *, across: bool) -> str:
    """A text without comments, and maybe scripts and styles, line for line; `across` lines only where all is HTML."""
    shown, start, place = [], 0, 0
    never: set[str] = set()  # what isn't closed any more
    while match := hiding.search(text, place):
        kind = match[1].lower()
        place = match.end()
        end = None if kind in never else SHOWING[kind].search(text, place)
        if end is None:
            never.add(kind)
            continue
        if not across and "\n" in text[place : end.end()]:
            continue
        shown += [text[start : match.start()], "\n" * text.count("\n", match.start(), end.end())]
        start = place = end.end()
    return "".join([*shown, text[start:]])


def _without_codes(text: str) -> str:
    """A text with HTML in place of what a content system put in brackets, or with nothing."""
    text = CAPTION.sub(_caption, text)
    text = MEDIUM.sub("", PLAYED.sub("", text))
    names = sorted(set(CLOSED.findall(text)))[:MOST_CODES]
    closed = [name for name in names if any(f"[{name}{sign}" in text for sign in "]= ")]
    text = JOOMLA.sub("", text) if "{" in text else text
    if closed:
        text = re.sub(rf"\[(?:/(?:{'|'.join(closed)})|(?:{'|'.join(closed)})(?:=[^\[\]\n]*|{ASKED}++\s*)?)\]", "", text)
    return ASKING.sub("", text)


def _caption(match: re.Match[str]) -> str:
    """A picture's words as those say it who have no marks, on a line of their own."""
    kept = IN_CAPTION.search(match[1])
    words = " ".join([TAGS.sub("", match[2]).strip(), kept[1][1:-1] if kept else ""]).strip()
    before, after = match.string[: match.start()].rpartition("\n")[2], match.string[match.end() :].partition("\n")[0]
    if not words:
        return ""
    return f"{'<br><br>' if before.strip() else ''}Caption: {words}{'<br><br>' if after.strip() else ''}"
