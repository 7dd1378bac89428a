"""The reasons of one kind as one list: digit, label, what speaks for it, and the moment it was chosen at."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from contract.reasons import REASONS
from contract.review import Kind
from desktop.ui.icons import paint_icon
from desktop.ui.painting import paint_box, paint_cap, paint_inner_ring, paint_text, text_width
from desktop.ui.theme import Theme, theme_of
from desktop.views.works.particulars import reason_label
from desktop.views.works.reject_draft import RejectDraft
from desktop.views.works.words import clock_text

ROW, COMPACT_ROW = 34, 30


@dataclass(frozen=True, slots=True)
class _Row:
    code: str
    digit: str
    text: str


class ReasonList(QWidget):
    """Shows a draft's reasons. Up and Down move, Delete removes the moment; digits are bound by the panel."""

    toggled = Signal(str)
    """Code of the reason clicked."""
    moment_removed = Signal(str)

    def __init__(self, kind: Kind = Kind.WORK, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = [_Row(reason.code, str(reason.key), reason_label(reason.code)) for reason in REASONS[kind]]
        self._draft = RejectDraft(kind=kind)
        self.hints: dict[str, str] = {}
        self._compact = False
        self._hover = self._current = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setMouseTracking(True)
        self.setProperty("ownFocusRing", True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Reasons for rejection, by digit keys"))

    def show_draft(self, draft: RejectDraft, hints: dict[str, str]) -> None:
        """Shows what is chosen; `hints` maps reason codes to what speaks for them (文件检查 1)."""
        self._draft, self.hints = draft, hints
        self.setAccessibleDescription("，".join(reason_label(code) for code in draft.codes))
        self.update()

    def set_compact(self, compact: bool) -> None:
        """Rows of 30 instead of 36 px."""
        self._compact = compact
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(280, self._row_height() * len(self._rows))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def _row_height(self) -> int:
        return theme_of(self).size(COMPACT_ROW if self._compact else ROW)

    def _row_rect(self, index: int) -> QRectF:
        height = self._row_height()
        return QRectF(0, index * height + 1, self.width(), height - 2)

    def _moments(self) -> dict[str, int | None]:
        return dict(self._draft.chosen)

    def _moment_rect(self, theme: Theme, index: int) -> QRectF:
        """Where the removable moment of a chosen row is; empty when it has none."""
        at_ms = self._moments().get(self._rows[index].code)
        if at_ms is None:
            return QRectF()
        row = self._row_rect(index)
        width = text_width(theme.font(12), clock_text(at_ms)) + 28
        return QRectF(row.right() - 32 - width, row.center().y() - 11, width, 22)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        for index in range(len(self._rows)):
            self._paint_row(painter, theme, index)
        painter.end()

    def _paint_row(self, painter: QPainter, theme: Theme, index: int) -> None:
        row, rect = self._rows[index], self._row_rect(index)
        chosen = row.code in self._draft.codes
        if chosen:
            paint_box(painter, rect, 6, theme.color("noBg"), theme.color("no"))
        elif index == self._hover:
            paint_box(painter, rect, 6, theme.color("hover"))
        if index == self._current and self.hasFocus():
            paint_inner_ring(painter, rect, theme.color("focus"))
        ink = theme.color("no" if chosen else "text")
        edge = theme.color("no" if chosen else "line2")
        paint_cap(painter, theme, 8, rect.center().y(), row.digit, theme.color("no" if chosen else "text2"), edge)
        right = rect.right() - 10
        if chosen:
            paint_icon(painter, "check", ink, right - 16, round(rect.center().y() - 8), 16)
            right = self._paint_moment(painter, theme, index, right - 22)
        elif hint := self.hints.get(row.code):
            width = text_width(theme.font(12), hint)
            place = QRectF(right - width, rect.top(), width + 1, rect.height())
            paint_text(painter, place, hint, theme.font(12), theme.color("text3"))
            right -= width + 8
        paint_text(painter, QRectF(36, rect.top(), right - 36, rect.height()), row.text, theme.font(13, chosen), ink)

    def _paint_moment(self, painter: QPainter, theme: Theme, index: int, right: float) -> float:
        box = self._moment_rect(theme, index)
        if box.isEmpty():
            return right
        ink = theme.color("no")
        paint_box(painter, box, 4, theme.color("surface"), ink)
        at_ms = self._moments()[self._rows[index].code] or 0
        paint_text(painter, box.adjusted(6, 0, -18, 0), clock_text(at_ms), theme.font(12), ink)
        paint_icon(painter, "x", ink, box.right() - 18, round(box.center().y() - 7), 14)
        return box.left() - 8

    def _index_at(self, point: QPointF) -> int:
        index = int(point.y() // self._row_height())
        return index if 0 <= index < len(self._rows) else -1

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover = self._index_at(event.position())
        over_moment = self._hover >= 0 and self._moment_rect(theme_of(self), self._hover).contains(event.position())
        if over_moment:
            QToolTip.showText(event.globalPosition().toPoint(), self.tr("Remove the time (Delete)"), self)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = -1
        self.update()
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self._index_at(event.position())
        if event.button() != Qt.MouseButton.LeftButton or index < 0:
            return
        self._current = index
        code = self._rows[index].code
        if self._moment_rect(theme_of(self), index).contains(event.position()):
            self.moment_removed.emit(code)
        else:
            self.toggled.emit(code)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = Qt.Key
        if event.key() in (keys.Key_Down, keys.Key_Up):
            by = 1 if event.key() == keys.Key_Down else -1
            self._current = max(0, min(len(self._rows) - 1, self._current + by))
            self.update()
        elif event.key() in (keys.Key_Delete, keys.Key_Backspace) and self._current >= 0:
            self.moment_removed.emit(self._rows[self._current].code)
        else:
            super().keyPressEvent(event)
