"""Winter: a goal, the ice on the birches; and the stairs up the hill, on which someone has always counted."""

# ruff: noqa: PLR2004, ARG005 - a drawing is made of bare figures, and a field is a function of both coordinates

import math
import random
from collections.abc import Iterator

from pictures.figures import FOG, INK, OCHRE, PAPER, RIVER, RUST, frame, house, person
from pictures.letters import lettering
from pictures.woodcut import Cut, Point, Tool, box, disc, gouge, hatch, shape, stroke, within


def goal(noise: random.Random) -> Iterator[Cut]:
    """A player goes round a goalie who looks behind her; the crowd is a hatching with faces."""
    yield box(INK, (0, 0, 1600, 420))
    for row in range(5):
        for seat in range(29):
            x, y = 20 + 57 * seat + (28 if row % 2 else 0), 66 + 66 * row + noise.uniform(-6, 6)
            yield shape(
                noise.choice((RIVER, RUST, FOG, "#3d4a50", "#3d4a50")),
                [(x - 25, y + 50), (x - 16, y + 16), (x + 16, y + 16), (x + 25, y + 50)],
            )
            yield disc(noise.choice((PAPER, FOG, PAPER)), (x, y), 15, 1.15)
    yield box(PAPER, (0, 392, 1600, 486), noise)
    yield box(RUST, (0, 392, 1600, 410), noise)
    yield box(INK, (0, 470, 1600, 490), noise)
    yield from lettering(INK, "PORT REGENT", (70, 424), 32)
    yield from lettering(INK, "VISITORS", (1180, 424), 32)
    yield box(PAPER, (0, 488, 1600, 1000))
    yield from hatch(RIVER, Tool(24, 130, 7, 0.12), noise, (0, 490, 1600, 1000), inside=lambda x, y: True, tone=lambda x, y: 0.45,
                     turn=lambda x, y: 0.5 * math.sin(x / 300))  # fmt: skip
    yield from _net()
    yield from _goalie(noise)
    yield from _player(noise)
    yield disc(INK, (1368, 828), 32, 0.45)
    yield from (gouge(INK, (1180 - 60 * mark, 836 + 4 * mark), 52, 0.02, 7) for mark in range(3))
    yield from frame(noise)


def _net() -> Iterator[Cut]:
    yield from (stroke(INK, [(1180 + 36 * cord, 470), (1240 + 34 * cord, 800)], 3) for cord in range(11))
    yield from (stroke(INK, [(1180, 490 + 38 * cord), (1560, 490 + 38 * cord)], 3) for cord in range(9))
    yield stroke(INK, [(1180, 820), (1180, 462), (1574, 462), (1574, 820)], 26)
    yield stroke(RUST, [(1180, 820), (1180, 462), (1574, 462), (1574, 820)], 15)


def _goalie(noise: random.Random) -> Iterator[Cut]:
    for side, x in ((0, 980), (1, 1090)):
        pad = [(x - 52, 620), (x + 44, 620), (x + 60, 830), (x - 40 - 20 * side, 838)]
        yield shape(INK, [(x + (px - x) * 1.16, 730 + (py - 730) * 1.05) for px, py in pad], noise)
        yield shape(OCHRE, pad, noise, 1)
        yield from (stroke(INK, [(x - 44, 660 + 42 * row), (x + 50, 660 + 42 * row)], 6) for row in range(4))
    body = [(900, 640), (904, 470), (960, 410), (1080, 400), (1146, 450), (1160, 640), (1030, 680)]
    yield shape(INK, [(1030 + (x - 1030) * 1.05, 540 + (y - 540) * 1.05) for x, y in body], noise)
    yield shape(RUST, body, noise)
    yield from hatch(
        INK,
        Tool(18, 60, 7, 1.2),
        noise,
        (900, 400, 1160, 670),
        inside=within(body),
        tone=lambda x, y: max(0.0, (x - 960) / 200),
    )
    yield disc(INK, (1052, 352), 72)
    yield disc(PAPER, (1062, 352), 56)
    yield from (stroke(INK, [(1024, 330 + 22 * row), (1118, 330 + 22 * row)], 5) for row in range(3))
    yield stroke(INK, [(1070, 306), (1070, 400)], 5)
    yield stroke(INK, [(910, 500), (820, 600), (800, 700)], 62, 46)
    yield shape(INK, [(740, 690), (850, 680), (862, 770), (760, 790)], noise)
    yield shape(OCHRE, [(752, 702), (840, 694), (848, 760), (768, 776)], noise)
    yield stroke(INK, [(812, 740), (860, 850), (760, 866)], 22)


