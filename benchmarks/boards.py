"""1,000,000 works, 10,000,000 interactions in PostgreSQL: live boards against one plain GROUP BY over the interactions.

Ours is `GET /boards/live/…` of a real server process over HTTP, from the request to the last byte of the answer: the
campaign up to now, and the running week. The week before has been sealed by the server, as it would be. The plain side
is SQL that gives the same lines (`boards_plain`), handed to psycopg with more working memory than the server has; it
tells neither names nor places a week earlier. Both run in turn on the same database; each time the server's places,
gains and totals must be those of the plain side.

`boards_data` makes the data and most of the sums by SQL; the last interactions and some works are counted by the
server's own `fold`. The cluster is that of the tests (fsync off, 64 MB of shared buffers).
Printed: how long folding and sealing took, median ms of each side, and the ratio (at most 0.02 for each board).
`python -m benchmarks.boards 20000` is a small run with so many works.
"""

import statistics
import sys
import tempfile
import time
from itertools import product
from pathlib import Path
from typing import Any

import psycopg

from benchmarks.boards_data import LEFT, NOW_MS, WEEK, fill
from benchmarks.boards_plain import Lines, board
from contract.boards import BoardKind, Measure
from contract.campaign import SHANGHAI, from_ms
from contract.roles import Role
from contract.week_board import unpacked
from contract.wire.boards import SealAsk
from server.services.boards_counting import fold
from server.services.boards_seal import seal
from tests.helpers.postgres import cluster
from tests.server.world import Caller
from tests.together.server import ServerProcess

WORKS = 1_000_000
EACH = 10
"""Interactions for each work."""
TOP = 500
TIMES = 3
LIMIT = 0.02


class LateServer(ServerProcess):
    """A server that takes it to be the middle of the campaign, and seals no week by itself."""

    more = {"YJS_NOW": from_ms(NOW_MS).astimezone(SHANGHAI).isoformat(), "YJS_SEAL_WEEKS": "no"}


def count(server: ServerProcess) -> float:
    """What is left is folded; seconds."""
    began, done = time.perf_counter(), 1
    while done:
        with server.world.context.database.writing() as session:
            done = fold(session)
    return time.perf_counter() - began


def seal_last(server: ServerProcess) -> float:
    """The week before this one; seconds."""
    began = time.perf_counter()
    with server.world.context.database.writing() as session:
        seal(session, server.world.context, None, SealAsk(week=WEEK - 1))
    return time.perf_counter() - began


def ours(caller: Caller, kind: BoardKind, whole: bool) -> tuple[float, int, Lines]:
    """ms, how many are ranked, and the first by each measure."""
    began = time.perf_counter()
    answer = caller.get(f"/boards/live/{kind}", params={"whole": whole, "week": WEEK})
    took = (time.perf_counter() - began) * 1000
    assert answer.status_code == 200, answer.text
    made = unpacked(answer.content)
    lines = {measure: [(row.id, row.gain, row.total) for row in made.by(measure)] for measure in Measure}
    return took, made.ranked, lines


def plain(connection: psycopg.Connection[object], kind: BoardKind, whole: bool) -> tuple[float, int, Lines]:
    """The same."""
    began = time.perf_counter()
    ranked, lines = board(connection, kind, whole, TOP)
    return (time.perf_counter() - began) * 1000, ranked, lines


def difference(told: list[Any], expected: list[Any]) -> str:
    """Where two boards part."""
    pairs = (
        (measure, pair) for measure in Measure for pair in zip(told[1][measure], expected[1][measure], strict=False)
    )
    first = next(((measure, *pair) for measure, pair in pairs if pair[0] != pair[1]), "the count of lines")
    return f"{told[0]} and {expected[0]} are ranked; they part at {first}"


def compare(caller: Caller, url: str) -> bool:
    """Prints a line for each board; whether all ratios are within the limit."""
    boards = list(product(BoardKind, (True, False)))
    took: dict[tuple[BoardKind, bool], list[tuple[float, float]]] = {one: [] for one in boards}
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("SET work_mem = '256MB'")
        for _, (kind, whole) in product(range(TIMES), boards):
            (ms, *told), (plain_ms, *expected) = ours(caller, kind, whole), plain(connection, kind, whole)
            assert told == expected, difference(told, expected)
            took[kind, whole].append((ms, plain_ms))
    print(f"{'':<22} {'ours ms':>9} {'plain ms':>9} {'ratio':>7}   (limit {LIMIT})")
    good = True
    for (kind, whole), pairs in took.items():
        ms, plain_ms = (statistics.median(side) for side in zip(*pairs, strict=True))
        good &= ms / plain_ms <= LIMIT
        print(f"{kind:<13} {'campaign' if whole else 'week':<8} {ms:>9.1f} {plain_ms:>9.1f} {ms / plain_ms:>7.4f}")
    return good


def main(works: int) -> bool:
    """One run; whether the target was met."""
    with tempfile.TemporaryDirectory() as folder, cluster() as postgres:
        url = postgres.url(postgres.create())
        server = LateServer(Path(folder, "server"), url)
        server.world.clock.now = NOW_MS - time.time_ns() // 1_000_000
        began = time.perf_counter()
        fill(url, works, works * EACH)
        print(
            f"{works:,} works, {works * EACH:,} interactions, made in {time.perf_counter() - began:.0f} s", flush=True
        )
        print(f"the last {LEFT:,} and {works // 1100:,} works folded in {count(server):.1f} s", flush=True)
        print(f"the week before sealed in {seal_last(server):.1f} s", flush=True)
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute("VACUUM ANALYZE")
        server.start()
        good = compare(server.caller(server.world.staff(Role.UNION_STAFF)), url)
        server.close()
    return good


if __name__ == "__main__":
    sys.exit(not main(int(sys.argv[1]) if len(sys.argv) > 1 else WORKS))
