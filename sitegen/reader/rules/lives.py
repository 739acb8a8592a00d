"""Rules for who the author is, told above the story or under it."""

# ruff: noqa: PLR2004 - the figures in rules are their evidence and its limits; names would hide them

import re
from unicodedata import normalize

from sitegen.reader import byline, letters, trades
from sitegen.reader.rows import Row, opening_of, plain_signs
from sitegen.reader.seen import has_one
from sitegen.reader.sheet import Author, Sheet, key_of
from sitegen.reader.surroundings import PROSE, TRADE, bag_of
from sitegen.reader.words import first_names, places

BIO_LEAN = -3.0
TELLING = frozenset({"said", "says", "told", "said,", "said."})
TELLING_VERBS = (" is ", " are ", " was ", " covers ", " writes ", " reports ")
BIOGRAPHY = re.compile(
    r"\b(?:is|are|was) (?:an?|the|our) (?:[\w'’-]+,? ){0,5}(?:editor|writer|reporter|correspondent|columnist"
    r"|journalist|producer|contributor|fellow|professor|author|critic|photographer|novelist|historian|engineer"
    r"|staff|founder|director)s?\b"
    r"|^[\w.'’-]+ [\w.'’-]+ (?:covers|writes (?:about|for|on)|reports (?:on|from|for))\b",
    re.IGNORECASE,
)
NEAR_NAME, START, HOUSE = 4, 110, 60  # rows; characters in which the author is named
# What goes on behind a name as a life does: ` (she/her) is`, `, CPA, has`, `’s work`.
LIVES = re.compile(
    r"(?: \([^()]{2,20}\))?(?:, [A-Z][A-Za-z.]{1,8},?)?(?:['’]s (?:work|writing|reporting|stories|latest|most recent|new)\b"
    r"|,? (?:is|was|has|have|covers|covered|writes|wrote|reports|reported|joined|works|worked|lives|hails|began|started|spent|specializes"
    r"|specialises|holds|earned|graduated|grew up|loves|enjoys|currently|previously|also|can be|who)\b)"
)
# What he is, by name: `Laura is a science writer`.
CALLED = re.compile(
    r" is (?:an?|the|our) (?:[\w'’&-]+,? ){0,6}(?:editor|writer|reporter|correspondent|columnist|journalist|producer|contributor|critic"
    r"|photographer|specialist)s?\b"
)
WRITES = TRADE | {"reported", "reporting", "covered", "journalism"}
_NAME = r"[A-Z][a-z’'-]+(?: [A-Z]\.)?(?: [A-Z][A-Za-z’'-]+){1,2}"
CLOSING = re.compile(
    rf"[—–*_ -]{{0,3}}(?:(?:Dr|Prof|Rev|Mr|Mrs|Ms)\. )?(?P<one>{_NAME})(?: and (?P<other>{_NAME}))?(?:,? (?:of|from) [A-Z][\w ]{{2,24}},?"
    rf"|, [^,]{{3,60}},)?"
    r" (?:(?:is|are) (?:an?|the|our|president|director|executive|editor|chair\w*|professors?|former|retired|senior|managing|chief|mayor|founder"
    r"|co-founder|author)\b|(?:lives|teaches|writes|works as|serves (?:as|on)|represents|chairs|directs|practi[cs]es) )(?!.* sa(?:id|ys)\b)"
)
# `Iva Voss covers courts and councils.`, `Hal Brand is a reporter at the Courier.`, `Iva Voss's column runs Sundays.`
JOURNALIST = re.compile(
    rf"[—–*_•( -]{{0,3}}(?P<one>{_NAME})(?: and (?P<other>{_NAME}))?(?:['’]s (?:column|work) (?:runs|appears)\b"
    r"|,? (?:(?:is|are) (?:an?|the|our) (?:[\w'’-]+ ){0,5}(?:reporter|writer|editor|columnist|correspondent|journalist|intern)s?"
    r" (?:at|for|with|in|of|based|who|covering)\b"
    r"|(?:is|are) the authors? of\b.{3,120} (?:[Hh]is|[Hh]er|[Tt]heir) (?:last|latest|previous|most recent)"
    r" (?:article|story|piece|essay)s? (?:for|in) "
    r"|covers? (?!the |an? |all |most |more )(?=(?:[a-z'’-]+,? ){0,5}(?:for |at |[a-z'’-]+\.))"
    r"|reports? (?:on|from|for) |writes? (?:about|for|on) ))(?!.* sa(?:id|ys)\b)"
)
# What he holds, and not what he tells of others.
OWN, WANTED = re.compile(r"(?<![“\"\w])(?:I|[Ww]e|[Oo]ur|us|my)\b(?![’'])"), re.compile(r"\b(?:should|ought)\b")
OPINIONS = frozenset(
    {
        "opinion",
        "opinions",
        "commentary",
        "guest commentary",
        "guest column",
        "viewpoint",
        "viewpoints",
        "op-ed",
        "guest opinion",
        "perspective",
    }
)
HEADED, FEWEST_WANTED = 6, 2  # rows
REACHED = ("can be reached ", "can be contacted ", "may be reached ", "reach him at", "reach her at", "reach them at")
NOW, WORDS = 20, frozenset("april may june august will grace hope faith joy mark bill art rose dawn summer autumn".split())
NEVER = 1 << 30  # a place that no row has
BOXES = frozenset({"about the author", "about the writer", "about the journalist"})
SIGNED_ROWS, SIGNED_FAR, SIGNATURE_WORDS, DASHES, SIGNING = 3, 24, 7, "-–—~", frozenset({"by", "written", "reporter"})
LONGEST_NAME, FEWEST = 4, 8  # words of a name; of what tells of the author
# `Hal Brand: 515-555-0161 or hbrand@courier.example`, and what he covers
CONTACTED = re.compile(
    r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,2}: (?:\(?\d{3}\)?[ .-]\d{3}-\d{4}(?:,| or|;) [\w.+-]+@|[\w.+-]+@[\w-]+\.[\w.]+)"
)
# `Armel-based correspondent covering courts and ferries. Previously …`, below a name that stands elsewhere
POSTED_THERE = re.compile(
    r"(?:[A-Z][\w.'’ ]{1,30}-based|Award-winning|Freelance|Senior|Investigative|Veteran) (?:[a-z-]+ ){0,3}"
    r"(?:correspondent|reporter|journalist|editor|writer|columnist) (?:covering|focus(?:ed|ing) on|writing about|reporting on|based in)\b"
)
SEASONED = frozenset({"award-winning", "freelance", "senior", "investigative", "veteran"})
# `(This article was written by Hal Brand and Iva Voss.)`
LONGEST_WRITTEN, WRITTEN = 16, re.compile(r"\(?This (?:article|story|report) was (?:written|compiled|reported) by [A-Z]")
LED = re.compile(r"(?:Author|Since|Before|After|An?|The|As|Prior|When|In) ")  # `Since joining the Courier, Hal has …`


