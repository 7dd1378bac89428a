"""A real HTTP server that sends files by range, and the addresses of them."""

import hashlib
import http.server
import os
import re
import threading

from contract.wire.review import MediaUrl, MediaUrls
from desktop.api_client.transport import Transport

IDS = [f"01a2047e-9874-78c7-8917-{number:012d}" for number in range(1, 6)]
SIZE = 1_500_000


class Files(http.server.ThreadingHTTPServer):
    """Files by range; `cut` bytes are sent at most per answer, `expired` addresses are refused."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.contents = {id: os.urandom(SIZE) for id in IDS}
        self.served: dict[str, list[tuple[int, int]]] = {id: [] for id in IDS}
        self.order: list[str] = []
        self.cut: int | None = None
        self.expired: set[str] = set()
        self.without_ranges = False
        self.garbled = 0
        self.gate: threading.Event | None = None
        self.under_way = 0


class _Handler(http.server.BaseHTTPRequestHandler):
    server: Files

    def do_GET(self) -> None:
        id, _, signature = self.path.strip("/").partition("?")
        if signature in self.server.expired:
            body = b'{"code": "url-expired"}'
            self.send_response(403)
            self.send_header("Content-Type", "application/problem+json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
            return
        content = self.server.contents[id]
        found = re.match(r"bytes=(\d+)-", self.headers.get("Range", ""))
        same = self.headers.get("If-Range", etag(content)) == etag(content)
        start = int(found[1]) if found and same and not self.server.without_ranges else 0
        self.send_response(206 if start else 200)
        if start:
            self.send_header("Content-Range", f"bytes {start}-{len(content) - 1}/{len(content)}")
        self.send_header("Content-Length", str(len(content) - start))
        self.end_headers()
        end = len(content) if self.server.cut is None else min(len(content), start + self.server.cut)
        self.server.served[id].append((start, end))
        self.server.order.append(id)
        self.server.under_way += 1
        if self.server.garbled:
            self.server.garbled -= 1
            content = bytes(len(content))
        self.wfile.write(content[start:end])
        self.wfile.flush()
        if self.server.gate:
            self.server.gate.wait(10)
        self.server.under_way -= 1
        self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Silence."""


def etag(content: bytes) -> str:
    """As the real server: the digest in quotes."""
    return f'"{hashlib.sha256(content).hexdigest()}"'


class Addresses:
    """Hands out addresses, a new signature each time."""

    def __init__(self, server: Files) -> None:
        self.server = server
        self.transport = Transport(f"http://127.0.0.1:{server.server_port}")
        self.wrong_digest: set[str] = set()
        self.announced = SIZE
        self.count = 0

    def media_urls(self, ids: list[str]) -> MediaUrls:
        """Signed addresses."""
        self.count += 1
        return MediaUrls(urls=[self._one(id) for id in ids if id in self.server.contents], missing=[])

    def _one(self, id: str) -> MediaUrl:
        content = self.server.contents[id]
        digest = "0" * 64 if id in self.wrong_digest else hashlib.sha256(content).hexdigest()
        return MediaUrl(
            id=id, url=f"/{id}?{self.count}", sha256=digest, bytes=min(len(content), self.announced),
            etag=etag(content), content_type="video/mp4", expires_at=0,
        )  # fmt: skip
