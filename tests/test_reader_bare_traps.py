"""Texts that only look as if something had carried or marked them: what they say stays in the story."""

import pytest

from sitegen.model import Problem, Record
from sitegen.reader import decode, read
from sitegen.reader.bare import bare
from sitegen.reader.parts import find

P1 = "The harbour board of Port Marle closed the old mole on Monday, after two nights in which the sea came over it and took a bench."
P2 = "“We have asked the sea to wait,” said Ines Ortega, the harbour master, who has asked before and been told nothing at all."
P3 = "Work on the new wall begins when the old one has been found, the board's clerk said on Tuesday, and not a tide before that."
TITLE = "Mole closed until the winter has gone"
HEAD = f"{TITLE}\n\nBy Edda Larkin\nMarch 4, 2019"
SHUT = "It is [said](https://a.example/1) that [it](https://a.example/2) stays [shut](https://a.example/3) for the whole of the year."


def _read(text: str) -> Record:
    source = decode("a.txt", text.encode())
    assert not isinstance(source, Problem)
    return read("a.txt", source.text)


def _tagged(text: str) -> str:
    return "\n".join([line if not line or line[0] == "<" else f"<p>{line}</p>" for line in text.split("\n")])


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}\n\n{P1}\n\n{SHUT}\n\n# What happens next\n\n{P2}\n\n{P3}",
        _tagged(f"{HEAD}\n\n{P1}\n\n{P2}\n<h1>What happens next</h1>\n{P3}"),
        _tagged(
            f"<h1>{TITLE}</h1>\nBy Edda Larkin\n{P1}\n{P2}\n{P3}\n<h1>You might also like these stories</h1>\nGulls take the bandstand"
        ),
        f"# {TITLE}\n\nBy Edda Larkin\n\n{P1}\n\n{P2}\n\n{P3}\n\n# You might also like these stories\n\n[Gulls](/g)\n\n[Tides](/t)",
        f"{HEAD}\n\n{P1}\n\n# The wall\n\n{P2}\n\n# What the sea may do next\n\n{P3}\n\n# The bench\n\n{SHUT}",
        _tagged(f"<h1>The Marle Courier</h1>\n<h2>{TITLE}</h2>\nBy Edda Larkin\n{P1}\n{P2}\n{P3}"),
        _tagged(f"<h1>Local News</h1>\n<h2>{TITLE}</h2>\nBy Edda Larkin\n{P1}\n{P2}\n{P3}"),
        f"# The Marle Courier\n\n## {TITLE}\n\nBy Edda Larkin\n\n{P1}\n\n{P2}\n\n{P3}",
    ],
)
def test_a_heading_that_is_not_the_headline(text: str) -> None:
    """A subhead set as large, the site's name, a box below the story: nothing above it is lost."""
    record = _read(text)
    assert record.title == TITLE
    assert record.body[0] == P1
    assert P3 in record.body


def test_a_lede_over_its_headline_is_told() -> None:
    """As it is in plain text, where it may be a picture's words."""
    record = _read(_tagged(f"{P1}\n<h1>{TITLE}</h1>\nBy Edda Larkin\n{P2}\n{P3}\n{P2}\n{P3}"))
    assert P1 in {*record.body, *(one.text for one in record.captions)}


def test_elements_that_nobody_knows_are_the_articles() -> None:
    """Of a collection's documents."""
    text = (
        f"<ARTICLE>\n<HEADLINE>{TITLE}</HEADLINE>\n<BYLINE>Edda Larkin</BYLINE>\n<CONTENT>\n<PARA>{P1}</PARA>\n"
        f"<PARA>{P2.replace('the sea', '<I>the sea</I>')}</PARA>\n</CONTENT>\n</ARTICLE>"
    )
    record = _read(text)
    assert (record.title, record.authors, record.body) == (TITLE, ("Edda Larkin",), (P1, P2))


