"""Bodies that are too large are answered 413 before any endpoint sees them whole."""

import re

from fastapi import Request
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from contract.problems import Code
from contract.registration import LOGO_BYTES, PROOF_BYTES
from contract.wire.worker import PART_BYTES
from server.errors import ProblemError, answer

LIMITS = (
    (re.compile(r"/worker/uploads/[^/]+/parts/[^/]+$"), PART_BYTES),
    (re.compile(r"/public/registrations/files/logo$"), LOGO_BYTES),
    (re.compile(r"/public/registrations/files/proof$"), max(PROOF_BYTES.values())),
)
"""Paths whose bodies are files."""
DRAIN_BYTES = 16 * 1024 * 1024
"""What is read and thrown away, so that the answer reaches a client that is still sending."""


class BodyLimit:
    """ASGI middleware: `limit` bytes, more for files."""

    def __init__(self, app: ASGIApp, limit: int) -> None:
        self._app = app
        self._limit = limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        path = request.url.path
        limit = next((limit for pattern, limit in LIMITS if pattern.search(path)), self._limit)
        counted = _Counted(receive, limit)
        announced = request.headers.get("content-length", "0")
        if announced.isdigit() and int(announced) > limit:
            await counted.drain()
            await answer(request, ProblemError(Code.BODY_TOO_LARGE, f"At most {limit} bytes."))(scope, receive, send)
            return
        await self._app(scope, counted.receive, send)


class _Counted:
    def __init__(self, receive: Receive, limit: int) -> None:
        self._receive = receive
        self._limit = limit
        self._seen = 0

    async def receive(self) -> Message:
        """The next message; raises HTTPException 413 when the body grows beyond the limit."""
        message = await self._receive()
        self._seen += len(message.get("body", b""))
        if self._seen > self._limit:
            if message.get("more_body"):
                await self.drain()
            raise HTTPException(413)
        return message

    async def drain(self) -> None:
        """Read on to the end, or until enough is enough."""
        left = DRAIN_BYTES
        while left > 0:
            message = await self._receive()
            left -= len(message.get("body", b""))
            if not message.get("more_body"):
                return
