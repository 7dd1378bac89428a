"""100 changes pulled into a store of 10,000 rows and into one of 1,000,000: the cost follows what changed.

A real HTTP server on loopback, in a process of its own, hands out prepared pages of 100 changed works, spread over all
rows that the desk has. Our client, engine and encrypted store pull one page at a time, the two sides in turn in one
run. Printed: ms of a pull (median) of each side and the ratio (large / small, at most 1.5).
"""

import os
import random
import statistics
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Final

from benchmarks.first_sync import NAMES, page_of, row, serve
from contract.columns import PAGE_ROWS
from desktop.api_client import Tokens, TokenStore
from desktop.api_client.client import ApiClient
from desktop.clock import SystemClock
from desktop.store import Store, cache, open_store
from desktop.sync_engine import SyncEngine

SMALL: Final = 10_000
LARGE: Final = 1_000_000
CHANGES: Final = 100
TIMES: Final = 40
LIMIT: Final = 1.5


def pages(rows: int) -> list[bytes]:
    """`TIMES` pages of changes; each says that this is all for now."""
    chance = random.Random(rows)
    return [
        page_of([row(number, version=2 + turn) for number in chance.sample(range(rows), CHANGES)], turn, more=False)
        for turn in range(TIMES)
    ]


def filled(folder: Path, rows: int) -> Store:
    """A store with so many works, at the place where the changes begin."""
    store = open_store(folder, bytes(32), SystemClock(), os.urandom)
    for start in range(0, rows, PAGE_ROWS):
        ops = [["P", "user:me", "work", row(number)] for number in range(start, start + PAGE_ROWS)]
        cache.apply(store, {"work": list(NAMES)}, ops)
    cache.set_meta(store, cache.CURSOR, "0")
    store.cache.execute("ANALYZE")
    return store


def engine(store: Store, url: str) -> SyncEngine:
    """As in the desk, without threads."""
    tokens = TokenStore("bench", remember=False)
    tokens.tokens = Tokens("a", "b", 4_000_000_000_000)
    return SyncEngine(ApiClient(url, SystemClock(), tokens), lambda fn: fn(store), SystemClock(), random.Random(1))


def pull(one: SyncEngine) -> float:
    """ms of one page."""
    began = time.perf_counter()
    outcome = one.pull_once()
    took = (time.perf_counter() - began) * 1000
    assert outcome.up_to_date, outcome.error
    return took


def main() -> bool:
    """Prints the figures; whether the target was met."""
    took: dict[int, list[float]] = {SMALL: [], LARGE: []}
    with tempfile.TemporaryDirectory() as folder, ProcessPoolExecutor(1, get_context("spawn")) as pool:
        stores = {rows: filled(Path(folder, str(rows)), rows) for rows in took}
        engines = {rows: engine(store, pool.submit(serve, pages(rows)).result()) for rows, store in stores.items()}
        for _ in range(TIMES):
            for rows, one in engines.items():
                took[rows].append(pull(one))
        for rows, store in stores.items():
            assert store.cache.scalar("SELECT count(*) FROM work") == rows
            assert store.cache.scalar("SELECT max(version) FROM work") == 1 + TIMES
            store.close()
    medians = {rows: statistics.median(times) for rows, times in took.items()}
    for rows, ms in medians.items():
        print(f"{rows:>9,} rows   {ms:>7.1f} ms for {CHANGES} changes")
    ratio = medians[LARGE] / medians[SMALL]
    print(f"ratio          {ratio:>8.2f}      (target <= {LIMIT})")
    return ratio <= LIMIT


if __name__ == "__main__":
    sys.exit(not main())
