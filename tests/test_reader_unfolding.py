"""Stories as content systems keep them: in HTML on one line, between the marks of an editor, with codes in brackets."""

import html
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.model import Record
from sitegen.reader import decode, read
from sitegen.reader.unfolding import unfolded

CASES = Path(__file__).parent / "cases" / "reader"
# Kinds of text that have tags or marks of their own, or whose very lines tell.
ODD = (
    "tags",
    "sgml",
    "html",
    "markdown",
    "saved",
    "column",
    "wrapped",
    "table",
    "verse",
    "page-",
    "mail",
    "justified",
    "database",
    "typescript",
)
# A place on a line of its own runs on into the story, and questions are told by blank lines.
OWN_WAY = {
    *("wire-place-alone", "wire-town-with-small-word", "questions-and-entries", "quoted-crossheads", "telex-in-two-takes"),
    "wire-indented-under-wide-lines",
}
NAMES = sorted(
    path.stem
    for path in CASES.glob("*.txt")
    if path.stem not in OWN_WAY
    and not any(sign in path.stem for sign in ODD)
    and not any(sign in path.read_text("utf-8", "replace") for sign in ("<", "[/", "=", "\t"))
)
STORY = (
    "Lamp on the mole goes out\n\nBy Ines Ortega\n\nMarch 4, 2014\n\n"
    "PORT HALE — The lamp at the end of the mole went out on Tuesday for the first time since 1931, and nobody noticed until the ferry "
    "from Ambery was late.\n\n“We looked up and it wasn’t there,” said Ruth Anders, who keeps the harbour’s books.\n\n"
    "The lamp will be lit again on Friday, the harbour board said. It will cost $4,000.\n"
)


def paragraphs(text: str) -> list[list[str]]:
    """The lines of a text, in HTML, those together between which no blank one stands."""
    parts = [
        [html.escape(line.strip(), quote=False) for line in part.split("\n") if line.strip()] for part in text.split("\n\n")
    ]
    return [part for part in parts if part]


def on_one_line(text: str) -> str:
    """As a column of a table holds it."""
    return "".join(f"<p>{'<br>'.join(lines)}</p>" for lines in paragraphs(text))


def with_breaks(text: str) -> str:
    """As bulletin boards keep it."""
    return "<br /><br />".join("<BR>".join(lines) for lines in paragraphs(text)) + "\n"


def between_comments(text: str) -> str:
    """As WordPress's editor of blocks keeps it."""
    return "\n\n".join(
        f"<!-- wp:paragraph -->\n<p>{'<br>'.join(lines)}</p>\n<!-- /wp:paragraph -->" for lines in paragraphs(text)
    )


def indented(text: str) -> str:
    """As a page is written by hand, each paragraph broken at a column."""
    return (
        "<div>\n"
        + "\n".join(
            "  <p>\n"
            + "<br>\n".join(
                textwrap.indent(textwrap.fill(line, 70, break_on_hyphens=False, break_long_words=False), "    ")
                for line in lines
            )
            + "\n  </p>"
            for lines in paragraphs(text)
        )
        + "\n</div>"
    )


def in_boxes(text: str) -> str:
    """As editors that show what they print keep it, with a script on top."""
    boxes = "".join(f"<div>{'<br>'.join(lines)}</div><div><br></div>" for lines in paragraphs(text))
    return f"<html><body><script>\nwrite('<p>By Nobody</p>');\n</script>\n<div class=\"x\">{boxes}</div></body></html>\n"


SETTINGS = [on_one_line, with_breaks, between_comments, indented, in_boxes]


def said(record: Record) -> dict[str, object]:
    """What a record says of the story."""
    names = ("title", "dek", "authors", "agency", "date", "dateline", "captions", "references", "corrections", "notes")
    return {name: getattr(record, name) for name in names} | {"body": record.body}


def lines_of(text: str) -> list[int]:
    """The numbers of the lines that have words."""
    return [n for n, line in enumerate(text.split("\n"), 1) if line.strip()]


@pytest.mark.parametrize("setting", SETTINGS)
@pytest.mark.parametrize("name", NAMES)
def test_a_setting_changes_nothing(name: str, setting: Callable[[str], str]) -> None:
    """Each case says the same in HTML; each of its lines has one role."""
    plain = decode("a.txt", (CASES / f"{name}.txt").read_bytes())
    set_so = decode("a.txt", setting(plain.text).encode())
    record = read("a", set_so.text)
    assert said(record) == said(read("a", plain.text))
    assert [line.n for line in record.lines] == lines_of(set_so.text)


