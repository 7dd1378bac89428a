"""The tab 排行榜 at a real server: weeks, orders, search, what a line is made of, sealing, offline, one region."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from contract.boards import BoardKind, Measure
from desktop.store import boards as kept_boards
from desktop.ui.dialogs import ConfirmDialog, ReasonDialog
from desktop.ui.row_model import ROW_ROLE
from desktop.views.boards.page import BoardsPage
from server.models import BoardSeal
from tests.desktop.boards.conftest import WEEK, Desks
from tests.desktop.members.test_page import press
from tests.desktop.works.desk_world import DeskWorld
from tests.server.boards.test_counting import Campaign
from tests.server.world import World

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
Show = Callable[[DeskWorld], BoardsPage]


def cells(page: BoardsPage, column: str) -> list[str]:
    """What one column says, line by line."""
    place = [one.id for one in page.model.columns].index(column)
    return [page.model.index(row, 0).data(ROW_ROLE).cells[place].text for row in range(page.model.rowCount())]


def wait_for(qtbot: QtBot, page: BoardsPage, kind: BoardKind, week: int | None) -> None:
    """Until that board is there, as the server has it now."""
    qtbot.waitUntil(
        lambda: page.feed.board is not None and page.feed.board.kind is kind and page.feed.week == week
        and (page.feed.shown is not None and (page.feed.shown.fresh or page.feed.board.seal is not None))
    )  # fmt: skip


def part_sums(page: BoardsPage) -> tuple[str, str]:
    """The foot of 构成明细: sum and whether it agrees."""
    return page.parts._sum.text(), page.parts.agrees.text


def test_the_last_whole_week_comes_first(page: BoardsPage) -> None:
    """By works published, with movement against the week before; nobody has sealed it."""
    assert page.feed.week == WEEK
    assert page.chip.text == "Over, not sealed"
    assert cells(page, "name") == ["湖北省", "山东省"]
    assert cells(page, "rank") == ["1", "2"]
    assert cells(page, "moved") == ["New", "1"]
    assert cells(page, "value") == ["1", "0"]
    assert cells(page, "change") == ["", "\u2212100.0%"]
    assert page.table.hasFocus()


def test_weeks_and_orders(qtbot: QtBot, page: BoardsPage) -> None:
    """Alt+→ leads to the running week and the whole campaign, not further; Alt+← to sealed ones."""
    press(Key.Key_Right, modifier=ALT)
    wait_for(qtbot, page, BoardKind.REGION, WEEK + 1)
    assert page.chip.text == "Running"
    press(Key.Key_Right, Key.Key_Right, modifier=ALT)
    wait_for(qtbot, page, BoardKind.REGION, None)
    assert cells(page, "value") == ["2", "1"]
    assert not page.stepper.on.isEnabled()
    page.measures.changed.emit(Measure.HEAT.value)
    assert cells(page, "name") == ["湖北省", "山东省"]
    assert cells(page, "value") == ["20", "12"]
    press(Key.Key_Left, Key.Key_Left, Key.Key_Left, modifier=ALT)
    wait_for(qtbot, page, BoardKind.REGION, WEEK - 1)
    assert page.chip.text == "Sealed"
    assert cells(page, "value") == ["11"]


def test_boards_of_all_kinds(qtbot: QtBot, page: BoardsPage, campaign: Campaign) -> None:
    """People are masked on screen; a work is not ordered by works."""
    page.kinds.changed.emit(BoardKind.PERSON.value)
    wait_for(qtbot, page, BoardKind.PERSON, WEEK)
    assert cells(page, "name") == ["作*0"]
    page.kinds.changed.emit(BoardKind.WORK.value)
    wait_for(qtbot, page, BoardKind.WORK, WEEK)
    assert page.feed.measure is Measure.HEAT
    assert cells(page, "value") == ["20", "1"]
    assert cells(page, "author") == ["作*0", "作*0"]
    page.kinds.changed.emit(BoardKind.ORGANIZATION.value)
    wait_for(qtbot, page, BoardKind.ORGANIZATION, WEEK)
    assert cells(page, "people") == ["2 / 2"]
    assert cells(page, "rate") == ["100%"]
    assert campaign.works


def test_search(qtbot: QtBot, page: BoardsPage) -> None:
    """/ leads to it, Esc clears it; what does not fit is said."""
    press(Key.Key_Slash)
    assert page.search.hasFocus()
    page.search.setText("山东")
    assert cells(page, "name") == ["山东省"]
    assert cells(page, "rank") == ["2"], "its place stays"
    page.search.setText("无此地")
    assert not page.table.isVisible()
    press(Key.Key_Escape)
    assert cells(page, "name") == ["湖北省", "山东省"]


def test_what_a_line_is_made_of(qtbot: QtBot, page: BoardsPage, campaign: Campaign) -> None:
    """Enter on a region, an organization, a person: the works, and a sum that agrees; Esc leads back."""
    page.measures.changed.emit(Measure.HEAT.value)
    for kind, expected in ((BoardKind.REGION, "20"), (BoardKind.ORGANIZATION, "21"), (BoardKind.PERSON, "21")):
        page.kinds.changed.emit(kind.value)
        wait_for(qtbot, page, kind, WEEK)
        page.table.setFocus()
        press(Key.Key_Return)
        assert page.looking_inside
        qtbot.waitUntil(lambda: page.parts.agrees.isVisible())
        assert part_sums(page) == (f"Sum of the works: Heat {expected}", "As on the board")
        press(Key.Key_Escape)
        assert not page.looking_inside
        assert page.table.hasFocus()
    assert campaign.works


def test_sealing_and_correcting(qtbot: QtBot, page: BoardsPage, server: World) -> None:
    """Asked before; then the chip says so, the numbers stay though a like arrives, and a correction tells why."""
    page.side.seal_card.seal_button.click()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ConfirmDialog)
    qtbot.waitUntil(dialog.safe.hasFocus)
    press(Key.Key_Escape)
    assert not page.feed.seals.get(WEEK)
    page.side.seal_card.seal_button.click()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ConfirmDialog)
    dialog.act.click()
    qtbot.waitUntil(lambda: page.chip.text == "Sealed", timeout=10_000)
    assert not page.side.seal_card.seal_button.isVisible()
    page.side.seal_card.correct_button.click()
    asked = QApplication.activeModalWidget()
    assert isinstance(asked, ReasonDialog)
    assert not asked.act.isEnabled()
    QTest.keyClicks(asked.line, "recounted")
    asked.act.click()
    qtbot.waitUntil(lambda: page.chip.text == "Sealed, revision 2", timeout=10_000)
    with server.context.database.reading() as session:
        rows = session.query(BoardSeal).filter_by(week=WEEK).order_by(BoardSeal.revision).all()
        assert [(row.revision, row.reason) for row in rows] == [(1, ""), (2, "recounted")]


def test_somebody_else_sealed_meanwhile(qtbot: QtBot, page: BoardsPage, server: World) -> None:
    """It is said, and the board that was sealed is shown."""
    from tests.server.boards.test_seal import seal

    page.side.seal_card.seal_button.click()
    seal(server.admin(), WEEK)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ConfirmDialog)
    dialog.act.click()
    qtbot.waitUntil(lambda: page.chip.text == "Sealed", timeout=10_000)


def test_sealed_boards_work_offline(qtbot: QtBot, page: BoardsPage, desks: Desks, show: Show) -> None:
    """All four of a sealed week, without ever having been opened; a board that is not here is said to be missing."""
    world = desks._open["desk"]
    qtbot.waitUntil(lambda: not world.on_store(kept_boards.missing), timeout=10_000)
    page.deactivate()
    desks.end()
    again = show(desks.open(online=False))
    qtbot.waitUntil(lambda: again.feed.board is not None)
    assert again.chip.text.startswith("As of"), "the live board as it was last seen"
    again.feed.step(-1)
    qtbot.waitUntil(lambda: again.feed.board is not None and again.feed.board.seal is not None)
    for kind in BoardKind:
        again.feed.choose(kind)
        wait_for(qtbot, again, kind, WEEK - 1)
    again.open_parts(again.feed.rows()[0].id)
    qtbot.waitUntil(again.parts.agrees.isVisible)
    assert again.parts.agrees.text == "As on the board"
    again.close_inside()
    again.feed.step(-1)
    qtbot.waitUntil(lambda: not again.feed.loading)
    assert not again.table.isVisible()
    assert "never opened" in again._empty.accessibleDescription() or again._empty.isVisible()
    again.side.seal_card.ask_to_seal()
    assert QApplication.activeModalWidget() is None


def test_staff_of_one_region(qtbot: QtBot, desks: Desks, show: Show, campaign: Campaign) -> None:
    """National totals, own detail, no sealing."""
    page = show(desks.open("here", region="42"))
    wait_for(qtbot, page, BoardKind.REGION, WEEK)
    assert cells(page, "name") == ["湖北省", "山东省"]
    assert not page.side.seal_card.seal_button.isVisible()
    page.kinds.changed.emit(BoardKind.WORK.value)
    wait_for(qtbot, page, BoardKind.WORK, WEEK)
    assert [row.id for row in page.feed.rows()] == [campaign.works[2]]
    page.kinds.changed.emit(BoardKind.REGION.value)
    wait_for(qtbot, page, BoardKind.REGION, WEEK)
    page.open_parts("37")
    qtbot.waitUntil(page.parts.agrees.isVisible)
    assert page.parts.agrees.kind in ("info", "ok")
