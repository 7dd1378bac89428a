"""导入名单: choose a file, look at what each line would bring about, and only then import it."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.context import AppContext
from desktop.failures import explain
from desktop.operations import rosters
from desktop.operations.rosters import Results
from desktop.rosters.reading import FileLine, RosterFileError
from desktop.rosters.template import TemplateNotSavedError
from desktop.ui.banner import Banner
from desktop.ui.button import Button
from desktop.ui.card import Panel, page_header
from desktop.ui.empty_state import EmptyState
from desktop.ui.labels import ElidedLabel
from desktop.ui.marks import Line
from desktop.ui.segments import Segment, Segments
from desktop.ui.table import Column, TableModel, TableView
from desktop.ui.table_delegate import Cell, TableRow
from desktop.views.members.roster_words import GROUPS, counts_of, fault_words, group_of, outcome_words


class RosterView(Panel):
    """`left` when it is over, or nothing was wanted. A failed import goes on where it stopped: same lines, same id."""

    left = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__("surface")
        self._context = context
        self._lines: tuple[FileLine, ...] = ()
        self._results: Results = {}
        self._batch = ""
        self._done = False
        self.banner = Banner("error", "")
        self.again = Button(self.tr("Try again"), icon="refresh", size="small")
        self.choose_button = Button(self.tr("Choose a file…"), "primary", icon="sheet")
        self.template_button = Button(self.tr("Save the template…"), icon="download")
        self.back = Button(self.tr("Back"), "ghost", key="Esc")
        self.import_button = Button("", "approve", icon="check", size="decision")
        self.other = Button(self.tr("Another file…"))
        self.segments = Segments()
        self.segments.setAccessibleName(self.tr("Which lines"))
        self.model = TableModel(self._columns())
        self.table = TableView(self.model)
        self.table.setAccessibleName(self.tr("Lines of the file"))
        self._name, self._sum = ElidedLabel("", "meta2", middle=True), ElidedLabel("", "meta2")
        self._stack = QStackedWidget()
        self._start = EmptyState("sheet", "")
        self._stack.addWidget(self._start)
        self._stack.addWidget(self._preview())
        self._arrange()
        self._connect()
        self.setAcceptDrops(True)
        self.start()

    def start(self) -> None:
        """Nothing is chosen."""
        self._lines, self._results, self._batch, self._done = (), {}, "", False
        self._tell("", "")
        line = self.tr(
            "Staff no., name and mobile of your members. Applications that match pass at once; the others are kept and"
            " pass when they arrive. Nothing happens before you have seen the preview and confirmed it."
        )
        title = self.tr("Import a member list from Excel")
        self._start.set_state("sheet", title, line, (self.choose_button, self.template_button))
        self._name.setText("")
        self._stack.setCurrentIndex(0)

    def read_file(self, path: Path) -> None:
        """Reads a list and asks the server what it would bring about."""
        self.start()
        self._name.setText(path.name)
        self.choose_button.set_busy(True, self.tr("Reading…"))
        rosters.read(self._context, path, self._read, self._failed, self)

    def choose(self) -> None:
        """Asks for a file."""
        dialog = QFileDialog(self, self.tr("Choose a member list"), "", self.tr("Excel workbook (*.xlsx)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.read_file(Path(name)))
        dialog.open()

    def save_template(self) -> None:
        """Asks where the template goes."""
        dialog = QFileDialog(self, self.tr("Save the template"), "成员名单.xlsx", self.tr("Excel workbook (*.xlsx)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("xlsx")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self._save_template(Path(name)))
        dialog.open()

    def confirm(self) -> None:
        """Imports the good lines; after the import it closes."""
        if self._done:
            self.left.emit()
            return
        if not self._results or self.import_button.busy or self._is_away():
            return
        self._batch = self._batch or rosters.new_batch(self._context)
        self._tell("", "")
        self.import_button.set_busy(True, self.tr("Importing…"))
        rosters.import_lines(self._context, self._batch, self._lines, self._imported, self._failed, self)

    def step_back(self) -> None:
        """Esc; not while lines are being imported."""
        if not self.import_button.busy:
            self.left.emit()

    def shown_lines(self) -> list[FileLine]:
        """Those of the chosen segment."""
        wanted = self.segments.current()
        return [line for line in self._lines if wanted in ("all", group_of(line, self._results))]

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event) is not None and not self.import_button.busy:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped(event)
        if path is not None:
            self.read_file(path)

    def _read(self, lines: tuple[FileLine, ...]) -> None:
        self._lines = lines
        if all(line.error is not None for line in lines):
            self._show_preview({})
        else:
            self._ask_preview()

    def _ask_preview(self) -> None:
        if self._is_away():
            return
        self._tell("", "")
        self.choose_button.set_busy(True, self.tr("Asking the server…"))
        rosters.preview(self._context, self._lines, self._show_preview, self._failed, self)

    def _imported(self, results: Results) -> None:
        self.import_button.set_busy(False)
        self._done = True
        counts = counts_of(self._lines, results)
        self._show_preview(results)
        said = self.tr("%n application(s) passed, an SMS follows.", "", counts["passes"])
        kept = self.tr("%n line(s) kept for later applications.", "", counts["kept"])
        self.banner.set_state("info", self.tr("The list is imported"), f"{said}{kept}")
        self.banner.show()

    def _failed(self, error: Exception) -> None:
        self.import_button.set_busy(False)
        self.choose_button.set_busy(False)
        if isinstance(error, RosterFileError):
            self._tell(*fault_words(error.fault))
            return
        failure = explain(error)
        if failure is None:
            self._context.background.unhandled.emit(error)
            return
        kept = failure.do
        if self._batch:
            kept = self.tr("What was imported counts once. Try again: it goes on where it stopped.")
        self._tell(failure.what, kept, again=bool(self._lines))

    def _is_away(self) -> bool:
        """Says so when the server cannot be reached: a list is checked there."""
        if self._context.sync.network.reachable:
            return False
        self.choose_button.set_busy(False)
        line = self.tr("The list is checked on the server; the file stays chosen. Try again with a network.")
        self._tell(self.tr("This needs the network."), line, again=True)
        return True

    def _try_again(self) -> None:
        if self._batch:
            self.confirm()
        else:
            self._ask_preview()

    def _save_template(self, path: Path) -> None:
        def saved(_nothing: None) -> None:
            self.banner.set_state("info", self.tr("The template is saved"), str(path))
            self.again.hide()
            self.banner.show()

        def failed(error: Exception) -> None:
            if not isinstance(error, TemplateNotSavedError):
                self._context.background.unhandled.emit(error)
            elif error.in_use:
                do = self.tr("Close it in other programs or choose another name.")
                self._tell(self.tr("The template cannot be written there"), do)
            else:
                do = self.tr("Choose another folder, or make room on the disk.")
                self._tell(self.tr("The template could not be saved"), do)

        rosters.template(self._context, path, saved, failed, self)

    def _tell(self, what: str, line: str, again: bool = False) -> None:
        self.banner.setVisible(bool(what))
        self.again.setVisible(again)
        if what:
            self.banner.set_state("error", what, line)

    def _show_preview(self, results: Results) -> None:
        self._results = results
        self.choose_button.set_busy(False)
        counts = counts_of(self._lines, self._results)
        names = {
            "all": self.tr("All"),
            "passes": self.tr("Passed") if self._done else self.tr("Will pass"),
            "kept": self.tr("Kept for later"),
            "member": self.tr("Already members"),
            "differs": self.tr("Name differs"),
            "wrong": self.tr("Not imported"),
        }
        self.segments.set_segments(tuple(Segment(id, names[id], counts[id]) for id in GROUPS))
        good = counts["all"] - counts["wrong"]
        self.import_button.setText(self.tr("Done") if self._done else self.tr("Import %n line(s)", "", good))
        self.import_button.setEnabled(self._done or bool(self._results))
        self.other.setVisible(not self._done)
        wrong = self.tr("%n line(s) with errors are left out.", "", counts["wrong"]) if counts["wrong"] else ""
        self._sum.setText("" if self._done else wrong)
        self._show_lines()
        self._stack.setCurrentIndex(1)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_lines(self) -> None:
        rows = []
        for line in self.shown_lines():
            kind, words = outcome_words(line, self._results)
            cells = (
                Cell(str(line.number), ink="text2"), Cell(line.employee_no), Cell(line.name), Cell(line.phone),
                Cell(words, chip=kind),
            )  # fmt: skip
            rows.append(TableRow(str(line.number), cells))
        self.model.set_rows(rows)
        if rows and not self.table.current_id():
            self.table.select(rows[0].id)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("line", self.tr("Line"), 64),
            Column("employee_no", self.tr("Staff no."), 120),
            Column("name", self.tr("Name"), 140),
            Column("phone", self.tr("Mobile"), 160),
            Column("result", self.tr("Result"), 200, flex=1),
        )

    def _preview(self) -> QWidget:
        preview = QWidget()
        column = QVBoxLayout(preview)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        tools = QHBoxLayout()
        tools.setContentsMargins(16, 12, 16, 12)
        tools.addWidget(self.segments)
        tools.addStretch(1)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 12, 16, 12)
        foot.setSpacing(8)
        foot.addWidget(self._sum, 1)
        foot.addWidget(self.other)
        foot.addWidget(self.import_button)
        column.addLayout(tools)
        column.addWidget(self.table, 1)
        column.addWidget(Line())
        column.addLayout(foot)
        return preview

    def _arrange(self) -> None:
        layout = self.banner.layout()
        assert layout is not None
        layout.addWidget(self.again)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(page_header(self.tr("Import of members"), self._name, actions=(self.back,)))
        column.addWidget(self.banner)
        column.addWidget(self._stack, 1)
        self.setAccessibleName(self.tr("Import of members"))

    def _connect(self) -> None:
        self.choose_button.clicked.connect(self.choose)
        self.other.clicked.connect(self.choose)
        self.template_button.clicked.connect(self.save_template)
        self.import_button.clicked.connect(self.confirm)
        self.back.clicked.connect(self.step_back)
        self.again.clicked.connect(self._try_again)
        self.segments.changed.connect(lambda _id: self._show_lines())


def _dropped(event: QDropEvent) -> Path | None:
    """The one workbook that is dropped."""
    urls = event.mimeData().urls()
    path = Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
    return path if path is not None and path.suffix.lower() == ".xlsx" else None
