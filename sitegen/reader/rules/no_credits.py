"""What looks like a picture's credit and is none: words that tell, buttons, pointers, agencies that sign, towns of correspondents."""

# ruff: noqa: PLR2004 - the figures in rules are their evidence and its limits; names would hide them

import re

from sitegen.reader import agencies, byline, captions, persons, references
from sitegen.reader.rows import Row
from sitegen.reader.sheet import Sheet, key_of
from sitegen.reader.surroundings import PROSE
from sitegen.reader.words import first_names, phrases, places

LONGEST_NAME, MOSTLY = 6, 0.7  # words with `Photo of`; of which begin with a capital
SHARING = frozenset(
    "facebook twitter instagram youtube flickr linkedin pinterest tiktok whatsapp reddit tumblr snapchat threads rss".split()
)
LENDING = frozenset({"via", "courtesy", "credit", "source", "image", "photo", "from"})
SUMMING = frozenset({"key points", "key takeaways", "takeaways", "highlights", "in summary", "summary", "at a glance"})
SENT_FROM, DASH = re.compile(r"[A-Z][A-Z .'’-]{2,30} [-–—] [A-Z][\w ]{1,30}"), re.compile(r" [-–—] ")
FIRST_ROWS = 2
LAST_LINES, MOST_NAMES = 4, 4  # rows; words of the longest line in capitals and brackets that names a maker
NO_MAKERS = frozenset(
    "share tags topics follow about visit watch work inside join contact advertise meet".split()
)  # `Follow CNN`
HANDS = re.compile(
    r"(?!.*\b(?:FILE|VIA|POOL|PICS?|ART|MAP)\b)[A-Z]{2,6}(?: [A-Z]{2,4}(?:/[A-Z]{2,4}){0,4}){1,3}"
)  # of those through whom it went
# `Credit the goalkeeper.`, `Courtesy is dead.`, `Source after source dried up.`
TELLING = re.compile(
    r"(?!.*\b(?:courtesy|provided|submitted)\b)(?:(?:Credit|Source)s? (?!(?:of|by|from|via|and|to|nasa|link|i[A-Z]|photo\w*|image\w*)\b)[a-z]"
    r"|Courtesy (?!(?:of|by|from|via|and|to|the|city|county|town|photo\w*|image\w*|picture\w*)\b)[a-z]"
    r"|(?:Source|Image|Picture|Photo)s? of [^:]*? [a-z]{3,} [a-z]{3,})"
)


def is_none(row: Row, sheet: Sheet) -> bool:
    """Whether a line can be no credit, whatever it looks like."""
    listed = row.words > 4 and row.key.startswith(("photos:", "pictures:", "images:"))
    if row.words > 16 or listed or row.opening in NO_MAKERS or _is_of_portrait(row) or _is_of_buttons(row, sheet):
        return True
    if row.words <= 3 and (_is_of_agency(row) or key_of(row) in sheet.phrases.junk_headings):  # `TOP VIDEOS`
        return True
    if row.text.startswith(
        ("SOURCE ", "Source Citation", "(EDITORS: ", "(EDS: ", "(EDS.: ", "(Editor: ", "(Editors: ")
    ):  # who sent a release out; how a database cites
        return True
    if row.opening == "submitted" and (
        row.key.endswith(" on") or sheet.heads.get(row.place, byline.NOTHING).dated
    ):  # `Submitted by … on Thu, 25/11/2010`
        return True
    if _is_from_town(row) or _is_sent_from(row) or signs_off(row, sheet) or _refers(row) or _is_beside_day(row, sheet):
        return True
    return (row.words < 3 and _is_button(row, sheet)) or TELLING.match(row.text) is not None


def _is_of_buttons(row: Row, sheet: Sheet) -> bool:
    """`Facebook Twitter YouTube Flickr`, `Local News Sport Property Jobs`: sites that share, or sections, and nothing else."""
    words = row.key.split()
    if len(words) == 2 and words[1] in SHARING and words[0] not in LENDING and words[0] not in first_names():
        return True  # `On Twitter`, `Courier Facebook`
    if row.key.strip(" :") in SUMMING:
        return True
    sections = sum(word in sheet.phrases.sections for word in words)
    return len(words) > 1 and (SHARING.issuperset(words) or (sections > 1 and sections + 1 >= len(words)))


def _is_of_agency(row: Row) -> bool:
    """The agency over its headline: `Xinhua | English.news.cn`."""
    return row.place < FIRST_ROWS and agencies.of(row.text.partition(" | ")[0]) is not None


def _is_beside_day(row: Row, sheet: Sheet) -> bool:
    """`Source: MNA` right above or below the day: whence a site has its story."""
    beside = [sheet.heads.get(place, byline.NOTHING) for place in (row.place - 1, row.place + 1)]
    return row.key.startswith("source: ") and any(head.dated and head.sure >= 1 and not head.names for head in beside)


def _is_of_portrait(row: Row) -> bool:
    """`Photo of Hal Brand`: what a page says of its author's picture to those who can't see it."""
    return row.key.startswith("photo of ") and row.titled >= MOSTLY and not row.stop and row.words <= LONGEST_NAME


def signs_off(row: Row, sheet: Sheet) -> bool:
    """`(The Canadian Press)`, `— AFP` on one of the last lines, or below a paragraph over none: the agency signs its story; so `PTI HB/IV`."""
    if HANDS.fullmatch(row.text) and row.place > LAST_LINES:
        return agencies.of(row.text.partition(" ")[0]) is not None
    if row.text[0] not in "(—–-" or row.place <= LAST_LINES or agencies.of(row.text.lstrip("—–- ")) is None:
        return False
    near = sheet.rows[row.place - 1 : row.place + 2 : 2]
    ends = [one.words >= PROSE and one.stop for one in near] in ([True, False], [True])
    return ends or len(sheet.rows) - row.place <= LAST_LINES


def _is_sent_from(row: Row) -> bool:
    """`PORT HALE – Courier Agency`: whence an agency has the story."""
    dashed = (" – " in row.text or " - " in row.text) and SENT_FROM.fullmatch(row.text) is not None
    return dashed and agencies.of(DASH.split(row.text)[-1]) is not None


def _is_from_town(row: Row) -> bool:
    """`Hal Brand, Chicago`: a correspondent and where he writes from."""
    name, _, town = row.text.partition(", ")
    return row.words <= 5 and town in places() and persons.person(name, by=False) is not None


def _refers(row: Row) -> bool:
    """`[VIDEO: The Last Shot]`, `(END/IPS/HB/98)`: whether a line in brackets names another text or ends one, and names no maker."""
    if row.text.startswith("(END/"):
        return True
    if row.text[0] not in "[(":
        return False
    if row.text[0] == "[" and (references.bracketed(row.text) is not None or (row.caps and row.words > MOST_NAMES)):
        return True  # `[ALSO READ | Ferry waits]`; `[RU EUROPE EEU KZ TRAN]`: an agency's codes
    if row.text.count(" | ") > 1 and not phrases().furniture.isdisjoint(row.key.strip("[]() ").split(" | ")):
        return True  # `[Home | Search | Feedback]`
    return captions.REFERRING.match(row.text, 1) is not None and not captions.SIGN.search(row.text)


def _is_button(row: Row, sheet: Sheet) -> bool:
    """`Facebook`, with `Twitter` directly below: whether a line and one beside it are known as a site's."""
    beside = sheet.rows[max(0, row.place - (row.gap == 0)) : row.place + 1 + (row.after == 0)]
    return sum(key_of(one) in sheet.phrases.furniture for one in beside) > (key_of(row) in sheet.phrases.furniture) > 0
