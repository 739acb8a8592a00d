"""Learns what the reader's signs speak for: `python tools/learn_weights.py CASES.jsonl… > sitegen/reader/data/weights.txt`.

A case is a JSON object a line: `raw` (or `raw_b64`), `site`, `tier`, and `gold` with what is known of it: `lines` (pairs of a
line's number and the roles that are right for it), `body`, `subheads`, `captions`, `title`, `dek`. What isn't labelled isn't
learned from. A line's label may leave several states open; then any of them is right (a conditional random field with partial
labels). Where the site's lines stand to the story is never left open: otherwise the learner chooses, and the order of the cases
chooses for it. To take a line of the story for another is made dearer than the reverse. `--without 1/4` leaves out every fourth site,
so that its cases can be measured with weights that never saw it.
"""

import argparse
import base64
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from hashlib import md5
from math import exp, log, sqrt
from pathlib import Path
from typing import NamedTuple, TypedDict

from sitegen import reader
from sitegen.model import Source
from sitegen.reader import likeness, page_title, signs
from sitegen.reader.rows import Row, rows_of
from sitegen.reader.sheets import sheet_of
from sitegen.reader.surroundings import page_of
from sitegen.reader.words import phrases

STATES = likeness.STATES
STORY, CROSSHEAD, CAPTION = {likeness.STORY}, {likeness.CROSSHEAD}, {likeness.CAPTION}
SITE = {likeness.INSIDE, likeness.BELOW, likeness.ABOVE}
OPEN = STORY | CROSSHEAD | CAPTION | SITE
ROLES = {"body": STORY, "subhead": CROSSHEAD, "caption": CAPTION} | dict.fromkeys(
    ("credit", "furniture", "reference", "tags", "note", "contributor", "correction"), SITE
)
LEFT_OPEN = {"title", "dek", "byline", "date", "dateline", "reference", "tags", "contributor", "correction", "note"}
NEVER = -30.0
# What the states think of one another before anything is learned: what stands above or below the story for good isn't left.
PRIOR = {(likeness.BELOW, state): -5.0 for state in range(STATES) if state != likeness.BELOW}
PRIOR |= {(state, likeness.ABOVE): NEVER for state in range(STATES) if state != likeness.ABOVE}
PRIOR |= {(likeness.ABOVE, likeness.BELOW): NEVER, (likeness.ABOVE, likeness.INSIDE): -3.0}
WEIGHT = {"wire": 0.3, "plain": 0.3, "seed-shaped": 1.5}  # of a case, by its tier: few papers stand behind these
DEARER = 1.5  # how much a lost line of the story weighs, as evidence
PENALTY, RATE, ROUNDS, CHUNK = 30.0, 0.1, 24, 20
RUNS = 4  # from the start, in other orders, whose mean is taken: an order alone moves a third of the paragraphs that are lost
FEWEST = 5  # rows that a figure must stand for
LEAST = 0.03  # weights below don't matter
LONG = 25  # characters by which a line is known again inside a paragraph
WORDS = re.compile(r"\w+")


Labelled = tuple[list[tuple[str, int]], frozenset[int]]  # a row's figures by the names of their signs, and the right states


class Gold(TypedDict, total=False):
    """What is known of a case."""

    lines: list[list[object]]
    body: list[str]
    subheads: list[str]
    captions: list[dict[str, str | None]]
    neutral: list[str]
    title: str | None
    dek: str | None


class Case(TypedDict, total=False):
    """A labelled text."""

    id: str
    site: str
    tier: str
    raw: str
    raw_b64: str
    gold: Gold


class Example(NamedTuple):
    """A row: the numbers of its figures, the states that are right, and whether it is surely the story's."""

    features: list[int]
    right: frozenset[int]
    story: bool


def cases(paths: list[str], without: tuple[int, int] | None) -> Iterator[Case]:
    """The cases of the files, but for the sites that are left out."""
    for path in paths:
        for line in Path(path).read_text("utf-8").splitlines():
            case: Case = json.loads(line)
            if without is None or fold_of(case["tier"], case["site"], case["id"], without[1]) != without[0]:
                yield case


