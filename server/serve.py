"""Runs the app under uvicorn on one socket, and stops with its parent when asked to."""

import contextlib
import signal
import socket
import sys
import threading
from collections.abc import Iterator

import uvicorn

from server.app import create_app
from server.context import ServerContext

GRACE_S = 5


class _Server(uvicorn.Server):
    """Says when it listens; ends long polls as soon as it is told to stop."""

    def __init__(self, config: uvicorn.Config, context: ServerContext) -> None:
        super().__init__(config)
        self._context = context

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, then print the one line that callers wait for."""
        await super().startup(sockets)
        if sockets and not self.should_exit:
            host, port = sockets[0].getsockname()[:2]
            print(f"listening on http://{f'[{host}]' if ':' in host else host}:{port}", flush=True)

    def stop(self, *_: object) -> None:
        """Stop listening, let requests end, long polls at once."""
        self.should_exit = True
        self._context.feed_signal.close()

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """`serve` has set handlers already; uvicorn's would end the process by the signal."""
        yield


def serve(context: ServerContext) -> int:
    """Listen until a signal, or until the parent has gone when `watch_parent` is set."""
    settings = context.settings
    proxies = settings.trusted_proxies
    config = uvicorn.Config(
        lambda: create_app(context),
        factory=True,
        log_level="warning",
        proxy_headers=bool(proxies),
        forwarded_allow_ips=proxies or None,
        server_header=False,
        timeout_graceful_shutdown=GRACE_S,
    )
    server = _Server(config, context)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, server.stop)
    listener = socket.create_server(
        (settings.host, settings.port), family=socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    )
    if settings.watch_parent:
        threading.Thread(target=_stop_with_parent, args=(server,), name="watch-parent", daemon=True).start()
    server.run(sockets=[listener])
    context.database.close()
    return 0


def _stop_with_parent(server: _Server) -> None:
    """The parent holds the other end of standard input: when it ends, however it ends, reading ends."""
    while sys.stdin.buffer.read(4096):
        pass
    server.stop()
