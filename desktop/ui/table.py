"""A generic table: columns with flexible widths, styled cells, inline actions, endless loading."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from desktop.ui.painting import paint_inner_ring
from desktop.ui.row_model import ROW_ROLE, Index, RowModel
from desktop.ui.table_delegate import CELL_ROLE, Cell, CellDelegate, TableRow
from desktop.ui.theme import theme_of


@dataclass(frozen=True)
class Column:
    """A column of fixed `width` px, or with a share `flex` of what is left (never below `width`).

    `right` is for numbers.
    """

    id: str
    title: str
    width: int = 80
    flex: float = 0.0
    right: bool = False


class TableModel(RowModel[TableRow]):
    """Table rows; the cell under CELL_ROLE, the whole row under ROW_ROLE."""

    def __init__(self, columns: tuple[Column, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = columns

    def set_columns(self, wanted: tuple[Column, ...]) -> None:
        """Other columns, no rows: set them again."""
        self.beginResetModel()
        self.columns = wanted
        self._rows = []
        self.endResetModel()

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        row = self.row_at(index)
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        cell = row.cells[index.column()] if index.column() < len(row.cells) else Cell()
        if role == CELL_ROLE:
            return cell
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return cell.text or " ".join(action.text for action in cell.actions)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> Any:
        shown = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
        if orientation == Qt.Orientation.Horizontal and role in shown and section < len(self.columns):
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole and orientation == Qt.Orientation.Horizontal:
            right = section < len(self.columns) and self.columns[section].right
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None


class TableView(QTableView):
    """Announces opened rows (Enter, double click), inline actions (row id, action id), check marks, the current row."""

    opened = Signal(str)
    acted = Signal(str, str)
    check_toggled = Signal(str)
    current_changed = Signal(str)
    menu_wanted = Signal(str, QMenu)
    more_wanted = Signal()

    def __init__(self, model: TableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = model
        self.hovered = -1
        self.setModel(model)
        model.more_wanted.connect(self.more_wanted)
        self._delegate = CellDelegate(self)
        self.setItemDelegate(self._delegate)
        self._set_up()
        self.activated.connect(self._open)

    def _set_up(self) -> None:
        theme = theme_of(self)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(theme.size(40))
        header = self.horizontalHeader()
        header.setFixedHeight(theme.size(32))
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(28)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)

    def current_id(self) -> str:
        """Id of the current row, "" when there is none."""
        row = self.rows.row_at(self.currentIndex())
        return row.id if row else ""

    def select(self, row_id: str) -> None:
        """Make a row current and bring it into view; unknown ids are ignored."""
        index = self.rows.index_of(row_id)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def spread_columns(self) -> None:
        """Give flexible columns their share of the width."""
        columns = self.rows.columns
        spare = self.viewport().width() - sum(column.width for column in columns)
        weight = sum(column.flex for column in columns) or 1.0
        for place, column in enumerate(columns):
            extra = max(0.0, spare * column.flex / weight)
            self.setColumnWidth(place, round(column.width + extra))

    def settle(self) -> None:
        """Places new rows at once, so that they are painted once and not again with the next turn."""
        self.executeDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.spread_columns()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        row = self.rows.row_at(current)
        if current.row() != previous.row() or not previous.isValid():
            self.current_changed.emit(row.id if row else "")

    def _open(self, index: QModelIndex) -> None:
        row = self.rows.row_at(index)
        if row:
            self.opened.emit(row.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_J: 1, Qt.Key.Key_K: -1}
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        here = self.currentIndex()
        if plain and event.key() in steps:
            place = max(0, min(self.rows.rowCount() - 1, here.row() + steps[Qt.Key(event.key())]))
            self.setCurrentIndex(self.rows.index(place, max(0, here.column())))
        elif plain and event.key() in (Qt.Key.Key_X, Qt.Key.Key_Space) and self._checkable(here):
            self.check_toggled.emit(self.current_id())
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and self.rows.rowCount():
            last = self.rows.rowCount() - 1
            self.setCurrentIndex(self.rows.index(0 if event.key() == Qt.Key.Key_Home else last, 0))
        elif event.text() and event.text().isprintable():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _checkable(self, index: QModelIndex) -> bool:
        row = self.rows.row_at(index)
        return row is not None and any(cell.checked is not None for cell in row.cells)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        menu = self.row_menu(index)
        if menu is None:
            return
        at = event.globalPos() if by_mouse else self.viewport().mapToGlobal(self.visualRect(index).center())
        menu.popup(at)

    def row_menu(self, index: Index) -> QMenu | None:
        """The inline actions of a row and whatever `menu_wanted` adds; None when there are none."""
        row = self.rows.row_at(index)
        if row is None:
            return None
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for cell in row.cells:
            for action in cell.actions:
                menu.addAction(action.text).triggered.connect(
                    lambda _on=False, row_id=row.id, action_id=action.id: self.acted.emit(row_id, action_id)
                )
        self.menu_wanted.emit(row.id, menu)
        if menu.isEmpty():
            menu.deleteLater()
            return None
        return menu

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, row: int) -> None:
        if row != self.hovered:
            self.hovered = row
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        dirty = event.rect()
        first, last = self.rowAt(dirty.top()), self.rowAt(dirty.bottom())
        painter = QPainter(self.viewport())
        if first >= 0:
            places = range(self.rows.columnCount())
            columns = [(float(self.columnViewportPosition(place)), float(self.columnWidth(place))) for place in places]
            for place in range(first, (last if last >= 0 else self.rows.rowCount() - 1) + 1):
                self._paint_row(painter, place, columns)
        index = self.currentIndex()
        by_keys = self.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        if index.isValid() and self.hasFocus() and by_keys:
            paint_inner_ring(painter, self._row_rect(index.row()), theme_of(self).color("focus"))
        painter.end()

    def _paint_row(self, painter: QPainter, place: int, columns: list[tuple[float, float]]) -> None:
        row = self.rows.row_at(self.rows.index(place, 0))
        if row is None:
            return
        current, hover = place == self.currentIndex().row(), place == self.hovered
        checked = any(cell.checked for cell in row.cells)
        back = "selected" if current else "hover" if hover else "surface2" if checked else ""
        self._delegate.paint_row(painter, row, self._row_rect(place), columns, back)

    def _row_rect(self, place: int) -> QRectF:
        return QRectF(0, self.rowViewportPosition(place), self.viewport().width(), self.rowHeight(place))
