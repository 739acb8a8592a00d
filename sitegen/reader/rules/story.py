"""Rules for the story itself and for what stands below it: contributors, corrections, notes, leftovers."""

# ruff: noqa: PLR2004 - the figures in rules are their evidence and its limits; names would hide them

import re

from sitegen.reader import dateline, letters, logs
from sitegen.reader.below import announces
from sitegen.reader.lean import Lean
from sitegen.reader.rows import SHORT, Row
from sitegen.reader.rules.site import STAR, STARS
from sitegen.reader.seen import has_one
from sitegen.reader.sheet import Sheet
from sitegen.reader.surroundings import PROSE, is_parted

CROSSHEAD_WORDS = 10
AGATE = re.compile(r"[A-Z]{1,4}(?: ?[—–] ?| - )[A-Z][a-z'’]+ .*\d")  # `TRE—Dawes 11 run (Pugh kick)`: how a team scored
ASKED = ("Q:", "Q. ", "A:", "A. ")  # a short question is no crosshead of its answer
FIGURE = re.compile(r"(?<!\S)[+-]?\d[\d.,:]*(?!\S)")
TWO_SENTENCES = re.compile(r"[a-z]{2}[.!?] [A-Z]")
ENTRY_TIME = re.compile(
    r"(?:\d{1,2} ?(?:m|h|d|mins?|hours?|days?) ago / )?[0-2]?\d[:.][0-5]\d ?(?:[ap]\.?m\.?)?(?: [A-Z]{2,4})?:?$", re.IGNORECASE
)
# The same with who wrote the entry: `2 hours ago 10:05 Ines Ortega`.
ENTRY_SIGNED = re.compile(
    r"(?:\d{1,2} (?:mins?|minutes?|hours?) ago )?[0-2]?\d[:.][0-5]\d (?:[ap]m )?[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,2}$"
)
CLOCK, LENGTH = re.compile(r"\d{1,2}:\d\d"), re.compile(r"0?\d:\d\d")
LONGEST_CROSSHEAD, FAR_FROM_CROSSHEAD = 16, -5.0  # words; how far a line leans to the story
BREAK = re.compile(r"(?:[_*~#-]\s?){3,}")
CITING = re.compile(
    r"\bet al\b|\bdoi\b|\bdoi\.org|\b(?:19|20)\d\d;\s?\d|\b(?:accessed|retrieved) (?:on |from |[a-z]+ \d)|\bisbn\b|\bissn\b"
    r"|\bvol(?:\.|ume) \d|\bpp\. ?\d|\b\d+\(\d+\): ?e?\d|^more information:|^[\w'-]+ [a-z]{1,3}, [\w'-]+ [a-z]{1,3}, ",
    re.IGNORECASE,
)
# One of these at least stands where two of those do; most paragraphs have none.
CITING_SIGNS = ("et al", "doi", "accessed", "retrieved", "isbn", "issn", "vol. ", "volume ", "pp.", "):")
CITING_MARKS = (":", ";", "(", "et al", "pp.", "ol. ", "olume ")  # and one of these, in whatever letters it is set
YEAR_ENDS = re.compile(r";(?<=\d\d;)")  # begins with the sign, which is found fast


def letter_signature(row: Row, sheet: Sheet) -> float:
    """On a page of letters, the name that a letter ends on, and the line below that says where its writer lives."""
    if not sheet.letters or row.place < 2:
        return 0.0
    before = sheet.rows[row.place - 1]
    if letters.signs(row, before):
        return 5.0
    return 5.0 if letters.is_address(row) and row.place > 2 and letters.signs(before, sheet.rows[row.place - 2]) else 0.0


def over_letters(row: Row, sheet: Sheet) -> float:
    """`Letters to the editor` over letters that have headlines of their own."""
    below = sheet.rows[row.place + 1 : row.place + 3]
    if not sheet.letters or not letters.is_title(row) or len(below) < 2 or not sheet.told or sheet.told[0] != row.place + 2:
        return 0.0
    return 12.0 if below[0].words < PROSE and not below[0].stop and below[0].place not in sheet.heads else 0.0


