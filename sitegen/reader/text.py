"""Raw news text → `Record`: rows, evidence, one decision, and the fields that follow from it."""

from collections.abc import Mapping

from msgspec.structs import replace

from sitegen.model import Line, Record
from sitegen.reader import broken, exports, fields, languages, page_title, run_on
from sitegen.reader.bare import bare, marked_again
from sitegen.reader.candidates import candidates
from sitegen.reader.decide import Choice
from sitegen.reader.layout import blank
from sitegen.reader.rows import MOST_WORDS, Row, glossed, rows_of
from sitegen.reader.rules.marks import marks_of
from sitegen.reader.settled import ROLES, settled
from sitegen.reader.sheet import FULL_LINES, Middle
from sitegen.reader.sheets import sheet_in_steps
from sitegen.reader.titles import title_key
from sitegen.steps import Steps

LINE_BITS = 40  # of a length: what is told comes before what is longer


def read_in_steps(
    path: str,
    text: str,
    *,
    first_line: int,
    given: Record | None,
    given_fields: frozenset[str],
    names: bool,
    aliases: Mapping[str, str],
    timezone: str,
    language: str,
) -> Steps[Record]:
    """The record of a raw text whose first line is the file's line `first_line`; what `given` holds isn't looked for.

    What carried it here or set it elsewhere is taken off.
    """
    told = bare(text)
    source = told.lines
    language = languages.language_of(text, given.language if given else None, language)
    known = languages.glosses(language) if language != "en" else None
    rows, middle = _rows(source, first_line, told.going_on or broken.at_links(source), known)
    rows, labelled = exports.usual(rows)
    marked = told.marked(rows, first_line)
    headline = labelled or (told.headline[1] if told.headline else None)
    rows = _in_english(rows, known) if known else rows
    if headline is None and (named := page_title.headline(rows)) is not None:
        headline, marked = rows[named].text, replace(marked, begins=named, alone=True)
    title = title_key(given.title) if given and given.title and "title" in given_fields else None
    titled = "title" in given_fields
    headed = title or ("" if titled else title_key(headline) if headline else None)
    yield
    sheet = yield from sheet_in_steps(rows, headed, timezone, middle, marked)
    yield
    marks = marks_of(sheet)
    yield
    found = candidates(sheet, marks)
    yield
    choices = settled(found, sheet, titled=titled)
    yield
    lines = _lines(rows, choices, source, first_line)
    yield
    record = yield from fields.gather(
        path,
        sheet,
        choices,
        lines,
        given_fields=given_fields,
        names=names,
        aliases=aliases,
        timezone=timezone,
        language=language,
    )
    return marked_again(record, told, first_line) if told.emptied or told.links else record


def _in_english(rows: list[Row], known: languages.Glosses) -> list[Row]:
    """The rows as the rules know them; those of the story stay as they are."""
    said = [(row, languages.in_english(row.text, known)) for row in rows]
    return [row if gloss == row.text else glossed(row, gloss) for row, gloss in said]


def _rows(
    lines: list[str], first_line: int, going_on: frozenset[int], known: languages.Glosses | None
) -> tuple[list[Row], Middle | None]:
    """The rows; of a very long text those of its beginning and its end, and one that stands for all between."""
    if len(lines) <= 3 * FULL_LINES:
        return run_on.parted(rows_of(lines, first_line, going_on), known), None
    above = run_on.parted(rows_of(lines[:FULL_LINES], first_line), known)
    between = lines[FULL_LINES:-FULL_LINES]
    below = run_on.parted(rows_of(lines[-FULL_LINES:], first_line + len(lines) - FULL_LINES), known)
    start = first_line + FULL_LINES
    place = len(above)
    stand_in = replace(
        rows_of(["The middle of a very long text."], start)[0], place=place, last=start + len(between) - 1, words=MOST_WORDS
    )
    return [*above, stand_in, *(replace(row, place=place + 1 + row.place) for row in below)], Middle(place, between)


def _lines(rows: list[Row], choices: list[Choice], source: list[str], first_line: int) -> tuple[Line, ...]:
    """The rows' lines; blank ones stand within a row of many, and a line in parts is the story's, or what the longest is."""
    lines: dict[int, Line] = {}
    size = 0
    for row, choice in zip(rows, choices, strict=True):
        told = len(row.text) << (choice.kind == "body") * LINE_BITS
        if row.first in lines and told <= size:
            continue
        size = told
        role, (other, rule) = ROLES[choice.kind], (ROLES[choice.other.kind], choice.other.rule) if choice.other else (None, "")
        for n in (row.first,) if row.first == row.last else range(row.first, row.last + 1):
            if row.first == row.last or not blank(source[n - first_line]):
                lines[n] = Line(n, role, choice.rule, other, rule)
    return tuple(lines.values())
