"""Where a story is surely over: readers' comments, and other stories with their dates."""

import pytest

from sitegen.reader import below, read
from sitegen.reader.rows import rows_of

TOLD = "The keeper of the weir wrote the height of the water on the door each morning, and nobody had ever asked him why he did so."
STORY = [TOLD] * 4
TEASER = (
    "The mayor of the lower town has found the missing key of the clock tower in a jar of plums that was given to her in May."
)


def begins(*lines: str) -> int:
    """The place of the first row below the story, among rows that are these lines."""
    return below.begins(rows_of([line for one in lines for line in (one, "")], 1))


def test_comments_begin_at_their_heading() -> None:
    """A line about comments opens them where answers follow."""
    answered = ["Hank T.", TOLD, "Reply"] * 3
    assert begins(*STORY, "3 Comments", *answered) == len(STORY)
    assert begins(*STORY, "3 Comments", *["Hank T. says:", TOLD] * 3) == len(STORY)


def test_comments_begin_over_the_first_moment() -> None:
    """Four moments to the minute below the story are comments, with their makers' names above; so is how long ago each was made."""
    stamped = [line for minute in range(4) for line in ("hankt", f"Oct. 9, 2010 - 7:2{minute} AM EST", TOLD, TOLD)]
    assert begins(*STORY, *stamped) == len(STORY)
    lately = [line for minutes in range(4) for line in (f"hankt {minutes + 2} minutes ago", "we miss the weir already")]
    assert begins(*STORY, *lately) == len(STORY)
    assert begins(*STORY, "Readers' Comments (718)", *["Hank T.", TOLD, "Reply"] * 3) == len(STORY)


def test_a_running_report_is_no_comments() -> None:
    """Moments that begin near the top are entries of the story's own, and three are too few."""
    entries = [line for minute in range(6) for line in (f"Oct. 9, 2010 - 7:2{minute} AM EST", TOLD, TOLD)]
    assert begins(TOLD, *entries) == 1 + len(entries)
    assert begins(*STORY, *entries[:9]) == len(STORY) + 9


def test_posts_that_a_story_quotes_are_the_storys() -> None:
    """Their signatures have a name and a day each, as other stories' heads do."""
    posts = [
        line
        for day in (3, 4, 5)
        for line in ("Nobody has seen the weir so high #weir", f"— Iva Voss (@ivavoss) May {day}, 2018", TOLD)
    ]
    assert begins(*STORY, *posts) == len(STORY) + len(posts)


def test_a_running_report_below_its_introduction_is_the_storys() -> None:
    """Moments under paragraphs with sentences between them, and a log whose lines tell a moment each, name nobody who commented."""
    said = "The crowd on the quay counts its gulls and goes on waiting."
    report = [line for minute in range(6) for line in (f"Oct. 9, 2010 - 7:2{minute} AM EST", TOLD, said)]
    assert begins(*STORY, *report) == len(STORY) + len(report)
    log = [f"May 3, 2016 7:0{minute} pm Lamp dimmed by a third" for minute in range(6)]
    assert begins(*STORY, *log, TOLD) == len(STORY) + len(log) + 1


def test_a_word_about_comments_alone_opens_nothing() -> None:
    """A count of comments without answers, above the story, or a sentence about comments cuts nothing off."""
    lines = [*STORY, "3 Comments", TOLD, TOLD, "Share"]
    assert begins(*lines) == len(lines)
    lines = ["3 Comments", "Reply", "Reply", "Reply", *STORY]
    assert begins(*lines) == len(lines)
    lines = [*STORY, "Comments on the plan are open", TOLD, "Reply", TOLD, "Reply", "Reply"]
    assert begins(*lines) == len(lines)


def test_other_stories_begin_at_the_first_headline() -> None:
    """Three dates with a headline and a paragraph between them are a list of other stories."""
    teasers = [line for day in (3, 4, 5) for line in ("Key Found in a Jar of Plums", f"May {day}, 2018", TEASER)]
    assert begins(*STORY, *teasers) == len(STORY)


