"""Headlines as keys."""

import html
import re
import unicodedata
from functools import lru_cache

from sitegen.reader.rows import KEPT, plain_signs

EDITION = re.compile(r"[:;]? \[[\w ]{2,20} Edition\]$", re.IGNORECASE)  # as databases write behind a headline
_SIGNS = re.compile(r"[\W_]+")  # white space too
_PLAIN = bytes(ord(chr(code).lower()) if chr(code).isascii() and chr(code).isalnum() else ord(" ") for code in range(256))


@lru_cache(
    maxsize=KEPT
)  # an article's headline is asked for twice, in one step or the next; menus come again with each article
def title_key(title: str) -> str:
    """The normal form in which headlines are compared: case, quotes, dashes, signs and white space made equal."""
    if "&" in title:
        title = html.unescape(title)
    if title.endswith("]"):
        title = EDITION.sub("", title)
    if not title.isascii():
        title = plain_signs(unicodedata.normalize("NFKC", title))
    title = title.replace("'", "")
    if title.isascii():  # most are by now, and bytes are turned several times as fast
        return " ".join(title.encode().translate(_PLAIN).decode().split())
    return _SIGNS.sub(" ", title).strip().casefold()
