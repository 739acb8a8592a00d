"""Rules for what points to other articles: references, and lists of them, the story's or the site's."""

# ruff: noqa: PLR2004 - the figures in rules are their evidence and its limits; names would hide them

import re

from sitegen.reader import byline, references
from sitegen.reader.lean import OVER
from sitegen.reader.rows import CLOSING, Row
from sitegen.reader.rules import buttons, lives, menus, site, teasers, wires
from sitegen.reader.sheet import Sheet, key_of
from sitegen.reader.surroundings import PROSE
from sitegen.reader.words import opens_as_furniture

LISTED_SENTENCE, UNLISTED_SENTENCE, HEADING_WORDS = 12, 16, 6  # words
JUNK_OPENINGS = (  # of headings with a section's or the site's name: `Next Up In Sports`
    "next up in ", "popular on ", "popular in ", "trending on ", "recommended by our ", "most popular in ", "most read in ",
    "top stories in ", "recent stories from ", "recent stories in ", "recent posts from ", "recent posts in ",
    "recent posts by ", "recent articles by ", "people who read this", "readers of this ", "next in ",
)  # fmt: skip
JUNK_ENDS = (" top stories", " top headlines")  # `Marle Top Stories`
# Of headings of other stories, whatever section or day they have within: `Most Read Business Stories`, `Other Harbour News`.
OTHERS_BEGUN = tuple(
    f"{word} " for word in "most latest recent related suggested recommended popular top more other similar".split()
)
OTHERS = re.compile(
    r".* (?:stories|articles|posts|news|videos?|reviews|content|reads|headlines|galleries|discussions|coverage)"
)
LONGEST_HEADING = 9  # words
# `Most Read Local Stories`, `Top Reads This Hour`
MOST_READ_WORDS, MOST_READ = (
    6,
    re.compile(
        r"most (?:read|popular|viewed|shared|commented)(?: \w+){0,2} (?:stories|articles|news|posts)"
        r"|best of (?:\w+ ){1,3}premium|top reads(?: this (?:hour|week|month)| today| now)?"
    ),
)
MORE_OF = ("more from ", "more in ", "more by ", "more stories by ", "more stories from ")  # of the author, of the paper
POINTED = re.compile(
    r"(?:read (?:more|next|also)|also read|see also|slideshow|photos|photo gallery|gallery|video|audio|podcast"
    r"|related(?: (?:story|stories|articles?|news|coverage))?)\s?[:|]"
)
# The first words of labels that nothing else opens with.
POINTING = frozenset({"related", "read", "see", "watch", "listen", "more"})
MOST_BARS = 1  # a menu has more
TOP_ROWS, ON_TOP = 3, 4.0  # rows; evidence, since little may stand above a headline (`decide.PARTS`)
HEADING_AMID = re.compile(
    r"more (?:[\w'’-]+ ){1,3}(?:news|stories|coverage|headlines|features|videos?)|read more (?:on|about|from|in) .{3,30}"
    r"|more (?:information|from .{3,30}|in .{3,30}|on .{3,30})|keep reading|see more on|also read|read next|recommended reading"
)
MOST_OFFERED, OFFERED_WORDS = 4, 7  # rows; words of a heading
FEWEST_POINTED, MOST_POINTED = 5, 2  # words of a point; points
HOURS = ("a.m.", "p.m.")  # with which no sentence ends in a list
LEADING_ON = frozenset({"required reading", "go deeper"})  # that may head a part of a story as well
ASKED_BELOW = frozenset(
    "follow share comment comments subscribe contact connect about copyright newsletter newsletters".split()
)
OF_ALL = (
    "trending in ",
    "trending now",
    "most read",
    "most popular",
    "latest in ",
    "popular in ",
    "top stories",
)  # what heads a list of the site's own
PARTED = 5.0  # evidence
ARROWS = frozenset("►▶")  # with which some sites set links, and hardly anybody steps
DATED_ROWS = 24  # rows of a list of stories with their days
MOST_LED = 3  # lines behind a sign: steps, lists and a broadcast's words have more
READ_ON, READ_WORDS = ("read more about ", "read more on ", "read more of "), (5, 14)
TURNING, MOST_TURNING = frozenset({"previous", "next"}), 4  # lines
MOSTLY = 0.6  # of the words begin with a capital
UNDERLINED = re.compile(r"_{2,}[A-Z][\w '’]{2,40}_{2,}")  # `_____Special Report_____`
LABELLED_FIGURE = re.compile(r"[A-Z][\w '’-]{1,28}: \W?\d")

