"""Woodcut prints made of polygons: shapes, strokes, and hatching with tapered gouge marks; written as SVG or PNG."""

import math
import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from PIL import Image, ImageDraw

WIDTH, HEIGHT = 1600, 1000
FINE = 2  # both forms are drawn at twice the size: half a pixel is the finest cut

Point = tuple[float, float]
Field = Callable[[float, float], float]
Test = Callable[[float, float], bool]
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Cut:
    """A closed patch of one colour."""

    colour: str
    points: tuple[Point, ...]


def shape(colour: str, points: Sequence[Point], noise: random.Random | None = None, rough: float = 1.6) -> Cut:
    """A patch with the given corners; with `noise`, its edges waver as if cut by hand."""
    if noise is None:
        return Cut(colour, tuple(points))
    return Cut(colour, tuple(_wavering([*points, points[0]], noise, rough)))


def _wavering(points: Sequence[Point], noise: random.Random, rough: float) -> Iterator[Point]:
    for (x0, y0), (x1, y1) in pairwise(points):
        pieces = max(1, round(math.hypot(x1 - x0, y1 - y0) / 45))
        for piece in range(pieces):
            part = piece / pieces
            yield (
                x0 + (x1 - x0) * part + noise.uniform(-rough, rough),
                y0 + (y1 - y0) * part + noise.uniform(-rough, rough),
            )


def box(colour: str, edges: Box, noise: random.Random | None = None) -> Cut:
    """A rectangle: left, top, right, bottom."""
    left, top, right, bottom = edges
    return shape(colour, [(left, top), (right, top), (right, bottom), (left, bottom)], noise)


def disc(colour: str, centre: Point, radius: float, squash: float = 1.0, sides: int = 36) -> Cut:
    """A circle, or an ellipse whose height is `squash` of its width."""
    turns = [2 * math.pi * side / sides for side in range(sides)]
    return Cut(colour, tuple((centre[0] + radius * math.cos(t), centre[1] + radius * squash * math.sin(t)) for t in turns))


def stroke(colour: str, points: Sequence[Point], start: float, end: float | None = None) -> Cut:
    """A line through `points`, its width going from `start` to `end`."""
    end = start if end is None else end
    left: list[Point] = []
    right: list[Point] = []
    last = len(points) - 1
    for index, (x, y) in enumerate(points):
        (x0, y0), (x1, y1) = points[max(0, index - 1)], points[min(last, index + 1)]
        long = math.hypot(x1 - x0, y1 - y0) or 1.0
        half = (start + (end - start) * index / last) / 2
        dx, dy = -(y1 - y0) / long * half, (x1 - x0) / long * half
        left.append((x + dx, y + dy))
        right.append((x - dx, y - dy))
    return Cut(colour, (*left, *reversed(right)))


_PROFILE = ((0.0, 0.0), (0.3, 0.85), (0.65, 1.0), (0.9, 0.6), (1.0, 0.0))  # a gouge goes in gently and comes out bluntly


def gouge(colour: str, start: Point, length: float, angle: float, width: float, *, bend: float = 0.0) -> Cut:
    """One push of the gouge: a thin lens from `start` in the direction `angle`."""
    spine = []
    for along, swell in _PROFILE:
        turn = angle + bend * (along - 0.5)
        spine.append(
            (start[0] + length * along * math.cos(turn), start[1] + length * along * math.sin(turn), swell * width / 2)
        )
    across = (-math.sin(angle), math.cos(angle))
    upper = [(x + across[0] * half, y + across[1] * half) for x, y, half in spine]
    lower = [(x - across[0] * half, y - across[1] * half) for x, y, half in spine[1:-1]]
    return Cut(colour, (*upper, *reversed(lower)))


@dataclass(frozen=True, slots=True)
class Tool:
    """How a hatching is cut: the pitch of its rows, and the largest length and width of a mark."""

    pitch: float
    length: float
    width: float
    lean: float = 0.0  # the direction of the rows


