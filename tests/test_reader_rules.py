"""The table of rules: who is asked what."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from sitegen.reader.rows import again, rows_of, words_of
from sitegen.reader.rules import TABLE, marks, offers, pointed
from sitegen.reader.rules.marks import marks_of
from sitegen.reader.sheet import SIGNS, key_of
from sitegen.reader.sheets import sheet_of
from sitegen.reader.surroundings import LETTERS
from sitegen.reader.words import phrases

CASES = Path(__file__).parent / "cases" / "reader"
TEXTS = sorted(CASES.glob("*.txt"))
LINES = sorted({line for path in TEXTS for line in path.read_bytes().decode("utf-8", "replace").split("\n") if line.strip()})
# Beginnings and ends that rules look for, to be put around lines.
BEFORE = (
    "• ", "- ", "— ", "* ", "(", "[", "“", "# ", "FILE - ", "Photo caption: ", "Related: ", "By ", "Tags | ", "Ed: ", "Updated ", "©",
    "Image via ", "2 of 5\n", "View 3 Images\n", "THERE IT GOES … ",
)  # fmt: skip
AFTER = (
    " (AP)", " AP", "/APA", ". Hal Brand/Reuters", " | AP", " | Share", " contributed to this report.", " March 3, 2014.", ")", "]",
    " (left)", " · More", " can be reached at 555", " Photo by Hal Brand", " ★★", " /", " 3", " Ines Ortega for the Ledger",
    ", left, and Hal Brand, right.", " Credit: PA", "\n(Ines Ortega)",
)  # fmt: skip


def unasked(text: str) -> list[tuple[str, str]]:
    """The rules that would have found something, had they been asked, each with its row."""
    rows = rows_of(text.split("\n"), 1)
    sheet = sheet_of(rows, None, "UTC")
    return [
        (rule.name, row.text)
        for row, shown in zip(rows, marks_of(sheet), strict=True)
        for rule in TABLE
        if rule.needs & shown != rule.needs
        and len(row.text) <= rule.longest
        and (sheet.head_start <= row.place < sheet.head_end or not rule.head)
        and rule.find(row, sheet) > 0
    ]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_no_rule_goes_unasked_about_a_case_that_would_have_found_something(path: Path) -> None:
    """Marks only spare questions whose answer is no."""
    assert unasked(path.read_bytes().decode("utf-8", "replace")) == []


@given(
    st.lists(
        st.tuples(
            st.sampled_from(("", *BEFORE)),
            st.sampled_from(LINES),
            st.sampled_from(("", *AFTER)),
            st.sampled_from(("\n", "\n\n")),
        ),
        max_size=14,
    )
)
def test_no_rule_goes_unasked_about_lines_of_any_cases(lines: list[tuple[str, str, str, str]]) -> None:
    """Nor in whatever order lines stand, and whatever stands around them."""
    assert unasked("".join(map("".join, lines))) == []


def test_no_rule_for_longer_rows_needs_a_mark_that_only_shorter_ones_show() -> None:
    """Marks that aren't looked for in long rows are those of rules that aren't asked of such rows anyway."""
    shorter = marks.LATE_FIGURE | marks.DAY | marks.SITE | marks.POINTED | marks.SHOUTED | marks.MENU
    short = marks.PARTED | marks.KNOWN | marks.CAPITALS | marks.CREDIT | marks.ASKING
    assert [
        rule.name
        for rule in TABLE
        if (rule.needs & shorter and rule.longest > marks.LONGEST_SHORTER)
        or (rule.needs & short and rule.longest > marks.LONGEST_SHORT)
    ] == []


def test_lists_hold_lines_as_they_are_looked_up() -> None:
    """A line of the lists that has signs at its ends, or a figure, or a comma behind one, would never be found."""
    whole = phrases().furniture | phrases().junk_headings
    assert [line for line in sorted(whole) if key_of(words_of(line.replace("#", "12"))) != line] == []
    assert [
        line for line in sorted(whole) if line != line.strip(SIGNS) or any(map(str.isdigit, line)) or line != line.casefold()
    ] == []


def letters(text: str) -> list[bytes]:
    """A text's runs of letters."""
    return text.casefold().encode().translate(LETTERS).split()


@given(st.from_regex(offers.NOTICE, fullmatch=True))
@settings(max_examples=400)
def test_each_notice_has_one_of_the_words_that_are_looked_for_sooner(notice: str) -> None:
    """Without them the pattern isn't tried."""
    assert not offers.NOTICE_SIGNS.isdisjoint(letters(notice))


@given(st.from_regex(offers.APPEAL, fullmatch=True))
@settings(max_examples=400)
def test_each_appeal_has_one_of_the_words_that_are_looked_for_sooner(appeal: str) -> None:
    """Without them the pattern isn't tried."""
    assert offers.APPEAL_PAIR in appeal or not offers.APPEAL_SIGNS.isdisjoint(letters(appeal))


@given(st.from_regex(pointed.PRESENT, fullmatch=True))
@settings(max_examples=400)
def test_words_that_point_into_a_picture_are_found_by_their_signs(words: str) -> None:
    """Without them only what follows a bracket or a comma is looked for."""
    assert pointed.points_now(words)


def test_what_is_kept_in_mind_of_a_line_is_of_its_words_alone() -> None:
    """Whichever row with those words was asked about first: else a text would be read by what was read before it."""
    line = "The middle of a very long text."
    known: dict[str, int] = {}
    stand_in = replace(rows_of([line], 1)[0], words=100)
    assert again(known, stand_in, lambda row: row.words) == again(known, rows_of([line], 1)[0], lambda row: row.words) == 7
