"""The server's rules in memory, and a cable to it that loses, repeats and cuts; for many short simulated lives."""

import copy
import json
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from contract import PROTOCOL, SCHEMA
from contract.columns import COLUMNS
from contract.wire.review import ClaimAsk, Claimed, Lease, LeasesAnswer, LeasesAsk
from contract.wire.sync import Mutation, MutationResult, Push, PushAnswer
from desktop.api_client.errors import CutBodyError, OfflineError, RefusedError, ServerTroubleError

T = TypeVar("T")
ME = "user:me"
PAGE = 3
LEASE_MS = 3_600_000


class HandClock:
    """A clock that the simulation moves."""

    now = 1_729_000_000_000

    def now_ms(self) -> int:
        """The time that was set."""
        return self.now

    def monotonic(self) -> float:
        """Seconds."""
        return self.now / 1000


@dataclass
class Work:
    """A work as the server knows it; `decided` counts without looking, so a doubled decision shows."""

    version: int = 1
    state: str = "pending"
    mine: bool = False
    token: int = 0
    decided: int = 0


@dataclass
class Memory:
    """What a backup keeps."""

    works: dict[str, Work] = field(default_factory=dict)
    answers: dict[str, tuple[str, MutationResult]] = field(default_factory=dict)
    numbers: set[tuple[str, int]] = field(default_factory=set)
    claims: dict[str, list[str]] = field(default_factory=dict)
    feed: dict[str, tuple[int, str]] = field(default_factory=dict)
    head: int = 0
    min_seq: int = 0


class Model:
    """One server; I am its only moderator with a desk, somebody else decides too."""

    def __init__(self, clock: HandClock, works: int) -> None:
        self.clock, self.life = clock, 1
        self.memory = Memory({f"01a2047e-9874-78c7-8917-{number:012d}": Work() for number in range(works)})
        self.seen: set[str] = set()
        self.order: list[int] = []
        self.failing: set[str] = set()

    def backup(self) -> Memory:
        """Everything, as it is now."""
        return copy.deepcopy(self.memory)

    def restore(self, kept: Memory) -> None:
        """The disk was lost; the backup is all there is."""
        self.memory = copy.deepcopy(kept)
        self.life += 1
        self.order.clear()

    def forget_removals(self) -> None:
        """Tombstones are dropped; older cursors expire."""
        self.memory.feed = {id: entry for id, entry in self.memory.feed.items() if entry[1] == "P"}
        self.memory.min_seq = self.memory.head

    def somebody_decides(self, rng: random.Random) -> None:
        """A work is taken over and decided by somebody else."""
        if pending := [id for id, work in self.memory.works.items() if work.state == "pending"]:
            id = rng.choice(pending)
            work = self.memory.works[id]
            work.token += 1
            self._decide(id, work)

    def changes(self, cursor: str, wait: int = 0) -> dict[str, Any]:
        """A page; the cursor is life and position, and where the head stood when the first scan began."""
        memory = self.memory
        life, pos, h0 = json.loads(cursor) if cursor else (self.life, 0, memory.head)
        if life != self.life:
            raise RefusedError("epoch-changed", {"epoch": f"life-{self.life}"})
        if (pos if h0 is None else h0) < memory.min_seq:
            raise RefusedError("cursor-expired", {})
        later = sorted((seq, id, op) for id, (seq, op) in memory.feed.items() if seq > pos)
        page, more = later[:PAGE], len(later) > PAGE
        ops: list[list[Any]] = [
            ["P", ME, "work", self._row(id)] if op == "P" else ["R", ME, "work", id] for _, id, op in page
        ]
        told = [self.life, page[-1][0], h0] if more else [self.life, memory.head, None]
        return {
            "v": PROTOCOL, "epoch": f"life-{self.life}", "schema": SCHEMA, "server_time": self.clock.now,
            "buckets": [ME], "cols": {"work": list(COLUMNS["work"])}, "ops": ops, "cursor": json.dumps(told),
            "more": more, "up_to_date": not more, "count": len(ops), "end": True,
        }  # fmt: skip

    def push(self, ask: Push) -> PushAnswer:
        """Each mutation once, whatever happens."""
        results = [self._one(ask.client_id, one) for one in ask.mutations]
        last = max((n for client, n in self.memory.numbers if client == ask.client_id), default=0)
        return PushAnswer(results=results, last_n=last, server_time=self.clock.now, epoch=f"life-{self.life}")

    def claim(self, ask: ClaimAsk, key: str) -> Claimed:
        """The oldest free works; the same key gives the same ones."""
        memory = self.memory
        free = [id for id, work in memory.works.items() if work.state == "pending" and not work.mine]
        for id in (granted := memory.claims.setdefault(key, free[: ask.count])):
            work = memory.works[id]
            if id in free:
                work.mine, work.token = True, work.token + 1
                self._moved(id)
        held = [id for id in granted if memory.works[id].mine]
        rows = [self._row(id) for id in held]
        return Claimed(
            batch=key, leases=[self._lease(id) for id in held], cols=list(COLUMNS["work"]), works=rows,
            server_time=self.clock.now,
        )  # fmt: skip

    def renew(self, ask: LeasesAsk) -> LeasesAnswer:
        """Longer leases for what is still mine."""
        good = [ref.work_id for ref in ask.leases if self._holds(ref.work_id, ref.token)]
        lost = [ref.work_id for ref in ask.leases if ref.work_id not in good]
        return LeasesAnswer(done=[self._lease(id) for id in good], lost=lost, server_time=self.clock.now)

    def release(self, ask: LeasesAsk) -> LeasesAnswer:
        """Works given back."""
        answer = self.renew(ask)
        for lease in answer.done:
            self.memory.works[lease.work_id].mine = False
            self._moved(lease.work_id)
        return answer

    def _one(self, client: str, one: Mutation) -> MutationResult:
        memory, text = self.memory, one.model_dump_json(include={"type", "args"})
        self.seen.add(one.id)
        if one.id in memory.answers:
            known, first = memory.answers[one.id]
            assert known == text, "another content under the same id"
            return first.model_copy(update={"n": one.n, "status": "replayed", "first": first.status})
        if one.id in self.failing:
            return MutationResult(n=one.n, id=one.id, status="error", code="internal")
        assert (client, one.n) not in memory.numbers, "a number used twice"
        memory.numbers.add((client, one.n))
        self.order.append(one.n)
        memory.answers[one.id] = text, self._apply(one)
        return memory.answers[one.id][1]

    def _apply(self, one: Mutation) -> MutationResult:
        id = one.args["subject_id"]
        work = self.memory.works[id]
        code = None
        if work.state != "pending":
            code = "already-decided"
        elif not self._holds(id, one.args["lease_token"]):
            code = "lease-lost"
        elif work.version != one.args["base_version"]:
            code = "version-mismatch"
        if code:
            return MutationResult(n=one.n, id=one.id, status="conflict", version=work.version, code=code)
        self._decide(id, work)
        return MutationResult(n=one.n, id=one.id, status="applied", version=work.version)

    def _decide(self, id: str, work: Work) -> None:
        work.state, work.version, work.mine, work.decided = "published", work.version + 1, False, work.decided + 1
        self._moved(id)

    def _holds(self, id: str, token: int) -> bool:
        work = self.memory.works[id]
        return work.mine and work.token == token

    def _moved(self, id: str) -> None:
        memory = self.memory
        if memory.works[id].mine or id in memory.feed:
            memory.head += 1
            memory.feed[id] = memory.head, "P" if memory.works[id].mine else "R"

    def _lease(self, id: str) -> Lease:
        token = self.memory.works[id].token
        return Lease(work_id=id, token=token, expires_in_s=3_600, expires_at=self.clock.now + LEASE_MS)

    def _row(self, id: str) -> list[Any]:
        work = self.memory.works[id]
        facts = dict.fromkeys(COLUMNS["work"]) | {
            "id": id, "version": work.version, "number": id[-4:], "state": work.state, "title": id[-4:],
            "submitted_at": int(id[-12:]), "lease_token": work.token, "lease_expires_at": self.clock.now + LEASE_MS,
        }  # fmt: skip
        return [facts[name] for name in COLUMNS["work"]]


