"""Reading sources, in workers: files → rows of the catalogue. Pure but for opening the files."""

import hashlib
import html
import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import msgspec

from sitegen import assets, markup, reader, record, urls
from sitegen.build import parting
from sitegen.build.changes import Wanted
from sitegen.catalog import rows
from sitegen.catalog.facets import SEPARATOR
from sitegen.catalog.rows import ArticleRow, PictureRow, ReferenceRow, SameRow, SourceRow, TermRow
from sitegen.config import profile
from sitegen.files.scan import PICTURES
from sitegen.memory import Memory
from sitegen.model import TERM_KINDS, Article, Problem, Profile, Record, Reference, Source, TermKind
from sitegen.pages.article import beside
from sitegen.steps import Steps, alone, in_one_go, together

_SUMMARY = 240  # characters: two lines of a list
_TITLE_WORDS = 9
_MOST = 1 << 16  # bytes that are asked for at once
LARGE = 1 << 17  # bytes of a text that is read alone
_FOR_READING = os.O_RDONLY | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_encoder = msgspec.json.Encoder()


@dataclass(frozen=True, slots=True)
class Reading:
    """What a source's row depends on besides its bytes."""

    content: str  # the content folder
    permalink: str
    timezone: str
    names: bool
    aliases: Mapping[str, str]
    drafts: bool
    language: str = "en"
    profile: Profile | None = None  # of the sources' folder

    def under(self, profile: Profile | None) -> "Reading":
        """Reading as it is under a source profile."""
        if profile is None:
            return self
        return replace(
            self,
            timezone=(profile.timezone and profile.timezone.text) or self.timezone,
            language=(profile.language and profile.language.text) or self.language,
            aliases={**self.aliases, **profile.aliases},
            profile=profile,
        )


_wanted = msgspec.msgpack.Decoder(list[Wanted])


def message(batch: list[Wanted]) -> bytes:
    """A batch for the way to a worker."""
    return msgspec.msgpack.encode(batch)


def read_batch(job: tuple[Reading, bytes]) -> bytes:
    """Read files: their rows in their order, encoded."""
    reading, batch = job
    read = together(_read(reading, wanted) for wanted in _wanted.decode(batch))
    return rows.encode([row for of_file in read for row in of_file])


def _read(reading: Reading, wanted: Wanted) -> Steps[Sequence[SourceRow | SameRow]]:
    """The row of a file; several, one after the other, where it holds several articles."""
    try:
        data = _bytes(f"{reading.content}/{wanted.path}")
    except OSError as error:
        problem = Problem(wanted.path, 0, f"can't be read ({error.strerror})", "look at the file's permissions")
        return (SourceRow(wanted.path, "", "", (problem,)),)
    digest = hashlib.sha256(data).hexdigest()
    if digest == wanted.digest:
        return (SameRow(wanted.path, wanted.stamp),)
    if wanted.path.lower().endswith(PICTURES):
        return (_picture(wanted, data, digest),)
    if profile.is_profile(wanted.path):
        return (SourceRow(wanted.path, wanted.stamp, digest, profile.parse(wanted.path, data)[1]),)
    if len(data) > LARGE:  # one at a time, for the memory
        return alone(_rows(reading, wanted, data, digest))
    yield
    return (yield from _rows(reading, wanted, data, digest))


def _rows(reading: Reading, wanted: Wanted, data: bytes, digest: str) -> Steps[Sequence[SourceRow]]:
    """The rows of a text's articles. If the first one isn't published, whose front matter is the file's, none is."""
    source = reader.decode(wanted.path, data, digest)
    if isinstance(source, Problem):
        return (SourceRow(wanted.path, wanted.stamp, digest, (source,)),)
    found = yield from to_records_in_steps(source, reading, lines=False)
    yield
    first = _article(reading, found[0], wanted.stamp)
    if first.article is None or not found[1:]:
        return [first]
    return [msgspec.structs.replace(first, parts=len(found)), *(_article(reading, one, "") for one in found[1:])]


def _bytes(path: str) -> bytes:
    """A file's bytes: for small files a file object costs as much as the reading."""
    file = os.open(path, _FOR_READING)
    try:
        data = os.read(file, _MOST)
        if len(data) < _MOST:
            return data
        with open(file, "rb", closefd=False) as rest:
            return data + rest.read()
    finally:
        os.close(file)


