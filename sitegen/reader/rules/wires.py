"""Rules for what agencies and offices set around the news that they send out: slugs, stamps, words to editors, a release's tail."""

import re

from sitegen.reader import agencies, dateline, dates, exports
from sitegen.reader.rows import Row
from sitegen.reader.rules.takes import TAKE_ROWS
from sitegen.reader.sheet import Sheet
from sitegen.reader.surroundings import PROSE

TOP = 12  # rows
SLUG_ROWS = 4  # from the top: the wire's own numbers stand above
SLUG_WORDS = 8
# `BC-MARLE-STRIKE 1STLD`, for papers of the morning, of the afternoon, or both; and which version it is.
WIRE_SLUG = re.compile(r"(?:^|[\s^])(?:BC|AM|PM)-+[A-Z]|[A-Z]{2,}-[A-Z]+ (?:\d(?:ST|ND|RD|TH) ?|FIRST |SECOND |THIRD )LE?A?D\b")
NUMBERED_SLUG = re.compile(r"[a-z]\d{4} (?:[a-z] ){1,3}(?:BC|AM|PM)-")  # `a0614 r n BC-NE--ElevatorFire …`
SMALL_WORD = re.compile(r"[a-z]{2}")
RELEASE = frozenset(
    {"for immediate release", "for immediate use", "for release", "news release", "press release", "media release"}
)
RELEASE_ROWS, RELEASE_TOP, RELEASE_STORY, RELEASE_TAIL = 8, 14, 6, 24  # rows
HANDLED = re.compile(r"[a-z]{2,4}(?:[/,] ?[a-z]{2,4}){1,4} \([^()]{2,60}\)")  # `rm/msh (AFP, dpa)`
PHONE = re.compile(r"\d{3}\)?[ .-]\d{3}-\d{4}\b|\d{3}-\d{4}, @\w+$")  # of the United States
ASKING_ROWS, ASKING_WORDS = 20, 16
TO_CONTACT = ("to contact the reporter", "to contact the editor", "to contact the writer")
CODES = re.compile(
    r"\((?:PROFILE|(?:[A-Z]{2} )?[A-Z]{2,4}:[^()]{1,80};[^()]{0,40}\)?)"
)  # `(WS SL:BC-Ferries, 1st Ld; CT:n;`, `(REG:MARL;)`
TRIM = re.compile(
    r"\((?:(?i:for use by) (?:[^()]* )?(?i:clients|subscribers|members|newspapers)\b[^()]*"
    r"|(?:EDITORS: )?(?:(?:BEGIN|END) (?:[A-Z]+ )?(?:TRIM|MATERIAL|ADD|CUT)|STORY (?:CAN|MAY) END)\b[A-Z ]*|OPTIONAL [A-Z ]+)\)"
    r"|\[(?![^\]]*\b(?:BY|MORE|READ|SEE|FROM|WATCH|THE|OF|ON|IN|TO|AND)\b)[A-Z]{2,6}(?: [A-Z]{2,6}){3,}\](?: [a-z]{2,3}){0,3}"
    r"|\((?:Schluss|Forts)\.?\)(?: [a-z/]{2,9})?"
)  # `(BEGIN OPTIONAL TRIM)`
# `Irish economic diary ....[IE/DIARY]`, `[TAGINFO]`: where a screen has more
ON_SCREEN = re.compile(
    r"[^.\[\]]{3,60}\.{2,}\s?\[[A-Z0-9][A-Z0-9/ .-]*\](?: \[[A-Z0-9/ .-]+\])*|\[(?:TAGINFO|[A-Z]{2}/[A-Z]+|ID:\w+)\]"
)
NEWSROOM = re.compile(
    r"-{1,2} ?[A-Z][\w ]{2,30} (?i:newsroom|bureau|desk)[,:]? ?[+\d][\d ()-]{5,20}"
)  # `-- Port Hale newsroom +225 21 12 22`
PICTURES_SENT = re.compile(
    r"= ?\((?:(?:FILE|ARCHIVE) )?(?:PICTURE|PHOTO|GRAPHIC|VIDEO)S?\b[^()]*\) ?=|\(Photo: [A-Z]{2}\d{3,5}[^()]*\)"
)
TOOK_UP = re.compile(r"\(?PICK ?UP \d[A-Z]{2} (?:GRAF|PARA|PGH)\b.*")
ASKED = (
    "/ATTN.",
    "ATTENTION - ",
    "ATTN - ",
    "URGENT ATTN - ",
    "URGENT ATTENTION - ",
    "(EDS: ",
    "(EDS.: ",
    "(ATTN: ",
    "(ATTENTION: ",
)
REVISING = frozenset(f"{verb}{end}" for verb in ("correct", "recast", "add", "repeat", "amend") for end in ("ing", "s"))
TO_EDITORS = (
    "attention",
    "attn",
    "urgent",
    "page",
    "substitute",
    "substituting",
    "sub",
    "subs",
    *("note", "with", "substitutes", "updates", "recasts", "trims", "refiles"),
    *REVISING,
)  # the first words of lines for them
# `CORRECTING: spelling of Ouattara in fourth para`, `Page 1 – Substitute: mending age in par three`
REVISED = re.compile(
    rf"(?:{'|'.join(sorted(REVISING)).upper()}):? [a-z][^.]{{3,80}}|(?:Page \d ?[–—-] ?)?(?:Substitut(?:e|ing)|Subs?|Correct(?:ion|ing)):"
    r" [a-z]+ing [^.]{3,100}"
    r"|\**(?:With pictures?\. )?(?:Substitutes|Adds|Updates|Recasts|Corrects|Repeats|Trims|Refiles) [^.]{0,60}\b(?:par(?:a|agraph)?s?|lead|snap"
    r"|earlier story|throughout) ?[^.]{0,30}\.?\**"
)
PRIORITIES = frozenset({"urgent", "flash", "bulletin", "priority", "rush"})
TELEX_ROWS = 4  # below `ZCZC`
PICTURED = re.compile(
    r"(?:With |Eds: )?(?:[A-Z]{2,4} )?(?:Photos?|PHOTOS?|Graphics?|GRAPHICS?)(?: available)?:? [A-Z]{2,4}\d{2,4}\b.{0,80}"
)  # `AP Photos NY101-104`
TYPED = re.compile(
    r"(?:[a-z] ){1,4}(?:[a-z]{3} )?(?:[a-z]{2}|BC|AM|PM)-{1,2}\w[\w-]*\b.*"
)  # `u r n bc-ferries 2ndld-writethru 03-11 0431`
# `PM-Mayor-Ferries, URGENT`, `BC-Ferry-Strike,0295`
# `Norway/Animals/`, `1ST LEAD -- NIGHT`, `R W` below the number
FILED_UNDER = re.compile(r"(?:[A-Z][\w ]+/){2,5}|\d(?:ST|ND|RD|TH) LEAD(?: ?-[A-Z -]*)?|[A-Z](?: [A-Z])+")
CYCLED = re.compile(r"(?:BC|AM|PM)-{1,2}[A-Z][\w.'’&]*(?:-{1,2}[\w.'’&]+)*(?:, ?[\w .,-]{1,30})?")
SYNDICATED = re.compile(r"[A-Z][A-Z-]{3,30}:[A-Z]{2,3} _ ")  # `FERRY-BRIDGE:MC _ Island may get a bridge`
SLUG_NEAR, PART_ENDS = 3, frozenset({"ends", "end", "more", "mf", "mfl"})  # rows from an end down to the slug of what follows
STORY_ROWS = 40  # above a tail, in which the story is seen
SENT_OUT = re.compile(
    r"\((?:business wire|globe newswire|globenewswire|marketwired|marketwire|newsfile corp\.?|cnw)\)|/prnewswire|/cnw"
)
OFFICE_HEADING = re.compile(
    r"notes? (?:to|for) editors:?$|(?:media |press |investor )?contacts?(?: information)?:?$|for (?:more|further) information:?$"
)
TAIL_HEADING = re.compile(
    rf"about (?:the )?[\w.,&'’ -]{{3,60}}|forward[- ]looking statements?:?|safe harbor statement:?|{OFFICE_HEADING.pattern}"
)
TAIL_BEGUN = re.compile(r"[/%(]?(?:for (?:more|further) information: |sedar: )")  # `/For further information: Hal Brand …`
# `dpa0417 4 oth 372 dpa 1187`, `eco 11 0187`, `HR-FERRIES-Social issues`
SENT_AS = re.compile(
    r"(?:[a-z]{2,4}(?:-[A-Z]{2,4}){1,2} )?[a-z]{2,4}\d{3,4} \d [a-z]{2,4} \d{1,4} +[a-z]{2,4}(?:-[a-z]{1,4})? \d{1,4}"
    r"|[A-Z]{2,4} ?\d{3,4} \d [A-Z]{2,4} \d{3,4}\b.{0,60}"
    r"|[a-z]{2,4} \d{1,3} \d{3,4}|[A-Z]{2}-[A-Z]{4,}(?:-[A-Z][a-z]+(?: [a-z]+)?)?"
)
SENT_WITHIN = re.compile(r" [A-Z]{2,4}\d{4} \d [A-Z]{2,4} \d{3,4} \(")  # `NORLAND NEWS SERVICE   RTR0712 3 OVR 402 (AFA OIL)`
WIRE_NUMBER = re.compile(r"[a-z]\d{4}|[A-Z]\d{2,3}[A-Z]{2}|\d{2,4} words")  # `a0612`, `A47CX`, `350 words`
LASER = re.compile(
    r"(?:with |eds: )?(?:laser|wire)(?:photo|graphic)s?(?: [a-z]{2,4}\d{1,4}\b.{0,40})?"
)  # `With LaserPhoto NY14`
MEASURED_SLUG = re.compile(r"[A-Z][A-Z-]+ .{0,60}\(\d[\d,]* words\).{0,40}")  # `FISHERS-BISHOP Oct-12-2004 (430 words)`
WIRE_RIGHTS = re.compile(r"c\. ?(?:19|20)\d\d,? [A-Z]")  # `c. 2009 Marle News Service`
# `1 COURTS Lifeboat`, `HHH 2 SOCIAL Beavers`: the snap's number, the desk, the slug, as the Press Association sent them
DESK_SLUG = re.compile(
    r"(?:H{2,3} )?\d (?:ACCIDENT|CITY|COMMONS|COURTS?|CRIME|DEFENCE|EDUCATION|HEALTH|INDUSTRY|INQUEST|IRISH|LORDS|POLICE|POLITICS|ROYAL|"
    r"SCOTLAND|SHOWBIZ|SOCIAL|TRANSPORT|ULSTER|WALES|WEATHER)(?: [A-Z][\w'’-]+){1,3}"
)
TOLD = re.compile(r" [a-z]{2,}\b(?: \S+)*? [a-z]{3,}\b| (?:to|of|in|on|for|by|and|with) [a-z]| [a-z]{3,}s \d")
VERSIONED = re.compile(
    r".{3,60}, ?\d(?:st|nd|rd|th) (?:Ld|Lead|Add|Sub|Writethru)\b|.{2,60}\(\d{1,2} takes?\)$"
)  # `Ferry Strike, 1st Ld, a199`
EMBARGO = re.compile(
    r"(?:strictly |under )?embargo(?:ed)?(?: to| till| until| for|:) "
    r"|(?:adv )?for (?:release|use|publication)(?: on| at| in)? (?:\d|[ap]\.?ms?\b|(?:sun|mon|tues|wednes|thurs|fri|satur)day|morning|evening)"
)  # `For release SUNDAY, May 22, and thereafter`
EMBARGOED = re.compile(r"\(EMBARGO(?:ED)? (?:UNTIL|TILL|TO|FOR) ")  # `FERRY QLD (EMBARGOED UNTIL 0001 AEST)`
SLUG_LINE = re.compile(r"^[a-z]{1,3}-[\w-]+(?:\s{1,4}[\w-]+){0,6}$", re.IGNORECASE)
AGENCY_SLUG = re.compile(r"^[A-Z]{2}--?[A-Z][\w.&'’ -]{1,40}(?:,[\w.&'’ -]{1,40}){1,4}<?$")
HANDLERS_ROWS, LAST, FEWEST_ROWS, HAND = 12, 2, 4, 3  # rows at the end; rows above a last line of initials; letters of them
CLOSING_ROWS, HAND_WORDS, HAND_OR_HOUR = 6, 9, re.compile(r"[a-z\d/*.-]{1,9}")  # rows at the end; words
HANDLERS = re.compile(
    r"[a-z]{2,4}(?:[-/.][a-z]{2,4}){1,4}(?:/\d{2,4})?\.?|[A-Z]{2,4}(?:/[A-Z]{2,4}){1,3}\.?|[A-Z]{2,5}(?:/[a-z]{2,3}){1,4}(?:/\d{2,4})?"
)
# `ZCZC UBX0118 4 W 30NOV09`, `PRIORITY 3 - 25/03/2022 11h18 GMT - 412 words`
TELEX = re.compile(r"ZCZC\b|(?:PRIORITY|URGENCY):? \d\b")
# `NSK`, `AZ NHA MIS`, `jh ap`, `el/ am/`: initials and nothing else
INITIALS = re.compile(r"[A-Z]{2,3}(?: [A-Z]{2,3}){0,4}|[a-z]{2,3}/?(?: [a-z]{2,3}/?){1,3}")
# `(END) Dow Jones Newswires`, `ENDITEM/J`
# or `adv for 6:30 p.m. edt`
ENDED = re.compile(
    r"(?:End Adv|adv) for .{3,40}|End News / [A-Z]{2,6}(?: / News Code \d{4,8})?"
    r"|\(?(?:END|ENDS|ENDITEM)\)?(?:/[A-Z]{1,3}| \[\w+\]| [A-Z][\w.]+(?: [A-Z]\w+){0,3})"
    r"|\([A-Z][\w. -]{2,30} (?i:newsroom|bureau)[;,:]?(?: [^()]{5,80})?\)|fax \+\d[\d ()-]{6,20}[;,].{5,80}\)\)"
)
# `-- MARLENEWS`, `2322**1771`
DASHED = re.compile(
    r"[=–—-]{1,3} ?[A-Z]{3,10}(?: [A-Z]{3,10})?|\d{4}\*\*\d{4}|[A-Z]{3,5}(?: [A-Z]{2,4})?(?: [a-z]{2,3}){2,4}(?: \d\d/\d\d/\d\d.{0,10})?"
    r"|-0- [A-Z]{3,5} [A-Z/]{2,9} \d\d[A-Z][a-z]{2}\d\d.{0,12}|[A-Z]{2,4}-[A-Z]{2}-\d\d-\d\d \d{4}[A-Z]{3}"
    r"|[- ]{3,5}\d\d \d\d [AP]M [ECMP][SD]T \d\d-\d\d-\d\d|[A-Z]{2}\d{3,4}[AP][ECMP][SD](?: [A-Z]{3} \d{1,2})?"
)
# `MP mtr/jcd`, `MPA/mk/1415 GMT` under the story
SIGNED_OFF = re.compile(r"[A-Z]{2,5}[ /][a-z]{2,4}(?:[/-][a-z]{2,4})*(?:[/ ]\d{3,4} ?GMT)?|[A-Z]{2,4} \d{4} GMT")
SOURCED = re.compile(r"Source: [\w ]+/[a-z]{2}(?:\([a-z]{2}\))?|Origin: [\w ]+/[A-Z][A-Z -]+/")


