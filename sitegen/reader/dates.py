"""Dates as newspapers write them → ISO 8601, as precise as the text."""

import re
from datetime import date, timedelta
from functools import lru_cache

from msgspec import Struct

MONTH_NAMES = (
    "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|"
    "september sept sep|october oct|november nov|december dec"
)
MONTHS = {name: number for number, names in enumerate(MONTH_NAMES.split("|"), 1) for name in names.split()}
GERMAN = {"Mrz": 3, "Mai": 5, "Okt": 10, "Dez": 12}  # in dpa's stamps
WEEKDAYS = {name: number for number, name in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun"))}
EARLIEST, LATEST = 1600, 2100
MONTHS_OF_YEAR = 12
# Offsets in minutes. IST, BST in Asia and the like mean several things: those times are dropped, the day is kept.
ZONES = {
    "gmt": 0, "utc": 0, "z": 0, "wet": 0, "bst": 60, "cet": 60, "cest": 120, "eet": 120, "eest": 180, "msk": 180,
    "jst": 540, "aest": 600, "aedt": 660, "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360,
    "pst": -480, "pdt": -420, "adt": -180, "kst": 540, "hkt": 480, "sgt": 480, "pht": 480, "myt": 480, "wib": 420, "pkt": 300, "eat": 180,
    "sast": 120, "wat": 60, "nzst": 720, "nzdt": 780,
}  # fmt: skip
REGIONAL = {"et": "America/New_York", "ct": "America/Chicago", "mt": "America/Denver", "pt": "America/Los_Angeles"}

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
WEEKDAY = r"(?:mon|tue|wed|thu|fri|sat|sun)(?:day|s|sday|nesday|rs|rsday|ur|urs|ursday|urday)?\b\.?"
BEGUN = tuple(names[:3] for names in MONTH_NAMES.split("|"))
_BEGUN = "|".join(BEGUN)
FIGURE = re.compile(r"\d")
_CLOCKED = r"\s\d\d:\d\d:\d\d\s(?:[a-z]{3,4}\s|[+-]\d{4}\s)?"  # `Mon Mar 4 15:15:00 EST 2024`, as programs write
_GLUED = r"(?:last )?(?:updated|modified|published|posted)"  # right behind a year, where a page's line ends were lost
DATE = re.compile(  # in small letters, where it is found in half of the time
    rf"""(?=[\djfmasondtw])  # where none begins is seen soonest by its first sign
    (?:\b(?P<weekday>{WEEKDAY}),?\s{{1,3}}(?:the\s)?)?
    (?: (?<![^\W\d_])(?P<m1>{_MONTH})\s{{0,2}}(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\b
          (?:(?:,?\s{{1,3}}|,|{_CLOCKED})(?P<y1>\d{{4}})(?:\b|(?=\d{{1,2}}:\d\d|{_GLUED}|{_BEGUN}))(?!\s?(?:people|votes)))?
      | \b(?<!\d[:.])(?P<d2>\d{{1,2}})(?:st|nd|rd|th|\.(?=\s\w+\.?\s\d{{4}}))?\s{{1,2}}(?:of\s)?
          (?P<m2>{_MONTH})(?:,?\s{{1,3}}(?P<y2>\d{{4}}(?:\b|(?={_GLUED}))
          |\d\d(?=\s\d\d:\d\d)))?
      | \b(?P<y3>\d{{4}})(?P<between>-|/(?<!/\d{{4}}/))(?P<m3>\d\d)(?P=between)(?P<d3>\d\d)(?!\d)  # not in an address
      | (?:(?<![a-z]\s)|(?<=ed\s)|(?<=on\s))(?<![\d.,])(?P<y9>(?:19|20)\d\d)\.(?P<m9>\d\d)\.(?P<d9>\d\d)(?![\d.])
      | (?<![\d.,])(?P<m0>\d\d)\.(?P<d0>\d\d)\.(?P<y0>\d\d)(?=\s\d\d:\d\d\s?[ap]m\b)  # `08.13.18 07:00 AM`
      | (?<![\d.,])(?P<d4>\d{{1,2}})\.(?P<m4>\d{{1,2}})\.(?P<y4>\d{{4}})(?!\.?\d)
      | (?<![\d/])(?P<m5>\d{{1,2}})/(?P<d5>\d{{1,2}})/(?P<y5>\d{{4}}|\d\d)(?![\d/])
      | (?<![\d-])(?P<d7>\d{{1,2}})-(?P<m7>{_BEGUN})[a-z]{{0,6}}-(?P<y7>\d{{4}}|\d\d)(?![\d-])
      | (?<![\w-])(?P<m8>{_MONTH})(?:\s?-\s?|/)(?P<d8>\d{{1,2}})(?:\s?-\s?|/)(?P<y8>\d{{4}})\b  # `Jul - 16 - 2019`, `March/02/2014`
      | (?<![\d-])(?P<m6>\d\d)-(?P<d6>\d\d)-(?P<y6>(?:19|20)\d\d|\d\d(?=\s\d\d:\d\d\s?[ap]m\b))(?![\d-])
    )""",
    re.VERBOSE,
)
# What every date has in it, in small letters: a day beside a month, or figures with a sign between. It begins with a plain set, which
# lets `re` skip to the next such letter or figure at once; of a month the second and the third letter are enough.
MAY_HOLD = re.compile(
    r"[\djfmasond](?:(?:a[nry]|ct|e[bcp]|ov|pr|u[gln])[a-z]{0,6}\.?[\s/-]{0,3}\d"
    rf"|[-./](?<=\d.)(?:\d|{_BEGUN})|\s(?<=\d\s)\s?(?:of\s)?(?:{_BEGUN})|[nrst](?<=\d.)[dht]\s{{1,2}}(?:of\s)?(?:{_BEGUN}))"
)
LEAD, FIGURES = 24, 4  # characters: the longest weekday before a date; figures of a year before the last
TIME = re.compile(
    r"""(?:\bat\s?|,\s?|T)?(?<![\d:.])(?P<hour>[0-2]?\d)(?:[:.h](?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?)?\s?(?P<half>[ap]\.?\s?m\b\.?)?
    \s?(?P<zone>(?:Eastern|Central|Mountain|Pacific)\s(?:Standard|Daylight)\sTime\b|(?:GMT|UTC)[+-](?:1[0-4]|0?\d)\b|\(?(?:Z|GMT|UTC|WET|BST|CES?T|EES?T|MSK|JST|AE[SD]T|[ECMP][SD]T|[ECMP]T|KST|HKT|SGT|PHT|MYT|WIB|PKT|EAT|SAST|WAT|NZ[SD]T)\b\)?|[+-]\d\d:?\d\d)?""",
    re.IGNORECASE | re.VERBOSE,
)
ISSUED = "issued on: "  # so broadcasters of France
TIME_BEGUN = frozenset("aAtT,")  # with what it begins besides figures
DAY_FIRST = re.compile(  # a time of Europe, Africa, Asia or Australia
    r"[\s,–—|-]{0,4}\d{1,2}[:.]\d\d(?::\d\d)?\s?(?:[ap]\.?m\.?\s?)?\(?(?:GMT|BST|CES?T|EES?T|WES?T|MSK|IST|SGT|HKT|AE[SD]T|NZ[SD]T|SAST)\b",
    re.IGNORECASE,
)
SENT = re.compile(
    r"(?:[A-Z][A-Za-z]{2,4} )?(\d\d)([0-2]\d)([0-5]\d) (?:GMT )?([A-Z](?:[a-z]{2}|[A-Z]{2})) (\d\d)(?: GMT)?(?: ?(?:nnnn|NNNN))?"
)  # `121105 May 15`, `192318 GMT MAY 11`: the day, hour and minute at which dpa or AFP sent it
SENT_CP = re.compile(r"[0-2]\d:?[0-5]\dE[SD]?T? (\d\d)-(\d\d)-(\d\d)")  # `1642ES 04-11-99`: so The Canadian Press ends
SENT_AP = re.compile(r"[01]\d[0-5]\d[ap][ECMP][SD]T? (\d\d)-(\d\d)-(\d\d)")  # `0614aED 11-04-74`: so the Associated Press did
# `HB455PED OCT 17 68`, as teletypes closed
SENT_TYPED = re.compile(r"[A-Z]{1,2}\d{3,4}[AP][ECMP][SD] ([A-Z]{3}) (\d{1,2}) (\d\d)")
SENT_DJ = re.compile(
    r"(?:\(END\) [A-Z][A-Z ]{3,30} )?(\d\d)-(\d\d)-(\d\d)(?: [0-2]\d[0-5]\d[ECMP][SD]?T|(?<=[A-Z] \d\d-\d\d-\d\d))"
)  # `07-07-06 0741ET`: so Dow Jones does
# `AP-NY-09-22-99 1918EDT`; `upi 08-19-83 02:47 ped`, whose last letters tell of the half of the day and the zone
STAMP = re.compile(
    r"(?:[A-Z]{2,4}(?:-[A-Z]{2})?[- ]|[a-z]{2,4} )(\d\d)-(\d\d)-(\d\d) (?:([0-2]\d)([0-5]\d)([A-Z]{3})(?: ?<)?|\d\d:\d\d (?i:[ap][ecmp][ds]))"
)
SENT_AAP = re.compile(
    r"AAP (?:[a-z]{2,4}/){0,3}[a-z]{2,4} (\d\d)-(\d\d)-(\d\d)(?: [0-2]\d[0-5]\d)?"
)  # `AAP hb/iv 23-05-17 0001`
STAMPS = re.compile("|".join(f"(?:{form.pattern})" for form in (STAMP, SENT, SENT_CP, SENT_AP, SENT_TYPED, SENT_DJ, SENT_AAP)))
URL_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?!\d)")
WEEKDAY_WORD = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
OTHER_WEEK = re.compile(
    r"\w$|\b(?:last|next|every) $"
)  # before a weekday; in the pattern itself it would slow the search tenfold


