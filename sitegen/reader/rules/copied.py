"""The rule for what those wrote who copied an article: `[Reel 41, frame 318]`, `[rest torn off]`, `Transcribed by I. Voss from film`."""

import re

from sitegen.reader.rows import Row
from sitegen.reader.sheet import Sheet

TOP = 4  # rows above the story in which they say what they copied
LONGEST = 60  # words
LABELS = frozenset(
    {"src", "transcribed", "transcriber", "transcriber's", "transcription", "typed", "copied", "retyped", "my", "clipping"}
)
# Said of the sheet, the roll of film, the scan: no editor's word put into somebody's speech.
OF_COPY = re.compile(
    r"\b(?:illegible|unreadable|torn|missing|faded|blurred|smudged|cut off|cropped|transcribed|transcription|copied|omitted"
    r"|retyped|typed|hand-?written|pencil+ed|in pencil|in ink|stamped|scrapbook|clipping|cutting|microfilm|microfiche|reel \d"
    r"|frame \d|scan(?:ned)?|photocopy|col(?:umn|s)?\.? \d|box \d|folder \d|no caption|page \d|p\. ?\d|rest of|remainder|bound vol(?:ume)?s?)\b"
)
LABELLED = re.compile(
    r"(?:src|my notes?|transcriber['’]?s? notes?|transcription notes?|transcription|clipping)\s?:"
    r"|(?:transcribed|retyped|typed|typed up|copied)(?: out| by hand| verbatim)? (?:by|from|at|in|on)\b"
)


def copied(row: Row, sheet: Sheet) -> float:
    """What stands in brackets of its own and tells of the copy, or opens as their notes do, above the story or below it."""
    if row.words > LONGEST:
        return 0.0
    if row.text[0] == "[":
        own = row.text[-1] == "]" and row.text.count("[") == 1 and (row.place < TOP or row.text[1].islower())
        return 8.0 if own and OF_COPY.search(row.key) else 0.0
    if row.opening.strip(":") not in LABELS or not LABELLED.match(row.key):
        return 0.0
    return 8.0 if row.place < TOP or not any(place > row.place for place in sheet.told) else 0.0
