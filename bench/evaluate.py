"""`make eval`: how well the reader reads, on any labelled texts, beside the goals.

    python bench/evaluate.py FOLDER [--worst 5] [--json]

FOLDER holds files of labelled cases, `*.jsonl` (a JSON object a line: `id`, `tier`, `site`, `raw` or `raw_b64`, `gold`), or texts with
their records beside them (`a.txt`, `a.json`), as `tests/cases/reader` does.
"""

import argparse
import base64
import json
import random
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec
from scoring import Case, Gold, Score, Scores, add, figures, score

from sitegen.build.reading import Reading, to_records_in_steps
from sitegen.model import Record, Source
from sitegen.reader import decode
from sitegen.steps import AT_ONCE, together

OWN = Path(__file__).parent.parent / "tests" / "cases" / "reader"
READING = Reading(content="", permalink="", timezone="UTC", names=True, aliases={}, drafts=True)
KB = 3072  # bytes of the article whose time is told
DRAWS = 300  # of sites, for an interval
MIDDLE = 0.95
ALL = "all"


class Goal(NamedTuple):
    """A row of the table: what is measured, the goal, and the floor."""

    label: str
    figure: str
    goal: float
    floor: float
    most: bool = False  # the figure is to stay below


GOALS = (
    Goal("title, exact", "title", 0.97, 0.92),
    Goal("authors, precision", "authors P", 0.98, 0.95),
    Goal("authors, recall", "authors R", 0.92, 0.85),
    Goal("authors, invented", "invented author", 0.01, 0.03, most=True),
    Goal("agency", "agency", 0.98, 0.95),
    Goal("date", "date", 0.98, 0.96),
    Goal("date, precision", "date P", 0.98, 0.96),
    Goal("date, inferred, precision", "date inferred P", 0.95, 0.92),
    Goal("date, invented", "invented date", 0.01, 0.03, most=True),
    Goal("dateline, F1", "dateline F1", 0.98, 0.95),
    Goal("dek, F1", "dek F1", 0.85, 0.70),
    Goal("captions, precision", "captions P", 0.95, 0.88),
    Goal("captions, recall", "captions R", 0.85, 0.70),
    Goal("credit split off", "credit", 0.90, 0.80),
    Goal("references in brackets, F1", "bracketed F1", 0.99, 0.97),
    Goal("references, F1", "references F1", 0.93, 0.85),
    Goal("body, F1", "body", 0.97, 0.955),
    Goal("paragraphs lost", "lost paragraphs", 0.002, 0.005, most=True),
    Goal("furniture, precision", "furniture P", 0.995, 0.98),
    Goal("furniture, recall", "furniture R", 0.80, 0.60),
    Goal("line roles", "line roles", 0.97, 0.93),
    Goal("people, precision", "people P", 0.95, 0.88),
    Goal("people, recall", "people R", 0.75, 0.60),
    Goal("places, precision", "places P", 0.95, 0.88),
    Goal("places, recall", "places R", 0.75, 0.60),
    Goal("organisations, precision", "organizations P", 0.95, 0.88),
    Goal("organisations, recall", "organizations R", 0.75, 0.60),
    Goal("nothing lost", "lossless", 1.0, 1.0),
)
SPEED = Goal("ms of CPU for 3 KB", "ms", 0.8, 2.0, most=True)
# Where a tier has a goal of its own.
OF_TIER = {
    ("seed-shaped", "title"): (0.99, 0.97),
    ("wire", "title"): (0.99, 0.97),
    ("seed-shaped", "furniture R"): (0.95, 0.88),
}


class Read(NamedTuple):
    """A case with its record, its scores, and its share of the processor's seconds that its batch took."""

    case: Case
    record: Record
    scores: Scores
    seconds: float


class Labelled(msgspec.Struct):
    """A line of a file of cases."""

    id: str
    tier: str
    site: str
    gold: dict[str, object]
    raw: str | None = None
    raw_b64: str | None = None
    ambiguous: list[str] = msgspec.field(default_factory=list)


