"""The walk from sources to a published archive, on sites written inside each test."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from sites import build_site, make_site, tree, write

from sitegen import config
from sitegen.build import Options, build, paths
from sitegen.errors import OutputError

PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"/>'
BRIDGE = """---
title: Council votes for the Tamsin bridge
date: 2013-06-17
authors: [Alma Teasdale]
tags: [Bridges, C++]
people: [Ruth Ostrander]
places: [Port Ellery]
organizations: [Town Council]
section: Town Hall
aliases: [/news/17.html, /old-bridge]
---
The vote was <b>5-4</b>.

1984. It was {{ view }} that year.

# tag

[RELATED: Ferry runs aground off Port Ellery]

[RELATED: A story that nobody wrote]
"""
FERRY = """---
title: Ferry runs aground off Port Ellery
date: 2013-06-18T09:30:00
updated: 2013-07-01
tags: [bridges]
---
Nobody was hurt.
"""
UNDATED = "---\ntitle: Ask the Lamplighter\n---\nA letter.\n"
SITE = {
    "content/2013/bridge.txt": BRIDGE,
    "content/2013/bridge.svg": PICTURE,
    "content/ferry.md": FERRY,
    "content/letter.txt": UNDATED,
}
BRIDGE_PAGE = "2013/06/17/council-votes-for-the-tamsin-bridge.html"
FERRY_PAGE = "2013/06/18/ferry-runs-aground-off-port-ellery.html"


class _Page(HTMLParser):
    """The links, anchors and text of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.tags: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value for name, value in attrs if name in {"href", "src"} and value]

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The site above, as it is published at an address."""
    folder = make_site(tmp_path_factory.mktemp("site"), SITE, base_url="https://post.example/archive/")
    report = build_site(folder)
    assert report.problems == ()
    return tree(folder / "public")


def test_every_page_of_the_contract_is_there(built: dict[str, bytes]) -> None:
    """Under the address that other people's scripts rely on."""
    expected = {
        "index.html", BRIDGE_PAGE, FERRY_PAGE, "undated/ask-the-lamplighter.html", "undated/index.html",
        "2013/index.html", "2013/06/index.html", "2013/06/17/index.html", "2013/06/18/index.html",
        *(f"{kind}/index.html" for kind in ("tags", "people", "places", "organizations", "authors", "sections")),
        "tags/bridges/index.html", "people/ruth-ostrander/index.html", "places/port-ellery/index.html",
        "organizations/town-council/index.html",
        "authors/alma-teasdale/index.html", "sections/town-hall/index.html", "search/index.html", "404.html", "feed.xml", "rss.xml",
        "feed.json",
        "tags/bridges/feed.xml", "sections/town-hall/feed.xml", "sitemap.xml", "robots.txt",
    }  # fmt: skip
    assert expected <= built.keys()


def test_links_lead_to_published_files(built: dict[str, bytes]) -> None:
    """Relative ones, so that the folder works wherever it stands."""
    for path, data in built.items():
        if not path.endswith(".html") or path == "404.html":
            continue
        for link in _Page(data.decode()).links:
            if link.startswith(("#", "https://post.example/", "http", "data:")):
                continue
            assert not link.startswith("/")
            target = unquote(urlsplit(urljoin(f"https://x/{path}", link)).path.lstrip("/"))
            assert (f"{target}index.html" if not target or target.endswith("/") else target) in built, (path, link)


def test_source_text_is_data(built: dict[str, bytes]) -> None:
    """What a reporter typed is what a reader sees."""
    page = _Page(built[BRIDGE_PAGE].decode())
    for words in ("The vote was <b>5-4</b>.", "1984. It was {{ view }} that year.", "# tag"):
        assert words in page.text
    assert "b" not in page.tags


def test_references_lead_to_their_articles_and_back(built: dict[str, bytes]) -> None:
    """One that leads nowhere is still there to be read."""
    page = _Page(built[BRIDGE_PAGE].decode())
    assert any(link.endswith("18/ferry-runs-aground-off-port-ellery.html") for link in page.links)
    assert "A story that nobody wrote" in page.text
    assert any(link.endswith("17/council-votes-for-the-tamsin-bridge.html") for link in _Page(built[FERRY_PAGE].decode()).links)


def test_a_reference_with_an_address_leads_there_only_where_the_archive_has_nothing(tmp_path: Path) -> None:
    """But in front matter a person chose the address. None of them is missing."""
    old = "https://old.example"
    bridge = f"""---
title: Council votes for the Tamsin bridge
date: 2013-06-17
references:
  - {{kind: video, text: Ask the Lamplighter, url: "{old}/film"}}
---
The vote was 5-4.

[RELATED: Ferry runs aground off Port Ellery]({old}/ferry)

[RELATED: A story that nobody wrote]({old}/nobody)
"""
    report = build_site(
        make_site(tmp_path, {"content/bridge.txt": bridge, "content/ferry.md": FERRY, "content/letter.txt": UNDATED})
    )
    links = _Page(tree(tmp_path / "public")[BRIDGE_PAGE].decode()).links
    assert [link for link in links if link.startswith(old)] == [f"{old}/nobody", f"{old}/film"]
    assert any(link.endswith(FERRY_PAGE.removeprefix("2013/06/")) for link in links)
    assert not [notice for notice in report.notices if "refers to" in notice.what]


