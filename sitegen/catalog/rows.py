"""What is handed to the catalogue: a source as a worker read it. It travels between processes as MessagePack."""

from msgspec import Struct, msgpack

from sitegen.model import Problem, TermKind


class TermRow(Struct, frozen=True, array_like=True, gc=False):
    """A term that an article stands under."""

    id: int  # digest of kind and slug
    kind: TermKind
    slug: str
    name: str
    filed: str  # the slug as the index files it: surname first; its first character is the letter


class ReferenceRow(Struct, frozen=True, array_like=True, gc=False):
    """A reference to another article, by its headline's key."""

    key: str  # empty where it leads outside the archive, whatever there is in it
    text: str
    outside: bool = False  # whether it has an address of its own


class ArticleRow(Struct, frozen=True, array_like=True):
    """An article as the catalogue keeps it. `date` is empty for an undated one."""

    base: str  # the source's path without its ending: what its pictures share
    wish: str  # the output path that it asks for
    asked: bool  # whether front matter asks for it by name
    date: str
    title: str
    title_key: str
    summary: str
    authors: str  # names, joined by facets.SEPARATOR
    section: str | None
    updated: str | None
    text: bytes  # the Article, encoded
    text_digest: bytes
    terms: tuple[TermRow, ...]
    references: tuple[ReferenceRow, ...]
    aliases: tuple[str, ...]  # output paths
    images: tuple[str, ...]  # source paths of the pictures that front matter names


class PictureRow(Struct, frozen=True, array_like=True):
    """A picture beside an article."""

    base: str
    name: str
    path: str  # where it is published
    width: int | None
    height: int | None


class SourceRow(Struct, frozen=True, array_like=True, tag="source"):
    """One file of the content folder, read."""

    path: str
    stamp: str
    digest: str
    problems: tuple[Problem, ...] = ()
    article: ArticleRow | None = None
    picture: PictureRow | None = None
    parts: int = 1  # how many articles the file holds; each further one has a row of its own, `path#2`, right behind


class SameRow(Struct, frozen=True, array_like=True, tag="same"):
    """A source whose times changed, but not its bytes."""

    path: str
    stamp: str


_encoder = msgpack.Encoder()
_decoder = msgpack.Decoder(tuple[SourceRow | SameRow, ...])


def encode(rows: list[SourceRow | SameRow]) -> bytes:
    """Rows for the way between processes: a third of pickle's time."""
    return _encoder.encode(rows)


def decode(data: bytes) -> tuple[SourceRow | SameRow, ...]:
    """Rows as they were encoded."""
    return _decoder.decode(data)
