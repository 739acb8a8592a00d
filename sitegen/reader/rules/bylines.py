"""Rules for who wrote the story: bylines with `By` and without, and what goes on below them."""

# ruff: noqa: PLR2004 - the figures in rules are their evidence and its limits; names would hide them

import re
from itertools import pairwise

from sitegen.reader import byline, captions, dateline, trades
from sitegen.reader.rows import Row
from sitegen.reader.rules import galleries, heads, makers, menus, no_names, pointed, unsigned
from sitegen.reader.rules.when import is_under_author, is_under_name
from sitegen.reader.sheet import Sheet, key_of
from sitegen.reader.signs import ASKS
from sitegen.reader.surroundings import PROSE
from sitegen.reader.words import first_names, places

DESK = re.compile(
    r"by (?:(?:our|the|a) )?(?:[\w-]+ ){0,2}(?:news ?desk|newsroom|staff|editors?|web team|team|reporters?|correspondents?)"
    r"(?:, (?:the )?[a-z][\w' -]{2,30})?"
)
PROVIDED = "news provided by"  # over the name of whoever sent a release out
DATED_NAME = 24  # words of the longest line with a name and its dates
REPORTING = re.compile(
    r" reports from [A-Z][\w'’-]*,?(?: (?:(?:of|de|na|the) )?[A-Z][\w'’-]*,?){0,5}"
)  # `Hal Brand reports from Marle Park`
INITIALS = re.compile(r"(?:[A-Z]\.){2,3} |[A-Z]\. [A-Z][a-z]{3,}$")  # `S.P. Arun`, `S. Ilavarasan`
SHORT_END = re.compile(r"\b\w{1,3}\.$")  # `Hank Tolland Jr.`
HOUSE_WORDS = 5
ALONE = frozenset(
    {"by", "by + more", "by +more", "by staff + more", "author", "author of the article"}
)  # a byline without a name
OVER_NAME = frozenset(
    {"authors", "author(s", "reporter", "reporters", "written by", "writer", "words by", "reporting by"}
)  # over one
NEAR_STORY, APART = 8, 3  # rows from an author down to the story; to another's name
NEAR_NAME, NAMED_ABOVE = 4, 12  # rows
NAME_PART = 4  # letters
AROUND, RUN, TEASERS, MENU_WORDS = 4, 4, 3, 4  # rows above and below; names that make a list, teasers'; words of a menu's line


COMMENTS, COMMENT_ROWS = (
    frozenset({"comments", "comment", "your comment", "all comments", "leave a comment", "post a comment"}),
    12,
)
SURE_PLACE = 6.0  # evidence that a line is a dateline and nothing else


def author_line(row: Row, sheet: Sheet) -> float:
    """`By` and names."""
    head = sheet.heads.get(row.place)
    if head is None or not head.by or unsigned.is_of_pictures(row) or " on publish date " in row.key:
        return 0.0
    if head.names:
        if row.opening == "author" and _is_of_comment(row, sheet):
            return 0.0
        if not head.dated and _is_of_teaser(row, sheet):
            return 1.5
        return 7.0 if head.sure >= 1 else 5.0 if head.sure > 0.6 and not row.stop else 0.0
    if (
        head.agency
        or (head.credited and head.sure >= 1 and row.words < 9)
        or DESK.fullmatch(row.key)
        or SCHOOL.fullmatch(row.text)
    ):
        return 6.0
    return (
        5.0 if head.posted and head.credited and head.sure > 0.6 and not row.stop else 0.0
    )  # `By TPN, in News, Sport · 31 Jan 2025`


def _is_of_comment(row: Row, sheet: Sheet) -> bool:
    """`Author: Hal Brand` under `Your comment:`: who made one."""
    return any(one.key.strip(" :") in COMMENTS for one in sheet.rows[max(0, row.place - COMMENT_ROWS) : row.place])


def _is_of_teaser(row: Row, sheet: Sheet) -> bool:
    """Whether a line is well above the story on a page with menus, and somebody else is named between: who wrote another story."""
    if row.place >= sheet.like.start - NEAR_STORY:
        return False
    below = range(row.place + APART, sheet.like.start + 1)
    return any(one.by and one.names for place in below if (one := sheet.heads.get(place)) is not None)


