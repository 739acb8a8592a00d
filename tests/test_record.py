import json

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from sitegen import record
from sitegen.model import Block, Caption, Line, Picture, Record, Reference
from sitegen.record import block


def front(text: str) -> Record:
    """The record of a source's front matter that has no problems."""
    found = record.split("a.txt", text)
    assert found.problems == ()
    return found.record


def test_front_matter_is_cut_off() -> None:
    """The text below it is what the reader gets, with the line that it begins on."""
    found = record.split("a.txt", "---\ntitle: The vote\n---\nOne.\n\nTwo.\n")
    assert (found.text, found.first_line, found.fields) == ("One.\n\nTwo.\n", 4, frozenset({"title"}))
    assert found.record.title == "The vote"


def test_front_matter_that_cannot_be_read_keeps_its_lines() -> None:
    """Its lines are in the record all the same, as furniture: nothing of a file is lost for a colon too many."""
    found = record.split("a.txt", "---\ntitle: The vote: a tie\n---\nOne.\n")
    assert [problem.line for problem in found.problems] == [2]
    assert [(line.n, line.role) for line in record.merge(found, Record("a.txt")).lines] == [(n, "furniture") for n in (1, 2, 3)]


@pytest.mark.parametrize(
    "text",
    [
        "No front matter.\n",
        "---\n",
        "---\nA typist's rule, and text.\n---\nMore.\n",
        "--- title: x ---\n",
        "\n---\ntitle: x\n---\n",
        "---\ntitle: never closed\n",
        "----\ntitle: x\n----\n",
        "***\ntitle: x\n***\n",
    ],
)
def test_what_is_no_front_matter_stays_text(text: str) -> None:
    """Rows of dashes are common in what reporters typed."""
    found = record.split("a.txt", text)
    assert (found.text, found.first_line, found.fields, found.problems) == (text, 1, frozenset(), ())


@pytest.mark.parametrize(
    ("line", "name", "value"),
    [
        ("title: The vote", "title", "The vote"),
        ("title: 'It''s: late'", "title", "It's: late"),
        ("title: 1984", "title", "1984"),
        ("title: No", "title", "No"),
        ("title: >\n  Two\n  lines", "title", "Two lines"),
        ("authors: Alma Teasdale", "authors", ("Alma Teasdale",)),
        ("authors: [Alma Teasdale, Jonah Birch, Alma Teasdale]", "authors", ("Alma Teasdale", "Jonah Birch")),
        ("authors: Teasdale, Alma", "authors", ("Teasdale, Alma",)),
        ("tags: bridges, ferries", "tags", ("bridges", "ferries")),
        ("tags:\n- bridges\n- 'a, b'", "tags", ("bridges", "a, b")),
        ("date: 2013", "date", "2013"),
        ("date: 2013-06", "date", "2013-06"),
        ("date: 2013-06-17", "date", "2013-06-17"),
        ("date: 20130617", "date", "2013-06-17"),
        ("date: 2013-06-17 15:04", "date", "2013-06-17T15:04:00"),
        ("date: 2013-06-17T15:04:00-04:00", "date", "2013-06-17T15:04:00-04:00"),
        ("draft: yes", "draft", True),
        ("draft: false", "draft", False),
        ("slug: the-vote", "slug", "the-vote"),
        ("aliases: [/old/1.html, old/2/]", "aliases", ("old/1.html", "old/2/")),
        ("source: The Lamplighter", "credited_source", "The Lamplighter"),
        ("language: pt-BR", "language", "pt-BR"),
        ("references: The flood", "references", (Reference("related", "The flood"),)),
        (
            "references: [{kind: photos, text: The flood, url: 'https://post.example/'}]",
            "references",
            (Reference("photos", "The flood", "https://post.example/"),),
        ),
        ("images: bridge.jpg", "images", (Picture("bridge.jpg"),)),
        (
            "images: [{file: bridge.jpg, caption: Open, alt: A bridge}]",
            "images",
            (Picture("bridge.jpg", "Open", None, "A bridge"),),
        ),
        ("rating: 5\nmood: [calm, {a: true}]", "extra", {"rating": 5, "mood": ["calm", {"a": True}]}),
        ("isbn: 123456789012345678901234567890", "extra", {"isbn": "123456789012345678901234567890"}),
        ("price: 1.50\nwhen: 2013-06-17", "extra", {"price": "1.5", "when": "2013-06-17"}),
    ],
)
def test_a_key_is_read(line: str, name: str, value: object) -> None:
    """In every form that a person may give it."""
    assert getattr(front(f"---\n{line}\n---\n"), name) == value


@pytest.mark.parametrize("value", ["", "null", "~", '""'])
def test_an_empty_value_says_nothing(value: str) -> None:
    """What front matter doesn't say is read from the text."""
    assert record.split("a.txt", f"---\ntitle: {value}\n---\n").fields == frozenset()


def test_every_slip_is_told_with_its_line() -> None:
    """One bad key doesn't hide the next, or what is sound."""
    found = record.split("a.txt", "---\ntitle: Sound\ndate: 2013-02-30\nslug: a/b\n---\nText.\n")
    assert [(one.line, one.severity) for one in found.problems] == [(3, "problem"), (4, "problem")]
    assert found.record.title == "Sound"


def test_a_misspelt_key_is_kept_and_noticed() -> None:
    """With the key that was likely meant."""
    (notice,) = record.split("a.txt", "---\ntitle: x\nauthor: Alma\n---\n").problems
    assert (notice.severity, notice.line, notice.hint) == ("notice", 3, "did you mean `authors`?")


