import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sites import build_site, make_site, tree, write

from sitegen import cli, record
from sitegen.build.reading import LARGE
from sitegen.cli.read import take, texts, with_front_matter
from sitegen.steps import AT_ONCE

PROJECT = Path(__file__).parent.parent
CASES = sorted((PROJECT / "tests/cases/reader").glob("*.txt"))
PATIENCE = 30.0  # seconds before a test gives up; none takes so long unless it fails

FERRY = """\
Ferry Sails Without Its Captain

The passengers noticed first.

By Ida Marsh

Posted on Monday, May 6, 2013

ST. OLAVE — The morning ferry left St. Olave without its captain on Monday, and came back for him at noon.

"Nobody asked me," said the captain, Piet Hollander, who had gone ashore for bread and has said that he will go again.

[RELATED: A Captain's Bread]
"""
DRAFT = "---\ntitle: Not Yet\ndate: 2013-05-07\ndraft: true\n---\n\nNothing has happened so far.\n"


def run(*words: str | Path) -> int:
    """The exit status of a command; that of argparse as well."""
    try:
        return cli.main([str(word) for word in words])
    except SystemExit as ended:
        return int(ended.code or 0)


def process(*words: str | Path, **settings: str) -> "subprocess.CompletedProcess[str]":
    """A command in a process of its own."""
    return subprocess.run(
        [sys.executable, PROJECT / "build.py", *words],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | settings,
        timeout=120,
    )


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with one article and one draft."""
    return make_site(tmp_path / "site", {"content/2013/ferry.txt": FERRY, "content/draft.md": DRAFT})


# In general


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    """`--help` is the table of contents."""
    assert run("--help") == 0
    words = capsys.readouterr().out
    assert [
        name for name in "build serve read learn explain review check new init".split() if f"    {name} " not in words
    ] == []


@pytest.mark.parametrize(
    "words", [["publish"], ["build", "--jobs", "0"], ["build", "--jobs", "x"], ["read"], ["read", "--yaml", "--jsonl", "x"]]
)
def test_wrong_usage_is_status_2(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """What can't be understood is said and nothing is done."""
    assert run(*words) == 2
    assert "usage: sitegen" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["build", "serve", "review", "check"])
