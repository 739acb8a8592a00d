"""What rules for pictures, authors and other stories must leave alone: paragraphs, headlines and lists that only look like those."""

import pytest

from sitegen.reader import read

HEAD = ["Harbour board votes to close the old quay", "By Hal Brand", "May 3, 2019"]
STORY = [
    "The harbour board voted on Thursday to close the old quay at Port Hale, where nobody has landed a crate since the spring of 2011.",
    "Members asked for a second opinion on the wall, which stood under water for most of the winter, and for a list of those who still pay.",
    "The quay was built in 1861 and is shorter than most of the boats that come in today, the board’s engineer said at the meeting.",
    "The board takes the matter up again in June, when the tide tables for the next year are out and the engineer is back.",
]


def text(block: list[str], gap: str = "\n\n") -> str:
    """The story with a block of lines that touch amid it."""
    return gap.join([*HEAD, *STORY[:2], "\n".join(block), *STORY[2:]]) + "\n"


@pytest.mark.parametrize(
    "block",
    [
        ["How to get to the old quay now", "Take the bus from the town hall", "Walk along the river to the pier"],
        ["How did you come to the islands?", "A friend of mine took me there"],
        ["How many roads must a man walk down", "Before you call him a man"],
    ],
)
def test_lines_that_ask_how_stay(block: list[str]) -> None:
    """Directions, interviews, verse: none of them points to another story."""
    record = read("a.txt", text(block))
    assert record.references == ()
    assert "\n".join(block) in "\n".join(record.body) or all(any(line in one for one in record.body) for line in block)


@pytest.mark.parametrize(
    "headline",
    ["Paul McCartney at the Royal Albert Hall", "Tiger Woods Chases Major No. 16", "Obama Signs Executive Order No. 13"],
)
def test_a_headline_with_somebody_in_it_stays(headline: str) -> None:
    """Nor does he write the story."""
    record = read("a.txt", "\n\n".join([headline, *HEAD[1:], *STORY]) + "\n")
    assert (record.title, list(record.authors)) == (headline, ["Hal Brand"])


def test_a_short_paragraph_over_the_authors_name_stays() -> None:
    """In a text without blank lines: he signs what is above."""
    record = read(
        "a.txt", "\n".join([*HEAD, *STORY[:2], "That is all for this week, dear readers.", "Hal Brand", *STORY[2:]]) + "\n"
    )
    assert "That is all for this week, dear readers." in record.body
    assert record.captions == ()


def test_a_paragraph_below_the_button_of_a_picture_stays() -> None:
    """And the crosshead below it is no credit."""
    shown = ["The old quay at dawn.", "Iva Voss/NPR", "hide caption", "Iva Voss/NPR", STORY[0], "A Long Road", *STORY[1:]]
    record = read("a.txt", "\n".join([*HEAD, *shown]) + "\n")
    assert STORY[0] in record.body


def test_a_land_in_capitals_is_no_maker() -> None:
    """`U.S. ARMY` heads a part of the story."""
    record = read("a.txt", "\n\n".join([*HEAD, *STORY[:2], f"{STORY[2]}\nU.S. ARMY", STORY[3]]) + "\n")
    assert STORY[2] in record.body


@pytest.mark.parametrize(
    "line", ["May 3, 2019 | OPINION", "By Hal Brand | Courier |", "LIVE June 11: The board meets at noon."]
)
def test_a_label_is_no_town(line: str) -> None:
    """Beside the day, or behind the author."""
    record = read("a.txt", "\n\n".join([HEAD[0], "By Hal Brand", line, *STORY]) + "\n")
    assert record.dateline is None


def test_what_a_list_points_to_stays_in_it() -> None:
    """`By the Numbers: …` is a headline, and so is one that opens with a small letter."""
    listed = [
        "Related stories",
        "Ferry crews vote to strike again",
        "By the Numbers: the Port Hale Ferry",
        "iPhone, iPad, Mac: what to buy now",
    ]
    record = read("a.txt", "\n".join([*HEAD, *STORY, *listed]) + "\n")
    assert [reference.text for reference in record.references] == listed[1:]


def test_a_lede_over_an_advertisement_is_no_dek() -> None:
    """Though the dateline stands in the next paragraph."""
    lede = "It was the night before the vote, and nobody in Port Hale could sleep."
    record = read("a.txt", "\n".join([*HEAD, lede, "Advertisement", f"LONDON — {STORY[0]}", *STORY[1:]]) + "\n")
    assert lede in record.body


def test_a_colleges_news_is_no_picture() -> None:
    """A sentence over its name, below the headline."""
    found = "Researchers find that old quays store what the sea takes."
    record = read("a.txt", "\n".join([HEAD[0], found, "Marle University", *HEAD[1:], *STORY]) + "\n")
    assert record.captions == ()


