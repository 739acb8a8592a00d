"""What holds for every text: nothing is lost, nothing crashes, and what doesn't matter changes nothing."""

import os
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from sitegen.model import Problem, Record, Source
from sitegen.reader import decode, read
from sitegen.reader.bare import bare
from sitegen.reader.layout import GOING_ON
from sitegen.reader.names import find_names

CASES = Path(__file__).parent / "cases" / "reader"
NAMES = sorted(path.stem for path in CASES.glob("*.txt"))
WIDTH = 72
# Lines of these cases are paragraphs or fields without blank lines between: broken at a column, they can't be told apart.
LINE_BY_LINE = {
    *("agency-on-web-with-byline-label", "page-live-with-key-events", "wire-eds-on-three-lines", "page-glued-buttons-above"),
    *("page-author-form-below-headline", "page-headline-in-two-short-sentences", "wire-rights-over-labelled-title"),
    *("telex-in-two-takes", "columns-of-a-table", "columns-with-arrows"),
    *("export-object", "export-blog-item", "export-fields-below-headline", "wire-telex-head"),
    *("page-last-sentence-below-notices", "style-sheets", "blog-item-tags", "masthead-and-motto"),
    *("page-author-in-box", "seed-credit-in-capitals", "page-station-with-place-and-credit", "page-two-bylines-with-posts"),
    *("not-a-dateline", "database-codes", "database-fields", "picture-source-above", "list-ends-at-sentence"),
    *("maker-with-paper-or-post", "export-codes-alone", "export-field-names", "menu-in-capitals", "makers-provided"),
    *("wire-notebook-and-hands", "points-under-headline", "underlined-box-and-dashed-credit"),
    *("caption-over-its-button", "recipe-amounts-apart", "release-contacts-above-story", "offices-as-crossheads"),
    *("stories-of-hours-ago", "desk-behind-dateline", "town-between-author-and-date"),
    *("stray-alert-above-headline", "alert-beside-headline", "stacked-headline-and-decks", "wire-desk-and-slug"),
    *("stacked-headline-over-address", "export-with-tags-and-entities", "export-newsroom-tags"),
    *("export-underscored-fields", "byline-of-desk-and-lead-in", "dek-points-below-day"),
    *("capitals-glued-to-caption", "points-below-long-headline", "house-photo-and-name-behind-caption", "run-on-story"),
    *("run-on-table-row", "column-set-by-hand", "page-title-below-menu"),
    *("run-on-table-row-by-paragraphs", "stops-set-apart", "database-delivers-document", "mail-sends-on-quoted"),
}


def source(data: bytes) -> Source:
    """The source that decoding must give."""
    decoded = decode("a.txt", data)
    assert isinstance(decoded, Source)
    return decoded


def lines_of(text: str) -> list[int]:
    """The numbers of a text's non-blank lines."""
    return [n for n, line in enumerate(text.split("\n"), 1) if line.replace("\ufeff", "").strip()]


def case(name: str) -> str:
    """A case's text."""
    return source((CASES / f"{name}.txt").read_bytes()).text


def fields(record: Record) -> dict[str, object]:
    """What a record says, without saying where it stands in the file."""
    names = set(Record.__struct_fields__) - {"source", "lines", "blocks", "confidence", "evidence"}
    return {name: getattr(record, name) for name in names} | {"blocks": [(one.kind, one.text) for one in record.blocks]}


def body_of(text: str) -> list[str]:
    """The lines that are body, subhead or verse, in order."""
    lines = text.split("\n")
    return [lines[line.n - 1] for line in read("a", text).lines if line.role in {"body", "subhead", "dateline"}]


# Stories as newspapers set them: invented words, so that each example is short to read.
WORDS = st.sampled_from(
    "the a of and to in said that was for on with had her his at by who from will not council ferry bridge harbor winter "
    "morning people machine letter engine market orchard railway ticket window garden kettle lantern well-known year-old".split()
)
STARTS = st.sampled_from("The A But One Nobody Somebody Later Then When After He She They It Most".split())