def entry_time(row: Row, sheet: Sheet) -> float:
    """`9:40 p.m.` alone on a line: when an entry of a running report was written; figures alone may be how long a film runs."""
    if row.place <= 2 or not (ENTRY_TIME.match(row.text) or ENTRY_SIGNED.match(row.text)):
        return 0.0
    lean = sheet.like.leans.get(row.place) if CLOCK.fullmatch(row.text) and row.place not in hours(sheet) else None
    return 0.0 if (lean is not None and lean.furniture > lean.caution) or _is_length(row, sheet) else 5.0


def hours(sheet: Sheet) -> frozenset[int]:
    """The places of the hours above the entries of a running report."""
    if not sheet.hours:
        sheet.hours.append(frozenset(logs.hours(sheet.rows)))
    return sheet.hours[0]


def clip_length(row: Row, sheet: Sheet) -> float:
    """`0:41` amid a story that has no other such line: how long a film runs."""
    return 5.0 if _is_length(row, sheet) else 0.0


def _is_length(row: Row, sheet: Sheet) -> bool:
    if not LENGTH.fullmatch(row.text) or not sheet.told or row.place <= sheet.told[0]:
        return False
    return all(one is row or not (ENTRY_TIME.match(one.text) or ENTRY_SIGNED.match(one.text)) for one in sheet.rows)


# `‘Another winter will finish it’`: a quotation alone and without a stop; what is said in the story has one.
QUOTED = re.compile(r"(?:“[^“”]*[^\s“”.,!?…—-]”|\"[^\"]*[^\s\".,!?…—-]\"|‘.*[^\s’.,!?…—-]’|'.*[^\s'.,!?…—-]')")
QUOTED_CROSSHEAD, CALLED = 2.0, 0.7  # evidence; the share of capitals from which it is what something is called


SIGNED_BY = re.compile(r"[—–] ?[A-Z][\w'’]+ [\w',’ ]{2,40}$")  # `—Not Linda, Marle`


def crosshead(row: Row, sheet: Sheet) -> float:
    """A short line that opens a part of the story."""
    if (row.words > CROSSHEAD_WORDS and row.stop) or row.place == 0 or row.columns or row.place + 1 == len(sheet.rows):
        return 0.0  # most lines
    if not row.gap and _is_in_block(row, sheet):
        return 0.0  # one of a list, most likely
    lean, following = sheet.like.leans.get(row.place), sheet.rows[row.place + 1]
    if (not row.after and following.text[0].islower()) or (
        row.text[0] in "—–(" and (row.text[-1] == ")" or SIGNED_BY.match(row.text))
    ):
        return 0.0  # a paragraph goes on; whoever asks for advice signs
    if row.place in sheet.heads and sheet.heads[row.place].tells:
        return 0.0
    if lean is not None and lean.crosshead > 0 >= lean.furniture and lean.furniture <= lean.caution and _told_below(row, sheet):
        opens = row.words <= LONGEST_CROSSHEAD and not (row.stop or row.text.startswith(ASKED) or _is_item(row, sheet))
        return 1.6 + min(2.4, lean.crosshead / 2) if opens else 0.0
    return _crosshead(row, following, lean, sheet) if row.words <= CROSSHEAD_WORDS and _opens_part(following) else 0.0


def _is_in_block(row: Row, sheet: Sheet) -> bool:
    """Whether a line goes on from the one above, in a text with blank lines between its paragraphs; below one, or an hour, it opens a part."""
    above, below = sheet.rows[row.place - 1], sheet.rows[row.place + 1]
    if len(sheet.told) < 2 or not sheet.rows[sheet.told[1]].gap or (above.figure and ENTRY_TIME.match(above.text)):
        return False
    return not (above.stop and above.words >= PROSE and below.stop and below.words >= PROSE)


