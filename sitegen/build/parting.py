"""A source that holds several articles: cut where a profile or a person asks, else said."""

from typing import NamedTuple

from msgspec import structs

from sitegen.model import Line, Problem, Profile, Record
from sitegen.reader import parts
from sitegen.record import Front

RULE = "article-separator"


class Piece(NamedTuple):
    """One article of a source: its path, what stands above its text and the text, and the lines that part it from others."""

    path: str
    front: Front
    between: tuple[Line, ...] = ()


def is_part(path: str) -> bool:
    """Whether a path is that of a second or later article in its file, `1987/wire.txt#2`. No file's path ends in a figure."""
    return path[-1:].isdigit()


def part_path(path: str, number: int) -> str:
    """The path of a file's article, counted from 1; the first one has the file's own."""
    return f"{path}#{number}" if number > 1 else path


def pieces(path: str, front: Front, profile: Profile | None, *, split: bool) -> tuple[list[Piece], tuple[Problem, ...]]:
    """The articles of a source, and a notice where there seem to be several and nobody asks for a cut.

    Front matter belongs to the first one; but a draft is a draft as a whole.
    """
    asked = split or (profile is not None and bool(profile.split))
    separators = profile.separators if profile is not None and asked else ()
    if not asked:
        starts = parts.find(front.text)
        return [Piece(path, front)], (_notice(path, starts, front.first_line),) if starts else ()
    cut = parts.cut(front.text, [said.text for said in separators])
    rules = {" ".join(said.text.split()): said.rule for said in separators}
    lines = front.text.split("\n")
    made = [
        Piece(
            part_path(path, number),
            _front(path, front, part, number),
            tuple(
                Line(front.first_line + index, "furniture", rules.get(" ".join(lines[index].split()), RULE))
                for index in part.between
            ),
        )
        for number, part in enumerate(cut, 1)
    ]
    return made or [Piece(path, front)], ()


def _front(path: str, front: Front, part: parts.Part, number: int) -> Front:
    first_line = front.first_line + part.first
    if number == 1:
        own = structs.replace(front.record, source=path)
        return Front(own, front.fields, part.text, first_line, front.problems, front.own)
    return Front(Record(part_path(path, number), draft=front.record.draft), front.fields & {"draft"}, part.text, first_line)


def _notice(path: str, starts: tuple[int, ...], first_line: int) -> Problem:
    numbers = [str(first_line + start) for start in starts]
    what = f"seems to hold {len(starts)} articles, which begin at lines {', '.join(numbers[:-1])} and {numbers[-1]}"
    hint = "it was read as one; `split: true` in a reader.yaml, or `read --split`, parts them"
    return Problem(path, first_line + starts[1], what, hint, "notice")
