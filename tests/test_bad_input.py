"""Bad input: a clear error, a notice or a sound page; and with a problem `public/` stays as it was."""

import os
import re
import resource
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from filelock import FileLock
from hypothesis import given, settings
from hypothesis import strategies as st
from sites import build_site, make_site, tree, write

from sitegen.errors import OutputError, SitegenError
from sitegen.model import Problem

PROJECT = Path(__file__).parent.parent
SOUND = "---\ntitle: A sound story\ndate: 2013-06-17\n---\nNothing else was said.\n"


def story(front: str, text: str = "Words.") -> str:
    """A source with front matter."""
    return f"---\n{front}\n---\n{text}\n"


def problems(folder: Path, files: dict[str, str | bytes], **settings: object) -> tuple[Problem, ...]:
    """The problems of a sound site to which files are added, after holding that nothing in `public/` changed."""
    make_site(folder, {"content/sound.txt": SOUND}, **settings)
    assert build_site(folder).problems == ()
    before = tree(folder / "public")
    for path, content in files.items():
        write(folder, path, content)
    report = build_site(folder)
    assert tree(folder / "public") == before
    assert report.pages.written == 0
    return report.problems


@pytest.mark.parametrize(
    ("front", "line", "what"),
    [
        ("title: A\ndate: [2013", 4, "YAML"),
        ("title: A: B", 2, "YAML"),
        ("title: A\n\tdate: 2013", 3, "YAML"),
        ('title: "\\ud83d"', 2, "YAML"),
        ("title: A\ndate: 2013-02-30", 3, "isn't a day of the calendar"),
        ("date: 2013-13-01", 2, "isn't a day of the calendar"),
        ("date: yesterday", 2, "isn't a date"),
        ("date: ٢٠١٣", 2, "isn't a date"),
        ("updated: 2013-06-31T10:00", 2, "isn't a date"),
        ("title: A\nslug: ../../etc/passwd", 3, "`slug`"),
        ("slug: a/b", 2, "slash"),
        ("slug: ..", 2, "out of its folder"),
        ('slug: "a\\x01b"', 2, "character"),
        ("slug: con", 2, "Windows"),
        ("slug: LPT1.old", 2, "Windows"),
        (f"slug: {'x' * 300}", 2, "longer than"),
        ("aliases: [/ok.html, /../secret.html]", 2, "out of its folder"),
        ("aliases: /tags/", 0, "belongs to a list"),
        ("date: 2013-06-17\naliases: /2013/06/", 0, "belongs to a list"),
        ("aliases: /2013", 0, "belongs to a list"),
        ("aliases: /undated/", 0, "belongs to a list"),
        ("aliases: [/index.html]", 0, "belongs to a list"),
        ("aliases: /feed.xml", 0, "belongs to a list"),
        ("aliases: /static/style.css", 0, "belongs to a list"),
        ("title: [a, b]", 2, "`title` must be a line"),
        ("tags: {a: b}", 2, "`tags` must be a list"),
        ("draft: perhaps", 2, "true or false"),
        ("language: 'en us'", 2, "language tag"),
        ("references: [{kind: gossip, text: a}]", 2, "unknown kind"),
        ("references: [{text: a, url: 'javascript:x'}]", 2, "isn't a web address"),
        ("title: A\ntitle: B", 3, "twice"),
        ("title: A\nrating: !!python/object:os.system x", 3, "YAML"),
        ("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]", 3, "alias"),
        ("deep: " + "[" * 120_000 + "]" * 120_000, 2, "nested"),
        ("deep:\n" + "- " * 100_000 + "x", 3, "nested"),
    ],
)
def test_a_slip_in_front_matter_is_a_problem(tmp_path: Path, front: str, line: int, what: str) -> None:
    """With its file and its line, and nothing is published."""
    (found,) = problems(tmp_path, {"content/bad.txt": story(front)})
    assert (found.path, found.line) == ("content/bad.txt", line)
    assert what in found.what
    assert found.hint


