"""What was run together on one line: references, a byline, a caption, a site's words. Each becomes a row of its own."""

import re
from collections.abc import Iterator
from itertools import islice, pairwise

from msgspec.structs import replace

from sitegen.reader import acting, behind, byline, captions, dateline, headed, languages, references
from sitegen.reader.layout import Piece
from sitegen.reader.rows import Row, row_of
from sitegen.reader.seen import has_one
from sitegen.reader.surroundings import PROSE
from sitegen.reader.words import first_names, phrases

MOST_CUTS = 24  # a line with more is no story's
FEWEST, FEWEST_TOLD = 5, 3  # words of a line that something may run on from, and of what it tells
FEWEST_LOOSE, FEWEST_HEADING = 3, 2  # words behind a label in small letters; of a heading
LATE = 320  # characters at the end of a line in which a label stands
LONG, MOST_FIELDS, HEAD_FIELDS = 40, 24, 6  # words of a story on its line; fields of a table's row, and of a head's line
HEADING_FIELD = re.compile(r"(?:\S+ ){2,}\S*[^\s:]$")  # and no label, no number, no hour
FEWEST_PARAGRAPHS = 2  # of a story that has a field for each
STOPS, ENDS = frozenset(".!?…"), ".!?…”\"’')]"
BESIDE = 8  # characters
OPENS = frozenset("“\"‘'[")
BRACKET = re.compile(r"\[[A-Za-z][A-Za-z '’&,-]{1,28}[:|][^\[\]]{3,300}\](?:\([^\s()]+\))?\.?")
LABELS = ("RELATED", "READ ", "SEE ALSO", "WATCH", "Related:", "Read more:", "See also:", "Read also:", "Also read:", "Watch:")
LABEL = re.compile(
    rf"(?<=[{re.escape(ENDS)}]) ?(?=(?:RELATED(?: [A-Z]{{4,8}})?|READ (?:MORE|ALSO|NEXT)|SEE ALSO|ALSO READ|WATCH(?: NOW)?|Related|Read more"
    r"|See also|Read also|Also read|Watch): \S)"
)
HEADING = re.compile(rf"(?<=[{re.escape(ENDS)}]) ?(?=[A-Z][A-Za-z'’ ]{{3,40}}:?$)")
HEADING_IN = 60  # characters at the end of a line
SENTENCE_ENDS = tuple('.?!"”’')
# `… on Tuesday. More News: Library opens late | Ferry crews vote`
LIST = re.compile(rf"(?:^|(?<=[{re.escape(ENDS)}]) ?)(?=(?P<heading>[A-Z][A-Za-z'’ ]{{3,40}}): (?P<items>[^\s|•].*)$)")
BETWEEN = re.compile(r"\s[|•*·]\s|;\s")
PARTS = (" | ", " • ", " * ", " · ", "; ")
LISTING = frozenset("more related most recommended trending latest other similar popular sponsored".split())
OFFERS = (
    "Advertisement",
    "ADVERTISEMENT",
    "ontinue reading",
    "ontinues below",
    "ontinue Reading",
    "ead more",
    "ead More",
    "EAD MORE",
)
OFFER = re.compile(
    r"(?:advertisement|(?:story|article) continues below(?: advertisement)?|continue reading|read more)", re.IGNORECASE
)
# `… on Tuesday. —WITH A REPORT FROM HAL BRAND`
HELPED = re.compile(
    r"(?<=[.!?”\"’)]) ?(?=[—–-]{1,2} ?(?:[Ww]ith|WITH) (?:(?:an? |A )?(?:[Rr]eports?|REPORTS?|[Ff]iles|FILES|[Ii]nputs?|INPUTS?)"
    r"|additional reporting|ADDITIONAL REPORTING) (?:from|by|FROM|BY) )"
)
HELPS, LONGEST_HELP = ("ith ", "ITH "), 160  # characters at the end of a line
MORE = re.compile(
    r"(?<=\S) ?(?=By \+ More\b)|(?<=\+ More) (?=\S)"
    r"|(?<=[.!?”\"'’)]) ?(?=By (?:[A-Z][\w.'’-]* ){1,4}(?:and (?:[A-Z][\w.'’-]* ){1,4})?\+ More\b)"  # `… on Tuesday.By Nell Harbin + More`
)
CREDITED = re.compile(r" (?=[A-Z][A-Z.'’]{2,}[A-Z.'’ ]*[,(–—-])")  # behind a bracket: `(Hal Brand/Courier) PORT HALE — …`
PHOTO = re.compile(  # `… at dawn. (Photo by Hal Brand/Courier) The board put off …`
    r"(?<=[.!?”\"'’] )\((?:[\w'’.-]{1,20} ){0,3}(?:[Pp]hotos?|[Pp]ictures?|PHOTOS?|[Ii]mages?)"
    r"(?:(?: courtesy(?: of)?| by) |[:/] ?)(?P<who>[^()\n]{2,60})\)(?= (?!(?:He|She|It|They|That|This|We|I)\b)[A-Z])"
)
PHOTO_WORDS = ("hoto", "icture", "PHOTO", "mage")
LONGEST_CAPTION = 600  # characters
MADE = frozenset(
    "won led held built made run sung told drawn shot hit met kept sent bought sold owned put cut set read sued done found left lost said"
    " novel novels book books play plays poem poems work works song songs film films movie painting paintings art exhibition show concert album"
    " memoir story stories opera music design drawings photographs pictures recipe recipes review essay".split()
)
BEING, NAME_WORDS = frozenset("is are was were be been being gets got".split()), 2
BY, TITLE_ROWS, HEAD_ROWS = " By ", 3, 12
# `Pier opens earlyBy Nell Harbin`; `It has cost a fortune.Two men paint the pier. (Hal Brand/Courier)`
GLUED_BY, GLUED_CAPTION = re.compile(r"(?<=[a-z.?!”’'\"])By (?=[A-Z])"), re.compile(r"(?<=[a-z]{2}[.!?])(?=[A-Z][a-z]+,? )")
NAME_LETTERS = 3
STOPPED, LONGEST_STOPPED = "By . ", 60  # characters of such a line


