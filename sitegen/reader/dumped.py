"""Raw text as browsers for terminals write a page out (`lynx -dump`): `[3]Ferry waits`, and at the end where each number leads."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct

FEWEST = 3  # numbers
HEAD, HEADS = "References", frozenset({"Visible links", "Hidden links", "Visible links:", "Hidden links:"})
NUMBER = re.compile(r"#?\[(\d{1,4})\]")  # `#` before what a page's head names
NOTE = re.compile(
    r"\[\d{1,4}\](?![\w\[\"“‘'(#@$£€¿¡])"
)  # a number that no word follows at once is a note's, or a picture's without words
MOST_NOTES = 0.2
LISTED = re.compile(r"\s*(\d{1,4})\. ((?:https?|ftp|file|mailto|javascript|data|tel|about):\S*)\s*")
PICTURE = re.compile(r"\[[\w .%+-]{1,60}\.(?:jpe?g|png|gif|webp|svg|JPE?G|PNG|GIF)\]")
LINKED = re.compile(r"\s*(?:[*+o-] |\d{1,3}\. )?#?\[\d{1,4}\]\S.*")
NO_LINKS: Mapping[int, str] = MappingProxyType({})


class Dump(Struct, frozen=True, gc=False):
    """A page's text without the numbers of its links, line for line."""

    text: str
    links: Mapping[int, str] = NO_LINKS  # 0-based: where the only link of a line leads
    linked: frozenset[int] = frozenset()  # 0-based: lines that begin with a link, over none that goes on with them


def plain(text: str) -> Dump:
    """The text without the numbers of its links; as it is where no list of their addresses ends it."""
    if "[1]" not in text or HEAD not in text:
        return Dump(text)
    lines = text.split("\n")
    end = max([n for n, line in enumerate(lines) if line.strip() == HEAD], default=0)
    listed = [line for line in lines[end + 1 :] if line.strip() and line.strip() not in HEADS]
    addresses = {int(match[1]): match[2] for match in map(LISTED.fullmatch, listed) if match}
    numbers = [int(number) for line in lines[:end] for number in NUMBER.findall(line)]
    if sum([len(NOTE.findall(line)) for line in lines[:end]]) > MOST_NOTES * len(numbers):
        return Dump(text)
    if len(addresses) < max(FEWEST, len(listed)) or len(numbers) < FEWEST or numbers != list(range(1, len(numbers) + 1)):
        return Dump(text)
    found = {n: [int(number) for number in NUMBER.findall(line)] for n, line in enumerate(lines[:end]) if "[" in line}
    links = {n: addresses[own[0]] for n, own in found.items() if len(own) == 1 and addresses.get(own[0], "").startswith("http")}
    alone = [n for n in found if LINKED.fullmatch(lines[n]) and (n + 1 in found or not lines[n + 1].strip())]
    bare = [PICTURE.sub("", NUMBER.sub("", line)) if n in found else line for n, line in enumerate(lines[:end])]
    return Dump("\n".join([*bare, *[""] * (len(lines) - end)]), links, frozenset(alone))
