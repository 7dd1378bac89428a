"""Rows and cells of a table, and how a cell is painted and clicked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QAbstractItemModel, QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QHelpEvent, QMouseEvent, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from desktop.ui.icons import paint_icon
from desktop.ui.painting import chip_width, paint_bar, paint_box, paint_chip, paint_spark, paint_text, text_width
from desktop.ui.row_model import ROW_ROLE, Index
from desktop.ui.style import paint_check
from desktop.ui.theme import Theme, theme_of

if TYPE_CHECKING:
    from desktop.ui.table import TableView

CELL_ROLE = ROW_ROLE + 1
PADDING, ACTION_GAP = 12, 16
FRAME_PAD, FRAME_GAP = 9, 6
MOST_STAMPS = 300


class Action(NamedTuple):
    """A text button inside a row."""

    id: str
    text: str
    ink: str = "pending"
    framed: bool = False


class Cell(NamedTuple):
    """One cell: text with an icon, a chip (`chip` = its kind), a bar (`fraction`), a check mark, actions, or a spark
    line."""

    text: str = ""
    ink: str = "text"
    strong: bool = False
    small: bool = False
    right: bool = False
    middle: bool = False
    icon: str = ""
    icon_ink: str = ""
    chip: str = ""
    fraction: float | None = None
    checked: bool | None = None
    actions: tuple[Action, ...] = ()
    spark: tuple[float, ...] = ()


EMPTY = Cell()


class TableRow(NamedTuple):
    """Cells of one row, left to right. Tuples, not dataclasses: a table makes a thousand of them for each letter typed
    into its search."""

    id: str
    cells: tuple[Cell, ...]


class CellDelegate(QStyledItemDelegate):
    """Paints every kind of cell and tells which inline action a click hits."""

    def __init__(self, view: TableView) -> None:
        super().__init__(view)
        self._view = view
        self._stamps: dict[tuple[object, ...], QPixmap] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(40, theme_of(self._view).size(40))

    def paint_row(
        self, painter: QPainter, row: TableRow, rect: QRectF, columns: Sequence[tuple[float, float]], back: str
    ) -> None:
        """A whole row at once: `columns` are (left, width), `back` a colour token or "" where the view's own shows.

        Qt would ask for each cell with an option object of its own, which takes longer than painting it.
        """
        theme = theme_of(self._view)
        if back:
            painter.fillRect(rect, theme.color(back))
        for cell, (left, width) in zip(row.cells, columns, strict=False):
            room = QRectF(left + PADDING, rect.top(), width - 2 * PADDING, rect.height() - 1)
            if cell.chip or cell.actions or cell.checked is not None:
                self._paint_stamp(painter, theme, QRectF(left, rect.top(), width, rect.height() - 1), cell)
            elif cell != EMPTY:
                self._paint_cell(painter, theme, room, cell)
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme.color("line"))
        if back == "selected":
            painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height() - 1), theme.color("accentBar"))

    def _paint_stamp(self, painter: QPainter, theme: Theme, rect: QRectF, cell: Cell) -> None:
        """Chips, buttons and check marks are the same in many rows: painted once, then stamped."""
        device = painter.device()
        dpr = device.devicePixelRatioF() if device else 1.0
        key = (theme, cell, rect.width(), rect.height(), dpr)
        stamp = self._stamps.get(key)
        if stamp is None:
            if len(self._stamps) >= MOST_STAMPS:
                self._stamps.clear()
            stamp = QPixmap(rect.size().toSize() * dpr)
            stamp.setDevicePixelRatio(dpr)
            stamp.fill(Qt.GlobalColor.transparent)
            fresh = QPainter(stamp)
            room = QRectF(PADDING, 0, rect.width() - 2 * PADDING, rect.height())
            self._paint_cell(fresh, theme, room, cell)
            fresh.end()
            self._stamps[key] = stamp
        painter.drawPixmap(rect.topLeft(), stamp)

    def _paint_cell(self, painter: QPainter, theme: Theme, room: QRectF, cell: Cell) -> None:
        middle = room.center().y()
        if cell.checked is not None:
            flags = QStyle.StateFlag.State_Enabled
            flags |= QStyle.StateFlag.State_On if cell.checked else QStyle.StateFlag.State_Off
            paint_check(painter, QRect(round(room.left()), round(middle) - 8, 16, 16), flags, theme)
            return
        if cell.actions:
            for action, rect in self._action_rects(theme, room, cell):
                words = rect
                if action.framed:
                    frame = QRectF(rect.left(), round(middle - 14), rect.width(), 28)
                    paint_box(painter, frame, 6, theme.color("surface"), theme.color("control"))
                    words = rect.adjusted(FRAME_PAD, 0, -FRAME_PAD, 0)
                paint_text(painter, words, action.text, theme.font(13), theme.color(action.ink))
            return
        if cell.chip:
            paint_chip(painter, theme, room.left(), middle, cell.chip, cell.text, max_width=room.width())
            return
        if cell.spark:
            paint_spark(painter, room.adjusted(0, 10, 0, -10), cell.spark, theme.color("barAlt"))
            return
        x = room.left()
        if cell.icon:
            ink = theme.color(cell.icon_ink or cell.ink)
            paint_icon(painter, cell.icon, ink, x, round(middle - 8), 16)
            x += 24
        words = QRectF(x, room.top(), room.right() - x, room.height())
        if cell.fraction is not None:
            width = text_width(self._font_of(theme, cell), cell.text) + 12 if cell.text else 0.0
            bar = QRectF(x, middle - 3, max(24.0, room.right() - x - width), 6)
            fill = "approve" if cell.fraction >= 1 else "barAlt"
            paint_bar(painter, bar, cell.fraction, theme.color("line2"), theme.color(fill))
            words.setLeft(bar.right() + 12)
        align = Qt.AlignmentFlag.AlignRight if cell.right else Qt.AlignmentFlag.AlignLeft
        mode = Qt.TextElideMode.ElideMiddle if cell.middle else Qt.TextElideMode.ElideRight
        paint_text(painter, words, cell.text, self._font_of(theme, cell), theme.color(cell.ink), align, mode)

    def _font_of(self, theme: Theme, cell: Cell) -> QFont:
        return theme.font(12 if cell.small else 13, cell.strong)

    def _action_rects(self, theme: Theme, room: QRectF, cell: Cell) -> list[tuple[Action, QRectF]]:
        widths = [
            text_width(theme.font(13), action.text) + 1 + 2 * FRAME_PAD * action.framed for action in cell.actions
        ]
        gap = FRAME_GAP if any(action.framed for action in cell.actions) else ACTION_GAP
        total = sum(widths) + gap * (len(widths) - 1)
        x = room.right() - total if cell.right else room.left()
        placed = []
        for action, width in zip(cell.actions, widths, strict=True):
            placed.append((action, QRectF(x, room.top(), width, room.height())))
            x += width + gap
        return placed

    def action_at(self, index: Index, rect: QRect, pos: QPointF) -> Action | None:
        """The inline action under a point; the target is the full row height and 8 px wider on each side."""
        cell: Cell = index.data(CELL_ROLE)
        room = QRectF(rect).adjusted(PADDING, 0, -PADDING, -1)
        for action, place in self._action_rects(theme_of(self._view), room, cell):
            reach = FRAME_GAP / 2 if action.framed else 8
            if place.adjusted(-reach, 0, reach, 0).contains(pos):
                return action
        return None

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        if event.type() != QEvent.Type.MouseButtonRelease or not isinstance(event, QMouseEvent):
            return False
        row: TableRow = index.data(ROW_ROLE)
        cell: Cell = index.data(CELL_ROLE)
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        if cell.checked is not None:
            self._view.check_toggled.emit(row.id)
            return True
        action = self.action_at(index, option.rect, event.position())
        if action is not None:
            self._view.acted.emit(row.id, action.id)
        return action is not None

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        cell: Cell | None = index.data(CELL_ROLE)
        if cell is None or not cell.text:
            return False
        theme = theme_of(view)
        room = option.rect.width() - 2 * PADDING - (24 if cell.icon else 0)
        wide = (
            chip_width(theme, cell.chip, cell.text) if cell.chip else text_width(self._font_of(theme, cell), cell.text)
        )
        if wide <= room:
            QToolTip.hideText()
            return False
        QToolTip.showText(event.globalPos(), cell.text, view, option.rect)
        return True
