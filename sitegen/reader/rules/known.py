"""What the lists know of a line before any rule is asked: whole lines, first letters, first words."""

from functools import cache

from sitegen.reader.rules import bylines
from sitegen.reader.words import phrases

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
