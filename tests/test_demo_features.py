"""Every feature that the documentation names is somewhere in the demo: a table of them, and a check that the table is whole.

A row names a feature, and where the demo has it: a text of the demo and what must stand on its page, or what must be published.
"""

import re
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple, get_args

import pytest
from demo import PROJECT
from sites import build_site, tree

from sitegen import config, pages
from sitegen.cli import read
from sitegen.config import profile
from sitegen.model import BlockKind, Record, ReferenceKind, Role, TermKind
from sitegen.record import KEYS
from sitegen.theme import filters

CONTENT = PROJECT / "content"
SETTINGS = (PROJECT / "site.yaml").read_text("utf-8")
DOCS = PROJECT / "docs"
SOURCE = re.compile(r"<dt>Source file</dt><dd>(.+?)</dd>")


class Demo(NamedTuple):
    """The demo as it is read and as it is published, with an address of its own."""

    records: Mapping[str, Record]  # by source
    stories: Mapping[str, str]  # the articles' pages, by source
    published: Mapping[str, str]  # every file that is text, by path

    def rules(self, role: str) -> set[str]:
        """The rules by which lines have a role."""
        return {line.rule for record in self.records.values() for line in record.lines if line.role == role}


Feature = Callable[[Demo], object]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    """The demo, built at the address that its site.yaml gives as an example."""
    folder = tmp_path_factory.mktemp("features")
    shutil.copytree(CONTENT, folder / "content")
    (folder / "site.yaml").write_text(SETTINGS.replace("# base_url:", "base_url:"), "utf-8")
    assert build_site(folder).problems == ()
    published = {path: data.decode("utf-8", "replace") for path, data in tree(folder / "public").items()}
    stories = {found[1]: text for text in published.values() if (found := SOURCE.search(text))}
    return Demo(_records(), stories, published)


def _records() -> dict[str, Record]:
    taken = [one for path in sorted(CONTENT.rglob("*.[tm][xd]*")) for one in read.take_all(str(path))[0]]
    return {Path(one.record.source).relative_to(CONTENT).as_posix(): one.record for one in taken}


def shows(source: str, *patterns: str) -> Feature:
    """An article's page has all of these, each a regular expression."""
    return lambda demo: all(re.search(pattern, demo.stories[source], re.DOTALL) for pattern in patterns)


def says(key: str, source: str, *patterns: str) -> Feature:
    """An article's front matter has a key, and its page has what comes of it."""
    head = (CONTENT / source).read_text("utf-8").split("---\n")[1]
    return lambda demo: re.search(rf"^{key}:", head, re.MULTILINE) and shows(source, *patterns)(demo)


def shows_many(source: str, piece: str, number: int) -> Feature:
    """An article's page has a piece as often as that, or oftener."""
    return lambda demo: demo.stories[source].count(piece) >= number


def publishes(path: str, pattern: str = "") -> Feature:
    """A file is there whose path is this expression, and that has the other one."""
    return lambda demo: any(re.fullmatch(path, one) and re.search(pattern, text) for one, text in demo.published.items())


def has(test: Callable[[Record], object]) -> Feature:
    """An article's record is such."""
    return lambda demo: any(test(record) for record in demo.records.values())


def is_read(source: str, **fields: object) -> Feature:
    """An article's record has these fields, not given by front matter."""
    return lambda demo: all(
        getattr(demo.records[source], name) == value and demo.records[source].evidence[name].rule != "front-matter"
        for name, value in fields.items()
    )


def sets(key: str, feature: Feature) -> Feature:
    """site.yaml sets it, or shows it as a comment; and what comes of it is there."""
    return lambda demo: re.search(rf"^(?:# )?{key}:", SETTINGS, re.MULTILINE) and feature(demo)


def profiled(folder: str, key: str, feature: Feature) -> Feature:
    """The folder's reader.yaml has a key, and what comes of it is there."""
    text = (CONTENT / folder / "reader.yaml").read_text("utf-8")
    return lambda demo: re.search(rf"^{key}:", text, re.MULTILINE) and feature(demo)


