"""Source profiles: what a reader.yaml says, to whom, and what it can't do."""

from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sites import build_site, make_site, tree, write

from sitegen.build import paths, profiles
from sitegen.build.changes import find
from sitegen.build.profiles import above
from sitegen.build.reading import Reading, to_record
from sitegen.catalog import schema
from sitegen.config import profile
from sitegen.model import Profile, Record, Source
from sitegen.reader import profiled

STORY = """The Tamsin Courier
Weir Gate Sticks for a Third Day | The Tamsin Courier
Report: Nell Harbin
Print this page
May 4, 2009

The gate on the upper weir stuck again on Monday, and the river authority sent a man with a longer bar than last time.

"It moves when it wants to," he said, and he went to wait for it in the van, where it was warm and there was some tea.

Page 2 of 3

The authority expects the gate to move by Thursday, and the man in the van has asked for a second flask to be sent up.
"""


def profile_of(text: str) -> Profile:
    """The profile of a file that holds no mistake."""
    found, problems = profile.parse("reader.yaml", text.encode())
    assert problems == ()
    return found


def read(text: str, of_profile: str, path: str = "a.txt") -> Record:
    """A text's record under a profile."""
    plain = Reading(content="", permalink="", timezone="UTC", names=False, aliases={}, drafts=True)
    return to_record(Source(path, text, "", "utf-8"), plain.under(profile_of(of_profile)))[0]


def problems_of(data: str | bytes) -> list[str]:
    """What is wrong with a profile, as it is told."""
    found, problems = profile.parse("n/reader.yaml", data.encode() if isinstance(data, str) else data)
    assert not problems or found == Profile()
    return [f"{one.line}: {one.what}: {one.hint}" for one in problems]


def rules(record: Record) -> dict[int, tuple[str, str]]:
    """Each line's role and rule."""
    return {line.n: (line.role, line.rule) for line in record.lines}


def test_furniture_is_taken_and_shown() -> None:
    """A line of a form has the role furniture under the profile's name and line; all others keep theirs."""
    record = read(STORY, "furniture:\n  - print this page\n  - Page 7 of 9\n")
    assert rules(record)[4] == ("furniture", "reader.yaml:2")
    assert rules(record)[11] == ("furniture", "reader.yaml:3")
    assert [line.n for line in record.lines] == [n for n, line in enumerate(STORY.split("\n"), 1) if line.strip()]
    assert len(record.body) == 3


def test_forms_are_held_against_what_readers_saw_of_a_tagged_line() -> None:
    """A form without tags knows its line among them, and one with tags as before."""
    tagged = "\n".join(f"<p>{line}</p>" if line else "" for line in STORY.split("\n"))
    asked = {number for number, line in enumerate(tagged.split("\n"), 1) if "Print" in line or "Page 2" in line}
    for forms in ("['Print this page', 'Page # of #']", "['<p>Print this page</p>', '<p>Page # of #</p>']"):
        found = rules(read(tagged, f"furniture: {forms}\nbyline: 'Report: {{name}}'\n"))
        assert {
            number for number, (role, rule) in found.items() if role == "furniture" and rule.startswith("reader.yaml")
        } == asked
        assert "byline" in {role for role, _ in found.values()}


def test_lines_that_were_run_together_are_taken_apart_for_a_profile() -> None:
    """A story on one line of HTML loses the folder's furniture, has its author, and stays one line of the file."""
    whole = "".join(f"<p>{line}</p>" for line in STORY.split("\n") if line) + "\n"
    record = read(whole, "furniture: [Print this page, 'Page # of #']\nbyline: 'Report: {name}'\n")
    apart = read(STORY, "furniture: [Print this page, 'Page # of #']\nbyline: 'Report: {name}'\n")
    assert (record.title, record.authors, record.date, record.body) == (apart.title, ("Nell Harbin",), "2009-05-04", apart.body)
    assert [line.n for line in record.lines] == [1]
    assert {number for one in record.evidence.values() for number in one.lines} == {1}


def test_a_byline_in_the_house_form_is_read() -> None:
    """The name is an author, and the line a byline under the profile's name."""
    record = read(STORY, "byline: 'Report: {name}'\n")
    assert record.authors == ("Nell Harbin",)
    assert rules(record)[3] == ("byline", "reader.yaml:1")
    assert record.evidence["authors"].lines == (3,)


def test_a_byline_form_never_changes_a_line_of_the_story() -> None:
    """Where the text doesn't bear the byline out, the line is taken by the profile, and no word of it is another one."""
    text = STORY + "\nReport: Nell Harbin\n"
    record = read(text, "byline: 'Report: {name}'\n")
    assert record.authors == ("Nell Harbin",)
    assert not any(paragraph.startswith("By ") for paragraph in record.body)