def fold_of(tier: str, site: str, name: str, folds: int) -> int:
    """In which of so many folds a case is: pages by their sites, other texts each by itself."""
    kept = site if tier in {"page", "media"} else name
    return md5(kept.encode(), usedforsecurity=False).digest()[0] % folds


def plain(text: str) -> str:
    """The words of a text, for comparison."""
    return " ".join(WORDS.findall(text.casefold().replace("’", "").replace("'", "")))


def roles_of(gold: Gold) -> dict[int, list[str]]:
    """The roles that are right for each labelled line, the likeliest first."""
    found: dict[int, list[str]] = {}
    for line in gold.get("lines", []):
        number, roles = (line["n"], [line["role"], *(line.get("alt") or [])]) if isinstance(line, dict) else line
        if isinstance(number, int) and isinstance(roles, list):
            found[number] = roles
    return found


class Labels:
    """What is known of the rows of one case."""

    def __init__(self, case: Case) -> None:
        gold = case["gold"]
        self.page = case["tier"] == "page"
        self.roles = roles_of(gold)
        self.heads = {plain(text) for text in (gold.get("title"), gold.get("dek")) if text}
        self.subheads = {plain(text) for text in gold.get("subheads", [])}
        self.paragraphs = {plain(text) for text in gold.get("body", [])} | self.subheads
        self.story = f" {' '.join(sorted(self.paragraphs))} "
        self.neutral = " ".join(map(plain, gold.get("neutral", [])))
        texts = [caption["text"] for caption in gold["captions"]] if "captions" in gold else None
        self.captions = None if texts is None else {plain(text) for text in texts if text}
        self.told = bool(self.paragraphs) and case["tier"] in {"page", "media"}

    def of(self, row: Row) -> set[int]:
        """The states that are right for a row; all where nothing is known."""
        text = plain(row.text)
        if not text or text in self.heads:
            return OPEN
        roles = self.roles.get(row.first)
        if roles is not None:
            return self._labelled(text, roles)
        if not self.told or text in self.neutral:
            return OPEN
        if text in self.subheads and not self.page:
            return CROSSHEAD
        if text in self.paragraphs or (len(text) > LONG and f" {text} " in self.story):
            return STORY | CROSSHEAD
        return self._foreign(text)

    def _labelled(self, text: str, roles: list[str]) -> set[int]:
        if roles[0] in LEFT_OPEN:
            return OPEN
        if roles[0] in {"body", "subhead"}:
            either = "subhead" in roles and ("body" in roles or self.page)
            return STORY | CROSSHEAD if either else ROLES[roles[0]]
        right = {state for role in roles for state in ROLES.get(role, set())}
        return self._foreign(text) if right > CAPTION else right

    def _foreign(self, text: str) -> set[int]:
        """What isn't the story's: a caption, where the captions are known; else a caption or the site's."""
        if self.captions is None:
            return CAPTION | SITE
        return CAPTION if any(text == one or (len(one) > LONG and one in text) for one in self.captions) else SITE


def text_of(case: Case) -> str:
    """A case's text, as the reader decodes it."""
    data = base64.b64decode(case["raw_b64"]) if case.get("raw_b64") else case["raw"].encode()
    source = reader.decode(case["id"], data)
    return source.text if isinstance(source, Source) else ""


def rows_with_labels(case: Case) -> list[Labelled]:
    """Each row's figures by the names of their signs, and the states that are right for it."""
    rows = rows_of(text_of(case).split("\n"), 1)
    page, labels = page_of(rows, phrases(), page_title.headline(rows)), Labels(case)
    heads = sheet_of(rows, None, "UTC").heads
    found = []
    for row, numbers in zip(rows, likeness.figures(page), strict=True):
        named = [("clear", 1)] if numbers is None else list(zip(signs.NAMES, numbers, strict=True))
        right = labels.of(row)
        head = heads.get(row.place)
        if right >= SITE and head is not None and ((head.by and head.names) or (head.dated and head.sure >= 1)):
            right = OPEN
        found.append((named, frozenset(right)))
    return placed(found)


