"""Whether a name behind a sentence and a dash signs what is told, or made a picture."""

import re

from sitegen.reader import acting, behind, captions
from sitegen.reader.rows import Row
from sitegen.reader.sheet import Sheet
from sitegen.reader.surroundings import PROSE

OURSELVES = frozenset({"i", "we", "my", "our"})
MOST_MAKERS = 2  # of a page's pictures
NEAR = 60  # rows in which another picture shows how they are signed
SIGNED_ROWS = 40  # below a picture's words, in which the briefs of an agency would be signed too
# `… in the lane. - Photo courtesy Marle Band`, beside which `… in the yard. - Hal Brand` is a credit too
LABELLED = re.compile(r"[.!?”\"] [-–—] (?:(?:File|FILE) )?(?:Photo|PHOTO|Picture|PICTURE|Image|Courtesy|COURTESY)")


def signs_off(row: Row, sheet: Sheet) -> bool:
    """Whether what a dash ends may be the story's: `… on Monday. — AFP` is surely a picture's only where a sign says so.

    Those signs: it is the first paragraph or stands over it, alone; or the page has such ends that say `Photo`.
    """
    spaced = behind.spaced(row.text)
    if spaced is None or spaced["sure"]:
        return False
    if row.opening in OURSELVES or " I " in row.text:  # a reader's letter
        return True
    above_story = len(sheet.told) > 1 and row.place <= sheet.told[0]
    below = sheet.rows[row.place + 1 : row.place + SIGNED_ROWS] if above_story else [row]
    if not any(one.words >= PROSE and behind.spaced(one.text) for one in below if one is row or one.text != row.text):
        return False
    if acting.narrates(row.key, row.opening):
        return True
    near = [one.text for one in sheet.rows[max(0, row.place - NEAR) : row.place + NEAR]]
    makers = {found[1] for text in near if (found := behind.spaced(text))}  # of many each has written a letter
    return len(makers) > MOST_MAKERS or not any(map(LABELLED.search, near))


def is_programme(inside: str, row: Row, sheet: Sheet) -> bool:
    """Whether a network in brackets is one of several that a page has behind sentences: what is on tonight, and no pictures."""
    if captions.NETWORK.fullmatch(inside) is None:
        return False
    others = [
        one.text for one in sheet.rows[max(0, row.place - NEAR) : row.place + NEAR] if one is not row and one.text[-1] == ")"
    ]
    ends = filter(None, map(captions.credit_in_brackets, others))
    return any(captions.NETWORK.fullmatch(end[1]) and end[1] != inside for end in ends)
