"""What an engine published: its pages by kind, and whether they are the ones that the articles ask for."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import generate

PAGE_SIZE = 50
ARTICLE_LINK = re.compile(r'href="[^"]*\b(a\d+)(?:\.html|/)')
PHRASE = re.compile(r"[a-z]+(?: [a-z]+){4}")
TERM_FOLDERS = {
    "tags": ("tags/{}",),
    "authors": ("authors/{}",),
    "sections": ("sections/{}",),
    "years": ("{}", "years/{}"),
    "months": ("{}", "months/{}"),
}
KINDS = (
    ("articles", re.compile(r"\d{4}/\d\d/\d\d/a\d+(\.html|/index\.html)")),
    ("further list pages", re.compile(r".*/page/\d+/index\.html")),
    ("days", re.compile(r"\d{4}/\d\d/\d\d/index\.html")),
    ("people, places, organisations", re.compile(r"(people|places|organizations)/.*\.html")),
    ("other pages", re.compile(r".*\.html")),
    ("sitemaps", re.compile(r"sitemap.*\.xml")),
    ("feeds", re.compile(r".*\.xml|(.*/)?feed\.json")),
    ("other files", re.compile(r".*")),
)


class OutputError(Exception):
    """An engine didn't publish what it was asked for."""


@dataclass(frozen=True, slots=True)
class Output:
    """A published site, counted."""

    kinds: Counter[str]
    size: int  # bytes


def count(public: Path, census: generate.Census) -> Output:
    """Every published file by kind; a landing page counts under its term's kind wherever an engine puts it."""
    landings = {
        str(landing.relative_to(public) / "index.html"): kind
        for kind, terms in census.terms.items()
        for term in terms
        if (landing := term_folder(public, kind, term))
    }
    kinds: Counter[str] = Counter()
    size = 0
    for path, length in _files(public):
        kinds[landings.get(path) or _kind(path)] += 1
        size += length
    return Output(kinds, size)


def check(public: Path, census: generate.Census, counted: Output) -> None:
    """Raises where pages, feeds, articles' words or entries of lists are missing."""
    for kind, expected in {"articles": census.articles, **{kind: len(terms) for kind, terms in census.terms.items()}}.items():
        _same(counted.kinds[kind], expected, f"{kind} pages")
    feeds = 1 + len(census.terms["tags"]) + len(census.terms["sections"])
    if counted.kinds["feeds"] < feeds or not counted.kinds["sitemaps"]:
        raise OutputError(f"{public}: {counted.kinds['feeds']} feeds of {feeds}, {counted.kinds['sitemaps']} sitemaps")
    for article in census.samples:
        text = article_page(public, article).read_text(encoding="utf-8")
        phrase = PHRASE.search(article.body.rsplit("\n\n", 1)[-1])
        if phrase and phrase[0] not in text:
            raise OutputError(f"{public}: the page of {article.slug} lacks “{phrase[0]}”")
    for kind in ("tags", "authors", "sections", "months"):
        for term, articles in census.terms[kind].most_common()[-3:]:
            _same(len(listed(public, kind, term)), articles, f"articles listed under {kind} {term}")


def article_page(public: Path, article: generate.Article) -> Path:
    """The article's page, whether it is a file or a folder's index."""
    page = public / f"{article.date:%Y/%m/%d}" / f"{article.slug}.html"
    return page if page.exists() else page.with_suffix("") / "index.html"


def term_folder(public: Path, kind: str, term: str) -> Path | None:
    """The folder of a term's landing page."""
    slug = term.lower().replace(" ", "-")
    slugs = (slug, slug.replace("-", "/")) if kind == "months" else (slug,)
    folders = (public / pattern.format(slug) for pattern in TERM_FOLDERS[kind] for slug in slugs)
    return next((folder for folder in folders if (folder / "index.html").exists()), None)


def list_pages(public: Path, kind: str, term: str) -> list[Path]:
    """All pages of a term's list."""
    folder = term_folder(public, kind, term)
    return [folder / "index.html", *folder.glob("page/*/index.html")] if folder else []


def listed(public: Path, kind: str, term: str) -> set[str]:
    """The slugs of all articles that a term's list leads to."""
    return {slug for page in list_pages(public, kind, term) for slug in ARTICLE_LINK.findall(page.read_text(encoding="utf-8"))}


def expected_list_pages(census: generate.Census) -> int:
    """How many pages the lists need beside their landing pages."""
    return sum((articles - 1) // PAGE_SIZE for terms in census.terms.values() for articles in terms.values())


def _files(public: Path) -> Iterator[tuple[str, int]]:
    return ((str(path.relative_to(public)), path.stat().st_size) for path in public.rglob("*") if path.is_file())


def _kind(path: str) -> str:
    return next(kind for kind, pattern in KINDS if pattern.fullmatch(path))


def _same(found: int, expected: int, what: str) -> None:
    if found != expected:
        raise OutputError(f"{found} {what} where there should be {expected}")