def test_an_alias_bomb_costs_nothing(tmp_path: Path) -> None:
    """A few lines that stand for a milliard of words are refused before they are unfolded."""
    bomb = "a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n"
    for one, other in zip("abcdefgh", "bcdefghi", strict=True):
        bomb += f"{other}: &{other} [{', '.join([f'*{one}'] * 9)}]\n"
    (found,) = problems(tmp_path, {"content/bad.txt": story(bomb.rstrip())})
    assert "alias" in found.what


@pytest.mark.parametrize(
    ("one", "other"), [("talks", "talks"), ("talks", "TALKS"), ("caf\u00e9", "cafe\u0301"), ("straße", "STRASSE")]
)
def test_two_sources_that_ask_for_one_address_are_a_problem(tmp_path: Path, one: str, other: str) -> None:
    """Also where only case or Unicode form differ; both are named."""
    files = {
        "content/one.txt": story(f"date: 2013-06-17\nslug: {one}"),
        "content/two.txt": story(f"date: 2013-06-17\nslug: {other}"),
    }
    (found,) = problems(tmp_path, files)
    assert {"one.txt", "two.txt"} == {Path(found.path).name, *re.findall(r"\w+\.txt", found.what)}
    write(tmp_path, "content/two.txt", story("date: 2013-06-17\nslug: another"))
    assert build_site(tmp_path).problems == ()


def test_a_slug_that_belongs_to_a_list_is_a_problem(tmp_path: Path) -> None:
    """An article can't be the page of all tags."""
    (found,) = problems(tmp_path, {"content/bad.txt": story("date: 2013-06-17\nslug: tags")}, permalink="/{slug}/")
    assert "belongs to a list" in found.what


def test_a_headline_that_belongs_to_a_list_is_told_apart(tmp_path: Path) -> None:
    """Nobody asked for that address, so that it is no problem."""
    make_site(tmp_path, {"content/a.txt": story("title: Tags\ndate: 2013-06-17")}, permalink="/{slug}/")
    assert build_site(tmp_path).problems == ()
    assert len(list((tmp_path / "public").glob("tags-*/index.html"))) == 1


def link(target: str) -> Callable[[Path], object]:
    """Make a link to a target."""
    return lambda path: path.symlink_to(target)


def make_socket(path: Path) -> None:
    """Make a socket in the file system."""
    here = Path.cwd()
    os.chdir(path.parent)  # its address may be no longer than 100 bytes
    try:
        socket.socket(socket.AF_UNIX).bind(path.name)
    finally:
        os.chdir(here)


@pytest.mark.filterwarnings("ignore:unclosed:ResourceWarning")
@pytest.mark.parametrize(
    ("make", "what"),
    [
        (link("/etc/hostname"), "outside the site"),
        (link("../../../outside.txt"), "outside the site"),
        (link("nowhere.txt"), "can't be read"),
        (link("bad.txt"), "can't be read"),
        (os.mkfifo, "isn't a file"),
        (make_socket, "isn't a file"),
    ],
)
@pytest.mark.parametrize("folder", ["content", "static"])
def test_what_cannot_be_read_is_a_problem(tmp_path: Path, folder: str, make: Callable[[Path], object], what: str) -> None:
    """A link out of the site, a link to nothing, what only looks like a file: named, and never waited for."""
    write(tmp_path.parent, "outside.txt", SOUND)
    make_site(tmp_path / "site", {"content/sound.txt": SOUND, "static/a.txt": "a"})
    build_site(tmp_path / "site")
    before = tree(tmp_path / "site/public")
    make(tmp_path / "site" / folder / "bad.txt")
    (found,) = build_site(tmp_path / "site").problems
    assert found.path.endswith("bad.txt")
    assert what in found.what
    assert tree(tmp_path / "site/public") == before
    (tmp_path / "site" / folder / "bad.txt").unlink()
    assert build_site(tmp_path / "site").problems == ()


