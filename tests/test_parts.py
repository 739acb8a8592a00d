"""Several articles in one file: found, said, and parted where somebody asks."""

import json
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sites import build_site, make_site, write
from test_cli import run
from test_incremental import SECOND, WIRE

from sitegen.build import paths
from sitegen.build.reading import Read, Reading, to_records
from sitegen.catalog import schema
from sitegen.config import profile
from sitegen.model import Source
from sitegen.reader import parts

PLAIN = Reading(content="", permalink="", timezone="UTC", names=False, aliases={}, drafts=True)
RULED = f"{WIRE}\n* * * * *\n\n{SECOND}"
FED = f"{WIRE}\n\f{SECOND}"
BARE = f"{WIRE}\n\n{SECOND}"
DATED = BARE.replace("By Ida Marsh", "May 6, 2013").replace("By Jonah Birch", "May 7, 2013")


def read(text: str, of_profile: str = "", *, split: bool = False) -> list[Read]:
    """A file's articles."""
    found, problems = profile.parse("reader.yaml", of_profile.encode())
    assert problems == ()
    return to_records(Source("a.txt", text, "d", "utf-8"), PLAIN.under(found), split=split)


def titles(found: list[Read]) -> list[str | None]:
    """Their headlines."""
    return [one.record.title for one in found]


def wrapped(text: str) -> str:
    """A text with its lines broken at 60 columns."""
    import textwrap  # noqa: PLC0415 - of this function alone

    return "\n".join(textwrap.fill(line, 60) for line in text.split("\n"))


@pytest.mark.parametrize("text", [RULED, FED, BARE, DATED, wrapped(RULED), wrapped(BARE), RULED.replace("* * * * *", "- 30 -")])
def test_several_articles_are_found(text: str) -> None:
    """Under a rule, a form feed or an end mark, and where headline and byline come again; hard-wrapped or not."""
    first, second = parts.find(text)
    assert first == 0
    assert text.split("\n")[second].strip() == "Barge runs aground off Port Ellery"


@pytest.mark.parametrize("case", sorted((Path(__file__).parent / "cases/reader").glob("*.txt")), ids=lambda path: path.stem)
def test_one_article_is_one(case: Path) -> None:
    """None of the reader's cases seems to hold several."""
    assert parts.find(case.read_text("utf-8", "replace")) == ()


@pytest.mark.parametrize(
    "below",
    [
        "Most Read\n\nGoat wins prize\nBy Ida Marsh\n\nPiano found in river\nBy Jonah Birch\n",  # a list of others, without stories
        "* * * * *\n\nThe goat has since been found. It is well, and so is the passenger.\n",  # a rule within a story
        "Photo: the ferry\n\nBy the quay, a crowd had gathered.\n",
    ],
)
def test_what_only_looks_so_is_left(below: str) -> None:
    """Lists of other articles, rules within a story, sentences that open with By."""
    assert parts.find(f"{WIRE}\n{below}") == ()


def test_it_is_said_and_not_done_unasked() -> None:
    """A notice names the lines, and how to part them."""
    (only,) = read(RULED)
    (notice,) = only.problems
    assert (notice.severity, notice.line) == ("notice", 10)
    assert notice.what == "seems to hold 2 articles, which begin at lines 1 and 10"
    assert "split: true" in notice.hint


@pytest.mark.parametrize("text", [RULED, FED, BARE])
def test_parts_are_articles_of_their_own(text: str) -> None:
    """Each with its headline, its author, its path, and every line of the file in exactly one of them."""
    found = read(text, split=True)
    assert titles(found) == ["Ferry runs aground off Port Ellery", "Barge runs aground off Port Ellery"]
    assert [one.record.authors for one in found] == [("Ida Marsh",), ("Jonah Birch",)]
    assert [one.record.source for one in found] == ["a.txt", "a.txt#2"]
    filled = [n for n, line in enumerate(text.split("\n"), 1) if line.strip()]
    assert [line.n for one in found for line in one.record.lines] == filled
    assert read(text, "split: true\n") == found


def test_named_separators_part_at_each_of_their_lines() -> None:
    """Whatever stands between; and the lines are furniture under the profile's name."""
    text = "One line.\n%%%%\n\n%%%%\nAnother line.\n* * *\nStill the same.\n%%%%\n"
    found = read(text, "\nsplit: ['%%%%']\n")
    assert [[line.n for line in one.record.lines] for one in found] == [[1], [2, 4, 5, 6, 7, 8]]
    assert [line.rule for line in found[1].record.lines if line.n in {2, 4, 8}] == ["reader.yaml:2"] * 3


