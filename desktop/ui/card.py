"""Panels: plain surface, card with a header, tile with one big value."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.labels import ElidedLabel, IconLabel, label
from desktop.ui.painting import paint_box
from desktop.ui.theme import theme_of


class Panel(QWidget):
    """A background in a token's colour (surface, surface2, window, well …), perhaps with a line below."""

    def __init__(self, fill: str = "surface", line: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fill, self._line = fill, line

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = theme_of(self)
        painter.fillRect(self.rect(), theme.color(self._fill))
        if self._line:
            painter.fillRect(0, self.height() - 1, self.width(), 1, theme.color(self._line))
        painter.end()


class Box(QWidget):
    """A bordered box with round corners around whatever layout it gets."""

    def __init__(
        self, fill: str = "surface", border: str = "line2", radius: int = 8, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._fill, self._border, self._radius = fill, border, radius

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        paint_box(painter, QRectF(self.rect()), self._radius, theme.color(self._fill), theme.color(self._border))
        painter.end()


class _Header(QWidget):
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme_of(self).color("line"))
        painter.end()


class Card(Box):
    """A box with a 44 px header: title, meta text, a stretch, actions; contents go to `body`."""

    def __init__(
        self,
        title: str,
        meta: str = "",
        *,
        beside_title: QWidget | None = None,
        actions: tuple[QWidget, ...] = (),
        padding: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(border="line", parent=parent)
        self.title = label(title, "strong")
        self.meta = ElidedLabel(meta, "meta")
        header = _Header()
        header.setFixedHeight(theme_of(self).size(45))
        row = QHBoxLayout(header)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(8)
        row.addWidget(self.title)
        if beside_title is not None:
            row.addWidget(beside_title)
        row.addWidget(self.meta)
        row.addStretch(1)
        for action in actions:
            row.addWidget(action)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.setSpacing(0)
        outer.addWidget(header, 0, Qt.AlignmentFlag.AlignTop)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(padding, padding, padding, padding)
        outer.addLayout(self.body, 1)
        self.setAccessibleName(title)


class Tile(Box):
    """A 92 px tile of the sync centre: icon and name, one big value, one line; an action at the right."""

    def __init__(
        self, icon: str, name: str, *, icon_ink: str = "text2", action: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(border="line", parent=parent)
        self._icon = IconLabel(icon, icon_ink, 14)
        self._name = name
        self._value = ElidedLabel("", "tile")
        self._line = ElidedLabel("", "meta")
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._icon)
        head.addWidget(label(name, "meta2"))
        head.addStretch(1)
        if action is not None:
            head.addWidget(action)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 6, 16, 6)
        column.setSpacing(0)
        column.addStretch(1)
        column.addLayout(head)
        column.addWidget(self._value)
        column.addWidget(self._line)
        column.addStretch(1)
        self.setFixedHeight(theme_of(self).size(92))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_value(self, value: str, line: str = "", icon: str = "", icon_ink: str | None = None) -> None:
        """Show another value, line, and glyph when given."""
        self._value.setText(value)
        self._line.setText(line)
        if icon:
            self._icon.set_icon(icon, icon_ink)
        self.setAccessibleName(f"{self._name}: {value}")
        self.setAccessibleDescription(line)


def page_header(title: str, *beside: QWidget, actions: tuple[QWidget, ...] = ()) -> QWidget:
    """The 56 px header of a page or panel: title, what stands beside it, actions at the right."""
    header = Panel(line="line")
    header.setFixedHeight(theme_of(header).size(56))
    row = QHBoxLayout(header)
    row.setContentsMargins(16, 0, 16, 1)
    row.setSpacing(8)
    name = label(title, "page")
    name.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
    row.addWidget(name)
    row.addSpacing(8)
    for widget in beside:
        row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
    row.addStretch(1)
    for action in actions:
        row.addWidget(action)
    return header
