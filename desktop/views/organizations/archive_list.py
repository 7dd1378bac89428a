"""What an archive contains: a listing from which pictures and PDFs can be opened; nothing is unpacked to disk."""

from typing import Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desktop.marking import QT_TRANSLATE_NOOP
from desktop.ui.card import Panel
from desktop.ui.labels import ElidedLabel, IconLabel, label
from desktop.ui.marks import Line
from desktop.ui.table import Column, TableModel, TableView
from desktop.ui.table_delegate import Action, Cell, TableRow
from desktop.ui.theme import theme_of
from desktop.views.works.words import size_text
from inspection.documents.looking import DocumentFacts, Entry
from inspection.documents.sniff import Kind

ROW: Final = 32
MOST_SHOWN: Final = 4
"""Rows seen at once; the rest scrolls."""
_ICONS: Final = {Kind.JPEG: "image", Kind.PNG: "image", Kind.PDF: "pdf", Kind.ZIP: "zip", Kind.PROGRAM: "lock"}
_BLOCKED: Final = {
    "program": QT_TRANSLATE_NOOP("Archive", "A program, never opened"),
    "unsafe-name": QT_TRANSLATE_NOOP("Archive", "A name that leads out of its folder"),
    "encrypted": QT_TRANSLATE_NOOP("Archive", "Locked by a password"),
    "too-big": QT_TRANSLATE_NOOP("Archive", "Too large to be opened"),
    "broken": QT_TRANSLATE_NOOP("Archive", "Damaged"),
    "method": QT_TRANSLATE_NOOP("Archive", "Packed in an unusual way"),
}


class ArchiveList(Panel):
    """`opened(index)` of an entry that may be shown."""

    opened = Signal(int)

    def __init__(self) -> None:
        super().__init__("surface")
        self._entries: dict[str, Entry] = {}
        self._name = ElidedLabel("", "strong", middle=True)
        self._sum = label("", "meta2")
        self.table = TableView(
            TableModel((Column("name", "", 120, flex=1), Column("size", "", 84), Column("act", "", 84)))
        )
        self.table.horizontalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(theme_of(self).size(ROW))
        self.table.setAccessibleName(self.tr("Files of the archive"))
        self.table.opened.connect(self._open)
        self.table.acted.connect(lambda id, _action: self._open(id))
        head = QHBoxLayout()
        head.setContentsMargins(16, 8, 16, 8)
        head.setSpacing(8)
        head.addWidget(IconLabel("zip", "text2", 16))
        head.addWidget(self._name, 1)
        head.addWidget(self._sum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Line())
        column.addLayout(head)
        column.addWidget(self.table)

    def show_archive(self, name: str, facts: DocumentFacts) -> None:
        """Another listing."""
        self._entries = {str(entry.index): entry for entry in facts.entries}
        self._name.setText(name)
        count = self.tr("%n file(s)", "", len(facts.entries))
        size = size_text(sum(entry.bytes for entry in facts.entries))
        self._sum.setText(self.tr("{0} · {1} · listed only").format(count, size))
        self.table.rows.set_rows([self._row(entry) for entry in facts.entries])
        rows = min(MOST_SHOWN, max(1, len(facts.entries)))
        self.table.setFixedHeight(rows * theme_of(self).size(ROW) + 2)
        self.table.spread_columns()

    def _open(self, id: str) -> None:
        entry = self._entries.get(id)
        if entry is not None and entry.state == "preview":
            self.opened.emit(entry.index)

    def _row(self, entry: Entry) -> TableRow:
        words, icon = entry.name, _ICONS.get(entry.kind, "page")
        last = Cell(self.tr("Listed only"), ink="text3")
        if entry.state == "blocked":
            why = QCoreApplication.translate("Archive", _BLOCKED.get(entry.problem, _BLOCKED["broken"]))
            words, icon = f"{entry.name}（{why}）", "lock"
            last = Cell(self.tr("Blocked"), ink="text2")
        elif entry.state == "preview":
            last = Cell(actions=(Action("open", self.tr("Open")),))
        size = Cell(size_text(entry.bytes), ink="text2", small=True, right=True)
        return TableRow(str(entry.index), (Cell(words, icon=icon, icon_ink="text2", middle=True), size, last))
