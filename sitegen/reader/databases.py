"""Texts out of a database of newspapers: labels that no newspaper prints, above the story and below it."""

import re
from collections.abc import Iterator

from sitegen.reader import agencies
from sitegen.reader.labels import MEANINGS, SURE, TITLES, TURNED
from sitegen.reader.rows import Row
from sitegen.reader.surroundings import PROSE

TOP, FOOT = 40, 60  # rows in which fields are looked for
OPENING = 3  # rows within which a block of fields begins
FEWEST = 3  # labels
NUMBERED = re.compile(r"\d{1,3}\. (?P<headline>\S.{8,})")
RECORD = re.compile(r"Record: \d{1,4}")
STOPPED_TITLE = re.compile(r"(?:[^\s.!?]+ ){3,30}[^\s.!?]{3,}\.")
OWNER_WORDS = 8
TOLD = frozenset({"memo", "correction", "clarification"})  # labels before what a newspaper says of its story
RIGHTS = frozenset({"copyright", "©", "c)"})  # how a line begins that tells whose they are
STRAY = 3  # other rows below the last field: whose rights they are, the end of the document
FIELD = re.compile(r"(?P<label>[A-Za-z][A-Za-z /-]{1,29}|(?:dc|content|slash|wfw):\w{2,20})\d?:(?P<words>\s+\S.*)?$")
LABEL_END = 31  # characters within which a label's colon stands
SUMMARIES, SUMMARY_ROWS = (
    frozenset({"abstract (summary)", "abstract"}),
    6,
)  # over what a database says of a story, down to `Full text`
ILLUSTRATED = "[Illustration] "  # before the label of a caption
DATABASES = re.compile(r"(?:newsbank|proquest|lexisnexis|nexis|factiva|gale|ebsco|newspapers\.com)\b")
# Of a document's parts.
HEADINGS = frozenset(
    {*("body", "graphic", "classification", "end of document", "proquest document link"), "indexing (details)", "full text"}
)
PICTURES = frozenset(
    {"photo", "photos", "color photo", "color photos", "photograph", "photographs", "picture", "pictures"}
)  # and no more

Field = tuple[str, str]  # label and words


def ends(rows: list[Row]) -> Iterator[Row]:
    """The rows of a text's beginning and of its end, where fields stand."""
    yield from rows[:TOP]
    yield from rows[max(TOP, len(rows) - FOOT) :]


def field_of(row: Row) -> Field | None:
    """The label of a row, in small letters, and its words; None where it has none."""
    text = row.text.removeprefix(ILLUSTRATED)
    match = FIELD.match(text) if ":" in text[:LABEL_END] else None
    if match is None or "--" in match["label"]:  # `RUSHING -- Marle: Voss 24-119.`
        return None
    return match["label"].strip().casefold(), (match["words"] or "").strip()


def fields_of(rows: list[Row]) -> dict[int, Field]:
    """The fields above and below the story, where they are a database's."""
    fields = dict((*_above(rows), *_below(rows)))
    labels, numbered, listed = {label for label, _ in fields.values()}, RECORD.fullmatch(rows[0].text), _listed(rows)
    if (labels.isdisjoint(SURE) and not (numbered or listed)) or len(labels & MEANINGS.keys()) < FEWEST:
        return {}
    fields = listed | fields | dict((*_owners(rows), *_headed(rows)))
    if numbered:  # its labels stand on one line or on two
        last = next((row.place for row in rows[:TOP] if row.opening == "database"), 0)
        fields = dict.fromkeys(range(last + 1), ("", "")) | fields
    authors = {words for label, words in fields.values() if MEANINGS.get(label) == "author"}
    fields |= {row.place: ("author", row.text) for row in rows[:OPENING] if row.text.rstrip(".") in authors}
    if min(fields) == 1 and STOPPED_TITLE.fullmatch(rows[0].text):
        fields[0] = ("title", rows[0].text)
    return {
        place: ("subjects" if label == "subject" else label, _as_headed(label, words))
        for place, (label, words) in fields.items()
    }


