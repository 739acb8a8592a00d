"""A view of each page kind, full and empty, for the tests of templates and theme."""

from collections.abc import Mapping
from pathlib import Path

from msgspec.structs import replace

from sitegen import theme
from sitegen.model import Site
from sitegen.views import (
    ArticleView,
    CrossReference,
    Day,
    Figure,
    FrontView,
    Group,
    IndexView,
    Link,
    ListView,
    MonthGrid,
    Page,
    Pager,
    PlainView,
    RedirectView,
    Teaser,
    View,
    YearView,
)

PROJECT = Path(__file__).parent.parent
ASSETS = {"style.css": "static/style.0123456789.css", "favicon.svg": "static/favicon.svg", "search.js": "static/search.js"}
SITE = Site(title="The Marlow Courier", base_url="https://courier.example/", description="News of <Marlow>", publisher="Press")
TEASER = Teaser("2013/06/17/bridge.html", "Bridge opens", "At last.", "2013-06-17", ("Ada Quill",), "Local")
GRID = MonthGrid(
    2013, 6, 3, "2013/06/index.html", ((None, None, None, None, None, Day(1, 0, None), Day(2, 3, "2013/06/02/index.html")),)
)
ARTICLE = ArticleView(
    title="Bridge opens",
    untitled=False,
    dek="At last.",
    summary="At last.",
    kicker=Link("Local", "sections/local/index.html"),
    authors=(Link("Ada Quill", "authors/ada-quill/index.html"), Link("Ben Ferris", "authors/ben-ferris/index.html")),
    contributors=("Maud Ellery",),
    agency="Valley Wire",
    date="2013-06-17T15:04:00-04:00",
    date_link="2013/06/17/index.html",
    date_basis="caption+weekday",
    updated="2013-06-18",
    dateline="TARNMOUTH",
    parts=("<p>One <em>text</em>.</p>", 0, "<p>Two.</p>", 1),
    figures=(
        Figure("pictures/bridge.jpg", 800, 600, "A bridge", "The bridge.", "Ruth Oakes"),
        Figure(None, caption="No picture."),
    ),
    references=(
        CrossReference("related", "Ferry stops", "2013/03/01/ferry.html", title="Ferry to Sandholm stops"),
        CrossReference("poll", "Will you use it?"),
        CrossReference("photos", "The opening", None, "https://pictures.example/1"),
        CrossReference("video", "A trap", None, "javascript:alert(1)"),
    ),
    placed=frozenset({0, 1}),
    corrections=("It is 421 metres long.",),
    notes=("From the evening edition.",),
    tags=(Link("Bridges", "tags/bridges/index.html"),),
    people=(Link("Ada Brandt", "people/ada-brandt/index.html"),),
    places=(Link("Tarnmouth", "places/tarnmouth/index.html"),),
    organizations=(Link("Council", "organizations/council/index.html"),),
    previous=Link("Before", "2013/06/16/before.html"),
    next=Link("After", "2013/06/18/after.html"),
    mentions=(TEASER,),
    words=1234,
    language="de",
    draft=True,
    source="2013/bridge.txt",
    digest="ab" * 32,
    credited_source="The Evening Courier",
    extra={},
    fingerprint=b"\x01" * 16,
)
BARE = replace(
    ARTICLE,
    untitled=True,
    dek=None,
    kicker=None,
    authors=(),
    contributors=(),
    agency=None,
    date=None,
    date_link=None,
    date_basis=None,
    updated=None,
    dateline=None,
    parts=(),
    figures=(),
    references=(),
    placed=frozenset(),
    corrections=(),
    notes=(),
    tags=(),
    people=(),
    places=(),
    organizations=(),
    previous=None,
    next=None,
    mentions=(),
    language=None,
    draft=False,
    credited_source=None,
)
PAGES = tuple(Link(text, f"tags/bridges/{text}/index.html") for text in ("Newest", "2", "1"))
LIST = ListView(
    "tags",
    "Bridges",
    120,
    (TEASER, replace(TEASER, date=None, authors=(), section=None, summary="")),
    Pager(2, PAGES[0], PAGES[2], PAGES),
    (Link("Topics", "tags/index.html"),),
    "tags/bridges/feed.xml",
    GRID,
    Link("May 2013", "2013/05/index.html"),
    Link("July", "2013/07/index.html"),
)
EVERY: Mapping[str, tuple[str, View]] = {
    "article": ("article.html", ARTICLE),
    "bare article": ("article.html", BARE),
    "list": ("list.html", LIST),
    "bare list": ("list.html", ListView(None, "Undated", 0, (), Pager(None, None, None, ()), (), None)),
    "year": ("year.html", YearView(2013, 4, (GRID,), (replace(TEASER, date="2013"),), Link("2012", "2012/index.html"), None)),
    "terms": (
        "terms.html",
        IndexView(
            "people",
            1,
            None,
            (Link("A", "people/index.html"), Link("#", "people/index.html")),
            (Group("A", PAGES), Group("#", PAGES)),
            (),
        ),
    ),
    "letter": ("terms.html", IndexView("people", 1, "A", (Link("A", "people/a/index.html"),) * 2, (Group("A", PAGES),), PAGES)),
    "front": (
        "front.html",
        FrontView(
            3,
            "1998",
            "2013-06-17",
            TEASER,
            Figure("pictures/bridge.jpg"),
            (TEASER,),
            PAGES,
            PAGES,
            (("people", PAGES),),
            Link("Undated", "undated/index.html", 2),
        ),
    ),
    "bare front": ("front.html", FrontView(0, None, None, None, None, (), (), (), (), None)),
    "404": ("404.html", PlainView("Not in this archive")),
    "redirect": ("redirect.html", RedirectView("Bridge opens", "2013/06/17/bridge.html")),
}


def own_theme(site: Site = SITE, cache: Path | None = None) -> theme.Theme:
    """The project's own theme."""
    return theme.load([PROJECT / "templates"], site, ASSETS, cache)


def page_of(template: str, view: View, root: str = "../../") -> Page:
    """A page two folders down."""
    return Page(path="a/b/page.html", template=template, view=view, address="a/b/page.html", root=root)
