"""Rules for lines that say who made a picture."""

# ruff: noqa: PLR2004 - the figures in rules are their evidence and its limits; names would hide them

import re

from sitegen.reader import behind, byline, captions, persons, trades, whole
from sitegen.reader.rows import Row
from sitegen.reader.rules import no_credits, papers
from sitegen.reader.rules.unsigned import (
    HOUSE_WORDS,
    NEAR_AUTHOR,
    SENTENCE,
    is_below_button,
    names_house_above,
    names_maker_again,
    names_only_maker,
    names_other_maker,
    touches_sentence,
)
from sitegen.reader.sheet import Sheet
from sitegen.reader.surroundings import PROSE
from sitegen.reader.words import first_names, places

LAST_LINES = 4  # rows
POSTED = re.compile(
    r"(?: / (?:Staff(?: photographer)?|Contributor|Freelance|Special to .+|For the .+)|, staff(?: photographer)?"
    r"|(?: ?[/|]|,) (?:(?:Chief|Staff|Assistant|Deputy|Senior|Visuals?) )?(?:Photo(?:graphy)? Editor|Photographer|Photojournalist"
    r"|Visual Journalist|Visuals? Editor))$",
    re.IGNORECASE,
)
FIRMS = (" co.", " inc.", " ltd.", " corp.", " jr.", " sr.")  # whose stop ends no sentence
KEPT_WORDS, KEPT_ROWS = 8, 4  # rows below
KEPT = re.compile(  # `© Courier/Hal Brand`, `© MHO/UN024301/Hal Brand`
    r"© ?(?!.*\b(?:Ltd|Limited|Inc|LLC|plc|PLC|GmbH|Newspapers|Publications|Publishing)\b)"
    r"(?:[A-Z][^\d]{2,50}|[A-Z][\w .’'-]{1,40}(?:/[\w .’'-]{2,30}){1,2})"
)
# Whence a picture came, where nobody says who made it.
SOURCES = frozenset(
    {
        *("supplied", "handout", "contributed", "submitted", "file", "file photo", "file image", "file picture", "stock image"),
        *("courtesy photo", "contributed photo", "submitted photo", "supplied photo", "stock photo", "handout photo"),
    }
)
SOURCES_SLASHED = ("provided/", "supplied/", "submitted/", "contributed/", "courtesy/", "handout/", "file/")
SLASHED = re.compile(
    r"(?P<name>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){0,3}) ?/ ?(?P<house>(?:The )?[A-Z][\w.&'’-]*(?: (?:of |for |to )?[A-Z&][\w.&'’-]*){0,5})"
)
LAND = 3  # letters
SIDE = re.compile(r"^(?:LEFT|RIGHT|TOP|BOTTOM|Left|Right|Top|Bottom): (?=(?i:photo))")
DASHED = re.compile(
    r"(?P<name>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){1,3})—(?:The )?[A-Z][\w.&'’-]*(?: (?:of |for )?[A-Z&][\w.&'’-]*){0,4}"
)

DOUBTFUL, MOST_SMALL = (
    frozenset({"permission", "foto", "fotos"}),
    3,
)  # `Permission granted by the board lets …`; small words of a credit


def credit_line(row: Row, sheet: Sheet) -> float:
    """A picture's credit on its own line."""
    known = sheet.credits.get(row.place)
    if known is None:
        known = sheet.credits[row.place] = _credit_line(row, sheet)
    return known


def _credit_line(row: Row, sheet: Sheet) -> float:
    if no_credits.is_none(row, sheet):
        return 0.0
    for form in FORMS_OF_SENTENCES if row.stop else FORMS:
        if form(row, sheet):
            return (
                8.0 if row.text == "/" else 7.0 if row.text[0] == "©" and ((row.gap and row.after) or "/" in row.text) else 5.0
            )
    bare = row.text.strip("()[] ")
    if row.text[-1] == ")" and "(" not in row.text and _closes(row, sheet):
        return 6.0
    if row.gap == 0 and row.place and row.words < 10 and len(row.text) - len(bare) > 1 and behind.names_only(bare):
        return 5.0 if sheet.rows[row.place - 1].words > 4 and row.text[0] in captions.BRACKETS else 0.0
    if not row.stop and row.words <= 9 and bare[:1].isupper() and captions.MAKER.search(bare) and captions.ALONE.match(bare):
        return 5.0
    return 5.0 if row.text[0] in "([" and captions.credit_in_brackets(row.text) else 0.0


