"""`review --write`: doubts into front matter, and not a byte besides."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sites import build_site, make_site, tree, write
from test_cli import FERRY, run

from sitegen import record
from sitegen.model import Source
from sitegen.reader import decode
from sitegen.record.insertion import MARK, insert

UNDATED = FERRY.replace("Posted on Monday, May 6, 2013\n\n", "").replace("A Captain's Bread", "A Captain’s Bread")
SURE = "---\ntitle: Sure\ndate: 2013-01-01\n---\n\nText.\n"


def reviewed(folder: Path, *options: str) -> int:
    """Build a site, then review it."""
    build_site(folder)
    return run("review", "--site", folder, *options)


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_all_else_stays_byte_for_byte(newline: str, encoding: str, tmp_path: Path) -> None:
    """In any encoding, with any line ends, a mark at the front or none: new lines on top, the old bytes below."""
    data = UNDATED.replace("\n", newline).encode(encoding)
    folder = make_site(tmp_path, {"content/ferry.txt": data})
    assert reviewed(folder, "--write") == 0
    made = (folder / "content/ferry.txt").read_bytes()
    plain = encoding.replace("-sig", "")
    mark = len(made) - len(made.removeprefix(data[: len(data) - len(UNDATED.replace("\n", newline).encode(plain))]))
    if encoding != "utf-16":
        assert made.endswith(data[mark:])
        assert made[:mark] == data[:mark]
        assert made[mark:].startswith(f"---{newline}{MARK}{newline}".encode(plain))
    assert made.decode(encoding).endswith(UNDATED.replace("\n", newline))
    again = decode("ferry.txt", made)
    assert isinstance(again, Source)
    front = record.split("ferry.txt", again.text)
    assert front.problems == ()
    assert "dek" in front.fields
    assert "date:  # none found\n" in again.text


def test_a_second_run_finds_nothing_to_write(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What was written is settled, and what nobody filled in yet isn't asked for twice."""
    folder = make_site(tmp_path, {"content/ferry.txt": UNDATED})
    reviewed(folder, "--write")
    before = tree(folder / "content")
    reviewed(folder, "--write")
    assert tree(folder / "content") == before
    assert "0 texts got front matter" in capsys.readouterr().err
    assert reviewed(folder) == 0
    assert "date: none found" in capsys.readouterr().out


def test_keys_join_those_that_are_there(tmp_path: Path) -> None:
    """Before the closing line; what stands there stays, a key without a value too."""
    front = "---\r\ntags: [a]  # mine\r\ntitle:\r\n---\r\n"
    folder = make_site(tmp_path, {"content/ferry.txt": (front + UNDATED).encode()})
    reviewed(folder, "--write")
    made = (folder / "content/ferry.txt").read_bytes().decode()
    assert made.startswith(f"---\r\ntags: [a]  # mine\r\ntitle:\r\n{MARK}\r\n")
    assert made.count("title:") == 1
    assert made.endswith("---\r\n" + UNDATED)


def test_what_is_fine_is_never_touched(tmp_path: Path) -> None:
    """Not even its times."""
    folder = make_site(tmp_path, {"content/ferry.txt": UNDATED, "content/sure.md": SURE})
    os.utime(folder / "content/sure.md", (1, 1))
    reviewed(folder, "--write")
    assert (folder / "content/sure.md").stat().st_mtime == 1
    assert tree(folder / "content")["sure.md"] == SURE.encode()


def test_a_dry_run_says_and_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The texts and the keys."""
    folder = make_site(tmp_path, {"content/2013/ferry.txt": UNDATED})
    before = tree(folder / "content")
    assert reviewed(folder, "--dry-run") == 0
    out, err = capsys.readouterr()
    assert out.startswith("content/2013/ferry.txt: would write date, ")
    assert err == "1 text would get front matter; all else in them stays as it is.\n"
    assert tree(folder / "content") == before


def test_a_limit_takes_the_worst_texts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """All of their doubts, and none of the others'."""
    folder = make_site(tmp_path, {"content/a.txt": FERRY, "content/b.txt": UNDATED})
    assert reviewed(folder, "--write", "--limit", "1") == 0
    assert capsys.readouterr().out.startswith("content/b.txt: wrote date")
    assert tree(folder / "content")["a.txt"] == FERRY.encode()


def test_what_is_written_wins_for_ever(tmp_path: Path) -> None:
    """A correction is what the article shows, and the record is else what it was."""
    folder = make_site(tmp_path, {"content/ferry.txt": UNDATED})
    reviewed(folder, "--write")
    file = folder / "content/ferry.txt"
    file.write_text(file.read_text("utf-8").replace("date:  # none found", "date: 2013-05-06"), "utf-8")
    build_site(folder)
    assert (folder / "public/2013/05/06/ferry-sails-without-its-captain.html").is_file()


def test_links_and_parts_are_left(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With a word on why."""
    from test_parts import RULED  # noqa: PLC0415 - of this test alone

    files = {"content/wire.txt": RULED, "content/reader.yaml": "split: true\n", "kept/ferry.txt": UNDATED}
    folder = make_site(tmp_path, files)
    (folder / "content/ferry.txt").symlink_to("../kept/ferry.txt")
    reviewed(folder, "--write")
    err = capsys.readouterr().err
    assert "content/ferry.txt: is a link and was left as it is" in err
    assert "content/wire.txt#2: is one of several articles in a file" in err
    assert (folder / "kept/ferry.txt").read_text("utf-8") == UNDATED


def test_a_text_that_changed_since_the_build_is_read_anew(tmp_path: Path) -> None:
    """What is written is what stands there now."""
    folder = make_site(tmp_path, {"content/ferry.txt": UNDATED})
    build_site(folder)
    write(folder, "content/ferry.txt", UNDATED.replace("The passengers noticed", "The gulls noticed"))
    run("review", "--site", folder, "--write")
    assert "The gulls noticed" in (folder / "content/ferry.txt").read_text("utf-8").split("---")[1]


@given(
    st.text(st.sampled_from("ab—é’\r\n-: #"), max_size=60),
    st.sampled_from(["utf-8", "cp1252", "utf-16-le"]),
    st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=9), max_size=2),
)
def test_insertion_takes_nothing_away(text: str, encoding: str, names: list[str]) -> None:
    """Whatever the text: without the new lines it is what it was."""
    data = text.encode(encoding)
    made = insert(data, encoding, {"title": (None, "none"), "authors": (names, "0.5")})
    assert made is not None
    lines = made.decode(encoding).splitlines(keepends=True)
    added = [line for line in lines if line.startswith((MARK, "title:  # none", "authors: "))]
    assert len(added) == 3
    rest = made
    for line in added:
        rest = rest.replace(line.encode(encoding), b"", 1)
    front = record.split("a.txt", made.decode(encoding).replace("\r\n", "\n").replace("\r", "\n"))
    assert front.problems == ()
    assert front.record.authors == tuple(dict.fromkeys(name for name in (" ".join(one.split()) for one in names) if name))
    dashes = ["---\n", "---\r\n", "---\r"]
    assert data == rest or any(rest == (dash * 2).encode(encoding) + data for dash in dashes)
