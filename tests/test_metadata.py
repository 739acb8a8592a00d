import json
import xml.etree.ElementTree as ET
from datetime import datetime

import pytest

from sitegen import metadata
from sitegen.model import Site
from sitegen.views import FeedEntry, FeedView, Page, PlainView, SitemapView, View

ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
SITE = Site(title="The Marlow Courier", base_url="https://courier.example/archive/", publisher="Marlow Press", timezone="UTC")
BARE = Site(title="The Marlow Courier")
ENTRY = FeedEntry(
    path="2013/06/17/bridge.html",
    title="Bridge opens",
    summary="It took nine years.",
    content="<p>It took nine years.</p>",
    date="2013-06-17T15:04:00-04:00",
    updated="2013-06-18",
    authors=("Ada Quill", "Ben Ferris"),
    tags=("bridges",),
)


def page_of(view: View, template: str = "atom", path: str = "feed.xml", root: str = "") -> Page:
    """A page around a view."""
    return Page(path=path, template=template, view=view, address=path, root=root)


def feed_of(*entries: FeedEntry, path: str = "feed.xml", home: str = "index.html", root: str = "") -> Page:
    """A page with a feed of these entries."""
    view = FeedView(title="The Marlow Courier", path=path, home=home, updated="2013-06-18", entries=entries)
    return page_of(view, path=path, root=root)


def entry_with(**changes: object) -> FeedEntry:
    """The usual entry, changed."""
    values = {name: getattr(ENTRY, name) for name in ENTRY.__slots__} | changes
    return FeedEntry(**values)


def tree_of(text: str | bytes) -> ET.Element:
    """A machine form, parsed."""
    return ET.fromstring(text)  # noqa: S314  (our own output)


def texts(tree: ET.Element, path: str) -> list[str | None]:
    """The texts of the elements at a path."""
    return [element.text for element in tree.findall(path)]


def test_atom_has_what_the_standard_demands() -> None:
    """Feed and entry carry id, title and updated; the feed carries an author and its own address."""
    feed = tree_of(metadata.atom(feed_of(ENTRY), SITE))
    entry = feed.find(f"{ATOM}entry")
    assert entry is not None
    assert texts(feed, f"{ATOM}id") == ["https://courier.example/archive/feed.xml"]
    assert texts(feed, f"{ATOM}updated") == ["2013-06-18T00:00:00Z"]
    assert texts(feed, f"{ATOM}author/{ATOM}name") == ["Marlow Press"]
    assert [link.get("href") for link in feed.findall(f"{ATOM}link")] == [
        "https://courier.example/archive/feed.xml",
        "https://courier.example/archive/",
    ]
    assert texts(entry, f"{ATOM}id") == ["https://courier.example/archive/2013/06/17/bridge.html"]
    assert texts(entry, f"{ATOM}published") == ["2013-06-17T15:04:00-04:00"]
    assert texts(entry, f"{ATOM}updated") == ["2013-06-18T00:00:00Z"]
    assert texts(entry, f"{ATOM}author/{ATOM}name") == ["Ada Quill", "Ben Ferris"]
    assert texts(entry, f"{ATOM}content") == ["<p>It took nine years.</p>"]


def test_atom_without_an_address_has_lasting_names_and_relative_links() -> None:
    """Identities don't depend on anything but title and path; links lead from the feed's own place."""
    page = feed_of(ENTRY, path="tags/bridges/feed.xml", home="tags/bridges/index.html", root="../../")
    feed = tree_of(metadata.atom(page, BARE))
    names = texts(feed, f"{ATOM}id") + texts(feed, f"{ATOM}entry/{ATOM}id")
    assert all(name is not None and name.startswith("urn:uuid:") for name in names)
    assert len(set(names)) == 2
    assert names[:1] == texts(tree_of(metadata.atom(page, BARE)), f"{ATOM}id")
    assert [link.get("href") for link in feed.iter(f"{ATOM}link")] == [
        "../../tags/bridges/feed.xml",
        "../../tags/bridges/index.html",
        "../../2013/06/17/bridge.html",
    ]


def test_an_undated_entry_gets_the_honest_fallback() -> None:
    """Atom demands a date: it is the epoch, and nothing is called published."""
    feed = tree_of(metadata.atom(feed_of(entry_with(date=None, updated=None)), SITE))
    assert texts(feed, f"{ATOM}entry/{ATOM}updated") == ["1970-01-01T00:00:00Z"]
    assert texts(feed, f"{ATOM}entry/{ATOM}published") == []


