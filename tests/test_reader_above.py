"""Where the story of a page starts, whose site's menus stand above it."""

from sitegen.reader import read
from sitegen.reader.above import starts
from sitegen.reader.rows import rows_of
from sitegen.reader.sheets import LONGEST_ABOVE, sheet_of
from sitegen.reader.surroundings import page_of
from sitegen.reader.words import phrases

MENU = [f"{word} {number}" for number in range(1, 9) for word in ("Harbour", "Valley", "Notices")]
STORY = [
    "The lamp at the end of the mole went out for the last time on Monday, a hundred and twelve years after it was lit.",
    "Its keeper climbed the ladder alone, turned the brass key of the lamp twice and came down to the mole in the dark.",
    "Nobody steers by the lamp at the end of the mole any more, the harbour board said when it was asked on Monday.",
]
TEASER = "Every week our reporters meet somebody whom everybody knows, and ask what nobody else has ever dared to ask before."


def _starts(lines: list[str]) -> int:
    return starts(page_of(rows_of(lines, 1), phrases()))


def test_a_story_starts_below_the_menus() -> None:
    """The first row of prose is told where many short lines stand above it."""
    assert len(MENU) + 1 == _starts([*MENU, "Lamp on the mole goes out", *STORY])


def test_a_teaser_among_the_menus_is_no_story() -> None:
    """Prose that shares no words with the story doesn't start it."""
    assert len(MENU) + 2 == _starts([*MENU[:12], TEASER, *MENU[12:], "Lamp on the mole goes out", *STORY])


def test_a_headline_on_top_has_no_menus_above_it() -> None:
    """Whatever stands between a headline on top and its story."""
    assert _starts(["Harbour board puts out the lamp on the mole", *MENU, *STORY]) == 0


def test_a_short_head_is_no_menu() -> None:
    """A headline, a byline and a few lines of the site."""
    assert _starts([*MENU[:10], *STORY]) == 0


def test_a_text_without_prose_has_no_start() -> None:
    """Menus alone."""
    assert _starts(MENU) == 0


def test_a_short_story_under_its_byline_starts_a_page() -> None:
    """Though other stories told below are longer and share no words with it."""
    head = ["Weekly interview wins a prize", "By Hal Brand"]
    assert len(MENU) + 2 == _starts([*MENU, *head, TEASER, *MENU[:8], *STORY])


def test_the_head_of_a_page_is_no_longer_for_longer_menus() -> None:
    """However many lines of menus there are: else the time that a page takes would grow faster than the page."""
    menus = MENU * 20
    sheet = sheet_of(rows_of([*menus, "Lamp on the mole goes out", *STORY], 1), None, "UTC")
    assert (sheet.like.start, sheet.head_start) == (len(menus) + 1, len(menus) + 1 - LONGEST_ABOVE)


def test_a_word_about_cookies_starts_no_story() -> None:
    """Though it says who writes it as a byline does, and stands close below one; a recipe's cookies do."""
    asked = "We and our partners keep cookies of Monday's lamp, and of what you read at the end of the mole, to personalize this site."
    baked = "Leave the cookies of Monday's lamp at the end of the mole until they are cold, turn them twice, and eat them in the dark."
    head = [*MENU[:18], "By Hal Brand"]
    assert (_starts([*head, asked, *MENU, *STORY]), _starts([*head, baked, *MENU, *STORY])) == (20 + len(MENU), 19)


def test_a_long_line_of_short_words_above_a_page() -> None:
    """It has no word that the story could have too."""
    menu = "\n".join(f"Part {n}" for n in range(60))
    story = "\n\n".join(
        ["The harbour board of Port Marle closed the old mole on Monday after two nights in which the sea came over it."] * 4
    )
    text = f"{'to be or not ' * 10}\n{menu}\n\nMole closed for good\n\nBy Edda Larkin\n\n{story}\n"
    assert read("a", text).title == "Mole closed for good"


def test_a_crosshead_over_the_story_is_no_headline() -> None:
    """The headline stands over its author, and the story has none of its words."""
    head = ["Daily Laughs", "Teas You Should Probably Get Rid of Already", "By Edda Larkin", "May 10, 2019"]
    lines = [*MENU, *head, *head, "The lamp at the end of the mole and its old keeper", *STORY]
    assert read("a.txt", "\n\n".join(lines) + "\n").title == head[1]


def test_a_headline_without_words_of_the_story_stands_over_its_author() -> None:
    """Nothing near it has them either."""
    lines = [*MENU, "Nobody climbs there now", "By Edda Larkin", "May 10, 2019", *STORY]
    assert read("a.txt", "\n\n".join(lines) + "\n").title == "Nobody climbs there now"
