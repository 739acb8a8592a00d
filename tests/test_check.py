import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from sites import write

from sitegen.check import attributes, check, resolve


def page(*body: str, head: str = "") -> str:
    """A page of a site, one piece of its body a line."""
    return "\n".join([f"<!DOCTYPE html><html><head>{head}</head><body>", *body, "</body></html>"])


def site(folder: Path, files: dict[str, str | bytes]) -> Path:
    """A built site."""
    for path, content in files.items():
        write(folder, path, content)
    return folder


def words(folder: Path, base_url: str = "") -> list[str]:
    """What a check complains of."""
    return [f"{one.path}:{one.line}: {one.what}" for one in check(folder, base_url).problems]


def test_a_sound_site_has_no_problems(tmp_path: Path) -> None:
    """Files, folders, anchors, pictures, queries and other sites' addresses are all understood."""
    site(
        tmp_path,
        {
            "index.html": page(
                '<a href="tags/">Tags</a> <a href="tags">Tags</a> <a href="tags/index.html#a">A</a> <a href="#top">Up</a>',
                '<a href="https://elsewhere.example/x.html">x</a> <a href="mailto:desk@post.example">m</a>',
                '<a href="//cdn.example/">c</a>',
                '<img src="one.png" srcset="one.png 1x, two%20wide.png 2x" alt=""><link rel="stylesheet" href="style.css?v=1">',
                '<a href="caf%C3%A9.html">c</a> <a href="a.html?x=1&amp;y=2#s&amp;t">a</a>',
            ),
            "tags/index.html": page(
                '<h2 id="a">A</h2><a href="../index.html">Home</a><a href="../">Home</a><a href="#a">A</a>'
            ),
            "café.html": page(),
            "a.html": page('<p id="s&amp;t">x</p>'),
            "one.png": b"1",
            "two wide.png": b"2",
            "style.css": "p {}",
        },
    )
    found = check(tmp_path)
    assert (words(tmp_path), list(found.orphans)) == ([], [])
    assert (found.pages, found.links) == (4, 16)


def test_a_broken_link_is_named_with_its_page_and_line(tmp_path: Path) -> None:
    """A link to a file that isn't there is a problem at its place."""
    site(tmp_path, {"index.html": page("<p>One</p>", '<p>Two <a href="gone/">gone</a></p>')})
    assert words(tmp_path) == ["index.html:3: leads to gone/index.html, which isn't there"]


def test_a_target_that_many_pages_miss_is_told_once(tmp_path: Path) -> None:
    """The same broken link on many pages makes one problem, with how many there are."""
    files: dict[str, str | bytes] = {f"{n}.html": page('<a href="gone.html">x</a>') for n in range(5)}
    files["index.html"] = page(*(f'<a href="{n}.html">{n}</a>' for n in range(5)))
    site(tmp_path, files)
    assert words(tmp_path) == ["0.html:2: leads to gone.html, which isn't there (and 4 more of the same)"]


def test_anchors_must_be_in_their_target(tmp_path: Path) -> None:
    """An anchor that the page itself or another one lacks is a problem."""
    site(
        tmp_path,
        {
            "index.html": page('<a href="#here">x</a>', '<a href="a.html#there">x</a>', '<a href="a.html#named">x</a>'),
            "a.html": page('<a name="named">x</a>'),
        },
    )
    assert words(tmp_path) == [
        "index.html:2: leads to #here, which index.html doesn't have",
        "index.html:3: leads to #there, which a.html doesn't have",
    ]


def test_pictures_must_be_there_and_hold_something(tmp_path: Path) -> None:
    """A missing picture and an empty one are problems, in `src` and in `srcset`."""
    site(
        tmp_path,
        {
            "index.html": page('<img src="none.png" alt="">', '<img src="a.png" srcset="a.png 1x, empty.png 2x" alt="">'),
            "a.png": b"1",
            "empty.png": b"",
        },
    )
    assert words(tmp_path) == [
        "index.html:2: leads to none.png, which isn't there",
        "index.html:3: shows empty.png, which is an empty file",
    ]


def test_a_link_out_of_the_site_is_a_problem(tmp_path: Path) -> None:
    """A path above the site's root is refused even where a file stands there."""
    write(tmp_path, "secret.html", "x")
    site(tmp_path / "public", {"index.html": page('<a href="../secret.html">x</a>')})
    assert words(tmp_path / "public") == ["index.html:2: leads out of the site: ../secret.html"]


def test_whole_addresses_of_the_site_are_checked_as_its_own(tmp_path: Path) -> None:
    """A link below the base address must lead to a file; without a base address it is another site's."""
    base = "https://post.example/archive/"
    site(
        tmp_path,
        {
            "index.html": page(
                f'<a href="{base}a.html">x</a> <a href="{base}gone.html">x</a>',
                '<a href="/archive/lost.html">x</a> <a href="https://post.example/other/">x</a>',
                head=f'<link rel="canonical" href="{base}">',
            ),
            "a.html": page(),
        },
    )
    assert words(tmp_path, base) == [
        "index.html:2: leads to gone.html, which isn't there",
        "index.html:3: leads to lost.html, which isn't there",
    ]
    assert words(tmp_path) == ["index.html:3: leads to archive/lost.html, which isn't there"]