def test_a_known_author_alone_near_the_top_is_a_byline() -> None:
    """Whatever the name looks like; further down it is a line like others."""
    text = STORY.replace("Report: Nell Harbin", "HARBIN'S WIDOW")
    record = read(text + "\nHarbin's Widow\n", "authors: [Harbin's Widow]\n")
    assert record.authors == ("Harbin's Widow",)
    assert rules(record)[3] == ("byline", "reader.yaml:1")
    assert rules(record)[15][1] != "reader.yaml:1"


def test_the_publisher_is_no_headline_and_no_author() -> None:
    """Its name alone is furniture, behind the headline it goes, and it is the source of texts that name none."""
    record = read(STORY.replace("Report: Nell Harbin", "By The Tamsin Courier"), "publisher: The Tamsin Courier\n")
    assert record.title == "Weir Gate Sticks for a Third Day"
    assert record.authors == ()
    assert rules(record)[1] == ("furniture", "reader.yaml:1")
    assert record.credited_source == "The Tamsin Courier"


def test_defaults_stand_where_the_text_says_nothing() -> None:
    """Section, agency, language and author; their evidence is the profile, and they have no confidence of their own."""
    text = STORY.replace("The Tamsin Courier\nWeir", "Weir").replace("Report: Nell Harbin\n", "")
    record = read(text, "section: River\nagency: Tamsin Wire\nlanguage: de\n")
    assert (record.section, record.agency, record.language) == ("River", "Tamsin Wire", "de")
    assert read(text, "default_author: Nell Harbin\n").authors == ("Nell Harbin",)
    assert record.evidence["section"].rule == "reader.yaml:1"
    assert "section" not in record.confidence


@pytest.mark.parametrize("byline", ["By Joan Pettifer", "By The Associated Press"])
def test_a_default_author_never_takes_the_place_of_a_byline(byline: str) -> None:
    """Of a person or of an agency."""
    assert "Nell Harbin" not in read(STORY.replace("Report: Nell Harbin", byline), "default_author: Nell Harbin\n").authors


def test_front_matter_wins() -> None:
    """Over every default, over names in forms, and over what the profile takes from the headline."""
    front = "---\ntitle: Weir | The Tamsin Courier\nauthors: []\nsection: Town\nlanguage: fr\nsource: Reel 9\n---\n"
    given = "publisher: The Tamsin Courier\nsection: River\nlanguage: de\ndefault_author: A. Nonym\nbyline: 'Report: {name}'\n"
    record = read(front + STORY, given)
    assert (record.title, record.authors, record.section) == ("Weir | The Tamsin Courier", (), "Town")
    assert (record.language, record.credited_source) == ("fr", "Reel 9")


def test_markdown_is_read_under_profiles_too() -> None:
    """Its lines of furniture go, but none in a block of code."""
    text = "# The weir\n\nIt stuck.\n\nPrint this page\n\n```\nPrint this page\n```\n"
    record = read(text, "furniture: [Print this page]\nsection: River\n", "a.md")
    assert record.markdown is not None
    assert record.markdown.count("Print this page") == 1
    assert rules(record)[5] == ("furniture", "reader.yaml:1")
    assert rules(record)[8][0] == "body"
    assert record.section == "River"


def test_time_zone_and_aliases_hold_for_the_texts_below() -> None:
    """A moment without a zone is in the profile's, and a name has the profile's spelling."""
    text = STORY.replace("Report: Nell Harbin", "By Nell Harbin").replace("May 4, 2009", "Posted: May 4, 2009, 3:04 p.m.")
    record = read(text, "timezone: America/Chicago\naliases: {Eleanor Harbin: Nell Harbin}\n")
    assert record.date == "2009-05-04T15:04:00-05:00"
    assert record.authors == ("Eleanor Harbin",)


def test_an_empty_value_gives_the_word_back_to_the_site() -> None:
    """Its time zone, its language."""
    site = Reading(content="", permalink="", timezone="Asia/Tokyo", names=False, aliases={}, drafts=True, language="de")
    under = site.under(profile_of("timezone:\nlanguage:\n"))
    assert (under.timezone, under.language) == ("Asia/Tokyo", "de")


def test_a_profile_tells_the_language_of_its_texts() -> None:
    """The reader then looks for the words of that language where the text itself doesn't tell."""
    plain = Reading(content="", permalink="", timezone="UTC", names=False, aliases={}, drafts=True)
    assert plain.under(profile_of("language: de-AT\n")).language == "de-AT"
    assert plain.under(profile_of("language:\n")).language == "en"


