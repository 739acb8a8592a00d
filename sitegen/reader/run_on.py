"""References and a site's words that run on from a paragraph, on its line: each becomes a row of its own."""

import re

from msgspec.structs import replace

from sitegen.reader import languages, references
from sitegen.reader.layout import Piece
from sitegen.reader.rows import Row, row_of
from sitegen.reader.seen import has_one
from sitegen.reader.words import phrases

FEWEST = 5  # words of a line that something may run on from
FEWEST_TOLD, FEWEST_LOOSE = 3, 3  # words before what runs on; of a headline behind a label in small letters
FEWEST_HEADING = 2  # words
HEADING = frozenset("more related most recommended trending latest other similar popular sponsored top you".split())
LATE = 320  # characters at the end of a line in which it stands
BRACKETS = re.compile(r"\[[A-Za-z][A-Za-z '’&,-]{1,28}[:|][^\[\]]{3,300}\](?:\([^\s()]+\))?\.?")
LABELS = ("RELATED", "READ ", "SEE ALSO", "WATCH", "Related:", "Read more:", "See also:", "Read also:", "Also read:", "Watch:")
LABELLED = re.compile(
    r"(?<=[.!?…”\"’')]) ?(?=(?:RELATED(?: [A-Z]{4,8})?|READ (?:MORE|ALSO|NEXT)|SEE ALSO|ALSO READ|WATCH(?: NOW)?|Related|Read more|See also"
    r"|Read also|Also read|Watch): \S)"
)
HEADED = re.compile(r"(?<=[.!?…”\"’')\]]) ?(?=[A-Z][A-Za-z'’ ]{3,40}:?$)")
OFFERS = ("Advertisement", "ADVERTISEMENT", "ontinue reading", "ontinues below", "ontinue Reading", "ead more", "ead More", "EAD MORE")
ENDS = frozenset("]:.)")
STOPPED = ".!?…”\"’')"


def parted(rows: list[Row], known: languages.Glosses | None) -> list[Row]:
    """The rows, those that something runs on from in parts; `known` says what a label is in English."""
    found = {row.place: parts for row in rows if may_run_on(row) and len(parts := _parts(row, known)) > 1}
    if not found:
        return rows
    made = [part for row in rows for part in found.get(row.place, (row,))]
    return [replace(row, place=place) for place, row in enumerate(made)]


def may_run_on(row: Row) -> bool:
    """Whether a line has the signs without which nothing runs on from it."""
    text = row.text
    if row.words < FEWEST or row.columns:
        return False
    if (text[0] == "[" or text[-1] in ENDS) and ("[" in text[:1] or text[-1] == ":" or "]" in text[-LATE:]):
        return True
    return has_one(text[-LATE:], LABELS) or (not row.stop and (text.endswith(OFFERS) or HEADED.search(text, len(text) - 60) is not None))


def _parts(row: Row, known: languages.Glosses | None) -> list[Row]:
    """The parts of a row, what is told on all of its lines. Between two there was a gap, as around it, before all was run together."""
    before, told, behind = _cut(row.text, known)
    gap = max(row.gap, row.after)
    pieces = [Piece(row.first, row.first, text, gap) for text in before]
    pieces += [Piece(row.first, row.last, told, gap), *(Piece(row.last, row.last, text, gap) for text in behind)]
    gaps = [row.gap, *[gap] * (len(pieces) - 1), row.after]
    return [row_of(row.place, replace(piece, gap=above), below) for piece, above, below in zip(pieces, gaps, gaps[1:], strict=False)]


def _cut(text: str, known: languages.Glosses | None) -> tuple[list[str], str, list[str]]:
    """What stands before what a line tells, that, and what stands behind it."""
    told, before, behind = text, list[str](), list[str]()
    while (start := _start(told, known)) is not None:
        behind.insert(0, told[start:].strip())
        told = told[:start].rstrip()
    while (match := BRACKETS.match(told)) and _is_reference(match[0], known) and _tells(told[match.end() :]):
        before.append(match[0])
        told = told[match.end() :].lstrip()
    return before, told, behind


def _tells(text: str) -> bool:
    return text.lstrip()[:1] not in ".,;:)" and len(text.split()) >= FEWEST_TOLD


def _start(text: str, known: languages.Glosses | None) -> int | None:
    """Where begins what a line runs on to last."""
    late = max(0, len(text) - LATE)
    if text[-1:] in ENDS and "[" in text[late:]:
        for match in BRACKETS.finditer(text, text.rfind("[", late)):
            if match.end() == len(text) and match.start() and _is_reference(match[0], known):
                before = text[: match.start()].rstrip()
                return match.start() if _tells(before) or _is_reference(before, known) else None
    if has_one(text[late:], LABELS):
        for match in LABELLED.finditer(text, late):
            if _tells(text[: match.start()]) and _is_labelled(text[match.end() :]):
                return match.end()
    match = HEADED.search(text, max(0, len(text) - 60))
    return match.end() if match and _tells(text[: match.start()]) and _is_heading(text[match.end() :]) else None


def _is_reference(text: str, known: languages.Glosses | None) -> bool:
    """`[RELATED: …]`, which the lists know; with a label in small letters only before some words."""
    pointer = references.bracketed(languages.in_english(text, known) if known else text)
    if pointer is None or not pointer.known:
        return False
    return text[1:].partition(":")[0].isupper() or pointer.reference.text.count(" ") + 1 >= FEWEST_LOOSE


def _is_labelled(text: str) -> bool:
    """`RELATED: Ferry crews vote`, and no sentence behind the label."""
    pointer = references.labelled(text)
    return pointer is not None and text[-1] not in STOPPED[:4] and pointer.reference.text.count(" ") + 1 >= FEWEST_LOOSE


def _is_heading(text: str) -> bool:
    """`More News:`, `Advertisement`: what heads other stories' lines, or stands between paragraphs."""
    key = text.casefold().strip(" :")
    if text.endswith(OFFERS):
        return key in phrases().furniture
    words = key.split()
    if len(words) < FEWEST_HEADING or words[0] not in HEADING or not (text[-1] == ":" or text.istitle()):
        return False
    return key in phrases().reference_headings or key in phrases().junk_headings
