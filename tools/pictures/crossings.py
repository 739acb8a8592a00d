"""Ways over the river: the iron bridge at work, the ferry, the footbridge."""

# ruff: noqa: PLR2004, ARG005 - a drawing is made of bare figures, and a field is a function of both coordinates

import math
import random
from collections.abc import Iterator
from itertools import pairwise

from pictures.figures import FOG, INK, OCHRE, PAPER, RIVER, RUST, frame, house, person, water
from pictures.woodcut import Cut, Point, Tool, box, disc, gouge, hatch, shape, stroke, within


def iron_bridge(noise: random.Random) -> Iterator[Cut]:
    """The truss of 1889 from the bank, and the cars that wait for the man with the paddle."""
    yield box(OCHRE, (0, 0, 1600, 620))
    yield from hatch(
        PAPER,
        Tool(27, 170, 12, -0.08),
        noise,
        (0, 0, 1600, 560),
        inside=lambda x, y: True,
        tone=lambda x, y: 0.3 + 0.7 * y / 560,
    )
    hills = [(0, 620), (0, 470), (260, 410), (560, 468), (900, 396), (1240, 452), (1600, 420), (1600, 620)]
    yield shape(RIVER, hills, noise)
    yield from hatch(INK, Tool(22, 80, 8, -0.4), noise, (0, 390, 1600, 600), inside=within(hills), tone=lambda x, y: 0.6)
    yield box(PAPER, (0, 596, 1600, 1000))
    yield from water(noise, (0, 600, 1600, 990), dark=0.2, colour=RIVER, far=14)
    for x in (366, 776, 1186):
        yield shape(INK, [(x - 50, 486), (x + 50, 486), (x + 66, 720), (x - 66, 720)], noise)
        yield from (gouge(PAPER, (x - 34, 512 + 26 * row), 60, 0.04, 6) for row in range(7))
        yield from water(noise, (x - 70, 724, x + 70, 880), dark=0.8, far=14)
    for span in range(-1, 4):
        yield from _span(366 + 410 * span)
    yield from _queue()
    yield stroke(INK, [(0, 488), (1600, 488)], 22)
    yield from (gouge(PAPER, (x, 489), 46, 0, 6) for x in range(10, 1600, 70))
    yield from _near_bank(noise)
    yield from frame(noise)


def _span(left: float) -> Iterator[Cut]:
    top, low, bay = 236, 480, 410 / 5
    yield stroke(INK, [(left, low), (left + bay * 0.6, top), (left + 410 - bay * 0.6, top), (left + 410, low)], 15)
    for index in range(1, 5):
        x = left + bay * index
        yield stroke(INK, [(x, top), (x, low)], 8)
        yield stroke(INK, [(x, top), (x + (bay if index < 3 else -bay) * (1 if 0 < index < 4 else 0.6), low)], 5)
        yield disc(INK, (x, top), 9)
    yield stroke(INK, [(left + bay, top), (left, low)], 5)
    yield stroke(INK, [(left + 4 * bay, top), (left + 410, low)], 5)


def _queue() -> Iterator[Cut]:
    for index in range(9):
        yield from car((1520 - 126 * index, 474), 52, (RUST, PAPER, RIVER, OCHRE)[index % 4])


def car(foot: Point, long: float, colour: str) -> Iterator[Cut]:
    """A small car from the side, going left; `long` is half its length."""
    x, y = foot
    unit = long / 50
    body = ((-50, -8), (-50, -26), (-28, -30), (-12, -50), (26, -50), (42, -30), (50, -26), (50, -8))
    yield shape(INK, [(x + dx * unit * 1.06, y + (dy * 1.06 + 1) * unit) for dx, dy in body])
    yield shape(colour, [(x + dx * unit * 0.94, y + (dy * 0.94 - 1) * unit) for dx, dy in body])
    for pane in (((-20, -31), (-8, -45), (4, -45), (4, -31)), ((9, -31), (9, -45), (22, -45), (34, -31))):
        yield shape(INK, [(x + dx * unit, y + dy * unit) for dx, dy in pane])
    for wheel in (-28, 28):
        yield disc(INK, (x + wheel * unit, y - 7 * unit), 11 * unit)
        yield disc(PAPER, (x + wheel * unit, y - 7 * unit), 4 * unit)


