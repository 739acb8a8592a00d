"""`new` and `init`: files to begin with."""

import argparse
import sys
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from msgspec import structs

from sitegen import config, record, urls
from sitegen.cli.common import site_folder
from sitegen.errors import OutputError, SettingsError
from sitegen.model import Record

_SETTINGS = """\
# The settings of this archive. Only the title is needed.

# The name of the archive, as it stands on top of every page.
title: My Archive

# One sentence for search engines and feed readers.
# description: Every story since 1988.

# The address at which the archive will stand. All pages work without it; feeds and the sitemap need it to be of use.
# base_url: https://archive.example.org/

# The language of the articles, and the clock by which "Posted at 6:12 p.m." was written.
language: en
timezone: UTC

# Who publishes it. Machines that cite an article read this.
# publisher: The Example Post

# How many articles a page of a list shows.
# page_size: 50

# `off` finds no people, places and organisations in the texts: those that front matter names are left.
# names: auto

# `off` makes no search index.
# search: on

# One name for its many spellings: on the left the name to show, behind it what else stands in the texts.
# aliases:
#   Marta Quill: [M. Quill, Councillor Quill]
"""

_RAW = """\
Lighthouse Keeper Finds the Lamp Was Never Needed

A ledger from 1904 shows that no ship has come this way since.

By Edda Larkin

Posted at 9:40 a.m. on Monday, March 4, 2019

PORT ELLERY — The last keeper of the lighthouse at Port Ellery has found, in a ledger behind the stove, that the \
shipping lane was moved to the other side of the island 115 years ago and that nobody had thought to tell the light.

"I did wonder," said the keeper, Anselm Rook, who has lit the lamp every evening for 31 years.

[RELATED: Port Ellery Votes to Keep Its Lighthouse Anyway]

The harbour board will meet on Thursday. It has asked Rook to keep the lamp lit until then, so that its members can \
find the hall.
"""

_MARKDOWN = """\
---
title: Port Ellery Votes to Keep Its Lighthouse Anyway
authors: [Edda Larkin]
date: 2019-03-07
section: Harbour
tags: [lighthouses, harbour board]
---

PORT ELLERY — The harbour board has voted by **six to one** to keep a lighthouse that no ship has seen since 1904.

"A town without ships needs something to look at," said its chair, Hester Dunmore.

[RELATED: Lighthouse Keeper Finds the Lamp Was Never Needed]

## What it costs

A year's oil comes to less than the board spends on chairs.
"""

_FILES = {
    config.FILE: _SETTINGS,
    "content/2019/lighthouse-keeper.txt": _RAW,
    "content/2019/lighthouse-vote.md": _MARKDOWN,
    ".gitignore": "/public/\n/.sitegen/\n",
}


def run(chosen: argparse.Namespace) -> int:
    """Make a site folder, or an article file."""
    return _init(Path(chosen.folder)) if chosen.command == "init" else _new(chosen)


def _init(folder: Path) -> int:
    try:
        if folder.exists() and next(folder.iterdir(), None):
            raise SettingsError("isn't empty", path=str(folder), hint="name a folder that is empty or not there yet")
        for path, text in _FILES.items():
            _write(folder / path, text)
    except OSError as error:
        raise OutputError(f"can't be written ({error.strerror})", path=str(folder), hint="choose another folder") from None
    print(
        f"{folder}: a site with two sample texts. Next: `build.py build --site {folder}`, or `build.py serve --site {folder}`"
    )
    return 0


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("x", encoding="utf-8", newline="\n") as out:
        out.write(text)


def _new(chosen: argparse.Namespace) -> int:
    folder = site_folder(chosen)
    site = config.load(folder)
    today = datetime.now(ZoneInfo(site.timezone)).date().isoformat()
    made = _article(chosen.headline, chosen.date or today)
    file = folder / "content" / (made.date or today)[:4] / f"{urls.slug(made.title or '') or 'article'}.md"
    try:
        _write(file, record.front_matter(made, ("title", "date", "draft"), ""))
    except FileExistsError:
        raise SettingsError("is there already", path=str(file), hint="write in it, or choose another headline") from None
    except OSError as error:
        raise OutputError(f"can't be written ({error.strerror})", path=str(file), hint="look at its permissions") from None
    print(file)
    print("It is a draft: `serve` shows it; take `draft: true` out to publish it.", file=sys.stderr)
    return 0


def _article(headline: str, date: str) -> Record:
    """The record of an article to be written. Its values are read as front matter is, so that they can't be wrong there."""
    asked = structs.replace(Record(""), title=headline, date=date, draft=True)
    front = record.split("", record.front_matter(asked, ("title", "date", "draft"), ""))
    if front.problems:
        raise SettingsError(front.problems[0].what, hint=front.problems[0].hint)
    if not front.record.title:
        raise SettingsError("the headline is empty", hint='write it in quotes: new "Mill Reopens"')
    return front.record
