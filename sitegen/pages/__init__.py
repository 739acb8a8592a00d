"""What the site consists of: every kind of page, declared once, with the query that fills its view.

To add a kind of page: a `Family` that says which pages there are and a `Kind` that says what one of them shows, in a module of
this room; the two tables below; and its template.
"""

from collections.abc import Iterator

from sitegen import urls
from sitegen.pages import article, feeds, indexes, lists, searching
from sitegen.pages.base import WHOLE, Archive, Family, Kind, Planned, Span
from sitegen.views import Page

__all__ = ["FAMILIES", "KINDS", "Archive", "Planned", "Span", "every_facet", "make", "plan", "plan_all"]

FAMILIES: dict[str, Family] = {
    family.name: family
    for family in (
        *indexes.FAMILIES,
        *article.FAMILIES,
        *lists.FAMILIES,
        *feeds.FAMILIES,
        *searching.FAMILIES,
    )
}
KINDS: dict[str, Kind] = {**indexes.KINDS, **article.KINDS, **lists.KINDS, **feeds.KINDS, **searching.KINDS}


def every_facet(archive: Archive) -> Iterator[str]:
    """Every facet that there is."""
    for family in FAMILIES.values():
        yield from family.every(archive)


def plan_all(archive: Archive) -> Iterator[Planned]:
    """Every page that there is to be, but for search bundles."""
    for family in FAMILIES.values():
        if family.plan_all:
            yield from family.plan_all(archive)
        else:
            for facet in family.every(archive):
                yield from family.plan(archive, facet, (WHOLE,))


def plan(archive: Archive, facet: str, spans: tuple[Span, ...]) -> Iterator[Planned]:
    """The pages of a facet, each marked whether the spans reach it."""
    family = FAMILIES.get(facet.partition("/")[0])
    if family:
        yield from family.plan(archive, facet, spans)


def make(archive: Archive, planned: Planned) -> Page | None:
    """A planned page with its view; None if what it shows is gone."""
    kind = KINDS[planned.kind]
    view = kind.view(archive, planned)
    if view is None:
        return None
    return Page(planned.path, kind.template, view, urls.address(planned.path), _root(archive, planned))


def _root(archive: Archive, planned: Planned) -> str:
    """What leads to the site's root. Hosts show 404.html at any address, so that its links can't be relative to its own."""
    if planned.kind == "404" and archive.site.base_url:
        return "/" + archive.site.base_url.split("/", 3)[3]
    return urls.root_of(planned.path)
