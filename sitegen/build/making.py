"""Making an edition: which pages may be stale, rendering those that are, and publishing all at once."""

import pickle
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from itertools import chain, islice

from sitegen import pages, search, theme, workers
from sitegen.build import indexing, inputs, publishing
from sitegen.build.inputs import Options, Paths
from sitegen.build.rendering import Rendering, render_batch, unpack
from sitegen.catalog import published
from sitegen.catalog.facets import EVERYTHING, FIRST, LAST
from sitegen.catalog.published import PICTURES, Edition
from sitegen.errors import OutputError
from sitegen.files import output
from sitegen.files.output import Stage
from sitegen.model import PageCounts, Problem, Site

_BATCH = 100  # pages
_ENOUGH = 20  # problems: a broken template need not be met on every page
Stages = Callable[[str], AbstractContextManager[None]]


def make_edition(
    db: sqlite3.Connection,
    site: Site,
    places: Paths,
    options: Options,
    assets: dict[str, str],
    stages: Stages,
    *,
    adopted: bool,
) -> tuple[PageCounts, list[Problem]]:
    """Render and publish what is stale. With problems and without `keep_going`, nothing changes but the staging folder."""
    staging = output.staging_for(places.output, places.state)
    first = published.is_empty(db) and not adopted
    db.execute("BEGIN IMMEDIATE")
    try:
        edition = Edition(db)
        planned, problems = _make(db, site, places, options, assets, edition, stages)
        if problems and not options.keep_going:
            db.execute("ROLLBACK")
            output.clear(staging)
            return PageCounts(planned=planned, rendered=edition.rendered), problems
        if not adopted and not first:
            output.refuse_foreign(places.output, edition.new_files())
        removed = edition.close(keep_stale=bool(problems))
        total = published.count(db)
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise
    with stages("publish"):
        publishing.publish(db, places, first=first)
        output.clear(staging)
    return PageCounts(planned, edition.rendered, edition.written, total - edition.written, removed), problems


def _make(
    db: sqlite3.Connection,
    site: Site,
    places: Paths,
    options: Options,
    assets: dict[str, str],
    edition: Edition,
    stages: Stages,
) -> tuple[int, list[Problem]]:
    staging = output.staging_for(places.output, places.state)
    stage, archive = Stage(staging), pages.Archive(db, site)
    stale = published.stale(db)
    everything = EVERYTHING in stale
    try:
        with stages("render"):
            planned, problems = _render(archive, places, options, assets, edition, stale, everything=everything)
            publishing.stage_assets(db, edition, stage)
            if everything or PICTURES in stale:
                publishing.stage_pictures(db, places.content, edition, stage)
        with stages("search"):
            problems += _index(archive, edition, stage, stale, everything=everything)
    except OSError as error:
        hint = "make room or mend the folder's permissions; nothing was published"
        raise OutputError(f"can't be written ({error.strerror})", path=str(error.filename or staging), hint=hint) from None
    if everything:
        edition.remove_unplanned()
    return planned, problems


def _render(
    archive: pages.Archive,
    places: Paths,
    options: Options,
    assets: dict[str, str],
    edition: Edition,
    stale: dict[str, tuple[tuple[str, str], ...]],
    *,
    everything: bool,
) -> tuple[int, list[Problem]]:
    cache = places.state / "templates"
    cache.mkdir(exist_ok=True)
    themed = theme.load(places.templates, archive.site, assets, cache)
    staging = output.staging_for(places.output, places.state)
    packed = pickle.dumps(Rendering(str(places.catalog), str(staging), inputs.toolchain(), archive.site, themed))
    unpack(packed)
    facets = ((facet, ((FIRST, LAST),)) for facet in pages.every_facet(archive)) if everything else iter(stale.items())
    candidates = _candidates(archive, edition, facets, everything=everything)
    beginning = list(islice(candidates, 65))
    jobs = workers.worth(options.jobs, len(beginning))
    number = time.monotonic_ns()  # tells this build from an earlier one of the same process
    batches = ((packed, number, batch) for batch in workers.batched(chain(beginning, candidates), _BATCH))
    planned, problems = 0, list[Problem]()
    with workers.open_executor(jobs) as executor:
        for result in workers.map_batches(executor, render_batch, batches, 3 * jobs):
            edition.add_rendered(result.made, result.rendered)
            planned += len(result.made)
            problems += [problem for problem in result.problems if problem not in problems]
            options.progress("rendering", planned, 0)
            if len(problems) >= _ENOUGH:
                break
    return planned, problems


def _candidates(
    archive: pages.Archive, edition: Edition, facets: Iterator[tuple[str, tuple[tuple[str, str], ...]]], *, everything: bool
) -> Iterator[pages.Planned]:
    """The pages that may be stale. What a facet published and no longer plans is dropped on the way."""
    for facet, spans in facets:
        plan = list(pages.plan(archive, facet, spans))
        if everything:
            edition.plan(page.path for page in plan)
            yield from plan
            continue
        have = published.of_facet(archive.db, facet)
        yield from (page for page in plan if page.reached or page.path not in have)
        if not facet.startswith(("search/", PICTURES)):  # bundles and pictures are planned elsewhere
            edition.drop(facet, have - {page.path for page in plan})


def _index(
    archive: pages.Archive, edition: Edition, stage: Stage, stale: dict[str, tuple[tuple[str, str], ...]], *, everything: bool
) -> list[Problem]:
    """Make the search bundles of stale periods."""
    if not archive.site.search:
        return []
    periods = indexing.every_period(archive) if everything else [facet[7:] for facet in stale if facet.startswith("search/")]
    version = search.available() if periods else ""
    if version is None:
        return [
            Problem(
                "site.yaml",
                0,
                "asks for search, but Pagefind can't run here",
                "set `search: off`, or install pagefind[bin] anew",
            )
        ]
    for period in [*periods, *(["engine"] if everything else [])]:
        made = (
            indexing.engine(archive, version, stage) if period == "engine" else indexing.bundle(archive, period, version, stage)
        )
        paths = [one.path for one in made]
        edition.plan(paths)
        edition.drop(f"search/{period}", published.of_facet(archive.db, f"search/{period}") - set(paths))
        edition.add(made)
    return []