def test_an_undated_entry_has_no_date_in_rss_and_json() -> None:
    """Where a date isn't demanded, none is invented."""
    page = feed_of(entry_with(date=None, updated=None))
    assert texts(tree_of(metadata.rss(page, SITE)), "channel/item/pubDate") == []
    assert "date_published" not in json.loads(metadata.json_feed(page, SITE))["items"][0]


@pytest.mark.parametrize(
    ("date", "timezone", "expected"),
    [
        ("2013", "UTC", "2013-01-01T00:00:00Z"),
        ("2013-06", "UTC", "2013-06-01T00:00:00Z"),
        ("2013-06", "Europe/Berlin", "2013-06-01T00:00:00+02:00"),
        ("2013-06-17", "America/New_York", "2013-06-17T00:00:00-04:00"),
        ("2013-06-17T15:04", "Europe/Berlin", "2013-06-17T15:04:00+02:00"),
        ("2013-06-17T15:04:00-04:00", "Europe/Berlin", "2013-06-17T15:04:00-04:00"),
        ("1880-03-01", "Europe/Berlin", "1880-03-01T00:00:00+00:53"),
        ("0001-01-01", "Asia/Tokyo", "0001-01-01T00:00:00+09:18"),
        (None, "UTC", ""),
    ],
)
def test_a_date_begins_in_the_zone_of_the_site(date: str | None, timezone: str, expected: str) -> None:
    """A partial date stands for its first moment; a named offset is kept; odd seconds of old local time are cut."""
    assert expected == metadata.moment(date, timezone)


def test_rss_has_what_readers_need() -> None:
    """Channel and item carry title, link, date, people and the whole text."""
    channel = tree_of(metadata.rss(feed_of(ENTRY), SITE)).find("channel")
    assert channel is not None
    assert texts(channel, "link") == ["https://courier.example/archive/"]
    assert texts(channel, "lastBuildDate") == ["Tue, 18 Jun 2013 00:00:00 +0000"]
    assert texts(channel, "item/link") == ["https://courier.example/archive/2013/06/17/bridge.html"]
    assert texts(channel, "item/guid") == texts(channel, "item/link")
    assert texts(channel, "item/pubDate") == ["Mon, 17 Jun 2013 15:04:00 -0400"]
    assert texts(channel, f"item/{CREATOR}") == ["Ada Quill", "Ben Ferris"]
    assert texts(channel, f"item/{CONTENT}") == ["<p>It took nine years.</p>"]
    assert [link.get("href") for link in channel.findall(f"{ATOM}link")] == ["https://courier.example/archive/feed.xml"]


def test_rss_without_an_address_leaves_out_links_of_items() -> None:
    """An RSS link must be whole, so that there is none; the identity says that it is no address."""
    channel = tree_of(metadata.rss(feed_of(ENTRY), BARE)).find("channel")
    assert channel is not None
    assert texts(channel, "item/link") == []
    assert [guid.get("isPermaLink") for guid in channel.findall("item/guid")] == ["false"]
    assert channel.findall(f"{ATOM}link") == []


def test_json_feed_has_what_readers_need() -> None:
    """The feed and its items carry the fields of version 1.1."""
    feed = json.loads(metadata.json_feed(feed_of(ENTRY), SITE))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == "https://courier.example/archive/feed.xml"
    assert feed["items"] == [
        {
            "id": "https://courier.example/archive/2013/06/17/bridge.html",
            "url": "https://courier.example/archive/2013/06/17/bridge.html",
            "title": "Bridge opens",
            "summary": "It took nine years.",
            "date_published": "2013-06-17T15:04:00-04:00",
            "date_modified": "2013-06-18T00:00:00Z",
            "authors": [{"name": "Ada Quill"}, {"name": "Ben Ferris"}],
            "tags": ["bridges"],
            "content_html": "<p>It took nine years.</p>",
        }
    ]


def test_json_feed_without_an_address_or_content_still_has_identity_and_text() -> None:
    """An item must have an id and a content field."""
    feed = json.loads(metadata.json_feed(feed_of(entry_with(content=None)), BARE))
    assert "home_page_url" not in feed
    assert "url" not in feed["items"][0]
    assert feed["items"][0]["id"].startswith("urn:uuid:")
    assert feed["items"][0]["content_text"] == "It took nine years."


