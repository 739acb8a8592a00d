"""When a text was published: what its lines say, the surest first; else what two signs agree on."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from sitegen.model import Caption
from sitegen.reader import byline, captions, dateline, dates, moments
from sitegen.reader.dates import MONTHS_OF_YEAR
from sitegen.reader.decide import HEAD, TAIL, TITLE, TOP, Choice
from sitegen.reader.rows import Row
from sitegen.reader.sheet import Sheet

Pair = tuple[Row, Choice]
Dated = tuple[str, str] | None  # the day or the moment, and what it rests on
FOLIO_LINE, EARLIER = 200, 3  # characters; days by which a dateline is earlier than the posting
KEEPERS = frozenset({"printed", "saved"})  # rules for the days of those who kept a page
KEPT = re.compile(r"(?:©|\([cC]\)|\b[Cc]opyright)\W*(?:[Cc]opyright\W*|\([cC]\)\W*)?((?:19|20)\d\d)\b(?![-–/])")
FOOT_ROWS, FOOT_WORDS = 4, 5
FOLIO_SMALL = 4  # words in small letters
PRINTED = re.compile(
    r"\b(?:appear(?:s|ed)|printed|published|ran)\b.{0,60}\b(?:page|print|edition|issue|magazine|section)\b", re.IGNORECASE
)
FILED = re.compile(r"\b(?:file|archives?)\b", re.IGNORECASE)  # an old picture
LEAD, DATELINE = 3, 60  # paragraphs that tell the weekday of the news; characters with the dateline and its day
NUMERIC = re.compile(
    r"\b(0?[1-9]|1[0-2])(?:/|(?<=\d\d)-)(0?[1-9]|1[0-2])(?:/|(?<=\d\d)-)(?:(?:19|20)\d\d|\d\d)\b"
)  # either figure may be the day
SLASHED = re.compile(r"(?<![\d/-])(\d\d?)[/-](\d\d?)[/-](?:19|20)?(\d\d)(?![\d/-])")
OF_AMERICA = re.compile(r"\b[ECMP][SD]?T\b")  # a zone
SPELT, FEWEST_SPELT = 20, 2  # paragraphs; different words
DAY_FIRST = re.compile(
    r"£(?=\d)|\b(?:Councillors?|Cllrs?|[Mm]etres?|[Kk]ilometres|[Cc]entres?|[Cc]olours?|[Ff]avourite|[Ff]avour|[Nn]eighbours?|[Nn]eighbouring"
    r"|[Ll]abour|[Hh]arbour|[Pp]rogrammes?|[Pp]ence|[Ww]hilst|[Mm]um|[Pp]ensioners?|[Dd]efence|[Tt]yres?|[Kk]erb|[Rr]upees|MPs?|crore|lakh)\b"
)
MONTH_FIRST = re.compile(
    r"\$(?=\d)|\b(?:[Pp]ercent|[Cc]enters?|[Cc]olors?|[Ff]avorite|[Nn]eighbors?|[Ll]abor|[Hh]arbor|[Pp]rograms?|Rep\.|Sen\.|[Ss]heriff|[Tt]heater"
    r"|[Dd]efense|[ap]\.m\.)"
)
# How sure a date is, by what it rests on.
BASES = {
    "posted-line": 0.97,
    "byline-line": 0.95,
    "updated-line": 0.85,
    "folio": 0.9,
    "dateline": 0.93,
    "caption-line": 0.93,
    "caption+weekday": 0.92,
    "rights+weekday": 0.92,
    "url": 0.88,
    "wire-stamp": 0.93,
    "coarse-date": 0.85,
}


def when(
    pairs: list[Pair],
    sheet: Sheet,
    pictures: tuple[Caption, ...],
    paragraphs: list[str],
    *,
    line: dateline.Dateline | None,
    timezone: str,
) -> tuple[str | None, str | None, str | None]:
    """The date, what it rests on, and the date of the update."""
    dated, updated = _posted(pairs, sheet, timezone, paragraphs, line.of_year if line else None)
    dated = (
        dated or _with_picture(pairs) or _folio(pairs, line) or _of_dateline(line) or _at_foot(pairs, line) or _in_print(pairs)
    )
    dated = dated or _copied(pairs)
    if dated is None and updated is None:
        dated = (
            _stamped(pairs, "wire-stamp", dates.stamp)
            or _inferred(pairs, pictures, paragraphs)
            or _of_year_kept(pairs)
            or _stamped(pairs, "coarse-date", dates.coarse)
        )
    if (
        dated is None and updated is not None
    ):  # all that is told; in labelled texts it was the day of publication, ten times of ten
        dated = updated, "updated-line"
    return *(dated or (None, None)), updated


COPYING = re.compile(r"\b(?:copied|typed|retyped|transcribed|scanned|seen|accessed|visited)\b", re.IGNORECASE)
COPYING_ROOM = 30  # characters


def _posted(
    pairs: list[Pair], sheet: Sheet, timezone: str, paragraphs: list[str], filed: tuple[int, int] | None
) -> tuple[Dated, str | None]:
    """What the lines of dates and of authors say, and when the text was updated."""
    dated = updated = None
    above = False  # the headline: a masthead's day is that on which the page was looked at
    for row, choice in pairs:
        if choice.kind not in {"date", "byline", "name"} or (
            choice.part not in {TOP, TITLE, HEAD}
            and choice.rule not in {"first-published", "signed-below"}
            and (choice.rule != "posted-line" or updated is not None)
        ):
            continue
        head = sheet.heads.get(row.place) or byline.parse(row.text, timezone)
        posted, changed = (None, head.updated or head.posted) if _is_below_updated(row, sheet) else (head.posted, head.updated)
        if posted and (dated is None or (above and choice.part == HEAD)):
            day = _as_its_land_writes(posted, row, sheet, paragraphs, filed)
            dated = day, "posted-line" if choice.kind == "date" else "byline-line"
            above = choice.part == TOP
        if updated is None and changed:
            updated = _as_its_land_writes(changed, row, sheet, paragraphs, filed)
    return dated, updated


def _is_below_updated(row: Row, sheet: Sheet) -> bool:
    """Whether `Updated:` has the line above to itself."""
    label = moments.LABEL.fullmatch(sheet.rows[row.place - 1].text.rstrip(" :.")) if row.place else None
    return label is not None and label["updated"] is not None


def _as_its_land_writes(moment: str, row: Row, sheet: Sheet, paragraphs: list[str], filed: tuple[int, int] | None) -> str:
    """The moment with the day before the month, `09/02/2017`, where the dateline, the page's other dates or the story's words show it."""
    written = {f"{moment[:4]}-{int(match[1]):02}-{int(match[2]):02}" for match in NUMERIC.finditer(row.text)}
    if moment[:10] not in written or moment[5:7] == moment[8:10] or OF_AMERICA.search(row.text):
        return moment
    if (day := _of_weekday(moment, row.text)) is not None:
        return day
    day_first = True if filed == (int(moment[8:10]), int(moment[5:7])) else _is_day_first(sheet)
    if day_first is None:
        told = " ".join(paragraphs[:SPELT])
        day_first = len({*DAY_FIRST.findall(told)}) >= FEWEST_SPELT and not MONTH_FIRST.search(told)
    return _turned(moment) if day_first else moment


def _turned(moment: str) -> str:
    """The moment with its day as the month, and its month as the day."""
    return f"{moment[:5]}{moment[8:10]}-{moment[5:7]}{moment[10:]}"


def _of_weekday(moment: str, text: str) -> str | None:
    """The moment in the order of day and month that falls on the weekday told beside it: `02/11/2000 (Thursday)`."""
    weekdays = dates.weekdays(text)
    orders = [one for one in (moment, _turned(moment)) if weekdays == [date.fromisoformat(one[:10]).weekday()]]
    return orders[0] if len(orders) == 1 else None


def _is_day_first(sheet: Sheet) -> bool | None:
    """Whether a page writes `04/11/2007` with the day first, where one such date has but one order, or stands in words as well."""
    texts = [row.text for row in sheet.rows if row.figure and len(row.text) <= FOLIO_LINE]
    spelt = {found.day.isoformat()[2:] for text in texts if not SLASHED.search(text) for found in dates.find(text) if found.day}
    orders = {_has_day_first(match, spelt) for text in texts for match in SLASHED.finditer(text)} - {None}
    return orders.pop() if len(orders) == 1 else None


def _has_day_first(slashed: re.Match[str], spelt: set[str]) -> bool | None:
    first, second, year = int(slashed[1]), int(slashed[2]), slashed[3]
    if max(first, second) > MONTHS_OF_YEAR:
        return first > second
    day_first, month_first = f"{year}-{second:02}-{first:02}" in spelt, f"{year}-{first:02}-{second:02}" in spelt
    return day_first if day_first != month_first else None


def _with_picture(pairs: list[Pair]) -> Dated:
    """When the first picture that tells of it was published."""
    told = (
        captions.PUBLISHED.search(row.text) for row, choice in pairs if choice.kind == "caption" and "(Published " in row.text
    )
    days = (found[0].day for match in told if match and (found := dates.find(match["day"])))
    day = next((day for day in days if day), None)
    return (day.isoformat(), "caption-line") if day else None


def _folio(pairs: list[Pair], line: dateline.Dateline | None) -> Dated:
    """The day beside the paper's name; or that of the dateline without a year, if it is a day or two before."""
    if (day := _folio_day(pairs)) is None:
        return None
    told = dates.before(day, line.of_year, EARLIER) if line and line.of_year else None
    return (told or day).isoformat(), "dateline" if told else "folio"


