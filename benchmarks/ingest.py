"""Interactions per second through the real API, against bare inserts of the same rows.

Ours: a real server process on PostgreSQL over HTTP, eight connections at once, 1,000 likes, favourites, shares and
views a round. The API takes one interaction a request; there are no batches. Each is a transaction of its own: token
looked up, work found published, at most one like for each worker and work, the work's number raised, the interaction
noted for the boards, the new numbers answered. Meanwhile the server's background thread folds what came.

The plain side is what would be left of that with no server: INSERT of the same rows (an event; for likes and favourites
also who gave it) into tables with the same keys by psycopg, eight connections at once, one transaction for each
interaction. Also told, with one connection each: executemany of a round in one transaction, and COPY.

Printed: rows of `interaction_event` per second (medians of rounds in turn) and ratios; no target is set. At the end no
interaction may be lost: events, the works' numbers and the boards' sums are counted. The cluster is that of the tests,
with fsync off, which flatters whoever commits often: both sides of the ratio do.
"""

import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from pathlib import Path
from typing import Any, Final, NamedTuple

import psycopg

from contract.review import Verdict
from server.models import Work
from server.services import work_lives
from server.services.tokens import WORKER
from tests.helpers.postgres import cluster
from tests.server.world import API
from tests.together.server import ServerProcess

WORKS, PEOPLE = 200, 40
CLIENTS = 8
ROUND = 1_000
TIMES = 5
KINDS: Final = ("like", "like", "like", "favourite", "share", "view", "view", "view", "view", "view")
METHOD: Final = {"like": "PUT", "favourite": "PUT", "share": "POST", "view": "POST"}
SOON_S = 30
EVENT = "INSERT INTO plain_event (work_id, kind, delta, at) VALUES (%s, %s, 1, %s)"
GIVEN = "INSERT INTO plain_interaction (worker_id, work_id, kind, at) VALUES (%s, %s, %s, %s)"


class Act(NamedTuple):
    """Somebody likes, keeps, shares or views a work."""

    worker: str
    token: str
    work: str
    kind: str


def acts(server: ServerProcess) -> list[Act]:
    """For all rounds, nobody likes or keeps a work twice."""
    works = server.world.works(WORKS)
    with server.world.context.database.writing() as session:
        for work in works:
            work_lives.settle(session, session.get_one(Work, work), Verdict.APPROVE, server.world.clock())
    people = [server.world.sign_in(server.world.worker(), WORKER) for _ in range(PEOPLE)]
    chance = random.Random(1)
    once = {kind: [(one, work) for one in people for work in works] for kind in ("like", "favourite")}
    for pairs in once.values():
        chance.shuffle(pairs)
    made = []
    for _ in range(ROUND * TIMES):
        kind = chance.choice(KINDS)
        one, work = once[kind].pop() if kind in once else (chance.choice(people), chance.choice(works))
        made.append(Act(one.id, one.token, work, kind))
    return made


def at_once(todo: list[Act], act: Callable[[list[Act]], None]) -> float:
    """Rows per second when all clients do their share."""
    began = time.perf_counter()
    with ThreadPoolExecutor(CLIENTS) as pool:
        list(pool.map(act, (todo[start::CLIENTS] for start in range(CLIENTS))))
    return len(todo) / (time.perf_counter() - began)


def through_api(port: int) -> Callable[[list[Act]], None]:
    """One client's requests over one connection."""

    def run(todo: list[Act]) -> None:
        connection = HTTPConnection("127.0.0.1", port, timeout=SOON_S)
        for one in todo:
            headers = {"Authorization": f"Bearer {one.token}"}
            connection.request(METHOD[one.kind], f"{API}/worker/works/{one.work}/{one.kind}", headers=headers)
            answer = connection.getresponse()
            told = answer.read()
            assert answer.status == 200, told
        connection.close()

    return run


def by_hand(url: str) -> Callable[[list[Act]], None]:
    """One client's inserts over one connection, a transaction each."""

    def run(todo: list[Act]) -> None:
        with psycopg.connect(url) as connection:
            for one in todo:
                connection.execute(EVENT, event(one))
                if one.kind in ("like", "favourite"):
                    connection.execute(GIVEN, given(one))
                connection.commit()

    return run