HOSTILE = "</title>]]><script>\"'&amp;\x00\x0b\ufffe\ud800{{ 7 }}"
TAMED = "</title>]]><script>\"'&amp;\ufffd\ufffd\ufffd\ufffd{{ 7 }}"


@pytest.mark.parametrize("form", [metadata.atom, metadata.rss])
def test_hostile_words_stay_words_in_xml(form: metadata.Form) -> None:
    """Markup in a text is escaped, and characters that XML has no room for are replaced."""
    entry = entry_with(title=HOSTILE, summary=HOSTILE, content=HOSTILE, authors=(HOSTILE,), tags=(HOSTILE,))
    text = form(feed_of(entry), SITE)
    tree = tree_of(text.encode())
    assert TAMED in [element.text for element in tree.iter() if element.tag.endswith("title")]
    assert [element for element in tree.iter() if element.tag == "script"] == []


def test_hostile_words_stay_words_in_json() -> None:
    """What comes out of the parser is what went in, unfit characters replaced."""
    feed = json.loads(metadata.json_feed(feed_of(entry_with(title=HOSTILE)), SITE).encode())
    assert feed["items"][0]["title"].replace("\x00", "\ufffd").replace("\x0b", "\ufffd") == TAMED


def test_a_sitemap_lists_whole_addresses_with_dates_that_the_schema_knows() -> None:
    """A day and a moment are stated; a month or year is too vague for the schema."""
    view = SitemapView(
        entries=(("", None), ("a%26b.html", "2013-06-17"), ("c.html", "2013-06"), ("d.html", "2013-06-17T15:04"))
    )
    tree = tree_of(metadata.sitemap(page_of(view), SITE))
    assert tree.tag == f"{MAP}urlset"
    assert texts(tree, f"{MAP}url/{MAP}loc") == [
        "https://courier.example/archive/",
        "https://courier.example/archive/a%26b.html",
        "https://courier.example/archive/c.html",
        "https://courier.example/archive/d.html",
    ]
    assert texts(tree, f"{MAP}url/{MAP}lastmod") == ["2013-06-17", "2013-06-17T15:04:00Z"]


def test_a_sitemap_with_parts_is_an_index() -> None:
    """Where there are parts, the parts are listed."""
    tree = tree_of(metadata.sitemap(page_of(SitemapView(entries=(), parts=("sitemap-1.xml",))), SITE))
    assert tree.tag == f"{MAP}sitemapindex"
    assert texts(tree, f"{MAP}sitemap/{MAP}loc") == ["https://courier.example/archive/sitemap-1.xml"]


def test_robots_are_let_in_and_shown_the_sitemap() -> None:
    """The sitemap's line needs a whole address."""
    page = page_of(PlainView(title="robots.txt"))
    assert metadata.robots(page, SITE) == ("User-agent: *\nAllow: /\n\nSitemap: https://courier.example/archive/sitemap.xml\n")
    assert metadata.robots(page, BARE) == "User-agent: *\nAllow: /\n"


@pytest.mark.parametrize("name", sorted(metadata.FORMS))
def test_every_form_gives_the_same_text_again_and_ends_its_last_line(name: str) -> None:
    """Forms are pure functions."""
    views: dict[str, View] = {"sitemap": SitemapView(entries=(("", None),)), "robots": PlainView(title="robots.txt")}
    page = page_of(views[name]) if name in views else feed_of(ENTRY)
    text = metadata.FORMS[name](page, SITE)
    assert text == metadata.FORMS[name](page, SITE)
    assert text.endswith("\n")


def test_rss_days_are_the_days_of_the_calendar() -> None:
    """The mail form of a date is the one that Python's own parser reads back."""
    channel = tree_of(metadata.rss(feed_of(entry_with(date="1999-02-28")), SITE)).find("channel")
    assert channel is not None
    when = channel.findtext("item/pubDate") or ""
    assert datetime.strptime(when, "%a, %d %b %Y %H:%M:%S %z").date().isoformat() == "1999-02-28"


def test_a_view_of_another_kind_is_refused() -> None:
    """A form that is given the wrong view says so."""
    with pytest.raises(TypeError, match="PlainView"):
        metadata.atom(page_of(PlainView(title="x")), SITE)