class Found(Struct, frozen=True, gc=False):
    """A date in a text: where it stands, what it says. `day` is None where the year isn't told."""

    start: int
    end: int
    day: date | None
    weekday: int | None  # as written; 0 is Monday
    of_year: tuple[int, int]  # the month and the day


def in_small_letters(text: str) -> str:
    """The text in small letters, sign for sign; the capital I with a dot alone would become two."""
    small = text.lower()
    return small if len(small) == len(text) else text.replace("İ", "I").lower()


def has_figure(text: str) -> bool:
    """Whether one of the signs is a figure, as `str.isdigit` has it."""
    return FIGURE.search(text) is not None or (not text.isascii() and any(map(str.isdigit, text)))


def find(text: str) -> list[Found]:
    """All dates of a short text, in order; impossible ones are left out."""
    if FIGURE.search(text) is None:
        return []
    small = in_small_letters(text)
    found: list[Found] = []
    place = 0
    while (sign := MAY_HOLD.search(small, place)) and (match := DATE.search(small, _beginning(small, place, sign.start()))):
        if one := _found(match):
            found.append(one)
        place = match.end()
    return found


def days(text: str) -> list[Found]:
    """Those whose year is told."""
    return [one for one in find(text) if one.day is not None]


def _beginning(small: str, place: int, sign: int) -> int:
    """Where a date may begin whose first sign stands there: with a figure before it, or with a weekday, if there may be one."""
    lead = max(place, sign - LEAD)
    before = small[lead:sign]
    led = any([name in before for name in WEEKDAYS])  # noqa: C419 - a list is the faster here
    return lead if led else max(place, sign - FIGURES)


