"""Views: all that a template may see of a page. Frozen, and made of plain values, so that a page's key can be taken from them.

Every `path` points inside the site: no leading slash, percent-encoded, ending in a file name (`tags/syria/index.html`), so that
a link is `page.root + path` and works from disk, under a sub-path and on any host. Dates are ISO strings as in the record.
"""

from msgspec import Struct

from sitegen.model import ReferenceKind, TermKind


class Link(Struct, frozen=True, gc=False):
    """Words and where they lead."""

    text: str
    path: str
    count: int = 0  # how many articles stand behind it, where that is shown


class Figure(Struct, frozen=True, gc=False):
    """A picture with its words. `path` is None for a caption whose picture isn't in the archive."""

    path: str | None
    width: int | None = None
    height: int | None = None
    alt: str = ""
    caption: str | None = None
    credit: str | None = None


class Teaser(Struct, frozen=True, gc=False, cache_hash=True):
    """An article as lists show it."""

    path: str
    title: str
    summary: str
    date: str | None
    authors: tuple[str, ...] = ()
    section: str | None = None


class CrossReference(Struct, frozen=True, gc=False):
    """A pointer to another article; `path` is None where the target isn't in the archive."""

    kind: ReferenceKind
    text: str
    path: str | None = None
    url: str | None = None  # an address outside the archive that the text gave
    title: str | None = None  # the target's headline, where it differs from the text


class ArticleView(Struct, frozen=True):
    """One article. `parts` is the story: safe HTML, or the index of a reference in its place."""

    title: str
    untitled: bool  # no headline stands in the text: the title is its first words
    dek: str | None
    summary: str
    kicker: Link | None  # its section
    authors: tuple[Link, ...]
    contributors: tuple[str, ...]
    agency: str | None
    date: str | None
    date_link: str | None  # the path of the day's, month's or year's page
    date_basis: str | None
    updated: str | None
    dateline: str | None
    parts: tuple[str | int, ...]
    figures: tuple[Figure, ...]
    references: tuple[CrossReference, ...]
    placed: tuple[int, ...]  # the references that stand in the text; the others belong below it
    corrections: tuple[str, ...]
    notes: tuple[str, ...]
    tags: tuple[Link, ...]
    people: tuple[Link, ...]
    places: tuple[Link, ...]
    organizations: tuple[Link, ...]
    previous: Link | None  # the article before it in time
    next: Link | None
    mentions: tuple[Teaser, ...]  # articles whose references lead here, oldest first
    words: int
    language: str | None
    draft: bool
    source: str  # the source file's path in the content folder
    digest: str  # its SHA-256
    credited_source: str | None
    extra: dict[str, object]
    fingerprint: bytes  # of all that its source gave


class Pager(Struct, frozen=True):
    """Where a list's page stands. Pages are numbered from the oldest and stay what they are; the landing page has no number."""

    number: int | None  # None on the landing page
    newer: Link | None
    older: Link | None
    pages: tuple[Link, ...]  # the landing page first, then numbered pages from the newest; gaps where there are many


class ListView(Struct, frozen=True):
    """A page of a list of articles, newest first: a term's, a month's, a day's, or the undated."""

    kind: TermKind | None  # None for dates and the undated
    title: str
    count: int
    teasers: tuple[Teaser, ...]
    pager: Pager
    parents: tuple[Link, ...]  # breadcrumbs, outermost first
    feed: str | None
    calendar: "MonthGrid | None" = None
    previous: Link | None = None  # the day or month before that has articles
    next: Link | None = None


class Day(Struct, frozen=True, gc=False):
    """A day of a calendar; `path` is None where it has no articles."""

    number: int
    count: int
    path: str | None


class MonthGrid(Struct, frozen=True):
    """A month of a calendar: weeks of seven days from Monday, None outside the month."""

    year: int
    month: int
    count: int
    path: str | None  # None where the month has no articles
    weeks: tuple[tuple[Day | None, ...], ...]


class YearView(Struct, frozen=True):
    """A year: its calendar, and what is dated no closer than the year."""

    year: int
    count: int
    months: tuple[MonthGrid, ...]
    teasers: tuple[Teaser, ...]  # articles dated by the year alone
    previous: Link | None
    next: Link | None


class Group(Struct, frozen=True):
    """Terms under one letter."""

    letter: str
    terms: tuple[Link, ...]


class IndexView(Struct, frozen=True):
    """An A–Z index of one kind of term, or of one letter of it."""

    kind: TermKind
    count: int  # of terms, in the whole index
    letter: str | None  # None on the index's own page
    letters: tuple[Link, ...]  # every letter that has terms; here or on a page of its own
    groups: tuple[Group, ...]
    frequent: tuple[Link, ...]  # the terms with most articles, where the groups are on pages of their own
    number: int = 1  # which page of a letter with very many terms
    pages: tuple[Link, ...] = ()  # that letter's pages, where it has several


class FrontView(Struct, frozen=True):
    """The front page."""

    count: int
    first: str | None  # the oldest and the newest date
    last: str | None
    lead: Teaser | None
    lead_figure: Figure | None
    newest: tuple[Teaser, ...]
    years: tuple[Link, ...]  # newest first
    sections: tuple[Link, ...]
    terms: tuple[tuple[TermKind, tuple[Link, ...]], ...]  # the most covered of each kind
    undated: Link | None


class FeedEntry(Struct, frozen=True, gc=False):
    """An article as feeds show it; `content` is safe HTML with whole addresses, or None for a summary feed."""

    path: str
    title: str
    summary: str
    content: str | None
    date: str | None
    updated: str | None
    authors: tuple[str, ...]
    tags: tuple[str, ...]


class FeedView(Struct, frozen=True):
    """A feed: of the whole archive, or of one section or tag. `path` is the feed's own, `home` the page that it belongs to."""

    title: str
    path: str
    home: str
    updated: str | None  # the newest date of its entries
    entries: tuple[FeedEntry, ...]


class SitemapView(Struct, frozen=True):
    """Addresses with the date of their last change, where one is known."""

    entries: tuple[tuple[str, str | None], ...]
    parts: tuple[str, ...] = ()  # for an index: the paths of its sitemaps


class SearchView(Struct, frozen=True):
    """The search page: the bundles that it asks, newest first; empty where search is off or can't be made."""

    bundles: tuple[Link, ...]
    years: tuple[Link, ...]


class RedirectView(Struct, frozen=True):
    """A page at an old address that leads on."""

    title: str
    target: str


class PlainView(Struct, frozen=True):
    """A page without a view of its own: 404, robots.txt."""

    title: str


View = (
    ArticleView | ListView | YearView | IndexView | FrontView | FeedView | SitemapView | SearchView | RedirectView | PlainView
)


class Page(Struct, frozen=True):
    """A page to render: its address, its template, and its view.

    `path` is the file's, from the output folder; `address` the same as an address (no `index.html`, percent-encoded).
    `root` leads from the page to the site's root: `../../`, or empty.
    """

    path: str
    template: str
    view: View
    address: str
    root: str
