"""Where files lie: `<folder>/<id>` when verified, `<folder>/<id>.<digest>.part` while they come."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.store import Store
    from desktop.store.disk import Disk
    from desktop.store.rows import MediaRow


def final(folder: Path, media_id: str) -> Path:
    """A verified file."""
    return folder / media_id


def part(folder: Path, media_id: str, sha256: str) -> Path:
    """A file that is not whole yet; another file under the same id does not continue it."""
    return folder / f"{media_id}.{sha256[:16]}.part"


def ready_ids(folder: Path) -> set[str]:
    """Ids of the verified files; makes the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    return {path.name for path in folder.iterdir() if "." not in path.name}


def used(folder: Path) -> int:
    """Bytes of everything in the folder."""
    total = 0
    for entry in os.scandir(folder):
        with contextlib.suppress(FileNotFoundError):  # another thread has just renamed it
            total += entry.stat().st_size
    return total


def id_of(path: Path) -> str:
    """Whose file this is, verified or not."""
    return path.name.partition(".")[0]


def oldest_first(folder: Path) -> list[Path]:
    """Files that are not whole, then the verified ones by the time they came."""
    found = []
    for path in folder.iterdir():
        with contextlib.suppress(FileNotFoundError):  # another thread has just renamed it
            found.append(("." not in path.name, path.stat().st_mtime, path))
    return [path for _, _, path in sorted(found)]


def finish(folder: Path, media_id: str, sha256: str, disk: Disk) -> None:
    """A part whose digest is right becomes the file; it is on disk already."""
    part(folder, media_id, sha256).replace(final(folder, media_id))
    disk.sync_folder(folder)


def remove_part(folder: Path, media_id: str) -> None:
    """Start from the beginning."""
    for file in folder.glob(f"{media_id}.*.part"):
        file.unlink(missing_ok=True)


def put_row(store: Store, row: MediaRow) -> None:
    """Record where a file is."""
    values = (row.id, row.state, row.bytes, row.have, row.sha256, row.etag, row.used_at, row.error)
    with store.cache.begin() as cache:
        cache.execute("INSERT OR REPLACE INTO media VALUES (?, ?, ?, ?, ?, ?, ?, ?)", values)


def forget_row(store: Store, media_id: str) -> None:
    """The file is gone."""
    with store.cache.begin() as cache:
        cache.execute("DELETE FROM media WHERE id=?", (media_id,))
