"""Front matter ⇄ `Record`. What front matter says wins; a `Record` from the reader fills the rest."""

import difflib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

import frontmatter
import yaml
from frontmatter.default_handlers import YAMLHandler
from msgspec import Struct, structs

from sitegen.errors import ContentError
from sitegen.model import Picture, Problem, Record, Reference, ReferenceKind
from sitegen.urls import trouble

_KINDS: tuple[ReferenceKind, ...] = ("related", "poll", "photos", "video", "audio", "read", "more")
_MAX_FRONT = 256 * 1024  # characters: front matter beyond this isn't somebody's notes on an article
_MAX_DEPTH = 50
_NESTING = ("[", "{", "- ", "-\t", "-\n", "? ", "?\t", "?\n")  # what can open a level without an indent of its own
_FIELDS = {"source": "credited_source"}  # front matter keys whose field has another name


@dataclass(frozen=True, slots=True)
class Front:
    """A source cut in two: what its front matter says, and the text below it."""

    record: Record
    fields: frozenset[str]  # the fields of `record` that front matter gives
    text: str
    first_line: int  # the file's line on which `text` begins
    problems: tuple[Problem, ...] = ()


def split(path: str, text: str) -> Front:
    """Cut the front matter off a source's text and read it. Problems in it are returned, each with its line."""
    front, body, first_line = _cut(text)
    if front is None:
        return Front(Record(path), frozenset(), text, 1)
    try:
        data = _parse(front)
    except ContentError as error:
        return Front(Record(path), frozenset(), body, first_line, (Problem(path, error.line, error.what, error.hint),))
    values: dict[str, object] = {}
    extra: list[str] = []
    problems: list[Problem] = []
    for key, value in data.items():
        if key not in _READERS:
            extra.append(key)
        elif value not in ("", "null", "~", None):
            try:
                values[_FIELDS.get(key, key)] = _READERS[key](value)
            except ContentError as error:
                problems.append(Problem(path, _line_of(front, key), f"`{key}` {error.what}", error.hint))
    if extra:
        try:
            values["extra"] = _typed(front, extra)
        except ContentError as error:  # a tag of YAML's that we don't know
            problems.append(Problem(path, error.line, error.what, error.hint))
    problems += _near_misses(path, front, extra)
    record = Record(path, **values)  # type: ignore[arg-type] # each reader gives its field's type
    return Front(record, frozenset(values), body, first_line, tuple(problems))


def merge(front: Front, read: Record) -> Record:
    """What front matter says over what the reader found. Lines stay the reader's, the front matter's own left out."""
    given = {name: getattr(front.record, name) for name in front.fields}
    if "date" in front.fields:
        given["date_basis"] = "front-matter"
    confidence = {name: value for name, value in read.confidence.items() if name not in front.fields}
    if "references" in front.fields:  # references in the text keep their places; front matter adds its own behind them
        given["references"] = read.references + tuple(item for item in given["references"] if item not in read.references)
    if "corrections" in front.fields:
        given["corrections"] = given["corrections"] + tuple(
            item for item in read.corrections if item not in given["corrections"]
        )
    return structs.replace(read, **given, confidence=confidence)


def to_plain(record: Record) -> dict[str, object]:
    """A record in the form of the contract: one JSON object of plain values."""
    plain: dict[str, object] = {
        "source": record.source,
        **{name: getattr(record, name) for name in _PLAIN_FIELDS},
        "captions": [{"text": caption.text, "credit": caption.credit} for caption in record.captions],
        "references": [{"kind": item.kind, "text": item.text, "url": item.url} for item in record.references],
        "body": list(record.body),
        "subheads": list(record.subheads),
        "lines": [{"n": line.n, "role": line.role, "rule": line.rule} for line in record.lines],
        "confidence": dict(sorted(record.confidence.items())),
    }
    plain |= {name: list(value) for name, value in plain.items() if isinstance(value, tuple)}
    plain |= {name: value for name in _FRONT_ONLY if (value := _plain(getattr(record, name)))}
    return plain


def front_matter(record: Record, fields: Iterable[str], body: str) -> str:
    """The text of a source: the named fields as front matter, keys that aren't ours first, then `body`."""
    keys = {field: key for key, field in _FIELDS.items()}
    values = record.extra | {keys.get(name, name): _plain(getattr(record, name)) for name in fields}
    post = frontmatter.Post(body)
    post.metadata = {key: value for key, value in values.items() if value not in (None, [], {}, False)}
    if not post.metadata:
        return f"---\n---\n{body}\n"
    return str(frontmatter.dumps(post, allow_unicode=True, sort_keys=False, width=10**6)) + "\n"


def _plain(value: object) -> object:
    if isinstance(value, Struct):
        return {key: item for key, item in structs.asdict(value).items() if item is not None}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value


_PLAIN_FIELDS = (
    "title dek authors contributors agency date date_basis updated dateline section corrections notes tags people places organizations"
).split()
_FRONT_ONLY = ("slug", "draft", "aliases", "images", "credited_source", "language", "summary", "extra")
# The line below the opening must look like a key, a comment or the closing line.
_OPENING = re.compile(r"---[ \t]*\n(?=[ \t]*(?:#|\n|[A-Za-z_][\w -]*:(?:\s|$))|---[ \t]*(?:\n|$))", re.MULTILINE)
_CLOSING = re.compile(r"\n---[ \t]*(?:\n|\Z)")


