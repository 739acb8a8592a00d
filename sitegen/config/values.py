"""The kinds of values that settings and profiles have: each is checked, and an error names its line."""

import re
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sitegen.errors import SettingsError

SWITCH = {"on": True, "yes": True, "true": True, "auto": True, "off": False, "no": False, "false": False}


class Place:
    """Finds the line of a key, for messages."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text

    def error(self, key: str, what: str, hint: str) -> SettingsError:
        """What is wrong with a key's value."""
        found = re.search(rf"^{re.escape(key)}\s*:", self.text, re.MULTILINE)
        line = self.text.count("\n", 0, found.start()) + 1 if found else 0
        return SettingsError(f"`{key}` {what}", path=self.path, line=line, hint=hint)


def text_of(key: str, value: object, place: Place) -> str:
    """A line of text."""
    if not isinstance(value, str):
        raise place.error(key, "must be a line of text", "put the text behind the colon")
    return value.strip()


def zone_of(key: str, value: object, place: Place) -> str:
    """The name of a time zone that there is."""
    name = text_of(key, value, place)
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise place.error(key, f"names no time zone: {name!r}", "like `America/Chicago` or `UTC`") from None
    return name


def language_of(key: str, value: object, place: Place) -> str:
    """A language tag."""
    name = text_of(key, value, place)
    if not re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", name):
        raise place.error(key, f"isn't a language tag: {name!r}", "like `en` or `pt-BR`")
    return name


def switch_of(key: str, value: object, place: Place) -> bool:
    """Whether a switch is on."""
    text = text_of(key, value, place).lower()
    if text not in SWITCH:
        raise place.error(key, f"must be on or off, not {text!r}", "write `on` or `off`")
    return SWITCH[text]


def names_of(key: str, value: object, place: Place) -> tuple[str, ...]:
    """A list of names."""
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise place.error(key, "must be a list of names", "write each on a line of its own behind `- `")
    return tuple(str(item).strip() for item in value)


def aliases_of(key: str, value: object, place: Place) -> dict[str, str]:
    """Each spelling, in small letters, with the one name that stands for it."""
    if not isinstance(value, dict):
        raise place.error(key, "must give a name and its spellings", "like `Barack Obama: [Obama, President Obama]`")
    result: dict[str, str] = {}
    for name, spellings in value.items():
        for spelling in [spellings] if isinstance(spellings, str) else names_of(key, spellings, place):
            folded = spelling.casefold()
            if result.get(folded, name) != name:
                raise place.error(key, f"gives {spelling!r} to both {result[folded]!r} and {name!r}", "keep one of them")
            result[folded] = str(name)
    return result
