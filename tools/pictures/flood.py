"""Water Street under water."""

# ruff: noqa: ARG005 - a drawing is made of bare figures, and a field is a function of both coordinates

import random
from collections.abc import Iterator

from pictures.figures import FOG, INK, OCHRE, PAPER, RIVER, RUST, frame, person, water
from pictures.woodcut import Cut, Point, Tool, box, gouge, hatch, shape, stroke, within


def flooded_street(noise: random.Random) -> Iterator[Cut]:
    """A street of houses as a river, a church at its end, two neighbours in a boat."""
    yield box(FOG, (0, 0, 1600, 1000))
    yield from hatch(
        INK, Tool(22, 140, 6, 1.15), noise, (0, 0, 1600, 560), inside=lambda x, y: True, tone=lambda x, y: 0.75 - y / 900
    )
    yield from hatch(PAPER, Tool(38, 150, 8, 1.15), noise, (0, 0, 1600, 560), inside=lambda x, y: True, tone=lambda x, y: 0.6)
    yield shape(INK, [(742, 560), (742, 330), (770, 180), (798, 330), (798, 430), (880, 430), (906, 470), (906, 560)], noise)
    yield from (box(FOG, (762, y, 778, y + 34)) for y in (350, 420))
    yield box(PAPER, (0, 548, 1600, 1000))
    yield from water(noise, (0, 552, 1600, 985), dark=0.2, colour=RIVER, far=9)
    for side in (-1, 1):
        yield from _row_of_houses(noise, side)
    yield from water(noise, (420, 640, 1180, 985), dark=0.02, far=13)
    yield from _lamp_in_water(noise)
    yield from _boat(noise)
    yield from frame(noise)


def _at(side: int, depth: float, height: float) -> Point:
    """A point on the house fronts: depth 0 is nearest, height is in metres above the water."""
    near = 1 / (1 + depth)
    return 800 + side * (760 * near + 30), 556 + 330 * near - height * 92 * near


def _row_of_houses(noise: random.Random, side: int) -> Iterator[Cut]:
    depth = -0.12
    fronts = []
    for index in range(9):
        fronts.append((depth, depth + 0.26 + 0.05 * index, (6.6, 5.4, 7.2, 5.9, 6.4)[(index + (side > 0) * 2) % 5]))
        depth = fronts[-1][1]
    for index, (near, far, tall) in reversed(list(enumerate(fronts))):
        yield from _front(noise, side, (near, far, tall), wall=(RUST, INK, OCHRE)[(index + (side > 0)) % 3])


def _front(noise: random.Random, side: int, house_at: tuple[float, float, float], wall: str) -> Iterator[Cut]:
    near, far, tall = house_at
    face = [_at(side, near, -0.1), _at(side, near, tall), _at(side, far, tall), _at(side, far, -0.1)]
    yield shape(wall, face, noise, 1)
    left, right = min(p[0] for p in face), max(p[0] for p in face)
    marks = PAPER if wall == INK else INK
    yield from hatch(
        marks, Tool(22, 66, 6, 0.33 * -side), noise, (left, min(p[1] for p in face), right, max(p[1] for p in face)),
        inside=within(face), tone=lambda x, y: 0.55 if wall == INK else 0.75,
    )  # fmt: skip
    middle = (near + far) / 2
    peak = _at(side, middle, tall + 1.5)
    yield shape(INK, [_at(side, near - 0.02, tall - 0.15), peak, _at(side, far + 0.02, tall - 0.15)], noise, 1)
    yield stroke(PAPER, [_at(side, near - 0.02, tall), peak, _at(side, far + 0.02, tall)], 5 / (1 + middle), 2)
    for column in (0.2, 0.6):
        first, last = near + (far - near) * column, near + (far - near) * (column + 0.22)
        for low, high in ((1.0, 2.1), (3.1, 4.5)):
            yield shape(
                PAPER,
                [
                    _at(side, first - 0.012, low - 0.1),
                    _at(side, first - 0.012, high + 0.12),
                    _at(side, last + 0.012, high + 0.12),
                    _at(side, last + 0.012, low - 0.1),
                ],
            )
            yield shape(INK, [_at(side, first, low), _at(side, first, high), _at(side, last, high), _at(side, last, low)])
            yield stroke(PAPER, [_at(side, (first + last) / 2, low), _at(side, (first + last) / 2, high)], 3 / (1 + middle))
            yield stroke(PAPER, [_at(side, first, (low + high) / 2), _at(side, last, (low + high) / 2)], 3 / (1 + middle))
    foot, back = _at(side, near, -0.1), _at(side, far, -0.1)
    for step in range(9):
        part = step / 8
        x, y = foot[0] + (back[0] - foot[0]) * part, foot[1] + (back[1] - foot[1]) * part
        reach = 190 / (1 + near) * noise.uniform(0.6, 1.0)
        yield gouge(
            wall, (x - (reach if side > 0 else 0), y + 16 + 30 * noise.random() / (1 + near)), reach, 0, 11 / (1 + near)
        )
    yield stroke(PAPER, [foot, back], 6 / (1 + near), 4 / (1 + far))


def _lamp_in_water(noise: random.Random) -> Iterator[Cut]:
    yield stroke(INK, [(1130, 792), (1130, 430)], 15, 10)
    yield stroke(INK, [(1092, 470), (1168, 470)], 6)
    yield shape(INK, [(1104, 432), (1156, 432), (1168, 366), (1130, 338), (1092, 366)], noise, 1)
    yield shape(PAPER, [(1112, 426), (1148, 426), (1156, 374), (1104, 374)])
    yield stroke(INK, [(1130, 426), (1130, 374)], 4)
    yield from (gouge(INK, (1130 - 34 + noise.uniform(-8, 8), 800 + 17 * row), 70, 0, 9 - row) for row in range(7))


def _boat(noise: random.Random) -> Iterator[Cut]:
    yield from water(noise, (470, 838, 990, 930), dark=0.7, far=7)
    yield from person((640, 812), 176, hat=True)
    yield from person((800, 812), 160)
    yield stroke(INK, [(806, 720), (900, 740), (1010, 850)], 10, 8)
    yield stroke(INK, [(796, 722), (716, 744), (436, 850)], 10, 8)
    yield shape(
        INK, [(480, 760), (560, 788), (720, 798), (880, 788), (960, 752), (926, 838), (860, 862), (600, 862), (520, 836)], noise
    )
    yield stroke(PAPER, [(496, 776), (560, 799), (720, 809), (880, 799), (948, 770)], 5, 5)
    yield stroke(RUST, [(512, 806), (590, 828), (720, 834), (860, 828), (930, 800)], 12, 12)
    yield from (gouge(PAPER, (noise.uniform(480, 900), 866 + 8 * row), noise.uniform(60, 130), 0, 5) for row in range(7))
