"""Words that a page lost the space between: `ByHank TollandSenior Reporter`, `Published27 October 2021`."""

import re

from sitegen.reader.seen import has_one

JOBS = ("Writer", "Reporter", "Correspondent", "Editor", "Columnist")
SIGNS = (*JOBS, " writer", " reporter", " correspondent", " editor", " producer")
JOB = re.compile(
    r"(?<=[a-z])(?=(?:(?:Staff|Senior|Special|Contributing|Local Democracy|Political|News|Sports?|Business|Crime|Court|Council|Health|Education"
    r"|Chief|Deputy|Trainee|Trending|Community|Digital|Multimedia|Features?|Content|Production|Video|Live|Weekend|Money|Football|Showbiz) ?)?"
    rf"(?:{'|'.join(JOBS)})\b)"
    r"|(?<=[a-z])(?=(?:Football|Rugby|Sports?|Crime|News|Business|Politics|Political|Health|Education|Courts?|Live|Trainee|Audience|Community"
    r"|Showbiz|Environment|Transport|Senior|Chief) (?:[a-z]+ )?(?:writer|reporter|correspondent|editor|producer)\b)"
)
HUMP = re.compile(r"[a-z][A-Z]")
WORDS_TOGETHER, FEWEST_TOGETHER = re.compile(r"[a-z]{3}[A-Z][a-z]{2}"), 3  # not `iPhone`, `YouTube`
BY = re.compile(r"(?<=^By)(?=[A-Z][a-z]+ [A-Z])")
DATE = re.compile(r"^((?:First |Last )?(?:Published|Updated|Posted|Modified))(?=\d)")
# `Posted By: Nell Harbinon: March 02, 2022In: Local News`
ON = re.compile(
    r"(?<=[a-z])on: (?=(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}, (?:19|20)\d\dIn: )"
    r"|(?<=\d{4})In: "
)
# `By NELL HARBINSEPT. 19, 2016`
DAY_IN_CAPITALS = re.compile(
    r"(?<=[A-Z]{2})(?=(?:JAN|FEB|MARCH|APRIL|MAY|JUNE|JULY|AUG|SEPT|OCT|NOV|DEC)\.? \d{1,2}, (?:19|20)\d\d$)"
)
AND = re.compile(r"(?<=[a-z])and(?=[A-Z][a-z]+ [A-Z][a-z]+$)")  # `Iva VossandHal Brand`
CLOCK = re.compile(r"(?<=\d[ap]m)(?=(?:first )?(?:published|updated|posted) )", re.IGNORECASE)
# `By Nell HarbinAug 25, 2011`, `By Nell Harbin2020-05-19T08:30:00`
DAY = re.compile(
    r"(?<=[a-z])(?=(?:19|20)\d\d-\d\d-\d\d|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2}, (?:19|20)\d\d)"
)
# `By Nell HarbinUpdated May 3`, `Iva Voss18:22, Jun 25 2019`
LABEL = re.compile(
    r"(?<=[a-z])(?=(?:First |Last )?(?:Updated|Posted|Published|updated|published)\b)|(?<=[A-Z]{3})(?=(?:Updated|Posted|Published)\b)"
)
LABEL_AND_DIGIT = re.compile(
    r"(?<=[a-z\d])(?=(?:Published|Updated|Posted):? ?\d)"
)  # `Iva Voss, Marle CourierPublished 1:02 a.m. ET`
# `All NorlandEdited by Iva Voss (with inputs from Agencies)Updated: April 07, 2020`
EDITED = re.compile(r"(?<=[a-z)])(?=(?:Updated|Published|Posted): |(?:Edited|Reported|Written) by [A-Z])")
SECTION_EDITED = re.compile(r"^[A-Z][A-Za-z &]{2,24}(?<=[a-z])(?=(?:Edited|Reported|Written) by [A-Z])")
NAME_AND_CLOCK = re.compile(r"(?<=[a-z])(?=\d{1,2}:\d\d, ?[A-Z][a-z]{2})")
# `The Marle Courier12 Jun 2018By HAL BRAND`, as PressReader has it
PRESSED = re.compile(r"(?P<paper>[A-Z][^\d|]{3,50}[a-z])(?P<day>\d{1,2} [A-Z][a-z]{2} \d{4})(?=By [A-Z])")
# `Posted Wed 24 Feb 2021 at 6:12amWednesday 24 Feb 2021 at 6:12am`, `24 Feb 202124 Feb 2021`, `May 19, 20206:02 AM`, `5:00 AM4 mins to read`
SAID_AGAIN = re.compile(
    r"(?<=[ap]m)(?=(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day \d)|(?<=(?:19|20)\d\d)(?=\d{1,2} [A-Z][a-z]{2} (?:19|20)\d\d)"
    r"|(?<= (?:19|20)\d\d)(?=\d{1,2}:\d\d ?[AaPp][Mm])|(?<=[AaPp][Mm])(?=\d{1,2} min)"
)
# `Hal BrandJune 28, 20160 2 minutes read`, as blogs' pages have it
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_MINUTES = r"(?=\d{1,3} ?\d{0,2} ?(?:minutes?|min|comments?)\b)"
READING = re.compile(
    rf"(?<=[a-z])(?=(?:{_MONTHS}) \d{{1,2}}, (?:19|20)\d\d)"
    rf"|(?<=(?:19|20)\d\d)timer(?=\d)|(?<=[a-z] \d, (?:19|20)\d\d){_MINUTES}|(?<=[a-z] \d\d, (?:19|20)\d\d){_MINUTES}"
)
# `Hal BrandMBC News`, `Hal BrandCourier Online Staff Writer`: the house behind an author's name
HOUSE = re.compile(
    r"(?<=[a-z]{2})(?=(?:ESPN|AP|CNN|NBC|CBS|BBC|AFP|NPR|CNBC|MSNBC|PBS|UPI|CBC|CTV)(?:\.com)?(?: [A-Z]|$))"
    r"|(?<=[a-z]{2})(?=[A-Z]{3,6}(?:\.com)?(?: News| Sports| Staff)\b)|(?<=[a-z]{2})(?=The [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,2}$)"
    r"|(?<=[a-z]{2})(?<!Mac)(?<!Van)(?<!Del)(?<!Fitz)(?<!Vande)"
    r"(?=[A-Z][a-z]+(?: [A-Z][a-z]+){1,2} (?:Staff|Senior) (?:Writer|Reporter|Correspondent)$)"
)
HANDLE = re.compile(r"(?<=[a-z])@(?=\w+(?:\s|$))")


