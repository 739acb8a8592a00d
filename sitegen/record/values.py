"""The values of front matter, key by key: what each may be, and what it becomes."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import lru_cache

from sitegen.errors import ContentError
from sitegen.model import Picture, Reference, ReferenceKind
from sitegen.urls import trouble

_KINDS: tuple[ReferenceKind, ...] = ("related", "poll", "photos", "video", "audio", "read", "more")


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
    return _moment(_text(value))


@lru_cache(maxsize=1024)  # articles of a day are read one after the other
def _moment(text: str) -> str:
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


READERS: Mapping[str, Callable[[object], object]] = {
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
KEYS = tuple(READERS)
