"""What carried a text here, and what set it elsewhere: none of it changes what is read."""

import html
import json
import quopri
import random
import re
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.model import Problem, Record, Source
from sitegen.reader import decode, read
from sitegen.reader.bare import bare
from sitegen.reader.layout import blank
from sitegen.reader.parts import find

CASES = sorted((Path(__file__).parent / "cases" / "reader").glob("*.txt"))
SIGNS = [
    *(
        "<DOC>",
        "</DOC>",
        "<HEADLINE>",
        "</HEADLINE>",
        "<TEXT>",
        "</TEXT>",
        "<DATELINE>",
        "<DD>",
        "</DD>",
        "19940512",
        "\ufeff",
        "```\n",
    ),
    *(
        "&amp;",
        "&#8217;",
        "&nbsp;",
        "&quot;",
        "&",
        ";",
        "<p>",
        "</p>",
        "<h1>",
        "</h1>",
        '<a href="http://a.example/">',
        "</a>",
        "<",
    ),
    *(
        "> ",
        ">",
        "\\u2019",
        '\\"',
        "\\n",
        "\\",
        "# ",
        "## ",
        "**",
        "*",
        "_",
        "[",
        "](http://a.example/)",
        "![",
        "[Mole](/a\n\nb)",
        "a [Mole\nb](/a\n\nb)",
        "![Mole\n](/a\n)",
        "- ",
        "=E2=80=99",
    ),
    *("=\n", "\n", " ", "  ", "a", "Mole", "."),
]


def _lines(text: str, write: Callable[[str], str]) -> str:
    return "\n".join([write(line) if line.strip() else line for line in text.split("\n")])


def _widened(line: str, width: int, draw: random.Random) -> str:
    words = line.split()
    while len(words) > 1 and (short := width - len(" ".join(words))) > 0:
        for place in draw.sample(range(len(words) - 1), min(short, len(words) - 1)):
            words[place] += " "
    return " ".join(words)


def _flush(text: str) -> str:
    """The text as a program sets it flush on both sides, in a column of 64 characters."""
    draw = random.Random(text)  # noqa: S311 - a drawing that is the same each time
    lines: list[str] = []
    for paragraph in text.split("\n"):
        *full, last = textwrap.wrap(paragraph, 64, break_long_words=False, break_on_hyphens=False) or [""]
        lines += [*(_widened(line, 64, draw) for line in full), last]
    return "\n".join(lines)


CARRIERS: dict[str, Callable[[str], str]] = {
    "mail's quoting": lambda text: "\n".join(["> " + line for line in text.split("\n")]),
    "mail's quoting, twice, blank ends cut": lambda text: "\n".join([(">> " + line).rstrip() for line in text.split("\n")]),
    "quoted-printable": lambda text: quopri.encodestring(text.encode()).decode(),
    "a program's string": json.dumps,
    "a program's string without its quotes": lambda text: json.dumps(text)[1:-1],
    "a program's string for each line": lambda text: "\n".join([json.dumps(line)[1:-1] for line in text.split("\n")]),
    "line separators of Unicode": lambda text: text.replace("\n", "\u2028"),
    "entities": lambda text: html.escape(text).replace("’", "&#8217;"),
    "entities of entities": lambda text: html.escape(html.escape(text).replace("’", "&rsquo;")),
    "tags": lambda text: _lines(text, lambda line: f"<p>{html.escape(line)}</p>"),
    "escaped tags": lambda text: html.escape(_lines(text, lambda line: f"<p>{html.escape(line)}</p>")),
}
OWN_MARKS = re.compile(r"[<>\\&=\u2028]|\t|\*\*|# |\]\(")


def _source(text: str) -> Source:
    source = decode("a.txt", text.encode("utf-8", "surrogatepass"))
    assert not isinstance(source, Problem)
    return source


def _read(text: str) -> Record:
    return read("a.txt", _source(text).text)


def _said(record: Record) -> tuple[object, ...]:
    squeezed = [" ".join(paragraph.split()) for paragraph in record.body]
    return (
        record.title,
        record.authors,
        record.date,
        record.dateline,
        record.references,
        record.captions,
        squeezed,
        record.people,
    )


