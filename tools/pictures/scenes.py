"""Scenes: the last train, the bus in the snow, a man in a bathtub, a diver and a bell, a goal, the stairs, the ice."""

# ruff: noqa: PLR2004, ARG005 - a drawing is made of bare figures, and a field is a function of both coordinates

import math
import random
from collections.abc import Iterator

from pictures.figures import FOG, GREY, INK, OCHRE, PAPER, RIVER, RUST, frame, house, person, water
from pictures.letters import lettering
from pictures.woodcut import Cut, Point, Tool, box, disc, gouge, hatch, shape, stroke, within


def last_train(noise: random.Random) -> Iterator[Cut]:
    """An engine and two wagons at a platform full of people; the mill behind."""
    yield box(OCHRE, (0, 0, 1600, 700))
    yield from hatch(
        PAPER, Tool(28, 170, 12, -0.06), noise, (0, 0, 1600, 640), inside=lambda x, y: True, tone=lambda x, y: 0.4 + y / 1000
    )
    yield shape(RUST, [(900, 560), (900, 210), (1600, 210), (1600, 560)], noise)
    yield from hatch(INK, Tool(16, 50, 5), noise, (900, 210, 1600, 560), inside=lambda x, y: x > 906, tone=lambda x, y: 0.6)
    yield shape(INK, [(880, 216), (940, 150), (1600, 150), (1600, 216)], noise)
    for row in range(4):
        for column in range(9):
            x, y = 930 + 74 * column, 240 + 82 * row
            yield shape(INK, [(x, y + 54), (x, y + 8), (x + 19, y), (x + 38, y + 8), (x + 38, y + 54)])
            yield box(FOG, (x + 6, y + 14, x + 17, y + 48))
            yield box(FOG, (x + 21, y + 14, x + 32, y + 48))
    yield from _steam(noise)
    yield from _engine(noise)
    for left in (770, 1130):
        yield from _wagon(noise, left)
    yield box(INK, (0, 748, 1600, 772), noise)
    yield box(FOG, (0, 772, 1600, 1000))
    for x in range(-20, 1600, 58):
        yield shape(INK, [(x, 784), (x + 34, 784), (x + 28, 806), (x - 8, 806)])
    yield box(INK, (0, 778, 1600, 788))
    platform = [(0, 1000), (0, 862), (1600, 842), (1600, 1000)]
    yield shape(PAPER, platform, noise)
    yield from hatch(INK, Tool(26, 120, 6), noise, (0, 866, 1600, 1000), inside=within(platform), tone=lambda x, y: 0.5)
    yield stroke(INK, [(0, 862), (1600, 842)], 13)
    for index in range(15):
        at = 60 + 106 * index + noise.uniform(-20, 20)
        tall = noise.uniform(150, 196) if index % 4 != 2 else 110
        yield from person((at, 892 + noise.uniform(0, 50)), tall, (INK, INK, RIVER, INK, RUST)[index % 5], hat=index % 3 == 0,
                          lift=(0, 1, 0, -1, 0)[index % 5])  # fmt: skip
    yield from frame(noise)


def _steam(noise: random.Random) -> Iterator[Cut]:
    for puff in range(11):
        part = puff / 10
        at = (300 + 640 * part, 300 - 150 * math.sqrt(part))
        yield disc(INK, at, 42 + 62 * math.sin(0.4 + 2.3 * part), 0.8)
    for puff in range(11):
        part = puff / 10
        at = (304 + 640 * part, 292 - 150 * math.sqrt(part))
        size = 32 + 58 * math.sin(0.4 + 2.3 * part)
        yield disc(PAPER, at, size, 0.76)
        yield from (
            gouge(FOG, (at[0] - size * 0.5, at[1] - 6 + 15 * row), size * noise.uniform(0.7, 1.1), 0.1, 9) for row in range(3)
        )


