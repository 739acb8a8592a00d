"""What was run together on one line is taken apart, and nothing of it is lost."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sitegen.reader import read
from sitegen.reader.rows import rows_of
from sitegen.reader.run_on import parted

TOLD = "The harbor board put off its vote on the new pier for a third time on Tuesday."
PIECES = (
    TOLD,
    "[RELATED: Ferry workers reject offer]",
    "[The auctioneers]",
    "[PHOTOS: The pier](https://pier.example/a)",
    "READ MORE: Pier inspectors find rot",
    "More News:",
    "More News: Library opens | Ferry crews vote",
    "By + More",
    "By Nell Harbin",
    "Advertisement",
    "(Hal Brand/Courier)",
    "PORT HALE — The board met.",
    "He said so",
    "[",
    "]",
    "|",
)


def parts(*lines: str) -> list[str]:
    """The texts of the rows that lines make."""
    return [row.text for row in parted(rows_of(list(lines), 1), None)]


@pytest.mark.parametrize(
    ("line", "apart"),
    [
        (f"{TOLD} [RELATED: Ferry vote]", [TOLD, "[RELATED: Ferry vote]"]),
        ("[PHOTOS: The pier] [VIDEO: The vote on Tuesday]", ["[PHOTOS: The pier]", "[VIDEO: The vote on Tuesday]"]),
        (f"{TOLD} [RELATED: Ferry vote] {TOLD}", [TOLD, "[RELATED: Ferry vote]", TOLD]),
        (f"{TOLD} SEE ALSO: Pier inspectors find rot", [TOLD, "SEE ALSO: Pier inspectors find rot"]),
        (f"{TOLD} Related Stories:", [TOLD, "Related Stories:"]),
        (f"{TOLD} More News: Ferry vote | Pier rots", [TOLD, "More News:", "Ferry vote", "Pier rots"]),
        (f"{TOLD}Advertisement", [TOLD, "Advertisement"]),
        (f"{TOLD} By + More", [TOLD, "By + More"]),
        (
            f"By Nell Harbin / August 25, 2011 / PORT HALE — {TOLD}",
            ["By Nell Harbin / August 25, 2011", f"PORT HALE — {TOLD}"],
        ),
        (
            f"Board Delays Vote By Nell Harbin Courier Staff Writer March 31, 2015 PORT HALE, Ohio - {TOLD}",
            ["Board Delays Vote", "By Nell Harbin Courier Staff Writer March 31, 2015", f"PORT HALE, Ohio - {TOLD}"],
        ),
        (
            f"Board Delays Vote By NELL HARBIN PORT HALE, Ohio - {TOLD}",
            ["Board Delays Vote", "By NELL HARBIN", f"PORT HALE, Ohio - {TOLD}"],
        ),
        (
            f"Board delays By Nell Harbin and Hal Brand Published: 4:15 p.m. May 3, 2011 | Updated: May 4, 2011 at 5 a.m. {TOLD}",
            [
                "Board delays",
                "By Nell Harbin and Hal Brand Published: 4:15 p.m. May 3, 2011 | Updated: May 4, 2011 at 5 a.m.",
                TOLD,
            ],
        ),
        (
            f'By Nell Harbin Posted Mar. 3, 2011 at 10:41 AM EST "We wait," she said. {TOLD}',
            ["By Nell Harbin Posted Mar. 3, 2011 at 10:41 AM EST", f'"We wait," she said. {TOLD}'],
        ),
        ("Board Delays Vote By Nell Harbin March 31, 2015", ["Board Delays Vote", "By Nell Harbin March 31, 2015"]),
        ("Board Delays Vote By Nell Harbin", ["Board Delays Vote", "By Nell Harbin"]),
        ("The pier at dawn on Tuesday. (Hal Brand/Courier) PORT HALE — " + TOLD, None),
    ],
)
def test_what_was_run_together_is_taken_apart(line: str, apart: list[str] | None) -> None:
    """Each part as it would stand on a line of its own."""
    assert parts(line) == (apart or ["The pier at dawn on Tuesday. (Hal Brand/Courier)", f"PORT HALE — {TOLD}"])


@pytest.mark.parametrize(
    "line",
    [
        f"The keeper's log is online [READ: Keeper's Diary, 1931] and {TOLD}",
        f"{TOLD} Read more: it's what I tell my students.",
        f"{TOLD} The board has more news: a play, a fair and a dance.",
        f"{TOLD} [The auctioneers] left.",
        "He told them to watch. WATCH: the tide comes in.",
        "The rules are plain. What to watch:",
        "The pier at dawn on Tuesday. By Hal Brand",
        f"The log, written By Hal Brand in March 3, 2011 or later, was a success with readers. {TOLD}",
    ],
)
def test_prose_stays_whole(line: str) -> None:
    """What only looks like furniture is told."""
    assert parts(line) == [line]


def test_lines_of_a_head_that_end_on_a_stop_set_apart() -> None:
    """As a widespread set of articles for summaries has them, all on one line."""
    story = "A retired pilot who had ordered a rowing boat was stunned when a lorry brought her a trawler of forty feet ."
    record = read("a.txt", f"By . Nell Harbin . PUBLISHED: . 12:31 EST, 4 March 2013 . | . UPDATED: . {story} It floats .\n")
    assert (record.authors, record.date, record.body) == (
        ("Nell Harbin",),
        "2013-03-04T12:31:00-05:00",
        (f"{story} It floats .",),
    )


def test_a_sentence_keeps_the_stop_that_was_set_apart() -> None:
    """Only a head's lines lose it."""
    story = "A retired pilot who had ordered a rowing boat was stunned when a lorry brought her a trawler of forty feet."
    record = read("a.txt", f"By .\nNell Harbin .\n{story}\nIt floats, she said .\n")
    assert (record.authors, record.body) == (("Nell Harbin",), (story, "It floats, she said ."))