def test_a_folder_that_is_no_site_is_status_2(command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A missing folder or site.yaml is said, with what makes one."""
    assert (run(command, "--site", tmp_path / "none"), run(command, "--site", tmp_path)) == (2, 2)
    assert "none: there is no such folder: `build.py init DIR` makes a new site folder" in capsys.readouterr().err


def test_wrong_settings_are_status_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A setting that isn't one is named with its line, and what was likely meant."""
    make_site(tmp_path, {"site.yaml": "title: Post\npagesize: 5\n"})
    assert run("build", "--site", tmp_path) == 2
    assert "site.yaml:2: `pagesize` isn't a setting: did you mean `page_size`?" in capsys.readouterr().err


def test_build_is_what_runs_where_no_command_is_named(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`build.py --site …` builds, and says what it did in one line on the error stream."""
    assert run("--site", site) == 0
    out, err = capsys.readouterr()
    assert (out, "1 articles (1 notice)" in err) == ("", True)
    assert (site / "public/2013/05/06/ferry-sails-without-its-captain.html").is_file()


def test_a_missing_dependency_is_told_in_one_line(tmp_path: Path) -> None:
    """The door says what to run where the packages aren't installed."""
    write(tmp_path, "msgspec.py", "raise ModuleNotFoundError('none', name='msgspec')")
    ended = process("review", PYTHONPATH=str(tmp_path))
    expected = "build.py: the package 'msgspec' is missing; run `make site`, or `pip install -e .` first\n"
    assert (1, expected) == (ended.returncode, ended.stderr)


def test_a_reader_that_goes_away_is_no_error(site: Path) -> None:
    """`read … | head -1` ends quietly."""
    for n in range(300):
        write(site, f"content/more/{n}.txt", FERRY * 5)
    command = f"{sys.executable} {PROJECT / 'build.py'} read {site / 'content'} | head -1"
    ended = subprocess.run(command, shell=True, capture_output=True, text=True, check=False, timeout=120)  # noqa: S602 - a pipe is the point
    assert (json.loads(ended.stdout)["title"], ended.stderr) == ("Not Yet", "")


# build


def test_problems_are_status_1_and_nothing_is_published(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A problem names its file and line; `--keep-going` publishes the rest, and the status stays 1."""
    write(site, "content/bad.md", "---\ntitle: Bad\ndate: 2013-02-30\n---\n\nText.\n")
    assert run("build", "--site", site) == 1
    assert "content/bad.md:3: `date` isn't a day of the calendar: 2013-02-30" in capsys.readouterr().err
    assert not (site / "public").exists()
    assert run("build", "--site", site, "--keep-going") == 1
    assert (site / "public/2013/05/06/ferry-sails-without-its-captain.html").is_file()


def test_strict_makes_notices_problems(site: Path) -> None:
    """A reference to nothing is a notice, and stops a strict build."""
    assert (run("build", "--site", site, "--strict"), run("build", "--site", site)) == (1, 0)


def test_build_prints_its_report_last(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--json` gives one object with the counts that scripts rely on."""
    assert run("build", "--site", site, "--json") == 0
    report = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert set(report) >= {"articles", "pages", "seconds", "peak_rss_mb", "problems", "notices"}
    assert set(report["pages"]) == {"planned", "rendered", "written", "unchanged", "removed"}
    assert (report["articles"], report["problems"], "total" in report["seconds"]) == (1, [], True)


# read


def test_read_gives_a_record_a_line(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Folders are walked in name order, and the path is the one that was given."""
    write(site, "content/a.txt", "Bell Rings\n\nThe bell of the school rang on its own for an hour, and then for another.\n")
    assert run("read", site / "content") == 0
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [f"{site}/content/{name}" for name in ("a.txt", "draft.md", "2013/ferry.txt")] == [one["source"] for one in records]
    ferry = records[-1]
    expected = {
        "title": "Ferry Sails Without Its Captain",
        "dek": "The passengers noticed first.",
        "authors": ["Ida Marsh"],
        "date": "2013-05-06",
        "date_basis": "posted-line",
        "dateline": "ST. OLAVE",
        "references": [{"kind": "related", "text": "A Captain's Bread", "url": None}],
    }
    assert expected == {name: ferry[name] for name in expected}
    assert [n for n, line in enumerate(FERRY.splitlines(), 1) if line] == [line["n"] for line in ferry["lines"]]


def test_read_uses_the_settings_of_the_site_that_a_text_is_in(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Aliases hold inside a site's content folder; beyond it there are none."""
    tagged = "---\ntags: [boats]\n---\n\n" + FERRY
    make_site(tmp_path, {"content/deep/a.txt": tagged, "b.txt": tagged}, aliases={"Ferries": ["boats"]})
    assert run("read", tmp_path / "content/deep/a.txt", tmp_path / "b.txt") == 0
    assert [json.loads(line)["tags"] for line in capsys.readouterr().out.splitlines()] == [["Ferries"], ["boats"]]


def test_read_passes_over_what_is_no_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An empty or binary file is a notice, and the status stays 0."""
    write(tmp_path, "a.txt", b"")
    write(tmp_path, "b.txt", b"\0\1\2")
    write(tmp_path, "c.txt", FERRY)
    assert run("read", tmp_path) == 0
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 1
    assert [f"notice: {tmp_path}/a.txt: an empty file", f"notice: {tmp_path}/b.txt: not a text file"] == [
        line.rpartition(": ")[0] for line in err.splitlines()
    ]


def test_read_goes_on_after_a_mistake(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Wrong front matter is a problem, and the rest is still read."""
    write(tmp_path, "a.txt", "---\ndate: 2013-02-30\n---\n\n" + FERRY)
    write(tmp_path, "b.txt", FERRY)
    assert run("read", tmp_path) == 1
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 2
    assert f"{tmp_path}/a.txt:2: `date` isn't a day of the calendar" in err


def test_read_of_nothing_is_status_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A path that isn't there is a wrong argument."""
    assert run("read", tmp_path / "none.txt") == 2
    assert "none.txt: there is no such file or folder" in capsys.readouterr().err


def test_read_looks_for_all_paths_before_it_reads_any(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Texts of several paths are read at once: a path that isn't there doesn't end it halfway."""
    write(tmp_path, "a.txt", FERRY)
    assert run("read", tmp_path / "a.txt", tmp_path / "none.txt") == 2
    out, err = capsys.readouterr()
    assert (out, "none.txt: there is no such file or folder" in err) == ("", True)


def test_read_gives_texts_as_they_were_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """More than are read at once, from several paths, one too large to be read with others."""
    for number in range(AT_ONCE + 20):
        write(tmp_path, f"many/{number:03d}.txt", f"Ferry {number} Sails\n\nIt sailed on Friday morning.\n")
    write(tmp_path, "many/050.txt", "Ferry 50 Sails\n\n" + "It sailed on Friday morning with all hands.\n\n" * (LARGE // 40))
    write(tmp_path, "z.txt", FERRY)
    assert run("read", tmp_path / "z.txt", tmp_path / "many", tmp_path / "z.txt") == 0
    titles = [json.loads(line)["title"] for line in capsys.readouterr().out.splitlines()]
    ferry = "Ferry Sails Without Its Captain"
    assert titles == [ferry, *(f"Ferry {number} Sails" for number in range(AT_ONCE + 20)), ferry]


def test_read_gives_yaml(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--yaml` gives a document a text."""
    assert run("read", "--yaml", site / "content") == 0
    out = capsys.readouterr().out
    assert (out.count("---\n"), "title: Ferry Sails Without Its Captain\n" in out) == (2, True)


def test_read_writes_files_with_front_matter(site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is in the front matter isn't below it; the rest stays as it stood; nothing is overwritten."""
    assert run("read", site / "content", "--write", tmp_path / "new") == 0
    written = (tmp_path / "new/2013/ferry.txt").read_text()
    front, _, below = written.removeprefix("---\n").partition("---\n\n")
    assert "title: Ferry Sails Without Its Captain\n" in front
    assert "date: '2013-05-06'\n" in front
    assert below == FERRY[FERRY.index("ST. OLAVE") :]
    before = tree(tmp_path / "new")
    assert list(before) == ["2013/ferry.txt", "draft.md"]
    assert run("read", site / "content", "--write", tmp_path / "new") == 1
    assert before == tree(tmp_path / "new")
    assert "new/2013/ferry.txt: is there already and was left as it is" in capsys.readouterr().err


ODD = {
    "extra.txt": "---\nphotographer: Una Bly\nlevel: 3\nreferences:\n  - {kind: photos, text: The Quay}\n---\n\n" + FERRY,
    "markdown.md": "# Bread *Rises*\n\nBy Ida Marsh\n\nST. OLAVE — The bread has risen.\n\n[RELATED: A Captain's Bread]\n\n"
    "## Twice\n\n    code\n\n- one\n- two\n",
    "bare-extra.md": "---\nlevel: 3\n---\n\nOne line, and no more of it than that.\n",
    "bare.md": "One line, and no more of it than that.\n",
    "agency.txt": FERRY.replace("By Ida Marsh", "By IDA MARSH, Associated Press"),
    "windows.txt": FERRY.replace("\n", "\r\n").replace('"', "”"),
    "correction.txt": FERRY + "\nCorrection: An earlier version of this article misnamed the ferry.\n",
}


@pytest.mark.parametrize("name", [*ODD, *(path.name for path in CASES)])
def test_a_written_file_reads_back_the_same(name: str, tmp_path: Path) -> None:
    """The record of the file with front matter is the record of the raw text."""
    path = (
        write(tmp_path, name, ODD[name].encode("cp1252", "replace")) if name in ODD else PROJECT / "tests/cases/reader" / name
    )
    taken, problems = take(str(path))
    assert taken is not None
    assert problems == ()
    words, differing = with_front_matter(taken)
    assert differing == ()
    again, _ = take(str(write(tmp_path, f"again/{name}", words)))
    assert again is not None
    before, after = record.to_plain(taken.record), record.to_plain(again.record)
    unlike = {"source", "lines", "confidence", "evidence", "date_basis"}
    assert {key: value for key, value in before.items() if key not in unlike} == {
        key: value for key, value in after.items() if key not in unlike
    }


def test_that_nobody_is_to_be_shown_is_written_again(tmp_path: Path) -> None:
    """An empty list of people in front matter keeps the reader from finding any, in the written file too."""
    text = '---\npeople: []\n---\nA Boat\n\nBy Ida Marsh\n\n"It floats," said Mayor Ruth Ostrander, who is 61.\n'
    taken, _ = take(str(write(tmp_path, "boat.txt", text)))
    assert taken is not None
    words, differing = with_front_matter(taken)
    assert ("people: []\n" in words, differing) == (True, ())


def test_the_demo_archive_reads_back_the_same() -> None:
    """Every text of the project's own content survives being written with front matter."""
    found = {}
    for text in texts(str(PROJECT / "content"), print):
        taken, _ = take(text.path)
        assert taken is not None
        _, differing = with_front_matter(taken)
        if differing:
            found[text.inner] = differing
    assert found == {}


# explain


def test_explain_shows_a_text_line_by_line(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each line has its number, role and rule; then come the fields with what they rest on."""
    assert run("explain", "2013/ferry.txt", "--site", site) == 0
    out = capsys.readouterr().out
    lines = out.splitlines()
    assert [tuple(line.split()[:2]) for line in lines[:7]] == [
        ("1", "title"),
        ("3", "dek"),
        ("5", "byline"),
        ("7", "date"),
        ("9", "body"),
        ("11", "body"),
        ("13", "reference"),
    ]
    assert lines[0].endswith("Ferry Sails Without Its Captain")
    assert "date:          2013-05-06  (" in out
    assert "posted-line, line 7)" in out
    assert lines[1].split()[:4] == ["3", "dek", "dek", "or"]  # and the runner-up
    assert "\033" not in out


def test_explain_shows_front_matter_and_hides_control_characters(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Front matter lines are shown as such; what could steer a terminal is not passed on."""
    path = write(tmp_path, "a.txt", "---\nsection: Harbour\n---\n\n" + FERRY.replace("bread and", "bread\033[31m and"))
    assert run("explain", path) == 0
    out = capsys.readouterr().out
    assert out.splitlines()[1].split() == ["2", "furniture", "front-matter", "section:", "Harbour"]
    assert "section:       Harbour  (front matter)" in out
    assert "\033" not in out


def test_explain_of_wrong_front_matter_is_status_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The problem is said below the lines."""
    path = write(tmp_path, "a.txt", "---\ndate: yesterday\n---\n\n" + FERRY)
    assert run("explain", path) == 1
    assert "a.txt:2: `date` isn't a date: yesterday" in capsys.readouterr().err


@pytest.mark.parametrize(
    "what",
    [
        "/tags/boats/",
        "tags/boats",
        "tags/boats/index.html",
        "https://post.example/a/tags/boats/?x#y",
        "https://other.example/tags/boats/",
        "OUTPUT/tags/boats/index.html",
    ],
)
def test_explain_finds_a_page_however_it_is_named(what: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An address, a path or a file in the output folder: each names the page."""
    make_site(tmp_path, {"content/a.txt": "---\ntags: [boats]\n---\n\n" + FERRY}, base_url="https://post.example/a/")
    build_site(tmp_path)
    assert run("explain", what.replace("OUTPUT", str(tmp_path / "public")), "--site", tmp_path) == 0
    assert capsys.readouterr().out == (
        "/tags/boats/index.html\n  facet          tags/boats\n  template       list.html\n  last made      because it is new\n"
        "  a build now    would leave it as it is\n"
    )


def test_explain_tells_what_a_build_would_do(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Edits of a text, a template and the settings are told from each other, and asking changes nothing."""
    build_site(site)
    page = "2013/05/06/ferry-sails-without-its-captain.html"

    def forecasts(*paths: str) -> list[str]:
        for path in paths:
            assert run("explain", path, "--site", site) == 0
        return [line.partition("would ")[2] for line in capsys.readouterr().out.splitlines() if "a build now" in line]

    def body(text: str) -> None:
        write(site, "content/2013/ferry.txt", FERRY.replace("came back for him at noon", text))

    assert forecasts(page, "index.html") == ["leave it as it is"] * 2
    body("came back for him at one")
    state = {path: data for path, data in tree(site).items() if not path.startswith(".sitegen")}
    render = "render it again: what it shows changed"
    assert forecasts(page, "2013/05/06/", page) == [render, "leave it as it is", render]
    assert state == {path: data for path, data in tree(site).items() if not path.startswith(".sitegen")}
    assert build_site(site).pages.rendered > 0
    assert forecasts(page) == ["leave it as it is"]
    write(site, "templates/404.html", "<!DOCTYPE html><title>Gone</title>")
    assert forecasts(page, "404.html") == ["leave it as it is", "render it again: its template changed"]
    (site / "content/2013/ferry.txt").unlink()
    assert forecasts(page) == ["remove it: what it shows is gone"]
    body("came back for him at noon")
    write(site, "site.yaml", "title: Another\nsearch: off\n")
    assert forecasts("tags/") == ["render it again: the settings changed"]


def test_explain_knows_what_the_build_was_told(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With the same words as the build, a page is as it is; without, it would be rendered again."""
    told = ("--base-url", "https://post.example/", "--no-search", "--site", site)
    assert run("build", *told) == 0
    page = "2013/05/06/ferry-sails-without-its-captain.html"
    assert run("explain", page, *told) == 0
    assert run("explain", page, "--site", site) == 0
    out = [line for line in capsys.readouterr().out.splitlines() if "a build now" in line]
    assert [line.split("would ")[1][:10] for line in out] == ["leave it a", "render it "]


def test_explain_of_an_unknown_address_is_status_2(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The published page most like it is named; so is a site that wasn't built."""
    assert run("explain", "/authors/", "--site", site) == 2
    assert "this site hasn't been built yet: build it first" in capsys.readouterr().err
    build_site(site)
    assert run("explain", "/authors/ida-march/", "--site", site) == 2
    expected = "sitegen: /authors/ida-march/: no page is published there: did you mean /authors/ida-marsh/index.html?\n"
    assert expected == capsys.readouterr().err


# review


def test_review_lists_doubts_worst_first(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An undated text comes before weakly read fields; what front matter says is no doubt."""
    write(site, "content/undated.txt", FERRY.replace("Posted on Monday, May 6, 2013\n\n", ""))
    write(site, "content/sure.md", "---\ntitle: Sure\ndate: 2013-01-01\n---\n\nText.\n")
    build_site(site)
    assert run("review", "--site", site, "--json") == 0
    doubts = json.loads(capsys.readouterr().out)
    expected = {"source": "undated.txt", "field": "date", "value": None, "confidence": 0.0, "basis": None}
    assert doubts[0] == expected
    assert [one for one in doubts if one["source"] == "sure.md"] == []
    assert run("review", "--site", site) == 0
    out, err = capsys.readouterr()
    assert out.splitlines()[0] == "content/undated.txt: date: none found"
    assert f"{len(doubts)} doubts in " in err


def test_review_of_a_site_that_was_not_built_is_status_2(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It says what to do first."""
    assert run("review", "--site", site) == 2
    assert "this site hasn't been built yet: build it first: `build.py`" in capsys.readouterr().err


# check


def test_check_passes_a_built_site(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What a build makes is sound, and references to nothing are counted."""
    build_site(site)
    assert run("check", "--site", site) == 0
    out, err = capsys.readouterr()
    assert (err, "none broken" in out) == ("", True)
    assert out.endswith("; 1 cross references to articles that aren't in the archive\n")


def test_check_names_what_is_broken(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A broken link is status 1, with the file, the line and the mend; an orphan is a notice."""
    write(site, "content/draft.md", "---\ntitle: Link\ndate: 2013-05-07\n---\n\nSee [there](../gone.html).\n")
    build_site(site, site / "out")
    write(site, "out/lost.pdf", b"x")
    assert run("check", "--site", site, "--output", site / "out") == 1
    out, err = capsys.readouterr()
    notice, problem = err.splitlines()
    assert notice == f"notice: {site}/out/lost.pdf: nothing that the front page leads to links here: link to it, or remove it"
    assert problem.startswith(f"{site}/out/2013/05/07/link.html:")
    assert problem.endswith(": leads to 2013/05/gone.html, which isn't there: mend the link, or build again")
    assert "1 broken" in out


def test_check_without_an_output_folder_is_status_1(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It says to build first."""
    assert run("check", "--site", site) == 1
    assert "public: there is no such folder: build the site first" in capsys.readouterr().err


# new, init


def test_new_makes_a_draft_to_write_in(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The file stands under its year, holds front matter, is printed, and is published once it is no draft any more."""
    assert run("new", 'Mill: Reopens as a "Library"', "--date", "2014-03-02", "--site", site) == 0
    made = site / "content/2014/mill-reopens-as-a-library.md"
    assert capsys.readouterr().out == f"{made}\n"
    assert made.read_text() == "---\ntitle: 'Mill: Reopens as a \"Library\"'\ndate: '2014-03-02'\ndraft: true\n---\n"
    assert build_site(site).articles == 1
    made.write_text(made.read_text().replace("draft: true\n", "") + "\nIt has.\n")
    assert build_site(site).articles == 2


def test_new_overwrites_nothing(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A second file of one name and year is refused."""
    words = ("new", "Mill", "--date", "2014", "--site", site)
    assert (run(*words), run(*words)) == (0, 2)
    assert "content/2014/mill.md: is there already" in capsys.readouterr().err


def test_new_is_dated_today(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a date it is the day by the site's clock."""
    assert run("new", "Today", "--site", site) == 0
    made = Path(capsys.readouterr().out.strip())
    (found,) = [line for line in made.read_text().splitlines() if line.startswith("date: ")]
    assert found.removeprefix("date: '").startswith(made.parent.name)
    assert len(found) == len("date: '2014-03-02'")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("Mill", "--date", "2013-02-30"), "isn't a day of the calendar"),
        (("Mill", "--date", "soon"), "isn't a date"),
        ((" ",), "the headline is empty"),
    ],
)
def test_new_refuses_what_front_matter_would(
    words: tuple[str, ...], expected: str, site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A bad date or headline is status 2, and no file is made."""
    before = tree(site)
    assert run("new", *words, "--site", site) == 2
    assert expected in capsys.readouterr().err
    assert before == tree(site)


def test_init_makes_a_site_that_builds_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The new site builds without a notice, its two articles refer to each other, and every link in it is sound."""
    folder = tmp_path / "a" / "b"
    assert run("init", folder) == 0
    assert list(tree(folder)) == [
        ".gitignore",
        "content/2019/lighthouse-keeper.txt",
        "content/2019/lighthouse-vote.md",
        "site.yaml",
    ]
    report = build_site(folder)
    assert (report.articles, report.problems, report.notices) == (2, (), ())
    capsys.readouterr()
    assert run("check", "--site", folder) == 0
    assert "none broken" in capsys.readouterr().out


def test_init_refuses_a_folder_with_something_in_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing of anybody's is touched."""
    write(tmp_path, "notes.txt", "mine")
    assert run("init", tmp_path) == 2
    assert list(tree(tmp_path)) == ["notes.txt"]
    assert "isn't empty: name a folder that is empty or not there yet" in capsys.readouterr().err


# serve


def test_serve_builds_a_preview_and_ends_on_interrupt(site: Path) -> None:
    """Drafts are shown, public/ isn't touched, wrong settings don't end it, an interrupt does with status 0."""
    command = [sys.executable, str(PROJECT / "build.py"), "serve", "--site", str(site), "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        words = []
        try:
            for line in server.stderr:
                words.append(line)
                if line.startswith("Serving at"):
                    write(site, "site.yaml", "title: Post\npagesize: 5\n")
                if "isn't a setting" in line:
                    break
        finally:
            server.send_signal(signal.SIGINT)
        began = time.monotonic()
        assert server.wait(PATIENCE) == 0
        assert time.monotonic() - began < PATIENCE / 2
    assert (site / ".sitegen/preview/2013/05/07/not-yet.html").is_file()
    assert not (site / "public").exists()
    assert "did you mean `page_size`?" in words[-1]