def _of_dateline(line: dateline.Dateline | None) -> Dated:
    return (line.day.isoformat(), "dateline") if line and line.day else None


def _at_foot(pairs: list[Pair], line: dateline.Dateline | None) -> Dated:
    """The day of a dateline that tells no year, where one of the last lines has it with the year: `27 Aug. 2019`."""
    if line is None or line.of_year is None:
        return None
    for row, _ in pairs[-FOOT_ROWS:]:
        for found in dates.find(row.text) if row.figure and row.words <= 2 * FOOT_WORDS else ():
            alone = row.words <= FOOT_WORDS or found.start == 0  # or codes stand behind it
            if alone and found.day and (found.day.month, found.day.day) == line.of_year:
                return found.day.isoformat(), "dateline"
    return None


def _in_print(pairs: list[Pair]) -> Dated:
    """The one day on which the paper printed the text, by a note: `This article appeared on page 22 of the issue of May 4, 2013`."""
    notes = [row.text for row, choice in pairs if choice.kind == "note" and row.figure and PRINTED.search(row.text)]
    days = {found.day for text in notes for found in dates.find(text) if found.day}
    return (days.pop().isoformat(), "folio") if len(days) == 1 else None


def _copied(pairs: list[Pair]) -> Dated:
    """The day of the paper, as somebody says who copied a clipping; not that on which it was copied."""
    for row, choice in pairs:
        if choice.rule == "copied" and choice.part != TAIL and row.figure:
            for found in dates.find(row.text):
                if found.day and not COPYING.search(row.text[max(0, found.start - COPYING_ROOM) : found.start]):
                    return found.day.isoformat(), "folio"
    return None


