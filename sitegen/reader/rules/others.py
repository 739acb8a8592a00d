"""What the lines beside a line on top say of it: it is another story's headline, a picture's words or a game's table, or the headline."""

import re

from sitegen.reader import byline, captions, references, whole
from sitegen.reader.rows import Row
from sitegen.reader.sheet import Sheet

LONGEST_HEADLINE, FIGURES = 25, 5  # words
LONGEST_COUNT = 2  # figures
TEASERS = frozenset({"read this", "must read", "don't miss", "in other news", "editor's pick"})  # labels of other stories
ALERTS = frozenset(
    {"breaking", "breaking news", "alert", "news alert", "just in", "developing", "latest", "live now", "trending"}
)
LEADING = ("More >>", "more >>", "More »", "more »", "More>>")
FILM_LENGTH = re.compile(r"\d{1,2}:\d\d")
FEWEST_NAMED, NAMED_ROWS = 5, 4  # words of a headline; rows around it
NAMED_WORDS = 9
BEARER = re.compile(r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,2}, (?!dead\b|who\b)[a-z][^,.:;]*")
PATHS, TITLE_ENDS = (" » ", " > ", " / ", " | "), (" - ", " | ", " – ", " — ")


def tells_score(row: Row) -> bool:
    """`Marle (26-33) 0 1 0 0 4 x 5 7 0`: a line of a game's table."""
    return len([word for word in row.text.split() if word.isdecimal()]) >= FIGURES


def is_pictured(row: Row, sheet: Sheet) -> bool:
    """Whether a line longer than headlines are stands below `Photograph by Hal Brand/MPN`: what the picture shows."""
    above = sheet.rows[row.place - 1] if row.words > LONGEST_HEADLINE and row.place else row
    return whole.label_of(above.opening) in whole.CREDITING and captions.WHOLE.match(above.text) is not None


def is_of_picture(row: Row, sheet: Sheet) -> bool:
    """Whether a line of a headline's length is a picture's words: `… in the yard. (Photo: NP)`, a name and who that is over a credit."""
    if row.text[-1] in ")]":
        return captions.credit_in_brackets(row.text) is not None
    credited = captions.barred(row.text) if " | " in row.text else None
    return _is_named_below(row, sheet) or (credited is not None and captions.is_certain(credited[1]))


def _is_named_below(row: Row, sheet: Sheet) -> bool:
    """Whether a name with what its bearer is stands right over a picture's labelled credit: `Iva Voss, founder of Quell`, `Image: NP`."""
    if row.after or row.words > NAMED_WORDS or row.place + 1 >= len(sheet.rows) or "," not in row.text:
        return False
    below = sheet.rows[row.place + 1]
    return bool(BEARER.fullmatch(row.text)) and whole.label_of(below.opening) in whole.CREDITING and ":" in below.text


def is_counted(row: Row, sheet: Sheet) -> bool:
    """Whether a line is one of a list with its figures on lines of their own: `1`, `Six lamps tested`, `2`, `Why ladders end`."""
    above = sheet.rows[row.place - 1].text if row.place else ""
    if not above.isdecimal() or len(above) > LONGEST_COUNT:
        return False
    count = int(above)
    beside = (sheet.rows[place].text for place in (row.place - 3, row.place + 1) if 0 <= place < len(sheet.rows))
    return any(text in {str(count - 1), str(count + 1)} for text in beside)


def is_alert(row: Row, sheet: Sheet) -> bool:
    """Whether a line stands right under `Breaking`, `Alert`: news of the hour in a strip on top, though it may be the headline."""
    return _is_under(row, sheet, ALERTS)


def is_teaser(row: Row, sheet: Sheet) -> bool:
    """Whether a line stands right under `Read This`, and so is another story's headline."""
    return _is_under(row, sheet, TEASERS)


SENDING = frozenset({"source:", "sources:", "publisher:", "publication:", "institution:", "journal:", "provided by:"})


def is_offered(row: Row, sheet: Sheet) -> bool:
    """Whether a line stands under a heading of other stories, or `Source:`, between films' lengths, or leads elsewhere itself: `… More >>`."""
    if row.text.endswith(LEADING):
        return True
    above, below = sheet.rows[row.place - 1 : row.place] or [row], sheet.rows[row.place + 1 : row.place + 2] or [row]
    if above[0] is not row and above[0].key in SENDING:
        return True
    lengths = [one.place for one in (*above, *below, *sheet.rows[max(0, row.place - 3) : row.place]) if _is_length(one)]
    if lengths and (row.opening == "watch" or {row.place - 1, row.place - 3} <= {*lengths}):
        return True
    if above[0] is row or row.gap or references.heading(above[0].text) is None:
        return False
    signed = (sheet.heads.get(place, byline.NOTHING) for place in range(row.place + 1, row.place + NAMED_ROWS))
    return not any(head.by or head.posted for head in signed)  # `Home`, `News`, `More News`, and the story


def _is_length(row: Row) -> bool:
    return row.figure and FILM_LENGTH.fullmatch(row.text) is not None


def is_named(row: Row, sheet: Sheet) -> bool:
    """Whether the page's path or its title beside a line has all of it: `Home » City » Civic body …`, `Civic body … - Marle Courier`."""
    if row.words < FEWEST_NAMED:
        return False
    beside = (one.text for one in sheet.rows[max(0, row.place - NAMED_ROWS) : row.place + NAMED_ROWS] if one.words > row.words)
    behind, before = tuple(f"{sign}{row.text}" for sign in PATHS), tuple(f"{row.text}{sign}" for sign in TITLE_ENDS)
    return any(text.endswith(behind) or text.startswith(before) for text in beside)


def _is_under(row: Row, sheet: Sheet, labels: frozenset[str]) -> bool:
    return row.place > 0 and not row.gap and sheet.rows[row.place - 1].key.strip(":! ") in labels
