import pickle
from collections.abc import Callable, Mapping
from pathlib import Path

import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape
from sample_views import ARTICLE, ASSETS, PROJECT, SITE, own_theme, page_of

from sitegen import theme
from sitegen.errors import TemplateError
from sitegen.theme import filters, printed
from sitegen.theme.compiling import Environment
from sitegen.views import Page, PlainView


def folder_of(path: Path, templates: Mapping[str, str]) -> Path:
    """A folder with these templates."""
    for name, text in templates.items():
        file = path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return path


def small_theme(tmp_path: Path, templates: Mapping[str, str]) -> theme.Theme:
    """A theme of these templates alone."""
    return theme.load([folder_of(tmp_path / "templates", templates)], SITE, ASSETS, None)


def test_a_site_overrides_one_template_and_the_rest_stays(tmp_path: Path) -> None:
    """The site's own file comes first; what it lacks is the project's."""
    own = folder_of(tmp_path / "own", {"404.html": "Gone: {{ view.title }}"})
    mixed = theme.load([own, PROJECT / "templates"], SITE, ASSETS, None)
    assert theme.render(mixed, page_of("404.html", PlainView("x"))) == "Gone: x"
    assert "Bridge opens" in theme.render(mixed, page_of("article.html", ARTICLE))


def test_prepared_templates_are_compiled_before_they_are_rendered(tmp_path: Path) -> None:
    """So that workers, which are forked after that, share them: what a template includes too, but not what nobody needs."""
    prepared = small_theme(tmp_path, {"404.html": "{% include 'part.html' %}", "part.html": "Gone", "idle.html": "{% broken"})
    theme.prepare(prepared, ["404.html"])
    loaded = prepared.engine().whole.cache
    assert loaded is not None
    assert {name for _, name in loaded} == {"404.html", "part.html"}


def test_a_broken_template_is_told_of_when_it_is_rendered(tmp_path: Path) -> None:
    """Preparing templates raises nothing."""
    broken = small_theme(tmp_path, {"404.html": "{% include 'part.html' %}", "part.html": "{% nonsense %}"})
    theme.prepare(broken, ["404.html", "missing.html"])
    with pytest.raises(TemplateError, match="nonsense"):
        theme.render(broken, page_of("404.html", PlainView("x")))


def test_a_site_overrides_one_block(tmp_path: Path) -> None:
    """`default/` names the project's own version of the very template that is being overridden."""
    text = '{% extends "default/article.html" %}{% block provenance %}Kept in Marlow{% endblock %}'
    own = folder_of(tmp_path / "own", {"article.html": text})
    html = theme.render(theme.load([own, PROJECT / "templates"], SITE, ASSETS, None), page_of("article.html", ARTICLE))
    assert "Kept in Marlow" in html
    assert "SHA-256" not in html
    assert "Bridge opens" in html


def test_the_projects_article_stands_on_the_sites_base(tmp_path: Path) -> None:
    """An overridden base serves every page, also those that aren't overridden."""
    own = folder_of(tmp_path / "own", {"base.html": "[{% block main %}{% endblock %}]"})
    html = theme.render(theme.load([own, PROJECT / "templates"], SITE, ASSETS, None), page_of("article.html", ARTICLE))
    assert html.startswith("[<article")


def test_a_template_cannot_leave_its_folders(tmp_path: Path) -> None:
    """Neither a path upwards nor a link out of the folder reaches a file outside."""
    (tmp_path / "secret.html").write_text("secret")
    small = small_theme(tmp_path, {"a.html": '{% include "../secret.html" %}'})
    with pytest.raises(TemplateError, match="there is no template"):
        theme.render(small, page_of("a.html", PlainView("x")))
    (tmp_path / "templates" / "b.html").symlink_to(tmp_path / "secret.html")
    with pytest.raises(TemplateError, match=r"templates/b\.html: the file leads out of the templates folder"):
        theme.load([tmp_path / "templates"], SITE, ASSETS, None)


