"""What each row may be: the table's rules asked, of each row those that its marks, its length and its place let answer."""

from bisect import bisect_left
from collections.abc import Callable
from functools import cache, reduce
from operator import or_
from typing import get_args

from sitegen.reader.decide import AFTER, Candidate
from sitegen.reader.lean import OVER
from sitegen.reader.rows import Row
from sitegen.reader.rules import TABLE
from sitegen.reader.rules.marks import BUTTON, CREDIT, FEW, KNOWN, LINKED, PICTURED, SERIES, SIGNED
from sitegen.reader.sheet import UNMARKED, Kind, Marked, Rule, Sheet, key_of
from sitegen.reader.surroundings import PROSE

ROWS_OVER = 4  # rows over a page's headline, which may be its day, its section or its lede
ABOVE = Candidate("furniture", "above-headline", 1.0)
FAR_ABOVE = Candidate("menu", "far-above", 1.6)  # above the head, on a page with menus there
HEADING = Candidate("subhead", "heading", 2.0)
LAST: Rule = TABLE[-1]  # speaks for every row, and against some
# What nothing is where the story is surely over, since pictures and authors there are those of other stories, or of readers; nor is
# a line that many sites share, and its surroundings show to be the site's.
TOLD: frozenset[Kind] = frozenset(
    {"caption", "credit", "subhead", "byline", "name", "signed", "body", "contributor", "correction", "clock"}
)
OF_HEAD: frozenset[Kind] = frozenset(
    {"title", "continued", "again", "dek", "dek-continued", "dateline"}
)  # nor a section's name
STRETCH, MOST_SETS = 36, 1024  # rules; sets of marks that are kept in mind


def candidates(sheet: Sheet, marked: list[int]) -> list[list[Candidate]]:
    """What each row may be, by its marks."""
    found: list[list[Candidate]] = []
    leading = 0
    for place in sheet.marked.linked:
        marked[place] |= LINKED
    for place in sheet.marked.signed:
        marked[place] |= SIGNED
    for place in sheet.marked.pictured:
        marked[place] |= PICTURED
        marked[min(place + 1, len(marked) - 1)] |= PICTURED
    sheet.credits.update(dict.fromkeys([place for place, marks in enumerate(marked) if not marks & (CREDIT | BUTTON)], 0.0))
    above = (sheet.marked.begins or 0) - ROWS_OVER if sheet.marked.alone else 0  # to so many rows all is the site's
    far = min(sheet.head_start, *sheet.told) if sheet.told else 0  # and to so many, unless something is told above them
    for row, marks in zip(sheet.rows, marked, strict=True):
        if row.place < above or row.place < far:
            found.append([ABOVE if row.place < above else FAR_ABOVE])
            continue
        known = _candidates(row, sheet, marks | leading)
        if sheet.marked is not UNMARKED:
            known = _marked(row, known, sheet.marked)
        found.append(list(known.values()))
        leading = 0
        for kind in known:
            leading |= _LEADING[kind]
    if sheet.middle is not None:
        found[sheet.middle.place] = [Candidate("body", "middle-of-long-text", 6.0)]
    return found


def _marked(row: Row, known: dict[Kind, Candidate], marked: Marked) -> dict[Kind, Candidate]:
    """What a row may be on a page with marks: above the headline nothing is of the story, no heading is a paragraph, no author a section."""
    left = dict(known)
    if row.place in marked.signed and "name" in left:
        left.pop("kicker", None)
    told = row.words >= PROSE and row.stop
    if marked.begins is not None and row.place < marked.begins and not told:  # a lede may stand over its headline
        left.pop("body", None)
        left.pop("subhead", None)
        left.setdefault("furniture", ABOVE)
    elif row.place in marked.headed and not told:  # some set a whole story as headings
        left.pop("body", None)
        left.setdefault("subhead", HEADING)
    return left