def placed(found: list[Labelled]) -> list[Labelled]:
    """The rows with the site's lines below the story told from those inside it and above."""
    story = [place for place, (_, right) in enumerate(found) if right <= STORY | CROSSHEAD]
    if not story:
        return found
    return [
        (named, right - SITE | {likeness.BELOW if place > story[-1] else likeness.INSIDE} if OPEN > right >= SITE else right)
        for place, (named, right) in enumerate(found)
    ]


class Model:
    """The weights while they are learned, by AdaGrad."""

    def __init__(self, count: int, examples: int) -> None:
        self.count = count
        self.penalty = PENALTY / examples
        self.rounds = 0
        self.totals = [[0.0] * STATES for _ in range(count)]
        self.step_totals = [[0.0] * STATES for _ in range(STATES)]
        self.begin()

    def begin(self) -> None:
        """Forget all but the sums of what was to be remembered."""
        self.weights = [[0.0] * STATES for _ in range(self.count)]
        self.squares = [[1e-3] * STATES for _ in range(self.count)]
        self.steps = [[PRIOR.get((one, other), 0.0) for other in range(STATES)] for one in range(STATES)]
        self.step_squares = [[1e-3] * STATES for _ in range(STATES)]

    def shrink(self, count: int) -> None:
        """What large weights cost, for so many sequences."""
        for weights, squares in zip(self.weights, self.squares, strict=True):
            descend(weights, squares, [count * self.penalty * weight for weight in weights])

    def remember(self) -> None:
        """Add the weights to those whose mean is written: a mean of rounds errs less than any one."""
        self.rounds += 1
        for total, weights in zip([*self.totals, *self.step_totals], [*self.weights, *self.steps], strict=True):
            for state in range(STATES):
                total[state] += weights[state]

    def told(self, example: Example) -> list[float]:
        """What an example's figures speak for."""
        return [sum(column) for column in zip(*[self.weights[number] for number in example.features], strict=True)]

    def learn(self, sequence: list[Example], weight: float) -> float:
        """One step towards the right states of a sequence; how far it was from them."""
        told = [self.told(example) for example in sequence]
        dear = [
            [value + DEARER * (one.story and state not in one.right) for state, value in enumerate(row)]
            for one, row in zip(sequence, told, strict=True)
        ]
        right = [
            [value if state in one.right else NEVER * 10 for state, value in enumerate(row)]
            for one, row in zip(sequence, told, strict=True)
        ]
        chains = [[exp(value) for value in row] for row in self.steps]
        all_nodes, all_pairs, all_worth = marginals(dear, chains)
        nodes, pairs, worth = marginals(right, chains)
        for example, one, other in zip(sequence, all_nodes, nodes, strict=True):
            slope = [weight * (a - b) for a, b in zip(one, other, strict=True)]
            if max(map(abs, slope)) > 1e-4:  # noqa: PLR2004 - what is learned already
                for number in example.features:
                    descend(self.weights[number], self.squares[number], slope)
        for state in range(STATES):
            slope = [weight * (a - b) for a, b in zip(all_pairs[state], pairs[state], strict=True)]
            descend(self.steps[state], self.step_squares[state], slope)
        return weight * (all_worth - worth)


def descend(weights: list[float], squares: list[float], slope: list[float]) -> None:
    """One step of AdaGrad."""
    for state in range(STATES):
        own = slope[state]
        squares[state] += own * own
        if weights[state] > NEVER:
            weights[state] -= RATE * own / sqrt(squares[state])


