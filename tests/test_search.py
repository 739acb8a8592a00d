import functools
import gzip
import json
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from playwright.sync_api import Page as Tab

from sitegen import search, theme
from sitegen.errors import OutputError
from sitegen.model import Site
from sitegen.views import Link, Page, SearchView

PROJECT = Path(__file__).parent.parent
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")

needs_pagefind = pytest.mark.skipif(search.available() is None, reason="Pagefind can't run here")


def browser_test(test: Callable[..., None]) -> Callable[..., None]:
    """Mark a test that opens a real search in a real browser."""
    is_missing = CHROMIUM is None or search.available() is None
    return pytest.mark.browser(pytest.mark.skipif(is_missing, reason="Chromium or Pagefind is missing")(test))


def document(title: str, text: str, **facts: str) -> str:
    """A document of one paragraph."""
    return search.document(title=title, body=f"<p>{text}</p>", **facts)


FERRY = document("Ferry runs aground", "The ferry Halcyon ran aground off Port Ellery at noon.", date="2013-06-17")
HARVEST = document("A late harvest", "Growers in the Tamsin valley picked their pears in October.", date="2013-10")
DOCUMENTS = (("2013/06/17/ferry.html", FERRY), ("2013/10/harvest.html", HARVEST))


def texts(documents: tuple[tuple[str, str], ...]) -> str:
    """All that a bundle says of its documents, as readable text."""
    bundled = dict(search.bundle(documents, "en"))
    return json.dumps({name: _gunzip(content) for name, content in bundled.items() if name.startswith("fragment/")})


def _gunzip(content: bytes) -> str:
    return gzip.decompress(content).removeprefix(b"pagefind_dcd").decode()


def test_document_escapes_what_is_text() -> None:
    """A headline, a dek and a caption stay text, whatever they hold."""
    page = search.document(title='<b>"A"</b>', body="<p>x</p>", dek="<i>dek</i>", captions=["<u>caption</u>"])
    assert "<b>" not in page
    assert "<i>" not in page
    assert "<u>" not in page
    assert 'content="&lt;b&gt;&quot;A&quot;&lt;/b&gt;"' in page


def test_document_leaves_out_what_is_not_known() -> None:
    """An undated article by nobody has no empty facts."""
    expected = (
        '<!doctype html><html><head><meta data-pagefind-meta="title[content]" content="A"></head>'
        "<body data-pagefind-body><p>x</p></body></html>"
    )
    assert expected == search.document(title="A", body="<p>x</p>")


@needs_pagefind
@pytest.mark.parametrize(("title", "body"), [("Only a headline", ""), ("***", "<p>&hellip;</p>"), ("A", "<p></p>")])
def test_an_article_without_words_is_found_all_the_same(title: str, body: str) -> None:
    """By its headline. The search page names the bundle of its period, so there has to be one."""
    assert texts((("a.html", search.document(title=title, body=body)),))


@needs_pagefind
def test_available_tells_the_version() -> None:
    """The version can stand in a key: it is digits and dots."""
    version = search.available()
    assert version is not None
    assert version.replace(".", "").isdigit()


@needs_pagefind
def test_bundle_tells_address_title_and_facts() -> None:
    """A result leads to the article's path in the site, and carries what the results list shows."""
    told = texts(DOCUMENTS[:1])
    assert r"\"url\":\"2013/06/17/ferry.html\"" in told
    assert r"\"title\":\"Ferry runs aground\"" in told
    assert r"\"date\":\"2013-06-17\"" in told


@needs_pagefind
def test_bundle_has_no_file_of_the_engine() -> None:
    """What all bundles share is not in each of them; one file an article, and a few."""
    names = [name for name, _ in search.bundle(DOCUMENTS, "en")]
    assert sorted(names) == names
    assert sum(name.startswith("fragment/") for name in names) == 2
    assert not [name for name in names if name.endswith((".js", ".css")) or name.startswith("wasm")]


@needs_pagefind
def test_no_documents_give_no_bundle() -> None:
    """A period without articles has no files at all."""
    assert search.bundle((), "en") == ()


@needs_pagefind
def test_same_documents_same_bytes() -> None:
    """A bundle depends on its documents alone: not on the run, nor on the hash seed of the process."""
    many = tuple(
        (f"2013/{n}.html", document(f"Number {n}", f"Word{n} and Other{n % 7} again", section=f"S{n % 5}")) for n in range(60)
    )
    script = (
        "import hashlib, json, sys; from sitegen import search; "
        "print(hashlib.sha256(repr(search.bundle(json.load(sys.stdin), 'en')).encode()).hexdigest())"
    )

    def digest(seed: str) -> str:
        run = subprocess.run(
            [sys.executable, "-c", script],
            input=json.dumps(many),
            capture_output=True,
            text=True,
            check=True,
            cwd=PROJECT,
            env={"PYTHONHASHSEED": seed, "PATH": ""},
        )
        return run.stdout

    assert len({digest(seed) for seed in ("1", "2", "3", "4")}) == 1


