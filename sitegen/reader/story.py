"""Rows of the story → its blocks, its dateline, and the names in it."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import takewhile

from msgspec.structs import replace

from sitegen.model import Block, Reference
from sitegen.reader import agencies, dateline, forms, posts, references, shown, tables
from sitegen.reader.decide import Choice
from sitegen.reader.layout import blank
from sitegen.reader.rows import VERSE_INDENT, Row, clean
from sitegen.reader.sheet import Kind, Middle
from sitegen.reader.words import places

Pair = tuple[Row, Choice]
WHITE = re.compile(r"\s{2,}|[^\S ]")  # all but single spaces
VERSE_WORDS = 14  # of a line of verse are fewer
ITEMS = frozenset({"- ", "* ", "• ", "– ", "· "})
STORY_KINDS: frozenset[Kind] = frozenset({"body", "signed", "clock"})  # letters' signatures and hours of a running report stay
NAMES_FROM = 100_000  # characters of the story in which names are looked for
HEADING, HEADING_CAPITALS = 160, 0.6  # characters; share of words
ABBREVIATED = 4  # letters: a shorter dateline within the story is a label
STOPS = frozenset(".!?…,;")
OF_SIDE = re.compile(r"[A-Z]\w{0,15}: [A-Z]")  # `RUSHING -- Marle: Voss 24-119`
SURELY_DATED, DATED, POINT_WORDS = 2, 4, 18  # paragraphs that are asked for the dateline; words of a point above them
# `Updated June 22, 2019 07:45 am IST - PORT HALE`, `Written by Iva Voss | Port Hale | Updated: March 6, 2020`, `PORT HALE:, June 29, 2016`
# `Jan 26th 2013 | VALLETTA`, `Written by Iva Voss | Pune |`: a town that the gazetteer knows
BARRED = re.compile(
    r"\b(?:19|20)\d\d \| ([A-Z][A-Z .,'’-]{2,30}?)(?: \||$)|[Bb]y [A-Z][^|]{3,40} \| ([A-Z][a-z]+(?: [A-Z][a-z]+)?) \|$"
)
POSTED_FROM = re.compile(
    r"\b(?:IST|GMT|BST) - ([A-Z][A-Z .'’-]{3,30})$"
    r"|[Bb]y [A-Z][^|]{3,40} \| ([A-Z][a-z]+(?: [A-Z][a-z]+)?) \| (?:Updated|Published|Posted)\b"
    r"|^(?![A-Z]*DAY\b|UPDATED|PUBLISHED|POSTED)([A-Z][A-Z .'’-]{2,30}):?, (?:[A-Z][a-z]{2,8} \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]{2,8} \d{4})"
)
# `PORT HALE — The Canadian Press`, below the author
SIGNED = re.compile(r"([A-Z][A-Z .,'’-]{2,30}) [—–-] ([A-Z][\w ]{1,30})")
LISTED = "listed"  # the rule of lines that something announces
TELLING = 12  # paragraphs that may tell where a town is


def of(pairs: list[Pair], middle: Middle | None) -> tuple[tuple[Reference, ...], tuple[Block, ...]]:
    """The references and the blocks of the story, in order."""
    found: list[Reference] = []
    blocks: list[Block] = []
    kind = "related"
    tabled = _tables(pairs)
    for row, choice in pairs:
        if row.place in tabled:
            blocks += tabled[row.place]
        elif choice.kind == "heading":
            kind = references.heading(row.text) or references.offered(row.text) or "related"
        elif choice.kind in {"reference", "item"}:
            _refer(found, blocks, row, [_reference(row, choice.kind, kind)])
        elif choice.kind in SET:
            SET[choice.kind](blocks, row)
        elif middle is not None and row.place == middle.place:
            blocks.extend(
                Block("paragraph", clean(line), n) for n, line in enumerate(middle.lines, row.first) if not blank(line)
            )
        elif choice.kind in STORY_KINDS and choice.rule != shown.AGAIN:
            if choice.rule == LISTED and not row.said[0].isdigit() and not row.columns:
                _add_listed(blocks, row, pairs)
            elif _is_item(row) or _is_verse(row):
                _add_set(blocks, row, _next_line(pairs, row))
            else:
                blocks.append(Block("paragraph", _spaced(row.said), row.first))
            _refer(found, blocks, row, references.inside(row.text) if "[" in row.text else [])
    return tuple(found), forms.shaped(tuple(blocks))


def _refer(found: list[Reference], blocks: list[Block], row: Row, made: list[Reference]) -> None:
    """Adds references, each in its place."""
    for reference in made:
        blocks.append(Block("reference", "", row.first, len(found)))
        found.append(reference)


def _tables(pairs: list[Pair]) -> dict[int, tuple[Block, ...]]:
    """The tables, by the place of their first row; nothing at the places of the others."""
    found: dict[int, tuple[Block, ...]] = {}
    raw = "\n".join([row.raw for row, _ in pairs])
    for run in _set_runs(pairs) if "  " in raw or "\t" in raw else ():
        if cells := tables.table([row.raw for row in run]):
            found |= dict.fromkeys((row.place for row in run), ())
            found[run[0].place] = (Block("table", "\n".join(map("\t".join, cells)), run[0].first),)
    return found


def _set_runs(pairs: list[Pair]) -> Iterator[list[Row]]:
    """Lines of the story that may be a table's, one below the other; a rule above the last is passed over."""
    run: list[Row] = []
    for row, choice in pairs:
        if choice.kind == "body" and _is_set(row):
            if row.gap:
                yield run
                run = []
            run.append(row)
        elif row.gap or choice.kind != "furniture" or any(map(str.isalnum, row.text)):
            yield run
            run = []
    yield run