def _engine(noise: random.Random) -> Iterator[Cut]:
    yield shape(INK, [(120, 700), (120, 470), (560, 470), (560, 380), (730, 380), (730, 700)], noise)
    yield shape(INK, [(270, 470), (262, 330), (340, 330), (332, 470)], noise)
    yield box(INK, (250, 318, 352, 344), noise)
    yield disc(INK, (470, 462), 46)
    yield shape(RUST, [(140, 520), (540, 520), (540, 560), (140, 560)], noise, 1)
    yield from hatch(
        RIVER, Tool(15, 70, 6), noise, (140, 480, 540, 660), inside=lambda x, y: y < 514 or y > 566, tone=lambda x, y: 0.8
    )
    yield box(OCHRE, (600, 416, 690, 510))
    yield box(INK, (640, 416, 650, 510))
    yield from person((622, 528), 116, hat=True)
    yield box(INK, (540, 366, 756, 390), noise)
    yield disc(OCHRE, (128, 500), 30)
    yield disc(PAPER, (128, 500), 18)
    yield shape(INK, [(120, 640), (40, 740), (140, 740), (190, 690)], noise)
    for x, size in ((250, 62), (400, 62), (550, 62), (668, 42)):
        yield disc(INK, (x, 750 - size), size)
        yield disc(RUST, (x, 750 - size), size - 13)
        yield disc(INK, (x, 750 - size), 15)
        for spoke in range(8):
            turn = math.pi * spoke / 4 + 0.3
            yield stroke(INK, [(x, 750 - size), (x + (size - 8) * math.cos(turn), 750 - size + (size - 8) * math.sin(turn))], 7)
    yield stroke(PAPER, [(250, 700), (550, 690)], 13)


def _wagon(noise: random.Random, left: float) -> Iterator[Cut]:
    yield box(INK, (left - 36, 672, left + 340, 692))
    yield box(INK, (left, 496, left + 316, 704), noise)
    yield box(FOG, (left + 14, 512, left + 302, 664))
    for row in range(5):
        for pile in range(4):
            x, y = left + 22 + 70 * pile, 636 - 28 * row
            yield shape(INK, [(x, y), (x + 62, y), (x + 62, y + 24), (x, y + 24)], noise, 1)
            yield box(GREY, (x + 4, y + 4, x + 58, y + 20))
            yield box(RUST, (x + 42, y + 4, x + 49, y + 20))
    for x in (left + 66, left + 250):
        yield disc(INK, (x, 712), 40)
        yield disc(FOG, (x, 712), 15)


def bus_in_snow(noise: random.Random) -> Iterator[Cut]:
    """A school bus by night on a bridge, its lamps lit, and people with lanterns along the rail."""
    yield box(INK, (0, 0, 1600, 1000))
    yield from hatch(
        RIVER, Tool(27, 150, 8, 0.5), noise, (0, 0, 1600, 640), inside=lambda x, y: True, tone=lambda x, y: 0.15 + 0.6 * y / 640
    )
    beam = [(420, 668), (0, 560), (0, 900), (420, 730)]
    yield shape(OCHRE, beam)
    yield from hatch(PAPER, Tool(22, 100, 9, 0.04), noise, (0, 560, 420, 880), inside=within(beam), tone=lambda x, y: x / 420)
    yield shape(PAPER, [(0, 820), (1600, 800), (1600, 1000), (0, 1000)], noise, 3)
    yield from hatch(INK, Tool(24, 110, 7), noise, (0, 830, 1600, 1000), inside=lambda x, y: True, tone=lambda x, y: 0.5)
    yield stroke(INK, [(0, 566), (1600, 560)], 26)
    yield stroke(PAPER, [(0, 554), (1600, 548)], 9)
    yield from (box(INK, (x, 560, x + 10, 812)) for x in range(10, 1600, 46))
    for index in range(17):
        x = 40 + 96 * index + noise.uniform(-14, 14)
        yield from person((x, 690), noise.uniform(150, 186), INK if index % 3 else RIVER, lift=1, hat=index % 2 == 0)
        lamp = (x + 46, 520 + noise.uniform(-14, 10))
        yield disc(OCHRE, lamp, 27)
        yield disc(PAPER, lamp, 13)
        yield from (
            gouge(OCHRE, (lamp[0] + 33 * math.cos(t), lamp[1] + 33 * math.sin(t)), 22, t, 6)
            for t in (0, 1.05, 2.1, 3.14, 4.2, 5.2)
        )
    yield from _bus(noise)
    for _ in range(190):
        yield disc(PAPER, (noise.uniform(20, 1580), noise.uniform(20, 980)), noise.choice((3, 4, 4, 6, 8)))
    yield from frame(noise)


