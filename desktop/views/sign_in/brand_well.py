"""The dark left half of the sign-in page: name, campaign, painted tiles, where the data is kept."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSpacerItem, QVBoxLayout, QWidget

from desktop.ui.card import Panel
from desktop.ui.icons import paint_icon
from desktop.ui.labels import IconLabel, Role, label
from desktop.ui.theme import theme_of
from desktop.views.sign_in.mosaic import Mosaic

COMPACT_WIDTH = 1360


class _Mark(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(56, 56)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_icon(painter, "brand", theme_of(self).color("text"), 0, 0, 56)
        painter.end()


class BrandWell(Panel):
    """Half of the window, at most 720 px; margins shrink with the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("well", parent=parent)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addLayout(self._head())
        self._above_slogan = QSpacerItem(0, 40)
        self._column.addItem(self._above_slogan)
        self._column.addWidget(_words(self.tr("One heart for the mission, new merit at every post"), "tile"))
        self._column.addSpacing(6)
        self._column.addWidget(_words(self.tr("National workers' storytelling campaign"), "secondary"))
        self._column.addSpacing(2)
        self._column.addWidget(_words(self.tr("5 August – 30 November 2024"), "secondary"))
        self._above_tiles = QSpacerItem(0, 36)
        self._column.addItem(self._above_tiles)
        self._column.addWidget(Mosaic(), 1)
        self._column.addSpacing(16)
        self._column.addLayout(self._foot())
        self.set_compact(False)

    def set_compact(self, compact: bool) -> None:
        """Margins for windows narrower than 1360 px."""
        side, top, bottom = (48, 40, 16) if compact else (64, 56, 24)
        self._column.setContentsMargins(side, top, side, bottom)
        self._above_slogan.changeSize(0, 24 if compact else 40)
        self._above_tiles.changeSize(0, 24 if compact else 36)
        self._column.invalidate()

    def _head(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(_words(self.tr("Yunjiangshu Desk"), "number"))
        words.addWidget(_words(self.tr("Review · Sync · Works offline"), "secondary"))
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(_Mark(), 0, Qt.AlignmentFlag.AlignVCenter)
        head.addLayout(words, 1)
        return head

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(IconLabel("lock", "wtext2", 14))
        text = self.tr("Videos and decisions are kept in an encrypted folder on this computer")
        foot.addWidget(_words(text, "meta"), 1)
        return foot


def _words(text: str, role: Role) -> QLabel:
    return label(text, role, well=True)
