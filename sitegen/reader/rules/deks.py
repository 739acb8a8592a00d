"""Rules for what stands under the headline: deks."""

# ruff: noqa: PLR2004 - the figures in rules are their evidence and its limits; names would hide them

import re

from sitegen.reader import acting, byline, dateline, exports
from sitegen.reader.rows import Row
from sitegen.reader.rules import bylines, galleries, heads, makers, notes, pictures, site, stacked, telling, unsigned, when
from sitegen.reader.rules.head import AGE, headline_again
from sitegen.reader.sheet import Sheet, key_of
from sitegen.reader.surroundings import PROSE
from sitegen.reader.words import first_names, opens_as_furniture, places

LABEL_WORDS, HEADLINE_WORDS, MOSTLY = 5, 3, 0.7
SHORTEST = 8  # words of a first paragraph with its dateline
BUTTON_WORDS = 3
OPENING_STORY = "article content"  # over the first paragraph, at papers of one house in Canada
TOWN = re.compile(r"([A-Z][a-z]+(?: [A-Z][a-z]+)?): [A-Z]")  # with which papers of India begin a story
OVER_STORY = 4.2  # more than a dek loses right over the story (`decide.PAIRS`)
LEADING_THERE = frozenset("posted post posts video film map website page online tweet tweeted here link".split())
SUMMED, LONGEST_STOPPED, BELOW_PICTURE = 8.0, 30, 2.0
NEAR_NAME, LITTLE = 4, 0.3  # rows; how much of a line is understood


def labelled_dek(row: Row, _: Sheet) -> float:
    """`Highlight: …` in what a database wrote out."""
    return 7.0 if exports.meaning_of(row) in {"dek", "subhead"} else 0.0


def lone_dek(row: Row, sheet: Sheet) -> float:
    """A sentence or two under the headline."""
    if not 4 <= row.words <= 60 or sheet.letters or dateline.opens(row.text) or _is_of_head(row, sheet):
        return 0.0
    if (
        (row.place and sheet.rows[row.place - 1].key == OPENING_STORY)
        or site.is_motto(row.key)
        or row.key.endswith(stacked.PICTURE_FILES)
        or site.is_desk(row, sheet)
        or _is_paper(row, sheet)
        or heads.is_station(row, sheet)
    ):
        return 0.0
    below_section = heads.is_below_section_again(row, sheet)
    if below_section or stacked.in_points(row, sheet) or stacked.is_summing(row, sheet):
        return SUMMED if row.stop or below_section else OVER_STORY
    if (
        row.key.startswith("portrait of ")  # in place of the author's picture
        or (
            not (row.gap or row.stop) and row.after and unsigned.names_house_above(sheet.rows[row.place - 1], sheet)
        )  # a picture's words
        or (row.text[-3] == ":" and row.text[-2:].isdigit())  # how long a film runs
        or (row.text[0] == "(" and row.text[-1] == ")")  # a word to editors
        or _is_under_menu(row, sheet)
        or (row.place == telling.headline(sheet) and not _is_under_headline_again(row, sheet))
        or _is_of_another(row, sheet)
        or _is_over_gallery(row, sheet)
    ):
        return 0.1
    if row.text.startswith(("…", "...")):  # so a headline's second thought is set in many papers
        return 4.0
    score = 1.6 if 8 <= row.words <= 36 else 0.9 if row.words > 36 else 0.3 + 0.15 * (row.words - 4)
    score -= 0.9 if row.titled >= 0.75 and not row.stop and row.words >= 5 else 0.0
    score += 1.8 if row.gap and row.place and row.text[0].islower() and not row.stop else 0.0  # no story opens so
    if not row.stop:
        score += 1.5 if heads.says_twice(row) else 0.0
        aged = sheet.rows[row.place - 1].key.startswith(AGE)  # between the headline and the dek
        score += OVER_STORY if aged or _is_between(row, sheet) else _over_dateline(row, sheet)
        score += 1.5 if row.place > 1 and _leads_on(row, sheet) and _is_of_picture(row.place - 1, sheet) else 0.0
    elif (
        row.words <= LONGEST_STOPPED
        and not (acting.tells_action(row.text) and _has_dek_above(row, sheet))
        and _is_over_dateline(row, sheet)
        and (_is_of_picture(row.place - 1, sheet) or _is_below_author(row, sheet))
    ):
        score += OVER_STORY + BELOW_PICTURE
    elif _is_over_day(row, sheet):
        score += OVER_STORY
    elif row.words <= LONGEST_STOPPED and (_is_between_day_and_picture(row, sheet) or _is_over_town(row, sheet)):
        score += OVER_STORY + BELOW_PICTURE
    score += OVER_STORY + BELOW_PICTURE if row.stop and _is_over_address(row, sheet) else 0.0
    score += 2.5 if _is_set_under(row, sheet) else 2.0 if _is_first_point(row, sheet) else 0.0
    return max(0.1, score - (0.6 if row.text[0] in '"“' else 0.0) - (0.4 if row.caps else 0.0))


