"""Texts that a database or a mail program wrote out: a label before each field, `HEADLINE: …`, `Subject: …`."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from sitegen.reader.rows import Row, glossed

LOOKED_AT = 40  # rows on top, and at the end
FEWEST, OPENING = 3, 3  # labels, fewer are a story's own; rows within which a block of fields begins
MARKED = 2  # lines of a head
FIELD = re.compile(r"(?P<label>[A-Za-z][A-Za-z -]{1,17}):(?P<words>\s+\S.*)?$")
# How a field is set in a newspaper; those without a form tell nothing of the story.
FORMS: dict[str, str | None] = {
    **dict.fromkeys(("headline", "hed", "title", "subject"), "{}"),
    **dict.fromkeys(("subhead", "subheadline", "subheading", "subtitle", "dek", "deck", "standfirst", "description"), "{}"),
    **dict.fromkeys(("byline", "author", "authors", "by", "reporter"), "By {}"),
    **dict.fromkeys(("date", "published", "pub date", "pubdate", "publication date", "date published", "dateline"), "{}"),
    **dict.fromkeys(
        ("section", "length", "body", "distribution", "load-date", "publication-type", "publication", "language", "source")
    ),
    **dict.fromkeys(
        (
            "category",
            "edition",
            "page",
            "slug",
            "url",
            "id",
            "story id",
            "article id",
            "hostname",
            "sitename",
            "desk",
            "status",
            "words",
        )
    ),
    **dict.fromkeys(("from", "to", "cc", "sent", "reply-to")),
    **dict.fromkeys(  # of news groups
        ("newsgroups", "message-id", "lines", "approved", "location", "acategory", "slugword", "format", "xref", "organization")
    ),
    "keywords": "Tags: {}",
}
HEADLINES = frozenset({"headline", "hed", "title", "subject"})
DATELINE = "DATELINE:"
OF_MAIL = frozenset("From To Cc Sent Date Subject Reply-To".split())  # as programs for mail write them
# In capitals these open no line of a story.
OF_EXPORTS = frozenset(
    {"headline", "title", "byline", "author", "dateline", *(label for label, form in FORMS.items() if not form)}
)


def usual(rows: list[Row]) -> tuple[list[Row], str | None]:
    """The rows with their fields set as newspapers set them, and the headline, where the text is such an export."""
    rows = _unmarked(rows)
    fields = list(_fields(rows))
    found = _scattered(fields) | _block(fields)
    headline = next((words for label, words in found.values() if label.casefold() in HEADLINES and words), None)
    return [_set(row, *found[row.place]) if row.place in found else row for row in rows], headline


def _unmarked(rows: list[Row]) -> list[Row]:
    """The rows without the signs that the wires' machines set around the lines of a head: `^By HANK TOLLAND=`."""
    marked = {row.place for row in rows[:LOOKED_AT] if row.text[0] == "^" and row.text[-1] in "<="}
    if len(marked) < MARKED:
        return rows
    return [replace(glossed(row, row.text[1:-1]), said=row.text[1:-1]) if row.place in marked else row for row in rows]


_Field = tuple[int, tuple[str, str]]  # the row's place, its label and words


def _block(fields: list[_Field]) -> dict[int, tuple[str, str]]:
    """The fields that stand one under the other before all else: those of a book, say, stand further down in a story."""
    first = fields[0][0] if fields else OPENING
    run = [field for number, field in enumerate(fields) if field[0] == first + number]
    labels = {label.casefold() for _, (label, _) in run}
    return dict(run) if first < OPENING and len(labels) > 1 and not labels.isdisjoint(HEADLINES) else {}


def _scattered(fields: list[_Field]) -> dict[int, tuple[str, str]]:
    """The fields of a database or of mail, whatever stands between."""
    found = {place: field for place, field in fields if field[0].isupper() or field[0] in OF_MAIL}
    labels = {label for label, _ in found.values()}
    return found if len(labels) >= FEWEST and not {label.casefold() for label in labels}.isdisjoint(HEADLINES) else {}


def _fields(rows: list[Row]) -> Iterator[tuple[int, tuple[str, str]]]:
    """The rows that are a labelled field: label and words."""
    for row in (*rows[:LOOKED_AT], *rows[LOOKED_AT:][-LOOKED_AT:]):
        if ":" in row.text[:20] and (match := FIELD.match(row.text)) and match["label"].casefold() in FORMS:
            yield row.place, (match["label"], (match["words"] or "").strip())


def _set(row: Row, label: str, words: str) -> Row:
    """A field's row as it would stand in a newspaper; a label that tells nothing of the story stays."""
    form = FORMS[label.casefold()]
    if not words or form is None:
        text = f"{label.upper()}: {words}"
        return replace(glossed(row, text.strip()), said=row.text)
    text = words if words.casefold().startswith("by ") else form.format(words)
    return replace(glossed(row, text), said=text)


def is_field(row: Row) -> bool:
    """Whether a row is a field of the database's own, label and all."""
    match = FIELD.match(row.text)
    if match is None:
        return False
    label, small = match["label"], match["label"].casefold()
    return (label.isupper() and small in OF_EXPORTS) or label in {"From", "To"} or ("@" in row.text and label in OF_MAIL)
