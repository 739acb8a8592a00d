"""Things: the book that was late, a loaf, the sack in the flue, two clocks."""

# ruff: noqa: PLR2004, ARG005 - a drawing is made of bare figures, and a field is a function of both coordinates

import math
import random
from collections.abc import Iterator
from itertools import pairwise

from pictures.figures import FOG, INK, OCHRE, PAPER, RIVER, RUST, frame
from pictures.letters import lettering
from pictures.woodcut import Cut, Point, Tool, box, disc, gouge, hatch, shape, stroke, within


def late_book(noise: random.Random) -> Iterator[Cut]:
    """An old book tied shut with rope, its date slip hanging out."""
    yield from _table(noise, RIVER, 640)
    yield shape(INK, [(300, 800), (1330, 800), (1420, 850), (260, 860)], noise, 3)
    cover = [(360, 330), (1180, 250), (1290, 700), (430, 800)]
    yield shape(INK, [(x - 12, y - 10) for x, y in cover[:1]] + [(1194, 236), (1310, 706), (424, 818)], noise)
    yield shape(RUST, cover, noise)
    yield from hatch(INK, Tool(20, 80, 7, -0.1), noise, (350, 250, 1300, 810), inside=within(cover),
                     tone=lambda x, y: 0.15 + 0.7 * max(0.0, (x + y - 1000) / 1000))  # fmt: skip
    for row in range(6):
        y = 704 + 17 * row
        yield stroke(INK, [(432, 812 + 14 * row - 2), (1300 + 2 * row, y + 4)], 20)
        yield stroke(PAPER, [(438, 812 + 14 * row), (1294 + 2 * row, y + 6)], 11)
    yield stroke(INK, [(420, 902), (1318, 806)], 22)
    yield shape(INK, [(432, 372), (716, 344), (738, 476), (452, 506)], noise)
    yield shape(PAPER, [(440, 380), (709, 354), (728, 468), (458, 496)], noise, 1)
    yield from lettering(INK, "KNOTS", (556, 388), 38, weight=9, middle=True)
    yield from lettering(INK, "AND SPLICES", (560, 448), 19, middle=True)
    yield from _rope([(400, 560), (700, 560), (900, 520), (1250, 500)])
    yield from _rope([(770, 280), (810, 480), (800, 560), (880, 860)])
    yield from _knot((800, 548))
    slip = [(1030, 700), (1160, 690), (1190, 930), (1066, 946)]
    yield shape(INK, [(1022, 700), (1168, 684), (1200, 938), (1058, 956)], noise)
    yield shape(PAPER, slip, noise, 1)
    yield from lettering(RUST, "DUE", (1062, 728), 26)
    yield from lettering(INK, "14 MAR", (1052, 782), 22)
    yield from lettering(INK, "1939", (1066, 828), 30)
    yield from frame(noise)


def _table(noise: random.Random, wall: str, edge: float) -> Iterator[Cut]:
    yield box(wall, (0, 0, 1600, edge))
    yield from hatch(
        PAPER, Tool(30, 170, 11, 0.04), noise, (0, 0, 1600, edge), inside=lambda x, y: True, tone=lambda x, y: 0.65
    )
    yield box(OCHRE, (0, edge, 1600, 1000))
    for board in range(4):
        y = edge + (1000 - edge) * (board / 4) ** 1.3
        yield stroke(INK, [(0, y), (1600, y + 4)], 7)
    yield from hatch(INK, Tool(24, 150, 6), noise, (0, edge, 1600, 1000), inside=lambda x, y: True, tone=lambda x, y: 0.5)


def _rope(line: list[Point]) -> Iterator[Cut]:
    yield stroke(INK, line, 46)
    yield stroke(OCHRE, line, 32)
    for (x0, y0), (x1, y1) in pairwise(line):
        turn, far = math.atan2(y1 - y0, x1 - x0), math.dist((x0, y0), (x1, y1))
        for step in range(round(far / 22)):
            x, y = x0 + (x1 - x0) * step * 22 / far, y0 + (y1 - y0) * step * 22 / far
            yield gouge(INK, (x - 14 * math.cos(turn + 1), y - 14 * math.sin(turn + 1)), 30, turn + 1, 6)


