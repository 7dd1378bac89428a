"""The tab 组织审核 by key presses."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.settings import AUTO_ADVANCE
from desktop.ui.row_model import ROW_ROLE
from desktop.views.organizations.page import OrganizationsPage
from tests.desktop.organizations.conftest import NAMES
from tests.desktop.organizations.registration_rows import arrive, facts, file_id, registration_id
from tests.desktop.works.desk_world import HOUR_MS, NOW_MS, DeskWorld

Key = Qt.Key


def press(*keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """At whatever has the focus."""
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key, modifier)


def listed(page: OrganizationsPage) -> list[str]:
    """Names in the queue."""
    return [row.title for row in page.queue.list.rows.rows()]


def notes(page: OrganizationsPage) -> list[str]:
    """What stands at the right of each row."""
    model = page.queue.list.rows
    return [model.index(place, 0).data(ROW_ROLE).note for place in range(model.rowCount())]


def wait_for(qtbot: QtBot, page: OrganizationsPage, number: int) -> None:
    """This registration is on screen and may be decided."""
    qtbot.waitUntil(lambda: page.subject() == registration_id(number) and page.accepts_decisions)


def test_one_key_each_and_on_to_the_next(qtbot: QtBot, page: OrganizationsPage, world: DeskWorld) -> None:
    assert page.subject() == registration_id(0)
    press(Key.Key_A)
    wait_for(qtbot, page, 1)
    assert world.decisions() == [(registration_id(0), "approve")]
    row = world.outbox()[0]
    assert (row.args["kind"], row.args["base_version"], row.args["lease_token"]) == ("registration", 2, None)
    assert (row.facts["title"], row.facts["number"], row.facts["region"]) == (NAMES[0], "ORG-24-00700", "42")
    qtbot.waitUntil(lambda: notes(page)[0] == "To be sent")
    assert page.bar.last.text() == "Last one: Approve · To be sent"
    press(Key.Key_R, Key.Key_1, Key.Key_4, Key.Key_Return)
    wait_for(qtbot, page, 2)
    row = world.outbox()[1]
    assert [one["code"] for one in row.args["reasons"]] == ["org-name-differs", "org-unreadable"]
    press(Key.Key_Z)
    wait_for(qtbot, page, 1)
    assert world.decisions() == [(registration_id(0), "approve")]
    press(Key.Key_R)
    assert page.reject_panel.confirm.isEnabled(), "what was chosen before is still there"


def test_a_second_a_is_one_trembling_finger(qtbot: QtBot, page: OrganizationsPage, world: DeskWorld) -> None:
    press(Key.Key_A, Key.Key_A)
    wait_for(qtbot, page, 1)
    assert world.decisions() == [(registration_id(0), "approve")]


def test_after_the_last_one_it_stays(qtbot: QtBot, page: OrganizationsPage, world: DeskWorld) -> None:
    for number in range(3):
        wait_for(qtbot, page, number)
        press(Key.Key_A)
    qtbot.waitUntil(lambda: len(world.decisions()) == 3)
    qtbot.waitUntil(lambda: notes(page) == ["To be sent"] * 3)
    assert page.subject() == registration_id(2)
    assert not page.bar.approve_button.isEnabled()
    press(Key.Key_A, Key.Key_R)
    assert len(world.decisions()) == 3
    assert page.middle.currentWidget() is page.detail


def test_without_advancing_it_stays(qtbot: QtBot, page: OrganizationsPage, world: DeskWorld) -> None:
    world.context.settings.set(AUTO_ADVANCE, False)
    press(Key.Key_A)
    qtbot.waitUntil(lambda: page.chip.text == "To be sent")
    assert page.subject() == registration_id(0)
    press(Key.Key_N)
    wait_for(qtbot, page, 1)


def test_skipped_ones_come_last(qtbot: QtBot, page: OrganizationsPage, world: DeskWorld) -> None:
    press(Key.Key_S)
    wait_for(qtbot, page, 1)
    press(Key.Key_A)
    wait_for(qtbot, page, 2)
    press(Key.Key_A)
    wait_for(qtbot, page, 0)
    press(Key.Key_P)
    assert page.subject() == registration_id(0), "there is none before the first"


def test_reasons_are_needed_and_kept_over_a_restart(qtbot: QtBot, page: OrganizationsPage, world: DeskWorld) -> None:
    press(Key.Key_R, Key.Key_Return)
    assert page.reject_panel.problem.text() == "Choose at least one reason."
    press(Key.Key_3)
    page.reject_panel.message.setPlainText("请补盖公章")
    assert "请补盖公章" in page.reject_panel.sms.words.text()
    page.focus_review()
    press(Key.Key_Escape)
    assert page.middle.currentWidget() is page.detail
    assert world.decisions() == []
    again = OrganizationsPage(world.context)
    again.show()
    again.activate()
    qtbot.waitUntil(lambda: again.review.decider.drafts.of(registration_id(0)).codes == ["org-no-seal"])
    draft = again.review.decider.drafts.of(registration_id(0))
    assert (draft.message, str(draft.kind)) == ("请补盖公章", "registration")
    again.close()
    again.deleteLater()


def test_search_and_segments(qtbot: QtBot, page: OrganizationsPage) -> None:
    press(Key.Key_Slash)
    page.queue.search.setText("幼儿园")
    qtbot.waitUntil(lambda: listed(page) == [NAMES[1]])
    page.queue.search.setText("没有这个")
    qtbot.waitUntil(lambda: page.queue.empty.isVisible())
    assert page.subject() == registration_id(0), "what is on screen stays"
    page.queue.search.setText("江城轨道装备制造公司工会")  # another form of company
    qtbot.waitUntil(lambda: listed(page) == [NAMES[0]])
    press(Key.Key_Return)
    assert page.evidence.view.canvas.hasFocus()
    page.queue.set_filter("all")
    qtbot.waitUntil(lambda: len(listed(page)) == 5)
    assert sorted(notes(page))[:2] == ["Approved", "Rejected"]
    page.queue.set_filter("rejected")
    qtbot.waitUntil(lambda: listed(page) == ["晋北矿山救护队工会"])
    page.queue.segments.setFocus()
    press(Key.Key_Left)
    qtbot.waitUntil(lambda: listed(page) == ["江城轨道装备公司工会"])


def test_what_is_decided_can_be_looked_at_but_not_decided(qtbot: QtBot, page: OrganizationsPage) -> None:
    page.show_subject(registration_id(8))
    qtbot.waitUntil(lambda: page.subject() == registration_id(8))
    assert page.chip.text == "Approved"
    assert not page.accepts_decisions
    assert page.bar.isVisible()
    press(Key.Key_A)
    assert not page.bar.approve_button.isEnabled()


def test_the_applicant_changed_it_meanwhile(qtbot: QtBot, page: OrganizationsPage, world: DeskWorld) -> None:
    arrive(world, [facts(0, name="江城轨道装备股份有限公司工会", version=3)])
    world.context.changes.announce({"registration"})
    qtbot.waitUntil(lambda: page.detail.title.text() == "江城轨道装备股份有限公司工会")
    assert page.detail.error.isVisible()
    qtbot.wait(50)
    press(Key.Key_A)
    qtbot.wait(50)
    assert world.decisions() == [], "the first key says that the new version was seen"
    assert not page.detail.error.isVisible()
    press(Key.Key_A)
    qtbot.waitUntil(lambda: world.decisions() == [(registration_id(0), "approve")])
    assert world.outbox()[0].args["base_version"] == 3


def test_somebody_else_decided_it_first(qtbot: QtBot, page: OrganizationsPage, world: DeskWorld) -> None:
    side = {"by": "平台管理员 0007", "at": NOW_MS, "verdict": "approve", "reasons": [], "message": "", "note": ""}
    mine = side | {"by": "我", "verdict": "reject", "reasons": [{"code": "org-no-seal"}]}
    conflict = {
        "id": registration_id(70), "version": 1, "subject_kind": "registration", "subject_id": registration_id(0),
        "subject_number": "ORG-24-00700", "subject_title": NAMES[0], "region": "42", "poster_id": None,
        "code": "already-decided", "same_decision": 0, "mine": mine, "theirs": side, "state": "open",
        "opened_at": NOW_MS, "resolved_at": None,
    }  # fmt: skip
    world.put("conflict", [conflict])
    qtbot.waitUntil(lambda: page.detail.conflict.isVisible())
    assert "approved this application" in page.detail.conflict.accessibleName()
    assert page.chip.text == "Conflict"
    press(Key.Key_A)
    assert world.decisions() == []
    press(Key.Key_2)
    qtbot.waitUntil(lambda: [row.type for row in world.outbox()] == ["conflict.resolve"])
    assert world.outbox()[0].args["choice"] == "accept"


def test_what_was_corrected_stands_beside_the_old_reasons(
    qtbot: QtBot, page: OrganizationsPage, world: DeskWorld
) -> None:
    history = [
        {"at": NOW_MS - 60 * HOUR_MS, "kind": "submitted", "by": "", "round": 1},
        {"at": NOW_MS - 40 * HOUR_MS, "kind": "rejected", "by": "平台管理员 0007", "round": 1,
         "reasons": [{"code": "org-name-differs"}], "message": "请按证书填写全称"},
        {"at": NOW_MS - 26 * HOUR_MS, "kind": "resubmitted", "by": "", "round": 2},
    ]  # fmt: skip
    changes = [{"field": "address", "before": "江城市高新区创新二路 86 号", "after": "江城市高新区创新三路 86 号"}]
    arrive(world, [facts(1, name=NAMES[1], round=2, changes=changes, history=history, version=3)])
    world.context.changes.announce({"registration"})
    page.show_subject(registration_id(1))
    qtbot.waitUntil(lambda: page.subject() == registration_id(1) and page.detail.changes.isVisible())
    assert "Name differs" in page.detail.changes.reasons.text()
    assert "请按证书填写全称" in page.detail.changes.reasons.text()
    assert page.detail.fields["address"].value.marked == ("三",)
    assert page.detail.fields["name"].value.marked == ()


@pytest.mark.parametrize(("presses", "name"), [(1, "江城轨道装备公司工会"), (3, "江城轨道装备公司工会")])
def test_side_by_side(qtbot: QtBot, page: OrganizationsPage, presses: int, name: str) -> None:
    """C again shows the next one and comes round; what differs is marked on both sides."""
    for _ in range(presses):
        press(Key.Key_C)
        qtbot.waitUntil(lambda: page.middle.currentWidget() is page.compare)
        qtbot.wait(30)
    mine, theirs = page.compare.values["name"]
    assert (mine.plain, theirs.plain) == (NAMES[0], name)
    assert mine.marked == ("制造有限", "委员会")
    press(Key.Key_Escape)
    assert page.middle.currentWidget() is page.detail


def test_of_an_unknown_look_alike_only_the_name_is_told(qtbot: QtBot, page: OrganizationsPage) -> None:
    page.review.asking.compare(1)
    qtbot.waitUntil(lambda: page.middle.currentWidget() is page.compare)
    assert list(page.compare.values) == ["name", "number"]
    press(Key.Key_A)
    wait_for(qtbot, page, 1)
    assert page.middle.currentWidget() is page.detail, "deciding is possible from there, and leads on"


def test_contacts_need_the_network(page: OrganizationsPage) -> None:
    page.detail.contact.reveal.click()
    assert page.detail.contact.rest.text() == "This needs the network."
    assert page.detail.contact.name.text() == "陈*伟"


def test_a_registration_without_its_papers_here(
    qtbot: QtBot, page: OrganizationsPage, world: DeskWorld, tmp_path: Path
) -> None:
    """It says so, can be decided, and shows the paper when it has come."""
    arrive(world, [facts(5)])
    world.context.changes.announce({"registration"})
    page.show_subject(registration_id(5))
    wait_for(qtbot, page, 5)
    qtbot.waitUntil(lambda: page.evidence.view.message == "Offline, and the file is not on this computer")
    world.put_file(file_id(5), next(tmp_path.glob("*8930*")))
    qtbot.waitUntil(lambda: page.evidence.view.canvas.has_picture)


def test_nothing_registered_yet(qtbot: QtBot, page: OrganizationsPage, world: DeskWorld) -> None:
    world.remove("registration", [registration_id(number) for number in (0, 1, 2, 8, 9)])
    qtbot.waitUntil(lambda: page.queue.empty.isVisible())
    assert listed(page) == []
    press(Key.Key_A)
    assert world.decisions() == []