def _is_dashed(row: Row, sheet: Sheet) -> bool:
    """`Hal Brand—Northern Picture Agency` directly below a picture's words, as weeklies set it."""
    if "—" not in row.text or row.stop or row.gap or row.words > LONGEST_UNSIGNED or not row.place:
        return False
    match, above = DASHED.fullmatch(row.text), sheet.rows[row.place - 1]
    return match is not None and above.words > 5 and above.stop and persons.person(match["name"], by=False) is not None


def has_post(row: Row, sheet: Sheet) -> bool:
    """`Hal Brand, Marle Journal / Staff photographer`, `HAL BRAND, Marle Journal`, directly below a picture's words."""
    above = sheet.rows[row.place - 1]
    if row.place == 0 or row.gap or row.stop or row.words > 9 or not above.stop or above.words <= 5:
        return False
    if POSTED.search(row.text):
        return True
    name, _, house = row.text.partition(", ")
    return (
        name.isupper() and not row.caps and persons.person(name, by=False) is not None and trades.is_paper(house.split()[-3:])
    )


def _keeps_rights(row: Row, sheet: Sheet) -> bool:
    """`© Courier/Hal Brand` without a year, beside a picture's words or where paragraphs follow: no site keeps its rights there."""
    if row.text[0] != "©" or row.words > KEPT_WORDS or KEPT.fullmatch(row.text) is None:
        return False
    below = sheet.rows[row.place + 1 : row.place + 1 + KEPT_ROWS]
    return touches_sentence(row, sheet) or sum(one.stop and one.words >= PROSE for one in below) > 1


def _is_labelled(row: Row, _: Sheet) -> bool:
    """Whether a line is a credit behind its label: `Photo: Hal Brand`, `Image source, Courier`."""
    text = SIDE.sub(
        "", row.text.lstrip("|-–— ")
    )  # `| Photo Credit: Hal Brand`, `- Photo by Hal Brand`, `LEFT: PHOTOGRAPH BY HAL BRAND`
    opening = row.opening if text == row.text else text.partition(" ")[0].casefold()
    if (
        row.text[0] in "\"“'‘"
        or (row.text[-1] == "," and not row.key.startswith("photo: "))
        or (row.stop and row.words >= 6 and not row.key.endswith(FIRMS) and not (text[:8] == "CREDIT: " and "/" in text))
        or whole.label_of(opening) not in whole.CREDITING
        or captions.WHOLE.match(text) is None
        or (opening in DOUBTFUL and sum(map(str.islower, row.text.split())) > MOST_SMALL)
    ):
        return False
    if row.key.startswith(("photos:", "pictures:", "images:")) and not behind.names_only(text.partition(": ")[2]):
        return False
    told = captions.split(text)
    return not captions.tells(text) and not (told.credit and told.text.count(" ") >= SENTENCE)


def _is_whole(row: Row, _: Sheet) -> bool:
    return whole.is_credit(row.text)


def names_maker_above(row: Row, sheet: Sheet) -> bool:
    """Whether a name stands directly over a picture's words, and those over the author and his post: who made the picture."""
    if row.words > 5 or row.after or row.place + 2 >= len(sheet.rows):
        return False
    if row.key.rpartition(" ")[2] in sheet.phrases.sections:  # `Virginia Politics`
        return False
    own, told, author = (sheet.heads.get(row.place), sheet.rows[row.place + 1], sheet.heads.get(row.place + 2))
    if own is None or not own.names or own.by or own.dated or author is None or not author.names:
        return False
    unknown = own.names[0].split()[0].casefold() not in first_names()
    if unknown and (not _has_headline(row, sheet) or row.place < LAST_LINES + sheet.head_start):
        return False  # `Dead Reckoning` may be the headline
    if SLASHED.fullmatch(sheet.rows[row.place + 2].text):  # who made it stands below its words, and above them the author
        return False
    return told.stop and told.words > 5 and told.after <= row.gap and (author.by or author.credited)