def test_what_stands_within_a_documents_sentence_is_its_own() -> None:
    """Neither a date nor a name nor a number is set apart there."""
    told = (
        "The board met on <DATE>March 4</DATE> and <AUTHOR>Hank Tolland</AUTHOR> wrote of CR881231-4 from"
        " <DATELINE>Marle</DATELINE> with care."
    )
    text = f"<DOC>\n<HEADLINE>\n{TITLE}\n</HEADLINE>\n<TEXT>\n<P>\n{told}\n</P>\n<P>\n{P1}\n</P>\n</TEXT>\n</DOC>"
    record = _read(text)
    assert record.body == ("The board met on March 4 and Hank Tolland wrote of CR881231-4 from Marle with care.", P1)
    assert record.date is None


def test_a_text_that_tells_of_a_collections_tags() -> None:
    """It closes none of them."""
    text = f"{HEAD}\n\n<DOC>\n\nIt has three tags of its own: <DOC>, <HEADLINE> and <TEXT>, the librarian said.\n\n{P1}"
    assert bare(text).lines == text.split("\n")


def test_an_element_within_a_document_begins_no_other() -> None:
    """One of its own name would."""
    text = f"<DOC>\n<STORY>\n<HEADLINE>{TITLE}</HEADLINE>\n<TEXT>{P1}</TEXT>\n</STORY>\n</DOC>\n"
    assert find(text) == ()
    assert find(text + text) == (0, 6)


MARKED = f"# {TITLE}\n\n{SHUT}\n\n"


@pytest.mark.parametrize(
    "line",
    [
        "He said [sic](as the lawyers write) and [a](b c d e) and gave f[0](x, y) to the board.",
        "The number of the wall[1] is the first of them.",
        "“You f***ing s*** of a b****,” he said, and *****, and “what the f**k*",
        "Mole (*) and wall (*) are closed, and 2 *3* 4 is what the clerk counts.",
        "It stands at https://a.example/_tides_/2019 and ?q=*mole*; write to foo@_bar_.com for the rest.",
        "He writes `__init__` and `a *b* c` and /*comment*/ in his letters.",
        "It was kept in C:\\_old\\tides and nowhere else.",
    ],
)
@pytest.mark.parametrize("above", [MARKED, f"# {TITLE}\n\n"])
def test_signs_of_a_marked_text_that_are_its_own(above: str, line: str) -> None:
    """Addresses, code, notes, words that a newspaper doesn't print."""
    assert bare(above + line).lines[-1] == line


def test_code_between_fences_stays() -> None:
    """Its signs are a program's."""
    code = "```python\n# read the *tides* of Marle\n>>> print(tides)\n```"
    assert "\n".join(bare(f"{MARKED}{code}\n\n{P1}").lines).endswith(f"{code}\n\n{P1}")


def test_the_first_sign_of_a_quoted_line_goes_alone() -> None:
    """Those within it are told."""
    line = "Press File > Save > Close, then 5 > 3 and a -> b, said the clerk of <https://a.example/x> to <hank@x.example>."
    assert bare(f"{MARKED}> {line}").lines[-1] == line


def test_ranks_of_teams_are_no_heading() -> None:
    """`#` is a sign for `number` too."""
    title = "# 3 Marle upsets # 1 Ormsey at home"
    assert bare(f"{title}\n\n{P1}").lines[0] == title


def test_what_a_wire_says_to_editors_in_bold_letters_marks_no_text() -> None:
    """However it is set."""
    text = f"**EDITORS: THIS STORY MOVED EARLIER TODAY**\n\n{HEAD}\n\n{P1}\n\n{P2}"
    assert bare(text).lines == text.split("\n")


