"""reader.yaml → `Profile`: what a folder's texts have in common. Data only; whatever is wrong is told with its line."""

import difflib
from collections.abc import Callable, Mapping
from typing import NamedTuple

import yaml
from msgspec import structs

from sitegen.config.values import SWITCH, Place, aliases_of, language_of, text_of, zone_of
from sitegen.errors import SettingsError
from sitegen.model import Problem, Profile, Said

FILE = "reader.yaml"
NAME = "{name}"
_LARGEST = 1 << 20  # bytes: what no person writes, no person can look through
_DEEPEST = 4  # levels of lists and keys; the deepest of ours is the third
_LONGEST = 500  # characters of a form
_MOST_FORMS = 300  # forms with `*` or `{name}`: a hundred lines against each of them is some milliseconds
_LETTERS = 4  # letters or figures that a form with `*` must have, since it would match almost any line with fewer
_BESIDE = 2  # letters beside a name


class _Item(NamedTuple):
    """A value of a list, with its line."""

    text: str
    line: int


def is_profile(path: str) -> bool:
    """Whether a file of the content folder is a source profile."""
    return path.endswith(FILE) and path[: -len(FILE)][-1:] in {"", "/"}


def parse(path: str, data: bytes) -> tuple[Profile, tuple[Problem, ...]]:
    """The profile that a file holds. With any problem it says nothing: half a profile would be a surprise."""
    try:
        mapping = _mapping(data)
    except SettingsError as error:
        return Profile(), (Problem(path, error.line, error.what, error.hint),)
    values: dict[str, object] = {}
    problems: list[Problem] = []
    for key, (line, node) in mapping.items():
        try:
            values |= _value(path, key, node, line)
        except SettingsError as error:
            problems.append(Problem(path, error.line or line, error.what, error.hint))
    return (Profile(), tuple(problems)) if problems else (Profile(**values), ())  # type: ignore[arg-type] # each reader gives its fields' types


def below(outer: Profile, inner: Profile) -> Profile:
    """What holds in a folder: lists add to those of the folders above, single values and spellings replace them."""
    given: dict[str, object] = {name: value for name in _SINGLE if (value := getattr(inner, name)) is not None}
    for name in _LISTS:
        given[name] = getattr(outer, name) + getattr(inner, name)
    if inner.split is not None:
        given |= {"split": inner.split, "separators": inner.separators}
    return structs.replace(outer, aliases=outer.aliases | inner.aliases, **given)


_OF_LINES = frozenset({"byline", "furniture", "split"})  # keys that hold forms of lines
_SINGLE = ("publisher", "agency", "language", "timezone", "section", "default_author")
_LISTS = ("authors", "byline", "furniture")


def _mapping(data: bytes) -> dict[str, tuple[int, yaml.Node]]:
    """The keys of the file, each with its line and its value."""
    if len(data) > _LARGEST:
        raise SettingsError("is larger than a profile can be", hint="keep to what many texts have in common")
    try:
        text = data.decode("utf-8-sig")
        _refuse(text)
        root = yaml.compose(text, Loader=yaml.CBaseLoader)
    except UnicodeDecodeError:
        raise SettingsError("isn't UTF-8 text", hint="save it as UTF-8 text") from None
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise SettingsError(
            f"isn't valid YAML ({error.problem})", line=line, hint="look for a missing quote or colon"
        ) from None
    except (yaml.YAMLError, ValueError) as error:
        reason = str(error).split("\n", 1)[0]
        raise SettingsError(f"isn't valid YAML ({reason})", hint="look for control characters") from None
    if root is None:
        return {}
    if not isinstance(root, yaml.MappingNode):
        raise SettingsError("holds no keys", line=1, hint="write `key: value`, like `publisher: The Tamsin Courier`")
    found: dict[str, tuple[int, yaml.Node]] = {}
    lines = text.split("\n")
    for key, value in root.value:
        name, line = str(key.value), key.start_mark.line + 1
        if name in found:
            raise SettingsError(f"`{name}` stands twice", line=line, hint="keep one of them")
        if name in _OF_LINES:
            _refuse_cut(name, value, lines)
        found[name] = line, value
    return found


def _refuse_cut(key: str, node: yaml.Node, lines: list[str]) -> None:
    """`Page # of 9` without quotes is `Page` and a comment; whoever writes that hardly means it."""
    for one in node.value if isinstance(node, yaml.SequenceNode) else [node]:
        if isinstance(one, yaml.ScalarNode) and not one.style:
            rest = lines[one.end_mark.line][one.end_mark.column :] if one.end_mark.line < len(lines) else ""
            if one.value and rest.lstrip().startswith("#"):
                what = f"`{key}` has a form that is cut off at ` #`, which begins a comment: {one.value!r}"
                raise SettingsError(what, line=one.start_mark.line + 1, hint="put the form in quotes")


