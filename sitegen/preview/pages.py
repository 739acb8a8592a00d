"""The built pages over HTTP, as a static host would serve them, with the script that reloads them."""

import ipaddress
import json
from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import urlsplit

import anyio
from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

from sitegen.errors import place_and_mend
from sitegen.preview.bulletin import Bulletin, Edition

_FRESH = {"Cache-Control": "no-cache"}  # kept, but asked for again each time: conditional requests still save the transfer
_HEARTBEAT = 15.0  # seconds; a silent stream would not notice that its browser has gone
_CLIENT = Path(__file__).with_name("client.js")
_NOTHING_HERE = b"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Not found</title></head>
<body><h1>Not found</h1><p>There is no page at this address.</p></body></html>
"""


def application(output: Path, bulletin: Bulletin, host: str) -> Starlette:
    """The preview's web application: the pages in `output`, and under `/_sitegen/` what keeps them fresh."""

    async def events(_: Request) -> Response:
        return StreamingResponse(_stream(bulletin), media_type="text/event-stream", headers={"Cache-Control": "no-store"})

    async def client(_: Request) -> Response:
        return FileResponse(_CLIENT, headers=_FRESH)

    return Starlette(
        routes=[
            Route("/_sitegen/events", events, methods=["GET"]),
            Route("/_sitegen/client.js", client, methods=["GET"]),
            Mount("/", _Pages(output, bulletin)),
        ],
        middleware=[Middleware(_HostGuard, host=host)],
    )


async def _stream(bulletin: Bulletin) -> AsyncIterator[str]:
    """Server-sent events; the first says at once what the current edition is."""
    yield "retry: 500\n\n"
    async for edition in bulletin.follow(_HEARTBEAT):
        yield ": still here\n\n" if edition is None else f"data: {_message(edition)}\n\n"


def _message(edition: Edition) -> str:
    problems = [place_and_mend(problem.path, problem.line, problem.what, problem.hint) for problem in edition.problems]
    return json.dumps({"version": edition.version, "problems": problems})


class _Pages(StaticFiles):
    """Starlette's static files, which keep inside their folder; HTML gets the client script on its way out."""

    def __init__(self, output: Path, bulletin: Bulletin) -> None:
        super().__init__(directory=output, html=True, check_dir=False)
        self._bulletin = bulletin

    async def check_config(self) -> None:
        """Before the first good build there is no folder, and that is no error."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        # The version first: if a build ends in between, the page reloads once too often, and never once too few.
        version = self._bulletin.edition.version
        try:
            response = await super().get_response(path, scope)
            if isinstance(response, FileResponse) and response.media_type == "text/html":
                page = await anyio.Path(response.path).read_bytes()
                response = _with_client(page, version, response.status_code)
        except HTTPException as error:
            if error.status_code != 404:  # noqa: PLR2004 -- the one status that has a page
                raise
            response = _with_client(_NOTHING_HERE, version, 404)
        except OSError:
            response = _with_client(_NOTHING_HERE, version, 404)
        response.headers.update(_FRESH)
        return response


def _with_client(page: bytes, version: str, status: int) -> Response:
    script = f'<script src="/_sitegen/client.js" data-version="{version}"></script>'.encode()
    before, end, after = page.rpartition(b"</body>")
    return HTMLResponse(before + script + end + after if end else page + script, status)


class _HostGuard:
    """Refuses requests that reached this machine under somebody else's name (DNS rebinding)."""

    def __init__(self, app: ASGIApp, host: str) -> None:
        self._app = app
        self._names = {host.lower().strip("[]"), "localhost", "127.0.0.1", "::1"}
        self._is_open = _is_address(host) and ipaddress.ip_address(host).is_unspecified

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        app = self._app
        if scope["type"] == "http" and not self._knows(Headers(scope=scope).get("host", "")):
            app = PlainTextResponse("The preview doesn't answer to this host name.\n", 421)
        await app(scope, receive, send)

    def _knows(self, header: str) -> bool:
        try:
            name = urlsplit(f"//{header}").hostname or ""
        except ValueError:
            return False
        return name in self._names or (self._is_open and _is_address(name))


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