def _is_under_headline_again(row: Row, sheet: Sheet) -> bool:
    """Whether the line above is one that stood above already, as the headline over its dek does at some papers of India."""
    form = sheet.forms.get(row.place - 1)
    return form is not None and sheet.titles.get(form, row.place) < row.place - 1


def _is_over_address(row: Row, sheet: Sheet) -> bool:
    """Whether the page's own short address, `https://p.marle.example/p/4Hx2a`, follows, as some set it between dek and picture."""
    below = sheet.rows[row.place + 1] if row.place + 1 < len(sheet.rows) else row
    signed = any(head.by and head.names for place, head in sheet.heads.items() if place < row.place)
    if signed or not LEADING_THERE.isdisjoint(row.key.strip(".").split()):  # a lede over the post that it tells of
        return False
    return row.words >= SHORTEST and below.words == 1 and below.key.startswith(("https://", "http://"))


def _is_between_day_and_picture(row: Row, sheet: Sheet) -> bool:
    """Whether a sentence or two stand below the day, in a text without blank lines, over a picture's words and their credit."""
    above, below = sheet.heads.get(row.place - 1, byline.NOTHING), sheet.rows[row.place + 1 : row.place + 3]
    if (
        above.posted is None
        or above.names
        or "+ More" not in sheet.rows[row.place - 1].text
        or row.gap
        or len(below) < 2
        or any(one.gap for one in below)
        or not below[0].stop
    ):
        return False
    return makers.credit_line(below[1], sheet) > 0.0 and makers.credit_line(below[0], sheet) == 0.0


def _is_over_day(row: Row, sheet: Sheet) -> bool:
    """Whether a sentence or two stand between the author and the day: no story begins there."""
    above, below = sheet.heads.get(row.place - 1, byline.NOTHING), sheet.heads.get(row.place + 1, byline.NOTHING)
    return above.by and bool(above.names) and below.posted is not None and below.sure >= 1 and not below.names


def _is_over_town(row: Row, sheet: Sheet) -> bool:
    """Whether a sentence touches the headline on top, and the story begins apart, with its town: `Hyderabad: The board …`."""
    if (
        row.place != 1
        or row.gap
        or not row.after
        or row.place + 1 >= len(sheet.rows)
        or not heads.is_bare(sheet.rows[0], sheet)
    ):
        return False
    below = sheet.rows[row.place + 1]
    named = TOWN.match(below.text)
    return below.words >= PROSE and (_is_over_dateline(row, sheet) or (named is not None and named[1] in places()))


def _is_over_gallery(row: Row, sheet: Sheet) -> bool:
    """Whether a paragraph stands over the first of a gallery's captions: so the story began."""
    below = sheet.rows[row.place + 1] if row.stop and row.words >= PROSE and row.place + 1 < len(sheet.rows) else row
    return below is not row and galleries.is_of_gallery(below, sheet)


def _is_of_another(row: Row, sheet: Sheet) -> bool:
    """Whether a line without a stop is another story's headline: this one has none of its longer words, on a page with menus."""
    words = telling.words(row) if sheet.like.start and not row.stop else []
    return len(words) > HEADLINE_WORDS and telling.share(words, sheet) == 0.0


def _is_under_menu(row: Row, sheet: Sheet) -> bool:
    """Whether a word or two stand above a line, no headline, on a page with menus."""
    if not sheet.like.start or not row.place or sheet.rows[row.place - 1].words >= HEADLINE_WORDS:
        return False
    if row.stop and sheet.heads.get(row.place + 1, byline.NOTHING).by:  # a sentence over the author
        return False
    return not sheet.heads.get(row.place - 1, byline.NOTHING).dated


def _is_paper(row: Row, sheet: Sheet) -> bool:
    """`Marle Herald & Weekly`: whether a few words in capitals stand between the author's name and the date."""
    if row.words > LABEL_WORDS or row.stop or row.titled < MOSTLY:
        return False
    above, below = sheet.heads.get(row.place - 1, byline.NOTHING), sheet.heads.get(row.place + 1, byline.NOTHING)
    return bool(above.names) and above.sure >= 1 and below.posted is not None and below.sure >= 1


