"""Which of the lines on top is the headline: how much each has of one, held against the lines beside it.

The figures of `over` are near those that are best for the 1,270 labelled texts there were when they were set, each text weighed by the
reader's own courses through it. Found so on four fifths of the sites, and read on the last fifth, they won six headlines and lost none.
"""

# ruff: noqa: PLR2004 - the figures in rules are their evidence and its limits; names would hide them

import re

from sitegen.reader import byline, captions, dateline
from sitegen.reader.rows import Row
from sitegen.reader.rules import others, stacked, telling
from sitegen.reader.seen import has_one
from sitegen.reader.sheet import Sheet, key_of
from sitegen.reader.signs import ASKS, SMALL_WORDS
from sitegen.reader.surroundings import PROSE
from sitegen.reader.trades import ends_in_job, is_paper
from sitegen.reader.words import first_names, phrases, places

FEWEST = 4  # words: of shorter lines `kicker` speaks
TELLING = 3  # words of a line that tell enough
OVER_GIVEN = 1.0
ABOVE_TOLD = 3.0  # for a line of which the story has no word, above the headline that it tells
STATION_WORDS = 5
UPPER, LOWER = 8, 6  # words: of the upper of two lines at most, of the lower at least
PHRASE, LONG = 3, 26  # words
OPENS_HEAD = 3.0
PARTED = (" / ", " > ", "»", "|", " › ", ": ", ". ")  # what a line has that tells where a page stands, or two things
TOLD_OF = 80  # characters at the front of a paragraph
MARKS = frozenset("©(*•")
PARTING = "&/|>»;"  # signs between the names of sections
LINKING = frozenset("of the and for in on at to a an with from by or vs de news".split())  # small words within such names
COLUMNS = frozenset(  # words that columns are named by: `The Big Read`, `Notes from the Quay`
    "ask column comment corner desk diary essay letter letters notes opinion profile read reads series spotlight views voices".split()
)
# How a dek opens oftener than a headline: `How one man's ladder …`, `In a village by the sea, …`, `Nine years after …`.
OPENINGS = frozenset(
    "how why as in for when while after before with from at on despite some two three four five six seven eight nine ten".split()
)


# How columns of short news are headed, and lives of those who have died.
ROUNDUPS = (" briefs", " in brief", " roundup", " round-up", " news digest", " obituary")
# `SECOND OF THREE PARTS`, `Part 2 of 3`, `First in a two-part series`
OF_SERIES = ("part", "articles", "stories", "instal", "columns")  # one stands in each
_NUMBER = r"(?:one|two|three|four|five|six|seven|\d)"
SERIES = re.compile(
    rf"\b(?:first|second|third|fourth|fifth|last|final|{_NUMBER}) (?:of|in) (?:an? )?\w+"
    rf"(?:[ -]parts?\b| (?:articles|stories|instal+ments|columns))|\bpart {_NUMBER} (?:of|in) (?:an? )?{_NUMBER}"
)


SECTION_ROWS = 3  # of a section, the headline and the section again; and the most words of its name
LEDE, LEDE_WORDS, HEAD_ROWS = 5.0, 7, 4  # evidence; words of a first paragraph; rows in which a head would tell who, or when
HAPPENED = re.compile(r" (?:has|have|had|was|were|took place|said)\b(?!.*\bhow to\b)")
SENTENCES = re.compile(r"(?:\S+ ){3}[a-z\d]{3,}\. [A-Z'‘“\"]\w*(?: \S+){3}")


SHORTEST_OVER, EXCLUSIVE_SHARE = 4, 0.3  # words of a headline; of its longer ones that the story has


# A maker of pictures that does something, or has something done to it: `Facebook offers …`, `Harbor board sues NASA`.
TELLS_OF_MAKER = re.compile(
    rf"\b(?:{captions.MAKERS})(?:['’]s\b| (?!file|photo|via|by|and|handout|graphic|image|illustration)[a-z])"
    r"|[a-z]{3,} (?:Facebook|Twitter|Instagram|NASA)$"
)


def tells_of_maker(text: str) -> bool:
    """Whether a line has the name of a maker of pictures as a sentence has it, and is no credit of his."""
    return "/" not in text and TELLS_OF_MAKER.search(text) is not None


