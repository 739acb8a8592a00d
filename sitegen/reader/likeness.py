"""How far each line of a page leans away from the story: by learned weights of many signs, and by what stands around it.

A page with its site around it has more lines that don't belong to the story than any list of phrases can know. The signs of a
line (`signs`) speak for six states, each state has a taste for the one before it, and the best course through the whole text
that gives a line another state is held against the best that leaves it to the story. `data/weights.txt` is learned from
labelled texts by `tools/learn_weights.py`.
"""

import struct
from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import cache
from itertools import repeat
from operator import add, sub

from msgspec import Struct

from sitegen.reader import below, logs, signs
from sitegen.reader.above import starts
from sitegen.reader.lean import NOTHING, OVER, Lean, Likeness
from sitegen.reader.rows import KEPT, REPEATED, Row
from sitegen.reader.surroundings import PROSE, Page, Traits, is_bare, is_parted, page_of, traits_of
from sitegen.reader.words import DATA, Phrases

STATES = 6  # story, crosshead, caption; the site's inside the story, below it for good, and above it for good
STORY, CROSSHEAD, CAPTION, INSIDE, BELOW, ABOVE = range(STATES)
Figures = tuple[int, ...]  # one a state, in hundredths
# What courses are worth is whole too, but kept as floats, which Python adds and compares in half the time.
Course = list[float]
NONE: Course = [0.0] * STATES
START: Course = [0.0, 0.0, 0.0, 0.0, -3000.0, 0.0]
# What a row's signs speak for is added up for all states at once: six figures are the digits of one number, which is six times
# as fast. They are raised so far that none is ever below nought; all rows' are raised alike, so no difference feels it.
PACKED = struct.Struct(f"<{STATES}I")
RAISED = (1 << 15,) * STATES
CROWDED = 8  # bare lines: a text with fewer, a table's not counted, is no page with its site around it
SHORT = 8  # words
MOST = 0.9  # of the rows of prose
# How far a short, a middling and a long line must lean before it counts as the site's: above all prose, in the largest cluster
# of it, between the clusters, under most of the prose, under all of it. A list between clusters may well be the story's, and a long
# line under most of it often is its last paragraph. Chosen on pages of sites that the weights hadn't seen: two halves, each by
# weights that were learned from the other.
ON_TOP, AMONG, BETWEEN, LATE, UNDERNEATH = range(5)
CAUTION = ((4.0, 4.0, 3.0), (2.0, 3.0, 4.0), (16.0, 12.0, 6.0), (5.0, 10.0, 10.0), (1.5, 3.0, 1.5))

# A line that leans so far towards what is below the story for good counts as standing under all prose: else readers' comments and
# other stories' first lines, being prose, shield what is among them. How far is enough depends on how many lines that many sites share
# stand between the story and it: fewer than three, when nothing is, then three, five, eight. A long line, and a short sentence, which a
# story may end with, must lean farther. On held-out halves these bounds lost no paragraph more; where a lean of three was enough
# everywhere, lists of goods on three pages were lost.
SHARED_LINES, UNDER = (3, 5, 8), (float("inf"), 8.0, 5.0, 4.0)
LONG_UNDER, SENTENCE_UNDER = 2.0, 3.0  # more

# The same for a line without a stop in the largest cluster and below it, if a line or more that many sites share stand between
# it and the last prose: for one and for more of them, where prose follows within a few rows and where it doesn't.
PASSED, SOON = ((5.0, 3.0), (4.0, 1.5)), 3

TABLED = 5.0  # more, for `Height: 12 metres`, `Best short film - Ann Marlow`
ANNOUNCING, LISTED, FEWEST = 4, 20.0, 5  # words that announce a list; and more for its lines, if so many are parted alike
LONG, LONG_PROSE = 40, 20.0  # words; and more for a paragraph of so many that offers nothing and tells of no author


class Steps(Struct, frozen=True, gc=False):
    """What each state thinks of the one before."""

    to: Sequence[Sequence[float]]  # to each state, from each
    out: Sequence[Sequence[float]]  # from each state, to each
    leads: Sequence[
        Sequence[float]
    ]  # how far a state must lead each other for it to be the better one to go on from, wherever to


class Weights(Struct, frozen=True, gc=False):
    """What the signs speak for, and what each state thinks of the one before."""

    lines: list[dict[int, int]]  # for the signs of a line: what each figure speaks for, packed
    signs: list[tuple[Callable[[Page], signs.Found], dict[int, int]]]  # the same for those of the table
    known: dict[str, int]  # of lines that may stand in many texts: what all their signs speak for, packed
    clear: int  # for a row that is surely told, packed
    onward: Steps
    back: Steps
    raised: int  # packed


