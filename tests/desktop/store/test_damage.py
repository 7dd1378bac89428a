"""Damaged, missing, foreign and full: nothing that was shown as saved is lost, nothing unsaved is shown as saved."""

import contextlib
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlcipher3.dbapi2 import DatabaseError

from contract.wire.sync import MutationResult
from desktop.store import DiskFullError, Store, TooNewError, cache, open_store, outbox, queries
from tests.desktop.store.conftest import KEY, HandClock, decide_args, fill

DAMAGED = pytest.mark.expected_logs("outbox damaged", "outbox row", "does not open", "cache damaged", optional=True)


def add(store: Store, number: int) -> str:
    """One decision; its id."""
    return outbox.append(store, "review.decide", decide_args(number), {"title": f"作品 {number}"}).id


@pytest.mark.expected_logs("outbox damaged", "outbox row", "outbox missing", "does not open", optional=True)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_wherever_the_outbox_is_damaged_every_decision_survives(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder, clock = tmp_path_factory.mktemp("store"), HandClock()
    store = open_store(folder, KEY, clock, os.urandom)
    ids = [add(store, number) for number in range(1, 8)]
    outbox.take_batch(store, 3)
    outbox.settle(store, [MutationResult(n=1, id=ids[0], status="applied", version=2)])
    undone = add(store, 8)
    outbox.undo(store, undone)
    store.close()
    (folder / "open").touch()
    file = folder / "outbox.db"
    content = bytearray(file.read_bytes())
    start = data.draw(st.integers(0, len(content) - 1))
    length = data.draw(st.sampled_from([1, 16, 5_000]))
    for place in range(start, min(start + length, len(content))):
        content[place] ^= 0x5A
    file.write_bytes(content[: data.draw(st.sampled_from([len(content), start]))])
    store = open_store(folder, KEY, clock, os.urandom)
    try:
        assert {row.id for row in outbox.unsettled(store)} == set(ids[1:])
        outbox.requeue_sending(store)
        assert [one.n for one in outbox.take_batch(store)] == list(range(2, 8))
        assert add(store, 9) not in ids
        assert outbox.unsettled(store)[-1].n >= 8
    finally:
        store.close()


@DAMAGED
def test_a_damaged_outbox_is_kept_aside_and_said(opened: Callable[..., Store], folder: Path) -> None:
    store = opened()
    add(store, 1)
    store.close()
    content = (folder / "outbox.db").read_bytes()
    (folder / "outbox.db").write_bytes(b"\xff" * len(content))
    store = opened()
    note = store.notes[0]
    assert (note.kind, note.kept) == ("outbox-salvaged", 1)
    assert (folder / note.aside).read_bytes() == b"\xff" * len(content)


@pytest.mark.expected_logs("outbox missing")
def test_a_missing_outbox_comes_back_from_the_log_and_a_cut_line_costs_only_itself(
    opened: Callable[..., Store], folder: Path
) -> None:
    store = opened()
    first, _ = add(store, 1), add(store, 2)
    store.close()
    for file in folder.glob("outbox.db*"):
        file.unlink()
    log = (folder / "outbox.log").read_bytes()
    (folder / "outbox.log").write_bytes(log[:-20])
    store = opened()
    assert [row.id for row in outbox.unsettled(store)] == [first]
    assert (store.notes[0].kind, store.notes[0].kept, store.notes[0].damaged) == ("outbox-salvaged", 1, 1)


@pytest.mark.expected_logs("outbox missing")
def test_a_line_torn_by_a_crash_does_not_spoil_the_next(opened: Callable[..., Store], folder: Path) -> None:
    store = opened()
    first = add(store, 1)
    with (folder / "outbox.log").open("ab") as file:
        file.write(b"\nhalf-a-lin")
    second = add(store, 2)
    store.close()
    (folder / "outbox.db").unlink()
    store = opened()
    assert [row.id for row in outbox.unsettled(store)] == [first, second]


def killed(folder: Path, copy: Path) -> Path:
    """What lies on the disk when the desk is killed now."""
    shutil.copytree(folder, copy)
    return copy


@pytest.mark.expected_logs("outbox missing or short")
def test_a_wal_that_was_cut_short_loses_nothing(
    opened: Callable[..., Store], folder: Path, tmp_path: Path, clock: HandClock
) -> None:
    store = opened()
    ids = [add(store, number) for number in (1, 2, 3, 4)]
    outbox.undo(store, ids[0])
    copy = killed(folder, tmp_path / "killed")
    wal = (copy / "outbox.db-wal").read_bytes()
    (copy / "outbox.db-wal").write_bytes(wal[: len(wal) * 2 // 3])
    again = open_store(copy, KEY, clock, os.urandom)
    try:
        assert [row.id for row in outbox.unsettled(again)] == ids[1:]
        assert again.notes[0].kept > 0
        assert add(again, 5) not in ids
    finally:
        again.close()


def test_after_an_ordinary_crash_nothing_is_said(
    opened: Callable[..., Store], folder: Path, tmp_path: Path, clock: HandClock
) -> None:
    store = opened()
    ids = [add(store, number) for number in (1, 2)]
    again = open_store(killed(folder, tmp_path / "killed"), KEY, clock, os.urandom)
    try:
        assert [row.id for row in outbox.unsettled(again)] == ids
        assert again.notes == []
    finally:
        again.close()


@pytest.mark.expected_logs("outbox missing")
def test_a_rebuilt_outbox_numbers_as_another_client_and_sends_again_what_a_restored_server_forgot(
    opened: Callable[..., Store], folder: Path
) -> None:
    store = opened()
    before = outbox.client_id(store)
    id = add(store, 1)
    outbox.take_batch(store)
    outbox.settle(store, [MutationResult(n=1, id=id, status="applied", version=2)])
    outbox.requeue_settled(store)
    store.close()
    (folder / "outbox.db").unlink()
    store = opened()
    assert outbox.client_id(store) != before
    assert [one.id for one in outbox.take_batch(store)] == [id]


@pytest.mark.expected_logs("outbox missing")
def test_the_log_is_rewritten_to_what_is_left(opened: Callable[..., Store], folder: Path, clock: HandClock) -> None:
    store = opened()
    old = add(store, 1)
    outbox.take_batch(store)
    outbox.settle(store, [MutationResult(n=1, id=old, status="applied", version=2)])
    clock.now += outbox.KEEP_MS + outbox.PRUNE_EACH_MS + 1
    waiting = add(store, 2)
    before = (folder / "outbox.log").stat().st_size
    assert outbox.prune(store) == 1
    assert (folder / "outbox.log").stat().st_size < before
    store.close()
    (folder / "outbox.db").unlink()
    store = opened()
    assert [row.id for row in outbox.recent(store, 0)] == [waiting]


@pytest.mark.expected_logs("cache damaged")
def test_a_cache_that_fails_while_in_use_is_checked_whole_at_the_next_start(
    opened: Callable[..., Store], folder: Path
) -> None:
    store = opened()
    fill(store, 400)
    store.close()
    content = bytearray((folder / "cache.db").read_bytes())
    content[4096 * 40 : -4096] = os.urandom(len(content) - 4096 * 41)
    (folder / "cache.db").write_bytes(content)
    store = opened()
    assert store.notes == []
    with pytest.raises(DatabaseError):
        queries.queue(store)
    store = opened()
    assert [note.kind for note in store.notes] == ["cache-rebuilt"]
    assert queries.queue(store) == []


def test_a_cache_with_other_columns_is_made_anew(opened: Callable[..., Store]) -> None:
    store = opened()
    fill(store, 5)
    with store.cache.begin() as connection:
        connection.execute("PRAGMA user_version=1")
    store = opened()
    assert store.notes == []
    assert queries.queue(store) == []
    assert cache.cursor(store) == ""


@DAMAGED
def test_a_damaged_cache_is_set_aside_and_the_outbox_stays(opened: Callable[..., Store], folder: Path) -> None:
    store = opened()
    fill(store, 50)
    id = add(store, 1)
    store.close()
    content = bytearray((folder / "cache.db").read_bytes())
    content[: 4096 * 3] = os.urandom(4096 * 3)
    (folder / "cache.db").write_bytes(content)
    store = opened()
    assert [note.kind for note in store.notes] == ["cache-rebuilt"]
    assert queries.queue(store) == []
    assert [row.id for row in outbox.unsettled(store)] == [id]


def test_a_store_of_a_newer_desk_is_not_touched(opened: Callable[..., Store], folder: Path) -> None:
    store = opened()
    with store.outbox.begin() as connection:
        connection.execute("PRAGMA user_version=99")
    store.close()
    before = (folder / "outbox.db").read_bytes()
    with pytest.raises(TooNewError):
        opened()
    assert (folder / "outbox.db").read_bytes() == before


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 12 MiB."""
    mount = tmp_path / "small"
    mount.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", mount], capture_output=True, check=False)
    if made.returncode:
        pytest.skip("mounting a small file system needs root")
    yield mount
    subprocess.run(["umount", "-l", mount], check=True)


def fill_up(file: Path) -> None:
    """Write until there is no room."""
    handle = os.open(file, os.O_WRONLY | os.O_CREAT)
    with contextlib.suppress(OSError):
        while True:
            os.write(handle, b"\0" * 4096)
    os.close(handle)


def test_on_a_full_disk_a_decision_is_saved_or_refused_never_half(small_disk: Path, clock: HandClock) -> None:
    folder = small_disk / "store"
    store = open_store(folder, KEY, clock, os.urandom)
    assert store.has_ballast
    saved = [add(store, 1)]
    fill_up(small_disk / "filler")
    with pytest.raises(DiskFullError):
        saved.extend(add(store, number) for number in range(2, 100_000))
    assert len(saved) > 1, "the ballast makes room for some more"
    assert not (folder / "ballast").exists()
    assert [row.id for row in outbox.unsettled(store)] == saved
    (small_disk / "filler").unlink()
    saved.append(add(store, 7))
    store.close()
    store = open_store(folder, KEY, clock, os.urandom)
    assert [row.id for row in outbox.unsettled(store)] == saved
    store.close()
    assert [event["row"]["id"] for event in store.journal.read()] == saved


def test_taking_back_on_a_full_disk_is_done_or_refused(small_disk: Path, clock: HandClock) -> None:
    folder = small_disk / "store"
    store = open_store(folder, KEY, clock, os.urandom)
    store.drop_ballast()
    id = add(store, 1)
    fill_up(small_disk / "filler")
    with pytest.raises(DiskFullError):
        [add(store, number) for number in range(2, 100_000)]
    with pytest.raises(DiskFullError):
        outbox.undo(store, id)
    assert outbox.unsettled(store)[0].id == id
    (small_disk / "filler").unlink()
    assert outbox.undo(store, id)
    store.close()
