"""The files of claimed works on this computer. Network threads call `fetch_next`; the UI asks `path_of`."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from desktop.api_client.errors import ApiError, RefusedError
from desktop.media import files
from desktop.media.errors import BadFileError, NoRoomError, Stopped, is_full
from desktop.store.disk import Disk
from desktop.store.rows import MediaRow

if TYPE_CHECKING:  # requests and pydantic (0.3 s) are loaded by the first download
    from contract.wire.review import MediaUrl, MediaUrls
    from desktop.api_client.transport import Transport
    from desktop.clock import Clock
    from desktop.store.rows import MediaState
    from desktop.sync_engine import StoreCall

QUOTA_BYTES: Final = 5 * 1024**3
KEEP_FREE_BYTES: Final = 2 * 1024**3
CONNECTIONS: Final = 2
TRIES: Final = 2
"""Times that a file may be wrong, and that its address may have expired."""
log = logging.getLogger(__name__)


class Api(Protocol):
    """What the cache needs of the server."""

    transport: Transport

    def media_urls(self, ids: list[str]) -> MediaUrls:
        """Signed addresses."""
        ...


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a file is; `have` of `bytes` are here."""

    id: str
    state: MediaState
    have: int
    bytes: int


class MediaCache:
    """Files under `folder`. `api` and `report` are called on network threads: for addresses, and as a file comes."""

    def __init__(
        self,
        folder: Path,
        api: Callable[[], Api],
        store_call: StoreCall,
        clock: Clock,
        disk: Disk | None = None,
        quota_bytes: int = QUOTA_BYTES,
        report: Callable[[Progress], None] = lambda _: None,
    ) -> None:
        self._folder, self._api, self._store, self._clock = folder, api, store_call, clock
        self._disk = disk or Disk()
        self.quota_bytes = quota_bytes
        self.report = report
        self._lock, self._evicting = threading.Lock(), threading.Lock()
        self._wanted: list[str] = []
        self._needed: frozenset[str] = frozenset()
        self._active: dict[str, threading.Event] = {}
        self._failed: dict[str, float] = {}
        self._ready = files.ready_ids(folder)
        self._sizes: dict[str, int] = {}
        self.paused = False

    def path_of(self, media_id: str | None) -> Path | None:
        """The verified file, None when it is not (wholly) here; one that somebody removed or cut is fetched again."""
        if not media_id or media_id not in self._ready:
            return None
        path = files.final(self._folder, media_id)
        if _is_whole(path, self._sizes.get(media_id)):
            return path
        log.info("media %s: the file is gone or cut", media_id)
        self._ready.discard(media_id)
        self.report(Progress(media_id, "none", 0, 0))
        return None

    def expect(self, sizes: Mapping[str, int]) -> None:
        """Bytes of files that came in earlier runs."""
        self._sizes = {**sizes, **self._sizes}

    def want(self, ids: Sequence[str | None], needed: Sequence[str | None] = ()) -> None:
        """What to fetch, the most urgent first; `needed` files (works not yet acknowledged) are never evicted."""
        with self._lock:
            self._wanted = [id for id in dict.fromkeys(ids) if id]
            self._needed = frozenset(id for id in (*ids, *needed) if id)
            missing = set(self._wanted) - self._ready
            for id, stop in self._active.items():
                if missing and id not in missing:
                    stop.set()

    def pause(self, on: bool) -> None:
        """Stop all downloads (what is here stays for later), or go on with the next `fetch_next`."""
        with self._lock:
            self.paused = on
            if on:
                for stop in self._active.values():
                    stop.set()

    def state_of(self, media_id: str | None) -> MediaState:
        """In one word, without asking the disk."""
        if not media_id:
            return "none"
        if media_id in self._ready:
            return "ready"
        with self._lock:
            if media_id in self._active:
                return "downloading"
            if media_id in self._failed:
                return "failed"
            return "queued" if media_id in self._wanted else "none"

    def used_bytes(self) -> int:
        """Bytes of all files here."""
        return files.used(self._folder)

    def has_work(self) -> bool:
        """Whether `fetch_next` would begin something."""
        with self._lock:
            return not self.paused and len(self._active) < CONNECTIONS and self._next() is not None

    def fetch_next(self) -> bool:
        """Fetch the most urgent file; False when there is nothing to do. Raises ApiError, NoRoomError."""
        with self._lock:
            id = None if self.paused or len(self._active) >= CONNECTIONS else self._next()
            if id is None:
                return False
            stop = self._active[id] = threading.Event()
        try:
            self._fetch(id, stop)
        except Exception as error:
            if is_full(error):
                raise NoRoomError(id, "no-room") from error
            raise
        finally:
            with self._lock:
                del self._active[id]
        return True

    def retry(self, media_id: str) -> None:
        """Try a failed file again from its beginning."""
        files.remove_part(self._folder, media_id)
        with self._lock:
            self._failed.pop(media_id, None)

    def evict(self, room_for: int = 0) -> int:
        """Remove files that no undecided work needs, oldest first, until quota and free room allow; bytes freed."""
        with self._evicting:
            used, spare, freed = self.used_bytes(), self._spare(), 0
            for path in self._dispensable():
                if used - freed + room_for <= self.quota_bytes and spare + freed >= room_for:
                    break
                freed += self._drop(path)
        return freed

    def clear(self, keep: Collection[str] = ()) -> int:
        """Remove every file that is neither wanted, nor on its way, nor in `keep`; bytes freed."""
        with self._evicting:
            return sum(self._drop(path) for path in self._dispensable() if files.id_of(path) not in keep)

    def _dispensable(self) -> list[Path]:
        with self._lock:
            kept = self._needed | set(self._active)
        return [path for path in files.oldest_first(self._folder) if files.id_of(path) not in kept]

    def _next(self) -> str | None:
        busy = (*self._active, *self._ready)
        return next((id for id in self._wanted if id not in busy and id not in self._failed), None)

    def _spare(self) -> int:
        return self._disk.free_bytes(self._folder) - KEEP_FREE_BYTES

    def _drop(self, path: Path) -> int:
        size = path.stat().st_size
        self._ready.discard(path.name)
        path.unlink()
        self._store(partial(files.forget_row, media_id=files.id_of(path)))
        return size

    def _fetch(self, id: str, stop: threading.Event) -> None:
        address = self._address(id)
        if address is None:
            self._give_up(id, 0, "not-found")
            return
        self._make_room(address)
        wrong, expired = 0, 0
        while wrong < TRIES:
            try:
                self._receive(address, stop)
                return
            except Stopped:
                return
            except BadFileError as error:
                wrong += 1
                log.warning("media %s: %s, attempt %d", id, error, wrong)
                files.remove_part(self._folder, id)
            except RefusedError as error:
                expired += 1
                if error.code != "url-expired" or expired == TRIES:
                    self._give_up(id, address.bytes, error.code)
                    return
                address = self._address(id) or address
            except ApiError:
                self._record(address, "queued")
                raise
        self._give_up(id, address.bytes, "corrupt")

    def _receive(self, address: MediaUrl, stop: threading.Event) -> None:
        id = address.id
        self._record(address, "downloading")

        from desktop.media.download import download  # loads requests

        def further(have: int) -> None:
            self.report(Progress(id, "downloading", have, address.bytes))

        download(self._api().transport, address, files.part(self._folder, id, address.sha256), stop, further)
        files.finish(self._folder, id, address.sha256, self._disk)
        self._sizes[id] = address.bytes
        self._ready.add(id)
        self._record(address, "ready", address.bytes)
        self.report(Progress(id, "ready", address.bytes, address.bytes))

    def _address(self, id: str) -> MediaUrl | None:
        return next(iter(self._api().media_urls([id]).urls), None)

    def _make_room(self, address: MediaUrl) -> None:
        self.evict(address.bytes)
        if self._spare() < address.bytes:
            raise NoRoomError(address.id, "no-room")
        if self.used_bytes() + address.bytes > self.quota_bytes:
            raise NoRoomError(address.id, "quota-full")

    def _give_up(self, id: str, size: int, code: str) -> None:
        with self._lock:
            self._failed[id] = self._clock.monotonic()
        state: MediaState = "corrupt" if code == "corrupt" else "failed"
        row = MediaRow(id, state, size, 0, "", "", self._clock.now_ms(), code)
        self._store(partial(files.put_row, row=row))
        self.report(Progress(id, state, 0, size))

    def _record(self, address: MediaUrl, state: MediaState, have: int = 0) -> None:
        row = MediaRow(address.id, state, address.bytes, have, address.sha256, address.etag, self._clock.now_ms(), None)
        self._store(partial(files.put_row, row=row))


def _is_whole(path: Path, size: int | None) -> bool:
    """Whether the file is here with its bytes; None when their number is not known."""
    try:
        return path.stat().st_size == size or size is None
    except OSError:
        return False
