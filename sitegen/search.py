"""Search bundles, made by Pagefind: one for each period, and the engine that all of them share.

Pagefind's command line numbers its pages in the order in which the file system lists them, so its bundles differ between
machines. Its `--service` door, which its own clients speak to, takes documents one after another: the same documents in the
same order give the same bytes. (Its Python client sleeps 100 ms before it reads an answer, so we speak to the door ourselves.)

Filters and sort keys are left out: Pagefind 1.5 writes a filter's values in random order.
"""

import base64
import functools
import html
import importlib.util
import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from fnmatch import fnmatchcase
from pathlib import Path

import msgspec

from sitegen.errors import OutputError

ENGINE = "search/engine/"  # where the engine stands in a site; search.html says so to search.js
BUNDLE_LIMIT = 4_000  # documents of 4 KB, with which Pagefind 1.5 takes 1 GB of memory: 0.26 MB each

_BUNDLE_FILES = ("pagefind-entry.json", "*.pf_meta", "index/*", "fragment/*")
_ENGINE_FILES = (*_BUNDLE_FILES, "pagefind.js", "pagefind-worker.js", "wasm.*.pagefind")
_MEND = "set `search: off` in site.yaml, or install pagefind[bin] anew"

# Pagefind gives no engine without a page. This one's only word is none that a reader types; search.js passes over it.
_NO_WORD = "_"
_BLANK_PAGE = ("", f"<!doctype html><html><body data-pagefind-body>{_NO_WORD}</body></html>")


def is_installed() -> bool:
    """Whether there is a Pagefind to try."""
    return _program() is not None


@functools.cache
def available() -> str | None:
    """Pagefind's version, or None where it isn't installed or can't run."""
    program = _program()
    if program is None:
        return None
    try:
        answer = subprocess.run([program, "--version"], capture_output=True, text=True, check=True, timeout=20)
    except (OSError, subprocess.SubprocessError):
        return None
    return answer.stdout.rpartition(" ")[2].strip() or None


def document(
    *,
    title: str,
    body: str,
    date: str | None = None,
    dek: str | None = None,
    authors: Sequence[str] = (),
    section: str | None = None,
    captions: Sequence[str] = (),
) -> str:
    """What is indexed of an article. `body` is safe HTML, all else text; nothing of the theme or of other articles is in it.

    Pagefind passes over documents without words: one that is nothing but a headline has that for its body.
    """
    facts = {"title": title, "date": date, "authors": ", ".join(authors), "section": section}
    head = "".join(
        f'<meta data-pagefind-meta="{name}[content]" content="{html.escape(value)}">' for name, value in facts.items() if value
    )
    before = f"<p>{html.escape(dek)}</p>" if dek else ""
    after = "".join(f"<p>{html.escape(caption)}</p>" for caption in captions)
    words = f"{before}{body}{after}"
    if not _has_words(words):
        words = f"<p>{html.escape(title) if _has_words(title) else _NO_WORD}</p>"
    return f"<!doctype html><html><head>{head}</head><body data-pagefind-body>{words}</body></html>"


def _has_words(markup: str) -> bool:
    return re.search(r"[^\W_]", re.sub(r"<[^>]*>|&\w+;", " ", markup)) is not None


def bundle(documents: Iterable[tuple[str, str]], language: str) -> tuple[tuple[str, bytes], ...]:
    """Index pairs of (path in the site, document): the bundle's files by name, sorted. Nothing to index, no files.

    The documents' order is part of the bundle. Raises OutputError where Pagefind fails.
    """
    files = _index(documents, language, _BUNDLE_FILES)
    return files if len(files) > 1 else ()


def engine(language: str) -> tuple[tuple[str, bytes], ...]:
    """What all bundles are searched with: its files by name, sorted. Only the language decides on it."""
    files = _index([_BLANK_PAGE], language, _ENGINE_FILES)
    speaks = sum(name.startswith("wasm.") for name, _ in files) > 1  # then nobody asks for the one without a language
    return tuple(file for file in files if not (speaks and file[0] == "wasm.unknown.pagefind"))


class _File(msgspec.Struct):
    path: str
    content: bytes  # base64 in Pagefind's JSON


class _Payload(msgspec.Struct):
    type: str
    message: str = ""
    index_id: int = 0
    files: tuple[_File, ...] = ()


class _Answer(msgspec.Struct):
    payload: _Payload


def _program() -> str | None:
    """Find Pagefind's program, in its package or on the path."""
    for package in ("pagefind_bin", "pagefind_bin_extended"):
        found = importlib.util.find_spec(package)
        for home in (found and found.submodule_search_locations) or ():
            for path in sorted(Path(home).glob("pagefind*")):
                if path.is_file() and path.suffix in {"", ".exe"}:
                    return str(path)
    return shutil.which("pagefind")


def _index(documents: Iterable[tuple[str, str]], language: str, patterns: Sequence[str]) -> tuple[tuple[str, bytes], ...]:
    """The files that match, of those that Pagefind gives: half a megabyte is its own user interfaces."""
    with _service() as service:
        settings = {"force_language": language, "keep_index_url": True}
        number = _ask(service, {"type": "NewIndex", "config": settings}).index_id
        for path, text in documents:
            _ask(service, {"type": "AddFile", "index_id": number, "url": path, "file_path": None, "file_contents": text})
        # Not WriteFiles: Pagefind 1.5 answers before all is on the disk, and then an early end leaves empty files.
        files = _ask(service, {"type": "GetFiles", "index_id": number}).files
    kept = {file.path: file.content for file in files if any(fnmatchcase(file.path, pattern) for pattern in patterns)}
    return tuple(sorted(kept.items()))


@contextmanager
def _service() -> Iterator[subprocess.Popen[bytes]]:
    program = _program()
    if program is None:
        raise OutputError("the search can't be made: Pagefind isn't installed", hint=_MEND)
    try:
        service = subprocess.Popen(
            [program, "--service"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
    except OSError as error:
        raise OutputError(f"the search can't be made: Pagefind can't run here ({error.strerror})", hint=_MEND) from error
    with service:
        try:
            yield service
        finally:
            service.kill()  # it keeps nothing, and has nothing left to do


def _ask(service: subprocess.Popen[bytes], request: Mapping[str, object]) -> _Payload:
    """One request, one answer: base64 of JSON, ended by a comma."""
    question = base64.b64encode(msgspec.json.encode({"message_id": 1, "payload": request})) + b","
    try:
        answer = msgspec.json.decode(base64.b64decode(_exchange(service, question)), type=_Answer)
    except (OSError, msgspec.MsgspecError) as error:
        raise OutputError(f"the search can't be made: Pagefind stopped ({error})", hint=_MEND) from error
    if answer.payload.type == "Error":
        raise OutputError(f"the search can't be made: {answer.payload.message}", hint=_MEND)
    return answer.payload


def _exchange(service: subprocess.Popen[bytes], question: bytes) -> bytes:
    if service.stdin is None or service.stdout is None:
        raise BrokenPipeError("no pipe")
    service.stdin.write(question)
    service.stdin.flush()
    parts = [b""]
    while not parts[-1].endswith(b","):
        parts.append(os.read(service.stdout.fileno(), 1 << 16))
        if not parts[-1]:
            raise BrokenPipeError("it ended early")
    return b"".join(parts)[:-1]
