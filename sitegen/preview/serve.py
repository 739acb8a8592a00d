"""The loop of the preview: build, serve, wait for a change, build again."""

import socket
import threading
import time
import traceback
import webbrowser
from collections.abc import Callable, Sequence
from contextlib import suppress
from errno import EADDRINUSE
from pathlib import Path

import uvicorn
from starlette.applications import Starlette

from sitegen.errors import SettingsError, SitegenError, place_and_mend
from sitegen.model import Problem
from sitegen.preview.bulletin import BuildOutcome, Bulletin
from sitegen.preview.pages import application
from sitegen.preview.watch import Changes, watching

_FIRST_PORT = 8000
_LAST_PORT = 8099
_HIGHEST_PORT = 65_535


def serve(
    build: Callable[[], BuildOutcome],
    watched: Sequence[Path],
    output: Path,
    *,
    host: str = "127.0.0.1",
    port: int | None = None,
    open_browser: bool = False,
    say: Callable[[str], None],
) -> int:
    """Build and serve until interrupted; the exit status. Raises SettingsError where the address can't be had.

    `build` runs here first, then in one thread of its own. A SitegenError that it raises is shown and doesn't end the preview.
    """
    bulletin, changes = Bulletin(), Changes()
    with listen(host, port, say) as door, watching(watched, output, changes, say), suppress(KeyboardInterrupt):
        _build(build, bulletin, say)
        builder = threading.Thread(target=_rebuild, args=(build, changes, bulletin, say), name="builder", daemon=True)
        builder.start()
        address = _address(host, door)
        say(f"Serving at {address} (Ctrl-C ends)")
        if open_browser:
            webbrowser.open(address)
        try:
            _server(application(output, bulletin, host)).run(sockets=[door])
        finally:
            changes.close()
    return 0


def listen(host: str, port: int | None, say: Callable[[str], None]) -> socket.socket:
    """Listen at a port; where none is asked for, at the first free one from 8000 on. Raises SettingsError."""
    if port is not None:
        return _listen(host, port)
    for candidate in range(_FIRST_PORT, _LAST_PORT):
        with suppress(_TakenError):
            door = _listen(host, candidate)
            if candidate != _FIRST_PORT:
                say(f"Port {_FIRST_PORT} is taken; using {candidate}.")
            return door
    return _listen(host, _LAST_PORT)


class _TakenError(SettingsError):
    """Somebody else listens at the port."""


def _listen(host: str, port: int) -> socket.socket:
    if not 0 <= port <= _HIGHEST_PORT:
        raise SettingsError(f"there is no port {port}", hint=f"choose one up to {_HIGHEST_PORT} with --port")
    try:
        return socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as error:
        if error.errno == EADDRINUSE:
            raise _TakenError(f"port {port} is taken", hint="choose another with --port, or leave --port out") from error
        raise SettingsError(f"can't serve at {host}, port {port}: {error}", hint="check --host and --port") from error


def _server(app: Starlette) -> uvicorn.Server:
    """A server that is silent, and ends at once: event streams never end by themselves."""
    config = uvicorn.Config(
        app,
        http="h11",
        ws="none",
        lifespan="off",
        log_config=None,
        log_level="critical",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=0,
    )
    return uvicorn.Server(config)


def _address(host: str, door: socket.socket) -> str:
    """The address to open: one of this machine, also where every address is listened to."""
    name = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 -- compared with, not bound to
    port: int = door.getsockname()[1]
    return f"http://[{name}]:{port}/" if ":" in name else f"http://{name}:{port}/"


def _rebuild(build: Callable[[], BuildOutcome], changes: Changes, bulletin: Bulletin, say: Callable[[str], None]) -> None:
    """Build after each change; what changes during a build causes the next."""
    while paths := changes.settle():
        more = f" and {len(paths) - 1} more" if len(paths) > 1 else ""
        say(f"Changed: {paths[0]}{more}")
        with suppress(RuntimeError):  # the server's loop was closed while the last build ran
            _build(build, bulletin, say)


def _build(build: Callable[[], BuildOutcome], bulletin: Bulletin, say: Callable[[str], None]) -> None:
    start = time.perf_counter()
    outcome = _outcome(build, say)
    bulletin.publish(outcome)
    for problem in outcome.problems:
        say(place_and_mend(problem.path, problem.line, problem.what, problem.hint))
    done = (
        f"{_counted(len(outcome.changed), 'file')} changed" if outcome.changed or not outcome.problems else "nothing published"
    )
    found = f", {_counted(len(outcome.problems), 'problem')}" if outcome.problems else ""
    say(f"{time.perf_counter() - start:.2f} s: {done}{found}.")


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun if count == 1 else noun + 's'}"


def _outcome(build: Callable[[], BuildOutcome], say: Callable[[str], None]) -> BuildOutcome:
    """Whatever goes wrong is an outcome: the preview lives on."""
    try:
        return build()
    except SitegenError as error:
        return BuildOutcome(problems=(Problem(error.path, error.line, error.what, error.hint),))
    except Exception as error:  # noqa: BLE001 -- a fault of ours must not end the preview either
        say(traceback.format_exc())
        return BuildOutcome(problems=(Problem("", 0, f"{type(error).__name__}: {error}", "this is a fault in sitegen"),))