def cases(folder: Path) -> Iterator[tuple[Case, Source]]:
    """The labelled texts of a folder, each with its source."""
    files = sorted(folder.glob("*.jsonl"))
    for file in files:
        with file.open(encoding="utf-8") as lines:
            yield from (_of_line(line) for line in lines if line.strip())
    if not files:
        yield from (_of_pair(file) for file in sorted(folder.glob("*.txt")) if file.with_suffix(".json").is_file())


def _of_line(line: str) -> tuple[Case, Source]:
    one = msgspec.json.decode(line, type=Labelled)
    data = base64.b64decode(one.raw_b64) if one.raw_b64 is not None else (one.raw or "").encode()
    gold = {name: value for name, value in one.gold.items() if name not in one.ambiguous}
    if "lines" in gold:
        gold["lines"] = [_label(label) for label in _items(gold["lines"])]
    return _case(one.id, one.tier, one.site, data, gold)


def _label(label: object) -> tuple[object, list[object]]:
    """A line's number and the roles that will do, from either form: `[3, ["dek"]]`, `{"n": 3, "role": "dek", "alt": []}`."""
    if isinstance(label, dict):
        return label["n"], [label["role"], *_items(label.get("alt"))]
    n, roles = _items(label)
    return n, _items(roles)


def _items(value: object) -> list[object]:
    return list(value) if isinstance(value, list | tuple) else []


def _of_pair(file: Path) -> tuple[Case, Source]:
    gold: dict[str, object] = json.loads(file.with_suffix(".json").read_text("utf-8"))
    data = file.read_bytes()
    if "roles" in gold:
        source = decode(file.name, data)
        text = source.text if isinstance(source, Source) else ""
        filled = [n for n, line in enumerate(text.split("\n"), 1) if line.replace("\ufeff", "").strip()]
        gold["lines"] = [(n, [role]) for n, role in zip(filled, _items(gold["roles"]), strict=True)]
    date = gold.get("date")
    gold |= {"date": date[:10]} if isinstance(date, str) else {}
    return _case(file.stem, "own", file.stem, data, gold)


def _case(name: str, tier: str, site: str, data: bytes, gold: dict[str, object]) -> tuple[Case, Source]:
    source = decode(f"{name}.txt", data)
    if not isinstance(source, Source):
        raise SystemExit(f"{name}: {source.what}")
    return Case(name, tier, site, source.text, msgspec.convert(gold, Gold, strict=True)), source


def read_all(found: Iterable[tuple[Case, Source]]) -> list[Read]:
    """Each case as it was read, names included: as a build reads, a batch of texts in steps, whose time is shared out by their sizes."""
    tiers: dict[str, list[tuple[Case, Source]]] = defaultdict(list)
    for case, source in found:
        tiers[case.tier].append((case, source))
    batches = [pairs[start : start + AT_ONCE] for pairs in tiers.values() for start in range(0, len(pairs), AT_ONCE)]
    _records(list(cases(OWN)))  # word lists and patterns are made ready once, by texts that aren't measured
    reads = []
    for batch in batches:
        began = time.process_time()
        records = _records(batch)
        spent = (time.process_time() - began) / max(1, sum(len(source.text) for _, source in batch))
        reads += [
            Read(case, record, score(case, record), spent * len(source.text))
            for (case, source), record in zip(batch, records, strict=True)
        ]
    return reads


def _records(batch: list[tuple[Case, Source]]) -> list[Record]:
    # As a build reads, which keeps no lines of front matter; where there is some, they count as kept.
    works = (to_records_in_steps(source, READING, lines=source.text.startswith("---")) for _, source in batch)
    return [read[0].record for read in together(works)]


def speed(reads: Sequence[Read]) -> float:
    """The processor's milliseconds for 3 KB of the texts."""
    size = sum(len(read.case.text.encode()) for read in reads)
    return 1000 * sum(read.seconds for read in reads) * KB / max(1, size)


def by_tier(reads: Sequence[Read]) -> dict[str, list[Read]]:
    """The cases of each tier, and all of them."""
    tiers: dict[str, list[Read]] = defaultdict(list)
    for read in reads:
        tiers[read.case.tier].append(read)
    return {**tiers, **({ALL: list(reads)} if len(tiers) > 1 else {})}


