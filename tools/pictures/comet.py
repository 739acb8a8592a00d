"""The comet over the observatory."""

# ruff: noqa: PLR2004, ARG005 - a drawing is made of bare figures, and a field is a function of both coordinates

import math
import random
from collections.abc import Iterator

from pictures.figures import INK, OCHRE, PAPER, RIVER, frame, house, person
from pictures.woodcut import Cut, Point, Tool, box, disc, gouge, hatch, shape, stroke, within


def comet(noise: random.Random) -> Iterator[Cut]:
    """A comet low over the snow; people on the hill, the lamps off."""
    head, tail = (590, 452), -0.62
    yield box(INK, (0, 0, 1600, 1000))
    yield from hatch(
        RIVER, Tool(22, 140, 8), noise, (0, 0, 1600, 760), inside=lambda x, y: _off_tail(x, y, head, tail) > 34,
        tone=lambda x, y: min(0.95, 0.1 + 0.9 * (y / 700) ** 2.4), turn=lambda x, y: 0.16 * math.sin(x / 330 + y / 240),
    )  # fmt: skip
    for _ in range(130):
        star = (noise.uniform(30, 1570), noise.uniform(30, 600) ** 1.0)
        if _off_tail(*star, head, tail) > 20:
            yield disc(PAPER, star, noise.choice((1.6, 2.2, 2.2, 3.4)), 1)
    yield from _tail(noise, head, tail)
    yield from _snow_hill(noise)
    yield from _observatory(noise)
    yield from frame(noise)


def _off_tail(x: float, y: float, head: Point, angle: float) -> float:
    """How far a point lies outside the comet's tail; negative inside."""
    dx, dy = x - head[0], y - head[1]
    along = dx * math.cos(angle) + dy * math.sin(angle)
    across = abs(-dx * math.sin(angle) + dy * math.cos(angle) - 0.00016 * along * along)
    return math.hypot(dx, dy) - 26 if along < 0 else across - (24 + 0.13 * along)


def _tail(noise: random.Random, head: Point, tail: float) -> Iterator[Cut]:
    for ring in range(30):
        start = 8.0
        while start < 1180:
            length = noise.uniform(60, 170)
            offset = (ring - 14.5) / 14.5
            across = offset * (20 + 0.125 * start) + 0.00016 * start * start
            x = head[0] + start * math.cos(tail) - across * math.sin(tail)
            y = head[1] + start * math.sin(tail) + across * math.cos(tail)
            strength = (1 - 0.75 * abs(offset)) * max(0.12, 1 - start / 1250)
            if noise.random() < 0.35 + strength:
                colour = OCHRE if abs(offset) < 0.35 and start < 420 and noise.random() < 0.4 else PAPER
                yield gouge(colour, (x, y), length, tail + 0.13 * offset + 0.00032 * start, 2 + 7 * strength)
            start += length * noise.uniform(0.9, 1.25)
    yield disc(INK, head, 33)
    yield disc(PAPER, head, 27)
    yield disc(OCHRE, head, 12)


def _slope(x: float) -> float:
    return 760 - 190 * math.exp(-(((x - 1130) / 330) ** 2)) - 34 * math.sin(x / 300 + 0.6)


def _snow_hill(noise: random.Random) -> Iterator[Cut]:
    far = [(0, 1000), (0, 690), (180, 664), (420, 706), (700, 668), (980, 700), (1300, 660), (1600, 690), (1600, 1000)]
    yield shape(RIVER, far, noise)
    yield from hatch(INK, Tool(14, 66, 8, 0.05), noise, (0, 640, 1600, 830), inside=within(far), tone=lambda x, y: 0.85)
    for index in range(15):
        x = 40 + index * 50 + noise.uniform(-12, 12)
        size = noise.uniform(32, 46)
        yield from house(noise, (x, 748 - size, x + size, 790), size * 0.6, INK, INK)
        yield stroke(PAPER, [(x - 4, 748 - size + 2), (x + size / 2, 748 - size * 1.62), (x + size + 4, 748 - size + 2)], 6)
    edge = [(x, _slope(x)) for x in range(0, 1601, 32)]
    hill = [(0, 1000), *edge, (1600, 1000)]
    yield shape(PAPER, hill, noise, 2)
    yield from hatch(
        INK, Tool(19, 74, 6.5, 0.32), noise, (0, 560, 1600, 1000), inside=within(hill),
        tone=lambda x, y: 0.95 * max(0.0, min(1.0, (y - _slope(x)) / 330 - 0.12 + 0.25 * math.sin(x / 170))),
        turn=lambda x, y: 0.75 * math.sin((x - 1130) / 520) - 0.2,
    )  # fmt: skip
    for watcher in range(64):
        x = 70 + 1450 * (watcher / 63) + noise.uniform(-16, 16)
        if 1010 < x < 1250:
            continue
        depth = noise.uniform(4, 78)
        yield from person(
            (x, _slope(x) + depth + 14), 44 + depth * 0.42, hat=noise.random() < 0.45, lift=noise.choice((0, 0, 0, -1))
        )


def _observatory(noise: random.Random) -> Iterator[Cut]:
    x, foot = 1130, _slope(1130) + 26
    yield box(INK, (x - 84, foot - 92, x + 84, foot), noise)
    yield from hatch(
        PAPER, Tool(13, 30, 5), noise, (x - 80, foot - 84, x + 80, foot), inside=lambda a, b: a < x + 20 and b < foot - 6,
        tone=lambda a, b: 0.9 - 0.5 * (a - x + 80) / 100,
    )  # fmt: skip
    dome = [(x + 92 * math.cos(t), foot - 92 - 96 * math.sin(t)) for t in (math.pi * part / 30 for part in range(31))]
    yield shape(PAPER, dome)
    yield from hatch(
        INK, Tool(12, 40, 6.5, math.pi / 2), noise, (x - 92, foot - 190, x + 92, foot - 92), inside=within(dome),
        tone=lambda a, b: 0.2 + 0.8 * max(0.0, (a - x + 20) / 112), turn=lambda a, b: 0.9 * (a - x) / 92 * (b - foot + 92) / 96,
    )  # fmt: skip
    yield stroke(INK, [*dome, dome[0]], 6)
    yield shape(INK, [(x - 62, foot - 168), (x - 34, foot - 186), (x - 8, foot - 92), (x - 40, foot - 92)])
    yield stroke(OCHRE, [(x - 20, foot - 104), (x - 62, foot - 186)], 13, 16)
    yield stroke(INK, [(x - 96, foot - 92), (x + 96, foot - 92)], 11)
    yield shape(OCHRE, [(x + 34, foot), (x + 34, foot - 56), (x + 50, foot - 66), (x + 66, foot - 56), (x + 66, foot)])
