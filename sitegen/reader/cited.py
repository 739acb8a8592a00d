"""A database's citation above an article: `Ortega, Ines. Marle Courier; Port Hale [Port Hale]. 04 Mar 2001: B.1.`."""

import re

from msgspec.structs import replace

from sitegen.reader.labels import NAME, in_order
from sitegen.reader.rows import Row, glossed

OPENING = 3  # rows within which it stands
TURNED_NAMES = rf"{NAME}(?: {NAME})?, {NAME}(?: {NAME})?(?:; {NAME}(?: {NAME})?, {NAME}(?: {NAME})?){{0,5}}"
CITED = re.compile(
    rf"(?:(?P<authors>{TURNED_NAMES})\. )?[A-Z][^;.:]{{2,80}}(?:; [^\[]{{2,60}}?)?(?: \[[^\]]{{2,60}}\])?\.?"
    r" ?(?P<day>\d{1,2} [A-Z][a-z]{2} (?:19|20)\d\d): \w*[.-]?\d\S{0,8}"
)
# `Miriam Castellan. Capitol Ledger. Capitol City: Apr 18, 2004. pg. A.14`, as it once did
CITED_ONCE = re.compile(
    rf"(?P<authors>{NAME}(?: {NAME}){{1,3}}(?:(?:, |; | and ){NAME}(?: {NAME}){{1,3}}){{0,3}})\. [A-Z][^.:]{{2,60}}\. [A-Z][^.:]{{2,40}}:"
    r" (?P<day>[A-Z][a-z]{2} \d{1,2}, (?:19|20)\d\d)\. +pg\. ?\w[\w.]{0,8}"
)


def as_bylines(rows: list[Row]) -> list[Row]:
    """The rows with a citation on top as a byline."""
    for row in rows[:OPENING]:
        if row.figure and ". " in row.text and (";" in row.text or "[" in row.text) and (match := CITED.fullmatch(row.text)):
            told = f"By {in_order(match['authors'])} | {match['day']}" if match["authors"] else f"Published {match['day']}"
            return [replace(glossed(row, told), said=told) if one is row else one for one in rows]
        if row.figure and " pg. " in row.text and (match := CITED_ONCE.fullmatch(row.text)):
            told = f"By {match['authors']} | {match['day']}"
            return [replace(glossed(row, told), said=told) if one is row else one for one in rows]
    return rows