def _knot(at: Point) -> Iterator[Cut]:
    x, y = at
    for dx, dy, lean in ((-74, -58, 0.6), (74, -50, 2.5)):
        ring = [
            (x + dx + 66 * math.cos(t / 10 * math.pi), y + dy + 44 * math.sin(t / 10 * math.pi + lean * 0)) for t in range(21)
        ]
        yield stroke(INK, ring, 42)
        yield stroke(OCHRE, ring, 28)
        for index in range(0, 20, 2):
            turn = index / 10 * math.pi
            yield gouge(INK, (ring[index][0] - 10, ring[index][1] - 8), 24, turn + 2.2, 6)
    yield from _rope([(x, y + 10), (x - 80, y + 120), (x - 96, y + 190)])
    yield from _rope([(x, y + 10), (x + 96, y + 96), (x + 130, y + 170)])
    yield disc(INK, (x, y), 54, 0.85)
    yield disc(OCHRE, (x, y), 44, 0.82)
    yield from (gouge(INK, (x - 32 + 8 * row, y - 24 + 13 * row), 50, -0.5, 8) for row in range(4))


def loaf(noise: random.Random) -> Iterator[Cut]:
    """Brown bread that stands up: a loaf, a slice, a knife, a jug."""
    yield from _table(noise, FOG, 560)
    window = (980, 60, 1420, 440)
    yield box(INK, window, noise)
    yield box(RIVER, (1000, 80, 1400, 420))
    yield from hatch(PAPER, Tool(24, 90, 9), noise, (1004, 84, 1396, 416), inside=lambda x, y: x < 1396, tone=lambda x, y: 0.9)
    yield box(INK, (1192, 70, 1210, 430))
    yield box(INK, (990, 240, 1410, 256))
    yield shape(INK, [(180, 700), (1240, 690), (1330, 860), (110, 872)], noise)
    yield shape(RUST, [(196, 714), (1226, 704), (1296, 838), (142, 850)], noise)
    yield from hatch(INK, Tool(20, 120, 6, 0.0), noise, (150, 710, 1290, 850), inside=lambda x, y: True, tone=lambda x, y: 0.5)
    crust = [
        (300, 770),
        (280, 560),
        (300, 470),
        (380, 392),
        (520, 350),
        (700, 340),
        (860, 356),
        (950, 410),
        (990, 490),
        (1000, 600),
        (980, 770),
    ]
    yield shape(INK, crust, noise, 3)
    yield from hatch(
        OCHRE,
        Tool(19, 64, 11, 0.1),
        noise,
        (290, 340, 990, 770),
        inside=within(crust),
        tone=lambda x, y: max(0.15, 1 - ((x - 480) / 560) ** 2 - max(0.0, y - 620) / 220),
        turn=lambda x, y: 0.9 * (x - 640) / 400,
    )
    for cut in range(4):
        x = 400 + 140 * cut
        yield stroke(INK, [(x, 470), (x + 60, 400), (x + 110, 372)], 22, 8)
        yield stroke(PAPER, [(x + 12, 466), (x + 64, 408), (x + 104, 382)], 8, 3)
    face = [(1000, 770), (1006, 610), (990, 520), (1030, 470), (1110, 470), (1160, 530), (1166, 620), (1150, 774)]
    yield shape(INK, [(px + (8 if px > 1080 else -8), py - 8) for px, py in face], noise, 2)
    yield shape(OCHRE, face, noise, 2)
    inside = within(face)
    for _ in range(60):
        spot = (noise.uniform(1010, 1150), noise.uniform(490, 760))
        if inside(*spot):
            yield disc(noise.choice((INK, RUST, PAPER)), spot, noise.uniform(3, 8), 0.8)
    yield shape(PAPER, [(560, 838), (1010, 812), (1030, 832), (600, 862)], noise, 1)
    yield shape(INK, [(1010, 806), (1250, 786), (1262, 812), (1030, 838)], noise, 1)
    yield from (disc(PAPER, (x, 818 - 0.1 * (x - 1080)), 5) for x in (1090, 1150, 1210))
    jug = [
        (150, 690),
        (120, 560),
        (140, 450),
        (170, 400),
        (160, 360),
        (310, 350),
        (296, 400),
        (330, 450),
        (344, 560),
        (312, 690),
    ]
    yield shape(INK, [(235 + (px - 235) * 1.07, py - 4) for px, py in jug], noise)
    yield shape(RIVER, jug, noise, 1)
    yield from hatch(
        INK, Tool(15, 60, 7, 1.5), noise, (120, 360, 344, 690), inside=within(jug), tone=lambda x, y: max(0.1, (x - 200) / 150)
    )
    yield stroke(INK, [(136, 430), (70, 470), (76, 570), (128, 600)], 20)
    yield from frame(noise)


