"""What is left of HTML in raw text."""

import pytest

from sitegen.reader import read
from sitegen.reader.hypertext import plain


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The mole won&#8217;t close", "The mole won’t close"),
        ("&ldquo;No,&rdquo; he said.", "“No,” he said."),
        ("Stahl &amp; S&ouml;hne", "Stahl & Söhne"),
        ("Stahl &amp; Krone", "Stahl & Krone"),
        ("PORT MARLE &mdash; The board met.", "PORT MARLE — The board met."),
        ("It can&#x27;t&nbsp;be", "It can't\u00a0be"),
        ("Write &amp; where you mean & alone", "Write &amp; where you mean & alone"),
        ("Put &nbsp; between them, or &bogus;", "Put &nbsp; between them, or &bogus;"),
        ("He won&#8217;t say &bogus; or &#1;", "He won’t say &bogus; or &#1;"),
        ("AT&T; R&D; Q&A", "AT&T; R&D; Q&A"),
    ],
)
def test_entities(text: str, told: str) -> None:
    """Those that a program wrote become characters; those that somebody tells of stay."""
    assert told == plain(text)[0]


def test_tags() -> None:
    """Those of a text that is tagged go, and leave a gap where a reader sees one."""
    text = (
        '<h1>Mole closed</h1>\n<p class="x">By Edda Larkin</p>\n<p>One<br>two <b>three</b>.</p>\n<p></p>\nFour.<br/>\n5 < 6 > 3'
    )
    assert plain(text)[0] == "  Mole closed\n  By Edda Larkin\n  One two three.\n  \nFour.\n5 < 6 > 3"


def test_tags_around_words_alone() -> None:
    """Some systems part paragraphs by blank lines and have tags for words and links only."""
    linked = 'Mole closed\n\nThe board met <a href="http://courier.example/a">on Monday</a>.\n\n<!--more-->'
    assert plain(linked)[0] == "Mole closed\n\nThe board met on Monday.\n\n<!--more-->"
    stressed = "He read <em>Gull</em>.\n\nShe read <strong>Tern</strong> and <i>Rook</i>."
    assert plain(stressed)[0] == "He read Gull.\n\nShe read Tern and Rook."


def test_a_text_that_tells_of_tags_keeps_them() -> None:
    """A tag or two in many lines are what the text is about."""
    text = "\n".join(
        ["HTML has <p> before a paragraph, <br> in it.", "<b>Bold</b> is for words that matter, <i>not</i> for all."] * 3
    )
    assert plain(text)[0] == text


def test_lines_of_entities_and_tags_alone_have_their_roles() -> None:
    """Nothing is lost of what nobody sees."""
    text = "<p>Mole closed for good</p>\n&nbsp;\n<p>By Edda Larkin</p>\n<br/>\n<p>The mole won&#8217;t open until the winter has gone.</p>"
    record = read("a", text)
    assert [line.n for line in record.lines] == [1, 2, 3, 4, 5]
    assert (record.title, record.authors) == ("Mole closed for good", ("Edda Larkin",))
    assert [block.text for block in record.blocks] == ["The mole won’t open until the winter has gone."]
