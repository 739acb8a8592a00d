"""Portraits: two mayors, and a dog of firm views."""

# ruff: noqa: PLR2004, ARG005 - a drawing is made of bare figures, and a field is a function of both coordinates

import math
import random
from collections.abc import Iterator, Sequence

from pictures.figures import FOG, INK, OCHRE, PAPER, RIVER, RUST, frame
from pictures.letters import lettering
from pictures.woodcut import Cut, Point, Tool, box, disc, gouge, hatch, shape, stroke, within

_FACE = (
    (-150, -170), (-128, -232), (-60, -270), (0, -278), (60, -270), (128, -232), (150, -170), (158, -60), (148, 40), (122, 126),
    (76, 190), (28, 220), (0, 224), (-28, 220), (-76, 190), (-122, 126), (-148, 40), (-158, -60),
)  # fmt: skip


def ostrander(noise: random.Random) -> Iterator[Cut]:
    """Ruth Ostrander in her hat, the arches of her bridge behind her."""
    yield box(RIVER, (0, 0, 1600, 1000))
    yield from _rays(noise, (800, 470), PAPER)
    for index in range(-1, 5):
        left, right = 40 + 320 * index, 360 + 320 * index
        arch = [(left + (right - left) * t / 20, 900 - 210 * math.sin(math.pi * t / 20)) for t in range(21)]
        yield stroke(INK, arch, 22)
        yield box(INK, (left - 18, 640, left + 18, 920), noise)
    yield box(INK, (0, 622, 1600, 652), noise)
    yield from (box(INK, (x, 590, x + 5, 626)) for x in range(10, 1600, 34))
    yield stroke(INK, [(0, 590), (1600, 590)], 6)
    yield from _coat(noise, (800, 480), RUST)
    yield from _hair(noise, (800, 480), FOG)
    yield from _face(noise, (800, 480), age=1.0)
    yield from _glasses((800, 480))
    brim = [(530, 292), (640, 236), (800, 220), (960, 236), (1080, 300), (960, 296), (800, 272), (640, 288)]
    yield shape(INK, brim, noise, 2)
    crown = [(640, 262), (664, 140), (740, 96), (860, 96), (940, 146), (960, 262), (800, 238)]
    yield shape(INK, crown, noise, 2)
    yield shape(OCHRE, [(646, 240), (652, 200), (800, 176), (950, 202), (956, 242), (800, 218)], noise, 1)
    yield from (gouge(PAPER, (684 + 5 * row, 168 - 11 * row), 70 - 4 * row, -0.3, 7) for row in range(5))
    yield from frame(noise)


def grange(noise: random.Random) -> Iterator[Cut]:
    """Lottie Grange in a hard hat, the warp of a loom behind her."""
    yield box(OCHRE, (0, 0, 1600, 1000))
    for thread in range(62):
        x = 10 + 26 * thread
        yield stroke(INK if thread % 4 else RUST, [(x, 0), (x + noise.uniform(-3, 3), 1000)], 5)
    for y, high in ((84, 50), (700, 60)):
        yield box(INK, (0, y, 1600, y + high), noise)
        yield from (gouge(OCHRE, (x, y + high / 2), 70, 0, 9) for x in range(8, 1600, 108))
    yield from _coat(noise, (800, 490), RIVER)
    yield from _hair(noise, (800, 490), INK)
    yield from _face(noise, (800, 490), age=0.35)
    shell = [(616, 296), (624, 210), (668, 140), (738, 98), (800, 90), (862, 98), (932, 140), (976, 210), (984, 296)]
    yield shape(INK, [(800 + (x - 800) * 1.05, 200 + (y - 200) * 1.09) for x, y in shell], noise, 1)
    yield shape(PAPER, [(x, y) for x, y in shell[:-1]] + [(976, 286)])
    yield from hatch(
        INK,
        Tool(15, 44, 7, 1.45),
        noise,
        (620, 90, 984, 290),
        inside=within(shell),
        tone=lambda x, y: max(0.0, (x - 760) / 230),
    )
    yield stroke(INK, [(776, 92), (770, 284)], 7)
    yield stroke(INK, [(824, 92), (830, 284)], 7)
    yield shape(
        INK, [(580, 312), (640, 278), (800, 264), (960, 278), (1020, 312), (960, 318), (800, 300), (640, 318)], noise, 1
    )
    yield shape(RUST, [(600, 306), (644, 286), (800, 272), (956, 286), (1000, 306), (800, 286)])
    yield from frame(noise)


