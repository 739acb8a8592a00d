"""Rules for what stands above the story: headline, kicker, dek."""

# ruff: noqa: PLR2004 - the figures in rules are their evidence and its limits; names would hide them

import re
from bisect import bisect_right
from collections import Counter

from sitegen.reader import byline, captions, dateline, glued, references
from sitegen.reader.rows import Row
from sitegen.reader.rules import heads, makers, menus, notes, others, pictures, site, stacked, teasers, telling, trails
from sitegen.reader.runs import pieces
from sitegen.reader.sheet import Sheet, key_of
from sitegen.reader.signs import SMALL_WORDS
from sitegen.reader.surroundings import CUT, PROSE
from sitegen.reader.words import opens_as_furniture, places

KEEPING = re.compile(r"\bcopyright\b.*\b(?:reproduced|permission|republished)\b")
CONTACTS = ("contact:", "contacts:", "media contact", "press contact", "for further information", "next up: ")
LONG_TITLE, SENDER_ROWS, SENDER_WORDS = 35, 6, 6
REVIEW = re.compile(r"\w review [–—-] \w")  # `The Tin Bride review – a ghost story`
LABELLED = re.compile(
    r"(?:INVESTIGATION|SPECIAL REPORT|ANALYSIS|EXCLUSIVE|INTERVIEW|FACT[- ]CHECK|EXPLAINER|PROFILE|FEATURE|UPDATED?): \w"
)
BAR_SIGN = re.compile(r"[|·•›»‹«>/:&+]")
BAR = re.compile(r" (?:[|·•›»‹«>/:+]|::) |(?<=\w)\|(?=\w)|\s{4,}|&gt;|&[rl]aquo;|&bull;|&middot;")
MOSTLY = 0.7  # of a name's words begin with a capital
LABEL_WORDS = 5  # with the bar: so short a line with a bar names a section or a column
FEWEST_UNKNOWN = 5  # words: a shorter line that many sites share is no headline
HEADLINE_WORDS = 3  # of a headline that is surely more than a section's name
TELLING = 100  # words of a story that should have some of its headline's
SITE = re.compile(r"(?:www\.)?[\w-]+\.[a-z]{2,8}(?::| [|-]) ", re.IGNORECASE)
LITTLE = 0.3
# Rows from a line down to the story on a page with menus above it, and what each distance says of a headline.
DISTANCES, NEARNESS = (7, 12, 20, 35), (1.0, 0.5, 0.0, -1.5, -3.0)
POINTS = frozenset({"- ", "– "})  # as several below a headline are set
LONGEST_CREDIT = 8  # words
SOURCED = re.compile(r"\b(?:pp?|cols?|fol)\. ?\d")  # the page and the column that a text was copied from
EDITION, AGAIN = -4.0, 4.0
AMONG_OTHERS = 3.0  # against a line among others' headlines that are cut off
FORM_ROWS, SHORT_FORM, OF_SERIES = 3, 3.0, 5.0
OVER_AUTHOR = 4  # rows from a headline down to its author or its day
BELOW_START, IN_STORY = -2.0, -12.0  # what a place below the start of the story says; a sentence there
DATE_WORDS = 7  # of a line that is a date
OVER_BY, FEW_ROWS = 5.0, 6  # what `By` below a headline that was cut off says; rows from the top
FAR = 30  # rows from the top, after which it is all the same
MENU = re.compile(r"[^\W\d_]+(?: [^\W\d_]+(?:['’][a-z]+)?| &)+")
# `A map of Marle showing the quay`: how captions open, and headlines hardly ever
PICTURED = re.compile(
    r"(?:an? |the )?(?:aerial |file )?(?:map|photo|photograph|picture|image|view|chart|graphic|screenshot|illustration) (?:of|shows|showing)\b"
)
PICTURED_OPENINGS = frozenset(
    "a an the aerial file map photo photograph picture image view chart graphic screenshot illustration".split()
)
NAMED = 3  # times the words of its names: a longer line says more than who wrote it
SENTENCES = re.compile(r"[a-z]{2}[.!?] [A-Z]")


# What a headline's length says: 1 to 4 words, then up to so many.
SHORT_TITLES = (0.0, -2.5, -0.8, 0.2, 0.9)
TITLE_LENGTHS = (*SHORT_TITLES, *(2.2,) * 14, *(1.4,) * 7, 0.1)  # 0.1 for all that are longer