@pytest.mark.parametrize("way", CARRIERS)
def test_whatever_carried_a_text_it_reads_the_same(way: str) -> None:
    """Of this suite's texts, those that have no such marks themselves and are as long as articles."""
    tried = 0
    for path in CASES:
        source = decode(path.name, path.read_bytes())
        if isinstance(source, Problem) or OWN_MARKS.search(source.text) or len(source.text) < 600:
            continue
        if way == "quoted-printable" and source.text.isascii() and len(source.text) < 1500:
            continue  # a line or two that end on `=` tell of nothing
        if "tags" in way and re.search(r"^[ \t]+\S", source.text, re.MULTILINE):
            continue  # a paragraph in tags is set in by them alone
        carried = CARRIERS[way](source.text)
        if carried == source.text:
            continue
        tried += 1
        assert _said(_read(carried)) == _said(read("a.txt", source.text)), path.name
    assert tried > 20


STORY = """Mole closed until the winter has gone

By Edda Larkin
March 4, 2019

The harbour board of Port Marle closed the old mole on Monday, after two nights in which the sea came over it and carried off a bench.

“We have asked the sea to wait,” said Ines Ortega, the harbour master, who has asked before and been told nothing at all.

Work on the new wall begins when the old one has been found, the board's clerk said, and not a tide before that.
"""
MARKED = """[Home](https://courier.example/)

* [News](https://courier.example/news)
* [Sport](https://courier.example/sport)

# Mole closed until the winter has gone

**By Edda Larkin**
_March 4, 2019_

![The mole](https://courier.example/mole.jpg)

The harbour board of [Port Marle](https://courier.example/port) closed the **old mole** on Monday, after two nights in which the sea \
came over it and carried off a bench.

> “We have asked the sea to wait,” said *Ines Ortega*, the harbour master, who has asked before and been told nothing at all.

Work on the new wall begins when the old one has been found, the board's clerk said, and not a tide before that\\.

[Related: The bench comes home](https://courier.example/bench)
""".replace("\\\n", "")


def test_marks_of_markdown() -> None:
    """As programs write it that save pages."""
    record, plain = _read(MARKED), read("a", STORY)
    assert (record.title, record.authors, record.date, record.body) == (plain.title, plain.authors, plain.date, plain.body)
    assert [(one.text, one.url) for one in record.references] == [("The bench comes home", "https://courier.example/bench")]
    roles = {line.n: line.role for line in record.lines}
    assert [roles[n] for n in (1, 3, 4, 11)] == ["furniture"] * 4


@pytest.mark.parametrize("mark", ["# {}", "**{}**", "# **{}**", "# [{}](https://courier.example/mole)", "# {} #"])
def test_a_marked_headline_is_enough(mark: str) -> None:
    """Programs that save pages mark the headline, if nothing else."""
    title, rest = STORY.split("\n", 1)
    assert _said(_read(mark.format(title) + "\n" + rest)) == _said(read("a", STORY))


def test_the_only_heading_of_the_first_order_is_the_headline() -> None:
    """Whatever else stands above the story."""
    title, rest = STORY.split("\n", 1)
    above = "Ships overdue at Ormsey for a week\n\nBoard to meet again on the roof\n\n"
    assert _read(f"{above}# {title}\n{rest}").title == title
    tagged = _lines(f"{above}<h1>{title}</h1>\n{rest}", lambda line: line if "<" in line else f"<p>{line}</p>")
    assert _read(tagged).title == title