def is_over_release(row: Row, sheet: Sheet) -> bool:
    """Whether a line is or stands above the words with which an office sends out its news: its own name, no headline."""
    if row.key in RELEASE:
        return True
    for other in sheet.rows[row.place + 1 : row.place + 1 + RELEASE_ROWS] if row.place < TOP else ():
        if other.key in RELEASE:
            return True
        if other.words >= PROSE:
            return False
    return False


# `37 Observatory Circle, N.W.`, in an office's letterhead
POSTAL = re.compile(
    r"\d{1,5} (?:[A-Z][\w.]+ ){1,4}(?:Street|St|Avenue|Ave|Road|Rd|Circle|Square|Drive|Lane|Boulevard|Blvd|Place|Court|Parkway)\b"
    r"\.?(?:,? (?:[NS][EW]|[NS]\.[EW]\.|Suite \w+|Room \w+|Floor \w+))?"
)


def letterhead(row: Row, sheet: Sheet) -> float:
    """An office's address above the words with which it sends out its news."""
    return 5.0 if row.text[0].isdigit() and POSTAL.fullmatch(row.text) and is_over_release(row, sheet) else 0.0


def is_release(rows: list[Row]) -> bool:
    """Whether an office sent the text out: by its heading, or by the wire that it came over."""
    keys = [row.key for row in rows[:RELEASE_TOP]]
    return not RELEASE.isdisjoint(keys) or any(SENT_OUT.search(key[:120]) for key in keys if "(" in key or "/" in key)


