"""The stage, by its pixels."""

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from desktop.ui.video_surface import VideoSurface, View

RED, BLUE, BLACK = QColor(200, 0, 0), QColor(0, 0, 200), QColor(0, 0, 0)


def image(width: int, height: int, color: QColor = RED) -> QImage:
    made = QImage(width, height, QImage.Format.Format_RGB32)
    made.fill(color)
    return made


def pixel(surface: VideoSurface, x: float, y: float) -> QColor:
    return surface.grab().toImage().pixelColor(round(x), round(y))


@pytest.mark.parametrize(
    ("size", "rect"),
    [
        ((1920, 1080), QRectF(0, 0, 480, 270)),
        ((1080, 1920), QRectF(164, 0, 152, 270)),
        ((500, 500), QRectF(105, 0, 270, 270)),
        ((2000, 500), QRectF(0, 75, 480, 120)),
        ((16, 9), QRectF(0, 0, 480, 270)),
    ],
)
def test_fits_whole_in_the_middle_of_black(surface: VideoSurface, size: tuple[int, int], rect: QRectF) -> None:
    surface.show_frame(image(*size))
    placed = surface.picture_rect()
    assert (placed.topLeft() - rect.topLeft()).manhattanLength() <= 1
    assert (placed.bottomRight() - rect.bottomRight()).manhattanLength() <= 2
    assert pixel(surface, 240, 135) == RED
    assert pixel(surface, placed.left() + 1, placed.top() + 1) == RED
    if placed.left() > 2:
        assert pixel(surface, placed.left() - 2, 135) == pixel(surface, placed.right() + 2, 135) == BLACK
    if placed.top() > 2:
        assert pixel(surface, 240, placed.top() - 2) == pixel(surface, 240, placed.bottom() + 2) == BLACK


def test_is_black_with_nothing(surface: VideoSurface) -> None:
    assert pixel(surface, 240, 135) == BLACK
    assert surface.picture_rect().isEmpty()


def test_the_shape_may_differ_from_the_pixels(surface: VideoSurface) -> None:
    surface.set_video_size(576, 1024)
    surface.show_frame(image(576, 720))
    placed = surface.picture_rect()
    assert placed.width() / placed.height() == pytest.approx(576 / 1024, abs=0.01)


def test_a_poster_waits_for_the_first_frame_and_does_not_count(surface: VideoSurface, qtbot: QtBot) -> None:
    painted: list[int] = []
    surface.first_frame_painted.connect(lambda: painted.append(1))
    surface.clear(image(160, 90, BLUE))
    assert pixel(surface, 240, 135) == BLUE
    assert painted == []
    assert not surface.has_painted_frame
    surface.show_frame(image(160, 90))
    assert painted == []
    assert pixel(surface, 240, 135) == RED
    surface.show_frame(image(160, 90))
    assert pixel(surface, 240, 135) == RED
    assert painted == [1]
    surface.clear()
    assert pixel(surface, 240, 135) == BLACK
    surface.show_frame(image(160, 90))
    surface.grab()
    assert painted == [1, 1]


def test_actual_size_shows_pixels_and_can_be_dragged_to_the_edges(surface: VideoSurface, qtbot: QtBot) -> None:
    picture = image(960, 540)
    painter = QPainter(picture)
    painter.fillRect(0, 0, 20, 20, BLUE)
    painter.end()
    surface.show_frame(picture)
    views: list[View] = []
    surface.view_changed.connect(views.append)
    surface.set_view(View.ACTUAL)
    assert views == [View.ACTUAL]
    assert surface.picture_rect() == QRectF(-240, -135, 960, 540)
    clicks: list[int] = []
    surface.clicked.connect(lambda: clicks.append(1))
    drag(surface, qtbot, QPoint(10, 10), QPoint(400, 260))
    assert surface.picture_rect().topLeft() == QPointF(0, 0)
    assert pixel(surface, 10, 10) == BLUE
    assert pixel(surface, 25, 25) == RED
    assert clicks == []
    surface.set_view(View.FIT)
    assert surface.picture_rect() == QRectF(0, 0, 480, 270)


def drag(surface: VideoSurface, qtbot: QtBot, start: QPoint, end: QPoint) -> None:
    button = Qt.MouseButton.LeftButton
    qtbot.mousePress(surface, button, pos=start)
    qtbot.mouseMove(surface, (start + end) / 2)
    qtbot.mouseMove(surface, end)
    qtbot.mouseRelease(surface, button, pos=end)


def test_clicks(surface: VideoSurface, qtbot: QtBot) -> None:
    heard: list[str] = []
    surface.clicked.connect(lambda: heard.append("click"))
    surface.double_clicked.connect(lambda: heard.append("double"))
    qtbot.mouseClick(surface, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(surface, Qt.MouseButton.RightButton)
    assert heard == ["click"]
    qtbot.mouseDClick(surface, Qt.MouseButton.LeftButton)
    assert heard.count("double") == 1


def test_overlays_get_the_picture_and_do_not_disturb_each_other(surface: VideoSurface) -> None:
    seen: list[QRectF] = []

    def boxes(painter: QPainter, rect: QRectF) -> None:
        seen.append(rect)
        painter.translate(rect.topLeft())
        painter.fillRect(QRectF(0, 0, 30, 30), BLUE)

    surface.add_overlay(boxes)
    surface.add_overlay(lambda painter, rect: painter.fillRect(QRectF(0, 0, 5, 5), QColor(0, 200, 0)))
    surface.show_frame(image(1080, 1920))
    assert pixel(surface, 170, 10) == BLUE
    assert pixel(surface, 2, 2) == QColor(0, 200, 0)
    assert seen[-1] == surface.picture_rect()
