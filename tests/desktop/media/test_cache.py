"""Videos are fetched once, resumed where they stopped, verified, evicted; a real HTTP server with real ranges."""

import contextlib
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest

from desktop.api_client import CutBodyError, OfflineError
from desktop.api_client.transport import Transport
from desktop.clock import SystemClock
from desktop.media import MediaCache, NoRoomError, Progress
from desktop.store import Store, open_store, queries
from desktop.store.disk import Disk
from tests.desktop.media.file_server import IDS, SIZE, Addresses, Files

T = TypeVar("T")


@pytest.fixture
def make(tmp_path: Path, api: Addresses) -> Iterator[Callable[..., MediaCache]]:
    """Makes caches over one folder, as after a restart."""
    store = open_store(tmp_path / "store", bytes(32), SystemClock(), os.urandom)
    lock = threading.Lock()

    def call(fn: Callable[[Store], T]) -> T:
        with lock:
            return fn(store)

    def one(**more: object) -> MediaCache:
        return MediaCache(tmp_path / "media", lambda: api, call, SystemClock(), **more)  # type: ignore[arg-type]

    one.store = store  # type: ignore[attr-defined]
    yield one
    store.close()


def test_a_file_is_fetched_once_verified_and_found_again_after_a_restart(
    make: Callable[..., MediaCache], server: Files
) -> None:
    told: list[Progress] = []
    cache = make(report=told.append)
    cache.want(IDS[:1])
    assert cache.state_of(IDS[0]) == "queued"
    assert cache.path_of(IDS[0]) is None
    assert cache.fetch_next()
    path = cache.path_of(IDS[0])
    assert path is not None
    assert path.read_bytes() == server.contents[IDS[0]]
    assert (told[0].state, told[-1].state, told[-1].have) == ("downloading", "ready", SIZE)
    assert not cache.fetch_next()
    again = make()
    assert again.path_of(IDS[0]) == path
    assert queries.media(make.store, IDS)[IDS[0]].state == "ready"  # type: ignore[attr-defined]


def test_the_order_is_the_callers(make: Callable[..., MediaCache], server: Files) -> None:
    cache = make()
    cache.want([IDS[2], None, IDS[0], IDS[2]])
    while cache.fetch_next():
        pass
    assert [id for id in IDS if server.served[id]] == [IDS[0], IDS[2]]
    assert cache.state_of(IDS[1]) == "none"


def test_an_interrupted_file_goes_on_without_fetching_a_byte_twice(
    make: Callable[..., MediaCache], server: Files
) -> None:
    server.cut = 400_000
    for _ in range(3):
        cache = make()
        cache.want(IDS[:1])
        with pytest.raises(CutBodyError):
            cache.fetch_next()
        assert cache.path_of(IDS[0]) is None
    server.cut = None
    cache.fetch_next()
    assert cache.path_of(IDS[0]) is not None
    assert server.served[IDS[0]] == [(0, 400_000), (400_000, 800_000), (800_000, 1_200_000), (1_200_000, SIZE)]


DOWNLOADER = """
import sys, threading
from pathlib import Path
from contract.wire.review import MediaUrl
from desktop.api_client.transport import Transport
from desktop.media import files
from desktop.media.download import download
folder, server, address = Path(sys.argv[1]), sys.argv[2], MediaUrl.model_validate_json(sys.argv[3])
folder.mkdir()
part = files.part(folder, address.id, address.sha256)
download(Transport(server), address, part, threading.Event(), lambda have: print(have, flush=True))
"""