LEADING = frozenset(">»›→")  # in front of a label


def bracketed_reference(row: Row, _: Sheet) -> float:
    """`[RELATED: …]`, above the headline too."""
    pointer = references.bracketed(row.text)
    if pointer is None:
        return 5.0 if references.lone(row.text) else 0.0
    return (9.0 if pointer.known else 6.0) + (ON_TOP if row.place < TOP_ROWS else 0.0)


def labelled_reference(row: Row, sheet: Sheet) -> float:
    """`READ MORE: …`."""
    pointer = references.labelled(row.text)
    if row.opening == "list" and pointer is not None and _is_over_list(row, sheet):
        return 0.0
    if pointer is None:
        led = references.led(row.text) and not _is_listed(row, sheet)
        return 6.0 if led or (row.opening == "read" and _reads_on(row, sheet)) else 0.0
    if (told := _of_house(row, sheet)) is not None:
        return told
    points = row.key.lstrip(references.POINTS + " ").partition(" ")[0].partition(":")[0] in POINTING
    if (not points and _in_table(row, sheet)) or row.text.count(" | ") > MOST_BARS:
        return 0.0
    if row.text[0] in references.POINTS:  # `• Vote: Approved 5-4` is of the story
        label = row.key.lstrip(references.POINTS + " ").partition(":")[0]
        sure = (row.text[0] in LEADING and label not in references.LOOSE) or row.text.lstrip(references.POINTS + " ").partition(
            ":"
        )[0].isupper()
        return 6.5 if sure or POINTED.match(row.key.lstrip(references.POINTS + " ")) else 0.0
    return 6.5 if points or row.text[0] == "[" or row.text.split(":", 1)[0].isupper() else 3.5


def _is_over_list(row: Row, sheet: Sheet) -> bool:
    """Whether no paragraph follows on `LIST: Roads that are closed`, but the list."""
    below = sheet.rows[row.place + 1 : row.place + 2]
    return any(not (one.words >= PROSE and one.stop) for one in below)


def _of_house(row: Row, sheet: Sheet) -> float | None:
    """What speaks for a headline as some houses set it: in brackets, with its author, with its day; None for any other line."""
    if references.MARKED.fullmatch(row.text):
        return 6.5
    amid = bool(sheet.told) and row.place > sheet.told[0]
    if references.SIGNED.fullmatch(row.text):
        return 6.5 if amid else 0.0
    if references.DAYED.fullmatch(row.text):
        return 5.0 if amid and row.titled > MOSTLY and _is_of_dayed(row, sheet) else 0.0
    return None


def _is_of_dayed(row: Row, sheet: Sheet) -> bool:
    """Whether the line above or below is a headline with its day, too: one alone may be of a tour, or of a list of books."""
    beside = [*sheet.rows[max(0, row.place - 1) : row.place], *sheet.rows[row.place + 1 : row.place + 2]]
    return any(references.DAYED.fullmatch(one.text) for one in beside)


def _reads_on(row: Row, sheet: Sheet) -> bool:
    """Whether `Read more about lost dogs in Marle` stands alone between two paragraphs, or below the last."""
    if row.stop or not row.key.startswith(READ_ON) or not READ_WORDS[0] <= row.words <= READ_WORDS[1] or not sheet.told:
        return False
    near = (
        sheet.rows[row.place - 1 : row.place] + sheet.rows[row.place + 1 : row.place + 2] if row.place > sheet.told[0] else []
    )
    return any(map(_is_told, near)) and all(_is_told(one) or buttons.furniture_phrase(one, sheet) for one in near)


def pointed_within(row: Row, sheet: Sheet) -> float:
    """`• Why one town stocks up on salt`: one point or two between paragraphs, set as headlines are, which nothing announces."""
    if row.text[:2] != "• " or row.stop or row.words < FEWEST_POINTED or row.place <= next(iter(sheet.told), 2):
        return 0.0
    if ": " in row.text or wires.is_release(sheet.rows):
        return 0.0
    first, last = row.place, row.place
    while first and sheet.rows[first - 1].text[:2] == "• ":
        first -= 1
    while last + 1 < len(sheet.rows) and sheet.rows[last + 1].text[:2] == "• ":
        last += 1
    beside = [sheet.rows[place] for place in (first - 1, last + 1) if 0 <= place < len(sheet.rows)]
    told = len(beside) > 1 and all(one.stop and one.words >= PROSE for one in beside)
    return 5.0 if told and last - first < MOST_POINTED else 0.0