def _stamped(pairs: list[Pair], rule: str, read: Callable[[str], str | None]) -> Dated:
    """What the first line that a rule has taken for a date says, and the rule."""
    moments = (read(row.text) for row, choice in pairs if choice.rule == rule)
    moment = next((one for one in moments if one), None)
    return (moment, rule) if moment else None


def _folio_day(pairs: list[Pair]) -> date | None:
    """The one full date among the furniture above the story: beside the paper's name, on a slug line."""
    for row, choice in pairs:
        if (
            choice.kind in {"furniture", "menu", "kicker", "stray"}
            and choice.part in {TOP, HEAD}
            and len(row.text) < FOLIO_LINE
            and "://" not in row.text
            and choice.rule not in KEEPERS
            and sum([word.islower() for word in row.text.split()]) <= FOLIO_SMALL  # else it tells something
        ):
            for found in dates.find(row.text):
                if found.day:
                    return found.day
    return None


def _of_year_kept(pairs: list[Pair]) -> Dated:
    """The day that the line above the story, or its dateline, tells without its year.

    If it is such a weekday in the one year of those who keep the rights.
    """
    told = [
        found for row, choice in pairs if choice.rule == "posted-line" and choice.part != TAIL for found in dates.find(row.text)
    ]
    first = next((row for row, choice in pairs if choice.kind == "body"), None)
    told = told or (dates.find(first.text[:DATELINE]) if first and first.figure else [])
    if not told or told[0].weekday is None:
        return None
    kept = (KEPT.search(row.text) for row, choice in pairs if choice.kind == "furniture" and row.figure)
    years = {int(match[1]) for match in kept if match}
    day = dates.of_year(years.pop(), told[0].of_year) if len(years) == 1 else None
    return (day.isoformat(), "rights+weekday") if day and day.weekday() == told[0].weekday else None


def _of_picture(caption: Caption, named: list[int]) -> date | None:
    """The day of the news by the one on which its picture was taken: the same, or the next, on which the story is told."""
    found = dates.days(caption.text)
    taken = found[0].day if len(found) == 1 else None
    if taken is None or taken.weekday() in named[:2]:
        return taken
    told = taken + timedelta(1)
    return told if told.weekday() == named[0] and not FILED.search(caption.text) else None


def _inferred(pairs: list[Pair], pictures: tuple[Caption, ...], paragraphs: list[str]) -> Dated:
    """A date that nobody states, where two signs agree; else none."""
    named = dates.weekdays(" ".join(paragraphs[:LEAD])[:3000])
    for caption in pictures if named else ():
        if (day := _of_picture(caption, named)) is not None:
            return day.isoformat(), "caption+weekday"
    for row, choice in pairs:
        if choice.rule in KEEPERS:
            continue
        if choice.kind in {"furniture", "kicker"} and choice.part != TAIL and row.words < 4:  # noqa: PLR2004 - an address has few
            day = dates.in_address(row.text)
            if day and (not named or abs((day.weekday() - named[0] + 3) % 7 - 3) <= 2):  # noqa: PLR2004 - filed a day or two later
                return day.isoformat(), "url"
    return None