def test_a_desk_killed_in_the_middle_goes_on_without_fetching_a_byte_twice(
    make: Callable[..., MediaCache], server: Files, api: Addresses, tmp_path: Path
) -> None:
    server.cut, server.gate = 700_001, threading.Event()
    address = api.media_urls(IDS[:1]).urls[0].model_dump_json()
    command = [sys.executable, "-c", DOWNLOADER, str(tmp_path / "media"), api.transport.server, address]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[3]) as child:
        assert child.stdout is not None
        for line in child.stdout:
            if int(line) == server.cut:
                break
        child.kill()
    server.gate.set()
    server.cut = None
    cache = make()
    cache.want(IDS[:1])
    cache.fetch_next()
    path = cache.path_of(IDS[0])
    assert path is not None
    assert path.read_bytes() == server.contents[IDS[0]]
    assert server.served[IDS[0]] == [(0, 700_001), (700_001, SIZE)]


def test_a_changed_file_starts_from_its_beginning(make: Callable[..., MediaCache], server: Files) -> None:
    server.cut = 400_000
    cache = make()
    cache.want(IDS[:1])
    with pytest.raises(CutBodyError):
        cache.fetch_next()
    server.cut = None
    server.contents[IDS[0]] = os.urandom(SIZE)
    cache.fetch_next()
    path = cache.path_of(IDS[0])
    assert path is not None
    assert path.read_bytes() == server.contents[IDS[0]]
    assert server.served[IDS[0]][-1] == (0, SIZE)


def test_a_server_without_ranges_sends_everything_again(make: Callable[..., MediaCache], server: Files) -> None:
    server.cut = 400_000
    cache = make()
    cache.want(IDS[:1])
    with pytest.raises(CutBodyError):
        cache.fetch_next()
    server.cut, server.without_ranges = None, True
    cache.fetch_next()
    assert cache.path_of(IDS[0]) is not None


def test_an_expired_address_is_asked_for_again_and_the_file_goes_on(
    make: Callable[..., MediaCache], server: Files, api: Addresses
) -> None:
    server.expired = {"1"}
    cache = make()
    cache.want(IDS[:1])
    cache.fetch_next()
    assert cache.path_of(IDS[0]) is not None
    assert api.count == 2


@pytest.mark.expected_logs("wrong digest")
def test_a_file_that_is_wrong_twice_is_never_played(
    make: Callable[..., MediaCache], server: Files, api: Addresses
) -> None:
    api.wrong_digest = {IDS[0]}
    cache = make()
    cache.want(IDS[:2])
    cache.fetch_next()
    assert (cache.path_of(IDS[0]), cache.state_of(IDS[0])) == (None, "failed")
    assert len(server.served[IDS[0]]) == 2
    assert queries.media(make.store, IDS)[IDS[0]].state == "corrupt"  # type: ignore[attr-defined]
    cache.fetch_next()
    assert cache.path_of(IDS[1]) is not None
    api.wrong_digest.clear()
    cache.retry(IDS[0])
    cache.fetch_next()
    assert cache.path_of(IDS[0]) is not None


def test_without_a_server_nothing_is_lost(make: Callable[..., MediaCache], api: Addresses) -> None:
    cache = make()
    cache.want(IDS[:1])
    api.transport = Transport("http://127.0.0.1:9")
    with pytest.raises(OfflineError):
        cache.fetch_next()
    assert cache.state_of(IDS[0]) == "queued"


def test_at_most_two_at_a_time_and_what_is_no_longer_wanted_stops(
    make: Callable[..., MediaCache], server: Files
) -> None:
    server.gate = threading.Event()
    server.cut = 600_000
    begun: set[str] = set()
    two = threading.Event()

    def report(progress: Progress) -> None:
        begun.add(progress.id)
        if len(begun) == 2:
            two.set()

    cache = make(report=report)
    cache.want(IDS[:3])
    threads = [threading.Thread(target=_quietly, args=(cache,)) for _ in range(2)]
    for thread in threads:
        thread.start()
    assert two.wait(10)
    assert not cache.fetch_next()
    assert not cache.has_work()
    cache.want([IDS[4]])
    server.gate.set()
    for thread in threads:
        thread.join()
    server.cut = None
    assert cache.fetch_next()
    assert cache.path_of(IDS[4]) is not None