def _cut(text: str) -> tuple[str | None, str, int]:
    """The front matter, the text below it and the line on which that begins. A typist's row of dashes isn't front matter."""
    first = _OPENING.match(text)
    if not first or not YAMLHandler().detect(text):
        return None, text, 1
    closing = _CLOSING.search(text, first.end() - 1, first.end() + _MAX_FRONT)
    if not closing:
        return None, text, 1
    return text[first.end() : closing.start() + 1], text[closing.end() :], text.count("\n", 0, closing.end()) + 1


def _parse(front: str) -> dict[str, object]:
    fast = _fast(front)
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


def _fast(front: str) -> dict[str, object] | None:
    """The values of plain front matter; None for what only YAML can read."""
    if not front.isprintable() and _UNUSUAL.search(front):
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


def _typed(front: str, keys: list[str]) -> dict[str, object]:
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


def _line_of(front: str, key: str) -> int:
    found = re.search(rf"^{re.escape(key)}[ \t]*:", front, re.MULTILINE)
    return front.count("\n", 0, found.start()) + 2 if found else 2


def _near_misses(path: str, front: str, extra: list[str]) -> list[Problem]:
    """Notices for unknown keys that look like a known one misspelt."""
    found = []
    for key in extra:
        close = difflib.get_close_matches(key.lower(), _READERS, 1, 0.8)
        if close:
            what, hint = f"`{key}` isn't a key of ours and was kept for templates", f"did you mean `{close[0]}`?"
            found.append(Problem(path, _line_of(front, key), what, hint, "notice"))
    return found


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ContentError("must be a line of text", hint="put it in quotes")
    return " ".join(value.split())


def _texts(value: object) -> tuple[str, ...]:
    items = [value] if isinstance(value, str) else value
    if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
        raise ContentError("must be a list of texts", hint="like `[one, two]`")
    return tuple(dict.fromkeys(text for item in items if (text := " ".join(item.split()))))


def _terms(value: object) -> tuple[str, ...]:
    return _texts([part for part in value.split(",")] if isinstance(value, str) else value)  # noqa: C416 - reads as what it does


def _date(value: object) -> str:
    text = _text(value)
    if (found := re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", text, re.ASCII)) is not None:
        try:
            date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
        except ValueError:
            raise ContentError(f"isn't a day of the calendar: {text}", hint="look at the day and the month") from None
        return text
    try:
        moment = datetime.fromisoformat(text.replace(" ", "T", 1))
    except ValueError:
        hint = "write it like 2013-06-17, 2013-06, 2013, or 2013-06-17T15:04:00-04:00"
        raise ContentError(f"isn't a date: {text}", hint=hint) from None
    return moment.isoformat() if re.search("[T ]", text) else moment.date().isoformat()


def _slug(value: object) -> str:
    text = _text(value)
    wrong = "holds a slash" if "/" in text else trouble(text)
    if wrong:
        raise ContentError(f"{wrong}: {text[:60]!r}", hint="use letters, digits and hyphens, like `syria-talks`")
    return text


def _addresses(value: object) -> tuple[str, ...]:
    paths = tuple(text.strip().lstrip("/") for text in _texts(value))
    for path in paths:
        wrong = trouble(path.removesuffix("/") if path else path)
        if wrong:
            raise ContentError(f"{wrong}: {path[:60]!r}", hint="give a path inside the site, like `/news/123.html`")
    return paths


def _draft(value: object) -> bool:
    text = _text(value).lower()
    if text not in {"true", "false", "yes", "no", "on", "off"}:
        raise ContentError(f"must be true or false, not {text!r}", hint="write `draft: true`")
    return text in {"true", "yes", "on"}


def _language(value: object) -> str:
    text = _text(value)
    if not re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", text):
        raise ContentError(f"isn't a language tag: {text!r}", hint="like `en` or `pt-BR`")
    return text


def _references(value: object) -> tuple[Reference, ...]:
    return tuple(_reference(item) for item in (value if isinstance(value, list) else [value]))


def _reference(item: object) -> Reference:
    if isinstance(item, str):
        return Reference("related", _text(item))
    if not isinstance(item, Mapping) or not isinstance(item.get("text"), str):
        raise ContentError("must be texts, or have `kind`, `text` and `url`", hint="like `- {kind: photos, text: The flood}`")
    kind, url = item.get("kind", "related"), item.get("url")
    known = next((name for name in _KINDS if name == kind), None)
    if known is None:
        raise ContentError(f"has an unknown kind {kind!r}", hint=f"the kinds are {', '.join(_KINDS)}")
    if url is not None and not re.fullmatch(r"https?://\S+", str(url)):
        raise ContentError(f"has a url that isn't a web address: {url!r}", hint="begin it with https://")
    return Reference(known, _text(item["text"]), str(url) if url else None)


def _images(value: object) -> tuple[Picture, ...]:
    return tuple(_image(item) for item in (value if isinstance(value, list) else [value]))


def _image(item: object) -> Picture:
    if isinstance(item, str):
        return Picture(_text(item))
    if not isinstance(item, Mapping) or not isinstance(item.get("file"), str):
        raise ContentError("must be file names, or have `file`, `caption`, `credit` and `alt`", hint="like `- bridge.jpg`")
    words = {key: _text(item[key]) for key in ("caption", "credit", "alt") if item.get(key)}
    return Picture(_text(item["file"]), **words)


_READERS: Mapping[str, Callable[[object], object]] = {
    "title": _text,
    "dek": _text,
    "authors": _texts,
    "date": _date,
    "updated": _date,
    "section": _text,
    "tags": _terms,
    "people": _texts,
    "places": _texts,
    "organizations": _texts,
    "slug": _slug,
    "draft": _draft,
    "aliases": _addresses,
    "images": _images,
    "references": _references,
    "corrections": _texts,
    "source": _text,
    "language": _language,
    "summary": _text,
}
KEYS = tuple(_READERS)
