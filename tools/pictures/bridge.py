"""The Halloran Bridge on its opening day."""

# ruff: noqa: PLR2004, ARG005 - a drawing is made of bare figures, and a field is a function of both coordinates

import math
import random
from collections.abc import Iterator

from pictures.figures import INK, OCHRE, PAPER, RIVER, RUST, frame, house, person, water
from pictures.woodcut import Cut, Point, Tool, box, disc, gouge, hatch, shape, stroke, within


def _deck(x: float) -> float:
    return 452 - 26 * (1 - ((x - 800) / 800) ** 2)


def _arch(index: int) -> tuple[list[Point], float, float]:
    left, right = 60 + 296 * index, 60 + 296 * (index + 1)
    points = [
        (
            left + (right - left) * part / 24,
            648 - (648 - _deck(left + (right - left) * part / 24) - 30) * math.sin(math.pi * part / 24),
        )
        for part in range(25)
    ]
    return points, left, right


def halloran_bridge(noise: random.Random) -> Iterator[Cut]:
    """Five arches, a procession, the sun behind, and two people on the quay."""
    sun = (560, 420)
    yield box(OCHRE, (0, 0, 1600, 650))
    for ray in range(96):
        angle = math.pi + math.pi * 1.16 * (ray / 95) - 0.25
        start = 150.0 + 26 * (ray % 3)
        while start < 1250:
            length = noise.uniform(95, 185)
            at = (sun[0] + start * math.cos(angle), sun[1] + start * math.sin(angle))
            yield gouge(PAPER, at, length, angle, 7 + start / 70)
            start += length * noise.uniform(1.05, 1.35)
    yield disc(PAPER, sun, 118, 1)
    yield from _far_bank(noise)
    yield from _river_below(noise)
    for index in range(5):
        yield from _span(noise, index)
    yield from _roadway(noise)
    yield from _quay(noise)
    yield from frame(noise)


def _far_bank(noise: random.Random) -> Iterator[Cut]:
    ridge = [(x, 520 - 70 * math.sin(x / 260) - 36 * math.sin(x / 97 + 1) - 0.07 * max(0, x - 900)) for x in range(0, 1601, 40)]
    hill = [(0, 660), *ridge, (1600, 660)]
    yield shape(RIVER, hill, noise)
    yield from hatch(
        INK, Tool(19, 74, 8, -0.5), noise, (0, 360, 1600, 650), inside=within(hill),
        tone=lambda x, y: 0.35 + 0.65 * (y - 420) / 240, turn=lambda x, y: 0.5 * math.sin(x / 130),
    )  # fmt: skip
    for index in range(22):
        x = 30 + index * 72 + noise.uniform(-18, 18)
        size = noise.uniform(30, 44)
        yield from house(noise, (x, 628 - size, x + size, 650), size * 0.55)
    yield shape(INK, [(1366, 650), (1366, 420), (1386, 270), (1406, 420), (1406, 570), (1478, 570), (1490, 650)], noise, 1)
    yield from (box(PAPER, (1380, y, 1392, y + 24)) for y in (530, 586))


def _river_below(noise: random.Random) -> Iterator[Cut]:
    yield box(PAPER, (0, 648, 1600, 1000))
    yield from water(noise, (0, 648, 1600, 985), dark=0.2, colour=RIVER, far=12)
    for index in range(6):
        x = 60 + 296 * index
        yield from water(noise, (x - 34, 664, x + 34, 860), dark=0.75, far=10)
    yield from water(noise, (40, 820, 1560, 985), dark=0.02, far=14)


def _span(noise: random.Random, index: int) -> Iterator[Cut]:
    rib, left, right = _arch(index)
    for column in range(1, 12):
        x = left + (right - left) * column / 12
        bottom = rib[round(24 * column / 12)][1]
        if bottom - _deck(x) > 24:
            yield box(INK, (x - 3.5, _deck(x), x + 3.5, bottom + 4))
    yield stroke(INK, rib, 26)
    yield stroke(PAPER, [(x, y - 5) for x, y in rib[2:12]], 1.5, 4)
    yield stroke(PAPER, [(x, y - 5) for x, y in rib[13:23]], 4, 1.5)
    for x in (left, right):
        yield shape(INK, [(x - 19, _deck(x)), (x + 19, _deck(x)), (x + 26, 668), (x - 26, 668)], noise)
        yield from (gouge(PAPER, (x - 9, _deck(x) + 44 + 22 * row), 14, 0.15, 4) for row in range(8))


def _roadway(noise: random.Random) -> Iterator[Cut]:
    line = [(x, _deck(x)) for x in range(0, 1601, 50)]
    yield stroke(INK, line, 26)
    yield from (gouge(PAPER, (x, _deck(x) + 3), 34, 0, 4.5) for x in range(12, 1600, 46))
    yield stroke(INK, [(x, y - 38) for x, y in line], 4)
    yield from (box(INK, (x, _deck(x) - 38, x + 3, _deck(x))) for x in range(8, 1600, 24))
    engine = (1010, _deck(1010) - 13)
    x, y = engine
    yield shape(
        RUST,
        [
            (x - 70, y - 10),
            (x - 70, y - 52),
            (x + 26, y - 52),
            (x + 40, y - 80),
            (x + 78, y - 80),
            (x + 84, y - 46),
            (x + 84, y - 10),
        ],
    )
    yield stroke(INK, [(x - 80, y - 64), (x + 30, y - 70)], 7)
    yield shape(PAPER, [(x + 48, y - 73), (x + 70, y - 73), (x + 74, y - 50), (x + 42, y - 50)])
    yield from (disc(INK, (x + dx, y - 8), 15) for dx in (-46, 54))
    yield from (disc(PAPER, (x + dx, y - 8), 5) for dx in (-46, 54))
    for walker in range(44):
        at = 60 + walker * 20 + noise.uniform(-5, 5)
        lift = noise.choice((0, 0, 0, 1, -1))
        yield from person((at, _deck(at) - 12), noise.uniform(42, 60), lift=lift, hat=noise.random() < 0.3)
        if walker % 9 == 4:
            yield stroke(INK, [(at + 8, _deck(at) - 40), (at + 12, _deck(at) - 112)], 3)
            yield shape(
                RUST,
                [(at + 12, _deck(at) - 112), (at - 32, _deck(at) - 104), (at - 28, _deck(at) - 84), (at + 11, _deck(at) - 88)],
            )


def _quay(noise: random.Random) -> Iterator[Cut]:
    ground = [(0, 1000), (0, 872), (430, 902), (640, 1000)]
    yield shape(INK, ground, noise)
    yield from hatch(PAPER, Tool(20, 66, 5, 0.07), noise, (0, 872, 640, 1000), inside=within(ground), tone=lambda x, y: 0.75)
    yield stroke(INK, [(118, 890), (118, 610)], 15, 9)
    yield shape(INK, [(92, 612), (144, 612), (134, 548), (102, 548)], noise, 1)
    yield shape(OCHRE, [(101, 604), (135, 604), (128, 558), (108, 558)])
    yield stroke(INK, [(118, 560), (118, 530)], 5, 8)
    yield from person((262, 912), 190, lift=1, hat=True)
    yield from person((338, 914), 168, lift=-0.5)
    yield from person((392, 916), 100, lift=1)
