"""The library in the mill."""

# ruff: noqa: PLR2004, ARG005 - a drawing is made of bare figures, and a field is a function of both coordinates

import random
from collections.abc import Iterator

from pictures.figures import FOG, INK, OCHRE, PAPER, RIVER, RUST, frame
from pictures.woodcut import Cut, Point, Tool, box, disc, gouge, hatch, shape, stroke, within


def reading_room(noise: random.Random) -> Iterator[Cut]:
    """Iron columns, tall windows, tables and readers; an old loom at the far end."""
    yield box(PAPER, (0, 0, 1600, 1000))
    yield shape(FOG, _plane(1))
    for beam in range(7):
        near = 1 / (1 + 0.42 * beam)
        yield stroke(INK, [(800 - 900 * near, 470 - 520 * near), (800 + 900 * near, 470 - 520 * near)], 44 * near)
    yield from hatch(
        INK, Tool(13, 70, 4), noise, (0, 0, 1600, 330), inside=within(_plane(1)), tone=lambda x, y: 0.5,
    )  # fmt: skip
    yield shape(OCHRE, _plane(0))
    for board in range(-9, 10):
        yield stroke(INK, [(800 + board * 26, 612), (800 + board * 97, 1000)], 1.5, 5)
    for side in (-1.0, 1.0):
        yield shape(INK, [_room(side, -0.6, 0), _room(side, -0.6, 1), _room(side, 6, 1), _room(side, 6, 0)])
    yield from _back_wall(noise)
    for bay in range(5, -1, -1):
        yield from _bay(noise, bay)
    yield from frame(noise)


def _room(side: float, depth: float, height: float) -> Point:
    """A point in the room: side −1…1 from wall to wall, depth 0 nearest, height 0 (floor) … 1 (ceiling)."""
    near = 1 / (1 + 0.42 * depth)
    return 800 + side * 860 * near, 470 + 500 * near - height * 1010 * near


def _plane(height: float) -> list[Point]:
    return [_room(-1, -0.6, height), _room(-1, 6, height), _room(1, 6, height), _room(1, -0.6, height)]


def _back_wall(noise: random.Random) -> Iterator[Cut]:
    yield box(RUST, (560, 318, 1040, 614), noise)
    yield from hatch(INK, Tool(9, 28, 3), noise, (560, 318, 1040, 614), inside=lambda x, y: True, tone=lambda x, y: 0.7)
    for x in (604, 706, 808, 910):
        yield box(INK, (x, 350, x + 74, 476))
        yield from (
            box(PAPER, (x + 6 + 33 * column, 358 + 38 * row, x + 33 + 33 * column, 390 + 38 * row))
            for column in range(2)
            for row in range(3)
        )
    yield from (
        box(INK, edges)
        for edges in (
            (670, 500, 686, 640),
            (914, 500, 930, 640),
            (660, 492, 940, 508),
            (660, 566, 940, 580),
            (652, 534, 948, 542),
        )
    )
    yield from (stroke(PAPER, [(694 + 9 * thread, 508), (694 + 9 * thread, 566)], 2.5) for thread in range(25))
    yield box(INK, (686, 584, 914, 606))
    yield from (gouge(PAPER, (696 + 44 * mark, 594), 34, 0, 5) for mark in range(5))


def _bay(noise: random.Random, bay: int) -> Iterator[Cut]:
    first, last = float(bay), bay + 0.62
    for side in (-1.0, 1.0):
        yield shape(
            RUST if bay % 2 else INK,
            [_room(side, bay - 0.02, 0), _room(side, bay - 0.02, 1), _room(side, bay + 1, 1), _room(side, bay + 1, 0)],
        )
    pane = [_room(-1, first + 0.2, 0.3), _room(-1, first + 0.2, 0.86), _room(-1, last + 0.2, 0.86), _room(-1, last + 0.2, 0.3)]
    yield shape(PAPER, pane, noise, 1)
    for part in (0.33, 0.66):
        depth = first + 0.2 + 0.62 * part
        yield stroke(INK, [_room(-1, depth, 0.3), _room(-1, depth, 0.86)], 7 / (1 + 0.42 * bay))
    for height in (0.44, 0.58, 0.72):
        yield stroke(INK, [_room(-1, first + 0.2, height), _room(-1, last + 0.2, height)], 7 / (1 + 0.42 * bay))
    yield from _shelves(noise, first)
    yield shape(
        PAPER,
        [_room(-0.82, first + 0.3, 0), _room(-0.82, last + 0.3, 0), _room(-0.5, last + 0.42, 0), _room(-0.5, first + 0.42, 0)],
    )
    yield from _table(noise, bay)
    for side in (-0.62, 0.62):
        near = 1 / (1 + 0.42 * first)
        yield stroke(INK, [_room(side, first, 0), _room(side, first, 1)], 34 * near, 26 * near)
        yield stroke(PAPER, [_room(side - 0.008, first, 0.06), _room(side - 0.008, first, 0.9)], 4 * near)
        yield stroke(INK, [_room(side, first, 0.9), _room(side, first, 1)], 30 * near, 76 * near)
        yield stroke(INK, [_room(side, first, 0.04), _room(side, first, 0)], 34 * near, 60 * near)


