"""A table model over keyed, frozen rows that changes only what differs."""

from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = int(Qt.ItemDataRole.UserRole)


class Keyed(Protocol):
    """A row with an id that stays the same when its contents change."""

    @property
    def id(self) -> str: ...


RowT = TypeVar("RowT", bound=Keyed)


class RowModel(QAbstractTableModel, Generic[RowT]):
    """Rows by id; `set_rows` inserts, moves, changes and removes, so selection and scroll place stay."""

    more_wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[RowT] = []
        self._has_more = self._asked = False

    def rows(self) -> list[RowT]:
        """A copy of the rows."""
        return list(self._rows)

    def row_at(self, index: Index) -> RowT | None:
        """The row an index stands for."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def index_of(self, row_id: str) -> QModelIndex:
        """Index of a row's first cell, invalid when it is not there."""
        for place, row in enumerate(self._rows):
            if row.id == row_id:
                return self.index(place, 0)
        return QModelIndex()

    def set_rows(self, rows: Sequence[RowT], has_more: bool = False) -> None:
        """Show exactly these rows; `has_more` asks for more (`more_wanted`) when the end comes into view."""
        self._has_more, self._asked = has_more, False
        self._remove_others({row.id for row in rows})
        self._reorder([row.id for row in rows])
        place = 0
        while place < len(rows):
            if place < len(self._rows) and self._rows[place].id == rows[place].id:
                self._change(place, rows[place])
                place += 1
                continue
            end = place + 1
            here = self._rows[place].id if place < len(self._rows) else None
            while end < len(rows) and rows[end].id != here:
                end += 1
            self.beginInsertRows(QModelIndex(), place, end - 1)
            self._rows[place:place] = rows[place:end]
            self.endInsertRows()
            place = end

    def append_rows(self, rows: Sequence[RowT], has_more: bool = False) -> None:
        """Add one more page at the end; rows that are there already are changed in place."""
        self._has_more, self._asked = has_more, False
        places = {row.id: place for place, row in enumerate(self._rows)}
        new = [row for row in rows if row.id not in places]
        for row in rows:
            if row.id in places:
                self._change(places[row.id], row)
        if new:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(new) - 1)
            self._rows.extend(new)
            self.endInsertRows()

    def touch(self, row_id: str) -> None:
        """Repaint a row whose picture arrived."""
        index = self.index_of(row_id)
        if index.isValid():
            self.dataChanged.emit(index, index.siblingAtColumn(self.columnCount() - 1))

    def _remove_others(self, kept: set[str]) -> None:
        last = len(self._rows) - 1
        while last >= 0:
            if self._rows[last].id in kept:
                last -= 1
                continue
            first = last
            while first > 0 and self._rows[first - 1].id not in kept:
                first -= 1
            self.beginRemoveRows(QModelIndex(), first, last)
            del self._rows[first : last + 1]
            self.endRemoveRows()
            last = first - 1

    def _reorder(self, order: Sequence[str]) -> None:
        """Bring the rows that stay into the order of the new ones, in one step however many move."""
        places = {row.id: place for place, row in enumerate(self._rows)}
        wanted = [places[row_id] for row_id in order if row_id in places]
        if wanted == sorted(wanted):
            return
        self.layoutAboutToBeChanged.emit()
        new_place = {old: new for new, old in enumerate(wanted)}
        held = self.persistentIndexList()
        self._rows = [self._rows[old] for old in wanted]
        self.changePersistentIndexList(held, [self.index(new_place[one.row()], one.column()) for one in held])
        self.layoutChanged.emit()

    def _change(self, place: int, row: RowT) -> None:
        if self._rows[place] != row:
            self._rows[place] = row
            self.dataChanged.emit(self.index(place, 0), self.index(place, self.columnCount() - 1))

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 1

    def canFetchMore(self, parent: Index) -> bool:
        return self._has_more and not self._asked and not parent.isValid()

    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self._asked = True
            self.more_wanted.emit()
