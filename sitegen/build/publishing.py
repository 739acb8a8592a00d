"""Files that aren't pages, and the way of everything from staging into the output folder."""

import sqlite3
from pathlib import Path

from msgspec import structs

from sitegen import assets
from sitegen.build.inputs import Paths
from sitegen.catalog import published, queries
from sitegen.catalog.published import ASSETS, PICTURES, Edition, Made
from sitegen.catalog.schema import transaction
from sitegen.errors import OutputError
from sitegen.files import output
from sitegen.files.output import Stage
from sitegen.files.scan import scan
from sitegen.model import Problem


def recover(db: sqlite3.Connection, places: Paths) -> None:
    """End a publication that was cut off, and hold the manifest against the folder.

    Raises:
        OutputError: the folder holds files and isn't ours.
    """
    ours = output.is_ours(places.output)
    if ours and published.is_under_way(db):
        try:
            _move(db, places, relist=True)
        except OutputError:  # what was staged is lost with the working folder
            with transaction(db):
                published.disown_pending(db, lambda path: (places.output / path).is_file())
    if not ours and (published.is_under_way(db) or not published.is_empty(db)):  # it all went with the folder
        with transaction(db):
            published.forget(db)
    if ours and published.is_empty(db):  # the working state was deleted: the mark knows what is ours
        with transaction(db):
            found = ((path, output.digest((places.output / path).read_bytes())) for path in output.listed(places.output))
            published.adopt(db, found)
    output.clear(output.staging_for(places.output, places.state))


def find_assets(db: sqlite3.Connection, folders: tuple[Path, ...]) -> tuple[dict[str, str], list[Problem]]:
    """Static files by name, each with where it is published, and what can't be; the first folder that has a name gives it."""
    known = {name: (stamp, path) for name, stamp, path in db.execute("SELECT name, stamp, path FROM asset")}
    found: dict[str, tuple[Path, str]] = {}
    problems: list[Problem] = []
    for folder in folders:
        for inner in scan(folder):
            problems += [structs.replace(problem, path=f"{folder.name}/{problem.path}") for problem in inner.problems]
            for file in inner.files:
                found.setdefault(file.path, (folder / file.path, file.stamp and f"{folder} {file.stamp}"))
    paths: dict[str, str] = {}
    rows = []
    for name in sorted(found, key=lambda name: (name.endswith(".css"), name)):  # style sheets last: they name the others
        original, stamp = found[name]
        if name.endswith(".css") or not stamp or known.get(name, ("",))[0] != stamp:
            paths[name] = assets.published(name, assets.digest(_bytes_of(name, original, paths)))
        else:
            paths[name] = known[name][1]
        rows.append((name, stamp, paths[name], str(original)))
    db.execute("DELETE FROM asset")
    db.executemany("INSERT INTO asset VALUES (?, ?, ?, ?)", rows)
    return paths, problems


def _bytes_of(name: str, original: Path, paths: dict[str, str]) -> bytes:
    data = original.read_bytes()
    if not name.endswith(".css"):
        return data
    return assets.resolve_css(name, data.decode("utf-8", "replace"), paths).encode()


def stage_assets(db: sqlite3.Connection, edition: Edition, stage: Stage) -> None:
    """Put new static files into the edition, and drop those that are gone."""
    rows = db.execute("SELECT name, path, original FROM asset ORDER BY path").fetchall()
    paths = {name: path for name, path, _ in rows}
    have = published.of_facet(db, ASSETS)
    edition.plan(paths.values())
    edition.drop(ASSETS, have - set(paths.values()))
    for name, path, original in rows:
        if path not in have:
            stage.write(path, _bytes_of(name, Path(original), paths))
            edition.add([Made(path, ASSETS, b"", b"", "it is new", written=True)])


def stage_pictures(db: sqlite3.Connection, content: Path, edition: Edition, stage: Stage) -> None:
    """Put new pictures into the edition, and drop those that are gone."""
    have = published.of_facet(db, PICTURES)
    wanted: set[str] = set()
    for source, path in queries.picture_files(db):
        if path not in have and path not in wanted:
            stage.copy(path, content / source)
            edition.add([Made(path, PICTURES, b"", b"", "it is new", written=True)])
        wanted.add(path)
    edition.plan(wanted)
    edition.drop(PICTURES, have - wanted)


def publish(db: sqlite3.Connection, places: Paths, *, first: bool, relist: bool) -> None:
    """Carry out the journal: everything staged into place, everything unwanted away.

    `first` says that the folder is ours to make. One rename then does it without a journal: until it is done, the folder isn't
    ours, and `recover` forgets what the manifest says of it. `relist` says that other files than before will be in the folder.

    Raises:
        OutputError: the output folder can't be written; the next build takes up where this one stopped.
    """
    staging = output.staging_for(places.output, places.state)
    if first:
        output.mark(staging, published.files(db, leaving=False))
        if output.move_whole(staging, places.output):
            return
        with transaction(db):
            published.expect_all(db)
    _move(db, places, relist=relist or first)


def _move(db: sqlite3.Connection, places: Paths, *, relist: bool) -> None:
    staging = output.staging_for(places.output, places.state)
    try:
        places.output.mkdir(parents=True, exist_ok=True)
        if relist:  # what comes and what goes: whenever this is cut off, all that is ours is listed
            output.mark(places.output, published.files(db))
        output.remove(places.output, published.removals_in_the_way(db))
        try:
            output.move(staging, places.output, published.pending(db))
        except (FileExistsError, NotADirectoryError, IsADirectoryError):  # an old file where a folder is to be, or the reverse
            output.remove(places.output, published.removals(db))
            output.move(staging, places.output, published.pending(db))
        output.remove(places.output, published.removals(db))
        if relist:
            output.mark(places.output, published.files(db, leaving=False))
    except OSError as error:
        hint = "make room or mend the folder's permissions; the next build takes up where this one stopped"
        raise OutputError(
            f"can't be written ({error.strerror})", path=str(error.filename or places.output), hint=hint
        ) from None
    with transaction(db):
        published.end(db)
