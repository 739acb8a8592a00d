"""The filters that templates have beyond Jinja's own: pure functions from a value to the words for it."""

from collections.abc import Callable, Mapping
from datetime import date as Day  # noqa: N812  (a class, and `date` names our ISO strings)
from functools import lru_cache

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
KINDS = {
    "tags": "Topics",
    "people": "People",
    "places": "Places",
    "organizations": "Organisations",
    "authors": "Authors",
    "sections": "Sections",
}
REFERENCES = {
    "related": "Related",
    "poll": "Poll",
    "photos": "Photos",
    "video": "Video",
    "audio": "Audio",
    "read": "Read",
    "more": "More",
}
INFERRED = {
    "caption+weekday": "The date was inferred from a caption and from the weekday in the text.",
    "rights+weekday": "The year was inferred from the line on rights, in which the weekday is right.",
    "url": "The date was inferred from an address in the text.",
}
STATED = {
    "front-matter": "The date was given with the text.",
    "posted-line": "The date stands in the line that says when the text was posted.",
    "dateline": "The date stands in the dateline.",
    "byline-line": "The date stands beside the byline.",
    "updated-line": "The text tells only when it was last updated.",
    "wire-stamp": "The date stands in the agency’s stamp below the story.",
    "coarse-date": "No more of the date is told in the text.",
}


@lru_cache(maxsize=16384)
def longdate(date: str) -> str:
    """`17 June 2013`, `June 2013` or `2013`, with the time where it is known: `17 June 2013, 15:04`."""
    year, month, day, time = _cut(date)
    return " ".join(part for part in (day, month_name(date) if month else "", year) if part) + (time and f", {time}")


@lru_cache(maxsize=16384)
def shortdate(date: str) -> str:
    """`17 Jun 2013`, `Jun 2013` or `2013`."""
    year, month, day, _ = _cut(date)
    return " ".join(part for part in (day, month_name(date)[:3] if month else "", year) if part)


@lru_cache(maxsize=16384)
def day_name(date: str) -> str:
    """The weekday of a date that is known to the day; else nothing."""
    return DAYS[Day.fromisoformat(date[:10]).weekday()] if len(date) >= len("2013-06-17") else ""


def month_name(month: int | str) -> str:
    """The name of a month given by number, or of an ISO date's month."""
    return MONTHS[(month if isinstance(month, int) else int(month[5:7])) - 1]


def thousands(number: int) -> str:
    """`12,345`."""
    return f"{number:,}"


def kind_name(kind: str) -> str:
    """What a kind of term is called: `Topics` for `tags`."""
    return KINDS[kind]


def reference_label(kind: str) -> str:
    """What a kind of cross reference is called."""
    return REFERENCES[kind]


def date_basis(basis: str) -> str:
    """How a date is known, in a sentence."""
    return (INFERRED | STATED).get(basis, f"The date was read from the text ({basis}).")


def _cut(date: str) -> tuple[str, str, str, str]:
    """Year, month, day without a leading zero, and time of day; empty where the date doesn't say."""
    return date[:4].lstrip("0"), date[5:7], date[8:10].lstrip("0"), date[11:16]


FILTERS: Mapping[str, Callable[[str], str] | Callable[[int], str]] = {
    "longdate": longdate,
    "shortdate": shortdate,
    "day_name": day_name,
    "month_name": month_name,
    "thousands": thousands,
    "kind_name": kind_name,
    "reference_label": reference_label,
    "date_basis": date_basis,
}
