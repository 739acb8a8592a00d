"""The house behind a picture's words: a paper, a museum, a firm, and who made the picture for it."""

import re

from sitegen.reader.behind import Found
from sitegen.reader.words import first_names

HOUSE_PHOTO = re.compile(
    r"(?<=[a-z\d][.!?]) (?:[-–—] ?)?([A-Z][\w.&'’-]*(?: [A-Z][\w.&'’-]*){0,2})(?: file)? photos?$"
    r"|(?<=[.!?”\"]) ((?:Photo|Image)s? (?:provided|supplied|submitted|contributed))$"
)
# `… at the gate. File photo/Marle Courier`
ON_FILE = re.compile(r"(?<=[.!?”\"]) ([Ff]ile (?:photo|picture|image) ?/ ?[A-Z][\w.&'’-]*(?: [A-Z][\w.&'’-]*){0,4})$")
# `A bedroom at Marle House Courtesy Marle House`
COURTESY = re.compile(
    r"(?<=[^\W\d_]) Courtesy (?:of )?((?:The )?[A-Z][\w.&'’-]*(?: (?:(?:of|do|da|de|du|la|le|for|and|the) )?[A-Z&][\w.&'’-]*){0,5})$"
)
# `… at the gate. HAL BRAND — COURIER`
DASHED_HOUSE = re.compile(r"(?<=[.!?”\"]) ([A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){1,2} — [A-Z][A-Z&'’ -]{2,30})$")
HOUSE_BY = re.compile(
    r"(?<=[.!?”\"]) (?:[A-Z][\w.&'’-]* ){1,4}(?:staff |file )?photo(?:s|graphs?)?(?: by |/| / |: )([A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){1,3})$"
)
# `… in the yard. Hal Brand for Marle Radio`, `… in the yard. Hal Brand, marle.example`
FOR_HOUSE = re.compile(
    r"(?<=[a-z\d][.!?]) ([A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){1,2}"
    r"(?: for (?:[Tt]he )?[A-Z][\w.&’'-]*(?: [A-Z][\w.&’'-]*){0,3}|(?:, ?| ?/ ?)(?:www\.)?[a-z][\w-]{2,30}\.(?:com|org|net|co|[a-z]{2,7})))$"
)
# `… in the yard. WPMH 8`, `… in the yard. Hal Brand, KMAR`: a station, and who was there for it
OF_STATION = re.compile(
    r"(?<=[a-z\d][.!?]) ([KW][A-Z]{2,3}[ -](?:TV|FM|News|\d{1,2})"
    r"|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){1,2}, [KW][A-Z]{3}(?:[ -](?:TV|FM|News|\d{1,2}))?)$"
)
HOUSE_ENDS = (" photo", " photos", " provided", " supplied", " submitted", " contributed")
LONGEST = 200  # characters at the end of a caption in which its house stands
# `@halbrand/Instagram`, `@halbrand via X`, `X/@halbrand`
NETWORKS = "Instagram|Twitter|Facebook|TikTok|X|YouTube|Telegram|Threads"
POSTED = re.compile(rf"@[\w.]+ ?(?:/|via) ?(?:{NETWORKS})\b|\b(?:{NETWORKS}) ?/ ?@\w", re.IGNORECASE)


def credit(text: str) -> Found:
    """The house behind a sentence, and who made the picture for it: `… of the square. AA photo`, `… Courier photo/HAL BRAND`."""
    if "photo" in text[-80:] and (match := HOUSE_BY.search(text, len(text) - LONGEST)):
        return match.start(), match[1]
    if " Courtesy " in text[-80:] and (match := COURTESY.search(text, len(text) - LONGEST)) and " " in match[0].strip()[9:]:
        return match.start(), match[1]
    if (
        "—" in text[-40:]
        and (match := DASHED_HOUSE.search(text, len(text) - LONGEST))
        and match[1].partition(" ")[0].casefold() in first_names()
    ):
        return match.start(), match[1]
    if "ile " in text[-80:] and (match := ON_FILE.search(text, len(text) - LONGEST)):
        return match.start(), match[1]
    if (made := for_house(text)) is not None:
        return made
    match = HOUSE_PHOTO.search(text, len(text) - LONGEST) if text.endswith(HOUSE_ENDS) else None
    return (match.start(), match[1] or match[2]) if match else None


def for_house(text: str) -> Found:
    """A station; somebody and the house behind a sentence; where an address stands for that, only somebody with a given name."""
    if (" K" in text[-10:] or " W" in text[-10:]) and (match := OF_STATION.search(text, max(0, len(text) - LONGEST))):
        return match.start(), match[1]
    if not (" for " in text[-60:] or "." in text[-8:-2]):
        return None
    match = FOR_HOUSE.search(text, max(0, len(text) - LONGEST))
    if match is None:
        return None
    known = " for " in match[1] or match[1].partition(" ")[0].casefold() in first_names()
    return (match.start(), match[1]) if known else None
