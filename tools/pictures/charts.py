"""Charts in the hand of the woodcuts: the flood's gauge, the mill's blankets, the mayors' margins."""

# ruff: noqa: PLR2004, ARG005 - a drawing is made of bare figures, and a field is a function of both coordinates

import math
import random
from collections.abc import Iterator

from pictures.figures import FOG, GREY, INK, OCHRE, PAPER, RIVER, RUST, frame
from pictures.letters import lettering
from pictures.woodcut import Box, Cut, Point, Tool, box, disc, gouge, hatch, shape, stroke, within

_GAUGE = (
    (0, 4.1), (0.67, 4.3), (2.92, 4.8), (3.5, 5.2), (4.17, 5.7), (5, 6.1), (6.33, 6.4), (7.75, 6.6), (9.33, 6.72),
    (11.33, 6.8), (12, 6.8), (14.25, 6.7), (16, 6.45), (18, 6.2),
)  # fmt: skip


def gauge(noise: random.Random) -> Iterator[Cut]:
    """The river at the gauge, hour by hour, rising up a street; the mark of 1936 is a broken line."""
    yield box(FOG, (0, 0, 1600, 1000))
    yield from hatch(
        PAPER, Tool(26, 130, 9, 1.15), noise, (0, 0, 1600, 860), inside=lambda x, y: y < 800, tone=lambda x, y: 0.75
    )
    for index, left in enumerate((250, 430, 640, 830, 1010, 1210, 1380)):
        yield from _house(noise, left, 150 + 14 * (index % 3), (INK, RUST, INK, OCHRE, INK, RUST, INK)[index])
    curve = [_at(hour, level) for hour, level in _GAUGE]
    river = [(160, 880), (160, curve[0][1]), *curve, (1540, curve[-1][1]), (1540, 880)]
    yield shape(RIVER, river)
    yield from hatch(
        PAPER,
        Tool(22, 90, 7),
        noise,
        (160, 380, 1540, 880),
        inside=within(river),
        tone=lambda x, y: 0.35 + 0.5 * (880 - y) / 500,
    )
    yield stroke(INK, curve, 13)
    yield from (disc(PAPER, point, 10) for point in curve)
    yield from (disc(INK, point, 5.5) for point in curve)
    for dash in range(160, 1540, 56):
        yield gouge(RUST, (dash, _at(0, 6.4)[1]), 42, 0, 9)
    yield from lettering(PAPER, "1936", (1310, _at(0, 6.4)[1] + 30), 42)
    yield box(INK, (128, 120, 160, 900), noise)
    for level in range(3, 8):
        y = _at(0, level)[1]
        yield box(PAPER, (130, y - 3, 158, y + 3))
        yield from lettering(INK, str(level), (80, y - 20), 40)
    yield box(INK, (120, 880, 1560, 902), noise)
    for hour, text in ((0, "0"), (3, "3"), (6, "6"), (9, "9"), (12, "NOON"), (15, "3"), (18, "6")):
        yield from lettering(INK, text, (_at(hour, 0)[0], 918), 34, middle=True)
    yield from lettering(INK, "6.8 M", (_at(11.7, 0)[0], 96), 60, middle=True)
    yield from (gouge(INK, (_at(11.7, 0)[0], 178 + 26 * step), 18, math.pi / 2, 6) for step in range(7))
    yield from frame(noise)


def _at(hour: float, level: float) -> Point:
    return 178 + 1340 * hour / 18, 880 - (level - 3) * 128


def _house(noise: random.Random, left: float, wide: float, wall: str) -> Iterator[Cut]:
    top = 300 + noise.uniform(-30, 30)
    yield shape(wall, [(left, 880), (left, top), (left + wide / 2, top - 90), (left + wide, top), (left + wide, 880)], noise, 2)
    for row in range(4):
        for column in (0.18, 0.58):
            x, y = left + wide * column, top + 22 + row * 128
            yield box(PAPER, (x, y, x + wide * 0.25, y + 64))
            yield stroke(wall, [(x + wide * 0.125, y), (x + wide * 0.125, y + 64)], 5)


_BLANKETS = (
    (1869, 6),
    (1900, 41),
    (1917, 118),
    (1932, 52),
    (1944, 164),
    (1951, 97),
    (1975, 88),
    (1988, 71),
    (1999, 44),
    (2004, 19),
)


def blankets(noise: random.Random) -> Iterator[Cut]:
    """Piles of grey blankets with a red stripe, one for each year, four thousand to a blanket."""
    yield box(PAPER, (0, 0, 1600, 1000))
    yield from hatch(FOG, Tool(26, 160, 10, -0.05), noise, (0, 0, 1600, 860), inside=lambda x, y: True, tone=lambda x, y: 0.8)
    for index, (year, thousand) in enumerate(_BLANKETS):
        middle = 124 + 150 * index
        yield from _pile(noise, middle, thousand)
        yield from lettering(INK, str(year), (middle, 914), 30, middle=True)
        yield from lettering(RUST, str(thousand), (middle, 846 - 17.5 * max(1, round(thousand / 4)) - 62), 40, middle=True)
    yield box(INK, (30, 868, 1570, 890), noise)
    yield from frame(noise)


def _pile(noise: random.Random, middle: float, thousand: int) -> Iterator[Cut]:
    layers = [(866 - 17.5 * layer, middle + noise.uniform(-5, 5)) for layer in range(max(1, round(thousand / 4)))]
    yield from (box(INK, (x - 56, low - 16, x + 56, low)) for low, x in layers)
    yield from (box(GREY, (x - 52, low - 13, x + 52, low - 3)) for low, x in layers)
    yield from (box(RUST, (x + 22, low - 13, x + 34, low - 3)) for low, x in layers)


_MARGINS = ((1993, "OSTRANDER", 745), (1997, "OSTRANDER", 1128), (2001, "OSTRANDER", 2291), (2005, "PYKE", 224),
            (2009, "GRANGE", 2387), (2013, "GRANGE", 3760), (2017, "GRANGE", 225))  # fmt: skip


def margins(noise: random.Random) -> Iterator[Cut]:
    """By how many votes each mayor won: bars like the planks of a bridge, two of them hardly there."""
    yield box(PAPER, (0, 0, 1600, 1000))
    yield from hatch(FOG, Tool(30, 170, 10), noise, (0, 0, 1600, 1000), inside=lambda x, y: True, tone=lambda x, y: 0.7)
    for index, (year, name, votes) in enumerate(_MARGINS):
        top = 72 + 124 * index
        colour = {"OSTRANDER": RIVER, "PYKE": RUST, "GRANGE": OCHRE}[name]
        right = 612 + 760 * votes / 3760
        yield from lettering(INK, str(year), (78, top + 22), 46)
        yield from lettering(INK, name, (300, top + 30), 30)
        yield from _bar(noise, (612, top, right, top + 88), colour)
        yield from lettering(INK, f"{votes:,}", (right + 26, top + 26), 36)
    yield from frame(noise)


def _bar(noise: random.Random, edges: Box, colour: str) -> Iterator[Cut]:
    left, top, right, bottom = edges
    yield box(INK, (left - 6, top - 6, right + 6, bottom + 6), noise)
    yield box(colour, edges)
    yield from hatch(
        INK, Tool(15, 70, 5), noise, edges, inside=lambda x, y: x < right and y < bottom, tone=lambda x, y: (y - top) / 150
    )