@pytest.mark.parametrize(
    "paragraph",
    [
        "The board on the gate of the old quay at Port Hale has said the same since 1961: “Danger.” KEEP OUT — TOWN OF MARLE",
        "Two words and a name stand on the wall at the end of the quay, and nobody knows who wrote them there. STAY AWAY — THE HARBOUR BOARD",
    ],
)
def test_a_sign_in_capitals_is_no_credit(paragraph: str) -> None:
    """Only somebody's name in capitals, with a paper's behind the dash, says who made a picture."""
    assert [line.role for line in read("a.txt", text([paragraph])).lines].count("body") == len(STORY) + 1


def test_who_is_posted_somewhere_is_no_date() -> None:
    """`Posted at` says when a text came out only where a day and an hour follow, and when it was updated."""
    block = [
        "Posted at the border since May 3, 2019, the guards have had no day without rain.",
        "Posted at the gate on May 3, 2019, was a list.",
    ]
    assert [line.role for line in read("a.txt", text(block, gap="\n\n")).lines].count("body") == len(STORY) + 2


@pytest.mark.parametrize(
    "told",
    [
        "Iva Voss holds the record for crates that were landed in a single tide.",
        "Iva Voss stands by the vote of her colleagues on the harbour board.",
        "Iva Voss sits on the harbour board for the fishermen of the old town.",
        "Iva Voss walks ten miles a day along the wall with her two dogs.",
        "Iva Voss believes that the wall in the harbour can still be mended.",
    ],
)
def test_what_nobody_can_see_is_no_picture(told: str) -> None:
    """Though a page has pictures, and the story names her in full twice."""
    named = "A fisherman, Iva Voss, 61, asked the members for a second opinion on the wall and on the cost of the old pier."
    pictured = "Boats at the old quay in the rain. (Photo by Nell Orme)"
    record = read("a.txt", "\n\n".join([*HEAD, pictured, *STORY[:2], named, told, *STORY[2:]]) + "\n")
    assert told in record.body


def test_what_somebody_is_seen_doing_whom_the_story_names_is_a_pictures_words() -> None:
    """Where the page has pictures; where the next paragraph goes on with her, it is the story's."""
    named = "A fisherman, Iva Voss, 61, asked the members for a second opinion on the wall and on the cost of the old pier."
    shown, pictured = "Iva Voss mends a net on the old quay.", "Boats at the old quay in the rain. (Photo by Nell Orme)"
    with_picture = [*HEAD, pictured, *STORY[:2], named, *STORY[2:3], shown, *STORY[3:]]
    record = read("a.txt", "\n\n".join(with_picture) + "\n")
    assert [caption.text for caption in record.captions] == ["Boats at the old quay in the rain.", shown]
    alone = read("a.txt", "\n\n".join([*HEAD, *STORY[:2], named, *STORY[2:3], shown, *STORY[3:]]) + "\n")
    goes_on = read("a.txt", "\n\n".join([*with_picture[:-1], "She sells it to the museum on Friday.", STORY[3]]) + "\n")
    assert shown in alone.body
    assert shown in goes_on.body


def test_what_somebody_says_before_his_name_stays() -> None:
    """Though the page has a picture whose maker stands behind a dash."""
    pictured = "Boats at the old quay in the rain. - Photo by Nell Orme"
    said = "It has leaned for years, the whole of the old town knows of it and nobody cares for it at all. - Iva Voss"
    record = read("a.txt", "\n\n".join([*HEAD, pictured, *STORY[:2], said, *STORY[2:]]) + "\n")
    assert said in record.body


@pytest.mark.parametrize(
    "told",
    [
        "Our journalists work hard to provide a list of those who pay, the editor said, and the board thanked them for it.",
        "The email you need for the ferry is on the board’s page, she said.",
        "There was an error, please try to forgive it, the engineer wrote to the board on Monday.",
        "Get notified about breaking news, the clerk told the fishermen, and you will sleep badly.",
    ],
)
def test_what_somebody_says_in_a_sites_words_stays(told: str) -> None:
    """Who says it is named."""
    record = read("a.txt", "\n\n".join([*HEAD, *STORY[:2], told, *STORY[2:]]) + "\n")
    assert told in record.body


def test_an_office_in_capitals_is_no_town() -> None:
    """The story has it in small letters too."""
    first = "POLICE: Two men were held on Thursday after a crate fell off the quay at Port Hale, where nobody had landed one since 2011."
    second = "Police Chief Iva Voss said the police would look into it before the end of the week."
    assert read("a.txt", "\n\n".join([*HEAD, first, second, *STORY]) + "\n").dateline is None


