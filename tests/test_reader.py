import json
from collections import Counter
from pathlib import Path

import pytest

from sitegen.model import Problem, Record, Source
from sitegen.reader import decode, evidence, read, title_key
from sitegen.reader.bare import bare
from sitegen.reader.layout import blank
from sitegen.reader.references import KINDS
from sitegen.reader.words import phrases

CASES = Path(__file__).parent / "cases" / "reader"


def source(data: bytes, path: str = "a.txt") -> Source:
    """The source that decoding must give."""
    decoded = decode(path, data)
    assert isinstance(decoded, Source)
    return decoded


def plain(record: Record) -> dict[str, object]:
    """A record's fields as cases write them."""
    return {
        "title": record.title,
        "dek": record.dek,
        "authors": list(record.authors),
        "contributors": list(record.contributors),
        "agency": record.agency,
        "date": record.date,
        "date_basis": record.date_basis,
        "updated": record.updated,
        "dateline": record.dateline,
        "section": record.section,
        "captions": [{"text": caption.text, "credit": caption.credit} for caption in record.captions],
        "references": [{"kind": one.kind, "text": one.text, "url": one.url} for one in record.references],
        "corrections": list(record.corrections),
        "tags": list(record.tags),
        "people": list(record.people),
        "places": list(record.places),
        "organizations": list(record.organizations),
        "body": list(record.body),
        "subheads": list(record.subheads),
        "posts": list(record.posts),
        "roles": [line.role for line in record.lines],
    }


def names_of(record: Record) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """The people, places and organisations."""
    return record.people, record.places, record.organizations


@pytest.mark.parametrize("name", sorted(path.stem for path in CASES.glob("*.txt")))
def test_cases(name: str) -> None:
    """Each case's text gives the fields and the line roles that its neighbour file names."""
    decoded = source((CASES / f"{name}.txt").read_bytes(), f"{name}.txt")
    expected = json.loads((CASES / f"{name}.json").read_text("utf-8"))
    actual = plain(read(decoded.path, decoded.text))
    assert expected == {key: actual[key] for key in expected}


def test_words_of_the_body_are_the_words_of_its_lines() -> None:
    """No word of a body line is lost when lines become paragraphs; a dateline on its own line joins the first.

    What was run together on one line has other fields than the story's as well: `test_run_on` holds its letters.
    """
    for path in [path for path in CASES.glob("*.txt") if not path.stem.startswith("run-on-")]:
        text = source(path.read_bytes()).text
        record = read("a", text)
        lines = bare(text).lines
        kept = " ".join([*record.body, *record.subheads]).split()
        rules = {"letter-signature", "entry-time"}
        told = [line for line in record.lines if line.rule != "said-again"]
        again = [lines[line.n - 1] for line in record.lines if line.rule == "said-again"]
        # Whose words the body has already, or more than those where the line was cut off.
        assert all(any(_bare(line.rstrip(" ….")) in _bare(paragraph) for paragraph in record.body) for line in again)
        posted = [lines[line.n - 1] for line in record.lines if line.rule == "embedded-post"]
        assert _bare("".join(posted)) == _bare("".join(record.posts))
        stays = [line.n for line in told if line.role in {"body", "subhead", "dateline"} or line.rule in rules]
        stood = " ".join(lines[n - 1] for n in stays).split()
        assert len(stood) - len(kept) <= 5
        assert Counter("".join(kept)) <= Counter("".join(stood))  # letters: a word that a line's end parted is one again


def _bare(text: str) -> str:
    return "".join(text.split())


def test_what_goes_on_where_a_teaser_ends_is_told() -> None:
    """A line that has the first paragraphs and more is the story; one that has no more than stands above is the site's."""
    case = json.loads((CASES / "story-on-one-line-again.json").read_text("utf-8"))
    whole = " ".join(case["body"])
    more = " ".join(f"On day {day} the office counted the ships that had waited for a tide." for day in range(2, 20))
    head, teaser = "Lamp on the mole goes dark\n\nBy Iva Voss\n\n", "\n\n".join(case["body"])
    assert f"{whole} {more}" in read("a", f"{head}{teaser}\n\n{whole} {more}\n").body
    assert read("a", f"{head}{teaser}\n\n{whole}\n").body == tuple(case["body"])
    assert read("a", f"{head}{more}\n\n{whole}\n").body == (more, whole)