def release_tail(row: Row, sheet: Sheet) -> float:
    """`Notes to editors:`, `Contacts` under a release, and what stands below them. What it says of the office itself is told."""
    above = sheet.rows[max(RELEASE_STORY, row.place - RELEASE_TAIL) : row.place + 1]
    last = next(
        (one for one in reversed(above) if one.gap and (TAIL_HEADING.fullmatch(one.key) or TAIL_BEGUN.match(one.key))), row
    )
    if not (OFFICE_HEADING.match(last.key) or TAIL_BEGUN.match(last.key)) or not is_release(sheet.rows):
        return 0.0
    if (head := sheet.heads.get(row.place)) is not None and head.posted and row.place != last.place:  # when it was sent
        return 0.0
    told = sum(one.words >= PROSE and one.stop for one in sheet.rows[max(0, last.place - STORY_ROWS) : last.place])
    return 8.0 if told > 1 else 0.0  # else whom to ask stands above the story


def slug_line(row: Row, sheet: Sheet) -> float:
    """A wire's slug line on top."""
    if row.place < TOP and (_is_wires_own(row.text) or ("photo" in row.key and LASER.fullmatch(row.key))):
        return 9.0
    if row.place >= SLUG_ROWS:
        return 0.0
    telexed = sheet.rows[0].opening == "zczc" and row.caps and row.words <= TELEX_ROWS
    short = row.words <= SLUG_WORDS and not SMALL_WORD.search(row.text) and WIRE_SLUG.search(row.text) is not None
    short = short or (row.figure and VERSIONED.match(row.text) is not None) or _is_over_sent(row, sheet)
    short = short or (row.caps and SENT_WITHIN.search(row.text) is not None)
    short = short or (telexed and (row.figure or row.opening in PRIORITIES))
    if short or EMBARGO.match(row.key.lstrip("(")) or (row.caps and row.text[-1] == ")" and EMBARGOED.search(row.text)):
        return 9.0
    if (row.text[-1] == "/" and FILED_UNDER.fullmatch(row.text)) or (
        row.place <= (sheet.rows[0].opening == "zczc") and SENT_AS.fullmatch(row.text)
    ):
        return 7.0
    if not row.figure or TOLD.search(row.text):  # `US-China trade war, 18 months later`, `T-Mobile buys 40 stores`
        return 0.0
    return 7.0 if AGENCY_SLUG.match(row.text) else 4.0 if row.place == 0 and SLUG_LINE.match(row.text) else 0.0