class Cable:
    """The way to the model; while `faulty`, calls get lost before or after, come twice, or are cut."""

    def __init__(self, model: Model, rng: random.Random) -> None:
        self._model, self._rng = model, rng
        self.faulty = True
        self.failing_rows = 0.1

    def changes(self, cursor: str, wait: int = 0) -> dict[str, Any]:
        """Pull."""
        return self._through(lambda: self._model.changes(cursor, wait))

    def push(self, ask: Push) -> PushAnswer:
        """Push; each mutation fails by itself at times."""
        self._model.failing = {
            one.id for one in ask.mutations if self.faulty and self._rng.random() < self.failing_rows
        }
        return self._through(lambda: self._model.push(ask))

    def claim(self, ask: ClaimAsk, key: str) -> Claimed:
        """Claim."""
        return self._through(lambda: self._model.claim(ask, key))

    def renew(self, ask: LeasesAsk) -> LeasesAnswer:
        """Renew."""
        return self._through(lambda: self._model.renew(ask))

    def release(self, ask: LeasesAsk) -> LeasesAnswer:
        """Give back."""
        return self._through(lambda: self._model.release(ask))

    def _through(self, call: Callable[[], T]) -> T:
        fate = self._rng.random() if self.faulty else 1.0
        if fate < 0.08:
            raise OfflineError("no way", sent=False)
        if fate < 0.16:
            raise OfflineError("lost on the way", sent=True)
        if fate < 0.22:
            raise ServerTroubleError("503", self._rng.choice([None, 7.0]))
        answer = call()
        if fate < 0.32:
            raise OfflineError("answer lost", sent=True)
        if fate < 0.38:
            raise CutBodyError("answer cut")
        return call() if fate < 0.44 else answer