def says_twice(row: Row) -> bool:
    """Whether a line without a stop has one inside, between two sentences: so deks are set."""
    return not row.stop and row.text[0] not in "([" and ". " in row.text and SENTENCES.search(row.text) is not None


def is_roundup(row: Row) -> bool:
    """`Business briefs`, `Town news roundup for July 24`."""
    return row.words > 1 and row.key.partition(" for ")[0].endswith(ROUNDUPS)


def tells_part(row: Row) -> bool:
    """Whether a line says which part of a series the story is."""
    return row.words <= PROSE and (
        row.key.startswith("series: ") or (has_one(row.key, OF_SERIES) and SERIES.search(row.key) is not None)
    )


def stray(row: Row, sheet: Sheet) -> float:
    """A line above the headline that no rule knows: news of another story (`Breaking: …`), a word to editors, what a site asks."""
    if not FEWEST <= row.words <= PROSE:
        return 0.0
    if sheet.given is not None:  # it may stand below
        return OVER_GIVEN if sheet.given and row.place < sheet.titles.get(sheet.given, 0) else 0.0
    below = sheet.heads.get(row.place + 1, byline.NOTHING)
    told = _told(row, sheet)
    score = (
        3.0 - told + (ABOVE_TOLD if told < 0.0 and row.place < max(telling.headline(sheet), telling.over(sheet).start) else 0.0)
    )
    score -= 1.5 if below.tells else 0.0
    score -= 0.7 if row.gap and row.after else 0.0
    score -= 2.5 if _is_all_of_head(row, sheet) else 0.0
    score += (
        2.0
        if others.is_counted(row, sheet)
        or others.is_alert(row, sheet)
        or others.is_teaser(row, sheet)
        or (sheet.like.start and not row.stop)
        else 0.0
    )
    return max(0.05, score + (1.0 if row.text[0] in "([" or row.text[0].islower() or row.opening in ASKS else 0.0))


def _is_all_of_head(row: Row, sheet: Sheet) -> bool:
    """Whether a text begins with a line, and the story two lines below: nothing of a site stands above."""
    return row.place == 0 and len(sheet.rows) > 2 and sheet.rows[2].words >= PROSE and sheet.rows[2].stop


def _told(row: Row, sheet: Sheet) -> float:
    """How much speaks for a line that its story has its words too; less than nothing where it has none of them."""
    words = telling.words(row)
    if not words or not sheet.like.story:
        return 0.0
    share = telling.share(words, sheet)
    return (1.5 if share >= 0.6 else 0.8 if share >= 0.3 else 0.0 if share else -1.0) * min(1.0, len(words) / TELLING)


def beside(row: Row, sheet: Sheet) -> float:
    """How much more a line is the headline than the one below it, and than the one above."""
    if (row.stop and opens_story(row, sheet)) or is_below_section_again(row, sheet):
        return -LEDE
    below = over(row, sheet.rows[row.place + 1], sheet) if row.place + 1 < len(sheet.rows) else 0.0
    return (below - (over(sheet.rows[row.place - 1], row, sheet) if row.place else 0.0)) / 2


def is_below_section_again(row: Row, sheet: Sheet) -> bool:
    """Whether the section stands above the headline, and again between it and this line, over the author: so a broadcaster sets its head."""
    if row.place < SECTION_ROWS or not sheet.heads.get(row.place + 1, byline.NOTHING).dated:
        return False
    first, headline, again = sheet.rows[row.place - SECTION_ROWS : row.place]
    return first.key == again.key and first.words <= SECTION_ROWS < headline.words


def opens_story(row: Row, sheet: Sheet) -> bool:
    """Whether a sentence on top of a text without a head tells what happened, as paragraphs do: `The clock was right again.`."""
    if row.place > 1 or row.text[-1] != "." or row.words < LEDE_WORDS or row.titled >= 0.5 or not HAPPENED.search(row.key):
        return False
    if says_twice(row) or any(place < row.place + HEAD_ROWS and head.tells for place, head in sheet.heads.items()):
        return False
    below = sheet.rows[row.place + 1 : row.place + 3]
    return len(below) > 1 and all(one.stop and one.words >= PROSE and one.gap == below[0].gap for one in below)


