"""Rules for when and where: dates and datelines above the story and under it."""

# ruff: noqa: PLR2004 - the figures in rules are their evidence and its limits; names would hide them

import re

from sitegen.reader import byline, dateline, dates, trades
from sitegen.reader.rows import Row
from sitegen.reader.rules import makers, menus
from sitegen.reader.seen import has_one
from sitegen.reader.sheet import FACTS, Sheet
from sitegen.reader.surroundings import PROSE
from sitegen.reader.words import first_names, places

IN_LISTS = 12  # rows from a line down to the story
TIME_ALONE = re.compile(r"^\d{1,2}[:.]\d\d\s?(?:[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?$", re.IGNORECASE)
BARRED, LABEL_WORDS, TELLING, LONGEST_PLACE = 16, 5, 10, 9  # words; rows; words
TOWN_WORDS, TOLD_TOWN = 4, 5.0
NAME_WORDS = 2  # of a town that no gazetteer knows
SURE = 4.0  # evidence for a place that isn't only set as one
PAGED = re.compile(r"\d{4}-\d\d-\d\d / [A-Z]")  # `2010-10-21 / Front Page`
HOUR = re.compile(r"\b[01]?\d:[0-5]\d ?[ap]\.?m\b", re.IGNORECASE)  # without a zone
# `Source: Xinhua| 2018-08-14 19:22:05|Editor: Hal Brand`; `4:15 PM on Feb 21, 2020 CST — Updated at 6:02 PM on Feb 21, 2020 CST`
POSTED_AND_UPDATED = re.compile(r"posted at [^|]{4,40}\| ?updated as of ")  # `Posted at May 3 2018 06:47 PM | Updated as of …`
SOURCED, CLOCKED = re.compile(r"Source: ?[A-Z][\w ]+\| ?\d{4}-\d\d-\d\d"), re.compile(r"\d{1,2}:\d\d [AP]M on [A-Z]")
COARSE = re.compile(r"(?P<month>[A-Z][a-z]{2,8}\.?) (?P<year>(?:19|20)\d\d)|(?:[A-Z][\w'’]+ ){1,5}?[A-Z][\w'’]+, (?:19|20)\d\d")
# `This report by The Canadian Press was first published …`, `Published in Dawn, July 11th, 2014`
REPORTED = re.compile(
    r"this (?:report|story|article) by [^.]{3,60} was first published "
    r"|published in [^.,]{2,40}, [a-z]+ \d{1,2}(?:st|nd|rd|th)?, \d{4}\.?$"
)


def posted_line(row: Row, sheet: Sheet) -> float:
    """A date and nothing else that matters."""
    head = sheet.heads.get(row.place)
    if head is None or not head.dated or (head.names and (head.by or head.posted is None)):
        return 0.0
    under = head.names and head.sure >= 1 and (is_under_author(row, sheet) or _is_town_under_name(row, head, sheet))
    if under or PAGED.match(row.text):
        return 6.0
    if head.by:  # `by` and a name that nobody is called by
        return 4.0 if head.posted and row.words < 9 and (not row.stop or row.opening == "submitted") else 0.0
    if head.sure >= 1 and not head.names:
        return 6.0 if head.posted or head.updated else 4.5
    if told := _of_house(row, head):
        return told
    return (
        4.0 if head.sure > 0.3 and (head.posted or head.updated) and row.words < 12 and not row.stop and not head.names else 0.0
    )


def _of_house(row: Row, head: byline.Head) -> float:
    """What the forms of some houses speak for, in which much stands beside the day."""
    if head.posted and (
        SOURCED.match(row.text) or (CLOCKED.match(row.text) and " updated at " in row.key) or POSTED_AND_UPDATED.match(row.key)
    ):
        return 8.0
    return 5.0 if _is_barred(row, head) or (head.posted and row.key.startswith("press release source: ")) else 0.0


