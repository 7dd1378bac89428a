"""Damaged, missing, foreign and full: nothing that was shown as saved is lost, nothing unsaved is shown as saved."""

import contextlib
import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from contract.wire.sync import MutationResult
from desktop.store import DiskFullError, Store, TooNewError, open_store, outbox, queries
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
        connection.exec_driver_sql("PRAGMA user_version=99")
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
    known: list[str] = []
    for event in store.journal.read():
        if event["event"] == "add":
            known.append(event["row"]["id"])
        elif event["event"] == "void":
            known.remove(event["id"])
    assert known == saved
