"""The bar above the table: search, state, region, theme, order."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout

from contract.campaign import Theme
from contract.regions import REGIONS
from desktop.ui.card import Panel
from desktop.ui.dropdown import Dropdown
from desktop.ui.fields import SearchField
from desktop.ui.segments import Segment, Segments
from desktop.views.browse.pages_feed import Filter
from desktop.views.browse.rows import STATES
from desktop.views.works.particulars import theme_label


class Filters(Panel):
    """`chosen(filter, typing)` at each change."""

    chosen = Signal(object, bool)
    left = Signal()

    def __init__(self) -> None:
        super().__init__("surface", line="line")
        self._filter = Filter()
        self.search = SearchField(self.tr("Search title, number, whole name of the author"))
        words = {str(state): QCoreApplication.translate("BrowseRows", word) for state, (_, word) in STATES.items()}
        choices = {"": self.tr("All")} | words
        self.states = Segments(tuple(Segment(state, word) for state, word in choices.items()))
        self.states.setAccessibleName(self.tr("State"))
        self.region = _choices(self.tr("All regions"), list(REGIONS.items()), self.tr("Region"))
        themes = [(str(theme), theme_label(theme)) for theme in Theme]
        self.theme = _choices(self.tr("All themes"), themes, self.tr("Theme"))
        self.region.setMaximumWidth(132)
        self.theme.setMaximumWidth(152)
        self.sort = Dropdown()
        self.sort.setAccessibleName(self.tr("Order"))
        for sort, name in (("newest", self.tr("Newest first")), ("oldest", self.tr("Oldest first"))):
            self.sort.addItem(name, sort)
        self.sort.setMinimumWidth(self.sort.sizeHint().width())
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 16, 11)
        row.setSpacing(8)
        row.addWidget(self.search, 1)
        for part in (self.states, self.region, self.theme, self.sort):
            row.addWidget(part)
        self.search.setMinimumWidth(180)
        self.search.setMaximumWidth(420)
        row.addStretch(0)
        self.search.textChanged.connect(lambda _text: self._change(typing=True))
        self.search.returnPressed.connect(lambda: self._change(typing=False))
        self.search.left.connect(self.left)
        self.states.changed.connect(lambda _state: self._change())
        for box in (self.region, self.theme, self.sort):
            box.activated.connect(lambda _place: self._change())

    def clear(self) -> None:
        """Everything again, in the same order."""
        self._show(replace(Filter(), sort=self._filter.sort))
        self._change()

    def _show(self, wanted: Filter) -> None:
        self.search.blockSignals(True)
        self.search.setText(wanted.text)
        self.search.blockSignals(False)
        self.states.set_current(wanted.state or "")
        for box, value in ((self.region, wanted.region), (self.theme, wanted.theme), (self.sort, wanted.sort)):
            box.setCurrentIndex(max(0, box.findData(value)))

    def _change(self, typing: bool = False) -> None:
        self._filter = Filter(
            state=self.states.current() or None,
            region=self.region.currentData(),
            theme=self.theme.currentData(),
            text=self.search.text(),
            sort=self.sort.currentData(),
        )
        self.chosen.emit(self._filter, typing)


def _choices(everything: str, items: list[tuple[str, str]], name: str) -> Dropdown:
    box = Dropdown()
    box.setAccessibleName(name)
    box.addItem(everything, None)
    for value, words in items:
        box.addItem(words, value)
    return box
