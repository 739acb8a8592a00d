"""The moments that a line tells: its days with their hours, what was published then or updated, and the line without them."""

import re

from sitegen.reader import dates
from sitegen.reader.seen import has_one

LABEL = re.compile(
    r"\b(?=[ cdefilmoprtu])"
    r"(?:(?P<updated>last[ -]?(?:updated?|modified|edited)(?: on| at)?|updated?(?: on| at)?|modified(?: on| at)?|edited|revised)"
    r"|(?P<posted>this (?:story|article) is from\b"
    r"|(?:first |originally )?(?:published|posted|created|filed|issued|uploaded)(?: on| at| online)?"
    r"|(?:public )?(?:release|issue|publication|publishing|story)? ?date|online)\b)",
    re.IGNORECASE,
)
# One stands in each; the last two are an `i` to the pattern: `ı`, and `İ` when its case is folded.
LABEL_SIGNS = (
    *"date modified edited revised published posted created filed issued uploaded online ı \u0307".split(),
    " is from",
)
CLOCK = re.compile(
    r"\b(?:at ?)?[0-2]?\d(?:[:.][0-5]\d)\s?(?:[ap]\.?m\.?)?(?:\s?(?:(?:GMT|UTC)(?:[+-]\d{1,2})?|BST|CES?T|EES?T|[ECMP][SD]?T"
    r"|[HIJK]ST|UK|HKT|SGT|MYT|PHT|PKT|[ECW]AT|SAST|MSK|A[CEW][SD]?T|NZ[SD]?T))?,?"
    r"(?:\s(?:Eastern|Central|Mountain|Pacific|Atlantic) (?:Standard |Daylight )?Time\b)?"
    r"|\b\d{1,2}\s?[ap]\.?m\b\.?",
    re.IGNORECASE,
)


def dated(text: str, found: list[dates.Found], timezone: str) -> tuple[str | None, str | None, str]:
    """The posted and the updated moment, and the line without them."""
    posted = updated = None
    rest, place = [], 0
    for index, one in enumerate(found):
        before = text[place : one.start]
        after = text[one.end : found[index + 1].start if index + 1 < len(found) else len(text)]
        labels = list(LABEL.finditer(before)) if has_one(before.casefold(), LABEL_SIGNS) else []
        label = labels[-1] if labels else None  # the last word before says what it is
        clock = clock_behind(after)
        moment = dates.moment(one.day, after if clock else before_clock(before), timezone) if one.day else None
        if label is not None and label["updated"]:
            updated = updated or moment
        elif posted is None or (label is not None and label["posted"] and index):
            posted = moment
        rest.append(CLOCK.sub(" ", before) if dates.FIGURE.search(before) else before)
        place = one.end + clock
    rest.append(text[place:])
    return (
        posted,
        updated,
        " | ".join([part.lstrip().removeprefix("IST ") if "IST " in part else part for part in rest]),
    )  # a zone of several lands


def clock_behind(after: str) -> int:
    """How many characters of a time of day follow a date."""
    lead = len(after) - len(after.lstrip(" ,|·•-–—@/"))
    match = dates.time_at(after, lead)
    return match.end() if match and (match["minute"] or match["half"]) else 0


def before_clock(before: str) -> str:
    """The time of day that stands before a date, `3:41 PM on`, at the front; empty where there is none."""
    for match in dates.TIME.finditer(before) if dates.FIGURE.search(before) else ():
        if match["minute"]:
            return before[match.start() :]
    return ""