def _player(noise: random.Random) -> Iterator[Cut]:
    for line, start, end in (([(420, 640), (300, 720), (190, 800)], 96, 60), ([(450, 640), (560, 730), (540, 860)], 100, 62)):
        yield stroke(INK, line, start, end)
    for x, y, lean in ((176, 816, -0.35), (552, 880, 0.1)):
        yield shape(INK, [(x - 50, y - 30), (x + 26, y - 34), (x + 76, y + 6), (x - 44, y + 10)])
        yield stroke(INK, [(x - 80, y + 26 - 40 * lean), (x + 80, y + 22 + 20 * lean), (x + 112, y + 8)], 9)
    body = [(360, 640), (370, 520), (440, 420), (560, 370), (640, 420), (610, 520), (520, 660)]
    yield shape(INK, [(495 + (x - 495) * 1.06, 520 + (y - 520) * 1.06) for x, y in body], noise)
    yield shape(RIVER, body, noise)
    yield from hatch(
        INK,
        Tool(19, 60, 8, -0.9),
        noise,
        (360, 370, 640, 660),
        inside=within(body),
        tone=lambda x, y: max(0.15, (y - 470) / 200),
    )
    yield stroke(PAPER, [(388, 592), (470, 632), (560, 610)], 17)
    yield from lettering(PAPER, "9", (470, 456), 84, weight=19)
    yield stroke(INK, [(600, 440), (700, 540), (780, 560)], 66, 48)
    yield stroke(INK, [(470, 440), (600, 590), (720, 620)], 60, 44)
    yield disc(INK, (786, 562), 30)
    yield disc(INK, (726, 622), 30)
    yield stroke(INK, [(690, 500), (900, 760), (1200, 900)], 15)
    yield shape(INK, [(1180, 880), (1210, 880), (1330, 852), (1336, 874), (1214, 914)], noise)
    yield stroke(INK, [(600, 330), (530, 340), (470, 390), (430, 380)], 20, 8)
    yield disc(INK, (640, 336), 80)
    yield disc(RUST, (634, 330), 68)
    yield shape(PAPER, [(640, 310), (712, 310), (720, 370), (676, 408), (636, 390)], noise, 1)
    yield disc(INK, (690, 338), 8)
    yield stroke(INK, [(684, 382), (706, 374)], 6)
    yield stroke(INK, [(632, 300), (722, 300)], 13)
    yield stroke(INK, [(634, 396), (690, 416)], 8)


def ice(noise: random.Random) -> Iterator[Cut]:
    """Birches bowed to the ground under ice, wires down, one lamp in a window."""
    yield box(RIVER, (0, 0, 1600, 1000))
    yield from hatch(
        INK, Tool(24, 140, 9, 0.08), noise, (0, 0, 1600, 640), inside=lambda x, y: True, tone=lambda x, y: 0.75 - y / 900
    )
    ground = [(0, 1000), (0, 690), (320, 650), (700, 676), (1100, 640), (1600, 680), (1600, 1000)]
    yield from house(noise, (1120, 470, 1330, 680), 110, INK, INK)
    yield box(OCHRE, (1190, 520, 1250, 590))
    yield box(INK, (1216, 520, 1224, 590))
    yield from (gouge(OCHRE, (1180 - 22 * ray, 556 + 10 * (ray - 2)), 60, 3.1 + 0.1 * (ray - 2), 7) for ray in range(5))
    yield stroke(PAPER, [(1106, 486), (1225, 356), (1344, 486)], 16)
    yield shape(PAPER, ground, noise, 3)
    yield from hatch(
        INK,
        Tool(23, 90, 7, 0.1),
        noise,
        (0, 640, 1600, 1000),
        inside=within(ground),
        tone=lambda x, y: 0.15 + 0.6 * (y - 660) / 340,
    )
    for x, lean in ((90, 0.06), (620, -0.1), (1510, 0.16)):
        yield stroke(INK, [(x, 720), (x + 380 * lean, 210)], 24, 17)
        yield stroke(INK, [(x + 380 * lean - 74, 262), (x + 380 * lean + 70, 244)], 13)
    for low in (0, 26):
        yield from _wire((50, 262 + low), (516, 250 + low), 150)
        yield from _wire((650, 246 + low), (1000, 730 + low), -10)
    for foot, top, tip in (((300, 800), (360, 360), (640, 830)), ((470, 860), (620, 430), (900, 850)), ((840, 900), (1010, 480), (1330, 900)),
                           ((190, 940), (120, 520), (-60, 840)), ((1440, 850), (1330, 500), (1080, 820))):  # fmt: skip
        yield from _bowed(noise, foot, top, tip)
    yield from frame(noise)


def _wire(start: Point, end: Point, sag: float) -> Iterator[Cut]:
    line = [
        (start[0] + (end[0] - start[0]) * t / 12, start[1] + (end[1] - start[1]) * t / 12 + sag * math.sin(math.pi * t / 12))
        for t in range(13)
    ]
    yield stroke(INK, line, 7)
    yield from (gouge(PAPER, point, 20 + 9 * (index % 3), math.pi / 2, 7) for index, point in enumerate(line[1:-1]))


