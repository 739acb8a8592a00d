"""The output folder: staging beside it, renames into it, and removal of what we wrote and no longer want."""

import hashlib
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from sitegen.errors import OutputError

MARKER = ".sitegen"
_FOR_WRITING = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_MARK = "The files in this folder were written by sitegen. It replaces and removes those that it wrote, and no others.\n"


def is_ours(output: Path) -> bool:
    """Whether the folder exists and bears our mark; an empty or missing one doesn't, and may be taken.

    Raises:
        OutputError: the folder holds files and not our mark, or isn't a folder.
    """
    try:
        # A build that was cut off may have left its staging folder behind.
        names = [path.name for path in output.iterdir() if path.name != _staging_name(output)]
    except FileNotFoundError:
        return False
    except OSError as error:
        raise OutputError(
            f"can't be the output folder ({error.strerror})", path=str(output), hint="choose another --output"
        ) from None
    if (output / MARKER).is_file():  # in a site's own folder it is the folder of our working state
        return True
    if names:
        what = f"holds files that sitegen didn't write ({min(names)}, for one)"
        raise OutputError(what, path=str(output), hint="choose another --output, or empty it yourself")
    return False


def staging_for(output: Path, state: Path) -> Path:
    """A folder on the output's file system, so that what is staged can be renamed into place."""
    state.mkdir(parents=True, exist_ok=True)
    place = next(parent for parent in (output, *output.parents) if parent.exists())
    if place.stat().st_dev == state.stat().st_dev:
        return state / "staging"
    return (output if output.exists() else output.parent) / _staging_name(output)


def _staging_name(output: Path) -> str:
    return f".sitegen-staging-{output.name}"


def clear(folder: Path) -> None:
    """Remove a folder of our own making."""
    shutil.rmtree(folder, ignore_errors=True)


class Stage:
    """Writes files below a folder, making folders as they are needed."""

    def __init__(self, folder: Path) -> None:
        self._folder = str(folder)
        self._made: set[str] = set()

    def write(self, path: str, data: bytes) -> None:
        """Write one file, by its output path."""
        self._room_for(path)
        file = os.open(f"{self._folder}/{path}", _FOR_WRITING, 0o666)  # file objects cost a third of the write
        try:
            written = os.write(file, data)
            while written < len(data):  # on a disk that is nearly full; the next attempt says so
                written += os.write(file, data[written:])
        finally:
            os.close(file)

    def copy(self, path: str, original: Path) -> None:
        """Put a copy of a file there."""
        self._room_for(path)
        shutil.copyfile(original, f"{self._folder}/{path}")

    def _room_for(self, path: str) -> None:
        folder = path.rpartition("/")[0]
        if folder not in self._made:
            try:
                os.mkdir(f"{self._folder}/{folder}")  # noqa: PTH102 - likewise; mostly the folder around it is there
            except OSError:
                os.makedirs(f"{self._folder}/{folder}", exist_ok=True)  # noqa: PTH103
            self._made.add(folder)


def mark(folder: Path, paths: Iterable[str]) -> None:
    """Put our mark on a folder: a file that lists what is ours in it, for the day when the working state is lost."""
    folder.mkdir(parents=True, exist_ok=True)
    new = folder / f"{MARKER}.new"
    with new.open("w", encoding="utf-8", newline="\n") as file:
        file.write(_MARK)
        file.writelines(f"{path}\n" for path in paths)
    new.replace(folder / MARKER)


def listed(output: Path) -> Iterator[str]:
    """The files that the mark lists and that are there. Nothing outside the folder is taken for ours, whatever the list says."""
    _, *paths = (output / MARKER).read_text("utf-8", "replace").split("\n")
    root = output.resolve()
    for path in paths:
        file = root / path
        if ".." not in path.split("/") and file.is_file() and file.resolve().is_relative_to(root):
            yield path


def digest(data: bytes) -> bytes:
    """A digest of a published file's bytes."""
    return hashlib.sha256(data).digest()[:16]  # with the processor's help three times as fast as BLAKE2


def move_whole(staging: Path, output: Path) -> bool:
    """Publish everything with one rename, where nothing is published yet. False where that can't be."""
    try:
        if output.exists():
            output.rmdir()
        output.parent.mkdir(parents=True, exist_ok=True)
        staging.rename(output)
    except OSError:
        return False
    return True


def move(staging: Path, output: Path, paths: Iterable[str]) -> None:
    """Rename staged files into place. Files that are no longer staged were moved before.

    Raises:
        OutputError: a file is neither staged nor in place.
        FileExistsError, NotADirectoryError, IsADirectoryError: an old file stands where a folder is to be, or the reverse.
    """
    made: set[str] = set()
    for path in paths:
        folder = path.rpartition("/")[0]
        if folder not in made:
            (output / folder).mkdir(parents=True, exist_ok=True)
            made.add(folder)
        try:
            os.replace(staging / path, output / path)  # noqa: PTH105 - 100,000 times: half of Path.replace's cost
        except FileNotFoundError:
            if not (output / path).is_file():
                raise OutputError("a staged file is gone", path=path, hint="run the build again") from None


def remove(output: Path, paths: Iterable[str]) -> None:
    """Remove files that we wrote, and the folders that this leaves empty."""
    folders = set()
    for path in paths:
        if not (output / path).is_dir():  # a folder has taken the file's place
            with suppress(FileNotFoundError, NotADirectoryError):  # its folder may be a file by now
                (output / path).unlink()
        folders.add((output / path).parent)
    for folder in sorted(folders, key=lambda folder: len(folder.parts), reverse=True):
        _remove_empty(folder, output)


def _remove_empty(folder: Path, output: Path) -> None:
    while folder != output:
        try:
            folder.rmdir()
        except OSError:  # not empty, or gone already
            return
        folder = folder.parent


def refuse_foreign(output: Path, paths: Iterable[str], ours: Callable[[str], bool]) -> None:
    """Refuse to write over a file that we didn't write, or where one stands in the place of a folder.

    Raises:
        OutputError: there is one at, or above, one of these paths.
    """
    folders: set[str] = set()
    for path in paths:
        if os.path.lexists(output / path) and not _is_folder_of_ours(output, path, ours):
            _refuse(output, path)
        folder = path.rpartition("/")[0]
        while folder and folder not in folders:
            folders.add(folder)
            if os.path.lexists(output / folder) and not (output / folder).is_dir() and not ours(folder):
                _refuse(output, folder)
            folder = folder.rpartition("/")[0]


def _is_folder_of_ours(output: Path, path: str, ours: Callable[[str], bool]) -> bool:
    """Whether a folder stands there that holds files of ours and no others: it goes with them."""
    files = [f"{parent}/{name}" for parent, _, names in os.walk(output / path) for name in names]
    return bool(files) and all(ours(Path(file).relative_to(output).as_posix()) for file in files)


def _refuse(output: Path, path: str) -> None:
    what = "stands where a page is to be, and wasn't written by sitegen"
    raise OutputError(what, path=str(output / path), hint="move it away, or give the page another address")