def _crosshead(row: Row, following: Row, lean: Lean | None, sheet: Sheet) -> float:
    if len(row.text) > 80 or row.text.startswith(ASKED) or not _is_set_as_crosshead(row):
        return 0.0
    if _is_item(row, sheet) or _is_in_list(row, sheet):
        return 0.0
    if row.text[-1] == "?":
        return _question(row, following)
    score = 0.6 + (1.2 if row.gap and row.after <= 1 else 0.0) + (1.2 if row.caps and row.words > 0 else 0.0)
    score -= 1.0 if lean is not None and lean.crosshead < FAR_FROM_CROSSHEAD else 0.0
    quoted = (row.caps or row.titled < CALLED) and QUOTED.fullmatch(row.text)
    return score + (0.4 if not row.stop else 0.0) + (QUOTED_CROSSHEAD if quoted else -0.8 if row.text[0] in '"“' else 0.0)


def _is_in_list(row: Row, sheet: Sheet) -> bool:
    """Whether a line and one beside it each hold two things apart, as lists of winners and of results do."""
    return is_parted(row) and any(map(is_parted, (sheet.rows[row.place - 1], sheet.rows[row.place + 1])))


def _is_item(row: Row, sheet: Sheet) -> bool:
    """Whether a line is one of a few below a line that announces them: `The council has three choices:`."""
    number = _announced(row, sheet)
    if not number:
        return False
    announcing, *between = sheet.rows[row.place - number : row.place]
    if _counts(announcing, number) or (number == 1 and announcing.words > 2 and not _is_prose(sheet.rows[row.place + 1])):
        return True
    return announcing.words > 1 and not row.gap and not any(one.stop or one.gap for one in between)


def _announced(row: Row, sheet: Sheet) -> int:
    """How many rows above a line the nearest stands that ends with a colon; 0 if it is too far."""
    for number in range(1, min(ITEMS, row.place) + 1):
        if sheet.rows[row.place - number].text[-1] == ":":
            return number
    return 0


def _counts(row: Row, number: int) -> bool:
    """Whether a line announces so many or more, which may have a gap each: `The council has three choices:`."""
    return any(NUMBERS.get(word, 0) >= number for word in row.key.split()[-COUNTING_WORDS:])


def _question(row: Row, following: Row) -> float:
    """`Who pays?` over a paragraph that answers."""
    alone = row.gap and row.after <= 1 and row.words > 1 and ":" not in row.text and not TWO_SENTENCES.search(row.text)
    answered = following.words >= 12 and following.text[-1] != "?"
    return 4.4 if alone and answered and row.text[0] not in "\"'“‘" else 0.6


def _is_set_as_crosshead(row: Row) -> bool:
    first = row.text[0]
    return (
        (row.text[-1] not in ".,;:\"”'’—-" or QUOTED.fullmatch(row.text) is not None)
        and (first.isupper() or first.isdigit() or first in "\"'“‘")
        and not (row.figure and 2 * len(FIGURE.findall(row.text)) > row.words)
        and not dateline.opens(row.text)
        and not AGATE.match(row.text)
    )


def _told_below(row: Row, sheet: Sheet) -> bool:
    """Whether a paragraph stands close below a line."""
    below = sheet.rows[row.place + 1 : row.place + 4]
    return any([one.words >= PROSE and one.stop for one in below])  # noqa: C419 - faster


def _opens_part(row: Row) -> bool:
    announcing = row.text[-1] == ":" and row.words > 3 and row.gap == 0
    return (row.words >= 8 or announcing) and not row.text[0].islower()


def leftover(row: Row, sheet: Sheet) -> float:
    """A short line below the story, after furniture."""
    lean = sheet.like.leans.get(row.place)
    if (
        row.words > 24
        or row.place < 4
        or row.place < sheet.like.start
        or row.columns
        or (lean is not None and lean.furniture < LEFT * lean.caution)
        or announces(row)
    ):
        return 0.0
    return unclaimed(row)


def unclaimed(row: Row) -> float:
    """How much a line's length and its end speak for the site, where it isn't the story's."""
    return told(row) + (0.8 if not row.stop else -1.5)


