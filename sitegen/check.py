"""Checks a built site as it lies in its folder: links, anchors, pictures, and files that nothing leads to. No network.

The site is crawled from its front page, a page at a time. What is kept are digests of paths, so that memory grows by some
tens of bytes a file, and one problem for each broken target, however many pages share it.
"""

import html
import os
import posixpath
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from sitegen.model import Problem

_PAGES = (".html", ".htm")
_MOST = 1_000  # problems, and orphans, that are listed; all are counted
_SIGN = re.compile("[\"'>]")
_LINKS = ("href", "src", "poster")
_RAW = ("script", "style", "textarea", "title")  # elements in which a `<` begins no tag
# What readers reach by other ways than links: hosts, feed readers, search engines and our own scripts ask for these.
_UNLINKED = ("static/", "search/", "sitemap/")
_UNLINKED_FILES = {"404.html", "feed.xml", "rss.xml", "feed.json", "robots.txt", "sitemap.xml"}
_FEEDS = ("/feed.xml", "/feed.json", "/rss.xml")


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found. Paths are the built files', from the output folder."""

    pages: int
    links: int
    problems: tuple[Problem, ...]
    orphans: tuple[Problem, ...]
    problem_count: int
    orphan_count: int


class _Tag(NamedTuple):
    """What a check wants to know of a tag: the anchors that it makes, and its links, each with whether it shows a picture."""

    anchors: tuple[str, ...]
    links: tuple[tuple[str, bool], ...]
    redirects: bool = False


class _Link(NamedTuple):
    """A link as a page has it."""

    value: str
    offset: int
    picture: bool


@dataclass(slots=True)
class _Sheet:
    """What a check wants to know of one page."""

    links: list[_Link] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    redirects: bool = False


@dataclass(slots=True)
class _Fault:
    """A broken target: where it was met first, and how often."""

    path: str
    line: int
    what: str
    hint: str
    count: int = 1


def check(output: Path, base_url: str = "") -> Checked:
    """Check the site in a folder; links to addresses below `base_url` are links into it."""
    crawl = _Crawl(output, base_url)
    crawl.run()
    problems = [_problem(fault) for fault in list(crawl.faults.values())[:_MOST]]
    problems.sort(key=lambda one: (one.path, one.line, one.what))
    return Checked(crawl.pages, crawl.links, tuple(problems), tuple(crawl.orphans), len(crawl.faults), crawl.orphan_count)


def _problem(fault: _Fault) -> Problem:
    more = f" (and {fault.count - 1:,} more of the same)" if fault.count > 1 else ""
    return Problem(fault.path, fault.line, fault.what + more, fault.hint)


