"""Tables, numbered lists and conversations are told from paragraphs, and nothing of them is lost."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sitegen.reader import read
from sitegen.reader.tables import table

STORY = (
    "Marle Rowing Club settles its accounts\n\nThe club has counted its boats, its oars and what the river left of them.\n\n"
)


def blocks(text: str) -> list[tuple[str, str]]:
    """The kinds and texts of the blocks that stand below a story's first paragraph."""
    return [(block.kind, block.text) for block in read("a", STORY + text).blocks[1:]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ward          Oakes   Tarn\nHill            812    401\nQuay North       77    388\n              -----  -----\n"
            "Total           889    789",
            "Ward\tOakes\tTarn\nHill\t812\t401\nQuay North\t77\t388\nTotal\t889\t789",
        ),
        (
            "              1  2  3  F\nMarle         0  0  1  1\nOrsel Bay     2  0  0  2",
            "\t1\t2\t3\tF\nMarle\t0\t0\t1\t1\nOrsel Bay\t2\t0\t0\t2",
        ),
        ("Day\tRain\tWind\nMonday\t4\t\nTuesday\t\t12", "Day\tRain\tWind\nMonday\t4\t\nTuesday\t\t12"),
        ("Monday\t\t4\nTuesday\t\t12\nWednesday\t3", "Monday\t4\nTuesday\t12\nWednesday\t3"),
        (
            "Pairs  Kell and Moss  7:02\nFours  Orsel  6:40\nEights  Marle  5:58",
            "Pairs\tKell and Moss\t7:02\nFours\tOrsel\t6:40\nEights\tMarle\t5:58",
        ),
        ("Oars    12   split\nHulls        sound\nRopes    3", "Oars\t12\tsplit\nHulls\t\tsound\nRopes\t3\t"),
    ],
)
def test_columns_are_a_table(text: str, expected: str) -> None:
    """Lines in columns, set by spaces or by tabs, are rows with tabs between their cells; a rule above a sum is no row."""
    assert blocks(f"{text}\n\nIt rained on the last of the days, as it had on the first.") == [
        ("table", expected),
        ("paragraph", "It rained on the last of the days, as it had on the first."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Monday      1.20    fair\nTuesday     1.15    fair",
        "    Low water, and the boat is late.\n    Low water, and the heron too.\n    I leave the gate.",
        "The boat is late,    and the heron is late too\nand the gate    is left open to the river\nand nobody    has gone to close it",
        "Boat     one is ours\nThe heron     is not\nOf the gate     we say nothing",
    ],
)
def test_what_may_be_no_table_is_none(text: str) -> None:
    """Two lines, verse, and lines with gaps in no column stay as they stand."""
    assert "table" not in {kind for kind, _ in blocks(text)}


def test_two_spaces_after_a_full_stop_are_no_column() -> None:
    """A typist's habit makes no table of short paragraphs."""
    text = "It rained.  Nobody rowed.\nThe gate stood open.  So did the hall.\nThe heron left.  It had seen enough."
    assert {kind for kind, _ in blocks(text)} == {"paragraph"}


@given(st.lists(st.text(st.sampled_from("ab1— \t\u00a0\ufeff,.\x0b\u2028"), max_size=40), max_size=8))
@example(["a\x0b\tb", "a\tb", "a\tb"])
def test_a_table_loses_nothing(lines: list[str]) -> None:
    """Whatever the lines, their cells hold all of their words, in order, and no cell breaks its row."""
    cells = table(lines)
    if cells is not None:
        assert _signs("".join("".join(row) for row in cells)) == _signs("".join(lines))
        assert len({len(row) for row in cells}) == 1
        assert not any("\t" in cell or "\n" in cell for row in cells for cell in row)


def _signs(text: str) -> str:
    return re.sub(r"[\s\ufeff]", "", text)


WORDS = st.text(st.sampled_from("abcdeABC0123456789"), min_size=1, max_size=9)


@given(
    st.integers(2, 5).flatmap(lambda size: st.lists(st.lists(WORDS, min_size=size, max_size=size), min_size=3, max_size=9)),
    st.booleans(),
)
def test_any_aligned_cells_are_found_again(rows: list[list[str]], right: bool) -> None:  # noqa: FBT001 - drawn
    """Cells below one another, set left or right, are the cells of the table."""
    rows = [[row[0].capitalize(), *row[1:]] for row in rows]
    widths = [max(map(len, column)) + 2 for column in zip(*rows, strict=True)]
    lines = [
        "".join(cell.rjust(width) if right else cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        for row in rows
    ]
    assert table(lines) == tuple(map(tuple, rows))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. Count the oars.\n2. Count them again.", ["list"]),
        ("1) Count the oars.\n\n2) Count them again.\n\n3) Stop.", ["list"]),
        ("(1) Count the oars.\n(2) Count them again.", ["list"]),
        ("7. Count the oars.\n8. Count them again.\n9. Stop.", ["list"]),
        (
            "1. Count the oars.\n2. Stop.\n\nIt is late, said the captain, and he was right.\n\n3. Go home.\n4. Sleep.",
            ["list", "paragraph", "list"],
        ),
        ("1. FC Orsel won the cup, and nobody was surprised.", ["paragraph"]),
        ("1984. It was a good year for oars.\n\n1985. It was a better one for the boats.", ["paragraph", "paragraph"]),
        ("17. Juni was the day of the race.\n\n18. Juni was the day after it.", ["paragraph", "paragraph"]),
        ("1. Count the oars.\n3. Count them again.", ["paragraph", "paragraph"]),
        ("1. Count the oars.\n2) Count them again.", ["paragraph", "paragraph"]),
        ("1. Count the oars.\n\nThe captain says so, and he has a list.", ["paragraph", "paragraph"]),
    ],
)
def test_consecutive_numbers_are_a_list(text: str, expected: list[str]) -> None:
    """Two numbers from 1 on, or three from anywhere, with the same signs; a year or a name that begins with a number is prose."""
    assert [kind for kind, _ in blocks(text)] == expected


