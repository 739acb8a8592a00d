"""How newspapers once set their heads: `FIRE AT PORT HALE.`, `A WAREHOUSE DESTROYED.`, `(FROM OUR OWN CORRESPONDENT.)`, deck under deck."""

import re
from itertools import pairwise

from sitegen.reader import byline, dateline, dates
from sitegen.reader.rows import Row
from sitegen.reader.rules import copied, heads, site, trails
from sitegen.reader.sheet import Decks, Sheet
from sitegen.reader.surroundings import PROSE
from sitegen.reader.trades import PAPERS, ends_in_job, is_paper
from sitegen.reader.words import first_names, phrases, places

HEAD_WORDS = 24  # of a page's head
TODAY = 1990  # since when pages were set on screens
PAGE_ROWS, PAPER_WORDS, SURE = 5, 6, 3.7  # rows with one; words of a paper's name; evidence of a dateline
TOP, MOST_ROWS = 14, 32  # rows in which the first deck stands; rows of a head
FEWEST_WORDS, DECK_WORDS, TITLE_ROWS = 2, 16, 4  # of the first deck; of each; lines of a headline
FEWEST_PLAIN, FEWEST_CAPS = 3, 2  # decks without stops over a dateline, and how many of them are in capitals
MOSTLY = 0.6  # of a deck's words begin with a capital, where it isn't all in capitals
DECKED = 20.0  # evidence: the lines of a column that wasn't sewn may be a long headline's too
TOLD, TOLD_LINE = 4, 7  # words of a short sentence with which a story opens; of a line of one
NARROW, SEWN = 72, 2  # characters of a column's lines; and how many more than one a paragraph has at least
CROSSHEAD_WORDS, SMALL = 7, frozenset("a an and at by for from in of off on or the to up with".split())  # set small in heads
STANDING_WORDS, OF_PLACE = (
    3,
    frozenset("about across along among around at from in on over round with".split()),
)  # of a column's name
FEWEST_GROUPS, FEWEST_RULES = 2, 2
NO_DECKS = frozenset(
    "copyright clipped collection downloaded page vol volume newspaper source date title category by section edition contact length"
    " author".split()
)
ENDS = frozenset(".;?!—-")
RULE = re.compile(r"[\W_oO]+")  # `———o———`
_WHOSE = r"(?:[a-z]+ ){0,3}"
_SENT = (
    rf"[(\[]?(?:(?:from|by) (?:our|an?|the) {_WHOSE}(?:correspondent|reporter|representative|commissioner|contributor)s?"
    r"|(?:by|per) (?:electric |special |submarine )?(?:telegraph|cable|cablegram|wire|wireless|telephone)\b"
    r"(?:[^()\[\]]{0,60}[)\]]|[—–-][^()\[\]]{0,60}| (?:from|to) [A-Z][\w. ]{2,30})?"
    r"|special to the \w[\w ]{2,30}"
    r"|(?:special|exclusive) (?:dispatch|despatch|telegram|cable|cablegram|correspondence)s?(?: (?:to|from|of|for) [^()\[\]]{2,40})?"
    r"|(?:by |per )?(?:the )?(?:united |australian |british |associated |canadian )?press(?: association)?"
    r"(?:[^()\[\]]{0,30}[)\]]|[—–-][^()\[\]]{0,30})?)\.?[)\]]?\.?"
)
SENT = re.compile(rf"{_SENT}(?: {_SENT})?", re.IGNORECASE)
DASHES = frozenset({"-", "–", "—"})
# `THE MARLE COURIER, FRIDAY, AUGUST 18, 1911.      5`: what stands behind the day.
BEHIND_DAY = re.compile(
    r"[\s.,;:|/·•–—-]*(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[\s.,;:|/·•–—-]+)?"
    r"(?:(?:page|pp?\.) ?[\w-]{1,6}(?:,? cols?\.? ?[\w-]{1,8})?|\d{1,3}|[a-z]+ cents?)?[\s.,/·•-]*",
    re.IGNORECASE,
)
BUTTONS = frozenset("share like save print font size text email e-mail tweet listen comment comments a- a+ a".split())
NEWSPAPER = ("Newspaper:", "NEWSPAPER:")
PAGE, VOLUME = (
    re.compile(r"page (?:[a-z]?\d|(?:one|two|three|four|five|six|seven|eight|nine|ten)\b)"),
    frozenset({"vol", "vol.", "volume"}),
)
# `February 6, 2020 | Cape Marle Gazette (South Africa)`
PAPER_BEHIND = re.compile(r"\s*\|\s*(?P<paper>[A-Z][^|()]{3,50}?)(?P<land> \([A-Z][\w ,.]{1,30}\))?")
SENDING: frozenset[str] = frozenset({"from", "by", "special", "per"})
YEAR = re.compile(r"\b(?:1[6-9]|20)\d\d\b")
TOWN = re.compile(r" \([A-Z][\w ,.]{1,30}\)")  # `Marle Gazette (Port Hale, KS), 06/14/2011`
NUMBERED = re.compile(r"^\s*\d{1,3}\s{2,}\S|\S\s{2,}\d{1,3}\s*$")
PRICED = re.compile(r"\s+\w+ [Cc]ents?$")