def test_evidence_of_notes_and_authors_is_no_post() -> None:
    """What somebody posted is under the role of notes, and is no field's line."""
    text = (CASES / "posts-told-around.txt").read_text("utf-8") + "\nEditor's note: The burner came on Friday.\n"
    found = evidence.of(read("a", text), frozenset(), text, 1)
    assert [text.split("\n")[n - 1][:13] for n in found["notes"].lines] == ["Editor's note"]


def test_first_line_shifts_the_numbers() -> None:
    """A text below front matter is numbered as the file's lines are."""
    record = read("a", "A headline that is long enough\n\nSome words of a body follow it here.", first_line=8)
    assert [line.n for line in record.lines] == [8, 10]
    assert record.blocks[0].line == 10


def test_lists_and_questions_keep_their_lines() -> None:
    """Lines that open on the same sign, one below the other, are a list; one such line alone is a paragraph."""
    record = read(
        "a",
        "Ferry rules for the winter season\n\nThe harbor office has put up three rules for the winter.\n\n"
        "- No bicycles on the upper deck.\n- No fires on the lower deck.\n* No dogs that bark at the captain.\n\n"
        "Q: Who wrote them?\nA: Nobody will say who did, and the ink was still wet at noon.\n\n- So it goes, said the captain.",
    )
    assert [block.kind for block in record.blocks] == ["paragraph", "list", "paragraph", "turn", "turn", "paragraph"]
    assert record.body[1:4] == (
        "- No bicycles on the upper deck.",
        "- No fires on the lower deck.",
        "* No dogs that bark at the captain.",
    )


TELLING = """\
The boats of the club were counted on the first of June by the two
Orsel men, who found that there were rather more of them than in
1998 when the river took the hall and left them a part of the
Brennick pier instead."""
EVEN = """\
The club has had nobody to count its boats since the death of Ada
Hesk, whom the members and the captain and the cook called Mother
Oar. Nobody has asked for the key to the hall, the cook said, save
Brennick men."""
NARROW = """\
Low water, and the boat is late in coming to the
Orsel pier.

The heron too.
The gate."""
SENTENCES = """\
The club has counted all of the boats that it still has this year.
The captain has written the number of them down on his left hand.
The cook has washed the same hand with the soap that he was given."""
HEADLINES = """\
Ferry to Stay in Harbor for Another Winter, Its Captain Tells Many
Council Buys Back the Clock That It Sold for Nothing at All, Twice
Heron Counted Among the Members of the Orsel Rowing Club by a Vote"""


@pytest.mark.parametrize(("broken", "paragraphs"), [(TELLING, 1), (EVEN, 1), (NARROW, 4), (SENTENCES, 3), (HEADLINES, 3)])
def test_lines_that_hardly_tell_are_joined_where_all_of_them_are_full(broken: str, paragraphs: int) -> None:
    """Names and figures at the beginning of lines hide a column only where nothing else shows it."""
    record = read("a", f"The oars of Orsel and the river\n\nBy Ada Moss\n\n{broken}\n")
    assert len({block.line for block in record.blocks}) == paragraphs


def test_given_title_is_kept_out_of_the_body() -> None:
    """A head line equal to the known headline is its repetition, whatever its quotes and case."""
    given_record = Record("a", title="The Night the “Marle” Froze")
    record = read(
        "a",
        'THE NIGHT THE "MARLE" FROZE\n\nIt was colder than anybody had said it would be.',
        given=given_record,
        given_fields=frozenset({"title"}),
    )
    assert [line.role for line in record.lines] == ["title", "body"]
    assert record.body == ("It was colder than anybody had said it would be.",)


@pytest.mark.parametrize(
    "lines",
    [
        "Harbour crane wins a prize for &quot;standing still&quot;\nafter nine years on one spot",
        'Harbour crane wins a prize for "standing still" after nine years on one spot: [Late Edition]',
    ],
)
def test_given_title_is_known_on_two_lines_with_entities_and_an_edition(lines: str) -> None:
    """A headline that front matter gives is taken out of the text however it is set there, and no part of it is a dek."""
    given_record = Record("a", title='Harbour crane wins a prize for "standing still" after nine years on one spot')
    story = "It has not moved since the summer in which it was painted, and the society has noticed."
    record = read("a", f"{lines}\n\n{story}", given=given_record, given_fields=frozenset({"title"}))
    assert {line.role for line in record.lines[:-1]} == {"title"}
    assert (record.dek, record.body) == (None, (story,))


