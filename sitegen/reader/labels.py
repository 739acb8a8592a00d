"""The labels that databases, mail programs and editorial systems set before the fields of an article, and what each means."""

import re
from typing import Literal

from sitegen.reader.words import first_names

Meaning = Literal["title", "author", "date", "place", "dek", "subhead", "picture", "credit", "tags", "body", "silent"]

_NAMES: dict[Meaning, tuple[str, ...]] = {
    "title": ("headline", "hed", "head", "title", "subject"),
    "author": ("byline", "author", "authors", "author/byline", "by", "reporter", "writer", "dc:creator"),
    "date": ("date", "published", "pub date", "pubdate", "publication date", "date published"),
    "place": ("dateline",),
    "dek": (
        "highlight",
        "dek",
        "deck",
        "standfirst",
        "subheadline",
        "subheading",
        "subtitle",
        "description",
        "excerpt",
        "summary",
    ),
    "subhead": ("subhead", "subhed", "crosshead"),  # a dek above the story
    "picture": (
        "graphic",
        "illus",
        "caption",
        "photo caption",
        "photocaption",
        "color photo",
        "photo",
        "cutline",
        "image caption",
        "picture caption",
    ),
    "credit": ("credit", "photo credit", "image credit", "picture credit", "photographer"),
    "tags": ("subjects", "subject terms", "keywords", "descriptors", "index terms", "tags"),
    "body": (
        "body",
        "bodytext",
        "body text",
        "full text",
        "lead paragraph",
        "article text",
        "text",
        "story",
        "content:encoded",
        "content",
        "extended body",
    ),
    "silent": (
        *("section", "length", "page", "pages", "edition", "source", "language", "location", "people", "abstract", "copyright"),
        *("distribution", "publication", "publication title", "publication year", "word count", "first page", "database"),
        *(
            "publisher",
            "category",
            "record",
            "slug",
            "budget",
            "slugword",
            "url",
            "id",
            "story id",
            "article id",
            "hostname",
            "sitename",
            "desk",
            "column",
            "series",
        ),
        *("link", "guid", "comments", "slash:comments", "wfw:commentrss", "post-id"),  # of a feed's item
        *(
            "status",
            "words",
            "type",
            "uuid",
            "nid",
            "langcode",
            "list-id",
            "from",
            "to",
            "cc",
            "sent",
            "reply-to",
            "newsgroups",
            "message-id",
            "lines",
            "approved",
        ),
        *(
            "acategory",
            "format",
            "xref",
            "organization",
            "priority",
            "photo file",
            "image file",
            "modified",
            "last modified",
            "lastmod",
            "last mod",
            "created",
            "notes",
            "holdings",
            "index",
            "urgency",
            "wc",
        ),
    ),
}
# Labels that no newspaper prints: they tell that a text is out of a database.
SURE = frozenset(
    {
        *("load-date", "publication-type", "document-type", "journal-code", "publication info", "full text", "document type"),
        *(
            "proquest document id",
            "language of publication",
            "publication subject",
            "record number",
            "accession number",
            "gale document number",
            "author/byline",
            "readability",
            "document url",
            "proquest document link",
            "other indexing",
            "text word count",
        ),
    }
)
OF_FEEDS = frozenset({"guid", "dc:creator", "content:encoded", "slash:comments", "wfw:commentrss"})
MEANINGS: dict[str, Meaning] = {
    **dict.fromkeys(SURE, "silent"),
    **{name: meaning for meaning, names in _NAMES.items() for name in names},
}
TITLES = frozenset(_NAMES["title"])
# In capitals these open no line of a story.
OF_EXPORTS = frozenset(_NAMES["silent"]) | {
    "load-date",
    "publication-type",
    "headline",
    "title",
    "byline",
    "author",
    "dateline",
    "body",
}
OF_MAIL = frozenset("From To Cc Sent Date Subject Reply-To".split())  # as programs for mail write them
# The letters before each field in one great database, and what they stand for.
CODES = {
    "HD": "headline",
    "BY": "byline",
    "PD": "date",
    "SE": "section",
    "ART": "graphic",
    "LP": "body",
    "TD": "body",
} | dict.fromkeys("CR WC ET SN SC ED PG LA CY VOL CLM CX NS RE CO IN IPC IPD PUB AN RF".split(), "")
_ALONE = re.compile(r"[A-Z][A-Z0-9]*(?:[_ -][A-Z0-9]+){0,3}")
_COUNTED = re.compile(r"[\d_ ]+")


OWN = "FIELD:"  # how a field that tells nothing of the story is shown to the rules
OWN_WORDS = 100  # characters of it


def silent(text: str) -> str:
    """A field's line as the rules are to see it that tells nothing of the story."""
    return f"{OWN} {text[:OWN_WORDS]}"


def alone(text: str) -> str | None:
    """The name in a line that is nothing but a field's, as editorial systems write it: `PHOTO1_CAPTION` is `photo caption`."""
    if not _ALONE.fullmatch(text):
        return None
    name = _COUNTED.sub(" ", text).strip().casefold()
    return name if name in MEANINGS or "_" in text else None


NAME = r"[^\W\d_][\w'’.-]*"
TURNED = re.compile(rf"(?P<family>{NAME}(?: {NAME})?), (?P<given>{NAME}(?: {NAME})?)")


def in_order(names: str) -> str:
    """`Tolland, Iva; Voss, Mirela` as names are said; `Mirela Voss, Staff Writer` as it is. What follows, `; Courier Staff`, stays behind."""
    parts = [name.strip() for name in names.split(";")]
    turned = [match for part in parts if (match := TURNED.fullmatch(part)) and _is_turned(match["family"], match["given"])]
    others = [part for part in parts[len(turned) :] if part]
    if not turned or any("," in part for part in others):
        return names
    return ", ".join([" and ".join(f"{match['given']} {match['family']}" for match in turned), *others])


def _is_turned(family: str, given: str) -> bool:
    return " " not in family or given.split(maxsplit=1)[0].casefold() in first_names()
