"""Forms that newsrooms use, each read as what it is wherever it may stand; and sentences that only look like them."""

from pathlib import Path

import pytest

from sitegen.model import Record, Role
from sitegen.reader import read

USAGE = Path(__file__).parent / "cases" / "usage.txt"
TITLE = "Harbor board puts off its vote on the crane"
STORY = [
    "The harbor board put off its vote on the east crane for a third time on Monday, saying that the figures which the maker had sent "
    "it did not add up.",
    "Members asked for a second opinion on the foundations, which stood under water for most of last winter, and for a list of firms "
    "that have bought it.",
    "The old crane was built in 1961 and lifts eleven tons, which is less than most of the boxes weigh that are landed at Port Hale "
    "today, the board's engineer said.",
]
AUTHOR, DAY = "By Ines Ortega", "March 4, 2024"
TOP, MIDDLE, END = 0, 1, 3  # paragraphs above a form
PLACES = {
    "caption": (MIDDLE, END),
    "reference": (MIDDLE, END),
    "credit": (TOP, MIDDLE),
    "furniture": (MIDDLE, END),
    "below": (END,),
    "body": (MIDDLE,),
}


def forms() -> dict[str, list[str]]:
    """The forms by what they are, from the data file."""
    found: dict[str, list[str]] = {}
    for line in USAGE.read_text("utf-8").split("\n"):
        if line.startswith("== "):
            found[line[3:]] = entries = []
        elif line and not line.startswith(";"):
            entries.append(line.replace("⏎", "\n"))
    return found


FORMS = forms()
MEANT = {
    "below": {"furniture"},
    "body": {"body", "subhead"},
    "note": {"note", "byline", "furniture"},
    "contributor": {"contributor", "note"},
    "correction": {"correction", "note"},
}


def role_of(form: str, above: int) -> Role:
    """The role of a line below so many paragraphs of a story."""
    paragraphs = [*STORY[:above], form, *STORY[above:]]
    text = "\n\n".join([TITLE, AUTHOR, DAY, *paragraphs]) + "\n"
    record = read("a.txt", text)
    assert record.title == TITLE
    number = text.split("\n").index(form.split("\n", maxsplit=1)[0]) + 1
    return next(line.role for line in record.lines if line.n == number)


def under(*head: str) -> Record:
    """The record of the story with a head under its title."""
    return read("a.txt", "\n\n".join([TITLE, *head, *STORY]) + "\n")


@pytest.mark.parametrize("form", FORMS["byline"])
def test_a_byline(form: str) -> None:
    """Who wrote the story, and no more."""
    line, _, names = form.partition(" => ")
    record = under(line, DAY)
    assert (record.title, ", ".join(record.authors)) == (TITLE, names)


@pytest.mark.parametrize("form", FORMS["date"])
def test_a_date(form: str) -> None:
    """The day, and the hour where its zone is told, below the author and beside."""
    line, _, moment = form.partition(" => ")
    for record in (under(AUTHOR, line), under(f"{AUTHOR} | {line}")):
        assert (record.authors, (record.date or "")[: len(moment)]) == (("Ines Ortega",), moment)


@pytest.mark.parametrize(
    ("kind", "form", "above"),
    [
        (kind, form, above)
        for kind in FORMS
        if kind not in {"byline", "date"}
        for form in FORMS[kind]
        for above in PLACES.get(kind, (END,))
    ],
)
def test_a_line(kind: str, form: str, above: int) -> None:
    """What a line is, in the midst of a story or below it."""
    assert role_of(form, above) in MEANT.get(kind, {kind})


@pytest.mark.parametrize("sign", ["-", "–", "—", "|", ":", "»", "::", "•"])
@pytest.mark.parametrize("between", [(), ("Menu", "Home"), ("https://courier.example/crane",)])
def test_a_browsers_title_over_the_headline(sign: str, between: tuple[str, ...]) -> None:
    """The headline is the one without the site's name."""
    head = [f"{TITLE} {sign} The Marle Courier", *between, TITLE, AUTHOR, DAY]
    record = read("a.txt", "\n\n".join([*head, *STORY]) + "\n")
    assert (record.title, record.dek, record.authors) == (TITLE, None, ("Ines Ortega",))


