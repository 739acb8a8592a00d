"""The rule for lines that many sites share, word for word, and for the strips of buttons that they make."""

# ruff: noqa: PLR2004 - the figures in rules are their evidence and its limits; names would hide them

import re
from functools import cache

from sitegen.reader.rows import Row, Words
from sitegen.reader.rules import offers
from sitegen.reader.sheet import Sheet, key_of
from sitegen.reader.words import phrases

OWNER_WORDS, MOSTLY = 5, 0.6  # of what a site offers to send; the share of capitals in it
SIZES = frozenset({"#", "a", "aa", "a+", "a-", "size:", "+", "-", "and", "&", "on", "via", "|"})  # beside words on buttons
UNDER_HEADLINE = 3  # buttons
BACK, ON, ARROWED, LONGEST_ARROWED = "←‹«⟵", "→›»⟶", 3, 20  # signs; words between them
BUTTONS, PAIR = 14, 4  # words in a row of them; in two of several words, at least
# One stands between parts.
PARTING = ("|", " > ", " / ", " · ", " • ", "›", "»", " : ", " ~ ", "\t", "   ", "gt;", "raquo;", "]")
OPENING_ELSEWHERE = (
    "journalism of integrity and credibility",
    "homepage for more stories.",
    "(opens in new window)",
    "(opens in a new window)",
    "(opens in new tab)",
    "(opens in a new tab)",
    " is supported by",
    " in your inbox",
    " paid content",
    *(
        f" {which} {what}" for which in ("previous", "next") for what in ("article", "post", "story")
    ),  # `Ferry crews strike Next article`
)
IN_HEAD, FEW = (" is supported by", " in your inbox"), 4  # words
ELSEWHERE_ENDS = frozenset(end[-1] for end in OPENING_ELSEWHERE)
MOST_GLUED = 4  # words: some have a space within
GLUED_BUTTONS = re.compile(
    r"(?:Share|Facebook|Twitter|X|Whats ?App|Reddit|E-?mail|LinkedIn|Pinterest|Messenger|Telegram|Copy ?Link|Print|Tumblr|Flipboard|Threads"
    r"|Instagram|Bluesky|SMS|Save|Comments?|Copy article link){2,12}"
)
COUNTED = re.compile(r"(?:\d+(?: |(?=SHARE)))?(?:SHARE|CONNECT)(?:[ \d]|CONNECT|TWEET|LINKEDIN|COMMENT|EMAIL|PRINT|MORE)+")
MOST_COUNTED = 9  # words
SAID_ALONE, BROKEN = (
    frozenset({"right now", "let's go", "before you go", "have your say", "our goal", "send flowers"}),
    frozenset(
        "something loading oops error please sorry thank thanks sign subscribe advertisement comments link copied see"
        " tweeted sent posted".split()
    ),
)


def furniture_phrase(row: Row, sheet: Sheet) -> float:
    """A line that many sites share, whole."""
    if row.text[0] in '"“' and row.text[-1] in '"”':  # somebody says it
        return 0.0
    alone = row.words == 1 or row.key.strip(".!") in SAID_ALONE
    if alone and row.text[-1] in ".!" and row.key.strip("(.!") not in BROKEN and not offers.leans(row, sheet):
        return 0.0  # `Listen.`, `Right now.`: buttons have no stop
    known = key_of(row) in sheet.phrases.furniture or _ends_as_site(row, sheet)
    if (row.words < 14 and (known or is_strip(row))) or row.key.count("(opens in new ") > 1:
        return 6.5
    return 5.0 if leads_beside(row) else 0.0


def _ends_as_site(row: Row, sheet: Sheet) -> bool:
    """Whether a line ends as the site's do: `(opens in new window)`, `MCN in your inbox`, `The river series is supported by` in the head."""
    if not row.key.endswith(OPENING_ELSEWHERE):
        return False
    return not row.key.endswith(IN_HEAD) or row.words <= FEW or (row.key.endswith(IN_HEAD[0]) and row.place < sheet.head_end)


def is_strip(row: Words) -> bool:
    """Whether a line is of buttons, or of what a site offers to send."""
    if row.key.endswith("read more") and row.words <= MOST_COUNTED and row.text[-10:-9].islower():  # `Asia Marketsread more`
        return True
    return (
        row.words <= BUTTONS
        and not row.stop
        and (is_of_buttons(row) or is_letter(row) or is_glued(row) or (row.words >= PAIR and _is_pair(row)))
    )


def _is_pair(row: Words) -> bool:
    """`Print this article Email this article`: two buttons of several words."""
    return row.opening in phrases().button_words and is_pair(row.key.split(), phrases().furniture)


def is_pair(words: list[str], known: frozenset[str]) -> bool:
    """Whether words are two known lines of several words each, one behind the other."""
    return any(" ".join(words[:end]) in known and " ".join(words[end:]) in known for end in range(2, len(words) - 1))


def is_glued(row: Words) -> bool:
    """`FacebookTwitterRedditEmail`: buttons that lost the spaces between them."""
    if (
        row.caps and row.words <= MOST_COUNTED and (row.text[:5] == "SHARE" or row.text.endswith("MORE"))
    ):  # `SHARECONNECT 40 TWEETCOMMENTEMAILMORE`
        return COUNTED.fullmatch(row.text) is not None
    return row.words <= MOST_GLUED and GLUED_BUTTONS.fullmatch(row.text) is not None


def is_letter(row: Words) -> bool:
    """`Marle Newsletter`: what a site offers to send."""
    return 1 < row.words <= OWNER_WORDS and row.key.endswith(" newsletter") and row.titled >= MOSTLY


def leads_beside(row: Words) -> bool:
    """`← Ferry crews vote to strike`, `Ferry crews vote to strike »`: to the story before or after."""
    first, last = row.text[0], row.text[-1]
    if not (first in BACK or last in ON) or row.stop or not ARROWED <= row.words <= LONGEST_ARROWED:
        return False
    return not (("«" in row.text and "»" in row.text) or any([sign in row.text[1:-1] for sign in PARTING]))  # noqa: C419 - faster


def stands_over(row: Row, sheet: Sheet) -> bool:
    """Whether three buttons follow right below a line that is none: `Tweet`, `Share this`, `Email` below a headline."""
    below = sheet.rows[row.place + 1 : row.place + 1 + UNDER_HEADLINE]
    return (
        row.words > MOST_GLUED and len(below) == UNDER_HEADLINE and all(key_of(one) in sheet.phrases.furniture for one in below)
    )


def is_of_buttons(row: Words) -> bool:
    """`Facebook Twitter Email Print Save`: a row of words that are furniture each."""
    said = key_of(row).replace(": ", " ").replace("(", "").split() if 1 < row.words <= BUTTONS and not row.stop else []
    if not said or not _on_buttons().issuperset(said):
        return False  # most lines
    words = [word for word in said if word not in SIZES]
    if len(words) < 2:
        return not words and len([word for word in said if word[0] == "a"]) > 1  # `A- A A+`
    alone = len(words) == 2 and not row.figure and words[0] != words[1]  # `Live Sport` may be anything
    return not alone or phrases().button_words.issuperset(words)


@cache
def _on_buttons() -> frozenset[str]:
    return phrases().furniture | phrases().button_words | SIZES