def test_links_within_the_site_are_followed(tmp_path: Path) -> None:
    """A picture or a text that stands elsewhere in the site may be linked to."""
    make_site(tmp_path, {"content/sound.txt": SOUND, "drafts/other.txt": story("title: Another one\ndate: 2013-06-18")})
    (tmp_path / "content/other.txt").symlink_to("../drafts/other.txt")
    assert build_site(tmp_path).articles == 2


def test_a_name_that_is_not_utf8_is_a_problem(tmp_path: Path) -> None:
    """It can't be an address or a line of a report as it stands."""
    make_site(tmp_path, {"content/sound.txt": SOUND})
    (tmp_path / "content" / os.fsdecode(b"caf\xe9.txt")).write_text(SOUND)
    (found,) = build_site(tmp_path).problems
    assert "UTF-8" in found.what
    assert found.path.isascii()


@pytest.mark.parametrize(
    "name",
    [
        "a b.txt",
        "ünïcode.txt",
        "quo\"te'.txt",
        "semi;colon&.txt",
        "100%.txt",
        "hash#.txt",
        "q?.txt",
        "new\nline.txt",
        "{{ x }}.txt",
        "<b>.txt",
        "x" * 240 + ".txt",
    ],
)
def test_any_other_name_of_a_file_is_taken(tmp_path: Path, name: str) -> None:
    """Its page has a sound address and shows the name as text."""
    make_site(tmp_path, {"content/sound.txt": SOUND, f"content/{name}": "Words without a headline, and that is all.\n"})
    report = build_site(tmp_path)
    assert (report.articles, report.problems) == (2, ())


@pytest.mark.parametrize(
    ("files", "what"),
    [
        ({"content/a.txt": ""}, "empty"),
        ({"content/a.txt": " \n\t\n"}, "empty"),
        ({"content/a.txt": b"\x00\x01\x02\x03" * 100}, "not a text"),
        ({"content/a.txt": b"\x89PNG\r\n\x1a\n\x00\x00"}, "not a text"),
        ({"content/a.png": b"not a picture"}, "isn't a picture"),
        ({"content/a.svg": "no svg at all"}, "isn't a picture"),
        ({"content/a.txt": story("title: When was it", "Some words.")}, "no date"),
        (
            {"content/a.txt": story("title: A\ndate: 2013-06-18", "Words.\n\n[RELATED: A story that is not here]")},
            "isn't in the archive",
        ),
        ({"content/a.txt": SOUND}, "same text"),
        ({"content/a.txt": story("title: A\ndate: 2013-06-18\ntag: [x]")}, "isn't a key"),
        ({"content/a.txt": story("title: A\ndate: 2013-06-18\nbyline: Iva Voss")}, "did you mean `authors`?"),
    ],
)
def test_warts_are_notices(tmp_path: Path, files: dict[str, str | bytes], what: str) -> None:
    """They are named, and stop nothing; `strict` makes problems of them."""
    make_site(tmp_path, {"content/sound.txt": SOUND, **files})
    report = build_site(tmp_path)
    assert report.problems == ()
    (notice,) = report.notices
    assert what in f"{notice.what} {notice.hint}"
    assert notice.severity == "notice"
    assert (tmp_path / "public/2013/06/17").is_dir()
    before = tree(tmp_path / "public")
    write(tmp_path, "content/more.txt", story("title: More\ndate: 2013-06-19"))
    strict = build_site(tmp_path, strict=True)
    assert (strict.problems[0].what, strict.notices) == (notice.what, ())
    assert tree(tmp_path / "public") == before


def test_problems_are_told_together_and_once(tmp_path: Path) -> None:
    """One build names them all, in the order of their files; so does the next one, though it reads nothing."""
    files = {f"content/{name}.txt": story("date: 2013-02-30") for name in "cab"}
    found = problems(tmp_path, files)
    assert [problem.path for problem in found] == ["content/a.txt", "content/b.txt", "content/c.txt"]
    assert build_site(tmp_path).problems == found


