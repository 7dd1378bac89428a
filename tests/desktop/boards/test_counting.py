"""What boards count, from the tab: works left out and counted again, the weights of heat; who may, and what is kept."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from contract.boards import BoardKind, Measure
from contract.roles import Role
from desktop.messages import Message
from desktop.views.boards.asking import LeaveOutDialog, RuleDialog
from desktop.views.boards.page import BoardsPage
from server.models import Audit, Exclusion, HeatRuleSet
from tests.desktop.boards.conftest import WEEK, Desks
from tests.desktop.members.test_page import press
from tests.desktop.works.desk_world import DeskWorld
from tests.server.boards.test_counting import Campaign
from tests.server.world import World

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SOON_MS = 15_000
"""The server counts what was changed within seconds."""
Show = Callable[[DeskWorld], BoardsPage]


def show_works(qtbot: QtBot, page: BoardsPage) -> None:
    """作品热榜 of the week that is not sealed."""
    page.feed.choose(kind=BoardKind.WORK, measure=Measure.HEAT)
    qtbot.waitUntil(lambda: page.feed.board is not None and page.feed.board.kind is BoardKind.WORK)
    page.table.setFocus()


def leave_out(qtbot: QtBot, page: BoardsPage, reason: str = "重复投稿") -> LeaveOutDialog:
    """Delete, the reason, the button."""
    press(Key.Key_Delete)
    dialog = page.findChild(LeaveOutDialog)
    assert dialog is not None
    assert not dialog.act.isEnabled()
    dialog.line.setText(reason)
    dialog.act.click()
    return dialog


def come_back(qtbot: QtBot, page: BoardsPage) -> None:
    """The dialog has closed, and the page has the keys again, as a window manager sees to."""
    qtbot.waitUntil(lambda: page.findChild(LeaveOutDialog) is None)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.activate()


def test_a_work_is_left_out_and_counts_again(qtbot: QtBot, page: BoardsPage, server: World) -> None:
    """Delete on the board of works; Ctrl+L shows it with its reason, Delete there counts it again."""
    show_works(qtbot, page)
    first, second = [row.id for row in page.feed.rows()]
    leave_out(qtbot, page)
    qtbot.waitUntil(lambda: [row.id for row in page.feed.rows()] == [second], timeout=SOON_MS)
    with server.context.database.reading() as session:
        assert session.scalars(select(Exclusion.reason)).all() == ["重复投稿"]
    come_back(qtbot, page)
    press(Key.Key_L, modifier=CTRL)
    left_out = page.left_out
    qtbot.waitUntil(lambda: left_out.model.rowCount() == 1)
    texts = [cell.text for cell in left_out.model.rows()[0].cells]
    assert "重复投稿" in texts
    assert "Left out" in texts
    leave_out(qtbot, page, "查明不是重复")
    qtbot.waitUntil(lambda: "Left out" not in [cell.text for cell in left_out.model.rows()[0].cells])
    assert not left_out.again_button.isEnabled()
    come_back(qtbot, page)
    press(Key.Key_Escape)
    assert page.inside() is None
    qtbot.waitUntil(lambda: [row.id for row in page.feed.rows()] == [first, second], timeout=SOON_MS)
    with server.context.database.reading() as session:
        acts = session.scalars(select(Audit.action).where(Audit.action.in_(["exclude", "include"])).order_by(Audit.id))
        assert acts.all() == ["exclude", "include"]


def test_a_work_behind_a_line(qtbot: QtBot, page: BoardsPage, server: World) -> None:
    """Enter on a region, Delete on one of its works."""
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: page.inside() is page.parts and page.parts.current() is not None)
    leave_out(qtbot, page)
    qtbot.waitUntil(
        lambda: page.feed.board is not None and all(row.gain.works == 0 for row in page.feed.rows()), timeout=SOON_MS
    )


def test_what_was_typed_stays_when_it_fails(qtbot: QtBot, page: BoardsPage, server: World) -> None:
    """Without the network; with it again the same button does it."""
    show_works(qtbot, page)
    page._context.sync.keep_offline(True)
    dialog = leave_out(qtbot, page)
    qtbot.waitUntil(dialog.banner.isVisible)
    assert dialog.reason() == "重复投稿"
    assert dialog.isVisible()
    page._context.sync.keep_offline(False)
    qtbot.waitUntil(lambda: page._context.sync.network.kind == "online")
    dialog.act.click()
    qtbot.waitUntil(lambda: page.findChild(LeaveOutDialog) is None)
    with server.context.database.reading() as session:
        assert session.scalars(select(Exclusion.reason)).all() == ["重复投稿"]


def test_without_a_work_it_is_said_what_to_do(page: BoardsPage) -> None:
    """Delete on a region."""
    said: list[Message] = []
    page._context.messages.shown.connect(said.append)
    press(Key.Key_Delete)
    assert page.findChild(LeaveOutDialog) is None
    assert "Choose a work" in said[0].text


def test_staff_of_one_region_only_look(qtbot: QtBot, desks: Desks, show: Show, campaign: Campaign) -> None:
    page = show(desks.open("region", "42"))
    qtbot.waitUntil(lambda: page.feed.shown is not None and page.feed.shown.fresh)
    show_works(qtbot, page)
    press(Key.Key_Delete)
    assert page.findChild(LeaveOutDialog) is None
    press(Key.Key_L, modifier=CTRL)
    qtbot.waitUntil(lambda: page.left_out._stack.currentIndex() == 1)
    assert not page.left_out.again_button.isVisible()
    assert not page.rule_button.isVisible()


def test_the_weights_of_heat(qtbot: QtBot, desks: Desks, show: Show, server: World) -> None:
    """A platform administrator sets the next version; the live board follows, the sealed week does not."""
    page = show(desks.open("admin", role=Role.PLATFORM_ADMIN))
    qtbot.waitUntil(lambda: page.feed.shown is not None and page.feed.shown.fresh)
    assert page.rule_button.isVisible()
    page.rule_button.click()
    qtbot.waitUntil(lambda: page.findChild(RuleDialog) is not None)
    dialog = page.findChild(RuleDialog)
    assert dialog is not None
    dialog.line.setText("分享更要紧")
    assert not dialog.act.isEnabled(), "the same weights"
    for text in ("", "1001", "-1"):
        dialog.weights[2].setText(text)
        assert not dialog.act.isEnabled(), text
    for field in dialog.weights:
        field.setText("0")
    assert not dialog.act.isEnabled(), "nothing would count"
    for field, text in zip(dialog.weights, ("7", "5", "9", "1"), strict=True):
        field.setText(text)
    dialog.act.click()
    qtbot.waitUntil(lambda: page.feed.board is not None and page.feed.board.rule.version == 2)
    assert page.feed.board is not None
    assert page.feed.board.rule.likes == 7
    with server.context.database.reading() as session:
        assert session.scalars(select(HeatRuleSet.reason).where(HeatRuleSet.version == 2)).all() == ["分享更要紧"]
    page.feed.step(-1)
    qtbot.waitUntil(lambda: page.feed.board is not None and page.feed.board.week == WEEK - 1)
    assert page.feed.board.rule.version == 1
    QApplication.processEvents()