def test_editors_leavings_and_binaries_do_no_harm(tmp_path: Path) -> None:
    """Hidden files and backups aren't templates; a file that isn't text is an error only where it is used."""
    templates = folder_of(tmp_path / "templates", {"a.html": "fine", "b.html~": "{% broken", ".c.html.swp": "{% broken"})
    (templates / "picture.png").write_bytes(b"\x89PNG\xff")
    small = theme.load([templates], SITE, ASSETS, None)
    assert theme.render(small, page_of("a.html", PlainView("x"))) == "fine"
    with pytest.raises(TemplateError, match=r"templates/picture\.png: isn't UTF-8 text"):
        theme.render(small, page_of("picture.png", PlainView("x")))


# Errors


@pytest.mark.parametrize(
    ("text", "line", "what", "hint"),
    [
        ("\n{{ view.titel }}", 2, "PlainView has no 'titel'", "did you mean 'title'?"),
        ("\n\n{{ vew.title }}", 3, "there is no name 'vew'", "did you mean 'view'?"),
        ("{{ view.title }}\n{% if %}", 2, "expected an expression", ""),
        ("{{ view.title|longdat }}", 1, "no filter named 'longdat'", "did you mean 'longdate'?"),
        ('{{ asset("stile.css") }}', 1, "there is no static file 'stile.css'", "did you mean 'style.css'?"),
        ('\n{% extends "bse.html" %}', 2, "there is no template 'bse.html'", "did you mean 'base.html'?"),
        ("{{ 1 / 0 }}", 1, "ZeroDivisionError", ""),
        ("{{ none.title }}", 1, "'title' is asked of something that is empty", ""),
        ("{{ lipsum() }}", 1, "there is no name 'lipsum'", ""),
        ("{{ [1, 2]|random }}", 1, "no filter named 'random'", ""),
        ('{% include "a.html" %}', 1, "RecursionError", ""),
    ],
)
def test_a_mistake_is_told_with_file_line_and_mend(tmp_path: Path, text: str, line: int, what: str, hint: str) -> None:
    """Whatever is wrong in a template, the message names the place."""
    small = small_theme(tmp_path, {"a.html": text, "base.html": ""})
    with pytest.raises(TemplateError) as caught:
        theme.render(small, page_of("a.html", PlainView("x")))
    assert caught.value.what.startswith(what)
    assert (caught.value.path, caught.value.line) == ("templates/a.html", line)
    assert hint in caught.value.hint


def test_a_mistake_in_an_included_template_is_told_there(tmp_path: Path) -> None:
    """The innermost template is named, not the one that the page asked for."""
    small = small_theme(tmp_path, {"a.html": '{% include "parts/b.html" %}', "parts/b.html": "\n{{ view.nothing }}"})
    with pytest.raises(TemplateError) as caught:
        theme.render(small, page_of("a.html", PlainView("x")))
    assert (caught.value.path, caught.value.line) == ("templates/parts/b.html", 2)


@pytest.mark.parametrize("action", [theme.render, lambda small, page: theme.closure(small, page.template)])
def test_a_missing_template_is_told_with_the_closest(tmp_path: Path, action: Callable[[theme.Theme, Page], str]) -> None:
    """Rendering and asking for the closure both say which template is missing."""
    small = small_theme(tmp_path, {"article.html": ""})
    with pytest.raises(TemplateError) as caught:
        action(small, page_of("artikle.html", PlainView("x")))
    assert (caught.value.path, caught.value.hint) == ("templates/artikle.html", "did you mean 'article.html'?")


# Closures

BASE = {
    "base.html": '{{ asset("style.css") }}',
    "a.html": '{% extends "base.html" %}',
    "b.html": "{% include view.title %}",
    "c.html": "x",
}


def closures(tmp_path: Path, changes: Mapping[str, str], assets: Mapping[str, str] = ASSETS) -> dict[str, str]:
    """The closures of four templates, some of them changed, by name."""
    folder = folder_of(tmp_path / "templates", BASE | changes)
    small = theme.load([folder], SITE, assets, None)
    return {name: theme.closure(small, name) for name in BASE}


