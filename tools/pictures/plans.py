"""Plans: the map of the town, and a joint of the bridge cut open."""

# ruff: noqa: PLR2004, ARG005 - a drawing is made of bare figures, and a field is a function of both coordinates

import math
import random
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pictures.figures import FOG, INK, OCHRE, PAPER, RIVER, RUST, frame
from pictures.letters import lettering
from pictures.woodcut import Cut, Point, Tool, box, disc, gouge, hatch, shape, stroke, within

_BANK = (
    (0, 300), (180, 286), (330, 330), (470, 420), (560, 520), (690, 580), (860, 572), (1010, 520), (1180, 500), (1340, 540),
    (1480, 620), (1600, 660),
)  # fmt: skip


def town_map(noise: random.Random) -> Iterator[Cut]:
    """Vesper Falls from above: the river between its banks, the bridges, the mill, the stairs and the spur."""
    yield box(PAPER, (0, 0, 1600, 1000))
    yield from hatch(OCHRE, Tool(24, 60, 5, 0.6), noise, (0, 0, 1600, 480), inside=_on_the_hill, tone=lambda x, y: 0.55)
    river = [*((x, y - 66) for x, y in _BANK), *((x, y + 66) for x, y in reversed(_BANK))]
    yield shape(INK, [(x, y + (-7 if index < len(_BANK) else 7)) for index, (x, y) in enumerate(river)], noise, 2)
    yield shape(RIVER, river)
    for start, end in pairwise(_BANK):
        turn = math.atan2(end[1] - start[1], end[0] - start[0])
        for _ in range(16):
            part, aside = noise.random(), noise.uniform(-52, 52)
            spot = (start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part + aside)
            yield gouge(PAPER, spot, noise.uniform(30, 70), turn, 5)
    yield from _blocks(noise)
    yield from _contours()
    yield from _spur()
    yield from _crossings(noise)
    yield from _marks(noise)
    yield from _names()
    yield from _compass(noise, (1450, 190))
    yield from frame(noise)


def _on_the_hill(x: float, y: float) -> bool:
    return math.hypot((x - 1010) / 1.5, y - 190) < 170


def _blocks(noise: random.Random) -> Iterator[Cut]:
    for row in range(3):
        for column in range(9):
            left, top = 360 + column * 92 + row * 10, 690 + row * 78
            if (row, column) not in {(0, 5), (0, 6), (0, 7), (0, 8), (1, 2), (0, 0), (0, 1)}:
                yield shape(INK, [(left, top), (left + 66, top + 4), (left + 64, top + 48), (left - 3, top + 46)], noise, 2)
                if noise.random() < 0.4:
                    yield shape(RUST, [(left + 8, top + 9), (left + 52, top + 11), (left + 51, top + 38), (left + 7, top + 37)])
    for column in range(5):
        left = 1210 + column * 62
        yield shape(INK, [(left, 330), (left + 42, 334), (left + 40, 372), (left - 2, 368)], noise, 2)


def _contours() -> Iterator[Cut]:
    for ring in range(4):
        reach = 40 + 46 * ring
        loop = [
            (1010 + 1.5 * reach * math.cos(t / 20 * math.pi), 190 + reach * math.sin(t / 20 * math.pi) * 0.92)
            for t in range(41)
        ]
        yield stroke(INK, loop, 4)
    for step in range(22):
        x, y = 1000 - 3.4 * step, 236 + 10.6 * step
        if step != 13:
            yield stroke(INK, [(x - 17, y), (x + 17, y + 5)], 5)


def _spur() -> Iterator[Cut]:
    line: list[Point] = [(250, 560), (300, 660), (300, 780), (250, 880), (130, 940), (0, 960)]
    for start, end in pairwise(line):
        steps = round(math.dist(start, end) / 18)
        turn = math.atan2(end[1] - start[1], end[0] - start[0]) + math.pi / 2
        for step in range(steps):
            x = start[0] + (end[0] - start[0]) * step / steps
            y = start[1] + (end[1] - start[1]) * step / steps
            reach = (13 * math.cos(turn), 13 * math.sin(turn))
            yield stroke(INK, [(x - reach[0], y - reach[1]), (x + reach[0], y + reach[1])], 5)
    yield stroke(INK, line, 4)


def _crossings(noise: random.Random) -> Iterator[Cut]:
    yield stroke(INK, [(640, 470), (606, 660)], 30)
    yield stroke(OCHRE, [(640, 470), (606, 660)], 16)
    yield from (disc(INK, (638 - 34 * part / 6, 482 + 166 * part / 6), 7) for part in range(7))
    yield from (disc(INK, (898 + 2 * dot, 484 + 25 * dot), 7) for dot in range(8))
    yield from (box(INK, (890 + 4 * pier, 534 + 50 * pier, 920 + 4 * pier, 554 + 50 * pier), noise) for pier in range(2))


def _marks(noise: random.Random) -> Iterator[Cut]:
    mill = [(330, 520), (440, 590), (410, 640), (296, 566)]
    yield shape(INK, [(x - 5, y - 5) for x, y in mill], noise)
    yield shape(RUST, mill, noise)
    yield from hatch(INK, Tool(11, 30, 4, 0.56), noise, (290, 510, 450, 650), inside=within(mill), tone=lambda x, y: 0.7)
    yield disc(INK, (1010, 176), 26)
    yield shape(PAPER, [(990, 176), (1010, 158), (1030, 176)])
    yield shape(INK, [(824, 720), (824, 690), (840, 650), (856, 690), (904, 690), (904, 730), (824, 730)], noise)
    yield box(INK, (1196, 232, 1262, 284), noise)
    yield box(PAPER, (1223, 240, 1235, 276))
    yield box(PAPER, (1211, 252, 1247, 264))


