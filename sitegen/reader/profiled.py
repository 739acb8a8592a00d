"""A text read under a source profile: lines of its forms taken out before, what it says of all its texts filled in after.

The reader itself knows of no profile. A line of furniture is left blank for it, and a byline in the folder's own form is shown
to it as the usual `By …`; so a profile can add to what is known of a text, and every line that it takes is in the record under
the profile's name.
"""

import re
from collections.abc import Iterator
from functools import lru_cache, partial
from typing import NamedTuple, Protocol

from msgspec import structs

from sitegen.model import Evidence, Line, Profile, Record, Role, Said
from sitegen.reader import byline, hypertext
from sitegen.reader.layout import blank
from sitegen.reader.rows import clean, plain_signs
from sitegen.reader.sheet import NUMBER, SIGNS
from sitegen.reader.unfolding import unfolded
from sitegen.steps import Steps


class Reader(Protocol):
    """What reads a text, whose first line may be told."""

    def __call__(self, text: str, /, *, first_line: int = 1) -> Steps[Record]:
        """The record."""


LONGEST = 600  # characters of a line that may be furniture
LONGEST_BYLINE = 240
NAME = "{name}"
WHITE = re.compile(r"\s+")
FENCE = re.compile(r"^ {0,3}(?:```|~~~)")
HEAD_LINES = 15  # filled lines, above the first long paragraph, in which a known author's name alone is a byline
LONG_PARAGRAPH = 20  # words
BETWEEN_TITLE_AND_PAPER = (" | ", " - ", " – ", " — ", " :: ")
SHARE = 0.5  # of a text's words; furniture of more is a mistake


class Taken(NamedTuple):
    """What a profile takes a line for."""

    role: Role
    rule: str
    names: tuple[str, ...] = ()


class _Forms(NamedTuple):
    """A profile's forms of lines, ready for comparing."""

    whole: dict[str, str]  # a line's normal form → the rule
    parted: tuple[tuple[tuple[str, ...], str], ...]  # the pieces between `*`, and the rule
    bylines: tuple[tuple[tuple[str, ...], tuple[str, ...], str], ...]  # the pieces before and after the name
    authors: dict[str, Said]


class Under(NamedTuple):
    """A record read under a profile."""

    record: Record
    bare: bool  # whether the profile took more than half of the text's words as furniture: its forms are too wide, most likely


def read(
    profile: Profile,
    reading: Reader,
    text: str,
    *,
    first_line: int,
    given: frozenset[str],
    raw: bool,
) -> Steps[Under]:
    """A text read under a profile. `reading` reads a text, `given` names the fields that front matter says, `raw`: no Markdown.

    Of a text in which lines were run together, the profile sees them apart.
    """
    apart = unfolded(text) if raw else None
    if apart is None:
        return (yield from _read(profile, reading, text, first_line, given, raw=raw))
    record, bare = yield from _read(profile, partial(reading, first_line=0), apart.text, 0, given, raw=raw)
    return Under(apart.folded(record, text, first_line, given), bare)


def _read(profile: Profile, reading: Reader, text: str, first_line: int, given: frozenset[str], *, raw: bool) -> Steps[Under]:
    lines = text.split("\n")
    taken = dict(_taken(lines, forms(profile)))
    bylines = {index for index, one in taken.items() if one.role == "byline"} if raw else set()
    record = yield from reading(_shown(lines, taken, bylines))
    if bylines and bylines != {line.n - first_line for line in record.lines if line.role == "byline"} & bylines:
        record = yield from reading(_shown(lines, taken, set()))  # the text doesn't bear them out: the profile alone says so
    words = sum(line.count(" ") + 1 for line in lines if line)
    furniture = sum(lines[index].count(" ") + 1 for index, one in taken.items() if one.role == "furniture")
    return Under(_filled(_with(record, taken, first_line, given), profile, given), furniture > SHARE * words)


