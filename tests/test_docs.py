"""The documentation says what is so: commands, options, settings, keys, messages, links and names."""

import argparse
import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import readme
from sites import write

from sitegen import cli, config, hosting, record
from sitegen.config import profile

PROJECT = Path(__file__).parent.parent
DOCS = PROJECT / "docs"
PAGES = (PROJECT / "README.md", PROJECT / "CHANGELOG.md", *sorted(DOCS.rglob("*.md")))
NAMES = [page.relative_to(PROJECT).as_posix() for page in PAGES]
MADE_BY_MAKE = {"bench/results.md"}  # `make bench` writes it: a checkout in which nobody measured yet lacks it
SHELL = re.compile(r"^ *```sh\n(.*?)^ *```", re.MULTILINE | re.DOTALL)
FENCE = re.compile(r"^ *```.*?^ *```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^()\s]+)\)")


def text_of(page: str) -> str:
    """A page's text, by its path from the project."""
    return (PROJECT / page).read_text("utf-8")


def sections(text: str, mark: str) -> dict[str, str]:
    """The text below each heading of a level, by the heading without its code marks."""
    pieces = re.split(rf"^{mark} (.+)$", text, flags=re.MULTILINE)[1:]
    return {heading.strip("`"): body for heading, body in zip(pieces[::2], pieces[1::2], strict=True)}


def first_cells(text: str) -> list[str]:
    """What stands in code marks in the first cell of each row of a table."""
    return re.findall(r"^\| `(.+?)` \|", text, re.MULTILINE)


def parsers() -> dict[str, argparse.ArgumentParser]:
    """Each command with its parser."""
    for action in cli._parser()._actions:
        if isinstance(action, argparse._SubParsersAction):
            return dict(action.choices)
    raise AssertionError


def options_of(parser: argparse.ArgumentParser) -> list[str]:
    """A command's options as its documentation writes them: `--site DIR`."""
    found = (action for action in parser._actions if action.option_strings and action.dest != "help")
    return sorted(
        f"{action.option_strings[-1]} {action.metavar or action.dest.upper()}"
        if action.nargs != 0
        else action.option_strings[-1]
        for action in found
    )


def shell_lines() -> Iterator[tuple[str, str]]:
    """The lines to be typed that the documentation shows, each with its page."""
    for name in NAMES:
        for block in SHELL.findall(text_of(name)):
            yield from ((name, line.strip()) for line in block.splitlines() if line.strip())


def anchors(text: str) -> set[str]:
    """What a link can lead to on a page: its headings, as they are shown on the web."""
    headings = re.findall(r"^#+ (.+)$", FENCE.sub("", text), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_each_command_is_explained_and_no_other() -> None:
    """docs/commands.md has a section for each command that the parser knows, and README.md a row."""
    known = list(parsers())
    assert list(sections(text_of("docs/commands.md"), "##")) == known
    rows = sections(text_of("README.md"), "##")["Commands"]
    assert re.findall(r"^\| `python build\.py (\w+)", rows, re.MULTILINE) == known


@pytest.mark.parametrize("command", parsers())
def test_each_option_is_explained_and_no_other(command: str) -> None:
    """Its section has a row for each of its options."""
    section = sections(text_of("docs/commands.md"), "##")[command]
    assert sorted(first_cells(section)) == options_of(parsers()[command])


def test_each_setting_is_explained_and_no_other() -> None:
    """docs/settings.md has a section with an example for each setting, and a row with its default."""
    text = text_of("docs/settings.md")
    known = list(config._READERS)
    assert list(sections(text, "###")) == known
    assert first_cells(text) == known
    assert [key for key, body in sections(text, "###").items() if f"```yaml\n{key}:" not in body] == []


def test_examples_of_settings_are_settings() -> None:
    """All of them together make a site.yaml that is taken."""
    blocks = re.findall(r"```yaml\n(.*?)```", text_of("docs/settings.md"), re.DOTALL)
    site = config.parse("".join(blocks))
    assert (site.title, site.page_size, site.names, site.search) == ("The Example Post", 30, False, False)


def test_defaults_of_settings_are_the_defaults() -> None:
    """What the table gives as a default makes the same site as leaving it out."""
    rows = re.findall(r"^\| `(\w+)` \| `(.+)` \|$", text_of("docs/settings.md"), re.MULTILINE)
    lines = "".join(f"{key}: {value!r}\n" for key, value in rows)
    assert len(rows) == len("language timezone permalink page_size names search".split())
    assert config.parse(f"title: A\n{lines}") == config.parse("title: A")


def test_each_key_of_front_matter_is_explained_and_no_other() -> None:
    """docs/sources.md has a row for each key, in order."""
    section = sections(text_of("docs/sources.md"), "##")["Front matter, key by key"]
    assert first_cells(section) == list(record.KEYS)


def test_examples_of_front_matter_are_taken() -> None:
    """Each example of the table, and the longer ones, can stand in front matter."""
    text = text_of("docs/sources.md")
    lines = re.findall(r"\| `(\w+: .+?)`(?:, `.+`)? \|$", text, re.MULTILINE)
    blocks = [block for block in re.findall(r"```\n(.*?)```", text, re.DOTALL) if block.startswith(("images:", "references:"))]
    front = record.split("a.txt", "---\n" + "\n".join(lines) + "\n" + "".join(blocks) + "---\nA text.\n")
    assert front.problems == ()
    assert len(front.fields) == len(record.KEYS)


def test_each_key_of_profiles_is_explained_and_no_other() -> None:
    """docs/profiles.md has a row for each key, in order, and its example is taken."""
    text = text_of("docs/profiles.md")
    assert first_cells(sections(text, "##")["Keys"]) == list(profile.READERS)
    (example,) = re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)
    found, problems = profile.parse("reader.yaml", example.encode())
    assert problems == ()
    assert (len(found.furniture), len(found.byline)) == (3, 1)