def test_inner_profiles_add_to_outer_ones() -> None:
    """Lists grow, single values are replaced, an empty one takes the outer one back."""
    outer = profile_of("section: River\nagency: Wire\nfurniture: [one]\naliases: {A: [a, b]}\nsplit: true\n")
    inner = profile_of("section:\nlanguage: de\nfurniture: [two]\naliases: {B: b}\n")
    both = profile.below(outer, inner)
    assert (both.section and both.section.text, both.agency and both.agency.text) == ("", "Wire")
    assert [said.text for said in both.furniture] == ["one", "two"]
    assert (both.aliases, both.split) == ({"a": "A", "b": "B"}, True)


@pytest.mark.parametrize("text", ["", "# only a comment\n", "\ufeff", "publisher:\nfurniture: []\n"])
def test_an_empty_profile_says_nothing(text: str) -> None:
    """And is no mistake."""
    assert problems_of(text) == []
    assert read(STORY, text).title == read(STORY, "").title


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\nfurnitures: [x]\n", "2: `furnitures` isn't a key of profiles: did you mean `furniture`?"),
        ("section: [a, b]\n", "1: `section` must be a line of text: put the text behind the colon"),
        ("language: english please\n", "1: `language` isn't a language tag"),
        ("\ntimezone: Mars\n", "2: `timezone` names no time zone"),
        ("furniture:\n  - fine\n  - '* a *'\n", "3: `furniture` has a form that would match almost any line"),
        ("furniture:\n  - Note: this\n", "2: `furniture` must be a list of texts"),
        ("byline: '{name}'\n", "1: `byline` has a form without one `{name}` and words beside it"),
        ("furniture:\n  - Page # of 9\n", "2: `furniture` has a form that is cut off at ` #`, which begins a comment: 'Page'"),
        ("furniture:\n" + "  - Share * now\n" * 301, "302: `furniture` has more than 300 forms that must be tried one by one"),
        ("byline: Report\n", "1: `byline` has a form without one `{name}`"),
        ("aliases: {A: [x], B: [x]}\n", "1: `aliases` gives 'x' to both"),
        ("- a\n- b\n", "1: holds no keys"),
        ("section: a\nsection: b\n", "2: `section` stands twice"),
        ("section: 'open\n", "isn't valid YAML"),
        ("section: \x07\n", "isn't valid YAML"),
        ("a: &x [1]\nb: [*x, *x]\n", "2: YAML aliases (`*name`) aren't used here"),
        ("furniture: " + "[" * 5000 + "]" * 5000, "1: is nested too deep"),
        ("furniture: [" + "x" * 501 + "]", "1: `furniture` has a form that is no line"),
    ],
)
def test_mistakes_are_told_with_their_line(text: str, expected: str) -> None:
    """And a profile with one says nothing."""
    assert any(expected in line for line in problems_of(text))


def test_all_mistakes_are_told_at_once() -> None:
    """One for each key."""
    assert len(problems_of("secton: a\nlanguage: 12345\ntimezone: Mars\n")) == 3


def test_binary_and_huge_files_are_told() -> None:
    """They are no profiles."""
    assert "isn't UTF-8 text" in problems_of(b"\xff\xfe\x00\x01binary")[0]
    assert "is larger than a profile can be" in problems_of(b"#" * (1 << 20) + b"#")[0]