def _shown(lines: list[str], taken: dict[int, Taken], bylines: set[int]) -> str:
    """The text as the reader sees it."""
    return "\n".join(
        line if index not in taken else "By " + " and ".join(taken[index].names) if index in bylines else ""
        for index, line in enumerate(lines)
    )


def _with(record: Record, taken: dict[int, Taken], first_line: int, given: frozenset[str]) -> Record:
    """The record with the lines that the profile took, and the authors that stand there."""
    if not taken:
        return record
    others = [line for line in record.lines if line.n - first_line not in taken]
    own = [Line(index + first_line, one.role, one.rule) for index, one in taken.items()]
    names = [name for one in taken.values() for name in one.names]
    evidence = dict(record.evidence)
    if names and "authors" not in given:
        numbers = tuple(index + first_line for index, one in taken.items() if one.names)
        evidence["authors"] = Evidence(next(one.rule for one in taken.values() if one.names), numbers)
    return structs.replace(
        record,
        authors=tuple(dict.fromkeys((*record.authors, *names))),
        lines=tuple(sorted((*others, *own), key=lambda line: line.n)),
        evidence=evidence,
    )


def _taken(lines: list[str], known: _Forms) -> Iterator[tuple[int, Taken]]:
    """The lines of a profile's forms, by their place."""
    fenced, seen = False, 0
    for index, line in enumerate(lines):
        if not line or blank(line):
            continue
        if line[0] in " `~" and FENCE.match(line):
            fenced = not fenced
        seen += 1 if line.count(" ") < LONG_PARAGRAPH else HEAD_LINES
        if fenced or len(line) > LONGEST:
            continue
        written = clean(line)
        text = clean(hypertext.meant(hypertext.TAG.sub(" ", line))) if "<" in line else written  # as its readers saw it
        if rule := furniture(written, known) or furniture(text, known):
            yield index, Taken("furniture", rule)
        elif found := _author(text, known, head=seen <= HEAD_LINES):
            yield index, found


def normal(text: str) -> str:
    """A line as forms are compared: small letters, plain quotes, `#` for numbers, no signs at the ends."""
    key = plain_signs(text.casefold())
    return " ".join(NUMBER.sub("#", key).split()).strip(SIGNS)


def furniture(text: str, known: _Forms) -> str | None:
    """The rule by which a line is furniture."""
    key = normal(text)
    return known.whole.get(key) or next((rule for pieces, rule in known.parted if _fits(key, pieces)), None)


def _fits(text: str, pieces: tuple[str, ...]) -> bool:
    """Whether a text is these pieces with anything between. Each is looked for once, from the left: no pattern backtracks here."""
    first, *middle, last = pieces
    if not text.startswith(first) or not text.endswith(last) or len(text) < len(first) + len(last):
        return False
    place, end = len(first), len(text) - len(last)
    for piece in middle:
        found = text.find(piece, place, end)
        if found < 0:
            return False
        place = found + len(piece)
    return True


def _author(text: str, known: _Forms, *, head: bool) -> Taken | None:
    """The byline that a line is: in one of the forms, or a known author's name alone near the top."""
    if len(text) > LONGEST_BYLINE or not (known.bylines or known.authors):
        return None
    author = known.authors.get(normal(text)) if head else None
    if author is not None:
        return Taken("byline", author.rule, (author.text,))
    for before, after, rule in known.bylines:
        name = _between(NUMBER.sub("#", plain_signs(text)), before, after)
        names = byline.parse("By " + name).names if name else ()
        if names:
            return Taken("byline", rule, tuple(_known(one, known) for one in names))
    return None


def _known(name: str, known: _Forms) -> str:
    """A name as the profile spells it."""
    author = known.authors.get(normal(name))
    return author.text if author else name