def _is_over_sent(row: Row, sheet: Sheet) -> bool:
    """Whether two words or three stand over a paragraph in capitals with its dateline, where the slug is: `LAMP KEEPER`."""
    if not row.caps or row.place == 0 or row.words > SLUG_ROWS or WIRE_NUMBER.fullmatch(sheet.rows[0].text) is None:
        return False
    below = sheet.rows[row.place + 1] if row.place + 1 < len(sheet.rows) else row
    return below.caps and below.words >= PROSE and dateline.opens(below.text)


def _is_wires_own(text: str) -> bool:
    """The number, the length or the rights of a story, or its slug with the version: whether no headline can look so."""
    text = text.removeprefix("^")
    if text[1:2].islower():  # a word: none of them begins with one
        return False
    return (
        WIRE_NUMBER.fullmatch(text) is not None
        or SYNDICATED.match(text) is not None
        or TYPED.fullmatch(text) is not None
        or WIRE_RIGHTS.match(text) is not None
        or PICTURED.fullmatch(text) is not None
        or DESK_SLUG.fullmatch(text) is not None
        or NUMBERED_SLUG.match(text) is not None
        or MEASURED_SLUG.fullmatch(text) is not None
        or (text[2:3] == "-" and CYCLED.fullmatch(text) is not None and ("," in text or text.count("-") > 1))
        or TELEX.match(text) is not None
        or (text.isupper() and FILED_UNDER.fullmatch(text) is not None)
        or ("Writethru" in text and AGENCY_SLUG.match(text) is not None)
    )


