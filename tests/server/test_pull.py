"""Pull: pages, resets, long polls, encodings."""

import asyncio
import base64
import gzip
from collections import Counter
from typing import Any

import httpx
import pytest
import requests
import zstandard
from sqlalchemy import text

from contract.columns import COLUMNS, PAGE_BYTES
from contract.reasons import REASONS
from contract.regions import REGIONS
from contract.roles import Role
from contract.wire.sync import Changes
from server.feed import REFERENCE, touch
from server.models import FeedCounter, ServerState, Setting, Staff
from server.schema import new_epoch
from server.services.upkeep import forget_tombstones, tidy
from tests.server.test_claims import at_once
from tests.server.world import API, Caller, World


def all_pages(caller: Caller, cursor: str = "", **params: Any) -> tuple[list[list[Any]], str, int]:
    """Every op until up to date, the last cursor, the number of pages."""
    ops, pages = [], 0
    while True:
        page = caller.pull(cursor, **params)
        ops += page["ops"]
        cursor, pages = page["cursor"], pages + 1
        assert page["more"] is not page["up_to_date"]
        assert pages < 500, "the pull never ends"
        if page["up_to_date"]:
            return ops, cursor, pages


def test_first_pull(server: World) -> None:
    """Everything of my buckets, in the shape and columns of the contract; regions and reasons come along."""
    server.works(2)
    me = server.moderator()
    me.claim(2)
    page = me.pull()
    Changes.model_validate(page)
    assert page["buckets"] == [f"user:{me.id}", "ref"]
    assert {kind: tuple(columns) for kind, columns in page["cols"].items()} == COLUMNS
    kinds = Counter(op[2] for op in page["ops"])
    assert (kinds["work"], kinds["region"], kinds["reason"]) == (2, len(REGIONS), sum(map(len, REASONS.values())))
    assert all(len(op[3]) == len(COLUMNS[op[2]]) for op in page["ops"])
    assert me.pull(page["cursor"])["ops"] == []
    assert server.admin().pull()["buckets"][1] == "platform"


