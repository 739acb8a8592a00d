"""The Corley mill on its last day."""

# ruff: noqa: PLR2004, ARG005 - a drawing is made of bare figures, and a field is a function of both coordinates

import math
import random
from collections.abc import Iterator

from pictures.figures import FOG, INK, OCHRE, PAPER, RIVER, RUST, frame, water
from pictures.woodcut import Cut, Point, Tool, box, disc, gouge, hatch, shape, stroke, within


def corley_mill(noise: random.Random) -> Iterator[Cut]:
    """Five floors of brick above the weir, in the snow; one chimney still smokes."""
    yield box(FOG, (0, 0, 1600, 700))
    yield from hatch(
        PAPER, Tool(15, 120, 8, -0.06), noise, (0, 0, 1600, 700), inside=lambda x, y: y < 690,
        tone=lambda x, y: 0.25 + 0.7 * (y / 700), turn=lambda x, y: 0.12 * math.sin(x / 210 + y / 90),
    )  # fmt: skip
    yield from _smoke(noise)
    yield from _chimney(noise, 1372, 196, 34)
    yield from _chimney(noise, 262, 142, 38)
    yield from _mill_house(noise)
    yield from _weir(noise)
    yield from _tree(noise, (1506, 884), 262, -math.pi / 2 - 0.08, 26)
    yield from frame(noise)


def _smoke(noise: random.Random) -> Iterator[Cut]:
    parts = [step / 21 for step in range(22)]
    puffs = [(264 + 800 * part**1.15, 138 - 62 * math.sqrt(part), 14 + 44 * math.sin(0.25 + 2.75 * part)) for part in parts]
    for x, y, size in puffs:
        yield disc(INK, (x, y + noise.uniform(-7, 7)), size, 0.78)
    for x, y, size in puffs[1:]:
        for ring in range(1, 6):
            reach = size * ring / 5.2
            steps = [math.pi * (0.86 + 0.13 * step) for step in range(9)]
            curl = [(x + reach * math.cos(t), y + reach * 0.78 * math.sin(t)) for t in steps]
            yield stroke(FOG, curl, 0.5, size * 0.11)


def _chimney(noise: random.Random, x: float, top: float, half: float) -> Iterator[Cut]:
    sides = [(x - half * 0.62, top), (x + half * 0.62, top), (x + half, 690), (x - half, 690)]
    yield shape(INK, sides, noise)
    brick = within([(x - half * 0.62, top + 8), (x + half * 0.1, top + 8), (x + half * 0.2, 690), (x - half + 5, 690)])
    yield from hatch(RUST, Tool(9, 30, 6), noise, (x - half, top, x + half, 690), inside=brick, tone=lambda x, y: 0.95)
    yield box(INK, (x - half * 0.85, top - 6, x + half * 0.85, top + 14), noise)
    yield box(INK, (x - half * 0.8, top + 34, x + half * 0.8, top + 44), noise)


def _mill_house(noise: random.Random) -> Iterator[Cut]:
    left, top, right, ground = 330, 296, 1300, 698
    yield box(RUST, (left, top, right, ground), noise)
    yield from hatch(
        INK, Tool(9, 34, 3.5), noise, (left, top, right, ground), inside=lambda x, y: x < right - 4 and y < ground - 2,
        tone=lambda x, y: 0.25 + 0.75 * max(0.0, (x - left) / (right - left)) ** 1.5,
    )  # fmt: skip
    floor, bay = (ground - top) / 5, (right - left) / 19
    for row in range(5):
        yield stroke(INK, [(left, top + floor * row + 8), (right, top + floor * row + 8)], 5)
        for column in range(19):
            lit = (row, column) in {(3, 7), (3, 8), (4, 8), (4, 9), (2, 14)}
            yield from _window((left + bay * (column + 0.22), top + floor * (row + 0.3)), bay * 0.56, floor * 0.58, lit=lit)
    yield from _mill_roof(noise, left, top, right)
    yield shape(INK, [(760, 300), (760, 186), (815, 120), (870, 186), (870, 300)], noise)
    yield shape(PAPER, [(752, 190), (815, 112), (878, 190), (866, 192), (815, 134), (764, 192)], noise, 1)
    yield disc(PAPER, (815, 222), 27)
    yield stroke(INK, [(815, 224), (815, 202)], 4, 3)
    yield stroke(INK, [(814, 222), (829, 231)], 4, 3)
    yield shape(INK, [(798, 300), (798, 266), (815, 256), (832, 266), (832, 300)])


