"""Days in figures alone, of which either may be the day: what else a page says decides."""

import pytest

from sitegen.reader import read

STORY = (
    "Somebody took the brass lamp from the end of the east quay on Sunday night, {} told the Courier.\n\n"
    "He had not thought that anybody could reach it without a ladder, he said, and no ladder is missing{}."
)


@pytest.mark.parametrize(
    ("story", "below", "day"),
    [
        (("the keeper", ""), "", "2011-03-05"),  # nobody says; so America writes
        (("the keeper", ""), "Page made 28/04/2011", "2011-05-03"),
        (("the keeper", ""), "Page made 3 May 2011", "2011-05-03"),
        (("the keeper", ""), "Page made 04/28/2011", "2011-03-05"),
        (("Councillor Brand", " from any harbour"), "", "2011-05-03"),
        (("Councillor Brand", " from any harbour"), "Page made 04/28/2011", "2011-03-05"),
        (("the keeper", ""), "Page made 28/04/2011, kept 04/28/2011", "2011-03-05"),  # they disagree
    ],
)
def test_order_of_day_and_month(story: tuple[str, str], below: str, day: str) -> None:
    """Another date of the page shows the order, else how its words are spelt."""
    text = f"Lamp stolen from the quay\n\n03/05/2011\n\nBy Hal Brand\n\n{STORY.format(*story)}\n\n{below}\n"
    assert read("a", text).date == day
