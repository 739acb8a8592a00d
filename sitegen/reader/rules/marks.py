"""What a row shows at a glance, so that only those rules are asked that could find something.

A mark is what a rule can't do without (`Rule.needs` in the table): it is cheap to see, and speaks for nothing by itself. To ask
each rule about each row takes most of a text's time; a test holds that none goes unasked that would have answered.
"""

# ruff: noqa: PLR2004 - how many characters and words are looked at follows from the rules' patterns

import re
from functools import cache, lru_cache
from operator import eq

from sitegen.reader import exports, references, whole
from sitegen.reader.byline import Head
from sitegen.reader.rows import Row, Words, again, opening_of, plain_signs
from sitegen.reader.rules import (
    acted,
    appeals,
    asides,
    boxes,
    closing,
    copied,
    crossheads,
    decks,
    galleries,
    known,
    linked,
    lists,
    lives,
    makers,
    menus,
    notes,
    offers,
    papers,
    pictures,
    pointed,
    site,
    story,
    tags,
    takes,
    wires,
)
from sitegen.reader.seen import has_one
from sitegen.reader.sheet import DIGIT, Sheet
from sitegen.reader.surroundings import CUT
from sitegen.reader.words import opens_as_furniture, phrases

(
    BRACKET,  # opens with a bracket
    ODD,  # opens with neither a letter nor a figure
    FEW,  # is a few words
    ENDING,  # opens as the sign of a story's end does
    POINTING,  # opens as a label of references does
    KNOWN,  # is a line that the lists of phrases have
    SITE,  # opens as what belongs to a site does
    HELPING,  # opens as a line about those who helped does
    NOTING,  # opens as a note does
    PUBLISHED,  # opens as a line about its publishing does, or with a figure
    TAGGED,  # stands a few rows under a heading of tags
    FIGURE,  # has a figure
    LATE_FIGURE,  # has one near its end
    LABELLED,  # has a colon, a bar or a side's formation, `(4-3-3)`, near its beginning
    PARTED,  # has a sign that holds parts of a line apart
    FILED,  # has `file`, `caption` or `image:` near its beginning
    CREDIT,  # may be a picture's credit
    CREDITED,  # may end in a picture's credit
    BESIDE,  # touches a row that may be a credit, or one that begins alike
    COUNTED,  # stands below what may count pictures
    SHOUTED,  # opens with capitals, and has three dots
    POINTED,  # may have a word that points into a picture
    BY,  # is a byline
    NAMED,  # has names without `By`
    OFFICE,  # no byline, but a paper, a post, an address of mail
    DATED,  # speaks of a time
    LEANS_SITE,  # is shown by its surroundings to be the site's
    LEANS_PICTURE,  # is shown by them to be a caption
    LOW,  # stands near the end of the text
    LETTERS,  # the text is a page of letters
    GIVEN,  # the text's headline is known already
    AUTHOR,  # opens as an author's name does
    TELLING,  # stands near the end, and has an author's given name, or stands below it
    RELEASED,  # the text is an office's release
    OFFERED,  # a section's name stands there alone, or up to two rows above
    UNLABELLED,  # its label, a database's or an editorial system's, was taken off
    TOP,  # is one of the first rows; below the very first ones, one that opens with no word
    CAPITALS,  # has no small letter
    ASKING,  # may say whom to ask, or who sent the text out
    ATTENTION,  # may say something to editors
    CLOSING,  # is one of the last rows, or opens as what an agency says of its source does
    SIGNING,  # stands near the end, and an author of an agency is named above
    STARRED,  # opens with a star
    MENU,  # may name several sections, or tell the weather
    ADDRESSING,  # speaks to its readers, or of those who write, and isn't surely the story's
    DAY,  # has a figure near its end, or is a sentence over the story that has one
    PAIRED,  # begins with the same letter as the row above or below it
    OVER_STORY,  # stands above the story on a page with menus there
    BUTTON,  # is a button at a picture's words, which `makers.credit_line` may take for a credit
    LINKED,  # was a link and nothing else
    SIGNED,  # was a link that leads to an author's page
    PICTURED,  # stands below a picture
    CARDED,  # stands there twice, or beside one that does, with one line between
    CUT_OFF,  # ends as what is cut off does
    COMMENTING,  # may name who commented, or stands right above such a line
    APPEALING,  # may ask something of readers
    LAST,  # stands near the end, and the story doesn't go on in the next rows
    LISTED,  # is one of a list that a line of the story announces, or that line
    SERIES,  # is one of several crossheads of a sort
    TAKEN,  # is `MORE`, or stands right below it
    RARE,  # is of what few texts have: of a paper's that was set in decks, a line said often, tags by their signs alone
) = (1 << bit for bit in range(61))

