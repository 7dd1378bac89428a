"""One step at a time: push a batch, pull a page, renew the leases. What is durable is in the store, nothing here."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Final, Protocol, TypeVar

from contract.columns import BATCH_MUTATIONS
from contract.wire.review import ClaimAsk, Claimed, LeaseRef, LeasesAnswer, LeasesAsk
from contract.wire.sync import Push, PushAnswer
from desktop.api_client.errors import ApiError, OfflineError, RefusedError, ServerTroubleError, SignedOutError, TlsError
from desktop.clock import Clock
from desktop.store import Store, cache, outbox, queries
from desktop.store.rows import OutboxRow
from desktop.sync_engine import steps

T = TypeVar("T")
FIRST_RETRY_MS: Final = 1_000
LONGEST_RETRY_MS: Final = 300_000
LEASE_HOURS: Final = 12
_START_ANEW: Final = {"cursor-expired", "epoch-changed", "cursor-invalid"}


class StoreCall(Protocol):
    """Runs a function on the store's thread and waits for it; in a simulation, directly."""

    def __call__(self, fn: Callable[[Store], T]) -> T:
        """The function's result."""
        ...


class Api(Protocol):
    """What the engine needs of the server."""

    def changes(self, cursor: str, wait: int = 0) -> dict[str, Any]:
        """A page of changes."""
        ...

    def push(self, ask: Push) -> PushAnswer:
        """Send a batch."""
        ...

    def claim(self, ask: ClaimAsk, key: str) -> Claimed:
        """Claim works."""
        ...

    def renew(self, ask: LeasesAsk) -> LeasesAnswer:
        """Renew leases."""
        ...

    def release(self, ask: LeasesAsk) -> LeasesAnswer:
        """Give works back."""
        ...


@dataclass(frozen=True, slots=True)
class PushOutcome:
    """`sent` rows got an answer; `error` says why not; `retry_at` (ms): when more is due, None for an empty outbox."""

    sent: int = 0
    applied: int = 0
    conflicts: int = 0
    rejected: int = 0
    error: ApiError | None = None
    retry_at: int | None = None


@dataclass(frozen=True, slots=True)
class PullOutcome:
    """`changed_kinds` of the page that was stored; `error` says why there is none."""

    changed_kinds: frozenset[str] = field(default_factory=frozenset)
    more: bool = False
    up_to_date: bool = False
    error: ApiError | None = None
    server_time: int | None = None


@dataclass(frozen=True, slots=True)
class RenewOutcome:
    """How many leases were renewed, and the works that somebody else has now (they left the queue)."""

    renewed: int
    lost: tuple[str, ...]


