"""On–off switch with its label."""

from PySide6.QtCore import QEasingCurve, QPointF, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QStyle, QWidget

from desktop.ui.painting import paint_box, paint_text, text_width
from desktop.ui.theme import theme_of

TRACK_WIDTH, TRACK_HEIGHT = 32, 18


class Switch(QCheckBox):
    """A check box drawn as a switch; Space toggles. `label_first` puts the label before the knob."""

    def __init__(self, text: str = "", *, label_first: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._label_first = label_first
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._knob = QVariantAnimation(self)
        self._knob.setDuration(80)
        self._knob.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._knob.valueChanged.connect(self.update)
        self.toggled.connect(self._slide)

    def _slide(self, on: bool) -> None:
        animated = self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self) > 0
        self._knob.stop()
        if self.isVisible() and animated:
            self._knob.setStartValue(0.0 if on else 1.0)
            self._knob.setEndValue(1.0 if on else 0.0)
            self._knob.start()
        self.update()

    def _position(self) -> float:
        if self._knob.state() == QVariantAnimation.State.Running:
            return float(self._knob.currentValue())
        return 1.0 if self.isChecked() else 0.0

    def sizeHint(self) -> QSize:
        theme = theme_of(self)
        text = text_width(theme.font(13), self.text()) + 9 if self.text() else 0
        return QSize(round(TRACK_WIDTH + text), theme.size(28))

    def minimumSizeHint(self) -> QSize:
        return QSize(TRACK_WIDTH, self.sizeHint().height())

    def hitButton(self, pos: object) -> bool:
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        enabled = self.isEnabled()
        painter = QPainter(self)
        top = (self.height() - TRACK_HEIGHT) / 2
        left = self.width() - TRACK_WIDTH if self._label_first else 0
        token = ("approve" if self.isChecked() else "control") if enabled else "line2"
        paint_box(painter, QRectF(left, top, TRACK_WIDTH, TRACK_HEIGHT), TRACK_HEIGHT / 2, theme.color(token))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor("#FFFFFF"))
        painter.drawEllipse(QPointF(left + 9 + self._position() * (TRACK_WIDTH - 18), self.height() / 2), 7, 7)
        if self.text():
            x = 0 if self._label_first else TRACK_WIDTH + 8
            room = QRectF(x, 0, self.width() - TRACK_WIDTH - 8, self.height())
            paint_text(painter, room, self.text(), theme.font(13), theme.color("text" if enabled else "disabled"))
        painter.end()
