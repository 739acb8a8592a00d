"""Texts from newspapers' databases: fields above and below the story, as `Publication info: …`, or codes of two letters."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from sitegen.reader.rows import Row, glossed
from sitegen.reader.surroundings import PROSE
from sitegen.reader.words import first_names

TOP, FOOT = 40, 60  # rows in which fields are looked for
FEWEST = 3  # labels, of which one is a database's alone
OWNER_WORDS = 8
STRAY = 3  # other rows below the last field: whose rights they are, the end of the document
FIELD = re.compile(r"(?P<label>[A-Za-z][A-Za-z /-]{1,29}):(?P<words>\s+\S.*)?$")
OWN = "FIELD:"  # how a field that tells nothing of the story is shown to the rules
OWN_WORDS = 100  # characters of it
TITLES = frozenset({"headline", "title"})
TAGS = frozenset({"subject", "subjects", "keywords", "descriptors", "index terms"})
AUTHORS = frozenset({"byline", "author", "authors", "author/byline"})
PICTURES = frozenset({"graphic", "caption", "photo caption"})
DEKS = frozenset({"highlight"})
PLAIN = frozenset({"dateline", "date", "publication date", "body", "full text", "lead paragraph"})
SILENT = frozenset(
    {
        *(
            "section",
            "length",
            "page",
            "pages",
            "edition",
            "source",
            "language",
            "location",
            "people",
            "abstract",
            "copyright",
            "distribution",
        ),
        *("publication", "publication title", "publication year", "word count", "first page", "database", "publisher"),
    }
)
TOLD = TITLES | TAGS | AUTHORS | PICTURES | DEKS | PLAIN
# Labels that no newspaper prints: they tell that a text is out of a database.
SURE = frozenset(
    {
        *("load-date", "publication-type", "document-type", "journal-code", "publication info", "full text", "document type"),
        *("proquest document id", "language of publication", "publication subject", "record number", "accession number"),
    }
)
KNOWN = TOLD | SILENT | SURE
ALONE = frozenset({"body", "graphic", "classification", "end of document", "proquest document link"})  # headings of their parts
# The letters before each field in one great database, and what they stand for.
CODED = re.compile(r"(?P<code>[A-Z]{2,3})(?:\s+(?P<words>\S.*))?$")
TOLD_CODES = {"HD": "HEADLINE", "BY": "BYLINE", "PD": "DATE", "SE": "SECTION", "ART": "GRAPHIC", "LP": "BODY", "TD": "BODY"}
SILENT_CODES = frozenset("CR WC ET SN SC ED PG LA CY VOL CLM CX NS RE CO IN IPC IPD PUB AN RF".split())
FEWEST_CODES = 5
NAME = r"[^\W\d_][\w'’.-]*"
TURNED = re.compile(rf"(?P<family>{NAME}(?: {NAME})?), (?P<given>{NAME}(?: {NAME})?)")
SECTION = re.compile(r"(?:SE|section:)\s+([^;,|]+)", re.IGNORECASE)
SHARE = re.compile(r"\s*\(\d{1,3}%\)")

_Field = tuple[str, str]  # label and words


def usual(rows: list[Row]) -> tuple[list[Row], str | None] | None:
    """The rows with their fields set as newspapers set them, and the headline; None where the text is from no database."""
    fields = _coded(rows) or _labelled(rows)
    if not fields:
        return None
    told = {place: words for place, (label, words) in sorted(fields.items()) if label in TITLES and words}
    headline = next(iter(told.values()), None)
    above = [row.place for row in rows if row.text == headline]  # the headline as a newspaper sets it
    fields |= dict.fromkeys([*above[:1], *told][1:], ("", ""))
    return [_set(row, *fields[row.place]) if row.place in fields else row for row in rows], headline


def is_field(row: Row) -> bool:
    """Whether a row is a field that tells nothing of the story."""
    return row.text.startswith(OWN) and row.said != row.text


def is_picture(row: Row) -> bool:
    """Whether a row is what a database tells of a picture, its label taken off."""
    return row.raw != row.text and _label_off(row) in PICTURES


def is_dek(row: Row) -> bool:
    """Whether a row is what a database calls the story's highlight, its label taken off."""
    return row.raw != row.text and _label_off(row) in DEKS


def _label_off(row: Row) -> str | None:
    match = FIELD.match(row.raw) if row.said == row.text and ":" in row.raw[:16] else None
    return match["label"].casefold() if match else None