def _bowed(noise: random.Random, foot: Point, top: Point, tip: Point) -> Iterator[Cut]:
    def at(t: float) -> Point:
        a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t * t
        return a * foot[0] + b * top[0] * 1.0 + c * tip[0], a * foot[1] + b * (2 * top[1] - (foot[1] + tip[1]) / 2) + c * tip[1]

    trunk = [at(t / 14) for t in range(15)]
    yield stroke(INK, trunk, 44, 11)
    yield stroke(PAPER, trunk, 31, 5)
    for mark in range(1, 10):
        x, y = at(mark / 14)
        yield gouge(INK, (x - 11, y), 20, noise.uniform(-0.5, 0.5), 8)
    for twig in range(6, 15):
        x, y = at(twig / 14)
        hanging = [
            (
                (x + noise.uniform(-20, 20), y + noise.uniform(-12, 12)),
                math.pi / 2 + noise.uniform(-0.5, 0.5),
                noise.uniform(60, 130),
            )
            for _ in range(4)
        ]
        yield from (gouge(INK, (spot[0], spot[1] - 4), long + 12, turn, 17) for spot, turn, long in hanging)
        yield from (gouge(PAPER, spot, long, turn, 8) for spot, turn, long in hanging)


def stairs(noise: random.Random) -> Iterator[Cut]:
    """The stairs up Chapel Hill by lamplight, a gap where number 68 was; someone lifts a foot."""
    yield box(RIVER, (0, 0, 1600, 1000))
    yield from hatch(
        INK, Tool(22, 120, 9, 0.1), noise, (0, 0, 1600, 1000), inside=lambda x, y: True, tone=lambda x, y: 0.8 - y / 1400
    )
    yield disc(PAPER, (1270, 170), 84)
    yield disc(OCHRE, (1270, 170), 70)
    for side in (-1, 1):
        bank = [(800 + side * 90, 120), (800 + side * 380, 1000), (800 + side * 900, 1000), (800 + side * 900, 360)]
        yield shape(INK, bank, noise, 3)
        yield from hatch(
            RIVER,
            Tool(26, 90, 8, side * 0.5),
            noise,
            (0, 120, 1600, 1000),
            inside=within(bank),
            tone=lambda x, y: 0.3 + y / 2200,
        )
        for index in range(5):
            x, y, size = 800 + side * (640 - 96 * index), 800 - 150 * index, 150 - 24 * index
            yield from house(
                noise, (x - size / 2, y - size, x + size / 2, y + 20), size * 0.5, (RUST, INK, OCHRE, INK, RUST)[index], PAPER
            )
    yield from _treads(noise)
    for x, y, tall in ((560, 700, 420), (1000, 380, 210), (690, 250, 120)):
        yield stroke(INK, [(x, y), (x, y - tall)], tall / 22, tall / 32)
        yield disc(OCHRE, (x, y - tall), tall / 6)
        yield disc(PAPER, (x, y - tall), tall / 11)
        yield shape(INK, [(x - tall / 9, y - tall * 1.12), (x, y - tall * 1.24), (x + tall / 9, y - tall * 1.12)])
    yield from person((846, 640), 230, RUST, hat=True)
    yield stroke(RUST, [(868, 590), (908, 570), (904, 616)], 26, 20)
    yield from person((742, 330), 76, RUST)
    yield from person((816, 214), 46, hat=True)
    yield from frame(noise)


def _treads(noise: random.Random) -> Iterator[Cut]:
    for step in range(28):
        near, past = (step / 28) ** 1.7, ((step + 1) / 28) ** 1.7
        top, bottom = 130 + 870 * near, 130 + 870 * past
        half = 40 + 330 * near
        if step == 17:
            yield shape(INK, [(800 - half, top), (800 + half, top), (800 + half * 1.05, bottom), (800 - half * 1.05, bottom)])
            continue
        yield shape(INK, [(800 - half, top), (800 + half, top), (800 + half * 1.05, bottom), (800 - half * 1.05, bottom)])
        yield shape(
            PAPER,
            [
                (800 - half, top),
                (800 + half, top),
                (800 + half * 1.03, top + (bottom - top) * 0.6),
                (800 - half * 1.03, top + (bottom - top) * 0.6),
            ],
            noise,
            1,
        )
        if step > 9:
            yield from (
                gouge(
                    FOG,
                    (800 - half * 0.9 + half * 0.42 * mark, top + (bottom - top) * 0.3),
                    half * 0.25,
                    0.03,
                    2 + (bottom - top) / 12,
                )
                for mark in range(4)
            )


