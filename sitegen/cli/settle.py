"""`review --write`: the doubted fields into the front matter of their texts, for a person to correct."""

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from sitegen.build.parting import is_part
from sitegen.build.reading import to_records
from sitegen.cli.read import Taken, take_all
from sitegen.cli.review import Doubt, doubts_of
from sitegen.errors import ContentError, place_and_mend
from sitegen.model import Record, Source
from sitegen.reader import decode
from sitegen.record.insertion import Entry, insert, written

# Where front matter takes the place of what was read. Captions have no key; references and corrections in a text stay there.
_KEYS = ("title", "dek", "authors", "date", "updated", "section", "tags", "people", "places", "organizations")
_READ = (*_KEYS, *"contributors agency dateline captions references corrections notes body subheads markdown".split())


class Settled(NamedTuple):
    """What becomes of one text: the keys to write and its new bytes; or why it is left."""

    path: Path
    keys: tuple[str, ...] = ()
    data: bytes = b""
    trouble: str = ""


def write(content: Path, doubts: Iterable[Doubt], *, dry: bool) -> None:
    """Write, or with `dry` only tell, what is doubted.

    Raises:
        ContentError: a text can't be written.
    """
    written = 0
    for source in dict.fromkeys(doubt.source for doubt in doubts):  # the worst first
        one = settled(content, source)
        if one.trouble:
            print(place_and_mend(f"notice: content/{source}", 0, one.trouble, "look at it yourself"), file=sys.stderr)
        elif one.keys:
            written += 1
            print(f"content/{source}: {'would write' if dry else 'wrote'} {', '.join(one.keys)}")
            if not dry:
                _replace(one.path, one.data)
    texts = f"{written:,} text{'' if written == 1 else 's'}"
    print(f"{texts} {'would get' if dry else 'got'} front matter; all else in them stays as it is.", file=sys.stderr)


def settled(content: Path, source: str) -> Settled:
    """A text with its doubted fields in front matter. It is read anew: the last build may be long ago."""
    path = content / source
    if is_part(source):
        return Settled(path, trouble="is one of several articles in a file: part them with `read --split --write` first")
    if path.is_symlink():
        return Settled(path, trouble="is a link and was left as it is")
    found, problems = take_all(str(path))
    if not found or any(problem.severity == "problem" for problem in problems):
        return Settled(path, trouble="has a problem of its own and was left as it is")
    return _settled(path, found, path.read_bytes())


def _settled(path: Path, found: list[Taken], data: bytes) -> Settled:
    entries = dict(_entries(found[0]))
    made = insert(data, found[0].source.encoding, entries)
    if made is None:
        return Settled(path, trouble="holds bytes that its encoding doesn't know, and was left as it is")
    again = decode(found[0].source.path, made)
    unlike = _unlike(found, again) if isinstance(again, Source) else ["text"]
    if unlike:
        return Settled(path, trouble=f"would be read with another {' and '.join(unlike)}, and was left as it is")
    return Settled(path, tuple(entries) if made != data else (), made)


def _entries(taken: Taken) -> Iterator[tuple[str, Entry]]:
    known = written(taken.whole)
    for doubt in sorted(doubts_of(taken.source.path, taken.record), key=lambda doubt: doubt[:3]):
        if doubt.field in _KEYS and doubt.field not in known:
            yield doubt.field, (doubt.value, _word(doubt, taken.record))


def _word(doubt: Doubt, read: Record) -> str:
    """How sure a value is and what it rests on."""
    if doubt.value is None:
        return "none found"
    found = read.evidence.get(doubt.field)
    numbers = f", line {found.lines[0]}" if found and found.lines else ""
    return f"{doubt.confidence:.2f}, {found.rule}{numbers}" if found else f"{doubt.confidence:.2f}"


def _unlike(before: list[Taken], source: Source) -> list[str]:
    """The fields that a text would be read with otherwise, front matter added."""
    after = to_records(source, before[0].reading)
    if len(after) != len(before):
        return ["number of articles"]
    if any(problem.severity == "problem" for one in after for problem in one.problems):
        return ["front matter"]
    pairs = [(one.record, other.record) for one, other in zip(before, after, strict=True)]
    return [name for name in _READ if any(getattr(old, name) != getattr(new, name) for old, new in pairs)]


def _replace(path: Path, data: bytes) -> None:
    """Put bytes in the place of a file's: all of them, or none."""
    temporary = path.with_name(f".{path.name}.sitegen")
    try:
        temporary.write_bytes(data)
        shutil.copymode(path, temporary)
        os.replace(temporary, path)  # noqa: PTH105 - one rename, as everywhere
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise ContentError(f"can't be written ({error.strerror})", path=str(path), hint="look at the permissions") from None
