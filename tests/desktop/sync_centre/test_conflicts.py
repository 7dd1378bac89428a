"""冲突: both decisions side by side, the three answers, and what the server then knows."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from contract.columns import COLUMNS
from contract.review import Verdict
from contract.roles import Role
from contract.wire.sync import ReasonAt
from desktop.store import cache, decisions
from desktop.store.rows import WorkRow
from desktop.views.sync_centre.page import SyncCentrePage
from tests.desktop.sync_centre.at_desk import AtDesk, Desks
from tests.desktop.works.keyboard import Keyboard
from tests.server.world import World

Open = Callable[[AtDesk], SyncCentrePage]
CONTROL = Qt.KeyboardModifier.ControlModifier


def rejected(desk: AtDesk, work: WorkRow) -> None:
    """My decision, made without a network."""
    reasons = ReasonAt(code="watermark", at_ms=62_000), ReasonAt(code="bad-sound")
    desk.decide(work, Verdict.REJECT, *reasons, note="右下角")


def ran_out(world: World, desks: Desks, count: int) -> AtDesk:
    """A desk whose claims ran out before its decisions left."""
    world.works(count)
    person = world.staff(account="m1")
    world.sign_in(person).claim(count, hours=1)
    desk = desks("m1")
    desk.pull()
    for work in desk.queue():
        rejected(desk, work)
    world.clock.forward(hours=2)
    return desk


@pytest.fixture
def desk(world: World, desks: Desks) -> AtDesk:
    """One conflict: I rejected, the other had approved."""
    desk = ran_out(world, desks, 1)
    other = world.moderator()
    other.push(other.decide(other.claim(1)["leases"][0], "approve"))
    desk.push()
    desk.pull()
    return desk


def put_conflict(desk: AtDesk, number: int, **facts: object) -> None:
    """A conflict as the feed brings it."""
    mine = {"by": "我", "at": desk.context.clock.now_ms(), "verdict": "approve", "reasons": []}
    row = dict.fromkeys(COLUMNS["conflict"]) | {
        "id": f"01a2047e-9874-78c7-8917-{number:012d}", "version": 1, "subject_kind": "work",
        "subject_id": f"w{number}", "state": "open", "subject_number": f"YJS-24-{number}",
        "subject_title": f"作品 {number}", "region": "41", "code": "lease-lost", "same_decision": False,
        "mine": mine, "opened_at": number,
    } | facts  # fmt: skip
    op = ["P", f"user:{desk.context.person.id}", "conflict", [row[name] for name in COLUMNS["conflict"]]]
    desk.ask(lambda store: cache.apply(store, {"conflict": list(COLUMNS["conflict"])}, [op]))
    desk.context.changes.announce({"conflict"})


def test_both_decisions_stand_side_by_side(desk: AtDesk, open_page: Open) -> None:
    page = open_page(desk)
    view = page.conflicts.view
    assert view.isVisible()
    mine, theirs = view.sides.mine.texts(), view.sides.theirs.texts()
    assert mine[0] == "我的决定"
    assert "驳回" in mine, "never as done: the server did not take it"
    assert "有平台水印或 Logo（1:02）、声音过小、嘈杂或口齿不清" in mine
    assert "备注：右下角" in mine
    assert theirs[0].startswith("审核员")
    assert "已通过" in theirs
    assert "服务器现行结果" in theirs
    assert "1" in page.tiles.conflicts.accessibleName()


def test_1_asks_for_a_second_look_with_my_reasons(
    world: World, desk: AtDesk, open_page: Open, keyboard: Keyboard
) -> None:
    page = open_page(desk)
    keyboard.press("1")
    view = page.conflicts.view
    assert view.objecting
    words = view.form.words()
    assert words.startswith("驳回 · 有平台水印或 Logo（1:02）")
    keyboard.write("2")
    assert view.form.words() == words + "2", "digits belong to the text now"
    keyboard.press(Qt.Key.Key_Return, modifier=CONTROL)
    desk.until(lambda: not view.isVisible())
    assert [row.args["objection"] for row in page.feed.now.unsent] == [words + "2"]
    desk.push()
    desk.pull()
    looks = world.admin().get("/second-looks").json()["items"]
    assert [(look["objection"], look["state"]) for look in looks] == [(words + "2", "open")]


def test_an_objection_without_words_is_not_sent(desk: AtDesk, open_page: Open, keyboard: Keyboard) -> None:
    page = open_page(desk)
    keyboard.press("1")
    form = page.conflicts.view.form
    form.edit.clear()
    keyboard.press(Qt.Key.Key_Return, modifier=CONTROL)
    assert form._count.text() == "请写明理由。"
    form.edit.setPlainText("字" * 501)
    keyboard.press(Qt.Key.Key_Return, modifier=CONTROL)
    assert form._count.text() == "超出 1 个字。"
    assert page.conflicts.view.objecting
    assert page.feed.now.unsent == ()


def test_esc_leaves_the_objection_and_keeps_its_words(desk: AtDesk, open_page: Open, keyboard: Keyboard) -> None:
    page = open_page(desk)
    keyboard.press("1")
    keyboard.write("x")
    keyboard.press(Qt.Key.Key_Escape)
    assert not page.conflicts.view.objecting
    assert page.conflicts.view.isVisible(), "the conflict itself was not put off"
    keyboard.press("1")
    assert page.conflicts.view.form.words().endswith("x")


def test_2_accepts_and_the_server_closes_the_conflict(desk: AtDesk, open_page: Open, keyboard: Keyboard) -> None:
    page = open_page(desk)
    keyboard.press("2")
    desk.until(lambda: not page.conflicts.view.isVisible())
    assert page.conflicts._empty.accessibleName() == "1 条答复待送达"
    desk.push()
    desk.until(lambda: page.conflicts._empty.accessibleName() == "没有冲突")
    desk.pull()
    assert desk.ask(decisions.conflicts) == []


def test_what_was_undone_meanwhile_is_not_accepted(
    world: World, desks: Desks, open_page: Open, keyboard: Keyboard
) -> None:
    desk = ran_out(world, desks, 1)
    other = world.moderator()
    decided = other.push(other.decide(other.claim(1)["leases"][0], "approve"))
    desk.push()
    desk.pull()
    page = open_page(desk)
    assert "已通过" in page.conflicts.view.sides.theirs.texts()
    other.push(other.mutation("review.undo", {"decision_id": decided[0]["id"]}))
    keyboard.press("2")
    desk.until(lambda: not page.conflicts.view.isVisible())
    desk.push()
    desk.pull()
    desk.until(page.conflicts.view.isVisible)  # it is open as before, and shows what holds now
    assert "已通过" not in page.conflicts.view.sides.theirs.texts()


def test_esc_puts_off_and_changes_nothing(desk: AtDesk, open_page: Open, keyboard: Keyboard) -> None:
    page = open_page(desk)
    keyboard.press(Qt.Key.Key_Escape)
    assert not page.conflicts.view.isVisible()
    assert page.conflicts._empty.accessibleName() == "1 条冲突留待稍后"
    assert len(desk.ask(decisions.conflicts)) == 1
    page.conflicts.take_up_again()
    assert page.conflicts.view.isVisible()


def test_several_are_stepped_through(world: World, desks: Desks, open_page: Open) -> None:
    desk = ran_out(world, desks, 3)
    other = world.moderator()
    other.push(*(other.decide(lease) for lease in other.claim(3)["leases"]))
    desk.push()
    desk.pull()
    page = open_page(desk)
    card = page.conflicts
    ids = [row.id for row in card.waiting]
    assert card._place.text() == "1 / 3"
    card._next.click()
    assert (card._place.text(), card.view.row and card.view.row.id) == ("2 / 3", ids[1])
    card.later()
    assert (card._place.text(), card.view.row and card.view.row.id) == ("1 / 2", ids[0])
    page.show_subject(ids[1])
    assert card.view.row is not None
    assert card.view.row.id == ids[1]


def test_nobody_has_decided_when_only_the_claim_was_lost(world: World, desks: Desks, open_page: Open) -> None:
    desk = ran_out(world, desks, 1)
    world.moderator().claim(1)
    desk.push()
    desk.pull()
    view = open_page(desk).conflicts.view
    assert view.sides.theirs.texts() == ["服务器上", "你的领取已结束，作品转给了他人，对方还没有作出决定。"]
    assert view.object_button.isVisible()
    assert view.accept_button.text() == "交给对方决定"


def test_a_changed_work_offers_no_objection(world: World, desks: Desks, open_page: Open, keyboard: Keyboard) -> None:
    world.staff(account="m1")
    desk = desks("m1")
    put_conflict(desk, 1, code="version-mismatch")
    page = open_page(desk)
    view = page.conflicts.view
    assert "作者修改了作品" in view.sides.theirs.texts()[1]
    assert not view.object_button.isVisible()
    keyboard.press("1")
    assert not view.objecting
    assert view.accept_button.text() == "知道了"


def test_platform_admins_settle_second_looks(world: World, desk: AtDesk, desks: Desks, open_page: Open) -> None:
    conflict = desk.ask(decisions.conflicts)[0]
    world.staff(Role.PLATFORM_ADMIN, account="admin")
    admin = desks("admin")
    admin.pull()
    page = open_page(admin)
    page.conflicts.show_segment("looks")
    look = page.conflicts.looks.current()
    assert look is not None
    assert (look.subject_id, look.state) == (conflict.subject_id, "open")
    page.conflicts.looks.open_button.click()
    assert admin.went == [("browse", conflict.subject_id)]
    page.conflicts.looks.close_button.click()
    admin.until(lambda: "处理完毕" in admin.words())
    admin.pull()
    admin.until(lambda: page.conflicts.looks.current() is None)
    closed = world.admin().get("/second-looks").json()["items"]
    assert [one["state"] for one in closed] == ["closed"]


def test_moderators_have_no_second_looks(desk: AtDesk, open_page: Open) -> None:
    assert not open_page(desk).conflicts._segments.isVisible()
