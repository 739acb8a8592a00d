"""Who wrote a text and who made its pictures, read off single lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.reader import byline, captions, read

PARTS = (
    *(
        "",
        "By",
        "by ",
        "Edda Larkin",
        "EDDA LARKIN",
        "Larkin",
        "Jr.",
        "III",
        "Ph.D.",
        "Staff Writer",
        "Marle Journal",
        "AP",
        "BBC News",
    ),
    *(
        "edda@marle.example",
        "@edda",
        "(now)",
        "[email protected]",
        "March 3, 2014",
        "5:32 PM",
        "2 hours ago",
        "Updated:",
        "News",
        "and",
        "McK",
    ),
)
BETWEEN = ("", " ", ", ", " | ", " • ", " / ", " - ", "—", "   ", "\t", " · ", "; ")


@given(st.lists(st.tuples(st.sampled_from(PARTS), st.sampled_from(BETWEEN)), max_size=7))
def test_any_parts_in_any_order_are_read(parts: list[tuple[str, str]]) -> None:
    """Names, addresses, posts and dates with whatever between: nothing ends a build, and no name is empty."""
    assert all(byline.parse("".join(map("".join, parts))).names)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Hank Tolland and AP", ("Hank Tolland",)),
        ("Edda Larkin/Oskar Fenn Marlow", ("Edda Larkin", "Oskar Fenn Marlow")),
        ("Edda Larkin /", ("Edda Larkin",)),
        ("Edda Larkin, Courier.com", ("Edda Larkin",)),
        ("Edda Larkin / SALTMARSH.COM / Sep 2, 2014, 17:07 IST", ("Edda Larkin",)),
        ("Harbour, News, Top 1 | Published: 5 hours ago | Written by Wendo Nakambo", ("Wendo Nakambo",)),
        ("Aug 3, 2014 | By Edda Larkin", ("Edda Larkin",)),
        ("By Corvell I. King", ("Corvell I. King",)),
        ("By Anna O Dec. 18, 2014 9:00 am EST", ("Anna O",)),
        ("By Anna", ()),
        ("By court reporter Edda Larkin", ("Edda Larkin",)),
        ("Harriet Larkin Whitehall correspondent", ("Harriet Larkin",)),
        ("Edda Ann Larkin correspondent", ("Edda Ann Larkin",)),
        ("Edda Larkin · Northern Herald", ("Edda Larkin",)),
        ("Edda Larkin, Lagos", ("Edda Larkin",)),
        ("By Edda Larkin Globe-Courier Staff", ("Edda Larkin",)),
        ("By Edda Larkin San Diego Union-Tribune", ("Edda Larkin",)),
        ("By Edda J. Larkin Chicago Tribune", ("Edda J. Larkin",)),
        ("By Mary Ann Larkin-Post", ("Mary Ann Larkin-Post",)),
        ("Edda LarkinSportnet Nation Staff Writer", ("Edda Larkin",)),
        ("Edda LarkinMBC News", ("Edda Larkin",)),
        ("By Edda MacDONALD", ("Edda MacDONALD",)),
        ("By MaryBeth Arden Staff Writer", ("MaryBeth Arden",)),
        ("By Edda FitzGerald Staff Writer", ("Edda FitzGerald",)),
        ("By Carla Larkin Post-Reyes", ("Carla Larkin Post-Reyes",)),
        ("Edda Larkin for the Saltmarsh Courier", ("Edda Larkin",)),
        ("Contributed by Edda Larkin", ("Edda Larkin",)),
        ("Story by Edda Larkin. Photos by Oskar Fenn", ("Edda Larkin",)),
        ("Words by Edda Larkin / Photography by Oskar Fenn", ("Edda Larkin",)),
        ("Story and photos by Edda Larkin", ("Edda Larkin",)),
        ("By our Transport Correspondent", ()),
        ("Ore Carrier Off Quill Island", ()),
        ("By Edda Larkin@eddalarkin", ("Edda Larkin",)),
        ("Edda Larkin (now) and Oskar Fenn (earlier)", ("Edda Larkin", "Oskar Fenn")),
        ("Edda Larkin at Priory Lane", ("Edda Larkin",)),
        ("News / Sports", ()),
        ("Edda Larkin | edda@marle.example", ("Edda Larkin",)),
        ("Edda Larkin • @edda", ("Edda Larkin",)),
        ("Edda Larkin • JacketsOnline", ("Edda Larkin",)),
        ("By Edda Larkin, Jr., and OSKAR FENN III", ("Edda Larkin Jr.", "Oskar Fenn III")),
        ("by Edda Larkin, Marle Ledger, and Oskar Fenn, Quell Valley Water Desk", ("Edda Larkin", "Oskar Fenn")),
        ("Edda Larkin| Cedar Coast Daily", ("Edda Larkin",)),
        ("EDDA LARKIN Marle Journal", ("Edda Larkin",)),
        ("Marle Valley Business Journal - by Edda Larkin MVBJ Staff Reporter", ("Edda Larkin",)),
        ("Edda Larkin, RNP Pacific Journalist", ("Edda Larkin",)),
        ("By Edda Larkin 5 minute Read", ("Edda Larkin",)),
        ("Edda Larkin Contact Reporter", ("Edda Larkin",)),
        ("Hong Kong society", ()),
    ],
)
def test_names_of_a_byline(line: str, names: tuple[str, ...]) -> None:
    """A byline's names, in the forms in which papers and sites write them."""
    assert names == byline.parse(line).names