def event(one: Act) -> tuple[Any, ...]:
    """A row."""
    return one.work, one.kind, time.time_ns() // 1_000_000


def given(one: Act) -> tuple[Any, ...]:
    """A row."""
    return one.worker, one.work, one.kind, time.time_ns() // 1_000_000


def once_given(todo: Iterable[Act]) -> list[tuple[Any, ...]]:
    """Rows of likes and favourites."""
    return [given(one) for one in todo if one.kind in ("like", "favourite")]


def many(url: str, todo: list[Act]) -> float:
    """Rows per second by executemany."""
    began = time.perf_counter()
    with psycopg.connect(url) as connection:
        connection.cursor().executemany(EVENT, map(event, todo))
        connection.cursor().executemany(GIVEN, once_given(todo))
    return len(todo) / (time.perf_counter() - began)


def copied(url: str, todo: list[Act]) -> float:
    """Rows per second by COPY."""
    began = time.perf_counter()
    with psycopg.connect(url) as connection, connection.cursor() as cursor:
        with cursor.copy("COPY plain_event (work_id, kind, delta, at) FROM STDIN") as copy:
            for work, kind, at in map(event, todo):
                copy.write_row((work, kind, 1, at))
        with cursor.copy("COPY plain_interaction (worker_id, work_id, kind, at) FROM STDIN") as copy:
            for row in once_given(todo):
                copy.write_row(row)
    return len(todo) / (time.perf_counter() - began)


def plain_tables(url: str) -> None:
    """As the server's, and empty."""
    with psycopg.connect(url) as connection:
        connection.execute("DROP TABLE IF EXISTS plain_event, plain_interaction")
        for plain, like, keys in (
            ("plain_event", "interaction_event", ("work",)),
            ("plain_interaction", "interaction", ("work", "worker")),
        ):
            connection.execute(f"CREATE TABLE {plain} (LIKE {like} INCLUDING ALL)".encode())
            for key in keys:
                connection.execute(f"ALTER TABLE {plain} ADD FOREIGN KEY ({key}_id) REFERENCES {key}".encode())


def nothing_lost(url: str) -> None:
    """All that was sent is in the events, in the works' numbers and, soon, in the sums of the boards."""
    sent = ROUND * TIMES
    deadline = time.monotonic() + SOON_S
    with psycopg.connect(url, autocommit=True) as connection:
        while connection.execute("SELECT 1 FROM interaction_event WHERE NOT folded LIMIT 1").fetchone():
            assert time.monotonic() < deadline, "the server does not fold"
            time.sleep(0.2)
        for query in (
            "SELECT count(*) FROM interaction_event",
            "SELECT sum(likes + favourites + shares + views)::int FROM work",
            "SELECT sum(likes + favourites + shares + views)::int FROM board_total WHERE kind = 'region'",
        ):
            assert connection.execute(query).fetchone() == (sent,), query


def main() -> None:
    """Prints the figures."""
    with tempfile.TemporaryDirectory() as folder, cluster() as postgres:
        url = postgres.url(postgres.create())
        server = ServerProcess(Path(folder, "server"), url)
        todo = acts(server)
        server.start()
        found: dict[str, list[float]] = {"API": [], "inserts": [], "executemany": [], "COPY": []}
        for start in range(0, len(todo), ROUND):
            part = todo[start : start + ROUND]
            found["API"].append(at_once(part, through_api(server.port)))
            plain_tables(url)
            found["inserts"].append(at_once(part, by_hand(url)))
            plain_tables(url)
            found["executemany"].append(many(url, part))
            plain_tables(url)
            found["COPY"].append(copied(url, part))
        nothing_lost(url)
        server.close()
    rates = {side: statistics.median(values) for side, values in found.items()}
    for side, rate in rates.items():
        print(
            f"{side:<12} {rate:>10,.0f} rows/s"
            + (f"   API / {side} {rates['API'] / rate:.4f}" if side != "API" else "")
        )


if __name__ == "__main__":
    main()
