"""`read`: raw texts → records, on standard output or as files with front matter."""

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import msgspec
from msgspec import structs

from sitegen import config, reader, record
from sitegen.build import inputs, profiles, taking
from sitegen.build.parting import is_part
from sitegen.build.reading import LARGE, Reading, to_record, to_records_in_steps
from sitegen.config import profile
from sitegen.errors import ContentError, SettingsError, place_and_mend
from sitegen.files.scan import TEXTS, scan
from sitegen.model import Line, Problem, Record, Site, Source
from sitegen.steps import Steps, alone, in_groups, in_one_go

PLAIN = Reading(content="", permalink="", timezone="UTC", names=True, aliases={}, drafts=True)  # beyond any site


class Text(NamedTuple):
    """A file to read: where it is, and its path within the folder that was named."""

    path: str
    inner: str


class Taken(NamedTuple):
    """A text with its record, and with how it was read."""

    source: Source
    record: Record
    reading: Reading
    whole: str  # the file's text, of which its source may be a part


Found = tuple[list[Taken], tuple[Problem, ...]]  # a file's articles, and what is wrong


def run(chosen: argparse.Namespace) -> int:
    """Read all texts; status 1 where one couldn't be read or holds a mistake."""
    give = _writer(Path(chosen.write)) if chosen.write else _yaml if chosen.yaml else _jsonl
    complaints = _Complaints()
    for path in chosen.paths:
        _look_for(path)  # before any is read, since the texts of several paths are read at once
    named = ((path, text) for path in chosen.paths for text in texts(path, complaints.note))
    for text, (found, problems) in in_groups(_with_text(path, text, split=chosen.split) for path, text in named):
        for problem in problems:
            complaints.note(problem)
        for taken in () if chosen.write and _stops(problems) else found:
            for problem in give(text, taken):
                complaints.note(problem)
    sys.stdout.buffer.flush()
    return 1 if complaints.problems else 0


def _with_text(path: str, text: Text, *, split: bool) -> Steps[tuple[Text, Found]]:
    return text, (yield from take_in_steps(text.path, path, split=split))


def _stops(problems: tuple[Problem, ...]) -> bool:
    return any(problem.severity == "problem" for problem in problems)


class _Complaints:
    """Says what is wrong, and remembers whether anything was."""

    def __init__(self) -> None:
        self.problems = 0
        self._of_profiles: set[Problem] = set()  # every text below one would tell them again

    def note(self, problem: Problem) -> None:
        if profile.is_profile(problem.path):
            if problem in self._of_profiles:
                return
            self._of_profiles.add(problem)
        self.problems += problem.severity == "problem"
        prefix = "notice: " if problem.severity == "notice" else ""
        print(place_and_mend(prefix + problem.path, problem.line, problem.what, problem.hint), file=sys.stderr)


def texts(path: str, note: Callable[[Problem], None]) -> Iterator[Text]:
    """The texts that a path names: itself, or what lies below it, in name order.

    Raises:
        SettingsError: nothing is there.
    """
    _look_for(path)
    if not os.path.isdir(path):  # noqa: PTH112 - the path stays as it was given
        yield Text(path, os.path.basename(path))  # noqa: PTH119 - likewise
        return
    for folder in scan(Path(path), TEXTS):
        for problem in folder.problems:
            note(structs.replace(problem, path=_joined(path, problem.path)))
        for file in folder.files:
            yield Text(_joined(path, file.path), file.path)


def _look_for(path: str) -> None:
    if not os.path.exists(path):  # noqa: PTH110 - the path stays as it was given
        raise SettingsError("there is no such file or folder", path=path, hint="look at the spelling")


def _joined(folder: str, inner: str) -> str:
    return os.path.join(folder, inner)  # noqa: PTH118 - `./a.txt` is to stay `./a.txt`


def take(path: str) -> tuple[Taken | None, tuple[Problem, ...]]:
    """Read one file, by the settings of the site whose content it is; where it holds no text, nothing but a word on that.

    Of a file that is parted into several articles, the first one.
    """
    found, problems = take_all(path)
    return (found[0] if found else None), problems


def take_in_steps(path: str, named: str = "", *, split: bool = False) -> Steps[Found]:
    """Read one file: its article, or its articles where its profile or `split` asks that they be parted.

    `named` is the folder that was asked for: outside a site, source profiles from there down hold.
    """
    shown = os.fsencode(path).decode("utf-8", "replace")
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        return [], (Problem(shown, 0, f"can't be read ({error.strerror})", "look at the file's permissions"),)
    source = reader.decode(shown, data)
    if isinstance(source, Problem):
        return [], (source,)
    folder = os.path.dirname(os.path.abspath(path))  # noqa: PTH100, PTH120 - links stay links
    reading, wrong = reading_for(folder, os.path.abspath(named) if named and os.path.isdir(named) else folder)  # noqa: PTH100, PTH112 - likewise
    works = to_records_in_steps(source, reading, split=split)
    found = alone(works) if len(data) > LARGE else (yield from works)  # one at a time, for the memory
    return [Taken(one.source, one.record, reading, source.text) for one in found], (
        *wrong,
        *(item for one in found for item in one.problems),
    )


take_all = in_one_go(take_in_steps)


