import re
from typing import get_args

import html5lib
import pytest
from msgspec.structs import fields, replace
from sample_views import ARTICLE, BARE, EVERY, LIST, PROJECT, SITE, own_theme, page_of

from sitegen import theme, views
from sitegen.model import MenuItem, Site
from sitegen.views import IndexView, Page

HOSTILE = "<script>alert(1)</script>{{ 7*7 }}\"'&amp;"


def hostile(value: object) -> object:
    """The same value with every word in it turned against us; paths, dates, kinds and ready HTML stay."""
    if isinstance(value, tuple):
        return tuple(map(hostile, value))
    if not hasattr(value, "__struct_fields__"):
        return HOSTILE if isinstance(value, str) else value
    kept = {
        "path",
        "date",
        "updated",
        "kind",
        "date_link",
        "parts",
        "url",
        "language",
        "date_basis",
        "feed",
        "target",
        "first",
        "last",
        "terms",
    }
    return type(value)(
        **{
            item.name: getattr(value, item.name) if item.name in kept else hostile(getattr(value, item.name))
            for item in fields(value)
        }
    )


@pytest.mark.parametrize("name", EVERY)
@pytest.mark.parametrize(
    "site",
    [
        SITE,
        Site(title="Bare"),
        replace(SITE, menu=(MenuItem("Us", "https://a.example/"), MenuItem("Topics", "tags/index.html"))),
    ],
)
def test_every_page_is_strictly_parsed_html_with_unique_ids(name: str, site: Site) -> None:
    """A strict HTML5 parser takes each page kind, full and empty; no id stands twice; no heading is empty; one h1 at most."""
    html = theme.render(own_theme(site), page_of(*EVERY[name]))
    tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(html)
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    headings = [element for element in tree.iter() if element.tag in {"h1", "h2", "h3"}]
    assert sorted(set(ids)) == sorted(ids)
    assert all("".join(heading.itertext()).strip() for heading in headings)
    assert len([heading for heading in headings if heading.tag == "h1"]) == (0 if name == "redirect" else 1)


@pytest.mark.parametrize("name", EVERY)
def test_links_inside_the_site_start_at_the_root(name: str) -> None:
    """Every link of a page two folders down leads up by `root`, to an anchor, or to a whole address."""
    html = theme.render(own_theme(), page_of(*EVERY[name]))
    links = re.findall(r'(?:href|src)="([^"]*)"', html)
    assert links
    assert [link for link in links if not link.startswith(("../../", "#", "https://"))] == []


@pytest.mark.parametrize("name", EVERY)
def test_words_never_become_markup(name: str) -> None:
    """Text of an article, a term or a setting that looks like HTML or a template stays text."""
    template, view = EVERY[name]
    site = replace(SITE, title=HOSTILE, description=HOSTILE, publisher=HOSTILE, menu=(MenuItem(HOSTILE, "tags/index.html"),))
    html = theme.render(own_theme(site), page_of(template, hostile(view)))
    assert "<script>" not in html
    assert "{{ 7*7 }}" in html


def test_an_article_shows_all_that_it_has() -> None:
    """Nothing of the view is lost on the page."""
    html = theme.render(own_theme(), page_of("article.html", ARTICLE))
    shown = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", html))
    for words in (
        "By Ada Quill and Ben Ferris",
        "Valley Wire",
        "17 June 2013, 15:04",
        "Updated 18 June 2013",
        "One text.",
        "Two.",
        "The bridge.",
        "Ruth Oakes",
        "Caption: No picture.",
        "Related: Ferry stops (Ferry to Sandholm stops)",
        "Poll: Will you use it? (not in this archive)",
        "Photos: The opening",
        "Correction: It is 421 metres long.",
        "From the evening edition.",
        "Contributors: Maud Ellery",
        "Source: The Evening Courier",
        "Draft",
        "2013/bridge.txt",
        "ab" * 32,
        "The date was inferred from a caption and from the weekday in the text.",
        "1,234 words",
    ):
        assert words in shown


def test_an_article_says_its_own_language() -> None:
    """The page's language is the article's, else the site's."""
    assert '<html lang="de">' in theme.render(own_theme(), page_of("article.html", ARTICLE))
    assert '<html lang="en">' in theme.render(own_theme(), page_of("article.html", BARE))


def test_references_that_stand_in_the_text_are_not_repeated_below() -> None:
    """Placed references appear once; the others stand in the list below."""
    html = theme.render(own_theme(), page_of("article.html", ARTICLE))
    below = html.partition('class="references"')[2].partition("</section>")[0]
    assert html.count("Ferry stops") == 1
    assert html.count("Will you use it?") == 1
    assert below.count("<li>") == 2


def test_an_address_with_a_script_is_no_link() -> None:
    """A reference's address is linked only if it is a web address."""
    assert "javascript:" not in theme.render(own_theme(), page_of("article.html", ARTICLE))


def test_an_undated_article_says_so() -> None:
    """No date is shown as none."""
    html = theme.render(own_theme(), page_of("article.html", BARE))
    assert "Undated" in html
    assert "<time" not in html


def test_the_canonical_address_needs_a_base_address() -> None:
    """With a base address a page names its canonical one; without, none."""
    page = page_of("article.html", BARE)
    assert '<link rel="canonical" href="https://courier.example/a/b/page.html">' in theme.render(own_theme(), page)
    assert "canonical" not in theme.render(own_theme(Site(title="Bare")), page)


def test_the_page_that_one_is_on_is_marked() -> None:
    """Menu and pager mark the page itself, once each."""
    view = IndexView("tags", 0, None, (), (), ())
    page = Page(path="tags/index.html", template="terms.html", view=view, address="tags/", root="../")
    assert theme.render(own_theme(), page).count('aria-current="page"') == 1
    listing = replace(page_of("list.html", LIST), path="tags/bridges/2/index.html")
    assert '<a href="../../tags/bridges/2/index.html" aria-current="page">2</a>' in theme.render(own_theme(), listing)


def test_letters_lead_to_headings_on_the_same_page() -> None:
    """On an index's own page the letters are anchors that exist, a `#` among them."""
    page = replace(page_of(*EVERY["terms"], root="../"), path="people/index.html")
    html = theme.render(own_theme(), page)
    assert 'href="#letter-A"' in html
    assert 'href="#letter-%23"' in html
    assert 'id="letter-#"' in html


def test_the_style_sheet_is_small_and_asks_for_nothing() -> None:
    """The style is under 20 kB, and fetches nothing from anywhere."""
    style = (PROJECT / "static" / "style.css").read_bytes()
    assert len(style) <= 20_000
    assert b"url(" not in style
    assert b"@import" not in style


def test_every_name_that_a_template_gets_is_explained() -> None:
    """docs/templates.md names each field of each view and of the site, each filter, and each template."""
    text = (PROJECT / "docs" / "templates.md").read_text(encoding="utf-8")
    classes = [cls for cls in vars(views).values() if isinstance(cls, type) and cls.__module__ == views.__name__]
    assert set(get_args(views.View)) <= set(classes)
    names = {f"`{item.name}`" for cls in (*classes, Site, MenuItem) for item in fields(cls)}
    names |= {f"`{name}`" for name in theme.FILTERS} | {f"`{cls.__name__}`" for cls in classes}
    names |= {f"`{file.name}`" for file in (PROJECT / "templates").glob("*.html")}
    assert sorted(name for name in names if name not in text) == []