def page_head(row: Row, _: Sheet) -> float:
    """`4     THE MARLE COURIER, SATURDAY, SEPTEMBER 1, 1866.`: the paper and its day on top of a page."""
    if row.place >= PAGE_ROWS or not row.figure or row.opening == "by":
        return 0.0
    return 9.0 if _heads_page(row) else 0.0


def _heads_page(row: Row) -> bool:
    found = dates.days(row.text) if row.words <= HEAD_WORDS and YEAR.search(row.text) else []
    if not found:
        return False
    behind = row.text[found[-1].end :]
    if found[0].start == 0 and (named := PAPER_BEHIND.fullmatch(behind)):
        return (named["land"] or "").strip(" ()") in places() or is_paper(named["paper"].removeprefix("The ").split())
    paper = TOWN.sub("", row.text[: found[-1].start]).strip(" 0123456789,.:;—-|/")
    paged = "page" in behind.casefold()
    words = paper.casefold().replace("-", " ").split()
    small = paper[paper.rfind(" ") + 1 :].islower()  # `Court record, Sept. 9, 2014`
    known = (
        PAGE.match(row.key) or (is_paper(paper.split()[:PAPER_WORDS]) and not small) or not VOLUME.isdisjoint(words) or paged
    )
    told = known or (paper.isupper() and (NUMBERED.search(row.raw) or (row.place == 0 and not PAPERS.isdisjoint(words[-2:]))))
    ends = BEHIND_DAY.fullmatch(PRICED.sub("", behind)) is not None and behind.strip()[-1:] not in DASHES
    return ends and bool(told) and (paper.count(" ") > 0 or (paged and not paper))


def sent_by(row: Row, _: Sheet) -> float:
    """`(FROM OUR OWN CORRESPONDENT.)`, `[Special Dispatch to the Courier]`, `(By Telegraph.)`: who wrote, without a name."""
    may = row.text[0] in "([" or row.opening in SENDING
    return 10.0 if may and row.words <= DECK_WORDS and SENT.fullmatch(row.text) else 0.0


def over_decks(row: Row, sheet: Sheet) -> float:
    """The paper's name above them."""
    if row.place >= TOP or row.place >= next(iter(decks(sheet).title), 0):
        return 0.0
    return 0.0 if sheet.heads.get(row.place, byline.NOTHING).tells else 6.0


def first_deck(row: Row, sheet: Sheet) -> float:
    """The first line of the headline."""
    return DECKED if row.place < TOP and sheet.given is None and row.place in decks(sheet).title[:1] else 0.0


def further_title(row: Row, sheet: Sheet) -> float:
    """The rest of its lines."""
    return DECKED if row.place < TOP + TITLE_ROWS and sheet.given is None and row.place in decks(sheet).title[1:] else 0.0


def second_deck(row: Row, sheet: Sheet) -> float:
    """The deck below it, and one below a rule: what the story tells, in short."""
    found = decks(sheet).deks if row.place < MOST_ROWS else ()
    firsts = [deck[0] for deck in found]
    return DECKED if row.place in firsts and (row.place == firsts[0] or not _is_in(row.place - 1, found)) else 0.0


