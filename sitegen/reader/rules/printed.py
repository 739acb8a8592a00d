"""Rules for what those who kept a page have left on it: a browser's head and foot on each printed sheet, the day on which it was saved."""

import re

from sitegen.reader.dates import find
from sitegen.reader.rows import Row
from sitegen.reader.sheet import Sheet

TOP, FEWEST = 30, 3  # rows in which the headline stands; its words
LONGEST_SAVED = 14  # words
_DAY = r"(?:\d{1,2}/\d{1,2}/\d{2,4}|\d{1,2}\.\d{1,2}\.\d{4}|\d{4}-\d\d-\d\d)"
_WHEN = rf"{_DAY}(?:,? \d{{1,2}}:\d\d(?::\d\d)?(?: ?[AP]M)?)?"
_SHEET = r"(?:Page )?\d{1,3} ?(?:/|of) ?\d{1,3}"
# `https://courier.example/lamp 1/3`, `https://courier.example/lamp 2/3/2015`, `1 of 3 2/3/2015, 10:15 AM`
FOOT = re.compile(rf"https?://\S+ (?:{_SHEET}|{_WHEN})|{_SHEET} {_WHEN}")
PAGED = re.compile(r"https?://\S+ \d{1,3}")  # the same, apart: `https://courier.example/lamp         1`
NUMBERED = re.compile(r".{5,80}\s{3,}Page \d{1,3} of \d{1,3}")  # `DHN Archives - Display Document      Page 1 of 1`
# `2/3/2015 Lamp goes out - Marle Courier`, `Lamp goes out - Marle Courier https://courier.example/lamp`
HEAD = re.compile(rf"(?:{_WHEN} (?P<after>.+)|(?P<before>.+?) (?:https?://\S+|{_WHEN}))")
# Without one of these at its beginning or its end a line is neither, which is seen sooner.
BEGUN, ENDED = re.compile(rf"{_DAY}|{_SHEET} "), re.compile(rf"{_DAY}(?!\S*[a-z])")
ENDS, LAST = frozenset("0123456789M"), 24  # signs; characters
BROWSED = re.compile(rf"{_WHEN} (?P<title>.{{15,}}?) [|»–—-] [A-Z][^|»–—-]{{2,60}}")  # the same, where it is the only headline
SITE = re.compile(r"\s?(?:[|»•·~]|(?<=\s)[-–—:/<](?=\s)|::)\s")  # between a headline and the name of its site
SAVED = frozenset(
    "accessed retrieved rendered downloaded printed archived captured crawled scraped saved fetched cached".split()
)
KEPT = re.compile(r"(?:date |page |last |article )?(?:printed|archived)", re.IGNORECASE)  # on paper too, by the paper itself
SAVING_WORDS = SAVED | {"date", "page", "last", "article"}
SAVING = re.compile(
    rf"(?:date |page |last |article )?(?:{'|'.join(sorted(SAVED))})(?: date)?(?: (?:on|at|from|by)\b|:|,| (?=[\dA-Z]))",
    re.IGNORECASE,
)


# Where a newspaper's story goes on, and whence it came: `SEE RANSOM, A8`, `RANSOM FROM A1`, `See RANSOM, Page 8`.
JUMP = re.compile(
    r"(?:(?:Please |PLEASE )?(?:See|SEE|Turn to|TURN TO) [A-Z][A-Z' -]{2,30}|[A-Z][A-Z' -]{2,30},? (?:(?:continued|CONTINUED) )?(?:from|FROM))"
    r"(?:, | / | on | ON | )(?:(?:Page|PAGE|page) )?[A-F]?-?\d{1,2}"
)
JUMP_WORDS = 8


def printed(row: Row, sheet: Sheet) -> float:
    """What a browser prints above and below each sheet of a page; the title there is the page's headline, maybe with its site."""
    wide = "  " in row.text
    text = " ".join(row.text.split()) if wide else row.text
    if row.words <= JUMP_WORDS and text[-1].isdigit() and JUMP.fullmatch(text):
        return 8.0
    if row.place == 0 and " Page 1 of " in text and NUMBERED.fullmatch(row.raw.strip()):
        return 9.0
    begins = text[0].isdigit() and BEGUN.match(text) is not None
    if not (begins or "://" in text or (text[-1] in ENDS and ENDED.search(text, len(text) - LAST) is not None)):
        return 0.0
    if FOOT.fullmatch(text) or (wide and PAGED.fullmatch(text)):
        return 9.0
    match = HEAD.fullmatch(text)
    title = match and (match["after"] or match["before"])
    others = sheet.rows[:TOP] if row.place >= TOP else sheet.rows
    again = begins and wide and any(one.text == row.text for one in others if one is not row)  # on the next sheet
    return 9.0 if title and (again or any(_is_title(title, one, row) for one in sheet.rows[:TOP])) else 0.0


def _is_title(title: str, headline: Row, row: Row) -> bool:
    """Whether a sheet's title is a line's words and nothing else but a site's name."""
    if headline is row or headline.words < FEWEST or not title.casefold().startswith(headline.text.casefold()):
        return False
    rest = title[len(headline.text) :]
    return not rest or (
        SITE.match(rest) is not None and all(word[0].isupper() or not word[0].isalpha() or "." in word for word in rest.split())
    )


def saved(row: Row, _: Sheet) -> float:
    """`Accessed: 2015-02-03`: when somebody saved the page, which tells nothing of the article."""
    if row.words > LONGEST_SAVED or row.opening.strip(":") not in SAVING_WORDS:
        return 0.0
    if row.stop or (match := SAVING.match(row.text)) is None or (KEPT.match(row.text) and " from " not in row.text):
        return 0.0
    return 9.0 if any(one.day is not None for one in find(row.text[match.end() :])) else 0.0
