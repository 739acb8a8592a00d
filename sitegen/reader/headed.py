"""What heads a paragraph on its own line: `Council backs bridge By Ann Lee, Courier March 3, 2011 TOLLIVER, Ohio — The council …`.

So whole articles stand in tables and in what a program has set on one line. An author alone parts nothing, since a sentence may hold
the same words: behind the name the day or the dateline has to follow, and the story behind that.
"""

import re

from sitegen.reader import byline, dateline, dates

WITHIN = 320  # characters of a line in which its head stands
OF_AUTHOR = 160  # characters from `By` to the end of the day
BETWEEN_DAYS = 40  # characters
FEWEST_TOLD = 12  # words of a story that is told behind it
BY = re.compile(r"(?:^|(?<=[\w.!?”\"’')\]]) )By (?=[A-Z])")
GAP = re.compile(r"(?:(?<=\s)|(?=[\s|/•·–—-]))[\s|/,•·–—-]*(?=\S)")  # between what heads a story and the story
AT = re.compile(r"[\s,|@–—-]*(?:at )?")
UPDATED = re.compile(r"[\s|/,•·(–—-]*(?:last )?(?:updated|modified|edited|revised)\b", re.IGNORECASE)
TOWN = re.compile(r"\s(?=[A-Z][A-Z.'’]{2,})")
OPENS = frozenset("“\"‘'[")


def parts(text: str) -> list[int]:
    """Where the author, and behind author and day the story begins; nothing where no such head is sure."""
    head = text[:WITHIN]
    for match in BY.finditer(head):
        start = match.end() - len("By ")
        end = _behind_day(text, start) or _before_town(text, start)
        if end is not None and text.count(" ", end) >= FEWEST_TOLD:
            return [start, end]
    return []


def _behind_day(text: str, start: int) -> int | None:
    """Where the story begins behind an author and a day with its year."""
    author = text[start : start + OF_AUTHOR]
    days = dates.days(author)
    if not days or not _tells(author[: days[0].end]):
        return None
    end = _with_time(author, days[0].end)
    for later in days[1:]:
        if later.start - end > BETWEEN_DAYS or not UPDATED.match(author, end):
            break
        end = _with_time(author, later.end)
    gap = GAP.match(author, end)
    first = author[gap.end() : gap.end() + 1] if gap else ""
    return start + gap.end() if gap and (first.isupper() or first.isdigit() or first in OPENS) else None


def _with_time(author: str, end: int) -> int:
    """Where a day ends, with the time behind it."""
    lead = AT.match(author, end)
    time = dates.time_at(author, lead.end()) if lead else None
    return time.end() if time and (time["minute"] or time["half"]) else end


def _before_town(text: str, start: int) -> int | None:
    """Where a dateline in capitals begins behind an author."""
    for town in TOWN.finditer(text, start, start + OF_AUTHOR):
        if dateline.opens(text[town.end() :]) and _tells(text[start : town.start()]):
            return town.end()
    return None


def _tells(author: str) -> bool:
    head = byline.parse(author)
    return bool(head.names) and head.sure >= 1