def test_codes_of_content_systems() -> None:
    """A picture's words come out of their brackets; what was shown or played isn't of the story."""
    picture = '<a href="http://example.org/l.jpg"><img src="l-300.jpg" alt="" /></a>'
    paragraphs = STORY.strip().split("\n\n")
    said = [
        *paragraphs[:3],
        f'[caption id="attachment_7" width="300"]{picture} The lamp at dusk. (Hal Brand/The Marle Courier)[/caption]{paragraphs[3]}',
        "<!--more-->",
        '[gallery ids="12,13,14"]',
        paragraphs[4].replace("looked up", "[i]looked up[/i]"),
        "[embed]https://www.example.org/watch?v=1[/embed]",
        '[[{"fid":"77","view_mode":"default","type":"media"}]]',
        paragraphs[5],
    ]
    record = read("a.txt", "\n\n".join(said))
    assert (record.title, record.authors, record.date) == ("Lamp on the mole goes out", ("Ines Ortega",), "2014-03-04")
    assert [(one.text, one.credit) for one in record.captions] == [("The lamp at dusk.", "Hal Brand/The Marle Courier")]
    assert record.body == tuple(paragraphs[3:])
    roles = {line.n: (line.role, line.rule) for line in record.lines}
    assert roles[7][0] == "body"  # the longer of the two that stand there
    assert {roles[n] for n in (9, 11, 15, 17)} == {("furniture", "mark-alone")}


@pytest.mark.parametrize("old", [True, False])
def test_words_of_a_picture_in_its_code(*, old: bool) -> None:
    """Where WordPress kept them at first, and where it does since."""
    words = "The lamp at dusk."
    code = (
        f'[caption id="a7" caption="{words}"]<img src="l.jpg">[/caption]'
        if old
        else f'[caption id="a7"]<img src="l.jpg"> {words}[/caption]'
    )
    paragraphs = STORY.strip().split("\n\n")
    record = read("a.txt", "\n\n".join([*paragraphs[:4], code, *paragraphs[4:]]))
    assert [one.text for one in record.captions] == [words]
    assert record.body == tuple(paragraphs[3:])


def test_a_page_as_it_was_served() -> None:
    """Its scripts, styles and comments go, whatever stands in them; its paragraphs go on where their lines end."""
    page = textwrap.dedent(
        """\
        <!DOCTYPE html>
        <html lang="en"><head>
        <title>Lamp on the mole goes out - The Marle Courier</title>
        <style>
        body > p { color: red }
        </style>
        <script type="text/javascript">
        if (a < b) { document.write('<p>By Nobody</p>'); }
        </script>
        </head><body>
        <h1>
          Lamp on the mole goes out
        </h1>
        <p class="by">By <a href="/ines">Ines Ortega</a></p>
        <p>March 4, 2014</p>
        <!-- ad
        <p>Buy</p> -->
        <p>PORT HALE &mdash; The lamp at the end of the mole went out on Tuesday for the
        first time since 1931.</p>
        <p>&#8220;We looked up and it
        wasn&#8217;t there,&#8221; said Ruth Anders, who keeps the harbour&#8217;s books.</p>
        </body></html>
        """
    )
    for text in (page, page.replace("\n", " ")):
        record = read("a.txt", text)
        assert (record.title, record.authors, record.date) == ("Lamp on the mole goes out", ("Ines Ortega",), "2014-03-04")
        assert record.body == (
            "PORT HALE — The lamp at the end of the mole went out on Tuesday for the first time since 1931.",
            "“We looked up and it wasn’t there,” said Ruth Anders, who keeps the harbour’s books.",
        )
        assert [line.n for line in record.lines] == lines_of(text)


@pytest.mark.parametrize(
    "told",
    [
        "In HTML, <br> ends a line and <br> does so again, and <!-- this --> is seen by nobody.",
        "A page says <script>alert(1)</script> where it should say nothing, the inspector wrote.",
        "She typed [the answer], and then [sic], and the board [in Marle] said 3 < 4 and 5 > 4.",
        'The label said width="40", and nobody knew of what.',
    ],
)
def test_what_a_story_tells_of_stays(told: str) -> None:
    """Marks that the reporter wrote."""
    text = STORY + "\n" + told + "\n\nThe board will meet again on Monday, and so will the harbour's keepers of books.\n"
    assert told in read("a.txt", text).body


MARKS = st.sampled_from(
    "<p>|</p>|<br>|<BR/>|<div class='x'>|</div>|<h1>|</h1>|<!--|-->|<script>|</script>|[b]|[/b]|[/|[x y=\"z\"]|[caption a='b']|[/caption]"
    "|\n|\n\n| |The lamp went out.|By Ines Ortega|<|>|\u2028|\x0b".split("|")
)


@given(st.lists(MARKS, max_size=40))
def test_each_line_has_one_role(parts: list[str]) -> None:
    """However marks are mixed."""
    text = "".join(parts)
    assert [line.n for line in read("a.txt", text).lines] == lines_of(text)
    apart = unfolded(text)
    if apart is not None:
        assert len(apart.of) == len(apart.text.split("\n"))
        assert sorted({n for lines in apart.of for n in lines}) == list(range(text.count("\n") + 1))


def test_marks_without_end_take_no_time() -> None:
    """Half a megabyte of each, which isn't closed or never ends, is read as the rest is."""
    for mark in ("<p>", "<p ", "<!--", "<script>", "<br> ", "[caption ", "[x y=", "</p>\n<p>", "<p>a<br>", "[/b]", "<p>\n"):
        text = mark * (200_000 // len(mark))
        apart = unfolded(text)
        assert apart is None or len(apart.of) == len(apart.text.split("\n"))
