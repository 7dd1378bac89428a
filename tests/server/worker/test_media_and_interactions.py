"""Files by signed address and range; views, likes, favourites, shares of published works."""

import hashlib

import pytest
import requests

from contract.roles import Role
from tests.server.worker.clips import make_clip
from tests.server.worker.test_uploads_and_submissions import submit, upload
from tests.server.world import Caller, World


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Two seconds of video."""
    return make_clip(tmp_path_factory.mktemp("clips") / "clip.mp4").read_bytes()


def address(caller: Caller, media_id: str) -> str:
    """The absolute signed address of a file."""
    urls = caller.post("/media/urls", json={"ids": [media_id]}).json()["urls"]
    return caller.url + str(urls[0]["url"])


def published(server: World, content: bytes) -> tuple[Caller, str, str]:
    """A worker with a published work: caller, work id, media id."""
    worker, moderator = server.worker_caller(), server.moderator()
    media_id = upload(worker, content)["media_id"]
    work = submit(worker, media_id)
    lease = moderator.claim()["leases"][0]
    assert moderator.push(moderator.decide(lease))[0]["status"] == "applied"
    return worker, work["id"], media_id


def test_a_file_comes_whole_and_by_range_with_its_digest(server: World, content: bytes) -> None:
    worker, moderator = server.worker_caller(), server.moderator()
    media_id = upload(worker, content)["media_id"]
    submit(worker, media_id)
    moderator.claim()
    url = address(moderator, media_id)
    etag = f'"{hashlib.sha256(content).hexdigest()}"'
    whole = requests.get(url, timeout=10)
    assert (whole.status_code, whole.content, whole.headers["ETag"]) == (200, content, etag)
    assert whole.headers["Content-Type"] == "video/mp4"
    head = requests.head(url, timeout=10)
    assert (head.status_code, head.headers["Content-Length"]) == (200, str(len(content)))
    size = len(content)
    for asked, first, last in (
        ("bytes=100-199", 100, 199),
        ("bytes=100-", 100, size - 1),
        ("bytes=-10", size - 10, size - 1),
    ):
        part = requests.get(url, headers={"Range": asked, "If-Range": etag}, timeout=10)
        assert (part.status_code, part.content) == (206, content[first : last + 1]), asked
        assert part.headers["Content-Range"] == f"bytes {first}-{last}/{size}"
    beyond = requests.get(url, headers={"Range": f"bytes={size}-"}, timeout=10)
    assert (beyond.status_code, beyond.headers["Content-Range"]) == (416, f"bytes */{size}")
    assert beyond.json()["code"] == "range-not-satisfiable"
    for odd in ({"Range": "bytes=0-1", "If-Range": '"other"'}, {"Range": "lines=1-2"}, {"Range": "bytes=9-1"}):
        assert requests.get(url, headers=odd, timeout=10).status_code == 200


def test_addresses_are_given_for_what_one_reviews_and_end(server: World, content: bytes) -> None:
    worker, moderator = server.worker_caller(), server.moderator()
    media_id = upload(worker, content)["media_id"]
    submit(worker, media_id)
    assert moderator.post("/media/urls", json={"ids": [media_id]}).json() == {"urls": [], "missing": [media_id]}
    assert (
        server.sign_in(server.staff(Role.UNION_STAFF)).post("/media/urls", json={"ids": [media_id]}).status_code == 403
    )
    url = address(server.admin(), media_id)
    assert requests.get(url, timeout=10).status_code == 200
    forged = url.replace("sig=", "sig=0")[: len(url)]
    assert requests.get(forged, timeout=10).json()["code"] == "url-expired"
    server.clock.forward(hours=1)
    assert requests.get(url, timeout=10).json()["code"] == "url-expired"


def test_posters_are_upright_stills(server: World, content: bytes) -> None:
    worker, moderator = server.worker_caller(), server.moderator()
    submit(worker, upload(worker, content)["media_id"])
    claimed = moderator.claim()
    poster_id = claimed["works"][0][claimed["cols"].index("poster_id")]
    picture = requests.get(address(moderator, poster_id), timeout=10)
    assert (picture.headers["Content-Type"], picture.content[:2]) == ("image/jpeg", b"\xff\xd8")


def test_likes_and_favourites_count_once_views_and_shares_always(server: World, content: bytes) -> None:
    _, work_id, _ = published(server, content)
    fan, other = server.worker_caller("王五"), server.worker_caller("赵六")
    path = f"/worker/works/{work_id}"
    for _ in range(2):
        liked = fan.call("PUT", f"{path}/like").json()
        fan.call("PUT", f"{path}/favourite")
        fan.post(f"{path}/view")
        fan.post(f"{path}/share")
    assert (liked["likes"], liked["liked"]) == (1, True)
    counts = other.call("PUT", f"{path}/like").json()
    assert counts == {
        "likes": 2, "views": 2, "favourites": 1, "shares": 2, "liked": True, "favourited": False,
    }  # fmt: skip
    for _ in range(2):
        after = fan.call("DELETE", f"{path}/like").json()
    assert (after["likes"], after["liked"], after["favourited"]) == (1, False, True)


def test_what_is_not_published_has_no_public_face(server: World, content: bytes) -> None:
    worker = server.worker_caller()
    work = submit(worker, upload(worker, content)["media_id"])
    assert worker.post(f"/worker/works/{work['id']}/view").status_code == 404
    assert requests.get(f"{server.url}/api/v1/public/works/{work['id']}", timeout=10).status_code == 404
    assert requests.get(f"{server.url}/api/v1/public/works", timeout=10).json()["items"] == []


def test_published_works_are_listed_newest_first_with_masked_authors(server: World, content: bytes) -> None:
    worker, work_id, _ = published(server, content)
    server.join(worker.id, "鲁源钢铁二炼钢厂工会")
    listed = requests.get(f"{server.url}/api/v1/public/works", params={"region": "37"}, timeout=10).json()
    assert [item["id"] for item in listed["items"]] == [work_id]
    assert listed["items"][0]["author_name"] == "周*明"
    assert listed["items"][0]["organizations"] == ["鲁源钢铁二炼钢厂工会"]
    assert requests.get(f"{server.url}/api/v1/public/works", params={"region": "11"}, timeout=10).json()["items"] == []
    assert requests.get(f"{server.url}/api/v1/public/works/{work_id}", timeout=10).json()["title"] == "炉火映初心"


def test_workers_register_sign_in_and_refresh(server: World) -> None:
    base = f"{server.url}/api/v1/worker"
    ask = {"phone": "19900000001", "name": "周小明", "password": "correct horse", "occupation": "焊工"}
    made = requests.post(f"{base}/register", json=ask, timeout=10)
    assert made.status_code == 201
    assert made.json()["worker"]["phone_masked"] == "199****0001"
    assert requests.post(f"{base}/register", json=ask, timeout=10).json()["code"] == "phone-taken"
    wrong = requests.post(f"{base}/sign-in", json={"phone": ask["phone"], "password": "no"}, timeout=10)
    assert (wrong.status_code, wrong.json()["code"]) == (401, "wrong-password")
    signed = requests.post(
        f"{base}/sign-in", json={"phone": ask["phone"], "password": ask["password"]}, timeout=10
    ).json()
    first = {"refresh_token": signed["refresh_token"]}
    renewed = requests.post(f"{base}/refresh", json=first, timeout=10)
    assert renewed.status_code == 200
    assert requests.post(f"{base}/refresh", json=first, timeout=10).json()["code"] == "session-revoked"
    bearer = {"Authorization": f"Bearer {renewed.json()['access_token']}"}
    assert requests.get(f"{base}/me", headers=bearer, timeout=10).json()["code"] == "session-revoked"