def _is_first_point(row: Row, sheet: Sheet) -> bool:
    """Whether a line without a stop, which isn't the headline again, stands over another that goes with it, as points do."""
    if row.stop or not row.place or row.place + 1 >= len(sheet.rows):
        return False
    words, above = telling.words(row), telling.words(sheet.rows[row.place - 1])
    return stacked.dek_points(sheet.rows[row.place + 1], sheet) > 0.0 and not set(words).issubset(above)


def _is_set_under(row: Row, sheet: Sheet) -> bool:
    """Whether a line without a stop touches the line above it and the story stands apart below: it goes with the headline."""
    if row.stop or row.gap or not row.after or not row.place or row.place + 1 >= len(sheet.rows):
        return False
    above, below = sheet.rows[row.place - 1], sheet.rows[row.place + 1]
    if below.words < PROSE or not below.stop or above.words < HEADLINE_WORDS or above.stop:
        return False
    return (row.place == 1 or above.gap > 0) and heads.is_bare(above, sheet)


def _over_dateline(row: Row, sheet: Sheet) -> float:
    """What a dateline below speaks for a line without a stop: more where it is set as an office sets the second line of its headline."""
    return (
        0.0
        if not _is_over_dateline(row, sheet)
        else OVER_STORY + 1.0
        if row.titled >= 0.75 and row.words > 7 and row.gap
        else 3.0
    )


def _is_over_dateline(row: Row, sheet: Sheet) -> bool:
    """Whether the story begins below, with its dateline: what stands between it and the headline isn't its."""
    if not row.place:
        return False
    under = _below_pictures(row.place + 1, sheet) if _may_sum_up(row, sheet) else row.place + 1
    below = sheet.rows[under] if under < len(sheet.rows) else row
    if not below.stop or below.words < SHORTEST:
        return False
    shouted = below.text[:3].isupper() and not below.caps and dateline.read(below.text) is not None  # `MARLE—The board …`
    return shouted or dateline.opens(below.text)


def _has_dek_above(row: Row, sheet: Sheet) -> bool:
    """Whether a sentence stands over the author already: the dek, so that another below him shows what a picture does."""
    by = next((place for place in range(row.place - 1, 0, -1) if sheet.heads.get(place, byline.NOTHING).by), 0)
    above = sheet.rows[by - 1] if by > 1 else row
    return above is not row and above.stop and above.words >= SHORTEST


def _may_sum_up(row: Row, sheet: Sheet) -> bool:
    """Whether a sentence is neither a picture's words, nor a note, nor the day: what stands so far above its story may be its dek."""
    if (
        not row.stop
        or row.words < SHORTEST
        or acting.tells_action(row.text)
        or sheet.heads.get(row.place, byline.NOTHING).dated
        or row.place + 1 >= len(sheet.rows)
    ):
        return False
    credited = makers.credit_line(sheet.rows[row.place + 1], sheet) > 0.0
    return not (credited or _is_of_picture(row.place, sheet) or notes.may_note(row) or pictures.file_photo(row, sheet))


def _is_between(row: Row, sheet: Sheet) -> bool:
    """Whether a line stands between the author under a headline and the first paragraph: hardly ever is it the story's."""
    if row.words < LABEL_WORDS or not (
        _is_first(_below_pictures(row.place + 1, sheet, buttons=True), sheet) or _is_over_dateline(row, sheet)
    ):
        return False
    if not (row.text[0].isupper() or row.text[0].isdigit()) or not row.text[-1].isalnum():  # what somebody says
        return False
    if _is_of_picture(row.place, sheet):
        return False
    return _is_below_author(row, sheet)


def _is_below_author(row: Row, sheet: Sheet) -> bool:
    """Whether nothing but the author, the day, pictures and buttons stands between a line and the headline."""
    place, named, addressed = row.place - 1, False, sheet.like.start > 0
    while place > 0 and (
        (told := sheet.heads.get(place, byline.NOTHING)).contact
        or _is_of_picture(place, sheet)
        or _tells(told)
        or (told.credited and sheet.rows[place].caps)  # the paper
        or _is_of_buttons(sheet.rows[place], sheet)
        or _is_under_headline(place, told, sheet)
    ):
        addressed = addressed or told.contact
        named = named or (row.stop and told.by and told.agency is not None)
        named = named or (
            bool(told.names) and (told.by or (told.sure >= 1 and (addressed or _is_under_headline(place, told, sheet))))
        )
        place -= 1
    return named and sheet.rows[max(place, 0)].words > HEADLINE_WORDS


