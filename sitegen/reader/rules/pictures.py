"""Rules for captions and credits."""

# ruff: noqa: PLR2004 - the figures in rules are their evidence and its limits; names would hide them

import re

from sitegen.reader import acting, behind, captions, dateline, exports, houses, trades, whole
from sitegen.reader.dates import WEEKDAY_WORD, find
from sitegen.reader.rows import SHORT, Row, Words
from sitegen.reader.rules import galleries, heads, makers, menus, papers, signing, site, unsigned
from sitegen.reader.seen import has_one
from sitegen.reader.sheet import DIGIT, Sheet
from sitegen.reader.surroundings import PROSE

# A search for one of these before the costlier one for a credit: most paragraphs have none.
CREDIT_SIGNS = ("hoto", "mage", "icture", "ourtesy", "redit", "ource", "llustration", "/", "|", "PHOTO", "CREDIT", "PIC")
# And one of these behind a sentence with a stop: the same words stand in prose, but with small letters and nothing behind them.
STOPPED_CREDIT = re.compile(
    r"[/|]|Photo|PHOTO|Image|IMAGE|Pic|PIC|Courtesy|COURTESY|Illustration|CREDIT|Credit|credits?:|[Ss]ource:|Source"
    r"|(?:hotos?|ages?|tures?|graphs?) (?:by|courtesy|from|via)\b|ourtesy of"
)
PARTING = re.compile(r"[.!?:)”\"'’|–—/-]")  # what stands before a credit
# An agency and those who handled its story, behind its last sentence.
HANDS = re.compile(r"[.\"”] [A-Z]{2,5}(?: [A-Z]{2,4}){1,4}$")
HOUR_LED = re.compile(r"\d{1,2}[.:]\d\d\b")  # `17.48 Lifeboat back`
CREDIT_PART = 120  # characters at the end of a caption
LONGEST_DATED = 400  # characters
# What a page writes above a picture, to open it or to count: `View 3 Images`, `2 of 5`, the length of a film.
PICTURE_BUTTONS = unsigned.ENLARGING | {"enlarge this image", "enlarge this photo", "buy photo", "buy photos", "buy this photo"}
YESTERDAY = (" yesterday.", " yesterday")  # how papers of Africa and of India end what a picture shows
SURE_PLACE = 4.0  # evidence that a line is a dateline and nothing else
MAKER_FIRST = 60  # characters on top of a caption in which its maker stands
LABELLED_CREDIT = re.compile(r"(?:photos?|images?|pictures?|photographs?|illustrations?)\b[:\s]", re.IGNORECASE)
# `… | Image credit: Hal Brand`, `… the bridge. Photo: Hal Brand`
SURE_LABEL = re.compile(
    r"[\s|/)\"”*]*(?:(?:(?:image|photo|picture|photograph)s?(?: credit)?|credit)s?:\s"
    r"|(?:image|photo|picture|photograph)s? (?:by|courtesy(?: of)?|via) (?-i:[A-Z]))",
    re.IGNORECASE,
)
DASHES = frozenset("-–—")
CLOSED, SENTENCE = frozenset(".!?)\"”’'"), 5  # signs; spaces
STEP = re.compile(r"\d{1,2}[.)] ")  # of a list: `3. Slip in the fish.`
ARROWS = "⇧⇩↑↓▲▼△▽⬆⬇"  # that point from a picture's words to it
SIDES_NAMED = (
    *("above:", "below:", "left:", "right:", "inset:", "opposite", "facing page", "clockwise", "from left", "from top"),
    *("(above) ", "(below) ", "(left) ", "(right) ", "(top) ", "(bottom) ", "top ", "bottom ", "far "),
    *(f"{arrow} " for arrow in ARROWS),
)
# How a picture's words begin.
BEGUN = (
    *("slide: ", "photo by ", "photos by ", "image:", "photo:", "picture:", "/ ", "enlarge / ", *SIDES_NAMED),
    *(
        "in photo:",
        "in photos:",
        "cutline",
        "[image]",
        "[photo]",
        "[picture]",
        "left to right",
        "from left to right",
        "l-r",
        "l–r",
    ),
    *(f"{what} {number}" for what in ("image", "photo", "picture", "figure", "fig.") for number in range(1, 10)),
    *("image caption", "media caption", "video caption"),
    *(f"{which} {what}:" for which in captions.WHICH for what in ("image", "photo", "picture")),
)
# Where on the sheet the picture is: `Above: …`, `Opposite, from top: …`, `Clockwise from top left: …`.
SIDE = re.compile(
    r"(?:above|below|opposite|facing page|clockwise|(?-i:LEFT|RIGHT|INSET)|(?:top|bottom|far) (?:left|right)|from (?:left|top))"
    r"(?:,? (?:from )?(?:top|bottom|left|right|above))*: (?=[A-Za-z])|\((?:above|below|left|right|top|bottom)\) (?=(?-i:[A-Z]))"
    rf"|[{ARROWS}] (?=(?-i:[A-Z]))"
    r"|(?:from )?left to right[:,] (?=(?-i:[A-Z]))|l[-–]r[:,] (?=(?-i:[A-Z]))",
    re.IGNORECASE,
)
TOLD_OF = re.compile(r"(?:Photo|Picture|Image): [a-z]")  # what somebody says of a picture
FILED = re.compile(r"FILE ?[-–—] ?[A-Z]|FILE PHOTO: ")
FILE_PHOTO = re.compile(
    r"^\W?file(?: photo| image| picture)?(?:\s?[-–—:](?-i:(?!\s?[a-z]))|\sphoto\b)|^(?:image|photo|picture)?\s?caption[:,]\s?"
    r"|^(?:image|media|video)\scaption\s?(?=\W?(?-i:[A-Z\d]))"
    r"|^(?:in )?this (?:undated )?(?:file|handout|archive|combo) (?:photo|photograph|picture|image),?"
    r" (?:shows?|taken|provided by|released by|made)\b"
    r"|^our picture shows?\b",
    re.IGNORECASE,
)


