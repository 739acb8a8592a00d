"""Rules for the topics that a site has filed a story under, with a label, under a heading, or by signs alone."""

# ruff: noqa: PLR2004 - the figures in rules are their evidence and its limits; names would hide them

import re

from sitegen.reader import byline
from sitegen.reader.rows import Row
from sitegen.reader.sheet import Sheet, key_of
from sitegen.reader.surroundings import PROSE
from sitegen.reader.words import opens_as_furniture

TAGS = re.compile(
    r"^(?:tags?|topics?|related (?:links ?/ ?)?(?:tags|topics|subjects|keywords|countries)|(?:story|article) (?:tags|topics)"
    r"|filed (?:under|in)|archived in|published under|get more on"
    r"|key ?words?|categories|category|labels|more on|read more (?:on|about)(?=: .*[|,])|posted in"
    r"|(?:this (?:article|story) )?tagged(?: (?:with|as|in|under))?|(?:topics )?in this (?:story|article))(?:\s?[:|/]|\s{2})\s*\S",
    re.IGNORECASE,
)

# With a stop, as some blogs set them.
STOPPED_TAGS = re.compile(r"(?:Tags|Categories|Keywords|Tagged|Filed under)\b[^,.]{0,12}: ?[^,.:]{2,40}(?:, [^,.:]{2,40})+\.")


FEW_TAGS, HASHED = 24, re.compile(r"#[^\W\d][^#?.!:/]{0,40}(?: #[^\W\d][^#?.!:/]{0,40})+")  # words
GLUED, LABEL = re.compile(r"[a-z][A-Z]"), 12  # characters


def tag_line(row: Row, _: Sheet) -> float:
    """`Topics: bridges, traffic`."""
    return 6.5 if row.words < 50 and TAGS.match(row.text) and not (row.stop and not STOPPED_TAGS.fullmatch(row.text)) else 0.0


def glued_tags(row: Row, sheet: Sheet) -> float:
    """`Tags FerryHarbor Board`, where a page's spaces were lost; `#ferry #Harbor Board #Marle`."""
    if row.text[0] == "#" and row.words < FEW_TAGS and row.place > max(sheet.told, default=0) and HASHED.fullmatch(row.text):
        return 6.5
    if row.text[0] == "#" and row.words == 1 and row.place > max(sheet.told, default=0) and _is_among_tags(row, sheet):
        return 6.5
    if row.opening == "keywords" and row.place and sheet.rows[row.place - 1].opening in {"author", "date"}:
        return 7.5 if ":" not in row.text[:LABEL] and not row.stop else 0.0  # at a page's foot
    if row.opening == "keywords" and not row.stop and row.text.count(", ") > 1 and row.place > max(sheet.told, default=0):
        return 7.5
    return 7.5 if row.opening == "tags" and not row.stop and row.titled == 1 and GLUED.search(row.text) else 0.0


def barred_tags(row: Row, sheet: Sheet) -> float:
    """`Marle Council | Bins | Local Reporting` below the story, in whose words one of them at least is told."""
    if row.stop or row.place + END_ROWS < len(sheet.rows):
        return 0.0
    parts = row.text.split(" | ")
    if len(parts) < FEWEST_BARRED or any(len(part.split()) > TAG_WORDS or not part[:1].isupper() for part in parts):
        return 0.0
    told = [one.key for one in sheet.rows[: row.place] if one.stop]
    return 5.5 if len(told) > 1 and any(part.casefold() in key for part in parts for key in told) else 0.0


def _is_among_tags(row: Row, sheet: Sheet) -> bool:
    """Whether a line beside is a word behind `#` as well."""
    beside = sheet.rows[row.place - 1 : row.place + 2 : 2]
    return row.text[1:].isalnum() and any(one.text[0] == "#" and one.text[1:].isalnum() for one in beside)