@cache
def weights() -> Weights:
    """The learned weights."""
    return parse((DATA / "weights.txt").read_text("utf-8"))


def parse(text: str) -> Weights:
    """The weights of a data file: a sign, its figure, and what that speaks for each state."""
    found: dict[str, dict[int, Figures]] = {name: {} for name in (*signs.NAMES, "clear", "to")}
    for line in text.split("\n"):
        if line and not line.startswith(";"):
            name, value, *figures = line.split(" ")
            found[name][int(value)] = tuple(round(100 * float(figure)) for figure in figures)
    packed = {name: {value: _packed(figures) for value, figures in told.items()} for name, told in found.items()}
    return Weights(
        [packed[name] for name in signs.LINE],
        [(sign, packed[name]) for name, sign in signs.TABLE],
        {},
        _packed(RAISED) + packed["clear"].get(1, 0),
        _steps([list(map(float, found["to"][state])) for state in range(STATES)]),
        _steps([[float(found["to"][after][state]) for after in range(STATES)] for state in range(STATES)]),
        _packed(RAISED),
    )


def _steps(to: list[list[float]]) -> Steps:
    out = list(map(list, zip(*to, strict=True)))
    return Steps(to, out, [[max(map(sub, other, own)) for other in out] for own in out])


def _packed(figures: Figures) -> int:
    return sum(figure << 32 * state for state, figure in enumerate(figures))


def likeness(rows: list[Row], phrases: Phrases, begins: int | None = None) -> Likeness:
    """The likeness of a text's rows; nothing where the text is no page. `begins` is where its article does, if that is known."""
    if sum([row.words < PROSE and not row.stop and not row.columns for row in rows]) < CROWDED:  # `is_bare`
        return NOTHING
    place = below.begins(rows)
    page, learned = page_of(rows[:place], phrases, begins), weights()
    start = starts(page) if begins is None else begins
    leans = _leans(page, _told(page, learned), learned, start)
    leans.update(dict.fromkeys(range(min(place, below.owned(rows)), len(rows)), OVER))
    noted = [traits.noted for traits in (*page.traits, *map(traits_of, rows[place:]))]
    return Likeness(leans, _words(page, start), noted, page.repeated, start, page.end if page.end > 0 else 1 << 30)


def _words(page: Page, start: int) -> frozenset[str]:
    """The longer words of the story: those of its longest part, and of the prose from where it starts down to it."""
    upper = [page.longer[place] for place in range(start, page.start) if page.prose[place]] if start else ()
    return page.story.union(*upper)


def _leans(page: Page, told: list[Figures], learned: Weights, start: int) -> dict[int, Lean]:
    """How far each row leans, by its place: the best courses through each of its states, held against each other."""
    forward = _best(told, learned.onward, START)
    backward = _best(told[::-1], learned.back, NONE)[::-1]
    listed = _listed(page.rows) | logs.entries(page.rows)
    leans: dict[int, Lean] = {}
    for row, above, (a, b, c, d, e, f), (p, q, r, s, t, u), (one, two, three, four, five, six) in zip(
        page.rows, page.before, forward, backward, told, strict=True
    ):  # six states, written out
        story = a + p - one
        ahead = b + q - two - story  # a crosshead
        best = story + ahead if ahead > 0 else story
        caption, under = c + r - three, e + t - five
        site = max(d + s - four, under, f + u - six)
        care = caution(row, page, _region(row, page, start, (under - best) / 100)) + LISTED * (row.place in listed)
        leans[row.place] = Lean(ahead / 100, (caption - best) / 100, (site - best) / 100, care, not above)
    return leans


def _listed(rows: list[Row]) -> set[int]:
    """The places of lists that the story announces, as of winners and of results: `Best short film - Ann Marlow`, five or more."""
    places: set[int] = set()
    announced = [row.place for row in rows if row.text[-1] == ":" and row.words >= ANNOUNCING]
    for place in announced:
        if place in places:
            continue
        end = place + 1
        while any(map(is_parted, rows[end : end + 2])):  # one may be set amiss
            end += 1
        if end - place > FEWEST:
            places.update(range(place + 1, end))
    return places


def figures(page: Page) -> list[tuple[int, ...] | None]:
    """The figures of each row's signs; None where it is surely told."""
    found = [sign(page) for _, sign in signs.TABLE]
    columns = [[one + coarse for coarse in page.coarse] if isinstance(one, int) else one for one in found]
    return [
        None if clear else (*signs.of_line(row, traits), *found)
        for row, traits, clear, found in zip(page.rows, page.traits, signs.clear(page), zip(*columns, strict=True), strict=True)
    ]


