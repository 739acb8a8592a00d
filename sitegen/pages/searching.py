"""The search page, and the periods that its bundles cover."""

from sitegen import urls
from sitegen.catalog import queries
from sitegen.pages.base import Archive, Kind, Planned, single
from sitegen.views import Link, SearchView

BUNDLE_LIMIT = 4_000  # articles in one bundle: Pagefind 1.5 takes 0.26 MB of memory for each


def periods(archive: Archive, period: str | None = None) -> list[str]:
    """The bundles that there are, newest first: a year's or the undated's; a very full one has several. Of one period, or all."""
    counts = [*queries.years(archive.db), ("undated", queries.span_count(archive.db, ""))]
    return [name for one, count in counts if period in {None, one} for name in _parts(one, count)]


def _parts(period: str, count: int) -> list[str]:
    pieces = -(-count // BUNDLE_LIMIT)
    return [period if number == 1 else f"{period}-{number}" for number in range(1, pieces + 1)]


def _view(archive: Archive, _: Planned) -> SearchView:
    bundles = (
        tuple(Link(name, f"search/{name}/pagefind-entry.json") for name in periods(archive)) if archive.site.search else ()
    )
    years = tuple(Link(year, urls.date_path(year), count) for year, count in queries.years(archive.db))
    return SearchView(bundles, years)


FAMILIES = (single("search", "search/index.html"),)
KINDS = {"search": Kind("search.html", _view)}