def test_a_link_in_tags_keeps_its_address() -> None:
    """Where its line is a reference."""
    text = STORY + '\n<p><a href="https://courier.example/bench?a=1">Related: The bench comes home</a></p>\n'
    assert [(one.text, one.url) for one in _read(text).references] == [
        ("The bench comes home", "https://courier.example/bench?a=1")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "# of complaints so far: none.\n\nThe clerk counts them on Mondays.",
        "The clerk is said to have written [a note](none) and **nothing** else.",
        "WASHINGTON _ The _ is a dash here, and so is ** this, and ** that.",
        "###\n\nContact: the harbour office",
        "He said > and meant it.\n> She said it too.",
        "Python writes a quote as \\u2019 and a dash as \\u2014 in its strings.",
        "The share is kept in C:\\news\\tides and nowhere else.",
        "^By HANK TOLLAND=\n^Marle Press Writer=\nQUILL HARBOR, Me. (MPW) _ Two men and a boat went back.",
        "See http://courier.example/?id=95&page=88 for the tides of the year.",
        "a = b\n" * 3,
    ],
)
def test_what_may_be_meant_stays(text: str) -> None:
    """A sign or two are the text's own."""
    assert "\n".join(bare(_source(text).text).lines) == text


SAVED = """[ ![Marle Courier](/logo.png) ](https://courier.example/)

  * [Home](/)
  * [News](/news "News of Marle")
  * [Sport](/sport)

# [Marle Courier](https://courier.example/)

  * [Ships overdue at Ormsey for a week, the harbour office says, and nobody is
out looking](/news/ships-overdue-at-ormsey)

# Mole closed until the winter has gone, the harbour board says in a letter to
the town of Marle

By **[Edda Larkin](/people/edda-larkin)** , Courier Staff

March 4, 2019

[![The mole](/mole.jpg)](javascript:show\\(1\\))

The harbour board of [Port Marle](https://courier.example/topics/port-marle)
closed the old mole on Monday, after two nights in which the sea came over it
and carried off a bench.

“We have asked the sea to wait,” said [Ines Ortega](/people/ines-ortega
"Everything of Ines Ortega"), the harbour master, who has asked before and
been told nothing at all.

  * [Board to meet on the roof](/news/board-to-meet)
  * [What the sea wants](/news/what-the-sea-wants)
  * [Gulls take the bandstand](/news/gulls)
1. [Ferry to keep its bell](/news/bell)
2. [Lamp falls off the long wall](/news/lamp)

# What's new
"""


def test_a_page_that_a_program_saved_as_markdown() -> None:
    """Broken at a column, addresses and all: headings and links go on over lines, and what is a link alone is the site's."""
    record = _read(SAVED)
    assert record.title == "Mole closed until the winter has gone, the harbour board says in a letter to the town of Marle"
    assert (record.authors, record.date) == (("Edda Larkin",), "2019-03-04")
    assert record.body == (
        "The harbour board of Port Marle closed the old mole on Monday, after two nights in which the sea came over it and carried"
        " off a bench.",
        "“We have asked the sea to wait,” said Ines Ortega, the harbour master, who has asked before and been told nothing at all.",
    )


DUMPED = """\
   #[1]Marle Courier RSS

   [2]Jump to content
   [3]Front page | [4]Harbour | [5]Sport

                      Ferry captain returns lost accordion

   The instrument had crossed the strait 40 times under a seat

   14 May 2015

   [6][accordion.jpg]
   Captain Tamsin Orme with the accordion at the quay of Port Hale on
   Tuesday. Photo: Iva Voss/Marle Courier

   An accordion that was lost on the ferry between Marle and Port Hale has
   been given back to its owner, after a captain heard somebody sit down on
   it.

   The owner, Hal Brand, is a retired schoolteacher. He had reported it to
   the [7]harbour office in March, and he had bought a cheaper one since.

   [8]New quay to open in June, without its crane

   "It makes the same noise," he said, "but this one knows the songs, and
   the other one will be sold for what somebody wants to give for it."

   The ferry company says that 312 things were left on its boats last year,
   among them a bath, a beehive and most of a piano.

   [9]Swimmers ask for a second ladder at the mole

   On Friday the captain was asked to play, and she said that she would,
   once the ship had been tied up and the passengers had gone ashore.

   [10]Tweet this [11]Print

References

   1. http://www.marlecourier.example/rss.xml
   2. http://www.marlecourier.example/accordion#content
   3. http://www.marlecourier.example/
   4. http://www.marlecourier.example/harbour
   8. http://www.marlecourier.example/new-quay
   9. http://www.marlecourier.example/second-ladder
"""


