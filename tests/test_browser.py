"""The built demo in a real browser, from a disk and from a server, and the preview that follows an edit."""

import functools
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple

import pytest
from demo import PROJECT, build_demo, build_hostile, demand
from playwright.sync_api import Browser, expect, sync_playwright
from playwright.sync_api import Page as Tab
from sites import make_site, write

pytestmark = pytest.mark.browser

QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
QUIET += ["--disable-component-update", "--disable-sync"]

ABORTED = "net::ERR_ABORTED"  # a request whose page was left is no fault

TRUCE = "2013/06/19/grange-ives-seek-a-truce-over-barrow-lake.html"
STRIKE = "1999/10/02/corley-strike-ends-sunday-shift-goes.html"
INQUIRY = "2008/05/29/gates-opened-four-hours-late-flood-inquiry-finds.html"
FLOOD = "2008/04/12/tamsin-takes-water-street-and-the-corley-bridge.html"
SHIFT = "2004/11/26/the-last-shift-at-corley.html"
DOME = "2017/10/a-new-dome-for-the-pringle-observatory.html"
BELL = "undated/the-bell-on-the-corley-bridge.html"
TOWN = "places/vesper-falls/index.html"
ARTICLE = r"\d{4}/\d\d/\d\d/[^/]+\.html"


class Step(NamedTuple):
    """A link of one kind: the page that it stands on, which one it is there, and the address that it must lead to."""

    kind: str
    start: str
    link: str
    end: str


STEPS = (
    Step("article", "index.html", ".lead h2 a", ARTICLE),
    Step("article in a list", TOWN, ".teasers h2 a", ARTICLE),
    Step("tag", TRUCE, ".topics a[href*='tags/']", r"tags/barrow-lake/index\.html"),
    Step("person", TRUCE, ".topics a[href*='people/']", r"people/lottie-grange/index\.html"),
    Step("place", TRUCE, ".topics a[href*='places/']", r"places/[^/]+/index\.html"),
    Step("organisation", TRUCE, ".topics a[href*='organizations/']", r"organizations/tamsin-river-authority/index\.html"),
    Step("author", STRIKE, ".byline a", r"authors/cass-merriman/index\.html"),
    Step("section", TRUCE, ".kicker a", r"sections/town-hall/index\.html"),
    Step("section from the front page", "index.html", ".terms a[href*='sections/']", r"sections/[^/]+/index\.html"),
    Step("day of an article", TRUCE, ".date a", r"2013/06/19/index\.html"),
    Step("month of an article", DOME, ".date a", r"2017/10/index\.html"),
    Step("year", "index.html", ".years a", r"2019/index\.html"),
    Step("month", "2013/index.html", ".month caption a", r"2013/02/index\.html"),
    Step("day", "2013/06/index.html", ".month td a", r"2013/06/19/index\.html"),
    Step("undated", "index.html", ".years a[href*='undated']", r"undated/index\.html"),
    Step("undated from an article", BELL, ".date a", r"undated/index\.html"),
    Step("previous article", TRUCE, ".neighbours .earlier", ARTICLE),
    Step("next article", TRUCE, ".neighbours .later", ARTICLE),
    Step("previous year", "2013/index.html", ".neighbours .earlier", r"2012/index\.html"),
    Step("next month", "2013/06/index.html", ".neighbours .later", r"2013/10/index\.html"),
    Step("previous day", "2013/06/19/index.html", ".neighbours .earlier", r"2013/04/09/index\.html"),
    Step("reference in the text", TRUCE, ".reference a", re.escape(INQUIRY)),
    Step("reference below the text", DOME, ".references a", ARTICLE),
    Step("mentioned in", INQUIRY, ".mentions a", re.escape(TRUCE)),
    Step("pager", TOWN, ".pager li a[href*='page/']", r"places/vesper-falls/page/\d+/index\.html"),
    Step("older pages", TOWN, ".pager a[rel=next]", r"places/vesper-falls/page/\d+/index\.html"),
    Step(
        "newer pages", "places/vesper-falls/page/1/index.html", ".pager a[rel=prev]", r"places/vesper-falls/page/2/index\.html"
    ),
    Step("Atom feed", TRUCE, ".imprint a >> nth=1", r"feed\.xml"),
    Step("RSS feed", TRUCE, ".imprint a >> nth=2", r"rss\.xml"),
    Step("JSON feed", TRUCE, ".imprint a >> nth=3", r"feed\.json"),
    Step("feed of a tag", "tags/corley-bridge/index.html", ".tally a", r"tags/corley-bridge/feed\.xml"),
    Step("letter", "people/index.html", ".letters a >> nth=-1", r"people/index\.html#letter-."),
    Step("term in an index", "people/index.html", ".letter .terms a", r"people/[^/]+/index\.html"),
    *(
        Step(f"menu: {kind}", TRUCE, f".menu a[href$='{kind}/index.html']", f"{kind}/index\\.html")
        for kind in ("sections", "tags", "people", "places", "organizations", "authors", "search")
    ),
    Step("breadcrumb", "tags/corley-bridge/index.html", ".crumbs a >> nth=-1", r"tags/index\.html"),
    Step("breadcrumb of a day", "2013/06/19/index.html", ".crumbs a >> nth=-1", r"2013/06/index\.html"),
    Step("front page", TRUCE, ".nameplate a", r"index\.html"),
    Step("skip link", TRUCE, ".skip", re.escape(TRUCE) + "#main"),
    Step("browsing from the search page", "search/index.html", "nav.plain a", r"\d{4}/index\.html"),
    Step("front page from the 404 page", "404.html", ".plain a[href$='index.html'] >> nth=1", r"index\.html"),
)
KINDS = (
    *("index.html", TRUCE, STRIKE, FLOOD, SHIFT, BELL, TOWN, "places/vesper-falls/page/1/index.html", "404.html"),
    *(
        "2012/03/11/otters-beat-port-regent-in-overtime-for-first-provincial-title.html",
        "people/index.html",
        "undated/index.html",
    ),
    *("tags/index.html", "sections/town-hall/index.html", "2013/index.html", "2013/06/index.html", "2013/06/19/index.html"),
    *("search/index.html", "authors/alma-teasdale/index.html"),
)


