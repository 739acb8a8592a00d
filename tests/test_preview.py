import asyncio
import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from sitegen.errors import SettingsError
from sitegen.model import Problem
from sitegen.preview.bulletin import BuildOutcome, Bulletin
from sitegen.preview.pages import application
from sitegen.preview.serve import _outcome, _server, listen
from sitegen.preview.watch import Changes, watching

PROJECT = Path(__file__).parent.parent
PATIENCE = 10.0  # seconds before a test gives up; none takes so long unless it fails

# A stand-in for the build: one page from one text. A text that begins with BAD can't be built, CRASH is a fault of ours.
PREVIEW = """
import sys
from pathlib import Path
from sitegen.errors import ContentError
from sitegen.preview import BuildOutcome, serve

site = Path(sys.argv[1])

def build():
    text = (site / "content/a.txt").read_text()
    if text.startswith("BAD"):
        raise ContentError("isn't good", path="content/a.txt", line=1, hint="mend it")
    if text.startswith("CRASH"):
        raise ZeroDivisionError(text)
    (site / "public").mkdir(exist_ok=True)
    (site / "public/index.html").write_text(f"<html><body><p>{text}</p></body></html>")
    return BuildOutcome(changed=("index.html",))

def say(text):
    print(text, flush=True)

sys.exit(serve(build, [site / "content", site / "site.yaml"], site / "public", port=0, say=say))
"""


@contextmanager
def serving(output: Path, bulletin: Bulletin, host: str = "127.0.0.1") -> Iterator[int]:
    """The pages of a folder on a real socket; its port."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        server = _server(application(output, bulletin, host))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [door]})
        thread.start()
        try:
            yield door.getsockname()[1]
        finally:
            server.should_exit = True
            thread.join()


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built site, next to a file that is nobody's business, and with links that lead there. Tests leave it as it is."""
    folder = tmp_path_factory.mktemp("site")
    (folder / "secret.txt").write_text("secret")
    public = folder / "public"
    for name, text in {
        "index.html": "<html><body>front</body></html>",
        "2013/index.html": "<html><body>2013</body></html>",
        "static/style.css": "p { color: red }",
        "404.html": "<html><body>nothing</body></html>",
    }.items():
        (public / name).parent.mkdir(parents=True, exist_ok=True)
        (public / name).write_text(text)
    (public / "link.txt").symlink_to(folder / "secret.txt")
    (public / "folder").symlink_to(folder, target_is_directory=True)
    (public / "loop").symlink_to(public / "loop")
    return public


@pytest.fixture(scope="module")
def port(output: Path) -> Iterator[int]:
    """The port of the built site's preview."""
    with serving(output, Bulletin()) as port:
        yield port


def get(port: int, path: str, method: str = "GET", **headers: str) -> tuple[int, bytes, http.client.HTTPMessage]:
    """Status, body and headers of an answer; the path is sent as it stands."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.putrequest(method, path, skip_host="Host" in headers, skip_accept_encoding=True)
        for name, value in headers.items():
            connection.putheader(name.replace("_", "-"), value)
        connection.endheaders()
        answer = connection.getresponse()
        return answer.status, answer.read(), answer.headers
    finally:
        connection.close()


@contextmanager
def following(port: int) -> Iterator[Callable[[], dict[str, object]]]:
    """A browser's stream of events; call for the next."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    connection.request("GET", "/_sitegen/events")
    answer = connection.getresponse()

    def next_event() -> dict[str, object]:
        while not (line := answer.readline()).startswith(b"data: "):
            assert line, "the stream has ended"
        event: dict[str, object] = json.loads(line.removeprefix(b"data: "))
        return event

    try:
        yield next_event
    finally:
        answer.close()
        connection.close()


def test_page_gets_the_client_script_and_the_file_does_not(port: int, output: Path) -> None:
    """Reload code is added on the way to the browser; the output folder never sees it."""
    before = (output / "index.html").read_bytes()
    status, body, headers = get(port, "/")
    assert status == 200
    assert body.startswith(b'<html><body>front<script src="/_sitegen/client.js" data-version="')
    assert body.endswith(b"</script></body></html>")
    assert headers["Cache-Control"] == "no-cache"
    assert before == (output / "index.html").read_bytes()


def test_other_files_are_served_as_they_are(port: int) -> None:
    """A style sheet has no script in it."""
    status, body, headers = get(port, "/static/style.css")
    assert (status, body) == (200, b"p { color: red }")
    assert headers["Content-Type"].startswith("text/css")


def test_client_script_is_served(port: int) -> None:
    """The script that pages ask for is there."""
    status, body, _ = get(port, "/_sitegen/client.js")
    assert status == 200
    assert b"EventSource" in body


