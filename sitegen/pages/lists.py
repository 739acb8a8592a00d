"""Lists of articles: of a term, a month, a day, and the undated; and the calendar of a year.

Pages are numbered from the oldest article on and sealed once full; the landing page holds the newest one to two pages' worth.
A new article so touches the landing page, and the last sealed one when the landing page overflows, however long the list.
"""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from sitegen import urls
from sitegen.catalog import queries
from sitegen.catalog.facets import LAST
from sitegen.model import TERM_KINDS, TermKind
from sitegen.pages.base import WHOLE, Archive, Family, Kind, Planned, Span, rest
from sitegen.views import Day, Link, ListView, MonthGrid, Pager, YearView

_WITH_FEED = ("tags", "sections")
_MONTHS = tuple(calendar.month_name)
KIND_NAMES = {
    "tags": "Topics", "people": "People", "places": "Places", "organizations": "Organisations", "authors": "Authors", "sections": "Sections",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Listing:
    """A list of articles, by its term or its span of time."""

    title: str
    landing: str
    count: int
    kind: TermKind | None = None
    term: int = 0
    part: str = ""

    def ids(self, archive: Archive, start: int, length: int, first: str) -> list[int]:
        """Its articles from the `start`th oldest on; `first` is where they begin, if that is known."""
        if self.kind:
            return queries.term_ids(archive.db, self.term, start, length, first)
        return queries.span_ids(archive.db, self.part, start, length, first)

    def bounds(self, archive: Archive, size: int) -> list[tuple[str, str]]:
        """Where in the archive's order each `size` of its articles begin, and where the middle one of them is."""
        step = size // 2 if size % 2 == 0 else 1
        db = archive.db
        places = queries.term_places(db, self.term, step) if self.kind else queries.span_places(db, self.part, step)
        first, middle = places[:: size // step], places[size // 2 // step :: size // step]
        return list(zip_longest(first, middle, fillvalue=first[-1]))

    def rank(self, archive: Archive, date: str) -> int:
        """How many of its articles are dated before `date`."""
        if date >= LAST:
            return self.count
        if self.kind:
            return queries.term_rank(archive.db, self.term, date)
        return queries.span_rank(archive.db, self.part, date)


def _listing(archive: Archive, facet: str) -> _Listing | None:
    family, part = facet.partition("/")[0], rest(facet)
    kind = next((kind for kind in TERM_KINDS if kind == family), None)
    if kind:
        term = archive.term(kind, part)
        return _Listing(term.name, urls.term_path(kind, part), term.count, kind, term.id) if term else None
    count = queries.span_count(archive.db, part)
    return _Listing(long_date(part) if part else "Undated", urls.date_path(part), count, part=part) if count else None


def long_date(part: str) -> str:
    """`2013`, `June 2013`, `17 June 2013`."""
    year, month, day = (*part.split("-"), "", "")[:3]
    return " ".join(word for word in (day.lstrip("0"), _MONTHS[int(month)] if month else "", year) if word)


def sealed(count: int, size: int) -> int:
    """How many numbered pages a list has; what they don't hold, between one and two pages' worth, is on the landing page."""
    return max(0, count // size - 1)


def _plan(archive: Archive, facet: str, spans: tuple[Span, ...]) -> Iterator[Planned]:
    listing = _listing(archive, facet)
    if listing is None:
        return
    size = archive.site.page_size
    last = sealed(listing.count, size)
    bounds = listing.bounds(archive, size) if spans == (WHOLE,) else [("", "")] * (last + 1)
    yield Planned(listing.landing, "list", facet, 0, True, *bounds[last])
    if listing.kind in _WITH_FEED:
        yield Planned(listing.landing.replace("index.html", "feed.xml"), "term_feed", facet)
    reached = _reached(archive, listing, spans, size, last) if last else ()
    for number in range(1, last + 1):
        hit = any(number in span for span in reached)
        yield Planned(urls.list_path(listing.landing, number), "list", facet, number, hit, *bounds[number - 1])


def _reached(archive: Archive, listing: _Listing, spans: tuple[Span, ...], size: int, last: int) -> list[range]:
    """The numbered pages that spans of dates reach; with what is newer also the one that was last, whose way on may have changed."""
    result = []
    for low, high in spans:
        first = listing.rank(archive, low) // size
        end = last if high >= LAST else listing.rank(archive, high + "\x7f") // size + 1
        result.append(range(min(first - 1, last) if high >= LAST else first, end + 1))
    return result


def _view(archive: Archive, planned: Planned) -> ListView | None:
    listing = _listing(archive, planned.facet)
    if listing is None:
        return None
    size, last, number = archive.site.page_size, sealed(listing.count, archive.site.page_size), planned.number
    start, length = ((number - 1) * size, size) if number else (last * size, 2 * size)
    landing = not number
    previous, following = _around(archive, listing) if landing else (None, None)
    return ListView(
        kind=listing.kind,
        title=listing.title,
        count=listing.count if landing else 0,
        teasers=archive.teasers(reversed(listing.ids(archive, start, length, planned.first))),
        pager=_pager(listing.landing, number, last),
        parents=_parents(listing),
        feed=listing.landing.replace("index.html", "feed.xml") if listing.kind in _WITH_FEED else None,
        calendar=_grid(archive, listing.part) if landing and len(listing.part) == len("2013-06") else None,
        previous=previous,
        next=following,
    )


def _pager(landing: str, number: int, last: int) -> Pager:
    """A numbered page names nothing that a later article changes, but for its way on while it is the last."""

    def link(n: int) -> Link:
        return Link(str(n), urls.list_path(landing, n)) if n else Link("Newest", landing)

    if not number:
        return Pager(None, None, link(last) if last else None, tuple(link(n) for n in _numbers(last)) if last else ())
    ends = (link(0), link(1)) if number > 1 else (link(0),)
    return Pager(number, link(number + 1 if number < last else 0), link(number - 1) if number > 1 else None, ends)


def _numbers(last: int) -> list[int]:
    """The landing page and the numbered ones, newest first, with gaps where there are many."""
    step = max(1, last // 20)
    return sorted({0, last, 1, *range(step, last, step)} - {0}, reverse=True)


def _parents(listing: _Listing) -> tuple[Link, ...]:
    if listing.kind:
        return (Link(KIND_NAMES[listing.kind], f"{listing.kind}/index.html"),)
    lengths = [length for length in (4, 7) if length < len(listing.part)]
    return tuple(Link(long_date(listing.part[:length]), urls.date_path(listing.part[:length])) for length in lengths)


def _around(archive: Archive, listing: _Listing) -> tuple[Link | None, Link | None]:
    if listing.kind or not listing.part:
        return None, None
    before, after = queries.calendar_neighbours(archive.db, listing.part)
    return _date_link(before), _date_link(after)


def _date_link(part: str | None) -> Link | None:
    return Link(long_date(part), urls.date_path(part)) if part else None


def _grid(archive: Archive, month: str) -> MonthGrid:
    return _month_grid(month, queries.day_counts(archive.db, month))


def _month_grid(month: str, counts: dict[str, int]) -> MonthGrid:
    year, number = int(month[:4]), int(month[5:])

    def day(n: int) -> Day | None:
        count = counts.get(f"{month}-{n:02}", 0)
        return Day(n, count, urls.date_path(f"{month}-{n:02}") if count else None) if n else None

    weeks = tuple(tuple(day(n) for n in week) for week in calendar.Calendar().monthdayscalendar(year, number))
    total = sum(count for date, count in counts.items() if date.startswith(month))
    return MonthGrid(year, number, total, urls.date_path(month) if total else None, weeks)


def _plan_year(archive: Archive, facet: str, _: tuple[Span, ...]) -> Iterator[Planned]:
    if queries.span_count(archive.db, rest(facet)):
        yield Planned(urls.date_path(rest(facet)), "year", facet)


def _year(archive: Archive, planned: Planned) -> YearView:
    year = rest(planned.facet)
    counts = queries.day_counts(archive.db, year)
    before, after = queries.calendar_neighbours(archive.db, year)
    return YearView(
        year=int(year),
        count=sum(counts.values()),
        months=tuple(_month_grid(f"{year}-{month:02}", counts) for month in range(1, 13)),
        teasers=queries.exactly_teasers(archive.db, year),
        previous=_date_link(before),
        next=_date_link(after),
    )


def _terms(kind: TermKind) -> Family:
    return Family(kind, lambda archive: (f"{kind}/{slug}" for slug in queries.term_slugs(archive.db, kind)), _plan)


def _dates(name: str, length: int) -> Family:
    plan = _plan_year if name == "year" else _plan
    return Family(name, lambda archive: (f"{name}/{part}" for part in queries.calendar(archive.db, length)), plan)


FAMILIES = (
    _dates("year", 4),
    _dates("month", 7),
    _dates("day", 10),
    Family("undated", lambda _: ("undated",), _plan),
    *(_terms(kind) for kind in TERM_KINDS),
)
KINDS = {"list": Kind("list.html", _view), "year": Kind("year.html", _year)}