def _bus(noise: random.Random) -> Iterator[Cut]:
    body = [(400, 800), (390, 690), (420, 650), (540, 636), (560, 480), (600, 452), (1380, 452), (1412, 490), (1412, 800)]
    yield shape(INK, [(900 + (x - 900) * 1.02, 640 + (y - 640) * 1.05) for x, y in body], noise)
    yield shape(OCHRE, body, noise, 1)
    yield from hatch(
        RUST, Tool(17, 80, 6), noise, (400, 640, 1412, 800), inside=within(body), tone=lambda x, y: (y - 600) / 220
    )
    for x in range(584, 1380, 112):
        yield box(INK, (x, 492, x + 92, 584), noise)
        yield disc(PAPER, (x + 46, 548), 21, 1.1)
        yield shape(RUST if x % 3 else RIVER, [(x + 12, 584), (x + 22, 566), (x + 70, 566), (x + 80, 584)])
    yield box(INK, (400, 616, 1412, 630))
    yield from lettering(INK, "SCHOOL BUS 4", (900, 668), 50, weight=11, middle=True)
    for x in (560, 1230):
        yield disc(INK, (x, 800), 78)
        yield disc(FOG, (x, 800), 34)
        yield disc(INK, (x, 800), 14)
    yield disc(PAPER, (410, 700), 25)
    yield shape(PAPER, [(590, 440), (620, 424), (900, 432), (1200, 422), (1390, 438), (1396, 456), (590, 456)], noise, 2)


def bathtub(noise: random.Random) -> Iterator[Cut]:
    """A man in a hat crosses a flooded street in a bathtub, with a snow shovel, a cat and a cello."""
    yield box(FOG, (0, 0, 1600, 560))
    yield from hatch(INK, Tool(28, 130, 6, 1.2), noise, (0, 0, 1600, 470), inside=lambda x, y: True, tone=lambda x, y: 0.6)
    for index in range(8):
        left = -20 + 206 * index
        yield from house(noise, (left, 210 + 40 * (index % 3), left + 190, 580), 96, (RUST, INK, OCHRE)[index % 3])
    yield box(PAPER, (0, 556, 1600, 1000))
    yield from water(noise, (0, 560, 1600, 990), dark=0.35, colour=RIVER, far=13)
    yield from water(noise, (330, 806, 1280, 960), dark=0.55, far=14)
    yield from person((690, 720), 330, hat=True)
    yield stroke(INK, [(726, 540), (880, 610), (960, 560)], 34, 24)
    yield stroke(INK, [(1010, 380), (930, 640), (870, 850)], 17)
    yield shape(INK, [(900, 800), (838, 786), (800, 930), (884, 950)], noise)
    yield shape(RIVER, [(890, 812), (848, 802), (816, 914), (874, 930)])
    yield from _cello(noise, (1096, 560))
    yield from _cat(noise, (520, 640))
    tub = [
        (360, 650),
        (380, 640),
        (1250, 640),
        (1290, 610),
        (1318, 626),
        (1280, 690),
        (1210, 812),
        (1110, 850),
        (560, 850),
        (450, 800),
    ]
    yield shape(INK, [(820 + (x - 820) * 1.025, 740 + (y - 740) * 1.06) for x, y in tub], noise)
    yield shape(PAPER, tub, noise, 2)
    yield from hatch(
        INK,
        Tool(19, 80, 8, 0.1),
        noise,
        (380, 660, 1280, 850),
        inside=within(tub),
        tone=lambda x, y: max(0.0, (y - 690) / 170),
        turn=lambda x, y: -0.4 * (x - 820) / 400,
    )
    yield stroke(INK, [(352, 650), (1250, 648), (1316, 618)], 15, 15)
    yield from water(noise, (400, 832, 1250, 880), dark=0.9, colour=RIVER, far=12)
    yield from frame(noise)


