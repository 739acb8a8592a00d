"""Macros asked for many items: what one gave isn't worked out again, wherever in the site it is to stand."""

from collections.abc import Callable, Iterable
from functools import lru_cache
from secrets import token_hex

from jinja2 import nodes
from jinja2.runtime import Macro
from markupsafe import Markup, escape

from sitegen.memory import Memory

_REMEMBERED = 65_536  # answers of a macro: of teasers, some 60 MB
_WAYS = 4  # in which it is asked for them
_HOLE = f"⟦{token_hex(16)}⟧"  # stands where it is to be printed; nothing to escape in it, and in no text
_HARMLESS = (nodes.Output, nodes.If, nodes.For)  # statements that hand on what stands in them as it is


def printed(macro: nodes.Macro) -> tuple[str, ...]:
    """The arguments that a macro does nothing with but print: for each value of theirs the rest of its answer is the same."""
    inner = nodes.Template(macro.body)
    if not all(isinstance(node, _HARMLESS) for node in inner.find_all(nodes.Stmt)):
        return ()
    bare = {id(node) for output in inner.find_all(nodes.Output) for node in output.nodes}
    used = {name.name for part in (inner, *macro.defaults) for name in part.find_all(nodes.Name) if id(name) not in bare}
    used |= {one.name for one in macro.defaults if isinstance(one, nodes.Name)}
    return tuple(argument.name for argument in macro.args if argument.name not in used)


def each(items: Iterable[object], macro: Macro, *rest: object) -> str:
    """What a macro gives for each item, joined. What it gave for equal arguments isn't worked out again, on any page.

    A macro that is imported sees its arguments, the site and its static files, and nothing of the page: it has one answer. Where it
    only prints one of them, as the way to the site's root, it has one answer for all values of that.
    """
    items = tuple(items)
    if "answers" not in vars(macro):  # kept with the macro: one imported `with context` is another one on each page
        vars(macro)["answers"] = lru_cache(maxsize=_WAYS)(
            lambda _, rest: Memory[object, list[str]](lambda item: _pieces(macro, item, rest), _REMEMBERED)
        )
    answers: Callable[..., Memory[object, list[str]]] = vars(macro)["answers"]  # type: ignore[explicit-any] # kept by ourselves
    printed, others = _parted(macro, rest)
    try:
        (kind,) = {*map(type, items)}  # `1` and `True` are one key, and two words
        known = answers((kind, *map(type, others)), others)
        return Markup("".join(map(printed.join, map(known.__getitem__, items))))  # noqa: S704 - a macro escapes
    except (TypeError, ValueError):  # a value that has no hash; items of several kinds, or none
        return each_anew(items, macro, *rest)


def each_anew(items: Iterable[object], macro: Macro, *rest: object) -> str:
    """The same without a memory."""
    return Markup("".join([macro(item, *rest) for item in items]))  # noqa: S704 - likewise


def _parted(macro: Macro, rest: tuple[object, ...]) -> tuple[str, tuple[object, ...]]:
    """The first argument that is only printed, a text with nothing to escape; and all of them with a hole in its place."""
    names = vars(macro).get("printed", ())
    for at, (name, value) in enumerate(zip(macro.arguments[1:], rest, strict=False)):
        if name in names and type(value) is str and escape(value) == value:
            return value, (*rest[:at], _HOLE, *rest[at + 1 :])
    return "", rest


def _pieces(macro: Macro, item: object, rest: tuple[object, ...]) -> list[str]:
    """What a macro gives, cut at the holes."""
    return str(macro(item, *rest)).split(_HOLE)
