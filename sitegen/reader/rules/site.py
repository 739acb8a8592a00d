"""Rules for what belongs to the site, not to the story."""

# ruff: noqa: PLR2004 - the figures in rules are their evidence and its limits; names would hide them

import re
from functools import lru_cache

from sitegen.reader import byline, exports
from sitegen.reader.rows import VERSE_INDENT, Row
from sitegen.reader.rules import menus, offers, wires
from sitegen.reader.rules.buttons import PARTING
from sitegen.reader.rules.no_credits import signs_off
from sitegen.reader.seen import has_one
from sitegen.reader.sheet import NUMBER, Sheet
from sitegen.reader.surroundings import PROSE
from sitegen.reader.trades import DOUBTFUL_PAPERS, PAPERS, is_paper
from sitegen.reader.words import opens_as_furniture

TOP, FOOT, OWNER_WORDS = 12, 30, 5  # rows from the top and from the end; words of a paper's name
SURE_PAPERS = (
    PAPERS
    - DOUBTFUL_PAPERS
    - frozenset(
        "enterprise independent ledger mercury monitor news post record register standard star sun times banner beacon citizen democrat "
        "eagle echo leader mail messenger patriot pioneer statesman weekly".split()
    )
)
OWNED, MOSTLY = re.compile(r" [-|>/] |: "), 0.6  # what follows the owner's name; the share of capitals in such a line
RIGHTS_OF_YEARS = re.compile(r"© ?(?:19|20)\d\d|\b(?:19|20)\d\d ?©")
FILE_NAME = re.compile(
    r"^[\w.-]+\.(?:txt|html?|doc|asp|php|xml|rtf|wpd|jpe?g|png|gif|webp|tiff?|mp4|mov)$|^[\w ,.'’()-]{1,100}\.(?:jpe?g|png|gif|webp)$",
    re.IGNORECASE,
)
ENTRY = re.compile(r"^\d{1,3}\. +(?=https?:)")  # in the list of a page's links that a browser without pictures writes
REACHED = re.compile(
    r"[^\s@]+@[^\s@]+\.\w+|(?:www\.)?(?:twitter|x|facebook|instagram)\.com/\S+", re.IGNORECASE
)  # under the story
PAGE_FIRST = re.compile(r"(?:[A-Z]-?)?\d{1,3}\s+(?:THE |The )?[A-Z].*\b(?:1[6-9]|20)\d\d")
ISSUE = re.compile(
    r" [/|·•–—] (?:Spring|Summer|Autumn|Fall|Winter|[A-Z][a-z]+ issue),? (?:19|20)\d\d$", re.IGNORECASE
)  # `… / WINTER 2013`
CLOSING_LABEL = re.compile(r"/[A-Z]{3,12}")
# None of the alternatives begins with something that may be missing: so each is ruled out by one character.
BETWEEN = re.compile(r"\s(?:[·•>/~:]\s|[|›»]\s?)|\t| {3,}| &gt; |\s(?:&raquo;\s?|\]\s*\[\s?)|[|›»]\s?|&raquo;\s?|\]\s*\[\s?")
SIGN = re.compile(r"[|›»·•>/~]| : |&raquo;|\]\s*\[")
SPACED = re.compile(r"(?:[A-Z] {1,4}){4,40}[A-Z]")  # `U N I T E D   N A T I O N S`: the letters of a letterhead
END_SIGNS = frozenset("-–—*#([eErRnN")
SIGNED_OFF, HAND, LISTED = 4, 3, 3  # rows from the end; letters of the initials of an agency's hand; words in a list of owners
END_MARK = re.compile(
    r"\(END(?:/[A-Z\d-]{2,6}){2,9}\)"
    r"|(?:[-–—*#(\[]\s?){1,3}(?:30|0|ends?|xxx|fin|nnnn)(?:\s?[-–—*#)\]]){1,3}|(?:ends?|endit|enditem|nnnn)|reuters?(?: [a-z]{2,3}){1,4}",
    re.IGNORECASE,
)
JUMP = re.compile(r"(?:See|Turn to|Please see) [A-Z][A-Z -]+, (?:[Pp]age )?[A-Z]?-?\d{1,3}\.?")  # `See LAMP, A7`
DASHED_TRAIL = re.compile(r"[A-Z][\w&.']*(?: [\w&.']+)?(?: [–—-] [A-Z][\w&.']*(?: [\w&.']+)?){2,3}")  # `MVW – Norland – Marle`
TICKER = re.compile(
    r"[A-Z][A-Z0-9&. ]{0,20} (?:[\d,]+\.\d+ [-+−]?[\d,]+\.?\d* \([-+−]?\d+\.?\d*%\)|[-+−]\d+\.\d+%)"
    r"|[A-Z]\w+(?: [A-Z]\w+)? \([-+−]?\d+\.?\d*%\) [\d,]+\.\d+ [-+−][\d,.]+"
)
PAGE = re.compile(r"(?:[Pp]age|PAGE) \d{1,2}")  # where an agency cuts its story
MORE = re.compile(r"\+\d{1,3}")  # pictures
RUNNING_TIME = re.compile(r" \(\d{1,2}:\d\d(?::\d\d)?\)$")
LISTENED = re.compile(r"\bListen ?[·•|-]? ?\d{1,2}:\d\d$")  # `The Last Lamp Listen · 4:11`
SPEED = re.compile(r"[0-3](?:\.\d{1,2})?x")
SHORTCODE = re.compile(r"\[/?[a-z][a-z_-]+(?: [a-z_-]+=(?:\"[^\"]*\"|'[^']*'|[^\s\"\]]+))*\]")
FOLIO = re.compile(r"^\W{0,3}(?:page )?#\s?(?:of|/)\s?#(?: documents)?\W{0,3}$|^(?:[\w ]{2,30}\s)?document # of #$")
# As those who keep a collection number what is in it: `Cutting no. 118`, `Item 44`, `Box 3, folder 12`
FILED_AS = re.compile(
    r"(?:cutting|clipping|item|ref|reference|file|box|folder|reel|frame|record|card)\b\.?:?(?: no\.?| number)? ?#?\d{1,6}"
    r"(?:[,;/] ?[a-z]{3,9} \d{1,6})?\.?"
)
PAGE_NUMBER = re.compile(r"\bpage (?:[a-z]?-?\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)\b")
ON_TOP, OF_MAIL, ENDS = 6, 6, 40  # rows
HOUSE_WORDS = 4
RESULTS = 3  # lines that end in a time, which are a table of results on no page
OF_BOXES = frozenset("location status length language publisher pages title author source priority people".split())
RATED = re.compile(r"(?:10|\d(?:\.5)?) ?/ ?(?:5|10)\.?")  # pages of a copy are counted more than once
STAR = "★☆⭐✭✮✰½"
STARS = re.compile(rf"(?:[{STAR}]\ufe0f?\s?){{2,10}}")


