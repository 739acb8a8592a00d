"""What fields rest on: the rule and the lines of each, and each line's runner-up."""

from pathlib import Path

from sitegen import record
from sitegen.build.reading import Reading, to_record
from sitegen.model import Source
from sitegen.reader import decode

TEXT = """---
section: Harbour
---
Ferry Sails Without Its Captain

The passengers noticed first.

By Ida Marsh

Posted on Monday, May 6, 2013

ST. OLAVE — The morning ferry left St. Olave without its captain on Monday, and came back for him at noon.

"Nobody asked me," said the captain, Piet Hollander, who had gone ashore for bread and has said that he will go again.

[RELATED: A Captain's Bread]
"""
CASES = Path(__file__).parent / "cases/reader"


def plain(text: str, path: str = "a.txt", *, lines: bool = True) -> dict[str, object]:
    """A text's record in the form of the contract."""
    reading = Reading(content="", permalink="", timezone="UTC", names=True, aliases={}, drafts=True)
    return record.to_plain(to_record(Source(path, text, "", "utf-8"), reading, lines=lines)[0])


def test_each_field_names_its_rule_and_its_lines() -> None:
    """Front matter, names and dates as well."""
    assert plain(TEXT)["evidence"] == {
        "authors": {"rule": "byline", "lines": [8]},
        "date": {"rule": "posted-line", "lines": [10]},
        "dateline": {"rule": "in-the-story", "lines": [12]},
        "dek": {"rule": "dek", "lines": [6]},
        "people": {"rule": "names", "lines": []},
        "places": {"rule": "names", "lines": []},
        "references": {"rule": "bracketed-reference", "lines": [16]},
        "section": {"rule": "front-matter", "lines": []},
        "title": {"rule": "headline", "lines": [4]},
    }


def test_a_section_names_its_kicker() -> None:
    """The line that says it, and no other kicker."""
    found = plain("EXCLUSIVE\n\nBusiness\n\n" + TEXT.split("---\n")[2])
    assert found["section"] == "Business"
    assert found["evidence"]["section"] == {"rule": "kicker", "lines": [3]}  # type: ignore[index] # an object, as JSON has it


def test_markdown_has_evidence_too() -> None:
    """Its head is read from lines as well."""
    assert plain("# The Ferry\n\nBy Ida Marsh\n\nIt sails.\n", "a.md")["evidence"] == {
        "authors": {"rule": "byline", "lines": [3]},
        "title": {"rule": "markdown-heading", "lines": [1]},
    }


def test_nobody_pays_for_evidence_who_looks_at_no_lines() -> None:
    """A build keeps none."""
    assert plain(TEXT, lines=False)["evidence"] == {}


def test_all_evidence_is_of_lines_of_the_text() -> None:
    """In every case of the reader: each field that was found has a rule, and its lines are there."""
    for case in sorted(CASES.glob("*.txt")):
        source = decode(case.name, case.read_bytes())
        assert isinstance(source, Source)
        found = plain(source.text, case.name)
        numbers = {line["n"] for line in found["lines"]}  # type: ignore[attr-defined] # a list, as JSON has it
        for name, one in found["evidence"].items():  # type: ignore[attr-defined] # likewise
            assert found[name], (case.name, name)
            assert one["rule"], (case.name, name)
            assert set(one["lines"]) <= numbers


def test_what_was_run_together_rests_on_the_line_that_has_it() -> None:
    """The line's own role is another."""
    found = plain(
        "Harbor Board Delays Vote By Nell Harbin\n\nThe board met on Tuesday, and it put off its vote on the pier again.\n"
    )
    assert found["authors"] == ["Nell Harbin"]
    assert found["evidence"]["authors"] == {"rule": "run-on", "lines": [1]}  # type: ignore[index] # a mapping, as JSON has it


def test_lines_name_their_runner_up() -> None:
    """Where there is one: its role and its rule."""
    lines = {line["n"]: line for line in plain(TEXT)["lines"]}  # type: ignore[attr-defined] # a list, as JSON has it
    assert "other" not in lines[2]
    assert {"other", "other_rule"} <= lines[6].keys()
    assert lines[6]["other"] != "dek"
