"""The outbox: order, states, retries, parking, undo, pruning."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from contract.wire.sync import MutationResult
from desktop.store import Store, outbox, queries
from tests.desktop.store.conftest import HandClock, decide_args, fill, work_id

FACTS = {"number": "YJS-24-100001", "title": "作品 1", "region": "37"}


def add(store: Store, number: int = 1, verdict: str = "approve") -> str:
    """One decision; its id."""
    return outbox.append(store, "review.decide", decide_args(number, verdict), FACTS).id


def result(id: str, n: int, status: str = "applied", **more: Any) -> MutationResult:
    """A server's answer."""
    return MutationResult(n=n, id=id, status=status, **more)  # type: ignore[arg-type]


def states(store: Store) -> list[str]:
    """States of all rows, by number."""
    return [state for (state,) in store.outbox.rows("SELECT state FROM outbox ORDER BY n")]


def test_rows_go_out_in_order_and_once(store: Store) -> None:
    ids = [add(store, number) for number in (1, 2, 3)]
    assert [(one.n, one.id) for one in outbox.take_batch(store, 2)] == [(1, ids[0]), (2, ids[1])]
    assert [one.id for one in outbox.take_batch(store)] == [ids[2]]
    assert outbox.take_batch(store) == []
    assert states(store) == ["sending"] * 3


def test_answers_settle_rows_and_stay_with_them(store: Store) -> None:
    ids = [add(store, number) for number in (1, 2, 3)]
    outbox.take_batch(store)
    outbox.settle(
        store,
        [
            result(ids[0], 1, version=2),
            result(ids[1], 2, "conflict", code="already-decided"),
            result(ids[2], 3, "replayed", first="rejected", code="not-allowed"),
        ],
    )
    assert states(store) == ["applied", "conflict", "rejected"]
    assert outbox.unsettled(store) == []
    assert {row.code for row in outbox.answered(store, 9)} == {None, "already-decided", "not-allowed"}


def test_undo_takes_back_what_was_never_sent_only(store: Store) -> None:
    first, second = add(store, 1), add(store, 2)
    assert outbox.undo(store, first)
    assert not outbox.undo(store, first)
    assert [one.id for one in outbox.take_batch(store)] == [second]
    assert not outbox.undo(store, second)
    outbox.failed(store, [second], "cut-body", 0)
    assert not outbox.undo(store, second), "the server may have it"
    assert states(store) == ["undone", "retry"]


def test_a_batch_that_never_left_can_still_be_undone(store: Store) -> None:
    id = add(store)
    outbox.take_batch(store)
    outbox.release(store, [id])
    assert outbox.undo(store, id)


def test_nothing_overtakes_a_batch_that_did_not_get_through(store: Store, clock: HandClock) -> None:
    first = add(store, 1)
    outbox.take_batch(store)
    outbox.failed(store, [first], "server-trouble", clock.now + 5_000)
    second = add(store, 2)
    assert outbox.take_batch(store) == []
    assert outbox.way_is_open(store) == 0, "the server itself asked to wait"
    assert outbox.next_retry_at(store) == clock.now + 5_000
    clock.now += 5_000
    assert [one.id for one in outbox.take_batch(store)] == [first, second]


def test_when_the_server_is_reached_again_a_failed_batch_need_not_wait(store: Store, clock: HandClock) -> None:
    ids = [add(store, 1), add(store, 2)]
    outbox.take_batch(store)
    outbox.failed(store, ids, "offline", clock.now + 300_000)
    assert outbox.take_batch(store) == []
    assert outbox.way_is_open(store) == 2
    assert outbox.next_retry_at(store) == 0
    assert [one.id for one in outbox.take_batch(store)] == ids


def test_a_row_that_the_server_could_not_take_is_passed_over(store: Store, clock: HandClock) -> None:
    first, second = add(store, 1), add(store, 2)
    outbox.take_batch(store, 1)
    outbox.settle(store, [result(first, 1, "error", code="internal")])
    assert [one.id for one in outbox.take_batch(store)] == [second]
    assert outbox.next_retry_at(store) == clock.now + 1_000
    clock.now += 1_000
    assert [one.id for one in outbox.take_batch(store)] == [first]