def slug_again(row: Row, sheet: Sheet) -> float:
    """`POLITICS Lighthouses` close below an end amid an agency's story: the slug that stands on top, over the next page."""
    if row.stop or row.place < sheet.head_end or all(one.text != row.text for one in sheet.rows[:SLUG_ROWS]):
        return 0.0
    above = sheet.rows[row.place - SLUG_NEAR : row.place]
    return 7.0 if any(one.key.strip("-# ") in PART_ENDS for one in above) else 0.0


def _is_on_screen(row: Row, sheet: Sheet) -> bool:
    """Whether a line is what a screen has below a story: where more is, which newsroom it came from."""
    if row.text[-1] == "]":
        return ON_SCREEN.fullmatch(row.text) is not None
    return row.text[:2] == "--" and NEWSROOM.fullmatch(row.text) is not None and bool(sheet.told) and row.place > sheet.told[0]


def attention(row: Row, sheet: Sheet) -> float:
    """What an agency says to editors of what is new, `ATTENTION - ADDS quotes ///`; its codes."""
    asked = (
        row.text.startswith(ASKED)
        or (row.place < TOP and REVISED.fullmatch(row.text))
        or (row.place < ASKING_ROWS and row.opening == "note" and EMBARGO.match(row.key.partition(": ")[2].lstrip("(")))
        or "(Eds: " in row.text
        or TRIM.fullmatch(row.text)
        or _is_on_screen(row, sheet)
    )  # with the slug before it
    own = row.text[0] in "(=" and (CODES.fullmatch(row.text) or PICTURES_SENT.fullmatch(row.text))
    own = own or (row.caps and TOOK_UP.fullmatch(row.text))
    return 9.0 if asked or own or (row.place < TOP and row.text.endswith("///")) else 0.0


