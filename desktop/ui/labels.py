"""Labels by role, labels that elide with a tooltip, and label–value rows."""

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QStyle, QWidget

from desktop.ui.icons import pixmap
from desktop.ui.theme import theme_of

Role = Literal[
    "number", "hero", "tile", "page", "title", "strong", "body", "secondary",
    "meta", "meta2", "caption", "error", "ok", "warn", "link",
]  # fmt: skip


def label(
    text: str = "", role: Role = "body", *, well: bool = False, wrap: bool = False, parent: QWidget | None = None
) -> QLabel:
    """A plain-text label; `well` for the dark viewer."""
    made = QLabel(text, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    if well:
        made.setProperty("well", "true")
    made.setWordWrap(wrap)
    return made


def set_role(target: QLabel, role: Role) -> None:
    """Change the role of a label that is on screen."""
    target.setProperty("role", role)
    target.style().unpolish(target)
    target.style().polish(target)


class ElidedLabel(QLabel):
    """One line cut with … at the right (or middle, for file names); the whole text is the tooltip then."""

    def __init__(
        self, text: str = "", role: Role = "body", *, middle: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self._mode = Qt.TextElideMode.ElideMiddle if middle else Qt.TextElideMode.ElideRight
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:
        super().setText(text)
        self._set_tip()

    def shown_text(self) -> str:
        """The text as it fits now."""
        return self.fontMetrics().elidedText(self.text(), self._mode, self.contentsRect().width())

    def minimumSizeHint(self) -> QSize:
        return QSize(24, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 2, hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_tip()

    def _set_tip(self) -> None:
        self.setToolTip(self.text() if self.shown_text() != self.text() else "")

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        style: QStyle = self.style()
        role = self.foregroundRole()
        enabled = self.isEnabled()
        flags = int(self.alignment() | Qt.AlignmentFlag.AlignVCenter)
        style.drawItemText(painter, self.contentsRect(), flags, self.palette(), enabled, self.shown_text(), role)
        painter.end()


class IconLabel(QWidget):
    """An icon alone, in the colour of a token, following the theme."""

    def __init__(self, name: str, ink: str = "text2", size: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._ink, self._size = name, ink, size
        self.setFixedSize(size, size)

    def set_icon(self, name: str, ink: str | None = None) -> None:
        """Show another icon."""
        self._name, self._ink = name, ink or self._ink
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        dpr = self.devicePixelRatioF()
        picture = pixmap(self._name, self._ink, self._size, dpr, theme_of(self))
        painter.drawPixmap(QRectF(self.rect()).topLeft(), picture)
        painter.end()


class FactRow(QWidget):
    """A name of fixed width and its value, which wraps."""

    def __init__(self, name: str, value: str = "", *, name_width: int = 48, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.name = label(name, "secondary")
        self.name.setFixedWidth(theme_of(self).size(name_width))
        self.value = label(value, wrap=True)
        self.value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row.addWidget(self.name, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.value, 1, Qt.AlignmentFlag.AlignTop)
        self.setMinimumHeight(24)

    def set_value(self, value: str, role: Role = "body") -> None:
        """Show another value."""
        self.value.setText(value)
        if self.value.property("role") != role:
            set_role(self.value, role)
