"""The demo archive against what a person reads in its texts. `cases/demo.json` says what is right."""

import os
import posixpath
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote
from xml.etree.ElementTree import Element

import html5lib
import msgspec
import pytest
from demo import PROJECT, build_demo

from sitegen.record import KEYS

CONTENT = PROJECT / "content"
TEXTS = tuple(sorted(path.relative_to(CONTENT).as_posix() for kind in ("*.txt", "*.md") for path in CONTENT.rglob(kind)))


class Known(msgspec.Struct, frozen=True):
    """What a person reads in an article."""

    title: str
    date: str | None
    authors: list[str]
    dek: str | None = None
    dateline: str | None = None
    references: list[tuple[str, str]] = []  # kind and words, in the text's order


class Pointer(msgspec.Struct, frozen=True):
    """A reference as `read` prints it."""

    kind: str
    text: str


class Read(msgspec.Struct, frozen=True):
    """What `read` printed of an article, as far as it is looked at here."""

    source: str
    title: str | None
    date: str | None
    date_basis: str | None
    authors: list[str]
    dek: str | None
    dateline: str | None
    references: list[Pointer]
    lines: list[dict[str, str | int]]


class Cases(msgspec.Struct, frozen=True):
    """The expected facts."""

    articles: dict[str, Known]
    captioned: list[str]  # no date stands in the text: the caption's is right, since the weekday agrees
    resolved: list[tuple[str, str, str]]  # a source, the words of its reference, and the source that these mean
    unresolved: list[tuple[str, str]]  # references to what isn't in the archive


CASES = msgspec.json.decode((Path(__file__).parent / "cases" / "demo.json").read_bytes(), type=Cases)


@pytest.fixture(scope="session")
def records() -> dict[str, Read]:
    """Every record, by its source, as the `read` command gives it."""
    command = [sys.executable, str(PROJECT / "build.py"), "read", str(CONTENT), "--jsonl"]
    done = subprocess.run(command, capture_output=True, check=True, env=os.environ | {"TZ": "Asia/Tokyo"})
    found = [msgspec.json.decode(line, type=Read) for line in done.stdout.splitlines()]
    return {Path(one.source).resolve().relative_to(CONTENT).as_posix(): one for one in found}


@pytest.fixture(scope="session")
def stories(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Element]:
    """Every article's built page, parsed, by its path."""
    output = build_demo(tmp_path_factory.mktemp("demo"))
    files = {file.relative_to(output).as_posix(): file.read_bytes() for file in sorted(output.rglob("*.html"))}
    return {
        path: html5lib.parse(data, namespaceHTMLElements=False)
        for path, data in files.items()
        if b'<article class="story">' in data
    }


def source_of(story: Element) -> str:
    """The source file that an article's page names."""
    return words(next(element for element in story.iter("details")).find(".//dd")).removeprefix("content/")


def file_of(source: str) -> str:
    """The file of a source, of which it may be a part: `osric/may-1996.txt#2`."""
    return source.partition("#")[0]


def words(element: Element | None) -> str:
    """An element's text, white space made one."""
    return " ".join("".join(element.itertext()).split()) if element is not None else ""


def references(stories: dict[str, Element]) -> dict[tuple[str, str], str | None]:
    """Where each cross reference of the built site leads: source and words → source, or None."""
    sources = {path: source_of(story) for path, story in stories.items()}
    found: dict[tuple[str, str], str | None] = {}
    for path, story in stories.items():
        notes = story.findall(".//p[@class='reference']") + story.findall(".//section[@class='references']//li")
        for note in notes:
            link = note.find("a")
            text = words(link) if link is not None else re.sub(r"^\w+: | \(not in this archive\)$", "", words(note))
            target = unquote(link.get("href", "")) if link is not None else ""
            found[sources[path], text] = sources.get(posixpath.normpath(posixpath.join(posixpath.dirname(path), target)))
    return found


def test_every_text_is_an_article(records: dict[str, Read]) -> None:
    """The demo is what `content` holds: at least 95 articles, 78 of them raw text, and each has its expected facts."""
    assert sorted({file_of(source) for source in records}) == list(TEXTS)
    assert sorted(records) == sorted(CASES.articles)
    assert (len(TEXTS) >= 95, len([path for path in TEXTS if path.endswith(".txt")]) >= 78) == (True, True)