def test_a_browsers_title_alone() -> None:
    """The site's name goes where a bar stands before a paper, or where the text names it elsewhere; else it may be who says so."""
    barred = read("a.txt", "\n\n".join([f"{TITLE} | Marle Courier", AUTHOR, DAY, *STORY]))
    named = read("a.txt", "\n\n".join([f"{TITLE} - Marle Courier", AUTHOR, DAY, *STORY, "© 2024 Marle Courier"]))
    said = read("a.txt", "\n\n".join([f"{TITLE} - Marle Courier", AUTHOR, DAY, *STORY]))
    assert (barred.title, named.title, said.title) == (TITLE, TITLE, f"{TITLE} - Marle Courier")


def test_a_databases_citation_on_top() -> None:
    """Author and day of a line such as great databases set under the headline."""
    cited = "Ortega, Ines. The Marle Courier; Port Hale, Marle [Port Hale, Marle]. 04 Mar 2024: B.1."
    record = under(cited, "Full Text")
    assert (record.title, record.authors, record.date, len(record.body)) == (TITLE, ("Ines Ortega",), "2024-03-04", len(STORY))


@pytest.mark.parametrize("label", ["Full text", "Body", "Text", "BODY", "Lead paragraph"])
def test_a_paragraph_behind_its_label_stays(label: str) -> None:
    """The story may begin on the line that names it."""
    fields = [f"Title: {TITLE}", "Author: Ortega, Ines", "Publication date: Mar 4, 2024", "Record number: 12"]
    record = read("a.txt", "\n\n".join([*fields, f"{label}: {STORY[0]}", *STORY[1:]]) + "\n")
    assert (record.title, list(record.body)) == (TITLE, STORY)


def test_a_field_with_a_space_before_its_colon() -> None:
    """As some programs write them."""
    record = read("a.txt", "\n".join([f"Title : {TITLE}", "Author : Ines Ortega", "Date : 4 March 2024", "", *STORY]) + "\n")
    assert (record.title, record.authors, record.date) == (TITLE, ("Ines Ortega",), "2024-03-04")


ADDRESS = "https://courier.example/2024/crane"
SHEETS = [
    (f"2/3/2025 {TITLE} - The Marle Courier", f"{ADDRESS} 1/2"),
    (f"2/3/2025, 10:15 AM {TITLE} | Marle Courier", f"{ADDRESS} Page 1 of 2"),
    (f"{TITLE} - The Marle Courier 03/02/2025 10:15", f"{ADDRESS} 2025-02-03"),
    (f"{TITLE} – Marle Courier {ADDRESS}", "1 of 2 2/3/2025, 10:15 AM"),
    (f"03.02.2025 {TITLE}", f"{ADDRESS} 1/2"),
]


@pytest.mark.parametrize(("head", "foot"), SHEETS)
def test_a_page_that_a_browser_printed(head: str, foot: str) -> None:
    """What stands above and below each sheet is the browser's, and its day isn't the article's."""
    lines = [head, TITLE, AUTHOR, DAY, *STORY[:2], foot, head, *STORY[2:], foot]
    record = read("a.txt", "\n\n".join(lines) + "\n")
    assert (record.title, record.authors, record.date, list(record.body)) == (TITLE, ("Ines Ortega",), "2024-03-04", STORY)


def test_a_printed_page_without_another_headline() -> None:
    """The browser's line has it, behind the day and before the site."""
    record = read("a.txt", "\n\n".join([SHEETS[0][0], *STORY]) + "\n")
    assert (record.title, record.date) == (TITLE, None)


@pytest.mark.parametrize(
    "line",
    [
        *("Accessed: 2025-02-03", "Retrieved February 3, 2025", "Downloaded on 3 February 2025", "Captured: 2/3/2025"),
        *("Archived from the original on February 3, 2025", "Date accessed: February 3, 2025", "Scraped: 2025-02-03T10:15:00Z"),
        *(
            "Last accessed on February 3, 2025",
            "Page saved on 2025-02-03",
            "Retrieved 2025-02-03 from https://courier.example/crane",
        ),
    ],
)
@pytest.mark.parametrize("above", [True, False])
def test_the_day_on_which_a_page_was_saved_is_none_of_the_articles(line: str, above: bool) -> None:  # noqa: FBT001 - a case
    """Neither over the headline nor under the story."""
    lines = [line, TITLE, AUTHOR, *STORY] if above else [TITLE, AUTHOR, *STORY, line]
    record = read("a.txt", "\n\n".join(lines) + "\n")
    assert (record.title, record.authors, record.date, list(record.body)) == (TITLE, ("Ines Ortega",), None, STORY)


