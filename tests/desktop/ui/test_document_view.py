"""The viewer of documents: zoom at the cursor, fit, turns, pages, messages, sharper pictures."""

import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.ui.document_view import DocumentView
from tests.desktop.ui.pixels import color_at, picture

RED, BLUE = "#ff0000", "#0000ff"


def halves(width: int = 400, height: int = 200) -> QImage:
    """Red on the left, blue on the right."""
    image = QImage(width, height, QImage.Format.Format_RGB888)
    image.fill(QColor(BLUE))
    painter = QPainter(image)
    painter.fillRect(0, 0, width // 2, height, QColor(RED))
    painter.end()
    return image


@pytest.fixture
def view(qtbot: QtBot) -> DocumentView:
    """A viewer of 440×640 with a wide picture of twice its pixels."""
    view = DocumentView()
    qtbot.addWidget(view)
    view.resize(440, 640)
    view.show()
    view.show_picture(halves(), QSize(800, 400), 800)
    return view


def test_it_fits_then_zooms_to_what_is_asked(view: DocumentView) -> None:
    shown = view.canvas.shown_rect()
    assert shown.width() == pytest.approx(view.canvas.width() - 32)
    assert view.percent.text() == "51 %"
    view.zoom_in()
    assert view.canvas.shown_rect().width() == pytest.approx(shown.width() * 1.25)
    view.fit()
    assert view.canvas.shown_rect() == shown
    view.zoom_out()
    assert view.canvas.shown_rect().width() < shown.width()


def test_a_small_picture_is_not_blown_up(view: DocumentView) -> None:
    view.show_picture(halves(60, 30), QSize(60, 30), 60)
    assert view.canvas.zoom == 1.0


def test_the_point_under_the_cursor_stays(view: DocumentView) -> None:
    canvas = view.canvas
    view.zoom_in()
    view.zoom_in()
    at = QPointF(canvas.width() / 2 + 40, canvas.height() / 2)
    before = (at.x() - canvas.shown_rect().left()) / canvas.zoom
    canvas.zoom_by(2, at)
    assert (at.x() - canvas.shown_rect().left()) / canvas.zoom == pytest.approx(before)


def test_a_turn_moves_the_colours(view: DocumentView) -> None:
    canvas = view.canvas
    middle = QPoint(canvas.width() // 2, canvas.height() // 2)
    left, above = middle - QPoint(60, 0), middle - QPoint(0, 60)
    assert color_at(picture(canvas), left.x(), left.y()) == RED
    view.turn()
    assert color_at(picture(canvas), above.x(), above.y()) == RED
    assert canvas.shown_rect().height() == pytest.approx(min(canvas.height() - 32, (canvas.width() - 32) * 2))
    view.turn()
    assert color_at(picture(canvas), left.x(), left.y()) == BLUE


def test_dragging_and_arrows_move_a_large_page_but_not_out_of_sight(view: DocumentView) -> None:
    canvas = view.canvas
    for _ in range(6):
        view.zoom_in()
    left = canvas.shown_rect().left()
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    QTest.mouseMove(canvas, QPoint(130, 100))
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(130, 100))
    assert canvas.shown_rect().left() == pytest.approx(left + 30)
    for _ in range(100):
        QTest.keyClick(canvas, Qt.Key.Key_Left)
    assert canvas.shown_rect().left() == pytest.approx(16)


def test_zooming_in_asks_for_a_sharper_picture_and_no_more_than_there_is(view: DocumentView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.sharper_wanted) as asked:
        for _ in range(3):
            view.zoom_in()
    assert asked.args == [round(800 * view.canvas.zoom)]
    with qtbot.waitSignal(view.sharper_wanted) as asked:
        for _ in range(9):
            view.zoom_in()
    assert asked.args == [800]
    before = view.canvas.shown_rect()
    view.show_sharper(halves(800, 400))
    assert view.canvas.shown_rect() == before


def test_pages(view: DocumentView, qtbot: QtBot) -> None:
    assert not view.pages.isVisible()
    view.show_picture(halves(), QSize(400, 200), 4000, page=0, pages=3)
    assert view.pages.text() == "1 / 3"
    with qtbot.waitSignal(view.page_wanted) as asked:
        view.go(1)
    assert asked.args == [1]
    with qtbot.assertNotEmitted(view.page_wanted):
        view.go(-1)
    view.show_picture(halves(), QSize(400, 200), 4000, page=2, pages=3)
    assert not view.next_button.isEnabled()
    assert view.canvas.accessibleName() == "Page 3 of 3"


def test_messages_take_the_place_of_the_picture(view: DocumentView, qtbot: QtBot) -> None:
    view.show_message("lock", "It needs a password", "Ask for another one.")
    assert view.message == "It needs a password"
    assert not view.zoom_in_button.isEnabled()
    view.turn()
    view.zoom_in()
    view.show_loading()
    assert view.message == ""
    qtbot.waitUntil(lambda: view.message == "Opening the document…")
    view.show_picture(halves(), QSize(400, 200), 400)
    assert view.message == ""
