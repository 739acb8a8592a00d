"""The tutorial, done as a reader does it: what it says to write is written, what it says to type runs, what it shows comes."""

import itertools
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest
from demo import PROJECT, demand
from sites import build_site, make_site, tree, write

TUTORIAL = (PROJECT / "docs" / "tutorial.md").read_text("utf-8")
FENCE = re.compile(r"((?:[^\n]+\n)+)\n( *)```(\w*)\n(.*?)^\2```$", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"`(my-archive/[\w./-]+)`[^`]*:\n$")
COUNT = re.compile(r"(?<![\d/-])\d[\d.,]*(?![\d/-])")  # a number that isn't part of a date or a path
# What isn't run here: what makes the environment that runs this, what serves until it is stopped, what needs an account.
ELSEWHERE = re.compile(r"make |\. \.venv|python3 -m |pip |python build\.py$|python build\.py serve |npx |aws ")
REPOSITORY = "https://github.com/NAME/archive.git"


class Step(NamedTuple):
    """A block of the tutorial: the paragraph before it, its language, what stands in it."""

    before: str
    language: str
    text: str


def steps() -> Iterator[Step]:
    """All blocks, without the indentation that they have in lists."""
    for before, indent, language, text in FENCE.findall(TUTORIAL):
        yield Step(before, language, re.sub(rf"^{indent}", "", text, flags=re.MULTILINE))


def type_in(folder: Path, text: str) -> str:
    """Type a block's lines, all but those of `ELSEWHERE`, in `folder`; what they print. Each must end well."""
    lines = [line for line in text.splitlines() if not ELSEWHERE.match(line)]
    hands = {"GIT_AUTHOR_NAME": "Edda", "GIT_AUTHOR_EMAIL": "e@post.example", "GIT_COMMITTER_NAME": "Edda"}
    remote = {"GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": f"url.{folder}/bare.insteadOf", "GIT_CONFIG_VALUE_0": REPOSITORY}
    env = os.environ | hands | remote | {"GIT_COMMITTER_EMAIL": "e@post.example", "GIT_CONFIG_GLOBAL": os.devnull}
    env |= {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{env['PATH']}", "PYTHONUNBUFFERED": "1", "COLUMNS": "200"}
    bash = ["bash", "-e", "-c", "\n".join(lines)]
    done = subprocess.run(bash, cwd=folder, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    assert (done.returncode, text) == (0, text), done.stdout
    return done.stdout


def write_down(folder: Path, path: str, text: str) -> None:
    """Write what the tutorial shows of a file: its front matter on top, settings below the others, anything else whole."""
    file = folder / path
    there = file.read_text("utf-8") if file.exists() else ""
    write(folder, path, there + text if path.endswith(".yaml") else text + there)


def lines_of(text: str) -> list[str]:
    """Lines as they are compared: whatever the count, the time and the folder."""
    return [COUNT.sub("N", re.sub("→ .*", "→", line)).rstrip() for line in text.splitlines()]


def is_shown(shown: str, printed: str) -> bool:
    """Whether a command prints just what is shown; `…` stands for any lines."""
    pattern = "".join(r"(?:.*\n)*?" if line == "…" else re.escape(f"{line}\n") for line in lines_of(shown))
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in lines_of(printed))) is not None


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of somebody who has done the whole tutorial, from `init` to the second push."""
    folder = tmp_path_factory.mktemp("tutorial")
    (folder / "build.py").symlink_to(PROJECT / "build.py")
    subprocess.run([demand(shutil.which("git"), "git"), "init", "-q", "--bare", folder / "bare"], check=True)
    printed = ""
    for step in steps():
        if step.language == "sh":
            if "New articles" in step.text:
                write(folder, "my-archive/content/tide.txt", "Tide Comes In\n\nBy Ida Marsh\n\nIt came in again on Monday.\n")
                type_in(folder, "python build.py build --site my-archive")
            printed = type_in(folder, step.text)
        elif file := FILE.search(step.before):
            write_down(folder, file[1], step.text)
        elif step.language == "":
            assert is_shown(step.text, printed), f"shown:\n{step.text}\nprinted:\n{printed}"
    return folder


def test_the_corrected_articles_stand_at_their_days(done: Path) -> None:
    """And nowhere else: the wrong day and "Undated" are gone, and both of the paper's spellings are one author."""
    pages = [path for path in tree(done / "my-archive/public") if re.search(r"rowboat|chairs", path)]
    assert pages == ["2019/03/08/harbour-board-sells-its-chairs.html", "2019/03/12/rowboat-found-in-the-bell-tower.html"]
    assert [path for path in tree(done / "my-archive/public") if path.startswith("authors/e-larkin")] == []