def test_somebody_whom_the_text_tells_of_wrote_no_headline() -> None:
    """Nor does anybody where a byline stands below."""
    title = "Library Shows Paintings By Nell Harbin"
    assert parts(title, "", "The library shows what Harbin painted.")[0] == title
    assert parts(title, "By Iva Voss")[0] == title


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=7), st.sampled_from((" ", "")))
def test_no_letter_is_lost_and_each_line_is_somebodys(pieces: list[str], between: str) -> None:
    """The parts have all that the line has but the bars between items, and lie on its lines in order."""
    line = between.join(pieces)
    rows = parted(rows_of([TOLD, line], 1), None)
    assert [sign for row in rows for sign in row.text if sign.isalnum()] == [sign for sign in TOLD + line if sign.isalnum()]
    assert [row.place for row in rows] == list(range(len(rows)))
    assert {1, 2} == {n for row in rows for n in range(row.first, row.last + 1)}


FIRST, LAST = (
    "A ferry stayed in port on Monday for want of a ramp.",
    "The members are to meet again in May, if the hall has heat.",
)
SENTENCES = (
    "The harbor board put off its vote on the new pier for a third time on Tuesday.",
    "“They wanted a second opinion from the engineers,” said Iva Voss, who runs the ferry.",
    "Nobody knows what the old pier weighs, or who would lift it.",
)
BESIDE = (
    "[RELATED: Ferry workers reject offer]",
    "[PHOTOS: The pier](https://pier.example/a)",
    "READ MORE: Pier inspectors find rot",
    "More News: Library opens late | Ferry crews vote",
    "By + More",
    "Advertisement",
)


@example(list(SENTENCES), ["More News: Library opens late | Ferry crews vote", *["By + More"] * 3], 1)
@given(st.permutations(SENTENCES), st.lists(st.sampled_from(BESIDE), min_size=1, max_size=4), st.integers(0, 3))
def test_no_sentence_of_a_line_in_parts_leaves_the_record(told: list[str], beside: list[str], place: int) -> None:
    """A line has but one role, which wouldn't show that a part of it is in no field."""
    line = " ".join([*told[:place], *beside, *told[place:]])
    record = read("a", f"Harbor Board Delays Vote\n\nBy Nell Harbin\n\n{FIRST}\n\n{line}\n\n{LAST}\n")
    fields = " ".join([record.dek or "", *(one.text for one in (*record.blocks, *record.references, *record.captions))])
    assert [sentence for sentence in told if sentence not in fields] == []