def section(rows: list[Row]) -> str | None:
    """The newspaper's section, as a database tells it."""
    for row in rows:
        if is_field(row) and (match := SECTION.match(row.said)):
            name = match[1].strip()
            return name.title() if name.isupper() else name
    return None


def _labelled(rows: list[Row]) -> dict[int, _Field]:
    """The fields above and below the story, where they are a database's."""
    fields = dict((*_above(rows), *_below(rows)))
    labels = {label for label, _ in fields.values()}
    if len(labels & KNOWN) < FEWEST or labels.isdisjoint(SURE):
        return {}
    return fields | dict(_owners(rows)) | dict(_headed(rows))


def _owners(rows: list[Row]) -> Iterator[tuple[int, _Field]]:
    """The lines above the story that name the newspaper, as the line on its rights says."""
    rights = " ".join(row.key for row in rows[:TOP] if row.opening == "copyright")
    for row in rows[:TOP]:
        if row.words <= OWNER_WORDS and row.key.partition(" (")[0] in rights and row.opening != "copyright":
            yield row.place, ("", "")


def _headed(rows: list[Row]) -> Iterator[tuple[int, _Field]]:
    """The headings of a document's parts, and the line under that of pictures."""
    for row in (*rows[:TOP], *rows[max(TOP, len(rows) - FOOT) :]):
        if row.key in ALONE:
            yield row.place, ("", "")
        if row.key == "graphic" and row.place + 1 < len(rows):
            yield row.place + 1, ("graphic", rows[row.place + 1].text)


def _above(rows: list[Row]) -> Iterator[tuple[int, _Field]]:
    """The known fields down to the story's first paragraph."""
    for row in rows[:TOP]:
        field = _field(row)
        if field is None and row.words >= PROSE and row.stop:
            return
        if field is not None and field[0] in KNOWN:
            yield row.place, field
            if field[0] in {"full text", "body"}:
                return


def _below(rows: list[Row]) -> Iterator[tuple[int, _Field]]:
    """The fields at the end, up to the story's last paragraph; what stands among them is one, known or not."""
    stray = 0
    for row in rows[:-FOOT:-1]:
        field = _field(row)
        if field is not None:
            yield row.place, field
        elif row.words >= PROSE or (stray := stray + 1) > STRAY:
            return


def _field(row: Row) -> _Field | None:
    match = FIELD.match(row.text) if ":" in row.text[:31] else None
    return (match["label"].casefold(), (match["words"] or "").strip()) if match else None


def _coded(rows: list[Row]) -> dict[int, _Field]:
    """The fields that begin with letters; where these stand on a line of their own, the next line is the field's."""
    if not any([row.text.startswith("HD") for row in rows[:TOP]]):  # noqa: C419 - faster
        return {}
    found: dict[int, _Field] = {}
    codes: set[str] = set()
    for row in (*rows[:TOP], *rows[max(TOP, len(rows) - FOOT) :]):
        match = CODED.match(row.text)
        if match is None or not (match["code"] in TOLD_CODES or match["code"] in SILENT_CODES):
            continue
        label, words = TOLD_CODES.get(match["code"], "").casefold(), match["words"] or ""
        codes.add(match["code"])
        found[row.place] = (label, words)
        if not words and label != "body" and row.place + 1 < len(rows):
            found[row.place + 1] = (label, rows[row.place + 1].text)
    return found if len(codes) >= FEWEST_CODES and "HD" in codes else {}


def _set(row: Row, label: str, words: str) -> Row:
    """A field's row as it would stand in a newspaper; one that tells nothing of the story keeps its label."""
    if not words or label not in TOLD:
        return replace(glossed(row, f"{OWN} {row.text[:OWN_WORDS]}"), said=row.text)
    if label in AUTHORS:
        words = f"By {_in_order(words)}".replace("By By ", "By ").replace("By by ", "By ")
    elif label in TAGS:
        tags = SHARE.sub("", words).split(";")
        words = "Tags: " + ";".join(tag.strip().capitalize() if tag.isupper() else tag for tag in tags)
    return replace(glossed(row, words), said=words, raw=f"{label}: {words}")


def _in_order(names: str) -> str:
    """`Tolland, Iva; Voss, Mirela` as names are said; `Mirela Voss, Staff Writer` as it is."""
    turned = [TURNED.fullmatch(name.strip()) for name in names.split(";")]
    if not all(match and _is_turned(match["family"], match["given"]) for match in turned):
        return names
    return " and ".join(f"{match['given']} {match['family']}" for match in turned if match)


def _is_turned(family: str, given: str) -> bool:
    return " " not in family or given.split(maxsplit=1)[0].casefold() in first_names()