@st.composite
def sentences(draw: st.DrawFn, shortest: int = 6) -> str:
    """A sentence of common words."""
    words = draw(st.lists(WORDS, min_size=shortest, max_size=22))
    return " ".join([draw(STARTS), *words, draw(st.sampled_from(["river", "hall", "spring", "roof"]))]) + "."


PARAGRAPHS = st.lists(sentences(), min_size=2, max_size=5).map(" ".join)


@st.composite
def stories(draw: st.DrawFn) -> str:
    """A headline, a byline, a date and paragraphs, with blank lines between."""
    head = ["Council Buys Back Its Own Clock", "By Hanna Brock", "June 17, 2013"][: draw(st.integers(1, 3))]
    body = draw(st.lists(PARAGRAPHS, min_size=3, max_size=6))
    place = draw(st.sampled_from(["", "ORMSEY — ", "ORMSEY (AP) — "]))
    return "\n\n".join([*head, place + body[0], *body[1:]])


@pytest.mark.parametrize("name", NAMES)
def test_line_ends_and_marks_change_nothing(name: str) -> None:
    """CRLF, CR, a byte order mark and UTF-16 give the same record as plain UTF-8."""
    data = (CASES / f"{name}.txt").read_bytes().removeprefix(b"\xef\xbb\xbf")
    expected = read("a", source(data).text)
    for other in (
        data.replace(b"\n", b"\r\n"),
        data.replace(b"\n", b"\r"),
        b"\xef\xbb\xbf" + data,
        data.decode().encode("utf-16"),
    ):
        assert expected == read("a", source(other).text)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=400))
def test_no_line_of_any_text_is_lost(text: str) -> None:
    """Every non-blank line of any text stands in the record once, in order."""
    record = read("a", text)
    assert lines_of(text) == [line.n for line in record.lines]


CASE_LINES = sorted({line for name in NAMES for line in (CASES / f"{name}.txt").read_text("utf-8", "replace").split("\n")})
CUTS = st.integers(0, 40)
PIECES = st.one_of(
    st.sampled_from(CASE_LINES),
    st.builds(
        lambda one, cut, between, other, rest: one[:cut] + between + other[:rest],
        *(st.sampled_from(CASE_LINES), CUTS, st.sampled_from(("", " ", ", ", " | ", " • ", " / ", " - ", " — ", ": "))),
        *(st.sampled_from(CASE_LINES), CUTS),
    ),
    st.lists(st.sampled_from("to be or not A 1 22 By | . ? é".split()), min_size=1, max_size=50).map(" ".join),
)


@example(
    [("(Eds: Date: Fri, 12 Feb 2010 08:03:", "\n"), *[('\t"It must be restful," Larkin wrote. "If it is', "\n\n")] * 2], str
)
@given(st.lists(st.tuples(PIECES, st.sampled_from(("\n", "\n\n"))), max_size=90), st.sampled_from((str, str.upper, str.title)))
def test_no_line_of_any_text_of_cut_lines_is_lost(pieces: list[tuple[str, str]], set_as: Callable[[str], str]) -> None:
    """Nor of lines of all cases in any order, cut and joined, in capitals too: what rules look for, where none expects it."""
    text = set_as("".join(map("".join, pieces)))
    assert lines_of(text) == [line.n for line in read("a", text).lines]


@pytest.mark.parametrize(
    "sign", ["• ", "* ", "- ", "1. ", "> ", "| ", "© ", "^", "(", "# ", "@", "[", "By ", "Photo: ", "More: "]
)
@given(st.lists(st.sampled_from([line for line in CASE_LINES if line.strip()]), min_size=1, max_size=12))
def test_no_line_is_lost_where_all_begin_alike(sign: str, lines: list[str]) -> None:
    """Nor where every line stands behind one sign, so that what a rule looks for beside a list goes on to the ends of the text."""
    text = "\n".join(sign + line for line in lines)
    assert lines_of(text) == [line.n for line in read("a", text).lines]