def sender(row: Row, sheet: Sheet) -> float:
    """Whom to ask, who sent the story out, whose hands it went through: `(515) 555-0161`, `SOURCE Marle Corp.`, `rm/msh (AFP, dpa)`."""
    left = len(sheet.rows) - row.place
    asked = row.text[:2] == "((" and "@" in row.text
    if asked or (row.text[-1] == ")" and HANDLED.fullmatch(row.text) and (left <= TOP or is_below_story(row, sheet))):
        return 9.0
    if "@" in row.text and any(one.key.startswith(TO_CONTACT) for one in sheet.rows[max(0, row.place - TAKE_ROWS) : row.place]):
        return 9.0
    if "@" in row.text and row.words < ASKING_WORDS and PHONE.search(row.text) and _is_last(row, sheet):
        return 6.0 if not row.stop or row.opening in {"e-mail", "email", "call", "contact"} else 0.0
    if row.text.startswith("SOURCE ") and row.words < TOP and left <= RELEASE_TAIL:
        return 7.0
    asking = row.place < ASKING_ROWS and row.words < ASKING_WORDS and not (row.stop or row.key.startswith("contact"))
    if not (asking and row.figure and PHONE.search(row.text)) or (sheet.told and sheet.told[0] < row.place):
        return 0.0  # within a story, it is what the story tells
    return 6.0


def _is_last(row: Row, sheet: Sheet) -> bool:
    """Whether the story stands above a line and nothing of it below."""
    below = sheet.rows[row.place + 1 : row.place + 1 + RELEASE_TAIL]
    return (
        len(below) < RELEASE_TAIL and is_below_story(row, sheet) and not any(one.words >= PROSE and one.stop for one in below)
    )


def is_below_story(row: Row, sheet: Sheet) -> bool:
    """Whether two paragraphs stand above a line."""
    return len(sheet.told) > 1 and sheet.told[1] < row.place