class _Crawl:
    """One walk through a site."""

    def __init__(self, output: Path, base_url: str) -> None:
        self._root = str(output)
        self._base = base_url
        self._base_path = urlsplit(base_url).path if base_url else ""
        self._files = {hash(path) for path in _walk(self._root)}
        self._reached: set[int] = set()
        self._pending: deque[str] = deque()
        self._redirects: set[int] = set()
        self._anchors: dict[str, dict[str, tuple[str, int]]] = {}  # page → anchor → who asks for it first
        self.faults: dict[str, _Fault] = {}
        self.orphans: list[Problem] = []
        self.orphan_count = self.pages = self.links = 0

    def run(self) -> None:
        """Crawl from the front page, then look at the pages that this didn't reach."""
        if hash("index.html") in self._files:
            self._reach("index.html")
            self._follow()
        else:
            self._fault("index.html", "index.html", 0, "there is no front page", "build the site first")
        reached = set(self._reached)
        for path in _walk(self._root):
            if path.endswith(_PAGES) and hash(path) not in self._reached:
                self._reach(path)
                self._follow()
        for path in sorted(self._anchors):
            self._find_anchors(path)
        for path in _walk(self._root):
            if hash(path) not in reached and not self._is_exempt(path):
                self._orphan(path)

    def _follow(self) -> None:
        while self._pending:
            self._look(self._pending.popleft())

    def _reach(self, path: str) -> None:
        if hash(path) not in self._reached:
            self._reached.add(hash(path))
            if path.endswith(_PAGES):
                self._pending.append(path)

    def _look(self, path: str) -> None:
        """Check one page's links."""
        text = _read(self._root, path)
        sheet = _sheet(text)
        self.pages += 1
        self.links += len(sheet.links)
        if sheet.redirects:
            self._redirects.add(hash(path))
        folder = posixpath.dirname(path)
        for link in sheet.links:
            target = resolve(folder, link.value, self._base, self._base_path)
            if target is None:
                continue
            wanted, anchor = target
            place = path if wanted is None else self._find(wanted, link, path, text)
            if not place:
                continue
            if anchor and place == path and anchor not in sheet.anchors:
                self._fault(f"{path}#{anchor}", path, _line(text, link.offset), *_no_anchor(anchor, path))
            elif anchor and place != path and place.endswith(_PAGES):
                self._anchors.setdefault(place, {}).setdefault(anchor, (path, _line(text, link.offset)))

    def _find(self, place: str, link: _Link, path: str, text: str) -> str:
        """The file that a link leads to, which is marked as reached; empty where there is none."""
        if hash(place) not in self._files:
            if hash(f"{place}/index.html") not in self._files:
                self._fault(place, path, _line(text, link.offset), *_missing(place, link.value))
                return ""
            place = f"{place}/index.html"
        new = hash(place) not in self._reached
        self._reach(place)
        if link.picture and new and not os.stat(f"{self._root}/{place}").st_size:  # noqa: PTH116 - a string is at hand
            self._fault(place, path, _line(text, link.offset), f"shows {place}, which is an empty file", "replace the picture")
        return place

    def _find_anchors(self, path: str) -> None:
        known = _sheet(_read(self._root, path)).anchors
        for anchor, (origin, line) in self._anchors[path].items():
            if anchor not in known:
                self._fault(f"{path}#{anchor}", origin, line, *_no_anchor(anchor, path))

    def _fault(self, key: str, path: str, line: int, what: str, hint: str) -> None:
        if key in self.faults:
            self.faults[key].count += 1
        else:
            self.faults[key] = _Fault(path, line, what, hint)

    def _is_exempt(self, path: str) -> bool:
        return (
            path in _UNLINKED_FILES
            or path.startswith((".", *_UNLINKED))
            or "/." in path
            or path.endswith(_FEEDS)
            or hash(path) in self._redirects
            or ("." not in posixpath.basename(path) and _sheet(_read(self._root, path)).redirects)
        )

    def _orphan(self, path: str) -> None:
        self.orphan_count += 1
        if len(self.orphans) < _MOST:
            what, hint = "nothing that the front page leads to links here", "link to it, or remove it"
            self.orphans.append(Problem(path, 0, what, hint, "notice"))


def _missing(place: str, value: str) -> tuple[str, str]:
    if place.startswith("../"):
        return f"leads out of the site: {value}", "give a path inside the site"
    return f"leads to {place}, which isn't there", "mend the link, or build again"


def _no_anchor(anchor: str, path: str) -> tuple[str, str]:
    return f"leads to #{anchor}, which {path} doesn't have", "mend the link, or give the place that id"


def _walk(root: str) -> Iterator[str]:
    """Every file's path from the root, in order."""
    for folder, inner, names in os.walk(root):
        inner.sort()
        prefix = os.path.relpath(folder, root).replace(os.sep, "/") + "/"
        yield from sorted(names) if prefix == "./" else (prefix + name for name in sorted(names))


def _read(root: str, path: str) -> str:
    with open(f"{root}/{path}", encoding="utf-8", errors="replace", newline="") as file:  # noqa: PTH123 - 100,000 times
        return file.read()


