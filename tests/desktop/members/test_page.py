"""The tab 成员审核 by key presses, with a real store and no network."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui.dialogs import ConfirmDialog
from desktop.ui.row_model import ROW_ROLE
from desktop.views.members.page import MembersPage
from tests.desktop.members.test_queries import member
from tests.desktop.works.desk_world import HOUR_MS, NOW_MS, DeskWorld, build

Key = Qt.Key
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
NAMES = (("陈伟华", "cwh"), ("李国强", "lgq"), ("王霞", "wx"), ("赵敏", "zm"), ("刘晓燕", "lxy"))


def id_of(number: int) -> str:
    """The id of an application."""
    return str(member(number, "", "", "", "")["id"])


@pytest.fixture
def world(qapp: QApplication, tmp_path: object) -> Iterator[DeskWorld]:
    """Five that wait, newest number 4, and two that are decided."""
    world = build(tmp_path, qapp, language="en")  # type: ignore[arg-type]
    at = NOW_MS - 10 * HOUR_MS
    rows = [
        member(n, *one, "讲讲班组的故事", "pending", applied_at=at + n, organization_name="鲁源工会", same_names=n)
        for n, one in enumerate(NAMES)
    ]
    rows += [
        member(8, "孙平", "sp", "", "approved", applied_at=at - 2),
        member(9, "胡敏", "hm", "", "rejected", applied_at=at - 1),
    ]
    world.put("membership", rows)
    world.put("organization", [{"id": "1", "version": 1, "number": "ORG-24-1", "name": "鲁源工会", "region": "37"}])
    yield world
    world.close()


@pytest.fixture
def page(qtbot: QtBot, world: DeskWorld) -> Iterator[MembersPage]:
    """On screen, the keys at the table."""
    page = MembersPage(world.context)
    page.resize(QSize(1360, 872))
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.activate()
    qtbot.waitUntil(lambda: len(page.feed.rows) == 7)
    yield page
    page.close()
    page.deleteLater()


def press(*keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """At whatever has the focus."""
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key, modifier)


def states(page: MembersPage) -> list[str]:
    """The column 审核状态."""
    column = [one.id for one in page.model.columns].index("state")
    return [page.model.index(row, 0).data(ROW_ROLE).cells[column].text for row in range(page.model.rowCount())]


def answer(act: bool) -> None:
    """Answers the dialog as soon as it is there."""

    def choose() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, ConfirmDialog):
            (dialog.act if act else dialog.safe).click()
        else:
            QTimer.singleShot(20, choose)

    choose()


def come_back(qtbot: QtBot, page: MembersPage) -> None:
    """A dialog has closed: here no window system makes the page active again."""
    page.activateWindow()
    qtbot.waitUntil(page.table.hasFocus)


def test_one_after_the_other(qtbot: QtBot, page: MembersPage, world: DeskWorld) -> None:
    assert page.table.current_id() == id_of(4)
    press(Key.Key_A)
    qtbot.waitUntil(lambda: world.decisions() == [(id_of(4), "approve")])
    qtbot.waitUntil(lambda: page.table.current_id() == id_of(3))
    press(Key.Key_R, Key.Key_1, Key.Key_Return)
    qtbot.waitUntil(lambda: len(world.decisions()) == 2)
    row = world.outbox()[-1]
    assert (row.subject_id, row.args["verdict"]) == (id_of(3), "reject")
    assert [one["code"] for one in row.args["reasons"]] == ["member-unknown"]
    assert (row.args["kind"], row.args["lease_token"], row.facts["title"]) == ("membership", None, "赵*")
    qtbot.waitUntil(lambda: states(page)[:3] == ["To be sent", "To be sent", "To review"])
    assert page.table.current_id() == id_of(2)
    press(Key.Key_Z)
    qtbot.waitUntil(lambda: world.decisions() == [(id_of(4), "approve")])
    qtbot.waitUntil(lambda: states(page)[1] == "To review")


def test_nothing_is_decided_without_a_reason(qtbot: QtBot, page: MembersPage, world: DeskWorld) -> None:
    press(Key.Key_R, Key.Key_Return)
    assert page.reject_panel.problem.text() == "Choose at least one reason."
    press(Key.Key_9, Key.Key_Return)
    assert "words" in page.reject_panel.problem.text()
    assert world.decisions() == []
    page.table.setFocus()
    press(Key.Key_Escape)
    assert page.side.currentWidget() is page.detail


def test_the_checked_ones_together(qtbot: QtBot, page: MembersPage, world: DeskWorld) -> None:
    press(Key.Key_X, Key.Key_J, Key.Key_J)
    press(Key.Key_X, modifier=SHIFT)
    assert list(page.review.checked) == [id_of(4), id_of(3), id_of(2)]
    answer(act=False)
    press(Key.Key_A, modifier=SHIFT)
    assert world.decisions() == []
    come_back(qtbot, page)
    answer(act=True)
    press(Key.Key_A, modifier=SHIFT)
    qtbot.waitUntil(lambda: len(world.decisions()) == 3)
    assert len({row.args["batch"] for row in world.outbox()}) == 1
    assert not page.review.checked
    assert not page.bar.isVisible()
    qtbot.waitUntil(lambda: "3 to be sent" in page._result.text())
    come_back(qtbot, page)
    press(Key.Key_Z)
    qtbot.waitUntil(lambda: world.decisions() == [])


def test_the_whole_filtered_set(qtbot: QtBot, page: MembersPage, world: DeskWorld) -> None:
    """Also what is not loaded; only what waits and fits the search."""
    press(Key.Key_Slash)
    page.filters.search.insert("强")
    qtbot.waitUntil(lambda: [row.applicant_name for row in page.feed.rows] == ["李国强"])
    page.filters.search.setText("班组")
    qtbot.waitUntil(lambda: len(page.feed.rows) == 5)
    press(Key.Key_Return)
    press(Key.Key_A, modifier=CONTROL)
    qtbot.waitUntil(lambda: len(page.review.checked) == 5)
    press(Key.Key_R, modifier=SHIFT)
    press(Key.Key_2)
    answer(act=True)
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: [verdict for _id, verdict in world.decisions()] == ["reject"] * 5)
    assert {row.args["reasons"][0]["code"] for row in world.outbox()} == {"member-name-differs"}


def test_letters_in_the_search_decide_nothing(qtbot: QtBot, page: MembersPage, world: DeskWorld) -> None:
    press(Key.Key_Slash)
    QTest.keyClicks(page.filters.search, "axrz")
    qtbot.waitUntil(lambda: page.feed.rows == [])
    assert (world.decisions(), page.review.checked) == ([], {})
    press(Key.Key_Escape)
    qtbot.waitUntil(lambda: len(page.feed.rows) == 7)


def test_what_changed_keeps_the_place(qtbot: QtBot, page: MembersPage, world: DeskWorld) -> None:
    press(Key.Key_J, Key.Key_X)
    world.put("membership", [member(7, "新人", "xr", "刚申请", "pending", applied_at=NOW_MS)])
    qtbot.waitUntil(lambda: len(page.feed.rows) == 8)
    assert (page.table.current_id(), list(page.review.checked)) == (id_of(3), [id_of(3)])
    world.put("membership", [member(3, "赵敏", "zm", "", "withdrawn", version=2)])
    qtbot.waitUntil(lambda: len(page.feed.rows) == 7)
    qtbot.waitUntil(lambda: not page.review.checked)