QUOTES, QUOTED = '"“', ('."', ".”")
LIVED, OF_LIVE, SENTENCES_LONG = 5.0, 1.2, 14  # words of a headline in sentences whose words begin with capitals
LABELLED_AGAIN, TOP_ROWS, PAPER_ROWS, AGED, AGE = 5.0, 3, 8, 3.0, "this article is more than "


def _is_under_note(row: Row, sheet: Sheet) -> bool:
    """Whether a note to readers stands right above a paragraph: nothing of the head does."""
    return row.place > 0 and sheet.rows[row.place - 1].key.startswith(notes.SURELY)


def headline(row: Row, sheet: Sheet) -> float:
    """A line as long and as set as headlines are, near the top."""
    text = row.text
    if sheet.given is not None or row.words > LONG_TITLE or "@" in text or "://" in text or dateline.opens(text):
        return 0.0
    if row.words < FEWEST_UNKNOWN and key_of(row) in sheet.phrases.furniture:  # a button
        return 0.0
    bracketed = text[0] == "[" and text[-1] == "]" and (":" in text or (row.place and "]" not in text[:-1]))
    bracketed = bracketed or (text[0] == "(" and text[-1] == ")") or (text[:7] == "Slide: " and " / of " in text)
    if (
        row.opening == "eds"
        or text[:5] == "/ATTN"
        or bracketed
        or (row.stop and KEEPING.search(row.key))
        or row.key.startswith(CONTACTS)
        or (row.opening == "submitted" and row.key.endswith(" on"))
    ):  # to editors, to reporters
        return 0.0
    if (
        others.is_counted(row, sheet)
        or heads.YEARS.fullmatch(text)
        or (row.figure and stacked.ISSUE.fullmatch(text))
        or (row.stop and row.words >= PROSE and _is_under_note(row, sheet))
    ):
        return 0.0
    bars = len(BAR.findall(text)) if BAR_SIGN.search(text) or "  " in text else 0
    if bars > 1 or (row.figure and others.tells_score(row)) or glued.runs_on(text):
        return 0.0
    stack = stacked.words(row, sheet)
    score = 3.0 + _by_length(stack or row.words) + _by_setting(row) - _by_menu(row, sheet)
    score += 2.5 if stack and row.text[-1] == "," else 0.0  # the next line goes on
    score -= (1.5 if row.words > LABEL_WORDS else 4.0) if bars and not _labels_section(row, sheet) else 0.0
    score += _by_place(row, sheet)
    score += (
        5.0
        if heads.is_roundup(row)
        else 3.5
        if ": " in text and LABELLED.match(text) and not heads.is_exclusive(row, sheet)
        else 0.0
    )
    score += _by_story(row, sheet) + _by_again(row, sheet) + telling.leads(row, sheet) if sheet.like.story else 0.0
    score -= 2.5 if heads.says_twice(row) or others.is_pictured(row, sheet) or others.is_of_picture(row, sheet) else 0.0
    score += 2.2 if row.stop and _is_right_over_author(row, sheet) else 0.0
    score += OVER_BY if text.endswith(CUT) and row.place < FEW_ROWS and _is_over_by(row, sheet) else 0.0
    score -= AGAIN if row.place > _signed(sheet) and not _is_over_author_and_day(row, sheet) else 0.0
    score += LIVED if heads.is_of_life(row, sheet) else AGED if _is_between_notices(row, sheet) else 0.0
    score += 3.0 if sheet.like.start and others.is_named(row, sheet) else 0.0
    score += 2.5 if " review " in text and REVIEW.search(text) else 0.0
    score += OF_LIVE if " live: " in row.key or row.key.endswith((" - live", " live")) else 0.0
    if not stack and (score := score + heads.beside(row, sheet)) > -1.0:
        score -= _by_meaning(row, sheet.heads.get(row.place, byline.NOTHING), sheet)
    return score - _by_others(row, sheet) + trails.beside(row, sheet) if score > 0.0 else 0.0


def _is_between_notices(row: Row, sheet: Sheet) -> bool:
    """Whether `This article is more than 2 years old` stands above and below a line, as some papers set it around the headline."""
    beside = sheet.rows[row.place - 1 : row.place + 2 : 2] if row.place else []
    return len(beside) > 1 and all(one.key.startswith(AGE) for one in beside)


