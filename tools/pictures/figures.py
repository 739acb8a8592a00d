"""What several pictures share: the inks, and people, water, houses and the edge of the block."""

# ruff: noqa: PLR2004 - a drawing is made of bare figures, and a field is a function of both coordinates

import math
import random
from collections.abc import Iterator

from pictures.woodcut import Box, Cut, Point, box, disc, gouge, shape, stroke

PAPER = "#f4ecd9"
INK = "#1e2a33"
RUST = "#b5522b"
RIVER = "#6d979a"
OCHRE = "#d9a547"
FOG = "#c9cdc2"
GREY = "#8b938c"


def person(foot: Point, height: float, colour: str = INK, *, lift: float = 0.0, hat: bool = False) -> Iterator[Cut]:
    """A figure that stands at `foot`; `lift` (−1…1) raises the left or right arm."""
    x, y = foot
    unit = height / 8
    yield disc(colour, (x, y - 7.25 * unit), 0.62 * unit, 1.2)
    coat = (
        (-0.3, -6.8),
        (-0.35, -6.35),
        (-1.15, -6.0),
        (-1.4, -4.9),
        (-1.1, -4.2),
        (-1.55, -2.2),
        (-0.85, -2.1),
        (-0.95, 0),
        (-0.15, 0),
        (0, -2.0),
    )
    half = [*coat, *((-dx, dy) for dx, dy in reversed(coat[:-1]))]
    yield shape(colour, [(x + dx * unit, y + dy * unit) for dx, dy in half])
    if lift:
        side = math.copysign(1, lift)
        arm = [
            (x + side * 0.8 * unit, y - 5.6 * unit),
            (x + side * 1.9 * unit, y - 6.3 * unit),
            (x + side * 2.3 * unit, y - 8.1 * unit),
        ]
        yield stroke(colour, arm, 0.8 * unit, 0.45 * unit)
    if hat:
        yield box(colour, (x - 1.15 * unit, y - 7.85 * unit, x + 1.15 * unit, y - 7.6 * unit))
        yield box(colour, (x - 0.65 * unit, y - 8.6 * unit, x + 0.65 * unit, y - 7.7 * unit))


def water(noise: random.Random, edges: Box, *, dark: float = 0.5, colour: str = INK, far: float = 6.0) -> Iterator[Cut]:
    """Level marks, growing toward the viewer; `dark` says how much of the surface they take."""
    left, top, right, bottom = edges
    y = top + far
    while y < bottom:
        near = (y - top) / (bottom - top)
        x = left - noise.uniform(0, 120)
        while x < right:
            length = (46 + 150 * near) * noise.uniform(0.5, 1.2)
            first, last = max(x, left), min(x + length, right)
            if last - first > 8 and noise.random() < dark + 0.25:
                yield gouge(
                    colour, (first, y + noise.uniform(-2, 2)), last - first, 0, (2.5 + 7 * near) * noise.uniform(0.6, 1.1)
                )
            x += length * noise.uniform(1.0, 1.5)
        y += far + 12 * near


def house(noise: random.Random, edges: Box, roof: float, wall: str = INK, light: str = PAPER) -> Iterator[Cut]:
    """A small house seen from the front, with a gable of height `roof`."""
    left, top, right, bottom = edges
    yield shape(wall, [(left, bottom), (left, top), ((left + right) / 2, top - roof), (right, top), (right, bottom)], noise, 1)
    step = (right - left) / 3
    for row in range(max(1, round((bottom - top) / (step * 1.3)))):
        for column in (0, 1):
            x, y = left + step * (0.7 + 1.1 * column), top + step * (0.35 + 1.2 * row)
            yield box(light, (x, y, x + step * 0.5, y + step * 0.7))


def frame(noise: random.Random) -> Iterator[Cut]:
    """The bare edge of the paper around the block."""
    for edges in ((-20, -20, 1620, 26), (-20, 974, 1620, 1020), (-20, -20, 26, 1020), (1574, -20, 1620, 1020)):
        yield box(PAPER, edges, noise)
