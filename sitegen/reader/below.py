"""Where a story is surely over: readers' comments begin, or a list of other stories with the date of each.

Both can be as long as the story and set as it is, so that no line of them by itself tells what it is.
"""

import re
from itertools import accumulate, pairwise

from sitegen.reader.rows import Row

OPENS = re.compile(
    r"(?:(?:see|view|show|read|load|hide) )?(?:all )?(?:readers?['’]? )?\(?(?:\d+ )?comments?\b(?! (?:on|from|by|of|about) (?!the forums?\b))"
    r"|(?:leave|post|add) (?:a|your) (?:reply|comment)\b|join the (?:conversation|discussion)\b"
    r"|talkback$|\d+ (?:thoughts|responses|replies) (?:on|to)\b"
)
OPENINGS = frozenset(
    "see view show read load hide all reader readers reader's readers' readers’ comment comments leave post add join talkback".split()
)
ANSWERS = frozenset(
    "reply|report|like|quote|flag|upvote|reply report|report comment|log in to reply|report abuse|flag as inappropriate|flag comment"
    "|permalink|reply share|like reply|reply like|share reply|reply flag|feature this comment|feature this comment moderate"
    "|reply share cancel".split("|")
)
VOTED = re.compile(r"reply(?: \d+)? votes?")
SAYS = re.compile(r".{2,40} (?:says|said|wrote|writes|commented):$")
MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
DAY = r"\d{1,2}(?:st|nd|rd|th)?"
FULL_DATE = re.compile(
    rf"\b{MONTH} {DAY},? (?:19|20)\d\d\b|\b{DAY} {MONTH},? (?:19|20)\d\d\b|\b\d{{1,2}}/\d{{1,2}}/(?:19|20)\d\d\b"
    r"|\b(?:19|20)\d\d-\d\d-\d\d\b"
)
# When a comment was made, to the minute: `Oct. 9, 2010 - 7:28 AM EST`, `Hank T. 26 seconds ago`, `… ago (7:18 PM)`.
CLOCK, LATELY = (
    re.compile(r"\b\d{1,2}:\d\d\b"),
    re.compile(
        r"\b(?:\d{1,2}|an?) (?:second|minute|hour|day|week|month|year)s? ago(?:\)| \(\d{1,2}:\d\d [ap]m\)| at \d{1,2}:\d\d [ap]m)?$"
    ),
)
WORD = re.compile(r"[^\W\d_][\w'’.-]*")
# What tells of the moment itself.
OF_MOMENT = re.compile(
    rf"{MONTH}|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|[ap]\.?m\.?|[ecmp][sd]?t|gmt|utc|bst|at|on|an?|about|ago"
    r"|(?:second|minute|hour|day|week|month|year)s?|st|nd|rd|th",
    re.IGNORECASE,
)
LONE_NAME, MOSTLY = 2, 0.6  # words, in whatever letters; share of the words that begin with a capital
STAMPS, STAMP_WORDS, LATELY_WORDS, STAMP_STEP = 4, 14, 7, 25  # that must follow; words of one; rows from one to the next
AGO_ENDS = (" ago", " ago)", " am)", " pm)", " am", " pm")
AGO, AGO_WORDS = re.compile(r"\d{1,2} ?(?:h(?:ou)?rs?|h|days?|d|weeks?|w) ago"), 3
SIGNED, SIGNED_NEAR = re.compile(rf"[^,:]{{2,40}} at \d{{1,2}}:\d\d [ap]m {MONTH} {DAY}, (?:19|20)\d\d"), 6  # rows
OPENING_WORDS, ANSWER_WORDS, DATE_WORDS, HEADLINE_WORDS = 8, 5, 10, 4
PROSE, TOLD = 18, 3  # words of a paragraph; paragraphs that must stand above
FEWEST, NEAR = 3, 15  # answers, or dates, that must follow; rows within which the first answer does
NAME_ROWS = 3  # above a comment's moment, for who made it
LISTING = (" were:", " are:", " include:", " included:", " includes:")
ANNOUNCING = 4  # words of a line over a timeline, over a list
OFFERED = re.compile(
    r"\b(?:more|stories|posts|articles|headlines|read|also|latest|recent|related|sign up|newsletters?|reporters|watch|listen"
    r"|stay up|subscribe|download|follow (?:us|our|the)|share this|contact us)\b"
)
OWNING = ("©", "(c)", "(C)", "Copyright", "COPYRIGHT")
OWNED = re.compile(  # `© 2011 Courier.com`: a site's, and not who made a picture
    r"(?:©|\(c\)|copyright) ?(?:©|\(c\))? ?(?:19|20)\d\d.{2,80}?(?:\.(?:com|org|net|co)(?:\.\w\w)?|all rights reserved)\.?"
)
OWNED_OVER, SPARSE, BARE = 6, 4, 4  # rows; to a paragraph; right below without one
STEP = 5  # rows from one story's date to the next's