def _has_headline(row: Row, sheet: Sheet) -> bool:
    """Whether a line above may be a headline: some words without a stop that tell neither who nor when."""
    rows, heads = sheet.rows[max(0, row.place - NEAR_AUTHOR) : row.place], sheet.heads
    return any(SENTENCE <= one.words < PROSE and not (one.stop or heads.get(one.place, byline.NOTHING).tells) for one in rows)


def _stood_above(row: Row, sheet: Sheet) -> bool:
    """Whether the same line stands above: pages print a picture's credit twice, for eyes and for ears."""
    if row.place > 1 and not row.gap and any(one.text == f"/ {row.text}" for one in sheet.rows[row.place - 2 : row.place]):
        return True  # and a slash between, as public radio has it
    sign = " | " if " | " in row.text else "/"
    if "@" in row.text:  # `Hal Brand | hbrand@courier.example`
        return False
    may = (sign in row.text and may_name_maker(row)) or (sign != "/" and row.words <= HOUSE_WORDS + 1 and not row.stop)
    names = [part.strip() for part in row.text.split(sign)] if may else []
    if not any(persons.person(name, by=False) or captions.SIGN.fullmatch(name) for name in names):  # `Sci/Tech`
        return False
    return sheet.like.repeated.get(row.key, 0) > 1 and any([one.key == row.key for one in sheet.rows[: row.place]])  # noqa: C419 - faster


def stands_over_button(row: Row, sheet: Sheet) -> bool:
    """Whether `hide caption` stands directly below a line, or that and the same line above it: who made the picture."""
    if row.stop or row.words > 8 or not row.place:
        return False
    below = sheet.rows[row.place + 1] if row.place + 1 < len(sheet.rows) else row
    if (
        row.place > 2 and sheet.rows[row.place - 3].key == "hide caption" and row.words <= 6
    ):  # over it the film's name and what it shows
        name, told = sheet.rows[row.place - 2 : row.place]
        return row.titled > 0.5 and told.stop and not (name.stop or name.words <= 5 or name.gap or told.gap or row.gap)
    if below.key in BUTTONS and (not row.after or row.titled >= MOSTLY_NAMED):
        return True
    above = sheet.rows[max(0, row.place - 3) : row.place]
    return not BUTTONS.isdisjoint([one.key for one in above]) and any(one.text == row.text for one in above)


MOSTLY_NAMED = 0.6  # of the words of who made a picture begin with a capital
BUTTONS = frozenset({"hide caption", "toggle caption"})


def is_of_house(row: Row) -> bool:
    """`Hal Brand, Courier file photo`: a name, and whose picture it is."""
    name, _, house = row.text.partition(", ")
    return house[:1].isupper() and persons.person(name, by=False) is not None


def _names_source(row: Row, sheet: Sheet) -> bool:
    """Whether a line says whence a picture came, and no more: `SUPPLIED`."""
    if (row.text[-1] == ")" and LICENSED.search(row.text)) or (" ET AL" in row.text and SCIENTISTS.fullmatch(row.text)):
        return True
    named = row.words <= 9 and row.key.startswith(SOURCES_SLASHED)
    kept = row.words <= 6 and row.text[0] == "(" and row.text[-1] == ")" and row.key.rstrip(")").rpartition(" ")[2] in KEEPERS
    named = named or (kept and row.titled > MOSTLY_NAMED)
    if not named and row.words <= 4:
        station = captions.STATION.fullmatch(row.text.strip("()")) is not None and row.text[0] == "(" and row.text[-1] == ")"
        named = station or row.key.strip("() ") in SOURCES or row.key.endswith(papers.PHOTOS)
    named = named or (row.words <= 8 and row.key.endswith(papers.PHOTOS) and is_of_house(row))
    return named and not row.stop and (touches_sentence(row, sheet) or _is_set_evenly(row, sheet))


def _is_set_evenly(row: Row, sheet: Sheet) -> bool:
    """Whether as many blank lines stand above and below a line as above the sentence over it: gaps tell nothing there."""
    above = sheet.rows[row.place - 1] if row.place else row
    return above.stop and row.gap == row.after == above.gap


KEEPER_WORDS, FEWEST_SHOWN, MOST_SHOWN = 5, 6, 22  # words
# Houses that keep old pictures, by their last words.
KEEPERS = frozenset(
    "society museum archive archives library collection collective foundation department gallery university".split()
)