@pytest.mark.parametrize("item", ["* [{}](https://r.example/{})", "<li><a href='https://r.example/{1}'>{0}</a></li>"])
def test_a_list_of_links_that_the_story_announces(item: str) -> None:
    """Or that it goes on below."""
    names = ["Leek and potato", "Barley and gull", "Salt cod", "Nettle", "Turnip of the house", "Beer and bread"]
    links = "\n".join([item.format(name, n) for n, name in enumerate(names)])
    set_as = _tagged if item[0] == "<" else str
    text = set_as(f"{HEAD}\n\n{P1}\n\nHere are the soups of the harbour:\n\n") + links + set_as(f"\n\n{P2}\n\n{P3}")
    record = _read(text)
    told = "\n".join([*record.body, *record.subheads])  # the last stands over a paragraph
    assert [name for name in names if name in told] == names


def test_items_that_are_links_over_their_paragraphs() -> None:
    """Each is told of below."""
    items = "\n\n".join(
        [
            f"{n}. [The house of {name}](https://r.example/{n})\n\n{P1}"
            for n, name in enumerate("Ines Hank Edda Iva Ned Lena".split(), 1)
        ]
    )
    record = _read(f"# {TITLE}\n\nBy Edda Larkin\n\n{P2}\n\n{items}")
    told = "\n".join([*record.body, *record.subheads])
    assert [
        name for name in "Ines Hank Edda Iva Ned Lena".split() if f"The house of {name}" in told
    ] == "Ines Hank Edda Iva Ned Lena".split()


def test_a_table_in_a_marked_text_stays_a_table() -> None:
    """Its lines are as long as each other."""
    players = [
        ("Hank Tolland, Marle", 10, 21),
        ("Lena Foss, Ormsey", 9, 7),
        ("Ned Corbie, Marle", 8, 3),
        ("Iva Voss, Ormsey", 10, 12),
    ]
    rows = [f"{name:<50}{games:>11}{goals:>11}" for name, games, goals in players]
    record = _read(f"# Marle beats Ormsey on the last ball of a long day\n\n{P1}\n\n" + "\n".join(rows))
    assert [block.kind for block in record.blocks] == ["paragraph", "table"]


def test_a_byline_directly_below_a_long_heading() -> None:
    """In a text that was broken at its width."""
    heading = "# Mole closed until the winter has gone, says the harbour board in a long letter"
    lines = (
        "The harbour board of Port Marle closed the old mole on Monday, after two nights\n"
        "in which the sea came over it and carried off a bench, and the clerk of the\n"
        "board has asked the sea to wait, as he has asked before and been told nothing by\n"
        "it at all in the eleven years of his office."
    )
    record = _read(f"{heading}\nBy Edda Larkin\nMarch 4, 2019\n\n{lines}\n\n{lines.replace('harbour', 'village')}")
    assert (record.title, record.authors, len(record.body)) == (heading[2:], ("Edda Larkin",), 2)


@pytest.mark.parametrize(
    "text",
    [
        "The share of the clerk is kept in C:\\news, C:\\notes and C:\\new on the old machine, he said, and \\times is a Greek thing.",
        "He takes \\nu, then \\nabla, and a \\newline to end it, and nobody in Marle knows why he does.",
        'He wrote \\"no\\" in C:\\new\\table\\rum and went home.\n\nNobody has read it.',
        "Look in D:\\u2019\\news\\new for the tides of the year.\n\nThey are there.",
        'It sent "He said \\"no\\" and \\u2019" to the printer.\n\nThat was all.',
        "^Harbor board votes to keep the old mole of Marle open for winter=\n^By HANK TOLLAND",
        "Its key is\nZ29vZCBtb3JuaW5nIHRvIHlvdSBhbGwgaW4gUG9ydCBNYXJsZSBhbmQgT3Jtc2V5IQ=\nand nobody has used it.",
    ],
)
def test_backslashes_and_signs_that_no_program_wrote(text: str) -> None:
    """Paths, formulas, code that is told of, keys."""
    source = decode("a.txt", text.encode())
    assert not isinstance(source, Problem)
    assert "\n".join(bare(source.text).lines) == text