def test_items_are_sewn_together() -> None:
    """A line that is set in as far as the words of the item above goes on with it; the numbers stay in the record."""
    text = "1. Count the oars that the river has left,\n   and write down the others.\n2. Tell the captain, who knows the\n   Orsel men."
    assert blocks(text) == [
        (
            "list",
            "1. Count the oars that the river has left, and write down the others.\n2. Tell the captain, who knows the Orsel men.",
        )
    ]
    assert read("a", STORY + text).body[1:] == tuple(blocks(text)[0][1].split("\n"))


TALK = "Who has the oars?", "We have, and the boats too.", "All of the boats?", "All but the one in the tree."


@pytest.mark.parametrize(
    "labels", [("Q:", "A:"), ("Q.", "A."), ("Q:", "Hesk:"), ("MARLE:", "HESK:"), ("The Packet:", "Ada Hesk:"), ("F:", "A:")]
)
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_conversation_has_turns(labels: tuple[str, str], between: str) -> None:
    """Question and answer, or two who take turns."""
    lines = [f"{labels[index % 2]} {words}" for index, words in enumerate(TALK)]
    assert blocks(between.join(lines)) == [("turn", line) for line in lines]


@pytest.mark.parametrize(
    "lines",
    [
        ["When: On Friday at noon.", "Where: At the boat house.", "When: On Sunday at ten.", "Where: On the quay."],
        ["Position: stroke", "Weight: 90 kilos", "Position: bow", "Weight: 70 kilos"],
        ["A. Hesk rowed in front that day.", "A. Moss rowed behind him, as ever."],
        ["Sir: I have counted the oars too.", "The captain never answers letters.", "Sir: I have not counted the oars."],
        ["Remember: the river is cold in May.", "Nobody forgets that, said the captain."],
        ["Oars: There are twelve of them.", "Boats: There are four of them.", "Ropes: There are too many of them."],
    ],
)
def test_other_labels_are_no_speakers(lines: list[str]) -> None:
    """Notices, facts, initials, salutations and a colon in prose make no conversation."""
    assert "turn" not in {kind for kind, _ in blocks("\n\n".join(lines))}


def test_a_short_question_is_no_crosshead() -> None:
    """Though it stands alone above a long answer."""
    text = (
        "Q. Who was it? -- Age 9\n\nA. It was a man from Orsel whom nobody had seen before, and whom nobody has seen since.\n\n"
    )
    record = read(
        "a",
        STORY + text + "Q. And the boat? -- Age 10\n\nA. That is a question for the captain, and he has been asked it before.",
    )
    assert record.subheads == ()
    assert [block.kind for block in record.blocks] == ["paragraph", *["turn"] * 4]


def test_a_table_makes_no_page_of_a_text() -> None:
    """The short lines of a table aren't those of a web page's menus: the sentences below it are the story's."""
    rows = "\n".join(
        f"{place:<20}{votes:>6}"
        for votes, place in enumerate("Hill Quay Mill Lane Wharf Tarn Oakes Moss Kell Bank".split(), 400)
    )
    text = f"{rows}\n\nSpoiled: 31, of which nine were for the heron.\n\nTurnout was 59 percent of 13,900."
    assert [kind for kind, _ in blocks(text)] == ["table", "paragraph", "paragraph"]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("[CLIP: Walking on pebbles]", "body"),
        ("[MUSIC: An accordion, and then the sea]", "body"),
        ("[RELATED: The mole that walked]", "reference"),
        ("[HARBOUR: The mole that walked]", "reference"),
    ],
)
def test_what_is_heard_in_a_broadcast_is_the_storys(line: str, role: str) -> None:
    """A label in capitals and brackets points elsewhere, unless it says what is heard."""
    told = "The divers of Port Marle went down to the kelp at six in the morning, when nobody else was on the mole."
    text = f"The kelp below the mole\n\nBy Edda Larkin\n\n{told}\n\n{line}\n\n{told.replace('six', 'nine')}\n"
    assert {one.n: one.role for one in read("a", text).lines}[7] == role