@pytest.mark.parametrize(
    ("changes", "assets", "moved"),
    [
        ({}, ASSETS, ""),
        ({"base.html": '{{ asset("style.css") }}!'}, ASSETS, "base a b"),
        ({"a.html": '{% extends "base.html" %}!'}, ASSETS, "a b"),
        ({"c.html": "y"}, ASSETS, "b c"),
        ({"d.html": "new"}, ASSETS, "b"),
        ({}, ASSETS | {"style.css": "static/style.new.css"}, "base a b"),
        ({}, ASSETS | {"search.js": "static/search.new.js"}, ""),
    ],
)
def test_a_closure_moves_with_what_a_template_reaches(
    tmp_path: Path, changes: dict[str, str], assets: dict[str, str], moved: str
) -> None:
    """A digest changes with the template's text, with what it extends, with assets, and with all where it can't be known."""
    before, after = closures(tmp_path, {}), closures(tmp_path, changes, assets)
    assert [name for name in BASE if before[name] != after[name]] == [f"{name}.html" for name in moved.split()]


@pytest.mark.parametrize(
    "text", ["{{ asset(view.title) }}", "{% set get = asset %}{{ get('x') }}", "{{ asset('style' ~ '.css') }}"]
)
def test_an_asset_that_cannot_be_known_means_all(tmp_path: Path, text: str) -> None:
    """Where the name of a static file is worked out, every static file counts."""
    before = closures(tmp_path, {"c.html": text})["c.html"]
    assert before != closures(tmp_path, {"c.html": text}, ASSETS | {"search.js": "static/search.new.js"})["c.html"]


def test_a_template_that_is_added_later_moves_those_that_wait_for_it(tmp_path: Path) -> None:
    """A missing optional template is part of the closure."""
    waiting = {"c.html": '{% include "later.html" ignore missing %}'}
    before = closures(tmp_path, waiting)["c.html"]
    assert before != closures(tmp_path, waiting | {"later.html": ""})["c.html"]


def test_closures_and_pages_are_the_same_with_a_cache_cold_warm_or_damaged(tmp_path: Path) -> None:
    """The cache saves time and changes nothing; what is damaged in it is made again."""
    page = page_of("article.html", ARTICLE)
    plain = own_theme()
    expected = (theme.closure(plain, "article.html"), theme.render(plain, page))
    for _ in range(2):
        cached = own_theme(cache=tmp_path)
        assert expected == (theme.closure(cached, "article.html"), theme.render(cached, page))
    for file in tmp_path.iterdir():
        file.write_bytes(file.read_bytes()[:20] + b"rubbish")
    damaged = own_theme(cache=tmp_path)
    assert expected == (theme.closure(damaged, "article.html"), theme.render(damaged, page))


def test_a_theme_crosses_to_another_process() -> None:
    """A theme can be pickled and renders the same on the other side."""
    page = page_of("article.html", ARTICLE)
    assert theme.render(own_theme(), page) == theme.render(pickle.loads(pickle.dumps(own_theme())), page)  # noqa: S301  (our own)


# Filters and escaping


@pytest.mark.parametrize(
    ("date", "long", "short", "day"),
    [
        ("2013-06-17T15:04:00-04:00", "17 June 2013, 15:04", "17 Jun 2013", "Monday"),
        ("2013-06-07", "7 June 2013", "7 Jun 2013", "Friday"),
        ("2013-06", "June 2013", "Jun 2013", ""),
        ("2013", "2013", "2013", ""),
        ("0987-01-02", "2 January 987", "2 Jan 987", "Tuesday"),
    ],
)
def test_dates_are_said_as_precisely_as_they_are_known(date: str, long: str, short: str, day: str) -> None:
    """A partial date stays partial."""
    assert (long, short, day) == (filters.longdate(date), filters.shortdate(date), filters.day_name(date))


def test_kinds_and_figures_are_said_in_words() -> None:
    """The small filters."""
    assert filters.month_name(6) == filters.month_name("2013-06-17") == "June"
    assert filters.thousands(1234567) == "1,234,567"
    assert [filters.kind_name(kind) for kind in ("tags", "organizations")] == ["Topics", "Organisations"]
    assert [filters.reference_label(kind) for kind in ("related", "more")] == ["Related", "More"]
    assert "weekday" in filters.date_basis("caption+weekday")
    assert "moonphase" in filters.date_basis("moonphase")


@given(st.text())
def test_the_quick_escape_is_the_usual_escape(text: str) -> None:
    """Output is escaped exactly as MarkupSafe does it."""
    assert Environment.escape_text(text) == str(escape(text))
    assert type(Environment.escape_text(text)) is str