@lru_cache(maxsize=1024)
def reading_for(folder: str, top: str) -> tuple[Reading, tuple[Problem, ...]]:
    """How texts in a folder are read: by its site's settings, and the source profiles from its content folder, or `top`, down."""
    inside = Path(folder)
    for place in (inside, *inside.parents):
        if place.name == "content" and (place.parent / config.FILE).is_file():
            reading = _reading_of(config.load(place.parent), place.parent)
            return _under(reading, place, inside)
    return _under(PLAIN, Path(top), inside)


def _under(reading: Reading, top: Path, folder: Path) -> tuple[Reading, tuple[Problem, ...]]:
    inner = folder.relative_to(top).as_posix() if folder.is_relative_to(top) else "."
    found, wrong = profiles.above(top, "" if inner == "." else inner)
    return reading.under(found), tuple(structs.replace(one, path=str(top / one.path)) for one in wrong)


def _reading_of(site: Site, folder: Path) -> Reading:
    return taking.reading_of(site, inputs.paths(folder, None), inputs.Options(drafts=True))


def _alone(taken: Taken) -> Taken:
    """A further article of a file as a file of its own: its lines are counted from 1."""
    return taken._replace(record=to_record(taken.source, taken.reading)[0]) if is_part(taken.source.path) else taken


def _jsonl(_: Text, taken: Taken) -> tuple[Problem, ...]:
    sys.stdout.buffer.write(msgspec.json.encode(record.to_plain(taken.record)) + b"\n")
    return ()


def _yaml(_: Text, taken: Taken) -> tuple[Problem, ...]:
    sys.stdout.buffer.write(b"---\n" + msgspec.yaml.encode(record.to_plain(taken.record)))
    return ()


def _writer(folder: Path) -> Callable[[Text, Taken], tuple[Problem, ...]]:
    def write(text: Text, taken: Taken) -> tuple[Problem, ...]:
        ending = ".md" if text.inner.lower().endswith(".md") else ".txt"
        file = folder / (text.inner if text.inner.lower().endswith(TEXTS) else text.inner + ending)
        if is_part(taken.source.path):  # `wire.txt#2` → `wire-2.txt`
            file = file.with_stem(f"{file.stem}-{taken.source.path.rpartition('#')[2]}")
        words, differing = with_front_matter(_alone(taken))
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            with file.open("x", encoding="utf-8", newline="\n") as out:
                out.write(words)
        except FileExistsError:
            return (Problem(str(file), 0, "is there already and was left as it is", "choose another folder for --write"),)
        except OSError as error:
            raise ContentError(f"can't be written ({error.strerror})", path=str(file), hint="choose another folder") from None
        if differing:
            what, hint = f"reads back with another {' and '.join(differing)}", "look at it before you use it"
            return (Problem(str(file), 0, what, hint, "notice"),)
        return ()

    return write


# The fields that must come back when a written file is read.
_KEPT = (
    *"title dek authors contributors agency date updated dateline section captions references corrections notes".split(),
    *"tags people places organizations body subheads".split(),
)
_FRONT = (
    *"title dek authors date updated section tags people places organizations slug draft aliases images".split(),
    *"references corrections credited_source language summary".split(),
)
# What front matter says needn't stand below; each step keeps more lines, for texts that are read otherwise without them.
_HEAD = frozenset({"title", "dek", "date", "tags", "correction", "furniture"})
_HEADINGS = frozenset({"reference-heading"})  # furniture that tells the kind of the references below it


def with_front_matter(taken: Taken) -> tuple[str, tuple[str, ...]]:
    """A text with its fields as front matter above what isn't in them; and the fields that don't read back as they were."""
    front = record.split(taken.source.path, taken.source.text)
    given = structs.replace(
        taken.record,
        references=front.record.references if "references" in front.fields else (),  # those in the text keep their places there
    )
    best: tuple[str, tuple[str, ...]] | None = None
    for keeps in _STEPS:
        words = record.front_matter(given, _FRONT, _below(taken, front, keeps), front.fields)
        again, _ = to_record(structs.replace(taken.source, text=words), taken.reading)
        differing = tuple(name for name in _KEPT if getattr(again, name) != getattr(taken.record, name))
        if not differing:
            return words, ()
        if best is None or len(differing) < len(best[1]):
            best = words, differing
    if best is None:  # there are always steps
        raise AssertionError
    return best


def _without_heads(line: Line) -> bool:
    return line.role not in _HEAD and line.role != "byline"


def _with_bylines(line: Line) -> bool:
    return line.role not in _HEAD


def _with_headings(line: Line) -> bool:
    return line.role not in _HEAD or line.rule in _HEADINGS


def _with_heads(line: Line) -> bool:
    return line.role != "furniture" or line.rule in _HEADINGS


def _all(_: Line) -> bool:
    return True


_STEPS: tuple[Callable[[Line], bool], ...] = (_without_heads, _with_bylines, _with_headings, _with_heads, _all)


def _below(taken: Taken, front: record.Front, keeps: Callable[[Line], bool]) -> str:
    """The lines of the text that are kept, blank ones among them, but for those that would begin or end it."""
    dropped = {line.n for line in taken.record.lines if not keeps(line)}
    lines = [line for n, line in enumerate(front.text.split("\n"), front.first_line) if n not in dropped]
    filled = [index for index, line in enumerate(lines) if line.strip()]
    return "\n".join(lines[filled[0] : filled[-1] + 1]) if filled else ""