def _near_bank(noise: random.Random) -> Iterator[Cut]:
    bank = [(0, 1000), (0, 800), (300, 836), (520, 910), (640, 1000)]
    yield shape(INK, bank, noise)
    yield from hatch(PAPER, Tool(24, 80, 7, 0.2), noise, (0, 800, 640, 1000), inside=within(bank), tone=lambda x, y: 0.7)
    yield from person((214, 862), 190, hat=True)
    yield stroke(INK, [(240, 760), (318, 700)], 15, 10)
    yield disc(RUST, (334, 676), 40)
    yield stroke(PAPER, [(310, 676), (358, 676)], 9)
    yield stroke(INK, [(96, 850), (96, 780), (160, 780), (160, 850)], 7)
    yield from person((128, 838), 130, hat=True)


def ferry(noise: random.Random) -> Iterator[Cut]:
    """A flat boat with six cars in mid-river; the hill and its stairs behind."""
    yield box(FOG, (0, 0, 1600, 560))
    yield from hatch(PAPER, Tool(26, 160, 11), noise, (0, 0, 1600, 400), inside=lambda x, y: True, tone=lambda x, y: 0.7)
    hill = [(0, 566), (0, 420), (240, 370), (520, 214), (760, 150), (980, 190), (1250, 330), (1600, 400), (1600, 566)]
    yield shape(RIVER, hill, noise)
    yield from hatch(
        INK, Tool(24, 92, 8, -0.5), noise, (0, 140, 1600, 560), inside=within(hill), tone=lambda x, y: 0.35 + 0.5 * (y - 140) / 420,
        turn=lambda x, y: 0.9 * (x - 760) / 800,
    )  # fmt: skip
    for step in range(30):
        part = step / 29
        x, y = 742 + 40 * math.sin(part * 5) + 30 * part, 176 + 372 * part
        yield stroke(PAPER, [(x - 10 - 12 * part, y), (x + 10 + 12 * part, y)], 4 + 3 * part)
    for index in range(16):
        x = 30 + 102 * index + noise.uniform(-16, 16)
        size = noise.uniform(44, 60)
        if abs(x - 790) > 80:
            yield from house(noise, (x, 540 - size, x + size, 564), size * 0.55, (INK, RUST)[index % 2])
    yield box(PAPER, (0, 556, 1600, 1000))
    yield from water(noise, (0, 560, 1600, 990), dark=0.3, colour=RIVER, far=12)
    yield from water(noise, (300, 800, 1340, 990), dark=0.35, far=18)
    yield from _ferry_boat(noise)
    yield from frame(noise)


def _ferry_boat(noise: random.Random) -> Iterator[Cut]:
    yield shape(INK, [(200, 700), (250, 706), (1350, 706), (1400, 690), (1330, 800), (270, 800)], noise)
    yield shape(RUST, [(262, 738), (1338, 738), (1316, 768), (284, 768)], noise)
    yield stroke(INK, [(200, 704), (110, 640)], 22, 14)
    yield stroke(INK, [(1398, 694), (1494, 626)], 22, 14)
    for index in range(6):
        yield from car((356 + 142 * index, 706), 66, (OCHRE, PAPER, RUST, RIVER, PAPER, OCHRE)[index])
    yield box(INK, (1168, 480, 1300, 706), noise)
    yield box(OCHRE, (1184, 500, 1284, 566))
    yield from (box(INK, (x, 500, x + 8, 566)) for x in (1216, 1248))
    yield box(INK, (1152, 466, 1316, 486), noise)
    yield stroke(INK, [(1234, 470), (1234, 330)], 12, 8)
    yield shape(RUST, [(1240, 340), (1330, 356), (1240, 384)], noise, 1)
    yield stroke(INK, [(240, 650), (1160, 650)], 5)
    yield from (stroke(INK, [(x, 648), (x, 706)], 5) for x in range(240, 1160, 92))
    yield from person((1106, 706), 150, lift=-1, hat=True)
    yield from person((262, 706), 132, lift=0.5)
    yield disc(PAPER, (1234, 632), 34)
    yield disc(INK, (1234, 632), 20)