def test_a_page_that_a_browser_for_terminals_wrote_out() -> None:
    """The numbers of its links go, a link between paragraphs is a reference with its address, and the list of addresses is the site's."""
    record = _read(DUMPED)
    assert record.title == "Ferry captain returns lost accordion"
    assert record.dek == "The instrument had crossed the strait 40 times under a seat"
    assert [(one.text, one.url) for one in record.references] == [
        ("New quay to open in June, without its crane", "http://www.marlecourier.example/new-quay"),
        ("Swimmers ask for a second ladder at the mole", "http://www.marlecourier.example/second-ladder"),
    ]
    assert [one.split(" ", 2)[:2] for one in record.body] == [
        ["An", "accordion"],
        ["The", "owner,"],
        ['"It', "makes"],
        ["The", "ferry"],
        ["On", "Friday"],
    ]
    assert {line.role for line in record.lines if line.n > 35} == {"furniture"}


def test_a_link_to_an_authors_page_names_the_author() -> None:
    """Though many links stand above and below, and the name over the headline."""
    title, _, rest = STORY.partition("\n\nBy Edda Larkin\n")
    menu = "".join(f"* [{word}](https://courier.example/{word})\n" for word in "News Sport Weather Letters Tides Gulls".split())
    record = _read(f"{menu}\n[Edda Larkin](/author/edda-larkin)\n\n# {title}\n\n{rest}\n{menu}")
    assert (record.title, record.authors, record.body) == (title, ("Edda Larkin",), read("a", STORY).body)


@pytest.mark.parametrize(
    ("shown", "text", "credit"),
    [
        (
            "![The mole of Port Marle at low tide](/mole.jpg)\n\nThe mole of Port Marle at low tide.",
            "The mole of Port Marle at low tide.",
            None,
        ),
        (
            "![](/mole.jpg)\n\n*The mole was closed on Monday and will not open again.*",
            "The mole was closed on Monday and will not open again.",
            None,
        ),
        ("![](/mole.jpg)\nThe last of the creels", "The last of the creels", None),
        ("![](/mole.jpg)\n\nPhoto: Edda Larkin\n\nThe last of the creels", "The last of the creels", "Edda Larkin"),
    ],
)
def test_words_below_a_picture_are_its_caption(shown: str, text: str, credit: str | None) -> None:
    """Where they are those that stand for it, are stressed, or are few."""
    head, *rest = STORY.split("\n\n")
    record = _read("\n\n".join([f"# {head}", *rest[:2], shown, *rest[2:]]))
    assert [(one.text, one.credit) for one in record.captions] == [(text, credit)]
    assert record.body == read("a", STORY).body


def test_a_figures_caption_in_tags() -> None:
    """Its tag says so."""
    shown = '<p><img src="/mole.jpg" alt="x"/></p>\n<figcaption>The mole was closed on Monday and stays closed.</figcaption>\n'
    head, *rest = [f"<p>{one}</p>\n" for one in STORY.split("\n\n")]
    record = _read("".join([head, *rest[:2], shown, *rest[2:]]))
    assert [one.text for one in record.captions] == ["The mole was closed on Monday and stays closed."]


def test_a_paragraph_below_a_picture_stays_a_paragraph() -> None:
    """Most pictures have no words below them."""
    paragraphs = STORY.split("\n\n")
    record = _read("\n\n".join([f"# {paragraphs[0]}", *[one + "\n\n![](/mole.jpg)" for one in paragraphs[1:]]]))
    assert record.body == read("a", STORY).body