# Front matter as people write it, mixed with what only a parser knows.
PIECES = st.sampled_from(
    ["title", "a_b", "x", ": ", ":", " ", "  ", "words", "more words", "No", "1", "1.5", "2013-06-17", "true", "null", "~", "'", '"',
    "'quoted'", '"quoted"', "''", "[", "]", ", ", ",", "[a, b]", "['a', \"b\"]",
     "[a, ]", "[]", "{", "}", "#", " # note", "&a", "*a", "!", "|", ">", "- ", "-", "?", "%", "@", "`", "=", "+", "/", ".", "$", "(", ")",
     "é", "“", "\t", "\n", "\n", "\ntitle: ", "\nb: ", "\\", "\u2028", "\x85", "\x07", "\ufeff"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=14).map(lambda pieces: "k: " + "".join(pieces) + "\n"))
@settings(max_examples=2000)
def test_the_short_way_through_front_matter_gives_what_yaml_gives(text: str) -> None:
    """Wherever the short way takes plain lines, the parser reads the same values."""
    quick = block.quick(text)
    assert quick is None or yaml.load(text, Loader=yaml.BaseLoader) == quick  # noqa: S506 - lists and strings only


LINES = st.sampled_from(
    ["title: The vote in Port Ellery", "date: 2013-06-17", "tags: [a, b c, 'd e']", 'authors: ["Alma Teasdale"]', "slug: x-y",
    "a: 'b: c'", "b: yes", "c: 1.50", "d: a/b.c", "e: [1]", "f: 100%", "g: 5 (five)", "h: a - b", "i: x:y"]
)  # fmt: skip


@given(st.lists(LINES, min_size=1, max_size=6).map(lambda lines: "\n".join(lines) + "\n"))
def test_the_short_way_takes_plain_front_matter(text: str) -> None:
    """So that it is worth having; keys that stand twice are left to the parser's error."""
    quick = block.quick(text)
    keys = [line.split(":")[0] for line in text.splitlines()]
    if len(set(keys)) == len(keys) and "i" not in keys:
        assert yaml.load(text, Loader=yaml.BaseLoader) == quick  # noqa: S506 - lists and strings only


READ = Record(
    "a.txt", title="Read", authors=("Alma",), date="2013-06-17", date_basis="caption+weekday", references=(Reference("poll", "A poll"),),
    corrections=("Wrong.",),
    blocks=(Block("paragraph", "One.", 3),), lines=(Line(3, "body", "paragraph"),), confidence={"title": 0.9, "date": 0.8},
)  # fmt: skip


def test_front_matter_wins() -> None:
    """What it says stands; what it doesn't say is what was read; what it settled is no longer doubted."""
    merged = record.merge(record.split("a.txt", "---\ntitle: Said\ndate: 2014\n---\n"), READ)
    assert (merged.title, merged.authors, merged.date, merged.date_basis) == ("Said", ("Alma",), "2014", "front-matter")
    assert merged.confidence == {}
    assert merged.blocks == READ.blocks


def test_references_of_both_are_kept() -> None:
    """Those in the text keep their numbers, which the story's blocks name."""
    merged = record.merge(record.split("a.txt", "---\nreferences: [The flood]\ncorrections: Amended.\n---\n"), READ)
    assert merged.references == (Reference("poll", "A poll"), Reference("related", "The flood"))
    assert merged.corrections == ("Amended.", "Wrong.")


def test_a_record_as_plain_values() -> None:
    """One JSON object in the form that scripts rely on."""
    plain = record.to_plain(structs.replace(READ, captions=(Caption("Open", None),)))
    assert json.loads(json.dumps(plain)) == plain
    assert plain["references"] == [{"kind": "poll", "text": "A poll", "url": None}]
    assert plain["captions"] == [{"text": "Open", "credit": None}]
    assert plain["lines"] == [{"n": 3, "role": "body", "rule": "paragraph"}]
    assert plain["body"] == ["One."]
    assert {
        "source",
        "dek",
        "agency",
        "dateline",
        "section",
        "updated",
        "people",
        "places",
        "organizations",
        "tags",
        "subheads",
    } <= plain.keys()


WORDS = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp", "Zs"], exclude_characters="\ufeff\ufffe\uffff"),
    min_size=1,
    max_size=20,
)


@given(
    st.builds(
        Record,
        source=st.just("a.txt"),
        title=st.one_of(st.none(), WORDS),
        authors=st.lists(WORDS, max_size=3, unique=True).map(tuple),
        date=st.sampled_from([None, "2013", "2013-06", "2013-06-17", "2013-06-17T15:04:00-04:00"]),
        section=st.one_of(st.none(), WORDS),
        references=st.lists(st.builds(Reference, st.sampled_from(["related", "poll"]), WORDS), max_size=2).map(tuple),
        draft=st.booleans(),
    ),
    WORDS,
)
def test_front_matter_written_is_read_back(written: Record, body: str) -> None:
    """Whatever its values hold: colons, quotes, brackets, signs of YAML."""
    fields = ("title", "authors", "date", "section", "references", "draft")
    found = record.split("a.txt", record.front_matter(written, fields, body + "\n"))
    given_fields = {name for name in fields if getattr(written, name)}
    empty = {"title", "section"} & {name for name in fields if getattr(written, name) in ("null", "~")}
    assert found.problems == ()
    assert {name: getattr(found.record, name) for name in given_fields - empty} == {
        name: getattr(written, name) for name in given_fields - empty
    }
    if given_fields:
        assert found.text.strip() == body.strip()
