"""The engine with a real server: claim, decide, push, pull, conflicts, undo, a restored server."""

from collections.abc import Callable

from sqlalchemy import text

from contract.wire.review import ClaimAsk
from desktop.store import cache, decisions, outbox, queries
from desktop.store.rows import WorkRow
from desktop.sync_engine import steps
from server.schema import new_epoch
from tests.desktop.sync.conftest import Desk
from tests.server.world import Caller, World

DeskFor = Callable[[Caller], Desk]


def decide(desk: Desk, work: WorkRow, verdict: str = "approve") -> str:
    """Put a decision into the outbox; its id."""
    args = {
        "kind": "work",
        "subject_id": work.id,
        "base_version": work.version,
        "lease_token": work.lease_token,
        "verdict": verdict,
        "reasons": [{"code": "watermark", "at_ms": 42_000}] if verdict == "reject" else [],
        "note": "",
        "message": "",
    }
    return outbox.append(desk.store, "review.decide", args, {"title": work.title, "number": work.number}).id


def claim(desk: Desk, count: int) -> list[WorkRow]:
    """Claim works; the queue."""
    desk.engine.claim(ClaimAsk(count=count), "claim-key-1", desk.bucket)
    return queries.queue(desk.store)


def test_claimed_works_are_decided_pushed_and_confirmed_once(world: World, desk_for: DeskFor) -> None:
    world.works(7)
    desk = desk_for(world.moderator())
    desk.pull()
    works = claim(desk, 5)
    assert [work.number for work in works] == [f"YJS-24-10000{n}" for n in range(1, 6)]
    assert queries.counts(desk.store).pending == 5
    for work, verdict in zip(works, ["approve", "reject", "approve"], strict=False):
        decide(desk, work, verdict)
    assert queries.counts(desk.store).pending == 2
    assert [row.delivery for row in decisions.decided(desk.store)] == ["waiting"] * 3
    outcome = desk.engine.push_once()
    assert (outcome.sent, outcome.applied, outcome.error) == (3, 3, None)
    assert [row.delivery for row in decisions.decided(desk.store)] == ["confirmed"] * 3
    desk.pull()
    counts = queries.counts(desk.store)
    assert (counts.pending, counts.decided, counts.outbox) == (2, 3, 0)
    assert len(queries.regions(desk.store)) == 1
    assert queries.work(desk.store, works[0].id) is None


def test_a_batch_whose_answer_was_lost_is_replayed_not_doubled(world: World, desk_for: DeskFor) -> None:
    world.works(1)
    desk = desk_for(world.moderator())
    work = claim(desk, 1)[0]
    decide(desk, work)
    batch = outbox.take_batch(desk.store)
    answer = desk.caller.post(
        "/sync/push",
        json={
            "v": 1,
            "client_id": desk.engine._client_id,
            "epoch": "",
            "mutations": [steps.mutation(batch[0]).model_dump(mode="json")],
        },
    )
    assert answer.json()["results"][0]["status"] == "applied"
    outbox.requeue_sending(desk.store)
    outcome = desk.engine.push_once()
    assert (outcome.sent, outcome.applied) == (1, 1)
    kept = outbox.answered(desk.store, 5)[0].result
    assert kept is not None
    assert (kept["status"], kept["first"], kept["version"]) == ("replayed", "applied", 2)
    admin = world.admin()
    history = admin.get(f"/works/{work.id}").json()["history"]
    assert [event["kind"] for event in history] == ["submitted", "approved"]


