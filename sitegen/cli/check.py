"""`check`: look for broken links, anchors and pictures in the built site."""

import argparse
import sys
import time
from contextlib import closing

from sitegen.build.inputs import Paths
from sitegen.catalog import health
from sitegen.check import Checked, check
from sitegen.cli.common import load_site, places, site_folder
from sitegen.cli.review import open_catalogue
from sitegen.errors import OutputError, SettingsError, place_and_mend
from sitegen.model import Problem


def run(chosen: argparse.Namespace) -> int:
    """Check the output folder; status 1 where something is broken."""
    folder = site_folder(chosen)
    site, where = load_site(chosen, folder), places(chosen, folder)
    if not where.output.is_dir():
        raise OutputError("there is no such folder", path=str(where.output), hint="build the site first: `build.py`")
    began = time.perf_counter()
    found = check(where.output, site.base_url)
    for problem in (*found.orphans, *found.problems):
        prefix = "notice: " if problem.severity == "notice" else ""
        print(_message(problem, f"{prefix}{where.output}/"), file=sys.stderr)
    _say_more(found)
    print(_summary(found, time.perf_counter() - began) + _unresolved(where))
    return 1 if found.problem_count else 0


def _message(problem: Problem, prefix: str) -> str:
    return place_and_mend(f"{prefix}{problem.path}", problem.line, problem.what, problem.hint)


def _say_more(found: Checked) -> None:
    for count, listed, name in (
        (found.orphan_count, found.orphans, "orphans"),
        (found.problem_count, found.problems, "problems"),
    ):
        if count > len(listed):
            print(f"… and {count - len(listed):,} more {name}", file=sys.stderr)


def _summary(found: Checked, seconds: float) -> str:
    broken = f"{found.problem_count:,} broken" if found.problem_count else "none broken"
    orphans = f", {found.orphan_count:,} that nothing links to" if found.orphan_count else ""
    return f"{found.pages:,} pages{orphans}; {found.links:,} links, {broken}; {seconds:.1f} s"


def _unresolved(where: Paths) -> str:
    """How many cross references lead to no article, where the catalogue can tell."""
    try:
        with closing(open_catalogue(where)) as db:
            count = health.unresolved(db).count
    except SettingsError:  # a folder that was built elsewhere
        return ""
    return f"; {count:,} cross references to articles that aren't in the archive" if count else ""
