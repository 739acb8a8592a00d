"""Law 5: killed anywhere, it recovers. Law 6: only what we wrote is removed."""

import contextlib
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from sites import build_site, make_site, tree, write

from sitegen.build import paths, taking
from sitegen.errors import OutputError

PROJECT = Path(__file__).parent.parent
MEMORY = Path("/dev/shm")  # noqa: S108 - another file system, where there is one
COUNT = 120  # enough for several processes, and for a kill to find them at work


def story(number: int, words: str = "Nothing else was said.") -> str:
    """A source of one paragraph."""
    return (
        f"---\ntitle: Story {number} of the Tamsin valley\ndate: 2013-{number % 12 + 1:02}-{number % 28 + 1:02}\n"
        f"tags: [All, Tag {number % 7}]\n---\n{words}\n"
    )


def archive(folder: Path) -> Path:
    """A site large enough that its build takes a while."""
    return make_site(folder, {f"content/{number % 5}/{number:03}.txt": story(number) for number in range(COUNT)}, page_size=5)


def start(folder: Path, *, jobs: int) -> "subprocess.Popen[bytes]":
    """A build in a process group of its own."""
    command = [sys.executable, PROJECT / "build.py", "--site", folder, "--jobs", str(jobs)]
    return subprocess.Popen(command, stderr=subprocess.DEVNULL, start_new_session=True)


def wait_for(moment: Callable[[], bool], process: "subprocess.Popen[bytes]") -> None:
    """Look again and again, until the moment has come or the process is over."""
    while process.poll() is None and not moment():
        os.sched_yield()


def has_rows(folder: Path, table: str) -> bool:
    """Whether a table of the catalogue has committed rows."""
    try:
        db = sqlite3.connect(f"file:{paths(folder, None).catalog}?mode=ro", uri=True)
        try:
            return db.execute(f"SELECT 1 FROM {table}").fetchone() is not None  # noqa: S608 - a name of ours
        finally:
            db.close()
    except sqlite3.Error:
        return False


def staged(folder: Path) -> int:
    """How many files wait in the staging folder."""
    return sum(len(files) for _, _, files in os.walk(paths(folder, None).state / "staging"))


MOMENTS: dict[str, Callable[[Path], bool]] = {
    "the catalogue is there": lambda folder: paths(folder, None).catalog.exists(),
    "sources were taken in": lambda folder: has_rows(folder, "article"),
    "a few pages are staged": lambda folder: staged(folder) > 3,
    "many pages are staged": lambda folder: staged(folder) > 150,
    "the manifest is written": lambda folder: has_rows(folder, "page"),
    "the output begins to change": lambda folder: (folder / "public/robots.txt").exists(),
}


def assert_clean(folder: Path) -> None:
    """A build now ends in what a clean one gives, and its successor has nothing to do."""
    build_site(folder)
    build_site(folder, folder / "clean")
    assert tree(folder / "clean") == tree(folder / "public")
    again = build_site(folder).pages
    assert (again.rendered, again.written, again.removed) == (0, 0, 0)


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("moment", MOMENTS)
def test_a_first_build_killed_at_any_moment_recovers(tmp_path: Path, moment: str, jobs: int) -> None:
    """The main process alone is killed, as an administrator would: what it left must not stand in the way."""
    archive(tmp_path)
    process = start(tmp_path, jobs=jobs)
    wait_for(lambda: MOMENTS[moment](tmp_path), process)
    process.kill()
    process.wait()
    assert_clean(tmp_path)


def test_a_first_build_into_a_linked_folder_publishes_file_by_file(tmp_path: Path) -> None:
    """A folder that can't be put there by one rename: the journal is made after all."""
    archive(tmp_path)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "public").symlink_to("elsewhere")
    build_site(tmp_path)
    assert (tmp_path / "public").is_symlink()
    assert not has_rows(tmp_path, "pending")
    assert_clean(tmp_path)


def test_no_worker_outlives_a_killed_build(tmp_path: Path) -> None:
    """Processes without a master would wait for work for ever."""
    archive(tmp_path)
    process = start(tmp_path, jobs=2)
    wait_for(lambda: staged(tmp_path) > 3, process)
    process.kill()
    process.wait()
    end = time.monotonic() + 10
    while time.monotonic() < end and is_alive(process.pid):
        os.sched_yield()
    assert not is_alive(process.pid)