def _rays(noise: random.Random, at: Point, colour: str) -> Iterator[Cut]:
    for ray in range(84):
        angle = 2 * math.pi * ray / 84
        start = 330.0 + 40 * (ray % 2)
        while start < 1020:
            length = noise.uniform(80, 150)
            spot = (at[0] + start * math.cos(angle), at[1] + start * math.sin(angle))
            if 40 < spot[0] < 1560 and 40 < spot[1] < 560:
                yield gouge(colour, spot, length, angle, 6 + start / 90)
            start += length * noise.uniform(1.1, 1.4)


def _coat(noise: random.Random, at: Point, colour: str) -> Iterator[Cut]:
    x, y = at
    coat = [(x - 470, 1000), (x - 430, y + 350), (x - 300, y + 270), (x - 110, y + 200), (x + 110, y + 200), (x + 300, y + 270),
            (x + 430, y + 350), (x + 470, 1000)]  # fmt: skip
    yield shape(INK, [(x + (px - x) * 1.03, py - 12) for px, py in coat], noise)
    yield shape(colour, coat, noise)
    yield from hatch(
        INK, Tool(22, 80, 9, 0.9), noise, (x - 460, y + 200, x + 460, 1000), inside=within(coat),
        tone=lambda a, b: 0.25 + 0.6 * max(0.0, (a - x) / 460), turn=lambda a, b: -0.7 * (a > x),
    )  # fmt: skip
    yield shape(PAPER, [(x - 96, y + 150), (x + 96, y + 150), (x + 128, y + 250), (x, y + 420), (x - 128, y + 250)], noise, 1)
    for side in (-1, 1):
        yield shape(
            INK, [(x + side * 84, y + 206), (x + side * 176, y + 238), (x + side * 40, y + 480), (x, y + 420)], noise, 1
        )
        yield shape(
            colour, [(x + side * 98, y + 222), (x + side * 158, y + 242), (x + side * 50, y + 440), (x + side * 14, y + 412)]
        )


def _hair(noise: random.Random, at: Point, colour: str) -> Iterator[Cut]:
    x, y = at
    mass = [(-196, -150), (-204, 10), (-186, 110), (-130, 150), (-90, 60), (90, 60), (130, 150), (186, 110), (204, 10), (196, -150),
            (120, -280), (-120, -280)]  # fmt: skip
    yield shape(INK, [(x + 1.05 * dx, y + 1.05 * dy) for dx, dy in mass], noise, 2)
    yield shape(colour, [(x + dx, y + dy) for dx, dy in mass], noise, 2)
    for side in (-1, 1):
        for lock in range(7):
            curl = [(x + side * (160 + 6 * lock), y - 190 + 20 * lock), (x + side * (196 - 2 * lock), y - 90 + 24 * lock),
                    (x + side * (168 - 3 * lock), y + 20 + 17 * lock)]  # fmt: skip
            yield stroke(PAPER if colour == INK else INK, curl, 2, 6)