def test_a_markdown_file_of_one_line_keeps_its_backslashes() -> None:
    """What they are is Markdown's to say."""
    text = "One writes \\n for a line.\\nTwo lines.\\nThree of them.\\n\\nIt is so."
    source = decode("a.md", text.encode())
    assert not isinstance(source, Problem)
    assert source.text == text


def test_tags_that_a_tagged_text_shows() -> None:
    """They were escaped to be seen."""
    told = "To stress a word he writes &lt;em&gt;sea&lt;/em&gt;, &lt;b&gt;wall&lt;/b&gt; or &lt;strong&gt;mole&lt;/strong&gt; around it."
    lines = bare(_tagged(f"{HEAD}\n\n{P1}\n\n{told}")).lines
    assert lines[-1].strip() == "To stress a word he writes <em>sea</em>, <b>wall</b> or <strong>mole</strong> around it."


@pytest.mark.parametrize(
    ("line", "url"),
    [
        ('<p><a href="https://a.example/?a=1&amp;b=2">Related: The bench comes home</a></p>', "https://a.example/?a=1&b=2"),
        ('<p><a title="x" data-href="https://b.example/" href="/boat">Related: The bench comes home</a></p>', None),
        ('<p><a href="https://a.example/it\'s">Related: The bench comes home</a></p>', "https://a.example/it's"),
        ("[![x](https://c.example/x.jpg) Related: The bench comes home](/bench)", None),
        ("[Related: The bench comes home](https://a.example/wiki/Bench_(sea))", "https://a.example/wiki/Bench_(sea)"),
    ],
)
def test_addresses_of_references(line: str, url: str | None) -> None:
    """As they lead, and no others."""
    above = _tagged(f"{HEAD}\n\n{P1}\n\n{P2}\n\n") if line[0] == "<" else f"# {TITLE}\n\n{SHUT}\n\n{P2}\n\n"
    assert [(one.text, one.url) for one in _read(above + line).references] == [("The bench comes home", url)]


def test_a_day_that_the_site_tells_of_is_not_the_articles() -> None:
    """A line of highlights over the headline is furniture, and still tells of long ago."""
    told = "The old mole was opened to the boats of all towns on August 14, 1935"
    record = _read(f"{told}\n\n# {TITLE}\n\nBy Edda Larkin\n\n{P1}\n\n{P2}\n\n{P3}")
    assert [line.role for line in record.lines][:2] == ["furniture", "title"]
    assert record.date is None


@pytest.mark.parametrize(
    "end",
    [
        "",
        "References\n\n1. https://r.example/1\n2. https://r.example/2\n3. https://r.example/3",
        "References\n\n1. Tolland, The Lamps of Marle, 1912\n2. https://r.example/2\n3. https://r.example/3",  # of a study
        "References\n\n1. https://r.example/1\n2. https://r.example/2\n3. https://r.example/3\n\nThe editor adds his own.",
        "Sources\n\n1. https://r.example/1\n2. https://r.example/2\n3. https://r.example/3",
    ],
)
def test_notes_by_number_are_no_links_of_a_browser(end: str) -> None:
    """Only where a list of addresses ends the page did a browser for terminals write it out."""
    text = f"{HEAD}\n\n{P1} [1]\n\n{P2} [2]\n\n{P3} [3]\n\n{end}"
    assert bare(text).lines == text.split("\n")


def test_numbers_that_a_browser_for_terminals_wrote() -> None:
    """They go, with the list, and each line stays a line; a line's only link is kept."""
    listed = "   1. https://r.example/1\n   2. https://r.example/2\n   3. mailto:a@r.example"
    found = bare(f"[1]{TITLE}\n\n{P1}\n\n[2]{P2} [3]Print\n\nReferences\n\n{listed}")
    assert found.lines == [TITLE, "", P1, "", f"{P2} Print", *[""] * 6]
    assert found.links == {0: "https://r.example/1"}