def test_a_saved_page_that_is_named_as_markdown_is_told(tmp_path: Path) -> None:
    """Its menus are on the article's page; an article with as many links in its sentences is none."""
    menu = "".join(f"* [Part {n}](https://old.example/{n})\n" for n in range(20))
    links = " ".join(f"It says [so](https://old.example/{n}) again." for n in range(20))
    make_site(
        tmp_path, {"content/page.md": f"{menu}\n# The vote\n\nIt was 5-4.\n", "content/links.md": f"# Links\n\n{links}\n"}
    )
    told = [notice for notice in build_site(tmp_path).notices if "seems to be a whole page" in notice.what]
    assert [(notice.path, ".txt" in notice.hint) for notice in told] == [("content/page.md", True)]


def test_old_addresses_lead_on(built: dict[str, bytes]) -> None:
    """A file, and one without an ending, which hosts show as a folder."""
    for path, link in (("news/17.html", f"../{BRIDGE_PAGE}"), ("old-bridge/index.html", f"../{BRIDGE_PAGE}")):
        assert link in built[path].decode()


def test_pictures_are_published_under_their_digest(built: dict[str, bytes]) -> None:
    """And shown with their size."""
    (picture,) = [path for path in built if path.startswith("pictures/")]
    assert built[picture] == PICTURE.encode()
    page = built[BRIDGE_PAGE].decode()
    assert picture in page
    assert 'width="20"' in page


def test_spellings_of_a_term_share_a_page(built: dict[str, bytes]) -> None:
    """`Bridges` and `bridges` are one tag; `C++` isn't `C`."""
    assert {path for path in built if path.startswith("tags/") and path.count("/") == 2 and path.endswith(".html")} == {
        "tags/bridges/index.html", f"tags/{next(path.split('/')[1] for path in built if path.startswith('tags/c'))}/index.html",
    }  # fmt: skip
    assert "tags/c/index.html" not in built


def test_no_working_state_is_published(built: dict[str, bytes]) -> None:
    """Only our mark is there beside the pages."""
    assert [path for path in built if path.startswith(".")] == [".sitegen"]
    assert not [path for path in built if path.endswith((".txt", ".md", ".yaml", ".sqlite")) and path != "robots.txt"]


def test_feeds_have_the_newest_first(built: dict[str, bytes]) -> None:
    """With whole addresses."""
    items = json.loads(built["feed.json"])["items"]
    assert [item["title"] for item in items][:2] == [
        "Ferry runs aground off Port Ellery",
        "Council votes for the Tamsin bridge",
    ]
    assert items[0]["url"] == f"https://post.example/archive/{FERRY_PAGE}"


def test_the_sitemap_names_articles_with_their_last_change(built: dict[str, bytes]) -> None:
    """From the content alone."""
    sitemap = built["sitemap.xml"].decode()
    assert re.search(
        rf"<loc>https://post.example/archive/{re.escape(FERRY_PAGE)}</loc>\s*<lastmod>2013-07-01</lastmod>", sitemap
    )


def test_a_site_without_an_address_works(tmp_path: Path) -> None:
    """Everything but the sitemap is there."""
    report = build_site(make_site(tmp_path, SITE))
    published = tree(tmp_path / "public")
    assert report.problems == ()
    assert "sitemap.xml" not in published
    assert {"index.html", "feed.xml", BRIDGE_PAGE} <= published.keys()


def test_an_empty_archive_is_a_site(tmp_path: Path) -> None:
    """Before its first article."""
    report = build_site(make_site(tmp_path, {}))
    assert (report.articles, report.problems, report.notices) == (0, (), ())
    assert (tmp_path / "public/index.html").exists()


def test_a_site_without_content_folder_is_one_too(tmp_path: Path) -> None:
    """A site.yaml is enough."""
    write(tmp_path, "site.yaml", "title: The Post\nsearch: off\n")
    assert build_site(tmp_path).articles == 0


def test_the_report_counts_what_was_done(tmp_path: Path) -> None:
    """Articles, pages, seconds by stage, memory, notices."""
    report = build_site(make_site(tmp_path, SITE))
    files = len(tree(tmp_path / "public")) - 1
    assert report.articles == 3
    assert (report.pages.written, report.pages.unchanged, report.pages.removed) == (files, 0, 0)
    assert {"scan", "read", "render", "publish", "total"} <= report.seconds.keys()
    assert report.peak_rss_mb > 1
    assert [notice.path for notice in report.notices] == ["content/letter.txt", "content/2013/bridge.txt"]