def is_low(row: Row, sheet: Sheet) -> bool:
    """Whether a line stands near the text's end."""
    return len(sheet.rows) - row.place <= 12 + len(sheet.rows) // 3


ABOUT_WORDS = 5
CHECKING, BESIDE_CHECKER = frozenset(label.split()[0] for label in trades.CHECKS), 4  # first words; rows


def biography(row: Row, sheet: Sheet) -> float:
    """Who the author is, under the story."""
    start = row.text[:160]
    may_tell = "@" in start or "-based " in start or row.opening in SEASONED  # few lines
    if may_tell and row.place >= 3 and (_is_contact(start) or _is_posted_there(row)) and is_low(row, sheet):
        return 7.0
    if not (4 <= row.words <= 90 and row.place >= 3 and start[0].isupper() and has_one(start, TELLING_VERBS)):
        return 0.0  # most lines
    if not (is_low(row, sheet) or row.place >= sheet.like.end):
        return 0.0
    house = row.key[:HOUSE]
    known = any([one.name.casefold() in house for one in sheet.authors if one.sure or one.place < row.place])  # noqa: C419 - faster
    lean = sheet.like.leans.get(row.place)
    if not (known or (lean is not None and lean.furniture >= BIO_LEAN)) or not BIOGRAPHY.search(start):
        return 0.0
    if known or lean is None:
        return 5.0
    words = row.key.split()
    return 7.0 if TELLING.isdisjoint(words) and len(TRADE.intersection(words)) > 1 else 1.5


def _is_contact(start: str) -> bool:
    return ": " in start[:40] and CONTACTED.match(start) is not None


def _is_posted_there(row: Row) -> bool:
    """Whether a line tells of a reporter without his name."""
    return POSTED_THERE.match(row.text) is not None and TELLING.isdisjoint(row.key.split())