def _is_set(row: Row) -> bool:
    """Whether a line may be a table's."""
    return row.first == row.last and (tables.is_spaced(row.raw) or row.indent >= VERSE_INDENT)


def _next_line(pairs: list[Pair], row: Row) -> Row | None:
    """The line directly below, where it is of the story too."""
    if row.after or row.place + 1 >= len(pairs):
        return None
    following, choice = pairs[row.place + 1]
    return following if choice.kind == "body" else None


def _reference(row: Row, kind: Kind, listed: str) -> Reference:
    if kind == "reference" and (
        pointer := references.bracketed(row.text)
        or references.labelled(row.text)
        or references.lone(row.text)
        or references.led(row.text)
    ):
        return pointer.reference
    return references.item(row.text, listed)


def _add_post(blocks: list[Block], row: Row) -> None:
    """A line of a post, behind those above that its owner doesn't end."""
    line = "\n".join(filter(None, posts.parted(row.said)))
    if blocks and blocks[-1].kind == "post" and not posts.parted(blocks[-1].text.rpartition("\n")[2])[1]:
        blocks[-1] = Block("post", f"{blocks[-1].text}\n{line}", blocks[-1].line)
    else:
        blocks.append(Block("post", line, row.first))


def _add_subhead(blocks: list[Block], row: Row) -> None:
    blocks.append(Block("subhead", row.said, row.first))


SET: dict[Kind, Callable[[list[Block], Row], None]] = {"post": _add_post, "subhead": _add_subhead}


def _add_listed(blocks: list[Block], row: Row, pairs: list[Pair]) -> None:
    """The lines that something announces, with points or without, are one list."""
    if blocks and blocks[-1].kind == "list" and pairs[row.place - 1][1].rule == LISTED:
        blocks[-1] = Block("list", f"{blocks[-1].text}\n{_spaced(row.said)}", blocks[-1].line)
    else:
        blocks.append(Block("list", _spaced(row.said), row.first))


def _add_set(blocks: list[Block], row: Row, following: Row | None) -> None:
    """Lines set in columns or indented as verse stay lines of one block, and so do a list's items; one alone is a paragraph."""
    if _is_item(row) and row.gap == 0 and blocks and blocks[-1].kind == "list" and blocks[-1].text[0] == row.said[0]:
        blocks[-1] = Block("list", blocks[-1].text + "\n" + _spaced(row.said), blocks[-1].line)
    elif _is_item(row) and following is not None and _is_item(following) and following.said[0] == row.said[0]:
        blocks.append(Block("list", _spaced(row.said), row.first))
    elif _is_verse(row) and row.gap == 0 and blocks and blocks[-1].kind == "preformatted":
        blocks[-1] = Block("preformatted", blocks[-1].text + "\n" + row.raw.rstrip(), blocks[-1].line)
    elif _is_verse(row) and following is not None and (row.columns or _is_verse(following)):
        blocks.append(Block("preformatted", row.raw.rstrip().strip("\ufeff"), row.first))
    else:
        blocks.append(Block("paragraph", _spaced(row.said), row.first))


def _spaced(text: str) -> str:
    return WHITE.sub(" ", text) if "  " in text else text


def _is_item(row: Row) -> bool:
    """Whether a line is set as an item of a list is."""
    return row.said[:2] in ITEMS


def _is_verse(row: Row) -> bool:
    """Whether a line is set in columns, or set in as verse is."""
    return row.first == row.last and (row.columns or row.indent >= VERSE_INDENT) and row.words < VERSE_WORDS