def _face(noise: random.Random, at: Point, *, age: float) -> Iterator[Cut]:
    """A face seen from the front; `age` (0…1) cuts more lines."""
    x, y = at
    yield shape(PAPER, [(x - 84, y + 120), (x + 84, y + 120), (x + 92, y + 250), (x - 92, y + 250)])
    yield shape(INK, [(x + 20, y + 200), (x + 84, y + 150), (x + 92, y + 236), (x + 50, y + 260)], noise, 1)
    face = [(x + dx, y + dy) for dx, dy in _FACE]
    yield shape(INK, [(x + (px - x) * 1.045, y + (py - y) * 1.035) for px, py in face], noise, 1)
    yield shape(PAPER, face)
    inside = within(face)
    yield from hatch(
        INK, Tool(13, 40, 6.5, 1.1), noise, (x, y - 280, x + 160, y + 224), inside=inside,
        tone=lambda a, b: max(0.0, min(1.0, (a - x - 74) / 84)), turn=lambda a, b: -0.3 * (b - y) / 200,
    )  # fmt: skip
    yield from hatch(
        RUST, Tool(13, 34, 6, 0.5), noise, (x - 128, y + 10, x - 50, y + 90), inside=inside, tone=lambda a, b: 0.75
    )
    yield from hatch(
        RUST, Tool(13, 34, 6, -0.5), noise, (x + 44, y + 10, x + 116, y + 90), inside=inside, tone=lambda a, b: 0.75
    )
    for side in (-1, 1):
        yield from _eye((x + side * 66, y - 46), side)
        yield stroke(INK, [(x + side * 30, y - 92), (x + side * 72, y - 108), (x + side * 112, y - 90)], 15, 7)
        if age > 0.5:
            for row in range(3):
                yield gouge(INK, (x + side * 104, y - 34 + 15 * row), side * 34, 0.16 * side * (row - 1), 5)
        yield stroke(INK, [(x + side * 36, y + 58), (x + side * 66, y + 84), (x + side * 74, y + 118)], 3, 4 + 3 * age)
    yield stroke(INK, [(x + 8, y - 60), (x + 22, y + 8), (x + 36, y + 42)], 5, 9)
    yield stroke(INK, [(x - 30, y + 46), (x - 16, y + 58), (x + 8, y + 54), (x + 34, y + 46)], 9, 7)
    mouth: Sequence[Point] = [(x - 62, y + 116), (x - 30, y + 122), (x, y + 120), (x + 30, y + 123), (x + 66, y + 110)]
    yield stroke(INK, mouth, 6, 9)
    yield shape(
        RUST, [(x - 40, y + 126), (x, y + 124), (x + 42, y + 125), (x + 22, y + 142), (x, y + 146), (x - 22, y + 142)], noise, 1
    )
    yield gouge(INK, (x - 26, y + 164), 54, 0, 8)
    if age > 0.5:
        yield from (gouge(INK, (x - 70 + 8 * row, y - 158 - 20 * row), 130 - 12 * row, 0.04, 4) for row in range(3))


def _eye(at: Point, side: int) -> Iterator[Cut]:
    x, y = at
    yield shape(INK, [(x - 38, y + 2), (x - 16, y - 17), (x + 16, y - 17), (x + 38, y + 2), (x + 16, y + 15), (x - 16, y + 15)])
    yield shape(PAPER, [(x - 29, y + 2), (x - 13, y - 8), (x + 13, y - 8), (x + 29, y + 2), (x + 13, y + 10), (x - 13, y + 10)])
    yield disc(INK, (x + 2, y), 10.5)
    yield disc(PAPER, (x - 2, y - 4), 3.4)
    yield stroke(INK, [(x - 38 * side, y + 4), (x, y - 18), (x + 42 * side, y - 2)], 7, 5)


def _glasses(at: Point) -> Iterator[Cut]:
    x, y = at
    for side in (-1, 1):
        ring = [(x + side * 68 + 60 * math.cos(t / 14 * math.pi), y - 40 + 46 * math.sin(t / 14 * math.pi)) for t in range(29)]
        yield stroke(INK, ring, 8)
        yield stroke(INK, [(x + side * 128, y - 46), (x + side * 166, y - 60)], 8)
    yield stroke(INK, [(x - 10, y - 48), (x, y - 54), (x + 10, y - 48)], 8)


def parson(noise: random.Random) -> Iterator[Cut]:
    """A brown dog with a placard, before the gate of the mill."""
    yield box(FOG, (0, 0, 1600, 1000))
    yield from hatch(PAPER, Tool(24, 130, 10), noise, (0, 0, 1600, 760), inside=lambda x, y: True, tone=lambda x, y: 0.75)
    for x in range(50, 1600, 76):
        yield stroke(INK, [(x, 120), (x, 780)], 13)
        yield shape(INK, [(x - 17, 126), (x, 78), (x + 17, 126)])
    yield box(INK, (0, 190, 1600, 214), noise)
    yield box(INK, (0, 700, 1600, 730), noise)
    yield box(PAPER, (0, 778, 1600, 1000))
    yield from hatch(
        INK,
        Tool(22, 100, 7),
        noise,
        (0, 780, 1600, 990),
        inside=lambda x, y: True,
        tone=lambda x, y: 0.3 + 0.4 * (y - 780) / 220,
    )
    yield from _dog(noise)
    yield shape(INK, [(560, 566), (1052, 546), (1062, 826), (572, 846)], noise)
    yield shape(PAPER, [(574, 580), (1040, 561), (1049, 813), (585, 832)], noise, 1)
    for row, text in enumerate(("EVEN I", "GET ONE", "DAY")):
        yield from lettering(INK, text, (812, 602 + 74 * row), 54, weight=12, middle=True, noise=noise)
    yield stroke(INK, [(610, 574), (668, 430), (704, 392)], 8)
    yield stroke(INK, [(1000, 556), (956, 430), (920, 392)], 8)
    yield from frame(noise)


