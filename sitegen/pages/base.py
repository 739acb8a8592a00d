"""What the declarations of pages are made of."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from sitegen.catalog import queries
from sitegen.model import Site
from sitegen.views import Teaser, View

Span = tuple[str, str]
_REMEMBERED = 20_000  # articles: some 15 MB


@dataclass(frozen=True, slots=True)
class Archive:
    """What views are made from: the catalogue, to be read, and the settings."""

    db: sqlite3.Connection
    site: Site
    has_references: bool = True  # some archives have none, and then nobody need look for them
    has_pictures: bool = True
    shown: dict[int, Teaser] = field(default_factory=dict)  # what lists showed a short while ago

    def teasers(self, ids: Sequence[int]) -> tuple[Teaser, ...]:
        """Articles as lists show them. Those of a short while ago aren't asked for again: each stands in ten lists or more."""
        if len(self.shown) > _REMEMBERED:
            self.shown.clear()
        for number in ids:
            if number not in self.shown:
                self.shown[number] = queries.teaser(self.db, number)
        return tuple(self.shown[number] for number in ids)


class Planned(NamedTuple):
    """A page that is to exist."""

    path: str
    kind: str
    facet: str
    number: int = 0  # which page of its facet, where there are several; 0 for the first
    reached: bool = True  # whether the spans asked for reach it
    first: str = ""  # where the archive's order has the first article of a list's page, if that was asked


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of page: its template (or the name of a machine format) and what fills its view; None if it is not to be."""

    template: str
    view: Callable[[Archive, Planned], View | None]


@dataclass(frozen=True, slots=True)
class Family:
    """Pages that share a facet. Facets begin with the family's name; `every` gives all there are."""

    name: str
    every: Callable[[Archive], Iterable[str]]
    plan: Callable[[Archive, str, tuple[Span, ...]], Iterator[Planned]]


def single(name: str, path: str) -> Family:
    """A family of one page, always there."""
    return Family(name, lambda _: (name,), lambda _, facet, __: iter((Planned(path, name, facet),) if facet == name else ()))


def within(value: str, spans: tuple[Span, ...]) -> bool:
    """Whether some span holds a value."""
    return any(low <= value <= high for low, high in spans)


def rest(facet: str) -> str:
    """What stands behind the family's name in a facet."""
    return facet.partition("/")[2]