def _by_others(row: Row, sheet: Sheet) -> float:
    """What else speaks against a headline: a station, an alert, an organisation, its own short form, what is surely the site's."""
    score = _by_above(row, sheet) + (2.5 if row.words < LABEL_WORDS and _is_over_dated_headline(row, sheet) else 0.0)
    score += (
        6.0
        if heads.is_station(row, sheet) or heads.names_section(row)
        else 1.5
        if others.is_alert(row, sheet)
        else OF_SERIES
        if others.is_teaser(row, sheet)
        else 0.0
    )
    score += 2.5 if row.words <= SENDER_WORDS and row.titled == 1.0 and _names_sender(row, sheet) else 0.0
    score += (
        OF_SERIES
        if (row.figure and row.place < PAPER_ROWS and heads.ISSUE.fullmatch(row.text))
        or heads.tells_part(row)
        or (row.place < 2 and heads.is_masthead(row, sheet))
        else 0.0
    )
    score += OF_SERIES if row.place < TOP_ROWS and not row.stop and heads.is_paper_with_motto(row) else 0.0
    below = sheet.rows[row.place + 1].key if row.place + 1 < len(sheet.rows) else ""
    score += OF_SERIES if (row.place == 0 and site.is_motto(below)) or below.startswith("this was published ") else 0.0
    score += SHORT_FORM if _is_short_form(row, sheet) else 0.0
    score += AMONG_OTHERS if sheet.like.leans and teasers.is_among_cut(row, sheet) else 0.0
    of_menu = menus.is_in_menu(row, sheet) or opens_as_furniture(row.key)
    return score + (6.0 if site.is_no_headline(row, sheet) else 3.5 if of_menu else 0.0)


def _by_again(row: Row, sheet: Sheet) -> float:
    """What a line says that stands twice and has the author and the day close below it: it is the headline, and none below it is."""
    if len(sheet.titles) == len(sheet.forms):  # most texts: none does
        return 0.0
    if not sheet.again:
        counted = Counter(sheet.forms.values())
        twice = [sheet.rows[place] for form, place in sheet.titles.items() if counted[form] > 1]
        sheet.again.append([one.place for one in twice if _is_over_author_and_day(one, sheet)])
    signed = sheet.again[0]
    return AGAIN if row.place in signed else -AGAIN if any([place < row.place for place in signed]) else 0.0  # noqa: C419 - faster


def _is_over_author_and_day(row: Row, sheet: Sheet) -> bool:
    if row.words < FEWEST_UNKNOWN or telling.share(telling.words(row), sheet) < LITTLE:
        return False
    below = [sheet.heads.get(place, byline.NOTHING) for place in range(row.place + 1, row.place + 1 + OVER_AUTHOR)]
    return any(head.names and head.sure >= 1 for head in below) and any(head.posted for head in below)


def _signed(sheet: Sheet) -> int:
    """The place of the first author under a headline that has its day below as well; beyond all rows where there is none."""
    if not sheet.signed:
        by = [place for place, head in sheet.heads.items() if head.by and head.names and place]
        found = (
            place for place in by if any(_is_over_author_and_day(over, sheet) for over in sheet.rows[max(0, place - 2) : place])
        )
        sheet.signed.append(next(found, len(sheet.rows)))
    return sheet.signed[0]


def _is_short_form(row: Row, sheet: Sheet) -> bool:
    """Whether the headline follows close below that has most of a line's words and more: this one is its short form, for menus."""
    words = telling.words(row)
    if len(words) < HEADLINE_WORDS or not sheet.like.leans:
        return False
    for below in sheet.rows[row.place + 1 : row.place + 1 + FORM_ROWS]:
        if row.words < below.words <= LONG_TITLE and not below.stop:
            own = set(telling.words(below))
            if len([word for word in words if word in own]) >= MOSTLY * len(words):
                return True
    return False


def _is_right_over_author(row: Row, sheet: Sheet) -> bool:
    """Whether `By …` with the author and the day touches a line from below: a headline of two sentences, and no paragraph."""
    below = sheet.heads.get(row.place + 1, byline.NOTHING)
    dated = below.dated or (
        row.words <= SENTENCES_LONG and SENTENCES.search(row.text) is not None and heads.is_dated(row.place + 2, sheet)
    )
    return not row.after and row.words < PROSE * 2 and below.by and bool(below.names) and dated


def _is_over_by(row: Row, sheet: Sheet) -> bool:
    below = sheet.heads.get(row.place + 1, byline.NOTHING)
    return below.by and bool(below.names)


def _names_sender(row: Row, sheet: Sheet) -> bool:
    """Whether a line is the name of an organisation and no more, below whom to ask: whose release it is."""
    above = sheet.rows[max(0, row.place - SENDER_ROWS) : row.place]
    asked = any([one.key.startswith(CONTACTS) for one in above])  # noqa: C419 - faster
    return asked and [(piece.sort, piece.name) for piece in pieces(row.text)] == [("organization", row.text)]