COMING = (
    " effect ",
    " expire",
    " will ",
    " deadline",
    " due ",
    " begins ",
    " begin ",
)  # in what a story tells of a day to come
MOSTLY = 0.6  # of a headline's words begin with a capital
MADE_AT_SIDE = re.compile(r"(?:LEFT|RIGHT|TOP|BOTTOM|Left|Right|Top|Bottom): (?:PHOTOGRAPH|PHOTO|Photograph|Photo)")
WHICH_FIRST, SAID = (
    frozenset({"this", "in", "our"}),
    re.compile(r"\b(?:said|says|told|added|adds|wrote)\b"),
)  # `This file photo shows …`


def credited_caption(row: Row, sheet: Sheet) -> float:
    """Words under a picture that end in its credit."""
    if len(row.text) > captions.LONGEST or row.words < 3 or row.opening == "eds":
        return 0.0
    if row.text[0] in captions.BRACKETS and captions.bracketed_sentence(row.text):
        return 6.0
    if row.text[-1] in captions.BRACKETS:  # the credit is on the next lines
        return 6.0 if row.place + 1 < len(sheet.rows) and sheet.rows[row.place + 1].opening in whole.CREDITING else 0.0
    if match := captions.credit_in_brackets(row.text):
        if _is_of_agency(match[1], row, sheet):
            return 0.0
        labelled = match[1].startswith(("Credit:", "Credits:"))
        alone = match.start() == 0 and (
            labelled or (row.gap == 0 and row.place > 0) or row.after == 0
        )  # the neighbour is the caption
        sure = LABELLED_CREDIT.match(match[1]) or captions.is_certain(match[1]) or papers.FOR_HOUSE.fullmatch(match[1])
        return 0.0 if alone else 9.0 if sure else 6.0
    return _trailing_credit(row, sheet)


def _is_of_agency(inside: str, row: Row, sheet: Sheet) -> bool:
    """Whether brackets behind a dateline hold the agency, `PORT HALE, Maine (AP)`, or it signs a paragraph of its story so."""
    if inside.casefold() in sheet.phrases.agencies and dateline.alone(row.text) >= SURE_PLACE:
        return True
    if signing.is_programme(inside, row, sheet):
        return True
    signs = inside.isupper() and bool(sheet.told) and row.place > sheet.told[0]
    return signs and f" ({inside}) " in sheet.rows[sheet.told[0]].text


