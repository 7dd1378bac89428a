"""The tour at the desk of union staff: a week sealed, workbook and bulletin; awards confirmed, certificates."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from contract.awards import ListState
from desktop.export.cover import file_name
from desktop.tour_steps import Condition, after, change_to
from desktop.ui.act_dialog import ActDialog
from desktop.ui.dialogs import ConfirmDialog
from desktop.views.awards.page import AwardsPage
from desktop.views.boards.page import BoardsPage

if TYPE_CHECKING:
    from desktop.tour import Tour

Key = Qt.Key


def boards(tour: Tour) -> Iterator[Condition]:
    """The week that is over; what its first line is made of; sealed, and written as it was sealed."""
    yield from change_to(tour, "union_staff")
    tour.context.navigation.go("boards")
    yield lambda: _page(tour).feed.board is not None and bool(_page(tour).feed.rows())
    page = _page(tour)
    yield after(400)
    yield from tour.show("04-boards")
    yield from tour.press(Key.Key_Return)
    yield lambda: page.looking_inside and page.parts.model.rowCount() > 0
    yield from tour.show("04-boards-works")
    yield from tour.press(Key.Key_Escape)
    yield from _seal(tour, page)
    yield after(400)
    yield from tour.show("04-boards-sealed")
    yield from _write(tour, page)
    yield from tour.show("04-boards-written")


def _seal(tour: Tour, page: BoardsPage) -> Iterator[Condition]:
    """By the button, as nobody should do it by a slip of a key."""
    card = page.side.seal_card
    _click(card.seal_button)
    yield lambda: card.findChild(ConfirmDialog) is not None
    dialog = card.findChild(ConfirmDialog)
    assert dialog is not None
    yield from _agree(tour, dialog)
    yield lambda: page.feed.seal() is not None and page.feed.board is not None and page.feed.board.seal is not None


def _write(tour: Tour, page: BoardsPage) -> Iterator[Condition]:
    """Workbook, and bulletin with its picture, beside the pictures of the tour."""
    panel = page.side.panel
    yield lambda: panel.button.isEnabled() and all(board.seal for board in panel.boards.values())
    workbook = tour.folder / file_name(next(iter(panel.boards.values())))
    bulletin = workbook.with_name(workbook.name.replace("周榜", "周报")).with_suffix(".pdf")
    panel.write(workbook)
    yield lambda: not panel.writing
    panel.write_bulletin(bulletin)
    yield lambda: not panel.bulletin_button.busy
    for file in (workbook, bulletin, bulletin.with_suffix(".png")):
        yield file.exists
        tour.files.append(file.name)


def awards(tour: Tour) -> Iterator[Condition]:
    """A list that somebody else has submitted is confirmed by key; its certificates are written."""
    tour.context.navigation.go("awards")
    yield lambda: bool(_awards(tour).feed.lists)
    page = _awards(tour)
    waiting = next(one for one in page.feed.lists if one.state is ListState.SUBMITTED)
    page.feed.choose(waiting.id)
    yield lambda: page.feed.current is not None and page.feed.current.id == waiting.id
    yield lambda: page.entries.model.rowCount() > 0
    yield after(400)
    yield from tour.show("06-awards")
    yield from tour.press(Key.Key_C)
    yield lambda: tour.window.findChild(ActDialog) is not None
    dialog = tour.window.findChild(ActDialog)
    assert dialog is not None
    yield from _agree(tour, dialog)
    yield lambda: page.feed.current is not None and page.feed.current.certificates > 0
    yield after(400)
    yield from tour.press(Key.Key_V)
    yield lambda: page.shows_certificates and page.certificates.model.rowCount() > 0
    yield after(400)
    certificates = tour.folder / "电子证书_优秀组织奖_第10周.pdf"
    page.export.write(certificates)
    yield lambda: not page.export.writing
    yield certificates.exists
    tour.files.append(certificates.name)
    yield from tour.show("06-awards-certificates")


def _agree(tour: Tour, dialog: ConfirmDialog) -> Iterator[Condition]:
    """The acting button; then the window has the keys again, which no window manager sees to off screen."""
    yield after(400)
    _click(dialog.act)
    yield lambda: QApplication.activeModalWidget() is None
    tour.window.activateWindow()
    yield tour.window.isActiveWindow


def _awards(tour: Tour) -> AwardsPage:
    return next(page for page in tour.window.findChildren(AwardsPage))


def _click(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def _page(tour: Tour) -> BoardsPage:
    return next(page for page in tour.window.findChildren(BoardsPage))