def _cello(noise: random.Random, at: Point) -> Iterator[Cut]:
    x, y = at
    half = ((0, -80), (54, -70), (74, -30), (46, 10), (60, 50), (92, 120), (0, 160))
    outline = [(x + dx, y + dy) for dx, dy in half] + [(x - dx, y + dy) for dx, dy in reversed(half[1:-1])]
    yield stroke(INK, [(x, y - 60), (x - 4, y - 290)], 24)
    yield disc(INK, (x - 4, y - 296), 20)
    yield shape(INK, [(x + (px - x) * 1.14, y + (py - y) * 1.1) for px, py in outline], noise)
    yield shape(RUST, outline, noise, 1)
    yield from (stroke(PAPER, [(x + dx, y - 250), (x + dx * 1.6, y + 60)], 2.5) for dx in (-6, -2, 2, 6))
    yield from (stroke(INK, [(x + dx, y - 10), (x + dx * 1.2, y + 50)], 7) for dx in (-34, 34))


def _cat(noise: random.Random, at: Point) -> Iterator[Cut]:
    x, y = at
    yield shape(
        INK, [(x - 54, y + 30), (x - 50, y - 50), (x - 30, y - 84), (x + 30, y - 84), (x + 50, y - 50), (x + 54, y + 30)], noise
    )
    yield disc(INK, (x, y - 108), 50, 0.86)
    for side in (-1, 1):
        yield shape(INK, [(x + side * 16, y - 142), (x + side * 46, y - 190), (x + side * 52, y - 118)])
        yield disc(OCHRE, (x + side * 19, y - 112), 11)
        yield stroke(INK, [(x + side * 19, y - 121), (x + side * 19, y - 103)], 5)
        yield from (
            stroke(PAPER, [(x + side * 14, y - 88 + 5 * row), (x + side * 62, y - 94 + 12 * row)], 2.5) for row in range(2)
        )
    yield shape(PAPER, [(x - 7, y - 96), (x + 7, y - 96), (x, y - 87)])


def diver(noise: random.Random) -> Iterator[Cut]:
    """On the bed of the river: a diver with a lamp, the bell, and an eel in it."""
    yield box(INK, (0, 0, 1600, 1000))
    yield from hatch(
        RIVER,
        Tool(20, 130, 9),
        noise,
        (0, 0, 1600, 820),
        inside=lambda x, y: True,
        tone=lambda x, y: max(0.1, 0.95 - y / 800),
        turn=lambda x, y: 0.12 * math.sin(x / 150 + y / 70),
    )
    beam = [(690, 420), (1160, 470), (1330, 830), (930, 880)]
    yield shape(OCHRE, beam)
    yield from hatch(
        PAPER,
        Tool(20, 90, 9, 0.7),
        noise,
        (690, 420, 1330, 880),
        inside=within(beam),
        tone=lambda x, y: max(0.2, 1 - (x - 690) / 700),
    )
    bed = [(0, 1000), (0, 850), (260, 800), (560, 850), (900, 828), (1260, 850), (1600, 790), (1600, 1000)]
    yield shape(PAPER, bed, noise, 4)
    yield from hatch(
        INK, Tool(20, 70, 8, 0.1), noise, (0, 790, 1600, 1000), inside=within(bed), tone=lambda x, y: 0.25 + (y - 800) / 260
    )
    for x, y, size in ((120, 880, 50), (400, 900, 34), (1440, 870, 60), (1330, 910, 36), (760, 920, 42)):
        yield disc(INK, (x, y), size, 0.62)
        yield from (gouge(FOG, (x - size * 0.6, y - size * 0.3 + 11 * row), size * 0.9, -0.1, 7) for row in range(2))
    yield from _weeds(noise)
    yield from _sunk_bell(noise)
    yield from _diver(noise)
    for bubble in range(13):
        spot = (516 + 26 * math.sin(bubble * 1.7), 250 - 19 * bubble)
        yield disc(PAPER, spot, 5 + bubble * 0.9)
        yield disc(INK, spot, 2 + bubble * 0.6)
    yield from frame(noise)


