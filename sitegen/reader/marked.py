"""Raw text with the marks of Markdown, as programs that save pages write it: `# Headline`, `**By Hank Tolland**`."""

import re

from msgspec.structs import replace

from sitegen.reader.rows import Row, glossed
from sitegen.reader.surroundings import PROSE

TOP, FEWEST = 12, 3  # rows in which the headline stands; rows with a mark
HEADING = re.compile(r"#{1,6} +(?P<words>[^\W_].*?)(?: #+)?$")
EMPHASIS = re.compile(r"(?P<mark>\*{1,3}|_{1,3})(?=[^\s*_])(?P<words>[^*_]{1,2000}?)(?<=\S)(?P=mark)(?!\w)")


def plain(rows: list[Row]) -> list[Row]:
    """The rows without the marks of headings and stress; as they are where the text isn't marked so."""
    first = next((row.text for row in rows[:TOP] if row.text[:2] == "# " or (row.words >= PROSE and row.stop)), "")
    if first[:2] != "# ":  # some agencies mark what stands below the story so
        return rows
    marked = {row.place: text for row in rows if (text := _plain(row.text)) != row.text}
    links = sum("](" in row.text for row in rows)
    if len(marked) + links < FEWEST:
        return rows
    return [_set(row, marked[row.place]) if row.place in marked else row for row in rows]


def _plain(text: str) -> str:
    heading = HEADING.match(text)
    return EMPHASIS.sub(r"\g<words>", heading["words"] if heading else text) or text


def _set(row: Row, text: str) -> Row:
    return replace(glossed(row, text), said=text)
