"""The block of YAML above a text: cut off, and read."""

import re

import yaml
from frontmatter.default_handlers import YAMLHandler

from sitegen.errors import ContentError

_MAX_FRONT = 256 * 1024  # characters: front matter beyond this isn't somebody's notes on an article
_MAX_DEPTH = 50
_NESTING = ("[", "{", "- ", "-\t", "-\n", "? ", "?\t", "?\n")  # what can open a level without an indent of its own
# The line below the opening must look like a key, a comment or the closing line.
_OPENING = re.compile(r"---[ \t]*\n(?=[ \t]*(?:#|\n|[A-Za-z_][\w -]*:(?:\s|$))|---[ \t]*(?:\n|$))", re.MULTILINE)
_CLOSING = re.compile(r"\n---[ \t]*(?:\n|\Z)")


def cut(text: str) -> tuple[str | None, str, int]:
    """The front matter, the text below it and the line on which that begins. A typist's row of dashes isn't front matter."""
    first = _OPENING.match(text)
    if not first or not YAMLHandler().detect(text):
        return None, text, 1
    closing = _CLOSING.search(text, first.end() - 1, first.end() + _MAX_FRONT)
    if not closing:
        return None, text, 1
    return text[first.end() : closing.start() + 1], text[closing.end() :], text.count("\n", 0, closing.end()) + 1


def parse(front: str) -> dict[str, object]:
    """The keys of front matter, values as text.

    Raises:
        ContentError: it isn't YAML, or not of keys and values.
    """
    fast = quick(front)
    if fast is not None:
        return fast
    _refuse_aliases(front)
    _refuse_depth(front)
    data = _load(front, yaml.CBaseLoader)
    if data is None:
        return {}
    if not isinstance(data, dict):
        raise ContentError("front matter holds no keys", line=2, hint="write `title: …`, or take the `---` lines away")
    for key in data:
        if not isinstance(key, str):
            raise ContentError(f"front matter has a key that isn't a word: {key!r}", line=2, hint="keys are words")
    if repeated := _repeated(front):
        raise ContentError(f"`{repeated[0]}` stands twice in the front matter", line=repeated[1], hint="keep one of them")
    return data


# Front matter of plain lines, `key: words` and `key: [words, words]`, needs no YAML parser, which would take a tenth of the time
# of a whole build. A property test holds the short way to what YAML says.
_QUOTED = r"'[^'\\\n\t]*'|\"[^\"\\\n\t]*\""
_BARE = r"[A-Za-z0-9][A-Za-z0-9 ._/+()$%-]*+(?<! )"
_FAST_LINE = re.compile(rf"([a-z][a-z_]*): (?:({_QUOTED}|{_BARE})|\[((?:(?:{_QUOTED}|{_BARE})(?:, |(?=\])))+)\])\n")
_FAST_ITEM = re.compile(rf"({_QUOTED}|{_BARE})(?:, |$)")


def quick(front: str) -> dict[str, object] | None:
    """The values of plain front matter; None for what only YAML can read."""
    if not (front.isascii() and front.replace("\n", "").isprintable()) and _UNUSUAL.search(front):
        return None
    result: dict[str, object] = {}
    position = 0
    while position < len(front):
        found = _FAST_LINE.match(front, position)
        if not found or found[1] in result:
            return None
        position = found.end()
        words = found[2]
        result[found[1]] = _bare(words) if words is not None else [_bare(item) for item in _FAST_ITEM.findall(found[3])]
    return result or None


_UNUSUAL = re.compile(r"[^\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff]")


def _bare(scalar: str) -> str:
    return scalar[1:-1] if scalar[0] in "'\"" else scalar


def _load(front: str, loader: type[yaml.CBaseLoader] | type["_Loader"]) -> object:
    try:
        return yaml.load(front, Loader=loader)  # noqa: S506 - both loaders make plain values only
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 2
        hint = "put the value in quotes if it holds a colon, a quote or a bracket"
        raise ContentError(f"front matter isn't valid YAML ({error.problem})", line=line, hint=hint) from None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        reason = str(error).split("\n", 1)[0]
        raise ContentError(f"front matter isn't valid YAML ({reason})", line=2, hint="look for control characters") from None


def _refuse_aliases(front: str) -> None:
    """Aliases can make a few lines stand for gigabytes; no article needs them."""
    if "*" not in front or "&" not in front:
        return
    try:
        alias = next((token for token in yaml.scan(front) if isinstance(token, yaml.AliasToken)), None)
    except yaml.YAMLError:
        return  # the loader will say what is wrong, with its line
    if alias is not None:
        raise ContentError(
            "front matter uses a YAML alias (`*name`)", line=alias.start_mark.line + 2, hint="write the value out"
        )


def _refuse_depth(front: str) -> None:
    """Lists within lists without end: libyaml's loader overflows the stack, which nothing can catch."""
    if sum(front.count(mark) for mark in _NESTING) <= _MAX_DEPTH:
        return
    depth = 0
    try:
        for event in yaml.parse(front, Loader=yaml.CBaseLoader):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > _MAX_DEPTH:
                line = event.start_mark.line + 2 if event.start_mark else 2
                raise ContentError(f"front matter is nested more than {_MAX_DEPTH} deep", line=line, hint="make it simpler")
    except yaml.YAMLError:
        return  # likewise


class _Loader(yaml.CSafeLoader):
    """YAML values as typed, but for dates, which stay text: `2013-06` is one here."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, form) for tag, form in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def typed(front: str, keys: list[str]) -> dict[str, object]:
    """Unknown keys with their values typed, for templates."""
    data = _load(front, _Loader)
    return {key: _json_like(data[key]) for key in keys if key in data} if isinstance(data, dict) else {}


def _json_like(value: object) -> object:
    """Only what JSON holds: binary values, sets, keys that aren't words and very large numbers become text."""
    if isinstance(value, dict):
        return {str(key): _json_like(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_json_like(item) for item in value]
    if isinstance(value, int):
        return value if abs(value) < _MAX_NUMBER else str(value)
    return value if isinstance(value, str) or value is None else str(value)


_MAX_NUMBER = 2**53  # beyond it readers of JSON disagree


def _repeated(front: str) -> tuple[str, int] | None:
    seen: set[str] = set()
    for number, line in enumerate(front.split("\n"), 2):
        found = re.match(r"([A-Za-z_]\w*):(?:\s|$)", line)
        if found and found[1] in seen:
            return found[1], number
        if found:
            seen.add(found[1])
    return None
