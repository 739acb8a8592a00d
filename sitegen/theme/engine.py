"""Jinja at work: rendering a page, and finding what a template names."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import jinja2
import jinja2.meta
from jinja2 import nodes

from sitegen.model import Site
from sitegen.theme.compiling import Environment
from sitegen.theme.environment import environment_of
from sitegen.theme.faults import explained
from sitegen.theme.needs import Names, Needs
from sitegen.theme.sources import Templates
from sitegen.views import Page


@dataclass(frozen=True, slots=True)
class Engine:
    """Compiled templates."""

    templates: Templates
    environment: Environment
    whole: Environment
    make_careful: Callable[[], Environment]
    careful: list[Environment] = field(default_factory=list)  # made when it is first needed
    ready: dict[tuple[bool, str], jinja2.Template] = field(default_factory=dict)  # asking the environment costs more

    def render(self, page: Page) -> str:
        """A page's HTML."""
        try:
            whole = not page.root.strip("./")  # a whole one doesn't escape `root`
            template = self.ready.get((whole, page.template))
            if template is None:
                template = (self.whole if whole else self.environment).get_template(page.template)
                self.ready[whole, page.template] = template
            return self._render(template, page)
        except Exception as error:
            raise explained(self.templates, error, page.template) from error

    def _render(self, template: jinja2.Template, page: Page) -> str:
        """What `Template.render` does, without building its names anew for each page; in trouble a careful environment is asked."""
        names = {**self.environment.globals, "page": page, "view": page.view, "root": page.root}
        context = self.environment.context_class(self.environment, names, template.name, template.blocks)
        try:
            return "".join(template.root_render_func(context))
        except Exception:  # noqa: BLE001 - whatever it was, it comes again
            if not self.careful:
                self.careful.append(self.make_careful())
            return self.careful[0].get_template(page.template).render(page=page, view=page.view, root=page.root)

    def compile(self, name: str) -> None:
        """Have a template ready in the form in which nearly all pages need it."""
        with suppress(Exception):  # whatever it is, it comes again when the template is to be rendered
            self.whole.get_template(name)

    def needs(self, name: str) -> Needs:
        """What a template names."""
        try:
            return _needs(self.environment, name)
        except jinja2.TemplateError as error:
            raise explained(self.templates, error, name) from error


def engine_of(templates: Templates, site: Site, assets: Mapping[str, str], cache: Path | None) -> Engine:
    """An engine for these templates."""
    make = partial(environment_of, templates, site, assets, cache)
    plain, whole = make("plain"), make("whole")
    whole.plain = plain
    return Engine(templates, plain, whole, partial(make, "careful"))


def _needs(environment: jinja2.Environment, name: str) -> Needs:
    if environment.loader is None:
        raise jinja2.TemplateNotFound(name)
    source, path, _ = environment.loader.get_source(environment, name)
    tree = environment.parse(source, name, path)
    references = frozenset(jinja2.meta.find_referenced_templates(tree))
    known = frozenset(reference for reference in references if reference is not None)
    return Needs(known if known == references else None, _assets_named(tree))


def _assets_named(tree: nodes.Template) -> Names:
    """The static files that a template asks for by name; None where a name is worked out or `asset` is handed on."""
    mentions = sum(name.name == "asset" for name in tree.find_all(nodes.Name))
    calls = [call for call in tree.find_all(nodes.Call) if isinstance(call.node, nodes.Name) and call.node.name == "asset"]
    names = [call.args[0].value for call in calls if call.args and isinstance(call.args[0], nodes.Const)]
    return frozenset(map(str, names)) if len(names) == mentions else None