def _found(match: re.Match[str]) -> Found | None:
    weekday = WEEKDAYS[match["weekday"][:3]] if match["weekday"] else None
    form = (match.lastgroup or "")[-1:]
    month, day = match["m" + form], match["d" + form]
    # `28/02/2016`: only one order of the two can be meant; `06/01/2026 - 13:55 GMT+1`: where the day is written first
    if month.isdigit() and (int(month) > MONTHS_OF_YEAR or (form == "5" and _is_day_first(match, day))):
        month, day = day, month
    return _checked(match, match["y" + form], month, day, weekday)


def _is_day_first(match: re.Match[str], second: str) -> bool:
    """Whether the time behind two figures is of a land that writes the day before the month, or `Issued on: ` leads into them."""
    if int(second) > MONTHS_OF_YEAR:
        return False
    before = match.string[max(0, match.start() - len(ISSUED)) : match.start()]
    return before.casefold() == ISSUED or DAY_FIRST.match(match.string, match.end()) is not None


def _checked(match: re.Match[str], year: str | None, month: str, day: str, weekday: int | None) -> Found | None:
    number = int(month) if month.isdigit() else MONTHS[month[:3]]
    try:
        known = date(_century(year), number, int(day)) if year else None
        date(2000, number, int(day))  # a leap year: is there such a day at all?
    except ValueError:
        return None
    if known and not EARLIEST <= known.year <= LATEST:
        return None
    return Found(match.start(), match.end(), known, weekday, (number, int(day)))


def _century(year: str) -> int:
    """Two figures mean the eighty years before 2050 and the twenty after it."""
    number = int(year)
    return number if len(year) > 2 else number + (2000 if number < 50 else 1900)  # noqa: PLR2004 - two-figure years


def time_at(text: str, start: int) -> re.Match[str] | None:
    """The time of day that begins at a place of a text."""
    first = text[start : start + 1]
    return TIME.match(text, start) if first.isdigit() or first in TIME_BEGUN else None


