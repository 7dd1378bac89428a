"""Names and values below each other; rows are made once and used again."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.labels import FactRow

NAME_WIDTH = 48
"""Least width of the names, px."""


class FieldList(QWidget):
    """`after_first` stands below the first row."""

    def __init__(self, after_first: QWidget | None = None, name_width: int = NAME_WIDTH) -> None:
        super().__init__()
        self._name_width = name_width
        self._rows: list[FactRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._inserted = after_first
        if after_first is not None:
            self._column.addWidget(after_first)

    def show_fields(self, fields: tuple[tuple[str, str], ...]) -> None:
        """Shows (name, value) in order."""
        while len(self._rows) < len(fields):
            row = FactRow("", name_width=self._name_width)
            place = len(self._rows) + (1 if self._inserted is not None and self._rows else 0)
            self._rows.append(row)
            self._column.insertWidget(place, row)
        for index, row in enumerate(self._rows):
            row.setVisible(index < len(fields))
            if index < len(fields):
                row.name.setText(fields[index][0])
                row.set_value(fields[index][1])