def _line(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1


@lru_cache(maxsize=16384)
def resolve(folder: str, value: str, base_url: str = "", base_path: str = "") -> tuple[str | None, str] | None:
    """The file that a link on a page in `folder` leads to and its anchor; no file for the page itself, None for other sites.

    A path that leads out of the site begins with `../`.
    """
    value = value.strip()
    if base_url and (value + "/").startswith(base_url):
        value, folder = "/" + value[len(base_url) :], ""
    elif value.startswith("//") or _has_scheme(value):
        return None
    elif value.startswith("/"):
        if base_path and (value + "/").startswith(base_path):
            value = "/" + value[len(base_path) :]
        folder = ""
    path, _, anchor = value.partition("#")
    path = unquote(path.partition("?")[0])
    anchor = "" if anchor == "top" or anchor.startswith(":~:") else unquote(anchor.partition(":~:")[0])
    if not path:
        return None, anchor
    joined = posixpath.normpath(posixpath.join(folder, path.lstrip("/") if path.startswith("/") else path) or ".")
    if joined == ".":
        joined = "index.html"
    elif path.endswith(("/", "/.", "/..")):
        joined = f"{joined}/index.html"
    return joined, anchor


def _has_scheme(value: str) -> bool:
    scheme, colon, _ = value.partition(":")
    return bool(colon) and scheme[:1].isalpha() and scheme.replace("+", "").replace("-", "").replace(".", "").isalnum()


def _sheet(text: str) -> _Sheet:
    """The links and anchors of a page."""
    sheet = _Sheet()
    for inside, offset in tags(text):
        tag = _tag(inside)
        sheet.anchors.update(tag.anchors)
        sheet.redirects |= tag.redirects
        for value, picture in tag.links:
            sheet.links.append(_Link(value, offset, picture))
    return sheet


@lru_cache(maxsize=16384)  # most tags of a page stand on others too
def _tag(inside: str) -> _Tag:
    """What stands between `<` and `>`, understood."""
    name, found = attributes(inside)
    if name == "meta":
        return _refresh(found)
    picture = name in {"img", "source"}
    anchors = [found[key] for key in (("id", "name") if name == "a" else ("id",)) if key in found]
    links = [(found[key], picture) for key in _LINKS if key in found]
    links += [(words[0], True) for part in found.get("srcset", "").split(",") if (words := part.split())]
    return _Tag(tuple(anchors), tuple(links))


def _refresh(found: dict[str, str]) -> _Tag:
    if found.get("http-equiv", "").lower() != "refresh":
        return _Tag((), ())
    _, _, target = found.get("content", "").partition("=")
    return _Tag((), ((target.strip(" '\""), False),), redirects=True)


def tags(text: str) -> Iterator[tuple[str, int]]:
    """What stands between `<` and `>` of each opening tag that has attributes, and where; not in comments, scripts and styles.

    Stepping from `<` to `>` takes a third of the time that html.parser does.
    """
    place = text.find("<")
    while place >= 0:
        first = text[place + 1 : place + 2]
        if not first.isalpha():
            end = text.find("-->", place + 4) + 2 if text.startswith("<!--", place) else place + 1
            if end < place:  # a comment without an end reaches to the text's
                return
            place = text.find("<", end)
            continue
        end = _end_of_tag(text, place)
        inside = text[place + 1 : end]
        if "=" in inside:
            yield inside, place
        if first in "sStT" and (raw := next((name for name in _RAW if inside[: len(name)].lower() == name), "")):
            end = _end_of_raw(text, raw, end, inside)
        place = text.find("<", end)


def _end_of_tag(text: str, start: int) -> int:
    """Where the `>` of a tag stands: one between quotes is part of a value."""
    end = text.find(">", start)
    if end < 0:
        return len(text)
    if not text.count('"', start, end) % 2 and text.find("'", start, end) < 0:
        return end
    quote = ""
    for found in _SIGN.finditer(text, start):
        sign = found[0]
        if sign == ">" and not quote:
            return found.start()
        if sign != ">":
            quote = sign if not quote else "" if sign == quote else quote
    return len(text)


def _end_of_raw(text: str, name: str, start: int, inside: str) -> int:
    if inside[len(name) : len(name) + 1].isalnum() or inside.endswith("/"):  # `titled`, or an SVG's `<style/>`
        return start
    end = text.find(f"</{name}", start)
    return end if end >= 0 else len(text)


def attributes(inside: str) -> tuple[str, dict[str, str]]:
    """A tag's name and attributes. Of one that stands twice the first counts, as in browsers.

    Tags that aren't written the plain way, `name="value"`, are left to html.parser.
    """
    pieces = inside.split('"')
    outside = pieces[0::2]
    if (
        "'" in "".join(outside)
        or any(piece.count("=") != 1 or piece[-1] != "=" for piece in outside[:-1])
        or "=" in outside[-1]
    ):
        return _unusual(inside)
    keys = [piece.split()[-1][:-1].lower() for piece in outside[:-1]]
    values = [html.unescape(value) if "&" in value else value for value in pieces[1::2]]
    return outside[0].split(None, 1)[0].lower(), dict(zip(reversed(keys), reversed(values), strict=True))


class _Parser(HTMLParser):
    """Reads one tag."""

    found: tuple[str, dict[str, str]] = ("", {})

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found = (tag, {key: value or "" for key, value in reversed(attrs)})


def _unusual(inside: str) -> tuple[str, dict[str, str]]:
    parser = _Parser()
    parser.feed(f"<{inside}>")
    return parser.found
