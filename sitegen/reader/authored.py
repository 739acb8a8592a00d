"""Bylines that put it in other words, as `byline` knows them: `From Hal Brand, Port Hale`, `HAL BRAND AT MARLE PARK`, `Hank Tolland + More`."""

import re

from sitegen.reader import agencies, dates
from sitegen.reader.tidied import tidied
from sitegen.reader.words import first_names, phrases, places

MORE = (" + More", " +More", " + Follow", " +Follow")
# `Photographs by Hal Brand. Words by Iva Voss`: who wrote it stands behind
WORDS_BEHIND = re.compile(
    r"(?:Photo(?:graph)?s?|Photography|Pictures?)(?: by|:) [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){1,3}[.,;]?"
    r" (?i:words|text|story)(?: by|:) (?=[A-Z])"
)
# `HAL BRAND AT MARLE PARK`, `Donncha Ó Laoire at Dr Hyde Park`: from where somebody reported
AT_VENUE = re.compile(
    r"(?P<name>[^\W\d_a-z][\w'’-]+ (?P<irish>(?:Ó|Ní|Nic|NÍ|NIC) )?[^\W\d_a-z][\w'’-]+)(?: at | AT )(?!the |THE )"
    r"(?:[^\W\d_a-z][\w.'’-]*(?: |$)){2,4}$"
)
DATED_FIRST = 20  # characters
# `From Hal Brand, GNA Special Correspondent`, `From Hal Brand, Port Hale`, `From HAL BRAND in Port Hale`
SENT_FROM = re.compile(
    r"From (?P<name>(?P<given>[A-Z][\w.'’-]+)(?: [A-Z][\w.'’-]+){1,2})"
    r"(?:, (?P<office>[A-Z]{2,5})\b|(?:(?:,| in) [A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,2})?$)"
)
CLUBS = frozenset(
    "united city town county rovers athletic wanderers albion villa rangers celtic academicals wednesday hotspur".split()
)


# `By IVA VOSS and HAL BRAND Associated Press`
AGENCY_BEHIND = re.compile(
    r"(?<=[\w.]) (?=(?:The )?(?:Associated Press|Canadian Press|Press Association|Agence France-Presse)(?: [Ww]riters?)?$)"
)


def plainly(text: str) -> str:
    """A line that names an author so, with `By` or the name alone; others as they are, tidied."""
    if " Press" in text or "-Presse" in text:
        text = AGENCY_BEHIND.sub(", ", text)
    if text[:2] in {"Ph", "Pi"} and (worded := WORDS_BEHIND.match(text)):
        text = f"By {text[worded.end() :]}"
    if text.endswith(MORE) and dates.find(text[:DATED_FIRST]):  # `Aug. 19, 2015 | 7:44 p.m. EDT + More`
        text = text[: text.rindex("+")].rstrip()
    text = f"By {text}" if text.endswith(MORE) and text[:3] != "By " else tidied(text)  # `Hank Tolland + More`
    if " at " in text or " AT " in text:
        venue = AT_VENUE.match(text)
        return venue["name"] if venue and _is_somebody(venue["name"], irish=venue["irish"]) else text
    if text[:5] == "From " and (sent := SENT_FROM.match(text)) and _is_sender(sent):
        return f"By {text[5:] if sent['office'] else sent['name']}"
    return text


def _is_sender(sent: re.Match[str]) -> bool:
    """Whether somebody sent the story: for an agency, or with a given name that no place has."""
    if sent["office"]:
        return agencies.of(sent["office"]) is not None
    return sent["given"].casefold() in first_names() and sent["given"].title() not in places()


def _is_somebody(name: str, *, irish: str | None) -> bool:
    """Whether a name before a place is a person's, and no club's: `Leeds United at Elland Road`."""
    given, *others = name.split()
    lists = phrases()
    if (
        given.title() in places()
        or not lists.place_words.isdisjoint(map(str.casefold, others))
        or others[-1].casefold() in CLUBS
    ):
        return False
    return irish is not None or (name.isupper() and given.casefold() in first_names())
