"""The figures as a page of Markdown: tables, ratios, and whether the targets are reached, all computed."""

import os
import platform
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import output
from engines import Engine
from measure import Usage

STEP_NAMES = {
    "cold": "cold build",
    "unchanged": "nothing changed",
    "theme": "theme edit",
    "body": "one body edit",
    "headline": "one headline edit",
}


@dataclass(frozen=True, slots=True)
class Target:
    """A promise: sitegen's wall time as a share of Hugo's full build, or the peak memory of all its builds in MB."""

    what: str
    articles: int
    step: str  # empty for memory
    goal: float
    floor: float


TARGETS = (
    Target("cold build", 10_000, "cold", 0.5, 1.0),
    Target("cold build", 100_000, "cold", 0.25, 0.5),
    Target("one body edit, fresh process", 100_000, "body", 1 / 200, 1 / 60),
    Target("one headline edit, fresh process", 100_000, "headline", 1 / 100, 1 / 40),
    Target("nothing changed, fresh process", 100_000, "unchanged", 1 / 300, 1 / 100),
    Target("peak memory, all processes", 100_000, "", 600, 1024),
    Target("peak memory, all processes", 10_000, "", 300, 500),
)


@dataclass(slots=True)
class Size:
    """What was measured at one size of archive: a growing heap of runs, by engine and step."""

    articles: int
    source_bytes: int
    expected_list_pages: int
    runs: dict[tuple[str, str], list[Usage]] = field(default_factory=dict)
    outputs: dict[str, output.Output] = field(default_factory=dict)

    def median(self, engine: str, step: str) -> Usage | None:
        """The median of each figure, taken by itself."""
        runs = self.runs.get((engine, step))
        if not runs:
            return None
        return Usage(*(statistics.median(getattr(run, name) for run in runs) for name in ("wall", "cpu", "peak_mb")))

    def peak(self, engine: str) -> float | None:
        """The largest peak of the engine's steps, each the median of its runs, in MB."""
        medians = [self.median(engine, step) for name, step in self.runs if name == engine]
        return max((usage.peak_mb for usage in medians if usage), default=None)


def page(sizes: Sequence[Size], engines: Sequence[Engine], on_tmpfs: bool, command: str) -> str:  # noqa: FBT001 - a fact, not a switch
    """The whole page."""
    versions = ", ".join(f"{engine.name} {engine.version}".strip() for engine in engines)
    place = "tmpfs" if on_tmpfs else "disk"
    head = [
        "# Benchmark",
        "",
        f"{_machine()}; {versions}; content, state and output on {place}.",
        f"Made by `{command}`; no figure is typed by hand. What is compared, and how: [README.md](README.md).",
        "",
    ]
    return "\n".join([*head, *_targets(sizes), *(line for size in sizes for line in _size(size, engines))]).rstrip() + "\n"


def _machine() -> str:
    pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    system = f"{platform.system()} {platform.release().split('-')[0]} {platform.machine()}"
    return f"{cores} cores ({_processor()}), {pages / 2**30:.0f} GB of memory, {system}, Python {platform.python_version()}"


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    return next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), platform.machine())


def _targets(sizes: Sequence[Size]) -> list[str]:
    rows = [row for target in TARGETS for size in sizes if size.articles == target.articles and (row := _target(target, size))]
    if not rows:
        return []
    lines = ["## Targets", "", "Times are sitegen's wall time as a share of Hugo's full build in the same run.", ""]
    return [*lines, *_table(("what", "articles", "goal", "floor", "measured", "reached"), rows), ""]


def _target(target: Target, size: Size) -> list[str] | None:
    figure = _ratio(size, "sitegen", target.step) if target.step else size.peak("sitegen")
    if figure is None:
        return None
    show = _share if target.step else _megabytes
    reached = "goal" if figure <= target.goal else "floor" if figure <= target.floor else "**missed**"
    return [target.what, f"{target.articles:,}", show(target.goal), show(target.floor), show(figure), reached]


def _ratio(size: Size, engine: str, step: str) -> float | None:
    """An engine's step against Hugo's cold build."""
    ours, hugo = size.median(engine, step), size.median("hugo", "cold")
    return ours.wall / hugo.wall if ours and hugo else None


def _size(size: Size, engines: Sequence[Engine]) -> list[str]:
    names = [engine.name for engine in engines if engine.name in size.outputs]
    rows = [_row(size, name, step) for step in STEP_NAMES for name in names if (name, step) in size.runs]
    kinds = dict.fromkeys(kind for name in names for kind in _kinds(size, name))
    pages = [[kind, *(f"{size.outputs[name].kinds[kind]:,}" for name in names)] for kind in kinds]
    pages.append(["all, MB", *(f"{size.outputs[name].size / 1e6:,.0f}" for name in names)])
    return [
        f"## {size.articles:,} articles, {size.source_bytes / 1e6:,.0f} MB of text",
        "",
        *_table(("build", "engine", "wall, s", "CPU, s", "peak memory, MB", "wall against Hugo's full build", "runs"), rows),
        "",
        f"Files of the cold build. Lists of {output.PAGE_SIZE} need {size.expected_list_pages:,} pages beside their first.",
        "",
        *_table(("files", *names), pages),
        "",
    ]


def _row(size: Size, engine: str, step: str) -> list[str]:
    usage = size.median(engine, step)
    ratio = _ratio(size, engine, step)
    if usage is None:
        raise ValueError(f"{engine} has no runs of {step}")
    figures = [f"{usage.wall:.2f}", f"{usage.cpu:.2f}", f"{usage.peak_mb:,.0f}", _share(ratio) if ratio else "–"]
    return [STEP_NAMES[step], engine, *figures, str(len(size.runs[engine, step]))]


def _kinds(size: Size, engine: str) -> Iterable[str]:
    """The kinds of pages in the order of their declaration, terms after articles."""
    order = ["articles", *output.TERM_FOLDERS, *(kind for kind, _ in output.KINDS[1:])]
    return (kind for kind in order if size.outputs[engine].kinds[kind])


def _share(ratio: float) -> str:
    return f"{ratio:.2f} ×" if ratio >= 0.1 else f"1/{1 / ratio:.0f}"  # noqa: PLR2004 - below a tenth a fraction reads better


def _megabytes(figure: float) -> str:
    return f"{figure:,.0f} MB"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    return [f"| {' | '.join(cells)} |" for cells in (head, ["---"] * len(head), *rows)]