def hands(row: Row, sheet: Sheet) -> float:
    """Whose hands a story went through, under it: `hb/iv`, `AAP hb/iv`, `mfl`, `Source: AFP/ws(mi)`, `Origin: Marle/FERRIES/`."""
    if row.opening in {"source", "origin"} and SOURCED.fullmatch(row.text):
        return 9.0
    text, left = row.text.strip("-–— ()"), len(sheet.rows) - row.place
    sure = text.count("/") > 1 and HANDLERS.fullmatch(text) is not None and _is_under_paragraph(row, sheet)
    if not sure and left > CLOSING_ROWS and (left > HANDLERS_ROWS or not row.gap):
        return 0.0
    if sure or (left <= LAST and SIGNED_OFF.fullmatch(text) and is_below_story(row, sheet)):
        return 6.0
    signs = row.text[0] in "-–—" and left <= HANDLERS_ROWS and _is_under_paragraph(row, sheet) and _names_agency(row.text)
    if signs or (left <= CLOSING_ROWS and row.words <= HAND_WORDS and _closes(row, sheet)):
        return 7.5
    office, _, initials = text.partition(" ")
    text = initials if "/" in initials and _is_office(office.strip("()"), sheet) else text
    if left == 1 and row.place > FEWEST_ROWS and 1 < len(text) <= HAND and text.isalpha() and text.islower():
        return 6.0
    handed = (row.gap or left <= LAST or text.count("/") > 1) and HANDLERS.fullmatch(text)
    return 6.0 if handed and (left <= LAST or (left <= HANDLERS_ROWS and is_below_story(row, sheet))) else 0.0


def _is_under_paragraph(row: Row, sheet: Sheet) -> bool:
    above = sheet.rows[row.place - 1]
    return is_below_story(row, sheet) and above.stop and above.words >= PROSE


def _is_office(office: str, sheet: Sheet) -> bool:
    """Whether the initials behind stand for an agency's: a known one, or the dateline's."""
    known = office.casefold() in sheet.phrases.agencies
    return known or (bool(sheet.told) and f"({office.upper()})" in sheet.rows[sheet.told[0]].text)


def _closes(row: Row, sheet: Sheet) -> bool:
    """Whether one of the last lines has initials alone, or an agency's name with them, and nothing of the story stands below it."""
    below = sheet.rows[row.place + 1 :]
    if (
        (not sheet.told and len(below) > LAST)
        or (sheet.told and row.place <= sheet.told[0])
        or any(one.words >= PROSE and one.text[0] != "(" for one in below)
    ):
        return False
    if INITIALS.fullmatch(row.text) and is_below_story(row, sheet) and not sheet.like.leans:
        above = sheet.rows[row.place - 1]
        return above.stop or above.words >= PROSE or above.words <= HAND_WORDS
    return _names_agency(row.text) or ENDED.fullmatch(row.text) is not None or DASHED.fullmatch(row.text) is not None


def _names_agency(text: str) -> bool:
    """`==Kyodo`, `(Hina) it sb`, `(itar-tass) 24/7 1012 vdo/ast`: an agency, and nothing else but hands and hours."""
    bare = text.lstrip("=–—- ")
    office, closed, rest = bare[1:].partition(")") if bare[:1] == "(" else ("", "", bare)
    words = rest.split()
    if closed:
        return agencies.of(office) is not None and all(map(HAND_OR_HOUR.fullmatch, words))
    return any(
        agencies.of(" ".join(words[:count])) is not None and all(map(HAND_OR_HOUR.fullmatch, words[count:]))
        for count in (1, 2, 3)
    )


def wire_stamp(row: Row, _: Sheet) -> float:
    """`AP-NY-09-22-99 1918EDT`: when an agency sent the story."""
    return (10.0 if row.opening == "aap" else 7.0) if dates.STAMPS.fullmatch(row.text) else 0.0  # hands stand there, too


def labelled_place(row: Row, _: Sheet) -> float:
    """`DATELINE: …` in what a database wrote out."""
    return 14.0 if exports.meaning_of(row) == "place" else 0.0