def _is_over_dated_headline(row: Row, sheet: Sheet) -> bool:
    """Whether a line of a few words stands over a day and a longer line: the section, the day, the headline."""
    told = sheet.heads.get(row.place + 1, byline.NOTHING)
    if told.posted is None or told.sure < 1 or told.names or row.place + 2 >= len(sheet.rows):
        return False
    return row.words + 3 < sheet.rows[row.place + 2].words < PROSE


def _by_place(row: Row, sheet: Sheet) -> float:
    """What a line's place says: a headline stands on top, or under a page's menus and near to the author and the story."""
    start = sheet.like.start
    if not start:
        return 0.7 if row.place == 0 else -0.04 * min(row.place, FAR)
    if row.place >= start:
        return IN_STORY if row.stop else BELOW_START
    words = telling.words(row)
    share = telling.share(words, sheet) if words else 0.0
    if row.words <= HEADLINE_WORDS and row.text in places():  # whose readers an edition is for
        return EDITION
    score = NEARNESS[bisect_right(DISTANCES, start - row.place)]
    if len(words) > 1 and row.words > HEADLINE_WORDS and share >= 0.5:
        score = max(score, 0.5)
    elif share < 1.0:
        score -= 2.5 if share == 0.0 else 1.0 if share < 0.3 or row.words <= HEADLINE_WORDS else 0.0
    below = range(row.place + 1, row.place + 1 + OVER_AUTHOR)
    return score + (1.5 if any(sheet.heads.get(place, byline.NOTHING).tells for place in below) else 0.0)


def _by_length(words: int) -> float:
    return TITLE_LENGTHS[min(words, len(TITLE_LENGTHS) - 1)]


def _by_setting(row: Row) -> float:
    """What stops, capitals and the ends of the line say."""
    score = 0.8 if row.titled >= 0.7 and row.words > 3 else 0.0
    if row.stop and row.text.rstrip("\"'”’) ")[-1:] not in "!?":
        score -= 1.0 if row.words < 9 or (row.titled >= 0.7 and row.words <= SENTENCES_LONG) else 2.2 if row.words < 20 else 4.0
        score -= 2.5 if row.words < 9 and row.place == 1 and SENTENCES.search(row.text) else 0.0  # a motto under a title
    score -= 1.5 if row.text[0] in QUOTES and row.text[-2:] in QUOTED else 0.0  # `"We never meant it."`, as decks are
    small = row.text[0].islower()  # what a program broke in two, or a form's field
    score -= 6.0 if row.text[0] in ",:;" or (small and row.text[-1] == ":") else 1.0 if small else 0.0
    score -= 1.5 if row.text[0] == "…" or row.text.endswith(("…", "...")) else 0.0
    return score - (2.5 if row.text[-1] in ",:|;" else 0.0)


def _by_menu(row: Row, sheet: Sheet) -> float:
    """What speaks against a headline whose words all begin with a capital: a menu's do, which the story hasn't."""
    if row.titled < 0.9 or row.words <= 6 or not SMALL_WORDS.isdisjoint(row.key.split()):
        return 0.0
    if not sheet.like.leans or telling.share(telling.words(row) or [""], sheet) >= MOSTLY:  # no page, or the story's own words
        return 0.0
    return 4.0 if row.words > 7 and not row.caps and MENU.fullmatch(row.text) else 1.5


def _by_meaning(row: Row, head: byline.Head, sheet: Sheet) -> float:
    """What speaks against a headline: a credit, a bullet, a byline, a date."""
    score = 0.0
    if row.opening in PICTURED_OPENINGS and PICTURED.match(row.key):
        score += 2.5
    if row.figure and "." in row.text and SOURCED.search(row.text):
        score += 6.0
    if (
        row.text[0] in "•*[(>»›"
        or row.text[:2] in POINTS
        or captions.WORD.match(row.text)
        or captions.credit_in_brackets(row.text)
    ):
        score = 4.0
    if (head.by and head.names) or (head.dated and (head.posted or head.sure > 0.3) and row.words < 16):
        whole = head.posted and head.sure >= 1 and not head.names and row.words <= DATE_WORDS
        return score + (8.0 if whole else 4.0)
    if row.words > 4 and _has_credit(row):
        score += 5.0 if "." in row.text[:-1] else 3.0
    named = head.agency or NAMED * sum([len(name.split()) for name in head.names]) >= row.words
    if named and row.place == 0 and heads.is_told_of(row, head, sheet):  # the life of somebody who has died
        return score - 1.0
    return score + (3.0 if named and head.sure >= 1 else 0.0)