def _trailing_credit(row: Row, sheet: Sheet) -> float:
    """A credit at the end, without brackets."""
    if not may_end_in_credit(row) or captions.ALONE.match(row.text):
        return 0.0
    tail = captions.split(row.text)
    short = len(tail.text) < 12 and not (tail.text and SURE_LABEL.match(row.text[len(tail.text) :]))  # `Heads. Image credit: …`
    if tail.credit is None or short or signing.signs_off(row, sheet) or HANDS.search(row.text) or "contact us" in row.key[-20:]:
        return 0.0
    if behind.unlabelled(row.text) is not None and (_reads_on(row, sheet) or STEP.match(row.text)):
        return 0.0
    ends = row.text[len(tail.text) :]
    whole_credit = row.words < 9 and row.opening in whole.CREDITING and captions.WHOLE.match(row.text)
    if whole_credit or (ends.startswith(" | ") and _heads_story(tail.text, ends, row, sheet)):
        return 0.0
    sure = captions.is_certain(ends) or houses.HOUSE_BY.search(row.text) is not None
    if tail.text.count(" ") >= SENTENCE and (sure or (tail.text[-1] in CLOSED and SURE_LABEL.match(ends))):
        return 9.0
    return 5.0 if len(tail.credit) < 70 else 2.0


def _heads_story(words: str, maker: str, row: Row, sheet: Sheet) -> bool:
    """`The ferry that waits | Hal Brand`: a headline, or a book, with its author; not one of several such lines amid paragraphs."""
    if words[-1:] in CLOSED or "/" in maker or captions.SIGN.search(maker):
        return False
    amid = bool(sheet.told) and row.place > sheet.told[0] and row.titled < MOSTLY
    near = [*sheet.rows[max(0, row.place - 2) : row.place], *sheet.rows[row.place + 1 : row.place + 3]]
    told = [one.place < row.place for one in near if one.stop and one.words >= PROSE]
    again = sum([captions.unstopped(one.text) is not None for one in sheet.rows if " | " in one.text]) > 1
    return not (amid and again and len({*told}) > 1)


def _reads_on(row: Row, sheet: Sheet) -> bool:
    """Whether a line is one of a paragraph that is broken at a column."""
    on = row.after == 0 and row.place + 1 < len(sheet.rows) and sheet.rows[row.place + 1].text[0].islower()
    return on or row.text[0].islower()


def may_end_in_credit(row: Words) -> bool:
    """Whether a row has the signs without which nothing at its end is a credit."""
    text = row.text
    led = "/" in text[:MAKER_FIRST] and text[:2].isupper() and captions.MADE_FIRST.match(text) is not None
    if row.stop or led:
        return led or (
            has_one(text[-CREDIT_PART:], CREDIT_SIGNS) and STOPPED_CREDIT.search(text, len(text) - CREDIT_PART) is not None
        )
    end = text[-SHORT:]
    if ("©" in end and behind.owned(text) is not None) or "licensed under CC" in end or " Courtesy " in end:
        return True
    if row.key.lstrip("> ").startswith("in pictures:") or not (PARTING.search(end) or end.endswith(" AFP")):
        return False
    if has_one(row.key if end == text else end.casefold(), captions.LABELS) or captions.has_maker(end) or behind.shouted(end):
        return True
    if (
        ("# " in end and behind.hashed(text) is not None)
        or ("| " in end and captions.barred(text) is not None)
        or (" — " in end and houses.DASHED_HOUSE.search(text) is not None)
        or houses.for_house(text) is not None
    ):
        return True
    return ("." in end or "!" in end or "?" in end) and (behind.dashed(end) is not None or behind.unlabelled(text) is not None)


FIGURE = re.compile(r"(?:Figure|FIGURE|Fig\.) \d{1,2}[a-z]? ?[|:.] ?[A-Z]")  # `Figure 1 | Where the core was taken.`


