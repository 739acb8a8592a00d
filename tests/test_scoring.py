"""The measures of the reader: what each counts, and that its own cases keep their score."""

import base64
import json
from pathlib import Path

import evaluate
import pytest
import scoring
from scoring import Case, Gold, Score, Scores, Words, figures
from sites import write

from sitegen.model import Block, Caption, Line, Record, Reference

TEXT = "Weir Sticks\nBy Nell Harbin\nThe gate on the upper weir stuck again on Monday.\nShare\n"
LINES = (Line(1, "title", "r"), Line(2, "byline", "r"), Line(3, "body", "r"), Line(4, "furniture", "r"))


def scored(gold: Gold, **fields: object) -> Scores:
    """The scores of a record with these fields."""
    case = Case("c", "t", "s", TEXT, gold)
    return scoring.score(case, Record("c", **({"lines": LINES} | fields)))  # type: ignore[arg-type] # fields of a record


def body(*paragraphs: str) -> tuple[Block, ...]:
    """A story."""
    return tuple(Block("paragraph", text, 1) for text in paragraphs)


def test_what_has_no_label_is_not_scored() -> None:
    """But for losslessness, which needs none."""
    assert scored(Gold(), title="Anything") == {"lossless": Score(1, 1)}


@pytest.mark.parametrize(
    ("title", "hit"),
    [("Weir Sticks", 1), ("“Weir”  sticks\u200b", 0), ('"weir" sticks', 0), ("WEIR STICKS", 1), ("Weir sticks.", 0), (None, 0)],
)
def test_titles_are_equal_but_for_capitals_and_signs(title: str | None, hit: int) -> None:
    """Other words, and other points, make another title."""
    assert scored(Gold(title="Weir Sticks"), title=title)["title"] == Score(hit, 1)
    assert scored(Gold(title='The "Weir"'), title="The “Weir”")["title"] == Score(1, 1)
    assert scored(Gold(title="Other", title_alt=["Weir Sticks"]), title="Weir Sticks")["title"] == Score(1, 1)


def test_authors_have_precision_and_recall_and_may_be_invented() -> None:
    """Neutral names count neither way."""
    gold = Gold(authors=["Nell Harbin", "Ida Marsh"], author_neutral=["Staff"])
    found = scored(gold, authors=("By NELL HARBIN", "Staff", "Tom Ryder"))
    assert (found["authors P"], found["authors R"]) == (Score(1, 2), Score(1, 2))
    assert "invented author" not in found
    none = scored(Gold(authors=[]), authors=("Tom Ryder",))
    assert (none["authors P"], none["invented author"]) == (Score(0, 1), Score(1, 1))


def test_dates_may_be_right_wrong_missing_or_invented() -> None:
    """Days are compared; an inferred date is counted for itself as well."""
    gold = Gold(date="2009-05-04", date_alt="2009-05-05")
    assert scored(gold, date="2009-05-05T09:00:00")["date"] == Score(1, 1)
    assert (scored(gold)["date"], scored(gold)["date P"]) == (Score(0, 1), Score(0, 0))
    assert scored(Gold(date=None), date="2009")["invented date"] == Score(1, 1)
    assert scored(gold, date="2009-05-01", date_basis="url")["date inferred P"] == Score(0, 1)
    assert scored(Gold(date="2010-01-02", date_from_updated=True), updated="2010-01-02")["date"] == Score(1, 1)


def test_datelines_and_deks_may_be_none() -> None:
    """A dateline that isn't there costs precision; a dek needs nine tenths of its words."""
    assert scored(Gold(dateline=None), dateline="ROME")["dateline P"] == Score(0, 1)
    assert scored(Gold(dateline="ROME"), dateline="Rome")["dateline R"] == Score(1, 1)
    dek = "one two three four five six seven eight nine ten"
    assert scored(Gold(dek=dek), dek=dek + " eleven")["dek R"] == Score(1, 1)
    assert scored(Gold(dek=dek), dek="one two three")["dek P"] == Score(0, 1)
    assert scored(Gold(dek=None), dek="x")["dek P"] == Score(0, 1)


def test_bodies_are_compared_by_words_and_paragraphs_may_be_lost() -> None:
    """A paragraph is there if most of it is, in any order of lines; neutral words count neither way."""
    gold = Gold(body=["The gate stuck again on Monday.", "A man came with a bar."], neutral=["ROME"])
    assert scored(gold, blocks=body(*gold.body if isinstance(gold.body, list) else ()))["body"] == Score(1.0, 1)
    half = scored(gold, blocks=body("The gate stuck again on Monday."))
    assert half["lost paragraphs"] == Score(1, 2)
    assert half["body"].hits == pytest.approx(2 * 6 / 18)
    assert scored(gold, blocks=body("ROME", "The gate stuck again on Monday.", "A man came with a bar."))["body"].hits == 1