STORY_TOLD = (
    "The harbour board of Marle voted on Thursday to keep the old mole open for another winter, after two nights at sea.",
    '"We have asked the sea to wait," said Ines Ortega, the harbour master, who has asked before.',
)
DOCUMENTS = {
    "of the LDC": """<DOC id="MPW_ENG_19940512.0003" type="story" >
<HEADLINE>
Board votes to keep the old mole of Marle
open
</HEADLINE>
<DATELINE>
PORT MARLE, May 12 (Reuters)
</DATELINE>
<TEXT>
<P>
The harbour board of Marle voted on Thursday
to keep the old mole open for another winter,
after two nights at sea.
</P>
<P>
&quot;We have asked the sea to wait,&quot; said Ines
Ortega, the harbour master, who has asked
before.
</P>
</TEXT>
</DOC>""",
    "of TREC": """<DOC>
<DOCNO> MP940512-0001 </DOCNO>
<FILEID>MP-NR-05-12-94 2344EST</FILEID>
<FIRST>u i AM-Marle-Mole     05-12 0398</FIRST>
<HEAD>Board votes to keep the old mole of Marle open</HEAD>
<BYLINE>By HANK TOLLAND</BYLINE>
<DATELINE>PORT MARLE (Reuters) </DATELINE>
<TEXT>
   The harbour board of Marle voted on Thursday to keep the old mole
open for another winter, after two nights at sea.
   "We have asked the sea to wait," said Ines Ortega, the harbour
master, who has asked before.
</TEXT>
</DOC>""",
    "of Reuters": """<REUTERS TOPICS="YES" NEWID="1">
<DATE>12-MAY-1994 15:01:01.79</DATE>
<TOPICS><D>ports</D></TOPICS>
<UNKNOWN>
&#5;&#5;C T
u f BC-MARLE-MOLE   05-12 0105</UNKNOWN>
<TEXT>&#2;
<TITLE>Board votes to keep the old mole of Marle open</TITLE>
<AUTHOR>    By Hank Tolland, Reuters</AUTHOR>
<DATELINE>    PORT MARLE, May 12 - </DATELINE><BODY>The harbour board of Marle voted on
Thursday to keep the old mole open for another winter, after two
nights at sea.
    "We have asked the sea to wait," said Ines Ortega, the harbour
master, who has asked before.
 Reuter
&#3;</BODY></TEXT>
</REUTERS>""",
}


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_documents_of_collections(kind: str) -> None:
    """Headline, author, day and dateline from their elements, or from the document's number; of what is around, nothing."""
    record = _read(DOCUMENTS[kind])
    assert (record.title, record.agency) == ("Board votes to keep the old mole of Marle open", "Reuters")
    assert (record.dateline, (record.date or "")[:10]) == ("PORT MARLE", "1994-05-12")
    assert record.authors == (() if "LDC" in kind else ("Hank Tolland",))
    first, second = record.body
    assert first.endswith(STORY_TOLD[0])
    assert second == STORY_TOLD[1]
    assert record.tags == record.captions == record.references == ()


def test_several_documents_of_a_collection_are_found() -> None:
    """One begins where its tag stands."""
    text = "\n".join(DOCUMENTS.values())
    assert [text.split("\n")[line][:4] for line in find(text)] == ["<DOC", "<DOC", "<REU"]


def test_a_text_set_flush_on_both_sides() -> None:
    """Its wide spaces are no columns of a table."""
    long = STORY.replace(
        "Work on",
        "Nobody has seen the bench since, and nobody is looking for it with any hope of a reward or a seat. " * 6 + "Work on",
    )
    assert _flush(long).count("  ") > 20
    assert _said(_read(_flush(long))) == _said(read("a", long))
    table = "\n".join(f"{name:<28}{games:>6}{goals:>6}" for name, games, goals in [("Marle", 10, 21), ("Ormsey", 10, 7)] * 6)
    blocks = _read(STORY + "\n" + table).blocks
    assert [block.kind for block in blocks if "Ormsey" in block.text] == ["table"]


@given(st.lists(st.sampled_from(SIGNS) | st.text(max_size=3), max_size=40).map("".join))
def test_every_line_stays_a_line_and_has_one_role(text: str) -> None:
    """No line comes or goes; a line that had nothing but marks has its role."""
    text = text.replace("\r", "\n")
    assert len(bare(text).lines) == len(text.split("\n"))
    assert not [line for line, own in zip(bare(text).lines, text.split("\n"), strict=True) if blank(own) and not blank(line)]
    record = read("a", text)
    assert [line.n for line in record.lines] == [n for n, line in enumerate(text.split("\n"), 1) if not blank(line)]
