"""`explain`: how a text was read, line by line; or what a page is, and whether a build would render it again."""

import argparse
import os
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from msgspec import structs

from sitegen import markup, pages, search, theme
from sitegen.build import inputs, publishing, taking
from sitegen.build.changes import find
from sitegen.build.inputs import Options, Paths
from sitegen.build.parting import is_part
from sitegen.build.rendering import Press, Rendering, causes
from sitegen.catalog import queries, schema
from sitegen.catalog.facets import FIRST, LAST
from sitegen.cli.common import load_site, places, site_folder
from sitegen.cli.read import Taken, take_all
from sitegen.cli.review import open_catalogue
from sitegen.errors import SettingsError, SitegenError, place_and_mend
from sitegen.files.output import MARKER, staging_for
from sitegen.files.scan import TEXTS
from sitegen.model import Line, Problem, Role, Site
from sitegen.pages.article import decode

_COLOURS: dict[Role, str] = {
    "title": "1", "dek": "1", "byline": "36", "date": "36", "dateline": "36", "caption": "35", "credit": "35",
    "reference": "34", "subhead": "1", "correction": "33", "contributor": "36", "note": "33", "tags": "32", "furniture": "2",
}  # fmt: skip
_FIELDS = (
    *"title dek authors contributors agency date updated dateline section captions references corrections notes".split(),
    *"tags people places organizations language credited_source".split(),
)
_ALIKE = 0.5  # below this, an address is no other one misspelt


def run(chosen: argparse.Namespace) -> int:
    """Explain a text, or a page."""
    text = _text_file(chosen)
    return _explain_text(str(text)) if text else _explain_page(chosen)


def _text_file(chosen: argparse.Namespace) -> Path | None:
    """The source that is meant, named from here or from the content folder."""
    what = chosen.what.rpartition("#")[0] if is_part(chosen.what) and "#" in chosen.what else chosen.what  # `wire.txt#2`
    path = Path(what)
    if path.suffix.lower() in (".html", ".xml", ".json") or "://" in chosen.what:
        return None
    if path.is_file():
        built = any((parent / MARKER).is_file() for parent in path.absolute().parents)
        return None if built else path  # robots.txt, named in the output folder, is a page
    inner = site_folder(chosen) / "content" / what.lstrip("/")
    return inner if path.suffix.lower() in TEXTS and inner.is_file() else None


# A text


def _explain_text(path: str) -> int:
    found, problems = take_all(path)
    status = 1 if any(problem.severity == "problem" for problem in problems) else 0
    colours = sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else 0
    for number, taken in enumerate(found):
        if number:
            print(f"\n{taken.source.path}")
        for line in (*_lines(taken, colours=colours, width=width), "", *_fields(taken)):
            print(line)
    for problem in problems:
        _say(problem)
    return status


def _say(problem: Problem) -> None:
    prefix = "notice: " if problem.severity == "notice" else ""
    print(place_and_mend(prefix + problem.path, problem.line, problem.what, problem.hint), file=sys.stderr)


def _lines(taken: Taken, *, colours: bool, width: int) -> Iterator[str]:
    """Every line that isn't blank: its number, its role, the rule that gave it, the runner-up, its text."""
    known = {line.n: line for line in taken.record.lines}
    longest = max((len(line.rule) for line in known.values()), default=0)
    others = {n: _other(line) for n, line in known.items()}
    widest = max(map(len, others.values()), default=0)
    for n, text in enumerate(taken.whole.split("\n"), 1):
        if n not in known:
            continue
        role, rule = known[n].role, known[n].rule
        words = f"{n:>5}  {role:<12}  {rule:<{longest}}  {others[n]:<{widest}}  {markup.printable(text)}"
        words = words if not width or len(words) <= width else words[: width - 1] + "…"
        code = _COLOURS.get(role) if colours else None
        yield f"\033[{code}m{words}\033[0m" if code else words


def _other(line: Line) -> str:
    """The runner-up in words: `or dek`, with its rule where the role is the same."""
    return "" if line.other is None else f"or {line.other}" if line.other != line.role else f"or {line.other_rule}"


def _fields(taken: Taken) -> Iterator[str]:
    """The fields that were found, each with its confidence and what it rests on."""
    for name in _FIELDS:
        value = getattr(taken.record, name)
        if value:
            sure = taken.record.confidence.get(name)
            notes = ", ".join(note for note in (f"{sure:.2f}" if sure is not None else "", *_basis(taken, name)) if note)
            yield f"{name + ':':<14} {markup.printable(_words(value))}" + (f"  ({notes})" if notes else "")


def _basis(taken: Taken, name: str) -> tuple[str, ...]:
    """The rule that found a field, and its lines."""
    found = taken.record.evidence.get(name)
    if found is None:
        return ()
    rule = {"front-matter": "front matter", "names": "names in the text"}.get(found.rule, found.rule)
    numbers = found.lines
    return rule, (f"line {numbers[0]}" if len(numbers) == 1 else f"lines {numbers[0]}–{numbers[-1]}" if numbers else "")


def _words(value: object) -> str:
    return "; ".join(map(_words, value)) if isinstance(value, tuple) else str(getattr(value, "text", value))


# A page


class Published(NamedTuple):
    """A published file."""

    path: str
    facet: str
    key: bytes
    reason: str