def lamplighter(noise: random.Random) -> Iterator[Cut]:
    """Dusk on a street in the snow; a man on a ladder lights the lamp."""
    yield box(INK, (0, 0, 1600, 1000))
    yield from hatch(
        RIVER, Tool(23, 130, 10, -0.1), noise, (0, 0, 1600, 700), inside=lambda x, y: math.dist((x, y), _LAMP) > 150,
        tone=lambda x, y: 0.2 + 0.75 * y / 700,
    )  # fmt: skip
    for index, (left, wide, top) in enumerate(
        (
            (-30, 250, 250),
            (220, 190, 330),
            (410, 150, 400),
            (560, 120, 446),
            (860, 120, 440),
            (980, 150, 392),
            (1130, 200, 316),
            (1330, 300, 220),
        )
    ):
        wall = (RUST, INK, OCHRE, INK)[index % 4] if index not in {3, 4} else INK
        yield from house(noise, (left, top, left + wide, 800), wide * 0.42, wall, FOG if wall in {RUST, OCHRE} else OCHRE)
        yield stroke(PAPER, [(left - 8, top + 4), (left + wide / 2, top - wide * 0.44), (left + wide + 8, top + 4)], wide / 16)
    yield shape(INK, [(690, 800), (690, 520), (706, 380), (722, 520), (722, 600), (800, 600), (812, 800)], noise)
    street = [(0, 1000), (0, 790), (400, 752), (760, 740), (1150, 756), (1600, 800), (1600, 1000)]
    yield shape(PAPER, street, noise, 3)
    yield from hatch(
        INK,
        Tool(24, 100, 7, 0.02),
        noise,
        (0, 740, 1600, 1000),
        inside=within(street),
        tone=lambda x, y: 0.1 + 0.6 * (y - 740) / 260,
    )
    yield from _glow(noise)
    yield from _gas_lamp()
    yield from _on_ladder()
    for index in range(9):
        yield disc(INK, (1040 + 52 * index, 868 + 10 * index + 16 * (index % 2)), 13, 0.45)
    yield from frame(noise)


_LAMP = (640.0, 250.0)


def _glow(noise: random.Random) -> Iterator[Cut]:
    for ray in range(54):
        angle, start = 2 * math.pi * ray / 54, 96.0 + 24 * (ray % 2)
        while start < 430:
            length = noise.uniform(50, 90)
            spot = (_LAMP[0] + start * math.cos(angle), _LAMP[1] + start * math.sin(angle))
            if spot[1] > 30:
                yield gouge(OCHRE if start < 250 else PAPER, spot, length, angle, 13 - start / 45)
            start += length * noise.uniform(1.15, 1.5)


def _gas_lamp() -> Iterator[Cut]:
    x, y = _LAMP
    yield stroke(PAPER, [(x, 930), (x, y + 70)], 42, 30)
    yield stroke(INK, [(x, 930), (x, y + 70)], 30, 19)
    yield shape(INK, [(x - 54, 940), (x - 30, 860), (x + 30, 860), (x + 54, 940)])
    yield stroke(INK, [(x - 100, y + 116), (x + 100, y + 116)], 13)
    yield shape(INK, [(x - 52, y + 76), (x - 84, y - 56), (x, y - 122), (x + 84, y - 56), (x + 52, y + 76)])
    yield shape(OCHRE, [(x - 40, y + 64), (x - 68, y - 48), (x + 68, y - 48), (x + 40, y + 64)])
    yield disc(PAPER, (x, y + 14), 30, 1.3)
    yield stroke(INK, [(x - 14, y + 64), (x - 24, y - 48)], 6)
    yield stroke(INK, [(x + 14, y + 64), (x + 24, y - 48)], 6)
    yield disc(INK, (x, y - 128), 15)


def _on_ladder() -> Iterator[Cut]:
    for colour, wide in ((PAPER, 26), (INK, 15)):
        yield stroke(colour, [(960, 948), (716, 350)], wide)
        yield stroke(colour, [(1046, 940), (772, 340)], wide)
        for rung in range(1, 11):
            x, y = 960 - 22.2 * rung, 948 - 54.4 * rung
            yield stroke(colour, [(x, y), (x + 84 - 2.6 * rung, y - 7)], wide * 0.8)
    yield from person((852, 700), 356, PAPER, hat=True)
    yield from person((852, 696), 340, RUST, hat=True)
    for colour, wide in ((PAPER, 44), (RUST, 32)):
        yield stroke(colour, [(826, 470), (760, 440), (712, 356)], wide, wide * 0.7)
    yield stroke(INK, [(712, 360), (676, 292)], 9)
    yield shape(PAPER, [(884, 560), (948, 544), (956, 600), (894, 618)])
    yield from (stroke(INK, [(896, 572 + 12 * row), (942, 562 + 12 * row)], 4) for row in range(4))