def _picture(wanted: Wanted, data: bytes, digest: str) -> SourceRow:
    size = assets.measure(wanted.path, data)
    if isinstance(size, Problem):
        return SourceRow(wanted.path, wanted.stamp, digest, (size,))
    base, name = wanted.path.rpartition(".")[0], wanted.path.rpartition("/")[2]
    row = PictureRow(base, name, assets.published_picture(wanted.path, digest), *size)
    return SourceRow(wanted.path, wanted.stamp, digest, picture=row)


class Read(NamedTuple):
    """An article as it was read, with its own source: a file of several makes several."""

    source: Source
    record: Record
    problems: tuple[Problem, ...]


def to_record(source: Source, reading: Reading, *, lines: bool = True) -> tuple[Record, tuple[Problem, ...]]:
    """A source's record, whatever it holds: its front matter, and for the rest its text. `lines`: will somebody look at them."""
    return alone(_record(source.path, record.split(source.path, source.text), reading, lines=lines))


def to_records_in_steps(source: Source, reading: Reading, *, split: bool = False, lines: bool = True) -> Steps[list[Read]]:
    """The records of a source's articles: one, unless its profile or `split` asks that they be parted."""
    front = record.split(source.path, source.text)
    yield
    if source.path.lower().endswith(".md"):
        return [Read(source, *(yield from _record(source.path, front, reading, lines=lines)))]
    pieces, notices = parting.pieces(source.path, front, reading.profile, split=split)
    if len(pieces) == 1 and not pieces[0].between:
        found, problems = yield from _record(source.path, pieces[0].front, reading, lines=lines)
        return [Read(source, found, problems + notices)]
    return [alone(_part(source, piece, reading, lines=lines)) for piece in pieces]


to_records = in_one_go(to_records_in_steps)


def _part(source: Source, piece: parting.Piece, reading: Reading, *, lines: bool) -> Steps[Read]:
    found, problems = yield from _record(piece.path, piece.front, reading, lines=lines)
    if piece.between:
        found = msgspec.structs.replace(found, lines=tuple(sorted((*piece.between, *found.lines), key=lambda line: line.n)))
    text = piece.front.own + piece.front.text
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() if parting.is_part(piece.path) else source.digest
    return Read(Source(piece.path, text, digest, source.encoding), found, problems)


def _record(path: str, front: record.Front, reading: Reading, *, lines: bool) -> Steps[tuple[Record, tuple[Problem, ...]]]:
    raw = not path.lower().endswith(".md")
    read = partial(
        reader.read_in_steps if raw else partial(reader.read_markdown_in_steps, lines_wanted=lines),
        path,
        first_line=front.first_line,
        given=front.record,
        given_fields=front.fields,
        names=reading.names,
        aliases=reading.aliases,
        timezone=reading.timezone,
        language=reading.language,
    )
    problems = front.problems
    if reading.profile is None:
        found = yield from read(front.text)
    else:
        from sitegen.reader import profiled  # noqa: PLC0415 - the rules' modules, which a site of Markdown needn't load

        found, bare = yield from profiled.read(
            reading.profile, read, front.text, first_line=front.first_line, given=front.fields, raw=raw
        )
        problems += (Problem(path, 0, *_BARE, "notice"),) if bare else ()
    if not raw and front.text.count("](") >= _MANY_LINKS:
        from sitegen.reader import marked  # noqa: PLC0415 - hardly any Markdown has so many

        problems += (Problem(path, 0, *_SAVED, "notice"),) if marked.is_saved_page(front.text) else ()
    merged = record.merge(front, found, lines=lines)
    if lines:
        from sitegen.reader import evidence  # noqa: PLC0415 - for those alone who look at lines

        merged = msgspec.structs.replace(merged, evidence=evidence.of(merged, front.fields, front.text, front.first_line))
    return (_one_spelling(merged, reading.aliases) if reading.aliases else merged), problems


_BARE = (
    "loses more than half of its words to the furniture of its reader.yaml",
    "`explain` shows which; make its forms narrower",
)
_MANY_LINKS = 12
_SAVED = (
    "seems to be a whole page that a program saved, with its menus in the story",
    "name it .txt, and what isn't the story is left out; or leave it so",
)


def _one_spelling(merged: Record, aliases: Mapping[str, str]) -> Record:
    """A record whose terms have the names that the settings give them."""

    def renamed(names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(aliases.get(name.casefold(), name) for name in names))

    return msgspec.structs.replace(
        merged,
        authors=renamed(merged.authors),
        tags=renamed(merged.tags),
        people=renamed(merged.people),
        places=renamed(merged.places),
        organizations=renamed(merged.organizations),
        section=renamed((merged.section,))[0] if merged.section else None,
    )


