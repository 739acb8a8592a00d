"""One decision for the whole text: the likeliest course from the top through headline, head and story to the tail.

Each row brings evidence for a few kinds (the rules). A course gives every row a kind and a part of the text; parts only
follow one another in order, and neighbours raise or lower each other. Viterbi's method finds the best course in linear time.
"""

from functools import cache

from msgspec import Struct

from sitegen.reader.sheet import Kind

TOP, TITLE, HEAD, STORY, TAIL, LULL = range(6)  # the last between headline and story, where a site has set others
NEVER, HOPELESS = -1e6, -1e12
BEAM = 14.0  # courses this far behind the best are given up

# What each part thinks of each kind, before any evidence.
PARTS: dict[Kind, dict[int, float]] = {
    "menu": {TOP: 0.0, HEAD: -0.4, LULL: 0.0},
    "kicker": {TOP: 0.0, HEAD: -1.5},
    "stray": {TOP: -5.0},  # a last resort: what speaks for it can only be more than nought
    "title": {TITLE: 0.0},
    "continued": {TITLE: 0.0},
    "again": {HEAD: 0.0},
    "dek": {HEAD: 0.0},
    "dek-continued": {HEAD: 0.0},
    "byline": {TOP: -2.0, HEAD: 0.0, STORY: -4.5, TAIL: -2.5},
    "name": {TOP: -2.5, HEAD: 0.0},
    "empty-byline": {TOP: -2.0, HEAD: 0.0, STORY: -4.5, TAIL: -2.5},
    "date": {TOP: -0.5, HEAD: 0.0, STORY: -3.0, TAIL: -1.5},
    "dateline": {HEAD: 0.0},
    "caption": {TOP: -4.0, HEAD: 0.0, STORY: -0.8, TAIL: -2.0},
    "credit": {TOP: -1.0, HEAD: 0.0, STORY: -0.6, TAIL: -1.0},
    "reference": {TOP: -7.0, HEAD: -2.0, STORY: 0.0, TAIL: 0.0},
    "heading": {TOP: -4.0, HEAD: -2.0, STORY: -0.5, TAIL: 0.0},
    "item": {TOP: -3.0, HEAD: 0.0, STORY: 0.0, TAIL: 0.0},
    "junk-heading": {TOP: -2.0, HEAD: -2.0, STORY: -1.0, TAIL: 0.0},
    "junk": {TOP: 0.0, HEAD: -2.0, STORY: -0.5, TAIL: 0.3},
    "furniture": {TOP: 0.2, HEAD: 0.0, STORY: -1.0, TAIL: 0.2, LULL: 0.2},
    "leftover": {TAIL: 0.0},
    "body": {STORY: 0.0},
    "subhead": {STORY: 0.0},
    "signed": {STORY: 0.0, TAIL: -1.0},
    "clock": {STORY: 0.0},
    "address": {STORY: -1.0, TAIL: 0.0},
    "correction": {TOP: -0.5, HEAD: 0.0, STORY: -1.0, TAIL: 0.0},
    "contributor": {HEAD: -1.0, STORY: -1.5, TAIL: 0.0},
    "note": {TOP: -1.5, HEAD: -0.5, STORY: -2.5, TAIL: 0.0},
    "tags": {TOP: -1.0, HEAD: -0.5, STORY: -2.5, TAIL: 0.0},
}
# From part to part; what isn't named can't be.
STEPS: dict[tuple[int, int], float] = {
    (TOP, TOP): 0.0, (TOP, TITLE): 0.0, (TOP, HEAD): -6.0, (TOP, STORY): -3.5,
    (TITLE, TITLE): 0.0, (TITLE, HEAD): 0.0, (TITLE, STORY): 0.0, (TITLE, TAIL): -4.0,
    (HEAD, HEAD): 0.0, (HEAD, STORY): 0.0, (HEAD, TAIL): -4.0, (HEAD, LULL): -5.0,
    (LULL, LULL): 0.0, (LULL, HEAD): 0.0, (LULL, STORY): 0.0,
    (STORY, STORY): 0.0, (STORY, TAIL): -0.6,
    (TAIL, TAIL): 0.0, (TAIL, STORY): -6.0,
}  # fmt: skip
START = {TOP: 0.0, TITLE: 0.3, HEAD: -10.0, STORY: -5.0, TAIL: NEVER, LULL: NEVER}
START_HEADLESS = START | {HEAD: -2.5, STORY: -2.0}  # nothing on top may be its headline
START_GIVEN = {TOP: -1.0, TITLE: 0.0, HEAD: 0.0, STORY: 0.0, TAIL: NEVER, LULL: NEVER}
END = {TOP: -4.0, TITLE: -1.0, HEAD: -3.0, STORY: 0.0, TAIL: 0.0, LULL: -3.0}
# What neighbours think of each other.
PAIRS: dict[tuple[Kind, Kind], float] = {
    ("kicker", "title"): 0.5,
    ("date", "title"): 0.3, ("date", "dek"): -0.8, ("date", "byline"): 0.8, ("date", "body"): 0.3,
    ("byline", "title"): -1.5, ("byline", "dek"): -0.6, ("byline", "date"): 1.0, ("byline", "body"): 0.4,
    ("byline", "subhead"): -1.0,
    ("title", "title"): NEVER, ("title", "byline"): 1.2, ("title", "empty-byline"): 1.2, ("title", "date"): 0.7,
    ("title", "dek"): 0.5,
    ("again", "title"): NEVER, ("again", "dek"): 0.5, ("again", "byline"): 1.0, ("again", "date"): 0.7,
    ("dek", "byline"): 1.8, ("dek", "empty-byline"): 1.8, ("dek", "date"): 1.2, ("dek", "caption"): 0.6,
    ("dek", "body"): -2.4, ("dek-continued", "body"): -0.5, ("dek", "dek"): -2.0, ("dek", "subhead"): -2.0, ("dek", "reference"): -2.0,
    ("furniture", "dek"): -0.8, ("furniture", "furniture"): 0.5, ("furniture", "junk"): NEVER,
    ("caption", "dek"): -1.5, ("caption", "byline"): 0.6, ("caption", "empty-byline"): 1.0, ("caption", "credit"): 1.0,
    ("credit", "dek"): -1.5, ("credit", "caption"): 0.4,
    ("empty-byline", "body"): 0.5, ("empty-byline", "caption"): 0.8,
    ("dateline", "body"): 0.6,
    ("subhead", "body"): 0.3, ("subhead", "subhead"): -1.6,
    ("heading", "item"): 1.2, ("heading", "heading"): -1.0,
    ("item", "item"): 0.5,
    ("junk-heading", "junk"): 1.2, ("junk-heading", "furniture"): 0.3,
    ("junk", "junk"): 0.6, ("junk", "furniture"): 0.3,
    ("reference", "reference"): 0.3,
}  # fmt: skip
LIKE: dict[Kind, Kind] = {
    "name": "byline",
    "continued": "title",
    "dek-continued": "dek",
}  # kinds that neighbours take for another
# Kinds that need a certain neighbour before them, and what any other neighbour costs.
AFTER: dict[Kind, tuple[frozenset[Kind], float]] = {
    "item": (frozenset({"heading", "item"}), NEVER),
    "junk": (frozenset({"junk-heading", "junk"}), NEVER),
    "continued": (frozenset({"title", "continued"}), NEVER),
    "dek-continued": (frozenset({"dek", "dek-continued"}), NEVER),
    "leftover": (
        frozenset({"furniture", "junk-heading", "junk", "leftover", "heading", "note", "tags", "contributor", "item"}),
        NEVER,
    ),
}
BEFORE: dict[Kind, tuple[frozenset[Kind], float]] = {
    "dateline": (frozenset({"body", "caption", "subhead"}), -4.0),
    "subhead": (frozenset({"body", "subhead", "caption", "credit"}), -1.5),
}