def author_told_of(row: Row, sheet: Sheet) -> float:
    """What begins with the author's name and goes on as a life does: nobody writes so of himself within his story."""
    if row.text[0] == "*" and is_low(row, sheet):  # `* Brand is a writer`, in an opinion
        text = row.text.lstrip("* ")
        surnames = [one.name.rpartition(" ")[2] for one in _named(row, sheet)]
        return 8.5 if any(text.startswith(name) and LIVES.match(text, len(name)) for name in surnames) else 0.0
    if _is_below_name(row, sheet) or (
        row.caps and row.key.startswith(tuple(f"{one.name.casefold()} is " for one in _named(row, sheet)))
    ):
        return 8.5
    named = [one for one in _named(row, sheet) if row.text.startswith(one.name[:1])] if row.place >= 3 else []
    return 8.5 if any(_tells_of(one, row, sheet) for one in named) else 0.0


def checkers(rows: list[Row]) -> set[str]:
    """The first words of the names of those who looked at what the author wrote, in small letters."""
    checked = [row for row in rows if row.opening in CHECKING and row.key.startswith(trades.CHECKS)]
    return {opening_of(plain_signs(_checker(row, rows).casefold())) for row in checked if row.place + 1 < len(rows)}


def _checker(row: Row, rows: list[Row]) -> str:
    """Whom a line, `Fact checked by Hal Brand`, or the line below it, names."""
    return row.text.partition(" by ")[2] or rows[row.place + 1].text


def checked_by(row: Row, _: Sheet) -> float:
    """`Recipe tested by Hal Brand`, which no dek is."""
    return 6.5 if row.opening in CHECKING and not row.stop and row.key.startswith(trades.CHECKS) else 0.0


def checker_told_of(row: Row, sheet: Sheet) -> float:
    """Who checked the facts, or tested the recipe, below his name."""
    above = sheet.rows[max(0, row.place - BESIDE_CHECKER) : row.place]
    named = [_checker(one, sheet.rows) for one in above if one.opening in CHECKING and one.key.startswith(trades.CHECKS)]
    return 8.5 if any(row.text.startswith(name) and LIVES.match(row.text, len(name)) for name in named) else 0.0


def _is_below_name(row: Row, sheet: Sheet) -> bool:
    """Whether `About Iva Voss` stands above a paragraph that tells who she is."""
    above = sheet.rows[row.place - 1] if row.place else row
    if above.opening != "about" or above.words > ABOUT_WORDS or above.stop or not (row.stop and is_low(row, sheet)):
        return False
    named = above.text.partition(" ")[2]
    if any(named == one.name for one in sheet.authors):
        return True
    return named[:1].isupper() and named in row.text[:160] and BIOGRAPHY.search(row.text[:160]) is not None


def _tells_of(author: Author, row: Row, sheet: Sheet) -> bool:
    """Whether a line begins with an author's name, or with his given name alone, and tells of his life."""
    text, given = row.text, author.name.split(" ", 1)[0]
    if not text.startswith(given):
        return False
    whole = text.startswith(author.name)
    end = len(author.name) if whole else len(given)
    if text[end : end + 1].isalnum():
        return False
    if row.place - author.place <= NEAR_NAME and CALLED.match(text, end):
        return True
    if not LIVES.match(text, end) or not (author.sure or (_is_of_trade(row) and (whole or author.place))):
        return False  # the life of somebody who has died begins so too
    lede = (
        row.place <= (*sheet.told, 0)[0] and " is " not in text[end : end + NOW]
    )  # at the head of a review, of the book's author
    if (lede or (not whole and (given in places() or given.casefold() in WORDS))) and not _is_of_trade(row):
        return False  # `Georgia has taken its case …`
    return whole or (is_low(row, sheet) and not _is_in_story(given, author.name, row, sheet))


def author_named(row: Row, sheet: Sheet) -> float:
    """Who the author is, with his name further on, or on a line of its own above: `Courier sportswriter Hal Brand has …`."""
    if (
        row.place < 4 or row.words < FEWEST or row.text[0] in '"“' or row.key.startswith("our ")
    ):  # `Our reporter Hal Brand has …`
        return 0.0
    start, above = f" {row.text[:START]}", sheet.rows[row.place - 1]
    authors = [one for one in _named(row, sheet) if one.name.split(" ", 1)[0] in start or one.name == above.text]
    if any(_is_named(author, row, sheet) for author in authors):
        return 8.0
    # below one that tells of the author: `Since then, Hal has …`
    goes_on = any(f" {author.name.split(' ', 1)[0]} " in start for author in authors) and author_told_of(above, sheet) > 0
    return 8.0 if goes_on else 0.0


