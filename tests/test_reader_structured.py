"""Articles that a program wrote out as objects: the same fields, however the object is set, and never a word of the story lost."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.model import Record
from sitegen.reader import decode, read

TITLE = "Pumping station to turn again"
STORY = [
    "A steam engine that once emptied the marsh into the river is to run for the first time since 1952.",
    "The old boiler was cut up for scrap, and the drainage board has kept the invoice in a frame.",
    "Nobody in Marle can say what it cost, said Hal Brand, who has asked.",
]
FIELDS: dict[str, object] = {
    "headline": TITLE,
    "byline": "By Iva Voss",
    "datePublished": "2019-03-04T06:00:00Z",
    "body": STORY,
    "id": 4471,
    "wordCount": 57,
}


def read_object(value: object, indent: int | None = 2) -> Record:
    """The record of a file in which the object stands."""
    source = decode("a.txt", json.dumps(value, indent=indent, ensure_ascii=False).encode())
    return read("a.txt", source.text)  # type: ignore[union-attr] # a text, and no error


def fields(record: Record) -> tuple[object, ...]:
    """What is told of the article."""
    return (
        record.title,
        record.authors,
        (record.date or "")[:10],
        tuple(block.text for block in record.blocks if block.kind == "paragraph"),
    )


@given(
    order=st.permutations(list(FIELDS)),
    indent=st.sampled_from([None, 0, 2, 4]),
    around=st.sampled_from([None, "article", "data"]),
)
def test_order_and_setting_change_nothing(order: list[str], indent: int | None, around: str | None) -> None:
    """Whichever field stands first, on one line or on many, within another object or not."""
    value: object = {name: FIELDS[name] for name in order}
    value = {around: value} if around else value
    assert fields(read_object(value, indent)) == (TITLE, ("Iva Voss",), "2019-03-04", tuple(STORY))


@pytest.mark.parametrize("name", ["body", "text", "content", "articleBody", "paragraphs"])
@pytest.mark.parametrize(
    "body",
    [
        "\n\n".join(STORY),
        [{"type": "p", "text": one} for one in STORY],
        {"rendered": "".join(f"<p>{one}</p>" for one in STORY)},
    ],
)
def test_a_story_s_forms(name: str, body: object) -> None:
    """One string with gaps, objects for the paragraphs, HTML."""
    assert fields(read_object({"title": TITLE, name: body}))[3] == tuple(STORY)


def test_text_and_html_of_a_story_are_one() -> None:
    """What stands there twice is read once; what stands there once, is."""
    html = "".join(f"<p>{one}</p>" for one in STORY[1:])
    told = {"headline": TITLE, "lead_paragraph": STORY[0], "body_text": "\n\n".join(STORY[1:]), "body_html": html}
    assert fields(read_object(told))[3] == tuple(STORY)


def test_what_has_an_unknown_name_is_kept() -> None:
    """Words under a name that nobody knows, and those behind the object, stay in the article."""
    told = {**FIELDS, "sidebar": "The first wheel was carved by monks, who left no name.", "correction": "The date was wrong."}
    text = json.dumps(told) + "\n\nShe kept the key for forty years, and nobody asked her for it."
    record = read("a.txt", text)
    assert [block.text for block in record.blocks if block.kind == "paragraph"][len(STORY) :] == [
        "The first wheel was carved by monks, who left no name.",
        "She kept the key for forty years, and nobody asked her for it.",
    ]
    assert record.corrections


def test_an_item_keeps_what_it_tells() -> None:
    """Of an item of XML as well: a long description and an unknown name's words, but not what readers said, nor what is for machines."""
    summary = " ".join(["It went out on Friday and came back on Sunday."] * 12)
    fields = {
        "title": TITLE,
        "description": summary,
        "content:encoded": "\n\n".join(STORY),
        "sidebar": "The first wheel was carved by monks, who left no name.",
        "wp:comment_content": "I never liked the wheel, and I told them so in May.",
        "wp:meta_value": "A wheel turns again in Marle, and here is all about it.",
    }
    text = "<item>\n" + "\n".join(f"<{name}><![CDATA[{words}]]></{name}>" for name, words in fields.items()) + "\n</item>\n"
    told = [block.text for block in read("a.txt", text).blocks if block.kind == "paragraph"]
    assert told == [*STORY, summary, fields["sidebar"]]


def test_headline_date_and_dek_among_others() -> None:
    """The headline before the page's title, a moment as programs count, a long summary as a part of the story."""
    summary = " ".join(["It went out on Friday and came back on Sunday."] * 12)
    told = {"title": "Lamp | Marle Courier", **FIELDS, "datePublished": 1551679200, "summary": summary}
    record = read_object(told)
    assert (record.title, (record.date or "")[:10], record.dek) == (TITLE, "2019-03-04", None)
    assert summary in [block.text for block in record.blocks]


def test_several_articles_stay_as_they_are() -> None:
    """A list of articles is no article; nothing of it is lost."""
    record = read_object([FIELDS, {**FIELDS, "headline": "Another"}])
    text = json.dumps([FIELDS, {**FIELDS, "headline": "Another"}], indent=2)
    assert [line.n for line in record.lines] == [n for n, line in enumerate(text.split("\n"), 1) if line.strip()]


@pytest.mark.parametrize(
    "text",
    [
        "[" * 200_000,
        '{"a":' * 50_000,
        "{" + '"headline": "Lamp", ' * 20_000,
        "<item>" + "<title>" * 60_000,
        "<item>" + "<title>a</title>" * 30_000,
        "<item><content:encoded><![CDATA[" * 20_000,
        '{"headline": "' + "\\u00e9" * 60_000,
    ],
)
def test_what_an_attacker_writes_ends_soon(text: str) -> None:
    """Each is read whole; work that grows with the square of its size would take minutes."""
    assert read("a.txt", text).lines