def test_given_title_that_does_not_stand_there_eats_nothing() -> None:
    """Where front matter knows the headline, the first paragraph isn't taken for one."""
    given_record = Record("a", title="Something Else")
    record = read(
        "a",
        "Nobody had told the ferryman\n\nHe was asleep when they came.",
        given=given_record,
        given_fields=frozenset({"title"}),
    )
    assert record.title is None
    assert "title" not in {line.role for line in record.lines}


def test_names_off_reads_no_names() -> None:
    """Names are looked for only where they are wanted."""
    text = "A headline that is long enough\n\nPresident Hilda Ostrander went to Paris, she said."
    assert names_of(read("a", text, names=False)) == ((), (), ())
    assert read("a", text).people == ("Hilda Ostrander",)


def test_windows_1252_is_read() -> None:
    """Bytes that aren't UTF-8 are Windows-1252, its undefined bytes kept visible."""
    decoded = source("Él dijo “no”.".encode("cp1252") + b" \x81")
    assert (decoded.text, decoded.encoding) == ("Él dijo “no”. \\x81", "windows-1252")


def test_mojibake_is_mended_where_it_shows() -> None:
    """Doubly encoded words are mended; a text that merely holds such letters is left alone."""
    assert source("RenÃ©e said â€œnoâ€\x9d".encode()).text == "Renée said “no”"
    assert source("SÃO PAULO".encode()).text == "SÃO PAULO"


@pytest.mark.parametrize("data", [b"", b" \n\t\n", b"\xef\xbb\xbf\n", b"\x89PNG\r\n\x1a\n\0\0", bytes(range(32)) * 40])
def test_nothing_to_read_is_a_notice(data: bytes) -> None:
    """Empty, blank and binary files are skipped with a notice."""
    decoded = decode("a.txt", data)
    assert isinstance(decoded, Problem)
    assert (decoded.path, decoded.severity) == ("a.txt", "notice")


def test_digest_is_of_the_bytes() -> None:
    """The digest is the SHA-256 of the file as it is."""
    assert source(b"a\r\n").digest != source(b"a\n").digest


def test_title_key_makes_equal_what_readers_take_for_equal() -> None:
    """Quotes, dashes, case, signs and spaces don't tell headlines apart; words do."""
    assert title_key("“Don’t — go,” She  said") == title_key('"Don\'t - go" she said')
    assert title_key("Storm wall") != title_key("Storm walls")


def test_data_names_only_kinds_that_exist() -> None:
    """Each label of the phrase lists leads to a kind of reference."""
    assert set(phrases().references.values()) | set(phrases().reference_headings.values()) <= KINDS


def test_blank_is_what_nobody_sees() -> None:
    """White space and byte order marks make no line."""
    assert [blank(""), blank(" \t\u00a0"), blank("\ufeff \ufeff"), blank(" .")] == [True, True, True, False]


def test_a_first_line_of_signs_is_no_kicker() -> None:
    """What looks like markup or a template is the reporter's, and isn't put aside as the name of a section."""
    record = read("a.txt", '{{ 7*7 }} <script>alert(1)</script>\n\n{% include "x" %} <b>x</b>\n\n1984. It was.\n\n# tag')
    assert record.lines[0].role != "furniture"


def test_white_space_behind_a_label_makes_no_field_of_it() -> None:
    """`Photo: Hal Brand ` is a credit whether a space follows or not: only an export's labels are taken off."""
    text = "Rowers win by a length in the rain\n\nBy Iva Tolland\n\nThe eight won by a length on Friday, the club said.\n\n"
    text += "The crew lifts the boat out of the river at the weir.\nPhoto: Hal Brand{}\n\nThe next race is in March, the club said.\n"
    bare, spaced = (read("a", text.format(space)) for space in ("", " "))
    assert [(line.n, line.role) for line in spaced.lines] == [(line.n, line.role) for line in bare.lines]
    assert [caption.credit for caption in spaced.captions] == ["Hal Brand"]