@pytest.mark.parametrize(
    "form", ["Title: {}", "Headline: {}", "HEADLINE: {}", "Hed: {}", "*** {} ***", "== {} ==", "<{}>", "-- {} --"]
)
def test_a_headline_that_is_labelled_or_decorated(form: str) -> None:
    """It goes without its label and its signs."""
    record = read("a.txt", "\n\n".join([form.format(TITLE), AUTHOR, DAY, *STORY]) + "\n")
    assert (record.title, record.authors, record.date, list(record.body)) == (TITLE, ("Ines Ortega",), "2024-03-04", STORY)


@pytest.mark.parametrize(
    "title", ["9/11/2001: what the harbor remembers of it", "Crane will not be moved - maker", "Lamp * out * again *"]
)
def test_headlines_that_stay_as_they_are(title: str) -> None:
    """A day that is told of, who says it, signs that aren't around it."""
    assert read("a.txt", "\n\n".join([title, AUTHOR, DAY, *STORY]) + "\n").title == title


def test_who_retrieved_something_is_told() -> None:
    """A sentence that opens as those lines do stays."""
    for line in (
        "Retrieved from the harbor in 1961, the old bell hangs in the hall of the board.",
        "Printed money was worth 3 percent less by May.",
    ):
        assert role_of(line, MIDDLE) == "body"


@pytest.mark.parametrize(
    "end",
    [
        "– Ines Ortega",
        "-- Ines Ortega",
        "INES ORTEGA",
        "By Ines Ortega",
        "Written by Ines Ortega",
        "– Ines Ortega, March 4, 2024",
    ],
)
def test_who_signs_below_wrote_it_where_nobody_is_named_above(end: str) -> None:
    """A dash, capitals or `By`, and a name, under the last paragraph."""
    record = read("a.txt", "\n\n".join([TITLE, *STORY, end]) + "\n")
    assert (record.title, record.authors, list(record.body)) == (TITLE, ("Ines Ortega",), STORY)
    assert record.date == ("2024-03-04" if "2024" in end else None)
    assert read("a.txt", "\n\n".join([TITLE, "By Hal Brand", *STORY, end]) + "\n").authors == ("Hal Brand",)


def test_the_issue_over_the_headline() -> None:
    """The paper with its town, the day, the page."""
    record = read(
        "a.txt", "\n".join(["The Marle Courier (Port Hale)", DAY, "Page 3", "", TITLE, "", AUTHOR, "", *STORY]) + "\n"
    )
    assert (record.title, record.authors, record.date) == (TITLE, ("Ines Ortega",), "2024-03-04")


def test_a_blogs_byline_with_its_comments() -> None:
    """As a widespread theme of blogs writes it."""
    record = under("March 4, 2024 by Ines Ortega Leave a Comment")
    assert (record.authors, record.date) == (("Ines Ortega",), "2024-03-04")


@pytest.mark.parametrize(
    "head",
    [
        ["A ferry tale worth the ride", AUTHOR, "Title: The Last Ferry"],
        ["Marle falls silent. 11 Sep 2001", AUTHOR],
        ["*The Last Ferry* wins over *The Pier*", AUTHOR],
        ["Board puts off sale of ferry terminal - A Town Divided", "Board puts off sale of ferry terminal", AUTHOR],
        ["The last ferry – Part Two", AUTHOR, "The last ferry"],
        ["Collected 4,000 Lamps", AUTHOR],
        ["Essay by Hal Brand wins the harbor's prize", AUTHOR],
        ["Profile by numbers", AUTHOR],
    ],
)
def test_the_first_line_is_the_headline(head: list[str]) -> None:
    """Whatever a label, a citation, a browser or a typist may have in common with it."""
    record = read("a.txt", "\n\n".join([*head, DAY, *STORY]) + "\n")
    assert (record.title, record.authors, record.date) == (head[0], ("Ines Ortega",), "2024-03-04")