def _is_barred(row: Row, head: byline.Head) -> bool:
    """`Middle Marle & Quays | Fri May 5, 2017 | 3:29pm`: a day and an hour beside a bar, or a slash, whatever is told besides."""
    return (
        (day := head.posted or head.updated) is not None
        and ("T" in day or HOUR.search(row.text) is not None)
        and (" | " in row.text or " / " in row.text)
        and row.words < BARRED
        and not (head.names or (row.stop and " | source: " not in row.key))
    )


def is_under_author(row: Row, sheet: Sheet) -> bool:
    """`Courier Southern Marle / 05:12 AM May 3, 2018`: whether `By …` with a name stands directly above; beside the date is the paper."""
    above = sheet.heads.get(row.place - 1, byline.NOTHING)
    if above.contact and not above.names and not sheet.rows[row.place - 1].gap:  # the author's handle stands between
        above = sheet.heads.get(row.place - 2, byline.NOTHING)
    return not row.gap and above.by and bool(above.names) and not above.dated


def _is_town_under_name(row: Row, head: byline.Head, sheet: Sheet) -> bool:
    given = any(name.split()[0].casefold() in first_names() for name in head.names)
    return not given and is_under_name(row, sheet)


def is_under_name(row: Row, sheet: Sheet) -> bool:
    """`Alto de Marle - 09 OCT 2016` directly below `Iva Voss`."""
    above = sheet.heads.get(row.place - 1, byline.NOTHING)
    named = above.names and not above.dated and above.sure >= 1
    return not row.gap and bool(named) and above.names[0].split()[0].casefold() in first_names()


def issue_line(row: Row, sheet: Sheet) -> float:
    """`From the Spring 2012 issue`, `Published 3h ago`, `12:20 a.m.`."""
    if TIME_ALONE.match(row.text):
        if row.text.startswith("0:") or menus.film(row, sheet):  # of a film that hasn't begun
            return 0.0
        return 1.0 if row.place < sheet.like.start - IN_LISTS else 4.0  # beside headlines of others
    opens = row.key.startswith(
        ("from the ", "published ", "posted ", "web posted ", "last updated", "updated ", "first published")
    )
    return 4.5 if opens and row.words < 9 and not row.stop and (row.figure or "issue" in row.key) else 0.0


def first_published(row: Row, _: Sheet) -> float:
    """`This story was originally published …` under the story."""
    return (
        8.0
        if row.key.startswith(
            (
                "this story was originally published ",
                "this article was originally published on ",
                "originally published on ",
                "originally published in ",
                "originally published: ",
                "first published on ",
                "first published on: ",
            )
        )
        or REPORTED.match(row.key)
        else 0.0
    )


def _stands_in_head(row: Row, sheet: Sheet) -> bool:
    """Whether a known town stands between the author and the date: `MONCTON`, `Nairobi`."""
    if row.gap or row.after:
        return False
    above, below = sheet.heads.get(row.place - 1, byline.NOTHING), sheet.heads.get(row.place + 1, byline.NOTHING)
    if not below.dated or not (above.names or above.credited):
        return False
    town = row.text.rstrip(",")
    told = row.caps and any([f" {town.title()}" in one.text for one in sheet.rows[row.place + 1 : row.place + TELLING]])  # noqa: C419
    return told or dateline.is_town(town) or row.text in places()


def _stands_under_author(row: Row, sheet: Sheet) -> bool:
    """`Tarma, Peru`: whether a town and its country stand between the author with the date and the story."""
    above = sheet.heads.get(row.place - 1, byline.NOTHING)
    below = sheet.rows[row.place + 1] if row.place + 1 < len(sheet.rows) else row
    if not (above.names and (above.by or above.sure >= 1)) or below.words < PROSE or row.titled < 1:
        return False
    return row.text.rsplit(", ", 1)[1] in places()


def _is_over_story(row: Row, sheet: Sheet) -> bool:
    below = sheet.rows[row.place + 1] if row.place + 1 < len(sheet.rows) else row
    return below.stop and below.words >= PROSE