def _names() -> Iterator[Cut]:
    for text, at, height in (
        ("MILL SIDE", (720, 922), 44), ("CHAPEL HILL", (566, 84), 40), ("THE MILL", (190, 470), 26), ("OBSERVATORY", (610, 168), 24),
        ("HOSPITAL", (1340, 248), 22), ("112 STEPS", (820, 330), 24), ("HALLORAN", (742, 428), 21), ("BRIDGE", (742, 462), 21),
        ("CORLEY BRIDGE 1889-2008", (1182, 652), 22), ("THE SPUR", (150, 800), 26), ("TO BARROW LAKE", (206, 130), 24),
        ("TO THE SEA", (1440, 720), 24), ("ST OSRIC'S", (1006, 702), 21),
    ):  # fmt: skip
        yield from lettering(INK, text, at, height, middle=True)
    yield stroke(INK, [(712, 180), (978, 180)], 4)
    yield stroke(INK, [(300, 186), (150, 190)], 6)
    yield shape(INK, [(132, 191), (160, 177), (160, 204)])
    yield stroke(INK, [(1370, 766), (1470, 790)], 6)
    yield shape(INK, [(1490, 795), (1460, 776), (1466, 802)])


def _compass(noise: random.Random, at: Point) -> Iterator[Cut]:
    x, y = at
    yield disc(INK, at, 74)
    yield disc(PAPER, at, 66)
    yield shape(INK, [(x, y - 92), (x + 18, y), (x, y + 60), (x - 18, y)], noise, 1)
    yield shape(RUST, [(x, y - 84), (x + 12, y - 4), (x - 12, y - 4)])
    yield from lettering(INK, "N", (x, y - 140), 34, middle=True)


def joint(noise: random.Random) -> Iterator[Cut]:
    """A joint in the deck of the bridge, cut open: where the water goes in, and what it does to the column."""
    yield box(FOG, (0, 0, 1600, 1000))
    yield from hatch(PAPER, Tool(24, 140, 8, 0.02), noise, (0, 0, 1600, 1000), inside=lambda x, y: True, tone=lambda x, y: 0.6)
    for slab in ([(60, 250), (776, 250), (776, 392), (60, 392)], [(824, 250), (1540, 250), (1540, 392), (824, 392)]):
        yield from _concrete(noise, slab)
    column = [(640, 470), (960, 470), (960, 974), (640, 974)]
    head = [(560, 400), (1040, 400), (1040, 440), (960, 500), (640, 500), (560, 440)]
    yield from _concrete(noise, column)
    yield from _concrete(noise, head)
    for x in (690, 910):
        yield stroke(RUST, [(x, 426), (x, 974)], 15)
        yield from (stroke(INK, [(x - 9, y), (x + 9, y + 6)], 4) for y in range(440, 974, 26))
    crack = [(800, 404), (806, 470), (786, 540), (818, 610), (790, 690), (824, 770), (800, 850), (812, 930), (806, 974)]
    yield stroke(INK, crack, 46, 6)
    yield stroke(RIVER, crack, 28, 2)
    yield from (gouge(PAPER, (800 + noise.uniform(-10, 8), 420 + 46 * step), 30, 1.4, 7) for step in range(8))
    yield from _rain(noise)
    yield from _notes()
    yield from frame(noise)


def _concrete(noise: random.Random, outline: Sequence[Point]) -> Iterator[Cut]:
    yield shape(INK, [(x + (9 if x > 800 else -9), y + (8 if y > 420 else -8)) for x, y in outline], noise)
    yield shape(PAPER, outline)
    left, right = min(x for x, _ in outline), max(x for x, _ in outline)
    top, bottom = min(y for _, y in outline), max(y for _, y in outline)
    inside = within(outline)
    for _ in range(round((right - left) * (bottom - top) / 1500)):
        spot = (noise.uniform(left + 8, right - 8), noise.uniform(top + 8, bottom - 8))
        if inside(*spot):
            yield disc(noise.choice((INK, FOG, FOG, OCHRE)), spot, noise.uniform(3, 8), noise.uniform(0.6, 1))


def _rain(noise: random.Random) -> Iterator[Cut]:
    yield box(RIVER, (778, 236, 822, 398))
    yield from (gouge(PAPER, (786 + 9 * row, 246 + 24 * (row % 3)), 90, 1.57, 6) for row in range(4))
    for _ in range(60):
        yield gouge(INK, (noise.uniform(430, 1060), noise.uniform(40, 200)), noise.uniform(30, 46), 1.3, 5)
    yield shape(RIVER, [(560, 250), (640, 240), (770, 236), (778, 250)])
    yield shape(RIVER, [(822, 250), (830, 236), (960, 240), (1040, 250)])


def _notes() -> Iterator[Cut]:
    for text, at, start, end in (
        ("THE DECK", (110, 150), (190, 200), (230, 300)), ("THE JOINT", (1120, 140), (1110, 176), (840, 250)),
        ("NOTHING IN IT", (1120, 186), (1110, 176), (840, 250)), ("THE HEAD", (250, 470), (522, 486), (580, 440)),
        ("ICE", (1150, 640), (1140, 656), (830, 660)), ("THE COLUMN", (210, 800), (556, 818), (650, 818)),
        ("ONE OF 60", (210, 850), (556, 818), (650, 818)),
    ):  # fmt: skip
        yield from lettering(INK, text, at, 36)
        yield stroke(INK, [start, end], 5)
        yield disc(RUST, end, 11)
