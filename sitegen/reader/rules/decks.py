"""How newspapers once set their heads: `FIRE AT PORT HALE.`, `A WAREHOUSE DESTROYED.`, `(FROM OUR OWN CORRESPONDENT.)`, deck under deck."""

import re

from sitegen.reader import byline, dateline
from sitegen.reader.rows import Row
from sitegen.reader.sheet import Sheet
from sitegen.reader.surroundings import PROSE

TOP, MOST_DECKS = 6, 9  # rows in which the first deck stands; decks
FEWEST_WORDS, DECK_WORDS = 2, 16  # of the first deck; of each
FEWEST_PLAIN, FEWEST_CAPS = 3, 2  # decks without stops over a dateline, and how many of them are in capitals
MOSTLY = 0.6  # of a deck's words begin with a capital, where it isn't all in capitals
CROSSHEAD_WORDS = 7
ENDS = frozenset(".;?!—-")
_WHOSE = r"(?:[a-z]+ ){0,3}"
SENT = re.compile(
    rf"[(\[]?(?:(?:from|by) (?:our|an?|the) {_WHOSE}(?:correspondent|reporter|representative|commissioner|contributor)s?"
    r"|(?:by|per) (?:electric |special |submarine )?(?:telegraph|cable|cablegram|wire|wireless|telephone)\b[^()\[\]]{0,60}"
    r"|(?:special|exclusive) (?:dispatch|despatch|telegram|cable|cablegram|correspondence)s?(?: (?:to|from|of|for) [^()\[\]]{2,40})?"
    r"|(?:per )?(?:united |australian |british )?press association[^()\[\]]{0,30})\.?[)\]]?\.?",
    re.IGNORECASE,
)


def sent_by(row: Row, _: Sheet) -> float:
    """`(FROM OUR OWN CORRESPONDENT.)`, `[Special Dispatch to the Courier]`, `(By Telegraph.)`: who wrote, without a name."""
    may = row.text[0] in "([" or row.opening in {"from", "by", "special", "per"}
    return 10.0 if may and row.words <= DECK_WORDS and SENT.fullmatch(row.text) else 0.0


def over_decks(row: Row, sheet: Sheet) -> float:
    """The paper's name above them."""
    if row.place >= TOP or row.place >= next(iter(decks(sheet)), 0):
        return 0.0
    return 0.0 if sheet.heads.get(row.place, byline.NOTHING).tells else 6.0


def first_deck(row: Row, sheet: Sheet) -> float:
    """The first of the decks: the headline."""
    return 9.0 if row.place < TOP and sheet.given is None and row.place in decks(sheet)[:1] else 0.0


def second_deck(row: Row, sheet: Sheet) -> float:
    """The one below it, and one below a rule: what the story tells, in short."""
    found = decks(sheet)[1:] if row.place < TOP + 2 * MOST_DECKS else ()
    return 8.0 if row.place in found and (row.place == found[0] or row.place - 1 not in found) else 0.0


def further_deck(row: Row, sheet: Sheet) -> float:
    """The rest of them."""
    found = decks(sheet)[2:] if row.place < TOP + 2 * MOST_DECKS else ()
    return 8.0 if row.place in found and row.place - 1 in decks(sheet)[1:] else 0.0


def stopped_crosshead(row: Row, sheet: Sheet) -> float:
    """`THE ORIGIN OF THE FIRE.` between the paragraphs of such a newspaper."""
    if row.words > CROSSHEAD_WORDS or row.text[-1] != "." or not 0 < row.place < len(sheet.rows) - 1:
        return 0.0
    found, above, below = decks(sheet), sheet.rows[row.place - 1], sheet.rows[row.place + 1]
    old = found and sheet.rows[found[0]].text[-1] == "." and row.place > found[-1]
    return 5.0 if old and above.stop and not above.caps and below.words >= PROSE and not below.caps else 0.0


def decks(sheet: Sheet) -> tuple[int, ...]:
    """The places of the decks; none where the head is set otherwise."""
    if not sheet.decks:
        sheet.decks.append(_decks(sheet))
    return sheet.decks[0]


def _decks(sheet: Sheet) -> tuple[int, ...]:
    for first in sheet.rows[:TOP]:  # above which the paper's name and its day may stand
        if first.caps and first.words >= FEWEST_WORDS and _is_deck(first, sheet) and (found := _from(first, sheet)):
            return found
        if first.words >= PROSE:
            break
    return ()


def _from(first: Row, sheet: Sheet) -> tuple[int, ...]:
    """The places of the decks from a first one on."""
    found = [first]
    for row in sheet.rows[first.place + 1 : first.place + 2 * MOST_DECKS]:
        if _is_deck(row, sheet):
            found.append(row)
        elif any(sign.isalnum() for sign in row.text):  # no rule between them
            return tuple(deck.place for deck in found) if _are_decks(found, row, sheet) else ()
    return ()


def _is_deck(row: Row, sheet: Sheet) -> bool:
    """Whether a line is set as decks are, and is neither who wrote, nor when, nor where."""
    if row.words > DECK_WORDS or row.columns or not (row.text[0].isalnum() or row.text[0] in "“\"'‘£$"):
        return False
    head = sheet.heads.get(row.place, byline.NOTHING)
    return (row.caps or row.titled >= MOSTLY) and not (head.tells or dateline.alone(row.text) or SENT.fullmatch(row.text))


def _are_decks(found: list[Row], below: Row, sheet: Sheet) -> bool:
    """Whether lines over another are decks: each with its stop; or three over a story that opens with its town and day."""
    told = below.words >= PROSE and below.stop
    if all(row.text[-1] in ENDS for row in found) and found[0].text[-1] == ".":
        dated = sheet.heads.get(below.place, byline.NOTHING).dated
        return told or bool(SENT.fullmatch(below.text) or (not dated and dateline.alone(below.text)))
    if len(found) < FEWEST_PLAIN or sum(row.caps for row in found) < FEWEST_CAPS or found[1].caps:
        return False
    if any(":" in row.text or "(" in row.text for row in found):  # whom to ask
        return False
    story = next((row for row in sheet.rows[below.place : below.place + 3] if row.words >= PROSE), below)
    line = dateline.read(story.text)
    return line is not None and (line.day is not None or line.of_year is not None)
