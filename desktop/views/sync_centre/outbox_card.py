"""发件箱: everything on its way to the server, in the order in which it goes."""

from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QStackedWidget

from contract.campaign import SHANGHAI, from_ms
from desktop.context import AppContext
from desktop.failures import explain, message_for
from desktop.messages import Message
from desktop.operations import decide, outbox
from desktop.store.rows import OutboxRow
from desktop.ui.button import Button
from desktop.ui.card import Card
from desktop.ui.empty_state import EmptyState
from desktop.ui.table import TableModel, TableView
from desktop.views.sync_centre.outbox_rows import UNDO, can_undo, columns, kind_of, table_rows

ROUND = 4
"""What keeps a list clear of the round corners of its card, px."""


class OutboxCard(Card):
    """Table with 撤销 in each row that has not been sent, 重试失败项, and the export when something was set aside."""

    opened = Signal(str, str)
    """Kind and id of the subject whose decision was opened."""

    def __init__(self, context: AppContext) -> None:
        retry, export = Button(icon="refresh", size="small"), Button(icon="download", size="small")
        super().__init__("", actions=(export, retry))
        self._retry, self._export = retry, export
        self._context = context
        self._rows: tuple[OutboxRow, ...] = ()
        self.title.setText(self.tr("Outbox"))
        self.setAccessibleName(self.tr("Outbox"))
        self.meta.setText(self.tr("Sent in this order; can be undone until it is sent"))
        self._retry.setText(self.tr("Retry failed entries"))
        self._export.setText(self.tr("Export what is not sent…"))
        model = TableModel(columns(), self)
        self.table = TableView(model)
        self.table.setAccessibleName(self.tr("Entries of the outbox"))
        empty = EmptyState(
            "cloudok", self.tr("The outbox is empty"), self.tr("Everything you decided has reached the server.")
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(empty)
        self.body.setContentsMargins(0, 0, 0, ROUND)
        self.body.addWidget(self._stack)
        self.table.acted.connect(self._act)
        self.table.opened.connect(self._open)
        self._retry.clicked.connect(partial(outbox.retry_now, context))
        self._export.clicked.connect(self._ask_for_file)

    def show_rows(self, rows: tuple[OutboxRow, ...]) -> None:
        """Shows these, unsent ones first; called each second for the countdowns."""
        self._rows = rows
        now = self._context.clock.now_ms()
        self.table.rows.set_rows(table_rows(rows, now, self._context.sync.retry_at_ms))
        self._stack.setCurrentIndex(0 if rows else 1)
        self._retry.setVisible(any(row.state in ("retry", "parked") for row in rows))
        self._export.setVisible(any(row.state == "parked" for row in rows))

    @property
    def undoable(self) -> str:
        """Id of the current row when it can still be withdrawn, else empty."""
        row = self._row(self.table.current_id())
        return row.id if row is not None and can_undo(row) else ""

    def undo(self, outbox_id: str) -> None:
        """Takes an entry back that has not been sent."""
        decide.undo(self._context, outbox_id, done=self._undone, owner=self)

    def export_to(self, file: Path) -> None:
        """Writes what the server has not answered as JSON lines."""
        outbox.export(
            self._context, file, done=lambda count: self._exported(count, file), failed=self._failed, owner=self
        )

    def _act(self, outbox_id: str, action: str) -> None:
        if action == UNDO:
            self.undo(outbox_id)

    def _open(self, outbox_id: str) -> None:
        row = self._row(outbox_id)
        if row is not None and row.type == "review.decide":
            self.opened.emit(kind_of(row), row.subject_id)

    def _row(self, outbox_id: str) -> OutboxRow | None:
        return next((row for row in self._rows if row.id == outbox_id), None)

    def _undone(self, taken: bool) -> None:
        if taken:
            said = self.tr("Withdrawn; the work is in your queue again.")
            self._context.messages.show(Message(said, "ok", "outbox"))
        else:
            said = self.tr("It is being sent already; once it has arrived you can take it back in the works tab.")
            self._context.messages.show(Message(said, "warn", "outbox"))

    def _ask_for_file(self) -> None:
        moment: datetime = from_ms(self._context.clock.now_ms()).astimezone(SHANGHAI)
        name = self.tr("unsent-decisions-{0}.jsonl").format(f"{moment:%Y%m%d-%H%M}")
        dialog = QFileDialog(self, self.tr("Export what is not sent"), name, self.tr("JSON lines (*.jsonl)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda chosen: self.export_to(Path(chosen)))
        dialog.open()

    def _exported(self, count: int, file: Path) -> None:
        said = self.tr("%n entry(s) written to {0}; they also stay in the outbox.", "", count).format(file.name)
        self._context.messages.show(Message(said, "ok", "export"))

    def _failed(self, error: Exception) -> None:
        failure = explain(error)
        if failure is not None:
            self._context.messages.show(message_for(failure, "export"))
        elif isinstance(error, OSError):
            said = self.tr("The file could not be written. The outbox is untouched. Choose another folder.")
            self._context.messages.show(Message(said, "error", "export", seconds=None))
        else:
            self._context.background.unhandled.emit(error)
