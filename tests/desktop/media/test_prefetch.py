"""Downloads of a desk: what waits for room is said once, in its own words, and taken back when files come again."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.background import Background
from desktop.changes import Changes
from desktop.clock import SystemClock
from desktop.local_store import LocalStore
from desktop.media import MediaCache
from desktop.media.cache import KEEP_FREE_BYTES
from desktop.messages import Message, Messages
from desktop.prefetch import Prefetch
from desktop.settings import QUOTA_GB, Settings
from desktop.store import cache, open_store
from desktop.store.disk import Disk
from tests.desktop.media.file_server import IDS, SIZE, Addresses, Files
from tests.desktop.works.desk_world import ME, work_facts


class SmallDisk(Disk):
    """A disk with as much room as a test says."""

    free = KEEP_FREE_BYTES

    def free_bytes(self, folder: Path) -> int:
        return self.free


@dataclass
class Downloads:
    """A person's downloads; `bar` holds the messages on screen, `said` counts how often one was shown."""

    qtbot: QtBot
    prefetch: Prefetch
    media: MediaCache
    disk: SmallDisk
    settings: Settings
    changes: Changes
    store: LocalStore
    bar: dict[str, Message] = field(default_factory=dict)
    said: int = 0

    def until(self, fact: Callable[[], object]) -> None:
        """Waits."""
        self.qtbot.waitUntil(lambda: bool(fact()), timeout=30_000)

    def show(self, message: Message) -> None:
        """As the message bar does."""
        self.said += 1
        self.bar[message.key] = message

    def again(self) -> None:
        """Tries anew at once, as after the pause."""
        self.prefetch._pause.stop()
        self.prefetch.go_on()


@pytest.fixture
def downloads(qtbot: QtBot, tmp_path: Path, api: Addresses) -> Iterator[Downloads]:
    """Two claimed works; nothing begins until `changes` says so."""
    background, changes, messages = Background(), Changes(), Messages()
    settings, clock, disk = Settings(tmp_path / "settings.ini"), SystemClock(), SmallDisk()
    store = open_store(tmp_path / "store", bytes(32), clock, os.urandom)
    facts = [work_facts(number, media_id=IDS[number]) for number in range(2)]
    columns = list(facts[0])
    cache.apply(store, {"work": columns}, [["P", ME, "work", list(one.values())] for one in facts])
    local_store = LocalStore(store, background, changes)
    media = MediaCache(tmp_path / "media", lambda: api, local_store.call, clock, disk)
    prefetch = Prefetch(media, local_store, lambda: 1, background, changes, messages, settings)
    made = Downloads(qtbot, prefetch, media, disk, settings, changes, local_store)
    messages.shown.connect(made.show)
    messages.cleared.connect(lambda key: made.bar.pop(key, None))
    unhandled: list[Exception] = []
    background.unhandled.connect(unhandled.append)
    yield made
    prefetch.stop()
    local_store.close()
    assert background.close(5.0)
    assert not unhandled


def test_a_disk_without_room_is_told_once_and_not_as_a_decision(downloads: Downloads) -> None:
    downloads.disk.free = KEEP_FREE_BYTES + SIZE - 1
    downloads.changes.announce({"work"})
    downloads.until(lambda: downloads.bar)
    (message,) = downloads.bar.values()
    assert "第 0 件作品" in message.text
    assert "2 GB" in message.text
    assert "decisions" in message.text or "决定" in message.text
    assert "not saved" not in message.text
    for _ in range(2):
        downloads.again()
        downloads.until(downloads.prefetch._pause.isActive)  # it has failed again
    assert downloads.said == 1


def test_the_message_goes_when_downloads_run_again(downloads: Downloads) -> None:
    downloads.changes.announce({"work"})
    downloads.until(lambda: downloads.bar)
    downloads.disk.free = KEEP_FREE_BYTES + 10 * SIZE
    downloads.again()
    downloads.until(lambda: not downloads.bar)
    downloads.until(lambda: [downloads.media.state_of(id) for id in IDS[:2]] == ["ready", "ready"])


def test_more_room_in_the_settings_lets_downloads_go_on_at_once(downloads: Downloads, server: Files) -> None:
    downloads.disk.free = KEEP_FREE_BYTES + 10 * SIZE
    downloads.media.quota_bytes = SIZE - 1
    downloads.changes.announce({"work"})
    downloads.until(lambda: downloads.bar)
    (message,) = downloads.bar.values()
    assert "quota-full" in message.text
    downloads.settings.set(QUOTA_GB, 6)
    downloads.until(lambda: not downloads.bar)
    downloads.until(lambda: downloads.media.state_of(IDS[1]) == "ready")
