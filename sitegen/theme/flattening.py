"""One tree of a template and all that it extends: no block is looked up and no setting asked for while a page is rendered.

A page of thirty blocks otherwise pays for thirty generators, and each of them for finding `view` and `root` anew. Whatever isn't
plain inheritance (a name worked out, `self`, a block in a loop) is left to Jinja's own way, which gives the same bytes.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from typing import TypeVar, cast

from jinja2 import TemplateError, nodes
from jinja2.visitor import NodeTransformer

from sitegen.model import Site

Parse = Callable[[str], nodes.Template]
_Node = TypeVar("_Node", bound=nodes.Node)
_DEFINING = (nodes.Assign, nodes.AssignBlock, nodes.Import, nodes.FromImport, nodes.Macro)
_MAY_STAND_ABOVE = (*_DEFINING, nodes.Output, nodes.Block)
_FOLDED = (str, int, bool, type(None))


class _Involved(Exception):  # noqa: N818 - a way out, not an error
    """Jinja is to do it."""


def flattened(tree: nodes.Template, parse: Parse) -> nodes.Template | None:
    """A template without `extends` and without blocks that gives what this one gives; None where there is more to it."""
    try:
        family = list(_family(tree, parse))
        _refuse_what_looks_around(family)
        own = [node for one in family[:-1] for node in one.body if isinstance(node, _DEFINING)]
        placed = _Placed(_blocks(family))
        return _like(tree, nodes.Template([*own, *placed.all(family[-1].body)]))
    except (_Involved, TemplateError):  # what is wrong, Jinja finds again on its own way
        return None


def folded(tree: nodes.Template, site: Site, assets: Mapping[str, str]) -> nodes.Template:
    """The same with what the settings and static files decide already decided."""
    shadowed = stored_names(tree)
    known = {"site": site} if "site" not in shadowed else {}
    folder = _Folder(tree, known, {} if "asset" in shadowed else assets)
    folder.visit(tree)
    _Joiner().visit(tree)
    return tree


def stored_names(tree: nodes.Node) -> set[str]:
    """The names that a template gives a meaning of its own, anywhere in it."""
    names = {name.name for name in tree.find_all(nodes.Name) if name.ctx != "load"}
    return names.union(*map(_defined, tree.find_all(_DEFINING)))


def _family(tree: nodes.Template, parse: Parse) -> Iterator[nodes.Template]:
    """A template, the one that it extends, and so on."""
    seen: set[str] = set()
    while True:
        yield tree
        extends = list(tree.find_all(nodes.Extends))
        if not extends:
            return
        parent, first = extends[0].template, next(iter(_spoken(tree.body)), None)
        if len(extends) > 1 or first is not extends[0] or not isinstance(parent, nodes.Const) or parent.value in seen:
            raise _Involved
        if not all(isinstance(node, _MAY_STAND_ABOVE) for node in tree.body if node is not first):
            raise _Involved
        seen.add(parent.value)
        tree = parse(parent.value)


def _spoken(body: Iterable[nodes.Node]) -> Iterator[nodes.Node]:
    """The nodes of a body but for blank text."""
    return (node for node in body if not (isinstance(node, nodes.Output) and not _text(node).strip()))


def _text(output: nodes.Output) -> str:
    return "".join(node.data if isinstance(node, nodes.TemplateData) else "…" for node in output.nodes)


def _refuse_what_looks_around(family: list[nodes.Template]) -> None:
    """What depends on how a block was reached, and names whose meaning would come from further down the family."""
    for tree in family:
        if any(name.name == "self" for name in tree.find_all(nodes.Name)):
            raise _Involved
        for kind in (nodes.FilterBlock, nodes.ScopedEvalContextModifier, nodes.EvalContextModifier, nodes.OverlayScope):
            if tree.find(kind):
                raise _Involved
        _refuse_unknown(tree)
    for n, tree in enumerate(family):
        defined = set[str]().union(*(_defined(node) for node in tree.body))
        if any(name.name in defined for heir in family[:n] for name in heir.find_all(nodes.Name)):
            raise _Involved


def _refuse_unknown(tree: nodes.Template) -> None:
    """A filter or test that doesn't exist is an error, also in a block that another replaces."""
    environment = tree.environment
    if environment is None or not all(node.name in environment.filters for node in tree.find_all(nodes.Filter)):
        raise _Involved
    if not all(node.name in environment.tests for node in tree.find_all(nodes.Test)):
        raise _Involved


def _defined(node: nodes.Node) -> set[str]:
    if isinstance(node, nodes.FromImport):
        return {name if isinstance(name, str) else name[1] for name in node.names}
    if isinstance(node, nodes.Import):
        return {node.target}
    if isinstance(node, nodes.Macro):
        return {node.name, *(argument.name for argument in node.args)}
    return {name.name for name in node.find_all(nodes.Name) if name.ctx != "load"} if isinstance(node, _DEFINING) else set()


def _blocks(family: list[nodes.Template]) -> dict[str, list[nodes.Block]]:
    """The versions of each block, the last word first."""
    found: dict[str, list[nodes.Block]] = {}
    for tree in family:
        blocks = list(tree.find_all(nodes.Block))
        if len({block.name for block in blocks}) < len(blocks) or any(block.required or block.scoped for block in blocks):
            raise _Involved
        for block in blocks:
            found.setdefault(block.name, []).append(block)
    return found


