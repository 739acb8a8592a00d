"""`doctor`: whether a host takes the built site, and what the archive lacks."""

import argparse
import sqlite3
from contextlib import closing

import msgspec
from msgspec import Struct

from sitegen.build.inputs import Paths
from sitegen.catalog import health
from sitegen.catalog.health import Lack
from sitegen.cli.common import places, site_folder
from sitegen.cli.review import doubts, open_catalogue
from sitegen.errors import OutputError, SettingsError
from sitegen.files.measure import measure
from sitegen.hosting import LIMITS, Finding, Measure, amount, findings

_FIRST = 3  # sources that are named in the plain form
_LISTED = 1_000  # and in JSON
_WORDS = {
    "undated": ("article", "without a date", "write `date: …` in its front matter, be it the year alone"),
    "twins": ("text", "with the same bytes as another", "remove one of the two"),
    "unresolved": ("reference", "to articles that aren't in the archive", "add them, or leave it so"),
    "doubted": ("text", "with a field in doubt", "`build.py review` lists them"),
}


class Judged(Struct, frozen=True):
    """A limit of a host and what the site has, as JSON has it."""

    host: str
    quantity: str
    most: int
    found: int
    where: str
    passed: bool
    mend: str
    source: str


class Diagnosis(Struct, frozen=True):
    """All that was found, as JSON has it. `lacks` is none where the catalogue isn't at hand."""

    measure: Measure
    limits: tuple[Judged, ...]
    lacks: dict[str, Lack] | None


def run(chosen: argparse.Namespace) -> int:
    """Examine the site; status 1 where it passes a limit of the host that was named."""
    where = places(chosen, site_folder(chosen))
    if not where.output.is_dir():
        raise OutputError("there is no such folder", path=str(where.output), hint="build the site first: `build.py`")
    found = measure(where.output)
    hosts = (chosen.host,) if chosen.host else tuple(LIMITS)
    judged = tuple(_judged(host, one) for host in hosts for one in findings(found, host))
    diagnosis = Diagnosis(found, judged, _lacks(where))
    if chosen.json:
        print(msgspec.json.encode(diagnosis).decode())
    else:
        _print(diagnosis, hosts)
    return 1 if chosen.host and any(one.passed for one in judged) else 0


def _judged(host: str, one: Finding) -> Judged:
    limit = one.limit
    return Judged(host, limit.quantity, limit.most, one.found, one.where, one.is_passed, limit.mend, limit.source)


def _lacks(where: Paths) -> dict[str, Lack] | None:
    try:
        with closing(open_catalogue(where)) as db:
            return {
                "undated": health.undated(db, _LISTED),
                "twins": health.twins(db, _LISTED),
                "unresolved": health.unresolved(db, _LISTED),
                "doubted": _doubted(db),
            }
    except SettingsError:  # a folder that was built elsewhere
        return None


def _doubted(db: sqlite3.Connection) -> Lack:
    sources = {doubt.source for doubt in doubts(db)}
    return Lack(len(sources), tuple(sorted(sources)[:_LISTED]))


def _print(diagnosis: Diagnosis, hosts: tuple[str, ...]) -> None:
    found = diagnosis.measure
    print(f"files           {found.files:,}")
    print(f"size            {amount('size', found.size)}")
    print(f"largest file    {amount('largest file', found.largest_file[0])}, {found.largest_file[1]}")
    print(f"longest path    {amount('longest path', found.longest_path[0])}, {found.longest_path[1]}")
    print(f"largest folder  {amount('largest folder', found.largest_folder[0])}, {found.largest_folder[1]}")
    print()
    for host in hosts:
        passed = [one for one in diagnosis.limits if one.host == host and one.passed]
        for line in map(_passed, passed) if passed else ("fits",):
            print(f"{host + ':':12}{line}")
    print()
    if diagnosis.lacks is None:
        print("The archive itself can't be looked at: it wasn't built here, or by another version. Build it first: `build.py`")
        return
    for line in _lines(diagnosis.lacks) or ["Nothing is lacking: dates, references and texts are in order."]:
        print(line)


def _passed(one: Judged) -> str:
    limit = next(finding for finding in LIMITS[one.host] if finding.quantity == one.quantity)
    where = f" ({one.where})" if one.where else ""
    return f"{one.quantity}: {amount(limit.quantity, one.found)}{where}, at most {amount(limit.quantity, one.most)}: {one.mend}"


def _lines(lacks: dict[str, Lack]) -> list[str]:
    return [_line(*_WORDS[name], lack) for name, lack in lacks.items() if lack.count]


def _line(noun: str, what: str, mend: str, lack: Lack) -> str:
    more = ", …" if len(lack.first) > _FIRST else ""
    return f"{lack.count:,} {noun}{'' if lack.count == 1 else 's'} {what}: {mend} ({', '.join(lack.first[:_FIRST])}{more})"
