"""The forms of `data/wordings.txt`: each knows what is written after it, and no line goes unasked that one of them knows."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.reader.rows import SHORT, words_of
from sitegen.reader.wordings import wordings
from sitegen.reader.words import DATA, sections

PARTS = sections(DATA / "wordings.txt")
FORMS = [(kind, form) for kind, forms in PARTS.items() if kind != "sets" for form in forms]
SETS = {name: words for name, _, words in (line.partition(" = ") for line in PARTS["sets"])}
EXAMPLES = {
    "ly": "lightly",
    "name": "Ines Ortega",
    "names": "the Marle Courier",
    "phone": "0800 555 0111",
    "time": "5 p.m.",
    "day": "4th",
    "month": "March",
    "price": "$4",
    "moment": "4/5/2021 5 pm",
    "address": "news@courier.example",
}


def chosen(form: str, choice: st.DataObject) -> str:
    """A line that a form describes."""
    words = []
    for token in form.split(" "):
        if token[0] == "!":
            continue
        optional = len(token) > 1 and token[0] + token[-1] == "[]"
        if token in {"**", "...", "…"}:
            words += choice.draw(st.sampled_from(([], ["the", "ferry"])))
            continue
        if optional and choice.draw(st.booleans()):
            continue
        told = choice.draw(st.sampled_from((token[1:-1] if optional else token).split("|")))
        while (name := re.search(r"<(\w+)>", told)) is not None:
            known = EXAMPLES[name[1]] if name[1] in EXAMPLES else choice.draw(st.sampled_from(SETS[name[1]].split("|")))
            told = told.replace(name[0], known, 1)
        words.append("" if told in {".", "$"} else told.replace("_", " ").replace("*", "quay").replace("#", "12"))
    return re.sub(r" (?=[:?)\];,])|(?<=[(\[]) ", "", " ".join(filter(None, words)))


@pytest.mark.parametrize(("kind", "form"), FORMS)
@given(choice=st.data())
def test_each_form_knows_what_is_written_after_it(kind: str, form: str, choice: st.DataObject) -> None:
    """And such a line has a first word or a sign by which it is found."""
    row = words_of(chosen(form, choice))
    if len(row.text) <= SHORT:
        assert wordings(kind).may_match(row), row.text
        assert wordings(kind).match(row), row.text


@given(st.sampled_from(FORMS), st.data())
def test_signs_before_a_line_and_its_capitals_change_nothing(of: tuple[str, str], choice: st.DataObject) -> None:
    """`• THIS INTERVIEW HAS BEEN EDITED`."""
    kind, form = of
    row = words_of(f"• {chosen(form, choice)}".upper())
    if len(row.text) <= SHORT:
        assert wordings(kind).may_match(row), row.text
        assert wordings(kind).match(row), row.text


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("closing notes", "Distributed by Orsk Films, it opens in Marle on Friday."),
        ("closing notes", "Written by a committee, it shows."),
        ("closing notes", "Printed with permission of the bishop, the book sold out in a week."),
        ("closing notes", "Updated 07:26, 24 Dec 2023"),
        ("closing notes", "Video by the police shows the crane."),
        ("closing offers", "Read more by the water, where it is cool."),
        ("closing offers", "Watch the clip below the line of sight of your boss."),
        ("appeals", "Get the app to work without crashing and you have a business."),
        ("appeals", "More to come, warned the harbour office."),
    ],
)
def test_sentences_that_only_begin_so_are_none(kind: str, said: str) -> None:
    """A form says where a line ends, if more could follow in a story."""
    assert not wordings(kind).match(words_of(said))


@given(st.text(alphabet="the a,.!?:()[]-—*>0123 readmorefromour'", max_size=SHORT))
def test_whatever_matches_may_match(said: str) -> None:
    """What is seen sooner never hides a line."""
    if said.strip():
        row = words_of(said.strip())
        for kind in {kind for kind, _ in FORMS}:
            assert wordings(kind).may_match(row) or not wordings(kind).match(row)
