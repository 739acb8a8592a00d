from pathlib import Path

import pytest

from sitegen.model import Record
from sitegen.reader import read, read_markdown
from sitegen.reader.languages import CODES, glosses, language_of
from sitegen.reader.sheet import SIGNS
from sitegen.reader.words import phrases

CASES = Path(__file__).parent / "cases" / "reader"
GERMAN = "Die Stadt hat die Uhr gekauft, und der Rat ist mit dem Preis nicht zufrieden, weil das Geld für den Hafen war."
ENGLISH = "The town has bought the clock, and the council is not content with the price, for the money was for the harbor."


@pytest.mark.parametrize(
    ("text", "given", "usual", "expected"),
    [
        (GERMAN, None, "en", "de"),
        (ENGLISH, None, "de", "en"),
        (f"{ENGLISH} “Das ist nicht die Uhr,” he said of the clock, and of the price.", None, "de", "en"),
        (GERMAN, "en", "de", "en"),
        (ENGLISH, "de-AT", "en", "de"),
        ("Anzeige", None, "de-CH", "de"),
        ("Anzeige", None, "en", "en"),
        (GERMAN, "fr", "en", "en"),
        ("", None, "de", "de"),
    ],
)
def test_language(text: str, given: str | None, usual: str, expected: str) -> None:
    """Front matter tells the language, else the text's own small words, else the site."""
    assert expected == language_of(text, given, usual)


@pytest.mark.parametrize("code", CODES)
def test_lines_are_put_into_english_that_rules_know(code: str) -> None:
    """Each whole line leads to one that the phrase lists have."""
    lists = phrases()
    known = lists.furniture | lists.junk_headings | set(lists.reference_headings)
    assert {english for english in glosses(code).lines.values() if english.casefold().strip(SIGNS) not in known} == set()


def test_front_matter_says_the_language() -> None:
    """A short text is read in the language that front matter names."""
    text = "Uhr zurück am Markt\n\nVon Anna Kellermann\n\n17. Juni 2013\n\nDa hängt sie."
    given = Record("a", language="de")
    assert read("a", text, given=given, given_fields=frozenset({"language"})).date == "2013-06-17"
    assert read("a", text, language="de").authors == ("Anna Kellermann",)


def test_the_story_stays_in_its_language() -> None:
    """What rules see in English stands in the record as it was written."""
    text = f"Uhr zurück am Markt\n\n{GERMAN}\n\nVon Juli an hängt sie wieder da, und das Foto: eine Erinnerung.\n\n{GERMAN}"
    assert read("a", text).body == (GERMAN, "Von Juli an hängt sie wieder da, und das Foto: eine Erinnerung.", GERMAN)


def test_nouns_in_capitals_make_no_names() -> None:
    """In a language that sets nouns with capitals, only names that lists know are shown."""
    text = f"Uhr zurück am Markt\n\n{GERMAN} Im Hafen in Hamburg, sagte Bürgermeisterin Hanna Brock, war kein Platz in Zukunft."
    record = read("a", text)
    assert (record.people, record.places, record.organizations) == (("Hanna Brock",), ("Hamburg",), ())


@pytest.mark.parametrize("line", ["Lesen Sie auch: Was am 17. Juni geschah", "[MEHR ZUM THEMA: Was am 17. Juni geschah]"])
def test_the_words_of_a_reference_stay_in_their_language(line: str) -> None:
    """Its label is known, in brackets too; a date in its words isn't put into English."""
    record = read("a", f"Uhr zurück am Markt\n\n{GERMAN}\n\n{line}\n\n{GERMAN}")
    assert [(one.kind, one.text) for one in record.references] == [("related", "Was am 17. Juni geschah")]


@pytest.mark.parametrize("name", ["de-agentur", "de-prosa"])
def test_what_german_texts_say_they_say_in_markdown(name: str) -> None:
    """Authors, date and names are the same where the headline has a sign before it."""
    text = (CASES / f"{name}.txt").read_text("utf-8")
    raw, marked = read("a", text), read_markdown("a.md", "# " + text)
    assert (raw.title, raw.agency, raw.dateline) == (marked.title, marked.agency, marked.dateline)
    assert (raw.authors, raw.date) == (marked.authors, marked.date)
    assert (raw.people, raw.places, raw.organizations) == (marked.people, marked.places, marked.organizations)