def test_a_story_that_goes_by_dates_goes_on() -> None:
    """Dates over paragraphs of which two or more stand together are a chronicle, and so is what has no dates in full."""
    chronicle = [line for day in (3, 4, 5) for line in (f"May {day}, 2018", TOLD, TOLD)]
    assert begins(*STORY, *chronicle) == len(STORY) + len(chronicle)
    running = [line for hour in (7, 8, 9) for line in ("The water rises", f"{hour}:15 a.m.", TOLD)]
    assert begins(*STORY, *running) == len(STORY) + len(running)
    two = [line for day in (3, 4) for line in ("Key Found in a Jar of Plums", f"May {day}, 2018", TEASER)]
    assert begins(*STORY, *two) == len(STORY) + len(two)


STORY_TOLD = [
    "The council voted on Tuesday to close the harbour bridge for two winters while its piers are mended, and the traders heard nothing of it.",
    "“We were never asked,” said Orla Fenn, who keeps a chandlery there. “It is our whole winter.”",
    "The works begin in November, the council said, and cost about 12 million crowns in all.",
    "The harbour master, Ivo Dunn, said that the cracks had been seen in May and that divers had gone down twice since then.",
]


@pytest.mark.parametrize(
    ("between", "last", "role"),
    [
        (["Advertisement", "Advertisement"], "The next bridge is eight miles up the river.", "body"),
        (
            ["Advertisement", "Story continues below", "Advertisement"],
            "The bridge opened in 1911, and nobody swam then.",
            "body",
        ),
        (
            ["Sign up for our newsletter", "Email address", "Subscribe"],
            "Fenn said she would sell oars until it opens again.",
            "body",
        ),
        (["Share", "Facebook", "Twitter", "Email"], "Dunn’s divers will go down again in the spring.", "body"),
        (
            ["Sign up for our newsletter", "Email address", "Subscribe"],
            "Courier readers get it every morning before they are up.",
            "furniture",
        ),
        (
            ["Most Read", "Fenn wins the regatta", "Subscribe"],
            "Fenn said that her oars were what had won it for Marle.",
            "furniture",
        ),
    ],
)
def test_the_last_paragraph_below_what_interrupts_the_story(between: list[str], last: str, role: str) -> None:
    """Below advertisements alone, or of somebody whom the story names, it is the story's; in a list of other stories it isn't."""
    head = ["Harbour bridge will close for two winters", "By Hank Tolland", "October 3, 2023"]
    lines = read("a.txt", "\n\n".join([*head, *STORY_TOLD, *between, last])).lines
    assert lines[-1].role == role


def test_a_day_and_an_hour_of_publishing_are_no_event() -> None:
    """With its year, a day under the headline is when the story ran."""
    lines = ["Marle lose their keeper", "Ferry Park, Marle", "Sunday, 27 February 2005", "1500 GMT", *STORY_TOLD]
    assert read("a.txt", "\n\n".join(lines)).date == "2005-02-27"


NOT_THE_SITES = {
    "a paragraph that touches a box": (
        "Fenn said that she would sell oars until the bridge opens again.\nSign up for our newsletter\nEmail address\nSubscribe",
        ["Fenn said that she would sell oars until the bridge opens again."],
    ),
    "what a poll found": (
        "Asked who should pay, the town said:\nTHE COUNTY 52.4%\nTHE FERRY 41.5%\nNOBODY 6.1%",
        ["THE COUNTY 52.4%"],
    ),
    "who is interviewed": (
        "Ada Fenn\nI have sold oars on this river for as long as there has been a bridge over it.\nHal Dunn\n"
        "I have dived under it, and found most of the oars that Ada sold in those years.\nAda Fenn\n"
        "He has never brought one of them back, and I have never asked him for any.",
        ["He has never brought one of them back, and I have never asked him for any."],
    ),
    "words in brackets": (
        "(Read the whole of the notice before you get into the boat.)",
        ["(Read the whole of the notice before you get into the boat.)"],
    ),
}


@pytest.mark.parametrize("name", NOT_THE_SITES)
def test_what_only_looks_like_a_box_a_ticker_a_credit_or_a_pointer_is_told(name: str) -> None:
    """A paragraph over a field for mail, shares of votes, names over what is said, an aside: all of it stays in the story."""
    amid, kept = NOT_THE_SITES[name]
    head = ["Harbour bridge will close for two winters", "By Hank Tolland", "October 3, 2023"]
    record = read("a.txt", "\n\n".join([*head, *STORY_TOLD, amid, *STORY_TOLD[:2]]))
    story = "\n".join(record.body)
    assert all(line in story for line in kept)