def test_captions_and_references_meet_one_to_one() -> None:
    """The likest pair first; a credit may have words more."""
    gold = Gold(captions=[Words("The old weir gate in spring", "N. Harbin")], references=[Words("Weir opens")])
    captions = (Caption("The old weir gate in spring", "Photo: N. Harbin"), Caption("A dog"))
    found = scored(gold, captions=captions, references=(Reference("more", "Weir opens"), Reference("more", "Weir opens")))
    assert (found["captions P"], found["captions R"], found["credit"]) == (Score(1, 2), Score(1, 1), Score(1, 1))
    assert (found["references P"], found["references R"]) == (Score(1, 2), Score(1, 1))


def test_references_in_brackets_are_scored_apart_as_well() -> None:
    """Those whose words a bracket of the text holds, and no others."""
    text = "Weir Sticks\n[RELATED: Weir opens]\nSee also: Gate is mended\n[READ: The bar]\n"
    gold = Gold(references=[Words("Weir opens"), Words("Gate is mended"), Words("The bar")])
    read = Record("c", references=(Reference("related", "Weir opens"), Reference("see", "Gate")))
    found = scoring.score(Case("c", "t", "s", text, gold), read)
    assert (found["bracketed P"], found["bracketed R"]) == (Score(1, 1), Score(1, 2))
    assert figures(found)["bracketed F1"] == pytest.approx(2 / 3)


def test_names_are_compared_as_sets() -> None:
    """By their words."""
    found = scored(Gold(people=["Nell Harbin"], places=[]), people=("NELL HARBIN", "Tom"), places=("Rome",))
    assert (found["people P"], found["people R"]) == (Score(1, 2), Score(1, 1))
    assert (found["places P"], found["places R"]) == (Score(0, 1), Score(0, 0))


def test_roles_of_lines_and_furniture() -> None:
    """Any of the roles that will do; a line that is lost, or there twice, is no hit of losslessness."""
    gold = Gold(lines=[(1, ("title",)), (2, ("furniture", "byline")), (3, ("body",)), (4, ("body",))])
    found = scored(gold)
    assert found["line roles"] == Score(3, 4)
    assert (found["furniture P"], found["furniture R"]) == (Score(0, 1), Score(1, 1))
    assert scored(Gold(), lines=LINES[:3])["lossless"] == Score(0, 1)
    assert scored(Gold(), lines=(*LINES, LINES[0]))["lossless"] == Score(0, 1)


def test_figures_are_sums_of_hits_over_sums_of_tries() -> None:
    """And what has precision and recall has F1."""
    total = scoring.add([{"a P": Score(1, 2), "a R": Score(1, 1)}, {"a P": Score(1, 2), "a R": Score(0, 1), "b": Score(0, 0)}])
    assert figures(total) == {"a P": 0.5, "a R": 0.5, "a F1": 0.5}


def test_the_reader_s_own_cases_keep_their_score() -> None:
    """All of them have full marks in all that they say; a fall names case and figure."""
    reads = evaluate.read_all(evaluate.cases(evaluate.OWN))
    most = {goal.figure for goal in evaluate.GOALS if goal.most}
    falls = [
        (read.case.id, name, score)
        for read in reads
        for name, score in read.scores.items()
        if score.hits != (0 if name in most else score.of)
    ]
    assert falls == []
    assert len(reads) == len([path for path in evaluate.OWN.glob("*.txt") if path.with_suffix(".json").exists()]) > 20


def line(name: str, **gold: object) -> str:
    """A labelled case as a line of a file."""
    story = "“It won’t move,” said the keeper of the weir, and went home for a bar. " + "It rained. " * 9
    text = f"The Upper Weir Sticks Again\n\nBy Nell Harbin\n\n{story}\n"
    raw = base64.b64encode(text.encode("cp1252")).decode()
    case = {"id": name, "tier": name[0], "site": name, "raw_b64": raw, "gold": gold, "ambiguous": ["dek"]}
    return json.dumps(case) + "\n"


def test_evaluate_prints_the_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """By tier, with the goals and the worst cases; both forms of line labels are taken, what is disputed isn't scored."""
    good = line(
        "a1",
        title="The Upper Weir Sticks Again",
        dek="disputed",
        lines=[[1, ["title"]], {"n": 5, "role": "note", "alt": ["body"]}],
    )
    write(tmp_path, "cases.jsonl", good + line("b1", title="Another", authors=[]))
    assert evaluate.main([str(tmp_path), "--worst", "1"]) == 0
    out = capsys.readouterr().out
    assert out.splitlines()[0].split()[:4] == ["goal", "floor", "a", "(1)"]
    title = next(line for line in out.splitlines() if line.startswith("title"))
    assert "1.000" in title
    assert "0.000!" in title
    assert "title, exact: b1 (1)" in out
    assert "ms of CPU for 3 KB" in out
    assert "dek" not in out


def test_evaluate_says_what_is_wrong(tmp_path: Path) -> None:
    """A folder without cases."""
    with pytest.raises(SystemExit, match="there are no labelled cases"):
        evaluate.main([str(tmp_path)])