def story_break(row: Row, sheet: Sheet) -> float:
    """`___` or `* * *` between two parts of the story is the story's own."""
    if not BREAK.fullmatch(row.text) or not 0 < row.place < len(sheet.rows) - 2:
        return 0.0
    before, after, beyond = sheet.rows[row.place - 1], *sheet.rows[row.place + 1 : row.place + 3]
    opens = _is_prose(after) or (after.words <= 10 and not after.stop and after.text[0].isupper())
    return 8.5 if before.stop and before.words >= 8 and opens and _is_prose(beyond) else 0.0


def _is_prose(row: Row) -> bool:
    return row.stop and row.words >= PROSE and CITING.search(row.text[:300]) is None


def citation(row: Row, _: Sheet) -> float:
    """A study that the story rests on, as science cites: its authors, its journal, its number."""
    if row.words < 8 or row.place < 4 or not row.figure or "credit" in row.key or '"' in row.text or "“" in row.text:
        return 0.0
    start = row.text[:900]
    if not has_one(start, CITING_MARKS):
        return 0.0  # most lines
    small = row.key if len(start) <= SHORT else start.casefold()  # the key has no more
    if not has_one(small, CITING_SIGNS) and not (";" in small and YEAR_ENDS.search(small)):
        return 0.0
    found = {match[0].casefold() for match in CITING.finditer(start)}
    return 8.5 if len(found) > 1 else 0.0


# `MARIAN OTTLEY, HOST:`, `(SOUNDBITE OF HORN)`: as transcripts of broadcasts have it.
SPOKEN = re.compile(
    r"[A-Z][A-Z.'’ -]{3,40}, (?:HOST|CO-HOST|BYLINE|ANCHOR|REPORTER|CORRESPONDENT|GUEST):"
    r"|\((?:SOUNDBITE|LAUGHTER|APPLAUSE|CROSSTALK|MUSIC|BEGIN VIDEO|END VIDEO|COMMERCIAL BREAK|UNIDENTIFIED)\b[^()]*\)"
)


def transcript(row: Row, _: Sheet) -> float:
    """Who speaks in a broadcast, on a line of its own, and what is heard."""
    return 6.0 if row.caps and row.text[-1] in {":", ")"} and SPOKEN.fullmatch(row.text) else 0.0


def line_score(row: Row, sheet: Sheet) -> float:
    """`Marle.......0  7  0  7 — 14`, `Marle 0 7 0 7 -- 14` below the story of a match, beside the other side's."""
    beside = sheet.rows[max(0, row.place - 1) : row.place + 2]
    may = "..." in row.text or (row.text[0].isupper() and row.text[-1].isdigit() and LINE_SCORE.fullmatch(row.text))
    return 8.0 if may and sum(LINE_SCORE.fullmatch(one.text) is not None for one in beside) > 1 else 0.0


PICTURES = frozenset({"images", "photos", "pictures", "image", "photo", "picture", "credits", "sources"})  # whose makers follow


def line_up(row: Row, _: Sheet) -> float:
    """`Marle: H Brand, I Voss, …`: who played, six at least; and `Referee: R Anders. Attendance: 4,012` below."""
    if row.opening == "referee":
        return 6.0 if row.words <= REFEREE_WORDS and REFEREE.match(row.text) else 0.0
    many = row.text.count(", ") + row.text.count("; ") >= FEWEST_PLAYERS
    return 6.0 if many and row.opening not in PICTURES and LINE_UP.match(row.text) else 0.0


def rating(row: Row, sheet: Sheet) -> float:
    """`★★★☆☆`: the stars that a review gives are part of what it says."""
    return 8.0 if row.text[0] in STAR and STARS.fullmatch(row.text) and not _is_of_head(row, sheet) else 0.0


def rating_above(row: Row, sheet: Sheet) -> float:
    """The same between a review's headline and its dek or its author: said beside the story."""
    return 8.0 if row.text[0] in STAR and STARS.fullmatch(row.text) and _is_of_head(row, sheet) else 0.0


def _is_of_head(row: Row, sheet: Sheet) -> bool:
    """Whether something else stands between a line and the first paragraph below it."""
    return bool(sheet.told) and row.place + 1 < sheet.told[0]


