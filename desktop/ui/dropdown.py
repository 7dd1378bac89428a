"""Drop-down choice."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QListView, QWidget

from desktop.ui.icons import paint_icon
from desktop.ui.painting import paint_box, paint_text, text_width
from desktop.ui.theme import theme_of


class Dropdown(QComboBox):
    """A combo box in our look; `quiet` has no border (sign-in page), `icon` leads the text."""

    def __init__(self, *, icon: str = "", quiet: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._quiet = icon, quiet
        self.setView(QListView(self))
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    def sizeHint(self) -> QSize:
        theme = theme_of(self)
        texts = [self.itemText(row) for row in range(self.count())]
        widest = max((text_width(theme.font(13), text) for text in texts), default=60.0)
        return QSize(round(widest) + (68 if self._icon else 44), theme.size(32))

    def minimumSizeHint(self) -> QSize:
        return QSize(64, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        enabled = self.isEnabled()
        painter = QPainter(self)
        hover = self.underMouse() and enabled
        if not self._quiet:
            fill = "surface2" if not enabled else "hover" if hover else "surface"
            border = theme.color("control" if enabled else "line2")
            paint_box(painter, QRectF(self.rect()), 6, theme.color(fill), border)
        elif hover:
            paint_box(painter, QRectF(self.rect()), 6, theme.color("hover"))
        ink = theme.color("text" if enabled else "disabled")
        x, middle = 10.0, round(self.height() / 2)
        if self._icon:
            paint_icon(painter, self._icon, theme.color("text2"), x, middle - 8, 16)
            x += 24
        paint_text(painter, QRectF(x, 0, self.width() - x - 30, self.height()), self.currentText(), theme.font(13), ink)
        paint_icon(painter, "down", theme.color("text2"), self.width() - 26, middle - 8, 16)
        painter.end()
