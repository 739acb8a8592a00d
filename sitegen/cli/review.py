"""`review`: what the reader is unsure of, worst first."""

import argparse
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from typing import NamedTuple

import msgspec

from sitegen.build.inputs import Paths
from sitegen.catalog import queries, schema
from sitegen.cli.common import places, site_folder
from sitegen.errors import SettingsError
from sitegen.model import Record
from sitegen.pages.article import decode

_SURE = 0.9  # of what is surer hardly anything is wrong, and a list that long is read by nobody
_SHOWN = 40  # lines in the plain form; --json has all
_VALUE = 60  # characters of a value in the plain form
# How much a wrong value would cost a reader, by the field.
_WEIGHTS = {"title": 1.0, "date": 0.9, "authors": 0.8, "dek": 0.5, "references": 0.4, "captions": 0.3}
_OTHER = 0.2


class Doubt(NamedTuple):
    """A field that a person should look at. Ordered as listed: the worst first, then by source."""

    rank: float
    source: str
    field: str
    value: object
    confidence: float
    basis: str | None

    def plain(self) -> dict[str, object]:
        """The doubt as JSON has it."""
        return {name: getattr(self, name) for name in ("source", "field", "value", "confidence", "basis")}


def run(chosen: argparse.Namespace) -> int:
    """List the doubts of the whole archive."""
    where = places(chosen, site_folder(chosen))
    with closing(open_catalogue(where)) as db:
        found = _first(sorted(doubts(db), key=lambda doubt: doubt[:3]), chosen.limit)
    if chosen.write or chosen.dry_run:
        from sitegen.cli import settle  # noqa: PLC0415 - which lists doubts as this module does

        settle.write(where.content, found, dry=chosen.dry_run)
        return 0
    if chosen.json:
        sys.stdout.buffer.write(msgspec.json.encode([doubt.plain() for doubt in found]) + b"\n")
        return 0
    for doubt in found[:_SHOWN]:
        print(_line(doubt))
    if len(found) > _SHOWN:
        print(f"… and {len(found) - _SHOWN:,} more; --json lists them")
    print(_summary(found), file=sys.stderr)
    return 0


def _first(doubts: list[Doubt], limit: int | None) -> list[Doubt]:
    """The doubts of the worst texts alone, where there is a limit."""
    if limit is None:
        return doubts
    sources = set(list(dict.fromkeys(doubt.source for doubt in doubts))[:limit])
    return [doubt for doubt in doubts if doubt.source in sources]


def open_catalogue(where: Paths) -> sqlite3.Connection:
    """The catalogue of the last build, to be read.

    Raises:
        SettingsError: the site wasn't built, or by another version.
    """
    hint = "build it first: `build.py`"
    if not where.catalog.is_file():
        raise SettingsError("this site hasn't been built yet", path=str(where.site), hint=hint)
    db = schema.connect_to_read(where.catalog)
    try:
        version = db.execute("SELECT value FROM meta WHERE name = 'schema'").fetchone()
    except sqlite3.DatabaseError:
        version = None
    if version != (schema.SCHEMA_VERSION,):
        db.close()
        raise SettingsError("this site was built by another version of sitegen", path=str(where.site), hint=hint)
    return db


def doubts(db: sqlite3.Connection) -> Iterator[Doubt]:
    """The doubts of the whole archive, text by text."""
    for number, _ in queries.article_paths(db):
        stored = queries.article(db, number)
        if stored:
            record = decode(stored.text).record
            yield from doubts_of(record.source, record)


def doubts_of(source: str, record: Record) -> Iterator[Doubt]:
    """The doubted fields of one record: those read with little confidence, and a headline or a date that is missing."""
    for field in ("title", "date"):
        if getattr(record, field) is None:
            yield Doubt(-_WEIGHTS[field], source, field, None, 0.0, None)
    for field, confidence in record.confidence.items():
        if confidence < _SURE:
            value = getattr(record, field, None)
            basis = record.date_basis if field == "date" else None
            yield Doubt(-round((1 - confidence) * _WEIGHTS.get(field, _OTHER), 4), source, field, value, confidence, basis)


def _line(doubt: Doubt) -> str:
    if doubt.value is None:
        return f"content/{doubt.source}: {doubt.field}: none found"
    words = _words(doubt.value)
    short = words if len(words) <= _VALUE else words[: _VALUE - 2].rstrip() + " …"
    basis = f", from {doubt.basis}" if doubt.basis else ""
    return f"content/{doubt.source}: {doubt.field}: {short} ({doubt.confidence:.2f}{basis})"


def _words(value: object) -> str:
    if isinstance(value, tuple):
        return "; ".join(_words(item) for item in value)
    return str(getattr(value, "text", value))


def _summary(found: list[Doubt]) -> str:
    if not found:
        return "Nothing is in doubt."
    sources = len({doubt.source for doubt in found})
    return f"{_counted(len(found), 'doubt')} in {_counted(sources, 'text')}. Front matter settles them: what it says isn't looked for."


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
