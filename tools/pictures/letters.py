"""Block letters cut with straight strokes, for maps, charts and placards."""

import math
import random
from collections.abc import Iterator, Mapping
from itertools import pairwise

from pictures.woodcut import Cut, Point, stroke

# Each letter's strokes on a grid four wide and six high; a stroke's corners are two digits each, right and down.
_LETTERS: Mapping[str, str] = {
    "A": "06 20 46|14 34", "B": "00 06 36 45 44 33 03|00 30 31 33", "C": "41 30 10 01 05 16 36 45",
    "D": "00 06 26 44 42 20 00", "E": "40 00 06 46|03 33", "F": "40 00 06|03 33", "G": "41 30 10 01 05 16 36 45 43 23",
    "H": "00 06|40 46|03 43", "I": "00 06", "J": "30 35 26 16 05", "K": "00 06|40 03 46", "L": "00 06 36",
    "M": "06 00 23 40 46", "N": "06 00 46 40", "O": "10 30 41 45 36 16 05 01 10", "P": "06 00 30 41 42 33 03",
    "Q": "10 30 41 45 36 16 05 01 10|24 46", "R": "06 00 30 41 42 33 03|23 46",
    "S": "41 30 10 01 02 13 33 44 45 36 16 05", "T": "00 40|20 26", "U": "00 05 16 36 45 40", "V": "00 26 40",
    "W": "00 16 22 36 40", "X": "00 46|40 06", "Y": "00 23 40|23 26", "Z": "00 40 06 46",
    "0": "10 30 41 45 36 16 05 01 10", "1": "01 20 26", "2": "01 10 30 41 42 06 46", "3": "00 40 23 33 44 45 36 16 05",
    "4": "36 30 04 44", "5": "40 00 02 32 43 45 36 16 05", "6": "30 10 01 05 16 36 45 44 33 03", "7": "00 40 16",
    "8": "10 30 41 42 33 13 04 05 16 36 45 44 33|13 02 01 10", "9": "43 13 02 01 10 30 41 45 36 16",
    ".": "05 06", ",": "15 07", "-": "03 33", "'": "00 02", "/": "06 40", " ": "",
}  # fmt: skip
_NARROW: Mapping[str, float] = {"I": 0.0, ".": 0.0, ",": 1.0, "'": 0.0, " ": 1.6, "1": 2.0, "-": 3.0, "J": 3.0, "L": 3.6}


def width(text: str, height: float) -> float:
    """How wide a line is, in the units of its height."""
    return sum((_NARROW.get(letter, 4.0) + 1.9) * height / 6 for letter in text) - 1.9 * height / 6


def lettering(
    colour: str,
    text: str,
    at: Point,
    height: float,
    *,
    weight: float = 0.0,
    middle: bool = False,
    noise: random.Random | None = None,
) -> Iterator[Cut]:
    """A line of capitals whose top left corner, or the middle of whose top, is `at`."""
    unit, thick = height / 6, weight or height / 5.5
    left, top = at[0] - (width(text, height) / 2 if middle else 0), at[1]
    for letter in text:
        for line in filter(None, _LETTERS[letter].split("|")):
            points = [(left + int(spot[0]) * unit, top + int(spot[1]) * unit) for spot in line.split()]
            if noise is not None:
                points = [(x + noise.uniform(-0.5, 0.5), y + noise.uniform(-0.5, 0.5)) for x, y in points]
            yield from (stroke(colour, _longer(start, end, thick / 3), thick) for start, end in pairwise(points))
        left += (_NARROW.get(letter, 4.0) + 1.9) * unit


def _longer(start: Point, end: Point, by: float) -> list[Point]:
    """A stroke a little longer at both ends, so that corners meet."""
    far = math.dist(start, end)
    dx, dy = (end[0] - start[0]) / far * by, (end[1] - start[1]) / far * by
    return [(start[0] - dx, start[1] - dy), (end[0] + dx, end[1] + dy)]
