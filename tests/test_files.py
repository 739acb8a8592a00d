import os
import time
from pathlib import Path

import pytest
from sites import tree, write

from sitegen.errors import OutputError
from sitegen.files import output
from sitegen.files.output import Stage
from sitegen.files.scan import TEXTS, scan


def names(root: Path, endings: tuple[str, ...] = ()) -> list[str]:
    """The files that a scan finds, in its order."""
    return [file.path for folder in scan(root, endings) for file in folder.files]


def test_a_scan_finds_files_in_a_fixed_order(tmp_path: Path) -> None:
    """Whatever order the file system lists them in: outer folders first, then by name."""
    for path in ("b.txt", "a/z.txt", "a/a.md", "c/d/e.TXT", "a.txt", "picture.png"):
        write(tmp_path, path, "x")
    assert names(tmp_path, TEXTS) == ["a.txt", "b.txt", "a/a.md", "a/z.txt", "c/d/e.TXT"]


def test_a_scan_passes_over_leftovers(tmp_path: Path) -> None:
    """Hidden files and folders, editors' copies, links to folders."""
    for path in (".hidden.txt", ".git/a.txt", "#a.txt#", ".#a.txt", "a.txt~", "real/b.txt"):
        write(tmp_path / "content", path, "x")
    (tmp_path / "content/linked").symlink_to("real")
    assert names(tmp_path / "content", TEXTS) == ["real/b.txt"]


def test_a_scan_of_nothing_finds_nothing(tmp_path: Path) -> None:
    """A site need not have every folder."""
    (folder,) = scan(tmp_path / "missing")
    assert (folder.files, folder.problems) == ((), ())


def test_a_file_that_changed_a_moment_ago_is_not_trusted(tmp_path: Path) -> None:
    """It could change again within one tick of the clock, and look the same."""
    write(tmp_path, "a.txt", "x")
    (folder,) = scan(tmp_path)
    assert folder.stamp == ""
    os.utime(tmp_path / "a.txt", ns=(0, time.time_ns() + 10**12))
    (folder,) = scan(tmp_path)
    assert folder.stamp == ""


def test_a_folder_long_untouched_has_a_stamp() -> None:
    """The same one each time. Python's own library was there before this test."""
    library = Path(os.__file__).parent / "json"
    first, second = (next(scan(library, (".py",))) for _ in range(2))
    assert first.stamp == second.stamp != ""
    assert all(file.stamp for file in first.files)


def test_a_stage_makes_folders_as_needed(tmp_path: Path) -> None:
    """Files and copies."""
    write(tmp_path, "original.png", b"\x00")
    stage = Stage(tmp_path / "staging")
    stage.write("a/b/c.html", b"page")
    stage.write("top.html", b"top")
    stage.copy("pictures/x.png", tmp_path / "original.png")
    assert tree(tmp_path / "staging") == {"a/b/c.html": b"page", "pictures/x.png": b"\x00", "top.html": b"top"}


@pytest.mark.parametrize("make", [lambda _: None, lambda folder: folder.mkdir()])
def test_a_missing_or_empty_folder_may_be_taken(tmp_path: Path, make: object) -> None:
    """It isn't ours yet."""
    make(tmp_path / "out")  # type: ignore[operator]
    assert not output.is_ours(tmp_path / "out")


def test_a_marked_folder_is_ours(tmp_path: Path) -> None:
    """Whatever else it holds."""
    output.mark(tmp_path / "out", ["index.html"])
    write(tmp_path, "out/CNAME", "x")
    assert output.is_ours(tmp_path / "out")


