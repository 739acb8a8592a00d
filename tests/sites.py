"""Whole sites for tests, written inside the test that is about them."""

import json
import os
from collections.abc import Mapping
from pathlib import Path

from sitegen import config
from sitegen.build import Options, build, paths
from sitegen.model import Report


def make_site(folder: Path, files: Mapping[str, str | bytes], *, title: str = "The Test Post", **settings: object) -> Path:
    """Write a site into `folder`: its site.yaml (search off unless a setting says otherwise) and files by their path.

    A `site.yaml` among the files is taken as it stands instead of the settings.
    """
    values = {"title": title, "search": False, **settings}
    text = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in values.items())
    for path, content in ({"site.yaml": text, "content/.keep": ""} | dict(files)).items():
        write(folder, path, content)
    return folder


def write(folder: Path, path: str, content: str | bytes) -> Path:
    """Write one file as a reporter would save it: in place, folders made as needed; returns where it stands."""
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return file


def build_site(folder: Path, output: Path | None = None, **options: object) -> Report:
    """Build the site in `folder` with its own settings, in this process unless `jobs` says otherwise."""
    chosen = Options(**{"jobs": 1, **options})  # type: ignore[arg-type] # the caller names fields of Options
    return build(config.load(folder), paths(folder, output), chosen)


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below `folder` with its bytes, by its path with forward slashes, in order of path."""
    found = (Path(parent, name) for parent, _, names in os.walk(folder) for name in names)
    return {path: file.read_bytes() for path, file in sorted((file.relative_to(folder).as_posix(), file) for file in found)}