def test_folder_leads_to_its_index(port: int) -> None:
    """An address without its slash is sent on, so that relative links work."""
    status, _, headers = get(port, "/2013")
    assert status == 307
    assert headers["Location"].endswith("/2013/")
    assert b"2013<script" in get(port, "/2013/")[1]


def test_missing_page_shows_the_sites_own(port: int) -> None:
    """404.html comes with its status, and with the script: the page may appear by the next build."""
    status, body, _ = get(port, "/2014/")
    assert status == 404
    assert b"nothing<script" in body


def test_folder_without_index_is_not_listed(port: int) -> None:
    """There are no directory listings."""
    status, body, _ = get(port, "/static/")
    assert status == 404
    assert b"style.css" not in body


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/2013/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/..%5csecret.txt",
        "/..\\secret.txt",
        "//../secret.txt",
        "/%2fetc/passwd",
        "/link.txt",
        "/folder/secret.txt",
        "/loop",
        "/index.html%00.css",
        "/" + "a" * 5000,
        "/" + "a/" * 2000,
        "/%ff%fe",
    ],
)
def test_nothing_outside_the_output_is_served(port: int, path: str) -> None:
    """Neither dots, encodings, links nor nonsense lead out of the folder, or to a failure of the server."""
    status, body, _ = get(port, path)
    assert status == 404
    assert b"secret" not in body


def test_head_has_no_body(port: int) -> None:
    """HEAD tells the length alone."""
    status, body, headers = get(port, "/static/style.css", "HEAD")
    assert (status, body, headers["Content-Length"]) == (200, b"", "16")
    assert get(port, "/", "HEAD")[:2] == (200, b"")


def test_range_is_answered_with_the_part(port: int) -> None:
    """A player can ask for a part of a file."""
    status, body, headers = get(port, "/static/style.css", Range="bytes=4-8")
    assert (status, body, headers["Content-Range"]) == (206, b"color", "bytes 4-8/16")


def test_unchanged_file_is_not_sent_again(port: int) -> None:
    """A conditional request saves the transfer, and the answer is still asked for each time."""
    tag = get(port, "/static/style.css")[2]["ETag"]
    status, body, headers = get(port, "/static/style.css", If_None_Match=tag)
    assert (status, body, headers["Cache-Control"]) == (304, b"", "no-cache")


def test_writing_is_refused(port: int) -> None:
    """The preview only reads."""
    assert get(port, "/index.html", "POST")[0] == 405
    assert get(port, "/_sitegen/events", "POST")[0] == 405


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "LOCALHOST", "[::1]"])
def test_host_names_of_this_machine_are_answered(port: int, name: str) -> None:
    """With and without a port."""
    assert get(port, "/", Host=name)[0] == 200
    assert get(port, "/", Host=f"{name}:{port}")[0] == 200


@pytest.mark.parametrize("name", ["news.example", "localhost.news.example", "192.0.2.7", "", "[::1", "user@news.example"])
def test_other_host_names_are_refused(port: int, name: str) -> None:
    """A page of somebody else's can't read the preview through a name that it points here."""
    status, body, _ = get(port, "/", Host=name)
    assert status == 421
    assert b"front" not in body


def test_open_preview_answers_to_addresses_but_not_to_names(output: Path) -> None:
    """Bound to every address, the preview can be opened by any of them."""
    with serving(output, Bulletin(), host="0.0.0.0") as port:  # noqa: S104 -- only the host check hears of it
        assert get(port, "/", Host="192.0.2.7:8000")[0] == 200
        assert get(port, "/", Host="[2001:db8::7]")[0] == 200
        assert get(port, "/", Host="news.example")[0] == 421


def test_output_may_come_later(tmp_path: Path) -> None:
    """Before the first good build there is a page that waits for it."""
    with serving(tmp_path / "public", Bulletin()) as port:
        status, body, _ = get(port, "/")
        assert status == 404
        assert b"/_sitegen/client.js" in body
        (tmp_path / "public").mkdir()
        (tmp_path / "public/index.html").write_text("<p>at last")
        assert get(port, "/")[1].startswith(b"<p>at last<script")


def test_follower_hears_of_each_edition(output: Path) -> None:
    """The version changes when pages do; problems come as text and leave the version alone."""
    bulletin = Bulletin()
    with serving(output, bulletin) as port, following(port) as next_event:
        first = next_event()
        bulletin.publish(BuildOutcome(changed=("index.html",)))
        second = next_event()
        bulletin.publish(BuildOutcome(problems=(Problem("a.txt", 3, "is <b>", "mend it"),)))
        third = next_event()
    assert first["version"] != second["version"]
    assert (second["problems"], third["problems"]) == ([], ["a.txt:3: is <b>: mend it"])
    assert second["version"] == third["version"]