def test_drafts_are_published_when_asked_for(tmp_path: Path) -> None:
    """And are gone again with the next build without them."""
    make_site(tmp_path, {"content/a.md": "---\ntitle: Not yet\ndate: 2013-06-17\ndraft: true\n---\nWords.\n"})
    page = tmp_path / "public/2013/06/17/not-yet.html"
    build_site(tmp_path)
    assert not page.exists()
    build_site(tmp_path, drafts=True)
    assert page.exists()
    build_site(tmp_path)
    assert not page.exists()


def test_a_removed_article_leaves_nothing_behind(tmp_path: Path) -> None:
    """Neither its page nor its picture, its old addresses, its day, nor a folder that this leaves empty."""
    make_site(tmp_path, SITE)
    build_site(tmp_path)
    for name in ("2013/bridge.txt", "2013/bridge.svg"):
        (tmp_path / "content" / name).unlink()
    report = build_site(tmp_path)
    for path in ("2013/06/17", "pictures", "news", "old-bridge", "people/ruth-ostrander"):
        assert not (tmp_path / "public" / path).exists()
    assert report.pages.removed > 8


def test_an_article_may_become_a_folder_and_the_reverse(tmp_path: Path) -> None:
    """What was a file is a folder after another permalink, in one build."""
    make_site(tmp_path, {"content/a.md": "---\ntitle: One\ndate: 2013\naliases: [/x/one.html]\n---\nWords.\n"})
    build_site(tmp_path)
    write(tmp_path, "content/a.md", "---\ntitle: One\ndate: 2013\naliases: [/x/one.html/old.html]\n---\nWords.\n")
    build_site(tmp_path)
    assert (tmp_path / "public/x/one.html/old.html").is_file()
    write(tmp_path, "content/a.md", "---\ntitle: One\ndate: 2013\naliases: [/x/one.html]\n---\nWords.\n")
    build_site(tmp_path)
    assert (tmp_path / "public/x/one.html").is_file()


def test_one_name_for_many_spellings(tmp_path: Path) -> None:
    """The settings' aliases hold for what front matter says, and for lists."""
    make_site(
        tmp_path,
        {"content/a.md": "---\ntitle: A\ndate: 2013\npeople: [Mayor Ostrander, Ruth Ostrander]\n---\nWords.\n"},
        aliases={"Ruth Ostrander": ["mayor ostrander"]},
        names=False,
    )
    build_site(tmp_path)
    assert [path.name for path in (tmp_path / "public/people").iterdir() if path.is_dir()] == ["ruth-ostrander"]


def test_a_site_of_its_own_templates_and_static_files(tmp_path: Path) -> None:
    """They hide the project's; style sheets lead to the published names of other files."""
    make_site(
        tmp_path,
        {
            "content/a.md": "---\ntitle: A\ndate: 2013-06-17\nmood: calm\n---\nWords.\n",
            "templates/article.html": "<link href=\"{{ root }}{{ asset('css/own.css') }}\"> {{ view.title }} is {{ view.extra.mood }}\n",
            "static/css/own.css": "a { background: url(../dot.png) }",
            "static/dot.png": b"dot",
            "static/.hidden": "no",
        },
    )
    build_site(tmp_path)
    published = tree(tmp_path / "public")
    assert b"A is calm" in published["2013/06/17/a.html"]
    (sheet,) = [path for path in published if path.startswith("static/css/own.")]
    assert sheet.encode() in published["2013/06/17/a.html"]
    (dot,) = [path for path in published if path.startswith("static/dot.")]
    assert published[sheet] == f"a {{ background: url(../{dot.removeprefix('static/')}) }}".encode()
    assert not [path for path in published if "hidden" in path]


def test_another_output_has_a_state_of_its_own(tmp_path: Path) -> None:
    """Building into one folder doesn't confuse the next build into another."""
    make_site(tmp_path, SITE)
    build_site(tmp_path)
    build_site(tmp_path, tmp_path / "other")
    (tmp_path / "content/ferry.md").unlink()
    build_site(tmp_path, tmp_path / "other")
    build_site(tmp_path)
    assert tree(tmp_path / "other") == tree(tmp_path / "public")


def test_the_site_folder_is_no_output(tmp_path: Path) -> None:
    """It holds the sources."""
    make_site(tmp_path, SITE)
    with pytest.raises(OutputError, match="didn't write"):
        build_site(tmp_path, tmp_path)
    assert (tmp_path / "content/ferry.md").exists()


def test_progress_is_told(tmp_path: Path) -> None:
    """Stage, how many are done, of how many."""
    make_site(tmp_path, SITE)
    told: list[tuple[str, int, int]] = []
    build(config.load(tmp_path), paths(tmp_path, None), Options(jobs=1, progress=lambda *step: told.append(step)))
    assert ("reading", 4, 4) in told
    assert any(stage == "rendering" and done for stage, done, _ in told)