@dataclass(frozen=True)
class Watched:
    """A tab, and what went wrong in it."""

    tab: Tab
    faults: list[str] = field(default_factory=list)


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo, built."""
    return build_demo(tmp_path_factory.mktemp("demo"))


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The hostile site, built."""
    return build_hostile(tmp_path_factory.mktemp("hostile"))


@pytest.fixture(scope="module")  # while Playwright runs, no other module's tests can start an event loop
def browser() -> Iterator[Browser]:
    """One Chromium for all."""
    program = demand(shutil.which("chromium") or shutil.which("google-chrome"), "Chromium")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=QUIET)
        yield started
        started.close()


@contextmanager
def watched(browser: Browser, *, scheme: str = "light", width: int = 1280) -> Iterator[Watched]:
    """A new tab that notes console errors, errors in scripts, failed requests and bad answers."""
    context = browser.new_context(
        color_scheme="dark" if scheme == "dark" else "light", viewport={"width": width, "height": 800}
    )
    tab = context.new_page()
    tab.set_default_timeout(15_000)
    seen = Watched(tab)
    tab.on("console", lambda message: seen.faults.append(message.text) if message.type in {"error", "warning"} else None)
    tab.on("pageerror", lambda error: seen.faults.append(str(error)))
    tab.on(
        "requestfailed", lambda request: seen.faults.append(f"failed: {request.url}") if request.failure != ABORTED else None
    )
    tab.on(
        "response",
        lambda response: seen.faults.append(f"{response.status}: {response.url}") if response.status >= 400 else None,
    )
    yield seen
    context.close()


class Quiet(SimpleHTTPRequestHandler):
    """A static host under a sub-path, without its log."""

    def translate_path(self, path: str) -> str:
        """Nothing but what is below the sub-path is there."""
        inside = path.removeprefix("/sub/path")
        return super().translate_path(inside if inside != path else "/nowhere")

    def do_GET(self) -> None:
        """As any static host; the host's own icon, which browsers ask for beside a feed, is none of the site's business."""
        if self.path == "/favicon.ico":
            self.send_response(HTTPStatus.NO_CONTENT)
            self.end_headers()
        else:
            super().do_GET()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- the name that it has there
        """Say nothing."""


