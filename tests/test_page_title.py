"""A page's own title on top of its text, and what it says of the headline."""

import pytest

from sitegen.reader.page_title import headline
from sitegen.reader.rows import rows_of

TOLD = "The harbor board put off its vote on the new pier for a third time on Tuesday, since nobody knows what it weighs."
MENU = ["Home", "News", "Sport", "Weather", "Letters", "Jobs", "Homes", "Cars", "Sign in", "Subscribe"]


def named(*lines: str) -> str | None:
    """The line that the first one names."""
    rows = rows_of([line for text in lines for line in (text, "")], 1)
    place = headline(rows)
    return None if place is None else rows[place].text


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Board puts off vote | Port Hale Courier", "Board puts off vote"),
        ("Board puts off vote - News - Port Hale Courier", "Board puts off vote"),
        ("Port Hale Courier - Board puts off vote", "Board puts off vote"),
        ("Board puts off vote &raquo; Port Hale Courier", "Board puts off vote"),
        ("A third time? What the pier weighs - Courier", "A third time?"),
        ("Board puts off vote", "Board puts off vote"),
        (
            "Harbor board puts off vote on pier again | Courier",
            "Board again puts off its vote on harbor pier: nobody knows why",
        ),
    ],
)
def test_the_headline_that_a_pages_title_names(title: str, words: str) -> None:
    """As it is, with the site's name, or in other words."""
    assert named(title, *MENU, words, "By Nell Harbin", TOLD, TOLD) == words


@pytest.mark.parametrize(
    "lines",
    [
        ("Board puts off vote", "By Nell Harbin", "Board puts off vote", TOLD, TOLD),  # beside each other: as ever
        ("Board puts off vote", "By Nell Harbin", TOLD, TOLD, "Comments", "Board puts off vote"),
        ("Board puts off vote | Courier", "By Nell Harbin", TOLD, TOLD, TOLD, "More", "Board puts off vote", TOLD),
        ("Board puts off vote on the pier again | Courier", *MENU, "Other news of the pier", TOLD, TOLD),
        (
            "Who pays? The pier that nobody wanted",
            "By Nell Harbin",
            TOLD,
            "The pier that nobody wanted",
            TOLD,
            TOLD,
        ),  # a crosshead
        ("Port Hale – what comes next now", "By Nell Harbin", "March 3, 2011", TOLD, "what comes next now", TOLD),
        (
            "Pier falls in the night and nobody is hurt",
            "By Nell Harbin",
            *MENU,
            "How the pier falls in the night and nobody is hurt",
            TOLD,
        ),
        ("News", *MENU, "News", TOLD),  # no headline has one word
        ("Board puts off vote | Courier", *MENU),
        (),
    ],
)
def test_where_it_names_none(lines: tuple[str, ...]) -> None:
    """Not below the story, not on a text without one."""
    assert named(*lines) is None


def test_the_last_of_several_above_the_story_is_the_headline() -> None:
    """A page has its headline on its trail and in its lists as well."""
    lines = ("The tide waits | Courier", "Home", "The tide waits", "The tide waits", TOLD, "The tide waits", TOLD)
    assert headline(rows_of([line for text in lines for line in (text, "")], 1)) == len(lines) - 4