@pytest.mark.parametrize("between", ["and", "&", "+", ","])
@pytest.mark.parametrize("above", ["By Edda Larkin", "By\nEdda Larkin", "Edda Larkin"])
def test_authors_with_a_sign_on_a_line_between_them_are_both_read(above: str, between: str) -> None:
    """A page's links leave each name on its line; the sign is part of the byline."""
    story = "The council voted on Tuesday to close the harbour bridge for two years while its piers are rebuilt, it said.\n"
    text = f"Harbour bridge will close for two years\n\n{above}\n{between}\nOskar Fenn\n\nOctober 3, 2024\n\n{story}"
    record = read("bridge.txt", text)
    assert record.authors == ("Edda Larkin", "Oskar Fenn")
    assert {line.role for line in record.lines if 3 <= line.n <= 4 + above.count("\n")} == {"byline"}


@pytest.mark.parametrize(
    "job", ["Reporter, South", "Political editor, BBC Marle", "Editor, Marle Weekly", "Health Correspondent, North and East"]
)
def test_a_job_and_its_beat_below_a_name_are_part_of_the_byline(job: str) -> None:
    """The story begins below it."""
    story = "The council voted on Tuesday to close the harbour bridge for two years while its piers are rebuilt, it said."
    record = read("bridge.txt", f"Harbour bridge will close for two years\n\nBy Edda Larkin\n{job}\n\n{story}\n")
    assert (record.authors, record.dek, record.body) == (("Edda Larkin",), None, (story,))


def test_lines_that_lost_their_spaces_are_read() -> None:
    """Where a page ran its parts together, the post and the day are set apart again."""
    assert byline.parse("ByHank TollandTrainee Reporter").names == ("Hank Tolland",)
    assert byline.parse("Published27 October 2021").posted == "2021-10-27"
    head = byline.parse("June 20, 2019 01:07 am | Updated 08:15 am IST - MARLE")
    assert (head.posted, head.sure) == ("2019-06-20", 1.0)


@pytest.mark.parametrize(
    ("line", "posted", "updated"),
    [
        ("6 Aug, 2022 05:00 AM4 mins to read", "2022-08-06", None),
        ("September 18, 2019 Screens » Film", "2019-09-18", None),
        ("Feb. 23, 2016 | 12:10 AM (Last updated: February 24, 2016 | 09:02 AM)", "2016-02-23", "2016-02-24"),
        ("THIS STORY IS FROM MARCH 12, 2022", "2022-03-12", None),
    ],
)
def test_days_beside_what_tells_nothing(line: str, posted: str, updated: str | None) -> None:
    """How long it takes to read, a trail of sections and brackets leave nothing that isn't understood."""
    head = byline.parse(line)
    assert (head.posted, head.updated, head.sure) == (posted, updated, 1.0)