def file_photo(row: Row, _: Sheet) -> float:
    """`FILE - …`, `Image: The ferry leaves …`."""
    if row.text[:1].isupper() and MADE_AT_SIDE.match(row.text):
        return 0.0
    if row.opening in WHICH_FIRST and SAID.search(row.key):  # somebody says it of a picture
        return 0.0
    if row.text.count(". ") and TOLD_OF.match(row.text):  # `Photo: a girl of four, on a chair. Nobody knows her.`
        return 0.0
    if row.figure and FIGURE.match(row.text):
        return 7.0
    told = FILE_PHOTO.match(row.text) or captions.tells(row.text) or SIDE.match(row.text) or captions.LED.match(row.text)
    return (9.0 if FILED.match(row.text) else 6.0) if row.words > 3 and told else 0.0


def dated_caption(row: Row, sheet: Sheet) -> float:
    """One sentence that ends on its day: `… in Vienna on March 11, 2014.`; over the byline, one with its day anywhere."""
    if (
        not 5 <= row.words <= 60
        or row.opening == "by"
        or row.text[0] in '"“—–-•*·'
        or row.text[-1] == ","
        or heads.is_roundup(row)
        or row.text.count(" | ") > 1
        or "(@" in row.text  # what somebody posted
    ):
        return 0.0
    late = DIGIT.search(row.text, len(row.text) - 9) is not None
    if (
        (not late and (not row.stop or row.place >= sheet.head_end))
        or "°" in row.text
        or (" born " in row.key and " died " in row.key)
        or (row.place >= sheet.head_end and has_one(row.key, COMING))
    ):
        return 0.0  # most lines; the last of a life
    if not late:
        dated = _is_over_byline(row, sheet) and has_day(row)
        return 3.6 if dated and not acting.NEXT_SENTENCE.search(row.text) else 0.0
    head = sheet.heads.get(row.place)
    if (
        (head is not None and head.posted and head.sure >= 1)
        or row.text.count(". ") > 2
        or not (_may_be_pictured(row, sheet) or (acting.tells_action(row.text) and WEEKDAY_WORD.search(row.text)))
        or dateline.opens(row.text)
    ):
        return 0.0  # `MARLE, June 23, 2009 /PRNewswire/ -- … named her chief, effective July 6, 2009.`
    found = find(row.text[-60:])
    whole = bool(found) and found[-1].end >= len(row.text[-60:].rstrip(" .")) - 1
    whole = whole and row.text[-60:][: found[-1].start].rstrip()[-1:] not in DASHES  # of a list
    of_week = bool(found) and found[-1].weekday is None and WEEKDAY_WORD.search(row.text) is not None
    if not whole or of_week:
        return 0.0  # `… on Wednesday apologised for what was done on August 21, 1986.`
    acts = acting.ACTION.match(row.text) or (acting.ACTING.match(row.text) and _is_over_byline(row, sheet))
    return (2.6 if found[-1].day else 1.4) + (2.0 if acts else 0.0)


def _may_be_pictured(row: Row, sheet: Sheet) -> bool:
    """Whether what ends on its day stands elsewhere than between two paragraphs, or its page shows it to be no paragraph."""
    beside = [sheet.rows[place] for place in (row.place - 1, row.place + 1) if 0 <= place < len(sheet.rows)]
    lean = sheet.like.leans.get(row.place)
    return not all(one.words >= PROSE and one.stop for one in beside) or (lean is not None and lean.caption > 0)


def _is_over_byline(row: Row, sheet: Sheet) -> bool:
    """Whether a byline follows within two rows: the story hasn't begun."""
    return any(below.opening == "by" for below in sheet.rows[row.place + 1 : row.place + 3])