class _Placed:
    """Puts blocks where they go, and what `super()` asks for into its place."""

    def __init__(self, blocks: Mapping[str, list[nodes.Block]]) -> None:
        self._blocks = blocks
        self._open: list[tuple[str, int]] = []  # the blocks that are being placed, each with which version of it

    def all(self, body: Iterable[nodes.Node]) -> list[nodes.Node]:
        """What stands in the place of these nodes."""
        return list(chain.from_iterable(map(self._one, body)))

    def _one(self, node: nodes.Node) -> list[nodes.Node]:
        if isinstance(node, nodes.Block):
            return self._version(node.name, 0)
        if isinstance(node, nodes.If):
            return [self._branch(node)]
        if isinstance(node, nodes.Output):
            return self._output(node)
        if node.find(nodes.Block) or any(name.name == "super" for name in node.find_all(nodes.Name)):
            raise _Involved
        return [node]

    def _branch(self, node: nodes.If) -> nodes.If:
        self._refuse_super(node.test)
        return _like(node, nodes.If(node.test, self.all(node.body), list(map(self._branch, node.elif_)), self.all(node.else_)))

    def _output(self, node: nodes.Output) -> list[nodes.Node]:
        placed: list[nodes.Node] = []
        for child in node.nodes:
            if isinstance(child, nodes.Call) and isinstance(child.node, nodes.Name) and child.node.name == "super":
                name, version = self._open[-1] if self._open else ("", 0)
                placed += self._version(name, version + 1)
            else:
                self._refuse_super(child)
                placed.append(_like(child, nodes.Output([child])))
        return placed

    def _version(self, name: str, version: int) -> list[nodes.Node]:
        versions = self._blocks.get(name, [])
        if version >= len(versions) or (name, version) in self._open:
            raise _Involved
        self._open.append((name, version))
        body = self.all(versions[version].body)
        self._open.pop()
        scope = _like(versions[version], nodes.Scope(body))
        return [scope] if any(scope.find_all(_DEFINING)) else body

    def _refuse_super(self, node: nodes.Node) -> None:
        if any(name.name == "super" for name in _named(node)):
            raise _Involved


def _named(node: nodes.Node) -> Iterator[nodes.Name]:
    if isinstance(node, nodes.Name):
        yield node
    yield from node.find_all(nodes.Name)


class _Folder(NodeTransformer):
    """Puts plain settings and published paths into the tree, and takes the branch that they leave."""

    def __init__(self, tree: nodes.Template, known: Mapping[str, Site], assets: Mapping[str, str]) -> None:
        self._context = nodes.EvalContext(tree.environment) if tree.environment else None
        self._known = known
        self._assets = assets

    def visit_Getattr(self, node: nodes.Getattr) -> nodes.Node:  # noqa: N802 - Jinja's own name
        """A plain setting's value."""
        self.generic_visit(node)
        site = self._known.get(node.node.name) if isinstance(node.node, nodes.Name) else None
        if site is None or node.attr not in site.__struct_fields__:
            return node
        value: object = getattr(site, node.attr)
        return _like(node, nodes.Const(value)) if isinstance(value, _FOLDED) or value == () else node

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802 - likewise
        """A static file's published path."""
        self.generic_visit(node)
        if (
            not isinstance(node.node, nodes.Name)
            or node.node.name != "asset"
            or node.kwargs
            or node.dyn_args
            or node.dyn_kwargs
        ):
            return node
        name = node.args[0].value if len(node.args) == 1 and isinstance(node.args[0], nodes.Const) else None
        return _like(node, nodes.Const(self._assets[name])) if name is not None and name in self._assets else node

    def visit_If(self, node: nodes.If) -> nodes.Node | list[nodes.Node]:  # noqa: N802 - likewise
        """The branch that is taken, if that is known."""
        self.generic_visit(node)
        try:
            is_so = bool(cast(nodes.Expr, node.test).as_const(self._context))
        except Exception:  # noqa: BLE001 - whatever it was, it shows when the page is rendered
            return node
        if is_so:
            return node.body
        if not node.elif_:
            return node.else_
        first, *others = node.elif_
        return self.visit_If(_like(first, nodes.If(first.test, first.body, others, node.else_)))


class _Joiner(NodeTransformer):
    """Makes one piece of output of several that follow each other."""

    def generic_visit(self, node: nodes.Node, *args: object, **kwargs: object) -> nodes.Node:
        """Joins in whatever holds nodes."""
        super().generic_visit(node, *args, **kwargs)
        for _, value in node.iter_fields():
            if isinstance(value, list) and any(isinstance(child, nodes.Output) for child in value):
                value[:] = _joined(value)
        return node


def _joined(body: list[nodes.Node]) -> Iterator[nodes.Node]:
    output: nodes.Output | None = None
    for node in body:
        if not isinstance(node, nodes.Output):
            if output:
                yield output
            output = None
            yield node
        else:
            output = _like(node, nodes.Output([*(output.nodes if output else ()), *node.nodes]))
    if output:
        yield output


def _like(old: nodes.Node, new: _Node) -> _Node:
    """A new node in the place of an old one."""
    new.lineno, new.environment = old.lineno, old.environment
    return new