def further_deck(row: Row, sheet: Sheet) -> float:
    """The next of the decks."""
    found = decks(sheet).deks if row.place < MOST_ROWS else ()
    return DECKED if any(row.place == deck[0] for deck in found[1:]) and _is_in(row.place - 1, found) else 0.0


def deck_goes_on(row: Row, sheet: Sheet) -> float:
    """The next line of a deck."""
    return DECKED if row.place < MOST_ROWS and any(row.place in deck[1:] for deck in decks(sheet).deks) else 0.0


def _is_in(place: int, found: tuple[tuple[int, ...], ...]) -> bool:
    return any(place in deck for deck in found)


def stopped_crosshead(row: Row, sheet: Sheet) -> float:
    """`THE ORIGIN OF THE FIRE.`, `Will Not Arbitrate.` between the paragraphs of such a newspaper."""
    if row.words > CROSSHEAD_WORDS or row.text[-1] != "." or not 0 < row.place < len(sheet.rows) - 1:
        return 0.0
    titled = row.words > 1 and (row.titled >= MOSTLY or SMALL.issuperset([word for word in row.text.split() if word.islower()]))
    if not (row.caps or titled) or not decks(sheet).title:
        return 0.0
    ruled = RULE.fullmatch(sheet.rows[row.place - 1].text) and row.place > 1
    above, below = sheet.rows[row.place - (2 if ruled else 1)], sheet.rows[row.place + 1]
    told = above.stop and not above.caps and below.stop and below.words > CROSSHEAD_WORDS and not below.caps
    return 5.0 if told and row.place > max(*decks(sheet).title, *(deck[-1] for deck in decks(sheet).deks), 0) else 0.0


def decks(sheet: Sheet) -> Decks:
    """The decks; none where the head is set otherwise."""
    if not sheet.decks:
        sheet.decks.append(_decks(sheet))
    return sheet.decks[0]


def _decks(sheet: Sheet) -> Decks:
    dated = False  # whether the paper's page head stands above
    for first, below in pairwise(sheet.rows[: TOP + 1]):
        if copied.copied(first, sheet):
            dated = dated or bool(dates.days(first.text))
            continue
        head = sheet.heads.get(first.place, byline.NOTHING)
        if head.by and head.names:  # below the author stands his paper
            break
        known = first.words >= FEWEST_WORDS or (dated and first.caps and first.text[-1] == ".")  # `FOOTBALL.`
        if known and (first.caps or dated) and _is_deck(first, sheet):
            if found := _from(first, sheet, dated=dated):
                return found
            if not (below.figure and _heads_page(below)) and not sheet.heads.get(below.place, byline.NOTHING).dated:
                break  # no paper's name over its day
        if first.words >= PROSE and not _heads_page(first):
            break
        dated = dated or first.text.startswith(NEWSPAPER) or (first.figure and _heads_page(first))
    return NONE


NONE = Decks()


def _from(first: Row, sheet: Sheet, *, dated: bool) -> Decks | None:
    """The decks from a first one on, where they are decks."""
    groups: list[list[Row]] = [[first]]
    ruled = 0
    for row in sheet.rows[first.place + 1 : first.place + MOST_ROWS]:
        above = groups[-1][-1]
        touches = row.place == above.place + 1 and not row.gap
        if RULE.fullmatch(row.text):
            ruled += 1
        elif touches and _goes_on(row, above):
            groups[-1].append(row)
        elif row.opening == "contact":  # an office's release
            return None
        elif _is_deck(row, sheet):
            if not touches or above.text[-1] == "." or row.caps != above.caps:
                groups.append([])
            groups[-1].append(row)
        elif _are_decks(groups, row, sheet, dated=dated, ruled=ruled):
            if _is_standing(groups, sheet):
                groups.pop(0)
            title, *deks = [tuple(one.place for one in group) for group in groups]
            return Decks(title, tuple(deks))
        else:
            return None
    return None


