"""What the declarations of pages are made of."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple

from sitegen.catalog import queries
from sitegen.catalog.facets import FIRST, LAST
from sitegen.catalog.queries import Term
from sitegen.memory import Memory
from sitegen.model import Site
from sitegen.views import Link, Teaser, View

Span = tuple[str, str]
WHOLE: Span = (FIRST, LAST)
_REMEMBERED, _TERMS = 65_536, 4096  # articles: 50 MB; terms
_AHEAD = 16  # articles whose neighbours are asked for at once


@dataclass(frozen=True, slots=True)
class Archive:
    """What views are made from: the catalogue, to be read, and the settings."""

    db: sqlite3.Connection
    site: Site
    has_references: bool = True  # some archives have none, and then nobody need look for them
    has_pictures: bool = True
    _teasers: Memory[int, Teaser] = field(init=False)
    _terms: Memory[tuple[str, str], Term | None] = field(init=False)
    _neighbours: dict[str, tuple[Link | None, Link | None]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_teasers", Memory(partial(queries.teaser, self.db), _REMEMBERED))
        object.__setattr__(self, "_terms", Memory(lambda name: queries.term(self.db, *name), _TERMS))

    def teasers(self, ids: Iterable[int]) -> tuple[Teaser, ...]:
        """Articles as lists show them. Each stands in ten lists or more, and is asked for once or twice."""
        wanted, known = tuple(ids), self._teasers
        for number, teaser in queries.teasers(self.db, known.unknown(wanted)):
            known.keep(number, teaser)
        return tuple(map(known.__getitem__, wanted))

    def term(self, kind: str, slug: str) -> Term | None:
        """A term. Each of its list's pages asks for it."""
        return self._terms[kind, slug]

    def neighbours(self, sort: str) -> tuple[Link | None, Link | None]:
        """The articles before and after a dated one, by its place in the archive's order; the next to be asked for is likely the next."""
        if sort not in self._neighbours:
            self._neighbours.clear()
            self._neighbours.update(queries.neighbours(self.db, sort, _AHEAD))
        return self._neighbours[sort]


class Planned(NamedTuple):
    """A page that is to exist."""

    path: str
    kind: str
    facet: str
    number: int = 0  # which page of its facet, where there are several; 0 for the first
    reached: bool = True  # whether the spans asked for reach it
    first: str = ""  # where the archive's order has the first article of a list's page, if that was asked
    middle: str = ""  # and its middle one


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of page: its template (or the name of a machine format) and what fills its view; None if it is not to be."""

    template: str
    view: Callable[[Archive, Planned], View | None]


@dataclass(frozen=True, slots=True)
class Family:
    """Pages that share a facet. Facets begin with the family's name; `every` gives all there are.

    `plan_all` plans all of them, for a family where that is quicker than facet by facet.
    """

    name: str
    every: Callable[[Archive], Iterable[str]]
    plan: Callable[[Archive, str, tuple[Span, ...]], Iterator[Planned]]
    plan_all: Callable[[Archive], Iterator[Planned]] | None = None


def single(name: str, path: str) -> Family:
    """A family of one page, always there."""
    return Family(name, lambda _: (name,), lambda _, facet, __: iter((Planned(path, name, facet),) if facet == name else ()))


def within(value: str, spans: tuple[Span, ...]) -> bool:
    """Whether some span holds a value."""
    return any(low <= value <= high for low, high in spans)


def rest(facet: str) -> str:
    """What stands behind the family's name in a facet."""
    return facet.partition("/")[2]