@pytest.mark.parametrize("words", range(2, 10))
@pytest.mark.parametrize("lines", range(1, 12))
def test_a_stack_of_any_height_is_read(lines: int, words: int) -> None:
    """Headlines of several lines in capitals, and more lines of capitals than any headline has, lose no line and end no reading."""
    told = "The board met on Monday and said that it would pave the road that leads to the river before the winter."
    stack = "\n".join(" ".join("THE OLD LADDER OF MARLE WENT HOME TO REST".split()[:words]) for _ in range(lines))
    text = f"{stack}\n\nBy Hank Tolland\n\n{told}"
    record = read("a", text)
    assert lines_of(text) == [line.n for line in record.lines]
    assert record.authors == ("Hank Tolland",)


SIGNS = st.sampled_from(
    (
        "By [RELATED: (AP) — Photo: Published June 17, 2013 Monday said Obama the of a. Inc University ©2001 Share More: * - "
        "| 12:30 http://a.b/c ' \" “ ” … EDT"
    ).split(" ")
)


@given(st.lists(st.lists(SIGNS, max_size=14).map(" ".join), max_size=14).map("\n".join))
def test_no_line_is_lost_that_looks_like_news(text: str) -> None:
    """Nor is any line lost that looks like one of the shapes that rules look for."""
    record = read("a", text)
    assert lines_of(text) == [line.n for line in record.lines]
    assert record == read("a", text)


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    """Whatever the bytes, there is a record or a notice, never an exception."""
    decoded = decode("a.txt", data)
    if isinstance(decoded, Problem):
        assert decoded.severity == "notice"
    else:
        assert lines_of(decoded.text) == [line.n for line in read("a.txt", decoded.text).lines]


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300))
def test_line_ends_and_marks_of_any_text_change_nothing(text: str) -> None:
    """Any text of a file gives the same record with CRLF, and with a byte order mark."""
    data = text.replace("\r", " ").replace("\ufeff", " ").encode()
    plain = decode("a.txt", data)
    assume(isinstance(plain, Source))
    for other in (data.replace(b"\n", b"\r\n"), b"\xef\xbb\xbf" + data):
        assert read("a", source(data).text) == read("a", source(other).text)


# One of each way in which the reader knows furniture.
FURNITURE = st.sampled_from(
    ["Share this story", "Advertisement", "Sign up for our newsletter", "Print | E-mail | Share", "* * *"]
)


@given(stories(), FURNITURE, st.data())
def test_furniture_takes_no_paragraph_of_a_story(text: str, line: str, data: st.DataObject) -> None:
    """A line of furniture between two paragraphs, or below the story, removes none of its lines."""
    paragraphs = text.split("\n\n")
    expected = body_of(text)
    place = data.draw(st.integers(len(paragraphs) - 1, len(paragraphs)), label="place")
    found = body_of("\n\n".join([*paragraphs[:place], line, *paragraphs[place:]]))
    assert expected == [one for one in found if one != line]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("line", ["Share this story", "Advertisement"])
def test_furniture_takes_nothing_from_the_cases(name: str, line: str) -> None:
    """A line of furniture after the last line leaves the body of each case as it is."""
    text = case(name).rstrip("\n")
    assert body_of(text) == body_of(f"{text}\n\n{line}\n")


def wrapped(text: str, *, hyphens: bool, width: int = WIDTH) -> str:
    """The text as a terminal of so many columns would have it."""
    return "\n".join(
        textwrap.fill(line, width, break_long_words=False, break_on_hyphens=hyphens) if len(line) > width else line
        for line in text.split("\n")
    )


@pytest.mark.parametrize("hyphens", [True, False])
@pytest.mark.parametrize("name", [name for name in NAMES if name not in LINE_BY_LINE])
def test_breaking_the_lines_of_a_case_changes_nothing(name: str, *, hyphens: bool) -> None:
    """Each case broken at 72 columns gives the same fields and the same story."""
    assert fields(read("a", case(name))) == fields(read("a", wrapped(case(name), hyphens=hyphens)))


