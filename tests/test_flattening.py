from pathlib import Path

import pytest
from sample_views import ARTICLE, ASSETS, PROJECT, SITE, page_of

from sitegen.theme.compiling import Environment
from sitegen.theme.engine import Engine, engine_of
from sitegen.theme.flattening import flattened
from sitegen.theme.sources import Template, read_all
from sitegen.views import PlainView

BASE = (
    "<title>{% block title %}{{ view.title }}{% endblock %} – {{ site.title }}</title>"
    "{% block main %}{% block inner %}base{% endblock %}{% endblock %}"
    "{% if site.publisher %}{% block foot %}{{ site.publisher }} {{ asset('style.css') }}{% endblock %}{% endif %}"
)
PLAIN = {
    "nothing of its own": "{% extends 'base.html' %}",
    "a block in a block": (
        "{% extends 'base.html' %}{% block main %}<p>{% block inner %}{{ root }}{% endblock %}</p>{% endblock %}"
    ),
    "what stood there before": (
        "{% extends 'base.html' %}{% block main %}[{{ super() }}]{% block title %}own{% endblock %}{% endblock %}"
    ),
    "before, in a branch": "{% extends 'base.html' %}{% block main %}{% if view.title %}{{ super() }}{% endif %}{% endblock %}",
    "a generation between": "{% extends 'middle.html' %}{% block inner %}{{ super() }} and own{% endblock %}",
    "a name in a block": (
        "{% extends 'base.html' %}{% block title %}{% set a = 'in' %}{{ a }}{% endblock %}"
        "{% block main %}{{ a is defined }}{% endblock %}"
    ),
    "a name above": (
        "{% extends 'base.html' %}{% set a = '<i>' %}"
        "{% block main %}{{ a }}{% set a = 'b' %}{{ a }}{% endblock %}{% block foot %}{{ a }}{% endblock %}"
    ),
    "a macro": (
        "{% extends 'base.html' %}{% macro m(root) %}{{ root }}<{{ view.title }}>{% endmacro %}"
        "{% block main %}{{ m('<&>') }}{% endblock %}"
    ),
    "an import": (
        "{% extends 'base.html' %}{% from 'macros.html' import shown %}{% block main %}{{ shown(view.title) }}{% endblock %}"
    ),
    "an include": "{% extends 'base.html' %}{% block main %}{% include 'part.html' %}{% endblock %}",
    "settings": (
        "{% extends 'base.html' %}"
        "{% block main %}{% if site.search and site.names %}a{% elif site.description %}b"
        "{% else %}c{% endif %}{{ site.page_size }}{{ site.menu }}{% endblock %}"
    ),
    "safe and not": (
        "{% extends 'base.html' %}"
        "{% block main %}{{ view.title|safe }}{{ view.title }}{{ 7|safe }}{{ none }}{{ [view.title]|join }}{% endblock %}"
    ),
    "a page's name taken": (
        "{% extends 'base.html' %}"
        "{% block main %}{% for root in ['<'] %}{{ root }}{% endfor %}{% set site = view %}{{ site.title }}{% endblock %}"
    ),
}
LEFT_TO_JINJA = {
    "a name worked out": "{% extends 'ba' ~ 'se.html' %}{% block main %}own{% endblock %}",
    "a choice": "{% if view.title %}{% extends 'base.html' %}{% endif %}{% block main %}own{% endblock %}",
    "itself": (
        "{% extends 'base.html' %}{% block title %}{{ view.title }}{% endblock %}"
        "{% block main %}{{ self.title() }}{% endblock %}"
    ),
    "a block in a loop": "{% extends 'looped.html' %}{% block item %}{{ n is defined }}{% endblock %}",
    "before, in other words": "{% extends 'base.html' %}{% block main %}{{ super()|upper }}{% endblock %}",
    "a parent's own name": (
        "{% extends 'named.html' %}{% macro m() %}{{ width is defined }}{% endmacro %}{% block main %}{{ m() }}{% endblock %}"
    ),
}
OTHERS = {
    "base.html": BASE,
    "middle.html": "{% extends 'base.html' %}{% block inner %}middle{% endblock %}",
    "looped.html": "{% for n in range(2) %}{% block item %}{% endblock %}{% endfor %}",
    "named.html": "{% set width = 3 %}{% block main %}{% endblock %}{{ width }}",
    "macros.html": "{% macro shown(words) %}<b>{{ words }}</b>{{ site.title }}{% endmacro %}",
    "part.html": "{{ view.title }} {{ root }}",
}
PAGE = page_of("page.html", PlainView("<b>&amp;"))


def engine(text: str) -> Engine:
    """An engine for a page's template among others."""
    sources = OTHERS | {"page.html": text}
    return engine_of({name: Template(source, name) for name, source in sources.items()}, SITE, ASSETS, None)


def rendered(environment: Environment, template: str = "page.html") -> str:
    """What a template gives in an environment of one kind."""
    page = PAGE if template == "page.html" else page_of(template, ARTICLE)
    return environment.get_template(template).render(page=page, view=page.view, root=page.root)


def is_flat(one: Engine, template: str = "page.html") -> bool:
    """Whether a page's template becomes one tree."""
    tree = one.whole.parsed(template)
    return flattened(tree, one.whole.parsed) is not None


@pytest.mark.parametrize("text", PLAIN.values(), ids=PLAIN)
def test_one_tree_gives_what_a_family_of_templates_gives(text: str) -> None:
    """Blocks, `super()`, names, macros, imports and settings mean the same in a page's one tree."""
    one = engine(text)
    assert is_flat(one)
    assert rendered(one.make_careful()) == rendered(one.environment) == rendered(one.whole)


@pytest.mark.parametrize("text", LEFT_TO_JINJA.values(), ids=LEFT_TO_JINJA)
def test_what_is_more_than_plain_inheritance_is_left_to_jinja(text: str) -> None:
    """Where a tree could mean something else, there is none, and the page is what it was."""
    one = engine(text)
    assert not is_flat(one)
    assert rendered(one.make_careful()) == one.render(PAGE)


def test_the_projects_own_pages_are_one_tree_each() -> None:
    """Each of the project's pages is made in the quick way."""
    folder = PROJECT / "templates"
    one = engine_of(read_all([folder]), SITE, ASSETS, None)
    pages = [path.name for path in folder.glob("*.html") if "extends" in path.read_text(encoding="utf-8")]
    assert [name for name in pages if not is_flat(one, name)] == []
    assert rendered(one.make_careful(), "article.html") == rendered(one.whole, "article.html")


def test_a_changed_parent_is_compiled_into_its_heirs_anew(tmp_path: Path) -> None:
    """Compiled templates on disk are of no use once a parent, a setting or a static file's path is another."""
    sources = OTHERS | {"page.html": PLAIN["nothing of its own"]}
    for base, site, assets in (
        ("{{ site.title }}", SITE, ASSETS),
        ("{{ site.title }}!", SITE, ASSETS),
        ("{{ asset('style.css') }}", SITE, ASSETS),
        ("{{ asset('style.css') }}", SITE, {"style.css": "static/style.other.css"}),
    ):
        texts = {name: Template(text, name) for name, text in (sources | {"base.html": base}).items()}
        one = engine_of(texts, site, assets, tmp_path)
        assert rendered(one.whole) == rendered(one.make_careful())