def test_messages_are_those_that_are_given() -> None:
    """Each message of docs/problems.md stands in sitegen's code, but for what differs."""
    code = "\n".join(path.read_text("utf-8") for path in (PROJECT / "sitegen").rglob("*.py"))
    pieces = [(cell, piece.strip()) for cell in first_cells(text_of("docs/problems.md")) for piece in cell.split("…")]
    assert [cell for cell, piece in pieces if piece not in code] == []


@pytest.mark.parametrize("name", NAMES)
def test_links_lead_somewhere(name: str) -> None:
    """To a file that is there, and to a heading in it."""
    page = PROJECT / name
    broken = []
    for link in LINK.findall(re.sub(r"`[^`\n]*`", "", FENCE.sub("", page.read_text("utf-8")))):
        path, _, anchor = link.partition("#")
        if "://" in link or path in MADE_BY_MAKE:
            continue
        target = (page.parent / path) if path else page
        if not target.is_file() or (anchor and anchor not in anchors(target.read_text("utf-8"))):
            broken.append(link)
    assert broken == []


@pytest.mark.parametrize(("name", "line"), [pair for pair in shell_lines() if "build.py" in pair[1]])
def test_lines_to_be_typed_are_understood(name: str, line: str) -> None:
    """By the parser of the real commands."""
    words = shlex.split(line, comments=True)
    assert words[:2] == ["python", "build.py"], name
    assert cli._parser().parse_args(words[2:] or ["build"]).command in parsers()