def moment(day: date, after: str, timezone: str) -> str:
    """The ISO form of a day with the time that follows it in `after`, where its zone is known."""
    match = time_at(after.lstrip(" ,|·•-–—@"), 0)
    if not match or not (match["minute"] or match["half"]):
        return day.isoformat()
    hour = int(match["hour"])
    if match["half"]:
        hour = hour % 12 + (12 if match["half"][0] in "pP" else 0)
    offset = _offset(match["zone"], day, timezone)
    if hour > 23 or offset is None:  # noqa: PLR2004 - hours of a day
        return day.isoformat()
    sign, minutes = "-" if offset < 0 else "+", abs(offset)
    return f"{day}T{hour:02}:{match['minute'] or '00'}:{match['second'] or '00'}{sign}{minutes // 60:02}:{minutes % 60:02}"


def _offset(zone: str | None, day: date, timezone: str) -> int | None:
    """Minutes east of Greenwich; None where nobody says."""
    name = (zone or "").strip("()").lower()
    name = "".join([word[0] for word in name.split()]) if " " in name else name
    if name in ZONES:
        return ZONES[name]
    if name[:1] in {"+", "-"} and name:
        return (1 if name[0] == "+" else -1) * (int(name[1:3]) * 60 + int(name[-2:]))
    if name[3:4] in {"+", "-"} and name[3:]:  # `GMT+2`
        return 60 * int(name[3:])
    if name in REGIONAL or (not name and timezone != "UTC"):
        return _regional(REGIONAL.get(name, timezone), day)
    return None


@lru_cache(maxsize=1024)
def _regional(zone: str, day: date) -> int | None:
    from datetime import datetime, time  # noqa: PLC0415 - zones are rarely asked for
    from zoneinfo import ZoneInfo  # noqa: PLC0415

    try:
        offset = datetime.combine(day, time(12), ZoneInfo(zone)).utcoffset()
    except (OSError, ValueError, LookupError):  # no zone data on this machine, or no such zone
        return None
    return None if offset is None else int(offset / timedelta(minutes=1))


def stamp(text: str) -> str | None:
    """The moment of an agency's stamp, `AP-NY-09-22-99 1918EDT`; the day alone where its zone means several."""
    if sent := SENT.fullmatch(text):
        told = _checked(sent, sent[5], str(MONTHS.get(sent[4].lower(), GERMAN.get(sent[4], 0))), sent[1], None)
        return told.day.isoformat() if told and told.day else None
    if sent := SENT_TYPED.fullmatch(text):
        told = _checked(sent, sent[3], str(MONTHS.get(sent[1].lower(), 0)), sent[2], None)
        return told.day.isoformat() if told and told.day else None
    if sent := SENT_CP.fullmatch(text) or SENT_AAP.fullmatch(text):
        told = _checked(sent, sent[3], sent[2], sent[1], None)
        return told.day.isoformat() if told and told.day else None
    match = SENT_AP.fullmatch(text) or SENT_DJ.fullmatch(text) or STAMP.fullmatch(text)
    found = _checked(match, match[3], match[1], match[2], None) if match else None
    if match is None or found is None or found.day is None:
        return None
    offset = ZONES.get(match[6].lower()) if match.re is STAMP and match[6] else None
    if offset is None or int(match[4]) > 23:  # noqa: PLR2004 - hours of a day
        return found.day.isoformat()
    return f"{found.day}T{match[4]}:{match[5]}:00{'-' if offset < 0 else '+'}{abs(offset) // 60:02}:{abs(offset) % 60:02}"


def coarse(text: str) -> str:
    """The month, `November 2010`, or the year alone that a line ends on."""
    words = text.replace(",", " ").replace(".", " ").split()
    month = MONTHS.get(words[-2].lower()) if len(words) > 1 else None
    return f"{words[-1]}-{month:02}" if month else words[-1]


def before(day: date, day_of_year: tuple[int, int], most: int) -> date | None:
    """The date of that month and day which is the same as another or at most so many days before it."""
    found = (of_year(year, day_of_year) for year in (day.year, day.year - 1))
    return next((one for one in found if one and timedelta(0) <= day - one <= timedelta(most)), None)


def of_year(year: int, day_of_year: tuple[int, int]) -> date | None:
    """That month and day of a year, which need not have a 29th of February."""
    try:
        return date(year, *day_of_year)
    except ValueError:
        return None


def in_address(text: str) -> date | None:
    """The day that an address or a file name holds: `/2004/10/12/`, `-20070112-`."""
    match = URL_DATE.search(text)
    try:
        return date(int(match[1]), int(match[2]), int(match[3])) if match else None
    except ValueError:
        return None


def weekdays(text: str) -> list[int]:
    """The weekdays that a text names as its own time, in order: not `last Friday`, not `Fridays`."""
    return [
        WEEKDAYS[match[0][:3].lower()]
        for match in WEEKDAY_WORD.finditer(text)
        if not OTHER_WEEK.search(text[max(0, match.start() - len(" every ")) : match.start()])
    ]
