"""What the steps of the engine do on the store's thread, and how they follow the lives of the server."""

from typing import Any, Final

from contract import SCHEMA
from contract.wire.sync import Mutation, MutationResult, PushAnswer
from desktop.api_client.errors import RefusedError
from desktop.store import Store, cache, outbox
from desktop.store.rows import OutboxRow

EPOCH: Final = "epoch"
_NOT_MINE: Final = {"already-decided", "lease-lost", "withdrawn"}


def start(store: Store) -> str:
    """The cursor; from the beginning, whatever claims have put into the cache has to come again."""
    at = cache.cursor(store)
    if not at and not cache.is_empty(store):
        cache.begin_sweep(store)
    return at


def epoch(store: Store) -> str:
    """The life of the server that this outbox knows; empty before the first answer."""
    return outbox.get_meta(store, EPOCH) or ""


def mutation(row: OutboxRow) -> Mutation:
    """A row as it travels."""
    return Mutation(n=row.n, id=row.id, type=row.type, tv=row.tv, created_at=row.created_at, args=row.args)


def settle(store: Store, batch: list[OutboxRow], answer: PushAnswer, asked: str) -> list[MutationResult]:
    """Store the answers that are about this batch, and give them; a row that got none counts as an error.

    An answer from another life of the server than `asked`: a new one is begun, an old one (a pull has met the new one
    meanwhile) is worth nothing, because the server has forgotten it.
    """
    answered = {result.id: result for result in answer.results}
    known = epoch(store)
    if known and answer.epoch != known and known != asked:
        outbox.failed(store, [one.id for one in batch], "epoch-changed", store.clock.now_ms())
        return []
    if known and answer.epoch != known:
        new_epoch(store, answer.epoch)
    elif not known:
        outbox.set_meta(store, EPOCH, answer.epoch)
    silence = [
        MutationResult(n=one.n, id=one.id, status="error", code="no-answer") for one in batch if one.id not in answered
    ]
    outbox.settle(store, [answered[one.id] for one in batch if one.id in answered] + silence)
    too_late = {one.id for one in answer.results if one.status == "conflict" and one.code in _NOT_MINE}
    decisions = [
        one for one in batch if one.id in too_late and one.type == "review.decide" and one.args["kind"] == "work"
    ]
    cache.drop_works(store, [(one.args["subject_id"], one.args.get("lease_token") or 0) for one in decisions])
    return [answered[one.id] for one in batch if one.id in answered]


def other_life(store: Store, page: dict[str, Any]) -> bool:
    """Whether the page comes from another life of the server (restored from a backup), or has other columns."""
    known = outbox.get_meta(store, EPOCH)
    if known is None:
        outbox.set_meta(store, EPOCH, page["epoch"])
    elif known != page["epoch"]:
        new_epoch(store, page["epoch"])
        return True
    if page["schema"] != int(cache.get_meta(store, "schema") or SCHEMA):
        cache.begin_sweep(store)
        cache.set_meta(store, "schema", str(page["schema"]))
        return True
    return False


def start_anew(store: Store, error: RefusedError) -> None:
    """The cursor is worthless: pull everything anew. The outbox is never touched, only sent again."""
    epoch = error.problem.get("epoch")
    if error.code == "epoch-changed" and isinstance(epoch, str):
        new_epoch(store, epoch)
    else:
        cache.begin_sweep(store)


def new_epoch(store: Store, epoch: str) -> None:
    """The server has forgotten something: everything it had confirmed is pushed again under the same ids."""
    outbox.requeue_settled(store)
    outbox.set_meta(store, EPOCH, epoch)
    cache.begin_sweep(store)