@pytest.mark.parametrize(
    "name",
    sorted({page for page, line in shell_lines() if "build.py" in line} - {"docs/tutorial.md"}),  # has its own test
)
def test_lines_to_be_typed_run(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page's commands end well, one after the other, in a folder where `my-archive` is a new site that was built once.

    Those that serve until they are stopped, and those that would build the project's own site, are left out.
    """
    monkeypatch.chdir(tmp_path)
    for words in ("init my-archive", "build --site my-archive"):
        assert cli.main(words.split()) == 0
    write(
        tmp_path,
        "my-archive/content/1998/ferry.txt",
        "Ferry Sails\n\nBy Ida Marsh\n\nThe ferry left on Monday, and nobody saw it go but the captain's dog.\n",
    )
    status = {}
    for line in (line for page, line in shell_lines() if page == name and line.startswith("python build.py")):
        words = shlex.split(line, comments=True)[2:]
        if not words or words in (["build"], ["doctor"]) or words[0] == "serve":
            continue
        if words[0] == "init":
            shutil.rmtree(words[1])
        status[line] = cli.main(words)
    assert {line for line, code in status.items() if code} == set()


@pytest.mark.parametrize("name", NAMES)
def test_commands_and_options_that_are_named_exist(name: str) -> None:
    """Also those in running text: `build --verify`, `review --write`."""
    known = {
        command: {option for action in parser._actions for option in action.option_strings}
        for command, parser in parsers().items()
    }
    found = re.findall(r"`(?:python )?(?:build\.py )?([a-z]+) (?:[A-Z]+ )*(--[a-z-]+)", FENCE.sub("", text_of(name)))
    assert [(command, option) for command, option in found if command in known and option not in known[command]] == []


def test_settings_that_the_guides_name_exist() -> None:
    """What stands in them as `key: value` of site.yaml, a profile or front matter is a key there."""
    known = {*config._READERS, *record.KEYS, *profile.READERS}
    pages = ("docs/tutorial.md", "docs/how-to.md", "docs/how-the-reader-decides.md")
    named = {key for page in pages for key in re.findall(r"(?:^ *|`)([a-z_]+): [^`\n]", text_of(page), re.MULTILINE)}
    assert named - known - {"notice", *hosting.LIMITS} == set()  # these begin lines of outputs
    assert {"base_url", "names", "date", "aliases"} <= named


@pytest.mark.parametrize("target", sorted({word for _, line in shell_lines() for word in re.findall(r"^make (\w+)", line)}))
def test_what_make_is_asked_for_is_a_target(target: str) -> None:
    """The Makefile knows it."""
    assert re.search(rf"^{target}:", text_of("Makefile"), re.MULTILINE)


def test_modules_and_tests_that_are_named_exist() -> None:
    """Paths into sitegen/ and tests/ in the maintainers' pages lead to files or folders."""
    texts = [text_of("docs/architecture.md"), *(page.read_text("utf-8") for page in (DOCS / "decisions").glob("*.md"))]
    named = {path for text in texts for path in re.findall(r"`((?:sitegen|tests)/[\w./]+)`", text)}
    assert sorted(path for path in named if not (PROJECT / path).exists()) == []


def test_each_room_is_on_the_plan() -> None:
    """docs/architecture.md has a row for each module and package of sitegen."""
    section = sections(text_of("docs/architecture.md"), "##")["The rooms"]
    named = re.findall(r"`sitegen/(\w+?)(?:\.py)?`", section)
    there = {path.stem for path in (PROJECT / "sitegen").iterdir() if path.suffix == ".py" or (path / "__init__.py").is_file()}
    assert sorted(named) == sorted(there - {"__init__", "__main__"})


def test_each_table_of_the_catalogue_is_explained() -> None:
    """docs/architecture.md names the tables that the schema makes, and no other."""
    section = sections(text_of("docs/architecture.md"), "##")["The catalogue"]
    cells = re.findall(r"^\| (`.+?) \|", section, re.MULTILINE)
    schema = text_of("sitegen/catalog/schema.py")
    assert sorted(name for cell in cells for name in re.findall(r"`(\w+)`", cell)) == sorted(
        re.findall(r"^CREATE TABLE (\w+)", schema, re.MULTILINE)
    )


def test_each_decision_is_listed() -> None:
    """The list of decisions leads to all of them, in order."""
    pages = sorted(page.name for page in (DOCS / "decisions").glob("0*.md"))
    assert LINK.findall(text_of("docs/decisions/README.md")) == pages


def test_each_dependency_has_its_reason() -> None:
    """CHANGELOG.md names every package of pyproject.toml's dependencies."""
    found = re.search(r"^dependencies = \[\n(.*?)^\]", text_of("pyproject.toml"), re.MULTILINE | re.DOTALL)
    assert found
    packages = re.findall(r'"([\w-]+)', found[1])
    section = sections(text_of("CHANGELOG.md"), "###")["Packages and why"].casefold()
    assert [name for name in packages if name.casefold() not in section] == []


def test_figures_of_the_readme_are_those_of_the_benchmark() -> None:
    """None is typed by hand: `bench/readme.py` would change nothing. A checkout in which nobody measured has none to hold them against."""
    results = PROJECT / "bench" / "results.md"
    if results.exists():
        assert readme.filled(text_of("README.md"), results.read_text("utf-8")) == text_of("README.md")


def test_figures_are_taken_from_their_row() -> None:
    """A cell is that engine's, at that size, for that build; an engine that wasn't asked has none."""
    results = """# Benchmark

2 cores, Python 3.11.7; sitegen 0.1.0, nikola 8.3.3; on disk.

## 10,000 articles, 30 MB of text

| cold build | sitegen | 5.36 | 9.77 | 219 | 0.89 × | 3 |
| one body edit | sitegen | 0.40 | 0.40 | 50 | 1/15 | 3 |
| cold build | nikola | 1,189.61 | 119.88 | 1,725 | – | 1 |

## 100,000 articles, 304 MB of text

| cold build | sitegen | 45.25 | 83.11 | 347 | 0.66 × | 1 |
"""
    assert readme.table(results).splitlines()[2:] == [
        "| **sitegen** 0.1 | 5.4 s, 219 MB | 0.4 s, 50 MB | 45 s, 347 MB | |",
        "| Nikola 8.3 | 1190 s, 1,725 MB | | | |",
    ]