def spread(reads: Sequence[Read]) -> dict[str, float]:
    """Half of each figure's 95 % interval: sites are drawn again and again, since texts of one site are wrong together."""
    sites: dict[str, list[Scores]] = defaultdict(list)
    for read in reads:
        sites[read.case.site].append(read.scores)
    sums = [add(scores) for _, scores in sorted(sites.items())]
    draw = random.Random(1)
    drawn: dict[str, list[float]] = defaultdict(list)
    for _ in range(DRAWS if len(sums) > 1 else 0):
        for name, value in figures(add(draw.choices(sums, k=len(sums)))).items():
            drawn[name].append(value)
    return {name: _half(sorted(values)) for name, values in drawn.items()}


def _half(values: list[float]) -> float:
    cut = int((1 - MIDDLE) / 2 * len(values))
    return (values[-1 - cut] - values[cut]) / 2


def rows(tiers: dict[str, list[Read]]) -> Iterator[list[str]]:
    """The table: the goals, and each tier's figures; `!` below the floor, `·` between floor and goal."""
    yield ["", "goal", "floor", *(f"{tier} ({len(reads)})" for tier, reads in tiers.items())]
    known = {tier: (figures(add(read.scores for read in reads)), spread(reads)) for tier, reads in tiers.items()}
    for goal in GOALS:
        cells = [_cell(goal, tier, found.get(goal.figure), wide.get(goal.figure)) for tier, (found, wide) in known.items()]
        if any(cells):
            yield [goal.label, f"{goal.goal:g}", f"{goal.floor:g}", *cells]
    spent = [_cell(SPEED, tier, speed(reads), None) for tier, reads in tiers.items()]
    yield [SPEED.label, f"{SPEED.goal:g}", f"{SPEED.floor:g}", *spent]


def _cell(goal: Goal, tier: str, value: float | None, wide: float | None) -> str:
    if value is None:
        return ""
    best, floor = OF_TIER.get((tier, goal.figure), (goal.goal, goal.floor))
    reached, held = (value <= best, value <= floor) if goal.most else (value >= best, value >= floor)
    mark = " " if reached else "·" if held else "!"
    return f"{value:.3f}{mark}" + (f" ±{wide:.3f}" if wide is not None else "")


def table(lines: Iterable[list[str]]) -> str:
    """The rows in columns."""
    cells = list(lines)
    widths = [max(len(row[column]) for row in cells) for column in range(len(cells[0]))]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in cells)


def worst(reads: Sequence[Read], count: int) -> Iterator[str]:
    """For each figure the cases that cost most."""
    for goal in GOALS:
        names = [goal.figure.replace(" F1", end) for end in ((" P", " R") if goal.figure.endswith(" F1") else ("",))]
        costs = [(_cost(read.scores, names, most=goal.most), read.case.id) for read in reads]
        bad = sorted((-cost, name) for cost, name in costs if cost > 0)[:count]
        if bad:
            yield f"{goal.label}: " + ", ".join(f"{name} ({-cost:.2g})" for cost, name in bad)


def _cost(scores: Scores, names: Sequence[str], *, most: bool) -> float:
    known = [scores.get(name, Score(0, 0)) for name in names]
    return sum(one.hits if most else one.of - one.hits for one in known)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; status 1 where a figure is below its floor."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("folder", nargs="?", type=Path, default=OWN)
    parser.add_argument("--worst", type=int, default=0, metavar="N", help="name each figure's N worst cases")
    parser.add_argument("--json", action="store_true", help="figures as a JSON object")
    chosen = parser.parse_args(arguments)
    reads = read_all(cases(chosen.folder))
    if not reads:
        raise SystemExit(f"{chosen.folder}: there are no labelled cases")
    tiers = by_tier(reads)
    if chosen.json:
        print(
            json.dumps(
                {tier: figures(add(read.scores for read in some)) for tier, some in tiers.items()} | {"ms": speed(reads)}
            )
        )
        return 0
    print(table(rows(tiers)))
    for line in worst(reads, chosen.worst):
        print(line)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
