"""Static files and pictures: published under names that hold their digest, so that hosts may cache them for ever."""

import hashlib
import io
import re
from collections.abc import Mapping
from pathlib import PurePosixPath

from sitegen import urls
from sitegen.model import Problem

_MAX_PIXELS = 400_000_000  # beyond this a picture is a mistake or an attack
_CSS_URL = re.compile(r"""url\(\s*(["']?)(?![a-z]+:|/|#)([^\s"')?#][^"')?#]*)((?:[?#][^"')]*)?)\1\s*\)""", re.IGNORECASE)


def published(name: str, digest: str) -> str:
    """Where a static file is published: `style.css` → `static/style.3fa9c1d2e0.css`."""
    path = PurePosixPath(name)
    return str(PurePosixPath("static") / path.with_name(f"{path.stem}.{digest[:10]}{path.suffix}"))


def published_picture(source: str, digest: str) -> str:
    """Where a picture is published: `2013/flood.jpg` → `pictures/flood.3fa9c1d2e0.jpg`."""
    path = PurePosixPath(source)
    return f"pictures/{urls.slug(path.stem) or 'picture'}.{digest[:10]}{path.suffix.lower()}"


def digest(data: bytes) -> str:
    """A digest of a file's bytes, hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def resolve_css(name: str, text: str, paths: Mapping[str, str]) -> str:
    """A style sheet whose `url(…)`s lead to the published names of static files."""
    here = PurePosixPath(name).parent
    depth = "../" * len(here.parts)

    def lead(found: re.Match[str]) -> str:
        target = paths.get(_normal(here / found[2]))
        if target is None:
            return found[0]
        return f"url({found[1]}{depth}{urls.href(target.removeprefix('static/'))}{found[3]}{found[1]})"

    return _CSS_URL.sub(lead, text)


def _normal(path: PurePosixPath) -> str:
    parts: list[str] = []
    for part in path.parts:
        if part != "..":
            parts.append(part)
        elif parts:
            parts.pop()
    return "/".join(parts)


def measure(path: str, data: bytes) -> tuple[int, int] | Problem:
    """A picture's width and height in pixels; a notice for one that no browser would show."""
    size = _measure_svg(data) if path.lower().endswith(".svg") else _measure_bitmap(data)
    if size is None:
        return Problem(path, 0, "isn't a picture that can be shown, and was left out", "save it anew", "notice")
    if size[0] * size[1] > _MAX_PIXELS:
        return Problem(path, 0, f"is a picture of {size[0]} × {size[1]} pixels, and was left out", "make it smaller", "notice")
    return size


def _measure_bitmap(data: bytes) -> tuple[int, int] | None:
    from PIL import Image  # noqa: PLC0415 - 40 ms that a build without new pictures needn't pay

    try:
        with Image.open(io.BytesIO(data), formats=("JPEG", "PNG", "WEBP")) as image:
            return image.size
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None


_SVG = re.compile(rb"<svg\b[^>]*>", re.IGNORECASE)
_NUMBER = r"""\s*=\s*["']\s*([0-9.]{1,12})(?:px)?\s*["']"""
_VIEW_BOX = re.compile(r"""\bviewBox\s*=\s*["']\s*[-0-9.]+[\s,]+[-0-9.]+[\s,]+([0-9.]{1,12})[\s,]+([0-9.]{1,12})\s*["']""")


def _measure_svg(data: bytes) -> tuple[int, int] | None:
    """From `width` and `height`, else from `viewBox`. An SVG is only ever shown through `<img>`, where its scripts don't run."""
    found = _SVG.search(data[:100_000])
    if not found:
        return None
    tag = found[0].decode("utf-8", "replace")
    sizes = [re.search(rf"\b{name}{_NUMBER}", tag) for name in ("width", "height")]
    box = _VIEW_BOX.search(tag)
    try:
        if all(sizes):
            width, height = (float(size[1]) for size in sizes if size)
        elif box:
            width, height = float(box[1]), float(box[2])
        else:
            return 1200, 800  # as browsers, which take 3:2 where an SVG says nothing
    except ValueError:
        return None
    return max(1, round(width)), max(1, round(height))
