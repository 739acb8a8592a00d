"""A Markdown body: its head is read, references are lifted out of it, and all else is left as it stands."""

import re
from collections.abc import Callable, Mapping

from sitegen.model import Block, Line, Record, Reference
from sitegen.reader import byline, dateline, languages, references
from sitegen.reader.layout import blank
from sitegen.reader.titles import title_key
from sitegen.steps import Steps, in_one_go

OPEN, CLOSE = "\ue000", "\ue001"  # around the index of a reference in `Record.markdown`
HEAD_LINES = 12
HEADING, SUBHEAD = re.compile(r"^ {0,3}#\s+"), re.compile(r"^ {0,3}#{1,6}\s+")
DEFINITION = re.compile(r"^ {0,3}\[[^\]]+\]:")
FENCE = re.compile(r"^ {0,3}(?:```|~~~)")
NO_NAMES: Mapping[str, str] = {}
NO_FIELDS: frozenset[str] = frozenset()
ABBREVIATED = re.compile(r"\b(?:[ap]\.m|[jJsS]r)\.$")
TABLE = re.compile(r"^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-*:?\s*)+$")  # the line under a table's head
HEAD_FIELDS = frozenset({"title", "authors", "date"})


class _Head:
    """What the head's lines say, gathered while they are walked."""

    __slots__ = ("agency", "authors", "basis", "date", "roles", "title", "updated")

    def __init__(self) -> None:
        self.title: str | None = None
        self.authors: tuple[str, ...] = ()
        self.agency: str | None = None
        self.date: str | None = None
        self.basis: str | None = None
        self.updated: str | None = None
        self.roles: dict[int, Line] = {}


def read_markdown_in_steps(
    path: str,
    text: str,
    *,
    first_line: int = 1,
    given: Record | None = None,
    given_fields: frozenset[str] = NO_FIELDS,
    names: bool = True,
    aliases: Mapping[str, str] = NO_NAMES,
    timezone: str = "UTC",
    language: str = "en",
    lines_wanted: bool = True,
) -> Steps[Record]:
    """The record of a Markdown body whose first line is the file's line `first_line`; `markdown` is what is left to mark up.

    `language` is the site's, for texts that don't tell theirs.
    """
    if OPEN in text or CLOSE in text:
        text = text.replace(OPEN, "\ufffd").replace(CLOSE, "\ufffd")
    lines = text.split("\n")
    language = languages.language_of(text, given.language if given else None, language)
    english = _gloss(language)
    head = _head(lines, first_line, given, given_fields, lambda line: byline.parse(english(line), timezone))
    found: tuple[Reference, ...] = ()
    if ("[" in text or "(" in text) and ("\n[" in text or text[:1] == "[" or "\n(" in text):  # one sign is seen far sooner
        found = _lift(lines, first_line, head.roles, english)
    remaining = "\n".join(lines) if head.roles or found else text
    place = None
    if "dateline" not in given_fields:  # it stays in the story, as it was printed; what reads on in the story needs it without
        place = _lift_dateline(lines, head.roles, first_line)
    if head.date is None and place is not None and place.day:
        head.date, head.basis = place.day.isoformat(), "dateline"
    blocks = _blocks(lines, first_line)
    yield
    people, places, organizations = _names(blocks, place, names=names, given=given_fields, aliases=aliases, language=language)
    yield
    confidence = {} if head.title is None else {"title": 0.98}
    return Record(
        path,
        title=head.title,
        authors=head.authors,
        agency=head.agency or (place.agency if place else None),
        date=head.date,
        date_basis=head.basis,
        updated=head.updated,
        dateline=place.place if place else None,
        references=found,
        people=people,
        places=places,
        organizations=organizations,
        blocks=blocks,
        lines=_lines(text, first_line, head.roles) if lines_wanted else (),
        confidence=confidence,
        markdown=remaining,
    )


read_markdown = in_one_go(read_markdown_in_steps)


def _gloss(language: str) -> Callable[[str], str]:
    """What puts a line's beginning, its labels and its date into English."""
    if language == "en":
        return str
    known = languages.glosses(language)
    return lambda line: languages.in_english(line, known)


def _head(
    lines: list[str], first_line: int, given: Record | None, fields: frozenset[str], parse: Callable[[str], byline.Head]
) -> _Head:
    """Reads title, byline and date from the first lines and blanks the lines that held them."""
    head = _Head()
    other = given.title if given and "title" in fields else None
    seen = 0
    for index, line in enumerate(lines[: HEAD_LINES * 2]):
        if blank(line):
            continue
        seen += 1
        role = None
        if line.lstrip()[:1] == "#":
            words = _heading(line, HEADING)
            if words and not head.roles and ("title" not in fields or _is_same(words, other)):
                head.title, role = words, "title"
        elif head.roles or seen == 1:
            role = _meta(line, head, fields, parse)
        if role is None or seen > HEAD_LINES:
            break
        head.roles[index] = Line(first_line + index, role, RULES[role])  # type: ignore[arg-type] # roles are RULES' keys
        lines[index] = ""
    return head


def _is_same(heading: str, title: str | None) -> bool:
    return bool(title) and title_key(heading) == title_key(title)


RULES = {"title": "markdown-heading", "byline": "byline", "date": "posted-line"}