def plain_caption(row: Row, sheet: Sheet) -> float:
    """A sentence that only its place makes a caption; not below a blank line and a credit, which is that of another."""
    if (
        not 5 <= row.words <= 45
        or row.text[0] in '"“*•…-–—'
        or row.text[0].islower()
        or row.text[-1] == ":"
        or " @ " in row.text
        or (row.titled > 0.8 and not row.stop)
    ):
        return 0.0
    if (
        HOUR_LED.match(row.text)
        or dateline.opens(row.text)
        or opens_with_town(row)
        or site.is_motto(row.key)
        or _is_film(row, sheet)
        or (row.gap and row.stop and row.place and makers.credit_line(sheet.rows[row.place - 1], sheet))
    ):
        return 0.0
    if row.stop and _is_over_button(row, sheet) and (acting.tells_action(row.text) or has_day(row)):
        return 6.0
    if (row.gap > 0) == (row.after > 0) and _is_over_dateline(row, sheet) and acting.tells_action(row.text):
        return 4.0
    if row.key.endswith(YESTERDAY) and not (acting.narrates(row.key, row.opening) or acting.DONE.search(row.key)):
        return 4.2  # `Traders at the Oba Market, Benin City, yesterday.`
    return 4.2 if row.stop and not row.gap and _goes_on_captions(row, sheet) else 0.5


def _is_over_button(row: Row, sheet: Sheet) -> bool:
    """Whether a button of pictures stands right below: `Enlarge`, `Buy Photo`, the `+ More` of long captions."""
    below = sheet.rows[row.place + 1] if row.place + 1 < len(sheet.rows) and not row.after else row
    return below.text == "+ More" or below.key in PICTURE_BUTTONS


def _goes_on_captions(row: Row, sheet: Sheet) -> bool:
    """Whether a sentence between one or two pictures' words and the author touches both."""
    after = next((below for below in sheet.rows[row.place : row.place + 3] if not below.stop or below.after), row)
    if after.opening != "by":
        return False
    above = sheet.rows[row.place - 1] if row.place else row
    if not above.stop or above.place == row.place:
        return False
    if credited_caption(above, sheet) or dated_caption(above, sheet):
        return True
    return not above.gap and above.place > 1 and row.place > 2 and dated_caption(sheet.rows[row.place - 2], sheet) > 0.0


def _is_film(row: Row, sheet: Sheet) -> bool:
    """Whether the next line says how long a film runs."""
    return row.place + 1 < len(sheet.rows) and menus.film(sheet.rows[row.place + 1], sheet) > 0.0


def _is_over_dateline(row: Row, sheet: Sheet) -> bool:
    """Whether the story begins below a line, with a town that the gazetteer knows."""
    below = sheet.rows[row.place + 1] if row.place + 1 < len(sheet.rows) else row
    return below.words >= PROSE and opens_with_town(below)


def opens_with_town(row: Row) -> bool:
    """`MARLE - The board …`, of a town that the gazetteer knows."""
    line = dateline.read(row.text) if row.text[:3].isupper() else None
    return line is not None and dateline.is_town(line.place.partition(",")[0])


def has_day(row: Row) -> bool:
    """Whether a line has a day in it."""
    return row.figure and any(found.day for found in find(row.text[:LONGEST_DATED]))


def maker_line(row: Row, sheet: Sheet) -> float:
    """`HAL BRAND | COURIER` under a caption."""
    head = sheet.heads.get(row.place)
    if (
        head is None
        or row.gap
        or head.by
        or head.dated
        or row.words > 7
        or row.stop
        or trades.ends_in_job(row.text)  # of those who write
        or not ("|" in row.text or "," in row.text or "/" in row.text)
    ):
        return 0.0
    if "|" in row.text and any(word.islower() and word not in behind.LINKING for word in row.text.split()):
        return 0.0  # a paper and its motto
    if row.place and head.names and galleries.counted(sheet.rows[row.place - 1], sheet):
        return 5.0
    return 2.5 if head.names and head.credited else 0.0


def labelled_picture(row: Row, _: Sheet) -> float:
    """`GRAPHIC: …` in what a database wrote out."""
    return 9.0 if exports.meaning_of(row) == "picture" else 0.0


def labelled_credit(row: Row, _: Sheet) -> float:
    """`PHOTO_CREDIT` above it, in what an editorial system wrote out."""
    return 9.0 if exports.meaning_of(row) == "credit" else 0.0