SHIFT, BOOK, FOOT = "2004/last-shift.md", "2000/overdue-book.md", "2018/footbridge.md"
BRIDGES, CLOCKS = "2015/where-the-bridges-stand.md", "1996/clock-four-minutes.txt"
OSRIC, MOUSE = "osric/may-1996.txt", "osric/may-1996.txt#2"

FRONT_MATTER: dict[str, Feature] = {
    "title": says("title", BOOK, r"<h1[^>]*>A Book, 61 Years Late</h1>"),
    "dek": says("dek", BOOK, r'class="dek"[^>]*>It was about knots'),
    "authors": says("authors", "2004/blankets.md", r"authors/cass-merriman/", r"authors/theo-marsh/"),
    "date": says("date", SHIFT, r'<time datetime="2004-11-26">26 November 2004'),
    "updated": says("updated", SHIFT, r'class="updated">.*5 March 2007'),
    "section": says("section", SHIFT, r'class="kicker"><a href="[^"]*sections/business/'),
    "tags": says("tags", SHIFT, r"tags/labour/"),
    "people": says("people", SHIFT, r"people/agnes-tull/"),
    "places": says("places", SHIFT, r"places/vesper-falls/"),
    "organizations": says("organizations", SHIFT, r"organizations/northgate-holdings/"),
    "slug": lambda demo: (
        says("slug", BRIDGES)(demo) and publishes(r"2015/06/where-the-bridges-stand\.html", "Where the Bridges Stand")(demo)
    ),
    "draft": lambda demo: demo.records[FOOT].draft and FOOT not in demo.stories,
    "aliases": lambda demo: (
        says("aliases", BRIDGES)(demo) and publishes(r"newcomers/map\.html", r"where-the-bridges-stand")(demo)
    ),
    "images": says("images", BRIDGES, r"<figure>.*where-the-bridges-stand\..*<figure>.*halloran-bridge-opens\."),
    "references": says("references", SHIFT, r'<span class="label">Photos:</span>\s*<a '),
    "corrections": says("corrections", SHIFT, r"Correction:</span> The soup"),
    "source": says("source", BOOK, r"The Lamplighter, volume 252, page 5"),
    "language": says("language", "2012/la-coupe.md", r'lang="fr"'),
    "summary": says("summary", SHIFT, r'name="description" content="The Corley Woollen Mill shut down on Friday'),
    "extra": lambda demo: demo.records[BOOK].extra == {"shelf-mark": "623.88"},
}

SITE: dict[str, Feature] = {
    "title": sets("title", publishes(r"index\.html", r'class="nameplate">.*The Vesper Falls Lamplighter')),
    "base_url": sets("base_url", publishes(r"sitemap\.xml", r"https://archive\.example\.org/2004/11/26/")),
    "description": sets("description", publishes(r"index\.html", r'name="description" content="The archive of an invented')),
    "language": sets("language", publishes(r"index\.html", r'<html lang="en-CA"')),
    "timezone": sets("timezone", is_read("1998/dunmore-fair.txt", date="1998-08-31T21:05:00-03:00")),
    "publisher": sets("publisher", publishes(r"feed\.xml", r"<name>The Vesper Falls Lamplighter</name>")),
    "permalink": sets("permalink", publishes(r"2004/11/26/the-last-shift-at-corley\.html")),
    "page_size": sets("page_size", publishes(r"places/vesper-falls/page/1/index\.html")),
    "names": sets("names", shows(CLOCKS, r"people/basil-thwaite/")),
    "search": sets("search", publishes(r"search/2004/pagefind-entry\.json")),
    "menu": sets("menu", publishes(r"index\.html", r'href="tags/index\.html">Topics<')),
    "sections": sets("sections", publishes(r"index\.html", r"(?s)sections/town-hall/.*sections/business/.*sections/courts/")),
    "aliases": sets("aliases", publishes(r"people/ray-dubois/index\.html", "2016/0")),
}

