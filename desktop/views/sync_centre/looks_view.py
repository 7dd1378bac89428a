"""复核请求: disagreements that platform admins look at."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from contract.regions import short_region
from desktop.store.rows import SecondLookRow
from desktop.ui.button import Button
from desktop.ui.empty_state import EmptyState
from desktop.ui.labels import ElidedLabel
from desktop.ui.table import Column, TableModel, TableView
from desktop.ui.table_delegate import Cell, TableRow
from desktop.views.works.words import moment_text


class LooksView(QWidget):
    """A list, below it the objection of the current one; `opened(kind, subject id)`, `closed(second look id)`."""

    opened = Signal(str, str)
    closed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[SecondLookRow, ...] = ()
        columns = (
            Column("work", self.tr("Work"), 120, flex=1),
            Column("at", self.tr("Requested"), 112),
        )
        self.table = TableView(TableModel(columns, self))
        self.table.setAccessibleName(self.tr("Requests for a second look"))
        self._meta = ElidedLabel("", "meta2")
        self._objection = QPlainTextEdit()
        self._objection.setReadOnly(True)
        self._objection.setTabChangesFocus(True)
        self._objection.setAccessibleName(self.tr("Objection"))
        self._objection.setFixedHeight(84)
        self.open_button = Button(self.tr("Open the work"), icon="works", key="Enter")
        self.close_button = Button(self.tr("Mark as settled"), icon="check")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._filled())
        self._stack.addWidget(
            EmptyState(
                "flag",
                self.tr("No requests"),
                self.tr("When reviewers disagree about a work, it comes here."),
            )
        )
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        self.table.current_changed.connect(self._show)
        self.table.opened.connect(lambda _look: self._open())
        self.open_button.clicked.connect(self._open)
        self.close_button.clicked.connect(self._close)

    def _filled(self) -> QWidget:
        """The list with the objection and its buttons below."""
        detail = QVBoxLayout()
        detail.setContentsMargins(16, 8, 16, 12)
        detail.setSpacing(8)
        detail.addWidget(self._meta)
        detail.addWidget(self._objection)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.open_button, 1)
        buttons.addWidget(self.close_button, 1)
        detail.addLayout(buttons)
        filled = QWidget()
        column = QVBoxLayout(filled)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.table, 1)
        column.addLayout(detail)
        return filled

    def show_rows(self, rows: tuple[SecondLookRow, ...]) -> None:
        """Shows these; the current one stays current while it is there."""
        self._rows = rows
        self.table.rows.set_rows(
            [
                TableRow(row.id, (Cell(row.subject_title), Cell(moment_text(row.opened_at), small=True, ink="text2")))
                for row in rows
            ]
        )
        self._stack.setCurrentIndex(0 if rows else 1)
        if rows and not self.table.current_id():
            self.table.select(rows[0].id)
        self._show(self.table.current_id())

    def set_busy(self, busy: bool) -> None:
        """While the server is asked to close one."""
        self.close_button.set_busy(busy, self.tr("Being settled…"))

    def current(self) -> SecondLookRow | None:
        """The one shown below the list."""
        return next((row for row in self._rows if row.id == self.table.current_id()), None)

    def _show(self, _look_id: str) -> None:
        row = self.current()
        if row is None:
            return
        self._meta.setText(" · ".join(filter(None, (row.opened_by, short_region(row.region), row.subject_number))))
        self._meta.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        text = row.objection or self.tr("No text; two reviewers decided differently.")
        if self._objection.toPlainText() != text:
            self._objection.setPlainText(text)

    def _open(self) -> None:
        row = self.current()
        if row is not None:
            self.opened.emit(row.subject_kind, row.subject_id)

    def _close(self) -> None:
        row = self.current()
        if row is not None:
            self.closed.emit(row)
