"""What machines read of the archive: feeds, sitemaps and robots.txt, each a function from a page to its text.

Forms: Atom (RFC 4287), RSS 2.0 with its content and Dublin Core modules, JSON Feed 1.1, sitemaps.org 0.9, RFC 9309.
With a base address every link is whole; without one, links are relative where the form allows it and left out where not.
"""

import json
import re
import uuid
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from datetime import timezone as Offset  # noqa: N812  (a class, and the name is taken by the setting)
from functools import lru_cache
from xml.sax.saxutils import escape, quoteattr
from zoneinfo import ZoneInfo

from sitegen.model import Site
from sitegen.views import FeedEntry, FeedView, Page, SitemapView, View

UNDATED = "1970-01-01T00:00:00Z"  # Atom demands a date; this one can't be mistaken for knowledge
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
NAMESPACE = uuid.UUID("6f2b1a52-2f0e-5d0c-9f5c-3a1f6f0a7d10")  # a fixed root for the names of pages that have no address
DAY_LENGTH = len("2013-06-17")
MINUTE = timedelta(minutes=1)
RSS_MODULES = (
    'xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # https://www.w3.org/TR/xml/#charsets


def atom(page: Page, site: Site) -> str:
    """An Atom feed."""
    view = _feed_view(page)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(site.language)}>',
        f"<id>{escape(_identity(view.path, site))}</id>",
        f"<title>{escape(view.title)}</title>",
        *_element("subtitle", site.description if view.home == "index.html" else ""),
        f"<updated>{moment(view.updated, site.timezone) or UNDATED}</updated>",
        f'<link rel="self" type="application/atom+xml" href={quoteattr(_link(view.path, page, site))}/>',
        f'<link rel="alternate" type="text/html" href={quoteattr(_link(view.home, page, site))}/>',
        f"<author><name>{escape(site.publisher or site.title)}</name></author>",
        "<generator>sitegen</generator>",
    ]
    for entry in view.entries:
        lines += _atom_entry(entry, page, site)
    return _document(lines, "</feed>")


def rss(page: Page, site: Site) -> str:
    """An RSS 2.0 feed, with whole texts in `content:encoded` where they are given."""
    view = _feed_view(page)
    own = f'<atom:link rel="self" type="application/rss+xml" href={quoteattr(_link(view.path, page, site))}/>'
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<rss version="2.0" {RSS_MODULES}>',
        "<channel>",
        f"<title>{escape(view.title)}</title>",
        f"<link>{escape(_link(view.home, page, site))}</link>",
        f"<description>{escape(site.description or view.title)}</description>",
        f"<language>{escape(site.language)}</language>",
        *_element("lastBuildDate", _mail_date(view.updated, site.timezone)),
        "<generator>sitegen</generator>",
        *([own] if site.base_url else []),
    ]
    for entry in view.entries:
        lines += _rss_item(entry, site)
    return _document(lines, "</channel>\n</rss>")


def json_feed(page: Page, site: Site) -> str:
    """A JSON Feed 1.1."""
    view = _feed_view(page)
    feed: dict[str, object] = {"version": "https://jsonfeed.org/version/1.1", "title": view.title}
    if site.base_url:
        feed |= {"home_page_url": whole(view.home, site), "feed_url": whole(view.path, site)}
    if site.description:
        feed["description"] = site.description
    feed["language"] = site.language
    feed["authors"] = [{"name": site.publisher or site.title}]
    feed["items"] = [_json_item(entry, site) for entry in view.entries]
    return UNFIT.sub("\ufffd", json.dumps(feed, ensure_ascii=False, separators=(",", ":"))) + "\n"


def sitemap(page: Page, site: Site) -> str:
    """A sitemap, or the index of several. Dates less precise than a day are left out: the schema knows none."""
    view = page.view
    if not isinstance(view, SitemapView):
        raise _misdirected(view)
    parts = [(part, None) for part in view.parts]
    kind, entries = ("sitemapindex", parts) if parts else ("urlset", view.entries)
    item = "sitemap" if parts else "url"
    lines = ['<?xml version="1.0" encoding="utf-8"?>', f'<{kind} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">']
    lines += (
        f"<{item}><loc>{escape(site.base_url + address)}</loc>{_last_change(date, site.timezone)}</{item}>"
        for address, date in entries
    )
    return _document(lines, f"</{kind}>")


def robots(page: Page, site: Site) -> str:  # noqa: ARG001  (one signature for all forms)
    """A robots.txt that lets everyone in, and says where the sitemap is."""
    where = f"\nSitemap: {site.base_url}sitemap.xml\n" if site.base_url else ""
    return f"User-agent: *\nAllow: /\n{where}"


Form = Callable[[Page, Site], str]
FORMS: Mapping[str, Form] = {
    "atom": atom,
    "rss": rss,
    "json_feed": json_feed,
    "sitemap": sitemap,
    "robots": robots,
}