class SyncEngine:
    """Steps for one person's store. One thread pushes and one pulls, never two at the same step."""

    def __init__(
        self, api: Api, store_call: StoreCall, clock: Clock, rng: random.Random, client_id: str | None = None
    ) -> None:
        self._api, self._store, self._clock, self._rng = api, store_call, clock, rng
        self._client_id = client_id or store_call(outbox.client_id)
        self._failures = 0
        self._batch = BATCH_MUTATIONS
        store_call(outbox.requeue_sending)
        store_call(outbox.prune)

    def push_once(self) -> PushOutcome:
        """Send the next batch, in order; failed batches come again smaller, after a pause with full jitter."""
        self._store(outbox.requeue_sending)  # a step that broke off here, on a full disk perhaps, left some behind
        batch = self._store(partial(outbox.take_batch, limit=self._batch))
        if not batch:
            return PushOutcome(retry_at=self._store(outbox.next_retry_at))
        epoch = self._store(steps.epoch)
        try:
            answer = self._send(batch, epoch)
        except ApiError as error:
            return self._not_sent(batch, error)
        self._failures, self._batch = 0, BATCH_MUTATIONS
        results = self._store(lambda store: steps.settle(store, batch, answer, epoch))
        kinds = [result.first if result.status == "replayed" else result.status for result in results]
        return PushOutcome(
            sent=len(results),
            applied=kinds.count("applied"),
            conflicts=kinds.count("conflict"),
            rejected=kinds.count("rejected"),
            retry_at=self._store(outbox.next_retry_at),
        )

    def pull_once(self, wait: int = 0) -> PullOutcome:
        """Ask for one page (waiting up to `wait` s for something new) and store it with its cursor."""
        at = self._store(steps.start)
        try:
            page = self._api.changes(at, wait)
        except RefusedError as error:
            if error.code not in _START_ANEW:
                return PullOutcome(error=error)
            self._store(partial(steps.start_anew, error=error))
            return PullOutcome(more=True)
        except ApiError as error:
            return PullOutcome(error=error)
        if self._store(lambda store: steps.other_life(store, page)):
            return PullOutcome(more=True)
        self._store(outbox.way_is_open)
        changed = self._apply(page)
        if page["up_to_date"]:
            changed |= self._sweep()
        return PullOutcome(frozenset(changed), page["more"], page["up_to_date"], server_time=page["server_time"])

    def renew(self, hours: int = LEASE_HOURS) -> RenewOutcome:
        """Renew what I hold and have not decided. Raises ApiError."""
        mine = self._store(queries.open_leases)
        renewed, lost = 0, list[str]()
        for start in range(0, len(mine), 200):
            refs = [LeaseRef(work_id=work, token=token) for work, token in mine[start : start + 200]]
            answer = self._api.renew(LeasesAsk(leases=refs, hours=hours))
            done = [(lease.work_id, lease.token, lease.expires_at) for lease in answer.done]
            self._store(partial(cache.set_leases, leases=done))
            lost_leases = [(ref.work_id, ref.token) for ref in refs if ref.work_id in answer.lost]
            self._store(partial(cache.drop_works, leases=lost_leases))
            renewed += len(done)
            lost += answer.lost
        return RenewOutcome(renewed, tuple(lost))

    def claim(self, ask: ClaimAsk, key: str, bucket: str) -> int:
        """Claim works; they are in the queue when this returns. The number granted. Raises ApiError.

        A lost reply heals itself: the same `key` gives the same works, and the feed brings them too.
        """
        return self.take(self._api.claim(ask, key), bucket)

    def take(self, claimed: Claimed, bucket: str) -> int:
        """Put what was just granted into the queue; the number of works."""
        page = [["P", bucket, "work", row] for row in claimed.works]
        self._store(lambda store: cache.apply(store, {"work": claimed.cols}, page))
        return len(claimed.works)

    def release(self, works: list[tuple[str, int]]) -> int:
        """Give works (id, token) back; they leave the queue. The number given back. Raises ApiError."""
        count = 0
        for start in range(0, len(works), 200):
            refs = [LeaseRef(work_id=work, token=token) for work, token in works[start : start + 200]]
            answer = self._api.release(LeasesAsk(leases=refs))
            gone = {lease.work_id for lease in answer.done} | set(answer.lost)
            leases = [(ref.work_id, ref.token) for ref in refs if ref.work_id in gone]
            self._store(partial(cache.drop_works, leases=leases))
            count += len(answer.done)
        return count

    def _send(self, batch: list[OutboxRow], epoch: str) -> PushAnswer:
        mutations = [steps.mutation(row) for row in batch]
        ask = Push(v=1, client_id=self._client_id, epoch=epoch, mutations=mutations)
        try:
            return self._api.push(ask)
        except RefusedError as error:
            if error.code != "epoch-changed":
                raise
            self._store(partial(steps.start_anew, error=error))
            raise ServerTroubleError("epoch-changed") from error

    def _not_sent(self, batch: list[OutboxRow], error: ApiError) -> PushOutcome:
        """Keep the batch for later. A batch that certainly did not leave this computer can still be undone."""
        ids = [one.id for one in batch]
        never = isinstance(error, SignedOutError) or (isinstance(error, OfflineError | TlsError) and not error.sent)
        self._failures += 1
        wait_ms = self._pause_ms(error)
        retry_at = self._clock.now_ms() + wait_ms
        if never:
            self._store(lambda store: outbox.release(store, ids))
        else:
            self._batch = max(1, len(batch) // 2)
            self._store(lambda store: outbox.failed(store, ids, error.code, retry_at))
        if isinstance(error, RefusedError) and len(batch) == 1:
            self._store(lambda store: outbox.park(store, ids, error.code))
            self._failures = 0
        return PushOutcome(error=error, retry_at=retry_at)

    def _pause_ms(self, error: ApiError) -> int:
        """Full jitter, 1 s doubling to 300 s; the server's Retry-After wins."""
        said: float | None = getattr(error, "retry_after", None)
        if said is not None:
            return round(said * 1000)
        longest = min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** min(self._failures - 1, 20))
        return self._rng.randint(1, longest)

    def _apply(self, page: dict[str, Any]) -> set[str]:
        """Store a page in small portions; the cursor goes with the last one."""
        changed: set[str] = set()
        portions = list(cache.steps(page["ops"]))
        for number, ops in enumerate(portions, start=1):
            meta = self._store(partial(cache.end_of_page, page=page)) if number == len(portions) else None
            changed |= self._store(partial(cache.apply, cols=page["cols"], ops=ops, meta=meta))
        return changed

    def _sweep(self) -> set[str]:
        """Everything has come: what has to go goes, in small portions; the kinds that lost rows."""
        place, lost = self._store(cache.sweep_step)
        changed = {lost}
        while place is not None:
            place, lost = self._store(partial(cache.sweep_step, place=place))
            changed.add(lost)
        return {kind for kind in changed if kind}
