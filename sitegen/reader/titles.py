"""Headlines as keys."""

import html
import re
import unicodedata
from functools import lru_cache

from sitegen.reader.rows import KEPT, plain_signs

EDITION = re.compile(r":? \[[\w ]{2,20} Edition\]$", re.IGNORECASE)  # as databases write behind a headline
_SIGNS = re.compile(r"[\W_]+")  # white space too


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
    return _SIGNS.sub(" ", title.replace("'", "")).strip().casefold()
