"""What a build is given: where things are, how to go about it; and digests of what pages depend on besides the sources."""

import hashlib
import sqlite3
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import msgspec

from sitegen.files import output
from sitegen.model import Site

# The libraries whose output is in ours.
_LIBRARIES = tuple(
    f"{name}-"
    for name in "ftfy jinja2 markdown markupsafe msgspec nh3 pagefind_bin pillow python_slugify rapidfuzz text_unidecode".split()
)
PACKAGE = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class Paths:
    """Where a build's things are."""

    site: Path
    content: Path
    templates: tuple[Path, ...]  # the site's own first, the project's last
    static: tuple[Path, ...]
    output: Path
    state: Path  # working state of this output

    @property
    def catalog(self) -> Path:
        """The catalogue's file."""
        return self.state / "catalog.sqlite"


@dataclass(frozen=True, slots=True)
class Options:
    """How to build."""

    jobs: int = 0  # processes; 0: as many as there are cores
    drafts: bool = False
    strict: bool = False  # notices are problems
    keep_going: bool = False  # publish what can be
    progress: Callable[[str, int, int], None] = lambda *_: None  # stage, done, of how many (0: unknown)
    waiting: Callable[[], None] = lambda: None  # another build of this site is under way


@dataclass(frozen=True, slots=True)
class Order:
    """One build: what it is given, and what it found at its beginning."""

    db: sqlite3.Connection
    site: Site
    places: Paths
    options: Options
    assets: Mapping[str, str]  # static files by name, each with where it is published
    stages: Callable[[str], AbstractContextManager[None]]  # times a stage

    @property
    def staging(self) -> Path:
        """Where files wait to be published."""
        return output.staging_for(self.places.output, self.places.state)


def paths(site: Path, output: Path | None) -> Paths:
    """A site's folders. State is kept by output folder: another output has another manifest."""
    site = site.resolve()
    output = (output or site / "public").absolute()
    inside = output.relative_to(site).as_posix() if output.is_relative_to(site) else str(output)
    name = f"{output.name}-{hashlib.sha256(inside.encode('utf-8', 'surrogateescape')).hexdigest()[:8]}"
    own = project()
    return Paths(
        site=site,
        content=site / "content",
        templates=tuple(dict.fromkeys((site / "templates", own / "templates"))),
        static=tuple(dict.fromkeys((site / "static", own / "static"))),
        output=output,
        state=site / ".sitegen" / name,
    )


def project() -> Path:
    """The folder with the project's own templates and static files: in the checkout, or in the installed package."""
    installed = PACKAGE / "_site"
    return installed if installed.exists() else PACKAGE.parent


@cache
def toolchain() -> bytes:
    """A digest of sitegen's own code and of the libraries' versions: a page made by other code isn't the same page."""
    digest = hashlib.blake2b(digest_size=16)
    digest.update(f"{sys.version_info[:3]} {_versions()}".encode())
    for path in sorted(path for path in PACKAGE.rglob("*") if path.suffix not in {".pyc", ".so"} and path.is_file()):
        digest.update(path.relative_to(PACKAGE).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.digest()


def _versions() -> list[str]:
    """The folders of the libraries' metadata, which hold name and version: a fortieth of what `importlib.metadata` takes."""
    folders = [Path(folder) for folder in sys.path if folder and Path(folder).is_dir()]
    names = {path.name.lower() for folder in folders for path in folder.glob("*.dist-info")}
    return sorted(name for name in names if name.startswith(_LIBRARIES))


def of_reading(site: Site, *, drafts: bool) -> str:
    """A digest of what the records depend on."""
    return _digest([site.timezone, site.language, site.permalink, site.names, sorted(site.aliases.items()), drafts])


def of_pages(site: Site, templates: Sequence[Path], assets: Iterable[tuple[str, str]]) -> str:
    """A digest of what pages depend on besides the catalogue."""
    files = [
        (path.relative_to(folder).as_posix(), hashlib.sha256(path.read_bytes()).hexdigest())
        for folder in templates
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    ]
    return _digest([site, files, sorted(assets)])


def _digest(value: object) -> str:
    data = msgspec.json.encode(value, order="deterministic")
    return hashlib.blake2b(toolchain() + data, digest_size=16).hexdigest()
