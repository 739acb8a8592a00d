"""The reading room: bytes and raw news text → `Record`."""

from collections.abc import Mapping

from sitegen.model import Record
from sitegen.reader.decode import decode
from sitegen.reader.markdown import read_markdown, read_markdown_in_steps
from sitegen.reader.titles import title_key
from sitegen.steps import Steps, in_one_go

__all__ = ["decode", "read", "read_in_steps", "read_markdown", "read_markdown_in_steps", "title_key"]

NO_FIELDS: frozenset[str] = frozenset()
NO_NAMES: Mapping[str, str] = {}


def read_in_steps(
    path: str,
    text: str,
    *,
    first_line: int = 1,
    given: Record | None = None,
    given_fields: frozenset[str] = NO_FIELDS,
    names: bool = True,
    aliases: Mapping[str, str] = NO_NAMES,
    timezone: str = "UTC",
    language: str = "en",
) -> Steps[Record]:
    """The record of a raw text whose first line is the file's line `first_line`.

    `given_fields` names the fields that front matter says already; their values are in `given` and aren't looked for. `aliases`
    leads from a name's spelling in small letters to the one name; `timezone` is that of times without a zone;
    `language` is the site's, for texts that don't tell theirs.
    """
    from sitegen.reader import text as raw  # noqa: PLC0415 - the rules take 50 ms to compile; a site of Markdown needs none
    from sitegen.reader.unfolding import unfolded  # noqa: PLC0415 - likewise

    apart = unfolded(text)
    record = yield from raw.read_in_steps(
        path,
        apart.text if apart else text,
        first_line=0 if apart else first_line,
        given=given,
        given_fields=given_fields,
        names=names,
        aliases=aliases,
        timezone=timezone,
        language=language,
    )
    return apart.folded(record, text, first_line, given_fields) if apart else record


read = in_one_go(read_in_steps)