@contextmanager
def hosted(folder: Path) -> Iterator[str]:
    """The address of a folder, served under a sub-path."""
    handler = functools.partial(Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/sub/path"
        finally:
            server.shutdown()
            thread.join()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("place", ["disk", "sub-path"])
def test_a_link_of_every_kind_leads_on(browser: Browser, demo: Path, place: str, scheme: str) -> None:
    """From a disk and under a sub-path, in both colour schemes, each kind of link arrives and no page has a fault."""
    with hosted(demo) as address, watched(browser, scheme=scheme) as seen:
        home = demo.as_uri() if place == "disk" else address
        for step in STEPS:
            seen.tab.goto(f"{home}/{step.start}")
            seen.tab.locator(step.link).first.focus()
            seen.tab.keyboard.press("Enter")
            start, end = f"{home}/{step.start}", re.compile(f"{re.escape(home)}/{step.end}")
            seen.tab.wait_for_url(lambda url, start=start, end=end: url != start and end.fullmatch(url) is not None)
            assert ([], step) == (seen.faults, step)


def test_old_addresses_lead_on(browser: Browser, demo: Path) -> None:
    """An alias opens the article that has moved, from a disk too."""
    with watched(browser) as seen:
        seen.tab.goto(f"{demo.as_uri()}/business/mill-last-day.html")
        seen.tab.wait_for_url(f"{demo.as_uri()}/{SHIFT}")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_follows_the_colour_scheme(browser: Browser, demo: Path, scheme: str) -> None:
    """Dark is dark ink's paper, and light is light."""
    with watched(browser, scheme=scheme) as seen:
        seen.tab.goto(f"{demo.as_uri()}/{TRUCE}")
        paper, ink = (
            sum(map(int, re.findall(r"\d+", seen.tab.evaluate(f"getComputedStyle(document.documentElement).{name}"))[:3]))
            for name in ("backgroundColor", "color")
        )
        assert (paper < ink) == (scheme == "dark")


@pytest.mark.parametrize("width", [390, 320])
def test_no_page_scrolls_sideways(browser: Browser, demo: Path, hostile: Path, width: int) -> None:
    """On a phone, each kind of page fits, and so does every page of the hostile site."""
    addresses = [f"{demo.as_uri()}/{path}" for path in KINDS] + [file.as_uri() for file in sorted(hostile.rglob("*.html"))]
    with watched(browser, width=width) as seen:
        wide = []
        for address in addresses:
            seen.tab.goto(address)
            if (needed := int(seen.tab.evaluate("document.documentElement.scrollWidth"))) > width:
                wide.append(f"{address}: {needed}")
        assert wide == []


def test_reading_needs_no_script(browser: Browser, demo: Path) -> None:
    """With scripts off, an article is whole and the search page tells how to browse."""
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(f"{demo.as_uri()}/{TRUCE}")
    expect(tab.locator(".story-text")).to_contain_text("The lake stood at two feet over its summer mark")
    tab.goto(f"{demo.as_uri()}/search/index.html")
    expect(tab.get_by_text("The search needs JavaScript")).to_be_visible()
    context.close()


def test_a_search_finds_an_article_and_leads_to_it(browser: Browser, demo: Path) -> None:
    """Under a sub-path, typed words bring up their article first, and its link opens it."""
    with hosted(demo) as address, watched(browser) as seen:
        seen.tab.goto(f"{address}/search/index.html")
        seen.tab.get_by_role("searchbox").fill("bathtub pews")
        result = seen.tab.locator("#search-results a").first
        expect(result).to_have_text("Tamsin takes Water Street, and the Corley Bridge")
        result.click()
        seen.tab.wait_for_url(f"{address}/{FLOOD}")
        assert seen.faults == []


def test_from_a_disk_the_search_page_says_how_to_browse(browser: Browser, demo: Path) -> None:
    """No form that can't work, no error: words, and links."""
    with watched(browser) as seen:
        seen.tab.goto(f"{demo.as_uri()}/search/index.html")
        expect(seen.tab.get_by_text("it can’t run in a page that was opened from a disk")).to_be_visible()
        expect(seen.tab.locator("form")).to_be_hidden()
        assert seen.faults == []


ROAD = "The Road to the Quarry\n\nMarch 4, 2003\n\n{}\n"


@contextmanager
def previewed(site: Path) -> Iterator[str]:
    """The address at which `build.py serve` shows a site."""
    command = [sys.executable, str(PROJECT / "build.py"), "serve", "--site", str(site), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        said: list[str] = []
        try:
            for line in process.stderr:
                said.append(line)
                if found := re.search(r"Serving at (http://\S+?)/ ", line):
                    break
            else:
                pytest.fail("".join(said))
            yield found[1]
        finally:
            process.terminate()


def test_the_preview_follows_an_edit(browser: Browser, tmp_path: Path) -> None:
    """A saved text changes the open page by itself; the script that does it is in what is served and in no file."""
    site = make_site(tmp_path, {"content/road.txt": ROAD.format("It is closed.")})
    with previewed(site) as address, watched(browser) as seen:
        seen.tab.goto(f"{address}/2003/03/04/the-road-to-the-quarry.html")
        expect(seen.tab.locator(".story-text")).to_have_text("It is closed.")
        assert seen.tab.locator("script[src='/_sitegen/client.js']").count() == 1
        write(site, "content/road.txt", ROAD.format("It is open again."))
        expect(seen.tab.locator(".story-text")).to_have_text("It is open again.", timeout=15_000)
        files = [file.read_text("utf-8") for file in (site / ".sitegen").rglob("*.html")]
        assert (len(files) > 1, [text for text in files if "_sitegen" in text]) == (True, [])
        assert not (site / "public").exists()
        assert seen.faults == []


def test_the_preview_shows_a_problem_until_it_is_mended(browser: Browser, tmp_path: Path) -> None:
    """A bad edit is told in the page, over the last good one; mending it clears the words."""
    site = make_site(tmp_path, {"content/road.txt": ROAD.format("It is closed.")})
    with previewed(site) as address, watched(browser) as seen:
        seen.tab.goto(f"{address}/2003/03/04/the-road-to-the-quarry.html")
        write(site, "content/road.txt", "---\ntags: [quarry\n---\n" + ROAD.format("It is closed."))
        alert = seen.tab.get_by_role("alert")
        expect(alert).to_contain_text("content/road.txt:", timeout=15_000)
        expect(seen.tab.locator(".story-text")).to_have_text("It is closed.")
        write(site, "content/road.txt", ROAD.format("It is closed."))
        expect(alert).to_have_count(0, timeout=15_000)