FEWEST_BARRED, END_ROWS = 3, 3  # parts; rows from the line down to the text's end
HEADING_SIGNS = " :—–-"
TAG_HEADINGS = frozenset(
    (
        "tags|topics|related topics|filed under|tagged with|tagged in|posted in|keywords|in this article|in this story|more on|"
        "click the alert icon to follow topics|tagged|related topic|more about|read more on related topics|read more about|"
        "read more on|more stories on|explore more on these topics|tagged under|this article tagged under|suggested topics|"
        "topics in this article|topics in this story|related tags|related subjects|related keywords|related countries|story tags|"
        "story topics|article topics|article tags|tags in this story|see more on|follow the topics in this article|get more on|"
        "explore related story topics|filed in|archived in|this story is about|explore topics|topics mentioned|subjects|more related topics"
    ).split("|")
)
FAR_OVER = 20  # rows from a menu's `Topics` down to the story
MOST_TAGS, TAG_WORDS, PARTS = 12, 5, re.compile(r", ?| [/|·•] |  |(?<=\w)\|(?=\w)")
CREDITS = ("image credit", "photo credit", "photo:", "image:", "photo by", "picture:")
MORE = ("more from ", "more on ", "more in ", "more stories ", "more news")  # how a list of other stories is headed


def _is_of_menu(row: Row, sheet: Sheet) -> bool:
    """Whether a heading of tags is a button like the line directly above it: `Home`, `Topics`."""
    if row.words == 1 and row.place + FAR_OVER < sheet.like.start:
        return True
    if row.words > 1 or row.gap or not row.place or key_of(sheet.rows[row.place - 1]) not in sheet.phrases.furniture:
        return False
    return not any(one.words >= PROSE for one in sheet.rows[: row.place])


def listed_tag(row: Row, sheet: Sheet) -> float:
    """A short line under `Related topics`, and no button between them: `Add to myCourier`."""
    if (row.opening == "add" and row.words > 1) or row.key.startswith(CREDITS):
        return 0.0
    first = row
    for place in range(row.place - 1, max(-1, row.place - MOST_TAGS), -1):
        above = sheet.rows[place]
        if _longest_of(first) > TAG_WORDS or first.stop or _is_of_site(first, sheet) or _is_no_tag(first, sheet):
            return 0.0
        if above.key.strip(HEADING_SIGNS) in TAG_HEADINGS:
            return (
                0.0
                if (_is_of_menu(above, sheet) and "|" not in row.text)
                or (row.gap and not sheet.like.leans and _goes_on(row, sheet))
                else 7.5
            )
        if first.gap != row.gap:
            return 0.0
        first = above
    return 0.0


def _longest_of(row: Row) -> int:
    """How many words the longest part of a line has, whose parts commas or slashes hold apart."""
    return max([len(part.split()) for part in PARTS.split(row.text)])


def _goes_on(row: Row, sheet: Sheet) -> bool:
    """Whether the story goes on below a line."""
    return any([one.words >= PROSE and one.stop for one in sheet.rows[row.place + 1 : row.place + MOST_TAGS]])  # noqa: C419 - faster


def _is_no_tag(row: Row, sheet: Sheet) -> bool:
    """Whether a line under a heading of tags is another heading, or says who wrote another story, or when."""
    head = sheet.heads.get(row.place, byline.NOTHING)
    return row.text[-1] == ":" or (head.by and bool(head.names)) or (head.dated and head.sure >= 1)


def _is_of_site(row: Row, sheet: Sheet) -> bool:
    """Whether a line is furniture, or heads a list of other stories."""
    key = key_of(row)
    if key in sheet.phrases.furniture:
        return key not in sheet.phrases.sections
    if key in sheet.phrases.junk_headings or key in TAG_HEADINGS or key.startswith(MORE):
        return True
    if row.words == 1:
        return False
    return opens_as_furniture(row.key) or not sheet.phrases.furniture.isdisjoint(PARTS.split(row.key)[1:])
