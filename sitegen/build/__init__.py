"""The walk from sources to a published archive: scan, read, settle, render, publish."""

import resource
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from filelock import FileLock, Timeout
from msgspec import structs

from sitegen.build import inputs, publishing
from sitegen.build.changes import Changes, find, find_all
from sitegen.build.inputs import Options, Order, Paths, paths
from sitegen.catalog import published, queries, schema
from sitegen.catalog.facets import EVERYTHING, mark, whole
from sitegen.errors import OutputError
from sitegen.model import PageCounts, Problem, Report, Site

__all__ = ["Options", "Paths", "build", "paths"]

_MOST = 10_000  # problems or notices that a report holds: beyond that nobody reads on, and memory is bounded


@dataclass(slots=True)
class _Clock:
    """Seconds by stage."""

    seconds: dict[str, float] = field(default_factory=dict)
    began: float = field(default_factory=time.perf_counter)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        began = time.perf_counter()
        yield
        self.seconds[name] = round(self.seconds.get(name, 0.0) + time.perf_counter() - began, 4)

    def stop(self) -> dict[str, float]:
        return self.seconds | {"total": round(time.perf_counter() - self.began, 4)}


def build(site: Site, places: Paths, options: Options) -> Report:
    """Bring the output folder up to date with the content, the settings and the theme.

    Problems are in the report; with any, nothing was published, unless `options.keep_going`.

    Raises:
        OutputError: the output folder isn't ours, or can't be written.
    """
    clock = _Clock()
    with _locked(places.site / ".sitegen", options.waiting):
        try:
            return _with_catalog(site, places, options, clock)
        except sqlite3.DatabaseError as error:
            if not schema.is_damage(error):
                raise _full(error, places) from error
        schema.remove(places.catalog)
        return _with_catalog(site, places, options, clock)


def _with_catalog(site: Site, places: Paths, options: Options, clock: _Clock) -> Report:
    db = schema.connect(places.catalog)
    try:
        return _build(db, site, places, options, clock)
    finally:
        db.close()


def _full(error: sqlite3.DatabaseError, places: Paths) -> Exception:
    """The error in words, where it is about the disk."""
    if not schema.is_of_disk(error):
        return error
    hint = "make room or mend the folder's permissions; nothing was published"
    return OutputError(f"can't be written ({error})", path=str(places.state), hint=hint)


@contextmanager
def _locked(state: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """One build of a site at a time; a second one waits, and says so."""
    state.mkdir(parents=True, exist_ok=True)
    lock = FileLock(state / "lock")
    try:
        lock.acquire(blocking=False)
    except Timeout:
        waiting()
        lock.acquire()
    try:
        yield
    finally:
        lock.release()


def _build(db: sqlite3.Connection, site: Site, places: Paths, options: Options, clock: _Clock) -> Report:
    with clock.stage("scan"):
        publishing.recover(db, places)
        with schema.transaction(db):
            assets, troubles = publishing.find_assets(db, places.static)
            site = _with_search(site)
            fresh = _compare_inputs(db, site, places, options, assets)
            changes = find_all(places.content, options.jobs, _begin_reading) if fresh else find(db, places.content)
    order = Order(db, site, places, options, assets, clock.stage)
    with clock.stage("read"), schema.journal_for(db, loading=fresh), schema.transaction(db):
        _take_in(order, changes, fresh=fresh)
    problems, notices = _troubles(db, changes, options)
    problems += troubles
    if problems and not options.keep_going:
        return _report(db, clock, PageCounts(), problems, notices)
    counts = PageCounts(planned=0, unchanged=published.count(db))
    if published.is_stale(db):
        from sitegen.build import making  # noqa: PLC0415 - templates and their engine: 80 ms that an unchanged site needn't pay

        counts, trouble = making.make_edition(order)
        problems += trouble
    return _report(db, clock, counts, problems, notices)


def _with_search(site: Site) -> Site:
    """The settings, search off where it can't be made."""
    if not site.search:
        return site
    from sitegen import search  # noqa: PLC0415 - only where it is wanted

    return site if search.is_installed() else structs.replace(site, search=False)


def _compare_inputs(db: sqlite3.Connection, site: Site, places: Paths, options: Options, assets: dict[str, str]) -> bool:
    """Whether every source is to be read as for the first time; marks every page as stale where something common changed."""
    known = dict(db.execute("SELECT name, value FROM meta"))
    reading = inputs.of_reading(site, drafts=options.drafts)
    common = inputs.of_pages(site, places.templates, assets.items())
    never = db.execute("SELECT 1 FROM folder LIMIT 1").fetchone() is None  # or a first reading was cut off
    fresh = never or known.get("reading") != reading
    if fresh:
        schema.empty_content(db)
    if fresh or known.get("pages") != common:
        mark(db, whole(EVERYTHING))
    db.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", [("reading", reading), ("pages", common)])
    return fresh


def _begin_reading() -> None:
    """Have the reader here before workers are forked."""
    from sitegen.build import taking  # noqa: F401, PLC0415 - 100 ms that `find` needn't wait for


def _take_in(order: Order, changes: Changes, *, fresh: bool) -> None:
    """Read what changed into the catalogue."""
    db = order.db
    if not changes and not fresh:
        return
    if changes.wanted or changes.gone or fresh:
        from sitegen.build import taking  # noqa: PLC0415 - the reader and its word lists: 100 ms that an unchanged site needn't pay

        taking.take(db, order.site, order.places, order.options, changes, fresh=fresh, meanwhile=partial(_prepare, order))
    db.executemany("INSERT OR REPLACE INTO folder VALUES (?, ?)", changes.folders)
    db.executemany("DELETE FROM folder WHERE path = ?", [(path,) for path in changes.gone_folders])
    queries.renew_notices(db, _MOST)


def _prepare(order: Order) -> None:
    """What making an edition begins with, and what it needs no article for."""
    from sitegen.build import making  # noqa: PLC0415 - templates and their engine: 80 ms that an unchanged site needn't pay

    making.prepare(order)


def _troubles(db: sqlite3.Connection, changes: Changes, options: Options) -> tuple[list[Problem], list[Problem]]:
    """The content's problems and notices."""
    problems = _from_site(changes.problems + queries.problems(db, "problem", _MOST))
    notices = _from_site(queries.notices(db))
    if options.strict:
        problems += [structs.replace(notice, severity="problem") for notice in notices]
        notices = []
    return problems, notices


def _from_site(troubles: list[Problem]) -> list[Problem]:
    """With their paths from the site's folder on, as those of templates and static files are."""
    return [structs.replace(trouble, path=f"content/{trouble.path}") for trouble in troubles]


def _report(
    db: sqlite3.Connection, clock: _Clock, counts: PageCounts, problems: list[Problem], notices: list[Problem]
) -> Report:
    peak = sum(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1024
    articles = queries.count_articles(db)
    return Report(articles, counts, clock.stop(), round(peak, 1), tuple(problems), tuple(notices))
