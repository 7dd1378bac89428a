"""A worker uploads a real file in parts and submits it; the file itself is believed, not the caller."""

import hashlib
from pathlib import Path

import pytest

from contract.campaign import CAMPAIGN_END_MS
from contract.wire.worker import PART_BYTES
from tests.server.worker.clips import make_clip
from tests.server.world import Caller, World

TEXT = {"title": "炉火映初心", "summary": "二十年", "theme": "skill", "region": "37"}


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two seconds of video."""
    return make_clip(tmp_path_factory.mktemp("clips") / "我的作品.mp4")


def upload(worker: Caller, content: bytes, name: str = "我的作品.mp4", sha256: str | None = None) -> dict:
    """Send a file in parts and complete it; the answer of `complete`."""
    ask = {"file_name": name, "bytes": len(content)} | ({"sha256": sha256} if sha256 else {})
    begun = worker.post("/worker/uploads", json=ask)
    assert begun.status_code == 201, begun.text
    path = f"/worker/uploads/{begun.json()['id']}"
    for number in range(1, begun.json()["parts"] + 1):
        part = content[(number - 1) * PART_BYTES : number * PART_BYTES]
        sent = worker.call("PUT", f"{path}/parts/{number}", data=part)
        assert sent.status_code == 200, sent.text
        assert sent.json()["sha256"] == hashlib.sha256(part).hexdigest()
    done = worker.post(f"{path}/complete")
    assert done.status_code == 200, done.text
    return dict(done.json())


def submit(worker: Caller, media_id: str, key: str = "submit-key-1", **more: str) -> dict:
    """Submit a work; the answer, whatever its status."""
    ask = TEXT | {"media_id": media_id} | more
    answer = worker.post("/worker/works", json=ask, headers={"Idempotency-Key": key})
    return dict(answer.json()) | {"http": answer.status_code}


def test_a_real_video_is_uploaded_submitted_and_listed_with_its_state(server: World, clip: Path) -> None:
    worker = server.worker_caller()
    done = upload(worker, clip.read_bytes(), sha256=hashlib.sha256(clip.read_bytes()).hexdigest())
    assert (done["width"], done["height"], done["video_codec"], done["audio_codec"]) == (160, 90, "h264", "aac")
    assert 1_900 <= done["duration_ms"] <= 2_200
    assert done["problems"] == []
    work = submit(worker, done["media_id"])
    assert (work["http"], work["state"], work["version"], work["round"]) == (201, "pending", 1, 1)
    assert work["number"].startswith("YJS-24-")
    listed = worker.get("/worker/works").json()["items"]
    assert [(item["id"], item["state"], item["reasons"]) for item in listed] == [(work["id"], "pending", [])]


def test_the_same_submission_sent_twice_makes_one_work(server: World, clip: Path) -> None:
    worker = server.worker_caller()
    media_id = upload(worker, clip.read_bytes())["media_id"]
    assert submit(worker, media_id)["id"] == submit(worker, media_id)["id"]
    assert len(worker.get("/worker/works").json()["items"]) == 1
    assert submit(worker, media_id, title="另一个题目")["code"] == "idempotency-mismatch"


def test_an_upload_goes_on_after_an_interruption(server: World) -> None:
    worker = server.worker_caller()
    content = bytes(range(256)) * (PART_BYTES // 256) + b"tail"
    begun = worker.post("/worker/uploads", json={"file_name": "a.mp4", "bytes": len(content)}).json()
    path = f"/worker/uploads/{begun['id']}"
    assert begun["parts"] == 2
    worker.call("PUT", f"{path}/parts/2", data=b"tail")
    assert worker.get(path).json()["received"] == [2]
    early = worker.post(f"{path}/complete")
    assert (early.status_code, early.json()["code"], early.json()["missing"]) == (409, "upload-incomplete", [1])
    wrong = worker.call("PUT", f"{path}/parts/1", data=b"short")
    assert (wrong.status_code, wrong.json()["code"]) == (409, "upload-incomplete")
    worker.call("PUT", f"{path}/parts/1", data=content[:PART_BYTES])
    done = worker.post(f"{path}/complete").json()
    assert done["sha256"] == hashlib.sha256(content).hexdigest()
    assert worker.post(f"{path}/complete").json() == done


def test_a_part_larger_than_a_part_is_refused(server: World) -> None:
    worker = server.worker_caller()
    begun = worker.post("/worker/uploads", json={"file_name": "a.mp4", "bytes": 10}).json()
    big = worker.call("PUT", f"/worker/uploads/{begun['id']}/parts/1", data=bytes(PART_BYTES + 1))
    assert (big.status_code, big.json()["code"]) == (413, "body-too-large")


def test_what_arrived_must_be_what_was_announced(server: World, clip: Path) -> None:
    worker = server.worker_caller()
    content = clip.read_bytes()
    begun = worker.post(
        "/worker/uploads", json={"file_name": "a.mp4", "bytes": len(content), "sha256": "0" * 64}
    ).json()
    worker.call("PUT", f"/worker/uploads/{begun['id']}/parts/1", data=content)
    answer = worker.post(f"/worker/uploads/{begun['id']}/complete")
    assert (answer.status_code, answer.json()["code"]) == (422, "upload-checksum")


def test_more_than_the_contest_allows_cannot_be_announced(server: World) -> None:
    worker = server.worker_caller()
    assert worker.post("/worker/uploads", json={"file_name": "a.mp4", "bytes": 104_857_601}).status_code == 422
    assert worker.post("/worker/uploads", json={"file_name": "a.mp4", "bytes": 104_857_600}).status_code == 201


def test_files_that_break_the_rules_are_uploaded_but_not_submitted(server: World, tmp_path: Path) -> None:
    worker = server.worker_caller()
    too_long = make_clip(tmp_path / "long.mp4", seconds=125, size=(64, 48), fps=2, sound=False).read_bytes()
    for content, code in ((too_long, "too_long"), (b"%PDF-1.7 hello", "not_a_video"), (b"\x00" * 5000, "unreadable")):
        done = upload(worker, content, name="说是两分钟.mp4")
        assert code in done["problems"]
        refused = submit(worker, done["media_id"], key=f"key-{code}")
        assert (refused["http"], refused["code"], refused["problems"]) == (422, "video-refused", [code])
    assert worker.get("/worker/works").json()["items"] == []


def test_nobody_submits_or_sees_the_file_of_another(server: World, clip: Path) -> None:
    worker, other = server.worker_caller(), server.worker_caller("李四")
    media_id = upload(worker, clip.read_bytes())["media_id"]
    assert submit(other, media_id)["http"] == 404
    work = submit(worker, media_id)
    assert other.get(f"/worker/works/{work['id']}").status_code == 404
    assert other.post(f"/worker/works/{work['id']}/withdraw").status_code == 404


def test_outside_the_campaign_nothing_is_submitted(server: World, clip: Path) -> None:
    worker = server.worker_caller()
    media_id = upload(worker, clip.read_bytes())["media_id"]
    server.clock.now = CAMPAIGN_END_MS
    worker = server.sign_in(worker.id, "worker")
    assert submit(worker, media_id)["code"] == "outside-campaign"
    server.clock.now = CAMPAIGN_END_MS - 1
    assert submit(server.sign_in(worker.id, "worker"), media_id)["http"] == 201


def test_a_rejected_work_is_corrected_and_reviewed_again_with_its_history(server: World, clip: Path) -> None:
    worker, moderator = server.worker_caller(), server.moderator()
    work = submit(worker, upload(worker, clip.read_bytes())["media_id"])
    lease = moderator.claim()["leases"][0]
    decided = moderator.push(moderator.decide(lease, "reject", message="请换个题目", note="内部的话"))
    assert decided[0]["status"] == "applied"
    seen = worker.get(f"/worker/works/{work['id']}").json()
    assert (seen["state"], seen["reason_texts"], seen["message"]) == ("rejected", ["与活动主题不符"], "请换个题目")
    assert seen["may_correct"]
    assert "内部的话" not in worker.get(f"/worker/works/{work['id']}").text
    path = f"/worker/works/{work['id']}"
    assert worker.call("PUT", path, json={"base_version": seen["version"]}).status_code == 422
    stale = worker.call("PUT", path, json={"base_version": 1, "title": "新题目"})
    assert (stale.status_code, stale.json()["code"]) == (409, "version-mismatch")
    again = worker.call("PUT", path, json={"base_version": seen["version"], "title": "新题目"}).json()
    assert (again["state"], again["round"], again["version"]) == ("pending", 2, seen["version"] + 1)
    lease = moderator.claim()["leases"][0]
    assert lease["work_id"] == work["id"]
    detail = moderator.get(f"/works/{work['id']}").json()
    assert [event["kind"] for event in detail["history"]] == ["submitted", "rejected", "resubmitted"]


def test_withdrawing_takes_a_work_out_of_the_queue_once(server: World, clip: Path) -> None:
    worker, moderator = server.worker_caller(), server.moderator()
    work = submit(worker, upload(worker, clip.read_bytes())["media_id"])
    for _ in range(2):
        assert worker.post(f"/worker/works/{work['id']}/withdraw").json()["state"] == "withdrawn"
    assert moderator.claim()["leases"] == []
    refused = worker.call("PUT", f"/worker/works/{work['id']}", json={"base_version": 2, "title": "又来"})
    assert refused.json()["code"] == "wrong-state"
