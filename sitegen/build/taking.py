"""Reading what changed, by workers, into the catalogue."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from itertools import groupby

from sitegen import workers
from sitegen.build import profiles
from sitegen.build.changes import Changes, Wanted
from sitegen.build.inputs import Options, Paths
from sitegen.build.reading import Reading, message, read_batch
from sitegen.catalog.intake import Intake
from sitegen.catalog.rows import decode
from sitegen.model import Profile, Site

_BATCH = 100  # files: enough for a message, few enough that all workers end together
_AHEAD = 12  # batches a worker: it isn't to wait while this process compiles templates


def reading_of(site: Site, places: Paths, options: Options) -> Reading:
    """What reading depends on besides the sources."""
    return Reading(str(places.content), site.permalink, site.timezone, site.names, site.aliases, options.drafts, site.language)


def take(
    db: sqlite3.Connection,
    site: Site,
    places: Paths,
    options: Options,
    changes: Changes,
    *,
    fresh: bool,
    meanwhile: Callable[[], None] = lambda: None,
) -> None:
    """Take changed sources into the catalogue, and settle what follows from them.

    `meanwhile` is what this process may as well do while workers read, if there are any.
    """
    intake = Intake(db, fresh=fresh)
    intake.drop(changes.gone)
    wanted = profiles.renew(db, places.content, changes, fresh=fresh)
    reading = reading_of(site, places, options)
    jobs = workers.worth(options.jobs, len(wanted))
    done, total = 0, len(wanted)
    with workers.open_executor(jobs) as executor:
        for encoded in workers.map_batches(
            executor, read_batch, _batches(reading, wanted, profiles.effective(db)), _AHEAD * jobs
        ):
            rows = decode(encoded)
            intake.take(rows)
            done = min(total, done + len(rows))
            options.progress("reading", done, total)
            if jobs > 1 and done == len(rows):  # the first batch is here, and more are under way
                meanwhile()
    intake.settle()


def _batches(reading: Reading, wanted: list[Wanted], known: Mapping[str, Profile]) -> Iterator[tuple[Reading, bytes]]:
    """Batches of files that are read alike: those under one profile."""
    if not known:
        yield from ((reading, message(batch)) for batch in workers.batched(wanted, _BATCH))
        return
    for folder, group in groupby(wanted, key=lambda one: profiles.nearest(one.path.rpartition("/")[0], known)):
        alike = reading.under(known.get(folder) if folder is not None else None)
        yield from ((alike, message(batch)) for batch in workers.batched(list(group), _BATCH))