def furniture_parts(row: Row, sheet: Sheet) -> float:
    """Short parts held apart by bars: menus, breadcrumbs, rows of buttons."""
    if row.opening == "home" and "  " in row.key and not row.stop and row.titled >= MOSTLY:
        return 5.0  # `Home  Biology  Plants & Animals`
    if row.stop or not has_one(row.text, PARTING) or not BETWEEN.search(row.text):
        return 0.0
    parts = [part.strip(" .:#0123456789()<>«»") for part in BETWEEN.split(row.key.strip("[] "))]
    parts = [part for part in parts if part]
    parts[:1] = [part.rpartition(": ")[2] for part in parts[:1]]  # `Trending: Elections | Tide pools`
    if len(parts) < 2 or len([part for part in row.key.split() if part.replace(",", "").isdigit()]) > 2:
        return 0.0
    known = sum(part in sheet.phrases.furniture or part in sheet.phrases.sections for part in parts)
    short = all(len(part.split()) <= 3 for part in parts)
    listed = sheet.phrases.furniture
    if known * 2 >= len(parts) and all(len(part.split()) <= 4 or part in listed for part in parts):
        return 5.0
    if not SIGN.search(row.key):  # held apart by white space alone: a table, unless it stands on top
        return 1.2 if row.place < 4 and short else 0.0
    return 3.2 if short and len(parts) > 2 else 1.2 if short else 0.0


def ticker(row: Row, sheet: Sheet) -> float:
    """`DOW 38,085.80 -375.12 (-0.98%)`, `MRLW -4.10%`: what a market did, above a story of its news."""
    told = not sheet.told or row.place < sheet.told[0]
    return 6.0 if told and "%" in row.text and TICKER.fullmatch(row.text) else 0.0