def _opens_story(row: Row, sheet: Sheet) -> bool:
    """Whether a known town stands between the date and the first paragraph, which tells of it: `Kampala`; or `Kampala:` above that."""
    town = row.text.removesuffix(":")
    if row.place + 1 >= len(sheet.rows) or town not in places():
        return False
    above, below = sheet.heads.get(row.place - 1, byline.NOTHING), sheet.rows[row.place + 1]
    return (above.posted is not None or town != row.text) and _is_over_story(row, sheet) and town in below.text


# `Today at 5:00 a.m. EDT`: a day that only who saved the page could know
RELATIVE_DAYS, RELATIVE = (
    frozenset({"today", "yesterday"}),
    re.compile(r"(?:Today|Yesterday) (?:at )?\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?"),
)


def relative_day(row: Row, sheet: Sheet) -> float:
    """Such a line beside the author's, and no other: events of a day have several."""
    if row.opening not in RELATIVE_DAYS or RELATIVE.fullmatch(row.text) is None:
        return 0.0
    beside = any(sheet.heads.get(place, byline.NOTHING).names for place in (row.place - 2, row.place - 1, row.place + 1))
    alone = all(one is row or RELATIVE.fullmatch(one.text) is None for one in sheet.rows if one.opening in RELATIVE_DAYS)
    return 6.0 if beside and alone else 0.0


def coarse_line(row: Row, sheet: Sheet) -> float:
    """`November 2010`, or the paper's name and the year, below the author: all that is told of the date."""
    match = COARSE.fullmatch(row.text)
    above = sheet.heads.get(row.place - 1, byline.NOTHING)
    if match is None or row.gap or not (above.by or above.names or above.credited):
        return 0.0
    return 0.0 if match["month"] and match["month"].strip(".").casefold() not in dates.MONTHS else 6.0


def _is_desk(row: Row, sheet: Sheet) -> bool:
    """`WESTERN BUREAU:` over the first paragraph: whence a paper of several offices has it."""
    key = row.key.strip(" :")
    below = sheet.rows[row.place + 1] if row.place + 1 < len(sheet.rows) else row
    return below.words >= PROSE and below.stop and (key.endswith(" bureau") or key.title() in places())


DASHED_ENDS, DASHED_PLACE = (
    frozenset({" -", " –", " —"}),
    re.compile(r"[A-Z][\w'’]+(?: [A-Z][\w'’]+){0,2}(?:, [A-Z][\w.]+)? [-–—]"),
)


def place_line(row: Row, sheet: Sheet) -> float:
    """A dateline on a line of its own."""
    if row.text[-2:] in DASHED_ENDS and _is_over_day(row, sheet):
        return 7.0  # more than the day below takes (`decide.BEFORE`)
    return 7.0 if row.text[-1] == ":" and _are_over_story(row, sheet) else _place_line(row, sheet)


def _are_over_story(row: Row, sheet: Sheet) -> bool:
    """`New Delhi:`, `Washington/ New Delhi:` right over a paragraph, below the author or the day."""
    below = sheet.rows[row.place + 1] if row.place + 1 < len(sheet.rows) else row
    if row.words > LONGEST_PLACE or not (below.stop and below.words >= PROSE):
        return False
    return all(town.strip() in places() for town in row.text[:-1].split("/"))


def _is_over_day(row: Row, sheet: Sheet) -> bool:
    """`Marle -` over the day."""
    below = sheet.heads.get(row.place + 1, byline.NOTHING)
    return row.place > 0 and below.posted is not None and not below.names and DASHED_PLACE.fullmatch(row.text) is not None