@pytest.mark.parametrize("sign", [">>", "»", "→", "►"])
def test_lines_behind_arrows_that_alternate_with_the_story_are_its_own(sign: str) -> None:
    """Steps, speech, points: a list that paragraphs part."""
    points = [f"{sign} Nobody saw the ferry leave the quay that night {number}" for number in ("one", "two", "three", "four")]
    text = (
        "\n\n".join([TITLE, AUTHOR, DAY, *[line for pair in zip(points, [*STORY, STORY[0]], strict=True) for line in pair]])
        + "\n"
    )
    record = read("a.txt", text)
    assert not record.references


def test_a_page_printed_on_paper_keeps_its_day() -> None:
    """Papers print and archive too."""
    for line in ("Printed on March 4, 2024", "Archived: March 4, 2024"):
        assert read("a.txt", "\n\n".join([TITLE, AUTHOR, line, *STORY]) + "\n").date == "2024-03-04"


@pytest.mark.parametrize(
    "headline",
    [
        "NEW TAX RULES TAKE EFFECT JANUARY 1, 2012",
        "TOWN COUNCIL MEETING MINUTES, MARCH 3, 2011",
        "Volunteers sought for river cleanup on April 3, 2021",
        "Page County fair opens July 9, 2011",
        "March 3, 2011 | Council Approves New Bridge (Video)",
        "Weekly jobless claims fall to lowest level since 1969",
        "Paper mill to close after running since 1911",
        "Good news for drivers: Gas cheapest since 2004",
        "Covering the river: Ferryman at it since 1960",
        "News you can use: How to keep your pipes from freezing",
        "News and notes from around the league",
        "The Ferryman - Books",
        "[UPDATED] Council approves new Tolliver bridge [VIDEO]",
        "Court record, Sept. 9, 2014",
        "BC-Based Canneries Raise Pay",
        "PM-Designate Meets Dockers",
        "Embargo on cod to last until June",
        "The independent spirit of a student newspaper",
    ],
)
def test_what_only_looks_like_a_papers_own_line_stays_the_headline(headline: str) -> None:
    """Neither a page's head nor a motto, nor a word to editors."""
    assert read("a.txt", "\n\n".join([headline, AUTHOR, *STORY]) + "\n").title == headline


@pytest.mark.parametrize(
    "line",
    [
        "Volunteers found the boy alive in a mill near the river on March 3, 2011.",
        "By press time no winner was known.",
        "By telephone from Lagos, Okoro said he was safe.",
        "By wire or by mail, the money always came.",
        "#3 Wisconsin at #9 Iowa",
        "7:04 p.m.\tThe board met again to put off the vote on the pier, which it has put off for so long that nobody in the room could say,"
        " when they were asked by the chair, who had first proposed it or what it was that they had meant to build there.",
        "Rose Garden covers four acres, and its paths are open all year to those who like to walk.",
        "See “The Salt Lamp” while it is at the Quay; it closes in May and will not be back.",
        "THE BOARD SAID THAT ITS MEMBERS WERE SURPRISED TO SEE THE LETTER, WHICH NOBODY THERE HAD SIGNED.",
        "In all, 4-6-8 was the number that she played, every week for thirty years, and it never came up.",
        "Copyright law is old in Marle, and the board knows it.",
        "PTI told the board so, and the board believed it.",
        "Reading time: three minutes at most, he said, and she laughed.",
    ],
)
def test_what_only_looks_like_the_trade_s_stays_in_the_story(line: str) -> None:
    """Anywhere in it."""
    for told in ([line, *STORY], [*STORY, line], [*STORY, line, *STORY]):
        record = read("a.txt", "\n\n".join([TITLE, AUTHOR, DAY, *told]) + "\n")
        assert "".join(line.split()) in "".join("".join(record.body).split())
        assert (record.title, record.authors, record.date) == (TITLE, ("Ines Ortega",), "2024-03-04")
    assert read("a.txt", "\n\n".join([TITLE, DAY, *STORY, line]) + "\n").authors == ()


def test_words_that_a_compositor_parted_are_whole_again_and_others_keep_their_hyphens() -> None:
    """Where several lines end within a word."""
    path = Path(__file__).with_name("cases") / "reader" / "column-parts-words.txt"
    told = " ".join(read("a.txt", path.read_text("utf-8")).body)
    assert {"neighbourhood", "consternation", "cylindrical", "vice-president", "well-known"} <= {*told.split()}