def _has_credit(row: Row) -> bool:
    """Whether a maker of pictures is named in a line, or ends it."""
    text = row.text
    behind = row.words > LONGEST_CREDIT and ("." in text or "(" in text) and pictures.may_end_in_credit(row)
    return (captions.has_maker(text) and not heads.tells_of_maker(text)) or (
        ("/" in text or behind) and captions.split(text).credit is not None
    )


def _by_story(row: Row, sheet: Sheet) -> float:
    """What the story says: a headline's words come again in it, a menu's or a button's don't."""
    words = telling.words(row)
    if not words or row.text[-1] == ".":  # the words of a dek come again as well
        return 0.0
    share = telling.share(words, sheet)
    score = (
        1.6
        if share >= 0.6
        else 0.8
        if share >= 0.3
        else 0.0
        if share or len(words) < 3 or len(sheet.like.story) < TELLING
        else -1.2
    )
    return score + (0.8 if share == 1.0 and len(words) > 1 and row.words < len(SHORT_TITLES) else 0.0)


def _by_above(row: Row, sheet: Sheet) -> float:
    """What speaks against a headline: a sentence right under a line that is set as headlines are; a site's name before all."""
    if "." in row.opening and SITE.match(row.text):
        return 3.0
    if others.is_offered(row, sheet):
        return OF_SERIES
    if row.place == 0 or row.words < 9 or row.titled >= 0.5:
        return 0.0
    above = sheet.rows[row.place - 1]
    if not row.stop and sheet.heads.get(above.place, byline.NOTHING).tells:
        return 0.0
    headed = 2 < above.words < 13 if row.stop else 7 < above.words < 20
    return 1.5 if headed and above.titled >= 0.7 and not (above.stop or above.caps) else 0.0


def _labels_section(row: Row, sheet: Sheet) -> bool:
    """`OPINION | Build the wall`: the section and the headline on one line."""
    label, _, rest = row.key.partition(" | ")
    return label in sheet.phrases.sections and len(rest.split()) > 3


def given_headline(row: Row, sheet: Sheet) -> float:
    """The headline that front matter gives, standing in the text once more, on one line or on two."""
    if not sheet.given:
        return 0.0
    form = sheet.forms.get(row.place)
    return 9.0 if form == sheet.given or (form and f"{form} {sheet.forms.get(row.place + 1)}" == sheet.given) else 0.0


def headline_again(row: Row, sheet: Sheet) -> float:
    """The headline a second time, or with the paper's name beside it."""
    if (
        row.place == 0
        or row.words < 4
        or row.place not in sheet.forms
        or makers.may_name_maker(row)
        or row.place - 1 in sheet.acted
    ):
        return 0.0
    form = sheet.forms[row.place]
    first = sheet.titles.get(form, row.place)
    if first < row.place:
        if references.labelled(row.text):  # a gallery's, or right below itself the headline `Q&A: The keeper of the lamp`
            return LABELLED_AGAIN if row.place == first + 1 else 0.0
        lost = menus.is_far_above(first, sheet) or _is_of_menu(row, sheet) or _stands_between(first, row.place, sheet)
        return LITTLE if lost else 3.0
    shortest = max(20, len(form) - 40)
    if len(form) <= shortest + 1:  # no other that is long enough can stand in it
        return 0.0
    for place, known in sheet.forms.items():  # from the top down
        if place >= row.place:
            break
        if len(known) > shortest and known in form:
            return LITTLE if menus.is_far_above(place, sheet) else 2.5
    return 0.0


def _stands_between(first: int, again: int, sheet: Sheet) -> bool:
    """Whether a viewer's `x`, or on a page with menus a line as long as headlines, stands between the two of a line that stands twice."""
    between = sheet.rows[first + 1 : again] if sheet.like.start else ()
    return any(
        row.text in "x×" or (LABEL_WORDS < row.words <= PROSE and not row.stop and heads.is_bare(row, sheet)) for row in between
    )


def _is_of_menu(row: Row, sheet: Sheet) -> bool:
    """Whether the story has none of the longer words of a line, on a page with menus above it."""
    words = telling.words(row) if sheet.like.start else []
    return len(words) >= HEADLINE_WORDS and telling.share(words, sheet) == 0.0