PROFILE: dict[str, Feature] = {
    "publisher": profiled("osric", "publisher", shows(OSRIC, r"Source:</span> St. Osric(?:&#39;|')s Messenger")),
    "agency": profiled("boreal", "agency", has(lambda one: one.agency == "Boreal Press" and "boreal/" in one.source)),
    "language": profiled("osric", "language", has(lambda one: one.language == "en-CA" and "osric/" in one.source)),
    "timezone": profiled("boreal", "timezone", is_read("boreal/harbour-ice.txt", date="1995-02-09T18:12:00-04:00")),
    "section": profiled("osric", "section", shows(MOUSE, r"sections/parish/")),
    "default_author": profiled("osric", "default_author", shows(MOUSE, r'class="byline">.*authors/silas-plume/')),
    "authors": profiled("osric", "authors", shows(f"{OSRIC}#3", r'class="byline">.*authors/prudence-ott/')),
    "byline": profiled("osric", "byline", shows(OSRIC, r'class="byline">.*authors/prudence-ott/')),
    "furniture": profiled("osric", "furniture", lambda demo: "osric/reader.yaml:16" in demo.rules("furniture")),
    "aliases": profiled("osric", "aliases", shows(OSRIC, r"organizations/st-osrics-church/")),
    "split": profiled("osric", "split", publishes(r"1996/05/03/a-mouse-in-the-organ\.html")),
}

PUBLISHED: dict[str, Feature] = {  # by the address that docs/output.md has, each with its kind of page in sitegen.pages
    "/": publishes(r"index\.html", "Corley|Bridge"),
    "/2013/06/17/syria-talks.html": publishes(r"2013/10/0\d/.+\.html"),
    "/2013/": publishes(r"2013/index\.html"),
    "/2013/06/": publishes(r"2013/02/index\.html"),
    "/2013/06/17/": publishes(r"2013/02/1\d/index\.html"),
    "/undated/": publishes(r"undated/index\.html", "The Hundred and Twelve Steps"),
    "/tags/": publishes(r"tags/index\.html"),
    "/people/": publishes(r"people/index\.html"),
    "/places/": publishes(r"places/index\.html"),
    "/organizations/": publishes(r"organizations/index\.html"),
    "/authors/": publishes(r"authors/index\.html"),
    "/sections/": publishes(r"sections/index\.html"),
    "/tags/syria/": publishes(r"tags/comets/index\.html", "Schoolteacher"),
    "/tags/syria/page/1/": publishes(r"\w+/[\w-]+/page/1/index\.html"),
    "/search/": publishes(r"search/index\.html"),
    "/feed.xml": publishes(r"feed\.xml", "<feed"),
    "/rss.xml": publishes(r"rss\.xml", "<rss"),
    "/feed.json": publishes(r"feed\.json", "jsonfeed.org"),
    "/tags/syria/feed.xml": publishes(r"tags/comets/feed\.xml", "Schoolteacher"),
    "/sections/news/feed.xml": publishes(r"sections/science/feed\.xml", "<entry>"),
    "/sitemap.xml": publishes(r"sitemap\.xml", "<urlset"),
    "/robots.txt": publishes(r"robots\.txt", "Sitemap:"),
    "/404.html": publishes(r"404\.html"),
    "/static/": publishes(r"static/style\.\w+\.css"),
    "/pictures/": publishes(r"pictures/last-shift\.\w+\.png"),
    "/.sitegen": publishes(r"\.sitegen"),
}
PAGE_KINDS: dict[str, str] = {
    "front": "/",
    "article": "/2013/06/17/syria-talks.html",
    "year": "/2013/",
    "list": "/tags/syria/",
    "terms": "/tags/",
    "search": "/search/",
    "atom": "/feed.xml",
    "rss": "/rss.xml",
    "json_feed": "/feed.json",
    "term_feed": "/tags/syria/feed.xml",
    "sitemap": "/sitemap.xml",
    "robots": "/robots.txt",
    "404": "/404.html",
}
BEYOND = {  # what only a larger archive has, with the tests that make one
    "/people/letter/o/": "an index of more than 600 terms: tests/test_pages.py",
    "letter": "likewise",
    "sitemap_part": "more than 50,000 addresses: tests/test_metadata.py",
}