def moment(date: str | None, timezone: str) -> str:
    """The RFC 3339 moment at which a date, as precise as it may be, begins; empty for none."""
    return _parsed(date, timezone).isoformat().replace("+00:00", "Z") if date else ""


def whole(path: str, site: Site) -> str:
    """The whole address of a path inside the site; a folder's page goes by the folder."""
    folder, slash, name = path.rpartition("/")
    return site.base_url + (folder + slash if name == "index.html" else path)


def _atom_entry(entry: FeedEntry, page: Page, site: Site) -> Iterator[str]:
    published = moment(entry.date, site.timezone)
    yield f"<entry>\n<id>{escape(_identity(entry.path, site))}</id>\n<title>{escape(entry.title)}</title>"
    yield f'<link rel="alternate" type="text/html" href={quoteattr(_link(entry.path, page, site))}/>'
    yield from _element("published", published)
    yield f"<updated>{moment(entry.updated, site.timezone) or published or UNDATED}</updated>"
    yield from (f"<author><name>{escape(author)}</name></author>" for author in entry.authors)
    yield from (f"<category term={quoteattr(tag)}/>" for tag in entry.tags)
    if entry.summary or entry.content is None:
        yield f"<summary>{escape(entry.summary)}</summary>"
    if entry.content is not None:
        yield f'<content type="html">{escape(entry.content)}</content>'
    yield "</entry>"


def _rss_item(entry: FeedEntry, site: Site) -> Iterator[str]:
    yield f"<item>\n<title>{escape(entry.title)}</title>"
    identity = escape(_identity(entry.path, site))
    if site.base_url:
        yield f"<link>{identity}</link>\n<guid>{identity}</guid>"
    else:
        yield f'<guid isPermaLink="false">{identity}</guid>'
    yield from _element("pubDate", _mail_date(entry.date, site.timezone))
    yield from (f"<dc:creator>{escape(author)}</dc:creator>" for author in entry.authors)
    yield from (f"<category>{escape(tag)}</category>" for tag in entry.tags)
    yield f"<description>{escape(entry.summary)}</description>"
    yield from _element("content:encoded", entry.content or "")
    yield "</item>"


def _json_item(entry: FeedEntry, site: Site) -> dict[str, object]:
    text = {"content_text": entry.summary} if entry.content is None else {"content_html": entry.content}
    item: dict[str, object] = {
        "id": _identity(entry.path, site),
        "url": whole(entry.path, site) if site.base_url else "",
        "title": entry.title,
        "summary": entry.summary,
        "date_published": moment(entry.date, site.timezone),
        "date_modified": moment(entry.updated, site.timezone),
        "authors": [{"name": author} for author in entry.authors],
        "tags": list(entry.tags),
    }
    return {name: value for name, value in item.items() if value} | text


def _feed_view(page: Page) -> FeedView:
    if not isinstance(page.view, FeedView):
        raise _misdirected(page.view)
    return page.view


def _misdirected(view: View) -> TypeError:
    return TypeError(f"no machine form is made from a {type(view).__name__}")


def _identity(path: str, site: Site) -> str:
    """What a page is known by for ever: its address, or a name made from the site's title and its path."""
    return whole(path, site) if site.base_url else uuid.uuid5(NAMESPACE, f"{site.title}\n{path}").urn


def _link(path: str, page: Page, site: Site) -> str:
    return whole(path, site) if site.base_url else page.root + path


def _element(name: str, text: str) -> tuple[str, ...]:
    return (f"<{name}>{escape(text)}</{name}>",) if text else ()


def _document(lines: list[str], end: str) -> str:
    return UNFIT.sub("\ufffd", "\n".join([*lines, end, ""]))


def _last_change(date: str | None, timezone: str) -> str:
    if not date or len(date) < DAY_LENGTH:
        return ""
    return f"<lastmod>{date if len(date) == DAY_LENGTH else moment(date, timezone)}</lastmod>"


def _mail_date(date: str | None, timezone: str) -> str:
    """A date as RSS wants it (RFC 822, four-figure years); `email.utils` would cost 10 ms at start."""
    if not date:
        return ""
    when = _parsed(date, timezone)
    return f"{DAYS[when.weekday()]}, {when.day:02} {MONTHS[when.month - 1]} {when.year:04} {when:%H:%M:%S %z}"


@lru_cache(maxsize=4096)
def _parsed(date: str, timezone: str) -> datetime:
    """The beginning of a year, month, day or moment, in the site's time zone where the date names none."""
    when = datetime.fromisoformat(date + "-01-01"[len(date) - 4 :] if len(date) < DAY_LENGTH else date)
    if when.tzinfo is None:
        when = when.replace(tzinfo=UTC if timezone == "UTC" else ZoneInfo(timezone))
    offset = when.utcoffset() or timedelta()
    # Before standard time, offsets had odd seconds, which RFC 3339 can't say.
    return when.replace(tzinfo=Offset(offset // MINUTE * MINUTE)) if offset % MINUTE else when
