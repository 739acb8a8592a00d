"""What may stand beside a date or a name and means nothing: `2 min read`, `at`, `share`, signs."""

import re

from sitegen.reader import dates
from sitegen.reader.persons import SUFFIXES

# What may stand beside a date without meaning anything; of a text in small letters, which is seen three times as fast. The words
# stand by their first letter, so that most places in a text are passed over at one look.
_UNITS = r"(?:sec(?:ond)?|m(?:in(?:ute)?)?|h(?:our|r)?|d(?:ay)?|w(?:eek|k)?|month|mo|y(?:ea)?r|y)s?"
_AGO = rf"(?:about |over )?(?:\d+|an?|one|two) ?{_UNITS} ago"
_TOLD = r" (?:days?|hours?|weeks?|months?|years?)\b(?! (?:ago )?[a-z])"
_READING = r" ?[- ]?(?:min(?:ute)?s?)(?: (?:to )?(?:read|listen|watch))?"
_SIGNS = r"|•·–—:;,./\\+«»>\-"
LINKING = re.compile(
    rf"\b(?:(?:\d(?:\d*(?: ?{_UNITS} ago|{_TOLD}|[hdmw]\b|{_READING})|[\d,.]*k? (?:comments?|shares?|views?|likes?))"
    rf"|(?=[aot]){_AGO}|a(?:n?{_TOLD}|t|gt|[ew]s?[dt]t|m|\.m\.)|b(?:y|st)|c(?:omment(?: now)?!?|omments?|es?t)"
    r"|e(?:stimated reading time|st\.?|dt)|from the print edition|gmt|hkt|i(?:n|st)|j(?:oin the conversation|ust now)"
    r"|l(?:ive coverage|ocal time|eave a comment(?: now)?!?)"
    r"|midnight|noon|on|p(?:rint edition|rint|m|\.m\.)|r(?:eading time|ss(?: feed)?|ead)|s(?:gt|ast|hare|ave)"
    r"|t(?:oday|ime to read|ime|his is an archived? article)|utc|yesterday)\b"
    rf"|{dates.WEEKDAY}(?: (?:morning|afternoon|evening|night)\b)?)|\([^()]*\)"
    rf"|[{_SIGNS}][{_SIGNS}\s]*| [{_SIGNS}\s]+|[^\S ][{_SIGNS}\s]*"  # a space alone stays
)


def tells_nothing(part: str) -> bool:
    """Whether a part of a piece is no name and nothing that isn't understood."""
    small = part.lower()
    return not part or small in SUFFIXES or (LINKING.match(small) is not None and not LINKING.sub("", small).strip(" "))


def unlinked(piece: str) -> str:
    """A piece with a space for each part that means nothing beside a date."""
    kept, place = [], 0
    for match in LINKING.finditer(dates.in_small_letters(piece)):
        kept.append(piece[place : match.start()])
        place = match.end()
    return " ".join([*kept, piece[place:]])
