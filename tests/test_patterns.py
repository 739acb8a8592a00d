"""No pattern takes long over any line: each is asked of lines that repeat what the pattern itself repeats, and don't end as it wants.

Where two repeats may share out the same characters, a pattern tries all ways to do so, and three such make a line of a
few thousand characters last for minutes. What stands between two of them in a pattern is what a hostile line is made of.
"""

import importlib
import pkgutil
import re
import signal
import sys
from collections.abc import Iterator
from functools import partial
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from types import ModuleType

import pytest

import sitegen
from sitegen.reader.wordings import BRACKET, wordings
from sitegen.reader.words import DATA, sections

LENGTH, SECONDS = 1_200, 1.0  # characters of a line; of CPU: what is quadratic takes a quarter at most, what is cubic many
SIGNS = "a A1.,-'\t(/\"x@é:"
MANY = 8  # what is repeated up to so often can't grow
REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)
KINDS = {"word": lambda sign: sign.isalnum() or sign == "_", "digit": str.isdigit, "space": str.isspace}

MODULES = [found.name for found in pkgutil.walk_packages(sitegen.__path__, "sitegen.") if not found.name.endswith("__main__")]


def patterns_of(module: ModuleType) -> dict[str, re.Pattern[str]]:
    """All patterns that a module holds, by where they stand."""
    found: dict[str, re.Pattern[str]] = {}
    held = [(name, value) for name, value in vars(module).items() if not name.startswith("__")]
    while held:
        name, value = held.pop()
        if isinstance(value, re.Pattern):
            found[name] = value
        elif isinstance(value, dict):
            held += [(f"{name}[{key!r}]", one) for key, one in value.items()]
        elif isinstance(value, tuple | list | set | frozenset):
            held += [(f"{name}[{place}]", one) for place, one in enumerate(value)]
    return {name: pattern for name, pattern in found.items() if isinstance(pattern.pattern, str)}


def is_in(sign: str, items: list[tuple]) -> bool:
    """Whether a set of a pattern, `[…]`, has a sign."""
    found = denied = False
    for kind, told in items:
        denied |= kind is op.NEGATE
        found |= kind is op.LITERAL and ord(sign) == told
        found |= kind is op.RANGE and told[0] <= ord(sign) <= told[1]
        if kind is op.CATEGORY:
            name = str(told).lower()
            found |= KINDS[name.rpartition("_")[2]](sign) != ("_not_" in name)
    return found != denied


def signs_of(kind: object, told: object) -> list[str]:
    """Some of the signs that a piece of a pattern takes; none if it takes more than one at a time."""
    if kind is op.LITERAL:
        return [chr(told)]
    if kind is op.NOT_LITERAL:
        return [sign for sign in SIGNS if ord(sign) != told]
    if kind is op.IN:
        own = [chr(code if one is op.LITERAL else code[0]) for one, code in told if one in (op.LITERAL, op.RANGE)]
        return [sign for sign in (*SIGNS, *own, "~") if is_in(sign, told)]
    return list(SIGNS) if kind is op.ANY else []


def sample(tree: list[tuple], turn: int) -> str:
    """A text, as short as may be, that a pattern takes: another one each turn."""
    return "".join([piece(kind, told, turn) for kind, told in tree])


def piece(kind: object, told: tuple, turn: int) -> str:
    """The same for one piece of a pattern."""
    if signs := signs_of(kind, told):
        return signs[turn % len(signs)]
    if kind in REPEATS:
        least, most, repeated = told
        return sample(repeated, turn) * max(least, min(turn % 2, most))
    if kind is op.BRANCH:
        return sample(told[1][turn % len(told[1])], turn)
    return sample(told[3], turn) if kind is op.SUBPATTERN else sample(told, turn) if kind is op.ATOMIC_GROUP else ""


def parts_of(kind: object, told: tuple) -> list[list[tuple]]:
    """The pieces within a piece of a pattern."""
    if kind is op.BRANCH:
        return told[1]
    if kind is op.ATOMIC_GROUP:
        return [told]
    place = {op.SUBPATTERN: 3, op.ASSERT: 1, op.ASSERT_NOT: 1} | dict.fromkeys(REPEATS, 2)
    return [told[place[kind]]] if kind in place else []


def repeats(tree: list[tuple], before: str, turn: int) -> Iterator[tuple[str, str]]:
    """Whatever a pattern repeats, with what comes before it."""
    for kind, told in tree:
        if kind in REPEATS and told[1] > MANY:
            alone = signs_of(*told[2][0]) if len(told[2]) == 1 else []
            yield from [(before, unit) for unit in alone or [sample(told[2], number) for number in range(4)] if unit]
        for part in parts_of(kind, told):
            yield from repeats(part, before, turn)
        before += piece(kind, told, turn)


def hostile_lines(pattern: re.Pattern[str]) -> list[str]:
    """Lines that repeat one thing which the pattern repeats, and then end otherwise."""
    tree = parser.parse(pattern.pattern, pattern.flags)
    begun = dict.fromkeys(pair for turn in range(2) for pair in repeats(tree, "", turn))
    return [before + unit * (LENGTH // len(unit)) + "\0" for before, unit in begun]


def is_slow(pattern: re.Pattern[str], line: str) -> bool:
    """Whether a pattern takes longer over a line than it may; it isn't waited for."""

    def late(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGVTALRM, late)
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    try:
        pattern.search(line)
        pattern.fullmatch(line)
    except TimeoutError:
        return True
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
    return False


def slow(patterns: dict[str, re.Pattern[str]]) -> dict[str, str]:
    """The patterns that take too long, each with a line that shows it."""
    shown = {name: next(filter(partial(is_slow, pattern), hostile_lines(pattern)), "") for name, pattern in patterns.items()}
    return {name: line[:40] for name, line in shown.items() if line}


@pytest.mark.parametrize("name", MODULES)
def test_no_pattern_takes_long_over_a_hostile_line(name: str) -> None:
    """Not one that a module of the package holds."""
    assert slow(patterns_of(importlib.import_module(name))) == {}


@pytest.mark.parametrize("kind", [kind for kind in sections(DATA / "wordings.txt") if kind != "sets"])
def test_no_form_of_the_wordings_takes_long_over_a_hostile_line(kind: str) -> None:
    """Nor one that the data file's forms are made into."""
    forms = wordings(kind)
    told = [form for seconds in forms.openings.values() for some in seconds.values() for form in some]
    patterns = {pattern for pattern, _ in [*told, *forms.others]}
    assert slow({pattern: re.compile(rf"\A{BRACKET}{pattern}") for pattern in patterns}) == {}  # as lines are matched


@pytest.mark.parametrize("pattern", [r"# *(.*?) *#* *$", r"<(\w+)>\s*(.*?)\s*</\1>", r"(\w+,? ?)+\.", r"(?:[A-Z]\w+ ?){1,9}$"])
def test_a_pattern_that_does_is_found(pattern: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is cubic, or worse, is seen, on a line twice as long: at `LENGTH` a fast machine takes just about `SECONDS` for one of them."""
    monkeypatch.setattr(sys.modules[__name__], "LENGTH", 2 * LENGTH)
    assert slow({"it": re.compile(pattern)}).keys() == {"it"}


@pytest.mark.parametrize("pattern", [r"\w+ly", r" *(?:a|b) +c", r"(?:\w+ )+\d", r"(?:\w+ ){0,5}\d"])
def test_one_that_does_not_is_not(pattern: str) -> None:
    """What is linear or quadratic isn't blamed."""
    assert slow({"it": re.compile(pattern)}) == {}