def _from_house(text: str) -> str:
    """A line that a name opens, with its house apart from it."""
    match = HOUSE.search(text) if " " in text and (text[:1].isupper() or text[:2] == "* ") else None
    given = text.find(" ", 3)  # behind `By ` or `* `
    return f"{text[: match.start()]} | {text[match.start() :]}" if match and 0 < given < match.start() else text


def runs_on(text: str) -> bool:
    """Whether a page ran the words of a menu together: `LatestPoliticsBusinessSportsVideo`, `HomeFind a JobPost ResumeNews`."""
    found = WORDS_TOGETHER.findall(text)
    if len(found) < FEWEST_TOGETHER:
        return False
    together = [len(WORDS_TOGETHER.findall(word)) for word in text.split()]
    return max(together) >= FEWEST_TOGETHER or len([count for count in together if count]) >= FEWEST_TOGETHER


def _humps(text: str) -> str:
    """A line with its jobs, houses and names apart, where a capital follows a small letter."""
    if any([job in text for job in SIGNS]):  # noqa: C419 - faster
        text = JOB.sub(" ", text)
    text = _from_house(text)
    if "and" in text and (match := AND.search(text)) and " " in text[: match.start()]:
        text = f"{text[: match.start()]} and {text[match.end() :]}"
    return text


def apart(text: str) -> str:
    """A line of who wrote or when with the spaces where they are missing."""
    if "@" in text:
        text = HANDLE.sub(" @", text)
    if HUMP.search(text):  # few have any
        text = _humps(text)
    if "m" in text and has_one(text.casefold(), ("mpublished", "mupdated", "mposted", "mfirst ")):
        text = CLOCK.sub(" | ", text)
    if "By " in text and (match := PRESSED.match(text)):
        return f"{match['paper']} | {match['day']} | {text[match.end() :]}"
    if "20" in text or "19" in text:
        text = SAID_AGAIN.sub(" | ", text)
        text = READING.sub(" | ", text) if text.endswith(("read", "comment", "comments")) else text
    if "on: " in text:
        text = ON.sub(" | ", text)
    if text[-4:].isdigit() and ":" in text:
        text = NAME_AND_CLOCK.sub(" | ", text, count=1)
    if "ublished" in text or "pdated" in text or "osted" in text:
        text = LABEL_AND_DIGIT.sub(" | ", text)
        text = EDITED.sub(" | ", SECTION_EDITED.sub("", text)) if "d: " in text else text
    if text[:2] == "By":
        text = LABEL.sub(" | ", text)
        text = DAY_IN_CAPITALS.sub(" | ", DAY.sub(" | ", text)) if ", " in text or "-" in text else text
        return BY.sub(" ", text, count=1)
    return DATE.sub(r"\1 ", text) if text[:1] in "FLPUM" else text
