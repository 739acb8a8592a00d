"""What a site shows once more: a video's title and length below its pointer, a picture's words and its credit."""

import re
from collections import Counter

from msgspec.structs import replace

from sitegen.reader import references
from sitegen.reader.decide import Choice
from sitegen.reader.rows import MOST_WORDS, Row
from sitegen.reader.surroundings import CUT, PROSE

FEWEST_TOLD, BEGINNING = 4, 60  # paragraphs that the line must have; characters of each that are looked for
ALIKE = 24  # characters
WHOLE = 1.15  # of what is told above: with its crossheads the line has no more, or it goes on where a teaser ends
AGAIN = "said-again"  # the rule of paragraphs that the story has already
SHOWN_WORDS = 8  # of a picture's words that are looked for
AGAIN_NEAR = 6  # rows from a picture's words down to the same once more
AGO = re.compile(
    r"(?:(?:about|over|almost) )?(?:\d{1,2}|an?) (?:minute|min|hour|hr|day|week|month|year)s?(?: ago)?\W*(?: \d+ comments?)?"
)  # of a list of other stories
PLAYED = re.compile(r"Click to play video:? [‘'](.+)[’']")  # the title follows once more
LASTING = re.compile(r"duration:? \d{1,2}:\d\d(?::\d\d)?")


def of_videos(choices: list[Choice], rows: list[Row]) -> list[Choice]:
    """Below `WATCH | The keeper on his lamp:` the title once more, when it was shown, how long it is and its words: the site's."""
    led = [place for place, choice in enumerate(choices) if choice.rule == "labelled-reference"] if len(rows) > 1 else []
    for place in led:
        pointer, below = references.labelled(rows[place].text), place + 1
        if pointer is None or below + 1 >= len(rows) or rows[below].stop:
            continue
        lasts = any(LASTING.fullmatch(one.key) for one in rows[below + 1 : below + 3])
        again = rows[below].text == pointer.reference.text and AGO.fullmatch(rows[below + 1].key)
        if not (again or (lasts and (rows[below].text == pointer.reference.text or rows[place].text[-1] == ":"))):
            continue
        while below < len(rows) and (
            below == place + 1 or AGO.fullmatch(rows[below].key) or LASTING.fullmatch(rows[below].key)
        ):
            choices[below] = replace(choices[below], kind="furniture", rule="of-video")
            below += 1
        told = (
            below < len(rows)
            and choices[below].kind == "body"
            and rows[below].stop
            and rows[below].gap == 0 < rows[below].after
        )
        if told and LASTING.fullmatch(rows[below - 1].key):  # set apart from the story that goes on
            choices[below] = replace(choices[below], kind="furniture", rule="of-video")
    for place in [row.place for row in rows if row.opening == "click"]:
        played, below = PLAYED.fullmatch(rows[place].text), place + 1
        if played and below < len(rows) and not rows[below].gap and rows[below].text == played[1]:
            choices[below] = replace(choices[below], kind="furniture", rule="of-video")
    return choices


def shown_again(choices: list[Choice], rows: list[Row]) -> list[Choice]:
    """A picture's words that stand once more below it, as public radio prints them, and their credit: the site's."""
    captioned = {
        rows[place].text: place
        for place, choice in reversed([*enumerate(choices)])
        if choice.kind == "caption" and rows[place].words >= SHOWN_WORDS
    }
    again = [place for place, row in enumerate(rows) if row.text in captioned] if captioned else []
    for place in again:
        first, choice = captioned[rows[place].text], choices[place]
        if not place - AGAIN_NEAR <= first < place - 1 or choice.kind not in {"body", "title", "again", "dek"}:
            continue
        choices[place] = replace(choice, kind="furniture", rule="caption-again")
        if place + 1 < len(rows) and choices[first + 1].kind == "credit" and rows[place + 1].text == rows[first + 1].text:
            choices[place + 1] = replace(choices[place + 1], kind="furniture", rule="caption-again")
    return choices


def told_again(choices: list[Choice], rows: list[Row], *, page: bool) -> list[Choice]:
    """A paragraph that a page has twice, as a picture's words or beside it, is told once; the story once more on one line is the site's."""
    told = [row for row, choice in zip(rows, choices, strict=True) if choice.kind == "body" and row.words >= PROSE]
    beginnings = tuple(row.text[:BEGINNING] for row in told[:FEWEST_TOLD])
    begun = Counter([row.text[:ALIKE] for row in told])
    met: set[str] = set()
    size = 0  # of what is told above
    for at, row in enumerate(told):
        # Some set a space before a comma, where a link ended; others the beginning of a story, cut off, over it.
        said = row.text.replace(" ", "") if begun[row.text[:ALIKE]] > 1 else ""
        cut = row.text.rstrip("….") if row.text.endswith(CUT) else ""
        if (page and said and said in met and row.stop) or (cut and at + 1 < len(told) and told[at + 1].text.startswith(cut)):
            choices[row.place] = replace(choices[row.place], rule=AGAIN)
        elif (
            at >= FEWEST_TOLD and row.words == MOST_WORDS and len(row.text) <= WHOLE * size and _has_story(row.text, beginnings)
        ):
            choices[row.place] = replace(choices[row.place], kind="furniture", rule="story-again")
        met.add(said)
        size += len(row.text)
    return choices


def _has_story(text: str, beginnings: tuple[str, ...]) -> bool:
    """Whether a line goes on from one of the story's first paragraphs to the others; what sums the story up may stand above them."""
    return text.startswith(beginnings) and all(said in text for said in beginnings[1:])
