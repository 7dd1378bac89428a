"""A list of media rows: picture with duration, title, two lines, state or progress at the right."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QWidget

from desktop.ui.queue_delegate import MediaDelegate, MediaRow
from desktop.ui.row_model import ROW_ROLE, Index, RowModel


class MediaModel(RowModel[MediaRow]):
    """Media rows; the whole row under ROW_ROLE."""

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        row = self.row_at(index)
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken or ", ".join(part for part in (row.title, row.line2, row.note, row.state) if part)
        return None


class MediaList(QListView):
    """The queue. Announces the id of the current row, of one opened by Enter or double click, and its menu."""

    current_changed = Signal(str)
    opened = Signal(str)
    menu_wanted = Signal(str, QMenu)

    def __init__(
        self,
        model: MediaModel,
        pictures: Callable[[str], QPixmap | None] | None = None,
        parent: QWidget | None = None,
        delegate: type[MediaDelegate] = MediaDelegate,
    ) -> None:
        super().__init__(parent)
        self.rows = model
        self.setModel(model)
        self.delegate = delegate(self, pictures)
        self.setItemDelegate(self.delegate)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.verticalScrollBar().setSingleStep(24)
        self.activated.connect(self._open)

    def set_compact(self, compact: bool) -> None:
        """Rows of 60 px with two lines, or 72 px with three."""
        self.delegate.compact = compact
        self.scheduleDelayedItemsLayout()

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

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        row = self.rows.row_at(current)
        self.current_changed.emit(row.id if row else "")

    def _open(self, index: QModelIndex) -> None:
        row = self.rows.row_at(index)
        if row:
            self.opened.emit(row.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Letters and Space belong to the player and the decision keys, not to a type-ahead search.
        if event.text().isprintable() and event.text():
            event.ignore()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        row = self.rows.row_at(index)
        if row is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.menu_wanted.emit(row.id, menu)
        if menu.isEmpty():
            menu.deleteLater()
        else:
            menu.popup(event.globalPos() if by_mouse else self.mapToGlobal(self.visualRect(index).center()))