def _dog(noise: random.Random) -> Iterator[Cut]:
    body = [
        (610, 480),
        (560, 620),
        (520, 800),
        (520, 918),
        (680, 922),
        (940, 922),
        (1100, 918),
        (1092, 800),
        (1056, 620),
        (1010, 480),
    ]
    yield shape(INK, body, noise, 2)
    yield from hatch(OCHRE, Tool(18, 62, 9, 1.5), noise, (530, 480, 1090, 910), inside=within(body), tone=lambda x, y: 0.85,
                     turn=lambda x, y: -0.5 * (x - 810) / 280)  # fmt: skip
    for x in (610, 930):
        yield shape(INK, [(x, 830), (x + 84, 830), (x + 96, 924), (x - 20, 924)], noise, 1)
        yield from (gouge(OCHRE, (x + 14 + 24 * toe, 892), 26, 1.4, 9) for toe in range(3))
    yield stroke(INK, [(1080, 880), (1190, 830), (1230, 740), (1216, 690)], 44, 20)
    yield from hatch(
        OCHRE,
        Tool(14, 40, 8, -1.2),
        noise,
        (1100, 690, 1240, 860),
        inside=lambda x, y: abs(math.dist((x, y), (1120, 740)) - 105) < 14,
        tone=lambda x, y: 0.8,
    )
    yield shape(INK, [(690, 420), (934, 420), (990, 510), (634, 510)], noise)
    head = [(640, 250), (660, 170), (730, 130), (812, 120), (894, 130), (964, 170), (984, 250), (966, 360), (900, 470), (812, 500),
            (724, 470), (658, 360)]  # fmt: skip
    yield shape(INK, head, noise, 2)
    inside = within(head)
    yield from hatch(
        OCHRE, Tool(17, 56, 10, 1.4), noise, (640, 120, 984, 480), inside=lambda x, y: inside(x, y) and abs(x - 812) > 22,
        tone=lambda x, y: 0.95, turn=lambda x, y: -0.9 * (x - 812) / 170,
    )  # fmt: skip
    for side in (-1, 1):
        ear = [
            (812 + side * 140, 170),
            (812 + side * 236, 150),
            (812 + side * 270, 260),
            (812 + side * 232, 372),
            (812 + side * 178, 280),
        ]
        yield shape(INK, ear, noise, 2)
        yield from (gouge(RUST, (812 + side * (190 + 10 * row), 190 + 24 * row), 66, 1.57, 10) for row in range(4))
        yield disc(INK, (812 + side * 72, 262), 31)
        yield disc(PAPER, (812 + side * 72, 262), 22)
        yield disc(INK, (812 + side * 68, 264), 14)
        yield disc(PAPER, (812 + side * 68 - 5, 258), 4.5)
        yield stroke(INK, [(812 + side * 30, 214), (812 + side * 80, 204), (812 + side * 116, 226)], 12, 6)
    yield shape(
        PAPER, [(742, 350), (812, 322), (882, 350), (896, 420), (850, 462), (812, 470), (774, 462), (728, 420)], noise, 2
    )
    yield shape(INK, [(766, 352), (812, 338), (858, 352), (840, 386), (812, 396), (784, 386)], noise, 1)
    yield stroke(INK, [(812, 390), (812, 424)], 6)
    yield stroke(INK, [(752, 420), (782, 436), (812, 424), (842, 436), (872, 420)], 7)
