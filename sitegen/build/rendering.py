"""Rendering pages, in workers: planned pages → files in the staging folder, those alone whose key isn't the published one."""

import hashlib
import os
import pickle
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import msgspec
from msgspec import structs

from sitegen import metadata, pages, theme
from sitegen.catalog import published, queries
from sitegen.catalog.published import Made
from sitegen.catalog.schema import connect_to_read
from sitegen.errors import SitegenError
from sitegen.files import output
from sitegen.files.output import Stage
from sitegen.memory import Memory
from sitegen.model import Problem, Site
from sitegen.steps import Steps, together
from sitegen.theme import Theme
from sitegen.views import ArticleView, ListView, Page, Teaser

_PART = 8  # bytes of a key for each of: toolchain, settings, template closure; twice that for the view
_TEASERS = 65_536  # digests: 10 MB
_encoder = msgspec.json.Encoder(order="deterministic")
# What an article's page holds most of, which its fingerprint stands for.
_IN_FINGERPRINT: dict[str, tuple[()]] = dict.fromkeys(("parts", "authors", "tags", "people", "places", "organizations"), ())
_CAUSES = ("sitegen itself", "the settings", "its template", "what it shows")


@dataclass(frozen=True, slots=True)
class Rendering:
    """What a page depends on besides its view, and where things stand."""

    catalog: str
    staging: str
    toolchain: bytes
    site: Site
    theme: Theme


@dataclass(frozen=True, slots=True)
class Rendered:
    """A batch of pages, rendered where they had to be."""

    made: tuple[Made, ...]
    rendered: int
    problems: tuple[Problem, ...] = ()


# Batches travel as MessagePack, for a third of what pickling them takes on both sides.
_messages = msgspec.msgpack.Encoder()
_batches = msgspec.msgpack.Decoder(list[pages.Planned])
_results = msgspec.msgpack.Decoder(Rendered)


def message(batch: list[pages.Planned]) -> bytes:
    """A batch for the way to a worker."""
    return _messages.encode(batch)


def result_of(rendered: bytes) -> Rendered:
    """What a worker made of a batch."""
    return _results.decode(rendered)


def render_batch(job: tuple[bytes, bytes]) -> bytes:
    """Render a batch. `job` is a pickled `Rendering`, so that a worker unpacks it once, and the pages."""
    packed, batch = job
    press = _press(packed, os.getpid())
    with press.reading():
        done = [one for one in together(_made(press, planned) for planned in _batches.decode(batch)) if one is not None]
    problems = dict.fromkeys(one for one in done if isinstance(one, Problem))
    made = [one for one in done if not isinstance(one, Problem)]
    return _messages.encode(Rendered(tuple(one for one, _ in made), sum(new for _, new in made), tuple(problems)))


def _made(press: "Press", planned: pages.Planned) -> Steps[tuple[Made, bool] | Problem | None]:
    """What `Press.make` gives; a problem where it can't."""
    try:
        return (yield from press.make(planned))
    except SitegenError as error:
        return Problem(error.path or planned.path, error.line, error.what, error.hint)


@lru_cache(maxsize=1)
def unpack(packed: bytes) -> Rendering:
    """The `Rendering`, its templates compiled. Called before workers are forked, it serves them all."""
    rendering: Rendering = pickle.loads(packed)  # noqa: S301 - packed by ourselves
    return rendering


@lru_cache(maxsize=1)
def _press(packed: bytes, _process: int) -> "Press":
    """The process's own connection and staging: neither may be shared with a process that it was forked from."""
    rendering = unpack(packed)
    return Press(rendering, connect_to_read(Path(rendering.catalog)))


def end(packed: bytes) -> None:
    """The build is over: the next one of this process gets a connection and a staging folder of its own."""
    if _press.cache_info().currsize:
        _press(packed, os.getpid()).close()
        _press.cache_clear()


class Press:
    """Renders pages of one archive."""

    def __init__(self, rendering: Rendering, db: sqlite3.Connection) -> None:
        self._rendering = rendering
        self._archive = pages.Archive(
            db, rendering.site, has_references=queries.has_any(db, "reference"), has_pictures=queries.has_any(db, "picture")
        )
        self._is_first = published.is_empty(db)
        self._stage = Stage(Path(rendering.staging))
        self._teasers = Memory(_digest_of, _TEASERS)
        self._settings = _digest(_encoder.encode(rendering.site), _PART)

    def close(self) -> None:
        """Let go of the catalogue."""
        self._archive.db.close()

    @contextmanager
    def reading(self) -> Iterator[None]:
        """One transaction for many questions: else each one locks and unlocks the catalogue's file."""
        db = self._archive.db
        db.execute("BEGIN")
        try:
            yield
        finally:
            db.execute("COMMIT")

    def make(self, planned: pages.Planned) -> Steps[tuple[Made, bool] | None]:
        """A page, and whether it had to be rendered; None for one whose subject is gone."""
        page = pages.make(self._archive, planned)
        if page is None:
            return None
        yield
        key = self.key(page)
        old_key, old_digest = (b"", b"") if self._is_first else published.known(self._archive.db, page.path)
        if key == old_key:
            return Made(page.path, planned.facet, key, old_digest, "", written=False), False
        yield
        data = self._render(page).encode("utf-8", "replace")
        yield
        digest = output.digest(data)
        if digest != old_digest:
            self._stage.write(page.path, data)
        return Made(page.path, planned.facet, key, digest, causes(old_key, key), digest != old_digest), True

    def key(self, page: Page) -> bytes:
        """What the page is made from, as a digest in four parts."""
        form = page.template in metadata.FORMS
        closure = b"\0" * _PART if form else bytes.fromhex(theme.closure(self._rendering.theme, page.template))[:_PART]
        return self._rendering.toolchain[:_PART] + self._settings + closure + _digest(self._content(page), 2 * _PART)

    def _content(self, page: Page) -> bytes:
        """All that a page holds; of a list's teasers their digests, since each stands in ten lists."""
        view = page.view
        if isinstance(view, ArticleView):
            return _encoder.encode(structs.replace(page, view=structs.replace(view, **_IN_FINGERPRINT)))
        if not isinstance(view, ListView):
            return _encoder.encode(page)
        plain = structs.replace(page, view=structs.replace(view, teasers=()))
        return b"".join([_encoder.encode(plain), *map(self._teasers.__getitem__, view.teasers)])

    def _render(self, page: Page) -> str:
        form = metadata.FORMS.get(page.template)
        return form(page, self._rendering.site) if form else theme.render(self._rendering.theme, page)


def causes(old: bytes, new: bytes) -> str:
    """Why a page was made again, in words, from its keys."""
    if not old:
        return "it is new"
    bounds = ((0, _PART), (_PART, 2 * _PART), (2 * _PART, 3 * _PART), (3 * _PART, 5 * _PART))
    changed = [cause for cause, (low, high) in zip(_CAUSES, bounds, strict=True) if old[low:high] != new[low:high]]
    return " and ".join(changed) + " changed" if changed else "nothing changed"


def _digest_of(teaser: Teaser) -> bytes:
    return _digest(_encoder.encode(teaser), 2 * _PART)


def _digest(data: bytes, size: int) -> bytes:
    return hashlib.sha256(data).digest()[:size]