def sack_in_flue(noise: random.Random) -> Iterator[Cut]:
    """A brick wall broken open; in the dark of it a canvas sack, and small brown envelopes."""
    yield box(INK, (0, 0, 1600, 1000))
    hole = [(520, 220), (640, 130), (820, 100), (980, 140), (1100, 230), (1130, 420), (1100, 640), (1010, 780), (820, 830), (640, 800),
            (530, 660), (490, 430)]  # fmt: skip
    inside = within(hole)
    for row in range(16):
        for column in range(-1, 13):
            x, y = 130 * column + (65 if row % 2 else 0) + noise.uniform(-3, 3), 20 + 62 * row
            corners = ((x, y), (x + 120, y), (x, y + 52), (x + 120, y + 52), (x + 60, y + 26))
            if not any(inside(*corner) for corner in corners):
                yield from _brick(noise, (x, y))
    yield from hatch(
        RIVER, Tool(20, 60, 5, 1.57), noise, (480, 90, 1140, 840), inside=inside, tone=lambda x, y: 0.5 * (1 - y / 900)
    )
    yield from _sack(noise)
    for x, y, turn in (
        (520, 850, -0.3),
        (640, 900, 0.2),
        (800, 880, -0.1),
        (930, 908, 0.35),
        (1060, 862, -0.2),
        (730, 930, 0.5),
        (420, 920, 0.1),
    ):
        yield from _envelope((x, y), turn)
    for x, y, turn in ((300, 900, 0.4), (1240, 910, -0.5), (1350, 880, 0.2), (180, 930, -0.2)):
        yield shape(INK, _turned((x, y), 66, 34, turn))
        yield shape(RUST, _turned((x, y), 58, 26, turn))
    yield from frame(noise)


def _brick(noise: random.Random, at: Point) -> Iterator[Cut]:
    x, y = at
    yield shape(noise.choice((RUST, RUST, RUST, "#9c4526")), [(x, y), (x + 118, y), (x + 118, y + 50), (x, y + 50)], noise, 2)
    yield from (gouge(INK, (x + noise.uniform(4, 60), y + 14 + 16 * mark), noise.uniform(26, 54), 0.03, 4) for mark in range(2))


def _sack(noise: random.Random) -> Iterator[Cut]:
    sack = [
        (600, 790),
        (560, 660),
        (590, 520),
        (680, 420),
        (770, 380),
        (760, 330),
        (720, 270),
        (800, 300),
        (850, 262),
        (880, 300),
        (950, 280),
        (900, 340),
        (890, 384),
        (980, 440),
        (1050, 560),
        (1060, 690),
        (1010, 780),
        (820, 826),
    ]
    yield shape(PAPER, sack, noise, 2)
    yield from hatch(INK, Tool(17, 60, 7, 1.2), noise, (560, 262, 1060, 826), inside=within(sack),
                     tone=lambda x, y: max(0.12, (x - 760) / 320 + (y - 500) / 900), turn=lambda x, y: 0.8 * (x - 810) / 250)  # fmt: skip
    yield stroke(INK, [(754, 372), (820, 392), (896, 376)], 22)
    yield stroke(OCHRE, [(758, 372), (820, 390), (892, 376)], 11)
    yield stroke(OCHRE, [(820, 392), (790, 450), (806, 490)], 10, 5)
    yield from lettering(INK, "CORLEY", (800, 560), 58, weight=13, middle=True, noise=noise)
    yield from lettering(INK, "MILL", (800, 648), 58, weight=13, middle=True, noise=noise)