def test_page_carries_the_version_that_followers_hear(output: Path) -> None:
    """A page that is up to date has no reason to reload."""
    with serving(output, Bulletin()) as port, following(port) as next_event:
        assert f'data-version="{next_event()["version"]}"'.encode() in get(port, "/")[1]


def test_two_runs_have_different_versions() -> None:
    """A tab that is left open over a restart reloads."""
    assert Bulletin().edition.version != Bulletin().edition.version


def test_silence_is_heard() -> None:
    """A follower that hears nothing is told so, and can find out that its browser has gone."""

    async def first_two() -> list[object]:
        stream = Bulletin().follow(patience=0.01)
        heard = [await anext(stream), await anext(stream)]
        await stream.aclose()
        return heard

    assert asyncio.run(first_two())[1] is None


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site's folder with a content folder and settings."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content/a.txt").write_text("one")
    (tmp_path / "site.yaml").write_text("title: A")
    return tmp_path


@contextmanager
def watched(site: Path, *names: str) -> Iterator[Callable[[], list[str]]]:
    """Watch a site's folders and files; call for what has changed."""
    changes = Changes()
    alarm = threading.Timer(PATIENCE, changes.close)
    alarm.start()
    try:
        with watching([site / name for name in names], site / "content/public", changes, pytest.fail):
            yield lambda: [path.relative_to(site).as_posix() for path in changes.settle()]
    finally:
        alarm.cancel()
        alarm.join()


def test_written_file_is_reported_once(site: Path) -> None:
    """A burst of events is one change."""
    with watched(site, "content", "site.yaml") as settled:
        for n in range(20):
            (site / "content/a.txt").write_text(str(n))
        assert settled() == ["content/a.txt"]


def test_saving_by_renaming_is_reported(site: Path) -> None:
    """Editors write beside the file and put the new one in its place; settings too."""
    with watched(site, "content", "site.yaml") as settled:
        (site / "content/.a.txt.new").write_text("two")
        (site / "content/.a.txt.new").replace(site / "content/a.txt")
        assert settled() == ["content/a.txt"]
        (site / "settings~").write_text("title: B")
        (site / "settings~").replace(site / "site.yaml")
        assert settled() == ["site.yaml"]


def test_removed_file_is_reported(site: Path) -> None:
    """A file that goes is a change."""
    with watched(site, "content") as settled:
        (site / "content/a.txt").unlink()
        assert settled() == ["content/a.txt"]


def test_new_folder_is_watched(site: Path) -> None:
    """What happens in a folder made since counts, at any depth."""
    with watched(site, "content") as settled:
        (site / "content/2013/06").mkdir(parents=True)
        assert "content/2013" in settled()
        (site / "content/2013/06/b.txt").write_text("new")
        assert "content/2013/06/b.txt" in settled()


def test_watched_folder_may_come_later_and_come_back(site: Path) -> None:
    """A site's first template is seen, and so is a folder that was moved away and made anew."""
    with watched(site, "templates") as settled:
        (site / "templates").mkdir()
        assert settled() == ["templates"]
        (site / "templates/a.html").write_text("a")
        assert settled() == ["templates/a.html"]
        (site / "templates").rename(site / "old")
        assert "templates" in settled()
        (site / "templates").mkdir()
        assert "templates" in settled()
        (site / "templates/b.html").write_text("b")
        assert settled() == ["templates/b.html"]


def test_temporary_files_and_output_are_passed_over(site: Path) -> None:
    """What editors leave for a moment, hidden folders, and what the build writes don't count; nor does reading."""
    with watched(site, "content") as settled:
        for name in (
            "a.txt~",
            ".a.txt.swp",
            "4913",
            "#a.txt#",
            ".#a.txt",
            "a.txt.tmp",
            ".git/x",
            ".sitegen/y",
            "public/index.html",
        ):
            (site / "content" / name).parent.mkdir(exist_ok=True)
            (site / "content" / name).write_text("x")
        (site / "content/a.txt").read_text()
        (site / "content/z.txt").write_text("the only one")
        assert settled() == ["content/z.txt"]


def test_endless_changes_are_built_in_pieces() -> None:
    """Changes that never rest don't hold the build up for ever."""
    changes = Changes(quiet=PATIENCE, patience=0.01)
    changes.report(Path("a"))
    assert changes.settle() == (Path("a"),)


def test_close_ends_the_waiting() -> None:
    """Nothing is built after the end."""
    changes = Changes()
    changes.report(Path("a"))
    changes.close()
    assert changes.settle() == ()


