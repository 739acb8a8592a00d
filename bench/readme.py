"""Puts the benchmark's figures into the README, between its two marks: `python bench/readme.py`, after bench/results.md was made."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BEGIN, END = "<!-- bench/readme.py makes these lines of bench/results.md -->\n", "<!-- to here -->\n"
NAMES = {"sitegen": "**sitegen**", "hugo": "Hugo", "pelican": "Pelican", "eleventy": "Eleventy", "nikola": "Nikola"}
COLUMNS = (
    ("first build, 10,000 articles", 10_000, "cold build"),
    ("after an edit to one", 10_000, "one body edit"),
    ("first build, 100,000 articles", 100_000, "cold build"),
    ("after an edit to one", 100_000, "one body edit"),
)
SIZE = re.compile(r"^## ([\d,]+) articles")
ROW = re.compile(r"^\| ([a-z ]+) \| ([a-z]+) \| ([\d.,]+) \| [\d.,]+ \| ([\d,]+) \|")
VERSION = re.compile(r"(\w+) (\d+\.\d+)[\d.]*[,;]")


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the results."""

    articles: int
    build: str
    engine: str
    seconds: float
    megabytes: str


def rows(results: str) -> Iterator[Row]:
    """What was measured, from the tables of bench/results.md."""
    articles = 0
    for line in results.splitlines():
        if size := SIZE.match(line):
            articles = int(size[1].replace(",", ""))
        elif found := ROW.match(line):
            yield Row(articles, found[1], found[2], float(found[3].replace(",", "")), found[4])


def table(results: str) -> str:
    """A line for each engine; nothing where it wasn't asked for that, or can do no such thing."""
    found = {(row.articles, row.build, row.engine): row for row in rows(results)}
    versions = {name: number for name, number in VERSION.findall(results.split("\n", 4)[2]) if name in NAMES}
    lines = [("", *(head for head, _, _ in COLUMNS)), ("---",) * (len(COLUMNS) + 1)]
    for engine, version in versions.items():
        cells = (_cell(found.get((articles, build, engine))) for _, articles, build in COLUMNS)
        lines.append((f"{NAMES[engine]} {version}", *cells))
    return "".join(f"|{'|'.join(f' {cell} ' if cell else ' ' for cell in line)}|\n" for line in lines)


def _cell(row: Row | None) -> str:
    if row is None:
        return ""
    seconds = f"{row.seconds:.1f}" if row.seconds < 10 else f"{row.seconds:.0f}"  # noqa: PLR2004 - two figures are enough
    return f"{seconds} s, {row.megabytes} MB"


def filled(readme: str, results: str) -> str:
    """The README with the figures of these results."""
    before, _, rest = readme.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{table(results)}\n{END}{after}"


def main() -> None:
    """Rewrites the README."""
    readme = ROOT / "README.md"
    results = (ROOT / "bench" / "results.md").read_text(encoding="utf-8")
    readme.write_text(filled(readme.read_text(encoding="utf-8"), results), encoding="utf-8")


if __name__ == "__main__":
    main()