LOOKED_FOR: dict[
    str, Feature
] = {  # by what docs/sources.md has in bold under "What the reader looks for", and its headings there
    "Headline": is_read("1996/garrity-obituary.txt", title="Wilfred Garrity, 67, Watchman at the Mill"),
    "dek": is_read("2004/the-year-in-brief.txt", dek="What we printed, what we should have printed, and a marrow"),
    "Byline": is_read(CLOCKS, authors=("Alma Teasdale", "Jonah Birch")),
    "Date": is_read("2008/bathtub.txt", date="2008-04-18"),
    "Dateline": is_read("2012/perseverance-bill.txt", dateline="QUERN HARBOUR", agency="Boreal Press"),
    "Captions": shows_many("2007/skywatchers.txt", "Caption:</span>", 6),
    "credits": shows("2007/skywatchers.txt", r'class="credit">Theo Marsh'),
    "References": shows(OSRIC, r'<p class="reference">.*<a href="[^"]*1996/04/20/'),
    "Subheads": shows("1999/letters-strike.txt", r"<h2[^>]*>They could have asked</h2>"),
    "Posts": shows("2016/step-68.txt", r"</blockquote>\s*<figcaption>— Vesper Falls Library"),
    "corrections": shows("1999/strike-day-ten.txt", r"Correction:</span>.*40 minutes, not 14"),
    "Furniture": lambda demo: "Log in | Subscribe" not in demo.stories["2011/bell-found.txt"],
    "People, places and organisations": shows(CLOCKS, r"people/amos-fairweather/", r"organizations/vesper-falls-town-council/"),
    "Paragraphs": has(lambda one: len([block for block in one.blocks if block.kind == "paragraph"]) > 10),
    "Lists": lambda demo: (
        shows(f"{OSRIC}#3", r"<ul>\s*<li>Agnes Tull")(demo) and shows(OSRIC, r"<ol>\s*<li>One at a time")(demo)
    ),
    "Tables": shows("2012/otters-win-title.txt", r'<th scope="row">Port Regent</th><td class="figure">2</td>'),
    "Verse": shows(f"{OSRIC}#4", r"<pre>[^<]*On council and on clock;\n"),
    "Conversations": shows("2004/questions-for-render.txt", r'<b class="speaker">Render:</b> When they bought'),
    "story": lambda demo: all(record.blocks for record in demo.records.values()),
    "Lines that were broken": shows(
        "1993/candidates-in-the-gym.txt", r"<p>It had been promised that there would be a microphone\."
    ),
    "Languages": is_read("2007/komet.txt", authors=("Hanna Brandt",), date="2007-03-03"),
    "German": shows("2007/komet.txt", r"Related:</span>\s*<a [^>]*>Schoolteacher"),
    "Markdown": shows("2009/grange-elected.md", r"<h1[^>]*>Weaver, Steward", r"<table>.*4,697"),
    "Exports of databases": lambda demo: (
        is_read("2006/corley-deck-tested.txt", title="Corley Bridge Deck to Be Tested by Friday", date="2006-08-15")(demo)
        and not re.search(r"Community News|LAMP|All Rights", demo.stories["2006/corley-deck-tested.txt"])
    ),
    "Dates that say little": has(lambda one: one.date_basis == "coarse-date" and len(one.date or "") == len("2010-02")),
    "Dates that nobody states": shows("2006/swan.txt", r"The date was inferred from an address"),
    "When the reader isn't sure": has(lambda one: one.date is None and one.date_basis is None),
}

