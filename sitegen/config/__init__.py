"""site.yaml → `Site`. Everything is checked here, once; below nobody sees a loose dictionary."""

import difflib
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.parse import urlsplit

import yaml

from sitegen.config.values import Place, aliases_of, language_of, names_of, switch_of, text_of, zone_of
from sitegen.errors import SettingsError
from sitegen.model import MenuItem, Site

FILE = "site.yaml"
_PLACEHOLDERS = {"year", "month", "day", "slug"}


def load(folder: Path) -> Site:
    """The settings of the site in `folder`.

    Raises:
        SettingsError: the file is missing, isn't YAML, or holds a key or value that isn't one.
    """
    path = folder / FILE
    try:
        text = path.read_text("utf-8-sig")
    except FileNotFoundError:
        raise SettingsError(
            "there is no site.yaml", path=str(path), hint="`build.py init DIR` makes a new site folder"
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"can't be read ({error})", path=str(path), hint="save it as UTF-8 text") from None
    return parse(text, str(path))


def parse(text: str, path: str = FILE) -> Site:
    """The settings that `text` gives; `path` is named in errors."""
    # BaseLoader keeps every scalar as written, so that a title `No` stays a title and `off` one spelling of off.
    try:
        if any(isinstance(token, yaml.AliasToken) for token in yaml.scan(text)):
            raise SettingsError("YAML aliases (`*name`) aren't used here", path=path, hint="write the value out")
        data = yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 - BaseLoader makes strings, lists and dictionaries only
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise SettingsError(
            f"isn't valid YAML ({error.problem})", path=path, line=line, hint="look for a missing quote or colon"
        ) from None
    except (yaml.YAMLError, RecursionError) as error:
        raise SettingsError(f"isn't valid YAML ({error})", path=path, hint="look for control characters") from None
    if not isinstance(data, dict):
        raise SettingsError("holds no settings", path=path, line=1, hint="write at least `title: The name of your archive`")
    return _site(data, Place(path, text))


def _site(data: Mapping[str, object], place: Place) -> Site:
    values: dict[str, object] = {}
    for key, value in data.items():
        if key not in _READERS:
            close = difflib.get_close_matches(key, _READERS, 1)
            hint = f"did you mean `{close[0]}`?" if close else f"the settings are {', '.join(_READERS)}"
            raise place.error(key, "isn't a setting", hint)
        if value != "":
            values[key] = _READERS[key](key, value, place)
    if not values.get("title"):
        raise place.error("title", "is missing", "write `title: The name of your archive`")
    return Site(**values)  # type: ignore[arg-type] # each reader below gives its field's type


def _base_url(key: str, value: object, place: Place) -> str:
    try:
        return base_url(text_of(key, value, place))
    except SettingsError as error:
        raise place.error(key, error.what, error.hint) from None


def base_url(text: str) -> str:
    """An address as the site's own, with a trailing slash."""
    try:
        parts = urlsplit(text)
    except ValueError:  # a bracket without its pair
        parts = urlsplit("")
    if parts.scheme not in {"http", "https"} or not parts.netloc or parts.query or parts.fragment:
        raise SettingsError(f"must be a whole web address, not {text!r}", hint="like `https://archive.example.org/`")
    return text.rstrip("/") + "/"


def _permalink(key: str, value: object, place: Place) -> str:
    pattern = text_of(key, value, place)
    names = set(re.findall(r"\{(\w*)\}", pattern))
    if unknown := sorted(names - _PLACEHOLDERS):
        raise place.error(key, f"has an unknown part {{{unknown[0]}}}", "the parts are {year} {month} {day} {slug}")
    plain = re.sub(r"\{\w+\}", "x", pattern)
    if (
        not re.fullmatch(r"/(?:[A-Za-z0-9_-][A-Za-z0-9._-]*/)*(?:[A-Za-z0-9_-][A-Za-z0-9._-]*\.html)?", plain)
        or "slug" not in names
    ):
        raise place.error(key, f"can't be an address: {pattern!r}", "begin with `/`, hold `{slug}`, end with `.html` or `/`")
    return pattern


def _page_size(key: str, value: object, place: Place) -> int:
    text = text_of(key, value, place)
    if not text.isascii() or not text.isdigit() or not 1 <= int(text[:6]) <= 1000:  # noqa: PLR2004 - a list page that a browser likes
        raise place.error(key, f"must be a number from 1 to 1000, not {text!r}", "50 is a good size")
    return int(text)


def _menu(key: str, value: object, place: Place) -> tuple[MenuItem, ...]:
    if isinstance(value, list) and all(isinstance(item, dict) and len(item) == 1 for item in value):
        pairs = [pair for item in value for pair in item.items()]
    elif isinstance(value, dict):
        pairs = list(value.items())
    else:
        raise place.error(key, "must be a list of words and paths", "like `- Topics: tags/index.html`")
    items = tuple(MenuItem(str(words), str(path).lstrip("/")) for words, path in pairs if isinstance(path, str))
    unsafe = next((item for item in items if re.match(r"(?!https?:)[a-z][a-z0-9+.-]*:", item.path, re.IGNORECASE)), None)
    if len(items) != len(pairs) or unsafe:
        raise place.error(
            key, "leads nowhere" if not unsafe else f"can't lead to {unsafe.path!r}", "give a path or an https address"
        )
    return items


_READERS: Mapping[str, Callable[[str, object, Place], object]] = {
    "title": text_of,
    "base_url": _base_url,
    "description": text_of,
    "language": language_of,
    "timezone": zone_of,
    "publisher": text_of,
    "permalink": _permalink,
    "page_size": _page_size,
    "names": switch_of,
    "search": switch_of,
    "menu": _menu,
    "sections": names_of,
    "aliases": aliases_of,
}
