"""Texts that a database or a mail program wrote out: a label before each field, `HEADLINE: …`, `Subject: …`."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from sitegen.reader.rows import Row, glossed

LOOKED_AT = 40  # rows on top
FEWEST = 3  # labels; fewer are a story's own
FIELD = re.compile(
    r"(?P<label>SECTION|LENGTH|HEADLINE|TITLE|BYLINE|AUTHOR|DATELINE|BODY|LOAD-DATE|PUBLICATION-TYPE|LANGUAGE|SOURCE"
    r"|From|To|Cc|Sent|Date|Subject|Reply-To):(?P<words>\s+\S.*)?$"
)
USUAL = {
    "HEADLINE": "{}",
    "TITLE": "{}",
    "Subject": "{}",
    "BYLINE": "By {}",
    "AUTHOR": "By {}",
    "DATELINE": "{}",
    "Date": "{}",
}
HEADLINES = frozenset({"HEADLINE", "TITLE", "Subject"})
DATELINE = "DATELINE:"


def usual(rows: list[Row]) -> tuple[list[Row], str | None]:
    """The rows with their fields set as newspapers set them, and the headline, where the text is such an export."""
    found = dict(_fields(rows))
    labels = {label for label, _ in found.values()}
    if len(labels) < FEWEST or labels.isdisjoint(HEADLINES):
        return rows, None
    headline = next((words for label, words in found.values() if label in HEADLINES and words), None)
    return [_set(row, *found[row.place]) if row.place in found else row for row in rows], headline


def _fields(rows: list[Row]) -> Iterator[tuple[int, tuple[str, str]]]:
    """The rows that are a labelled field: label and words."""
    for row in rows[:LOOKED_AT]:
        if ":" in row.text[:20] and (match := FIELD.match(row.text)):
            yield row.place, (match["label"], (match["words"] or "").strip())


def _set(row: Row, label: str, words: str) -> Row:
    """A field's row as it would stand in a newspaper; a label that tells nothing of the story stays."""
    if not words or label not in USUAL:
        return row
    text = USUAL[label].format(words)
    return replace(glossed(row, text), said=text)


def is_field(row: Row) -> bool:
    """Whether a row is a field of the database's own, label and all."""
    match = FIELD.match(row.text)
    return match is not None and (match["label"].isupper() or "@" in row.text or match["label"] in {"From", "To"})