@needs_pagefind
def test_engine_has_script_worker_and_one_language() -> None:
    """The engine is what the search page loads: script, worker, and the language's own program."""
    names = [name for name, _ in search.engine("en")]
    assert {"pagefind.js", "pagefind-worker.js", "pagefind-entry.json", "wasm.en.pagefind"} <= set(names)
    assert "wasm.unknown.pagefind" not in names
    assert not [name for name in names if "ui" in name]


@needs_pagefind
def test_engine_for_a_language_that_pagefind_lacks() -> None:
    """A language without a stemmer is searched without one."""
    assert "wasm.unknown.pagefind" in dict(search.engine("xx"))


@needs_pagefind
def test_no_file_is_empty() -> None:
    """Every file has arrived whole."""
    assert all(content for _, content in (*search.bundle(DOCUMENTS, "en"), *search.engine("en")))


@needs_pagefind
def test_refusal_says_what_to_do() -> None:
    """What Pagefind can't take is an error with a mend, not a hang."""
    with pytest.raises(OutputError, match="search: off"):
        search.bundle([("a.html", 5)], "en")  # type: ignore[list-item]


def search_page(folder: Path, *years: str) -> str:
    """The search page of a site with these bundles, in a bare frame."""
    (folder / "base.html").write_text(
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{% block title %}{% endblock %}</title>'
        '<link rel="icon" href="data:,"></head>'
        "<body>{% block main %}{% endblock %}{% block scripts %}{% endblock %}</body></html>"
    )
    bundles = tuple(Link(year, f"search/{year}/pagefind-entry.json") for year in years)
    view = SearchView(bundles, (Link("2013", "2013/index.html"),))
    page = Page("search/index.html", "search.html", view, "search/", "../")
    folders = [folder, PROJECT / "templates"]
    return theme.render(theme.load(folders, Site(title="The Ellery Courier"), {"search.js": "static/search.js"}, None), page)


def test_page_without_bundles_tells_how_to_browse(tmp_path: Path) -> None:
    """Where search is off there is no form and no script, but the ways in."""
    page = search_page(tmp_path)
    assert "<form" not in page
    assert "<script" not in page
    assert '<a href="../2013/index.html">2013</a>' in page
    assert '<a href="../tags/index.html">topics</a>' in page


def test_page_hides_its_form_until_the_script_runs(tmp_path: Path) -> None:
    """Without a script nobody meets a form that does nothing; the page says why."""
    page = search_page(tmp_path, "2014", "2013")
    assert '<form role="search" hidden' in page
    assert 'data-bundles="search/2014/pagefind-entry.json search/2013/pagefind-entry.json"' in page
    assert "needs JavaScript" in page


def test_script_is_small() -> None:
    """The page's own script stays under 7 kB."""
    assert len((PROJECT / "static/search.js").read_bytes()) <= 7_000


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A server's root with a site in its folder `archive`: two bundles, the engine, and the search page."""
    later = (("2014/a%20b.html", document("<Fire> at the mill", "The mill at Port Ellery &amp; its &lt;barn&gt; burnt down.")),)
    page = search_page(tmp_path, "2014", "2013", "1999")  # 1999 is missing: the others must still be searched
    folders = {
        "search/2013": search.bundle(DOCUMENTS, "en"),
        "search/2014": search.bundle(later, "en"),
        "search/engine": search.engine("en"),
        "search": (("index.html", page.encode()),),
        "static": (("search.js", (PROJECT / "static/search.js").read_bytes()),),
        "2014": (("a b.html", b"<!doctype html><title>The mill</title>"),),
    }
    for folder, files in folders.items():
        for name, content in files:
            path = tmp_path / "root/archive" / folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    return tmp_path / "root"


class QuietHandler(SimpleHTTPRequestHandler):
    """A server that keeps its log to itself."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def address(archive: Path) -> Iterator[str]:
    """The search page's address on a server, under a sub-path."""
    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(QuietHandler, directory=archive)) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/archive/search/"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture
def tab(browser: Browser) -> Iterator[Tab]:
    """A new tab with five seconds' patience."""
    tab = browser.new_page()
    tab.set_default_timeout(5_000)
    yield tab
    tab.close()