def is_alive(group: int) -> bool:
    """Whether any process of a group is."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.parametrize("delay", [0.15, 0.3, 0.45, 0.6, 0.75, 0.9])
def test_a_rebuild_killed_after_some_time_recovers(tmp_path: Path, delay: float) -> None:
    """An edit that reaches every page, killed with all its processes after a while that means something else on each machine."""
    archive(tmp_path)
    build_site(tmp_path)
    write(tmp_path, "templates/list.html", "{{ view.title }}\n")
    for number in range(0, COUNT, 3):
        write(tmp_path, f"content/{number % 5}/{number:03}.txt", story(number, "Something else was said."))
    shutil.rmtree(tmp_path / "content/4")
    process = start(tmp_path, jobs=2)
    end = time.monotonic() + delay
    wait_for(lambda: time.monotonic() > end, process)
    with contextlib.suppress(ProcessLookupError):  # on a fast machine it is over
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    assert_clean(tmp_path)


def test_a_rebuild_killed_while_it_publishes_recovers(tmp_path: Path) -> None:
    """Some files are new and some are old then."""
    archive(tmp_path)
    build_site(tmp_path)
    make_site(tmp_path, {}, page_size=7)
    process = start(tmp_path, jobs=1)
    wait_for(lambda: has_rows(tmp_path, "pending"), process)
    process.kill()
    process.wait()
    assert_clean(tmp_path)


def cut_off(folder: Path) -> Path:
    """A site whose publication was begun and cut off: the journal is written, half of the files are in place."""
    archive(folder)
    build_site(folder)
    make_site(folder, {}, title="Another Post", page_size=7)
    where = paths(folder, None)
    db = sqlite3.connect(where.catalog)
    (where.state / "staging").mkdir()
    pages = [path for (path,) in db.execute("SELECT path FROM page ORDER BY path")]
    db.executemany("INSERT INTO pending VALUES (?)", [(path,) for path in pages])
    for path in pages[::2]:
        staged_file = where.state / "staging" / path
        staged_file.parent.mkdir(parents=True, exist_ok=True)
        staged_file.write_bytes((where.output / path).read_bytes())
    db.commit()
    db.close()
    return folder


def test_a_publication_that_was_cut_off_is_ended(tmp_path: Path) -> None:
    """The next build takes up where it stopped."""
    assert_clean(cut_off(tmp_path))


def test_the_staging_folder_may_vanish_after_a_kill(tmp_path: Path) -> None:
    """What was staged is made again, and nothing in the output is taken for somebody else's."""
    cut_off(tmp_path)
    shutil.rmtree(paths(tmp_path, None).state / "staging")
    (tmp_path / "public/2013/01/index.html").unlink()
    assert_clean(tmp_path)


def test_the_output_may_vanish_after_a_kill(tmp_path: Path) -> None:
    """Removing `public/` is what people do after a crash; every file is made again."""
    cut_off(tmp_path)
    shutil.rmtree(tmp_path / "public")
    assert_clean(tmp_path)


def test_the_output_may_vanish_at_any_time(tmp_path: Path) -> None:
    """Without a crash, too."""
    archive(tmp_path)
    build_site(tmp_path)
    shutil.rmtree(tmp_path / "public")
    assert_clean(tmp_path)


def test_the_working_state_may_vanish_at_any_time(tmp_path: Path) -> None:
    """It is a cache: the next build makes it anew, and leaves files that are the same."""
    archive(tmp_path)
    build_site(tmp_path)
    shutil.rmtree(tmp_path / ".sitegen")
    write(tmp_path, "content/0/000.txt", story(0, "Something else was said."))
    assert_clean(tmp_path)


@pytest.mark.parametrize("damage", [b"garbage", b"", b"SQLite format 3\x00" + b"\xff" * 5000])
def test_a_damaged_catalogue_is_made_anew(tmp_path: Path, damage: bytes) -> None:
    """Whatever stands in its file."""
    archive(tmp_path)
    build_site(tmp_path)
    catalog = paths(tmp_path, None).catalog
    catalog.write_bytes(damage)
    assert_clean(tmp_path)


def test_a_catalogue_damaged_in_its_middle_is_made_anew(tmp_path: Path) -> None:
    """The head of the file is sound, and a page that a build reads isn't."""
    archive(tmp_path)
    build_site(tmp_path)
    catalog = paths(tmp_path, None).catalog
    data = bytearray(catalog.read_bytes())
    data[8192 : len(data) - 4096] = b"\xa5" * (len(data) - 12288)
    catalog.write_bytes(data)
    assert_clean(tmp_path)


