"""The Jinja environment: strict, escaping, and closed to everything but the names that a page has."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path

import jinja2
import jinja2.bccache
from jinja2.utils import missing

from sitegen.errors import TemplateError
from sitegen.model import Site
from sitegen.theme import compiling, filters, flattening, printed
from sitegen.theme.compiling import NAMES, Environment, Kind
from sitegen.theme.faults import unknown
from sitegen.theme.filters import FILTERS
from sitegen.theme.printed import each, each_anew
from sitegen.theme.sources import Templates


class _Unknown(jinja2.StrictUndefined):
    """A name or field that isn't there: using it is an error that names the likely one."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        name, owner = str(self._undefined_name), self._undefined_obj
        if self._undefined_hint:
            return self._undefined_hint
        if owner is missing:
            return unknown(f"there is no name '{name}'", name, NAMES)
        if owner is None:
            return f"'{name}' is asked of something that is empty on this page; put {{% if … %}} around it"
        known = getattr(type(owner), "__struct_fields__", owner if isinstance(owner, dict) else ())
        return unknown(f"{type(owner).__name__} has no '{name}'", name, known)


class _Cache(jinja2.FileSystemBytecodeCache):
    """Compiled templates on disk. What can't be read is as good as not there."""

    around = ""  # a digest of what else went into them

    def get_source_checksum(self, source: str) -> str:
        """A digest of what a template was compiled from."""
        return super().get_source_checksum(self.around + source)

    def load_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        try:
            super().load_bytecode(bucket)
        except Exception:  # noqa: BLE001  (a damaged pickle or code object may raise anything)
            bucket.reset()

    def dump_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        with suppress(OSError):
            super().dump_bytecode(bucket)


def _loader(templates: Templates) -> Callable[[str], tuple[str, str, None] | None]:
    def source(name: str) -> tuple[str, str, None] | None:
        template = templates.get(name)
        if template is None:
            return None
        if template.text is None:
            raise TemplateError("isn't UTF-8 text", path=template.path, hint="save it as UTF-8")
        return template.text, template.path, None

    return source


def _join(general: Callable[..., object]) -> Callable[..., object]:  # type: ignore[explicit-any] # Jinja's own looseness
    """Jinja's `join`, quicker for what lists of names need."""

    @jinja2.pass_eval_context
    def join(
        context: jinja2.nodes.EvalContext, value: Iterable[object], separator: str = "", attribute: str | None = None
    ) -> object:
        if attribute is None and type(value) is tuple and all(type(item) is str for item in value):
            return separator.join(value)
        return general(context, value, separator, attribute)

    return join


def _asset(assets: Mapping[str, str]) -> Callable[[str], str]:
    def asset(name: str) -> str:
        if name not in assets:
            raise jinja2.UndefinedError(unknown(f"there is no static file '{name}'", name, assets))
        return assets[name]

    return asset


def _bytecode(cache: Path | None, kind: Kind, around: str) -> _Cache | None:
    """The compiled templates of this very version: constants are folded in, filters applied."""
    if cache is None:
        return None
    with suppress(OSError):
        cache.mkdir(parents=True, exist_ok=True)
    sources = b"".join(
        Path(module).read_bytes()
        for module in (__file__, compiling.__file__, flattening.__file__, filters.__file__, printed.__file__)
    )
    version = hashlib.sha256(jinja2.__version__.encode() + sources).hexdigest()
    compiled = _Cache(str(cache), f"{version[:12]}-{kind}-%s.cache")
    compiled.around = around
    return compiled


def environment_of(
    templates: Templates, site: Site, assets: Mapping[str, str], cache: Path | None, kind: Kind = "plain"
) -> Environment:
    """An environment that knows these templates and static files, and nothing of the file system."""
    around = "" if kind == "careful" else repr((site, sorted(assets.items()), _texts(templates) if kind == "whole" else ()))
    environment = Environment(
        autoescape=True,
        undefined=_Unknown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        loader=jinja2.FunctionLoader(_loader(templates)),
        cache_size=-1,
        auto_reload=False,
        bytecode_cache=_bytecode(cache, kind, around),
    )
    environment.kind, environment.site, environment.assets = kind, site, assets
    environment.globals.clear()
    environment.globals |= {"site": site, "asset": _asset(assets), "range": range}
    del environment.filters["random"]  # same input, same bytes
    environment.filters |= FILTERS
    environment.filters["each"] = each_anew if kind == "careful" else each
    environment.filters["join"] = _join(environment.filters["join"])
    return environment


def _texts(templates: Templates) -> list[tuple[str, str | None]]:
    return sorted((name, template.text) for name, template in templates.items())
