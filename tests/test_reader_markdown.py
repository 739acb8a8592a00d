from hypothesis import example, given, settings
from hypothesis import strategies as st

from sitegen.model import Record, Reference
from sitegen.reader import read_markdown
from sitegen.reader.markdown import CLOSE, OPEN

NOTHING = frozenset[str]()


def test_head_is_read_and_taken_out() -> None:
    """Heading, byline, date and dateline become fields; the rest is left to mark up."""
    record = read_markdown(
        "a.md",
        "# The *night* train\n\nBy Ann Marlow and Bo Teague\n3 March 2014\n\n"
        "LEVIN (AP) — The train left at ten.\n\n## Later\n\nIt came back.\n",
        first_line=5,
    )
    assert (
        record.title,
        record.authors,
        record.date,
        record.date_basis,
        record.dateline,
        record.agency,
    ) == ("The *night* train", ("Ann Marlow", "Bo Teague"), "2014-03-03", "posted-line", "LEVIN", "AP")
    assert (record.markdown or "").strip() == "LEVIN (AP) — The train left at ten.\n\n## Later\n\nIt came back."
    assert [(line.n, line.role) for line in record.lines] == [
        (5, "title"),
        (7, "byline"),
        (8, "date"),
        (10, "body"),
        (12, "body"),
        (14, "body"),
    ]
    assert record.subheads == ("Later",)


def test_a_posted_line_may_end_on_its_hour() -> None:
    """The full stop of `a.m.` makes no sentence of a date line, nor does a job make a paragraph of itself."""
    record = read_markdown(
        "a.md",
        "# A night\n\nBy Ann Marlow\nPacket Business Writer\n\nPosted: Tuesday, November 3, 2009 at 12:20 a.m.\n\nIt rained.",
    )
    assert (record.authors, record.date, record.date_basis) == (("Ann Marlow",), "2009-11-03", "posted-line")
    assert [line.role for line in record.lines] == ["title", "byline", "byline", "date", "body"]


def test_a_dateline_on_its_own_line_tells_place_and_date() -> None:
    """A place with a date and a dash is a dateline, and its day the story's."""
    record = read_markdown("a.md", "# A night\n\nQUILL FALLS, May 11, 1998 --\n\nIt rained all night.")
    assert (record.authors, record.dateline, record.date, record.date_basis) == ((), "QUILL FALLS", "1998-05-11", "dateline")
    assert record.body == ("It rained all night.",)


def test_a_table_is_no_paragraph() -> None:
    """A table's lines stay lines, below its neighbours' paragraphs."""
    record = read_markdown("a.md", "It rained.\n\n| Day | Rain |\n| --- | ---: |\n| One | 4 |\n\nIt stopped.")
    assert [(block.kind, block.text) for block in record.blocks] == [
        ("paragraph", "It rained."),
        ("preformatted", "| Day | Rain |\n| --- | ---: |\n| One | 4 |"),
        ("paragraph", "It stopped."),
    ]


def test_references_leave_markers_in_their_place() -> None:
    """A whole line in brackets is a reference; links, definitions and code are Markdown's."""
    text = (
        "First.\n\n[RELATED: The old bridge]\n\nSecond [PHOTOS: no](b).\n\n[id]: http://a.example\n\n"
        "```\n[POLL: in code]\n```\n\n[POLL: Who pays?]"
    )
    record = read_markdown("a.md", text)
    assert (Reference("related", "The old bridge"), Reference("poll", "Who pays?")) == record.references
    assert (
        text.replace("[RELATED: The old bridge]", f"{OPEN}0{CLOSE}").replace("[POLL: Who pays?]", f"{OPEN}1{CLOSE}")
        == record.markdown
    )
    assert [block.reference for block in record.blocks if block.kind == "reference"] == [0, 1]


def test_a_sources_own_markers_are_no_markers() -> None:
    """Private characters in a source can't point into the references."""
    record = read_markdown("a.md", f"One {OPEN}7{CLOSE} two.")
    assert record.markdown == "One \ufffd7\ufffd two."


def test_what_is_given_is_left_standing() -> None:
    """With title, authors and date known, nothing is taken from the body but the heading that repeats the title."""
    known = frozenset({"title", "authors", "date"})
    given_record = Record("a.md", title="The Night Train")
    record = read_markdown("a.md", "# The night train\n\nBy noon it was gone.", given=given_record, given_fields=known)
    assert [line.role for line in record.lines] == ["title", "body"]
    other = read_markdown("a.md", "# Another heading\n\nBy noon it was gone.", given=given_record, given_fields=known)
    assert other.markdown == "# Another heading\n\nBy noon it was gone."


def test_prose_at_the_top_is_prose() -> None:
    """A first sentence that opens with `By` or holds a date is no byline and no date line."""
    for text in ("By noon Tuesday the fire was out.", "On 3 March 2014 it rained.", "May 2014 was dry, said Ann Marlow"):
        assert text == read_markdown("a.md", text).markdown


@settings(max_examples=200, deadline=None)
@example("**")
@given(st.text(st.sampled_from("ab #*[]:()`~\n\ue000\ue001RELATD—-By ,2014"), max_size=120))
def test_no_line_is_lost(text: str) -> None:
    """Every non-blank line of any body stands in the record once, and what isn't a field stays in the Markdown."""
    record = read_markdown("a.md", text)
    assert [n for n, line in enumerate(text.split("\n"), 1) if line.strip()] == [line.n for line in record.lines]
    assert text.count("\n") == (record.markdown or "").count("\n")


GERMAN = """# Stadt kauft ihre eigene Uhr zurück

Von **Anna Kellermann** und Jens Ottmar
Veröffentlicht: 17. Juni 2013, 15:04 Uhr

HAMBURG (dpa) – Die Stadt hat am Montag die Uhr zurückgekauft, die sie im März verkauft hatte, weil der Rat es so wollte.

[MEHR ZUM THEMA: Die Uhr und der 17. Juni]

Von Anfang an war klar, dass es nicht billig wird, sagte Bürgermeisterin Hanna Brock, und das Foto: eine Erinnerung.
"""


def test_german_is_read_in_markdown_too() -> None:
    """Byline, date, dateline, references and names; the story stays as it was written."""
    record = read_markdown("a.md", GERMAN)
    assert (record.title, record.authors, record.agency) == (
        "Stadt kauft ihre eigene Uhr zurück",
        ("Anna Kellermann", "Jens Ottmar"),
        "dpa",
    )
    assert (record.date, record.dateline) == ("2013-06-17", "HAMBURG")
    assert record.references == (Reference("related", "Die Uhr und der 17. Juni"),)
    assert (record.people, record.places, record.organizations) == (("Hanna Brock",), ("Hamburg",), ())
    assert record.body[1].startswith("Von Anfang an war klar")


def test_the_language_of_markdown_is_told_as_that_of_raw_text() -> None:
    """By front matter, by its own small words, or by the site."""
    text = "# Uhr zurück am Markt\n\nVon Anna Kellermann\n\nDa hängt sie."
    given_record = Record("a.md", language="de")
    assert read_markdown("a.md", text, given=given_record, given_fields=frozenset({"language"})).authors == ("Anna Kellermann",)
    assert read_markdown("a.md", text, language="de-AT").authors == ("Anna Kellermann",)
    assert read_markdown("a.md", text).authors == ()
    english = "# The clock is back\n\nVon Ann Marlow came to see it, and the council came with her to look at the clock."
    assert read_markdown("a.md", english, language="de").authors == ()
