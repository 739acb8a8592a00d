"""A line of who wrote or when with its parts set apart, and without what tells nothing of either."""

import re

from sitegen.reader import glued
from sitegen.reader.trades import ends_in_job, is_paper
from sitegen.reader.words import places

# `By Hank Tolland, a senior reporter who covers …`: what the author is, told in a sentence.
TOLD = re.compile(
    r", (?:an?|the|our) (?:[\w’'-]+ ){0,5}?(?:reporter|writer|editor|correspondent|columnist|critic|journalist|producer|contributor)\b.*$"
)
# `Hank TollandContact Reporter`, `Hank TollandBlockedUnblockFollowFollowing`, `Hank Tolland5 minute read`: buttons and what a reading takes
GLUED_BEHIND = re.compile(
    r"(?<=[a-z.])(?: ?Contact Reporter|(?:Blocked)?(?:Unblock)?Follow(?:ing)?(?:Following)?|\d{1,2} ?-?min(?:ute)?s? [Rr]ead)$"
)
BUTTONED = ("Reporter", "Follow", "Following", "read", "Read")
# `Hank TollandHank Tolland`, `Author: Hank Tolland. Hank Tolland Transport`, as a page says it to those who can't see it, too
TWICE = re.compile(
    r"(?P<by>(?:[Bb]y|Author:) )?(?P<name>[A-Z][\w'’-]{1,20}(?: [A-Z][\w.'’-]{0,20}){1,2}?)(?:\. )?(?P=name)(?: .{0,40})?"
)
COMMENTS = re.compile(
    r"(?<=[a-z])\s+(?:Leave a Comment|(?:\d+|No|Add) Comments?)$", re.IGNORECASE
)  # `March 4, 2019 by Hank Tolland Leave a Comment`
SPACED_DATE = re.compile(r"\b(\d{1,2}) ?/ ?(\d{1,2}) ?/ ?(\d{4}|\d\d)\b")  # `10/ 5/11`
SLASHED = re.compile(r"(?<=[a-z])/ (?=[A-Z])")  # `Iva Voss/ Courier Writer`
PLACED = re.compile(
    r"(?P<name>(?:By )?[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}) ?/ ?(?P<town>[A-Z][a-z]+(?: [A-Z][a-z]+)?)"
)  # `Iva Voss /Dubai`
# `November 9, 2004 Tuesday Ramazan 25, 1425`: the same day by the moon
HIJRI = re.compile(
    r",? (?:Muharram|Safar|Rabi\S*(?: \S+)?|Jam[ai]\S+(?: \S+)?|Rajab|Sha'?ban|Rama[dz]an|Shawwal|Zi[lq]\S+|Zul\S*(?: \S+)?) \d{1,2}, 14\d\d\b"
)
WHEN = re.compile(r"\s*\((?:now|earlier|later|and earlier|until [^()]*)\)")  # who wrote a running report, and when
GENERATION = re.compile(r", ?(?=(?:Jr|Sr|JR|SR|II|III|IV)\b)")  # `Hank Tolland, Jr.`: part of the name
NAME_IN_CAPITALS = re.compile(r"(?:By )?(?:[A-Z][A-Z.'’-]+ ){1,2}[A-Z][A-Z'’-]+ (?=[A-Z][a-z])")  # `HANK TOLLAND Marle Journal`
TOWN_FIRST = re.compile(r"^[A-Z][A-Z .'’-]{2,30}:, (?=[A-Z])")  # `PORT HALE:, June 29, 2016`
SOURCED = re.compile(r"^source:\s*|\s*\|\s*editor:\s*\w+\s*$", re.IGNORECASE)  # `Source: Xinhua| 2019-10-08 14:22|Editor: zh`
HANDLES = re.compile(r"(?<=\w)(?: @\w[\w./-]*){2,3}$")  # `Iva Voss @in/iva-voss @ivavoss`, as a site of markets has it
HOUSE_FIRST = re.compile(
    r"^By (?:[Tt]he )?(?:[A-Z][\w&.-]* ){0,3}[A-Z][\w&.-]*['’]s (?=[A-Z][\w.'’-]+ [A-Z])"
)  # `By the Courier's …`

# Each is looked for where its sign stands.
TELLING_NOTHING = ((":, ", TOWN_FIRST), (", 14", HIJRI), ("(", WHEN), (" @", HANDLES))

SHORTEST_TWICE = 6  # characters


def tidied(text: str) -> str:
    """A line whose parts are set apart, and without what tells nothing of who wrote or when."""
    text = COMMENTS.sub("", text) if "omment" in text else text
    if " \ufffd " in text:  # what a page parts its dates with, after a wrong turn of its letters
        text = text.replace(" \ufffd ", " · ")
    text = glued.apart(_once(text))
    if "/" in text and (placed := PLACED.fullmatch(text)) and placed["town"] in places():
        text = f"{placed['name']}, {placed['town']}"
    if "/ " in text:
        text = SLASHED.sub(" / ", SPACED_DATE.sub(r"\1/\2/\3", text))
    for sign, told in TELLING_NOTHING:
        if sign in text:
            text = told.sub("", text)
    if "," in text:
        text = GENERATION.sub(" ", text)
    if text[-1:].islower() and (text[:2].isupper() or text[:3] == "By "):
        text = _from_house(text)
    if ":" in text and text[:6].casefold() == "source":
        text = SOURCED.sub("", text)
    if text[:2] == "By":
        text = TOLD.sub("", HOUSE_FIRST.sub("By ", text, count=1))
    return text


def _once(text: str) -> str:
    """A line without the buttons that a page ran together with a name, and without the name once more."""
    if text.endswith(BUTTONED):
        text = GLUED_BEHIND.sub("", text)
    twice = TWICE.fullmatch(text) if text[:1].isalpha() else None
    return f"{twice['by'] or ''}{twice['name']}" if twice and len(twice["name"]) > SHORTEST_TWICE else text


def _from_house(text: str) -> str:
    """A line with the author's name in capitals apart from the house behind it."""
    match = NAME_IN_CAPITALS.match(text)
    house = text[match.end() :].removesuffix(" + More") if match else ""
    return f"{match[0].rstrip()}, {text[match.end() :]}" if match and (is_paper(house.split()) or ends_in_job(house)) else text