def over(upper: Row, lower: Row, sheet: Sheet) -> float:
    """How much more a line is the headline than the one below it."""
    known = sheet.leads.get(upper.place)
    if known is None:
        known = sheet.leads[upper.place] = _over(upper, lower, sheet)
    return known


def _over(upper: Row, lower: Row, sheet: Sheet) -> float:
    """The same, where the upper of two lines is the shorter: `Bridge too far`, not `Energy & Environment`; or opens the head."""
    if upper.words > UPPER:
        return OPENS_HEAD if _opens_head(upper, lower, sheet) else 0.0
    if upper.words < 2 or lower.words < LOWER or lower.words <= upper.words or not _may_stand_over(upper, sheet):
        return 0.0
    if not (is_bare(upper, sheet) and is_bare(lower, sheet)):
        return 0.0
    score = _by_form(upper) + _by_words(upper, lower, sheet) + (2.0 if says(upper, sheet) else 0.0)
    score += 1.6 if upper.words >= PHRASE and lower.opening in OPENINGS else 0.0
    score += (
        1.2
        if upper.words >= FEWEST and lower.titled < 0.5 and _is_in_titles(upper.text) and _is_under_day(upper, sheet)
        else 0.0
    )
    score -= 0.8 if ":" in lower.text or lower.text[0] in "‘“'\"" else 0.0  # so headlines are set, not deks
    score -= 1.3 if lower.titled >= 0.7 and not lower.caps else 0.0
    return score - (1.0 if lower.gap and not upper.gap else 0.0) + (0.3 if _is_under_site(upper, sheet) else 0.0)


def _is_in_titles(text: str) -> bool:
    """`Salt in the Bread`: capitals but for small words that link, as headlines and books are set, and sections seldom."""
    words = text.split()
    small = [word for word in words if word[0].islower()]
    return bool(small) and LINKING.issuperset(small) and COLUMNS.isdisjoint(text.casefold().split())


def _opens_head(upper: Row, lower: Row, sheet: Sheet) -> bool:
    """Whether a line as long as headlines are stands below a menu's or a section's, over another one that isn't its own words."""
    if not (LOWER <= lower.words <= LONG and upper.words <= LONG) or upper.stop or lower.stop or upper.text[-1] in ".:|":
        return False
    if upper.text[0] in MARKS or (upper.caps and stacked.words(upper, sheet)):
        return False
    above = sheet.rows[upper.place - 1] if upper.place else None
    open_above = above is None or above.words <= PHRASE or sheet.heads.get(above.place, byline.NOTHING).posted is not None
    if _has_parts(upper.text) or ": " in lower.text or not open_above:
        return False
    own, other = telling.words(upper), telling.words(lower)
    again = len([word for word in other if word in own])
    return 2 * again < len(other) and is_bare(upper, sheet) and is_bare(lower, sheet)


def _has_parts(text: str) -> bool:
    """Whether a line says where a page stands, or names its column: `Opinion: …`; not `She went back for the bees: how …`, `'Enough': …`."""
    label, _, words = text.partition(": ")
    said = label.count(" ") >= PHRASE or label[-1:] in "'’\"”"
    return has_one(label if said else text, PARTED) or has_one(words, PARTED)


def _may_stand_over(row: Row, sheet: Sheet) -> bool:
    """Whether a line may be the whole of what stands over another: no label, no sentence, and not of a headline on several lines."""
    if row.text[-1] in ".:|" or row.text[0] in MARKS or row.key.rsplit(None, 1)[-1] in SMALL_WORDS:
        return False
    return not (row.caps and stacked.words(row, sheet))


# `NewsCrime and Public Safety`, `Bay County news`: the section above a headline
SECTION_WORDS = 5
SECTION = re.compile(
    r"(?:News|Sports?|Business|Opinion|Entertainment|Lifestyle|Politics|Local|World)[A-Z][a-z]+(?: (?:and |& )?[A-Z]?[a-z]+){0,4}"
    r"|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)? (?:[Cc]ounty|[Cc]ity|[Tt]own|[Aa]rea|[Rr]egion) news"
)


