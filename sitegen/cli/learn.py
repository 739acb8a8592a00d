"""`learn`: a source profile proposed from a folder's own texts."""

import argparse
import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from sitegen import reader
from sitegen.build.reading import to_record
from sitegen.cli.read import PLAIN, texts
from sitegen.config import profile
from sitegen.errors import ContentError, SettingsError
from sitegen.model import Problem, Source
from sitegen.reader import learning


def run(chosen: argparse.Namespace) -> int:
    """Print a profile, or put it into the folder."""
    folder = Path(chosen.folder)
    if not folder.is_dir():
        raise SettingsError("there is no such folder", path=chosen.folder, hint="name a folder of texts")
    file = folder / profile.FILE
    if chosen.write and not chosen.force and (file.exists() or file.is_symlink()):
        raise SettingsError("is there already and was left as it is", path=str(file), hint="`--force` replaces it")
    found = propose(chosen.folder)
    if not found:
        print(f"Nothing comes again in {found.texts:,} texts often enough to be proposed.", file=sys.stderr)
        return 0
    words = learning.written(found, folder.resolve().name)
    if not chosen.write:
        sys.stdout.write(words)
        return 0
    try:
        file.write_text(words, "utf-8", newline="\n")
    except OSError as error:
        raise ContentError(f"can't be written ({error.strerror})", path=str(file), hint="look at the permissions") from None
    print(file)
    return 0


def propose(folder: str) -> learning.Proposal:
    """What the raw texts of a folder have in common. They are walked twice, one at a time."""
    first = learning.First()
    for source in _sources(folder):
        first.see(source.text)
    second = learning.Second(first.common(), first.texts)
    plain = replace(PLAIN, names=False)  # a third of the time, and nobody asks for them here
    for source in _sources(folder):
        second.see(source.text, to_record(source, plain)[0])
    return second.proposal()


def _sources(folder: str) -> Iterator[Source]:
    """The raw texts; what can't be read teaches nothing."""
    for text in texts(folder, _pass_over):
        if text.path.lower().endswith(".txt"):
            try:
                data = Path(text.path).read_bytes()
            except OSError:
                continue
            source = reader.decode(os.fsencode(text.path).decode("utf-8", "replace"), data)
            if isinstance(source, Source):
                yield source


def _pass_over(_: Problem) -> None:
    """A build tells what is wrong in a folder."""