class Choice(Struct, frozen=True, gc=False):
    """A row's kind, by which rule, in which part of the text, and its lead over the runner-up in the row's own evidence."""

    kind: Kind
    rule: str
    part: int
    lead: float
    other: "Candidate | None" = None  # the runner-up


class Candidate(Struct, frozen=True, gc=False):
    """A kind that a rule speaks for."""

    kind: Kind
    rule: str
    evidence: float


# A course so far: its score, the state it is in, the candidate that led there, and the course before.
_Course = tuple[float, int, Candidate, "_Course | None"]

_KINDS: tuple[Kind, ...] = tuple(PARTS)
_WIDTH = len(END)


def _neighbours(before: Kind, kind: Kind) -> float:
    alike = PAIRS.get((LIKE.get(before, before), LIKE.get(kind, kind)), 0.0)
    score = 0.0 if kind.endswith("continued") else PAIRS.get((before, kind), alike)
    if kind in AFTER and before not in AFTER[kind][0]:
        score += AFTER[kind][1]
    if before in BEFORE and kind not in BEFORE[before][0]:
        score += BEFORE[before][1]
    return score


@cache
def _moves() -> dict[Kind, list[tuple[int, float, list[float]]]]:
    """For each kind: its states, their taste, and what coming from each state costs. A state is a kind in a part."""
    return {
        kind: [
            (
                _KINDS.index(kind) * _WIDTH + part,
                taste,
                [STEPS.get((start, part), NEVER) + _neighbours(before, kind) for before in _KINDS for start in range(_WIDTH)],
            )
            for part, taste in parts.items()
        ]
        for kind, parts in PARTS.items()
    }