def empty_byline(row: Row, sheet: Sheet) -> float:
    """A byline's furniture without a name: `By + More`, `By`."""
    if row.place not in sheet.heads or (key := key_of(row)) not in ALONE | OVER_NAME:
        return 0.0
    below = sheet.heads.get(row.place + 1, byline.NOTHING)
    return 6.0 if key in ALONE or (below.names and below.sure >= 1) else 0.0


# `by University of Marle`, as sites that take over the news of colleges name those
SCHOOL = re.compile(
    r"by (?:The |the )?(?=.*\b(?:Universit\w+|Institut\w+|College|Academy|Society|School|Laborator\w+|Cent(?:er|re)|Museum)\b)"
    r"[A-Z][\w.&'’-]*(?:,? (?:of |the |for |and |at )*[A-Z&][\w.&'’-]*){1,8}"
)
ASKING = ASKS | {"try", "license"}  # with which buttons begin


def bare_name(row: Row, sheet: Sheet) -> float:
    """A name alone, or with a date or an address: a byline without `By`."""
    head = sheet.heads.get(row.place)
    if (
        head is None
        or head.by
        or not head.names
        or (head.sure < 1 and not _is_with_town(row, head, sheet))
        or row.key in sheet.phrases.box_headings  # `Key Points`
        or "(née " in row.key  # of a life
        or row.opening in ASKING  # `Try Courier Pro`
        or no_names.is_none(row, head, sheet)
        or row.words > (DATED_NAME if head.dated else 16)
        or sheet.rows[row.place - 1].key.strip(" :") == PROVIDED
    ):
        return 0.0
    if _reports_from(row, head):
        return 6.0
    if (
        (", " in row.text and pointed.is_subject(row, sheet))
        or _names_others(row, head, sheet)
        or (head.dated and (is_under_author(row, sheet) or _ends_in_credit(row)))
    ):
        return 0.0
    shared = head.agency is not None and " and " in row.text  # `Hank Tolland and AP`
    over = _is_over_date(row, sheet) or _is_over_house(row, sheet) or _names_two(row, head, sheet) or _is_over_job(row, sheet)
    told = shared or over or _is_with_office(row, head) or head.posted is not None
    if (
        (not told and captions.SIGN.search(row.text))
        or captions.WORD.match(row.text)
        or (head.dated and (dateline.is_dated(row.text) or _is_place_over_day(row, head)))
    ):
        return 0.0
    score = 2.2 + (2.0 if head.dated or head.contact else 0.0) + (0.8 if head.credited else 0.0)
    score += (
        2.0
        if shared
        or over
        or _is_with_office(row, head)
        or _is_with_town(row, head, sheet)
        or _has_handle_below(row, sheet)
        or _is_over_follow(row, sheet)
        or _stands_between(row, sheet)
        else 0.0
    )
    score -= 2.0 if menus.is_far_above(row.place, sheet) or _is_of_list(row, head, sheet) else 0.0
    known = sum(name.split()[0].casefold() in first_names() or INITIALS.match(name) is not None for name in head.names)
    placed = head.dated and head.agency is not None and row.text[-1] == ")"  # `San Marle, Nov 12, 2006 (AFP)`: a dateline
    if not known and (
        placed or is_under_author(row, sheet) or (head.dated and is_under_name(row, sheet))
    ):  # the paper, the town
        return 0.0
    sure = known == len(head.names) or (not known and _has_address_below(row, sheet))
    return score + 1.6 if sure else max(0.0, score - (1.2 if head.dated or head.contact or over else 2.6))


def _reports_from(row: Row, head: byline.Head) -> bool:
    """`Hal Brand reports from Marle Park`, over the story."""
    led = " reports from " in row.text and not row.stop and len(head.names) == 1 and row.text.startswith(head.names[0])
    return led and REPORTING.fullmatch(row.text, len(head.names[0])) is not None


def _is_place_over_day(row: Row, head: byline.Head) -> bool:
    """`SAN MARLE - 10/27/2022`, and not `HAL BRAND - 10/27/2022, 6:14 PM`: whether a place stands before a day."""
    given = head.names[0].split()[0].casefold() in first_names() and row.text[: row.text.find(" - ")].isupper()
    return " - " in row.text and not given and dateline.alone(row.text) >= SURE_PLACE