def test_taken_port_gives_the_next_one() -> None:
    """Where no port is asked for, the first free one serves, and is said."""
    said: list[str] = []
    with listen("127.0.0.1", None, said.append) as first, listen("127.0.0.1", None, said.append) as second:
        assert first.getsockname()[1] < second.getsockname()[1]
        assert f"using {second.getsockname()[1]}" in said[-1]


def test_port_asked_for_is_the_port_or_an_error() -> None:
    """A port given by name is never another one."""
    with (
        socket.create_server(("127.0.0.1", 0)) as door,
        pytest.raises(SettingsError, match="--port"),
    ):
        listen("127.0.0.1", door.getsockname()[1], pytest.fail)


@pytest.mark.parametrize(("host", "port"), [("127.0.0.1", 70_000), ("no.such.host.invalid", 8000), ("192.0.2.7", 8000)])
def test_address_that_cannot_be_is_an_error(host: str, port: int) -> None:
    """A port that isn't one and a host that isn't ours are settings to mend."""
    with pytest.raises(SettingsError, match="--port"):
        listen(host, port, pytest.fail)


def test_fault_of_ours_is_an_outcome() -> None:
    """An unexpected exception is told whole in the terminal and in short in the page."""
    said: list[str] = []

    def build() -> BuildOutcome:
        raise ZeroDivisionError("by nought")

    outcome = _outcome(build, said.append)
    assert outcome.changed == ()
    assert [problem.what for problem in outcome.problems] == ["ZeroDivisionError: by nought"]
    assert "Traceback" in said[0]


class Preview:
    """A preview in a process of its own, as a person runs it."""

    def __init__(self, site: Path) -> None:
        environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
        command = [sys.executable, "-W", "error", "-c", PREVIEW, str(site)]
        self.process = subprocess.Popen(
            command, cwd=PROJECT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        self.lines: list[str] = []

    def hears(self, words: str) -> str:
        """The next line of the terminal that holds the words."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.append(line)
            if words in line:
                return line
        pytest.fail(f"never said {words!r}: {self.lines}")

    def port(self) -> int:
        """Where it serves, as it says."""
        return int(self.hears("Serving at").partition("127.0.0.1:")[2].partition("/")[0])

    def interrupt(self) -> int:
        """Press Ctrl-C; the exit status."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE)


@pytest.fixture
def preview(site: Path) -> Iterator[Callable[[], Preview]]:
    """Starts a preview of the site; ends it whatever happens."""
    running: list[Preview] = []

    def start() -> Preview:
        running.append(Preview(site))
        return running[0]

    yield start
    for each in running:
        each.process.kill()
        each.process.communicate()


def test_edit_reaches_the_page(preview: Callable[[], Preview], site: Path) -> None:
    """Built, served, edited, built again, and the browser told."""
    port = preview().port()
    assert b"<p>one</p>" in get(port, "/")[1]
    with following(port) as next_event:
        first = next_event()
        (site / "content/a.txt").write_text("two")
        second = next_event()
    assert b"<p>two</p>" in get(port, "/")[1]
    assert first["version"] != second["version"]


def test_failed_build_keeps_the_last_good_pages(preview: Callable[[], Preview], site: Path) -> None:
    """Problems and even faults are told, and mending the file ends them; the pages stay meanwhile."""
    port = preview().port()
    with following(port) as next_event:
        next_event()
        (site / "content/a.txt").write_text("BAD")
        assert next_event()["problems"] == ["content/a.txt:1: isn't good: mend it"]
        assert b"<p>one</p>" in get(port, "/")[1]
        (site / "content/a.txt").write_text("CRASH")
        assert next_event()["problems"] == ["ZeroDivisionError: CRASH: this is a fault in sitegen"]
        (site / "content/a.txt").write_text("mended")
        assert next_event()["problems"] == []
    assert b"<p>mended</p>" in get(port, "/")[1]


def test_bad_file_at_the_start_is_shown(preview: Callable[[], Preview], site: Path) -> None:
    """The preview starts with a bad file as well; a page says what is wrong."""
    (site / "content/a.txt").write_text("BAD")
    started = preview()
    port = started.port()
    assert [line for line in started.lines if line.startswith("content/a.txt:1: isn't good: mend it")]
    assert get(port, "/")[0] == 404
    with following(port) as next_event:
        assert next_event()["problems"] == ["content/a.txt:1: isn't good: mend it"]


def test_interrupt_ends_at_once_with_status_0(preview: Callable[[], Preview]) -> None:
    """Ctrl-C doesn't wait for browsers, and leaves no traceback."""
    started = preview()
    with following(started.port()) as next_event:
        next_event()
        assert started.interrupt() == 0
    assert started.process.stdout is not None
    assert "Traceback" not in started.process.stdout.read()
