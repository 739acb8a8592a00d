"""Reading sources, in workers: files → rows of the catalogue. Pure but for opening the files."""

import hashlib
import html
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path

import msgspec

from sitegen import assets, markup, reader, record, urls
from sitegen.build.changes import Wanted
from sitegen.catalog import rows
from sitegen.catalog.facets import SEPARATOR
from sitegen.catalog.rows import ArticleRow, PictureRow, ReferenceRow, SameRow, SourceRow, TermRow
from sitegen.files.scan import PICTURES
from sitegen.model import TERM_KINDS, Article, Problem, Record, Source, TermKind
from sitegen.pages.article import beside

_SUMMARY = 240  # characters: two lines of a list
_TITLE_WORDS = 9
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


def read_batch(job: tuple[Reading, list[Wanted]]) -> bytes:
    """Read files: their rows in their order, encoded."""
    reading, batch = job
    return rows.encode([_read(reading, wanted) for wanted in batch])


def _read(reading: Reading, wanted: Wanted) -> SourceRow | SameRow:
    try:
        with open(f"{reading.content}/{wanted.path}", "rb", buffering=0) as file:  # noqa: PTH123 - 100,000 times; Path costs as much as the read
            data = file.read()
    except OSError as error:
        problem = Problem(wanted.path, 0, f"can't be read ({error.strerror})", "look at the file's permissions")
        return SourceRow(wanted.path, "", "", (problem,))
    digest = hashlib.sha256(data).hexdigest()
    if digest == wanted.digest:
        return SameRow(wanted.path, wanted.stamp)
    if wanted.path.lower().endswith(PICTURES):
        return _picture(wanted, data, digest)
    source = reader.decode(wanted.path, data)
    if isinstance(source, Problem):
        return SourceRow(wanted.path, wanted.stamp, digest, (source,))
    return _article(reading, wanted, source)


def _picture(wanted: Wanted, data: bytes, digest: str) -> SourceRow:
    size = assets.measure(wanted.path, data)
    if isinstance(size, Problem):
        return SourceRow(wanted.path, wanted.stamp, digest, (size,))
    base, name = wanted.path.rpartition(".")[0], wanted.path.rpartition("/")[2]
    row = PictureRow(base, name, assets.published_picture(wanted.path, digest), *size)
    return SourceRow(wanted.path, wanted.stamp, digest, picture=row)


def to_record(source: Source, reading: Reading, *, lines: bool = True) -> tuple[Record, tuple[Problem, ...]]:
    """A source's record: its front matter, and for the rest its text. `lines` says whether somebody will look at its lines."""
    front = record.split(source.path, source.text)
    markdown = source.path.lower().endswith(".md")
    read = partial(reader.read_markdown, lines_wanted=lines) if markdown else partial(reader.read, language=reading.language)
    found = read(
        source.path,
        front.text,
        first_line=front.first_line,
        given=front.record,
        given_fields=front.fields,
        names=reading.names,
        aliases=reading.aliases,
        timezone=reading.timezone,
    )
    merged = record.merge(front, found, lines=lines)
    return (_one_spelling(merged, reading.aliases) if reading.aliases else merged), front.problems


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


def _article(reading: Reading, wanted: Wanted, source: Source) -> SourceRow:
    found, problems = to_record(source, reading, lines=False)
    path = wanted.path
    wish = _wish(reading.permalink, path, found)
    asked = found.slug is not None
    reserved = urls.is_reserved(wish)
    if reserved and asked:
        what = f"asks for the address /{urls.address(wish)}, which belongs to a list or a file of the site"
        problems = (*problems, Problem(path, 0, what, "give it another `slug`"))
    problems += tuple(_bad_alias(path, alias) for alias in found.aliases if urls.is_reserved(urls.alias_path(alias)))
    if any(problem.severity == "problem" for problem in problems) or (found.draft and not reading.drafts):
        return SourceRow(path, wanted.stamp, source.digest, problems)
    row = _row(path, source, found, urls.told_apart(wish, path) if reserved else wish)
    return SourceRow(path, wanted.stamp, source.digest, problems, row)


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
    text = _encoder.encode(article)
    key = reader.title_key(title) if found.title else ""
    return ArticleRow(
        base=path.rpartition(".")[0],
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
        terms=tuple(_term(kind, name) for kind in TERM_KINDS for name in _names(found, kind)),
        references=tuple(_reference(one.text, outside=one.url is not None) for one in found.references),
        aliases=tuple(map(urls.alias_path, found.aliases)),
        images=tuple(beside(path, image.file) for image in found.images),
    )


def _names(found: Record, kind: TermKind) -> tuple[str, ...]:
    if kind == "sections":
        return (found.section,) if found.section else ()
    names: tuple[str, ...] = getattr(found, kind)
    return names


@lru_cache(maxsize=32768)
def _term(kind: TermKind, name: str) -> TermRow:
    slug = urls.term_slug(name)
    return TermRow(urls.term_id(kind, slug), kind, slug, name, urls.filed(kind, slug))


def _reference(text: str, *, outside: bool) -> ReferenceRow:
    key = "" if outside else reader.title_key(text)
    return ReferenceRow(key, text)


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