def _turned(at: Point, wide: float, high: float, turn: float) -> list[Point]:
    c, s = math.cos(turn), math.sin(turn)
    return [
        (at[0] + dx * c - dy * s, at[1] + dx * s + dy * c)
        for dx, dy in ((-wide, -high), (wide, -high), (wide, high), (-wide, high))
    ]


def _envelope(at: Point, turn: float) -> Iterator[Cut]:
    yield shape(INK, _turned(at, 66, 38, turn))
    yield shape(OCHRE, _turned(at, 60, 32, turn))
    corners = _turned(at, 60, 32, turn)
    yield stroke(INK, [corners[0], at, corners[1]], 5)


def two_clocks(noise: random.Random) -> Iterator[Cut]:
    """The clock of the church and the clock of the town hall, four minutes apart."""
    yield box(OCHRE, (0, 0, 1600, 1000))
    for ray in range(72):
        angle, start = math.pi * 2 * ray / 72, 150.0 + 40 * (ray % 2)
        while start < 1100:
            length = noise.uniform(90, 190)
            spot = (800 + start * math.cos(angle), 90 + start * math.sin(angle))
            if 20 < spot[0] < 1580 and 20 < spot[1] < 960:
                yield gouge(PAPER, spot, length, angle, 6 + start / 80)
            start += length * noise.uniform(1.1, 1.3)
    yield disc(PAPER, (800, 90), 112)
    yield disc(RUST, (800, 90), 92)
    tower = [(220, 1000), (220, 300), (250, 280), (410, -20), (570, 280), (600, 300), (600, 1000)]
    yield shape(INK, tower, noise)
    yield from hatch(
        RIVER,
        Tool(24, 60, 7),
        noise,
        (224, 310, 596, 1000),
        inside=lambda x, y: x < 590 and math.dist((x, y), (410, 500)) > 186,
        tone=lambda x, y: 0.75,
    )
    yield from _clock((410, 500), 11, 56)
    yield shape(INK, [(340, 1000), (340, 850), (410, 760), (480, 850), (480, 1000)], noise)
    yield from (box(OCHRE, (x, 830, x + 10, 1000)) for x in (380, 430))
    hall = [(980, 1000), (980, 330), (960, 330), (960, 290), (1190, 180), (1420, 290), (1420, 330), (1400, 330), (1400, 1000)]
    yield shape(INK, hall, noise)
    yield shape(RUST, [(1000, 1000), (1000, 344), (1380, 344), (1380, 1000)], noise)
    yield from hatch(
        INK,
        Tool(20, 60, 6),
        noise,
        (1000, 344, 1380, 1000),
        inside=lambda x, y: x < 1376 and math.dist((x, y), (1190, 530)) > 176,
        tone=lambda x, y: 0.8,
    )
    yield from lettering(PAPER, "TOWN HALL", (1190, 268), 38, middle=True)
    yield from _clock((1190, 530), 12, 0)
    for x in (1040, 1166, 1290):
        yield box(INK, (x, 780, x + 62, 920), noise)
        yield from (box(OCHRE, (x + 8 + 26 * pane, 790, x + 28 + 26 * pane, 910)) for pane in range(2))
    yield shape(INK, [(0, 1000), (0, 956), (1600, 950), (1600, 1000)], noise)
    yield from frame(noise)


def _clock(at: Point, hour: int, minute: int) -> Iterator[Cut]:
    x, y = at
    yield disc(INK, at, 176)
    yield disc(PAPER, at, 160)
    for mark in range(60):
        turn = math.pi * mark / 30
        reach, thick = (118, 15) if mark % 5 == 0 else (142, 4)
        yield stroke(
            INK,
            [(x + reach * math.cos(turn), y + reach * math.sin(turn)), (x + 152 * math.cos(turn), y + 152 * math.sin(turn))],
            thick,
        )
    for turn, far, thick in (
        (math.pi * (hour % 12 + minute / 60) / 6 - math.pi / 2, 84, 24), (math.pi * minute / 30 - math.pi / 2, 128, 15),
    ):  # fmt: skip
        yield stroke(
            RUST,
            [(x - 26 * math.cos(turn), y - 26 * math.sin(turn)), (x + far * math.cos(turn), y + far * math.sin(turn))],
            thick,
            5,
        )
    yield disc(INK, at, 14)