@pytest.mark.parametrize(
    "block",
    [
        ["Sport", "A boat race for the children of the harbour"],
        ["Monday", "The board meets at ten in the old town hall"],
        ["Tide tables for the week", "High water at noon on Friday by the wall", "Low water at six"],
        ["Chorus", "O bring me back to the harbour wall", "Where I was young and free"],
    ],
)
def test_lines_of_the_storys_own_stay(block: list[str]) -> None:
    """What a section or a day heads may be other stories' only where a line is as long as headlines are, and tells something."""
    assert read("a.txt", text(block)).references == ()


@pytest.mark.parametrize(
    "block",
    [
        [
            "Watch the river level on the county's website",
            "Listen to local radio for road closures",
            "Read the meter before the power comes back",
        ],
        ["Saturday, March 9", "Hatton Rovers v Port Hale Athletic", "Sunday, March 10", "Marle Town v Orme United"],
        ["Music", "The Port Hale Quartet for its Haydn cycle", "Books", "Iva Voss for a history of the harbor"],
        ["The Courier's picks", "A walk along the old wall with a keeper", "The boats of the north coast in ink"],
    ],
)
def test_lists_of_the_story_point_to_no_others(block: list[str]) -> None:
    """What to do, who plays whom, who won, what to see."""
    assert read("a.txt", text(block)).references == ()


@pytest.mark.parametrize(
    "ends",
    [
        ["A night of songs is free. Marle Arts Center, marlearts.org", "The lamp walk is free. Old Town Library, oldtown.org"],
        ["Iva finds the old ghost again in the cellar. (CBS)", "A keeper wins his lamp back on appeal tonight. (NBC)"],
        [
            f"The wall is old and it leans, and the board has known of it for many years without a word. - {name} Orme"
            for name in ("Hal", "Iva", "Nell")
        ],
    ],
)
def test_what_ends_as_makers_do_stays(ends: list[str]) -> None:
    """A calendar, what is on tonight, letters below a picture."""
    pictured = "Boats at the old quay in the rain. - Photo by Nell Brand"
    record = read("a.txt", "\n\n".join([*HEAD, pictured, *STORY[:2], *ends, *STORY[2:]]) + "\n")
    assert len(record.captions) == 1
    assert all(one in {*record.body, *record.subheads} for one in ends)


def test_a_headline_over_the_way_to_its_page_stays() -> None:
    """Where what stands below is its dek."""
    dek = "A third storm in ten years has members asking for a plan"
    record = read("a.txt", "\n\n".join([HEAD[0], "Home / News / Local News", dek, *HEAD[1:], *STORY]) + "\n")
    assert record.title == HEAD[0]


def test_days_of_a_timeline_are_not_the_texts() -> None:
    """Several paragraphs begin with one."""
    days = [f"May {day}, 2013 — {paragraph}" for day, paragraph in zip((3, 9, 20, 27), STORY, strict=True)]
    assert read("a.txt", "\n\n".join([HEAD[0], *days]) + "\n").date is None


def test_a_lede_over_a_link_is_no_dek() -> None:
    """It tells of what was posted there."""
    told = "The harbour board posted a film of the old quay on Monday, and within an hour the mayor had asked it to take that down."
    record = read("a.txt", "\n\n".join([*HEAD, told, "https://t.example/p/4Hx2a", *STORY]) + "\n")
    assert (record.dek, told in record.body) == (None, True)


@pytest.mark.parametrize("again", [True, False])
def test_a_story_goes_on_below_the_rights_to_a_picture(*, again: bool) -> None:
    """A firm may have made it; sections of one paragraph each follow."""
    rights = "© 2019 Marle Media Ltd"
    parts = [part for number, one in enumerate(STORY, 1) for part in (f"{number}. The old quay", one, *[rights] * again)]
    page = [
        "Home",
        "News",
        "Sports",
        "Weather",
        "Search",
        *HEAD,
        *STORY[:2],
        rights,
        *parts,
        "About us",
        "Terms of use",
        "Contact",
    ]
    body = read("a.txt", "\n\n".join(page) + "\n").body
    assert all(one in body for one in STORY)


def test_a_paragraph_right_below_a_credit_stays() -> None:
    """Its picture has no words."""
    page = [*HEAD, *STORY[:2], f"AP Photo/Hal Brand\n{STORY[2]}", STORY[3]]
    assert STORY[2] in read("a.txt", "\n\n".join(page) + "\n").body


def test_comments_that_the_story_tells_of_stay() -> None:
    """It says what readers wrote, and who reported it."""
    page = [*HEAD, *STORY[:3], "Reader comments in total", "Report abuse", *STORY]
    body = read("a.txt", "\n\n".join(page) + "\n").body
    assert all(one in body for one in STORY)