PARTS = re.compile(r"[|›»\t\]·•>/~:;](?:(?<=[|›»\t\]])|(?<=\s[·•>/~:])(?=\s)|(?<=gt;)|(?<=raquo;))")
ALIKE = 12  # characters at the beginning of two lines of which one may be the other with a credit
TAG_OPENINGS = frozenset(heading.split(" ", 1)[0] for heading in tags.TAG_HEADINGS)
OPENINGS = dict.fromkeys((*decks.SENDING, *copied.LABELS), RARE) | dict.fromkeys(wires.TO_EDITORS, ATTENTION)
OPENINGS |= {"source": ASKING | CLOSING, "origin": CLOSING, "filed": LABELLED, "referee": LABELLED, "list": POINTING}
OPENINGS |= dict.fromkeys(("tags", "keywords"), RARE | LABELLED) | dict.fromkeys(("laserphoto", "wirephoto"), TOP)
OPENINGS |= dict.fromkeys(lives.CHECKING, AUTHOR)
SIGNS = {"(": ASKING | ATTENTION, "-": ATTENTION, "*": AUTHOR}
OVER_PICTURES = galleries.COUNTING | {"caption"}  # first words
# The first words of what rows may begin with, looked up by the word; whether more follows is seen of few rows then.
PICTURE_WORDS = tuple({begun.split()[0].strip(":.") for begun in pictures.BEGUN})
BEGINNINGS = (*PICTURE_WORDS, "file", "caption")
KNOWN_WORDS = 24
# Characters: of longer lines no rule is asked that needs what `_of_shorter`, or `_of_short`, sees.
LONGEST_SHORTER, LONGEST_SHORT = 420, 200


