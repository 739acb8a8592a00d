import sqlite3
from pathlib import Path

import pytest

from sitegen.build.changes import find, find_all
from sitegen.catalog import schema


@pytest.fixture
def db(tmp_path: Path) -> sqlite3.Connection:
    """An empty catalogue."""
    return schema.connect(tmp_path / "catalog.sqlite")


def content_of(folder: Path, texts: int) -> Path:
    """A content folder with so many texts in folders of seven, some below others, and what is no text."""
    content = folder / "content"
    for number in range(texts):
        file = content / f"{number % 3}" / f"{number // 7:04}" / f"{number}.txt"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("A story", encoding="utf-8")
    (content / "0/reader.yaml").write_text("timezone: UTC", encoding="utf-8")
    (content / "0/my-reader.yaml").write_text("not a profile", encoding="utf-8")
    (content / "2/zz.txt").symlink_to("/etc/hostname")
    return content


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("texts", [20, 2000])
def test_an_archive_that_is_not_known_is_found_whole(db: sqlite3.Connection, tmp_path: Path, texts: int, jobs: int) -> None:
    """However many processes look: the same files, folders and problems in the same order as where one looks and compares."""
    content = content_of(tmp_path, texts)
    began: list[bool] = []
    found = find_all(content, jobs, lambda: began.append(True))
    assert found == find(db, content)
    assert len(found.wanted) == texts + 1
    assert [problem.path for problem in found.problems] == ["2/zz.txt"]
    assert began == [True]


def test_an_archive_without_content_is_found_empty(tmp_path: Path) -> None:
    """There is nothing to look at, and what was to be done meanwhile is done."""
    began: list[bool] = []
    assert not find_all(tmp_path / "content", 2, lambda: began.append(True)).wanted
    assert began == [True]