NAMES_AND_FIGURES = st.sampled_from("Hanna Brock Ormsey Monday June 17 1998 Council $40".split())


@st.composite
def named_sentences(draw: st.DrawFn) -> str:
    """A sentence with some names and figures in it, at which a line may begin."""
    words = draw(sentences()).split(" ")
    for place in draw(st.lists(st.integers(1, len(words) - 2), max_size=5)):
        words[place] = draw(NAMES_AND_FIGURES)
    return " ".join(words)


@st.composite
def short_stories(draw: st.DrawFn) -> str:
    """A headline, perhaps a byline and a date, and one paragraph or a few, of one sentence or a few."""
    head = ["Council Buys Back Its Own Clock", "By Hanna Brock", "June 17, 2013"][: draw(st.integers(1, 3))]
    paragraphs = st.lists(named_sentences(), min_size=1, max_size=4).map(" ".join)
    first, *others = draw(st.lists(paragraphs, min_size=1, max_size=4))
    return "\n\n".join([*head, draw(st.sampled_from(["", "ORMSEY — ", "ORMSEY (AP) — "])) + first, *others])


@given(short_stories(), st.booleans(), st.integers(70, 80))
def test_breaking_the_lines_of_a_story_changes_nothing(text: str, hyphens: bool, width: int) -> None:  # noqa: FBT001 - drawn
    """Any story broken at a usual width gives the same record, if three in ten of its broken lines begin small, and one at least."""
    broken = wrapped(text, hyphens=hyphens, width=width)
    begun = sum(line[:1].islower() for line in broken.split("\n"))
    assume(begun and begun >= GOING_ON * (broken.count("\n") - text.count("\n")))
    assert fields(read("a", text)) == fields(read("a", broken))


@given(stories(), st.integers(0, 8))
@example("Council Buys Back Its Own Clock\n\nIt was there.", 4)
def test_trailing_white_space_of_a_story_changes_nothing(text: str, spaces: int) -> None:
    """Spaces at the ends of lines are nobody's."""
    assert fields(read("a", text)) == fields(read("a", text.replace("\n", " " * spaces + "\n")))


def growth(work: Callable[[str], object], short: str, long: str) -> float:
    """How many times longer the work takes on the long text than on the short: of the best of five each, by turns, since machines are noisy."""
    best = [float("inf"), float("inf")]
    for _ in range(5):
        for place, text in enumerate((short, long)):
            begun = time.process_time()
            work(text)
            best[place] = min(best[place], time.process_time() - begun)
    return best[1] / max(best[0], 0.02)


def read_both_ways(line: str) -> None:
    """Reads a line as a whole text, and among others."""
    read("a", line)
    read("a", f"A headline that is long enough\n{line}\nBy Ann Marlow\n\n{line}")