def _ends_in_credit(row: Row) -> bool:
    """`The quay, seen on August 24, 2015. REUTERS/Hank Tolland`: whether a line is a picture's words with who made it."""
    told = captions.split(row.text)
    return (
        told.credit is not None and told.text.count(" ") > unsigned.SENTENCE and captions.is_certain(row.text[len(told.text) :])
    )


def _is_of_list(row: Row, head: byline.Head, sheet: Sheet) -> bool:
    """Whether a name alone stands among names, as those who write for a paper do, or among a menu's lines or other stories' headlines."""
    if head.dated or head.contact or row.place < AROUND:
        return False
    above, below = sheet.rows[row.place - AROUND : row.place], sheet.rows[row.place + 1 : row.place + 1 + AROUND]
    if sheet.like.start and all(
        one.words <= MENU_WORDS and not (one.stop or sheet.heads.get(one.place, byline.NOTHING).tells)
        for one in (*above, *below)
    ):
        return True
    names = [one.place for one in (*above, row, *below) if _is_name(one, sheet)]
    in_run = len(names) >= RUN and names[-1] - names[0] < len(names)
    return in_run or (len(names) >= TEASERS and _alternate(names, sheet))


def _is_name(row: Row, sheet: Sheet) -> bool:
    """Whether a line is a name and nothing else."""
    head = sheet.heads.get(row.place, byline.NOTHING)
    return bool(head.names) and head.sure >= 1 and row.words <= MENU_WORDS and not (head.by or head.dated or head.contact)


def _alternate(names: list[int], sheet: Sheet) -> bool:
    """Whether between each two names there is a headline."""
    return all(
        below - above == 2 and sheet.rows[above + 1].words > MENU_WORDS and not sheet.rows[above + 1].stop
        for above, below in pairwise(names)
    )


def _names_others(row: Row, head: byline.Head, sheet: Sheet) -> bool:
    """Whether a line with names says more than who wrote, or names those who made the pictures or of whom the story tells."""
    words = len(row.text.partition(" | ")[0].split()) if head.credited and " | " in row.text else row.words  # the paper apart
    apart = head.dated or head.contact or _is_with_job(row, head)
    if not apart and 3 * sum([len(name.split()) for name in head.names]) < words:
        return True
    if row.text[-1] == ":" or (row.place == 0 and len(head.names) > 2):
        return True
    signed = row.gap or head.dated or head.contact or "," in row.text or len(head.names) > 1
    if row.stop and not (signed or SHORT_END.search(row.text)):  # `Coach Everton Morris.`
        return True
    if row.place and "," in row.text and galleries.counted(sheet.rows[row.place - 1], sheet):
        return True
    if head.posted is not None and head.sure >= 1 and row.figure and head.names[0].split()[0].casefold() in first_names():
        return False  # nobody dates those of whom a story tells
    return any(made(row, sheet) for made in makers.BESIDE) or _is_over_author(row, sheet) or heads.is_told_of(row, head, sheet)


def _is_over_author(row: Row, sheet: Sheet) -> bool:
    """`Hal Brand/The Courier`, where `By …` follows, or below a sentence the author is named already: who made the picture."""
    if " | " in row.text and row.caps:
        return _is_between_picture_and_author(row, sheet)
    if "/" not in row.text or not makers.may_name_maker(row):
        return False
    if row.place and sheet.rows[row.place - 1].stop and _has_author_above(row, sheet):
        return True
    below = (sheet.heads.get(place, byline.NOTHING) for place in range(row.place + 1, row.place + 1 + NAMED_ABOVE))
    return any(head.by and head.names for head in below)


def _is_between_picture_and_author(row: Row, sheet: Sheet) -> bool:
    """`HAL BRAND | COURIER` right below a sentence, and right over `By Iva Voss`."""
    own, below = (sheet.heads.get(place, byline.NOTHING) for place in (row.place, row.place + 1))
    above = sheet.rows[row.place - 1] if row.place else row
    return above.stop and not row.gap and below.by and bool(below.names) and not {*own.names} & {*below.names}


