"""`build`: publish the archive."""

import argparse
import sys

import msgspec

from sitegen.build import build
from sitegen.build.inputs import Options
from sitegen.cli.common import load_site, places, say, site_folder
from sitegen.cli.progress import Progress
from sitegen.model import Report


def run(chosen: argparse.Namespace) -> int:
    """Build, say what was done, and give the exit status."""
    folder = site_folder(chosen)
    site, where = load_site(chosen, folder), places(chosen, folder)
    with Progress(quiet=chosen.json) as progress:
        options = Options(
            jobs=chosen.jobs,
            drafts=chosen.drafts,
            strict=chosen.strict,
            keep_going=chosen.keep_going,
            progress=progress.show,
            waiting=lambda: print("another build of this site is under way; waiting for it …", file=sys.stderr),
        )
        report = build(site, where, options)
    say(report.notices, "notice: ")
    say(report.problems)
    print(_summary(report, str(where.output), kept_going=chosen.keep_going), file=sys.stderr)
    status = 1 if report.problems else 0
    if chosen.verify and (not status or chosen.keep_going):
        from sitegen.build.verifying import differences  # noqa: PLC0415 - it builds a second time, when asked to

        found = differences(site, where, options)
        for line in found:
            print(line, file=sys.stderr)
        print("verified: the same as a clean build" if not found else f"{len(found)} differences", file=sys.stderr)
        status = status or (1 if found else 0)
    if chosen.json:
        print(msgspec.json.encode(report).decode())
    return status


def _summary(report: Report, output: str, *, kept_going: bool) -> str:
    counted = [
        f"{len(items):,} {name}{'' if len(items) == 1 else 's'}"
        for name, items in (("notice", report.notices), ("problem", report.problems))
        if items
    ]
    remarks = f" ({', '.join(counted)})" if counted else ""
    if report.problems and not kept_going:
        return f"Nothing was published{remarks}. Mend what is listed above, or use --keep-going."
    pages = report.pages
    return (
        f"{report.articles:,} articles{remarks}: {pages.written:,} files written, {pages.removed:,} removed, "
        f"{pages.unchanged:,} as they were, in {report.seconds['total']:.1f} s → {output}"
    )
