"""Rules for what stands above a page's story: menus, the weather, mottos."""

# ruff: noqa: PLR2004 - the figures in rules are their evidence and its limits; names would hide them

import re
from itertools import repeat

from sitegen.reader import byline, glued
from sitegen.reader.rows import Row
from sitegen.reader.rules import telling
from sitegen.reader.rules.story import hours, unclaimed
from sitegen.reader.sheet import Sheet
from sitegen.reader.surroundings import CUT, PROSE
from sitegen.reader.trades import ends_in_job
from sitegen.reader.words import first_names

TOP = 12  # rows
WEATHER_ROWS = 24
# `90° Marle   Full Forecast`, `Now 14°C Port Hale 10-17°C Rain (70%)`: degrees, and no word with a small letter
DEGREES = re.compile(r"(?:Now |Currently )?-?\d{1,3} ?°[CF]?(?:\s+[^\sa-z]\S*)+")
HOURS = re.compile(r"\b\d{1,2} ?[AP]M -?\d{1,3} ?°")  # `Monday, Feb 3rd 2021 9AM 4°C 12PM 6°C 5-Day Forecast`
FORECAST = re.compile(r"\b(?:Low|High) (?:near |around |of )?-?\d{1,3}F\b.*\bWinds?\b")
MENU_WORDS, NEAR_MENU, LONGEST_MOTTO = 4, 30, 14  # words of a menu's lines; rows to the next blank line; words
SECTIONS, TITLED = 4, 0.6  # words of a line that names three sections; how many of them begin with a capital
FILM, FILMS = re.compile(r"\d{1,2}(?::\d\d(?: [•·|–-] [^|]{2,30})?|min \d{1,2}sec)$"), 6  # rows
RATING = frozenset("★☆⭐✭✮✰½")  # below the headline of a review
PLAYED = frozenset({"listen", "watch", "play", "video", "audio"})
SPACES = re.compile(r"\s{2,}")
ALL_ABOVE = 60  # rows from a line down to the story, beyond which nothing is of it
FAR_ABOVE, LONGEST_ABOVE, FEW = 30, 24, 7  # rows from a line down to the story; words; of a sentence, which may be of the head
HEAD_ROWS, NEAR_SHARE, FADING = 6, 0.3, 14  # rows right above the story, what is left of the evidence there, and how soon
PART_WORDS = 4  # of a menu's entry
MOSTLY_TOLD = 0.4  # share of words
ALL_TITLED = 0.85  # share of the words that begin with a capital
SHARED = 0.25  # of the longer words of a paragraph that may be of the story

OF_WORK = frozenset("title author publisher pages price isbn director directed cast starring rating rated running".split())
OF_BOX = re.compile(r"[A-Z][a-z]+(?: [a-z]+)?: \S")


def is_of_work(row: Row, sheet: Sheet) -> bool:
    """`Publisher: Harbor Press`, `Pages: 312`: whether a line stands in the box of a book or a film that the story is about."""
    beside = sheet.rows[max(0, row.place - 1) : row.place + 2]
    return sum([one.opening in OF_WORK and OF_BOX.match(one.text) is not None for one in beside]) > 1


def menu_line(row: Row, sheet: Sheet) -> float:
    """The names of several sections on one line, with nothing or white space between: a menu that lost its bars."""
    if (
        glued.runs_on(row.text)
        or names_sections(row, sheet)
        or is_spaced_menu(row, sheet)
        or is_weather(row)
        or "submenu" in row.key
    ):
        return 4.0
    if row.place > TOP or not 2 < row.words <= LONGEST_MOTTO or row.stop or row.columns or row.figure or row.text[-1] == ",":
        return 0.0
    if row.opening in OF_WORK and is_of_work(row, sheet):
        return 0.0
    return 2.5 if is_in_menu(row, sheet) and not _has_begun(row, sheet) else 0.0  # a motto


def _has_begun(row: Row, sheet: Sheet) -> bool:
    """Whether prose stands above a line."""
    return any(above.words >= PROSE for above in sheet.rows[: row.place])


WRITERS = (" correspondent", " reporter", " bureau")
ASKED = frozenset({"how", "why", "what"})  # as deks and headlines begin, and hardly a motto


def is_in_menu(row: Row, sheet: Sheet) -> bool:
    """Whether a line stands between the short lines of a page's menu, where its headline would stand apart: a motto, a button."""
    if not sheet.like.leans or row.gap or row.after or row.opening in ASKED or not 0 < row.place < len(sheet.rows) - 1:
        return False
    above, below = sheet.rows[row.place - 1], sheet.rows[row.place + 1]
    if above.words > MENU_WORDS or above.stop or below.words > MENU_WORDS or below.stop or below.text[0] in RATING:
        return False
    words, author = telling.words(row), sheet.heads.get(row.place + 2, byline.NOTHING)
    if author.by and author.names:  # between stands the author's desk
        return False
    if len(words) > 2 and telling.share(words, sheet) >= MOSTLY_TOLD:  # the story has the words of its headline
        return False
    own = sheet.heads.get(row.place, byline.NOTHING)
    if _is_of_author(above.place, sheet) or _is_of_author(below.place, sheet) or (own.names and ends_in_job(below.text)):
        return False
    return any(one.gap for one in sheet.rows[row.place + 2 : row.place + NEAR_MENU])