def _has_author_above(row: Row, sheet: Sheet) -> bool:
    """Whether somebody is surely named as the author above a line."""
    above = (sheet.heads.get(place, byline.NOTHING) for place in range(max(0, row.place - NAMED_ABOVE), row.place - 1))
    return any(head.names and head.sure >= 1 and not head.agency for head in above)


def _is_with_office(row: Row, head: byline.Head) -> bool:
    """`Hank Tolland, The Canadian Press`, `Hank Tolland/Courier Writer`: a name with an agency, or with a paper and a job."""
    return len(head.names) == 1 and (
        (head.agency is not None and ", " in row.text)
        or (("/" in row.text or ", " in row.text) and trades.ends_in_job(row.text))
        or _is_with_job(row, head)
    )


def _is_with_job(row: Row, head: byline.Head) -> bool:
    """`Hank Tolland Senior Politics Editor, The Courier`: a name right before a job, and the paper."""
    job, comma, paper = row.text.partition(", ")
    return (
        bool(comma and head.credited)
        and len(head.names) == 1
        and job.startswith(f"{head.names[0]} ")
        and trades.ends_in_job(job)
        and trades.is_paper(paper.removeprefix("The ").split())
    )


def _is_with_town(row: Row, head: byline.Head, sheet: Sheet) -> bool:
    """`Hank Tolland, Lagos`: one name or two with a place that the gazetteer knows, or that the paragraph below tells of."""
    names = " and ".join(head.names[:2])
    if not names or not row.key.startswith(f"{names.casefold()}, "):
        return False
    town = row.text[len(names) + 2 :]
    below = sheet.rows[row.place + 1] if row.place + 1 < len(sheet.rows) else row
    told = " " not in town and town[:1].isupper() and below.words >= PROSE
    told = told and (f" {town}" in below.text[: heads.TOLD_OF] or not any(one.by and one.names for one in sheet.heads.values()))
    known = head.names[0].split()[0].casefold() in first_names() or (row.text[: len(names)].isupper() and town.istitle())
    if _is_told_below(town, row, sheet):
        return True
    return (town in places() and (known or head.sure >= 1)) or (told and known)


def _is_told_below(town: str, row: Row, sheet: Sheet) -> bool:
    """Whether the story tells of a town that nobody knows, behind a name right below the headline or the day."""
    above = sheet.heads.get(row.place - 1, byline.NOTHING)
    if not (row.place == 1 or (above.posted and row.place <= NEAR_NAME)) or not (town.isalpha() and town.istitle()):
        return False
    return any([f" {town}" in one.text for one in sheet.rows[row.place + 1 : row.place + 1 + NEAR_NAME]])  # noqa: C419 - faster


def _is_over_date(row: Row, sheet: Sheet) -> bool:
    """Whether the next line says when the text was posted, and no more, and nobody has been named above."""
    below = sheet.heads.get(row.place + 1, byline.NOTHING)
    if row.place == 0 or row.after > 1 or not below.dated or below.sure < 1 or below.names:
        return False
    above = (sheet.heads.get(place, byline.NOTHING) for place in range(max(0, row.place - NAMED_ABOVE), row.place))
    return not any(head.names and head.sure >= 1 for head in above)


def _names_two(row: Row, head: byline.Head, sheet: Sheet) -> bool:
    """`Iva Voss and Hank Tolland` between the headline on top and the first paragraph."""
    if row.place != 1 or len(head.names) != 2 or " and " not in row.text or len(sheet.rows) < 3 or head.agency:
        return False
    return sheet.rows[0].words >= NAME_PART and sheet.rows[2].words >= PROSE and sheet.rows[2].stop


def _is_over_house(row: Row, sheet: Sheet) -> bool:
    """Whether the next line begins with an agency or a broadcaster: `BBC News, Cornwall`."""
    below = sheet.rows[row.place + 1] if row.place + 1 < len(sheet.rows) and not row.after else None
    if below is None or below.stop or not 1 < below.words <= HOUSE_WORDS:
        return False
    return " ".join(below.key.split()[:2]).strip(",") in sheet.phrases.agencies or below.key.startswith("bbc news")