def names_section(row: Row) -> bool:
    """Whether a line near the top names a section, or two that a page ran together, and no story."""
    if row.words == 2 and row.key.endswith(" news") and row.text.partition(" ")[0] in places():  # `Norland News`
        return row.place < MASTHEAD_ROWS
    section, more, _ = row.key.partition(" more: ")  # `Tech More: Quell Ferry Longform`, a blog's topics
    if more and section in phrases().sections:
        return True
    parts = row.key.replace(" and ", " & ").split(" & ")  # `Courts & Crime`
    if len(parts) > 1 and row.words <= SECTION_WORDS and all(part in phrases().sections for part in parts):
        return row.place < MASTHEAD_ROWS
    return row.place < MASTHEAD_ROWS and SECTION.fullmatch(row.text) is not None


def is_bare(row: Row, sheet: Sheet) -> bool:
    """Whether a line is neither a byline, a date, a dateline nor a name that sites have on many pages."""
    head = sheet.heads.get(row.place, byline.NOTHING)
    return not (head.tells or _is_known(row, sheet) or dateline.opens(row.text))


def may_name_story(row: Row, sheet: Sheet) -> bool:
    """Whether a line says more than who wrote, when, where or for which paper."""
    head = sheet.heads.get(row.place, byline.NOTHING)
    known = head.names or head.dated or head.agency or head.contact or is_paper(row.text.removeprefix("The ").split())
    known = known or ends_in_job(row.text)
    return row.words > 1 and not known and is_bare(row, sheet)


def _is_known(row: Row, sheet: Sheet) -> bool:
    key = key_of(row)
    return key in sheet.phrases.sections or key in sheet.phrases.furniture


def _by_form(upper: Row) -> float:
    """What the form of a short line says: a phrase in small letters, many capitals, a question; or several names, a column's name."""
    words = upper.text.split()
    phrase = (upper.caps and len(words) > PHRASE) or (
        len(words) >= PHRASE and any([word[0].islower() and word not in LINKING for word in words])  # noqa: C419 - faster
    )
    score = (0.5 if phrase else 0.0) + (0.2 if upper.text[-1] in "?!" else 0.0) + (0.3 if len(words) > 4 else 0.0)
    score += 0.3 if upper.opening in {"the", "a", "an"} and len(words) >= PHRASE else 0.0
    score -= 1.0 if not COLUMNS.isdisjoint(upper.key.split()) else 0.0
    return score - (1.6 if has_one(upper.text, PARTING) or ("," in upper.text and not phrase) else 0.0)


MASTHEAD_WORDS, MASTHEAD_ROWS = 4, 8  # words; rows
PARTED_MENU = re.compile(r"(?: \| | :: | · | • ).*(?: \| | :: | · | • )")


def says(upper: Row, sheet: Sheet) -> bool:
    """Whether a few words tell that somebody did something: `Mayor quits`, `TIGERS WIN TITLE`."""
    return not sheet.phrases.headline_verbs.isdisjoint(upper.key.split()[1:])


def _by_words(upper: Row, lower: Row, sheet: Sheet) -> float:
    """What words say: a topic comes again in the headline under it, a headline's words in the story rather than in its dek."""
    own, other = telling.words(upper), telling.words(lower)
    told = telling.share(own, sheet) - telling.share(other, sheet) if sheet.like.story and own and other else 0.0
    return 0.7 * told - (0.3 if not set(own).isdisjoint(other) else 0.0)


def is_told_of(row: Row, head: byline.Head, sheet: Sheet) -> bool:
    """Whether the paragraph below opens with the surname, on top of a text beyond the day: the head of an obituary, of an entry."""
    below = sheet.rows[row.place + 1] if row.place + 1 < len(sheet.rows) else row
    if row.place == 0 and sheet.heads.get(1, byline.NOTHING).dated and len(sheet.rows) > 2:
        below = sheet.rows[2]
    opening = below.key[:TOLD_OF].replace(",", " ").split() if below.words >= PROSE else []
    return any(name.rsplit(None, 1)[-1].casefold() in opening for name in head.names)


def _is_under_site(row: Row, sheet: Sheet) -> bool:
    """Whether a section, a button, a day or nothing stands above a line."""
    if not row.place:
        return True
    return _is_under_day(row, sheet) or _is_known(sheet.rows[row.place - 1], sheet)


def _is_under_day(row: Row, sheet: Sheet) -> bool:
    """Whether the day stands right above a line: a column's name stands over it, or beside."""
    head = sheet.heads.get(row.place - 1, byline.NOTHING)
    return head.dated and head.sure >= 1


