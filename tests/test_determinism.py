"""Law 3: same input, same bytes."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from sites import build_site, make_site, tree, write

from sitegen import search

PROJECT = Path(__file__).parent.parent
COUNT = 90  # enough for several processes
NAMES = ("Alma Teasdale", "Jonah Birch", "Ruth Ostrander", "Hank Tolland", "Priya Raman")


def archive(folder: Path, **settings: object) -> Path:
    """A site with something on every kind of page."""
    files: dict[str, str | bytes] = {}
    for number in range(COUNT):
        name, other = NAMES[number % 5], NAMES[number % 3]
        date = f"date: 2013-{number % 12 + 1:02}-{number % 28 + 1:02}\n" if number % 9 else ""
        files[f"content/{number % 4}/{number:03}.txt"] = (
            f"---\ntitle: Story {number} of the Tamsin valley\n{date}tags: [All, Tag {number % 7}, C++, C]\nsection: Part {number % 3}\n"
            f"extra_b: 1\nextra_a: [2, {{y: 1, x: 2}}]\n---\nBy {name}\n\nMayor {other} said so to {name} in Port Ellery.\n\n"
            f"[RELATED: Story {(number * 7) % COUNT} of the Tamsin valley]\n\nNothing else was said.\n"
        )
    wire = "Ferry {0} runs aground\nBy Ida Marsh\n\nPORT ELLERY — The ferry {0} ran aground with a goat.\n"
    files["content/1/wire.txt"] = "\n* * *\n\n".join(wire.format(number) for number in range(5))
    files["content/reader.yaml"] = "publisher: The Tamsin Courier\nfurniture: [Nothing else was said]\n"
    files["content/1/reader.yaml"] = "split: '* * *'\naliases: {The Mayor: Ruth Ostrander}\n"
    files["content/0/004.svg"] = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"/>'
    return make_site(folder, files, page_size=4, base_url="https://post.example/", **settings)


def build_in_process(folder: Path, output: Path, *, jobs: int = 1, **environment: str) -> dict[str, bytes]:
    """What a process of its own publishes."""
    command = [sys.executable, PROJECT / "build.py", "--site", folder, "--output", output, "--jobs", str(jobs)]
    subprocess.run(command, check=True, capture_output=True, env=os.environ | environment)
    return tree(output)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes]]:
    """A site and what it is published as."""
    folder = archive(tmp_path_factory.mktemp("same"))
    build_site(folder)
    return folder, tree(folder / "public")


@pytest.mark.parametrize("jobs", [1, 2, 4])
def test_the_number_of_workers_makes_no_difference(site: tuple[Path, dict[str, bytes]], tmp_path: Path, jobs: int) -> None:
    """Many processes give the bytes of one."""
    folder, expected = site
    assert expected == build_in_process(folder, tmp_path / "out", jobs=jobs)


@pytest.mark.parametrize("seed", ["0", "1", "4711"])
def test_the_hash_seed_makes_no_difference(site: tuple[Path, dict[str, bytes]], tmp_path: Path, seed: str) -> None:
    """No order of a set reaches the output."""
    folder, expected = site
    assert expected == build_in_process(folder, tmp_path / "out", jobs=2, PYTHONHASHSEED=seed)


@pytest.mark.parametrize("zone", ["Asia/Tokyo", "America/Los_Angeles"])
def test_the_time_zone_of_the_machine_makes_no_difference(
    site: tuple[Path, dict[str, bytes]], tmp_path: Path, zone: str
) -> None:
    """Only the site's own does."""
    folder, expected = site
    assert expected == build_in_process(folder, tmp_path / "out", TZ=zone, LC_ALL="C")


def test_no_time_of_day_reaches_the_output(site: tuple[Path, dict[str, bytes]], tmp_path: Path) -> None:
    """Neither the time of the build nor those of the files."""
    folder, expected = site
    copied = tmp_path / "elsewhere"
    shutil.copytree(folder, copied, ignore=shutil.ignore_patterns(".sitegen", "public"))
    for file in sorted(copied.rglob("*"), reverse=True):
        os.utime(file, (1_000_000_000, 1_000_000_000))
    build_site(copied)
    assert expected == tree(copied / "public")


def test_the_order_of_arrival_makes_no_difference(tmp_path: Path) -> None:
    """An archive that came in one article after another is the one that came at once; so are its inferred addresses."""
    headline = "---\ntitle: One headline for all\ndate: 2013-06-17\ntags: [{tag}]\n---\nText {name}.\n"
    files = {f"content/{name}.txt": headline.format(name=name, tag=name.upper()) for name in ("a", "b", "é", "e\u0301", "c")}
    at_once = make_site(tmp_path / "at-once", files)
    build_site(at_once)
    by_and_by = make_site(tmp_path / "by-and-by", {})
    for path in sorted(files, reverse=True):
        write(by_and_by, path, files[path])
        build_site(by_and_by)
    assert tree(at_once / "public") == tree(by_and_by / "public")
    assert len([path for path in tree(at_once / "public") if path.startswith("2013/06/17/one-headline")]) == len(files)


@pytest.mark.skipif(search.available() is None, reason="Pagefind can't run here")
def test_search_bundles_are_the_same_too(tmp_path: Path) -> None:
    """With other workers, in another place."""
    one, other = archive(tmp_path / "one", search=True), archive(tmp_path / "other", search=True)
    build_site(one)
    build_in_process(other, other / "public", jobs=2, PYTHONHASHSEED="5")
    assert any(path.startswith("search/2013/") for path in tree(one / "public"))
    assert tree(one / "public") == tree(other / "public")
