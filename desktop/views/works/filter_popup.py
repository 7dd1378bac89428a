"""Where the person chooses which works the queue shows, and in which order."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFormLayout, QVBoxLayout, QWidget

from contract.campaign import Theme
from contract.regions import REGIONS
from desktop.marking import QT_TRANSLATE_NOOP
from desktop.ui.button import Button
from desktop.ui.dropdown import Dropdown
from desktop.ui.labels import label
from desktop.ui.painting import paint_box
from desktop.ui.theme import theme_of
from desktop.views.works.filter_choice import Choice
from desktop.views.works.particulars import theme_label
from desktop.views.works.queue_rows import STATE_FILTERS

SORTS = {
    "oldest": QT_TRANSLATE_NOOP("FilterPopup", "Sent first"),
    "newest": QT_TRANSLATE_NOOP("FilterPopup", "Sent last"),
    "shortest": QT_TRANSLATE_NOOP("FilterPopup", "Shortest"),
    "longest": QT_TRANSLATE_NOOP("FilterPopup", "Longest"),
    "expiry": QT_TRANSLATE_NOOP("FilterPopup", "Claim ends first"),
}


class FilterPopup(QWidget):
    """Acts at once; closes by Esc or a click elsewhere."""

    chosen = Signal(object)
    """The new Choice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._choice = Choice()
        self.setAccessibleName(self.tr("Filter and order"))
        self.setFixedWidth(theme_of(self).size(288))
        self.boxes = [Dropdown() for _ in range(4)]
        self._region, self._theme, self._state, self._sort = self.boxes
        self._fill(self._region, self.tr("All regions"), [(code, name) for code, name in REGIONS.items()])
        self._fill(self._theme, self.tr("All themes"), [(str(theme), theme_label(theme)) for theme in Theme])
        for state, text in STATE_FILTERS.items():
            self._state.addItem(QCoreApplication.translate("QueueRows", text), state)
        for sort, text in SORTS.items():
            self._sort.addItem(QCoreApplication.translate("FilterPopup", text), sort)
        self.clear = Button(self.tr("Clear filters"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        names = (self.tr("Region"), self.tr("Theme"), self.tr("State"), self.tr("Order"))
        for name, box in zip(names, self.boxes, strict=True):
            box.setAccessibleName(name)
            form.addRow(label(name, "secondary"), box)
            box.activated.connect(self._changed)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        column.addLayout(form)
        column.addWidget(self.clear)
        self.clear.clicked.connect(self._clear)

    def open_at(self, place: QPoint, choice: Choice) -> None:
        """Opens with its top right corner at `place` (global), showing `choice`."""
        self._show(choice)
        self.adjustSize()
        self.move(place - QPoint(self.width(), 0))
        self.show()
        self._region.setFocus(Qt.FocusReason.PopupFocusReason)

    @staticmethod
    def _fill(box: Dropdown, everything: str, items: list[tuple[str, str]]) -> None:
        box.addItem(everything, None)
        for code, name in items:
            box.addItem(name, code)

    def _show(self, choice: Choice) -> None:
        self._choice = choice
        values = (choice.region, choice.theme, choice.state, choice.sort)
        for box, value in zip(self.boxes, values, strict=True):
            box.setCurrentIndex(max(0, box.findData(value)))
        self.clear.setEnabled(choice.active > 0)

    def _changed(self) -> None:
        region, theme, state, sort = (box.currentData() for box in self.boxes)
        self._become(Choice(region, theme, state, sort))

    def _clear(self) -> None:
        self._become(replace(Choice(), sort=self._choice.sort))

    def _become(self, choice: Choice) -> None:
        self._show(choice)
        self.chosen.emit(choice)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        paint_box(painter, QRectF(self.rect()), 0, theme.color("surface"), theme.color("control"))
        painter.end()