def test_each_step_is_done() -> None:
    """No block is passed over: each is typed, written into a file, or a command's output. nginx's has a test of its own."""
    known = [step.language in {"sh", "nginx"} or FILE.search(step.before) is not None for step in steps()]
    shows = [before.language == "sh" and step.language == "" for before, step in itertools.pairwise(steps())]
    looked_at = zip(steps(), known, [False, *shows], strict=True)
    assert [step.text for step, is_known, is_output in looked_at if not is_known | is_output] == []


def test_what_is_pushed_is_the_site(done: Path) -> None:
    """GitHub's repository holds every file of the last build, byte for byte, and the mark that it needn't be made."""
    git = demand(shutil.which("git"), "git")
    subprocess.run([git, "clone", "-q", "-b", "main", done / "bare", done / "clone"], check=True)
    pushed, built = tree(done / "clone"), tree(done / "my-archive/public")
    assert {path: data for path, data in pushed.items() if not path.startswith(".git/")} == {
        path: data for path, data in built.items() if not path.startswith(".git/")
    }
    assert {".nojekyll", "404.html", "undated/tide-comes-in.html"} <= set(pushed)


@contextmanager
def serving(folder: Path, settings: str) -> Iterator[str]:
    """The address of an nginx with the settings of one server, listening where they say 80."""
    program = demand(shutil.which("nginx") or "/usr/sbin/nginx", "nginx")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    settings = settings.replace("listen 80;", f"listen 127.0.0.1:{port};")
    temporary = "".join(f"{kind}_temp_path {folder}/{kind};" for kind in "client_body proxy fastcgi uwsgi scgi".split())
    types = "include /etc/nginx/mime.types; access_log off;"
    text = f"daemon off; pid {folder}/pid; user root; events {{}} http {{ {types} {temporary} {settings} }}"
    config = write(folder, "nginx.conf", text if os.geteuid() == 0 else text.replace("user root;", ""))
    process = subprocess.Popen([program, "-c", config, "-e", "stderr"], stderr=subprocess.PIPE)
    try:
        _wait_for(port, process)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.communicate(timeout=10)


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    """Until somebody answers at a port."""
    for _ in range(100):
        if process.poll() is not None:
            pytest.fail(f"nginx doesn't start: {process.communicate()[1].decode()}")
        with socket.socket() as caller:
            if caller.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    pytest.fail("nginx doesn't answer")


def fetch(address: str) -> tuple[int, str, str]:
    """Status, body and caching of an answer."""
    try:
        with urllib.request.urlopen(address, timeout=10) as answer:  # noqa: S310 - an address of our own
            return answer.status, answer.read().decode(), answer.headers.get("Cache-Control", "")
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode(), ""


@pytest.mark.parametrize("below", ["", "/archive"])
def test_nginx_serves_the_site_as_the_tutorial_sets_it(tmp_path: Path, below: str) -> None:
    """Folders, a page for what is missing, styles that may be cached; at the top of a host, and below a path as is told there."""
    address = f"https://archive.example.org{below}/"
    make_site(tmp_path / "site", {"content/a.txt": "A Boat\n\nMarch 4, 2003\n\nIt floats, they say.\n"}, base_url=address)
    public = tmp_path / f"srv{below}"
    assert build_site(tmp_path / "site", output=public).problems == ()
    (settings,) = [step.text for step in steps() if step.language == "nginx"]
    settings = settings.replace("root /srv/archive;", f"root {tmp_path}/srv;")
    if below:
        settings = settings.replace("404 /404", "404 /archive/404").replace("^/(static", "^/archive/(static")
    with serving(tmp_path, settings) as host:
        assert fetch(f"{host}{below}/2003/03/")[:2] == (200, (public / "2003/03/index.html").read_text("utf-8"))
        assert fetch(f"{host}{below}/gone")[:2] == (404, (public / "404.html").read_text("utf-8"))
        (style,) = (public / "static").glob("style.*.css")
        assert fetch(f"{host}{below}/static/{style.name}")[2] == "public, max-age=31536000, immutable"
        assert fetch(f"{host}{below}/feed.xml")[2] == ""
        assert fetch(f"{host}{below}/.sitegen")[0] == 403