@pytest.mark.parametrize(
    "unit",
    [
        "A",
        "(",
        " ",
        "[",
        "By ",
        "1",
        "A. ",
        "a b ",
        "— ",
        "June 1 ",
        "Mc'S ",
        "of the ",
        "\t",
        "x\u00a0",
        "Obama and ",
        "the Thistle and Clover Board ",
        "http://",
        "said, ",
    ],
)
def test_a_long_line_is_read_in_linear_time(unit: str) -> None:
    """A line of two megabytes takes about twice as long as one of one, whatever it is made of."""
    short, long = (unit * (size // len(unit)) + "x" for size in (1_000_000, 2_000_000))
    assert growth(read_both_ways, short, long) < 4


@pytest.mark.parametrize(
    "line",
    [
        "By\n",
        "[\n",
        "x\n\n",
        "By Ann Marlow\n",
        "Share | Save\n",
        "* a\n",
        "MORE NEWS:\n",
        "(Reuters) -\n",
        "a   1\n",
        "1. a\n",
        "Q: a.\n",
        "- a\n  b\n",
    ],
)
def test_many_lines_are_read_in_linear_time(line: str) -> None:
    """Twice as many short lines take about twice as long."""
    assert growth(lambda text: read("a", text), line * 10_000, line * 20_000) < 4


LONG_LINE = "the harbour board of port marle closed the old mole on monday after two nights\n"


@pytest.mark.parametrize(
    ("top", "line"),
    [
        ("# Mole closed until winter\n\n", LONG_LINE * 4),
        ("# Mole closed until winter\n\n", "* [News](https://courier.example/news)\n"),
        ("# Mole closed until winter\n\n", "![A mole](/mole.jpg)\nThe mole.\n"),
        ("<p>x</p>\n" * 3, "<p><a href=1>x"),
        ("<p>x</p>\n" * 3 + "<p><a ", "href"),
        ("<DOC>\n<HEADLINE>x</HEADLINE>\n<TEXT>x</TEXT>\n", "<A></B>"),
        ("", ">" * 60 + "a\n"),
        ("", "\\u2019"),
    ],
)
def test_marks_are_taken_off_in_linear_time(top: str, line: str) -> None:
    """Four times as many take about four times as long."""
    assert growth(bare, top + line * 5_000, top + line * 20_000) < 9


@pytest.mark.parametrize(
    "lines",
    [
        "By Hal Brand\nHal has been a reporter of boats and of those who row them.\n",
        "Ann Marlow\nBy Hal Brand\nSince joining the paper, Ann has been a reporter and an editor.\n",
        "8 hours ago\nBridge closed\n",
        "The list of winners is:\nBest boat - Ann Marlow\n",
        "FILE - A boat rests. (AP Photo/Hal Brand, File)\n",
    ],
)
def test_lines_that_are_looked_at_in_full_are_read_in_linear_time(lines: str) -> None:
    """Three times as many, all of them among those that rules are asked of, take about three times as long."""
    assert growth(lambda text: read("a", text), lines * 600, lines * 1_800) < 6


@pytest.mark.parametrize("unit", ["A", "Aa ", "A/", "A-", "A. ", "(", "Mc", "1"])
@pytest.mark.parametrize("end", [" CNN x", "/AFP x", " (AP) x", " Photo: x"])
def test_short_lines_are_read_in_linear_time(unit: str, end: str) -> None:
    """Lines twice as long, within what rules look at, take about twice as long, whatever they are made of and however they end."""
    short, long = (f"{(unit * size)[:size]}{end}\n\n" * 40 for size in (65, 130))
    assert growth(lambda text: read("a", text), short, long) < 6


@pytest.mark.parametrize("name", ["page-with-site", "author-lives", "announced-list"])
def test_what_was_read_before_makes_no_difference(name: str) -> None:
    """What is remembered of lines changes no record, whichever texts it comes from."""
    fresh = subprocess.run(
        [sys.executable, "-c", f"from sitegen.reader import decode, read\nprint(read('a', {case(name)!r}))"],
        capture_output=True,
        check=True,
    )
    for other in NAMES:
        read("a", case(other))
    assert repr(read("a", case(name))) == fresh.stdout.decode().rstrip("\n")


@pytest.mark.parametrize(
    "sentence",
    ["He lives in X{0}, near Y{0}.\n\n", "The X{0} and Y{0} Board met in Z{0}. ", "X{0} and Y{0}, a shop in Z{0}, closed. "],
)
def test_many_names_are_found_in_linear_time(sentence: str) -> None:
    """Twice as many names, each another, take about twice as long."""
    short, long = ("".join(sentence.format(_letters(number)) for number in range(count)) for count in (2_000, 4_000))
    assert growth(lambda text: find_names(text, aliases={}), short, long) < 3


def _letters(number: int) -> str:
    return str(number).translate({ord("0") + digit: ord("a") + digit for digit in range(10)})


def test_the_same_text_gives_the_same_record_whatever_the_hash_seed() -> None:
    """Nothing hangs on the order of a set."""
    script = (
        "import sys, pathlib, hashlib\nfrom sitegen.reader import decode, read\n"
        f"for path in sorted(pathlib.Path({str(CASES)!r}).glob('*.txt')):\n"
        "    print(read('a', decode('a', path.read_bytes()).text))\n"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", script], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1
