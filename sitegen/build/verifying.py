"""Holding the output against a clean build, byte for byte."""

import dataclasses
import filecmp
import tempfile
from collections.abc import Iterator
from pathlib import Path

from sitegen.build import build
from sitegen.build.inputs import Options, Paths
from sitegen.files.output import MARKER
from sitegen.model import Site


def differences(site: Site, places: Paths, options: Options) -> list[str]:
    """Every file of the output that a clean build beside it makes otherwise, in words; empty where they are the same.

    Files that sitegen didn't write are nobody's difference: they are named as what they are.
    """
    with tempfile.TemporaryDirectory(prefix="sitegen-verify-", dir=places.output.parent) as folder:
        clean = dataclasses.replace(places, output=Path(folder) / "public", state=Path(folder) / "state")
        build(site, clean, options)
        return [*_compare(places.output, clean.output)]


def _compare(output: Path, clean: Path) -> Iterator[str]:
    here, there = set(_files(output)), set(_files(clean))
    for path in sorted(here | there):
        if path not in there:
            yield f"{path}: isn't in a clean build: a leftover, or a file of somebody else's"
        elif path not in here:
            yield f"{path}: is missing"
        elif not filecmp.cmp(output / path, clean / path, shallow=False):
            yield f"{path}: differs from a clean build"


def _files(folder: Path) -> Iterator[str]:
    yield from (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file() and path.name != MARKER)