def is_no_headline(row: Row, sheet: Sheet) -> bool:
    """Whether a line is surely the site's: a menu, the weather, the name of its owner."""
    return (
        menus.names_sections(row, sheet)
        or menus.is_spaced_menu(row, sheet)
        or menus.is_weather(row)
        or names_owner(row, sheet)
        or wires.is_over_release(row, sheet)
        or row.key.strip(" :") in sheet.phrases.reference_headings
        or row.text[-1] in "»›"
        or ticker(row, sheet) > 0.0
        or row.text.startswith("TRENDING ")
        or (row.words <= OWNER_WORDS and row.key.startswith("heard on "))
        or (row.place < 3 and row.words <= OWNER_WORDS + 3 and DASHED_TRAIL.fullmatch(row.text) is not None)
        or (row.words <= OWNER_WORDS and row.key.endswith("editorial board"))
        or "submenu" in row.key
        or (row.caps and SPACED.fullmatch(row.text) is not None)
        or ("©" in row.text and row.figure and RIGHTS_OF_YEARS.search(row.text) is not None)
        or (
            row.words > OWNER_WORDS and row.text[: len(row.text) // 2] == row.text[(len(row.text) + 1) // 2 :]
        )  # `More videos More videos`
        or ("  " in row.text and len(menus.SPACES.split(row.text)) > 3)
        or (row.place < TOP and is_motto(row.key))
        or row.key.startswith("you are here: home")
        or (row.words <= OWNER_WORDS and row.key.endswith(" logo") and sheet.like.leans and "logo" not in sheet.like.story)
        or opens_as_furniture(row.key, offers.SURE_OPENING)
        or (row.place < 3 and _heads_page(row, sheet))
    )


def _heads_page(row: Row, sheet: Sheet) -> bool:
    """Whether one of the first lines is what stands over a page in print or on a site: its wire, its issue, its number."""
    if row.key.endswith(" on the web") or is_desk(row, sheet) or _is_paper_of_town(row, sheet) or _names_service(row, sheet):
        return True
    if row.place == 0 and (" // " in row.text or _is_papers_site(row, sheet)):
        return True
    if row.key.startswith("page ") and PAGE_NUMBER.fullmatch(row.key):
        return True
    return row.figure and (ISSUE.search(row.text) or PAGE_FIRST.fullmatch(row.text)) is not None


# `Russia & CIS Business and Financial Newswire`: which of an agency's services
SERVICE = re.compile(
    r"^bbc monitoring\b|\b(?:newswire|newsfeed|(?:news|wire|press|features?) (?:wire|service|agency|feed))s?(?: \([\w ]+\))?$"
)


def _names_service(row: Row, sheet: Sheet) -> bool:
    """Whether a line names a service of news, over its day."""
    if row.stop or row.titled < MOSTLY or row.words > SITE_WORDS or SERVICE.search(row.key) is None:
        return False
    return any(sheet.heads.get(place, byline.NOTHING).dated for place in (row.place + 1, row.place + 2))


def _is_papers_site(row: Row, sheet: Sheet) -> bool:
    """`Marle Harbour Chronicle online`, `The Marle Anchor - Obituaries`: a paper, and that this is its site or which part of it."""
    if row.stop or row.words > SITE_WORDS or sheet.heads.get(1, byline.NOTHING).by:  # over the author is the headline
        return False
    paper, sign, part = row.text.partition(" - ")
    words = paper.split() if sign or not row.key.endswith(" online") else paper.split()[:-1]
    return (
        " ".join(words) != row.text
        and len(words) > 1
        and all(word[0].isupper() or word == "&" for word in words)
        and (is_paper(words[-2:]) or (words[0] == "The" and part.casefold() in sheet.phrases.sections))
    )


def _is_paper_of_town(row: Row, sheet: Sheet) -> bool:
    """`The Marle Courier (Port Hale)` over the day of the issue."""
    paper, _, town = row.text.partition(" (")
    below = sheet.heads.get(row.place + 1)
    return town[-1:] == ")" and below is not None and below.dated and is_paper(paper.removeprefix("The ").split())


def is_desk(row: Row, sheet: Sheet) -> bool:
    """`AAP General News (Australia)`: the agency and which of its wires."""
    return row.words <= OWNER_WORDS and row.titled >= MOSTLY and row.opening in sheet.phrases.agencies and " news" in row.key


MARKED_UP = re.compile(r"<[/?!]?[a-z][\w:.-]*(?: [^<>]*)?>|<(\w+)(?: [^<>]*)?>[^<>]{1,60}</\1>")  # a mark of a data file
SITE_WORDS = 8  # of a paper's name and what its site or its part is called
MOTTOS = tuple(
    "search news |distributed via |breaking news from |latest news from |local news from |news from |nonprofit news |search - "
    "|news you can |investigative journalism ".split("|")
)
SELF = ("the independent ", "the official ", "the student ", "independent ", "the weekly ", "the award-winning ")
OF_SELF = (" edition of ", "news source", "news leader", "news authority", "paper of ", "information source", "sports leader")
_KIND = "newspaper|paper|weekly|daily|journal|magazine|voice|news|broadsheet|gazette"
SINCE = re.compile(
    r"^(?:(?:serving|covering|your) (?:[\w'’-]+,? ){1,12}"
    rf"|(?:[\w'’-]+ ){{0,5}}(?:{_KIND}) (?:(?:and|of|for|in|serving|published|to) [^:]*)?)since (?:1[6-9]|20)\d\d$"
    r"|^(?:[\w'’.&]+ ){1,6}[-|] (?:proudly )?(?:serving|covering) (?:[\w'’-]+ ){1,5}since (?:1[6-9]|20)\d\d$"
    r"|^[\w'’.& ]{3,40} [-|] (?:online|web|print|digital) edition$"
    r"|\bown since (?:1[6-9]|20)\d\d$|, every (?:[a-z]+day|week|morning|month)$"
    r"|^(?:the |an? )?(?:independent |official |weekly |daily |award-winning |online )*(?:student |community |local )*"
    rf"(?:{_KIND}|news site|news service) (?:of|for|serving) "
    r"|^(?:(?:[\w.&'’-]+ ){1,5}[-–|] )?(?:[\w-]+['’]s?|your|the) (?:[\w'’&-]+ ){0,3}"
    r"(?:(?:news|information|sports) (?:source|leader|authority)|(?:news)?paper of (?:inquiry|record|choice))"
    r"(?: (?:for|in|of|on|since) [^:]+)?$"
    r"|^(?:the )?(?:online|web|digital|print) edition of (?:the )?[\w'’-]+(?: [\w'’-]+){0,3}$"
)


@lru_cache(maxsize=256)  # several rules ask about a line, one after the other
def is_motto(key: str) -> bool:
    """`Breaking news from Northeast Marle`, `News and grumbling since 2006`: what a site says of itself on top."""
    if key.startswith("search ") and key.endswith(("…", "...")):
        return True
    if ":" in key:
        return False
    return key.startswith(MOTTOS) or (
        (" since " in key or ", every " in key or key.startswith(SELF) or key.endswith(" edition") or has_one(key, OF_SELF))
        and SINCE.search(key) is not None
    )


def house(row: Row, sheet: Sheet) -> float:
    """The house right under its author, `Fenland Now`, which stands elsewhere too, as whose picture something is."""
    above = sheet.heads.get(row.place - 1, byline.NOTHING)
    if row.gap or row.stop or row.titled < 1 or row.words > HOUSE_WORDS or not (above.by and above.names):
        return 0.0
    elsewhere = [one for one in sheet.rows if one is not row and row.text in one.text]
    return 3.0 if elsewhere and not any(one.words >= PROSE for one in elsewhere) else 0.0


def motto(row: Row, sheet: Sheet) -> float:
    """What a paper says of itself on top, and its name with the part that the story is in."""
    own = (row.place == 0 and _is_papers_site(row, sheet)) or (row.place < ON_TOP and _names_service(row, sheet))
    return 4.0 if own or (row.place < TOP and is_motto(row.key)) else 0.0


def names_owner(row: Row, sheet: Sheet) -> bool:
    """Whether a few words on top end as papers' names do, or are whose rights the foot of the page keeps."""
    if row.place > TOP or row.words > OWNER_WORDS or len(row.key) < 5:
        return False
    owner = OWNED.split(row.key.removeprefix("from ").strip(" :"), 1)[0]  # `From the Marle Herald:`, `Marle Herald - Arts`
    last = owner[owner.rfind(" ") + 1 :]  # nothing of `: Arts`
    named = row.words > 1 and row.titled >= MOSTLY and last in PAPERS
    if named and (last in SURE_PAPERS or any(owner in other.key for other in sheet.rows[row.place + 1 :])):
        return True
    leading = (f"{owner} »", f"{owner} ›", f"{owner} >")
    if row.words > 1 and any([other.key.startswith(leading) for other in sheet.rows[row.place + 1 : TOP]]):  # noqa: C419 - faster
        return True
    name = row.key.removeprefix("the ").strip(" .")
    return any([name in key for key in _rights(sheet)])  # noqa: C419 - faster


def _rights(sheet: Sheet) -> list[str]:
    """The keys of the last rows that keep rights, gathered once."""
    if not sheet.rights:
        foot = [row.key for row in sheet.rows[max(TOP + 1, len(sheet.rows) - FOOT) :]]
        sheet.rights.append([key for key in foot if "©" in key or "copyright" in key])
    return sheet.rights[0]


def rule_line(row: Row, sheet: Sheet) -> float:
    """No letter and no figure: a rule, a row of stars. Set among verses, it is theirs."""
    if any(map(str.isalnum, row.text)) or (row.text[0] in STAR and STARS.fullmatch(row.text)):
        return 0.0
    return 0.0 if row.indent >= VERSE_INDENT and _among_verses(row, sheet.rows) else 7.0


def _among_verses(row: Row, rows: list[Row]) -> bool:
    """Whether the lines directly before and after are set in as far."""
    between = 0 < row.place < len(rows) - 1 and row.gap == 0 and row.after == 0
    return between and rows[row.place - 1].indent >= VERSE_INDENT <= rows[row.place + 1].indent


def end_mark(row: Row, sheet: Sheet) -> float:
    """`-30-`, `-ends-`, an agency's name in capitals with nothing below it, its hands' initials: nothing follows."""
    if row.place > SIGNED_OFF and len(sheet.rows) - row.place <= SIGNED_OFF and (row.caps or row.text.islower()):
        office, *hands = row.key.split()
        in_list = (
            bool(sheet.like.leans) and sheet.rows[row.place - 1].words <= LISTED
        )  # of a page's owners: `Our partners`, `CNN`
        if (
            not in_list
            and office in sheet.phrases.agencies
            and (row.caps if not hands else all(len(hand) <= HAND and hand.isalnum() for hand in hands))
        ):
            return 7.5
    if row.text[:2] == "==" and row.text[2:].isalpha() and row.place == len(sheet.rows) - 1:  # `==Kyodo`
        return 7.5
    if signs_off(row, sheet) or (row.text == "Reuter" and row.place == len(sheet.rows) - 1):
        return 7.5
    return 7.0 if row.text[0] in END_SIGNS and row.place > 1 and END_MARK.fullmatch(row.text) else 0.0


def letterspaced(row: Row, _: Sheet) -> float:
    """`U N I T E D   N A T I O N S`: a letterhead with its letters set apart."""
    return 7.0 if row.place < 3 and SPACED.fullmatch(row.text) else 0.0


def address_line(row: Row, sheet: Sheet) -> float:
    """An address of the web, a file name, alone on the line."""
    text = row.text.strip("-–— ")
    text = ENTRY.sub("", text) if "http" in text else text
    if row.words > 3 or " " in text:
        return 0.0
    if ("@" in text or "/" in text) and REACHED.fullmatch(text) and wires.is_below_story(row, sheet):
        return 6.0
    return 6.0 if text.startswith(("http://", "https://", "www.", "pic.twitter")) or FILE_NAME.match(text) else 0.0


def folio(row: Row, sheet: Sheet) -> float:
    """`1 of 5`, `Page 1 of 2`, a number alone."""
    first = row.key[0]
    if row.words <= 6 and row.figure and FILED_AS.fullmatch(row.key):
        return 6.0
    if row.words > 6 or not row.figure or (first.isalpha() and first not in "pst"):
        return 0.0
    if (
        JUMP.fullmatch(row.text)
        or MORE.fullmatch(row.text)
        or (PAGE.fullmatch(row.text) and row.place > next(iter(sheet.told), 0))
    ):
        return 6.0
    if RATED.fullmatch(row.text) and len(sheet.told) > 1 and row.place > sheet.told[1]:
        rated = sum([RATED.fullmatch(one.text) is not None for one in sheet.rows[-ENDS:]])
        return 0.0 if rated == 1 else 6.0  # what a review gives
    if row.place == 0 and sheet.heads.get(0, byline.NOTHING).posted:  # `10/27/2011`
        return 0.0
    key = NUMBER.sub("#", row.key)
    return 6.0 if FOLIO.match(key) else 2.0 if key.strip(" .()-") == "#" and not _counts_below(row, sheet) else 0.0


def _counts_below(row: Row, sheet: Sheet) -> bool:
    """Whether the line directly below goes on with a small letter: `4`, `medium leeks`, in a recipe."""
    below = sheet.rows[row.place + 1] if row.place + 1 < len(sheet.rows) and not row.after else row
    return below.text[0].islower()


def page_head(row: Row, sheet: Sheet) -> float:
    """`The Marle Times   Thursday, May 6, 2010   Page A6`, `4 THE MARLE TIMES Thursday …`: at the top of a printed page."""
    head = sheet.heads.get(row.place)
    if row.place > 2 or head is None or not head.posted or row.stop:
        return 0.0
    return 7.0 if PAGE_NUMBER.search(row.key) or (row.place == 0 and PAGE_FIRST.fullmatch(row.text)) else 0.0


def labelled_field(row: Row, sheet: Sheet) -> float:
    """`LENGTH: 178 words`, `BODY:`, `To: …`: what a database or a mail program says of a text."""
    if (
        ":" not in row.text[:20]
        or not exports.is_field(row)
        or (row.words >= PROSE and ". " in row.text and row.opening == "notes")
    ):
        return 0.0
    label = row.text.partition(":")[0].casefold()
    below = sheet.rows[row.place + 1 : row.place + 1 + OF_MAIL]
    if label in {"from", "to"} and row.place > max(sheet.told, default=row.place) and any(one.words >= PROSE for one in below):
        return 0.0  # of mail that a story quotes
    if row.place > ON_TOP and label in OF_BOXES and row.said == row.text:  # `LENGTH: 5.2 miles` stands in a box about a path
        return 7.0 if any(exports.is_of_database(one) for one in (*sheet.rows[:ENDS], *sheet.rows[-ENDS:])) else 0.0
    return 7.0


def running_time(row: Row, sheet: Sheet) -> float:
    """A film's name and how long it is, `Guard leaves the game after a hard fall (0:41)`; how fast a player runs, `1.5x`."""
    if row.text[-1] == "x" and SPEED.fullmatch(row.text):
        return 5.5
    if "Listen" in row.text and LISTENED.search(row.text):
        return 6.5
    if row.text[-1] != ")" or RUNNING_TIME.search(row.text[-9:]) is None:
        return 0.0
    beside = sheet.rows[max(0, row.place - ENDS) : row.place + ENDS]
    timed = sum([one.text[-1] == ")" and RUNNING_TIME.search(one.text[-9:]) is not None for one in beside])
    return 5.5 if timed < RESULTS or row.place in sheet.like.leans else 0.0


def _is_of_data(row: Row, sheet: Sheet) -> bool:
    """Whether more marks stand near a mark than where somebody tells of one."""
    return sum([one.text[0] + one.text[-1] == "<>" for one in sheet.rows[max(0, row.place - TOP) : row.place + TOP]]) >= RESULTS


def mustache(row: Row, sheet: Sheet) -> float:
    """A template's hole that nothing filled, a comment of a page's code, a picture's mark, the end of an export's field: `/BODY`."""
    hole = (row.text[:2] == "{{" and row.text[-2:] == "}}") or (row.text[:4] == "<!--" and row.text[-3:] == "-->")
    hole = hole or (row.text[0] == "[" and row.text[-1] == "]" and SHORTCODE.fullmatch(row.text) is not None)
    hole = (
        hole
        or row.text.lstrip("•*- ").startswith("<iframe ")
        or (row.text[:2] == "![" and "](" in row.text and row.text[-1] == ")")
    )
    if row.text[0] == "<" and row.text[-1] == ">" and MARKED_UP.fullmatch(row.text) and _is_of_data(row, sheet):
        return 7.5
    return 5.0 if hole or CLOSING_LABEL.fullmatch(row.text) else 0.0
