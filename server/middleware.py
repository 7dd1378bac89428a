"""What every request passes: a request id, security headers, and the refusal of desks that are too old."""

import re

from fastapi import Request
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from contract import OLDEST_CLIENT
from contract.ids import RandomBytes
from contract.problems import Code
from server.errors import ProblemError, answer

_DESK = re.compile(r"desk/(\d{1,6})\.(\d{1,6})\.(\d{1,6})\b")
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
}


def too_old(client: str) -> bool:
    """Whether `X-Yjs-Client` names a desk before OLDEST_CLIENT; a desk whose version cannot be read counts as old."""
    if not client.startswith("desk/"):
        return False
    found = _DESK.match(client)
    oldest = tuple(int(part) for part in OLDEST_CLIENT.split("."))
    return found is None or tuple(int(part) for part in found.groups()) < oldest


class EveryRequest:
    """ASGI middleware around the whole app."""

    def __init__(self, app: ASGIApp, random_bytes: RandomBytes) -> None:
        self._app = app
        self._random_bytes = random_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope, receive)
        request.state.request_id = self._random_bytes(8).hex()

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["X-Request-Id"] = request.state.request_id
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                headers.setdefault("Cache-Control", "no-store")
            await send(message)

        if too_old(request.headers.get("x-yjs-client", "")):
            refusal = ProblemError(
                Code.CLIENT_TOO_OLD, "This desk is too old for this server.", oldest_client=OLDEST_CLIENT
            )
            await answer(request, refusal)(scope, receive, send_with_headers)
            return
        await self._app(scope, receive, send_with_headers)
