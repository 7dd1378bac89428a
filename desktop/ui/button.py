"""Push buttons of every kind, with icon, key cap and busy state."""

from math import ceil
from typing import Literal, NamedTuple

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.ui.icons import paint_icon
from desktop.ui.painting import cap_width, paint_box, paint_cap, paint_text, text_width
from desktop.ui.theme import Theme, theme_of

Kind = Literal["primary", "secondary", "ghost", "link", "approve", "reject", "reject_filled", "well", "well_ghost"]
Size = Literal["small", "normal", "login", "decision"]

_HEIGHTS: dict[Size, int] = {"small": 28, "normal": 32, "login": 44, "decision": 44}
# kind: fill, fill on hover, fill when pressed, border, ink; "" = none, "-" = darker than hover
_LOOKS: dict[Kind, tuple[str, str, str, str, str]] = {
    "primary": ("accent", "accentHover", "accentPress", "", "onAccent"),
    "secondary": ("surface", "hover", "pressed", "control", "text"),
    "ghost": ("", "hover", "pressed", "", "text2"),
    "link": ("", "hover", "pressed", "", "pending"),
    "approve": ("approve", "approveHover", "-", "", "onAccent"),
    "reject": ("surface", "noBg", "noBg", "no", "no"),
    "reject_filled": ("reject", "rejectHover", "-", "", "onAccent"),
    "well": ("well3", "wline", "well2", "wctl", "wtext"),
    "well_ghost": ("", "well3", "wline", "", "wtext"),
}
_FILLED = ("primary", "approve", "reject_filled")


class _Paint(NamedTuple):
    fill: QColor | None
    border: QColor | None
    ink: QColor
    cap_ink: QColor
    cap_border: QColor


class Button(QPushButton):
    """A button whose look follows its kind; give `key` when a key does the same."""

    def __init__(
        self,
        text: str = "",
        kind: Kind = "secondary",
        *,
        icon: str = "",
        key: str = "",
        size: Size = "normal",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.kind: Kind = kind
        self._size: Size = size
        self._icon, self._key = icon, key
        self._busy = False
        self._idle_text = text
        self._idle_hint = QSize()
        self._own_ink = ""
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_kind(self, kind: Kind) -> None:
        """Change the look."""
        self.kind = kind
        self.updateGeometry()
        self.update()

    def set_icon(self, name: str, ink: str = "") -> None:
        """Change the icon ("" = none); `ink` is a colour token of its own."""
        self._icon, self._own_ink = name, ink
        self.updateGeometry()
        self.update()

    def set_key(self, key: str) -> None:
        """Change the text of the key cap ("" = none)."""
        self._key = key
        self.updateGeometry()
        self.update()

    @property
    def busy(self) -> bool:
        """True while the action runs and clicks are swallowed."""
        return self._busy

    def set_busy(self, busy: bool, text: str = "") -> None:
        """Swallow clicks and show what is going on; width and focus stay."""
        if busy and not self._busy:
            self._idle_text, self._idle_hint = self.text(), self.sizeHint()
        self._busy = busy
        self.setText(text or self._idle_text if busy else self._idle_text)
        self.update()

    def click(self) -> None:
        """Click from code; does nothing while busy."""
        if not self._busy:
            super().click()

    def hitButton(self, pos: QPoint) -> bool:
        return not self._busy and super().hitButton(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() in keys and self._busy:
            return
        if event.key() in keys[1:] and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        if self._busy and self._idle_hint.isValid():
            return self._idle_hint
        theme = theme_of(self)
        height = theme.size(_HEIGHTS[self._size])
        if not self.text() and not self._key:
            return QSize(height, height)
        return QSize(ceil(self._content_width(theme, True) + 2 * self._pad()), height)

    def minimumSizeHint(self) -> QSize:
        theme = theme_of(self)
        height = theme.size(_HEIGHTS[self._size])
        return QSize(min(self.sizeHint().width(), max(height, 48)), height)

    def _pad(self) -> int:
        if self._size in ("decision", "login"):
            return 16
        if self.kind == "link":
            return 4
        return 10 if self._size == "small" or self.kind in ("ghost", "well_ghost") else 12

    def _icon_px(self) -> int:
        if self._size == "decision":
            return 20
        return 18 if self.kind.startswith("well") else 16

    def _font_px(self) -> int:
        return 15 if self._size in ("decision", "login") else 12 if self._size == "small" else 13

    def _strong(self) -> bool:
        return self.kind == "primary" or self._size in ("decision", "login")

    def _content_width(self, theme: Theme, with_cap: bool) -> float:
        width = float(self._icon_px()) if self._icon else 0.0
        if self.text():
            width += (8 if width else 0) + text_width(theme.font(self._font_px(), self._strong()), self.text())
        if self._key and with_cap:
            width += (8 if width else 0) + cap_width(theme, self._key)
        return width

    def _colors(self, theme: Theme) -> _Paint:
        fill, hover, press, border, ink = _LOOKS[self.kind]
        well = self.kind.startswith("well")
        if not self.isEnabled() or self._busy:
            off = "well2" if well else "surface2"
            edge, dim = ("wline", "wctl") if well else ("line2", "disabled")
            if not border and not fill:
                return _Paint(None, None, theme.color(dim), theme.color(dim), theme.color(edge))
            return _Paint(theme.color(off), theme.color(edge), theme.color(dim), theme.color(dim), theme.color(edge))
        back = fill
        if self.isDown() or self.isChecked():
            back = press
        elif self.underMouse():
            back = hover
        back_color = theme.color(hover).darker(130) if back == "-" else theme.color(back) if back else None
        ink_color = theme.color(ink)
        if self.kind in _FILLED or self.kind == "reject":
            cap_border = QColor(ink_color)
            cap_border.setAlphaF(0.55)
            cap_ink = ink_color
        else:
            cap_border = theme.color("wctl" if well else "line2")
            cap_ink = theme.color("wtext2" if well else "text3")
        return _Paint(back_color, theme.color(border) if border else None, ink_color, cap_ink, cap_border)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        look = self._colors(theme)
        painter = QPainter(self)
        paint_box(painter, QRectF(self.rect()), 6, look.fill, look.border)
        room = self.width() - 8.0
        with_cap = self._content_width(theme, True) <= room or not (self.text() or self._icon)
        x = max(4.0, (self.width() - self._content_width(theme, with_cap)) / 2)
        middle = self.height() / 2
        if self._icon:
            px = self._icon_px()
            ink = theme.color(self._own_ink) if self._own_ink and self.isEnabled() else look.ink
            paint_icon(painter, self._icon, ink, round(x), round(middle - px / 2), px)
            x += px + 8
        if self.text():
            font = theme.font(self._font_px(), self._strong())
            space = QRectF(x, 0, self.width() - 4 - x, self.height())
            x += paint_text(painter, space, self.text(), font, look.ink) + 8
        if self._key and with_cap:
            paint_cap(painter, theme, x, middle, self._key, look.cap_ink, look.cap_border)
        painter.end()