def hatch(
    colour: str, tool: Tool, noise: random.Random, edges: Box, *, inside: Test, tone: Field, turn: Field | None = None
) -> Iterator[Cut]:
    """Rows of marks where `inside`, as strong as `tone` (0…1), turned from the rows' direction by `turn`."""
    left, top, right, bottom = edges
    middle = ((left + right) / 2, (top + bottom) / 2)
    reach = math.hypot(right - left, bottom - top) / 2
    cosine, sine = math.cos(tool.lean), math.sin(tool.lean)
    across = -reach
    while across < reach:
        along = -reach - noise.uniform(0, tool.length)
        while along < reach:
            u, v = along + noise.uniform(-0.2, 0.2) * tool.length, across + noise.uniform(-0.22, 0.22) * tool.pitch
            x, y = middle[0] + u * cosine - v * sine, middle[1] + u * sine + v * cosine
            along += tool.length * noise.uniform(0.85, 1.15)
            if not (left <= x <= right and top <= y <= bottom):
                continue
            strength = tone(x, y)
            if strength < 0.08:  # noqa: PLR2004 - thinner marks wouldn't print
                continue
            angle = tool.lean + (turn(x, y) if turn else 0.0) + noise.uniform(-0.03, 0.03)
            length = tool.length * (0.55 + 0.4 * strength) * noise.uniform(0.8, 1.1)
            if length := _fitting((x, y), length, angle, inside):
                yield gouge(colour, (x, y), length, angle, tool.width * min(1.0, strength), bend=noise.uniform(-0.08, 0.08))
        across += tool.pitch


def _fitting(start: Point, length: float, angle: float, inside: Test) -> float:
    """The length that a mark may have to stay inside; 0 where it can't be cut at all."""
    for part in (1.0, 0.6, 0.35):
        steps = [length * part * step / 3 for step in range(4)]
        if all(inside(start[0] + step * math.cos(angle), start[1] + step * math.sin(angle)) for step in steps):
            return length * part
    return 0.0


def within(points: Sequence[Point]) -> Test:
    """Whether a point lies in the polygon (the even–odd rule)."""
    edges = list(zip(points, [*points[1:], points[0]], strict=True))

    def test(x: float, y: float) -> bool:
        odd = False
        for (x0, y0), (x1, y1) in edges:
            if (y0 > y) != (y1 > y) and x < (x1 - x0) * (y - y0) / (y1 - y0) + x0:
                odd = not odd
        return odd

    return test


def save_svg(path: Path, paper: str, cuts: Iterable[Cut], title: str) -> None:
    """Write a print as SVG; neighbouring cuts of one colour share a path."""
    paths: list[tuple[str, list[str]]] = []
    for cut in cuts:
        if not paths or paths[-1][0] != cut.colour:
            paths.append((cut.colour, []))
        paths[-1][1].append(_path(cut.points))
    size = f'viewBox="0 0 {WIDTH * FINE} {HEIGHT * FINE}" width="{WIDTH}" height="{HEIGHT}"'
    parts = "\n".join(f'<path fill="{colour}" d="{"".join(data)}"/>' for colour, data in paths)
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img">\n<title>{title}</title>'
    path.write_text(f'{head}\n<path fill="{paper}" d="M0 0H{WIDTH * FINE}V{HEIGHT * FINE}H0z"/>\n{parts}\n</svg>\n', "utf-8")


def _path(points: Sequence[Point]) -> str:
    whole = [(round(x * FINE), round(y * FINE)) for x, y in points]
    turns = sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(whole, [*whole[1:], whole[0]], strict=True))
    if turns < 0:  # all go round one way: where cuts of opposite turn overlap in one path, SVG leaves a hole
        whole.reverse()
    steps = [(x1 - x0, y1 - y0) for (x0, y0), (x1, y1) in pairwise(whole)]
    numbers = "".join(f"{n}" if n < 0 and at else f" {n}" for at, n in enumerate(number for step in steps for number in step))
    return f"M{whole[0][0]} {whole[0][1]}l{numbers.strip()}z"


def save_png(path: Path, paper: str, cuts: Iterable[Cut], colours: int = 24) -> None:
    """Write a print as PNG with few colours, its edges smoothed."""
    scale = FINE * 2
    image = Image.new("RGB", (WIDTH * scale, HEIGHT * scale), paper)
    draw = ImageDraw.Draw(image)
    for cut in cuts:
        draw.polygon([(x * scale, y * scale) for x, y in cut.points], fill=cut.colour)
    small = image.resize((WIDTH, HEIGHT), Image.Resampling.BOX)
    small.quantize(colours, dither=Image.Dither.NONE).save(path, optimize=True)
