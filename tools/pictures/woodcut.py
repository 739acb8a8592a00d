"""Woodcut prints made of polygons: shapes, strokes, and hatching with tapered gouge marks; written as SVG or PNG."""

import math
import random
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Literal

from PIL import Image, ImageDraw

WIDTH, HEIGHT = 1600, 1000
REACH = 60  # a cut looks no further back than this many paths for one of its colour
FINE = 1  # SVG has whole numbers only: a finer grid makes the files larger by a fifth, and no print better

Point = tuple[float, float]
Spot = tuple[int, int]  # a point on the grid of the file
Field = Callable[[float, float], float]
Test = Callable[[float, float], bool]
Box = tuple[float, float, float, float]


Form = Literal["polygon", "lens", "disc"]


@dataclass(frozen=True, slots=True)
class Cut:
    """A closed patch of one colour: a polygon's corners, a lens's start, bend, end and other bend, or a disc's centre and radii."""

    colour: str
    points: tuple[Point, ...]
    form: Form = "polygon"


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


def disc(colour: str, centre: Point, radius: float, squash: float = 1.0) -> Cut:
    """A circle, or an ellipse whose height is `squash` of its width."""
    return Cut(colour, (centre, (radius, radius * squash)), "disc")


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


def gouge(colour: str, start: Point, length: float, angle: float, width: float, *, bend: float = 0.0) -> Cut:
    """One push of the gouge: a thin lens from `start` in the direction `angle`; it goes in gently and comes out bluntly."""
    along, across = (math.cos(angle), math.sin(angle)), (-math.sin(angle), math.cos(angle))

    def at(far: float, aside: float) -> Point:
        return start[0] + along[0] * far + across[0] * aside, start[1] + along[1] * far + across[1] * aside

    sag = bend * length / 2
    return Cut(colour, (start, at(0.62 * length, sag - width), at(length, 0), at(0.62 * length, sag + width)), "lens")


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


def save_svg(file: Path, paper: str, cuts: Iterable[Cut], title: str) -> None:
    """Write a print as SVG; cuts of one colour share a path where nothing that lies between them is covered."""
    size = f'viewBox="0 0 {WIDTH * FINE} {HEIGHT * FINE}" width="{WIDTH}" height="{HEIGHT}"'
    parts = "\n".join(f'<path fill="{path.colour}" d="{_data(path.cuts)}"/>' for path in _paths(cuts))
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img">\n<title>{title}</title>'
    file.write_text(f'{head}\n<path fill="{paper}" d="M0 0H{WIDTH * FINE}V{HEIGHT * FINE}H0z"/>\n{parts}\n</svg>\n', "utf-8")


@dataclass(frozen=True, slots=True)
class _Path:
    """Cuts of one colour, and the edges of each."""

    colour: str
    cuts: list[Cut] = field(default_factory=list)
    edges: list[Box] = field(default_factory=list)


def _paths(cuts: Iterable[Cut]) -> list[_Path]:
    """Cuts gathered by colour, so that the print stays the same."""
    paths: list[_Path] = []
    for cut in cuts:
        edges = _edges(cut)
        path = _joined(cut.colour, edges, paths)
        if path is None:
            path = _Path(cut.colour)
            paths.append(path)
        path.cuts.append(cut)
        path.edges.append(edges)
    return paths


def _joined(colour: str, edges: Box, paths: Sequence[_Path]) -> _Path | None:
    """The path that a cut may join: the last one of its colour, if nothing that was printed since touches the cut."""
    for path in paths[:-REACH:-1]:
        if path.colour == colour:
            return path
        if any(_touch(edges, other) for other in path.edges):
            return None
    return None


def _edges(cut: Cut) -> Box:
    if cut.form == "disc":
        (x, y), (wide, high) = cut.points
        return x - wide, y - high, x + wide, y + high
    across, down = [x for x, _ in cut.points], [y for _, y in cut.points]
    return min(across), min(down), max(across), max(down)


