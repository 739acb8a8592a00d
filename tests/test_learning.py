"""`learn`: what a folder's texts have in common, and what is never taken for that."""

import tracemalloc
from pathlib import Path

import pytest
from sites import write
from test_cli import run

from sitegen.build.reading import Reading, to_record
from sitegen.config import profile
from sitegen.model import Source
from sitegen.reader import learning

PLACES = "quay mill weir bridge depot hall chapel school ferry market library orchard".split()
PEOPLE = ("Nell Harbin", "Ida Marsh", "Tom Ryder", "Joan Pettifer")
HEADS = ("sticks", "opens", "closes", "sings", "leaks", "burns", "turns", "waits")


def story(number: int) -> str:
    """A story like no other: its headline, and two paragraphs."""
    place, verb = PLACES[number % 12], HEADS[number % 8]
    return (
        f"The old {place} by the river {verb}, and the town has {number + 2} opinions about what is to be done with it now.\n\n"
        f'"I have known the {place} for {number + 20} years," said the keeper, who had come with a lamp and a dog to look at it.\n'
    )


def headline(number: int) -> str:
    """Its headline."""
    return f"{PLACES[number % 12].title()} {HEADS[number % 8].title()} for the {number + 3}rd Time"


def dump(number: int) -> str:
    """A page of an invented paper, furniture and all."""
    return (
        f"The Tamsin Courier\n\n{headline(number)}\n\nReported by {PEOPLE[number % 4]} for the desk\n\n{story(number)}\n"
        f"Tell the desk what you saw\n\nSheet {number} of {number + 5}\n\n© 20{number % 30 + 10:02} The Tamsin Courier\n"
    )


def proposal(texts: list[str]) -> learning.Proposal:
    """What is proposed from some texts."""
    plain = Reading(content="", permalink="", timezone="UTC", names=False, aliases={}, drafts=True)
    first = learning.First()
    for text in texts:
        first.see(text)
    second = learning.Second(first.common(), first.texts)
    for text in texts:
        second.see(text, to_record(Source("a.txt", text, "", "utf-8"), plain)[0])
    return second.proposal()


def lines(found: learning.Proposal) -> list[str]:
    """The furniture that is proposed."""
    return [text for text, _ in found.furniture]


def test_a_paper_s_own_ways_are_learnt() -> None:
    """Its name, its furniture with other numbers each time, and its form of bylines."""
    found = proposal([dump(number) for number in range(40)])
    assert found.publisher == ("The Tamsin Courier", 40)
    assert {"Tell the desk what you saw", "Sheet 0 of 5"} <= set(lines(found))


def test_what_is_learnt_reads_better() -> None:
    """Under the proposal the first text has its headline, and no furniture in its story."""
    text = dump(7)
    known, problems = profile.parse("reader.yaml", learning.written(proposal([dump(n) for n in range(40)]), "x").encode())
    assert problems == ()
    plain = Reading(content="", permalink="", timezone="UTC", names=False, aliases={}, drafts=True)
    record = to_record(Source("a.txt", text, "", "utf-8"), plain.under(known))[0]
    assert record.title == headline(7)
    assert record.authors == ("Joan Pettifer",)
    assert "\n\n".join(record.body) == story(7).strip()


@pytest.mark.parametrize(
    "line",
    ["Add salt and pepper", "What happens next", "And the river ran on", "Serves four people", "Final standings"],
)
def test_lines_of_a_story_are_never_proposed(line: str) -> None:
    """In a list, as a subhead, in a verse: once in one text is enough."""
    for text in (
        f"{story(1)}\n{line}\n\n{story(2)}",  # among paragraphs
        f"{story(1)}\nA cup of oats\n{line}\nTwo pears from the tree\n",  # in a list below them
    ):
        others = [f"{headline(number)}\n\n{story(number)}\n{line}\n" for number in range(30)]
        assert line in lines(proposal(others))
        assert line not in lines(proposal([*others, f"{headline(3)}\n\n{text}"]))


def test_sentences_sections_and_dates_are_no_furniture() -> None:
    """Nor is a standing headline, a name, or a line of a few texts alone."""
    texts = [
        f"Letters from the Weir\n\nSports\n\nJune {number}, 2009\n\n{story(number)}\nThe bell rang and we went home.\n"
        for number in range(1, 29)
    ]
    assert lines(proposal(texts)) == []
    assert lines(proposal([dump(number) for number in range(3)])) == []


def test_authors_and_agency_are_counted() -> None:
    """Names that stand in byline position in many texts; an agency that nearly all name."""
    texts = [f"{headline(n)}\n\nBy {PEOPLE[n % 4]}\n\nPORT ELLERY (Reuters) - {story(n)}" for n in range(40)]
    found = proposal(texts)
    assert dict(found.authors) == dict.fromkeys(PEOPLE, 10)
    assert found.agency == ("Reuters", 40)


def test_a_form_of_bylines_that_the_reader_doesn_t_know_is_learnt() -> None:
    """From several names in the same words; one name alone could be anything."""
    texts = [f"{headline(n)}\n\nOur {PEOPLE[n % 4]} was there\n\n{story(n)}" for n in range(20)]
    assert proposal(texts).byline == (("Our {name} was there", 20),)
    assert proposal([text.replace(PEOPLE[n % 4], PEOPLE[0]) for n, text in enumerate(texts)]).byline == ()


def test_memory_is_bounded() -> None:
    """A hundred thousand lines that come once leave no more behind than a thousand, and the common one is still known."""
    counter = learning.Counter(1000)
    tracemalloc.start()
    for number in range(100_000):
        counter.add(f"line {number}", f"Line {number}")
        if number % 10 == 0:
            counter.add("common", "Common")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 2_000_000
    assert counter.common(5000)["common"][0] == "Common"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with twenty pages."""
    for number in range(20):
        write(tmp_path, f"courier/{number:02}.txt", dump(number))
    return tmp_path / "courier"


def test_learn_prints_a_profile_with_its_reasons(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And touches nothing."""
    assert run("learn", folder) == 0
    out = capsys.readouterr().out
    assert out.startswith("# Proposed from the 20 texts of courier.")
    assert 'publisher: "The Tamsin Courier"  # 20 texts\n' in out
    assert profile.parse("reader.yaml", out.encode())[1] == ()
    assert not (folder / "reader.yaml").exists()


def test_learn_writes_it_where_it_belongs(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Once; over one that is there only when told."""
    assert run("learn", folder, "--write") == 0
    words = (folder / "reader.yaml").read_text("utf-8")
    write(folder, "reader.yaml", "section: Mine\n")
    assert run("learn", folder, "--write") == 2
    assert (folder / "reader.yaml").read_text("utf-8") == "section: Mine\n"
    assert "is there already and was left as it is: `--force` replaces it" in capsys.readouterr().err
    assert run("learn", folder, "--write", "--force") == 0
    assert (folder / "reader.yaml").read_text("utf-8") == words


def test_learn_from_nothing_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An empty folder, binary files, a folder that isn't there."""
    write(tmp_path, "a/b.txt", b"\x00\x01\x02")
    assert run("learn", tmp_path, "--write") == 0
    assert "Nothing comes again in 0 texts" in capsys.readouterr().err
    assert not (tmp_path / "reader.yaml").exists()
    assert run("learn", tmp_path / "none") == 2