def _quietly(cache: MediaCache) -> None:
    with contextlib.suppress(CutBodyError):
        cache.fetch_next()


def test_room_is_made_by_evicting_what_no_undecided_work_needs(make: Callable[..., MediaCache]) -> None:
    cache = make(quota_bytes=2 * SIZE + 1000)
    cache.want(IDS[:2])
    while cache.fetch_next():
        pass
    cache.want(IDS[2:3], needed=IDS[1:2])
    cache.fetch_next()
    assert [cache.path_of(id) is not None for id in IDS[:3]] == [False, True, True]
    cache.want(IDS[3:4], needed=IDS[1:3])
    with pytest.raises(NoRoomError, match="quota-full"):
        cache.fetch_next()
    assert cache.clear() == 0
    cache.want([])
    assert cache.clear() == 2 * SIZE
    assert cache.used_bytes() == 0


def test_a_nearly_full_disk_stops_downloads(make: Callable[..., MediaCache]) -> None:
    class Nearly(Disk):
        def free_bytes(self, folder: Path) -> int:
            return 2 * 1024**3 + SIZE - 1

    cache = make(disk=Nearly())
    cache.want(IDS[:1])
    with pytest.raises(NoRoomError, match="no-room"):
        cache.fetch_next()


@pytest.fixture
def megabyte(tmp_path: Path) -> Iterator[None]:
    """The folder of the files is a file system of 1 MiB."""
    folder = tmp_path / "media"
    folder.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder], capture_output=True, check=False)
    if made.returncode:
        pytest.skip("mounting a small file system needs root")
    yield
    subprocess.run(["umount", "-l", folder], check=True)


def test_a_disk_that_fills_up_meanwhile_has_no_room_either(
    megabyte: None, make: Callable[..., MediaCache], server: Files
) -> None:
    class Hopeful(Disk):
        def free_bytes(self, folder: Path) -> int:
            return 3 * 1024**3

    cache = make(disk=Hopeful())
    cache.want(IDS[:1])
    with pytest.raises(NoRoomError, match="no-room"):
        cache.fetch_next()
    assert cache.state_of(IDS[0]) == "queued"
    assert len(server.served[IDS[0]]) == 1


def test_a_pause_keeps_what_has_come(make: Callable[..., MediaCache], server: Files) -> None:
    cache = make()
    cache.want(IDS[:1])
    cache.pause(True)
    assert not cache.fetch_next()
    cache.pause(False)
    assert cache.fetch_next()
    assert len(server.served[IDS[0]]) == 1


@pytest.mark.expected_logs("wrong digest, attempt 1")
def test_an_expired_address_does_not_count_as_a_wrong_file(
    make: Callable[..., MediaCache], server: Files, api: Addresses
) -> None:
    server.expired, server.garbled = {"1"}, 1
    cache = make()
    cache.want(IDS[:1])
    cache.fetch_next()
    assert cache.path_of(IDS[0]) is not None


@pytest.mark.expected_logs("longer than announced")
def test_a_file_that_does_not_end_is_given_up(make: Callable[..., MediaCache], server: Files, api: Addresses) -> None:
    api.announced = SIZE // 2
    cache = make()
    cache.want(IDS[:1])
    cache.fetch_next()
    assert cache.state_of(IDS[0]) == "failed"
    assert cache.used_bytes() == 0


def test_what_was_begun_and_is_no_longer_wanted_makes_room(make: Callable[..., MediaCache], server: Files) -> None:
    cache = make(quota_bytes=SIZE + 1000)
    server.cut = 400_000
    cache.want(IDS[:1])
    with pytest.raises(CutBodyError):
        cache.fetch_next()
    server.cut = None
    cache.want(IDS[1:2])
    assert cache.fetch_next()
    assert cache.path_of(IDS[1]) is not None
    assert cache.used_bytes() == SIZE