def parted(rows: list[Row], known: languages.Glosses | None) -> list[Row]:
    """The rows, each line that was run together in parts; `known` says what a label is in English."""
    may = [row for row in rows if row.words >= FEWEST and _may_run_on(row)]
    found = {row.place: parts for row in may if len(parts := _parts(row, rows, known)) > 1}
    found |= {
        row.place: _made(row, fields) for row in rows if row.words >= LONG and "\t" in row.raw and (fields := _fields(row))
    }
    found |= {row.place: _made(row, fields) for row in rows[:TITLE_ROWS] if "  By " in row.raw and (fields := _spaced(row))}
    if not found:
        return rows
    made = [part for row in rows for part in found.get(row.place, (row,))]
    return [replace(row, place=place) for place, row in enumerate(made)]


def _may_run_on(row: Row) -> bool:
    """Whether a line has the signs without which nothing was run together on it. Single characters are looked for first."""
    text = row.text
    may = (
        "]" in text
        or ("+" in text and ("By +" in text or "+ More" in text))
        or (": " in text and (has_one(text, PARTS) or has_one(text[-LATE:], LABELS)))
        or (row.place < TITLE_ROWS and ("By " in text or text[-1] == ")"))
        or (row.opening == "by" and row.words >= PROSE)
        or (
            not row.stop
            and (text.endswith(OFFERS) or (has_one(text, SENTENCE_ENDS) and HEADING.search(text, len(text) - HEADING_IN)))
        )
        or (row.words >= PROSE and ") " in text and _credit(text) is not None)
        or (row.words >= PROSE and not row.stop and has_one(text[-LONGEST_HELP:], HELPS))
    )
    return bool(may) and not row.columns


Cut = tuple[int, bool]  # where a part begins, and whether it belongs to the one before


def _parts(row: Row, rows: list[Row], known: languages.Glosses | None) -> list[Row]:
    """The parts of a row, the longest on all of its lines. Between two there was a gap, as around it, before all was run together."""
    text = row.text
    cuts = dict(_cuts(row, rows, known))
    if len(cuts) > MOST_CUTS:
        return [row]
    return _made(
        row, [(part, cuts[start]) for start, end in pairwise(sorted(cuts)) if (part := text[start:end].strip(" |•*·;/"))]
    )


def _fields(row: Row) -> list[tuple[str, bool]]:
    """The fields of a table's row that has an article: the headline, maybe the author and the day, and the story, or its paragraphs."""
    fields = [field.strip() for field in row.raw.split("\t") if field.strip()]
    told = [field for field in fields if field.count(" ") >= LONG]
    told = told or [field for field in fields if field.count(" ") >= PROSE and field[-1] in STOPS][FEWEST_PARAGRAPHS - 1 :]
    return (
        [(field, False) for field in fields]
        if told and HEADING_FIELD.match(fields[0]) and fields[0] not in told and len(fields) <= MOST_FIELDS
        else []
    )