def marks_of(sheet: Sheet) -> list[int]:
    """The marks of each row."""
    rows, heads = sheet.rows, sheet.heads
    whole = (LETTERS if sheet.letters else 0) | (GIVEN if sheet.given is not None else 0)
    whole |= (RELEASED if wires.is_release(rows) else 0) | (RARE if decks.decks(sheet).title else 0)
    authors = lives.checkers(rows) | {opening_of(plain_signs(who.casefold())) for one in heads.values() for who in one.names}
    low = max(3, min(sheet.like.end, len(rows) - 12 - len(rows) // 3))
    under = whole | LOW | (SIGNING if any([head.agency and head.names for head in heads.values()]) else 0)  # noqa: C419 - faster
    marks = [
        _own(row, sheet) | (AUTHOR if row.opening in authors else 0) | (under if row.place >= low else whole) for row in rows
    ]
    for place, head in heads.items():
        marks[place] |= _of_head(head)
        if marks[place] & NAMED and place + 1 < len(marks):
            marks[place + 1] |= BESIDE
    for place in range(max(0, len(rows) - wires.HANDLERS_ROWS), len(rows)):
        marks[place] |= CLOSING
    for place in range(sheet.like.start):
        marks[place] |= OVER_STORY
    _mark_leaning(sheet, marks)
    given = {author.name.split(" ", 1)[0] for author in sheet.authors}
    for place, row in enumerate(rows[low:], low):
        if row.words >= lives.FEWEST and (marks[place - 1] & AUTHOR or (given and has_one(row.text[: lives.START], given))):
            marks[place] |= TELLING
    for place in [row.place for row in rows if row.text == "/"]:  # between a maker and the house
        for near in range(max(0, place - 1), min(len(rows), place + 2)):
            marks[near] |= CREDIT
    _mark_neighbours(rows, marks)
    _mark_together(sheet, marks)
    return marks


def _mark_together(sheet: Sheet, marks: list[int]) -> None:
    """Marks rows for others that they belong to: the line that announces their list, the same line once more."""
    for row in takes.over_takes(sheet.rows):
        for near in range(row.place, min(len(marks), row.place + takes.TAKE_ROWS)):
            marks[near] |= TAKEN
    for posted in [row.place for row in sheet.rows if row.opening == "posted"]:  # who commented, and what stands above
        marks[posted] |= COMMENTING
        marks[posted - 1] |= COMMENTING
    for often in [row.place for row in sheet.rows if row.key in sheet.often] if sheet.often else ():
        marks[often] |= RARE
    _mark_asides(sheet, marks)
    for mark, places in ((LISTED, lists.places(sheet)), (LAST, closing.places(sheet)), (SERIES, crossheads.places(sheet))):
        for place in places:
            marks[place] |= mark
    texts = [row.text for row in sheet.rows]
    _mark_again(sheet, texts, marks)
    for place in [place for place, twice in enumerate(map(eq, texts, texts[2:])) if twice]:
        for near in range(place, place + 3):
            marks[near] |= CARDED


def _mark_asides(sheet: Sheet, marks: list[int]) -> None:
    """Marks rows that a page has set between the story's: boxes, other stories, pictures' words."""
    aside = dict(asides.find(sheet))
    sheet.boxed.update(boxes.places(sheet), [place for place, headline in aside.items() if not headline])
    sheet.linked.update(linked.places(sheet), linked.alone(sheet), linked.unloaded(sheet))
    sheet.linked.update([place for place, headline in aside.items() if headline], asides.below(sheet))
    if any([mark & (CREDIT | CREDITED) for mark in marks]):  # noqa: C419 - faster; without a credit there are no pictures
        sheet.acted.update(acted.places(sheet))
    for place in sheet.boxed | sheet.linked | sheet.acted:
        marks[place] |= RARE


def _mark_again(sheet: Sheet, texts: list[str], marks: list[int]) -> None:
    """Marks rows that say what one of the first says, as an agency's slug does over the next page."""
    top = {*texts[: wires.SLUG_ROWS]}
    for place in [place for place in range(max(sheet.head_end, wires.SLUG_ROWS), len(texts)) if texts[place] in top]:
        marks[place] |= RARE


def _shown(row: Words) -> int:
    """What a row's words show, wherever they stand."""
    text, key, words = row.text, row.key, row.words
    found = _of_opening(row.opening) | _of_sign(text[0])
    if found & (FILED | KNOWN):
        found = _by_more(found, row)
    start, size = key[:28], len(text)
    return (
        found
        | (FILED if row.opening in pictures.WHICH_FIRST and pictures.FILE_PHOTO.match(key) else 0)
        | (FIGURE if row.figure else 0)
        | (LABELLED if ":" in start or "|" in start or ("-" in start and "(" in start) else 0)
        | (HELPING if "contribut" in key else 0)
        | (NOTING if notes.may_note(row) else 0)
        | (CREDITED if words >= 3 and (text[-1] in "([]" or ")" in text[-3:] or pictures.may_end_in_credit(row)) else 0)
        | (_of_shorter(row, found) if size <= LONGEST_SHORTER else 0)
        | (_of_short(row, found) if size <= LONGEST_SHORT else 0)
    )


def _of_shorter(row: Words, found: int) -> int:
    """What the words of a row show that is no long paragraph."""
    text, key = row.text, row.key
    return (
        (LATE_FIGURE | DAY if row.figure and DIGIT.search(text, len(text) - 9) else 0)
        | (SITE if found & ODD or (key[: known.LETTERS] in known.furniture() and opens_as_furniture(key)) else 0)
        | (POINTED if 4 <= row.words <= 60 and pointed.may_point(row) else 0)
        | (APPEALING if appeals.may_appeal(row) else 0)
        | (SHOUTED if text[:2].isupper() and ("…" in text or "..." in text) else 0)
        | (MENU if (row.titled >= menus.TITLED and row.words >= menus.SECTIONS and not row.stop) or "submenu" in key else 0)
    )


def _of_short(row: Words, found: int) -> int:
    """What the words of a short row show."""
    text, words, last = row.text, row.words, row.text[-1]
    asking = (last == ")" and "a" <= text[0] <= "z") or "@" in text
    return (
        (PARTED if not row.stop and ("  " in row.key or PARTS.search(row.key)) else 0)
        | (KNOWN if words < KNOWN_WORDS and not found & KNOWN and known.is_known(row) else 0)
        | ((FEW | CLOSING if text.count("/") > 1 else FEW) if words <= 3 else 0)
        | (CAPITALS if row.caps else 0)
        | (CREDIT if words <= 16 and (found & BRACKET or last == ")" or papers.may_be_credit(row)) else 0)
        | (ASKING if asking else 0)
        | (ATTENTION if last in "/]" or "(Eds" in text else 0)
        | (POINTING if last in "]»)" or ("0" <= last <= "9" and " By " in text) else 0)
        | (CUT_OFF | COMMENTING if text.endswith(CUT) else 0)
    )


def _by_more(found: int, row: Words) -> int:
    """The marks of a row's first word, without those for which more must follow than does."""
    key = row.key
    if found & FILED and not (key.startswith(pictures.BEGUN) or "file" in key[:5] or "caption" in key[:15]):
        found &= ~FILED
    if found & KNOWN and not (row.words < KNOWN_WORDS and key.startswith(known.BEGUN)):
        found &= ~KNOWN
    return found


_KNOWN: dict[str, int] = {}  # what lines show that may stand in many texts


def _own(row: Row, sheet: Sheet) -> int:
    """What a row shows by itself: its words, and where they stand."""
    text, words = row.text, row.words
    found = again(_KNOWN, row, _shown)
    if text != row.raw and exports.meaning_of(row):
        found |= UNLABELLED
    if row.place < wires.ASKING_ROWS:
        found |= ASKING if found & FIGURE and "-" in text else 0
        if row.place < wires.SLUG_ROWS or (row.place < wires.TOP and not text.removeprefix("^")[1:2].islower()):
            found |= TOP
    found |= MENU if row.place <= menus.WEATHER_ROWS and menus.may_stand_on_top(row) else 0
    if row.place < sheet.head_end:
        found |= (POINTED if 4 <= words <= 60 and pointed.may_point_above(row) else 0) | (
            DAY if found & FIGURE and row.stop else 0
        )
    unsigned = words <= makers.LONGEST_UNSIGNED and not found & CREDIT and makers.is_unsigned(row, sheet)
    return found | (CREDIT if unsigned else 0)


@lru_cache(maxsize=4096)
def _of_opening(word: str) -> int:
    """What a row's first word shows."""
    told = word in _telling() or not word.isalpha() or word.startswith(BEGINNINGS)
    return _of_telling(word) if told else 0


def _of_telling(word: str) -> int:
    """What a first word shows that is listed, begins as one that is, or has a sign in it."""
    found = (POINTING if word.partition(":")[0].rstrip("])") in known.labels() else 0) | (
        SITE if word in offers.INVITING else 0
    )
    if word.startswith(PICTURE_WORDS) or "file" in word or "caption" in word:
        found |= FILED
    if word in known.FIRST:
        found |= KNOWN
    if word in notes.CONTRIBUTING:
        found |= HELPING
    if word in known.PUBLISHING:
        found |= PUBLISHED
    if word in phrases().agencies:
        found |= ENDING
    if word in TAG_OPENINGS:
        found |= TAGGED
    if word in OPENINGS:
        found |= OPENINGS[word]
    if whole.label_of(word) in whole.OPENINGS:
        found |= CREDIT
    return found | (POINTED if word == "pictured" else 0)


@lru_cache(maxsize=1024)
def _of_sign(sign: str) -> int:
    """What a row's first character shows."""
    found = (BRACKET if sign in "([{" else 0) | (STARRED if sign in site.STAR else 0) | SIGNS.get(sign, 0)
    found |= (HELPING if sign in "([-—–_*•" else 0) | (POINTING if sign in references.POINTS else 0)
    if sign.isdigit():
        found |= PUBLISHED
    if not sign.isalnum():
        found |= ODD | (KNOWN if sign == "_" else 0)
    return found | (ENDING if sign in site.END_SIGNS else 0) | (CREDIT if sign in "©|" else RARE if sign in "#([" else 0)


def _of_head(head: Head) -> int:
    found = DATED if head.dated else 0
    if head.by:
        return found | BY
    return found | (NAMED if head.names else 0) | (OFFICE if head.agency or head.credited or head.contact else 0)


def _mark_leaning(sheet: Sheet, marks: list[int]) -> None:
    """Marks rows for what their surroundings show."""
    for place, lean in sheet.like.leans.items():
        if lean.furniture > lean.caution:
            marks[place] |= LEANS_SITE
        if lean.caption > story.CAPTION_CAUTION:
            marks[place] |= LEANS_PICTURE
        if lean.furniture >= offers.APPEAL_LEAN and offers.may_address(sheet.rows[place], sheet):
            marks[place] |= ADDRESSING


def _mark_neighbours(rows: list[Row], marks: list[int]) -> None:
    """Marks rows for what stands beside or above them."""
    last, above = len(rows) - 1, ""
    for place, row in enumerate(rows):
        own, words, text = marks[place], row.words, row.text
        if own & FEW:
            _mark_for_button(rows, marks, row)
        elif row.caps and words >= linked.SHOUTED_WORDS:
            marks[place] |= RARE
        if own & CREDIT:
            for beside in (place - 1, place + 1):
                if 0 <= beside <= last:
                    marks[beside] |= BESIDE
        if words <= 5 and place < last and (own & FIGURE or row.opening in OVER_PICTURES):
            marks[place + 1 : place + 3] = [mark | COUNTED for mark in marks[place + 1 : place + 3]]
        if text[0] == above[:1]:
            both = PAIRED | BESIDE if text[:ALIKE] == above[:ALIKE] else PAIRED
            marks[place - 1] |= both
            marks[place] |= both
        if own & (FEW | TAGGED):
            _mark_below(rows, marks, place)
        above = text


def _mark_for_button(rows: list[Row], marks: list[int], row: Row) -> None:
    """Marks a button at a picture, or below another story's headline, and the rows beside it."""
    place = row.place
    if row.text[0] == "+" and place:  # a gallery's
        marks[place - 1] |= COUNTED
    if row.words == 2 and row.key in makers.BUTTONS:
        marks[place] |= BUTTON
        for near in (*range(max(0, place - 1), place), *range(place + 1, min(len(rows), place + 4))):
            marks[near] |= CREDIT | BESIDE
    elif place and linked.is_button(row):
        marks[place - 1] |= RARE
        marks[place] |= RARE


def _mark_below(rows: list[Row], marks: list[int], place: int) -> None:
    """Marks the rows below one of a few words: the name of a section, a heading of tags."""
    row = rows[place]
    key = row.key.strip(tags.HEADING_SIGNS)
    if marks[place] & FEW and (row.caps or key in phrases().sections):
        for under in range(place, min(len(rows), place + 3)):
            marks[under] |= OFFERED
    if marks[place] & TAGGED and key in tags.TAG_HEADINGS:
        for under in range(place + 1, min(len(rows), place + tags.MOST_TAGS)):
            marks[under] |= TAGGED


@cache
def _telling() -> frozenset[str]:
    """First words that show something, whole."""
    listed = (
        known.labels() | known.FIRST | notes.CONTRIBUTING | known.PUBLISHING | TAG_OPENINGS | whole.OPENINGS | offers.INVITING
    )
    return listed.union(phrases().agencies, OPENINGS, {"pictured"})
