"""Interactions per second through the real API, in batches and one by one, against bare inserts of the same rows.

Ours: a real server process on PostgreSQL over HTTP, eight connections at once. In batches: 100 likes, favourites,
shares and views of one worker a request, with an idempotency key. One by one: a request each. Both in one transaction a
request: token looked up, works found published and locked, at most one like for each worker and work, the works'
numbers raised, the interactions noted for the boards, the new numbers answered. Meanwhile the server's background
thread folds what came.

The plain side is what would be left of that with no server: INSERT of the same rows (an event; for likes and favourites
also who gave it) into tables with the same keys by psycopg, eight connections at once, in the same transactions: each
batch by executemany, or one by one. Also told: COPY of a round by one connection.

Printed: rows of `interaction_event` per second (medians of rounds in turn) and ratios; no target is set. At the end no
interaction may be lost: events, the works' numbers and the boards' sums are counted. The cluster is that of the tests,
with fsync off, which flatters whoever commits often: both sides of the ratio do.
"""

import itertools
import json
import random
import statistics
import tempfile
import time
import uuid
from collections import defaultdict
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

WORKS, PEOPLE = 200, 80
CLIENTS = 8
ROUND = 1_000
BATCH, BATCHES = 100, 32
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


class Acts:
    """Makes what people do; nobody likes or keeps a work twice."""

    def __init__(self, server: ServerProcess) -> None:
        self.works = server.world.works(WORKS)
        with server.world.context.database.writing() as session:
            for work in self.works:
                work_lives.settle(session, session.get_one(Work, work), Verdict.APPROVE, server.world.clock())
        people = [server.world.sign_in(server.world.worker(), WORKER) for _ in range(PEOPLE)]
        self.chance = random.Random(1)
        self.people = itertools.cycle(people)
        self.once = {(one.id, kind): self.shuffled() for one in people for kind in ("like", "favourite")}

    def shuffled(self) -> list[str]:
        """All works."""
        return self.chance.sample(self.works, WORKS)

    def batch(self, size: int) -> list[Act]:
        """One person's."""
        one, made = next(self.people), []
        for kind in self.chance.choices(KINDS, k=size):
            key = (one.id, kind)
            work = self.once[key].pop() if key in self.once else self.chance.choice(self.works)
            made.append(Act(one.id, one.token, work, kind))
        return made


def at_once(todo: list[list[Act]], client: Callable[[list[list[Act]]], None]) -> float:
    """Rows per second when all clients do their share of the batches."""
    began = time.perf_counter()
    with ThreadPoolExecutor(CLIENTS) as pool:
        list(pool.map(client, (todo[start::CLIENTS] for start in range(CLIENTS))))
    return sum(map(len, todo)) / (time.perf_counter() - began)


def through_api(port: int) -> Callable[[list[list[Act]]], None]:
    """One client's requests over one connection: one for each batch, by its own address when it is of one."""

    def run(todo: list[list[Act]]) -> None:
        connection = HTTPConnection("127.0.0.1", port, timeout=SOON_S)
        for batch in todo:
            one, headers = batch[0], {"Authorization": f"Bearer {batch[0].token}"}
            if len(batch) == 1:
                connection.request(METHOD[one.kind], f"{API}/worker/works/{one.work}/{one.kind}", headers=headers)
            else:
                body = json.dumps({"items": [{"work_id": act.work, "kind": act.kind} for act in batch]})
                headers |= {"Idempotency-Key": str(uuid.uuid4()), "Content-Type": "application/json"}
                connection.request("POST", f"{API}/worker/interactions", body, headers)
            answer = connection.getresponse()
            told = answer.read()
            assert answer.status == 200, told
        connection.close()

    return run


def by_hand(url: str) -> Callable[[list[list[Act]]], None]:
    """One client's inserts over one connection, a transaction for each batch."""

    def run(todo: list[list[Act]]) -> None:
        with psycopg.connect(url) as connection:
            for batch in todo:
                connection.cursor().executemany(EVENT, map(event, batch))
                if once := once_given(batch):
                    connection.cursor().executemany(GIVEN, once)
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


def nothing_lost(url: str, sent: int) -> None:
    """All that was sent is in the events, in the works' numbers and, soon, in the sums of the boards."""
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
    found: dict[str, list[float]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as folder, cluster() as postgres:
        url = postgres.url(postgres.create())
        server = ServerProcess(Path(folder, "server"), url)
        made = Acts(server)
        server.start()
        for _ in range(TIMES):
            batches = [made.batch(BATCH) for _ in range(BATCHES)]
            for name, todo in (("in batches", batches), ("one by one", [made.batch(1) for _ in range(ROUND)])):
                found[f"API {name}"].append(at_once(todo, through_api(server.port)))
                plain_tables(url)
                found[f"inserts {name}"].append(at_once(todo, by_hand(url)))
            plain_tables(url)
            found["COPY"].append(copied(url, [act for batch in batches for act in batch]))
        nothing_lost(url, TIMES * (BATCH * BATCHES + ROUND))
        server.close()
    rates = {side: statistics.median(values) for side, values in found.items()}
    for side, rate in rates.items():
        print(f"{side:<20} {rate:>10,.0f} rows/s")
    for name in ("in batches", "one by one"):
        print(f"API / inserts, {name}: {rates[f'API {name}'] / rates[f'inserts {name}']:.4f}")
    print(f"API in batches / COPY: {rates['API in batches'] / rates['COPY']:.4f}")


if __name__ == "__main__":
    main()
