"""导出: which sheets, options, a look at what will be written, the file; progress and stopping."""

import re
from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import Final

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.context import AppContext
from desktop.export.cover import file_name
from desktop.export.errors import ExportError
from desktop.export.options import TOP, ExportOptions
from desktop.export.preview import SheetPreview, preview
from desktop.failures import explain
from desktop.operations import exports
from desktop.operations.exports import Boards
from desktop.ui.banner import Banner
from desktop.ui.button import Button
from desktop.ui.labels import ElidedLabel, label
from desktop.ui.marks import Line, ProgressBar
from desktop.ui.segments import Segment, Segments
from desktop.ui.table import Column, TableModel, TableView
from desktop.ui.table_delegate import Cell, TableRow
from desktop.views.boards.export_words import export_fault
from desktop.views.boards.feed import BoardsFeed
from desktop.views.boards.words import KINDS, say

ROWS, COMPACT_ROWS = 8, 4
NUMBER: Final = re.compile(r"[-+−]?[0-9,.]*%?")
SHEETS, COLUMNS = 4, 4
CODES: Final = frozenset({"代码", "编号"})
"""What the preview has room for, and columns that it leaves out."""


class ExportPanel(QWidget):
    """Follows the week that the feed shows."""

    _moved = Signal(int, int)

    def __init__(self, context: AppContext, feed: BoardsFeed) -> None:
        super().__init__()
        self._context, self._feed = context, feed
        self.boards: Boards = {}
        self._of: tuple[object, ...] | None = None
        self._rows = ROWS
        self._stop = Event()
        self.kinds = {kind: QCheckBox(say(word)) for kind, word in KINDS.items()}
        self.movement = QCheckBox(self.tr("Columns for movement and change"))
        self.masked = QCheckBox(self.tr("Hide the middle of names"))
        for box in (*self.kinds.values(), self.movement, self.masked):
            box.setChecked(True)
            box.toggled.connect(self._show)
        self.sheets = Segments()
        self.sheets.setAccessibleName(self.tr("Sheets"))
        self.model = TableModel(())
        self.table = TableView(self.model)
        self.table.setAccessibleName(self.tr("Preview"))
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._count, self._file = label("", "meta2"), ElidedLabel("", "body", middle=True)
        self.banner = Banner("error", "")
        self.banner.hide()
        self.button = Button(self.tr("Export to Excel…"), icon="download", key="Ctrl E")
        self.bulletin_button = Button(self.tr("Weekly bulletin…"), icon="page", key="Ctrl P")
        self.progress, self.stop_button = ProgressBar(), Button(self.tr("Stop"), size="small")
        self._previews: tuple[SheetPreview, ...] = ()
        self._arrange()
        self._connect()
        self._show()

    @property
    def writing(self) -> bool:
        """Whether a workbook is being written."""
        return self.button.busy

    def set_compact(self, compact: bool) -> None:
        """Fewer rows of preview."""
        self._rows = COMPACT_ROWS if compact else ROWS
        self._show()

    def follow(self) -> None:
        """Another week, or the same one sealed anew: fetch its boards."""
        week, seal, shown = self._feed.week, self._feed.seal(), self._feed.shown
        now = (week, seal.id if seal else None, shown is None, shown.board if shown and not seal else None)
        if now == self._of:
            self._show()
            return
        if self._of is None or self._of[:2] != now[:2]:
            self.boards = {}
        self._of = now
        self._show()
        if week is not None and shown is not None:
            exports.week_boards(self._context, week, lambda got: self._got(now, got), lambda _error: None, self)

    def options(self) -> ExportOptions:
        """As chosen."""
        return ExportOptions(
            exporter=self._context.person.label,
            at=self._context.clock.now_ms(),
            kinds=frozenset(kind for kind, box in self.kinds.items() if box.isChecked()),
            measure=self._feed.measure,
            movement=self.movement.isChecked(),
            change=self.movement.isChecked(),
            mask_names=self.masked.isChecked(),
        )

    def ask_workbook(self) -> None:
        """Where to, then writes it."""
        if self.button.isEnabled() and not self.writing:
            self._ask(self._file.text(), self.tr("Excel workbook (*.xlsx)"), "xlsx", self.write)

    def ask_bulletin(self) -> None:
        """Where to, then writes PDF and picture."""
        if self.bulletin_button.isEnabled() and not self.bulletin_button.busy:
            name = Path(self._file.text().replace("云讲述周榜", "云讲述周报")).with_suffix(".pdf").name
            self._ask(name, self.tr("PDF, and the picture beside it (*.pdf)"), "pdf", self.write_bulletin)

    def write(self, path: Path) -> None:
        """The workbook."""
        self._stop.clear()
        self.banner.hide()
        self.button.set_busy(True, self.tr("Exporting…"))
        self.progress.set_fraction(0.0)
        self._bar.show()
        exports.write_workbook(
            self._context, self.boards, self.options(), path, self._moved.emit, self._stop.is_set, self._written,
            self._failed, self,
        )  # fmt: skip

    def write_bulletin(self, path: Path) -> None:
        """The bulletin."""
        self.banner.hide()
        self.bulletin_button.set_busy(True, self.tr("Painting…"))
        exports.write_bulletin(self._context, self.boards, path, self._written, self._failed, self)

    def _got(self, asked: object, boards: Boards) -> None:
        if asked == self._of:
            self.boards = boards
            self._show()

    def _ask(self, name: str, kind: str, suffix: str, then: Callable[[Path], None]) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self, self.tr("Export"), str(Path(folder) / name), kind)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suffix)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
        dialog.open()

    def _written(self, path: Path) -> None:
        self._idle()
        self.banner.set_state("info", self.tr("Written: {0}").format(path.name), str(path.parent))
        self.banner.show()

    def _failed(self, error: Exception) -> None:
        self._idle()
        fault = export_fault(error)
        if fault is None:
            failure = explain(error)
            if failure is None:
                self._context.background.unhandled.emit(error)
                return
            fault = failure.what, failure.do
        self.banner.set_state("error", *fault)
        self.banner.show()

    def _idle(self) -> None:
        self.button.set_busy(False)
        self.bulletin_button.set_busy(False)
        self._bar.hide()

    def _show(self, *_on: object) -> None:
        try:
            self._previews = preview(self.boards, self.options(), self._rows)
        except ExportError:
            self._previews = ()
        for kind, box in self.kinds.items():
            box.setEnabled(kind in self.boards)
        board = next(iter(self.boards.values()), None)
        self._file.setText(file_name(board) if board else "")
        self.button.setEnabled(bool(self._previews))
        self.bulletin_button.setEnabled(bool(self.boards))
        names = [f"{one.sheet} {one.section}".strip() for one in self._previews]
        self.sheets.set_segments(tuple(Segment(str(place), name) for place, name in enumerate(names[:SHEETS])))
        self._show_sheet()

    def _show_sheet(self) -> None:
        place = int(self.sheets.current() or 0)
        if place >= len(self._previews):
            self.model.set_columns(())
            self._count.setText("")
            return
        shown = self._previews[place]
        places = [at for at, heading in enumerate(shown.headings) if heading not in CODES][:COLUMNS]
        texts = {at: [row[at] for row in shown.rows] for at in places}
        numbers = {at: all(NUMBER.fullmatch(text) for text in texts[at]) for at in places}
        self.model.set_columns(tuple(_column(at, shown.headings[at], texts[at], numbers[at]) for at in places))
        self.table.spread_columns()
        self.model.set_rows([
            TableRow(str(at), tuple(Cell(row[to], small=True, right=numbers[to]) for to in places))
            for at, row in enumerate(shown.rows)
        ])  # fmt: skip
        self._count.setText(self.tr("first {0} of {1} lines").format(len(shown.rows), f"{shown.total:,}"))

    def _choices(self) -> QGridLayout:
        sheets = QGridLayout()
        sheets.setVerticalSpacing(8)
        for place, (kind, box) in enumerate(self.kinds.items()):
            first = TOP[kind]
            text = self.tr("all") if first is None else self.tr("first {0}").format(first)
            line = QHBoxLayout()
            line.setSpacing(6)
            line.addWidget(box)
            line.addWidget(label(text, "meta2"))
            line.addStretch(1)
            sheets.addLayout(line, place // 2, place % 2)
        return sheets

    def _arrange(self) -> None:
        options = QVBoxLayout()
        for box in (self.movement, self.masked):
            options.addWidget(box)
        head, files = QHBoxLayout(), QHBoxLayout()
        head.addWidget(label(self.tr("Preview"), "strong"))
        head.addStretch(1)
        head.addWidget(self._count)
        files.addWidget(self.button, 1)
        files.addWidget(self.bulletin_button, 1)
        self._bar = QWidget()
        bar = QHBoxLayout(self._bar)
        bar.setContentsMargins(0, 0, 0, 0)
        bar.addWidget(self.progress, 1)
        bar.addWidget(self.stop_button)
        self._bar.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(10)
        column.addWidget(label(self.tr("Sheets"), "strong"))
        column.addLayout(self._choices())
        column.addWidget(Line())
        column.addLayout(options)
        column.addLayout(head)
        column.addWidget(self.sheets)
        column.addWidget(self.table, 1)
        column.addWidget(self._file)
        column.addWidget(self.banner)
        column.addWidget(self._bar)
        column.addLayout(files)

    def _connect(self) -> None:
        self._feed.changed.connect(self.follow)
        self._feed.sealed.connect(self.follow)
        self.sheets.changed.connect(lambda _id: self._show_sheet())
        self.button.clicked.connect(self.ask_workbook)
        self.bulletin_button.clicked.connect(self.ask_bulletin)
        self.stop_button.clicked.connect(self._stop.set)
        self._moved.connect(lambda done, total: self.progress.set_fraction(done / max(1, total)))


def _column(place: int, heading: str, texts: list[str], number: bool) -> Column:
    """Wide enough for its heading of Chinese characters; what is left goes to the longest texts."""
    longest = max(map(len, texts), default=0)
    return Column(str(place), heading, 24 + 12 * len(heading), flex=max(longest, 1), right=number)