def _listed(rows: list[Row]) -> dict[int, Field]:
    """What a database sets above a document when it delivers some: a list of their headlines, `1. Board puts off vote`, and what was asked."""
    for row in rows[:TOP]:
        if row.text[0].isdigit() and (match := NUMBERED.fullmatch(row.text)):
            again = next((one.place for one in rows[row.place + 1 : TOP] if one.text == match["headline"]), None)
            return dict.fromkeys(range(again), ("", "")) if again else {}
    return {}


def _as_headed(label: str, words: str) -> str:
    """A field's words; a headline without the stop that databases set behind it, as citations do."""
    return words.removesuffix(".") if label in TITLES and STOPPED_TITLE.fullmatch(words) else words


def _owners(rows: list[Row]) -> Iterator[tuple[int, Field]]:
    """The lines above the story that name the newspaper, as the line on its rights says."""
    rights = " ".join(row.key for row in rows[:TOP] if row.opening == "copyright")
    yield from ((row.place, ("", "")) for row in rows[:OPENING] if DATABASES.match(row.key))
    for row in rows[:TOP]:
        paper = row.key.partition(" (")[0].removeprefix("the ")
        if row.words <= OWNER_WORDS and paper in rights and row.opening != "copyright" and agencies.of(row.text) is None:
            yield row.place, ("", "")


def _headed(rows: list[Row]) -> Iterator[tuple[int, Field]]:
    """The headings of a document's parts, and the line under that of pictures."""
    for row in ends(rows):
        name = row.key.rstrip(":")
        if name in HEADINGS or (name == "details" and any(map(field_of, rows[row.place + 1 : row.place + 2]))):
            yield row.place, ("", "")
        if name in SUMMARIES:
            near = rows[row.place : row.place + SUMMARY_ROWS]
            full = next((one.place for one in near if one.key.rstrip(":") == "full text"), row.place + 1)
            yield from ((place, ("", "")) for place in range(row.place, full))
        kind, pictures = field_of(row) or (name, "")
        alone = MEANINGS.get(kind) == "picture" and (kind == name or pictures.casefold() in PICTURES)
        if alone and row.place + 1 < len(rows):
            yield row.place, ("", "")
            below = rows[row.place + 1]
            label, words = field_of(below) or ("", "")
            yield below.place, (label, words) if MEANINGS.get(label) == "picture" else (kind, below.text)


def _above(rows: list[Row]) -> Iterator[tuple[int, Field]]:
    """The known fields down to the story's first paragraph, and the others between them."""
    begun, unknown, last = False, list[int](), ""
    for row in rows[:TOP]:
        field = field_of(row) if ":" in row.text[:LABEL_END] else None
        if field is None:
            if begun or (row.words >= PROSE and row.stop):
                return
            if last == "author" and row.indent and TURNED.fullmatch(row.text):  # each on a line of its own
                yield row.place, ("author", row.text)
        elif field[0] not in MEANINGS:
            unknown.append(row.place)
        else:
            yield from ((place, ("", "")) for place in unknown if last)
            unknown, last = [], MEANINGS[field[0]]
            if not begun or MEANINGS[field[0]] == "author":  # a story may have fields of its own: of the book that it reviews
                yield row.place, field
            if begun:
                return
            begun = MEANINGS[field[0]] == "body"  # `Full Text:`, below which the byline may stand


def _below(rows: list[Row]) -> Iterator[tuple[int, Field]]:
    """The fields at the end, up to the story's last paragraph; what stands among them is one, known or not."""
    stray = 0
    cited = next((row.place for row in rows[-OPENING:] if row.key.startswith("source citation")), len(rows))
    yield from ((row.place, ("", "")) for row in rows[cited:])
    for row in rows[max(0, len(rows) - FOOT) : cited][::-1]:
        field = field_of(row)
        if field is not None:
            if field[0] not in TOLD:
                yield row.place, field
        elif row.opening in RIGHTS:
            continue
        elif row.words >= PROSE or (stray := stray + 1) > STRAY:
            return