def _touch(one: Box, other: Box) -> bool:
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]


def _data(cuts: Sequence[Cut]) -> str:
    """A path of several cuts; each begins relative to the one before, which is shorter."""
    here = (0, 0)
    parts = []
    for cut in cuts:
        start, steps = _STEPS[cut.form](cut.points)
        parts.append(_numbers("m", (start[0] - here[0], start[1] - here[1])) + steps + "z")
        here = start
    return "M" + "".join(parts).removeprefix("m")


def _polygon_steps(points: Sequence[Point]) -> tuple[Spot, str]:
    whole = [_spot(point) for point in points]
    turns = sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(whole, [*whole[1:], whole[0]], strict=True))
    if turns < 0:  # all go round one way: where cuts of opposite turn overlap in one path, SVG leaves a hole
        whole.reverse()
    steps = [(x1 - x0, y1 - y0) for (x0, y0), (x1, y1) in pairwise(whole)]
    return whole[0], "".join(map(_line, steps))


def _line(step: Spot) -> str:
    across, down = step
    if 0 in step:
        return f"v{down}" if across == 0 else f"h{across}"
    return _numbers("l", step)


def _lens_steps(points: Sequence[Point]) -> tuple[Spot, str]:
    start, bend, end, other = (_spot(point) for point in points)
    out = [(x - start[0], y - start[1]) for x, y in (bend, end)]
    back = [(x - end[0], y - end[1]) for x, y in (other, start)]
    return start, _numbers("q", *out, *back)


def _disc_steps(points: Sequence[Point]) -> tuple[Spot, str]:
    (x, y), (wide, high) = points[0], _spot(points[1])
    turn = f"a{wide} {high} 0 0 1"
    return _spot((x - points[1][0], y)), f"{turn} {2 * wide} 0{turn} {-2 * wide} 0"


_STEPS: Mapping[Form, Callable[[Sequence[Point]], tuple[Spot, str]]] = {
    "polygon": _polygon_steps,
    "lens": _lens_steps,
    "disc": _disc_steps,
}


def _spot(point: Point) -> Spot:
    return round(point[0] * FINE), round(point[1] * FINE)


def _numbers(letter: str, *pairs: Spot) -> str:
    """A path's command: a minus sign parts two numbers as a space does."""
    numbers = [number for pair in pairs for number in pair]
    return letter + "".join(f"{n}" if n < 0 or not at else f" {n}" for at, n in enumerate(numbers))


def save_png(file: Path, paper: str, cuts: Iterable[Cut], colours: int = 14) -> None:
    """Write a print as PNG with few colours, its edges smoothed."""
    scale = 4
    image = Image.new("RGB", (WIDTH * scale, HEIGHT * scale), paper)
    draw = ImageDraw.Draw(image)
    for cut in cuts:
        draw.polygon([(x * scale, y * scale) for x, y in _outline(cut)], fill=cut.colour)
    small = image.resize((WIDTH * 3 // 5, HEIGHT * 3 // 5), Image.Resampling.BOX)
    small.quantize(colours, dither=Image.Dither.NONE).save(file, optimize=True)


def _outline(cut: Cut) -> Sequence[Point]:
    """The corners of a cut of any form."""
    if cut.form == "disc":
        (x, y), (wide, high) = cut.points
        return [(x + wide * math.cos(t / 18 * math.pi), y + high * math.sin(t / 18 * math.pi)) for t in range(36)]
    if cut.form == "lens":
        start, bend, end, other = cut.points
        return [*_curve(start, bend, end), *_curve(end, other, start)]
    return cut.points


def _curve(start: Point, bend: Point, end: Point) -> Iterator[Point]:
    for step in range(6):
        t = step / 6
        a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t * t
        yield a * start[0] + b * bend[0] + c * end[0], a * start[1] + b * bend[1] + c * end[1]