def _meta(line: str, head: _Head, fields: frozenset[str], parse: Callable[[str], byline.Head]) -> str | None:
    """The role of a byline or a date line, its words noted; None for anything else."""
    if fields >= HEAD_FIELDS:
        return None
    plain = line.strip().strip("*_ ")
    if len(plain) > byline.LONGEST or not plain or (plain[-1] in ".!?" and not ABBREVIATED.search(plain)):
        return None
    said = parse(plain)
    if head.authors and said.credited and said.sure >= 1 and not (said.by or said.dated or said.names):
        return "byline"  # the author's job
    if said.sure < 1 or not ((said.by and (said.names or said.agency)) or (said.dated and (said.posted or said.updated))):
        return None
    if said.names and not said.by:
        return None
    head.authors = head.authors or said.names
    head.agency = head.agency or said.agency
    if said.posted and head.date is None:
        head.date, head.basis = said.posted, "byline-line" if said.by else "posted-line"
    head.updated = head.updated or said.updated
    return "byline" if said.by else "date"


def _lift(lines: list[str], first_line: int, roles: dict[int, Line], english: Callable[[str], str]) -> tuple[Reference, ...]:
    """Takes whole-line references out, a marker in the place of each; Markdown's links, definitions and code stay."""
    found: list[Reference] = []
    fenced = False
    for index, line in enumerate(lines):
        if line[:1] in "`~ " and FENCE.match(line):
            fenced = not fenced
        elif line[:1] in {"[", "("} and not fenced and len(line) < 420 and not DEFINITION.match(line):  # noqa: PLR2004 - as the rule
            pointer = references.bracketed(english(line.strip()))
            if pointer is not None:
                roles[index] = Line(first_line + index, "reference", "bracketed-reference")
                lines[index] = f"{OPEN}{len(found)}{CLOSE}"
                found.append(pointer.reference)
    return tuple(found)


def _lift_dateline(lines: list[str], roles: dict[int, Line], first_line: int) -> dateline.Dateline | None:
    """Takes the dateline off the first paragraph."""
    for index, line in enumerate(lines):
        if line and index not in roles and not blank(line):
            if not (line[0].isupper() or line[0] == "*"):
                return None
            plain = line.replace("**", "", 2) if line[0] == "*" else line
            found = dateline.read(plain)
            if (
                found is None
                and len(plain) < dateline.LONGEST
                and plain.rstrip().endswith(("-", "–", "—"))
                and dateline.is_dated(plain)
            ):
                found = dateline.read(plain.rstrip(" -–—") + " — x")
                lines[index] = ""
                roles[index] = Line(first_line + index, "dateline", "dateline-alone")
            elif found is not None:
                lines[index] = plain[found.end :].lstrip()
                roles[index] = Line(first_line + index, "body", "dateline")
            return found
    return None


def _lines(text: str, first_line: int, roles: dict[int, Line]) -> tuple[Line, ...]:
    return tuple(
        roles.get(number) or Line(first_line + number, "body", "markdown")
        for number, line in enumerate(text.split("\n"))
        if line and not blank(line)
    )


def _blocks(lines: list[str], first_line: int) -> tuple[Block, ...]:
    """The body's paragraphs, subheads and references, for names, summaries and search; not for markup."""
    blocks: list[Block] = []
    held: list[str] = []
    start = 0
    for number, line in enumerate(lines, first_line):
        special = line[:1] in {OPEN, "#"} and line != ""
        if held and (special or blank(line)):
            blocks.append(_held(held, start))
            held = []
        if special:
            blocks.append(_special(line, number))
        elif line and not blank(line):
            if not held:
                start = number
            held.append(line.strip())
    if held:
        blocks.append(_held(held, start))
    return tuple(blocks)


def _held(held: list[str], start: int) -> Block:
    """A paragraph; or a table, whose lines stay lines."""
    if len(held) > 1 and "|" in held[1] and TABLE.match(held[1]):
        return Block("preformatted", "\n".join(held), start)
    return Block("paragraph", " ".join(held), start)


def _special(line: str, number: int) -> Block:
    if line[0] == OPEN and line[-1] == CLOSE:
        return Block("reference", "", number, int(line[1:-1]))
    words = _heading(line, SUBHEAD)
    return Block("subhead", words, number) if words else Block("paragraph", line.strip(), number)


def _heading(line: str, marks: re.Pattern[str]) -> str:
    """The words of a heading, without its marks before and behind them; none if it isn't one."""
    match = marks.match(line)
    return line[match.end() :].rstrip().rstrip("#").rstrip() if match else ""


def _names(
    blocks: tuple[Block, ...],
    line: dateline.Dateline | None,
    *,
    names: bool,
    given: frozenset[str],
    aliases: Mapping[str, str],
    language: str,
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    if not names or {"people", "places", "organizations"} <= given:
        return (), (), ()
    from sitegen.reader.names import find_names  # noqa: PLC0415 - the gazetteer is wanted only where names are

    text = "\n".join(block.text for block in blocks if block.kind in {"paragraph", "preformatted"})
    found = find_names(text[:100_000], datelines=(line.place,) if line else (), aliases=aliases, language=language)
    return found.people, found.places, found.organizations