def decide(rows: list[list[Candidate]], *, titled: bool, headless: bool = False) -> list[Choice]:
    """The best course through the candidates of all rows; `titled`: the headline is known already, `headless`: there may be none."""
    if not rows:
        return []
    front = _first(rows[0], START_GIVEN if titled else START_HEADLESS if headless else START)
    for candidates in rows[1:]:
        front = _advance(front, candidates)
    best: _Course | None = max(front, key=lambda course: course[0] + END[course[1] % _WIDTH])
    choices = []
    for candidates in reversed(rows):
        if best is not None:
            choices.append(_choice(best[2], best[1] % _WIDTH, candidates))
            best = best[3]
    choices.reverse()
    return choices


def _first(candidates: list[Candidate], start: dict[int, float]) -> list[_Course]:
    return [
        ((start[state % _WIDTH] if candidate.kind not in AFTER else NEVER) + taste + candidate.evidence, state, candidate, None)
        for candidate in candidates
        for state, taste, _ in _moves()[candidate.kind]
    ]


def _advance(front: list[_Course], candidates: list[Candidate]) -> list[_Course]:
    """The best course to each state that the next row may be in."""
    moves, most = _moves(), HOPELESS
    courses: list[_Course] = []
    for candidate in candidates:
        kind = candidate.kind
        if kind in AFTER and AFTER[kind][0].isdisjoint([course[2].kind for course in front]):
            continue  # it would cost as much as never
        for state, taste, costs in moves[kind]:
            best, behind = HOPELESS, front[0]
            for course in front:
                score = course[0] + costs[course[1]]
                if score > best:
                    best, behind = score, course
            if (worth := best + taste + candidate.evidence) > most:
                most = worth
            courses.append((worth, state, candidate, behind))
    if len(courses) == 1:
        return courses
    limit = most - BEAM
    return [course for course in courses if course[0] >= limit]


def _choice(chosen: Candidate, part: int, candidates: list[Candidate]) -> Choice:
    other = None
    if len(candidates) > 1:
        for one in candidates:
            if one is not chosen and (other is None or one.evidence > other.evidence):
                other = one
    return Choice(chosen.kind, chosen.rule, part, chosen.evidence - (other.evidence if other else 0.0), other)
