"""Sentences of stories that sound like what stands around one, read as the story's wherever they stand in it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sitegen.reader import read

SENTENCES = Path(__file__).parent / "cases" / "sentences.txt"
TITLE = "Island council puts off vote on new ferry pier"
HEAD = [TITLE, "By Iva Tolland", "May 4, 2016"]
STORY = [
    "The island council put off a vote on a new ferry pier on Tuesday after residents complained that nobody had told them its cost.",
    "The plan would replace the wooden pier at Marle, which was built in 1931 and has been closed to trucks since a storm two winters ago.",
    "“We have waited a long time for this,” said Ines Ortega, who runs the grocery by the landing and carries every crate by hand.",
    "Several residents told the council that they wanted the money spent on the school first.",
    "The harbor master, Jon Ferrow, said that the old pier could fail within five years and that nobody would then reach the mainland.",
    "The council has asked the county for an engineer's report, which is expected to take three months and to cost about $40,000.",
    "Ferrow said he had heard such promises before.",
    "Under state law the island may borrow up to $3 million without a referendum, but two members have said that they want one.",
    "The council will take up the matter again in August.",
]
MENU = ["Marle Courier", "Home", "News", "Sports", "Obituaries", "Opinion", "Weather", "Subscribe", "Log in", "Contact us"]
BUTTONS = ["Facebook", "Twitter", "Email", "Print", "Save"]
FOOT = [
    *("More from this section", "Ferry crews vote to end their strike", "School board names new principal", "Most Popular"),
    *("Man rescued from harbor after fall", "Library to open on Sundays", "Sign up for our newsletter", "Privacy policy"),
    "© 2016 Marle Courier. All rights reserved.",
]
FIRST, MIDDLE, LAST = 0, 4, len(STORY)
CROSSHEADS = [  # of which the story has no other word
    *("A cold wind from the north", "Counting pennies in the dark", "Check whether the road is plowed", "Enable cookies"),
    *("Understand how pipes behave when frozen", "Lessons in a cold gymnasium", "Thousands left in the dark"),
    *("Become a founding sponsor", "Required reading", "Bride arrives by fire engine", "Where do you feel most at home?"),
]


def sentences() -> list[str]:
    """The sentences of the data file."""
    lines = SENTENCES.read_text("utf-8").split("\n")
    return [line for line in lines if line and not line.startswith((";", "== "))]


def plain(paragraphs: list[str]) -> str:
    """A text with nothing around it."""
    return "\n\n".join([*HEAD, *paragraphs]) + "\n"


def page(paragraphs: list[str]) -> str:
    """A page with its site around the story."""
    return "\n".join([*MENU, "", *HEAD, *BUTTONS, "", "\n\n".join(paragraphs), "", *FOOT]) + "\n"


@pytest.mark.parametrize("sentence", sentences())
def test_a_sentence_stays(sentence: str) -> None:
    """On a page or alone, first, in the middle, last; and so do its neighbours."""
    for setting in (plain, page):
        for place in (FIRST, MIDDLE, LAST):
            text = setting([*STORY[:place], sentence, *STORY[place:]])
            record = read("a.txt", text)
            assert record.title == TITLE
            lines = text.split("\n")
            kept = {lines[line.n - 1] for line in record.lines if line.role in {"body", "subhead"}}
            assert kept >= {sentence, *STORY}, (setting.__name__, place)


@pytest.mark.parametrize("set_as", [plain, page])
@pytest.mark.parametrize("crosshead", CROSSHEADS)
def test_a_crosshead_stays(crosshead: str, set_as: Callable[[list[str]], str]) -> None:
    """However little it has to do with what stands below it."""
    text = set_as([*STORY[:MIDDLE], crosshead, *STORY[MIDDLE:]])
    n = text.split("\n").index(crosshead) + 1
    assert {line.role for line in read("a.txt", text).lines if line.n == n} <= {"body", "subhead"}