SHAPES: dict[str, Feature] = {  # the shapes of texts that the demo is to have
    "the seed's: the date in a caption only, an orphan byline": shows("2002/ice-storm.txt", r"inferred from a caption"),
    "the seed's: a dangling tail": lambda demo: "More News" not in demo.stories["2002/ice-storm.txt"],
    "wire copy with a write-thru": is_read("2009/audit-report.txt", agency="Boreal Press", authors=("Simon Aske",)),
    "a wire's contributors": has(lambda one: one.agency and one.contributors),
    "a web page of the 1990s with a page count": lambda demo: "Page 1 of 2" not in demo.stories["1998/dunmore-fair.txt"],
    "a page dump": shows("2011/bell-found.txt", r"<h1[^>]*>The bell is found", r'class="byline">.*priya-raman'),
    "hard-wrapped columns": shows("1988/payroll-stolen.txt", r"<p>[^<]*\$214,600 in 690 small brown envelopes"),
    "an indented typescript": shows(
        "1996/plume-sermon.txt", r"<p>I(?:&#39;|')ve been up to look\. At noon on Thursday, by the tower of St"
    ),
    "a headline in capitals": shows("1988/payroll-stolen.txt", r"<h1[^>]*>CHRISTMAS PAYROLL GONE"),
    "a kicker": lambda demo: "kicker" in demo.rules("furniture"),
    "two authors": is_read("2002/ice-storm.txt", authors=("Alma Teasdale", "Theo Marsh")),
    "a staff report": lambda demo: demo.records["2008/bathtub.txt"].authors == () and "staff-line" in demo.rules("byline"),
    "no date at all": publishes(r"undated/to-our-readers\.html"),
    "only a year": publishes(r"2004/the-year-in-the-order.*\.html"),
    "a correction": has(lambda one: one.corrections and one.source.endswith(".txt")),
    "subheads": has(lambda one: one.source.endswith(".txt") and sum(block.kind == "subhead" for block in one.blocks) > 1),
    "questions and answers": shows(
        "2004/questions-for-render.txt", r"Q:</b> When did you know\?</p>\s*<p><b class=.speaker.>Render:</b> When"
    ),
    "an obituary": shows("1996/garrity-obituary.txt", r"He kept bees"),
    "sports with a score table": shows("2002/otters-beat-quern.txt", r"<table>.*Quern Harbour"),
    "the weather": shows("2002/ice-storm.txt", r"High minus 11"),
    "a court report": shows("2004/court-roundup.txt", r"goose within bounds"),
    "letters": lambda demo: any("letter-signature" in demo.rules(role) for role in get_args(Role)),
    "an editorial": publishes(r"sections/editorial/index\.html", "<li>"),
    "a review with stars": lambda demo: any("rating" in demo.rules(role) for role in get_args(Role)),
    "a gallery with several captions": has(lambda one: len(one.captions) >= 5 and len(one.blocks) <= 8),
    "Windows-1252 and CRLF": lambda _: any(
        b"\r\n" in data and b"\x92" in data for data in map(Path.read_bytes, CONTENT.rglob("*.txt"))
    ),
    "text decoded wrongly": shows("2004/questions-for-render.txt", r"<h1[^>]*>‘I Was Asked to Look After It’"),
    "a reference that is nearly a headline": shows(
        "2014/mill-library.md", r">Tamsin takes Water Street, and the Corley Bridge<"
    ),
    "a reference to what isn't in the archive": shows("2002/ice-storm.txt", r"A Town Under Glass"),
    "a database's export with labels": is_read("1997/tenders-opened.txt", date="1997-09-17", authors=("Alma Teasdale",)),
    "a running report by the hour": shows("2008/flood-live.txt", r"12:40 a\.m\."),
    "a recipe column": shows("1990/brown-bread.txt", r"<h1[^>]*>Brown bread that stands up"),
    "several articles in one file": shows(f"{OSRIC}#3", r"<h1[^>]*>Flowers in May"),
    "pictures beside an article": shows(CLOCKS, r"<img [^>]*pictures/clock-four-minutes\.\w+\.svg"),
    "several pictures": shows_many(BRIDGES, "<img ", 2),
    "links back": shows(SHIFT, r'class="mentions">.*Corley Mill Opens Again, as a Library'),
}