def names_keeper(row: Row, sheet: Sheet) -> bool:
    """`Marle Historical Society`, `Courier archive` directly below a picture's few words, above the story: amid it they may head a part."""
    if (
        row.place >= sheet.head_end
        or row.gap
        or row.stop
        or not 1 < row.words <= KEEPER_WORDS
        or row.titled < MOSTLY_NAMED
        or not row.place
    ):
        return False
    above = sheet.rows[row.place - 1]
    few = above.stop and FEWEST_SHOWN <= above.words <= MOST_SHOWN and above.text[0] not in "\"“‘'"
    return few and row.key.rsplit(" ", 1)[-1] in KEEPERS - {"university", "department"}  # whose news it may be


def may_name_maker(row: Row) -> bool:
    """Whether a line may be `Hal Brand/Courier`, or directly below another `HAL BRAND, COURIER`, in capitals."""
    if row.words > 7 or row.stop:
        return False
    if "/" in row.text and (slashed := SLASHED.fullmatch(row.text)):
        return not (
            trades.ends_in_job(row.text) or slashed["house"] in places()
        )  # `Hank Tolland/Courier Writer`, `Iva Voss /Dubai`
    if not row.caps or row.gap:
        return False
    if ", " in row.text or " | " in row.text or row.key.rsplit(" ", 1)[-1] in KEEPERS:
        return True
    return " FOR THE " in row.text and persons.person(row.text.partition(" FOR THE ")[0], by=False) is not None


def _names_maker(row: Row, sheet: Sheet) -> bool:
    """Whether a name and a paper in capitals end a picture's words: directly below a sentence, apart from what follows."""
    if not may_name_maker(row) or row.place == 0:
        return False
    if match := SLASHED.fullmatch(row.text):
        maker, other = persons.person(match["name"], by=False), persons.person(match["house"], by=False)
        house = other is None or len(match["house"].rpartition(" ")[2]) <= LAND or _is_only_given(maker, other)  # `Fairway NZ`
        named = match["name"].split()
        if maker is None and other is not None and (len(named) == 1 or trades.is_paper(named)):  # `Courier/Hal Brand`
            return touches_sentence(row, sheet)
        if row.caps and all(one.words > 5 and one.stop for one in sheet.rows[row.place - 1 : row.place + 2 : 2]):
            return True  # `H. BRAND/MARLE MARINA` between two sentences
        amid = papers.names_house_amid(row, match["house"], sheet)
        return maker is not None and house and (row.caps or amid or touches_sentence(row, sheet))
    below, above = sheet.heads.get(row.place + 1, byline.NOTHING), sheet.rows[row.place - 1]
    told = above.stop and above.words > 5 and not above.caps
    if row.after == 0 and " FOR THE " not in row.text and not (below.by and ", " in row.text):
        return told and _is_with_paper(row)  # so may a crosshead: `HISTORICAL SOCIETY`
    return told and behind.names_only(row.text.replace(",", ""))


def _is_only_given(maker: str | None, other: str) -> bool:
    """Whether of two names the first alone begins with a given name: `Hal Brand / Kansas Outdoors`."""
    given = [name is not None and name.split(" ", 1)[0].casefold() in first_names() for name in (maker, other)]
    return given == [True, False]


def _is_with_paper(row: Row) -> bool:
    """`HAL BRAND | THE MARLE NEWS`."""
    name, _, house = row.text.partition(" | ")
    return bool(house) and trades.is_paper(house.split()) and persons.person(name, by=False) is not None


def _is_behind_bar(row: Row, sheet: Sheet) -> bool:
    """`| Hal Brand/Courier`, `| Pool photo by Hal Brand` beside a picture's words."""
    maker = row.text.removeprefix("| ")
    if row.words > LONGEST_UNSIGNED or maker == row.text or " | " in maker or not touches_sentence(row, sheet):
        return False
    return any(
        form(maker)
        for form in (whole.is_credit, captions.WHOLE.match, captions.ALONE.match, SLASHED.fullmatch, papers.FOR_HOUSE.fullmatch)
    )


def _is_behind_slash(row: Row, sheet: Sheet) -> bool:
    """`/ Hal Brand/Courier` directly below a picture's words."""
    maker = row.text.removeprefix("/ ")
    if maker == row.text or row.gap or row.stop or row.words > LONGEST_UNSIGNED or not row.place:
        return False
    return sheet.rows[row.place - 1].words > 5 and SLASHED.fullmatch(maker) is not None