def _refuse(text: str) -> None:
    """Aliases, which make a few lines stand for gigabytes, and nesting that would overflow the loader's stack."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CBaseLoader):
        line = event.start_mark.line + 1 if event.start_mark else 0
        if isinstance(event, yaml.AliasEvent):
            raise SettingsError(
                "YAML aliases (`*name`) aren't used here", line=line, hint="write the value out, or put it in quotes"
            )
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            raise SettingsError("is nested too deep", line=line, hint="a profile holds values and lists, nothing deeper")


def _value(path: str, key: str, node: yaml.Node, line: int) -> dict[str, object]:
    """What a key says, by the fields of `Profile` that it fills."""
    if key not in READERS:
        close = difflib.get_close_matches(key, READERS, 1)
        hint = f"did you mean `{close[0]}`?" if close else f"the keys are {', '.join(READERS)}"
        raise SettingsError(f"`{key}` isn't a key of profiles", line=line, hint=hint)
    return READERS[key](path, key, node, line)


def _single(path: str, key: str, node: yaml.Node, line: int) -> dict[str, object]:
    return {key: Said(text_of(key, _plain(node), Place(path, "")), f"{path}:{line}")}


def _zone(path: str, key: str, node: yaml.Node, line: int) -> dict[str, object]:
    return _checked(path, key, node, line, zone_of)


def _language(path: str, key: str, node: yaml.Node, line: int) -> dict[str, object]:
    return _checked(path, key, node, line, language_of)


def _checked(path: str, key: str, node: yaml.Node, line: int, check: Callable[[str, object, Place], str]) -> dict[str, object]:
    value = _plain(node)
    return {key: Said(check(key, value, Place(path, "")) if value != "" else "", f"{path}:{line}")}


def _authors(path: str, key: str, node: yaml.Node, _: int) -> dict[str, object]:
    return {key: tuple(Said(item.text, f"{path}:{item.line}") for item in _items(key, node))}


def _furniture(path: str, key: str, node: yaml.Node, _: int) -> dict[str, object]:
    items = _items(key, node)
    _refuse_many(key, [item for item in items if "*" in item.text])
    return {key: tuple(Said(_form(key, item), f"{path}:{item.line}") for item in items)}


def _refuse_many(key: str, items: list[_Item]) -> None:
    """Each is tried on each line; whole lines are looked up, and may be as many as you like."""
    if len(items) > _MOST_FORMS:
        what = f"`{key}` has more than {_MOST_FORMS} forms that must be tried one by one"
        raise SettingsError(what, line=items[_MOST_FORMS].line, hint="keep the commonest, or write whole lines without `*`")


def _form(key: str, item: _Item) -> str:
    letters = sum(map(str.isalnum, item.text))
    if not letters or ("*" in item.text and letters < _LETTERS):
        what = f"`{key}` has a form that would match almost any line: {item.text!r}"
        raise SettingsError(what, line=item.line, hint=f"write at least {_LETTERS} letters beside the `*`")
    return _bounded(key, item)


def _bounded(key: str, item: _Item) -> str:
    if len(item.text) > _LONGEST or "\n" in item.text:
        raise SettingsError(
            f"`{key}` has a form that is no line", line=item.line, hint=f"a form has at most {_LONGEST} characters"
        )
    return item.text


def _byline(path: str, key: str, node: yaml.Node, _: int) -> dict[str, object]:
    items = _items(key, node)
    _refuse_many(key, items)
    for item in items:
        rest = item.text.replace(NAME, "", 1)
        if NAME in rest or rest == item.text or sum(map(str.isalpha, rest)) < _BESIDE:
            what = f"`{key}` has a form without one `{NAME}` and words beside it: {item.text!r}"
            raise SettingsError(what, line=item.line, hint="like `Report: {name}`")
    return {key: tuple(Said(_bounded(key, item), f"{path}:{item.line}") for item in items)}


def _aliases(path: str, key: str, node: yaml.Node, _: int) -> dict[str, object]:
    return {key: aliases_of(key, _plain(node), Place(path, ""))}


def _split(path: str, key: str, node: yaml.Node, line: int) -> dict[str, object]:
    """On or off; or the lines at which articles are parted."""
    if isinstance(node, yaml.ScalarNode) and (not node.value or node.value.lower() in SWITCH):
        return {"split": SWITCH.get(node.value.lower(), False), "separators": ()}
    items = [_Item(str(node.value), line)] if isinstance(node, yaml.ScalarNode) else _items(key, node)
    return {"split": True, "separators": tuple(Said(_bounded(key, item), f"{path}:{item.line}") for item in items)}


READERS: Mapping[str, Callable[[str, str, yaml.Node, int], dict[str, object]]] = {
    "publisher": _single,
    "agency": _single,
    "language": _language,
    "timezone": _zone,
    "section": _single,
    "default_author": _single,
    "authors": _authors,
    "byline": _byline,
    "furniture": _furniture,
    "aliases": _aliases,
    "split": _split,
}


def _items(key: str, node: yaml.Node) -> list[_Item]:
    """The lines of text in a list, or the one that stands alone."""
    nodes = node.value if isinstance(node, yaml.SequenceNode) else [node]
    for one in nodes:
        if not isinstance(one, yaml.ScalarNode):
            hint = "write each on a line of its own behind `- `, in quotes if it holds a colon"
            raise SettingsError(f"`{key}` must be a list of texts", line=one.start_mark.line + 1, hint=hint)
    return [_Item(text, one.start_mark.line + 1) for one in nodes if (text := str(one.value).strip())]


def _plain(node: yaml.Node) -> object:
    """A value as plain texts, lists and dictionaries."""
    if isinstance(node, yaml.SequenceNode):
        return [_plain(one) for one in node.value]
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): _plain(value) for key, value in node.value}
    return str(node.value)
