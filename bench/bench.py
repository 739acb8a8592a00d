"""Builds the same invented articles with sitegen, Hugo, Pelican, Eleventy and Nikola, in turn and from fresh processes, and tells the cost.

`make bench`, or `python bench/bench.py --help`.
"""

import argparse
import shlex
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path

import engines
import generate
import measure
import opens
import output
import results
import scenarios

SHARED_MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of our own is made in it
ROOM = 60_000  # bytes that an article takes in all engines' content, state and output together, generously
ONCE_ABOVE = 10_000  # articles; of larger archives first builds and sitegen's edits are repeated, and no other whole build
WARM_UP = 200  # articles
SETTLED = 3  # seconds after which a file counts as written some time ago, for engines that look twice at what is brand-new


def main() -> int:
    """Runs the benchmark; 0 if everything that was asked for could be measured."""
    options = _options()
    found = [engine for name in options.engines if (engine := _found(name))]
    if not found:
        print("None of the engines is installed: pip install -e '.[bench]'")
        return 2
    try:
        with _workplace(options.work, max(options.sizes)) as work:
            _measure(WARM_UP, found, 1, work, quiet=True)  # byte code and disk cache; a broken engine shows early
            sizes = [_measure(articles, found, options.runs, work) for articles in options.sizes]
            on_tmpfs = work.is_relative_to(SHARED_MEMORY)
    except (measure.RunError, output.OutputError) as error:
        print(error)
        return 1
    text = results.page(sizes, found, on_tmpfs, shlex.join(["python", "bench/bench.py", *sys.argv[1:]]))
    print(f"\n{text}", end="")
    if options.write:
        options.write.write_text(text, encoding="utf-8")
    return 0 if len(found) == len(options.engines) else 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=_numbers, default=(10_000, 100_000), help="articles, e.g. 10000,100000")
    parser.add_argument(
        "--runs",
        type=int,
        default=3,
        help="runs, of which the median is told; at large sizes edits that build everything anew run once",
    )
    parser.add_argument("--engines", type=_names, default=tuple(engines.FINDERS), help="e.g. sitegen,hugo")
    parser.add_argument(
        "--work", type=Path, help="a folder to work in, emptied at the end; default: shared memory where it is large enough"
    )
    parser.add_argument("--write", type=Path, help="write the tables into this file as well")
    return parser.parse_args()


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(number.replace("_", "")) for number in text.split(","))


def _names(text: str) -> tuple[str, ...]:
    names = tuple(text.split(","))
    if unknown := set(names) - set(engines.FINDERS):
        raise argparse.ArgumentTypeError(f"no such engine: {', '.join(sorted(unknown))}")
    return names


def _found(name: str) -> engines.Engine | None:
    engine = engines.find(name)
    print(f"{name} {engine.version}" if engine else f"{name}: not installed, left out ({engines.BROUGHT_BY[name]} brings it)")
    return engine


@contextmanager
def _workplace(wanted: Path | None, articles: int) -> Iterator[Path]:
    """A fresh folder, in shared memory where there is room; removed whatever happens."""
    parent = wanted
    if parent is None and SHARED_MEMORY.is_dir() and shutil.disk_usage(SHARED_MEMORY).free > articles * ROOM:
        parent = SHARED_MEMORY
    with tempfile.TemporaryDirectory(prefix="sitegen-bench-", dir=parent) as folder:
        yield Path(folder).resolve()


def _measure(articles: int, found: Sequence[engines.Engine], runs: int, work: Path, *, quiet: bool = False) -> results.Size:
    """All engines at one size: each step by each engine in turn, and that as often as there are runs."""
    sites = {engine: work / f"{engine.name}-{articles}" for engine in found if articles <= engine.largest}
    for engine, site in sites.items():
        engine.lay_out(site)
    print(f"\n{articles:,} articles")
    census = generate.write(articles, [(site / engine.content, engine.form, engine.place) for engine, site in sites.items()])
    time.sleep(SETTLED)
    size = results.Size(articles, census.source_bytes, output.expected_list_pages(census))
    benches = [scenarios.Bench(engine, site, census) for engine, site in sites.items()]
    for turn in range(runs):
        for step in scenarios.STEPS:
            for bench in benches:
                if _wanted(bench.engine, step, articles, turn):
                    usage = _run(bench, step, turn)
                    size.runs.setdefault((bench.engine.name, step), []).append(usage)
                    if not quiet:
                        print(f"  {_told(bench.engine.name, step, usage)}", flush=True)
                    if step == "cold" and not turn:
                        size.outputs[bench.engine.name] = output.count(bench.public, census)
    for site in sites.values():
        shutil.rmtree(site)
    return size


def _wanted(engine: engines.Engine, step: str, articles: int, turn: int) -> bool:
    """Large archives: an engine's edits that build everything anew once, and no theme edit."""
    whole = step != "cold" and not engine.incremental
    return (
        step in engine.steps and turn < engine.runs and (articles <= ONCE_ABOVE or (step != "theme" and not (whole and turn)))
    )


def _run(bench: scenarios.Bench, step: str, turn: int) -> measure.Usage:
    check = scenarios.STEPS[step](bench, turn)
    watch = opens.watched(bench.site / bench.engine.content) if step in scenarios.UNREAD else nullcontext(-1)
    with watch as descriptor:
        usage, said = measure.run(list(bench.engine.command), bench.site)
        if read := opens.opened(descriptor):
            raise output.OutputError(f"{bench.engine.name} opened {read:,} sources for a {results.STEP_NAMES[step]}")
    check(said)
    return usage


def _told(engine: str, step: str, usage: measure.Usage) -> str:
    return (
        f"{engine:8} {results.STEP_NAMES[step]:18} {usage.wall:8.2f} s  CPU {usage.cpu:8.2f} s  peak {usage.peak_mb:6,.0f} MB"
    )


if __name__ == "__main__":
    sys.exit(main())