def _weeds(noise: random.Random) -> Iterator[Cut]:
    for x in (60, 110, 178, 1390, 1460, 1520, 1560, 300):
        tall = noise.uniform(120, 300)
        line = [(x + 22 * math.sin(step / 1.4 + x), 880 - tall * step / 7) for step in range(8)]
        yield stroke(RIVER, line, 18, 3)
        yield from (gouge(RIVER, point, 36, -0.7 if index % 2 else -2.4, 12) for index, point in enumerate(line[1:-1]))


def _sunk_bell(noise: random.Random) -> Iterator[Cut]:
    bell = [
        (980, 850),
        (1010, 800),
        (1024, 690),
        (1050, 590),
        (1104, 530),
        (1172, 522),
        (1240, 556),
        (1286, 640),
        (1330, 740),
        (1382, 800),
        (1376, 842),
        (1180, 868),
    ]
    yield shape(INK, [(1180 + (x - 1180) * 1.05, 690 + (y - 690) * 1.05) for x, y in bell], noise)
    yield shape(OCHRE, bell, noise, 2)
    yield from hatch(
        INK,
        Tool(17, 54, 10, 1.3),
        noise,
        (980, 520, 1390, 868),
        inside=within(bell),
        tone=lambda x, y: max(0.0, (x - 1140) / 230),
        turn=lambda x, y: -0.5 * (x - 1180) / 200,
    )
    for y, reach in ((620, 100), (644, 112), (780, 178)):
        yield stroke(INK, [(1176 - reach, y), (1176, y + 20), (1180 + reach * 1.05, y - 4)], 8)
    yield from lettering(INK, "PERSEVERANCE", (1176, 704), 23, middle=True)
    yield stroke(INK, [(1080, 866), (1098, 810), (1084, 756)], 9, 3)
    yield stroke(INK, [(1150, 520), (1172, 470), (1200, 526)], 20)
    eel = [(1250, 880), (1310, 850), (1400, 900), (1490, 840), (1540, 800), (1530, 730)]
    yield stroke(INK, eel, 46, 30)
    yield stroke(RUST, eel, 32, 20)
    yield disc(INK, (1530, 726), 26)
    yield disc(RUST, (1530, 726), 19)
    yield disc(PAPER, (1536, 720), 9)
    yield disc(INK, (1536, 720), 4.5)


def _diver(noise: random.Random) -> Iterator[Cut]:
    limbs = (
        ([(320, 450), (200, 520), (96, 506)], 92, 46),
        ([(330, 490), (220, 600), (120, 646)], 92, 46),
        ([(480, 430), (580, 470), (676, 420)], 72, 40),
        ([(470, 460), (560, 540), (640, 520)], 52, 34),
    )
    for line, start, end in limbs:
        yield stroke(PAPER, line, start + 12, end + 12)
        yield stroke(INK, line, start, end)
    for foot in ([(100, 500), (20, 440), (40, 540)], [(124, 640), (36, 640), (60, 716)]):
        yield shape(PAPER, [(x + (4 if x < 60 else 0), y) for x, y in foot])
        yield shape(RUST, foot, noise, 1)
    body = [(280, 430), (420, 380), (520, 390), (540, 460), (500, 510), (300, 530)]
    yield shape(PAPER, [(410 + (x - 410) * 1.05, 455 + (y - 455) * 1.09) for x, y in body], noise)
    yield shape(INK, body, noise)
    yield shape(PAPER, [(296, 356), (462, 312), (480, 368), (312, 416)], noise)
    yield shape(RUST, [(304, 362), (456, 322), (470, 362), (316, 404)], noise)
    yield disc(PAPER, (560, 352), 78)
    yield disc(INK, (560, 352), 70)
    yield disc(OCHRE, (586, 348), 46, 0.86)
    yield disc(PAPER, (588, 348), 34, 0.84)
    yield disc(INK, (600, 348), 8)
    yield disc(INK, (576, 350), 7)
    yield stroke(RUST, [(470, 350), (500, 300), (560, 292)], 14)
    yield disc(INK, (686, 420), 34)
    yield disc(PAPER, (696, 424), 22)
