"""The table of all works; narrow windows show fewer columns."""

from PySide6.QtWidgets import QWidget

from desktop.ui.table import Column, TableModel, TableView
from desktop.views.browse.rows import columns


class WorksTable(TableView):
    """`columns` are those on screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        model = TableModel(columns(compact=False))
        super().__init__(model, parent)
        model.setParent(self)
        self._model = model
        self.setAccessibleName(self.tr("All works"))

    @property
    def columns(self) -> tuple[Column, ...]:
        """Left to right."""
        return self._model.columns

    def set_compact(self, compact: bool) -> None:
        """Takes the rows away; set them again."""
        self._model.set_columns(columns(compact))
        self.spread_columns()
