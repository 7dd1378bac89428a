"""First sync of 100,000 rows: our client, engine and store against the bare loop requests → JSON → executemany.

One real HTTP server, a process of its own on loopback, hands out the same prepared pages to both sides, in turn, in one
run. Our side runs as in the desk: engine on a network thread, store on the store thread, Qt's loop on the main thread,
where a timer notes how long the window could not have answered. Printed: rows per second of both, the ratio (ours /
bare, at least 0.6), the longest stall of the window (at most 50 ms), and the longest step on the store's thread, which
is what a decision made meanwhile waits for.
"""

import gc
import gzip
import http.server
import os
import random
import sqlite3
import statistics
import tempfile
import threading
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import parse_qs, urlsplit

import orjson
import requests
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from contract.columns import COLUMNS, PAGE_ROWS
from desktop.api_client import Tokens, TokenStore
from desktop.api_client.client import ApiClient
from desktop.background import Background
from desktop.clock import SystemClock
from desktop.store import Store, open_store
from desktop.sync_engine import SyncEngine

T = TypeVar("T")
ROWS = 100_000
RUNS = 3
TICK_MS = 5
NAMES = COLUMNS["work"]


def row(number: int, version: int = 1) -> list[Any]:
    """A work with a realistic amount of text."""
    facts = dict.fromkeys(NAMES) | {
        "id": f"01a2047e-9874-78c7-8917-{number:012d}", "version": version, "number": f"YJS-24-{number}",
        "state": "pending", "round": 1, "title": f"炉火映初心：我在转炉旁的第 {number} 天",
        "summary": "从看火学徒到炉长，二十年守住一炉钢。",
        "theme": "skill", "region": "37", "author_name": "周*明", "author_phone": "138****0000",
        "author_occupation": "转炉炼钢工", "organizations": ["鲁源钢铁二炼钢厂工会"],
        "submitted_at": 1_729_000_000_000 + number,
        "media_id": f"01a2047e-9874-78c7-9917-{number:012d}", "media_sha256": "ab" * 32, "media_bytes": 90_000_000,
        "duration_ms": 116_000, "width": 1920, "height": 1080, "fps": 25.0, "container": "mp4", "video_codec": "h264",
        "audio_codec": "aac", "problems": [],
        "history": [{"at": 1_729_000_000_000, "kind": "submitted", "by": "", "round": 1, "reasons": [], "message": ""}],
        "lease_token": 1, "lease_expires_at": 1_729_000_000_000, "claimed_at": 1_729_000_000_000, "batch": "b",
    }  # fmt: skip
    return [facts[name] for name in NAMES]


def page_of(rows: list[list[Any]], number: int, more: bool) -> bytes:
    """The page that cursor `number` asks for, gzipped as the server sends it."""
    ops = [["P", "user:me", "work", facts] for facts in rows]
    page = {
        "v": 1, "epoch": "e1", "schema": 1, "server_time": 1, "buckets": ["user:me"], "cols": {"work": NAMES},
        "ops": ops, "cursor": str(number + 1), "more": more, "up_to_date": not more, "count": len(ops), "end": True,
    }  # fmt: skip
    return gzip.compress(orjson.dumps(page), 1)


def pages() -> list[bytes]:
    """All pages."""
    starts = range(0, ROWS, PAGE_ROWS)
    return [
        page_of([row(number) for number in range(start, start + PAGE_ROWS)], turn, more=start + PAGE_ROWS < ROWS)
        for turn, start in enumerate(starts)
    ]