def _is_with_photo(row: Row, sheet: Sheet) -> bool:
    """`Hal Brand photo` directly below a picture's words."""
    if not row.text.endswith(" photo") or row.gap or not 3 <= row.words <= 4 or not touches_sentence(row, sheet):
        return False
    return persons.person(row.text.removesuffix(" photo"), by=False) is not None


def is_parted(row: Row, sheet: Sheet) -> bool:
    """`Hal Brand`, `/` and `Courier`, each on a line: whether a line is one of the three."""
    if row.words > 7 or (row.text != "/" and not _is_beside_slash(row, sheet)):
        return False
    for place in range(row.place - 2, row.place + 1):
        trio = sheet.rows[max(0, place) : place + 3]
        if len(trio) == 3 and trio[1].text == "/" and trio[1].gap == trio[2].gap:
            head = sheet.heads.get(trio[0].place)
            return head is not None and bool(head.names) and not head.by and trio[2].words <= 4
    return False


def _is_beside_slash(row: Row, sheet: Sheet) -> bool:
    place, rows = row.place, sheet.rows
    return (place > 0 and rows[place - 1].text == "/") or (place + 1 < len(rows) and rows[place + 1].text == "/")


def is_unsigned(row: Row, sheet: Sheet) -> bool:
    """Whether a line may be a credit that no word shows: by its form, or by one of `UNSIGNED` but the last."""
    if (row.caps or "/" in row.text) and may_name_maker(row):
        return True
    head = sheet.heads.get(row.place)
    if head is not None and head.names and any(form(row, sheet) for form in OF_NAMES):
        return True
    if row.stop:
        return False
    rows, place = sheet.rows, row.place  # without some words beside it, it is none of `OF_PLACE`
    beside = (place > 0 and rows[place - 1].words > 5) or (place + 1 < len(rows) and rows[place + 1].words > 5)
    if not beside:
        return False
    if is_below_button(row, sheet):
        return True
    apart = names_house_above(row, sheet) if row.gap else names_maker_again(row, sheet) or has_post(row, sheet)
    return apart or papers.names_paper_again(row, sheet) or names_keeper(row, sheet) or papers.names_office(row, sheet)


def _closes(row: Row, sheet: Sheet) -> bool:
    """Whether a line closes the bracket that a caption has left open a line or two above."""
    above = [sheet.rows[place] for place in (row.place - 1, row.place - 2) if place >= 0 and not row.gap]
    return any(one.text[-1] in captions.BRACKETS for one in above)


# The forms that nothing in the line itself tells of, but what stands around it.
OF_NAMES = (names_only_maker, names_other_maker, names_maker_above)  # of lines that may be an author's name
OF_PLACE = (
    is_below_button,
    papers.names_paper_again,
    papers.names_office,
    names_maker_again,
    names_house_above,
    has_post,
    names_keeper,
)  # of lines without a stop
UNSIGNED = (*OF_NAMES, *OF_PLACE, is_parted)
LONGEST_UNSIGNED = 9  # words
BESIDE = (
    stands_over_button,
    papers.works_for_house,
    papers.works_for_shouted_house,
    *UNSIGNED,
)  # those that may look like an author's name
SCIENTISTS = re.compile(r"[A-Z]\. ?[A-Z][\w'’-]+ ET AL\.? ?/ ?[A-Z].{2,60}")  # `H. BRAND ET AL/ANNALS OF TIDES 2025`
LICENSED = re.compile(r"^(?:[\w.'’/-]+ ){1,8}\(CC[ -](?:BY|0)[\w .-]*\)$")  # `HAL BRAND/WIKIMEDIA COMMONS (CC BY-SA 3.0)`
FORMS = (
    papers.names_paper_above,
    _is_labelled,
    _is_whole,
    _is_behind_bar,
    _is_behind_slash,
    _is_dashed,
    _is_with_photo,
    _names_maker,
    *BESIDE,
    _names_source,
    _stood_above,
    _keeps_rights,
)
FORMS_OF_SENTENCES = (_is_labelled, names_maker_above, is_parted, _keeps_rights)  # of all of them those that may end as one