def _shelves(noise: random.Random, depth: float) -> Iterator[Cut]:
    case = [
        _room(0.97, depth + 0.1, 0),
        _room(0.97, depth + 0.1, 0.72),
        _room(0.97, depth + 0.92, 0.72),
        _room(0.97, depth + 0.92, 0),
    ]
    yield shape(INK, case)
    for row in range(5):
        low = 0.04 + 0.136 * row
        for book in range(17):
            at = depth + 0.13 + 0.045 * book
            if noise.random() < 0.9:
                tall = low + noise.uniform(0.085, 0.118)
                colour = noise.choice((PAPER, RUST, OCHRE, RIVER, FOG))
                yield shape(
                    colour,
                    [_room(0.97, at, low), _room(0.97, at, tall), _room(0.97, at + 0.033, tall), _room(0.97, at + 0.033, low)],
                )


def _table(noise: random.Random, bay: int) -> Iterator[Cut]:
    if bay > 3:
        return
    depth = bay + 0.35
    near = 1 / (1 + 0.42 * depth)
    seats = ((-0.27,), (-0.27, 0.24), (0.26,), (-0.25, 0.25))[bay]
    for side in seats:
        yield from _reader(side, depth + 0.34, (INK, RUST)[(bay + (side > 0)) % 2])
    board = [
        _room(-0.42, depth, 0.25),
        _room(-0.42, depth + 0.3, 0.25),
        _room(0.42, depth + 0.3, 0.25),
        _room(0.42, depth, 0.25),
    ]
    yield shape(RIVER, board, noise, 1)
    yield stroke(INK, [board[0], board[3]], 16 * near)
    for side in (-0.39, 0.39):
        yield stroke(INK, [_room(side, depth, 0.25), _room(side, depth, 0)], 16 * near, 12 * near)
    for side in (*seats, *(() if bay else (0.2,))):
        x, y = _room(side, depth + 0.16, 0.255)
        wide = 46 * near
        ends = ((-wide, -6), (0, 3), (wide, -6), (wide, 14), (0, 22), (-wide, 14))
        yield shape(PAPER, [(x + dx, y + dy * near) for dx, dy in ends])
        yield stroke(INK, [(x, y + 3 * near), (x, y + 22 * near)], 3 * near)


def _reader(side: float, depth: float, colour: str) -> Iterator[Cut]:
    """Somebody who sits behind a table and reads: a head, two arms, two shins."""
    x, y = _room(side, depth, 0)
    unit = 1010 / (1 + 0.42 * depth) / 100
    for leg in (-3.2, 3.2):
        yield stroke(colour, [(x + leg * unit, y - 15 * unit), (x + leg * unit, y)], 4.2 * unit, 3 * unit)
        yield stroke(INK, [(x + leg * 2.4 * unit, y - 17 * unit), (x + leg * 2.5 * unit, y)], 1.2 * unit)
    body = (
        (-7, 16),
        (-7, 26),
        (-8.5, 33),
        (-7, 37.5),
        (-2, 39.5),
        (-1.5, 42),
        (1.5, 42),
        (2, 39.5),
        (7, 37.5),
        (8.5, 33),
        (7, 26),
        (7, 16),
    )
    yield shape(colour, [(x + dx * unit, y - dy * unit) for dx, dy in body])
    yield stroke(PAPER, [(x - 2 * unit, y - 39 * unit), (x, y - 36 * unit), (x + 2 * unit, y - 39 * unit)], 0.7 * unit)
    yield disc(INK, (x, y - 44.5 * unit), 3.5 * unit, 1.2)
    for arm in (-1, 1):
        yield stroke(
            colour,
            [
                (x + arm * 7.2 * unit, y - 35 * unit),
                (x + arm * 9 * unit, y - 27.5 * unit),
                (x + arm * 4 * unit, y - 25.5 * unit),
            ],
            3.6 * unit,
            2.6 * unit,
        )