def _is_named(author: Author, row: Row, sheet: Sheet) -> bool:
    """Whether a line tells of an author under his name, after what he was or is, or after his job."""
    if author.place < row.place - 2 and (_is_under_name(author.name, row, sheet) or _is_led(author.name, row, sheet)):
        return True
    before, _, behind = row.text[:START].partition(f" {author.name}")
    return bool(behind) and LIVES.match(behind) is not None and trades.ends_in_job(before)


def _is_under_name(name: str, row: Row, sheet: Sheet) -> bool:
    """Whether the author's name stands once more on the line above."""
    above = sheet.rows[row.place - 1]
    return above.text == name and _is_of_trade(row) and is_low(row, sheet)


def name_over_life(row: Row, sheet: Sheet) -> float:
    """The author's name once more, over a line that tells of him."""
    if row.words > LONGEST_NAME or row.place + 1 >= len(sheet.rows) or not is_low(row, sheet):
        return 0.0
    if all(author.name != row.text for author in _named(row, sheet)):
        return 0.0
    below, *beyond = sheet.rows[row.place + 1 : row.place + 3]
    below = beyond[0] if beyond and below.words <= LONGEST_NAME and trades.ends_in_job(below.text) else below
    return 7.0 if below.words >= FEWEST and (author_told_of(below, sheet) or author_named(below, sheet)) else 0.0


def post_over_life(row: Row, sheet: Sheet) -> float:
    """The author's post between his name and the line that tells of him."""
    if row.stop or not row.place or not 1 < row.words <= LONGEST_NAME or not trades.ends_in_job(row.text):
        return 0.0
    return 6.0 if name_over_life(sheet.rows[row.place - 1], sheet) else 0.0


def is_boxed(row: Row, sheet: Sheet) -> bool:
    """Whether a line under `About the author` is a name: some sites have it nowhere else."""
    if not row.place or row.words > LONGEST_NAME or key_of(sheet.rows[row.place - 1]) not in BOXES:
        return False
    head = byline.parse(row.text)
    return len(head.names) == 1 and head.sure >= 1


FOR_AGENCY = (", The Canadian Press", ", The Associated Press", ", Local Journalism Initiative Reporter")


def is_signature(row: Row, sheet: Sheet) -> bool:
    """`– Hal Brand`, `HAL BRAND`, `Written by Hal Brand`, maybe with the day, right under the last paragraph."""
    if row.words <= LONGEST_WRITTEN and WRITTEN.match(row.text):
        return bool(byline.parse(row.text).names)
    if row.words <= SIGNATURE_WORDS and (row.text.endswith(FOR_AGENCY) or _ends_letter(row, sheet)):
        return len(byline.parse(row.text).names) == 1
    if (
        row.place < NEAR_NAME
        or row.words > SIGNATURE_WORDS
        or not (row.text[0] in DASHES or row.caps or row.opening in SIGNING or _is_with_town(row))
    ):
        return False
    above, below = sheet.rows[row.place - 1], sheet.rows[row.place + 1 :]
    told = any([one.words >= PROSE and one.stop for one in below])  # noqa: C419 - faster
    if told or not above.stop or above.words < (FEWEST if row.caps else PROSE):
        return False
    if len(below) >= SIGNED_ROWS and row.text[0] not in DASHES:
        return False
    head = byline.parse(row.text)
    return len(head.names) == 1 and head.sure >= 1 and head.names[0].partition(" ")[0].casefold() in first_names()


def _ends_letter(row: Row, sheet: Sheet) -> bool:
    """Whether a line ends a letter to the editor, apart from its last paragraph."""
    above, below = sheet.rows[row.place - 1], sheet.rows[row.place + 1 :]
    if not row.gap or row.stop or not (above.stop and above.words >= PROSE) or not letters.is_greeted(sheet.rows):
        return False
    return len(below) < SIGNED_ROWS and all(one.words < PROSE for one in below)


def _is_with_town(row: Row) -> bool:
    """`Hal Brand, Armidale`: as readers sign their letters."""
    name, _, town = row.text.partition(", ")
    return town in places() and row.titled == 1.0 and 1 < name.count(" ") + 1 <= LONGEST_NAME