def test_keep_going_publishes_the_rest(tmp_path: Path) -> None:
    """What is sound is there, what isn't is named, and once it is mended it is there too."""
    make_site(tmp_path, {"content/sound.txt": SOUND, "content/bad.txt": story("title: Bad\ndate: 2013-02-30")})
    report = build_site(tmp_path, keep_going=True)
    assert len(report.problems) == 1
    assert (tmp_path / "public/2013/06/17/a-sound-story.html").exists()
    write(tmp_path, "content/bad.txt", story("title: Bad\ndate: 2013-02-28"))
    assert build_site(tmp_path).problems == ()
    assert (tmp_path / "public/2013/02/28/bad.html").exists()


TEMPLATE_FAULTS = [
    ({"templates/list.html": "one\n{{ view.teesers }}\n"}, "list.html", 2, "teesers"),
    ({"templates/list.html": "{% if %}\n"}, "list.html", 1, ""),
    ({"templates/list.html": "\n\n{{ view.title | uper }}"}, "list.html", 3, "uper"),
    ({"templates/list.html": '{% extends "bsae.html" %}'}, "list.html", 1, "bsae.html"),
    ({"templates/list.html": "{{ asset('nothing.css') }}"}, "list.html", 1, "nothing.css"),
    ({"templates/list.html": b"\xff\xfe"}, "list.html", 0, "UTF-8"),
]


@pytest.mark.parametrize(("files", "name", "line", "what"), TEMPLATE_FAULTS)
def test_a_fault_in_a_template_is_a_problem(
    tmp_path: Path, files: dict[str, str | bytes], name: str, line: int, what: str
) -> None:
    """With its file and line, named once, and nothing is published."""
    found = problems(tmp_path, files)
    assert len(found) == 1
    assert found[0].path.endswith(name)
    assert what in found[0].what
    assert line in {0, found[0].line}


def test_a_template_that_leads_out_of_the_site_is_refused(tmp_path: Path) -> None:
    """No file of the machine gets into a page by way of a link."""
    make_site(tmp_path, {"content/sound.txt": SOUND})
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/list.html").symlink_to("/etc/hostname")
    with pytest.raises(SitegenError, match="leads out"):
        build_site(tmp_path)
    assert not (tmp_path / "public").exists()