def _spaced(row: Row) -> list[tuple[str, bool]]:
    """The headline, maybe a dek, the author and the day, which two spaces hold apart: `Pier opens early  By Nell Harbin  June 4, 2013`."""
    fields = [field for field in row.raw.strip().split("  ") if field.strip()]
    told = len(fields) <= HEAD_FIELDS and fields[0].count(" ") >= NAME_WORDS and fields[0][-1] not in STOPS
    signed = told and any(field.strip().startswith("By ") and len(field) <= LONGEST_STOPPED for field in fields[1:])
    return [(field.strip(), False) for field in fields] if signed else []


def _made(row: Row, parts: list[tuple[str, bool]]) -> list[Row]:
    """The rows of a row's parts, each with whether it belongs to the one before."""
    longest, gap = max(range(len(parts)), key=lambda at: len(parts[at][0])), max(row.gap, row.after)
    gaps = [row.gap, *[0 if close else gap for _, close in parts[1:]], row.after]
    return [
        row_of(
            row.place,
            Piece(row.first if at <= longest else row.last, row.last if at >= longest else row.first, part, above),
            below,
        )
        for at, ((part, _), above, below) in enumerate(zip(parts, gaps, gaps[1:], strict=False))
    ]


def _cuts(row: Row, rows: list[Row], known: languages.Glosses | None) -> Iterator[Cut]:
    """Where a line is to be cut: around what shows by itself, and then what ends a part."""
    text = row.text
    apart = sorted({0, len(text), *_apart(row, rows, known)})
    yield from ((place, False) for place in apart)
    for start, end in pairwise(apart):
        yield from ((start + place, close) for place, close in _at_end(text[start:end].rstrip()))


def _apart(row: Row, rows: list[Row], known: languages.Glosses | None) -> Iterator[int]:
    """Before and behind references in brackets, bylines and a caption's credit."""
    text = row.text
    if text.startswith(STOPPED):
        yield from _stopped(text)
    if "]" in text:
        yield from _around_brackets(text, known)
    if "By +" in text or "+ More" in text:
        yield from (match.start() for match in MORE.finditer(text))
    elif row.words >= PROSE and (row.opening == "by" or BY in text) and (heads := headed.parts(text)):
        yield from heads
    elif row.place < TITLE_ROWS:
        yield from _in_head(row, rows)
    end = _credit(text) if row.words >= PROSE else None
    if end is not None and captions.credit_in_brackets(text[:end]):
        yield end


def _stopped(text: str) -> Iterator[int]:
    """Behind each line of a head, where a program has set ` .` at its end: `By . Nell Harbin . PUBLISHED: . 4 March 2013 . The …`."""
    start = 0
    while (end := text.find(" . ", start)) >= 0 and end - start <= LONGEST_STOPPED:
        start = end + len(" . ")
        yield start


def _credit(text: str) -> int | None:
    """Where a caption's credit may end that a dateline follows, or that only a picture's credit can be."""
    end = text.find(") ", 0, LONGEST_CAPTION) + 1
    while end:
        if CREDITED.match(text, end) and dateline.read(text[end + 1 :]):
            return end
        end = text.find(") ", end, LONGEST_CAPTION) + 1
    match = PHOTO.search(text, 0, LONGEST_CAPTION) if has_one(text[:LONGEST_CAPTION], PHOTO_WORDS) else None
    return match.end() if match and _shows(text[: match.start()]) and behind.names_only(match["who"]) else None


def _shows(text: str) -> bool:
    """Whether a sentence says what a picture shows: a story may have a picture's credit between its own."""
    return _tells(text) and not acting.narrates(text.casefold(), text.split(None, 1)[0].casefold())


def _around_brackets(text: str, known: languages.Glosses | None) -> Iterator[int]:
    """Before and behind each reference in brackets, but for one that a sentence or a quotation reads on from."""
    for match in islice(BRACKET.finditer(text), MOST_CUTS):
        start, end = match.span()
        before = text[max(0, start - BESIDE) : start].rstrip()[-1:]
        behind_it = text[end : end + BESIDE].lstrip()[:1]
        apart = (
            not behind_it
            or not before
            or (before in ENDS and (behind_it.isupper() or behind_it in OPENS or behind_it.isdigit()))
        )
        told = not before or before == "]" or text.count(" ", 0, start) >= FEWEST_TOLD
        quoted = behind_it and (text.count('"', 0, start) % 2 or text.count("“", 0, start) > text.count("”", 0, start))
        if apart and told and not quoted and _is_reference(match[0], known):
            yield from (start, end)


def _is_reference(text: str, known: languages.Glosses | None) -> bool:
    """`[RELATED: Ferry vote]`, which the lists know; in small letters only a label that nothing else has, before some words."""
    pointer = references.bracketed(languages.in_english(text, known) if known else text)
    if pointer is None or not pointer.known or pointer.reference.text[0].islower():
        return False
    label = text[1:].partition(":")[0]
    return label.isupper() or (label.casefold() in references.SURE and pointer.reference.text.count(" ") + 1 >= FEWEST_LOOSE)


