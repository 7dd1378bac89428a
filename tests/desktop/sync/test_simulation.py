"""Short simulated lives of a desk: the real store and engine at a model of the server behind a bad cable.

One seed is one life. Bugs put in on purpose must be caught, so that a quiet simulation means something.
"""

import os
import random
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contract.wire.review import ClaimAsk
from contract.wire.sync import MutationResult
from desktop.api_client import ApiError
from desktop.store import Store, cache, open_store, outbox, queries
from desktop.store.rows import OutboxRow
from desktop.sync_engine import SyncEngine, steps
from tests.desktop.sync.model import ME, Cable, HandClock, Model

T = TypeVar("T")
KEY = bytes(range(32))
STEPS: Final = 50
ROUNDS: Final = 80
LIVES: Final = 60


class Crash(Exception):
    """The desk is killed at this moment."""


class Life:
    """One desk, one server, one seed."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder, self.rng, self.clock = folder, random.Random(seed), HandClock()
        self.model = Model(self.clock, works=14)
        self.cable = Cable(self.model, self.rng)
        self.saved: dict[str, str] = {}
        self.undone: set[str] = set()
        self.kept = self.model.backup()
        self.claims = 0
        self.fragile = False
        self.start()

    def start(self) -> None:
        """The desk starts (again)."""
        self.store = open_store(self.folder, KEY, self.clock, self.rng.randbytes)
        self.engine = SyncEngine(self.cable, self.call, self.clock, self.rng)

    def call(self, fn: Callable[[Store], T]) -> T:
        """The store's thread; a fragile desk may be killed before or after any of its steps."""
        if self.fragile and self.rng.random() < 0.2:
            raise Crash
        result = fn(self.store)
        if self.fragile and self.rng.random() < 0.2:
            raise Crash
        return result

    def step(self) -> None:
        """Something happens."""
        acts = [self.decide] * 5 + [self.push] * 4 + [self.pull] * 3 + [self.undo, self.claim, self.claim, self.renew]
        acts += [self.kill_while_busy, self.other, self.backup, self.restore, self.model.forget_removals]
        self.rng.choice(acts)()
        self.clock.now += self.rng.choice([0, 10, 900, 20_000])

    def decide(self) -> None:
        """The person decides a work on screen; shown as saved, so it must never be lost."""
        if not (works := queries.queue(self.store)):
            return
        work = self.rng.choice(works)
        args = {
            "kind": "work", "subject_id": work.id, "base_version": work.version, "lease_token": work.lease_token,
            "verdict": "approve", "reasons": [], "note": "", "message": "",
        }  # fmt: skip
        self.saved[outbox.append(self.store, "review.decide", args, {}).id] = work.id
        assert work.id not in [one.id for one in queries.queue(self.store)]

    def undo(self) -> None:
        """The person takes a decision back, as far as the desk lets it."""
        if self.saved and outbox.undo(self.store, id := self.rng.choice(list(self.saved))):
            assert id not in self.model.seen, "taken back after it had been sent"
            self.undone.add(id)

    def push(self) -> None:
        """One batch."""
        self.engine.push_once()

    def pull(self) -> None:
        """One page."""
        self.engine.pull_once()

    def claim(self) -> None:
        """More works; the key stays until an answer has come."""
        try:
            self.engine.claim(ClaimAsk(count=4), f"claim-{self.claims}", ME)
            self.claims += 1
        except ApiError:
            return

    def renew(self) -> None:
        """Longer leases."""
        try:
            self.engine.renew()
        except ApiError:
            return

    def other(self) -> None:
        """Somebody else is faster."""
        self.model.somebody_decides(self.rng)

    def backup(self) -> None:
        """The server's night."""
        self.kept = self.model.backup()

    def restore(self) -> None:
        """The server's bad day."""
        self.model.restore(self.kept)

    def kill_while_busy(self) -> None:
        """kill -9 somewhere in a push or a pull, then a new start."""
        self.fragile = True
        try:
            self.rng.choice([self.push, self.pull, self.claim])()
        except Crash:
            pass
        finally:
            self.fragile = False
        self.store.outbox.close()
        self.store.cache.close()
        self.start()

    def rest(self) -> None:
        """Faults stop; everything must come to rest."""
        self.cable.faulty = False
        for _ in range(ROUNDS):
            self.clock.now += 301_000
            outbox.retry_now(self.store)
            pushed = self.engine.push_once()
            pulled = self.engine.pull_once()
            assert pushed.error is None
            if not outbox.unsettled(self.store) and pulled.up_to_date and not pulled.changed_kinds and not pushed.sent:
                return
        raise AssertionError("not at rest")

    def check(self) -> None:
        """What must hold at rest."""
        memory = self.model.memory
        states = {row.id: row.state for row in outbox.recent(self.store, 0)}
        for id in self.saved:
            if id in self.undone:
                assert id not in self.model.seen, "sent after it was taken back"
                assert states[id] == "undone"
            else:
                assert id in memory.answers, "a saved decision is not on the server"
                assert states[id] == memory.answers[id][1].status, "desk and server disagree"
        assert set(memory.answers) <= set(self.saved), "a decision that nobody made"
        applied = [self.saved[id] for id, (_, answer) in memory.answers.items() if answer.status == "applied"]
        assert len(applied) == len(set(applied)), "two applied decisions on one work"
        assert all(work.decided <= 1 for work in memory.works.values()), "decided twice"
        here = {row.id: (row.version, row.lease_token) for row in queries.queue(self.store)}
        there = {id: (work.version, work.token) for id, work in memory.works.items() if work.mine}
        assert here == there, "the queue is not what the server says"