def _told(page: Page, learned: Weights) -> list[Figures]:
    """What each row's signs speak for, together."""
    clear = signs.clear(page)
    own = [
        0 if sure else _of_line(row, traits, learned) for row, traits, sure in zip(page.rows, page.traits, clear, strict=True)
    ]
    columns, alike = [], dict.fromkeys(set(page.coarse), learned.raised)  # what the coarse class of a line speaks for
    for sign, table in learned.signs:
        found = sign(page)
        if isinstance(found, int):
            alike = {coarse: told + table.get(found + coarse, 0) for coarse, told in alike.items()}
        else:
            columns.append(map(table.get, found, repeat(0)))
    sums = map(sum, zip(own, *columns, strict=True), map(alike.__getitem__, page.coarse))
    unpack, size = PACKED.unpack, PACKED.size
    clear_one: Figures = unpack(learned.clear.to_bytes(size, "little"))
    return [clear_one if sure else unpack(found.to_bytes(size, "little")) for sure, found in zip(clear, sums, strict=True)]


def _of_line(row: Row, traits: Traits, learned: Weights) -> int:
    """What the signs of a line speak for that it has wherever it stands, packed."""
    text, known = row.text, learned.known
    if text in known:
        return known[text]
    found = sum(map(dict.get, learned.lines, signs.of_line(row, traits), repeat(0)))
    if len(text) <= REPEATED:
        if len(known) >= KEPT:
            known.clear()
        known[text] = found
    return found


def _best(told: list[Figures], steps: Steps, start: Course) -> list[Course]:
    """The worth of the best course that ends in each state of each row, but for a figure that is the same for all of a row."""
    course, state = list(map(add, start, told[0])), STORY
    courses = [course]
    for figures in told[1:]:
        a, b, c, d, e, f = course
        most, (one, two, three, four, five, six) = course[state], steps.leads[state]
        if (
            a + one <= most
            and b + two <= most
            and c + three <= most
            and d + four <= most
            and e + five <= most
            and f + six <= most
        ):  # all go on from there, as in most rows
            course = list(map(add, steps.out[state], figures))
        else:
            course = list(map(add, _onward(course, steps), figures))
            state = course.index(max(course))
        courses.append(course)
    return courses


def _onward(course: Course, steps: Steps) -> Course:
    """What the best course is worth that goes on to each state."""
    a, b, c, d, e, f = course
    worths = []
    for one, two, three, four, five, six in steps.to:  # written out: the innermost of loops
        best = a + one
        if (worth := b + two) > best:
            best = worth
        if (worth := c + three) > best:
            best = worth
        if (worth := d + four) > best:
            best = worth
        if (worth := e + five) > best:
            best = worth
        if (worth := f + six) > best:
            best = worth
        worths.append(best)
    return worths


def caution(row: Row, page: Page, region: int) -> float:
    """How far a row must lean, by where it stands and how long it is."""
    known = CAUTION[region][0 if row.words < SHORT else 1 if row.words < PROSE else 2]
    before, passed = page.before[row.place], page.passed[row.place]
    if passed and is_bare(row) and page.start < row.place and before < page.told:
        known = min(known, PASSED[passed > 1][page.until[row.place] > SOON])
    traits = page.traits[row.place]
    if row.words >= LONG and not (region == UNDERNEATH or traits.offers or traits.trades):
        return known + LONG_PROSE
    return known + TABLED if row.words < SHORT and is_parted(row) else known


def _region(row: Row, page: Page, start: int, under: float) -> int:
    """Where a row of a page whose story starts somewhere stands, that leans so far towards what is below the story for good."""
    place, before = row.place, page.before[row.place]
    if not before or place < start:
        return ON_TOP
    if before == page.told or (place > page.start and under > UNDER[-1] and under > _under(row, page)):
        return UNDERNEATH
    return AMONG if place <= page.end and place >= page.start else LATE if before > MOST * page.told else BETWEEN


def _under(row: Row, page: Page) -> float:
    """How far a row must lean towards what is below the story to count as standing there."""
    traits, far = page.traits[row.place], UNDER[bisect_right(SHARED_LINES, page.closed[row.place])]
    if row.stop and row.words < PROSE and not (traits.offers or traits.speaks):
        return far + SENTENCE_UNDER
    return far + LONG_UNDER if row.words >= LONG else far