def _tells(text: str) -> bool:
    return text.count(" ") + 1 >= FEWEST_TOLD


def _in_head(row: Row, rows: list[Row]) -> Iterator[int]:
    """Before the author behind a headline; before a caption with its credit, where no space stands before it."""
    text = row.text
    if BY in text and (start := _byline(row, rows)) is not None:
        yield start
    for match in islice(GLUED_BY.finditer(text), 1):
        head = byline.parse(text[match.start() :])
        if head.names and head.sure >= 1 and head.names[0].split()[0].casefold() in first_names():
            yield match.start()
    if text[-1] == ")" and captions.credit_in_brackets(text):
        yield from (match.start() for match in islice(GLUED_CAPTION.finditer(text), 1))


def _byline(row: Row, rows: list[Row]) -> int | None:
    """Where `By Nell Harbin` begins behind a headline: the only byline, of somebody whom the text doesn't tell of."""
    start = row.text.rfind(BY)
    above, said = row.text[:start], row.text[start + 1 :]
    if row.caps or not _tells(above) or ":" in above or not (above[-1].isalnum() or above[-1] in ENDS):  # `Marle Coast / By …`
        return None
    if row.stop and said.count(" ") >= PROSE:  # a story behind an author alone
        return None
    head = byline.parse(said)
    if (
        not head.names
        or head.sure < 1
        or len(head.names[0].split()) != NAME_WORDS
        or head.names[0].split()[0].casefold() not in first_names()
    ):
        return None
    alone = said == f"{BY.lstrip()}{head.names[0]}"
    if alone and (
        above[-1] in STOPS or _is_made(above)
    ):  # so captions end: `… on Tuesday. By Hal Brand`; and `Won By Hal Brand`
        return None
    if any(other.opening == "by" and other.words < PROSE for other in rows[:HEAD_ROWS]):
        return None
    names = {name for name in head.names[0].casefold().split() if len(name) >= NAME_LETTERS}
    told = alone and any(has_one(other.text.casefold(), names) for other in rows if other is not row)
    return None if told else start


def _is_made(above: str) -> bool:
    """Whether what stands before `By …` may say that somebody did or made it."""
    words = above.casefold().split()
    return words[-1].endswith(("ed", "en")) or words[-1] in MADE or not BEING.isdisjoint(words)


def _at_end(text: str) -> Iterator[Cut]:
    """Before a reference behind its label, before a heading of others and between those, before an offer."""
    late = max(0, len(text) - LATE)
    if has_one(text[late:], LABELS):
        labels = [match for match in LABEL.finditer(text, late) if _tells(text[: match.start()])]
        yield from ((match.start(), False) for match in labels if _is_labelled(text[match.end() :]))
    if text[-1:] not in STOPS and has_one(text[-LONGEST_HELP:], HELPS):
        yield from ((match.start(), False) for match in HELPED.finditer(text, max(0, len(text) - LONGEST_HELP)))
    heading = HEADING.search(text, max(0, len(text) - HEADING_IN))
    if heading and _tells(text[: heading.start()]) and _is_heading(text[heading.end() :]):
        yield heading.start(), False
    for match in LIST.finditer(text, late) if ": " in text[late:] else ():
        items = BETWEEN.split(match["items"])
        if len(items) > 1 and _is_heading(f"{match['heading']}:") and text[-1] not in STOPS and all(map(_is_headline, items)):
            first = match.start("items")
            yield from ((match.start(), False), (first, True))
            yield from ((first + item.start(), True) for item in BETWEEN.finditer(match["items"]))


def _is_headline(item: str) -> bool:
    words = item.strip(" *•|·").split()
    return len(words) >= FEWEST_HEADING and not words[0][0].islower()


def _is_labelled(text: str) -> bool:
    """`RELATED: Ferry crews vote`, and no sentence behind the label."""
    pointer = references.labelled(text)
    return pointer is not None and text[-1] not in STOPS and pointer.reference.text.count(" ") + 1 >= FEWEST_LOOSE


def _is_heading(text: str) -> bool:
    """`More News:`, `Advertisement`: what heads other stories' lines, or stands between paragraphs."""
    key = text.casefold().strip(" :")
    if OFFER.fullmatch(text):
        return True
    words = key.split()
    if len(words) < FEWEST_HEADING or words[0] not in LISTING or not (text[-1] == ":" or text.istitle()):
        return False
    return key in phrases().reference_headings or key in phrases().junk_headings
