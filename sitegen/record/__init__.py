"""Front matter ⇄ `Record`. What front matter says wins; a `Record` from the reader fills the rest."""

import difflib
import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

import frontmatter
from msgspec import Struct, structs

from sitegen.errors import ContentError
from sitegen.model import Line, Problem, Record
from sitegen.record import block
from sitegen.record.values import KEYS, READERS

__all__ = ["KEYS", "Front", "front_matter", "merge", "split", "to_plain"]

_FIELDS = {"source": "credited_source"}  # front matter keys whose field has another name
_NAMES = frozenset({"people", "places", "organizations"})  # where an empty list says that there is nobody to show


@dataclass(frozen=True, slots=True)
class Front:
    """A source cut in two: what its front matter says, and the text below it."""

    record: Record
    fields: frozenset[str]  # the fields of `record` that front matter gives
    text: str
    first_line: int  # the file's line on which `text` begins
    problems: tuple[Problem, ...] = ()
    own: str = ""  # the front matter itself, with the lines around it

    @property
    def own_lines(self) -> tuple[int, ...]:
        """The numbers of the lines of its own that aren't blank."""
        lines = enumerate(self.own.split("\n"), 1)
        return tuple(n for n, line in lines if line and not line.replace("\ufeff", "").isspace())


def split(path: str, text: str) -> Front:
    """Cut the front matter off a source's text and read it. Problems in it are returned, each with its line."""
    front, body, first_line = block.cut(text)
    if front is None:
        return Front(Record(path), frozenset(), text, 1)
    try:
        data = block.parse(front)
    except ContentError as error:
        problem = Problem(path, error.line, error.what, error.hint)
        return Front(Record(path), frozenset(), body, first_line, (problem,), text[: len(text) - len(body)])
    values: dict[str, object] = {}
    extra: list[str] = []
    problems: list[Problem] = []
    for key, value in data.items():
        if key not in READERS:
            extra.append(key)
        elif value not in ("", "null", "~", None):
            try:
                values[_FIELDS.get(key, key)] = READERS[key](value)
            except ContentError as error:
                problems.append(Problem(path, _line_of(front, key), f"`{key}` {error.what}", error.hint))
    if extra:
        try:
            values["extra"] = block.typed(front, extra)
        except ContentError as error:  # a tag of YAML's that we don't know
            problems.append(Problem(path, error.line, error.what, error.hint))
    problems += _near_misses(path, front, extra) if extra else ()
    record = Record(path, **values)  # type: ignore[arg-type] # each reader gives its field's type
    return Front(record, frozenset(values), body, first_line, tuple(problems), text[: len(text) - len(body)])


def merge(front: Front, read: Record, *, lines: bool = True) -> Record:
    """What front matter says over what the reader found. Its own lines are furniture: what they say is in the fields.

    Without `lines` they are left out, for those who don't look at lines.
    """
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
    if lines and front.own:
        given["lines"] = (*(Line(n, "furniture", "front-matter") for n in front.own_lines), *read.lines)
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
        "posts": list(record.posts),
        "lines": [_line(line) for line in record.lines],
        "confidence": dict(sorted(record.confidence.items())),
        "evidence": {name: {"rule": one.rule, "lines": list(one.lines)} for name, one in sorted(record.evidence.items())},
    }
    plain |= {name: list(value) for name, value in plain.items() if isinstance(value, tuple)}
    plain |= {name: value for name in _FRONT_ONLY if (value := _plain(getattr(record, name)))}
    return plain


def _line(line: Line) -> dict[str, object]:
    plain: dict[str, object] = {"n": line.n, "role": line.role, "rule": line.rule}
    return plain | {"other": line.other, "other_rule": line.other_rule} if line.other else plain


def front_matter(record: Record, fields: Iterable[str], body: str, said: AbstractSet[str] = frozenset()) -> str:
    """The text of a source: the named fields as front matter, keys that aren't ours first, then `body`.

    Names of a kind that are `said` to be none stay said: `people: []`.
    """
    keys = {field: key for key, field in _FIELDS.items()}
    values = record.extra | {keys.get(name, name): _plain(getattr(record, name)) for name in fields}
    none = said & _NAMES
    post = frontmatter.Post(body)
    post.metadata = {key: value for key, value in values.items() if value not in (None, [], {}, False) or key in none}
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


def _line_of(front: str, key: str) -> int:
    found = re.search(rf"^{re.escape(key)}[ \t]*:", front, re.MULTILINE)
    return front.count("\n", 0, found.start()) + 2 if found else 2


# How other systems call what is a key of ours.
OF_OTHERS = {
    name: key
    for key, names in {
        "title": "headline hed heading",
        "dek": "deck standfirst subhead subhed subtitle strapline",
        "authors": "byline author creator writer",
        "date": "pubdate pub_date published publish_date publication_date",
        "tags": "keywords topics categories",
    }.items()
    for name in names.split()
}


def _near_misses(path: str, front: str, extra: list[str]) -> list[Problem]:
    """Notices for unknown keys that look like a known one misspelt, or are what others call it."""
    found = []
    for key in extra:
        meant = OF_OTHERS.get(key.lower()) or next(iter(difflib.get_close_matches(key.lower(), READERS, 1, 0.8)), None)
        if meant:
            what, hint = f"`{key}` isn't a key of ours and was kept for templates", f"did you mean `{meant}`?"
            found.append(Problem(path, _line_of(front, key), what, hint, "notice"))
    return found
