"""The built pages, as an outside checker and an independent parser see them."""

import json
import posixpath
import re
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

import html5lib
import pytest
from demo import PROJECT, build_demo, build_hostile, demand
from sites import build_site, make_site

from sitegen.check import check

VNU = PROJECT / ".ci" / "tools" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
LINKS = {"href", "src", "poster"}


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo, built."""
    return build_demo(tmp_path_factory.mktemp("demo"))


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The hostile site, built."""
    return build_hostile(tmp_path_factory.mktemp("hostile"))


@pytest.fixture(params=["demo", "hostile"])
def output(request: pytest.FixtureRequest) -> Path:
    """Each of the two sites."""
    folder: Path = request.getfixturevalue(request.param)
    return folder


def complaints(folder: Path) -> list[tuple[str, str]]:
    """What the W3C's checker says of a folder's pages: whether it is an error or a warning, and where and what it is."""
    java, jar = demand(shutil.which("java"), "Java"), demand(VNU, "the HTML checker (vnu)")
    command = [java, "-jar", jar, "--skip-non-html", "--format", "json", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    prefix = folder.resolve().as_uri()
    return [
        (one.get("subType", one["type"]), f"{one['url'].removeprefix(prefix)}:{one.get('lastLine')}: {one['message']}")
        for one in json.loads(done.stderr)["messages"]
    ]


def test_every_page_of_the_demo_passes_the_html_checker(demo: Path) -> None:
    """Neither an error nor a warning, on any page."""
    assert complaints(demo) == []


def test_hostile_texts_make_sound_html(hostile: Path) -> None:
    """Quotes, markup, endless words, control characters, emoji and right-to-left text make no page wrong."""
    assert [what for kind, what in complaints(hostile) if kind != "warning"] == []


def test_source_text_never_becomes_markup(hostile: Path) -> None:
    """No script, handler or template expression of a text's own is alive in a page; what was written can be read."""
    for path, tree in pages(hostile).items():
        scripts = [element.get("src", "") for element in tree.iter("script")]
        handlers = [name for element in tree.iter() for name in element.attrib if name.lower().startswith("on")]
        assert ([script for script in scripts if not script.startswith("../static/")], handlers) == ([], []), path
    article = next(tree for path, tree in pages(hostile).items() if "quoted-b-bold" in path)
    headline = "".join(next(article.iter("h1")).itertext())
    assert headline.startswith('"Quoted" & <b>bold</b>, {{ 7 * 7 }}, {% raw %}, </title><script>alert(1)</script>')


def test_the_sites_own_check_finds_nothing(output: Path) -> None:
    """No link or anchor is broken, and no page is an orphan, by `check`."""
    found = check(output)
    assert (found.problems, found.orphans) == ((), ())


def test_every_link_and_anchor_leads_somewhere(output: Path) -> None:
    """An independent parser finds a file for each link, relative all of them, and each anchor in its page."""
    anchors = {path: {element.get("id") for element in tree.iter()} for path, tree in pages(output).items()}
    broken = []
    for path, tree in pages(output).items():
        for link in links(tree):
            target, anchor = resolve(path, link)
            if not (output / target).is_file() or (anchor and anchor not in anchors.get(target, ())):
                broken.append(f"{path}: {link}")
    assert broken == []


def test_every_page_can_be_reached(output: Path) -> None:
    """From the front page, following links, a reader comes to every page but the 404 page and what redirects."""
    reached: set[str] = set()
    pending = ["index.html"]
    while pending:
        path = pending.pop()
        if path not in reached and path in pages(output):
            reached.add(path)
            pending += (resolve(path, link)[0] for link in links(pages(output)[path]))
    left = {path for path, tree in pages(output).items() if not redirects(tree)} - reached
    assert left == {"404.html"}


def test_the_404_page_works_at_any_address(tmp_path: Path) -> None:
    """With a base address, its links begin at the host's root, since it is shown wherever nothing was found."""
    site = make_site(tmp_path, {"content/a.txt": "A Headline\n\nA text.\n"}, base_url="https://archive.example/sub/path/")
    build_site(site)
    tree = pages(site / "public")["404.html"]
    targets = [link.removeprefix("/sub/path/") for link in links(tree) if not link.startswith("#")]
    assert [target for target in targets if not (site / "public" / target).is_file()] == []
    assert all(link.startswith(("/sub/path/", "#")) for link in links(tree))


def test_right_to_left_text_runs_its_way(hostile: Path) -> None:
    """Headline and story find their direction by themselves, whatever the site's own is."""
    article = next(tree for path, tree in pages(hostile).items() if path.endswith("/hgshr-nptkh-mkhdsh.html"))
    found = [element.tag for element in article.iter() if element.get("dir") == "auto"]
    assert found[:2] == ["h1", "div"]


def test_an_id_stands_once_in_a_page(output: Path) -> None:
    """Anchors are unique, also where a text has two like headings."""
    for path, tree in pages(output).items():
        found = [element.get("id") for element in tree.iter() if element.get("id")]
        assert sorted(set(found)) == sorted(found), path


def test_every_page_has_one_headline(output: Path) -> None:
    """One h1 a page, the same language mark as the site or article, and a title that names the page and the site."""
    for path, tree in pages(output).items():
        if redirects(tree):
            continue
        title = re.sub(r"\s+", " ", "".join(next(tree.iter("title")).itertext()))
        assert (len(list(tree.iter("h1"))), bool(tree.get("lang")), bool(title.strip())) == (1, True, True), path


@cache
def pages(output: Path) -> dict[str, Element]:
    """The pages of a site, parsed."""
    files = sorted(file.relative_to(output).as_posix() for file in output.rglob("*.html"))
    return {path: html5lib.parse((output / path).read_bytes(), namespaceHTMLElements=False) for path in files}


def links(tree: Element) -> Iterator[str]:
    """The links into the site of a page."""
    for element in tree.iter():
        values = [value for name, value in element.attrib.items() if name in LINKS]
        yield from (value for value in values if not urlsplit(value).scheme)


def resolve(path: str, link: str) -> tuple[str, str]:
    """The file that a link of a page leads to, and the anchor; a link from the host's root leads nowhere."""
    parts = urlsplit(link)
    file = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path))) if parts.path else path
    return file, unquote(parts.fragment)


def redirects(tree: Element) -> bool:
    """Whether a page only leads on to another."""
    return any(element.get("http-equiv") == "refresh" for element in tree.iter("meta"))
