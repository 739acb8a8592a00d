"""What each field of a record rests on: the rule, and the lines it was read from."""

from collections.abc import Iterator
from typing import NamedTuple

from sitegen.model import Evidence, Line, Record, Role
from sitegen.reader import dates

# The lines that a field is read from. Where several roles are named, the first that there is counts.
ROLES: dict[str, tuple[Role, ...]] = {
    "title": ("title",),
    "dek": ("dek",),
    "authors": ("byline", "note"),
    "contributors": ("contributor", "body"),
    "agency": ("byline", "dateline", "body"),
    "updated": ("date", "byline"),
    "dateline": ("dateline", "body"),
    "captions": ("caption",),
    "references": ("reference",),
    "corrections": ("correction",),
    "notes": ("note",),
    "tags": ("tags",),
}
DATES: dict[str, tuple[Role, ...]] = {
    "posted-line": ("date",),
    "byline-line": ("byline",),
    "updated-line": ("date", "byline"),
    "dateline": ("dateline", "body"),
    "caption+weekday": ("caption",),
    "rights+weekday": ("date", "furniture"),
    "folio": ("furniture", "note"),
    "url": ("furniture",),
    "wire-stamp": ("date",),
    "coarse-date": ("date",),
}
FIRST = frozenset({"updated", "dateline", "agency"})  # fields that one line says
NAMES = ("people", "places", "organizations")
FRONT_MATTER, RUN_ON = "front-matter", "run-on"


def of(record: Record, given: frozenset[str], text: str, first_line: int) -> dict[str, Evidence]:
    """The evidence of a record's fields. `given` names those that front matter says; `text` begins at the line `first_line`."""
    return dict(_fields(record, given, _Text(text.split("\n"), first_line)))


class _Text(NamedTuple):
    """A text's lines, and the number of the first."""

    lines: list[str]
    first: int

    def says(self, line: Line, words: str) -> bool:
        """Whether a line is these words and no others."""
        return self.lines[line.n - self.first].strip(" :|\t").casefold() == words.casefold()

    def has(self, line: Line, words: str) -> bool:
        """Whether a line has these words."""
        return words.casefold() in self.lines[line.n - self.first].casefold()

    def tells(self, line: Line, day: str) -> bool:
        """Whether a line tells of a day."""
        return any(found.day and day.startswith(found.day.isoformat()) for found in dates.find(self.lines[line.n - self.first]))


def _fields(record: Record, given: frozenset[str], text: _Text) -> Iterator[tuple[str, Evidence]]:
    lines: dict[Role, list[Line]] = {}
    for line in record.lines if not record.posts else [line for line in record.lines if line.rule != "embedded-post"]:
        lines.setdefault(line.role, []).append(line)
    for name in (*ROLES, "date", "section", "language", "credited_source", *NAMES):
        if not getattr(record, name):
            continue
        if name in given:
            yield name, Evidence(FRONT_MATTER)
        elif name in record.evidence:
            yield name, record.evidence[name]
        elif name in NAMES:
            yield name, Evidence("names")
        elif name == "date":
            basis = record.date_basis or ""
            roles = DATES.get(basis, ())
            told = {role: [line for line in lines.get(role, ()) if text.tells(line, record.date or "")] for role in roles}
            said = {role: found for role, found in told.items() if found}  # not the line of another date
            yield name, Evidence(basis, _numbers(said or lines, roles, one=True))
        elif name == "section":
            kickers = [
                one for one in lines.get("furniture", ()) if one.rule == "kicker" and text.says(one, record.section or "")
            ]
            yield name, Evidence("kicker", tuple(line.n for line in kickers[:1]))
        elif name in ROLES:
            rule = _rule(lines, ROLES[name])
            numbers = _numbers(lines, ROLES[name], one=name in FIRST) if rule else _run_on(record, name, text)
            yield name, Evidence(rule or RUN_ON, numbers)


def _run_on(record: Record, name: str, text: _Text) -> tuple[int, ...]:
    """The lines that have a field's words beside others: what was run together on one has but one role."""
    value = getattr(record, name)
    said = [one if isinstance(one, str) else one.text for one in ([value] if isinstance(value, str) else value)]
    lines = [line for line in record.lines if line.n >= text.first]  # above stands what front matter says
    return tuple([line.n for line in lines if any(text.has(line, words) for words in said)])


def _rule(lines: dict[Role, list[Line]], roles: tuple[Role, ...]) -> str:
    """The rule that found the first of the lines; none found it where it was read out of a paragraph."""
    return next((lines[role][0].rule if role != "body" else "in-the-story" for role in roles if role in lines), "")


def _numbers(lines: dict[Role, list[Line]], roles: tuple[Role, ...], *, one: bool) -> tuple[int, ...]:
    found = next((lines[role] for role in roles if role in lines), [])
    return tuple(line.n for line in (found[:1] if one or (found and found[0].role == "body") else found))
