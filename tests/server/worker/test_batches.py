"""Interactions in batches: what counts, what does not, sent twice, and many at once."""

import random
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
import requests
from sqlalchemy import func, select

from contract.review import Verdict
from contract.wire.worker import MAX_INTERACTIONS
from server.models import Interaction, InteractionEvent, Work
from server.services import work_lives
from tests.server.world import API, SOON_S, Caller, World

NOBODYS = "00000000-0000-4000-8000-000000000000"
CLIENTS, BATCHES, ITEMS = 8, 6, 30


def published(server: World, count: int) -> list[str]:
    """Works that may be liked, by id."""
    works = server.works(count)
    with server.context.database.writing() as session:
        for work in works:
            work_lives.settle(session, session.get_one(Work, work), Verdict.APPROVE, server.clock())
    return sorted(works)


def batch(*did: tuple[str, str]) -> dict[str, Any]:
    """The body: pairs of work and kind."""
    return {"items": [{"work_id": work, "kind": kind} for work, kind in did]}


def send(caller: Caller, key: str, *did: tuple[str, str]) -> requests.Response:
    """One batch."""
    return caller.post("/worker/interactions", json=batch(*did), headers={"Idempotency-Key": key})


def numbers(likes: int, views: int, favourites: int, shares: int, liked: bool, favourited: bool) -> dict[str, Any]:
    """Of a work, without its id."""
    return {
        "likes": likes, "views": views, "favourites": favourites, "shares": shares,
        "liked": liked, "favourited": favourited,
    }  # fmt: skip


def test_a_batch_counts_what_happened_in_its_order(server: World) -> None:
    """Views and shares each; of likes and favourites the last word; hidden works are told and stop nothing."""
    first, second = published(server, 2)
    hidden = server.works(1)[0]
    fan, other = server.worker_caller("王五"), server.worker_caller("赵六")
    assert send(other, "other-key", (first, "like")).status_code == 200
    did = [
        (first, "view"), (first, "view"), (second, "view"), (first, "share"), (hidden, "view"), (NOBODYS, "like"),
        (first, "like"), (first, "unlike"), (first, "like"), (second, "like"), (second, "unlike"),
        (second, "favourite"), (second, "favourite"), (first, "unfavourite"),
    ]  # fmt: skip
    answer = send(fan, "first-key", *did)
    assert answer.status_code == 200, answer.text
    assert answer.json() == {
        "works": [
            {"id": first} | numbers(2, 2, 0, 1, liked=True, favourited=False),
            {"id": second} | numbers(0, 1, 1, 0, liked=False, favourited=True),
        ],
        "missing": sorted([hidden, NOBODYS]),
    }
    later = send(fan, "second-key", (first, "unlike"), (first, "unlike"), (second, "favourite")).json()["works"]
    assert [(work["likes"], work["favourites"], work["liked"]) for work in later] == [(1, 0, False), (0, 1, False)]
    with server.context.database.reading() as session:
        kept = session.execute(select(InteractionEvent.work_id, InteractionEvent.kind, func.sum(InteractionEvent.delta))
            .group_by(InteractionEvent.work_id, InteractionEvent.kind)).all()  # fmt: skip
        assert {(work, kind): by for work, kind, by in kept if by} == {
            (first, "like"): 1, (first, "view"): 2, (first, "share"): 1, (second, "view"): 1, (second, "favourite"): 1,
        }  # fmt: skip


def test_a_batch_sent_again_counts_once(server: World) -> None:
    """The same key: nothing more, and the numbers as they are by then; with another content it is refused."""
    (work,) = published(server, 1)
    fan, other = server.worker_caller("王五"), server.worker_caller("赵六")
    did = [(work, "view"), (work, "share"), (work, "like")]
    assert send(fan, "the-same-key", *did).json()["works"][0]["views"] == 1
    assert send(other, "the-same-key", *did).json()["works"][0]["views"] == 2
    again = send(fan, "the-same-key", *did)
    assert again.json() == {"works": [{"id": work} | numbers(2, 2, 0, 2, liked=True, favourited=False)], "missing": []}
    refused = send(fan, "the-same-key", (work, "view"))
    assert (refused.status_code, refused.json()["code"]) == (422, "idempotency-mismatch")
    assert send(fan, "another-key", (work, "view")).json()["works"][0]["views"] == 3


@pytest.mark.parametrize(
    "body",
    [
        {"items": []},
        {"items": [{"work_id": NOBODYS, "kind": "view"}] * (MAX_INTERACTIONS + 1)},
        {"items": [{"work_id": NOBODYS, "kind": "adore"}]},
        {"items": [{"work_id": "1' OR '1", "kind": "like"}]},
        {"items": [{"work_id": NOBODYS, "kind": "view", "times": 1_000}]},
        {},
    ],
)
def test_what_is_no_batch_is_refused(server: World, body: dict[str, Any]) -> None:
    fan = server.worker_caller()
    refused = fan.post("/worker/interactions", json=body, headers={"Idempotency-Key": "any-key-at-all"})
    assert (refused.status_code, refused.json()["code"]) == (422, "invalid-args")
    assert fan.post("/worker/interactions", json=batch((NOBODYS, "view"))).status_code == 422


def test_batches_at_once_lose_nothing_and_wait_for_nobody_forever(server: World) -> None:
    """Eight connections of four workers over the same works, each batch in an order of its own."""
    works = published(server, 6)
    fans = [server.worker_caller(f"观众{number}") for number in range(CLIENTS // 2)]
    said: list[list[tuple[str, str]]] = []

    def client(number: int) -> list[int]:
        chance, fan = random.Random(number), fans[number % len(fans)]
        statuses = []
        with requests.Session() as session:
            for turn in range(BATCHES):
                did = [(chance.choice(works), chance.choice(("view", "view", "like", "share"))) for _ in range(ITEMS)]
                said.append(did)
                headers = {"Authorization": f"Bearer {fan.token}", "Idempotency-Key": f"the-key-{number}-{turn}"}
                url = f"{server.url}{API}/worker/interactions"
                statuses.append(session.post(url, json=batch(*did), headers=headers, timeout=SOON_S).status_code)
        return statuses

    with ThreadPoolExecutor(CLIENTS) as pool:
        assert list(pool.map(client, range(CLIENTS))) == [[200] * BATCHES] * CLIENTS
    every = [one for did in said for one in did]
    with server.context.database.reading() as session:
        for id in works:
            work = session.get_one(Work, id)
            likes = session.scalar(select(func.count()).select_from(Interaction).where(Interaction.work_id == id))
            assert (work.views, work.shares) == (every.count((id, "view")), every.count((id, "share")))
            assert work.likes == likes == len(fans)
        total = select(func.sum(InteractionEvent.delta)).where(InteractionEvent.kind == "like")
        assert session.scalar(total) == len(works) * len(fans)
