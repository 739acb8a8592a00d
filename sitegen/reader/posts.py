"""What somebody posted elsewhere and a story shows: the post, and below it, or behind it, whose it is and of when."""

import re

from msgspec.structs import replace

from sitegen.reader.decide import Choice
from sitegen.reader.rows import Row
from sitegen.reader.sheet import Kind

# `— Iva Voss (@ivavoss) May 3, 2023`, as the networks' own code for other sites sets it; a day of any form has its year.
POSTER = r"[—–-]{1,2} ?[^()@\n]{1,80} \(@[\w.@-]{2,60}\)"
DAY = r"[^()@\n]{0,24}\b20\d\d\b[^()@\n]{0,24}"
OWNER, BEHIND = re.compile(f"{POSTER} {DAY}"), re.compile(f" {POSTER} {DAY}$")
LONGEST = 350  # characters: a network's own code shows 280 of a post, and the addresses of its pictures
OWNER_LINE = 200  # characters
FEWEST = 30  # words that the story must have besides
SHOWN: frozenset[Kind] = frozenset({"body", "subhead", "caption", "reference", "leftover", "furniture"})


def set_apart(choices: list[Choice], rows: list[Row]) -> list[Choice]:
    """Posts as posts, where a story is told around them: its own words they aren't."""
    places = {place for row in rows if "(@" in row.text for place in _of_owner(row, rows, choices)}
    if not places:
        return choices
    words = sum([row.words for row, choice in zip(rows, choices, strict=True) if choice.kind == "body"])
    if words - sum([rows[place].words for place in places]) < FEWEST:
        return choices
    return [
        replace(choice, kind="post", rule="embedded-post") if place in places else choice
        for place, choice in enumerate(choices)
    ]


def parted(text: str) -> tuple[str, str]:
    """What a line says of a post, and whose the post is; the latter is empty where the line doesn't end in that."""
    if OWNER.fullmatch(text, 0, OWNER_LINE):
        return "", text
    match = BEHIND.search(text, max(0, len(text) - OWNER_LINE)) if len(text) <= LONGEST + OWNER_LINE else None
    return (text[: match.start()], match[0].lstrip()) if match else (text, "")


def _of_owner(row: Row, rows: list[Row], choices: list[Choice]) -> list[int]:
    """The places of a post: a line that ends in its owner, or its owner's and the lines above that stand together."""
    said, owner = parted(row.text)
    if not owner or choices[row.place].kind not in SHOWN:
        return []
    if said:
        return [row.place]
    first = row.place - 1
    while row.gap and first > 0 and not rows[first].gap:  # where no line is blank, only one is surely the post's
        first -= 1
    places = [*range(max(first, 0), row.place)]
    fits = all(choices[place].kind in SHOWN and not parted(rows[place].text)[1] for place in places)
    if not places or not fits or sum([len(rows[place].text) for place in places]) > LONGEST:
        return []
    return [*places, row.place]
