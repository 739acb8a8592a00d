"""The fog bell of the Corley Bridge."""

# ruff: noqa: PLR2004, ARG005 - a drawing is made of bare figures, and a field is a function of both coordinates

import math
import random
from collections.abc import Iterator
from itertools import pairwise

from pictures.figures import FOG, INK, OCHRE, PAPER, frame
from pictures.woodcut import Cut, Tool, box, disc, gouge, hatch, shape, stroke, within


def fog_bell(noise: random.Random) -> Iterator[Cut]:
    """A bronze bell in an iron frame on the bridge; fog takes the rest."""
    yield box(FOG, (0, 0, 1600, 1000))
    for bay in range(5, -1, -1):
        yield from _truss(bay)
    yield from hatch(
        PAPER, Tool(17, 190, 10, 0.0), noise, (0, 0, 1600, 1000), inside=lambda x, y: True,
        tone=lambda x, y: 0.4 + 0.55 * math.sin(y / 74 + x / 420) ** 2, turn=lambda x, y: 0.07 * math.sin(x / 160),
    )  # fmt: skip
    for edges in ((400, 60, 452, 1000), (1148, 60, 1200, 1000), (352, 92, 1248, 150)):
        yield box(INK, edges, noise)
    for x in (426, 1174):
        yield from (disc(FOG, (x, y), 6.5, 1) for y in range(190, 980, 62))
    yield from (disc(FOG, (x, 121), 6.5, 1) for x in range(384, 1240, 76))
    for x, foot in ((452, 640), (1148, 960)):
        yield stroke(INK, [(x, 330), (x + foot - 800, 150)], 18)
    yield from _bell(noise)
    yield from _rail(noise)
    yield from frame(noise)


def _truss(bay: int) -> Iterator[Cut]:
    near = 1 / (1 + 0.55 * bay)
    colour = (INK, "#3d4a50", "#66726f", "#8b938c", "#a6aca3", "#b8bdb3")[bay]
    far = 1 / (1 + 0.55 * (bay + 1))
    for side in (-1, 1):
        x0, x1 = 800 + side * 900 * near, 800 + side * 900 * far
        top0, top1, low0, low1 = 520 - 560 * near, 520 - 560 * far, 520 + 380 * near, 520 + 380 * far
        yield stroke(colour, [(x0, top0), (x1, top1)], 40 * near, 40 * far)
        yield stroke(colour, [(x0, low0), (x1, low1)], 40 * near, 40 * far)
        yield stroke(colour, [(x1, top1), (x1, low1)], 34 * far)
        yield stroke(colour, [(x0, top0), (x1, low1)], 18 * near, 18 * far)
        yield stroke(colour, [(x0, low0), (x1, top1)], 18 * near, 18 * far)
    yield stroke(colour, [(800 - 900 * far, 520 - 560 * far), (800 + 900 * far, 520 - 560 * far)], 30 * far)


_BELL = (
    (0, 236),
    (70, 240),
    (128, 262),
    (158, 312),
    (172, 390),
    (184, 480),
    (208, 560),
    (252, 628),
    (284, 668),
    (284, 690),
    (262, 700),
)


def _bell(noise: random.Random) -> Iterator[Cut]:
    yield stroke(INK, [(800, 150), (800, 250)], 60, 84)
    yield box(INK, (690, 150, 910, 190), noise)
    yield disc(INK, (800, 712), 46)
    yield stroke(INK, [(800, 740), (793, 800), (798, 900)], 11, 9)
    outline = [(800 + dx, y) for dx, y in _BELL] + [(800 - dx, y) for dx, y in reversed(_BELL[1:])]
    yield shape(INK, [(800 + (x - 800) * 1.035, y + (8 if y > 600 else -6)) for x, y in outline], noise)
    yield shape(OCHRE, outline, noise, 1)
    inside = within(outline)

    def swell(y: float) -> float:
        pairs = pairwise(_BELL)
        return next((x0 + (x1 - x0) * (y - y0) / (y1 - y0) for (x0, y0), (x1, y1) in pairs if y0 <= y < y1), 262.0)

    yield from hatch(
        INK, Tool(10, 46, 7.5), noise, (500, 230, 1100, 700), inside=inside,
        tone=lambda x, y: max(0.0, (x - 800) / swell(y) * 1.1 - 0.05) + max(0.0, -(x - 800) / swell(y) - 0.72) * 2.2,
        turn=lambda x, y: -0.3 * (x - 800) / 284,
    )  # fmt: skip
    yield from hatch(
        PAPER, Tool(14, 60, 8, math.pi / 2), noise, (560, 250, 760, 640), inside=inside,
        tone=lambda x, y: max(0.0, 0.95 - abs((x - 800) / swell(y) + 0.48) * 5), turn=lambda x, y: 0.25 * (y > 480),
    )  # fmt: skip
    for y, width in ((320, 5), (336, 9), (520, 5), (622, 9), (642, 5)):
        half = swell(y)
        yield stroke(
            INK, [(800 + half * part, y + 16 * (1 - part * part)) for part in (-1, -0.7, -0.35, 0, 0.35, 0.7, 1)], width
        )
    yield stroke(INK, [(706, 702), (716, 660), (704, 624), (718, 590), (708, 560)], 8, 2)


def _rail(noise: random.Random) -> Iterator[Cut]:
    yield box(INK, (0, 884, 1600, 916), noise)
    yield from (gouge(FOG, (x, 893), 60, 0, 6) for x in range(10, 1600, 84))
    for x in range(20, 1600, 92):
        yield box(INK, (x, 900, x + 16, 1000), noise)
    yield disc(INK, (799, 886), 22, 0.8)
    yield stroke(INK, [(799, 890), (788, 940), (796, 968)], 9, 7)
