"""`serve`: show the archive in a browser, and follow every change."""

import argparse
import multiprocessing
import os
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing

from msgspec import structs

from sitegen import config
from sitegen.build import Options, build, inputs
from sitegen.build.inputs import Paths
from sitegen.catalog import schema
from sitegen.cli.common import site_folder
from sitegen.cli.progress import Progress
from sitegen.errors import SettingsError
from sitegen.model import Problem, Report, Site
from sitegen.preview import BuildOutcome, serve

# multiprocessing's tracker frees the semaphores of workers that were killed, which is as it should be; it needn't say so.
_QUIET = "ignore:resource_tracker:UserWarning"


def run(chosen: argparse.Namespace) -> int:
    """Serve until interrupted. The pages go into a folder of their own, never into the one that is published."""
    folder = site_folder(chosen)
    if not (folder / config.FILE).is_file():
        hint = "`build.py init DIR` makes a new site folder"
        raise SettingsError("there is no site.yaml", path=str(folder), hint=hint)
    where = inputs.paths(folder, folder.resolve() / ".sitegen" / "preview")
    watched = (where.content, *where.templates, *where.static, where.site / config.FILE)
    sys.warnoptions.append(_QUIET)  # handed on to processes that are started
    rebuild = Rebuild(where, _say)
    status = serve(rebuild, watched, where.output, host=chosen.host, port=chosen.port, open_browser=chosen.open, say=_say)
    _leave_workers(status)
    return status


def _leave_workers(status: int) -> None:
    """End at once if a rebuild is under way. The next build takes up where it was.

    The usual way out would wait for its executor, and for ever if a worker was stopped in the middle of an answer.
    """
    workers = multiprocessing.active_children()
    for worker in workers:
        worker.kill()
    if workers:
        sys.stderr.flush()
        os._exit(status)


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


class Rebuild:
    """Builds the preview, and tells which files that changed."""

    def __init__(self, where: Paths, say: Callable[[str], None]) -> None:
        self._where = where
        self._say = say
        self._digests: dict[str, bytes] = {}

    def __call__(self) -> BuildOutcome:
        """Build with the settings as they stand now. Raises SitegenError where they, or the templates, are wrong."""
        site = _previewed(config.load(self._where.site))
        with Progress(quiet=False) as progress:
            options = Options(
                drafts=True,
                # The last good page stays up beside the problem; where there is none yet, the sound ones come up.
                keep_going=not (self._where.output / "index.html").exists(),
                progress=progress.show,
                waiting=lambda: self._say("another build of this site is under way; waiting for it …"),
            )
            report = build(site, self._where, options)
        return BuildOutcome(self._changed(report), tuple(map(self._from_site, report.problems)))

    def _changed(self, report: Report) -> tuple[str, ...]:
        """The files that are not as they were after the last build."""
        if not report.pages.written and not report.pages.removed:
            return ()
        with closing(schema.connect_to_read(self._where.catalog)) as db:
            now = _manifest(db)
        before, self._digests = self._digests, now
        changed = {path for path, digest in now.items() if before.get(path) != digest}
        return tuple(sorted(changed | (before.keys() - now.keys())))

    def _from_site(self, problem: Problem) -> Problem:
        """The problem with its path from the site folder, where it is a source's."""
        source = (self._where.content / problem.path).exists()
        return structs.replace(problem, path=f"content/{problem.path}") if source else problem


def _manifest(db: sqlite3.Connection) -> dict[str, bytes]:
    return dict(db.execute("SELECT path, digest FROM page"))


def _previewed(site: Site) -> Site:
    """The settings of a preview: it stands at no lasting address, and a search index would cost more than all the rest."""
    return structs.replace(site, base_url="", search=False)
