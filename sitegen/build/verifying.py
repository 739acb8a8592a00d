"""Holding the output against a clean build, byte for byte."""

import dataclasses
import filecmp
import tempfile
from collections.abc import Iterator
from pathlib import Path

from sitegen.build import build
from sitegen.build.inputs import Options, Paths
from sitegen.files.output import listed
from sitegen.model import Site


def differences(site: Site, places: Paths, options: Options) -> list[str]:
    """Every file of ours that a clean build beside the output makes otherwise, in words; empty where they are the same."""
    with tempfile.TemporaryDirectory(prefix="sitegen-verify-", dir=places.output.parent) as folder:
        clean = dataclasses.replace(places, output=Path(folder) / "public", state=Path(folder) / "state")
        build(site, clean, options)
        return [*_compare(places.output, clean.output)]


def _compare(output: Path, clean: Path) -> Iterator[str]:
    here, there = set(listed(output)), set(listed(clean))
    for path in sorted(here | there):
        if path not in there:
            yield f"{path}: isn't in a clean build"
        elif path not in here:
            yield f"{path}: is missing"
        elif not filecmp.cmp(output / path, clean / path, shallow=False):
            yield f"{path}: differs from a clean build"
