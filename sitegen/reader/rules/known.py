"""What the lists know of a line before any rule is asked: whole lines, first letters, first words."""

from functools import cache

from sitegen.reader.rows import Words
from sitegen.reader.rules import buttons, bylines
from sitegen.reader.rules.pointers import JUNK_ENDS, JUNK_OPENINGS, MORE_OF, OTHERS_BEGUN
from sitegen.reader.sheet import key_of
from sitegen.reader.words import phrases

BEGUN = ("__", *JUNK_OPENINGS, *OTHERS_BEGUN, *MORE_OF)
PUBLISHING = frozenset({"from", "published", "posted", "web", "last", "updated", "first", "this", "originally"})
FIRST = frozenset(begun.split()[0] for begun in BEGUN)
LETTERS = 4  # of a line that are looked up before all that furniture begins with


@cache
def lines() -> frozenset[str]:
    """Whole lines that a rule knows."""
    return phrases().furniture | phrases().junk_headings | bylines.ALONE | bylines.OVER_NAME


@cache
def furniture() -> frozenset[str]:
    """The first letters of what opens as furniture; what is shorter opens with a sign."""
    return frozenset(one[:LETTERS] for openings in phrases().furniture_openings.values() for one in openings)


@cache
def labels() -> frozenset[str]:
    """The first words of references' labels."""
    labels = ("more", "part", "coming", "tomorrow", "yesterday", *phrases().references, *phrases().reference_headings)
    return frozenset(label.split(" ", 1)[0] for label in labels)


def is_known(row: Words) -> bool:
    """Whether a rule knows a line, or its end."""
    if (
        key_of(row) in lines()
        or row.key.endswith(JUNK_ENDS)
        or (row.key[-1] in buttons.ELSEWHERE_ENDS and row.key.endswith(buttons.OPENING_ELSEWHERE))
    ):
        return True
    return buttons.is_strip(row) or buttons.leads_beside(row)