def _place_line(row: Row, sheet: Sheet) -> float:
    if row.words >= LONGEST_PLACE or _shows_no_place(row) or (_is_bare(row) and row.place - 1 not in sheet.heads):  # most lines
        return 0.0
    if row.place and row.words < 5 and _stands_in_head(row, sheet):
        return 9.0
    if row.caps and row.text[-1] == ":" and _is_desk(row, sheet):
        return 4.0
    named = _names_paper(row, sheet)
    if row.words < 4 and not named and _opens_story(row, sheet):
        return 5.0
    evidence = 0.0 if named else dateline.alone(row.text)
    if ", " in row.text and (under := _under_author(row, evidence, sheet)):
        return under
    if row.caps and _is_named_in(row, sheet):
        evidence = max(evidence, TOLD_TOWN)
    return evidence if evidence and not (trades.ends_in_job(row.text) or _is_of_other_use(row, evidence, sheet)) else 0.0


def _is_named_in(row: Row, sheet: Sheet) -> bool:
    """`PORT AMITY` right over the first paragraph, below the author or his address, where something is in Port Amity."""
    above = sheet.heads.get(row.place - 1, byline.NOTHING)
    if row.words > TOWN_WORDS or not row.text.replace(" ", "").isalpha() or not (above.contact or above.names or above.dated):
        return False
    if not sheet.told or sheet.told[0] != row.place + 1:
        return False
    said = re.compile(rf"\b(?:in|near|outside|to|from) {row.text.title()}\b")
    return any([said.search(one.text) for one in sheet.rows if one is not row])  # noqa: C419 - faster


def _under_author(row: Row, evidence: float, sheet: Sheet) -> float:
    """What stands between the author and the story: `Tarma, Peru`; `Tarnpur, Feb 21, 2011`, which is more than a day."""
    if evidence:
        return 6.5 if row.figure and is_under_name(row, sheet) and _is_over_story(row, sheet) else 0.0
    return 6.0 if row.words < 6 and _stands_under_author(row, sheet) else 0.0


def _names_paper(row: Row, sheet: Sheet) -> bool:
    """`MARLE COURIER` right below the author."""
    named = sheet.heads.get(row.place - 1, byline.NOTHING).names
    return bool(named) and row.words > 1 and (trades.is_paper(row.text.split()) or trades.is_house(row.text))


def _shows_no_place(row: Row) -> bool:
    """Whether a line is more than a few words without capitals, a figure, a comma or a sign at its end; or `HAL BRAND/MARLE NEWS`."""
    if row.caps or "/" in row.text:
        return makers.may_name_maker(row) or row.key.strip(" :") in FACTS
    return row.words > 4 and not row.figure and row.text[-1].isalnum() and "," not in row.text


def _is_bare(row: Row) -> bool:
    """Whether a few words have none of the signs of a dateline; only below the author may a town stand so."""
    return not (row.caps or row.figure or "," in row.text or " - " in row.text) and row.text[-1].isalnum()


def _is_of_other_use(row: Row, evidence: float, sheet: Sheet) -> bool:
    """Whether what only its capitals make a place is rather who made the picture told of above, or one of several crossheads."""
    above = sheet.rows[row.place - 1] if row.place else row
    below = sheet.rows[row.place + 1] if row.place + 1 < len(sheet.rows) else row
    if below.words >= PROSE and dateline.opens(below.text):  # which has its own: above stands the agency
        return True
    if evidence >= SURE:
        return False
    if row.key in sheet.phrases.box_headings:  # `KEY POINTS`
        return True
    if row.words > NAME_WORDS and row.text.title() not in places() and not has_one(row.text, ",("):
        return True
    others = [one for one in sheet.rows[row.place + 1 :] if one.caps and one.words <= LABEL_WORDS and not one.stop]
    return (not row.gap and above.stop and above.words > LABEL_WORDS) or any(_heads_story(one, sheet) for one in others)


def _heads_story(row: Row, sheet: Sheet) -> bool:
    """Whether a paragraph stands right below a line."""
    below = sheet.rows[row.place + 1] if row.place + 1 < len(sheet.rows) else row
    return below.words >= PROSE and below.stop