ROLES: dict[str, Feature] = {role: lambda demo, role=role: demo.rules(role) - {"front-matter"} for role in get_args(Role)}
REFERENCES: dict[str, Feature] = {
    kind: has(lambda one, kind=kind: any(reference.kind == kind for reference in one.references))
    for kind in get_args(ReferenceKind)
}
BLOCKS: dict[str, Feature] = {
    kind: has(lambda one, kind=kind: any(block.kind == kind for block in one.blocks)) for kind in get_args(BlockKind)
}
DATES: dict[str, Feature] = {
    basis: has(lambda one, basis=basis: one.date_basis == basis) for basis in (*filters.INFERRED, *filters.STATED)
}
TERMS: dict[str, Feature] = {kind: publishes(rf"{kind}/[\w-]+/index\.html") for kind in get_args(TermKind)}

TABLE: dict[str, dict[str, Feature]] = {
    "front matter": FRONT_MATTER,
    "setting": SITE,
    "profile": PROFILE,
    "published": PUBLISHED,
    "looked for": LOOKED_FOR,
    "shape": SHAPES,
    "role": ROLES,
    "reference": REFERENCES,
    "block": BLOCKS,
    "date": DATES,
    "term": TERMS,
}


@pytest.mark.parametrize(("kind", "name"), [(kind, name) for kind, features in TABLE.items() for name in features])
def test_the_demo_has_it(demo: Demo, kind: str, name: str) -> None:
    """A feature of the table is where the table says."""
    assert TABLE[kind][name](demo)


def section(page: str, heading: str) -> str:
    """What stands on a page of the documentation below a heading, up to the next of its level."""
    text = (DOCS / page).read_text("utf-8")
    mark = heading.split(" ", maxsplit=1)[0]
    return re.split(rf"^{mark} ", text.split(f"{heading}\n", 1)[1], maxsplit=1, flags=re.MULTILINE)[0]


def test_each_key_and_setting_is_in_the_table() -> None:
    """Front matter, site.yaml and source profiles: what is documented (tests/test_docs.py) is what the tables of the code hold."""
    assert set(FRONT_MATTER) == {*KEYS, "extra"}
    assert set(SITE) == set(config._READERS)
    assert set(PROFILE) == set(profile.READERS)


def test_each_address_is_in_the_table() -> None:
    """Whatever docs/output.md says is published."""
    rows = re.findall(r"^\| (`.+?`) \|", (DOCS / "output.md").read_text("utf-8"), re.MULTILINE)
    named = {address for row in rows for address in re.findall(r"`(/[^`]*)`", row)}
    assert set(PUBLISHED) == named - set(BEYOND)


def test_each_kind_of_page_is_in_the_table() -> None:
    """Whatever the code can publish has an address there; redirects are front matter's aliases."""
    assert {*PAGE_KINDS, "redirect", *BEYOND} - {"/people/letter/o/"} == set(pages.KINDS)
    assert set(PAGE_KINDS.values()) <= set(PUBLISHED)


def test_what_the_reader_looks_for_is_in_the_table() -> None:
    """Whatever docs/sources.md says in bold or in a heading there."""
    text = section("sources.md", "## What the reader looks for")
    listed = {name for line in re.findall(r"^- .*", text, re.MULTILINE) for name in re.findall(r"\*\*(.+?)\*\*", line)}
    named = listed | set(re.findall(r"^### (.+)$", text, re.MULTILINE)) | set(re.findall(r"in \*\*(\w+)\*\*", text))
    assert {name.casefold() for name in named} == {name.casefold() for name in LOOKED_FOR}


def test_what_is_beyond_the_demo_isnt_in_it(demo: Demo) -> None:
    """An exception that has become needless is taken out."""
    assert not any("/letter/" in path or path.startswith("sitemap/") for path in demo.published)


def test_all_settings_that_are_shown_can_be_set() -> None:
    """With the signs of a comment taken off, site.yaml's examples are settings."""
    shown = re.sub(r"^# (?=\w+:(?: |$)|  - )", "", SETTINGS, flags=re.MULTILINE)
    site = config.parse(shown)
    assert (site.base_url, site.permalink) == ("https://archive.example.org/", "/{year}/{month}/{day}/{slug}.html")
    assert len(site.menu) == 2