def test_files_of_somebody_else_stay(tmp_path: Path) -> None:
    """Neither a rebuild nor a removal touches what we didn't write."""
    archive(tmp_path)
    build_site(tmp_path)
    write(tmp_path, "public/CNAME", "post.example")
    write(tmp_path, "public/2013/01/notes.txt", "mine")
    shutil.rmtree(tmp_path / "content/0")
    shutil.rmtree(tmp_path / "content/1")
    make_site(tmp_path, {}, page_size=4)
    build_site(tmp_path)
    published = tree(tmp_path / "public")
    assert (published["CNAME"], published["2013/01/notes.txt"]) == (b"post.example", b"mine")


@pytest.mark.parametrize("path", ["2014/05/06/a-new-story.html", "tags/new/index.html", "2014"])
def test_a_file_of_somebody_else_is_never_written_over(tmp_path: Path, path: str) -> None:
    """A page that would stand where it stands is an error that names it; then nothing changes."""
    archive(tmp_path)
    build_site(tmp_path)
    write(tmp_path, f"public/{path}", "mine")
    before = tree(tmp_path / "public")
    write(tmp_path, "content/new.txt", "---\ntitle: A new story\ndate: 2014-05-06\ntags: [New]\n---\nWords.\n")
    with pytest.raises(OutputError, match=path):
        build_site(tmp_path)
    assert tree(tmp_path / "public") == before
    (tmp_path / "public" / path).unlink()
    assert_clean(tmp_path)


def test_a_folder_of_somebody_else_is_refused(tmp_path: Path) -> None:
    """An output folder that holds files and not our mark stays as it is."""
    archive(tmp_path)
    write(tmp_path, "public/index.html", "mine")
    with pytest.raises(OutputError, match="didn't write"):
        build_site(tmp_path)
    assert tree(tmp_path / "public") == {"index.html": b"mine"}


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    """A folder made beforehand, as hosts do, is as good as none."""
    archive(tmp_path)
    (tmp_path / "public").mkdir()
    assert_clean(tmp_path)


@pytest.mark.skipif(not MEMORY.is_dir() or MEMORY.stat().st_dev == PROJECT.stat().st_dev, reason="one file system")
@pytest.mark.parametrize("is_there", [True, False])
def test_an_output_on_another_file_system_recovers_too(tmp_path: Path, *, is_there: bool) -> None:
    """Staging is beside or in the output there; what a kill leaves of it isn't somebody else's."""
    archive(tmp_path)
    place = MEMORY / f"sitegen-test-{os.getpid()}-{tmp_path.name}"
    output = place / "public"
    try:
        (output if is_there else place).mkdir(parents=True)
        command = [sys.executable, PROJECT / "build.py", "--site", tmp_path, "--output", output, "--jobs", "1"]
        process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        wait_for(lambda: sum(len(files) for _, _, files in os.walk(place)) > 5, process)
        process.kill()
        process.wait()
        build_site(tmp_path, output)
        build_site(tmp_path, tmp_path / "clean")
        assert tree(tmp_path / "clean") == tree(output)
        assert [path.name for path in place.iterdir()] == ["public"]
    finally:
        shutil.rmtree(place)


def test_without_the_working_state_what_is_gone_is_removed_all_the_same(tmp_path: Path) -> None:
    """The output's mark knows which files are ours; others stay, and files that are the same aren't written again."""
    make_site(tmp_path, {"content/a.txt": "Alpha rises\n\nOne.", "content/b.txt": "Beta falls\n\nTwo."})
    build_site(tmp_path)
    write(tmp_path, "public/CNAME", "lamplighter.example")
    before = (tmp_path / "public/undated/alpha-rises.html").stat().st_mtime_ns
    shutil.rmtree(tmp_path / ".sitegen")
    (tmp_path / "content/b.txt").unlink()
    build_site(tmp_path)
    build_site(tmp_path, tmp_path / "clean")
    assert tree(tmp_path / "clean") | {"CNAME": b"lamplighter.example"} == tree(tmp_path / "public")
    assert before == (tmp_path / "public/undated/alpha-rises.html").stat().st_mtime_ns


def test_a_first_reading_that_was_cut_off_is_made_again_as_a_first_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It fills empty tables in one go; article by article, as news is taken in, it would take four times as long."""
    folder = archive(tmp_path)
    ways: list[bool] = []

    def fail(*_: object, **known: bool) -> None:
        ways.append(known["fresh"])
        raise KeyboardInterrupt

    monkeypatch.setattr(taking, "take", fail)
    for _ in range(2):
        with pytest.raises(KeyboardInterrupt):
            build_site(folder)
    assert ways == [True, True]
    monkeypatch.undo()
    build_site(folder)
    assert_clean(folder)