def begins(rows: list[Row]) -> int:
    """The place of the first row that is surely below the story; the number of rows where there is none."""
    told = list(accumulate([row.words >= PROSE and row.stop for row in rows], initial=0))
    if told[-1] < TOLD:
        return len(rows)
    short = [row for row in rows[told.index(TOLD) :] if row.words <= STAMP_WORDS and not row.stop]
    return min(_comments(rows, short), _stories(rows, short, told), _stamped(rows, short))


def owned(rows: list[Row]) -> int:
    """Where a line on rights with its year stands below the story, and under it few paragraphs, none of them together.

    Short lines above it are told by all that stands around them, so that the page goes on there.
    """
    told = [row.place for row in rows if row.words >= PROSE and row.stop]
    if len(told) < TOLD:
        return len(rows)
    together = max([one for one, other in pairwise(told) if other == one + 1], default=0)
    for row in rows[max(together, told[TOLD - 1]) + 1 : -OWNED_OVER]:
        if row.figure and row.words <= STAMP_WORDS and row.text.startswith(OWNING) and OWNED.fullmatch(row.key):
            under = [place for place in told if place > row.place]
            few = SPARSE * len(under) <= len(rows) - row.place and not any(place <= row.place + BARE for place in under)
            return row.place if few and not any([one.key == row.key for one in rows[row.place + 1 :]]) else len(rows)  # noqa: C419 - faster
    return len(rows)


def _comments(rows: list[Row], short: list[Row]) -> int:
    """Where comments begin."""
    for row in short:
        if _opens(row) and (_are_answered(rows, row.place) or _are_signed(rows, row.place)):
            return row.place
    return len(rows)


def _are_signed(rows: list[Row], place: int) -> bool:
    """Whether a name and a moment stand close below, `kwilson at 12:07 PM May 17, 2013`, and a second time further down."""
    signed = [row for row in rows[place + 1 :] if row.figure and row.words <= STAMP_WORDS and _is_signed(row)]
    return len(signed) > 1 and signed[0].place <= place + SIGNED_NEAR


def _is_signed(row: Row) -> bool:
    """Whether a line is a name and a moment, or when somebody posted: `Posted Thursday 6th June 2013 13:42 GMT`."""
    posted = row.opening == "posted" and FULL_DATE.search(row.key) is not None and CLOCK.search(row.key) is not None
    return posted or SIGNED.fullmatch(row.key) is not None


def _opens(row: Row) -> bool:
    """Whether a short line heads comments."""
    if row.words > OPENING_WORDS or not (row.opening in OPENINGS or row.opening.isdigit()):
        return False
    return OPENS.match(row.key) is not None


def _are_answered(rows: list[Row], place: int) -> bool:
    """Whether what follows is set as comments are: `Reply` below each, or who says it above."""
    if not any(map(_answers, rows[place + 1 : place + 1 + NEAR])):
        return False
    return sum(map(_answers, rows[place + 1 :])) >= FEWEST


def _answers(row: Row) -> bool:
    return row.words <= ANSWER_WORDS and (
        row.key in ANSWERS or SAYS.match(row.text) is not None or VOTED.fullmatch(row.key) is not None
    )


