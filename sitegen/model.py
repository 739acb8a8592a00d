"""The values that walk through the house, from a source file to a report. All frozen."""

from typing import Literal

from msgspec import Struct, field

Role = Literal[
    "title", "dek", "byline", "date", "dateline", "caption", "credit", "reference",
    "body", "subhead", "correction", "contributor", "note", "tags", "furniture",
]  # fmt: skip
ReferenceKind = Literal["related", "poll", "photos", "video", "audio", "read", "more"]
BlockKind = Literal["paragraph", "subhead", "list", "turn", "table", "preformatted", "post", "reference"]
Severity = Literal["problem", "notice"]
TermKind = Literal["tags", "people", "places", "organizations", "authors", "sections"]

TERM_KINDS: tuple[TermKind, ...] = ("tags", "people", "places", "organizations", "authors", "sections")


class Problem(Struct, frozen=True):
    """Something in the content that a person should look at."""

    path: str
    line: int  # 1-based; 0 where no line can be named
    what: str
    hint: str = ""
    severity: Severity = "problem"


class Source(Struct, frozen=True):
    """One file of the content folder, as read: text decoded, every line end a newline, no byte order mark."""

    path: str  # relative to the content folder, with forward slashes
    text: str
    digest: str  # SHA-256 of the file's bytes, hexadecimal
    encoding: str  # "utf-8" or "windows-1252"


class Line(Struct, frozen=True, gc=False):
    """What one non-blank source line was taken for, and by which rule."""

    n: int  # 1-based, counted in the whole file, front matter included
    role: Role
    rule: str
    other: Role | None = None  # the runner-up, and its rule
    other_rule: str = ""


class Caption(Struct, frozen=True, gc=False):
    """A picture's caption, its credit split off."""

    text: str
    credit: str | None = None


class Reference(Struct, frozen=True, gc=False):
    """A pointer from one article to another: `[RELATED: Obama in Europe]`."""

    kind: ReferenceKind
    text: str
    url: str | None = None


STORY_KINDS: frozenset[BlockKind] = frozenset({"paragraph", "list", "turn", "table", "preformatted"})


class Block(Struct, frozen=True, gc=False):
    """A piece of the story in its order: a paragraph, a subhead, a list, a table, a reference in its place, and so on.

    A list's text has its items on lines of their own, each with the sign or the number that it had. A turn is a paragraph of a
    conversation that opens with who speaks. A table's text has its rows on lines of their own, with tabs between the cells; what
    is preformatted has its lines as they stood. A post, from a network that a story shows, has whose it is, and of when, on its
    last line.
    For a reference `text` is empty and `reference` is the index into `Record.references`.
    """

    kind: BlockKind
    text: str
    line: int  # the first source line, 1-based
    reference: int = -1


class Picture(Struct, frozen=True):
    """A picture that front matter names: the file, relative to the source's folder, and its words."""

    file: str
    caption: str | None = None
    credit: str | None = None
    alt: str | None = None


class Evidence(Struct, frozen=True, gc=False):
    """What a field of a record rests on: the rule, and the source lines it was read from."""

    rule: str
    lines: tuple[int, ...] = ()


