"""What pictures a story had, as databases tell it in one field: `PHOTO by Iva Voss, The Courier: The pier; MUG: Hal Brand`."""

import re

from sitegen.model import Caption
from sitegen.reader import captions

_KIND = (
    r"(?i:(?:colou?r|b&w|b/w|black and white|staff|file|head) )?(?i:photo(?:graph)?s?|pictures?|mug(?:shot)?s?|shots?|maps?|charts?|graphics?"
    r"|illustrations?|drawings?|images?|diagrams?|tables?|cartoons?|captions?)"
)
PARTED = re.compile(rf"; ?(?=(?:\d{{1,2}}\. )?{_KIND}(?:[:;,] | by [A-Z]| \())")
MADE = re.compile(rf"(?:{_KIND}(?: \([^()]{{1,30}}\))?,? by )(?P<who>[A-Z][^;:]{{2,60}})[;:] (?=\S)")
NAMED = re.compile(r"(?P<who>[A-Z][A-Za-z.'’-]+(?: [A-Z][A-Za-z.'’-]+){1,2} ?/ ?[A-Z][\w ]{2,40}); (?=[A-Z\"“])")
LABEL = re.compile(rf"(?:\d{{1,2}}\. )?{_KIND}(?: \([^()]{{1,30}}\))?[:;,] (?=\S)")


def pictures(words: str) -> list[Caption]:
    """The captions of such a field's words, each with its credit."""
    return [_of(part) for part in PARTED.split(words)]


def _of(part: str) -> Caption:
    if made := MADE.match(part) or NAMED.match(part):
        return Caption(part[made.end() :], made["who"])
    label = LABEL.match(part)
    return captions.split(part[label.end() :] if label else part)