def test_the_mark_lists_what_is_ours_and_there(tmp_path: Path) -> None:
    """Files that are gone, and paths that lead out of the folder, are nobody's."""
    for path in ("out/index.html", "out/tags/a\u2028b.html", "secret.txt", "out/theirs.txt"):
        write(tmp_path, path, "x")
    (tmp_path / "out/link.txt").symlink_to(tmp_path / "secret.txt")
    output.mark(
        tmp_path / "out",
        ["index.html", "tags/a\u2028b.html", "gone.html", "../secret.txt", str(tmp_path / "secret.txt"), "link.txt"],
    )
    assert list(output.listed(tmp_path / "out")) == ["index.html", "tags/a\u2028b.html"]


def test_a_folder_of_working_state_is_no_mark(tmp_path: Path) -> None:
    """A site's own folder holds one of that name."""
    write(tmp_path, ".sitegen/lock", "")
    with pytest.raises(OutputError, match="didn't write"):
        output.is_ours(tmp_path)


def test_a_folder_that_holds_files_is_refused(tmp_path: Path) -> None:
    """With the name of one of them."""
    write(tmp_path, "out/thesis.doc", "x")
    with pytest.raises(OutputError, match=r"thesis\.doc"):
        output.is_ours(tmp_path / "out")


def test_moving_puts_staged_files_in_place(tmp_path: Path) -> None:
    """Over old ones too; what was moved before counts as done."""
    stage = Stage(tmp_path / "staging")
    stage.write("a/new.html", b"new")
    stage.write("old.html", b"newer")
    write(tmp_path, "out/old.html", "old")
    write(tmp_path, "out/done.html", "done")
    output.move(tmp_path / "staging", tmp_path / "out", ["a/new.html", "done.html", "old.html"])
    assert tree(tmp_path / "out") == {"a/new.html": b"new", "done.html": b"done", "old.html": b"newer"}


def test_a_staged_file_that_is_gone_is_an_error(tmp_path: Path) -> None:
    """It is neither here nor there."""
    (tmp_path / "out").mkdir()
    with pytest.raises(OutputError, match=r"lost\.html"):
        output.move(tmp_path / "staging", tmp_path / "out", ["lost.html"])


def test_removing_takes_empty_folders_along(tmp_path: Path) -> None:
    """But for the output folder itself, and those that hold something else."""
    for path in ("out/a/b/c.html", "out/d/e.html", "out/d/mine.txt"):
        write(tmp_path, path, "x")
    output.remove(tmp_path / "out", ["a/b/c.html", "d/e.html", "never/there.html"])
    assert tree(tmp_path / "out") == {"d/mine.txt": b"x"}
    assert not (tmp_path / "out/a").exists()
    output.remove(tmp_path / "out", ["d/mine.txt"])
    assert (tmp_path / "out").is_dir()


def test_the_whole_is_moved_at_once_where_nothing_is(tmp_path: Path) -> None:
    """And isn't where something is."""
    write(tmp_path, "staging/a.html", "a")
    (tmp_path / "out").mkdir()
    assert output.move_whole(tmp_path / "staging", tmp_path / "out")
    assert tree(tmp_path / "out") == {"a.html": b"a"}
    write(tmp_path, "staging/b.html", "b")
    assert not output.move_whole(tmp_path / "staging", tmp_path / "out")
    assert tree(tmp_path / "out") == {"a.html": b"a"}


def nobody(_: str) -> bool:
    """No file is ours."""
    return False


@pytest.mark.parametrize("there", ["a/b.html", "a"])
def test_a_foreign_file_is_not_written_over(tmp_path: Path, there: str) -> None:
    """Nor is a folder made where one stands; a link that leads nowhere is a file too."""
    (tmp_path / there).parent.mkdir(exist_ok=True)
    (tmp_path / there).symlink_to("nowhere")
    with pytest.raises(OutputError, match="wasn't written by sitegen"):
        output.refuse_foreign(tmp_path, ["a/b.html"], nobody)


def test_a_file_of_ours_may_become_a_folder(tmp_path: Path) -> None:
    """The old one is removed before."""
    write(tmp_path, "a", "x")
    output.refuse_foreign(tmp_path, ["a/b.html", "c.html"], lambda path: path == "a")