class Pages(http.server.ThreadingHTTPServer):
    """Hands out the pages by cursor."""

    def __init__(self, bodies: list[bytes]) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.bodies = bodies
        self.url = f"http://127.0.0.1:{self.server_port}"


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: Pages

    def do_GET(self) -> None:
        cursor = parse_qs(urlsplit(self.path).query).get("cursor", ["0"])[0]
        body = self.server.bodies[int(cursor or 0)]
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Silence."""


def bare(url: str, folder: Path) -> float:
    """Seconds of the bare loop, with the plain SQLite of the standard library and no encryption."""
    names = ", ".join(f'"{name}"' for name in NAMES)
    insert = f"INSERT OR REPLACE INTO work ({names}) VALUES ({', '.join('?' * len(NAMES))})"
    connection = sqlite3.connect(folder / "bare.db")
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=NORMAL")
    connection.execute(f"CREATE TABLE work ({names}, PRIMARY KEY (id))")
    connection.execute("CREATE INDEX work_queue ON work (state, submitted_at)")
    began, cursor, session = time.perf_counter(), "0", requests.Session()
    while True:
        page = session.get(f"{url}/changes", params={"cursor": cursor}, timeout=30).json()
        with connection:
            connection.executemany(insert, [[_text(value) for value in op[3]] for op in page["ops"]])
        cursor = page["cursor"]
        if not page["more"]:
            break
    took = time.perf_counter() - began
    session.close()
    connection.close()
    return took


def _text(value: Any) -> Any:
    return orjson.dumps(value).decode() if isinstance(value, list | dict) else value


def ours(url: str, folder: Path) -> tuple[float, float, float]:
    """Seconds of the first sync, the longest stall of the UI thread, the longest step on the store's thread."""
    clock, longest = SystemClock(), 0.0
    store = open_store(folder, bytes(32), clock, os.urandom)
    background = Background()

    def call(fn: Callable[[Store], T]) -> T:
        def timed() -> T:
            nonlocal longest
            began = time.perf_counter()
            try:
                return fn(store)
            finally:
                longest = max(longest, time.perf_counter() - began)

        return background.call_on_store(timed)

    tokens = TokenStore("bench", remember=False)
    tokens.tokens = Tokens("a", "b", 4_000_000_000_000)
    api = ApiClient(url, clock, tokens)

    def sync() -> float:
        engine = SyncEngine(api, call, clock, random.Random(1))
        began = time.perf_counter()
        while not (outcome := engine.pull_once()).up_to_date:
            assert outcome.error is None, outcome.error
        return time.perf_counter() - began

    took, stall = _with_a_window(background, sync)
    assert store.cache.scalar("SELECT count(*) FROM work") == ROWS
    background.close()
    store.close()
    api.close()
    return took, stall, longest


def _with_a_window(background: Background, work: Callable[[], float]) -> tuple[float, float]:
    """Runs `work` on a network thread under a turning event loop: its result, and the longest gap between two ticks."""
    loop, results, stall = QEventLoop(), list[float](), 0.0
    last = time.perf_counter()

    def tick() -> None:
        nonlocal last, stall
        now = time.perf_counter()
        stall, last = max(stall, now - last - TICK_MS / 1000), now

    timer = QTimer(interval=TICK_MS, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(tick)
    timer.start()
    background.run(work, lambda took: (results.append(took), loop.quit()))
    loop.exec()
    timer.stop()
    return results[0], stall


def main() -> None:
    """Both sides in turn, the medians, the ratio."""
    app = QGuiApplication([])
    gc.freeze()  # as the desk does when it has started
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        url = pool.submit(serve, pages()).result()
        plain, mine, stalls, steps = [], [], [], []
        for _ in range(RUNS):
            with tempfile.TemporaryDirectory() as folder:
                plain.append(bare(url, Path(folder)))
                took, stall, longest = ours(url, Path(folder) / "store")
                mine.append(took)
                stalls.append(stall)
                steps.append(longest)
    del app
    print(f"bare loop       {ROWS / statistics.median(plain):>10,.0f} rows/s")
    print(f"first sync      {ROWS / statistics.median(mine):>10,.0f} rows/s   (encrypted)")
    print(f"ratio           {statistics.median(plain) / statistics.median(mine):>10.2f}          (target >= 0.6)")
    print(
        f"window stall    {statistics.median(stalls) * 1000:>10.1f} ms       (longest of a run, median; target <= 50)"
    )
    print(f"store step      {statistics.median(steps) * 1000:>10.1f} ms       (longest of a run, median)")


def serve(bodies: list[bytes]) -> str:
    """Starts a page server in this process; its address."""
    server = Pages(bodies)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server.url


if __name__ == "__main__":
    main()