def build_limited(folder: Path, limit: int, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """A build whose files can't grow beyond a size, as on a disk that is full."""
    code = (
        "import resource, signal, sys; from sitegen.cli import main; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit})); sys.exit(main(sys.argv[1:]))"
    )
    command = [sys.executable, "-c", code, "--site", str(folder), "--jobs", "1", *arguments]
    return subprocess.run(command, capture_output=True, text=True, cwd=PROJECT, check=False)


@pytest.mark.skipif(not hasattr(resource, "RLIMIT_FSIZE"), reason="needs a limit for files")
def test_a_full_disk_while_rendering_changes_nothing(tmp_path: Path) -> None:
    """A page that can't be written is one error in words; the next build, with room, is a clean one."""
    make_site(tmp_path, {"content/sound.txt": SOUND, "templates/list.html": "x\n"})
    build_site(tmp_path)
    before = tree(tmp_path / "public")
    write(tmp_path, "templates/list.html", "{% for n in range(1000000) %}0123456789{% endfor %}\n")
    result = build_limited(tmp_path, 4_000_000)
    assert result.returncode == 1
    assert "can't be written" in result.stderr
    assert "Traceback" not in result.stderr
    assert tree(tmp_path / "public") == before
    write(tmp_path, "templates/list.html", "y\n")
    build_site(tmp_path)
    build_site(tmp_path, tmp_path / "clean")
    assert tree(tmp_path / "clean") == tree(tmp_path / "public")


def test_a_full_disk_while_the_catalogue_is_written_changes_nothing(tmp_path: Path) -> None:
    """The catalogue can be what doesn't fit any more."""
    make_site(tmp_path, {"content/sound.txt": SOUND})
    build_site(tmp_path)
    before = tree(tmp_path / "public")
    for number in range(40):
        write(tmp_path, f"content/{number}.txt", story(f"title: Story {number}\ndate: 2013-06-18", "Word. " * 20_000))
    result = build_limited(tmp_path, 400_000)
    assert result.returncode == 1
    assert "can't be written" in result.stderr
    assert "Traceback" not in result.stderr
    assert tree(tmp_path / "public") == before
    build_site(tmp_path)
    build_site(tmp_path, tmp_path / "clean")
    assert tree(tmp_path / "clean") == tree(tmp_path / "public")


def test_an_output_that_cannot_be_made_is_an_error(tmp_path: Path) -> None:
    """A file stands where the folder is to be."""
    make_site(tmp_path, {"content/sound.txt": SOUND, "public": "a file"})
    with pytest.raises(OutputError, match="can't be the output folder"):
        build_site(tmp_path)
    assert (tmp_path / "public").read_text() == "a file"


def test_of_two_builds_at_once_the_second_waits_and_says_so(tmp_path: Path) -> None:
    """It is told once, and builds when the first has ended."""
    make_site(tmp_path, {"content/sound.txt": SOUND})
    (tmp_path / ".sitegen").mkdir()
    first = FileLock(tmp_path / ".sitegen/lock")
    said = threading.Event()
    second = threading.Thread(target=build_site, args=(tmp_path,), kwargs={"waiting": said.set})
    with first:
        second.start()
        assert said.wait(10)
        assert not (tmp_path / "public").exists()
    second.join(30)
    assert (tmp_path / "public/index.html").exists()


def test_a_very_long_text_is_read(tmp_path: Path) -> None:
    """Eight megabytes on lines of every length are one article, and nothing is lost."""
    text = "A headline for all of it\n\n" + ("word " * 2000 + "\n") * 400 + "\n".join(["It is a short line."] * 400_000) + "\n"
    make_site(tmp_path, {"content/long.txt": text})
    assert build_site(tmp_path).articles == 1
    page = next((tmp_path / "public/undated").glob("a-headline*.html")).read_text("utf-8")
    assert page.count("It is a short line.") >= 400_000


HOSTILE = st.lists(
    st.one_of(
        st.text(max_size=40),
        st.sampled_from(
            ["---", "title: x", "...", "<script>alert(1)</script>", "{{ view }}", "{% raw %}", "]]>", "-->", "&amp;", "\x00", "\x0b",
            "\x1b[31m", "\ue0000\ue001", "By ", "By X", "[RELATED: ]",
             "[RELATED: a](b)", "June 31, 2013", "# tag", "http://[", "\u202e", "\ud7ff", "\ufffe", "a" * 300, "PORT ELLERY — ",
             "(Photo: )", "Tags: ,,"]
        ),
    ),
    max_size=12,
).map("\n".join)  # fmt: skip


@given(first=HOSTILE, second=HOSTILE, data=st.binary(max_size=80))
@settings(max_examples=15)
def test_no_text_and_no_bytes_stop_a_build(
    tmp_path_factory: pytest.TempPathFactory, first: str, second: str, data: bytes
) -> None:
    """Whatever is in the content, it is published, a notice or a problem; never a crash, a broken feed or a control character."""
    folder = tmp_path_factory.mktemp("hostile")
    files = {
        "content/a.txt": first.encode("utf-8", "replace"),
        "content/b.md": second.encode("utf-8", "replace"),
        "content/c.txt": data,
        "content/d.md": data,
    }
    make_site(folder, files, base_url="https://post.example/")
    build_site(folder, keep_going=True)
    for path, page in tree(folder / "public").items():
        if path.endswith((".html", ".xml", ".json")):
            text = page.decode("utf-8")
            assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f]", text)
            assert "<script>alert" not in text or path.endswith(".json")  # where it is text
        if path.endswith(".xml"):
            ET.fromstring(text)  # noqa: S314 - our own
    shutil.rmtree(folder)
