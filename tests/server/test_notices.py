"""Notices and upkeep: sent after the undo window, failures kept with their cause, old things forgotten in time."""

import itertools
import logging
from contextlib import nullcontext

import pytest
from sqlalchemy import func, select

from server.models import Feed, IdempotencyKey, Mutation, Notice, SignInAttempt, Token
from server.services.notices import MAX_ATTEMPTS, LogProvider, send_due
from server.services.upkeep import tidy
from tests.server.world import Caller, World, running


class Carrier:
    """A carrier that is down as long as `down` says."""

    def __init__(self, down: bool = False) -> None:
        self.down = down
        self.sent: list[tuple[str, str, str]] = []

    def send(self, notice_id: str, phone: str, text: str) -> None:
        """Take one, or fail as a carrier's library would."""
        if self.down:
            raise ConnectionError(f"no route for {phone}")
        self.sent.append((notice_id, phone, text))


def decided(world: World, verdict: str = "approve") -> Caller:
    """One decided work, without a running server: its notice waits."""
    with running(world.context) as world.url:
        world.works()
        me = world.moderator()
        me.push(me.decide(me.claim()["leases"][0], verdict))
        world.close()
    return me


def rows(world: World) -> list[Notice]:
    with world.context.database.reading() as session:
        return list(session.scalars(select(Notice)))


def test_sent_after_the_window(world: World, caplog: pytest.LogCaptureFixture) -> None:
    """Not before the undo window ends, then once; neither phone nor text is in any log."""
    decided(world, "reject")
    carrier = Carrier()
    world.clock.forward(seconds=59)
    assert send_due(world.context, carrier) == 0
    world.clock.forward(seconds=1)
    assert (send_due(world.context, carrier), send_due(world.context, carrier)) == (1, 0)
    notice = rows(world)[0]
    assert carrier.sent == [(notice.id, notice.phone, notice.text)]
    assert (notice.status, notice.attempts, notice.sent_at) == ("sent", 1, world.clock())
    assert notice.text.startswith("【云讲述】您提交的作品《作品 YJS-24-100001》未通过审核：与活动主题不符。")
    decided(world)
    world.clock.forward(minutes=2)
    with caplog.at_level(logging.DEBUG):
        assert send_due(world.context, LogProvider()) == 1
    assert notice.phone not in caplog.text
    assert "作品" not in caplog.text


@pytest.mark.expected_logs("notice .* failed: ConnectionError")
def test_failures_are_kept(world: World, caplog: pytest.LogCaptureFixture) -> None:
    """A carrier that is down: the cause is kept, tries get rarer, after five it has failed; the decision stands."""
    decided(world)
    carrier = Carrier(down=True)
    tries = []
    for _ in range(60 * 24):
        world.clock.forward(minutes=1)
        if send_due(world.context, carrier):
            tries.append(world.clock())
    gaps = [later - earlier for earlier, later in itertools.pairwise(tries)]
    assert gaps == [60_000 * 4**number for number in range(MAX_ATTEMPTS - 1)]
    notice = rows(world)[0]
    assert (notice.status, notice.attempts, notice.error) == ("failed", MAX_ATTEMPTS, "ConnectionError")
    assert notice.phone not in caplog.text


def test_interrupted(world: World) -> None:
    """A notice whose sender died is sent again ten minutes later, under the same id."""
    decided(world)
    world.clock.forward(minutes=2)

    class Dead(Carrier):
        def send(self, notice_id: str, phone: str, text: str) -> None:
            raise SystemExit

    with pytest.raises(SystemExit):
        send_due(world.context, Dead())
    carrier = Carrier()
    world.clock.forward(minutes=9)
    assert send_due(world.context, carrier) == 0
    world.clock.forward(minutes=1)
    assert send_due(world.context, carrier) == 1
    assert (rows(world)[0].status, rows(world)[0].attempts) == ("sent", 2)


def test_two_processes_send_once(world: World) -> None:
    """Another server that starts and looks for work while a notice is being sent leaves it alone."""
    decided(world)
    world.clock.forward(minutes=2)
    other, tried = Carrier(), list[int]()

    class Slow(Carrier):
        def send(self, notice_id: str, phone: str, text: str) -> None:
            with running(world.context):
                tried.append(send_due(world.context, other))
            super().send(notice_id, phone, text)

    slow = Slow()
    assert send_due(world.context, slow) == 1
    assert (tried, other.sent, len(slow.sent)) == ([0], [], 1)
    assert rows(world)[0].status == "sent"


@pytest.mark.parametrize("end", ["fails", "dies"])
@pytest.mark.expected_logs("notice .* failed: ConnectionError", optional=True)
def test_undone_while_being_sent(world: World, end: str) -> None:
    """A notice whose decision is undone at the moment of sending is not tried again, however the sending ends."""
    me = decided(world)
    world.clock.forward(minutes=2)

    class Undoing(Carrier):
        def send(self, notice_id: str, phone: str, text: str) -> None:
            with running(world.context) as me.url:
                undo = me.mutation("review.undo", {"decision_id": rows(world)[0].decision_id})
                assert me.push(undo)[0]["status"] == "applied"
                me.session.close()
            raise SystemExit if end == "dies" else ConnectionError

    with pytest.raises(SystemExit) if end == "dies" else nullcontext():
        send_due(world.context, Undoing())
    carrier = Carrier()
    for _ in range(3):
        world.clock.forward(minutes=10)
        assert send_due(world.context, carrier) == 0
    assert (rows(world)[0].status, carrier.sent) == ("withdrawn", [])


def test_the_server_sends_by_itself(server: World) -> None:
    """The chores thread does it; platform admins see the outbox with masked phones."""
    server.works()
    me, admin = server.moderator(), server.admin()
    cursor = me.pull()["cursor"]
    me.push(me.decide(me.claim()["leases"][0]))
    row = admin.get("/notices").json()["items"][0]
    assert (row["status"], row["phone"][3:7]) == ("waiting", "****")
    server.clock.forward(minutes=5)
    while admin.get("/notices", params={"status": "sent"}).json()["items"] == []:
        me.pull(me.pull(cursor)["cursor"], wait=1)
    assert admin.get("/notices", params={"status": "waiting"}).json()["items"] == []


def test_upkeep(server: World) -> None:
    """After 30 days decisions leave the feed by a removal, after 90 more the removal goes; effects stay for ever."""
    server.works()
    me = server.moderator()
    mutation = me.decide(me.claim()["leases"][0])
    me.push(mutation)
    cursor = me.pull()["cursor"]
    server.clock.forward(hours=24 * 29)
    tidy(server.context)
    me = server.sign_in(me.id)
    assert me.pull(cursor)["ops"] == []
    server.clock.forward(hours=24 * 2)
    tidy(server.context)
    me = server.sign_in(me.id)
    assert me.pull(cursor)["ops"] == [["R", f"user:{me.id}", "decision", mutation["id"]]]
    server.clock.forward(hours=24 * 91)
    tidy(server.context)
    with server.context.database.reading() as session:
        for table in (Token, IdempotencyKey, SignInAttempt):
            assert session.scalar(select(func.count()).select_from(table)) == 0
        assert session.scalar(select(func.count()).select_from(Feed).where(Feed.op == "R")) == 0
        assert session.get(Mutation, mutation["id"]) is not None
    me = server.sign_in(me.id)
    assert me.push(mutation)[0]["status"] == "replayed"