def dateline_of(pairs: list[Pair], blocks: tuple[Block, ...], told: str) -> dateline.Dateline | None:
    """The dateline, on a line of its own or at the beginning of the first paragraphs; `told` may tell where its town is."""
    office = posted = None
    for row, choice in pairs:
        if posted is None and choice.kind in {"date", "byline"} and (town := _posted_from(row.text)):
            posted = dateline.Dateline(town, None, None, 0)
        if choice.kind == "dateline":
            found = dateline.read(dateline.DESK.sub("", row.text.rstrip(" -–—,")) + " — x")
            if found is None or found.place:
                return replace(found, end=0) if found else dateline.Dateline(row.text.rstrip(" :,"), None, None, 0)
            office = office or replace(found, end=0)  # `(MCT)`: the agency alone, with the place on the next lines
    first = [block for block in blocks if block.kind == "paragraph"][:DATED]
    points = len(list(takewhile(_sums_up, first)))
    for place, block in enumerate(first):
        # further down only one that nothing else looks like: the dek may stand above
        sure = place < SURELY_DATED or place <= points or dateline.opens(block.text)
        alone = (
            dateline.DAYED.match(block.text) is None or sum(dateline.DAYED.match(one.text) is not None for one in blocks) == 1
        )
        if sure and alone and (found := dateline.read(block.text, told)):
            return replace(found, agency=found.agency or office.agency) if office else found
    return office or posted


def _sums_up(block: Block) -> bool:
    """Whether a paragraph may be one of the points that stand above a story, a short sentence each."""
    return block.text.count(" ") < POINT_WORDS and block.text[-1] == "."


def _posted_from(text: str) -> str | None:
    """The town that the line of the day or of the author tells."""
    if (signed := SIGNED.fullmatch(text)) and agencies.of(signed[2]):
        return signed[1]
    barred = BARRED.search(text)
    named = str(barred[1] or barred[2]) if barred else ""
    if named.title() in places():
        return named
    town = POSTED_FROM.search(text)
    return next(filter(None, town.groups()), None) if town else None


def told(blocks: tuple[Block, ...], beside: Iterable[str]) -> str:
    """What the story tells, and what stands beside it: the headline, the captions."""
    return " ".join([*beside, *[block.text for block in blocks if block.kind == "paragraph"][:TELLING]])


def _opens(block: Block, line: dateline.Dateline, told: str) -> bool:
    """Whether a dateline opens a paragraph; its agency may stand elsewhere."""
    found = dateline.read(block.text, told)
    return found is not None and (found.place, found.end) == (line.place, line.end)


def without(blocks: tuple[Block, ...], line: dateline.Dateline, told: str) -> tuple[Block, ...]:
    """The story without the dateline that opens it."""
    if not line.end:
        return blocks
    index = next(at for at, block in enumerate(blocks) if block.kind == "paragraph" and _opens(block, line, told))
    block = blocks[index]
    return (*blocks[:index], Block("paragraph", block.text[line.end :].lstrip(), block.line), *blocks[index + 1 :])


def joined(pairs: list[Pair], blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The story with a dateline that stands on a line of its own before its first paragraph."""
    own = next((row for row, choice in pairs if choice.kind == "dateline"), None)
    first = next((index for index, block in enumerate(blocks) if block.kind == "paragraph"), None)
    if own is None:
        return blocks
    if first is None:
        return (Block("paragraph", own.text, own.first), *blocks)
    return (*blocks[:first], Block("paragraph", f"{own.text} {blocks[first].text}", own.first), *blocks[first + 1 :])


def _is_heading(paragraph: str) -> bool:
    """Whether a line is no sentence and set as headlines are, which makes names of all words."""
    if len(paragraph) > HEADING or paragraph.rstrip("\"'”’) ")[-1:] in STOPS:
        return False
    words = paragraph.split()
    return sum([word[0].isupper() for word in words]) > HEADING_CAPITALS * len(words)


def names_in(
    texts: list[str],
    *,
    names: bool,
    given: frozenset[str],
    aliases: Mapping[str, str],
    line: dateline.Dateline | None,
    language: str,
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """The people, places and organisations that the texts name, where they are wanted."""
    if not names or {"people", "places", "organizations"} <= given:
        return (), (), ()
    from sitegen.reader.names import find_names  # noqa: PLC0415 - the gazetteer is wanted only where names are

    text, size = [], 0
    lines = [line] if line else []
    for paragraph in texts:
        if _is_heading(paragraph):
            continue
        own = dateline.read(paragraph) if paragraph[:2].isupper() else None
        if own and len(own.place) > ABBREVIATED and not OF_SIDE.match(paragraph, own.end):
            lines.append(own)
            paragraph = paragraph[own.end :]  # noqa: PLW2901
        if not paragraph.isupper():  # no capital of such a paragraph shows a name
            text.append(paragraph)
        size += len(paragraph)
        if size > NAMES_FROM:
            break
    towns = tuple(dict.fromkeys(own.place for own in lines))
    found = find_names("\n".join(text)[:NAMES_FROM], datelines=towns, aliases=aliases, language=language)
    return found.people, found.places, found.organizations