def _between(text: str, before: tuple[str, ...], after: tuple[str, ...]) -> str | None:
    """What stands between the pieces of a form: the shortest beginning, then the shortest name."""
    low = text.casefold()
    if len(low) != len(text) or not low.startswith(before[0]):
        return None
    start = _walk(low, before[1:], len(before[0]))
    if start < 0:
        return None
    if len(after) == 1:
        end = len(text) - len(after[0])
        return text[start:end].strip() if end > start and low.endswith(after[0]) else None
    end = low.find(after[0], start)
    rest = _walk(low, after[1:-1], end + len(after[0])) if end > start else -1
    return text[start:end].strip() if rest >= 0 and low.endswith(after[-1]) and len(low) - len(after[-1]) >= rest else None


def _walk(text: str, pieces: tuple[str, ...], place: int) -> int:
    """Where a text goes on behind these pieces; -1 where they aren't in it."""
    for piece in pieces:
        found = text.find(piece, place)
        if found < 0:
            return -1
        place = found + len(piece)
    return place


def forms(profile: Profile) -> _Forms:
    """A profile's forms, made ready once."""
    return _forms(profile.furniture, profile.byline, profile.authors, profile.publisher)


@lru_cache(maxsize=256)
def _forms(furniture: tuple[Said, ...], bylines: tuple[Said, ...], authors: tuple[Said, ...], publisher: Said | None) -> _Forms:
    whole = {normal(publisher.text): publisher.rule} if publisher and publisher.text else {}
    whole |= {key: said.rule for said in furniture if "*" not in said.text and (key := normal(said.text))}
    parted = tuple((_pieces(said.text), said.rule) for said in furniture if "*" in said.text)
    return _Forms(whole, parted, tuple(_byline_pieces(said) for said in bylines), {normal(said.text): said for said in authors})


def _pieces(form: str) -> tuple[str, ...]:
    """The pieces of a form between its `*`, normal as lines are: at the ends signs count for nothing."""
    pieces = [NUMBER.sub("#", WHITE.sub(" ", plain_signs(piece.casefold()))) for piece in form.split("*")]
    return (pieces[0].lstrip(SIGNS), *pieces[1:-1], pieces[-1].rstrip(SIGNS))


def _byline_pieces(said: Said) -> tuple[tuple[str, ...], tuple[str, ...], str]:
    before, _, after = NUMBER.sub("#", plain_signs(said.text)).casefold().partition(NAME)
    return tuple(before.split("*")), tuple(after.split("*")), said.rule


# What a profile says of all its texts


def _filled(record: Record, profile: Profile, given: frozenset[str]) -> Record:
    """The record with what the text doesn't say from the profile; each such field's evidence names it."""
    record = _without_house(record, profile)
    evidence = dict(record.evidence)
    values: dict[str, object] = {}
    signed = bool(record.authors or record.agency) or any(line.role == "byline" for line in record.lines)
    for field, said, wanted in (
        ("agency", profile.agency, record.agency is None),
        ("section", profile.section, record.section is None),
        ("language", profile.language, record.language is None),
        ("credited_source", profile.publisher, record.credited_source is None),
        ("authors", profile.default_author, not signed),
    ):
        if said is not None and said.text and wanted and field not in given:
            values[field] = (said.text,) if field == "authors" else said.text
            evidence[field] = Evidence(said.rule)
    return structs.replace(record, **values, evidence=evidence)


def _without_house(record: Record, profile: Profile) -> Record:
    """The record without the paper's name behind the headline, and without it or its agency among the authors."""
    paper = profile.publisher.text if profile.publisher else ""
    houses = {normal(said.text): said.text for said in (profile.publisher, profile.agency) if said and said.text}
    authors = tuple(name for name in record.authors if normal(name) not in houses)
    agency = record.agency
    if profile.agency and len(authors) < len(record.authors) and normal(profile.agency.text) in map(normal, record.authors):
        agency = profile.agency.text
    title = record.title
    if paper and title:
        ends = (between + paper for between in BETWEEN_TITLE_AND_PAPER)
        title = next((title[: -len(end)] for end in ends if title.casefold().endswith(end.casefold())), title).strip() or title
    return structs.replace(record, authors=authors, agency=agency, title=title)
