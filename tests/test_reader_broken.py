"""Paragraphs that a program broke at each link, and lines that only begin or end as if they were."""

import pytest

from sitegen.reader import read
from sitegen.reader.broken import at_links

HEAD = ["Cattle thieves used a drone to choose bullocks", "By Hal Brand", "May 4, 2016"]
TOLD = [
    "Thieves who took 31 bullocks from a farm near Marle in April had looked them over from the air first, the police said on Tuesday.",
    "The farmer had taken the drone for a bird, and he had waved at it. He is now asked to say which way it flew, and how high.",
]


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        (
            ["Police in ", "Marle", ", who came by boat, said that nobody had heard a thing on the night."],
            "Police in Marle, who came by boat, said that nobody had heard a thing on the night.",
        ),
        (
            ["“It was a good drone,” he told ", "The Courier", ". “It had lights.”"],
            "“It was a good drone,” he told The Courier. “It had lights.”",
        ),
        (
            ["The ", "Marle Mart", " has counted its beasts since then, and there are two too many of them, it says."],
            "The Marle Mart has counted its beasts since then, and there are two too many of them, it says.",
        ),
        (
            [
                "The",
                "Marle Farmers’ Union",
                "(MFU) said that it would watch the sky from now on, and asked others to do so too.",
            ],
            "The Marle Farmers’ Union (MFU) said that it would watch the sky from now on, and asked others to do so too.",
        ),
        (
            ["He asked the ", "mart", "’s clerk, who keeps the book of all beasts, whether anybody had sold a drone there."],
            "He asked the mart’s clerk, who keeps the book of all beasts, whether anybody had sold a drone there.",
        ),
        (
            ["The Hercules had been led to the mart of", "Marle", "by a boy who spoke to nobody, and who had no drone."],
            "The Hercules had been led to the mart of Marle by a boy who spoke to nobody, and who had no drone.",
        ),
        (
            [
                "The farmer bought the",
                "Hercules",
                "in 2011 at the mart of Marle, where",
                "Orla Fenn",
                ", who keeps the gate and the book, speaks of him.",
            ],
            "The farmer bought the Hercules in 2011 at the mart of Marle, where Orla Fenn, who keeps the gate and the book, speaks of him.",
        ),
    ],
)
def test_a_paragraph_broken_at_a_link_is_one(broken: list[str], whole: str) -> None:
    """With the spaces that it had, and each of its lines the story's."""
    lines = [*HEAD, TOLD[0], *broken, TOLD[1]]
    record = read("a.txt", "\n".join(lines))
    assert record.body == (TOLD[0], whole, TOLD[1])
    assert {line.role for line in record.lines if line.n > len(HEAD)} == {"body"}


@pytest.mark.parametrize(
    "lines",
    [
        ["By", ".", "Nell Harbin", ".", "PUBLISHED:", ".", TOLD[0]],  # stops alone on lines
        ["The", "Marle Courier", "", TOLD[0]],
        ["What gulls are for", "A walk along the mole", TOLD[0]],
        ["Ingredients", "salt", "two onions", "a cod", TOLD[0]],
        ["    The lamp", "    has gone out", "    , said he", TOLD[0]],
        ["...", "…and so to bed", ".com", TOLD[0]],
        [HEAD[0], "Hal Brand", ", Staff Writer", TOLD[0]],
        [HEAD[0], "Hal Brand", " and", "Amy Marlow", TOLD[0]],
        [HEAD[0], " updated May 4, 2016", "", TOLD[0]],
        [HEAD[0], "Hal Brand", " hal@courier.example", "", TOLD[0]],
        ["The", "Marle Courier", "(founded 1871)", "", *HEAD, TOLD[0]],
        [*HEAD, TOLD[0], "CORRECTION", " an earlier version of this story gave a wrong number of bullocks.", TOLD[1]],
        [*HEAD, TOLD[0], "A bullock like those that were taken", " photo by Amy Marlow", TOLD[1]],
        [
            *HEAD,
            TOLD[0],
            "The lamp upon the mole is out",
            " and no man knows the hour",
            "The ferry bell has gone about",
            " with no power.",
            TOLD[1],
        ],
        [*HEAD, TOLD[0], "The council voted on Monday for", "? New fares for the ferry", "? A bench on Hale Street", TOLD[1]],
        [
            *HEAD,
            TOLD[0],
            "Tom Quill, 41, of Hale Street",
            " fined $50 for drunkenness",
            "Greta Holm, 22, of Ely",
            " fined $20",
            TOLD[1],
        ],
        [*HEAD, TOLD[0], "Tags", " bullocks", " drones", " police", TOLD[1]],
        ["Farming", " eBay sellers offered bullocks after raid", "By Hal Brand", TOLD[0]],
        [*HEAD, TOLD[0][:60], TOLD[0][61:], "I am, sir,", " your obedient servant,", "Tom Arden"],
    ],
)
def test_lines_that_only_look_broken(lines: list[str]) -> None:
    """A name, a headline, a list, verses."""
    assert not at_links([*lines, TOLD[1]])