def _candidates(row: Row, sheet: Sheet, marks: int) -> dict[Kind, Candidate]:
    """What a row may be; of what needs a certain neighbour above only where that may be it."""
    best: dict[Kind, Candidate] = {}
    for needed, stretch in _table(row, sheet, marks)[bisect_left(_SIZES, len(row.text))]:
        for name, kind, find in stretch[marks & needed]:
            evidence = find(row, sheet)
            if evidence > 0.0:
                known = best.get(kind)
                if known is None or evidence > known.evidence:
                    best[kind] = Candidate(kind, name, evidence)
    evidence, known = LAST.find(row, sheet), best.get(LAST.kind)
    if known is None or evidence > known.evidence:
        best[LAST.kind] = Candidate(LAST.kind, LAST.name, evidence)
    return best


def _table(row: Row, sheet: Sheet, marks: int) -> list[list[tuple[int, "_Stretch"]]]:
    """The rules that are asked where a row stands."""
    lean, in_head = sheet.like.leans.get(row.place), sheet.head_start <= row.place < sheet.head_end
    if lean is OVER:
        return _OVER
    if lean is not None and marks & (KNOWN | FEW) and not marks & SERIES and lean.furniture > lean.caution:
        key = key_of(row)
        if key in sheet.phrases.furniture:
            return _OVER
        if in_head and key in sheet.phrases.sections:
            return _SECTION
    return _HEAD if in_head else _BELOW


_Asked = tuple[str, Kind, Callable[[Row, Sheet], float]]  # of a rule what the innermost of loops needs


class _Stretch(dict[int, list[_Asked]]):
    """Some rules of the table that follow one another: those to be asked, by the marks among them that a row shows."""

    def __init__(self, rules: tuple[Rule, ...]) -> None:
        """The few sets of marks that rows show are added as they come."""
        self.rules = [(_needs(rule), (rule.name, rule.kind, rule.find)) for rule in rules]

    def __missing__(self, marks: int) -> list[_Asked]:
        """The rules that need no mark but these."""
        if len(self) >= MOST_SETS:
            self.clear()
        lacking = ~marks
        found = self[marks] = [asked for needs, asked in self.rules if not needs & lacking]
        return found


# Marks besides those of `rules.marks`, of the row below one that may be what a kind needs before it.
_NEEDED = {kind: 1 << 61 + number for number, kind in enumerate(AFTER)}
_LEADING: dict[Kind, int] = {
    kind: sum(_NEEDED[below] for below, (above, _) in AFTER.items() if kind in above) for kind in get_args(Kind)
}


def _needs(rule: Rule) -> int:
    return rule.needs | _NEEDED.get(rule.kind, 0)


@cache
def _shared(rules: tuple[Rule, ...]) -> tuple[int, _Stretch]:
    """A stretch of the table with the marks that are needed there; the same one where no rule of it looks at a row's length."""
    return reduce(or_, map(_needs, rules), 0), _Stretch(rules)


def _taken(size: int, *, head: bool, but: frozenset[Kind] = frozenset()) -> list[tuple[int, _Stretch]]:
    """The rules but the last for rows of a size, and some kinds, in stretches so short that few sets of marks occur in each."""
    parts = [TABLE[start : min(start + STRETCH, len(TABLE) - 1)] for start in range(0, len(TABLE) - 1, STRETCH)]
    taken = [
        tuple(rule for rule in part if rule.longest >= size and (head or not rule.head) and rule.kind not in but)
        for part in parts
    ]
    return [_shared(rules) for rules in taken if rules]


# The table cut by how long a row is and where it stands, so that a paragraph asks few rules.
_SIZES = sorted({rule.longest for rule in TABLE})
_HEAD = [_taken(size, head=True) for size in _SIZES]
_BELOW = [_taken(size, head=False) for size in _SIZES]
_OVER = [_taken(size, head=False, but=TOLD) for size in _SIZES]
_SECTION = [_taken(size, head=True, but=TOLD | OF_HEAD) for size in _SIZES]
