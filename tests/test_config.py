import contextlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen import config
from sitegen.errors import SettingsError
from sitegen.model import MenuItem, Site


def test_a_title_is_enough() -> None:
    """All else has a sound default."""
    assert config.parse("title: The Post\n") == Site(title="The Post")


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("base_url: https://post.example/archive", "base_url", "https://post.example/archive/"),
        ("base_url: http://post.example/", "base_url", "http://post.example/"),
        ("base_url:", "base_url", ""),
        ("timezone: America/Chicago", "timezone", "America/Chicago"),
        ("language: pt-BR", "language", "pt-BR"),
        ("permalink: /news/{year}/{slug}/", "permalink", "/news/{year}/{slug}/"),
        ("page_size: 7", "page_size", 7),
        ("names: off", "names", False),
        ("names: auto", "names", True),
        ("names: 'off'", "names", False),
        ("search: Off", "search", False),
        ("search: false", "search", False),
        ("search: on", "search", True),
        ("search: yes", "search", True),
        ("sections: [News, Sport]", "sections", ("News", "Sport")),
        (
            "menu:\n- Topics: /tags/\n- Away: https://other.example/",
            "menu",
            (MenuItem("Topics", "tags/"), MenuItem("Away", "https://other.example/")),
        ),
        ("menu: {Topics: tags/}", "menu", (MenuItem("Topics", "tags/"),)),
        (
            "aliases: {Ruth Ostrander: [Mayor Ostrander, R. Ostrander]}",
            "aliases",
            {"mayor ostrander": "Ruth Ostrander", "r. ostrander": "Ruth Ostrander"},
        ),
        ("aliases: {Boats: Ferries}", "aliases", {"ferries": "Boats"}),
        ("description: 'No'", "description", "No"),
    ],
)
def test_a_setting_is_read(line: str, field: str, value: object) -> None:
    """In every spelling that YAML allows."""
    assert getattr(config.parse(f"title: The Post\n{line}\n"), field) == value


@pytest.mark.parametrize(
    ("text", "line", "what", "hint"),
    [
        ("title: A\npagesize: 5\n", 2, "`pagesize` isn't a setting", "did you mean `page_size`?"),
        ("title: A\nzzz: 5\n", 2, "`zzz` isn't a setting", "the settings are title, "),
        ("description: x\n", 0, "`title` is missing", "title: "),
        ("title:\n", 1, "`title` is missing", "title: "),
        ("title: [a]\n", 1, "must be a line of text", ""),
        ("", 1, "holds no settings", ""),
        ("- a\n- b\n", 1, "holds no settings", ""),
        ("title: A\nmenu: [\n", 3, "isn't valid YAML", ""),
        ("title: a: b\n", 1, "isn't valid YAML", ""),
        ("title: \x07\n", 0, "isn't valid YAML", "control"),
        ("title: &a x\ndescription: *a\n", 0, "aliases", ""),
        ("title: A\nbase_url: post.example\n", 2, "whole web address", "https://"),
        ("title: A\nbase_url: ftp://post.example/\n", 2, "whole web address", ""),
        ("title: A\nbase_url: https://post.example/?a=b\n", 2, "whole web address", ""),
        ("title: A\nbase_url: 'http://[post.example/'\n", 2, "whole web address", ""),
        ("title: A\ntimezone: Port/Ellery\n", 2, "no time zone", ""),
        ("title: A\ntimezone: ../../etc/passwd\n", 2, "no time zone", ""),
        ("title: A\ntimezone: America\n", 2, "no time zone", ""),
        ("title: A\nlanguage: english please\n", 2, "language tag", ""),
        ("title: A\npage_size: many\n", 2, "1 to 1000", ""),
        ("title: A\npage_size: 0\n", 2, "1 to 1000", ""),
        ("title: A\npage_size: -3\n", 2, "1 to 1000", ""),
        ("title: A\npage_size: 1001\n", 2, "1 to 1000", ""),
        (f"title: A\npage_size: {'9' * 5000}\n", 2, "1 to 1000", ""),
        ("title: A\npage_size: ٣\n", 2, "1 to 1000", ""),
        ("title: A\nnames: perhaps\n", 2, "on or off", ""),
        ("title: A\npermalink: /{yaer}/{slug}.html\n", 2, "unknown part {yaer}", "{year}"),
        ("title: A\npermalink: /{year}.html\n", 2, "can't be an address", "{slug}"),
        ("title: A\npermalink: /../{slug}.html\n", 2, "can't be an address", ""),
        ("title: A\npermalink: '{slug}.html'\n", 2, "can't be an address", ""),
        ("title: A\npermalink: /{slug}.php\n", 2, "can't be an address", ""),
        ("title: A\nmenu: Topics\n", 2, "list of words and paths", ""),
        ("title: A\nmenu: {Evil: 'javascript:alert(1)'}\n", 2, "can't lead to", ""),
        ("title: A\nmenu: {Topics: [a]}\n", 2, "leads nowhere", ""),
        ("title: A\nsections: News\n", 2, "list of names", ""),
        ("title: A\naliases: [a]\n", 2, "name and its spellings", ""),
        ("title: A\naliases: {One: [same], Two: [SAME]}\n", 2, "to both", ""),
    ],
)
def test_a_slip_is_an_error_with_its_line(text: str, line: int, what: str, hint: str) -> None:
    """And with the likely mend; the exit status is that of wrong settings."""
    with pytest.raises(SettingsError) as caught:
        config.parse(text, "site.yaml")
    assert (caught.value.path, caught.value.line, caught.value.exit_status) == ("site.yaml", line, 2)
    assert what in caught.value.what
    assert hint in caught.value.hint


@given(st.text(max_size=80))
def test_any_text_is_settings_or_an_error_in_words(text: str) -> None:
    """Never a traceback."""
    with contextlib.suppress(SettingsError):
        assert isinstance(config.parse(text), Site)


def test_a_missing_file_is_an_error_with_its_mend(tmp_path: Path) -> None:
    """A folder that is no site."""
    with pytest.raises(SettingsError, match="init DIR"):
        config.load(tmp_path)


def test_a_file_that_is_not_utf8_is_an_error(tmp_path: Path) -> None:
    """As an old editor may have saved it."""
    (tmp_path / "site.yaml").write_bytes(b"title: Caf\xe9\n")
    with pytest.raises(SettingsError, match="UTF-8"):
        config.load(tmp_path)


def test_a_byte_order_mark_is_no_slip(tmp_path: Path) -> None:
    """As another editor saves it."""
    (tmp_path / "site.yaml").write_bytes(b"\xef\xbb\xbftitle: The Post\n")
    assert config.load(tmp_path).title == "The Post"