def _is_of_author(place: int, sheet: Sheet) -> bool:
    """Whether a line may tell who wrote the story, or when."""
    head = sheet.heads.get(place, byline.NOTHING)
    if head.credited and head.sure >= 1 and sheet.rows[place].key.partition(", ")[0].endswith(WRITERS):  # without a name
        return True
    return head.dated or head.by or any(name.split()[0].casefold() in first_names() for name in head.names)


def is_far_above(place: int, sheet: Sheet) -> bool:
    """Whether a row is so far above the story, on a page with menus there, that it hardly is of its head."""
    return place < sheet.like.start - FAR_ABOVE


def far_above(row: Row, sheet: Sheet) -> float:
    """A short line on a page with menus above its story: the surer the farther above it stands."""
    distance = sheet.like.start - row.place
    if distance < 2 or (
        row.words > LONGEST_ABOVE
        and (distance <= HEAD_ROWS or (distance <= ALL_ABOVE and telling.share(telling.words(row), sheet) >= SHARED))
    ):
        return 0.0
    if row.stop and row.words > FEW and distance <= FAR_ABOVE and not row.text.endswith(CUT):
        return 0.0
    return min(1.0, NEAR_SHARE + max(0, distance - HEAD_ROWS) / FADING) * unclaimed(row)


def repeated(row: Row, sheet: Sheet) -> float:
    """A line that stands three times or oftener on a page with menus, above its story; a headline may, in what shares it."""
    if row.place >= sheet.like.start or sheet.like.repeated.get(row.key, 0) <= 2:
        return 0.0
    words = telling.words(row)
    return 0.0 if row.words > MENU_WORDS and words and telling.share(words, sheet) >= MOSTLY_TOLD else 2.5


def film(row: Row, sheet: Sheet) -> float:
    """How long a film runs, perhaps with its source, where others stand beside: `1:30 • Source: MBC`."""
    if not FILM.match(row.text) or row.place in hours(sheet):
        return 0.0
    above = sheet.rows[row.place - 1].opening if row.place else ""
    if "ource: " in row.text or (row.text.endswith("sec") and (above in PLAYED or row.place < next(iter(sheet.told), 0))):
        return 4.5
    beside = sheet.rows[max(0, row.place - FILMS) : row.place] + sheet.rows[row.place + 1 : row.place + 1 + FILMS]
    return 4.5 if any(FILM.match(one.text) for one in beside) else 0.0


def is_spaced_menu(row: Row, sheet: Sheet) -> bool:
    """Whether a line on top is of three short parts or more, held apart by white space alone: `News  Sport  Jobs`."""
    if row.place > WEATHER_ROWS or row.stop or "  " not in row.text:
        return False
    beside = (other for other in sheet.rows[max(0, row.place - 1) : row.place + 2] if other is not row)
    if any("  " in other.text and not (">" in other.text or "|" in other.text) for other in beside):
        return False  # a table's
    parts = SPACES.split(row.text)
    return len(parts) > 2 and all(len(part.split()) <= PART_WORDS for part in parts)


def may_stand_on_top(row: Row) -> bool:
    """Whether a line has white space inside, tells the weather, or touches the lines beside it as a motto in a menu does."""
    text = row.text
    if row.place <= TOP and not (row.gap or row.after or row.stop):
        return True
    return "  " in text or "°" in text or "Low " in text or "High " in text


def is_weather(row: Row) -> bool:
    """`Weather: light rain High: 14° Low: 9°`, `Cloudy. Low 64F. Winds SSE at 5 to 10 mph.`: the weather of today."""
    if row.place > WEATHER_ROWS:
        return False
    text = row.text
    if "°" in text and not row.stop and (row.words <= MENU_WORDS + 4 or text.count("°") > 1):
        return ": " in text or DEGREES.fullmatch(text) is not None or HOURS.search(text) is not None
    return ("Low " in text or "High " in text) and FORECAST.search(text) is not None


def _count_again(row: Row) -> int:
    """How many words of a line on top stand in it before: `North East North West Mid Wales South East`."""
    words = row.key.split() if row.place <= TOP and row.titled >= ALL_TITLED else []
    return len(words) - len({*words}) if all(map(str.isalpha, words)) else 0


def names_sections(row: Row, sheet: Sheet) -> bool:
    """Whether three words of a line or more are names of sections, and most words begin with a capital."""
    if (row.stop and not row.text.endswith(CUT)) or row.words < SECTIONS or row.titled < TITLED:
        return False
    sections = sheet.phrases.sections
    words = map(str.strip, row.key.split(), repeat(",&|"))
    known = len([word for word in words if word in sections])
    if max(known, _count_again(row)) < 3 and not (known == 2 and row.opening == "home" and row.titled >= ALL_TITLED):
        return False
    head = sheet.heads.get(row.place, byline.NOTHING)
    return not (head.by and head.posted)  # `By Iva Voss, in News, Business · 31 Jan 2025`