@pytest.mark.parametrize("context", ["", " with context"])
def test_each_gives_what_a_macro_gives_for_every_item_on_every_page(tmp_path: Path, context: str) -> None:
    """Escaped once, in order; a macro that sees the page gives each page its own."""
    title = "{{ view.title }}" if context else "{{ site.title }}"
    templates = {
        "item.html": "{% macro item(word, root) %}<b>{{ root }}{{ word }}" + title + "</b>{% endmacro %}",
        "page.html": "{% from 'item.html' import item" + context + " %}{{ view.title.split()|each(item, root) }}",
    }
    small = small_theme(tmp_path, templates)
    for words, root in (("a < b", ""), ("a", "../"), ("b a", "")):
        page = Page("page.html", "page.html", PlainView(words), "page.html", root)
        shown = escape(words if context else SITE.title)
        assert theme.render(small, page) == "".join(f"<b>{root}{escape(word)}{shown}</b>" for word in words.split())


def test_each_takes_items_that_cannot_be_remembered(tmp_path: Path) -> None:
    """A list among the arguments has no hash."""
    templates = {
        "item.html": "{% macro item(word, all) %}{{ word }}{{ all|length }}{% endmacro %}",
        "page.html": "{% from 'item.html' import item %}{{ view.title.split()|each(item, [1, 2]) }}",
    }
    page = Page("page.html", "page.html", PlainView("a b"), "page.html", "")
    assert theme.render(small_theme(tmp_path, templates), page) == "a2b2"


def test_each_tells_equal_arguments_of_two_types_apart(tmp_path: Path) -> None:
    """`1` and `true` are equal, and are other words."""
    templates = {
        "item.html": "{% macro item(word, x) %}{{ word }}{{ x }}{% endmacro %}",
        "page.html": "{% from 'item.html' import item %}{{ ['a']|each(item, 1) }}{{ ['a']|each(item, true) }}",
    }
    page = Page("page.html", "page.html", PlainView(""), "page.html", "")
    assert theme.render(small_theme(tmp_path, templates), page) == "a1aTrue"


@pytest.mark.parametrize(
    ("body", "only_printed"),
    [
        ("<a href='{{ root }}{{ word }}'>{{ root }}</a>", True),
        ("{% if word == 'b' %}{{ root }}{% endif %}{% for x in (1, 2) %}{{ root }}{{ x }}{% endfor %}", True),
        ("{% if root %}{{ word }}{% else %}home{% endif %}", False),
        ("{{ root|length }}{{ root }}", False),
        ("{{ root ~ word }}", False),
        ("{{ root|replace('.', '!') }}", False),
        ("{% set up = root %}{{ up }}", False),
        ("{% filter upper %}{{ root }}{{ word }}x{% endfilter %}", False),
        ("{% for root in ('x', 'y') %}{{ root }}{% endfor %}", False),
        ("{% autoescape false %}{{ root }}{{ word }}{% endautoescape %}", False),
        ("{% set part %}{{ root }}{% endset %}{{ part|length }}", False),
        ("{{ word == 'b' and root }}", False),
    ],
)
def test_each_asks_anew_but_for_what_is_only_printed(tmp_path: Path, body: str, only_printed: bool) -> None:  # noqa: FBT001
    """Whatever a macro does with an argument, each page gets what the macro gives with the page's own."""
    direct = "{% for word in view.title.split() %}{{ item(word, root) }}{% endfor %}"
    templates = {
        "item.html": "{% macro item(word, root) %}" + body + "{% endmacro %}",
        "page.html": "{% from 'item.html' import item %}{{ view.title.split()|each(item, root) }}≡" + direct,
    }
    small = small_theme(tmp_path, templates)
    for words, root in (("a b", "../"), ("b c", "../../"), ("a c d", "./"), ("a b", "/")):
        quick, slow = theme.render(small, Page("page.html", "page.html", PlainView(words), "page.html", root)).split("≡")
        assert quick == slow
    macro = jinja2.Environment(autoescape=True).parse(templates["item.html"]).find(jinja2.nodes.Macro)
    assert macro is not None
    assert ("root" in printed.printed(macro)) == only_printed