def _is_under_headline(place: int, head: byline.Head, sheet: Sheet) -> bool:
    """Whether somebody's name stands right under the headline: no line as long as one stands above that."""
    if (
        place == 0
        or not head.names
        or not (stacked.is_person(head) or bylines.INITIALS.match(head.names[0]))
        or not heads.is_bare(sheet.rows[place - 1], sheet)
    ):
        return False
    over = sheet.rows[max(0, place - 2)]
    return place == 1 or over.words <= LABEL_WORDS or not heads.is_bare(over, sheet) or _is_of_buttons(over, sheet)


def _is_of_buttons(row: Row, sheet: Sheet) -> bool:
    """Whether a line is furniture that many sites share, or a strip of it."""
    return key_of(row) in sheet.phrases.furniture or opens_as_furniture(row.key) or site.furniture_parts(row, sheet) > 0.0


def _below_pictures(place: int, sheet: Sheet, *, buttons: bool = False) -> int:
    """The next place at which neither a picture's words nor their credit stand; nor one of the `buttons`, if those are passed over."""
    rows, told = sheet.rows, sheet.told[0] if sheet.told else 0
    while place < told and (
        _is_of_picture(place, sheet)
        or (place + 1 < len(rows) and _is_of_picture(place + 1, sheet))
        or (buttons and rows[place].words <= BUTTON_WORDS and _is_of_buttons(rows[place], sheet))
    ):
        place += 1
    return place


def _leads_on(row: Row, sheet: Sheet) -> bool:
    """Whether `By …`, the day or the first paragraph follows a line."""
    return (
        sheet.heads.get(row.place + 1, byline.NOTHING).tells or _is_first(row.place + 1, sheet) or _is_over_dateline(row, sheet)
    )


def _is_first(place: int, sheet: Sheet) -> bool:
    """Whether the story begins with the row at a place."""
    return bool(sheet.told) and sheet.told[0] == place


def _tells(head: byline.Head) -> bool:
    return head.tells or head.posted is not None or (head.credited and head.sure >= 1)


def _is_of_picture(place: int, sheet: Sheet) -> bool:
    """Whether a row under the headline is a picture's words with their credit, or a byline's furniture."""
    row = sheet.rows[place]
    return key_of(row) in bylines.ALONE or pictures.credited_caption(row, sheet) > 0.0 or makers.credit_line(row, sheet) > 0.0


RATED = re.compile(r"\d(?:\.\d)? ?(?:/|out of) ?\d{1,2}\b")  # `4 / 5 stars`


def _is_of_head(row: Row, sheet: Sheet) -> bool:
    """Whether a line is another part of the head: a label, who wrote it and when, the headline again, who the author is."""
    head = sheet.heads.get(row.place, byline.NOTHING)
    if (
        row.text[-1] == ":"
        or ("share on " in row.key and not row.stop)
        or (row.opening == "submitted" and row.key.endswith(" on"))
        or row.text[0] in "★☆"
        or (row.text[0].isdigit() and RATED.match(row.text))
        or (head.dated and head.by)
    ):
        return True
    if not row.stop and when.is_under_author(row, sheet) and sheet.heads.get(row.place + 1, byline.NOTHING).dated:
        return True
    if head.names and head.sure > LITTLE and (head.dated or head.agency or head.contact or head.by):
        return True
    if sheet.phrases.sections.issuperset(row.key.removeprefix("in ").split(", ")):
        return True
    return _opens_with_author(row, sheet) or headline_again(row, sheet) > 0


def _opens_with_author(row: Row, sheet: Sheet) -> bool:
    """Whether a line begins with a name that stands close above."""
    for place in range(max(0, row.place - NEAR_NAME), row.place):
        head = sheet.heads.get(place, byline.NOTHING)
        for name in head.names:
            if row.text.startswith(f"{name} ") and (head.by or name.split()[0].casefold() in first_names()):
                return True
    return False


def bulleted_dek(row: Row, sheet: Sheet) -> float:
    """`* Shares fall 9 pct`, `- Shares fall`: the points under a headline of a wire, of a release, above the story."""
    if row.text[:2] not in {"* ", "- ", "• "}:
        return 0.0
    if stacked.in_bullets(row, sheet):
        return 5.0
    if row.place >= 8 or row.stop or row.words >= 16 or row.text[0] == "•":
        return 0.0
    return 3.0 if row.text[0] == "*" or (row.place == 1 and sheet.told and row.place < sheet.told[0] < 5) else 0.0