def _is_over_job(row: Row, sheet: Sheet) -> bool:
    """Whether the next line is a job and no more: `Senior Reporter`."""
    below = sheet.rows[row.place + 1] if row.place + 1 < len(sheet.rows) and row.after <= row.gap else None
    if below is None or below.words > 3 or not trades.ends_in_job(below.text):
        return False
    head = sheet.heads.get(below.place, byline.NOTHING)
    return head.credited and not head.names and not head.by


def _has_handle_below(row: Row, sheet: Sheet) -> bool:
    """Whether an address stands below and nothing else, or one that has a part of the name: `hbrand@courier.example`."""
    below = sheet.heads.get(row.place + 1, byline.NOTHING)
    return not row.after and not below.names and ((below.contact and below.sure >= 1) or _has_address_below(row, sheet))


def _has_address_below(row: Row, sheet: Sheet) -> bool:
    """Whether the line below opens with an address of mail that has a part of the name: `hbrand@courier.example | Courier Business`."""
    below = sheet.rows[row.place + 1] if row.place + 1 < len(sheet.rows) and not row.after else row
    address, sign, _ = below.key.partition("@")
    return bool(sign) and below is not row and any(len(part) >= NAME_PART and part in address for part in row.key.split())


def _is_over_follow(row: Row, sheet: Sheet) -> bool:
    """Whether the button `+ Follow` stands below a name."""
    return row.place + 1 < len(sheet.rows) and not row.after and sheet.rows[row.place + 1].key.strip("+ ") == "follow"


def _stands_between(row: Row, sheet: Sheet) -> bool:
    """Whether a line has the date above it and the story below."""
    if row.place == 0 or row.place + 1 >= len(sheet.rows) or row.words > 4:
        return False
    above = [sheet.heads.get(place, byline.NOTHING) for place in range(max(0, row.place - NEAR_NAME), row.place)]
    below = sheet.rows[row.place + 1]
    if any(head.names for head in above):
        return False
    told = (below.words >= PROSE and below.stop) or below.text.rpartition(", ")[2] in places()  # a town and its country over it
    return any(head.dated and head.sure >= 1 for head in above) and told


def byline_goes_on(row: Row, sheet: Sheet) -> float:
    """Beneath the author: the paper, the post, an address of mail."""
    head = sheet.heads.get(row.place)
    if head is None or head.by or row.place == 0 or row.words > 9 or row.stop:
        return 0.0
    before = sheet.heads.get(row.place - 1, byline.NOTHING)
    if row.opening == "and" and sheet.rows[row.place - 1].key == "follow":  # a button stands between two authors
        before = sheet.heads.get(row.place - 2, byline.NOTHING)
    if before.credited and not (before.names or before.contact or head.agency):  # his job
        before = sheet.heads.get(row.place - 2, byline.NOTHING)
    if menus.is_far_above(row.place, sheet) and not before.by:  # a menu's
        return 0.0
    if row.opening == "and":
        return _second_name(row, head, before, sheet)
    if head.contact and head.sure >= 1 and not head.names and not head.dated:
        return 4.0
    if head.agency and not head.names:
        return 4.5 if before.by or before.names else 3.0
    return (
        3.0
        if head.credited and not head.names and (before.names or before.by) and (row.words > 1 or trades.ends_in_job(row.text))
        else 0.0
    )


def joining_sign(row: Row, sheet: Sheet) -> float:
    """`&`, or a comma, alone on a line between two names, as a page's links leave it."""
    if row.text not in byline.JOINING:
        return 0.0
    before, after = (sheet.heads.get(place, byline.NOTHING) for place in (row.place - 1, row.place + 1))
    return 8.5 if before.names and after.names and before.sure >= 1 and after.sure >= 1 else 0.0


def _second_name(row: Row, head: byline.Head, before: byline.Head, sheet: Sheet) -> float:
    """`and` between two names, each on its line; `AND ANN MARLOW` below the first, or below its address of mail."""
    if row.words == 1:
        return 6.0 if before.names and sheet.heads.get(row.place + 1, byline.NOTHING).names else 0.0
    named = head.names and head.sure >= 1 and not head.dated
    return 6.0 if named and (before.by or before.names or before.contact) else 0.0
