"""Downloads of a desk: what waits for room is said once, in its own words; files that somebody removes come again."""

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
from desktop.operations.media import _needed
from desktop.prefetch import Prefetch
from desktop.settings import QUOTA_GB, Settings
from desktop.store import cache, open_store, outbox
from desktop.store.disk import Disk
from tests.desktop.media.file_server import IDS, SIZE, Addresses, Files
from tests.desktop.organizations.registration_rows import facts
from tests.desktop.works.desk_world import ME, work_facts


class SmallDisk(Disk):
    """A disk with as much room as a test says."""

    free = KEEP_FREE_BYTES

    def free_bytes(self, folder: Path) -> int:
        return self.free


REMOVALS: dict[str, Callable[[Path], None]] = {"deleted": Path.unlink, "cut": lambda path: os.truncate(path, 1000)}


@dataclass
class Downloads:
    """A person's downloads; `bar` holds the messages on screen, `said` counts how often one was shown."""

    qtbot: QtBot
    changes: Changes
    settings: Settings
    disk: SmallDisk
    begin: Callable[[int], tuple[MediaCache, Prefetch]]
    bar: dict[str, Message] = field(default_factory=dict)
    said: int = 0

    def __post_init__(self) -> None:
        self.media, self.prefetch = self.begin(1)

    def restart(self, meanwhile: Callable[[], object], at_once: int = 1) -> None:
        """The desk ends and begins again on the same files; `at_once` 0 is without a network."""
        self.prefetch.stop()
        self.prefetch.deleteLater()
        meanwhile()
        self.media, self.prefetch = self.begin(at_once)

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

    def fetch_all(self) -> None:
        """Both videos are here."""
        self.disk.free = KEEP_FREE_BYTES + 10 * SIZE
        self.changes.announce({"work"})
        self.until(lambda: [self.media.state_of(id) for id in IDS[:2]] == ["ready", "ready"])
        self.until(lambda: not self.prefetch._running)


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

    def begin(at_once: int) -> tuple[MediaCache, Prefetch]:
        media = MediaCache(tmp_path / "media", lambda: api, local_store.call, clock, disk)
        return media, Prefetch(media, local_store, lambda: at_once, background, changes, messages, settings)

    made = Downloads(qtbot, changes, settings, disk, begin)
    messages.shown.connect(made.show)
    messages.cleared.connect(lambda key: made.bar.pop(key, None))
    unhandled: list[Exception] = []
    background.unhandled.connect(unhandled.append)
    yield made
    made.prefetch.stop()
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


@pytest.mark.parametrize("how", REMOVALS)
def test_a_file_that_somebody_removes_is_not_handed_out_and_comes_again(
    downloads: Downloads, server: Files, how: str
) -> None:
    downloads.fetch_all()
    path = downloads.media.path_of(IDS[0])
    assert path is not None
    REMOVALS[how](path)
    assert downloads.media.path_of(IDS[0]) is None
    downloads.until(lambda: downloads.media.state_of(IDS[0]) == "ready")
    assert downloads.media.path_of(IDS[0]) == path
    assert path.read_bytes() == server.contents[IDS[0]]
    assert [len(server.served[id]) for id in IDS[:2]] == [2, 1]


@pytest.mark.parametrize("how", REMOVALS)
def test_a_file_that_somebody_removed_while_the_desk_was_off_comes_again(
    downloads: Downloads, server: Files, how: str
) -> None:
    downloads.fetch_all()
    path = downloads.media.path_of(IDS[0])
    assert path is not None
    downloads.restart(lambda: REMOVALS[how](path), at_once=0)
    downloads.changes.announce({"network"})
    downloads.until(lambda: downloads.media.path_of(IDS[0]) is None)
    assert downloads.media.path_of(IDS[1]) is not None
    downloads.restart(lambda: None)
    downloads.changes.announce({"network"})
    downloads.until(lambda: downloads.media.path_of(IDS[0]) is None or len(server.served[IDS[0]]) == 2)
    downloads.until(lambda: len(server.served[IDS[0]]) == 2 and downloads.media.path_of(IDS[0]))
    assert path.read_bytes() == server.contents[IDS[0]]


def test_the_video_of_a_decision_that_has_not_arrived_makes_no_room_for_another(downloads: Downloads) -> None:
    downloads.fetch_all()
    decided, fresh = work_facts(0), work_facts(2, media_id=IDS[2])
    store = downloads.prefetch._store
    store.write(lambda store: outbox.append(store, "review.decide", {"subject_id": decided["id"]}, {}), topics=())
    store.write(lambda store: cache.apply(store, {"work": list(fresh)}, [["P", ME, "work", list(fresh.values())]]))
    downloads.media.quota_bytes = 2 * SIZE
    downloads.changes.announce({"work"})
    downloads.until(lambda: downloads.bar)  # no room for the third one
    assert downloads.media.path_of(IDS[0]) is not None


def test_papers_of_open_registrations_come_before_videos(downloads: Downloads, server: Files) -> None:
    """Logo and proof of what waits, not of what is decided; and they make no room for videos."""
    open_one = facts(1, logo_id=IDS[2], documents=[paper(IDS[3])])
    decided = facts(2, state="approved", documents=[paper(IDS[4])])
    columns, rows = list(open_one), [list(one.values()) for one in (open_one, decided)]
    store = downloads.prefetch._store
    store.write(
        lambda store: cache.apply(store, {"registration": columns}, [["P", ME, "registration", row] for row in rows]),
        topics=(),
    )
    downloads.disk.free = KEEP_FREE_BYTES + 10 * SIZE
    downloads.changes.announce({"registration"})
    downloads.until(lambda: all(downloads.media.path_of(id) for id in IDS[:4]))
    downloads.until(lambda: not downloads.prefetch._running)
    assert downloads.media.state_of(IDS[4]) == "none"
    assert server.order == [IDS[2], IDS[3], IDS[0], IDS[1]]
    downloads.media.quota_bytes = SIZE
    downloads.again()
    assert downloads.media.path_of(IDS[3]) is not None
    assert downloads.prefetch._store.call(_needed) == set(IDS[:4])


def paper(id: str) -> dict[str, object]:
    """A file of proof in a row."""
    return {"id": id, "name": "证书.jpg", "kind": "jpeg", "bytes": SIZE, "sha256": "0" * 64}
