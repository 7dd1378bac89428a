"""The base style: Fusion with our check marks, radio buttons and keyboard focus ring."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QFocusFrame,
    QLineEdit,
    QPlainTextEdit,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QTextEdit,
    QWidget,
)

if TYPE_CHECKING:
    from desktop.ui.theme import Theme

RING_WIDTH, RING_GAP = 2, 1
NO_RING = "ownFocusRing"
_TEXT_INPUTS = (QLineEdit, QPlainTextEdit, QTextEdit)
_METRIC, _HINT = QStyle.PixelMetric, QStyle.StyleHint
# By number: these are asked for thousands of times, and to find an enum's member takes longer than the answer.
_METRICS = {
    _METRIC.PM_FocusFrameHMargin.value: RING_WIDTH + RING_GAP,
    _METRIC.PM_FocusFrameVMargin.value: RING_WIDTH + RING_GAP,
    _METRIC.PM_IndicatorWidth.value: 16,
    _METRIC.PM_IndicatorHeight.value: 16,
    _METRIC.PM_ExclusiveIndicatorWidth.value: 16,
    _METRIC.PM_ExclusiveIndicatorHeight.value: 16,
    _METRIC.PM_SmallIconSize.value: 16,
    _METRIC.PM_CheckBoxLabelSpacing.value: 8,
    _METRIC.PM_RadioButtonLabelSpacing.value: 8,
}
_HINTS = {
    _HINT.SH_FocusFrame_AboveWidget.value: 1,
    _HINT.SH_FocusFrame_Mask.value: 0,
    _HINT.SH_ToolTip_WakeUpDelay.value: 500,
    _HINT.SH_DialogButtonBox_ButtonsHaveIcons.value: 0,
    _HINT.SH_ComboBox_Popup.value: 0,
}


class DeskStyle(QProxyStyle):
    """Fusion, plus what a style sheet cannot draw."""

    NAME = "deskStyle"

    def __init__(self, theme: Callable[[], Theme]) -> None:
        super().__init__("Fusion")
        self.setObjectName(self.NAME)
        self._theme = theme

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        ours = _METRICS.get(metric.value)
        return super().pixelMetric(metric, option, widget) if ours is None else ours

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        data: QStyleHintReturn | None = None,
    ) -> int:
        ours = _HINTS.get(hint.value)
        return super().styleHint(hint, option, widget, data) if ours is None else ours

    def drawControl(
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element == QStyle.ControlElement.CE_FocusFrame:
            target = widget.widget() if isinstance(widget, QFocusFrame) else None
            radius = 4 if target and min(target.width(), target.height()) <= 22 else 6
            paint_ring(painter, option.rect, self._theme().color("focus"), radius)
            return
        super().drawControl(element, option, painter, widget)

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        kinds = QStyle.PrimitiveElement
        if element == kinds.PE_FrameFocusRect:
            return
        if element in (kinds.PE_IndicatorCheckBox, kinds.PE_IndicatorItemViewItemCheck):
            paint_check(painter, option.rect, option.state, self._theme())
            return
        if element == kinds.PE_IndicatorRadioButton:
            _paint_radio(painter, option.rect, option.state, self._theme())
            return
        super().drawPrimitive(element, option, painter, widget)


def paint_ring(painter: QPainter, rect: QRect, color: QColor, radius: float) -> None:
    """A 2 px ring just inside `rect`; `radius` is that of the widget one gap further in."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(color, RING_WIDTH))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    half = RING_WIDTH / 2
    inner = QRectF(rect).adjusted(half, half, -half, -half)
    painter.drawRoundedRect(inner, radius + RING_GAP + half, radius + RING_GAP + half)
    painter.restore()


def paint_check(painter: QPainter, rect: QRect, state: QStyle.StateFlag, theme: Theme) -> None:
    """A 16 px check box: off, on or mixed, in ink."""
    on = bool(state & QStyle.StateFlag.State_On)
    mixed = bool(state & QStyle.StateFlag.State_NoChange)
    enabled = bool(state & QStyle.StateFlag.State_Enabled)
    box = QRectF(QRectF(rect).center() - QPointF(8, 8), QRectF(rect).center() + QPointF(8, 8))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink = theme.color("text" if enabled else "disabled")
    if on or mixed:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawRoundedRect(box, 4, 4)
        round_pen = (Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        painter.setPen(QPen(theme.color("surface"), 1.8, *round_pen))
        at = box.topLeft()
        if mixed:
            painter.drawLine(at + QPointF(4.5, 8), at + QPointF(11.5, 8))
        else:
            painter.drawPolyline([at + QPointF(4, 8.3), at + QPointF(6.8, 11), at + QPointF(12, 5)])
    else:
        painter.setPen(QPen(theme.color("control" if enabled else "line2"), 1))
        painter.setBrush(theme.color("surface" if enabled else "surface2"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.restore()


def _paint_radio(painter: QPainter, rect: QRect, state: QStyle.StateFlag, theme: Theme) -> None:
    on = bool(state & QStyle.StateFlag.State_On)
    enabled = bool(state & QStyle.StateFlag.State_Enabled)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink = theme.color("text" if enabled else "disabled")
    painter.setPen(QPen(ink if on else theme.color("control"), 1))
    painter.setBrush(theme.color("surface"))
    center = QRectF(rect).center()
    painter.drawEllipse(center, 7.5, 7.5)
    if on:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawEllipse(center, 4, 4)
    painter.restore()


class FocusRing(QObject):
    """Shows the ring around the focused widget when the keyboard brought the focus there."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._frame: QFocusFrame | None = None
        app.focusChanged.connect(self.follow)

    def follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Move the ring to the widget `now`, or take it away."""
        if now is not None and QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            now.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange, False)
        if self._frame is not None:
            self._frame.hide()
            self._frame.deleteLater()
            self._frame = None
        if now is not None and shows_ring(now):
            self._frame = QFocusFrame(now.parentWidget())
            self._frame.destroyed.connect(self._forget)
            self._frame.setWidget(now)
            self._frame.setVisible(now.isVisible())

    def _forget(self, gone: QObject) -> None:
        if gone is self._frame:
            self._frame = None


def shows_ring(widget: QWidget) -> bool:
    """Whether a focused widget gets the outer ring: text inputs always, others after keyboard use."""
    own = isinstance(widget, QAbstractItemView) or bool(widget.property(NO_RING))
    if own or widget.isWindow() or widget.parentWidget() is None:
        return False
    if isinstance(widget, QComboBox) or not isinstance(widget, _TEXT_INPUTS):
        if isinstance(widget, QAbstractScrollArea):
            return False
        return widget.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    return True