def test_every_article_but_the_draft_has_its_page(stories: dict[str, Element]) -> None:
    """One page each."""
    drafts = [path for path in TEXTS if "\ndraft: true\n" in (CONTENT / path).read_text("utf-8", errors="replace")]
    assert sorted(map(source_of, stories.values())) == sorted(set(CASES.articles) - set(drafts))
    assert len(drafts) == 1


@pytest.mark.parametrize("path", CASES.articles)
def test_an_article_is_read_as_a_person_reads_it(records: dict[str, Read], path: str) -> None:
    """Headline, date, byline, dek, dateline and references are what the record says."""
    record = records[path]
    pointers = [(pointer.kind, pointer.text) for pointer in record.references]
    read = Known(record.title or "", record.date, record.authors, record.dek, record.dateline, pointers)
    assert CASES.articles[path] == read


@pytest.mark.parametrize("path", CASES.captioned)
def test_a_captions_date_is_taken_where_the_weekday_agrees(records: dict[str, Read], path: str) -> None:
    """The seed's shape: no date line, a dated caption, and a weekday in the story."""
    assert records[path].date_basis == "caption+weekday"


@pytest.mark.parametrize(("path", "text", "target"), CASES.resolved)
def test_references_lead_to_their_article(stories: dict[str, Element], path: str, text: str, target: str) -> None:
    """A reference finds its article by a headline that is nearly its words."""
    assert target == references(stories)[path, text]


@pytest.mark.parametrize(("path", "text"), CASES.unresolved)
def test_references_to_what_is_missing_lead_nowhere(stories: dict[str, Element], path: str, text: str) -> None:
    """No link is better than a wrong one."""
    assert references(stories)[path, text] is None


def test_every_reference_is_meant_to_lead_somewhere_or_nowhere() -> None:
    """None is left to chance: but for the draft's, each is in one of the two lists."""
    told = {(path, text) for path, known in CASES.articles.items() for _, text in known.references}
    meant = {(path, text) for path, text, _ in CASES.resolved} | set(CASES.unresolved)
    assert {path for path, _ in told ^ meant} == {"2018/footbridge.md"}


@pytest.mark.parametrize("path", TEXTS)
def test_nothing_is_lost(records: dict[str, Read], path: str) -> None:
    """Every non-blank line is in its record, once; front matter's own among them."""
    lines = (CONTENT / path).read_bytes().splitlines()
    expected = [n for n, line in enumerate(lines, 1) if line.strip()]
    assert expected == sorted(line["n"] for one, record in records.items() if file_of(one) == path for line in record.lines)


def test_the_archive_is_worth_browsing() -> None:
    """Its articles go over at least 25 years, and point to one another more often than to what is missing."""
    years = sorted(int(known.date[:4]) for known in CASES.articles.values() if known.date)
    assert years[-1] - years[0] >= 25
    assert (len(CASES.resolved) >= 60, len(CASES.unresolved) >= 25) == (True, True)
    assert len(CASES.resolved) > len(CASES.unresolved)


def test_the_markdown_articles_show_every_front_matter_key() -> None:
    """Each key that `docs/sources.md` tells of stands in one of them, and one that isn't ours."""
    heads = [(CONTENT / path).read_text("utf-8").split("---\n")[1] for path in TEXTS if path.endswith(".md")]
    keys = {key for head in heads for key in re.findall(r"^([\w-]+):", head, re.MULTILINE)}
    assert set(KEYS) < keys


def test_pictures_are_many_and_small() -> None:
    """At least 24 articles have one beside them; none is over 60 kB, and all together aren't over a megabyte."""
    pictures = [file for kind in ("*.svg", "*.png") for file in CONTENT.rglob(kind)]
    stems = {path.rsplit(".", 1)[0] for path in TEXTS}
    assert len({file.relative_to(CONTENT).with_suffix("").as_posix() for file in pictures} & stems) >= 24
    sizes = [file.stat().st_size for file in pictures]
    assert (max(sizes) <= 60_000, sum(sizes) <= 1_000_000) == (True, True)


def test_old_bytes_are_kept() -> None:
    """Neither git nor an editor has made these sources alike: Windows-1252, CRLF, a byte order mark, text decoded wrongly."""
    sources = [(CONTENT / path).read_bytes() for path in TEXTS]
    assert len([data for data in sources if b"\r\n" in data and b"\x92" in data and not data.isascii()]) >= 3
    assert len([data for data in sources if data.startswith(b"\xef\xbb\xbf")]) >= 1
    assert len([data for data in sources if "â€".encode() in data]) >= 2
