"""Which short lines may be credits at all, and those of a name and a paper, which what stands beside them tells from the story."""

# ruff: noqa: PLR2004 - the figures in rules are their evidence and its limits; names would hide them

import re

from sitegen.reader import agencies, captions, persons, trades, whole
from sitegen.reader.rows import Row, Words
from sitegen.reader.rules.unsigned import FIRST_PICTURES, has_author, touches_sentence
from sitegen.reader.seen import has_one
from sitegen.reader.sheet import Sheet
from sitegen.reader.words import first_names, places

FOR_HOUSE = re.compile(r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){1,3} for (?:[Tt]he )?[A-Z][\w.&’'-]*(?: [A-Z][\w.&’'-]*){0,3}")
FOR_HOUSE_CAPITALS = re.compile(
    r"[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]*){1,3} FOR (?:THE )?[A-Z][A-Z.&’'-]+(?: [A-Z&][A-Z.&’'-]*){0,3}"
)
HOUSES = trades.PAPERS | {"news", "radio", "press", "magazine"}
PHOTOS = (" file photo", " staff photo", " family photo", " photography")
SEEN = 200  # rows
MOSTLY, PICTURED = 0.6, 40  # share of words that begin with a capital; words that tell what a picture shows
BODIES = frozenset(
    "police department dept office university college museum foundation guard ministry agency institute authority library society rescue"
    " nasa noaa county archives service district".split()
)
DASHES, LEADING = "-–—", "|-–— "


def works_for_shouted_house(row: Row, _: Sheet) -> bool:
    """`HAL BRAND FOR THE COURIER`: somebody, and a paper."""
    if not (row.caps and row.words <= 8 and " FOR " in row.text and FOR_HOUSE_CAPITALS.fullmatch(row.text)):
        return False
    return row.opening in first_names() and row.key.rsplit(" ", 1)[-1] in HOUSES


def works_for_house(row: Row, sheet: Sheet) -> bool:
    """`Hal Brand for Marle Radio` beside a sentence, where it stands twice or the story has its author already."""
    if row.stop or " for " not in row.text or row.words > 8 or not FOR_HOUSE.fullmatch(row.text):
        return False
    shown = row.place - 1 in sheet.acted
    if not shown and row.opening not in first_names() and row.key.rsplit(" ", 1)[-1] not in HOUSES:
        return False
    near = [sheet.rows[place] for place in (row.place - 1, row.place + 1) if 0 <= place < len(sheet.rows)]
    if not any(one.words > 5 and not one.caps for one in near):
        return False
    again = sum(one.text == row.text for one in sheet.rows[:SEEN]) > 1
    return again or (touches_sentence(row, sheet) and has_author(row, sheet))


def names_paper_again(row: Row, sheet: Sheet) -> bool:
    """`Hal Brand, The Courier`, `Hal Brand | The Courier` beside a sentence, where the byline or another credit ends with that paper."""
    sign = " | " if " | " in row.text else ", "
    if row.stop or row.words > 8 or sign not in row.text or not touches_sentence(row, sheet):
        return False
    name, _, house = row.text.partition(sign)
    ends = f"{sign}{house}", f"/{house}", f"{sign}{house})"
    above = sheet.rows[: min(row.place, FIRST_PICTURES)]
    told = any(one.text.endswith(ends) and one.text != row.text for one in above)
    return told and house not in places() and persons.person(name, by=False) is not None


def names_paper_above(row: Row, sheet: Sheet) -> bool:
    """`HAL BRAND, MARLE COURIER` right over a picture's words, where the story has its author above."""
    if not row.caps or row.stop or row.after or row.words > 8 or row.place + 1 >= len(sheet.rows):
        return False
    name, _, house = row.text.partition(", ")
    shown = sheet.rows[row.place + 1]
    told = shown.stop and shown.words > 5 and not shown.caps and shown.after > 0
    return told and trades.is_paper(house.split()) and persons.person(name, by=False) is not None and has_author(row, sheet)


def names_office(row: Row, sheet: Sheet) -> bool:
    """`Marle County Sheriff's Office` right below the one sentence that stands over a story."""
    rows, place = sheet.rows, row.place
    if row.gap or not 0 < place < len(rows) - 1 or not _names_body(row):
        return False
    over, below = rows[place - 1], rows[place + 1]
    if not (over.stop and 5 < over.words <= PICTURED and below.stop and below.words > 7):
        return False
    if any(told < over.place for told in sheet.told):
        return False
    return len([one for one in rows[:SEEN] if _names_body(one)]) == 1  # several head the parts of a report


def _names_body(row: Row) -> bool:
    """Whether a few words with capitals are what a body may be called."""
    if row.stop or row.titled < MOSTLY or not 1 < row.words <= 7:
        return False
    return not BODIES.isdisjoint(row.key.split())


def may_be_credit(row: Words) -> bool:
    """Whether a short line has words or names in it that those of credits have."""
    text, key, words = row.text, row.key, row.words
    if (
        text[0] in DASHES and whole.label_of(text.lstrip(LEADING).partition(" ")[0].casefold()) in whole.OPENINGS
    ):  # `- Photo: Hal Brand`
        return True
    if not row.stop and ((words <= 9 and captions.MAKER.search(text) is not None) or (words <= 8 and " for " in key)):
        return True
    if (
        words <= 7
        and not row.stop
        and ("/" in text or "—" in text or " ET AL" in text or (row.titled == 1.0 and text.count(" | ") == 1))
    ):
        return True
    ends = words <= 8 and (key.endswith(PHOTOS) or (words <= 4 and key.endswith((" photo", "photo)"))))
    return "photo" in key and (ends or " by " in key or (words <= 9 and has_one(key, whole.HOUSE_SIGNS)))


def names_house_amid(row: Row, house: str, sheet: Sheet) -> bool:
    """Whether `Hal Brand/The Marle Courier` stands below the first paragraph, and the house is an agency or called as papers are."""
    if not sheet.told or row.place <= sheet.told[0]:
        return False
    return agencies.of(house) is not None or trades.is_paper(house.removeprefix("The ").split())