@pytest.mark.parametrize("below", [", Beat", ", Reporter, South", ",", "Reporter, South"])
def test_a_job_without_its_post_below_an_author_is_read(below: str) -> None:
    """Pages lose the word before a comma."""
    record = read("a.txt", "\n".join([HEAD[0], "", HEAD[1], below, "", HEAD[2], "", "\n\n".join(STORY)]) + "\n")
    assert record.authors == ("Hal Brand",)


@pytest.mark.parametrize(
    "said",
    [
        "Subscribing will allow you access to the tower, which is otherwise closed.",
        "Ask Edda a question and she answers with another.",
        "Advert: a word the town had never used for its lamps.",
        "Questions? Comments? The board had neither.",
        "This is a guest column in the old sense: a stone that a visitor carved, with his views on it.",
        "Start your day with a bowl of porridge and an email to somebody whom you love.",
        "Earn free bus credits by walking to school, the town tells its children.",
        "Thank you for visiting the site of the old mill, the sign says.",
        "Velcro is a registered trademark of Velcro Companies.",
        "Get Marle by email, the saying goes.",
        "Read more by candle, he tells his pupils.",
        "Advertise on walls, she told them.",
    ],
)
def test_what_sounds_like_an_appeal_stays(said: str) -> None:
    """It goes on with the story."""
    assert said in read("a.txt", "\n\n".join([*HEAD, *STORY[:2], said, *STORY[2:]]) + "\n").body


@pytest.mark.parametrize(
    "line", ["Mary Ann Wins", "By Mary Ann Wins", "By Hal Follow", "Jo Ann Cuts", "Ann Ann Lee", "By Ann Ann Lee"]
)
def test_authors_whose_names_are_words_stay(line: str) -> None:
    """Alone, and behind `By`."""
    assert read("a.txt", "\n\n".join([HEAD[0], line, HEAD[2], *STORY]) + "\n").authors == (line.removeprefix("By "),)


@pytest.mark.parametrize(
    "title",
    [
        "Slide: a word that divides the council of Port Hale",
        "Online edition of 1861 almanac sold for a barrel of tar",
        "iPhone, iPad, MacBook and AirPods users get YouTube on the quay",
        "Follow us, says the board of Port Hale, and the pilots do",
    ],
)
def test_headlines_that_look_like_the_sites_stay(title: str) -> None:
    """Over the author."""
    assert read("a.txt", "\n\n".join([title, *HEAD[1:], *STORY]) + "\n").title == title


def test_a_surname_in_on_before_a_day_stays() -> None:
    """No page has lost a space there."""
    record = read("a.txt", "\n\n".join([HEAD[0], "By Hal Brandon: May 3, 2019", *STORY]) + "\n")
    assert record.authors == ("Hal Brandon",)


def test_whom_a_crosshead_names_is_told_of_in_the_story() -> None:
    """`About …` heads a part of it as well."""
    told = "Iva Voss is a painter who came to the quay in 1990 and never left it, a reporter of its moods."
    assert told in read("a.txt", "\n\n".join([*HEAD, *STORY[:2], "About Iva Voss", told, *STORY[2:]]) + "\n").body


def test_prose_right_above_more_stays() -> None:
    """A list ends so, and paragraphs are none."""
    record = read("a.txt", "\n\n".join([*HEAD, f"{STORY[0]}\n{STORY[1]}\nMore »", *STORY[2:]]) + "\n")
    assert all(one in " ".join(record.body) for one in STORY)


def test_a_story_that_goes_on_below_its_authors_life_stays() -> None:
    """A page with a site around it tells of him in its midst."""
    menu, foot = ["Home", "News", "Sports", "Weather", "Search"], ["About us", "Terms of use", "Contact", "Privacy Policy"]
    life = "Hal Brand is a reporter. Follow him on Twitter or e-mail him at hal@courier.example for more."
    page = [*menu, *HEAD, *STORY[:3], life, "The wall in figures", STORY[3], *foot]
    assert all(one in read("a.txt", "\n\n".join(page) + "\n").body for one in STORY)


@pytest.mark.parametrize("line", ["HAL PARIS | May 3, 2019", "HAL BRAND, Paris | May 3, 2019"])
def test_authors_called_like_towns_stay(line: str) -> None:
    """In capitals, before the day."""
    assert read("a.txt", "\n\n".join([HEAD[0], line, *STORY]) + "\n").authors[0].startswith("Hal ")


def test_a_paragraph_below_an_enlarged_picture_stays() -> None:
    """Its picture has a maker and no words."""
    page = [*HEAD, *STORY[:2], "Enlarge this image", "Hal Brand/Associated Press", *STORY[2:]]
    assert all(one in read("a.txt", "\n\n".join(page) + "\n").body for one in STORY)