class Record(Struct, frozen=True, omit_defaults=True):
    """An article taken apart. A field that cannot be known is None or empty: the reader abstains.

    Dates are ISO 8601 strings, as precise as the text: `2013`, `2013-06`, `2013-06-17`, `2013-06-17T15:04:00-04:00`.
    """

    source: str
    title: str | None = None
    dek: str | None = None
    authors: tuple[str, ...] = ()
    contributors: tuple[str, ...] = ()
    agency: str | None = None
    date: str | None = None
    date_basis: str | None = None
    updated: str | None = None
    dateline: str | None = None
    section: str | None = None
    captions: tuple[Caption, ...] = ()
    references: tuple[Reference, ...] = ()
    corrections: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()
    lines: tuple[Line, ...] = ()
    confidence: dict[str, float] = field(default_factory=dict)  # field → 0…1, for the fields read from the text
    evidence: dict[str, Evidence] = field(default_factory=dict)  # field → what it rests on, where somebody looks at lines
    # Only front matter can say these.
    slug: str | None = None
    draft: bool = False
    aliases: tuple[str, ...] = ()
    images: tuple[Picture, ...] = ()
    credited_source: str | None = None  # the front matter key `source`
    language: str | None = None
    summary: str | None = None
    extra: dict[str, object] = field(default_factory=dict)
    markdown: str | None = None  # a Markdown source's body, what went into fields taken out; None for raw text

    @property
    def body(self) -> tuple[str, ...]:
        """The paragraphs, in order, items of lists and verbatim lines included."""
        texts = (
            [block.text] if block.kind != "list" else block.text.split("\n")
            for block in self.blocks
            if block.kind in STORY_KINDS
        )
        return tuple(text for part in texts for text in part)

    @property
    def posts(self) -> tuple[str, ...]:
        """What others posted elsewhere and the story shows, in order, each with whose it is on its last line."""
        return tuple(block.text for block in self.blocks if block.kind == "post")

    @property
    def subheads(self) -> tuple[str, ...]:
        """The subheads, in order."""
        return tuple(block.text for block in self.blocks if block.kind == "subhead")


class Article(Struct, frozen=True):
    """A record made ready for its page; body text is safe HTML, cut where a reference stands (its index)."""

    record: Record  # without blocks, lines and markdown: the body has their text
    digest: str  # SHA-256 of the source's bytes
    parts: tuple[str | int, ...]
    summary: str  # plain text for lists and descriptions: the dek, the summary, or the first sentences
    words: int


class Said(Struct, frozen=True, gc=False):
    """A value of a source profile, and where the profile gives it: `north/reader.yaml:7`, the name of the rule it makes."""

    text: str
    rule: str


class Profile(Struct, frozen=True, omit_defaults=True):
    """What a `reader.yaml`, and those of the folders above it, say of the texts in a folder. Empty values take outer ones back."""

    publisher: Said | None = None
    agency: Said | None = None
    language: Said | None = None
    timezone: Said | None = None
    section: Said | None = None
    default_author: Said | None = None
    authors: tuple[Said, ...] = ()  # people who are known to write here
    byline: tuple[Said, ...] = ()  # forms of bylines, `{name}` where the name stands
    furniture: tuple[Said, ...] = ()  # forms of lines
    aliases: dict[str, str] = field(default_factory=dict)  # a spelling, casefolded → the one name
    split: bool | None = None  # whether a file that holds several articles is cut
    separators: tuple[Said, ...] = ()  # lines at which it is cut; where there are none, where the reader finds that one begins


class MenuItem(Struct, frozen=True):
    """An entry of the site's menu."""

    text: str
    path: str  # inside the site, without a leading slash, or a whole address


class Site(Struct, frozen=True):
    """site.yaml, checked."""

    title: str
    base_url: str = ""  # with a trailing slash; empty where there is none
    description: str = ""
    language: str = "en"
    timezone: str = "UTC"
    publisher: str = ""
    permalink: str = "/{year}/{month}/{day}/{slug}.html"
    page_size: int = 50
    names: bool = True
    search: bool = True
    menu: tuple[MenuItem, ...] = ()
    sections: tuple[str, ...] = ()  # their order; sections not named follow by name
    aliases: dict[str, str] = field(default_factory=dict)  # a spelling, casefolded → the one name


class PageCounts(Struct, frozen=True):
    """How many pages a build planned, rendered, wrote, left and removed."""

    planned: int = 0
    rendered: int = 0
    written: int = 0
    unchanged: int = 0
    removed: int = 0


class Report(Struct, frozen=True):
    """What a build did. `seconds` is by stage, with `total`."""

    articles: int
    pages: PageCounts
    seconds: dict[str, float]
    peak_rss_mb: float
    problems: tuple[Problem, ...] = ()
    notices: tuple[Problem, ...] = ()
