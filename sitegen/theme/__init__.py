"""The theme: templates read once, what each depends on, and pages rendered from them.

A template sees `site`, `page`, `view` (the page's own), `root` (`page.root`) and `asset(name)`, and nothing else, so that what
a page is made from can be named: its view, the site's settings, and its template's closure.
"""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache as once
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen.errors import TemplateError
from sitegen.model import Site
from sitegen.theme.filters import FILTERS
from sitegen.theme.needs import Needs, digest_of, read_needs, write_needs
from sitegen.theme.sources import Templates, read_all
from sitegen.views import Page

if TYPE_CHECKING:
    from sitegen.theme.engine import Engine

__all__ = ["FILTERS", "Theme", "closure", "load", "prepare", "render"]


@dataclass(frozen=True, slots=True, eq=False)
class Theme:
    """Templates as they stood when they were read, ready to render. It can be pickled: the other side compiles again."""

    templates: Templates
    site: Site
    assets: Mapping[str, str]
    cache: Path | None
    engine: Callable[[], "Engine"]  # made at first use
    needs: Callable[[], dict[str, Needs]]  # by the digest of a template's text; read at first use
    closures: dict[str, str] = field(default_factory=dict)  # what `closure` has worked out

    def __reduce__(self) -> tuple[object, ...]:
        """Compiled templates stay behind."""
        return _assemble, (self.templates, self.site, self.assets, self.cache)


def load(folders: Sequence[Path], site: Site, assets: Mapping[str, str], cache: Path | None) -> Theme:
    """The theme of these template folders, the site's own first, the project's last.

    `assets` maps the names of static files to their published paths. `cache` is a folder for compiled templates.
    """
    return _assemble(read_all(folders), site, assets, cache)


def closure(theme: Theme, template: str) -> str:
    """A digest of all that a template can bring into a page: the templates that it reaches, and paths of static files."""
    if template not in theme.closures:
        theme.closures[template] = _digest(theme, *_reach(theme, template))
    return theme.closures[template]


def prepare(theme: Theme, templates: Iterable[str]) -> None:
    """Compile templates and all that they reach: processes that are forked later needn't. What is wrong with one, `render` says."""
    for template in templates:
        with suppress(TemplateError):
            closure(theme, template)
            for name in sorted(_reach(theme, template)[0]):
                theme.engine().compile(name)


def render(theme: Theme, page: Page) -> str:
    """A page's HTML. Raises `TemplateError` with file and line."""
    return theme.engine().render(page)


def _assemble(templates: Templates, site: Site, assets: Mapping[str, str], cache: Path | None) -> Theme:
    def engine() -> "Engine":
        from sitegen.theme.engine import engine_of  # noqa: PLC0415  (Jinja takes 60 ms, and a build may not need it)

        return engine_of(templates, site, assets, cache)

    return Theme(templates, site, assets, cache, once(engine), once(lambda: read_needs(cache)))


def _reach(theme: Theme, template: str) -> tuple[set[str], set[str]]:
    """The templates and static files that a template can bring in, itself and those that don't exist included."""
    names, assets, queue = set[str](), set[str](), [template]
    while queue:
        name = queue.pop()
        if name in names:
            continue
        names.add(name)
        if name in theme.templates or name == template:
            needs = _needs(theme, name)
            queue += theme.templates if needs.templates is None else needs.templates
            assets |= theme.assets.keys() if needs.assets is None else needs.assets
    return names, assets


def _needs(theme: Theme, name: str) -> Needs:
    text = theme.templates[name].text if name in theme.templates else None
    if text is None:
        return theme.engine().needs(name)  # which says what is wrong
    known, digest = theme.needs(), digest_of(text)
    if digest not in known:
        known[digest] = theme.engine().needs(name)
        current = {digest_of(template.text) for template in theme.templates.values() if template.text is not None}
        write_needs(theme.cache, {digest: known[digest] for digest in sorted(current & known.keys())})
    return known[digest]


def _digest(theme: Theme, names: set[str], assets: set[str]) -> str:
    texts = [(name, theme.templates[name].text if name in theme.templates else None) for name in sorted(names)]
    paths = [(name, theme.assets.get(name)) for name in sorted(assets)]
    return hashlib.sha256(repr((texts, paths)).encode()).hexdigest()
