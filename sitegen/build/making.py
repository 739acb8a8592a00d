"""Making an edition: which pages may be stale, rendering those that are, and publishing all at once."""

import pickle
from collections.abc import Iterator, Mapping
from contextlib import suppress
from itertools import chain, islice
from operator import attrgetter

from sitegen import metadata, pages, search, theme, workers
from sitegen.build import indexing, inputs, publishing
from sitegen.build.inputs import Order
from sitegen.build.rendering import Rendering, end, message, render_batch, result_of, unpack
from sitegen.catalog import published
from sitegen.catalog.facets import EVERYTHING
from sitegen.catalog.published import PICTURES, Edition
from sitegen.errors import OutputError, SitegenError
from sitegen.files import output
from sitegen.files.output import Stage
from sitegen.model import PageCounts, Problem

_BATCH = 100  # pages
_AHEAD = 64  # batches a worker: it isn't to wait while lists are planned, which takes a second for 100,000 articles
_ENOUGH = 20  # problems: a broken template need not be met on every page
_NOTED = 1000  # pages that are planned before the first of them is rendered
_OWN = 0.9  # of the lists' pages, for each worker to begin with: what is left evens out who is slower
_SHARES = 2  # of the lists' pages that are left, a worker takes one
_TOGETHER = 50_000  # lists' pages: 10 MB
_FEW = 64  # pages: enough to see that more than one process is worth it
Stale = Mapping[str, tuple[pages.Span, ...]]


def prepare(order: Order) -> None:
    """Compile the templates while others read: each worker would else do it for itself. Trouble comes again in `make_edition`."""
    templates = {kind.template for kind in pages.KINDS.values()} - metadata.FORMS.keys()
    with suppress(SitegenError):
        theme.prepare(unpack(_pack(order)).theme, sorted(templates))


def _archive(order: Order) -> pages.Archive:
    """What views are made from."""
    return pages.Archive(order.db, order.site)


def make_edition(order: Order) -> tuple[PageCounts, list[Problem]]:
    """Render and publish what is stale. With problems and without `keep_going`, nothing changes but the staging folder."""
    db = order.db
    first = published.is_empty(db) and not output.is_ours(order.places.output)
    db.execute("BEGIN IMMEDIATE")
    try:
        edition = Edition(db, first=first)
        planned, problems = _make(order, edition)
        if problems and not order.options.keep_going:
            db.execute("ROLLBACK")
            output.clear(order.staging)
            return PageCounts(planned=planned, rendered=edition.rendered), problems
        if not first:
            output.refuse_foreign(order.places.output, edition.new_files(), lambda path: published.is_published(db, path))
        removed = edition.close(keep_stale=bool(problems))
        total = published.count(db)
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise
    with order.stages("publish"):
        publishing.publish(db, order.places, first=first, relist=bool(removed) or edition.has_new_files())
        output.clear(order.staging)
    return PageCounts(planned, edition.rendered, edition.written, total - edition.written, removed), problems


def _make(order: Order, edition: Edition) -> tuple[int, list[Problem]]:
    db, stage = order.db, Stage(order.staging)
    stale = published.stale(db)
    everything = EVERYTHING in stale
    try:
        with order.stages("render"):
            planned, problems = _render(order, edition, stale, everything=everything)
            publishing.stage_assets(db, edition, stage)
            if everything or PICTURES in stale:
                publishing.stage_pictures(db, order.places.content, edition, stage)
        with order.stages("search"):
            problems += _index(_archive(order), edition, stage, stale, everything=everything)
    except OSError as error:
        hint = "make room or mend the folder's permissions; nothing was published"
        where = str(error.filename or order.staging)
        raise OutputError(f"can't be written ({error.strerror})", path=where, hint=hint) from None
    if everything:
        edition.remove_unplanned()
    return planned, problems


def _render(order: Order, edition: Edition, stale: Stale, *, everything: bool) -> tuple[int, list[Problem]]:
    packed = _pack(order)
    candidates = _all(_archive(order), edition) if everything else _candidates(_archive(order), edition, stale)
    beginning = list(islice(candidates, _FEW + 1))
    jobs = workers.worth(order.options.jobs, len(beginning))
    if jobs > 1:
        unpack(packed).theme.engine()  # once, for all who are forked from here: 60 ms
    batches = ((packed, message(batch)) for batch in _batches(chain(beginning, candidates), jobs))
    planned, problems = 0, list[Problem]()
    try:
        with workers.open_executor(jobs) as executor:
            for rendered in workers.map_batches(executor, render_batch, batches, _AHEAD * jobs):
                result = result_of(rendered)
                edition.add_rendered(result.made, result.rendered)
                planned += len(result.made)
                problems += [problem for problem in result.problems if problem not in problems]
                order.options.progress("rendering", planned, 0)
                if len(problems) >= _ENOUGH:
                    break
    finally:
        end(packed)
    return planned, problems


def _pack(order: Order) -> bytes:
    """What workers need, for the way to them; unpacked here once, so that forked workers have it."""
    places = order.places
    cache = places.state / "templates"
    cache.mkdir(exist_ok=True)
    themed = theme.load(places.templates, order.site, order.assets, cache)
    packed = pickle.dumps(Rendering(str(places.catalog), str(order.staging), inputs.toolchain(), order.site, themed))
    unpack(packed)
    return packed


def _batches(planned: Iterator[pages.Planned], jobs: int) -> Iterator[list[pages.Planned]]:
    """Pages in batches. Lists' pages go out in large ones, smaller towards the end, so that all workers end together.

    What two workers show of the same articles each has to find for itself. So each begins with a time of its own: of two, one with
    the older half. With small batches, all pages would take a tenth more time.
    """
    for batch in workers.batched(planned, _BATCH):
        if not batch[-1].first:
            yield batch
            continue
        rest = [*batch, *islice(planned, _TOGETHER)]
        whole = len(rest) // jobs
        if (own := int(_OWN * whole)) > _BATCH:
            yield from (rest[n * whole : n * whole + own] for n in range(jobs))
            rest = [*chain.from_iterable(rest[n * whole + own : (n + 1) * whole] for n in range(jobs)), *rest[jobs * whole :]]
        while rest:
            size = max(_BATCH, len(rest) // (_SHARES * jobs))
            yield rest[:size]
            rest = rest[size:]


def _all(archive: pages.Archive, edition: Edition) -> Iterator[pages.Planned]:
    """Every page. Lists' pages that show the same articles come together: what one asks of the catalogue serves the next."""
    lists: list[pages.Planned] = []
    for batch in workers.batched(pages.plan_all(archive), _NOTED):
        edition.plan(page.path for page in batch)
        yield from (page for page in batch if not page.first)
        lists += (page for page in batch if page.first)
        if len(lists) > _TOGETHER:
            yield from sorted(lists, key=attrgetter("middle"))
            lists.clear()
    yield from sorted(lists, key=attrgetter("middle"))


def _candidates(archive: pages.Archive, edition: Edition, stale: Stale) -> Iterator[pages.Planned]:
    """The pages that may be stale. What a facet published and no longer plans is dropped on the way."""
    for facet, spans in stale.items():
        plan = list(pages.plan(archive, facet, spans))
        have = published.of_facet(archive.db, facet)
        yield from (page for page in plan if page.reached or page.path not in have)
        if not facet.startswith(("search/", PICTURES)):  # bundles and pictures are planned elsewhere
            edition.drop(facet, have - {page.path for page in plan})


def _index(archive: pages.Archive, edition: Edition, stage: Stage, stale: Stale, *, everything: bool) -> list[Problem]:
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