def test_files_that_nothing_leads_to_are_orphans(tmp_path: Path) -> None:
    """What can't be reached from the front page is a notice, even in a circle; what others ask for by name is not."""
    site(
        tmp_path,
        {
            "index.html": page('<a href="a.html">a</a>'),
            "a.html": page(),
            "b.html": page('<a href="c.html">c</a>'),
            "c.html": page('<a href="b.html">b</a><a href="gone.html">x</a>'),
            "lost.pdf": b"x",
            "old.html": page(head='<meta http-equiv="refresh" content="0; url=a.html">'),
            "anniversary": page(head='<meta http-equiv="refresh" content="0; url=a.html">'),
            **dict.fromkeys(
                (
                    "404.html",
                    "feed.xml",
                    "tags/x/feed.xml",
                    "sitemap.xml",
                    "robots.txt",
                    "static/x.css",
                    "search/a/b.pf_meta",
                    ".sitegen",
                ),
                "x",
            ),
        },
    )
    found = check(tmp_path)
    assert [one.path for one in found.orphans] == ["b.html", "c.html", "lost.pdf"]
    assert {"notice"} == {one.severity for one in found.orphans}
    assert words(tmp_path) == ["c.html:2: leads to gone.html, which isn't there"]


def test_a_redirect_must_lead_somewhere(tmp_path: Path) -> None:
    """The target of a redirect page is a link."""
    site(tmp_path, {"index.html": page(), "old.html": page(head='<meta http-equiv="refresh" content="0; url=new.html">')})
    assert words(tmp_path) == ["old.html:1: leads to new.html, which isn't there"]


def test_a_folder_without_a_front_page_is_a_problem(tmp_path: Path) -> None:
    """There is nothing to crawl from."""
    write(tmp_path, "a.html", page())
    assert words(tmp_path) == ["index.html:0: there is no front page"]


def test_text_that_looks_like_a_link_is_text(tmp_path: Path) -> None:
    """What stands between tags, in comments, scripts and values makes no link; a tag with a sign in a value goes on."""
    site(
        tmp_path,
        {
            "index.html": page(
                'He wrote href="gone.html" and 3 &lt; 4 < 5 src="gone.png".',
                '<!-- <a href="gone.html">x</a> --><script>document.write(\'<a href="gone.html">\')</script>',
                "<style>p::after { content: '<a href=\"gone.html\">' }</style>",
                '<p title="a > b, <a href=\'gone.html\'>">x</p><p data-x="src=" class="y">x</p>',
            )
        },
    )
    assert words(tmp_path) == []


@pytest.mark.parametrize(
    "text",
    [
        "<a href='gone.html'>",
        "<a href=gone.html>",
        '<A HREF="gone.html">',
        '<a\n  class="x"\n  href = "gone.html">',
        "<a title='>' href='gone.html'/>",
        '<a hidden href="gone.html" download>',
    ],
)
def test_links_are_found_however_they_are_written(tmp_path: Path, text: str) -> None:
    """Quotes, case, spaces and line ends don't hide a link."""
    site(tmp_path, {"index.html": page(f"{text}x</a>")})
    assert words(tmp_path) == ["index.html:2: leads to gone.html, which isn't there"]


@pytest.mark.parametrize(
    "text",
    [
        "<",
        "<a",
        '<a href="',
        "<!--",
        "<script",
        "<script>",
        "<a href='x",
        "<>",
        "< a>",
        '<p "">',
        "<p =x>",
        '<p a="b"c="d">',
        "<style x=y>",
    ],
)
def test_broken_markup_ends_no_check(tmp_path: Path, text: str) -> None:
    """Any text can be checked."""
    site(tmp_path, {"index.html": text})
    assert check(tmp_path).pages == 1


def test_attributes_are_read_as_browsers_do() -> None:
    """Of an attribute that stands twice the first counts; values are unescaped."""
    assert attributes('A href="x&amp;y" ID="1" href="z"') == ("a", {"href": "x&y", "id": "1"})
    assert attributes("a href=x href='y' hidden") == ("a", {"href": "x", "hidden": ""})


@pytest.mark.parametrize(
    ("folder", "value", "expected"),
    [
        ("", "", (None, "")),
        ("", "#a", (None, "a")),
        ("", ".", ("index.html", "")),
        ("", "/", ("index.html", "")),
        ("a/b", "..", ("a", "")),
        ("a/b", "../", ("a/index.html", "")),
        ("a/b", "../../", ("index.html", "")),
        ("a/b", "./c.html#d", ("a/b/c.html", "d")),
        ("a/b", "/c.html", ("c.html", "")),
        ("a", "../../c.html", ("../c.html", "")),
        ("", "b.html#:~:text=x", ("b.html", "")),
        ("", "a:b.html", None),
        ("", "./a:b.html", ("a:b.html", "")),
        ("", "data:image/png;base64,xx", None),
    ],
)
def test_links_are_resolved_as_browsers_do(folder: str, value: str, expected: tuple[str | None, str] | None) -> None:
    """A link and the folder of its page give the file and the anchor."""
    assert expected == resolve(folder, value)


def test_the_order_of_the_file_system_makes_no_difference(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same site gives the same words, in whatever order its folders are listed."""
    files: dict[str, str | bytes] = {f"{n}/x.html": page('<a href="gone.html">x</a>') for n in range(9)}
    site(tmp_path, files | {"index.html": page()})
    expected = check(tmp_path)
    walk = os.walk

    def backwards(folder: str) -> Iterator[tuple[str, list[str], list[str]]]:
        for place, inner, names in walk(folder):
            inner.reverse()
            yield place, inner, names[::-1]

    monkeypatch.setattr(os, "walk", backwards)
    assert expected == check(tmp_path)