def _is_standing(groups: list[list[Row]], sheet: Sheet) -> bool:
    """Whether the first of the decks stands there each week, over a headline of its own: `PARISH PUMP`, `AROUND THE SQUARE`, `WEDDINGS.`."""
    if len(groups) < FEWEST_GROUPS or len(groups[0]) > 1:
        return False
    (first,), below = groups[0], groups[1][0]
    if first.words > STANDING_WORDS or first.stop != (first.key[-1] == ".") or heads.says(first, sheet):
        return False
    if first.key.rstrip(".") in phrases().sections:
        return not below.stop
    weekly = first.opening in OF_PLACE or first.words < STANDING_WORDS
    return weekly and not first.stop and not below.stop and first.words < below.words and heads.says(below, sheet)


def _goes_on(row: Row, above: Row) -> bool:
    """Whether a line begins within what the deck above it says, as `most to a Man for Walkout.` does."""
    return (
        row.text[0].islower()
        and row.opening != "by"
        and row.words <= DECK_WORDS
        and (above.text[-1] == "-" or row.titled > 1 - MOSTLY)
    )


def _is_deck(row: Row, sheet: Sheet) -> bool:
    """Whether a line is set as decks are, and is neither who wrote, nor when, nor where."""
    if (
        row.said != row.text
        or BUTTONS.issuperset(row.key.split())
        or row.opening in NO_DECKS
        or "©" in row.text
        or ends_in_job(row.text)
    ):
        return False
    if (
        row.key in phrases().sections
        or row.key.startswith(("from page", "continued from", "from the front", *trails.HOME))
        or (row.figure and site.FILED_AS.fullmatch(row.key))
    ):
        return False
    if row.words > DECK_WORDS or not (row.text[0].isalnum() or row.text[0] in "“\"'‘£$") or ("  " in row.text and row.figure):
        return False
    head = sheet.heads.get(row.place, byline.NOTHING)
    if not row.caps and head.names == (row.text,) and row.opening in first_names():  # whose death a column tells of
        return False
    return (row.caps or row.titled >= MOSTLY) and not (
        (head.by and head.names) or head.dated or dateline.alone(row.text) > SURE or SENT.fullmatch(row.text)
    )


def _are_decks(groups: list[list[Row]], below: Row, sheet: Sheet, *, dated: bool, ruled: int) -> bool:
    """Whether lines over another are decks: each with its stop; below the paper's day and over a rule or a column; or many over a dateline."""
    found = [row for group in groups for row in group]
    head = sheet.heads.get(below.place, byline.NOTHING)
    story = next((row for row in sheet.rows[below.place : below.place + 4] if row.words >= PROSE), below)
    opens = (below.words >= PROSE and below.stop) or SENT.fullmatch(below.text) or (head.by and head.names)
    told = below.titled < MOSTLY and ((below.stop and below.words > TOLD) or below.words > TOLD_LINE)
    told = told or below.text[0] in "[("  # `[Before Captain Hale, in the chair]`
    opens = bool(opens or told or (ruled and dated) or _is_column(below) or (not head.dated and dateline.alone(below.text)))
    if all(group[-1].text[-1] in ENDS for group in groups) and found[0].caps and groups[0][-1].text[-1] == ".":
        return opens
    if opens and dated and len(groups[0]) <= TITLE_ROWS and (found[0].caps or len(groups[0]) == 1 or not _is_of_today(sheet)):
        return True
    if opens and ruled >= FEWEST_RULES and found[0].caps:  # between the decks
        return True
    if len(found) < FEWEST_PLAIN or sum(row.caps for row in found) < FEWEST_CAPS or found[1].caps:
        return False
    if any(":" in row.text or "(" in row.text for row in found):  # whom to ask
        return False
    line = dateline.read(story.text)
    return line is not None and (line.day is not None or line.of_year is not None)


def _is_of_today(sheet: Sheet) -> bool:
    """Whether the page's head tells a day on which no paper was set by hand: two lines are a headline and its dek then."""
    heads = [row for row in sheet.rows[:PAGE_ROWS] if row.figure and _heads_page(row)]
    return any(found.day is not None and found.day.year >= TODAY for row in heads for found in dates.find(row.text))


def _is_column(row: Row) -> bool:
    """Whether a paragraph was set in a column of print: on several lines, none of them long."""
    lines = row.last - row.first + 1
    return lines > SEWN and len(row.text) < NARROW * lines