def _window(corner: Point, wide: float, high: float, *, lit: bool) -> Iterator[Cut]:
    x, y = corner
    yield shape(INK, [(x, y + high), (x, y + 6), (x + wide / 2, y), (x + wide, y + 6), (x + wide, y + high)])
    pane = OCHRE if lit else FOG
    for row in range(3):
        for column in range(2):
            a, b = x + 3 + column * (wide - 3) / 2, y + 9 + row * (high - 10) / 3
            if lit or (row + column) % 2 == 0 or row == 0:
                yield box(pane, (a, b, a + (wide - 9) / 2, b + (high - 10) / 3 - 4))
    yield box(PAPER, (x - 3, y + high, x + wide + 3, y + high + 5))


def _mill_roof(noise: random.Random, left: float, top: float, right: float) -> Iterator[Cut]:
    roof = [(left - 16, top + 6), (left + 46, top - 62), (right - 46, top - 62), (right + 16, top + 6)]
    yield shape(PAPER, roof, noise)
    yield from hatch(
        INK, Tool(22, 40, 4, 1.2), noise, (left, top - 60, right, top), inside=within(roof),
        tone=lambda x, y: 0.2 + 0.5 * (x - left) / (right - left),
    )  # fmt: skip
    yield stroke(INK, [roof[0], roof[3]], 9)
    yield stroke(INK, [roof[0], roof[1], roof[2], roof[3]], 4)


def _weir(noise: random.Random) -> Iterator[Cut]:
    yield shape(PAPER, [(0, 698), (1600, 698), (1600, 1000), (0, 1000)], noise)
    yield box(INK, (210, 706, 1420, 770))
    yield from water(noise, (210, 708, 1420, 770), dark=0.45, colour=RIVER, far=8)
    yield box(RIVER, (150, 770, 1470, 872))
    for x in range(150, 1470, 9):
        start = 768 + noise.uniform(0, 14)
        yield gouge(
            INK if x % 27 == 0 else PAPER, (x, start), noise.uniform(56, 108), math.pi / 2 + noise.uniform(-0.06, 0.06), 6.5
        )
    yield stroke(INK, [(150, 768), (1470, 768)], 8)
    yield box(INK, (90, 872, 1500, 1000))
    yield from water(noise, (90, 868, 1500, 1000), dark=0.6, colour=PAPER, far=9)
    yield from water(noise, (90, 880, 1500, 1000), dark=0.1, colour=RIVER, far=14)
    for bank in ([(0, 700), (214, 716), (160, 800), (210, 880), (120, 940), (330, 1000), (0, 1000)],
                 [(1600, 700), (1410, 716), (1470, 800), (1400, 880), (1520, 930), (1290, 1000), (1600, 1000)]):  # fmt: skip
        yield shape(PAPER, bank, noise, 4)
        inside = within(bank)
        yield from hatch(
            INK, Tool(17, 44, 4.5, 0.5 if bank[0][0] == 0 else 2.6), noise, (0, 700, 1600, 1000), inside=inside,
            tone=lambda x, y: 0.1 + 0.6 * max(0.0, 1 - abs((x if x < 800 else 1600 - x) - 150) / 110),
        )  # fmt: skip


def _tree(noise: random.Random, foot: Point, length: float, angle: float, width: float) -> Iterator[Cut]:
    bend = noise.uniform(-0.16, 0.16)
    middle = (foot[0] + length * 0.5 * math.cos(angle + bend), foot[1] + length * 0.5 * math.sin(angle + bend))
    tip = (foot[0] + length * math.cos(angle), foot[1] + length * math.sin(angle))
    yield stroke(INK, [foot, middle, tip], width, width * 0.55)
    if length < 34:
        return
    for spread in (-0.52, 0.08, 0.56):
        yield from _tree(
            noise, tip, length * noise.uniform(0.52, 0.7), angle + spread + noise.uniform(-0.15, 0.15), width * 0.5
        )