def test_two_moderators_decide_one_work_the_first_wins_the_second_sees_who(world: World, desk_for: DeskFor) -> None:
    world.works(1)
    first, admin = desk_for(world.moderator()), desk_for(world.admin())
    mine = claim(first, 1)[0]
    first.pull()
    taken = admin.caller.post(f"/works/{mine.id}/take-over", json={"reason": "值班交接"})
    assert taken.status_code == 200, taken.text
    admin.pull()
    theirs = queries.queue(admin.store)[0]
    decide(admin, theirs, "approve")
    assert admin.engine.push_once().applied == 1
    decide(first, mine, "reject")
    outcome = first.engine.push_once()
    assert (outcome.sent, outcome.conflicts) == (1, 1)
    first.pull()
    conflict = decisions.conflicts(first.store)[0]
    assert (conflict.code, conflict.same_decision) == ("already-decided", False)
    assert conflict.mine.verdict == "reject"
    assert conflict.theirs is not None
    assert (conflict.theirs.verdict, conflict.theirs.by) == ("approve", "审核员 0003")
    assert decisions.decided(first.store)[0].delivery == "conflict"
    answer = {"conflict_id": conflict.id, "choice": "object", "objection": "片尾有标识"}
    outbox.append(first.store, "conflict.resolve", answer, {"title": conflict.subject_title})
    assert queries.counts(first.store).conflicts == 0
    assert first.engine.push_once().applied == 1
    first.pull()
    admin.pull()
    assert decisions.conflicts(first.store) == []
    assert [look.objection for look in decisions.second_looks(admin.store)] == ["片尾有标识"]


def test_an_undone_decision_opens_the_work_again_for_me(world: World, desk_for: DeskFor) -> None:
    world.works(1)
    desk = desk_for(world.moderator())
    decision = decide(desk, claim(desk, 1)[0])
    desk.engine.push_once()
    desk.pull()
    assert queries.queue(desk.store) == []
    outbox.append(desk.store, "review.undo", {"decision_id": decision}, {})
    assert desk.engine.push_once().applied == 1
    desk.pull()
    assert [work.state for work in queries.queue(desk.store)] == ["pending"]
    assert decisions.decided(desk.store)[0].delivery == "undone"


def test_leases_are_renewed_released_and_what_others_took_is_told(world: World, desk_for: DeskFor) -> None:
    world.works(3)
    desk, admin = desk_for(world.moderator()), world.admin()
    works = claim(desk, 3)
    world.clock.forward(hours=2)
    desk.caller = world.sign_in(desk.caller.id)
    desk.api.tokens.tokens = type(desk.api.tokens.tokens)(desk.caller.token, "none", 4_000_000_000_000)
    before = works[0].lease_expires_at
    assert desk.engine.renew().renewed == 3
    after = queries.work(desk.store, works[0].id)
    assert after is not None
    assert after.lease_expires_at == (before or 0) + 2 * 3_600_000
    admin = world.admin()
    admin.post(f"/works/{works[0].id}/take-over", json={"reason": "交接"})
    outcome = desk.engine.renew()
    assert (outcome.renewed, outcome.lost) == (2, (works[0].id,))
    assert desk.engine.release([(works[1].id, works[1].lease_token or 0)]) == 1
    desk.pull()
    assert [work.id for work in queries.queue(desk.store)] == [works[2].id]


def test_a_server_restored_from_a_backup_gets_every_decision_again(world: World, desk_for: DeskFor) -> None:

    world.works(2)
    desk = desk_for(world.moderator())
    works = claim(desk, 2)
    desk.pull()
    decide(desk, works[0])
    assert desk.engine.push_once().applied == 1
    with world.context.database.writing() as session:  # what a restore to before the decision leaves
        for table in ("notice", "decision", "mutation"):
            session.execute(text(f"DELETE FROM {table}"))
        session.execute(text("UPDATE review SET closed_at=NULL"))
        session.execute(
            text("UPDATE work SET state='pending', version=1, lease_holder=:me WHERE id=:id"),
            {"me": desk.caller.id, "id": works[0].id},
        )
        session.execute(text("DELETE FROM feed WHERE kind='decision'"))
        new_epoch(session, world.context)
    desk.pull()
    assert queries.counts(desk.store).outbox == 1
    assert desk.engine.push_once().applied == 1
    detail = world.admin().get(f"/works/{works[0].id}").json()
    assert detail["state"] == "published"


def test_a_cursor_of_another_server_starts_anew_and_keeps_the_outbox(world: World, desk_for: DeskFor) -> None:
    world.works(1)
    desk = desk_for(world.moderator())
    work = claim(desk, 1)[0]
    decide(desk, work)
    cache.set_meta(desk.store, cache.CURSOR, "nonsense")
    desk.pull()
    assert queries.counts(desk.store).outbox == 1
    assert desk.engine.push_once().applied == 1