def marginals(told: list[list[float]], chains: list[list[float]]) -> tuple[list[list[float]], list[list[float]], float]:
    """How likely each state of each row is, how often each follows each, and the logarithm of the whole."""
    tops = [max(row) for row in told]
    own = [[exp(value - top) for value in row] for row, top in zip(told, tops, strict=True)]
    start = [exp(value / 100) for value in likeness.START]
    forward, worth = [scaled([a * b for a, b in zip(start, own[0], strict=True)])], 0.0
    columns = list(zip(*chains, strict=True))
    sizes = [forward[0][1]]
    for row in own[1:]:
        last = forward[-1][0]
        forward.append(
            scaled(
                [sum([a * b for a, b in zip(last, column, strict=True)]) * e for column, e in zip(columns, row, strict=True)]
            )
        )
        sizes.append(forward[-1][1])
    worth = sum(map(log, sizes)) + sum(tops)
    backward = [1.0] * STATES
    nodes = []
    pairs = [[0.0] * STATES for _ in range(STATES)]
    for place in range(len(own) - 1, -1, -1):
        alpha = forward[place][0]
        nodes.append(scaled([a * b for a, b in zip(alpha, backward, strict=True)])[0])
        if place:
            ahead = [e * b / sizes[place] for e, b in zip(own[place], backward, strict=True)]
            before = forward[place - 1][0]
            for one in range(STATES):
                chain, counts, a = chains[one], pairs[one], before[one]
                for other in range(STATES):
                    counts[other] += a * chain[other] * ahead[other]
            backward = [sum([c * b for c, b in zip(chain, ahead, strict=True)]) for chain in chains]
    return nodes[::-1], pairs, worth


def scaled(row: list[float]) -> tuple[list[float], float]:
    """A row brought to the sum of one, and its sum."""
    size = sum(row) or 1e-300
    return [value / size for value in row], size


def numbered(found: list[list[Labelled]]) -> dict[tuple[str, int], int]:
    """The figures that stand for enough rows, numbered in the order of the data file."""
    counts = Counter(figure for sequence in found for named, right in sequence if right != OPEN for figure in named)
    order = [*signs.NAMES, "clear"]
    kept = sorted(
        (figure for figure, count in counts.items() if count >= FEWEST), key=lambda one: (order.index(one[0]), one[1])
    )
    return {figure: number for number, figure in enumerate(kept)}


def shuffled(count: int, turn: int) -> list[int]:
    """An order of so many cases, another each round: the last ones of an order weigh more than the first."""
    return sorted(range(count), key=lambda place: md5(f"{turn} {place}".encode(), usedforsecurity=False).digest())


def main() -> None:
    """Learn and print."""
    form = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    form.add_argument("cases", nargs="+")
    form.add_argument("--without", help="K/N: leave out the sites of fold K of N")
    chosen = form.parse_args()
    fold = tuple(map(int, chosen.without.split("/"))) if chosen.without else None
    taken = list(cases(chosen.cases, (fold[0], fold[1]) if fold else None))
    found = [rows_with_labels(case) for case in taken]
    numbers = numbered(found)
    sequences = [
        (
            [
                Example([numbers[one] for one in named if one in numbers], right, right <= STORY | CROSSHEAD)
                for named, right in sequence
            ],
            WEIGHT.get(case["tier"], 1.0),
        )
        for case, sequence in zip(taken, found, strict=True)
        if sequence
    ]
    model = Model(len(numbers), len(sequences))
    for turn in range(RUNS * ROUNDS):
        if turn % ROUNDS == 0:
            model.begin()
        loss = 0.0
        order = shuffled(len(sequences), turn)
        for start in range(0, len(order), CHUNK):
            chunk = order[start : start + CHUNK]
            loss += sum([model.learn(*sequences[place]) for place in chunk])
            model.shrink(len(chunk))
        print(f"{turn + 1:3d} {loss:.0f}", file=sys.stderr)
        if turn % ROUNDS >= ROUNDS // 2:
            model.remember()
    write(model, numbers, len(taken))


def write(model: Model, numbers: dict[tuple[str, int], int], count: int) -> None:
    """Print the data file."""
    print(f"; Learned by tools/learn_weights.py from {count} labelled texts. A sign, its figure, and what that speaks for:")
    print("; story, crosshead, caption, the site's inside the story, below it for good, above it for good.")
    print("; `to`: a state, and what it thinks of each state before it. `clear`: a row that is surely told.")
    for other in range(STATES):
        print("to", other, *(f"{model.step_totals[one][other] / model.rounds:.2f}" for one in range(STATES)))
    for (name, value), number in numbers.items():
        mean = [total / model.rounds for total in model.totals[number]]
        if max(map(abs, mean)) >= LEAST:
            print(name, value, *(f"{weight:.2f}" for weight in mean))


if __name__ == "__main__":
    main()