def footbridge(noise: random.Random) -> Iterator[Cut]:
    """The footbridge, which bends for a birch, and the bell in its box."""
    sky = RIVER
    yield box(sky, (0, 0, 1600, 700))
    yield from hatch(PAPER, Tool(28, 180, 13, 0.05), noise, (0, 0, 1600, 560), inside=lambda x, y: True, tone=lambda x, y: 0.85)
    hills = [(0, 640), (0, 520), (300, 470), (700, 520), (1100, 452), (1600, 500), (1600, 640)]
    yield shape(FOG, hills, noise)
    yield from hatch(RIVER, Tool(20, 80, 8, -0.3), noise, (0, 450, 1600, 640), inside=within(hills), tone=lambda x, y: 0.75)
    yield box(PAPER, (0, 620, 1600, 1000))
    yield from water(noise, (0, 626, 1600, 990), dark=0.25, colour=RIVER, far=13)
    for x in (330, 1080):
        yield shape(INK, [(x - 76, 566), (x + 76, 566), (x + 96, 800), (x - 96, 800)], noise)
        yield from (gouge(PAPER, (x - 60 + 8 * (row % 2), 596 + 28 * row), 104, 0.03, 6) for row in range(7))
        yield from water(noise, (x - 110, 804, x + 110, 970), dark=0.8, far=15)
    yield from _birch(noise)
    line: list[Point] = [(0, 560), (330, 540), (760, 536), (960, 540), (1040, 556), (1120, 572), (1210, 556), (1600, 548)]
    yield stroke(INK, line, 30)
    yield stroke(OCHRE, [(x, y - 3) for x, y in line], 10)
    yield stroke(INK, [(x, y - 66) for x, y in line], 8)
    for x in range(12, 1600, 34):
        y = _height(line, x)
        yield stroke(INK, [(x, y - 66), (x, y)], 4)
    yield from _bell_box(noise)
    for index, (x, tall) in enumerate(((90, 128), (156, 116), (250, 130), (430, 84), (480, 132), (860, 126), (930, 118), (1290, 132),
                                       (1350, 80), (1400, 126), (1500, 130))):  # fmt: skip
        yield from person(
            (x, _height(line, x) - 6), tall, (INK, INK, RUST)[index % 3], hat=index % 4 == 1, lift=(0, 1, 0, -1)[index % 4]
        )
    yield stroke(INK, [(560, 530), (604, 500), (648, 500), (660, 530)], 12, 8)
    yield from (stroke(INK, [(x, 504), (x, 534)], 7) for x in (592, 646))
    yield disc(INK, (570, 496), 13)
    yield box(PAPER, (606, 498, 640, 518))
    yield from frame(noise)


def _height(line: list[Point], x: float) -> float:
    pairs = pairwise(line)
    return next((y0 + (y1 - y0) * (x - x0) / (x1 - x0) for (x0, y0), (x1, y1) in pairs if x0 <= x <= x1), line[-1][1])


def _bell_box(noise: random.Random) -> Iterator[Cut]:
    yield shape(
        INK, [(656, 540), (656, 330), (736, 262), (816, 330), (816, 540), (790, 540), (790, 356), (682, 356), (682, 540)], noise
    )
    yield stroke(INK, [(736, 340), (736, 384)], 16)
    yield shape(
        INK, [(736 + dx, y) for dx, y in ((-20, 376), (20, 376), (32, 436), (54, 470), (-54, 470), (-32, 436))], noise, 1
    )
    yield shape(OCHRE, [(736 + dx, y) for dx, y in ((-15, 382), (15, 382), (26, 438), (42, 462), (-42, 462), (-26, 438))])
    yield stroke(INK, [(752, 388), (748, 420), (756, 462)], 4)
    yield disc(INK, (736, 476), 10)


def _birch(noise: random.Random) -> Iterator[Cut]:
    foot = (1084, 590)
    trunk = [foot, (1076, 480), (1092, 330), (1080, 200), (1096, 96)]
    yield stroke(INK, trunk, 46, 12)
    yield stroke(PAPER, trunk, 34, 7)
    yield from (
        gouge(INK, (1066 + noise.uniform(-6, 12), 120 + 27 * mark), noise.uniform(14, 28), 0.1, 8) for mark in range(17)
    )
    for _ in range(150):
        turn, reach = noise.uniform(0, 2 * math.pi), noise.uniform(20, 170)
        spot = (1086 + reach * 0.95 * math.cos(turn), 170 + reach * 0.8 * math.sin(turn))
        yield gouge(noise.choice((OCHRE, OCHRE, RUST)), spot, noise.uniform(20, 34), noise.uniform(0.8, 2.2), 15)