def test_form_feeds_can_be_named() -> None:
    """Each begins an article, on its line or on the next."""
    found = read("One.\n\fTwo.\n\f\nThree.\n", "split: form feed\n")
    assert [[line.n for line in one.record.lines] for one in found] == [[1], [2], [4]]


def test_front_matter_is_the_first_article_s() -> None:
    """But a draft is a draft as a whole."""
    found = read(f"---\ntitle: Aground\ndraft: true\n---\n{RULED}", split=True)
    assert titles(found) == ["Aground", "Barge runs aground off Port Ellery"]
    assert [one.record.draft for one in found] == [True, True]


@given(st.lists(st.sampled_from(["%%", "\f", "Words.", "", " ", "\fWords", "* * *", WIRE, SECOND]), max_size=9), st.booleans())
def test_no_line_is_lost(pieces: list[str], named: bool) -> None:  # noqa: FBT001 - Hypothesis gives it by place
    """However a file is cut."""
    text = "\n".join(pieces)
    found = read(text, "split: ['%%', form feed]\n" if named else "split: true\n")
    filled = [n for n, line in enumerate(text.split("\n"), 1) if line.strip()]
    assert sorted(line.n for one in found for line in one.record.lines) == filled


def sources(folder: Path) -> list[tuple[str, str]]:
    """The articles of a built site: source and headline."""
    with closing(schema.connect_to_read(paths(folder, None).catalog)) as db:
        return db.execute("SELECT s.path, a.title FROM article a JOIN source s USING (id) ORDER BY s.path").fetchall()


def test_a_build_parts_files_under_a_profile(tmp_path: Path) -> None:
    """Each part is an article with a page; the profile gone, the file is one again, with a notice."""
    folder = make_site(tmp_path, {"content/wire.txt": RULED, "content/reader.yaml": "split: true\n"})
    report = build_site(folder)
    assert report.articles == 2
    assert [path for path, _ in sources(folder)] == ["wire.txt", "wire.txt#2"]
    assert (folder / "public/undated/barge-runs-aground-off-port-ellery.html").is_file()
    (folder / "content/reader.yaml").unlink()
    report = build_site(folder)
    assert report.articles == 1
    assert not (folder / "public/undated/barge-runs-aground-off-port-ellery.html").exists()
    assert any("seems to hold 2 articles" in notice.what for notice in report.notices)


def test_parts_come_and_go_with_their_file(tmp_path: Path) -> None:
    """A part that is cut out, and a file that goes with all its parts."""
    folder = make_site(tmp_path, {"content/n/wire.txt": RULED, "content/n/reader.yaml": "split: true\n"})
    build_site(folder)
    write(folder, "content/n/wire.txt", WIRE)
    assert build_site(folder).articles == 1
    write(folder, "content/n/wire.txt", RULED)
    assert build_site(folder).articles == 2
    (folder / "content/n/wire.txt").unlink()
    assert build_site(folder).articles == 0
    assert sources(folder) == []


def test_a_picture_belongs_to_the_first_article(tmp_path: Path) -> None:
    """The file's name is its name."""
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
    folder = make_site(tmp_path, {"content/wire.txt": RULED, "content/wire.svg": svg, "content/reader.yaml": "split: true\n"})
    build_site(folder)
    shown = {path.name: "<img" in path.read_text("utf-8") for path in (folder / "public/undated").glob("*-ellery.html")}
    assert shown == {"ferry-runs-aground-off-port-ellery.html": True, "barge-runs-aground-off-port-ellery.html": False}


def test_explain_shows_all_parts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The file is named, or one of its parts as messages call it."""
    folder = make_site(tmp_path, {"content/wire.txt": RULED, "content/reader.yaml": "split: true\n"})
    assert run("explain", "wire.txt#2", "--site", folder) == 0
    whole = capsys.readouterr().out
    assert run("explain", folder / "content/wire.txt") == 0
    assert capsys.readouterr().out == whole
    assert [line for line in whole.splitlines() if line.endswith("wire.txt#2")]
    assert "title:         Barge runs aground off Port Ellery" in whole


def test_read_parts_where_it_is_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Into records, and into files, which then read as the parts did."""
    file = write(tmp_path, "wire.txt", RULED)
    assert run("read", "--split", file) == 0
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [record["title"] for record in records] == titles(read(RULED, split=True))
    assert run("read", "--split", "--write", tmp_path / "out", file) == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["wire-2.txt", "wire.txt"]
    assert run("read", tmp_path / "out") == 0
    again = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(one["title"], one["authors"], one["body"]) for one in again] == [
        (one["title"], one["authors"], one["body"]) for one in reversed(records)
    ]
