"""What hosts of static sites allow, and whether a site fits."""

from typing import Literal

from msgspec import Struct

Quantity = Literal["files", "size", "largest file", "longest path", "largest folder"]
Place = tuple[int, str]  # how much or many, and the path where


class Measure(Struct, frozen=True):
    """A folder's measures. Sizes and lengths of paths are in bytes, a folder's size is its own files."""

    files: int
    size: int
    largest_file: Place
    longest_path: Place
    largest_folder: Place


class Limit(Struct, frozen=True):
    """One limit of a host."""

    quantity: Quantity
    most: int
    mend: str
    source: str


class Finding(Struct, frozen=True):
    """A limit beside what a site has."""

    limit: Limit
    found: int
    where: str

    @property
    def is_passed(self) -> bool:
        """Whether the site has more than the host takes."""
        return self.found > self.limit.most


LOOKED_UP = "2026-11-24"
_NO_SEARCH = "`build --no-search` leaves the search index out"
_LEANER = f"make pictures smaller; {_NO_SEARCH}; or choose another host"
_FEWER = f"`names: off` in site.yaml makes no pages of people, places and organisations; {_NO_SEARCH}; or choose another host"
_SHORTER = "give the article a short `slug`"
_SMALLER = "make it smaller, or choose another host"
# A figure is as its source gave it on that day; "GB" there is taken as 1,000³ bytes, the stricter reading.
LIMITS: dict[str, tuple[Limit, ...]] = {
    "github": (
        Limit(
            "size",
            1_000_000_000,
            _LEANER,
            "https://docs.github.com/en/pages/getting-started-with-github-pages/github-pages-limits",
        ),
        Limit(
            "largest file",
            100 * 1024**2,
            _SMALLER,
            "https://docs.github.com/en/repositories/working-with-files/managing-large-files/about-large-files-on-github",
        ),
    ),
    "netlify": (
        Limit(
            "largest folder",
            54_000,
            "choose a `permalink` with more folders, such as /{year}/{month}/{day}/{slug}.html",
            "https://docs.netlify.com/site-deploys/overview/#files-per-directory-limit",
        ),
    ),
    "cloudflare": (
        Limit(
            "files",
            20_000,
            f"{_FEWER}; a paid plan takes 100,000",
            "https://developers.cloudflare.com/pages/platform/limits/#files",
        ),
        Limit("largest file", 25 * 1024**2, _SMALLER, "https://developers.cloudflare.com/pages/platform/limits/#file-size"),
    ),
    "s3": (
        Limit(
            "largest file", 5_000_000_000, _SMALLER, "https://docs.aws.amazon.com/AmazonS3/latest/userguide/upload-objects.html"
        ),
        Limit("longest path", 1_024, _SHORTER, "https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html"),
    ),
}


def findings(measure: Measure, host: str) -> tuple[Finding, ...]:
    """A site's measures beside each limit of a host."""
    places: dict[Quantity, Place] = {
        "files": (measure.files, ""),
        "size": (measure.size, ""),
        "largest file": measure.largest_file,
        "longest path": measure.longest_path,
        "largest folder": measure.largest_folder,
    }
    return tuple(Finding(limit, *places[limit.quantity]) for limit in LIMITS[host])


def amount(quantity: Quantity, number: int) -> str:
    """A measure in words: `1.3 GB`, `84 bytes`, `20,000 files`."""
    if quantity in {"files", "largest folder"}:
        return f"{number:,} file{'' if number == 1 else 's'}"
    return _bytes(number) if quantity != "longest path" else f"{number:,} bytes"


def _bytes(number: int) -> str:
    for unit, size in (("GB", 10**9), ("MB", 10**6), ("kB", 10**3)):
        if number >= size:
            return f"{number / size:.1f} {unit}"
    return f"{number} bytes"
