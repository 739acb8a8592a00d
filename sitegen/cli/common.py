"""What the commands share."""

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

from msgspec import structs

from sitegen import config
from sitegen.build import inputs
from sitegen.errors import SettingsError, place_and_mend
from sitegen.model import Problem, Site

_SHOWN = 20  # of each kind, on a terminal


def site_folder(chosen: argparse.Namespace) -> Path:
    """The site folder that was named; else this folder if it is one; else the project's own."""
    if chosen.site:
        folder = Path(chosen.site)
        if not folder.is_dir():
            raise SettingsError("there is no such folder", path=chosen.site, hint="`build.py init DIR` makes a new site folder")
        return folder
    here = Path.cwd()
    return here if (here / config.FILE).exists() else inputs.project()


def load_site(chosen: argparse.Namespace, folder: Path) -> Site:
    """The settings, with what the command line says over them."""
    site = config.load(folder)
    if getattr(chosen, "base_url", None):
        site = structs.replace(site, base_url=config.base_url(chosen.base_url))
    if getattr(chosen, "no_search", False):
        site = structs.replace(site, search=False)
    return site


def places(chosen: argparse.Namespace, folder: Path) -> inputs.Paths:
    """Where a build's things are."""
    return inputs.paths(folder, Path(chosen.output) if getattr(chosen, "output", None) else None)


def say(problems: Iterable[Problem], prefix: str = "") -> None:
    """List problems or notices, on the error stream; of very many the first ones."""
    listed = list(problems)
    for problem in listed[:_SHOWN]:
        words = place_and_mend(f"{prefix}{problem.path}", problem.line, problem.what, problem.hint)
        print(words, file=sys.stderr)
    if len(listed) > _SHOWN:
        print(f"… and {len(listed) - _SHOWN:,} more; --json lists them", file=sys.stderr)