def test_an_alias_bomb_costs_nothing() -> None:
    """Nine levels of ten aliases each would be a milliard of items."""
    levels = [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    assert "aliases" in problems_of("a0: &a0 [x]\n" + "\n".join(levels))[0]


@given(st.lists(st.sampled_from(["a", "aa", "ab", " ", "*", "#", "7"]), min_size=1, max_size=8), st.text("ab 7", max_size=30))
def test_forms_match_what_they_say(parts: list[str], text: str) -> None:
    """A form matches as the same regular expression would."""
    import re  # noqa: PLC0415 - of this test alone

    pieces = profiled._pieces("x" + "".join(parts) + "x")
    line = profiled.normal(f"x{text}x")
    pattern = ".*".join(re.escape(piece) for piece in pieces)
    assert profiled._fits(line, pieces) == (re.fullmatch(pattern, line) is not None) or len(pieces) == 1


@given(
    st.lists(
        st.sampled_from(["", "Print this page", "Report: Nell Harbin", "Report: nobody at all", *STORY.split("\n")]),
        max_size=14,
    ),
    st.sampled_from(["a.txt", "a.md"]),
)
def test_a_profile_loses_and_invents_nothing(lines: list[str], path: str) -> None:
    """Every filled line has one role, and the story has no word that the text doesn't have."""
    text = "\n".join(lines)
    record = read(
        text, "publisher: The Tamsin Courier\nfurniture: [Print this page, Page 2 of *]\nbyline: 'Report: {name}'\n", path
    )
    assert [line.n for line in record.lines] == [n for n, line in enumerate(lines, 1) if line.strip()]
    assert set(" ".join(record.body).split()) <= set(text.split())


def test_no_form_takes_long() -> None:
    """Fifty stars and a line of their letters: a pattern that backtracks would never come back."""
    line = "ab" * 290
    form = "*".join(["abab"] * 50) + "*c"
    record = read(f"{STORY}\n{line}\n", f"furniture: ['{form}']\n")
    assert record.body[-1] == line


def folder_of(path: Path, **files: str) -> Path:
    """A site with three texts, one in each of three folders, and whatever else."""
    texts = {f"content/{folder}weir.txt": STORY for folder in ("", "north/", "north/far/")}
    return make_site(path, texts | {name.replace("__", "/") + ".yaml": text for name, text in files.items()})


def test_a_profile_reaches_its_folder_and_below(tmp_path: Path) -> None:
    """And no text beside it."""
    folder = folder_of(tmp_path, content__north__reader="section: River\n", content__north__far__reader="agency: Far Wire\n")
    assert build_site(folder).problems == ()
    with closing(schema.connect_to_read(paths(folder, None).catalog)) as db:
        found = db.execute("SELECT s.path, a.section FROM article a JOIN source s USING (id) ORDER BY s.path").fetchall()
    assert found == [("north/far/weir.txt", "River"), ("north/weir.txt", "River"), ("weir.txt", None)]


def test_only_the_texts_below_a_changed_profile_are_read_again(tmp_path: Path) -> None:
    """Whatever their bytes; the text beside it isn't."""
    folder = folder_of(tmp_path)
    write(folder, "content/northern/weir.txt", STORY)
    build_site(folder)
    write(folder, "content/north/reader.yaml", "section: River\n")
    where = paths(folder, None)
    with closing(schema.connect(where.catalog)) as db:
        wanted = profiles.renew(db, where.content, find(db, where.content), fresh=False)
    again = [one.path for one in wanted if not one.digest]
    assert again == ["north/far/weir.txt", "north/reader.yaml", "north/weir.txt"]


def test_a_change_of_comments_renders_nothing(tmp_path: Path) -> None:
    """The texts are read again, and say the same."""
    folder = folder_of(tmp_path, content__reader="section: River\n")
    build_site(folder)
    write(folder, "content/reader.yaml", "section: River # or water\n")
    assert build_site(folder).pages.rendered == 0


def test_a_wrong_profile_stops_the_build(tmp_path: Path) -> None:
    """With file and line; and with `--keep-going` it says nothing."""
    folder = folder_of(tmp_path, content__north__reader="\nsectoin: River\n")
    problem = build_site(folder).problems[0]
    assert (problem.path, problem.line, problem.hint) == ("content/north/reader.yaml", 2, "did you mean `section`?")
    assert tree(folder / "public") == {}
    assert build_site(folder, keep_going=True).articles == 3


def test_a_profile_that_leads_out_of_the_site_is_refused(tmp_path: Path) -> None:
    """By the build, and by those who read one text."""
    outside = write(tmp_path, "reader.yaml", "section: River\n")
    folder = folder_of(tmp_path / "site")
    (folder / "content/north/reader.yaml").symlink_to(outside)
    assert [problem.what for problem in build_site(folder).problems] == ["is a link to a file outside the site"]
    found, problems = above(folder / "content", "north/far")
    assert found is None
    assert [problem.what for problem in problems] == ["is a link to a file outside the site"]


def test_files_of_like_names_are_no_profiles(tmp_path: Path) -> None:
    """`my-reader.yaml` is passed over."""
    folder = folder_of(tmp_path)
    write(folder, "content/my-reader.yaml", "section: River\n")
    assert build_site(folder).problems == ()
    assert not (tmp_path / "public/sections/river").exists()


def test_furniture_of_half_a_text_is_told(tmp_path: Path) -> None:
    """A form that is too wide takes nothing away in silence."""
    folder = folder_of(tmp_path, content__reader="furniture: ['* in the van*']\n")
    notices = [notice for notice in build_site(folder).notices if "loses more than half of its words" in notice.what]
    assert len(notices) == 3
