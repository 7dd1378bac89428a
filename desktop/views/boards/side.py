"""The panel at the right: export of the week, and how it stands."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout

from desktop.context import AppContext
from desktop.ui.card import Panel, page_header
from desktop.ui.marks import Line
from desktop.views import Command
from desktop.views.boards.export_panel import ExportPanel
from desktop.views.boards.feed import BoardsFeed
from desktop.views.boards.sealing import SealCard


class SidePanel(Panel):
    """导出与发布."""

    def __init__(self, context: AppContext, feed: BoardsFeed) -> None:
        super().__init__("surface")
        self.seal_card = SealCard(context, feed)
        self.panel = ExportPanel(context, feed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(page_header(self.tr("Export and publish")))
        column.addWidget(self.panel, 1)
        column.addWidget(Line())
        column.addWidget(self.seal_card)

    def set_compact(self, compact: bool) -> None:
        """Less room."""
        self.panel.set_compact(compact)

    def may_close(self) -> bool:
        """Not while a workbook is being written: stopping it leaves nothing, but somebody waits for it."""
        return not self.panel.writing

    def commands(self) -> Sequence[Command]:
        """For the palette."""
        group = self.tr("Boards")
        return (
            Command("export", self.tr("Export to Excel…"), group, "sheet", "Ctrl E", self.export),
            Command("bulletin", self.tr("Weekly bulletin…"), group, "page", "Ctrl P", self.write_bulletin),
        )

    def export(self) -> None:
        """Ctrl+E."""
        self.panel.ask_workbook()

    def write_bulletin(self) -> None:
        """Ctrl+P."""
        self.panel.ask_bulletin()