def is_masthead(row: Row, sheet: Sheet) -> bool:
    """Whether one of the first two lines is a site's name or its motto: its menu follows, and below that a line over the author."""
    name, motto = sheet.rows[:2] if len(sheet.rows) > MASTHEAD_ROWS else (row, row)
    if (
        row.place > 1
        or name.words > MASTHEAD_WORDS
        or name.stop
        or name.titled < 1
        or _is_known(name, sheet)
        or says(motto, sheet)
    ):
        return False
    for below in sheet.rows[3:MASTHEAD_ROWS]:
        author, own = (sheet.heads.get(place, byline.NOTHING) for place in (below.place + 1, below.place))
        if author.by and author.names and LOWER <= below.words <= LONG and not own.tells:
            return any(PARTED_MENU.search(one.text) for one in sheet.rows[2 : below.place])
    return False


ISSUE = re.compile(r"(?:The )?[A-Z][\w.&'’ -]{2,40}, (?:Issue|Vol\.?|Volume) \d{1,4}(?:,? (?:No\.?|Issue) \d{1,3})?")


def is_paper_with_motto(row: Row) -> bool:
    """`The Marle Herald-Post - Most widely read in the South-West`, `The Marle Herald ONLINE`."""
    if row.key.endswith(" online"):
        return is_paper(row.text.removeprefix("The ").split()[:-1])
    name, sign, motto = row.text.partition(" - ") if " - " in row.text else row.text.partition(" – ")
    words = name.removeprefix("The ").split()
    return bool(sign) and motto.count(" ") > 1 and is_paper(words) and len(words) > 1


def is_station(row: Row, sheet: Sheet) -> bool:
    """`MBC Northern Marle` over `By Hal Brand`: which station of a broadcaster the author is of."""
    if row.words > STATION_WORDS or row.stop or row.titled < 1 or row.place + 1 >= len(sheet.rows):
        return False
    first = row.text.split(None, 1)[0]
    below = sheet.heads.get(row.place + 1, byline.NOTHING)
    return len(first) > 2 and first.isupper() and not row.caps and below.by and bool(below.names)


def is_columnist(row: Row, sheet: Sheet) -> bool:
    """`Hollis Tate` between the column's name and the headline: somebody with a usual given name, in a text that is no page."""
    names = sheet.heads.get(1, byline.NOTHING).names if row.place == 1 and not sheet.like.leans else ()
    section = row.key.rpartition(" ")[2] in sheet.phrases.sections  # `Virginia Politics`
    return names == (row.text,) and row.opening in first_names() and not section


def is_exclusive(row: Row, sheet: Sheet) -> bool:
    """Whether `EXCLUSIVE: …` stands below a line as long as headlines are, in the story's words: that is its dek."""
    above = sheet.rows[row.place - 1] if row.place and row.opening == "exclusive" else row
    if above is row or above.stop or not SHORTEST_OVER <= above.words < 2 * PROSE:
        return False
    return telling.share(telling.words(above), sheet) >= EXCLUSIVE_SHARE


def is_dated(place: int, sheet: Sheet) -> bool:
    """Whether a day and no name stands at a place."""
    head = sheet.heads.get(place, byline.NOTHING)
    return head.posted is not None and not head.names


YEARS = re.compile(r"\W?(?:1[6-9]|20)\d\d ?[-–—] ?(?:(?:1[6-9]|20)?\d\d)?\W?")
OF_LIFE = re.compile(rf"[^\W\d_][\w.'’-]*(?: [\w.'’“”\"()-]+){{1,5}},? {YEARS.pattern}")
LIFE_WORDS = 8


def is_of_life(row: Row, sheet: Sheet) -> bool:
    """`Hal Brand, 1924-2013`, or a name over such years: the headline of an obituary."""
    if row.words > LIFE_WORDS or row.titled < 1.0:
        return False
    if row.figure:
        return OF_LIFE.fullmatch(row.text) is not None and (row.caps or row.opening in first_names())
    below = sheet.rows[row.place + 1] if row.place + 1 < len(sheet.rows) else row
    return row.words > 1 and YEARS.fullmatch(below.text) is not None