def _article(reading: Reading, read: Read, stamp: str) -> SourceRow:
    source, found, problems = read
    path = source.path
    wish = _wish(reading.permalink, path, found)
    asked = found.slug is not None
    reserved = urls.is_reserved(wish)
    if reserved and asked:
        what = f"asks for the address /{urls.address(wish)}, which belongs to a list or a file of the site"
        problems = (*problems, Problem(path, 0, what, "give it another `slug`"))
    problems += tuple(_bad_alias(path, alias) for alias in found.aliases if urls.is_reserved(urls.alias_path(alias)))
    if any(problem.severity == "problem" for problem in problems) or (found.draft and not reading.drafts):
        return SourceRow(path, stamp, source.digest, problems)
    row = _row(path, source, found, urls.told_apart(wish, path) if reserved else wish)
    return SourceRow(path, stamp, source.digest, problems, row)


def _wish(pattern: str, path: str, found: Record) -> str:
    name = found.slug or urls.article_slug(found.title, path)
    return urls.article_path(pattern, found.date, name)


def _bad_alias(path: str, alias: str) -> Problem:
    return Problem(
        path, 0, f"has the alias /{alias}, which belongs to a list or a file of the site", "take it out of `aliases`"
    )


def _row(path: str, source: Source, found: Record, wish: str) -> ArticleRow:
    parts = markup.body(found)
    title = markup.printable(found.title or _first_words(parts, path))
    article = Article(
        record=msgspec.structs.replace(found, blocks=(), lines=(), markdown=None),
        digest=source.digest,
        parts=parts,
        summary=markup.printable(found.summary or found.dek or _opening(parts)),
        words=sum(part.count(" ") + part.count("\n") for part in parts if isinstance(part, str)),
    )
    placed = {part for part in parts if isinstance(part, int)}  # references that stand in the text
    text = _encoder.encode(article)
    key = reader.title_key(title) if found.title else ""
    return ArticleRow(
        base=path if parting.is_part(path) else path.rpartition(".")[0],
        wish=wish,
        asked=found.slug is not None,
        date=found.date or "",
        title=title,
        title_key=key,
        summary=article.summary,
        authors=SEPARATOR.join(found.authors),
        section=found.section,
        updated=found.updated,
        text=text,
        text_digest=hashlib.sha256(text).digest()[:16],
        terms=tuple(chain.from_iterable([map(known.__getitem__, _names(found, kind)) for kind, known in _TERMS])),
        references=tuple(_reference(one, by_hand=n not in placed) for n, one in enumerate(found.references)),
        aliases=tuple(map(urls.alias_path, found.aliases)),
        images=tuple(beside(path, image.file) for image in found.images),
    )


def _names(found: Record, kind: TermKind) -> tuple[str, ...]:
    if kind == "sections":
        return (found.section,) if found.section else ()
    names: tuple[str, ...] = getattr(found, kind)
    return names


def _term(kind: TermKind, name: str) -> TermRow:
    slug = urls.term_slug(name)
    return TermRow(urls.term_id(kind, slug), kind, slug, name, urls.filed(kind, slug, name))


_TERMS = tuple((kind, Memory[str, TermRow](partial(_term, kind), 16_384)) for kind in TERM_KINDS)


def _reference(one: Reference, *, by_hand: bool) -> ReferenceRow:
    """A reference's row. An address that a person gave is where it leads; one that the text has, only where the archive has nothing."""
    key = "" if one.url is not None and by_hand else reader.title_key(one.text)
    return ReferenceRow(key, one.text, outside=one.url is not None)


_TAG = re.compile(r"<[^>]*>")


def _opening(parts: tuple[str | int, ...]) -> str:
    """The story's first sentences as plain text, cut between words."""
    text = next((part for part in parts if isinstance(part, str)), "")
    start = text.find("<p>")
    paragraph = text[start : text.find("</p>", start)] if start >= 0 else text
    plain = " ".join(html.unescape(_TAG.sub("", paragraph[:2000])).split())
    return plain if len(plain) <= _SUMMARY else plain[: plain.rfind(" ", 0, _SUMMARY)].rstrip(",;:–— ") + " …"


def _first_words(parts: tuple[str | int, ...], path: str) -> str:
    """What stands in for a missing headline."""
    words = _opening(parts).split()
    if not words:
        return Path(path).stem
    return " ".join(words[:_TITLE_WORDS]) + (" …" if len(words) > _TITLE_WORDS else "")
