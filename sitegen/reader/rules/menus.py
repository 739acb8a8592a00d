"""Rules for what stands above a page's story: menus, the weather, mottos."""

# ruff: noqa: PLR2004 - the figures in rules are their evidence and its limits; names would hide them

import re

from sitegen.reader import byline
from sitegen.reader.rows import Row
from sitegen.reader.sheet import Sheet
from sitegen.reader.surroundings import PROSE, traits_of
from sitegen.reader.words import first_names

TOP = 12  # rows
WEATHER_ROWS = 24
FORECAST = re.compile(r"\b(?:Low|High) (?:near |around |of )?-?\d{1,3}F\b.*\bWinds?\b")
MENU_WORDS, NEAR_MENU, LONGEST_MOTTO = 4, 30, 14  # words of a menu's lines; rows to the next blank line; words
SECTIONS, TITLED = 4, 0.6  # words of a line that names three sections; how many of them begin with a capital
SPACES = re.compile(r"\s{2,}")
SMALL, MOSTLY_TOLD = 4, 0.4  # letters; share of words
ALL_TITLED = 0.85  # share of the words that begin with a capital


def menu_line(row: Row, sheet: Sheet) -> float:
    """The names of several sections on one line, with nothing or white space between: a menu that lost its bars."""
    if names_sections(row, sheet) or is_spaced_menu(row, sheet) or is_weather(row) or "submenu" in row.key:
        return 4.0
    if row.place > TOP or not 2 < row.words <= LONGEST_MOTTO or row.stop or row.columns or row.figure:
        return 0.0
    begun = any(above.words >= PROSE for above in sheet.rows[: row.place])
    return 2.5 if not begun and is_in_menu(row, sheet) else 0.0  # a motto


def telling(row: Row) -> list[str]:
    """A line's words of more than four letters."""
    return [word for word in traits_of(row).longer if len(word) > SMALL]


def told(words: list[str], sheet: Sheet) -> float:
    """The share of words that the story has too."""
    return sum([word in sheet.like.story for word in words]) / len(words)


def is_in_menu(row: Row, sheet: Sheet) -> bool:
    """Whether a line stands between the short lines of a page's menu, where its headline would stand apart: a motto, a button."""
    if not sheet.like.leans or row.gap or row.after or not 0 < row.place < len(sheet.rows) - 1:
        return False
    words, author = telling(row), sheet.heads.get(row.place + 2, byline.NOTHING)
    if author.by and author.names:  # between stands the author's desk
        return False
    if len(words) > 2 and told(words, sheet) >= MOSTLY_TOLD:  # the story has the words of its headline
        return False
    beside = sheet.rows[row.place - 1], sheet.rows[row.place + 1]
    heads = [sheet.heads.get(one.place, byline.NOTHING) for one in beside]
    return (
        all(one.words <= MENU_WORDS and not one.stop for one in beside)
        and not any(
            head.dated or head.by or any(name.split()[0].casefold() in first_names() for name in head.names) for head in heads
        )
        and any(one.gap for one in sheet.rows[row.place + 2 : row.place + NEAR_MENU])
    )


def is_spaced_menu(row: Row, sheet: Sheet) -> bool:
    """Whether a line on top is of three short parts or more, held apart by white space alone: `News  Sport  Jobs`."""
    if row.place > WEATHER_ROWS or row.stop or "  " not in row.text:
        return False
    beside = (other for other in sheet.rows[max(0, row.place - 1) : row.place + 2] if other is not row)
    if any("  " in other.text and not (">" in other.text or "|" in other.text) for other in beside):
        return False  # a table's
    parts = SPACES.split(row.text)
    return len(parts) > 2 and all(len(part.split()) <= 3 for part in parts)


def is_weather(row: Row) -> bool:
    """`Weather: light rain High: 14° Low: 9°`, `Cloudy. Low 64F. Winds SSE at 5 to 10 mph.`: the weather of today."""
    if row.place > WEATHER_ROWS:
        return False
    text = row.text
    if "°" in text and ": " in text and not row.stop and (row.words <= MENU_WORDS + 4 or text.count("°") > 1):
        return True
    return ("Low " in text or "High " in text) and FORECAST.search(text) is not None


def names_sections(row: Row, sheet: Sheet) -> bool:
    """Whether three words of a line or more are names of sections, and most words begin with a capital."""
    head = sheet.heads.get(row.place, byline.NOTHING)
    if (
        row.stop or row.words < SECTIONS or row.titled < TITLED or (head.by and head.posted)
    ):  # `By Iva Voss, in News, Business · 31 Jan 2025`
        return False
    known = sum([word.strip(",&|") in sheet.phrases.sections for word in row.key.split()])
    return known >= 3 or (known == 2 and row.opening == "home" and row.titled >= ALL_TITLED)