def _is_listed(row: Row, sheet: Sheet) -> bool:
    """Whether the same sign opens a line beside: so lists are set."""
    beside = [sheet.rows[place] for place in (row.place - 1, row.place + 1) if 0 <= place < len(sheet.rows)]
    listed = row.text[0] not in ARROWS and any(one.text[0] == row.text[0] for one in beside)
    return listed or sum([one.text[0] == row.text[0] for one in sheet.rows]) > MOST_LED


def _in_table(row: Row, sheet: Sheet) -> bool:
    """Whether a line stands among rows such as `Length: 412 metres`, which are no references."""
    if row.text.partition(":")[0].isupper():
        return False
    beside = [sheet.rows[place] for place in (row.place - 1, row.place + 1) if 0 <= place < len(sheet.rows)]
    return any(
        max(row.first, other.first) - min(row.last, other.last) == 1
        and other.words < 9
        and LABELLED_FIGURE.match(other.text) is not None
        and not references.labelled(other.text)
        for other in beside
    )


def reference_heading(row: Row, sheet: Sheet) -> float:
    """`More News:` above a list of references; `Podcasts` in a menu heads none."""
    kind = references.heading(row.text) if row.words < 7 or row.text.count(":") > 1 else None
    if kind is None and (_is_offered(row, sheet) or _heads_headlines(row, sheet)):
        return 8.0
    if kind is None or menus.is_far_above(row.place, sheet) or teasers.ends_card(row, sheet):
        return 0.0
    if key_of(row) in LEADING_ON and row.place + 1 < len(sheet.rows) and _is_told(sheet.rows[row.place + 1]):
        return 0.0
    if row.text.endswith(":") or kind == "related" or row.words > 1:
        return 6.0
    lean = sheet.like.leans.get(row.place)
    return 0.0 if lean is not None and lean.furniture > lean.caution else 1.0


def _is_told(row: Row) -> bool:
    return row.words >= PROSE and row.stop


def _is_offered(row: Row, sheet: Sheet) -> bool:
    """Whether a line heads a short list of other stories in a text that is no page: somebody chose them."""
    if sheet.like.start or row.words > OFFERED_WORDS or row.place < 2 or references.offered(row.text) is None:
        return False
    below = sheet.rows[row.place + 1 : row.place + 1 + MOST_OFFERED]
    return bool(below) and not (below[0].words >= PROSE and below[0].stop)


def _heads_headlines(row: Row, sheet: Sheet) -> bool:
    """Whether `More Burnley news`, `Read more on Marle` touches one to four headlines from above, and a paragraph follows apart."""
    if (
        row.stop
        or not row.gap
        or row.after
        or not sheet.told
        or row.place <= sheet.told[0]
        or HEADING_AMID.fullmatch(row.key) is None
    ):
        return False
    end = row.place + 1
    while end < len(sheet.rows) and not sheet.rows[end].gap:
        end += 1
    listed, beyond = sheet.rows[row.place + 1 : end], sheet.rows[end : end + 1]
    headlines = 1 <= len(listed) <= MOST_OFFERED and not any(one.stop and one.text[-1] not in "?!" for one in listed)
    return headlines and any(map(_is_told, beyond))


def listed_reference(row: Row, sheet: Sheet) -> float:
    """One line of a list of references that the story has."""
    if _turns_page(row, sheet):
        return 7.5
    if row.text.rstrip(".)").isdecimal() or _heads_another(row, sheet) or _ends_list(row, sheet):
        return 0.0
    if (row.text[:2] == "- " and row.text[-2:] == " -") or ("newsletter" in row.key and "sign up" in row.key):
        return 0.0  # a crosshead, as AFP sets it; what a site offers
    return 0.0 if sheet.like.leans.get(row.place) is OVER and not _is_of_dated(row, sheet) else listed_line(row, sheet)