@contextmanager
def life(seed: int) -> Iterator[Life]:
    """A life in a folder of its own."""
    with tempfile.TemporaryDirectory(dir="/dev/shm" if Path("/dev/shm").is_dir() else None) as folder:
        one = Life(Path(folder), seed)
        try:
            yield one
        finally:
            one.store.close()


def live(seed: int) -> None:
    """A whole life; AssertionError when something is wrong."""
    with life(seed) as one:
        for _ in range(STEPS):
            one.step()
        one.rest()
        one.check()


@settings(max_examples=LIVES, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_nothing_is_lost_doubled_or_stuck(seed: int) -> None:
    live(seed)


def live_in_order(seed: int) -> None:
    """A life without rows that fail by themselves: then the server sees the decisions in the order of their making."""
    with life(seed) as one:
        one.cable.failing_rows = 0.0
        for _ in range(STEPS):
            one.rng.choice([one.claim, one.decide, one.decide, one.push, one.push, one.pull, one.kill_while_busy])()
            one.clock.now += one.rng.choice([0, 0, 10, 400])
        one.rest()
        assert one.model.order == sorted(one.model.order)


@settings(max_examples=LIVES // 3, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_decisions_reach_the_server_in_the_order_they_were_made(seed: int) -> None:
    live_in_order(seed)


_failed, _take_batch, _begin_sweep, _undo = outbox.failed, outbox.take_batch, cache.begin_sweep, outbox.undo


def new_id_on_retry(store: Store, ids: list[str], code: str, retry_at: int) -> None:
    """A failed mutation is sent again under another id."""
    _failed(store, ids, code, retry_at)
    with store.outbox.begin() as connection:
        for id in ids:
            again = os.urandom(4).hex() + id[8:]
            connection.execute("UPDATE outbox SET id=? WHERE id=?", (again, id))


def deleted_before_acknowledged(store: Store, limit: int = 50) -> list[OutboxRow]:
    """What is sent is taken for delivered."""
    batch = _take_batch(store, limit)
    applied = [MutationResult(n=one.n, id=one.id, status="applied", version=2) for one in batch]
    outbox.settle(store, applied)
    return batch


def overtaking(store: Store, limit: int = 50) -> list[OutboxRow]:
    """Rows that wait for their retry are passed over."""
    with store.outbox.begin() as connection:
        connection.execute("UPDATE outbox SET errors=1 WHERE state='retry'")
    return _take_batch(store, limit)


def undone_while_being_sent(store: Store, id: str) -> bool:
    """Whatever is not answered can be taken back."""
    with store.outbox.begin() as connection:
        connection.execute("UPDATE outbox SET attempts=0 WHERE id=?", (id,))
    return _undo(store, id)


def cursor_alone(store: Store) -> None:
    """A new life of the server: from the beginning, but what is gone stays."""
    cache.set_meta(store, cache.CURSOR, "")


def no_epoch(store: Store, epoch: str) -> None:
    """A new life of the server is nothing special, except for the cursor."""
    outbox.set_meta(store, steps.EPOCH, epoch)
    cache.begin_sweep(store)


BUGS: Final[dict[str, tuple[Any, str, Any]]] = {
    "a new id on retry": (outbox, "failed", new_id_on_retry),
    "deleted before acknowledged": (outbox, "take_batch", deleted_before_acknowledged),
    "taken back while being sent": (outbox, "undo", undone_while_being_sent),
    "no sweep": (cache, "begin_sweep", cursor_alone),
    "not pushed again after a restore": (steps, "new_epoch", no_epoch),
    "nothing requeued after a crash": (outbox, "requeue_sending", lambda store: 0),
}


@pytest.mark.parametrize("bug", BUGS)
def test_a_bug_put_in_on_purpose_is_caught(bug: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(*BUGS[bug])
    with pytest.raises((AssertionError, KeyError)):  # noqa: PT012 - any of these lives may be the one
        for seed in range(LIVES):
            live(seed)


def test_overtaking_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outbox, "take_batch", overtaking)
    with pytest.raises(AssertionError):  # noqa: PT012 - any of these lives may be the one
        for seed in range(LIVES):
            live_in_order(seed)