def test_a_weekday_tells_the_order_of_day_and_month() -> None:
    """The second of November 2000 was a Thursday, the eleventh of February no."""
    story = "The council voted on Tuesday to close the harbour bridge for two years while its piers are rebuilt, it said.\n"
    for written, day in (("02/11/2000 (Thursday)", "2000-11-02"), ("11/02/2000 (Thursday)", "2000-11-02")):
        assert read("bridge.txt", f"Harbour bridge will close\n\nBy Edda Larkin\n\n{written}\n\n{story}").date == day


def test_a_gallerys_maker_stands_behind_a_hash() -> None:
    """The words lose the hash with the credit."""
    caption = captions.split("Bundles stand in stooks to dry in the wind. # Iva Tolland/Panorama")
    assert (caption.text, caption.credit) == ("Bundles stand in stooks to dry in the wind.", "Iva Tolland/Panorama")


def test_date_before_a_byline_on_one_line() -> None:
    """What stands before `| By …` tells the time, and the byline is one all the same."""
    head = byline.parse("Aug 3, 2014 | By Edda Larkin")
    assert (head.posted, head.by, head.sure) == ("2014-08-03", True, 1.0)


@pytest.mark.parametrize(
    ("line", "text", "credit"),
    [
        ("The quay from the south. Ines Ortega for the Ledger", "The quay from the south.", "Ines Ortega for the Ledger"),
        ("The quay (above). Harbor Board", "The quay (above).", "Harbor Board"),
        ("The quay’s only crane. Larkmoor", "The quay’s only crane.", "Larkmoor"),
        ("The quay that the town had promised AP Photo/Ines B. Ortega", "The quay that the town had promised", "AP Photo/Ines B. Ortega"),
        ("The quay before it went Ines Ortega/Larkmoor Images", "The quay before it went", "Ines Ortega/Larkmoor Images"),
        ("The quay is asleep. | Ines Ortega/AFP", "The quay is asleep.", "Ines Ortega/AFP"),
        ("The quay is asleep. (AP Photo) AP Photo", "The quay is asleep. (AP Photo)", "AP Photo"),
        ("The quay and its keeper at noon Credit: PA", "The quay and its keeper at noon", "PA"),
        ("The quay is asleep. (Harbor Board, City of Hale)", "The quay is asleep.", "Harbor Board, City of Hale"),
        ("A bee on the quay. Courier photo by Ines Ortega", "A bee on the quay.", "Ines Ortega"),
        ("The quay on Monday. — Larkmoor pic", "The quay on Monday.", "Larkmoor pic"),
        ("The quay last week. - Ines Ortega", "The quay last week.", "Ines Ortega"),
        ("The quay has two cranes. MNA photo", "The quay has two cranes.", "MNA"),
        ("The quay at dawn. PHOTO | INES ORTEGA", "The quay at dawn.", "INES ORTEGA"),
        ("MC PHOTO: INES ORTEGA", "", "INES ORTEGA"),
        ("The quay has two cranes. Photo/MNA", "The quay has two cranes.", "MNA"),
        ("The quay has two cranes. Photo / Ines van der Meer", "The quay has two cranes.", "Ines van der Meer"),
        ("(Photo courtesy of the Harbor Board) The quay is asleep.", "The quay is asleep.", "the Harbor Board"),
        ('The quay is asleep. "Quay 12" by I. Ortega is licensed under CC BY-SA 4.0', "The quay is asleep.", "I. Ortega"),
        ("Media caption, Watch: The quay at dawn", "Watch: The quay at dawn", None),
        ("The quay was mended by Capt. Ines Ortega", "The quay was mended by Capt. Ines Ortega", None),
        ("Your Quay Sounds Awful. These Bells Can Fix It", "Your Quay Sounds Awful. These Bells Can Fix It", None),
        ("The quay is resilient. HQ", "The quay is resilient. HQ", None),
        ("The quay closed. (By then it was late and it rained.)", "The quay closed. (By then it was late and it rained.)", None),
        ("The quay closed, the first to do so (the Harbor Board's)", "The quay closed, the first to do so (the Harbor Board's)", None),
    ],
)  # fmt: skip
def test_credit_is_split_off_a_caption(line: str, text: str, credit: str | None) -> None:
    """A maker's name at a caption's end is its credit; a title before a name, a headline and a remark in brackets are none."""
    caption = captions.split(line)
    assert (text, credit) == (caption.text, caption.credit)