def _ends_list(row: Row, sheet: Sheet) -> bool:
    """`Follow us`, `Add a comment | About us`: what a page has below its lists, and never in one."""
    asked = row.opening in ASKED_BELOW and (buttons.furniture_phrase(row, sheet) > 0 or opens_as_furniture(row.key))
    if row.gap and sheet.rows[row.place - 1].gap == 0 < len(sheet.told) and _heads_part(row, sheet):
        return True
    if row.key.startswith(OF_ALL) and row.words <= HEADING_WORDS and not row.stop:
        return True
    return asked or (" | " in row.text and not row.figure and site.furniture_parts(row, sheet) >= PARTED)


def _heads_part(row: Row, sheet: Sheet) -> bool:
    """Whether a few words that stand apart from a list are right over a paragraph of the story, which goes on."""
    below = sheet.rows[row.place + 1] if row.place + 1 < len(sheet.rows) else row
    short = row.words <= HEADING_WORDS and not row.stop and sheet.phrases.headline_verbs.isdisjoint(row.key.split())
    return short and row.after > 0 and below.stop and below.words >= PROSE


def _turns_page(row: Row, sheet: Sheet) -> bool:
    """Whether `Previous`, `1`, `Next` stand between a heading and its list: the buttons of a slider."""
    if row.words > 1 or not row.place or (row.key not in TURNING and not row.text.isdecimal()):
        return False
    above = row.place - 1
    while (
        above and row.place - above < MOST_TURNING and (sheet.rows[above].key in TURNING or sheet.rows[above].text.isdecimal())
    ):
        above -= 1
    near = {one.key for one in sheet.rows[above + 1 : row.place + MOST_TURNING]}
    return references.heading(sheet.rows[above].text) is not None and near.issuperset(TURNING)


def _is_of_dated(row: Row, sheet: Sheet) -> bool:
    """Whether a line below the story is one of those with their days that stand under `More on this story`."""
    beside = sheet.rows[row.place : row.place + 2]
    if row.stop or not any(sheet.heads.get(one.place, byline.NOTHING).dated for one in beside):
        return False
    for above in reversed(sheet.rows[max(0, row.place - DATED_ROWS) : row.place]):
        if sheet.like.leans.get(above.place) is not OVER:
            kind = references.heading(above.text)
            return kind == "related" or (kind is not None and " this " in above.key)
        if above.stop or key_of(above) in sheet.phrases.junk_headings:
            return False
    return False


def listed_line(row: Row, sheet: Sheet) -> float:
    """One line of a list; or its number, on a line of its own."""
    if row.words == 1 and len(row.text) < 4 and row.text.rstrip(".)").isdecimal():
        return 2.4
    if (
        row.words > references.MOST_WORDS
        or (row.words < 2 and not _is_over_item(row, sheet))
        or len(row.text) > 220
        or row.text[-1] == ":"
        or row.text.count(" | ") > MOST_BARS
        or _is_past_points(row, sheet)
    ):
        return 0.0
    if row.place < sheet.head_end and (_is_over_author(row, sheet) or _stands_apart(row, sheet) or _is_trail(row)):
        return 0.0
    return max(
        0.1,
        3.2
        - (2.0 if _opens_prose(row, sheet) else 0.0)
        - (3.0 if row.stop and row.text.rstrip(CLOSING)[-1:] == "." and not row.key.endswith(HOURS) else 0.0)
        - (1.0 if row.words < 3 else 0.0)
        + (1.0 if references.BULLET.match(row.text) else 0.0),
    )


def listed_furniture(row: Row, sheet: Sheet) -> float:
    """The same in a list of the site's, where a strip of buttons may stand among headlines, and none over those of a story."""
    if row.place < sheet.head_end and buttons.stands_over(row, sheet):
        return 0.0
    return 6.6 if buttons.is_of_buttons(row) else listed_line(row, sheet)


def _heads_another(row: Row, sheet: Sheet) -> bool:
    """`TOP HEADLINES`: whether a line in capitals stands apart below lines that aren't, and so heads the next list."""
    if not (row.caps and row.gap and row.place) or row.words > HEADING_WORDS:
        return False
    above = sheet.rows[row.place - 1]
    return not above.caps and references.heading(above.text) is None and key_of(above) not in sheet.phrases.junk_headings