def closing_life(row: Row, sheet: Sheet) -> float:
    """`Hal Brand, a retired engineer, lives in Port Hale.`: who wrote an opinion, where nothing else says it."""
    return 8.0 if closing_authors(row, sheet) else 0.0


def closing_authors(row: Row, sheet: Sheet) -> tuple[str, ...]:
    """Whom the last paragraph of an opinion tells of, or one that says who reports or whose column it was, and nothing above it."""
    second = row.text[row.text.find(" ") + 1 :][:1]  # a name's second word begins with a capital, or a sign stands first
    if not row.stop or row.place < NEAR_NAME or (second.islower() and row.text[0].isalpha()):
        return ()  # most lines
    sure = JOURNALIST.match(row.text) if is_low(row, sheet) else None
    match = sure or CLOSING.match(row.text)
    if match is None:
        return ()
    names = tuple(filter(None, (match["one"], match["other"])))
    if sheet.authors:  # one may stand above as who made the picture
        return names if sure and all(author.name in names for author in sheet.authors) else ()
    above, below = sheet.rows[: row.place], sheet.rows[row.place + 1 :]
    if not sure and any([one.words >= PROSE and one.stop for one in below]):  # noqa: C419 - faster
        return ()
    given = all(name.partition(" ")[0].casefold() in first_names() for name in names)
    told = [one.text for one in above if "@" not in one.text]  # how to reach him may stand there
    met = any([name.rpartition(" ")[2] in text for name in names for text in told])  # noqa: C419 - faster
    return names if given and not met and (sure or _is_opinion(above)) else ()


def _is_opinion(rows: list[Row]) -> bool:
    """Whether somebody says what he holds: by a heading, in the first person, or by what should be."""
    told = " ".join([row.text for row in rows if row.words >= PROSE])
    headed = any(row.key.strip(" :|") in OPINIONS for row in rows[:HEADED])
    return headed or len(OWN.findall(told)) > 1 or len(WANTED.findall(told)) > FEWEST_WANTED


def _is_led(name: str, row: Row, sheet: Sheet) -> bool:
    """`Since joining the Courier, Hal has …`, `A prize-winning journalist, Hal has …`."""
    given = name.split(" ", 1)[0]
    before, found, behind = row.text[:START].partition(f", {name}")
    if not found:
        before, _, behind = row.text[:START].partition(f", {given}")
    led = behind and LED.match(before) and LIVES.match(behind) and _is_of_trade(row)
    return bool(led) and not _is_in_story(given, name, row, sheet)


def _named(row: Row, sheet: Sheet) -> list[Author]:
    """The authors named above a line."""
    return [author for author in sheet.authors if author.place < row.place]


def _is_of_trade(row: Row) -> bool:
    """Whether a line has words of those who write, or says how to reach somebody."""
    return not WRITES.isdisjoint(bag_of(row)) or has_one(row.key, REACHED)


def _is_in_story(given: str, name: str, row: Row, sheet: Sheet) -> bool:
    """Whether the story calls somebody so above a line: then it may be told of him."""
    if name not in sheet.called:
        sheet.called[name] = next(
            (one.place for one in sheet.rows if one.words >= PROSE and _calls(one.text, given, name)), NEVER
        )
    return sheet.called[name] < row.place


def _calls(text: str, given: str, name: str) -> bool:
    return given in text and name not in text and f" {given}" in f" {text}"


ASCII_ONLY, LONG_SURNAME = re.compile(r"[^a-z-]"), 3  # what an address leaves out of a name; letters


def signed_again(row: Row, sheet: Sheet) -> float:
    """`Hank Tolland, The Canadian Press` once more, under the story."""
    if row.words > 8 or row.place < sheet.head_end or row.key not in [one.key for one in sheet.rows[: sheet.head_end]]:
        return 0.0
    above = [place for place, head in sheet.heads.items() if head.agency and head.names and place < sheet.head_end]
    return 7.0 if any(sheet.rows[place].key == row.key for place in above) else 0.0


def own_address(row: Row, sheet: Sheet) -> float:
    """`nell.harbin@courier.example` alone below the story, of somebody who is named as its author."""
    name, at, _ = row.key.partition("@")
    if not at or row.words > 1 or not sheet.told or row.place < sheet.told[-1]:
        return 0.0
    surnames = [ASCII_ONLY.sub("", normalize("NFD", author.name.casefold().rpartition(" ")[2])) for author in sheet.authors]
    return 7.5 if any(len(surname) >= LONG_SURNAME and surname in name for surname in surnames) else 0.0
