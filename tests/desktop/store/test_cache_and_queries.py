"""Pages in portions, removals, sweeps, unknown columns; the queue's filters and orders."""

import pytest

from contract.columns import COLUMNS
from desktop.store import Store, cache, outbox, queries
from desktop.store.rows import QueueFilter
from tests.desktop.store.conftest import ME, NOW, decide_args, fill, work_id, work_op

COLS = {kind: list(names) for kind, names in COLUMNS.items()}


def numbers(store: Store, **filter: object) -> list[int]:
    """Numbers of the works in the queue."""
    return [int(work.number[-6:]) - 100_000 for work in queries.queue(store, QueueFilter(**filter))]  # type: ignore[arg-type]


def end_page(store: Store, buckets: list[str]) -> None:
    """An empty last page."""
    cache.apply(store, COLS, [], cache.end_of_page(store, {"cursor": "c", "buckets": buckets}))


def swept(store: Store) -> set[str]:
    """All of a sweep; the kinds that lost rows."""
    lost = set[str]()
    place, kind = cache.sweep_step(store)
    while place is not None:
        lost |= {kind} if kind else set()
        place, kind = cache.sweep_step(store, place)
    return lost


def test_rows_and_cursor_are_stored_together(store: Store) -> None:
    assert cache.apply(store, COLS, [work_op(1)], {cache.CURSOR: "c1"}) == {"work"}
    assert (cache.cursor(store), numbers(store)) == ("c1", [1])
    with pytest.raises(ValueError, match="2 values"):
        cache.apply(store, COLS, [work_op(2), ["P", ME, "work", ["too", "short"]]], {cache.CURSOR: "c2"})
    assert (cache.cursor(store), numbers(store)) == ("c1", [1])


def test_a_put_after_a_removal_in_one_portion_wins_and_the_other_way_round(store: Store) -> None:
    remove = ["R", ME, "work", work_id(1)]
    cache.apply(store, COLS, [work_op(1), remove, work_op(1, title="新")])
    assert [work.title for work in queries.queue(store)] == ["新"]
    cache.apply(store, COLS, [work_op(1), remove])
    assert numbers(store) == []


def test_a_removal_from_another_bucket_leaves_the_row(store: Store) -> None:
    cache.apply(store, COLS, [work_op(1), ["R", "user:other", "work", work_id(1)]])
    assert numbers(store) == [1]


def test_columns_and_kinds_of_a_newer_server_do_no_harm(store: Store) -> None:
    op = work_op(1)
    cols = COLS | {"work": [*COLS["work"], "sparkle"]}
    changed = cache.apply(store, cols, [[*op[:3], [*op[3], {"a": 1}]], ["P", ME, "hologram", ["x"]]])  # type: ignore[misc]
    assert changed == {"work"}
    assert numbers(store) == [1]
    assert store.cache.scalar("SELECT extra FROM work") == '{"sparkle":{"a":1}}'


def test_a_sweep_removes_what_did_not_come_again_and_never_touches_the_outbox(store: Store) -> None:
    fill(store, 3)
    outbox.append(store, "review.decide", decide_args(3), {})
    cache.begin_sweep(store)
    assert numbers(store) == [1, 2]
    cache.apply(store, COLS, [work_op(2)])
    end_page(store, [ME])
    assert swept(store) == {"work"}
    assert numbers(store) == [2]
    assert len(outbox.unsettled(store)) == 1
    assert swept(store) == set()


def test_a_bucket_that_is_no_longer_mine_is_emptied(store: Store) -> None:
    fill(store, 2)
    end_page(store, [ME, "ref"])
    assert swept(store) == set()
    end_page(store, ["ref"])
    assert swept(store) == {"work"}
    assert numbers(store) == []


def test_a_sweep_goes_in_portions_and_ends_when_another_begins(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "SWEEP_ROWS", 10)
    fill(store, 35)
    cache.begin_sweep(store)
    end_page(store, [ME])
    place, kind = cache.sweep_step(store)
    assert (kind, len(numbers(store))) == ("work", 25)
    cache.begin_sweep(store)
    assert cache.sweep_step(store, place) == (None, None)
    fill(store, 3)
    assert swept(store) == {"work"}
    assert numbers(store) == [1, 2, 3]


def test_the_queue_filters_and_sorts(store: Store) -> None:
    fill(store, 3)
    other = {"region": "41", "theme": "plenum", "organizations": ["渭川精密机床"], "duration_ms": 5_000}
    cache.apply(store, COLS, [work_op(4, title="0.01 毫米_的坚持", lease_expires_at=NOW, **other)])
    cache.apply(store, COLS, [work_op(5, state="published")])
    assert numbers(store) == [1, 2, 3, 4]
    assert numbers(store, sort="newest") == [4, 3, 2, 1]
    assert numbers(store, sort="shortest")[0] == 4
    assert numbers(store, sort="expiry")[0] == 4
    assert numbers(store, region="41") == numbers(store, theme="plenum") == [4]
    assert numbers(store, text="毫米_") == numbers(store, text="渭川") == numbers(store, text="100004") == [4]
    assert numbers(store, text="%") == numbers(store, text="毫米__") == []


def test_a_work_row_carries_everything_the_screen_shows(store: Store) -> None:
    history = [
        {"at": NOW, "kind": "rejected", "by": "审核员 0112", "round": 1, "reasons": [{"code": "bad-sound", "at_ms": 5}]}
    ]
    fill(store, 1, history=history, problems=["no_audio"], organizations=["甲", "乙"])
    work = queries.work(store, work_id(1))
    assert work is not None
    assert work.organizations == ("甲", "乙")
    assert work.problems == ("no_audio",)
    assert (work.history[0].by, work.history[0].reasons[0].code, work.history[0].reasons[0].at_ms) == (
        "审核员 0112",
        "bad-sound",
        5,
    )


def test_batches_count_what_is_decided_and_end_with_the_first_open_lease(store: Store) -> None:
    fill(store, 2)
    cache.apply(store, COLS, [work_op(3, lease_expires_at=NOW + 5)])
    batch = queries.leases(store)[0]
    assert (batch.total, batch.decided, batch.expires_at) == (3, 0, NOW + 5)
    outbox.append(store, "review.decide", decide_args(3), {})
    batch = queries.leases(store)[0]
    assert (batch.total, batch.decided, batch.expires_at) == (3, 1, NOW + 3_600_000)
    assert queries.open_leases(store) == [(work_id(1), 1), (work_id(2), 1)]


def test_pages_come_in_portions(store: Store) -> None:
    ops = [work_op(number) for number in range(1, 451)]
    assert [len(portion) for portion in cache.steps(ops)] == [200, 200, 50]
    assert [len(portion) for portion in cache.steps([])] == [0]


def test_a_setting_may_be_any_json(store: Store) -> None:
    for value in ({"hours": 12}, "text", 60, True, [1]):
        cache.apply(store, COLS, [["P", "ref", "setting", ["name", 1, value]]])
        assert queries.setting(store, "name") == value
    assert queries.setting(store, "other", 7) == 7