def _explain_page(chosen: argparse.Namespace) -> int:
    folder = site_folder(chosen)
    site, where = load_site(chosen, folder), places(chosen, folder)
    with closing(open_catalogue(where)) as db:
        wanted = _path(chosen.what, site, where)
        page = _published(db, wanted)
        if page is None:
            near = _nearest(db, wanted)
            hint = f"did you mean /{near}?" if near else "look at the output folder for the addresses that there are"
            raise SettingsError("no page is published there", path=chosen.what, hint=hint)
        print(f"/{page.path}")
        for name, words in _about(db, site, page):
            print(f"  {name:<14} {words}")
    print(f"  {'a build now':<14} {_forecast(site, where, page)}")
    return 0


def _path(what: str, site: Site, where: Paths) -> str:
    """The output path that an address, or a file in the output folder, names."""
    file = Path(os.path.abspath(what))  # noqa: PTH100 - links stay links
    if "://" not in what and file.is_relative_to(where.output):
        return file.relative_to(where.output).as_posix() + ("/" if what.endswith("/") else "")
    path = what
    if "://" in what:
        path = what.removeprefix(site.base_url) if site.base_url and what.startswith(site.base_url) else urlsplit(what).path
    return unquote(path.partition("#")[0].partition("?")[0]).lstrip("/")


def _published(db: sqlite3.Connection, path: str) -> Published | None:
    """The file at an address, as hosts find it."""
    for candidate in (path, f"{path}/index.html".replace("//", "/").lstrip("/"), f"{path}.html"):
        row = db.execute("SELECT path, facet, key, reason FROM page WHERE path = ?", (candidate,)).fetchone()
        if row:
            return Published(*row)
    return None


def _nearest(db: sqlite3.Connection, path: str) -> str | None:
    """The published path most like one."""
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(f"{path}index.html" if path.endswith("/") or not path else path)
    best, found = _ALIKE, None
    for (candidate,) in db.execute("SELECT path FROM page ORDER BY path"):
        matcher.set_seq1(candidate)
        if matcher.real_quick_ratio() > best and matcher.quick_ratio() > best and (ratio := matcher.ratio()) > best:
            best, found = ratio, candidate
    return found


def _about(db: sqlite3.Connection, site: Site, page: Published) -> Iterator[tuple[str, str]]:
    family, _, rest = page.facet.partition("/")
    yield "facet", page.facet or "not known: it was published by another version"
    stored = queries.article(db, int(rest)) if family == "article" else None
    if stored:
        yield "source", f"content/{decode(stored.text).record.source}"
    planned = _planned(pages.Archive(db, site), page)
    if planned:
        yield "template", pages.KINDS[planned.kind].template
    yield "last made", f"because {page.reason}" if page.reason else "by another version"


def _planned(archive: pages.Archive, page: Published) -> pages.Planned | None:
    return next((one for one in pages.plan(archive, page.facet, ((FIRST, LAST),)) if one.path == page.path), None)


def _forecast(site: Site, where: Paths, page: Published) -> str:
    """What a build would do with a page. It is tried in a transaction that is taken back: nothing changes."""
    if page.facet.partition("/")[0] not in pages.FAMILIES or page.facet.startswith("search/"):
        return "would write it again only if it changed"
    with _tried(where) as db:
        site = site if search.is_installed() else structs.replace(site, search=False)
        assets, _ = publishing.find_assets(db, where.static)
        fresh = _read_changes(db, site, where)
        problem = next(iter(queries.problems(db, "problem", 1)), None)
        words = _verdict(db, site, where, page, assets)
    if fresh:
        words += "; and would read every text again"
    return words + (f"; but first content/{problem.path} must be mended: it {problem.what}" if problem else "")


@contextmanager
def _tried(where: Paths) -> Iterator[sqlite3.Connection]:
    """The catalogue, with whatever is done to it taken back."""
    with closing(schema.connect(where.catalog)) as db:
        try:
            db.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError:
            raise SitegenError("is being built just now", path=str(where.site), hint="ask again when that is done") from None
        try:
            yield db
        finally:
            db.execute("ROLLBACK")


def _read_changes(db: sqlite3.Connection, site: Site, where: Paths) -> bool:
    """Take in what changed in the content; True, and nothing done, where a build would read everything."""
    row = db.execute("SELECT value FROM meta WHERE name = 'reading'").fetchone()
    drafts = next((on for on in (False, True) if row == (inputs.of_reading(site, drafts=on),)), None)
    if drafts is None:
        return True
    changes = find(db, where.content)
    if changes.wanted or changes.gone:
        taking.take(db, site, where, Options(drafts=drafts), changes, fresh=False)
    return False


def _verdict(db: sqlite3.Connection, site: Site, where: Paths, page: Published, assets: dict[str, str]) -> str:
    archive = pages.Archive(db, site)
    planned = _planned(archive, page) or _planned(archive, _moved(db, page))
    made = pages.make(archive, planned) if planned else None
    if made is None:
        return "would remove it: what it shows is gone"
    cache = where.state / "templates"
    cache.mkdir(exist_ok=True)
    themed = theme.load(where.templates, site, assets, cache)
    staging = staging_for(where.output, where.state)
    press = Press(Rendering(str(where.catalog), str(staging), inputs.toolchain(), site, themed), db)
    key = press.key(made)
    return "would leave it as it is" if key == page.key else f"would render it again: {causes(page.key, key)}"


def _moved(db: sqlite3.Connection, page: Published) -> Published:
    """The page under the facet of another article that now has its address."""
    row = db.execute("SELECT id FROM article WHERE path = ?", (page.path,)).fetchone()
    return page._replace(facet=f"article/{row[0]}") if row else page