def paragraph(row: Row, sheet: Sheet) -> float:
    """Whatever nothing else claims is the story; what its surroundings show to belong to the site hardly is."""
    lean = sheet.like.leans.get(row.place)
    if lean is not None and lean.furniture > lean.caution:
        return -min(SURE, lean.furniture - lean.caution)
    return told(row) if row.stop or not _is_over_dateline(row, sheet) else min(OVER_DATELINE, told(row))


def _is_over_dateline(row: Row, sheet: Sheet) -> bool:
    """Whether a line without a stop stands right over a dateline, with which the story begins."""
    return bool(sheet.told) and sheet.told[0] == row.place + 1 and dateline.opens(sheet.rows[row.place + 1].text)


def told(row: Row) -> float:
    """How much a line's length and its end speak for the story."""
    if row.words >= 40:
        return 6.0
    if row.words >= 18:
        return 4.6 if row.stop else 3.2
    if row.words >= 8:
        return 3.4 if row.stop else 1.4
    return 2.4 if row.stop else 0.8


# `'I've never been to a nicer do,' he said.`
SAID, SAID_LEAN = (
    re.compile(r"[,.?!][\"'”’] (?:he|she|they|[a-z.' -]{2,40}) (?:said|says|told|added)\b|\bsaid(?: only| simply)?: [\"'“‘]"),
    10.0,
)
LINE_SCORE = re.compile(r"[A-Z][\w.' -]*?\.{3,} ?\d[\d\s—–-]*|[A-Z][A-Za-z.' ]{1,24} (?:\d{1,3} ){3,12}(?:—|–|--?) ?\d{1,3}")
FEWEST_PLAYERS = 6
REFEREE_WORDS, REFEREE = (
    16,
    re.compile(r"Referees?:? [A-Z][\w.'’ -]{2,40}(?: ?\([\w .'’-]{2,30}\))?[.,;]?(?: ?Att(?:endance)?\.?:? [\d,.]+)?$"),
)
# `Marle: H Brand, …`, `Marle (4-3-3): Brand; Voss, …`, and who saw to it
LINE_UP = re.compile(
    r"[A-Z][\w .'’&-]{2,30}(?:: | \(\d(?:-\d){2,4}\):? )(?:[A-Z][\w .'’-]{0,30}(?: ?\([^()]{1,40}\))?[,;] ){6}"
)
ITEMS = 6  # rows
NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
COUNTING_WORDS = 5  # at the end of the line that announces
CAPTION_CAUTION, OVER_DATELINE = 3.5, 0.8
LEADING = frozenset("<>|«»")  # signs that lead to another page
SURE = 6.0
FEW_ROWS, SENTENCE = 16, 9  # rows that tell too little against a sentence, of so many words
UNLIKE = 0.3
LEFT = 0.8


def unlike_story(row: Row, sheet: Sheet) -> float:
    """A line that its surroundings show to belong to the site."""
    lean = sheet.like.leans.get(row.place)
    if lean is None or lean.furniture <= lean.caution or (len(sheet.rows) < FEW_ROWS and row.stop and row.words >= SENTENCE):
        return 0.0
    spoken = row.stop and lean.furniture < lean.caution + SAID_LEAN and SAID.search(row.key) is not None
    return 0.0 if spoken else UNLIKE


def like_caption(row: Row, sheet: Sheet) -> float:
    """A line that its words and its surroundings show to stand under a picture."""
    lean = sheet.like.leans.get(row.place)
    head = sheet.heads.get(row.place)
    if head is not None and head.names and (head.by or head.dated):
        return 0.0
    if (
        lean is None
        or lean.caption <= CAPTION_CAUTION
        or lean.caption < lean.furniture
        or row.words < 3
        or row.text[0] in LEADING
    ):
        return 0.0
    if not row.stop and sheet.titles.get(sheet.forms.get(row.place, ""), row.place) < row.place:  # the headline again
        return 0.0
    return (0.0 if lean.above else told(row)) + min(SURE, lean.caption - CAPTION_CAUTION)