def _stories(rows: list[Row], short: list[Row], told: list[int]) -> int:
    """Where other stories begin: three dates or more, a few rows apart, and nowhere below two paragraphs in a row."""
    dates = [row.place for row in short if _is_dated(row)]
    close = [_are_close(told, one, other) for one, other in pairwise(dates)]
    timeline = False
    for place, last, first, second in zip(dates, dates[2:], close, close[1:], strict=False):
        timeline = first and second and (timeline or _is_timeline(rows, place))
        if first and second and not (timeline or _is_report(rows, place, last) or _reads_on(told, place)):
            return place - _is_headline(rows[place - 1])
    return len(rows)


def _is_timeline(rows: list[Row], first: int) -> bool:
    """Whether what happened stands below each day, as a line announces: `Here is how the dispute unfolded:`."""
    return announces(rows[first - 1])


def announces(row: Row) -> bool:
    """`Here's what they plan:`, and not `More stories from the Courier:`."""
    if row.text[-1] != ":" or OFFERED.search(row.key):
        return False
    return row.words >= ANNOUNCING or (row.words == ANNOUNCING - 1 and row.key.endswith(LISTING))


def _stamped(rows: list[Row], short: list[Row]) -> int:
    """Where comments begin by when they were made: four moments or more, each with a name and words of its own, none near the top."""
    stamps = [row.place for row in short if _is_moment(row) and _is_named(row, rows[row.place - 1])]
    adjacent = {place - 1 for place in stamps}
    apart = [place for place in stamps if place not in adjacent]
    for first, last in zip(apart, apart[STAMPS - 1 :], strict=False):
        if last - first <= (STAMPS - 1) * STAMP_STEP:
            return _named_above(rows, first)
    return len(rows)


def _named_above(rows: list[Row], place: int) -> int:
    """The first of the short lines that stand over a moment: who made the comment, which number it has."""
    start = place
    while place - start < NAME_ROWS and rows[start - 1].words < HEADLINE_WORDS and not rows[start - 1].stop:
        start -= 1
    return start


def _is_moment(row: Row) -> bool:
    """Whether a short line tells a moment to the minute, or how long ago it was."""
    if row.figure and ":" in row.text and FULL_DATE.search(row.key) and CLOCK.search(row.key):
        return not _is_post(row)
    lately = row.words <= LATELY_WORDS and row.key.endswith(AGO_ENDS) and LATELY.search(row.key) is not None
    return lately and not _is_post(row)


def _is_named(row: Row, above: Row) -> bool:
    """Whether a moment has a name beside it or right above it; one of a running report has a paragraph above, or words beside it."""
    words = [word for word in WORD.findall(row.text) if not OF_MOMENT.fullmatch(word)]
    if not words:
        return above.words < HEADLINE_WORDS and not above.stop
    return len(words) <= LONE_NAME or sum(word[0].isupper() for word in words) >= MOSTLY * len(words)


def _is_post(row: Row) -> bool:
    """`— Iva Voss (@ivavoss) May 3, 2023`: whose words the story has taken over, and when they were posted."""
    return row.text[0] in "—–" or "(@" in row.text


def _is_dated(row: Row) -> bool:
    if not row.figure or row.words > DATE_WORDS or row.stop or _is_post(row):
        return False
    return FULL_DATE.search(row.key) is not None or (row.words <= AGO_WORDS and AGO.fullmatch(row.key) is not None)


def _are_close(told: list[int], one: int, other: int) -> bool:
    """Whether there is a line between two dates, and at most one paragraph."""
    return 1 < other - one <= STEP and told[other] - told[one] <= 1


def _is_report(rows: list[Row], first: int, last: int) -> bool:
    """Whether between some dates there are sentences alone, as between the moments of a running report."""
    return all(row.stop or _is_dated(row) for row in rows[first + 1 : last])


def _reads_on(told: list[int], place: int) -> bool:
    """Whether two paragraphs stand together somewhere below."""
    return any(told[at + 2] - told[at] > 1 for at in range(place, len(told) - 2))


def _is_headline(row: Row) -> bool:
    """Whether a row may be the headline whose date stands below it."""
    return HEADLINE_WORDS <= row.words < PROSE and not row.stop
