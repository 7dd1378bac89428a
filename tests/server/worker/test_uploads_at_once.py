"""Uploads whose requests come twice, at the same moment, or find other bytes on the disk."""

import hashlib
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
import requests
from sqlalchemy import func, select

from server.models import Media, Upload, UploadPart
from server.services.upkeep import tidy
from tests.server.worker.clips import make_clip
from tests.server.worker.test_uploads_and_submissions import TEXT, submit, upload
from tests.server.world import API, SOON_S, Caller, World

SIZE = 3_000_000


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A second of video."""
    return make_clip(tmp_path_factory.mktemp("clips") / "clip.mp4", seconds=1)


def begin(worker: Caller, content: bytes) -> str:
    """The id of a new upload with its first part sent."""
    begun = worker.post("/worker/uploads", json={"file_name": "a.mp4", "bytes": len(content)}).json()
    assert worker.call("PUT", f"/worker/uploads/{begun['id']}/parts/1", data=content).status_code == 200
    return str(begun["id"])


def at_once(worker: Caller, count: int, act: Callable[[requests.Session, int], Any]) -> list[Any]:
    """`act` in as many threads at the same moment, each with a connection of its own."""
    barrier = threading.Barrier(count)

    def run(number: int) -> Any:
        with requests.Session() as session:
            session.headers["Authorization"] = f"Bearer {worker.token}"
            session.get(f"{worker.url}{API}/worker/me", timeout=SOON_S)
            barrier.wait()
            return act(session, number)

    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(run, range(count)))


def files(folder: Path) -> list[Path]:
    """Every file below."""
    return [file for file in folder.rglob("*") if file.is_file()]


def test_the_same_part_at_once(server: World) -> None:
    """Both are received; what lies on the disk is one of them, and it is the one that was noted."""
    worker = server.worker_caller()
    for _ in range(4):
        begun = worker.post("/worker/uploads", json={"file_name": "a.mp4", "bytes": SIZE}).json()
        url = f"{worker.url}{API}/worker/uploads/{begun['id']}/parts/1"

        def put(session: requests.Session, number: int, url: str = url) -> int:
            return session.put(url, data=bytes([number]) * SIZE, timeout=SOON_S).status_code

        assert at_once(worker, 3, put) == [200] * 3
        content = (server.context.settings.media_path / "uploads" / begun["id"] / "1.part").read_bytes()
        with server.context.database.reading() as session:
            noted = session.scalars(select(UploadPart.sha256).where(UploadPart.upload_id == begun["id"])).one()
        assert hashlib.sha256(content).hexdigest() == noted


def test_completed_at_once(server: World, clip: Path) -> None:
    """One file, whoever asks; no other file is left anywhere."""
    worker = server.worker_caller()
    for _ in range(3):
        url = f"{worker.url}{API}/worker/uploads/{begin(worker, clip.read_bytes())}/complete"
        answers = at_once(worker, 3, lambda session, _, url=url: session.post(url, timeout=SOON_S))
        assert [answer.status_code for answer in answers] == [200] * 3
        assert len({answer.json()["media_id"] for answer in answers}) == 1
    with server.context.database.reading() as session:
        rows = session.scalar(select(func.count()).select_from(Media))
    kept = server.context.settings.media_path
    assert (rows, len(files(kept / "files")), files(kept / "uploads")) == (6, 6, [])


@pytest.mark.parametrize("other", [b"", b"x" * 12, None])
def test_parts_that_were_damaged_are_asked_for_again(server: World, other: bytes | None) -> None:
    """Shorter, other bytes, gone: named as missing, sent again, complete."""
    worker = server.worker_caller()
    upload_id = begin(worker, b"hello, video")
    part = server.context.settings.media_path / "uploads" / upload_id / "1.part"
    if other is None:
        part.unlink()
    else:
        part.write_bytes(other)
    path = f"/worker/uploads/{upload_id}"
    refused = worker.post(f"{path}/complete")
    assert (refused.status_code, refused.json()["code"], refused.json()["missing"]) == (409, "upload-incomplete", [1])
    assert worker.get(path).json()["received"] == []
    worker.call("PUT", f"{path}/parts/1", data=b"hello, video")
    assert worker.post(f"{path}/complete").json()["sha256"] == hashlib.sha256(b"hello, video").hexdigest()


def test_one_work_per_upload(server: World, clip: Path) -> None:
    """Sent in again under another key, at the same moment or later, also as a correction of another work: refused."""
    worker = server.worker_caller()
    media_id = upload(worker, clip.read_bytes())["media_id"]

    def send(session: requests.Session, number: int) -> int:
        headers = {"Idempotency-Key": f"key-number-{number}"}
        ask = TEXT | {"media_id": media_id}
        return session.post(f"{worker.url}{API}/worker/works", json=ask, headers=headers, timeout=SOON_S).status_code

    assert sorted(at_once(worker, 3, send)) == [201, 409, 409]
    work = worker.get("/worker/works").json()["items"][0]
    again = submit(worker, media_id, key="later-key")
    assert (again["http"], again["code"], again["work_id"]) == (409, "wrong-state", work["id"])
    second = submit(worker, upload(worker, clip.read_bytes())["media_id"], key="second-key")
    refused = worker.call("PUT", f"/worker/works/{second['id']}", json={"base_version": 1, "media_id": media_id})
    assert (refused.status_code, refused.json()["code"]) == (409, "wrong-state")
    same = worker.call(
        "PUT", f"/worker/works/{work['id']}", json={"base_version": 1, "media_id": media_id, "title": "新"}
    )
    assert same.status_code == 200


def test_uploads_that_nobody_finished_are_forgotten(server: World) -> None:
    """A day later upkeep removes rows and parts; a complete one stays."""
    worker = server.worker_caller()
    kept = upload(worker, b"hello, video")["upload_id"]
    begin(worker, b"never to end")
    uploads = server.context.settings.media_path / "uploads"
    tidy(server.context)
    assert len(files(uploads)) == 1
    server.clock.forward(hours=24)
    tidy(server.context)
    assert list(uploads.iterdir()) == []
    with server.context.database.reading() as session:
        assert session.scalars(select(Upload.id)).all() == [kept]
        assert session.scalars(select(UploadPart.upload_id)).all() == [kept]