@browser_test
def test_search_finds_in_all_bundles_newest_address_first(tab: Tab, address: str) -> None:
    """One question asks every bundle; one that is missing doesn't matter; words are marked, and text stays text."""
    tab.goto(address)
    tab.get_by_role("searchbox").fill("ellery")
    tab.wait_for_selector("#search-status:has-text('2 articles found for “ellery”.')")
    expected = {"Ferry runs aground", "<Fire> at the mill"}
    assert expected == set(tab.locator(".search-result h2").all_inner_texts())
    assert {"Ellery"} == set(tab.locator("mark").all_inner_texts())
    assert "& its <barn> burnt" in tab.locator(".search-results").inner_text()
    assert "17 June 2013" in tab.locator(".search-results").inner_text()
    assert tab.url.endswith("?q=ellery")


@browser_test
def test_a_word_that_another_bundle_has_is_not_shortened(tab: Tab, archive: Path, address: str) -> None:
    """One bundle has Halcyon, the other has Hal, which is no find for it; but a beginning alone finds what begins so."""
    shutil.rmtree(archive / "archive/search/2014")
    for name, content in search.bundle((("2014/hal.html", document("Hal resigns", "Hal was not asked to stay.")),), "en"):
        path = archive / "archive/search/2014" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    for words in ("halcyon", "ferry halcyon"):
        tab.goto(f"{address}?q={words}")
        tab.wait_for_selector("#search-status:has-text('1 article found')")
        assert tab.locator(".search-result h2").all_inner_texts() == ["Ferry runs aground"]
    tab.goto(f"{address}?q=halcyo")
    tab.wait_for_selector(".search-result:has-text('Ferry runs aground')")


@browser_test
def test_search_result_leads_to_the_article_under_a_sub_path(tab: Tab, address: str) -> None:
    """An address in the site with an escaped letter opens."""
    tab.goto(f"{address}?q=mill")
    tab.get_by_role("link", name="<Fire> at the mill").click()
    tab.wait_for_url("**/archive/2014/a%20b.html")
    assert tab.title() == "The mill"


@browser_test
def test_search_works_by_keyboard(tab: Tab, address: str) -> None:
    """Words, Enter, Tab, Enter: no pointer is needed; and nothing but the button stands between words and results."""
    tab.goto(address)
    tab.get_by_role("searchbox").focus()
    tab.keyboard.type("barn")
    tab.keyboard.press("Enter")
    tab.wait_for_selector(".search-result")
    tab.keyboard.press("Tab")
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/archive/2014/a%20b.html")


@browser_test
def test_search_without_a_find_says_so(tab: Tab, address: str) -> None:
    """No find, and no letter at all, are both told."""
    tab.goto(f"{address}?q=zeppelin")
    tab.wait_for_selector("#search-status:has-text('Nothing found for “zeppelin”.')")
    tab.get_by_role("searchbox").fill("_")
    tab.wait_for_function("document.getElementById('search-status').textContent === ''")
    assert tab.locator(".search-result").count() == 0


@browser_test
def test_search_page_from_disk_tells_how_to_browse(tab: Tab, archive: Path) -> None:
    """Opened from a disk, the page shows no form that can't work, and no error."""
    errors: list[str] = []
    tab.on("console", lambda message: errors.append(message.text))
    tab.goto((archive / "archive/search/index.html").as_uri())
    assert tab.get_by_text("needs JavaScript").is_visible()
    assert not tab.locator("form").is_visible()
    assert errors == []


@browser_test
def test_search_shows_ten_results_and_then_more(tab: Tab, archive: Path, address: str) -> None:
    """Many results come in tens; the button brings the next, and the keyboard's focus goes there."""
    many = tuple((f"2013/{n:02}.html", document(f"Tide table {n}", "High water at Port Ellery.")) for n in range(25))
    shutil.rmtree(archive / "archive/search/2013")
    for name, content in search.bundle(many, "en"):
        path = archive / "archive/search/2013" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    tab.goto(f"{address}?q=tide")
    tab.wait_for_selector("#search-status:has-text('25 articles found')")
    counts = []
    for _ in range(2):
        counts.append(tab.locator(".search-result").count())
        tab.get_by_role("button", name="More results").click()
        tab.wait_for_function(f"document.querySelectorAll('.search-result').length > {counts[-1]}")
    assert [*counts, tab.locator(".search-result").count()] == [10, 20, 25]
    assert not tab.get_by_role("button", name="More results").is_visible()
    assert tab.evaluate("document.activeElement.closest('li') === document.querySelectorAll('.search-result')[20]")
