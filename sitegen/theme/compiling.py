"""Templates compiled: Jinja's own code, but for what a page pays for most often."""

from collections.abc import Iterable, Mapping, MutableMapping
from typing import Literal

import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import _escape_inner  # type: ignore[attr-defined]  # gives a plain string, and no `Markup` that is joined at once

from sitegen.model import Site
from sitegen.theme.flattening import flattened, folded, stored_names
from sitegen.theme.printed import printed

Kind = Literal["whole", "plain", "careful"]
NAMES = ("page", "view", "root", "site", "asset", "range")


class _Generator(CodeGenerator):
    """Writes `{{ … }}` and `view.title` as one would by hand. `Markup` that is joined at once took a quarter of an article's time."""

    _own: frozenset[str] = frozenset()  # the page's names that this template, one that makes whole pages, leaves as they are
    _bare: frozenset[int] = frozenset()  # the `|safe` that is being written

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 - Jinja's own name
        """Notes first which names mean what they always mean."""
        if isinstance(self.environment, Environment) and self.environment.kind == "whole":
            self._own = frozenset(NAMES) - stored_names(node)
        super().visit_Template(node, frame)

    def write_commons(self) -> None:
        """With the quick escape among the names at hand."""
        super().write_commons()
        self.writeline("escape_text = environment.escape_text")

    def _output_child_pre(  # type: ignore[explicit-any]  # Jinja's own signature
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_pre(node, frame, finalize)
        elif self._is_root(node):
            self.write("(")
        elif _is_safe(node):
            self._bare = frozenset({id(node)})
            self.write("(text if type(text := ")
        else:
            self.write("(escape_text(text) if type(text := ")

    def _output_child_post(  # type: ignore[explicit-any]  # likewise
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_post(node, frame, finalize)
        elif self._is_root(node):
            self.write(")")
        elif _is_safe(node):
            self.write(") is str else Markup(text))")
        else:
            self.write(") is str else text if type(text) is Markup else escape(text))")

    def _is_root(self, node: nodes.Expr) -> bool:
        """Whether it is `{{ root }}`, which holds nothing to escape: see `Engine`."""
        return isinstance(node, nodes.Name) and node.name == "root" and "root" in self._own

    def visit_Filter(self, node: nodes.Filter, frame: Frame) -> None:  # noqa: N802 - likewise
        """What is safe and written at once needs no `Markup` around it."""
        if id(node) in self._bare and node.node:
            self.visit(node.node, frame)
        else:
            super().visit_Filter(node, frame)

    def visit_Macro(self, node: nodes.Macro, frame: Frame) -> None:  # noqa: N802 - likewise
        """With a note of what it only prints, for `each`."""
        super().visit_Macro(node, frame)
        if names := printed(node):
            self.writeline(f"{frame.symbols.ref(node.name)}.printed = {names!r}")

    def visit_Name(self, node: nodes.Name, frame: Frame) -> None:  # noqa: N802 - likewise
        """A page has all its names: nobody need ask whether one is missing."""
        if node.ctx == "load" and node.name in self._own:
            self.write(frame.symbols.ref(node.name))
        else:
            super().visit_Name(node, frame)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - likewise
        """Asks for a field as Python does, a seventh quicker for the page. What isn't there, a careful environment tells of."""
        if not isinstance(self.environment, Environment) or self.environment.kind == "careful" or _is_in_extra(node):
            super().visit_Getattr(node, frame)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def blockvisit(self, nodes: Iterable[nodes.Node], frame: Frame) -> None:
        """Collects what a block writes and gives it out at once: chunks no longer climb through every template above."""
        if frame.buffer is not None:
            super().blockvisit(nodes, frame)
            return
        self.buffer(frame)
        buffer = frame.buffer
        super().blockvisit(nodes, frame)
        self.writeline(f"yield concat({buffer})")
        frame.buffer = None


def _is_safe(node: nodes.Expr) -> bool:
    """Whether it is `{{ …|safe }}`."""
    return isinstance(node, nodes.Filter) and node.name == "safe" and not node.args and not node.kwargs


def _is_in_extra(node: nodes.Getattr) -> bool:
    """Whether it is asked of a dictionary: of keys that aren't ours."""
    inner = node.node
    while isinstance(inner, nodes.Getattr):
        if inner.attr == "extra":
            return True
        inner = inner.node
    return False


class Environment(jinja2.Environment):
    """Jinja's environment, of one of three kinds.

    A *whole* one makes pages of one tree each (`flattening`), and has a *plain* one for what they import or can't be without.
    A *careful* one looks for items where there is no field, and finds words for what is missing.
    """

    code_generator_class = _Generator
    kind: Kind = "plain"
    plain: "Environment | None" = None
    site: Site
    assets: Mapping[str, str]

    escape_text = staticmethod(_escape_inner)  # of a `str`, and of nothing else

    def get_template(
        self,
        name: str | jinja2.Template,
        parent: str | None = None,
        globals: MutableMapping[str, object] | None = None,  # noqa: A002 - Jinja's own name
    ) -> jinja2.Template:
        """What a template asks for, a plain environment has: with blocks that can be found."""
        if parent is None or self.plain is None:
            return super().get_template(name, parent, globals)
        return self.plain.get_template(name, parent, globals)

    def _generate(self, source: nodes.Template, name: str | None, filename: str | None, defer_init: bool = False) -> str:  # noqa: FBT001, FBT002 - Jinja's own signature
        if self.kind == "whole":
            source = flattened(source, self.parsed) or source
        if self.kind != "careful":
            source = folded(source, self.site, self.assets)
        return super()._generate(source, name, filename, defer_init)

    def parsed(self, name: str) -> nodes.Template:
        """A template's tree."""
        if self.loader is None:
            raise jinja2.TemplateNotFound(name)
        text, path, _ = self.loader.get_source(self, name)
        return self.parse(text, name, path)