def _is_over_item(row: Row, sheet: Sheet) -> bool:
    """`NEWSINFO`, `Uganda`: whether a section's name touches a headline of the list from above, or another line of it from below."""
    below = sheet.rows[row.place + 1] if row.place + 1 < len(sheet.rows) and not row.after else row
    return (row.caps and below.words > 3 and not below.stop and not below.caps) or not (
        row.gap or row.stop or row.place < sheet.head_end
    )


def _is_over_author(row: Row, sheet: Sheet) -> bool:
    """Whether a line stands apart over who wrote something and when: that is a headline, whatever list ends above."""
    below = sheet.heads.get(row.place + 1, byline.NOTHING)
    return row.gap > 0 and row.after > 0 and bool(below.names) and below.posted is not None and below.sure >= 1


def _is_trail(row: Row) -> bool:
    """`The Courier » Public Sector »`: where the page stands on its site; the headline is close below."""
    return row.text[-1] in "»›>" and not row.stop


def _stands_apart(row: Row, sheet: Sheet) -> bool:
    """Whether a line as long as headlines are stands between blank lines, below a list whose lines touch."""
    above = sheet.rows[max(0, row.place - 2) : row.place]
    return row.gap > 0 < row.after and row.words > 4 and not row.stop and len(above) > 1 and not any(one.gap for one in above)


def _is_past_points(row: Row, sheet: Sheet) -> bool:
    """Whether a line stands apart below a list, and isn't set as its lines are: no point, or a sentence below lines without a gap."""
    if not row.place:
        return False
    above = sheet.rows[row.place - 1]
    if references.BULLET.match(above.text) and not references.BULLET.match(row.text):
        return row.gap > 0 or row.stop or row.words >= PROSE
    if above.stop or not row.stop or row.words < LISTED_SENTENCE:
        return False
    return not above.gap and (row.gap > 0 or (row.words >= UNLISTED_SENTENCE and row.text.rstrip(CLOSING)[-1:] == "."))


def _opens_prose(row: Row, sheet: Sheet) -> bool:
    """Whether a line of a few words, or one with the number 1, stands over a paragraph, apart from what is above."""
    if (row.words > 4 and not row.text.startswith("1. ")) or not row.gap or row.place + 1 >= len(sheet.rows):
        return False
    following = sheet.rows[row.place + 1]
    return following.stop and following.words >= PROSE


def _heads_others(row: Row, sheet: Sheet) -> bool:
    """Whether a line set as headlines are, below the menus, has neither a sentence right below it nor a paragraph close by."""
    below = sheet.rows[row.place + 1 : row.place + 4]
    if row.titled < MOSTLY or row.place < sheet.like.start or references.heading(row.text):
        return False
    return bool(below) and not below[0].stop and not any(one.stop and one.words >= PROSE for one in below)


def junk_heading(row: Row, sheet: Sheet) -> float:
    """`Most Read` above a list that has nothing to do with the story."""
    if row.text[:2] == "__" and row.words < 6 and UNDERLINED.fullmatch(row.text):
        return 8.0
    if row.words < LONGEST_HEADING and (
        key_of(row) in sheet.phrases.junk_headings
        or (row.caps and row.key.endswith(" recommends"))
        or (row.key.endswith(JUNK_ENDS) and row.titled > MOSTLY)
        or (row.opening in {"most", "latest"} and buttons.is_pair(key_of(row).split(), sheet.phrases.junk_headings))
    ):
        return 6.0
    if row.words <= MOST_READ_WORDS and row.opening in {"most", "top", "best"} and MOST_READ.fullmatch(row.key):
        return 6.0
    if row.words < 7 and row.key.startswith(OTHERS_BEGUN) and OTHERS.fullmatch(row.key.rstrip(":")):
        return 5.0 if _heads_others(row, sheet) else 0.0
    if row.key.startswith(MORE_OF):  # within a story it may head a part
        below = sheet.rows[row.place + 1] if row.place + 1 < len(sheet.rows) else row
        heads_list = row.words < 8 and not row.stop and row.titled > MOSTLY and not below.stop
        return 5.0 if heads_list and lives.is_low(row, sheet) else 0.0
    return 6.0 if 2 < row.words < 8 and not row.stop and row.key.startswith(JUNK_OPENINGS) else 0.0