@pytest.mark.parametrize("limit", [1, 7, 2_000])
def test_pages(server: World, limit: int) -> None:
    """Small pages give the same rows, each once, while others keep changing: no endless back-fill."""
    server.works(5)
    me = server.moderator()
    me.claim(5)
    whole = me.pull()["ops"]
    ops, cursor, pages = all_pages(me, limit=limit)
    assert ops == whole
    assert pages == max(1, -(-len(whole) // limit))
    assert all_pages(me, cursor, limit=limit)[0] == []


def test_back_fill_ends_although_tombstones_go(server: World) -> None:
    """A first scan under way while old removals are deleted goes on; without h0 it would start again for ever."""
    works = server.works(5)
    me = server.moderator()
    me.claim(5)
    me.post("/claims/release", json={})
    page = me.pull(limit=1)
    server.clock.forward(hours=24 * 91)
    with server.context.database.writing() as session:
        forget_tombstones(session, server.clock())
        assert session.get_one(ServerState, 1).min_seq > 0
    me = server.sign_in(me.id)
    ops, _, _ = all_pages(me, page["cursor"], limit=1)
    assert not [op for op in ops if op[2] == "work" and op[3][0] in works]
    assert len(ops) > len(REGIONS)


def test_cursor_expired(server: World) -> None:
    """A cursor from before deleted removals is answered 410; a new pull works; a cursor in use never expires."""
    server.works(2)
    sleeper, awake = server.moderator(), server.moderator()
    sleeper.claim()
    old = sleeper.pull()["cursor"]
    sleeper.post("/claims/release", json={})
    newer = awake.pull()["cursor"]
    server.clock.forward(hours=24 * 91)
    tidy(server.context)
    sleeper, awake = server.sign_in(sleeper.id), server.sign_in(awake.id)
    answer = sleeper.get("/sync/changes", params={"cursor": old})
    assert (answer.status_code, answer.json()["code"]) == (410, "cursor-expired")
    assert not [op for op in all_pages(sleeper)[0] if op[2] == "work"]
    assert awake.pull(newer)["up_to_date"]


def test_epoch_changed(server: World) -> None:
    """After a restore: 409 with the new epoch; an unexpired push is still taken and told the epoch."""
    me = server.moderator()
    page = me.pull()
    with server.context.database.writing() as session:
        epoch = new_epoch(session, server.context)
    answer = me.get("/sync/changes", params={"cursor": page["cursor"]})
    assert (answer.status_code, answer.json()["code"], answer.json()["epoch"]) == (409, "epoch-changed", epoch)
    assert me.pull()["epoch"] == epoch != page["epoch"]
    ask = {"v": 1, "client_id": me.client_id, "epoch": page["epoch"], "mutations": []}
    assert me.post("/sync/push", json=ask).json()["epoch"] == epoch


def test_restored_and_nobody_said_so(server: World) -> None:
    """A cursor ahead of the feed proves that the database went back: the server starts a new epoch by itself."""
    me, other = server.moderator(), server.moderator()
    page = me.pull()
    old = other.pull()["cursor"]
    with server.context.database.writing() as session:
        session.get_one(FeedCounter, 1).value -= 1
    answer = me.get("/sync/changes", params={"cursor": page["cursor"]})
    assert (answer.status_code, answer.json()["code"]) == (409, "epoch-changed")
    assert other.get("/sync/changes", params={"cursor": old}).json()["epoch"] == answer.json()["epoch"] != page["epoch"]


def test_many_desks_find_a_restore_at_once(server: World) -> None:
    """They all hear of the same new epoch: the first one begins it."""
    callers = [server.moderator() for _ in range(6)]
    cursors = {caller.id: caller.pull()["cursor"] for caller in callers}
    with server.context.database.writing() as session:
        session.get_one(FeedCounter, 1).value -= 1
    answers = at_once(callers, lambda one: one.get("/sync/changes", params={"cursor": cursors[one.id]}).json())
    assert {answer["code"] for answer in answers} == {"epoch-changed"}
    assert len({answer["epoch"] for answer in answers}) == 1


@pytest.mark.parametrize("cursor", ["x", "AAAA", "eyJlIjoiIn0", "é", "A" * 300])
def test_cursor_invalid(server: World, cursor: str) -> None:
    """Only cursors that this server signed are read."""
    answer = server.moderator().get("/sync/changes", params={"cursor": cursor})
    assert (answer.status_code, answer.json()["code"]) == (400, "cursor-invalid")


def test_cursor_changed_by_hand(server: World) -> None:
    """A position that this server did not give out is not believed."""
    me = server.moderator()
    cursor = me.pull()["cursor"]
    raw = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
    changed = base64.urlsafe_b64encode(raw.replace(b"null", b"1234")).decode().rstrip("=")
    assert changed != cursor
    assert me.get("/sync/changes", params={"cursor": changed}).json()["code"] == "cursor-invalid"


def test_rights_are_looked_up_each_time(server: World) -> None:
    """A bucket leaves `buckets` with the role, which a long poll tells at once; a suspended person gets nothing."""
    me = server.admin()
    page = me.pull()
    with server.context.database.writing() as session:
        session.get_one(Staff, me.id).role = Role.MODERATOR
    fewer = me.pull(page["cursor"], wait=25)
    assert fewer["buckets"] == [f"user:{me.id}", "ref"]
    with server.context.database.writing() as session:
        session.get_one(Staff, me.id).suspended_at = 1
    assert me.get("/sync/changes").json()["code"] == "account-suspended"


def test_big_pages_are_cut(server: World) -> None:
    """No page is larger than 4 MiB, and nothing is lost at the cuts."""
    with server.context.database.writing() as session:
        for number in range(90):
            session.add(Setting(id=f"big-{number}", value={"text": "字" * 30_000}))
            touch(session, REFERENCE, "setting", f"big-{number}")
    me = server.moderator()
    answer = me.get("/sync/changes")
    assert PAGE_BYTES * 0.9 < len(answer.content) < PAGE_BYTES + 8_192
    ops, _, pages = all_pages(me)
    assert pages == 2
    assert len([op for op in ops if str(op[3][0]).startswith("big-")]) == 90


def test_encodings(server: World) -> None:
    """zstd for whom accepts it, else gzip, else plain: the same body."""
    me = server.moderator()
    bodies = []
    for accepted, expected in (
        ("gzip, zstd", "zstd"),
        ("gzip", "gzip"),
        ("zstd;q=0, gzip", "gzip"),
        ("identity", None),
    ):
        headers = {"Authorization": f"Bearer {me.token}", "Accept-Encoding": accepted}
        with requests.get(server.url + API + "/sync/changes", headers=headers, stream=True, timeout=20) as answer:
            assert answer.headers.get("Content-Encoding") == expected
            raw = answer.raw.read(decode_content=False)
        decode = {"zstd": zstandard.ZstdDecompressor().decompress, "gzip": gzip.decompress, None: bytes}[expected]
        bodies.append(decode(raw))
    assert len(set(bodies)) == 1


def test_long_polls_hold_nothing(server: World) -> None:
    """A hundred long polls wait; others are served meanwhile; one change in their bucket wakes them all."""
    me = server.moderator()
    cursor = me.pull()["cursor"]
    database = server.context.database
    headers = {"Authorization": f"Bearer {me.token}"}

    async def poll_all() -> list[dict[str, Any]]:
        limits = httpx.Limits(max_connections=200)
        async with httpx.AsyncClient(base_url=server.url + API, headers=headers, timeout=30, limits=limits) as client:
            waits = [
                asyncio.create_task(client.get("/sync/changes", params={"cursor": cursor, "wait": 25}))
                for _ in range(100)
            ]
            while len(server.context.feed_signal._waiters) < 100 or database.engine.pool.checkedout():  # type: ignore[attr-defined]
                assert (await client.get("/auth/me")).status_code == 200
            assert not any(task.done() for task in waits)
            with database.writing() as session:
                touch(session, REFERENCE, "region", "37")
            return [answer.json() for answer in await asyncio.gather(*waits)]

    pages = asyncio.run(poll_all())
    assert [[op[2] for op in page["ops"]] for page in pages] == [["region"]] * 100


def test_wait_ends_by_itself(server: World) -> None:
    """Nothing happens: an empty page, up to date, with a usable cursor."""
    me = server.moderator()
    page = me.pull(me.pull()["cursor"], wait=1)
    assert (page["ops"], page["up_to_date"]) == ([], True)
    assert me.pull(page["cursor"])["ops"] == []


def test_deleted_entity_is_a_removal(server: World) -> None:
    """A row of the feed whose entity is gone is told as removed."""
    me = server.moderator()
    with server.context.database.writing() as session:
        touch(session, REFERENCE, "setting", "gone")
    assert ["R", "ref", "setting", "gone"] in me.pull()["ops"]
    with server.context.database.reading() as session:
        head = session.execute(text("SELECT value FROM feed_counter")).scalar_one()
        assert head == session.execute(text("SELECT max(seq) FROM feed")).scalar_one()
