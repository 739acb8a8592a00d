"""Columns of a table that stand before their values, and editors' files: what they say is read, and nothing told is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.reader import read

STORY = (
    "The lamp at the end of the Marle pier went out on Friday night, and nobody noticed until the ferry missed the quay.",
    "It came back on Sunday, said the keeper, who had cleaned the glass with vinegar and a rag that belonged to his mother.",
    "The board will meet on Tuesday to weigh whether the lamp should be replaced by one that needs no keeper at all.",
)
COLUMNS = (
    ("story_id", "44190"),
    ("pub_date", "2011-05-06"),
    ("byline", "Hank Tolland"),
    ("photo_id", "NULL"),
)
HEADLINES = (("headline", "Lamp at the pier's end goes dark"), ("sub_headline", "Keeper blames salt"))


def columns(pairs: list[tuple[str, str]], sign: str) -> str:
    """The columns, and below them the story."""
    return "\n".join([*(f"{name}{sign}{value}" for name, value in pairs), f"body_text{sign}", *STORY])


@given(st.permutations(COLUMNS), st.integers(0, len(COLUMNS)), st.sampled_from([" | ", "    | ", " => ", " = ", ": "]))
def test_columns_in_any_order(pairs: list[tuple[str, str]], place: int, sign: str) -> None:
    """Wherever the headlines stand among them, and whichever sign stands between name and value."""
    record = read("a.txt", columns([*pairs[:place], *HEADLINES, *pairs[place:]], sign))
    assert (record.title, record.dek) == ("Lamp at the pier's end goes dark", "Keeper blames salt")
    assert (record.authors, record.date, record.body) == (("Hank Tolland",), "2011-05-06", STORY)


@pytest.mark.parametrize(
    "line",
    ["Doors open: 7 p.m., and close when the last lamp is out.", "Correction: The pier is 412 metres long."],
)
def test_what_is_told_below_a_story_stays(line: str) -> None:
    """A line with such a sign is no column; a correction is one."""
    record = read("a.txt", columns([*HEADLINES, *COLUMNS], " | ") + f"\n{line}")
    assert record.lines[-1].role in {"body", "subhead", "correction", "note"}


def test_a_sentence_under_an_unknown_name_stays() -> None:
    """What nobody knows the meaning of may be what the article was kept for."""
    told = "The keeper asked the paper to say that the rag was clean."
    assert told in " ".join(read("a.txt", columns([*HEADLINES, *COLUMNS, ("desk_memo", told)], " | ")).body)


def test_a_headline_below_its_story_takes_nothing_from_it() -> None:
    """Above `HED:` notes to the desk stand, but not where the story does."""
    record = read(
        "a.txt", "\n\n".join(["SLUG: lamp0612", "STATUS: done", *STORY, "HED: Lamp goes dark", "DEK: Keeper blames salt"])
    )
    assert set(STORY) <= set(record.body)
