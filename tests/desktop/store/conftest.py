"""A real store in a folder of the test."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from contract.columns import COLUMNS
from desktop.store import Store, cache, open_store

KEY = bytes(range(32))
NOW = 1_729_000_000_000
ME = "user:me"


class HandClock:
    """A clock that tests move."""

    def __init__(self) -> None:
        self.now = NOW

    def now_ms(self) -> int:
        """The time that was set."""
        return self.now

    def monotonic(self) -> float:
        """Seconds."""
        return self.now / 1000


@pytest.fixture
def clock() -> HandClock:
    """Stands until moved."""
    return HandClock()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the store lies."""
    return tmp_path / "store"


@pytest.fixture
def opened(folder: Path, clock: HandClock) -> Iterator[Callable[..., Store]]:
    """Opens the store of `folder`, as often as wanted; all are closed at the end."""
    stores: list[Store] = []

    def open_again(key: bytes = KEY, **more: object) -> Store:
        while stores:
            stores.pop().close()
        stores.append(open_store(folder, key, clock, os.urandom, **more))  # type: ignore[arg-type]
        return stores[-1]

    yield open_again
    for store in stores:
        store.close()


@pytest.fixture
def store(opened: Callable[..., Store]) -> Store:
    """An empty store."""
    return opened()


def work_id(number: int) -> str:
    """The id of a made-up work."""
    return f"01a2047e-9874-78c7-8917-{number:012d}"


def work_op(number: int, **facts: object) -> list[object]:
    """A put of a claimed work, as it comes in a page."""
    row = dict.fromkeys(COLUMNS["work"]) | {
        "id": work_id(number), "version": 1, "number": f"YJS-24-{100_000 + number}", "state": "pending", "round": 1,
        "title": f"作品 {number}", "summary": "", "theme": "skill", "region": "37", "author_name": "周*明",
        "author_phone": "138****0000", "author_occupation": "焊工", "organizations": ["鲁源钢铁二炼钢厂工会"],
        "submitted_at": NOW + number, "problems": [],
        "history": [{"at": NOW, "kind": "submitted", "by": "", "round": 1}],
        "lease_token": 1, "lease_expires_at": NOW + 3_600_000, "claimed_at": NOW, "batch": "b1", "duration_ms": 90_000,
    } | facts  # fmt: skip
    return ["P", ME, "work", [row[name] for name in COLUMNS["work"]]]


def fill(store: Store, count: int, **facts: object) -> None:
    """Put works 1 … count into the cache."""
    cache.apply(store, {"work": list(COLUMNS["work"])}, [work_op(number, **facts) for number in range(1, count + 1)])


def decide_args(number: int, verdict: str = "approve", version: int = 1) -> dict[str, object]:
    """Arguments of `review.decide`."""
    reasons = [{"code": "watermark", "at_ms": 42_000}] if verdict == "reject" else []
    return {
        "kind": "work", "subject_id": work_id(number), "base_version": version, "lease_token": 1, "verdict": verdict,
        "reasons": reasons, "note": "", "message": "",
    }  # fmt: skip
