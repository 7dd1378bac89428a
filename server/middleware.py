"""What every request passes: a request id, security headers, the refusal of old desks, the answer to a bug."""

import logging
import re
import traceback

from fastapi import Request
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from contract import OLDEST_CLIENT
from contract.ids import RandomBytes
from contract.problems import Code
from server.errors import ProblemError, answer

log = logging.getLogger(__name__)
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
        started = False

        async def send_with_headers(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                headers = MutableHeaders(scope=message)
                headers["X-Request-Id"] = request.state.request_id
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                headers.setdefault("Cache-Control", "no-store")
            await send(message)

        try:
            await self._guarded(request)(scope, receive, send_with_headers)
        except Exception as error:
            _log_bug(request, error)
            if started:
                raise _CutError from None
            await answer(request, ProblemError(Code.INTERNAL))(scope, receive, send_with_headers)

    def _guarded(self, request: Request) -> ASGIApp:
        if too_old(request.headers.get("x-yjs-client", "")):
            text = "This desk is too old for this server."
            return answer(request, ProblemError(Code.CLIENT_TOO_OLD, text, oldest_client=OLDEST_CLIENT))
        return self._app


class _CutError(Exception):
    """An answer broke off; the log has the reason."""


def _log_bug(request: Request, error: Exception) -> None:
    """Where it happened and of what type, never its text: messages of drivers and validators repeat personal data."""
    where = "".join(traceback.format_tb(error.__traceback__))
    kind = f"{type(error).__module__}.{type(error).__qualname__}"
    log.error("request %s failed: %s\n%s", request.state.request_id, kind, where)
