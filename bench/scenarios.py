"""What is done to a site before a build is measured, and what must be true after it."""

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import generate
import output
from engines import ROOT, Engine

Check = Callable[[str], None]  # takes what the engine said; raises OutputError
REHEARSALS = 6  # so many articles are edited before one has its second turn; as many others for headlines


@dataclass(frozen=True, slots=True)
class Bench:
    """One engine's site with its articles."""

    engine: Engine
    site: Path
    census: generate.Census

    @property
    def public(self) -> Path:
        """Where the engine publishes."""
        return self.site / "public"

    def source(self, article: generate.Article) -> Path:
        """The article's file."""
        return self.site / self.engine.content / self.engine.place(article)


def cold(bench: Bench, _: int) -> Check:
    """Nothing of an earlier build is there."""
    for name in bench.engine.state:
        found = bench.site / name
        if found.is_dir():
            shutil.rmtree(found)
        else:
            found.unlink(missing_ok=True)
    return lambda _said: output.check(bench.public, bench.census, output.count(bench.public, bench.census))


def unchanged(_bench: Bench, _: int) -> Check:
    """Nothing has changed since the last build."""
    return _nothing_written


def body(bench: Bench, turn: int) -> Check:
    """One article has a paragraph more."""
    article = bench.census.samples[turn % REHEARSALS]
    words = f"A late addition, number {turn}, came in after the deadline."
    with bench.source(article).open("a", encoding="utf-8") as source:
        source.write(f"\n{words}\n")
    return lambda _said: _must_hold(words, output.article_page(bench.public, article))


def headline(bench: Bench, turn: int) -> Check:
    """One article has another headline; its address stays."""
    article = bench.census.samples[REHEARSALS + turn % REHEARSALS]
    words = f"A headline set anew for the {turn}th time"
    source = bench.source(article)
    lines = source.read_text(encoding="utf-8").split("\n")
    title = next(n for n, line in enumerate(lines) if line.lower().startswith("title:"))
    lines[title] = f"{lines[title].split(':')[0]}: {words}"
    source.write_text("\n".join(lines), encoding="utf-8")

    def check(_said: str) -> None:
        _must_hold(words, output.article_page(bench.public, article))
        for kind, term in (("tags", article.tags[0]), ("authors", article.authors[0]), ("months", f"{article.date:%Y-%m}")):
            _must_hold(words, *output.list_pages(bench.public, kind, term))

    return check


def theme(bench: Bench, turn: int) -> Check:
    """A line of the base template, which every page is made with, is another."""
    templates = bench.site / "templates"
    if not templates.exists():
        shutil.copytree(ROOT / "templates", templates)
    base = templates / "base.html"
    words = f"<!-- edition {turn} -->"
    base.write_text(base.read_text(encoding="utf-8").replace("</body>", f"{words}\n</body>"), encoding="utf-8")
    return lambda _said: _must_hold(words, output.article_page(bench.public, bench.census.samples[0]))


# Unread texts are proven where nothing was edited a moment ago: the theme edit comes after a build of nothing changed.
STEPS: dict[str, Callable[[Bench, int], Check]] = {
    "cold": cold, "unchanged": unchanged, "theme": theme, "body": body, "headline": headline,
}  # fmt: skip
UNREAD = ("theme",)  # the steps that may not open a single source


def _nothing_written(said: str) -> None:
    pages = json.loads(said.strip().splitlines()[-1])["pages"]
    if pages["rendered"] or pages["written"] or pages["removed"]:
        raise output.OutputError(f"nothing had changed, and yet: {pages}")


def _must_hold(words: str, *pages: Path) -> None:
    if not any(words in page.read_text(encoding="utf-8") for page in pages):
        raise output.OutputError(f"“{words}” isn't in {pages[0] if pages else 'any page'}")
