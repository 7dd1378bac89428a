"""审核记录: a line for each event, newest first, the rejections marked."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.painting import paint_text
from desktop.ui.theme import theme_of
from desktop.views.works.particulars import HistoryText

TEXT_LEFT, LINE = 96, 22
_FLAGS = int(Qt.TextFlag.TextWordWrap)


class HistoryList(QWidget):
    """Dots on a line, moment, words that wrap."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: Sequence[HistoryText] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_lines(self, lines: Sequence[HistoryText]) -> None:
        """Shows other events, newest first."""
        self._lines = lines
        self.setAccessibleName("；".join(f"{line.at} {line.text}" for line in lines))
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:
        return sum(self._heights(width))

    def sizeHint(self) -> QSize:
        width = self.width() or 300
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def _heights(self, width: int) -> list[int]:
        theme = theme_of(self)
        metrics = QFontMetrics(theme.font(12))
        room = max(40, width - TEXT_LEFT)
        extra = theme.size(LINE) - metrics.height()
        return [
            metrics.boundingRect(QRect(0, 0, room, 10_000), _FLAGS, line.text).height() + extra for line in self._lines
        ]

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        font, first = theme.font(12), theme.size(LINE)
        painter = QPainter(self)
        top = 0
        heights = self._heights(self.width())
        for index, (line, height) in enumerate(zip(self._lines, heights, strict=True)):
            middle = top + first / 2
            if index < len(heights) - 1:
                painter.setPen(QPen(theme.color("line2"), 1))
                painter.drawLine(4, round(middle + 5), 4, round(top + height + first / 2 - 5))
            self._paint_dot(painter, line.kind, middle)
            at = QRectF(16, top, TEXT_LEFT - 16, first)
            paint_text(painter, at, line.at, font, theme.color("text3"))
            painter.setPen(theme.color("text"))
            painter.setFont(font)
            extra = (first - QFontMetrics(font).height()) // 2
            room = QRect(TEXT_LEFT, top + extra, self.width() - TEXT_LEFT, height)
            painter.drawText(room, _FLAGS, line.text)
            top += height
        painter.end()

    def _paint_dot(self, painter: QPainter, kind: str, middle: float) -> None:
        theme = theme_of(self)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if kind == "rejected":
            painter.fillRect(QRectF(1, middle - 3.5, 7, 7), theme.color("no"))
        elif kind == "approved":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("ok"))
            painter.drawEllipse(QRectF(0.5, middle - 4, 8, 8))
        else:
            painter.setPen(QPen(theme.color("control"), 1))
            painter.setBrush(theme.color("surface"))
            painter.drawEllipse(QRectF(1, middle - 3.5, 7, 7))
        painter.restore()