def test_the_fifth_error_parks_a_row_and_a_person_can_send_it_again(store: Store, clock: HandClock) -> None:
    id = add(store)
    for number in range(1, 6):
        clock.now += 100_000
        assert len(outbox.take_batch(store)) == 1, number
        outbox.settle(store, [result(id, 1, "error", code="internal")])
    assert states(store) == ["parked"]
    assert queries.counts(store).parked == 1
    clock.now += 10**9
    assert outbox.take_batch(store) == []
    assert outbox.retry_now(store) == 1
    assert len(outbox.take_batch(store)) == 1


def test_after_a_crash_the_same_ids_go_out_again(opened: Callable[..., Store]) -> None:
    store = opened()
    id = add(store)
    outbox.take_batch(store)
    store = opened()
    assert outbox.requeue_sending(store) == 1
    assert [one.id for one in outbox.take_batch(store)] == [id]


def test_numbers_are_never_used_twice(opened: Callable[..., Store], clock: HandClock) -> None:
    store = opened()
    id = add(store)
    outbox.take_batch(store)
    outbox.settle(store, [result(id, 1)])
    clock.now += outbox.KEEP_MS + outbox.PRUNE_EACH_MS + 1
    assert outbox.prune(store) == 1
    store = opened()
    again = outbox.append(store, "review.decide", decide_args(2), FACTS)
    assert again.n == 2


def test_answered_rows_stay_ninety_days_and_can_be_pushed_again(store: Store, clock: HandClock) -> None:
    id = add(store)
    outbox.take_batch(store)
    outbox.settle(store, [result(id, 1)])
    clock.now += outbox.KEEP_MS
    assert outbox.prune(store) == 0
    assert states(store) == ["applied"]
    assert outbox.requeue_settled(store) == 1
    assert [one.id for one in outbox.take_batch(store)] == [id]


def test_unsent_decisions_can_be_handed_over_as_a_file(store: Store, tmp_path: Path) -> None:
    add(store, 1, "reject")
    assert outbox.export(store, tmp_path / "未发送.jsonl") == 1
    text = (tmp_path / "未发送.jsonl").read_text()
    assert '"verdict": "reject"' in text
    assert "作品 1" in text


def test_nothing_readable_lies_on_the_disk(store: Store, folder: Path) -> None:
    outbox.append(store, "review.decide", decide_args(1) | {"note": "内部机密 secret-note"}, FACTS)
    fill(store, 1, title="秘密作品 secret-title")
    store.close()
    for file in folder.iterdir():
        content = file.read_bytes()
        for word in ("secret-note", "secret-title", "机密", "review.decide", "SQLite format"):
            assert word.encode() not in content, (file.name, word)


def test_the_client_id_stays(opened: Callable[..., Store]) -> None:
    assert outbox.client_id(opened()) == outbox.client_id(opened())


def test_a_decided_work_leaves_the_queue_and_comes_back_when_undone(store: Store) -> None:
    fill(store, 3)
    id = add(store, 2)
    assert [work.id for work in queries.queue(store)] == [work_id(1), work_id(3)]
    pending = queries.work(store, work_id(2))
    assert pending is not None
    assert pending.pending is not None
    assert pending.pending.id == id
    outbox.undo(store, id)
    assert [work.id for work in queries.queue(store)] == [work_id(1), work_id(2), work_id(3)]


def test_a_confirmed_work_stays_out_of_the_queue_until_the_feed_says_otherwise(store: Store, clock: HandClock) -> None:
    fill(store, 2)
    refused, applied = add(store, 1), add(store, 1)
    outbox.take_batch(store)
    outbox.settle(store, [result(refused, 1, "rejected", code="invalid-args"), result(applied, 2, version=2)])
    clock.now += 86_400_000
    assert [work.id for work in queries.queue(store)] == [work_id(2)]
    fill(store, 1, version=3)
    assert [work.id for work in queries.queue(store)] == [work_id(1), work_id(2)], "undone: it came back to me"
