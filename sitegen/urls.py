"""Slugs, output paths and addresses. Refuses what would escape the output folder or break on some file system."""

import hashlib
import re
import unicodedata
from functools import lru_cache
from urllib.parse import quote

from slugify import slugify as _slugify
from text_unidecode import unidecode

from sitegen.model import TermKind

MAX_SLUG = 80  # characters: with a year, a month and a day in front it stays far below every file system's 255 bytes
MAX_GIVEN = 200  # for what a person asks for
# Names that Windows gives to devices, whatever the ending: learn.microsoft.com, "Naming Files, Paths, and Namespaces".
_DEVICES = {"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(10)}
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f-\x9f<>:"|?*\\\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffd\ud800-\udfff]')
_TOLD_APART = re.compile(r"-[0-9a-f]{8}$")
# What a term's slug may drop without becoming another term's: `O'Brien`, `U.S.`, `A, B & Co.`
_HARMLESS = re.compile(r"[\s.,'’‘`\"“”()&/_–—-]+")
# Top folders and files that pages other than articles own.
_RESERVED = frozenset(
    "tags people places organizations authors sections search static pictures sitemap undated page index.html 404.html "
    "feed.xml rss.xml feed.json sitemap.xml robots.txt .sitegen".split()
)


@lru_cache(maxsize=65536)
def slug(text: str) -> str:
    """The slug of a headline or file name, ASCII, at most MAX_SLUG characters; empty where no letter is left."""
    made = _ascii(text[:400])
    return f"{made}-1" if made in _DEVICES else made


def _ascii(text: str) -> str:
    """Words in Latin letters, joined by hyphens. By itself slugify chooses other letters where Unidecode happens to be installed."""
    plain = unidecode(unicodedata.normalize("NFKD", _joined(text)))
    made: str = _slugify(plain, max_length=MAX_SLUG, word_boundary=True)
    return made


def _joined(text: str) -> str:
    """Text without what stands inside words: `O’Brien`, `O'Brien`, `U.S.`."""
    return _INITIALS.sub(r"\1", text.translate(_APOSTROPHES))


_APOSTROPHES = str.maketrans("", "", "'’‘`")
_INITIALS = re.compile(r"\b([^\W\d_])\.(?=[^\W\d_]\b)")


def article_slug(title: str | None, path: str) -> str:
    """An article's inferred slug: of its headline, else of its file's name.

    One that looks like a told-apart slug gets its own mark, so that the two kinds never meet.
    """
    stem = path.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    made = slug(title or stem) or slug(stem) or "article"
    return told_apart(made, path) if _TOLD_APART.search(made) else made


def told_apart(name: str, path: str) -> str:
    """A slug, or an output path, with a short digest of the article's own source path: the same whatever else is there."""
    ending = next((ending for ending in ("/index.html", ".html") if name.endswith(ending)), "")
    return f"{name.removesuffix(ending)}-{_digest(path, 8)}{ending}"


@lru_cache(maxsize=65536)
def term_slug(name: str) -> str:
    """A term's slug. Spellings that differ in case, accents or punctuation share one; others never do (`C`, `C++`)."""
    made = _ascii(name)
    folded = unicodedata.normalize("NFKD", name.casefold())
    kept = _HARMLESS.sub("", "".join(char for char in folded if not unicodedata.combining(char)))
    if made and kept == made.replace("-", ""):
        return f"{made}-1" if made in _DEVICES else made
    return f"{made or 'term'}-{_digest(kept or name, 6)}"


@lru_cache(maxsize=65536)
def term_id(kind: str, slug: str) -> int:
    """A term's number: a 63-bit digest, so that nobody has to look it up."""
    return int.from_bytes(hashlib.blake2b(f"{kind}/{slug}".encode(), digest_size=8).digest()) >> 1


def term_path(kind: TermKind, term: str) -> str:
    """Where the list of a term, given by its slug, stands."""
    return f"{kind}/{term}/index.html"


_PERSONAL = ("people", "authors")
_SUFFIXES = {"jr", "sr", "ii", "iii", "iv"}


def filed(kind: TermKind, slug: str, name: str) -> str:
    """A term's slug, made of its name, as an index files it: people by surname, `Corley-Finch` whole; what begins with no letter under `0`."""
    words = slug.split("-")
    if kind in _PERSONAL:
        last = max((n for n, word in enumerate(words) if word not in _SUFFIXES), default=0)
        surname = next((word for word in reversed(name.split()) if _ascii(word) not in _SUFFIXES), "")
        last = max(0, last - _ascii(surname).count("-")) if _ascii(name) == slug else last
        words = [*words[last:], *words[:last]]
    made = "-".join(words)
    return made if made[:1].isalpha() else f"0{made}"


def date_path(date: str) -> str:
    """The page of a day, month or year: `2013/06/17/index.html`; the undated list for an empty date."""
    return "/".join([*date[:10].split("-"), "index.html"]) if date else "undated/index.html"


def list_path(landing: str, number: int | None) -> str:
    """The path of a list's numbered page, from that of its landing page."""
    return landing if number is None else landing.removesuffix("index.html") + f"page/{number}/index.html"


def article_path(pattern: str, date: str | None, name: str) -> str:
    """The output path that a permalink pattern gives; parts of the date that aren't known are left out."""
    if not date:
        return f"undated/{name}.html"
    known = dict(zip(("year", "month", "day"), date[:10].split("-"), strict=False)) | {"slug": name}
    path = "/".join([form % known for form, names in _parts(pattern) if names <= known.keys()])
    return f"{path}/index.html" if pattern.endswith("/") else path


@lru_cache(maxsize=16)
def _parts(pattern: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """The parts of a permalink pattern, each as a form to fill in, with the names that it wants."""
    parts = pattern.strip("/").split("/")
    forms = (re.sub(r"\{(\w+)\}", r"%(\1)s", part.replace("%", "%%")) for part in parts)
    return tuple((form, frozenset(re.findall(r"\{(\w+)\}", part))) for form, part in zip(forms, parts, strict=True))


def alias_path(alias: str) -> str:
    """The output path of an old address: hosts show a folder's `index.html`, but know no type for a file without an ending."""
    folder = alias.removesuffix("/")
    return f"{folder}/index.html" if folder != alias or "." not in folder.rpartition("/")[2] else alias


def trouble(path: str) -> str | None:
    """What is wrong with a path that a person asked for, in words; None for a sound one."""
    if _FORBIDDEN.search(path):
        return "holds a character that addresses can't have"
    if len(path) > MAX_GIVEN or any(len(part.encode()) > MAX_GIVEN for part in path.split("/")):
        return f"is longer than {MAX_GIVEN} characters"
    for part in path.split("/"):
        if part in {"", ".", ".."}:
            return "would lead out of its folder" if part == ".." else "has an empty part"
        if part.split(".")[0].strip().lower() in _DEVICES:
            return f"has a part that Windows keeps for itself: {part!r}"
        if part.endswith((".", " ")) or part.startswith((" ", ".")):
            return f"has a part that some computers can't store: {part!r}"
    return None


def is_reserved(path: str) -> bool:
    """Whether an output path belongs to pages that aren't articles: lists, calendars, feeds, static files."""
    top, _, rest = path.partition("/")
    if top == "undated":
        return rest == "index.html" or rest.startswith("page/")
    return top.casefold() in _RESERVED or bool(re.fullmatch(r"\d{4}(/\d\d){0,2}(/page/\d+)?/index\.html", path))


def collision_key(path: str) -> str:
    """Equal for paths that are one file on some file system: case and Unicode form folded."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def href(path: str) -> str:
    """A path as it stands in a link: percent-encoded."""
    return path if path.isascii() and _PLAIN.fullmatch(path) else quote(path, safe="/~!$'()*+,;=@-._")


_PLAIN = re.compile(r"[A-Za-z0-9/._~-]*")


def outside(url: str) -> str:
    """A web address that a text gives, as it may stand in a link."""
    return quote(url, safe=":/?#[]@!$&'()*+,;=%-._~")


def address(path: str) -> str:
    """A page's address below the site's root: its link without `index.html`."""
    linked = href(path)
    return linked.removesuffix("index.html") if linked == "index.html" or linked.endswith("/index.html") else linked


def root_of(path: str) -> str:
    """What leads from a page to the site's root: `../../`, or nothing."""
    return "../" * path.count("/")


def _digest(text: str, length: int) -> str:
    return hashlib.sha256(unicodedata.normalize("NFC", text).encode("utf-8", "surrogatepass")).hexdigest()[:length]
