"""Search bundles: made for periods whose documents aren't those that the published bundle was made from."""

import hashlib
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sitegen import search, urls
from sitegen.catalog import published, queries
from sitegen.catalog.published import Made
from sitegen.catalog.queries import Stored
from sitegen.files import output
from sitegen.files.output import Stage
from sitegen.markup import escape
from sitegen.pages import Archive
from sitegen.pages.article import decode
from sitegen.pages.searching import BUNDLE_LIMIT, periods

_ENTRY = "pagefind-entry.json"  # every bundle and the engine have one


class _Place(NamedTuple):
    """Where a bundle stands, and what it is made from."""

    facet: str
    folder: str
    key: bytes


def bundle(archive: Archive, period: str, version: str, stage: Stage) -> list[Made]:
    """The files of a period's bundles."""
    made: list[Made] = []
    language = archive.site.language
    for name in periods(archive, period):
        documents = list(_documents(archive, name))
        key = _key(version, language, *(part for document in documents for part in document))
        place = _Place(f"search/{period}", f"search/{name}/", key)
        made += _unchanged(archive, place) or _publish(archive, place, search.bundle(documents, language), stage)
    return made


def every_period(archive: Archive) -> list[str]:
    """The years that have articles, and the undated ones."""
    return list(dict.fromkeys(name.partition("-")[0] for name in periods(archive)))


def engine(archive: Archive, version: str, stage: Stage) -> list[Made]:
    """What all bundles are searched with."""
    place = _Place("search/engine", search.ENGINE, _key(version, archive.site.language))
    return _unchanged(archive, place) or _publish(archive, place, search.engine(archive.site.language), stage)


def _key(*parts: str) -> bytes:
    return hashlib.blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=40).digest()


def _unchanged(archive: Archive, place: _Place) -> list[Made]:
    """The published files of a folder, if they were made from the same."""
    if published.known(archive.db, place.folder + _ENTRY)[0] != place.key:
        return []
    paths = sorted(path for path in published.of_facet(archive.db, place.facet) if path.startswith(place.folder))
    return [Made(path, place.facet, place.key, published.known(archive.db, path)[1], "", written=False) for path in paths]


def _publish(archive: Archive, place: _Place, files: Iterable[tuple[str, bytes]], stage: Stage) -> list[Made]:
    made = []
    for name, data in files:
        path = place.folder + name
        digest = output.digest(data)
        written = published.known(archive.db, path)[1] != digest
        if written:
            stage.write(path, data)
        made.append(Made(path, place.facet, place.key, digest, "its articles changed", written))
    return made


def _documents(archive: Archive, name: str) -> Iterator[tuple[str, str]]:
    """What is indexed of a bundle's articles: each one's address with its document."""
    period, _, number = name.partition("-")
    start = (int(number or 1) - 1) * BUNDLE_LIMIT
    for article in queries.span_ids(archive.db, "" if period == "undated" else period, start, BUNDLE_LIMIT):
        stored = queries.article(archive.db, article)
        if stored:
            yield urls.href(stored.path), _document(stored)


def _document(stored: Stored) -> str:
    article = decode(stored.text)
    record = article.record
    words = [part if isinstance(part, str) else f"<p>{escape(record.references[part].text)}</p>" for part in article.parts]
    return search.document(
        title=stored.title,
        body="".join(words),
        date=record.date,
        dek=record.dek,
        authors=record.authors,
        section=record.section,
        captions=[caption.text for caption in record.captions],
    )
