"""Where the three panels stand: splitter, compact mode, folded inspector, full screen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QStackedWidget, QVBoxLayout, QWidget

from desktop.settings import Key, Settings, splitter
from desktop.ui.card import Panel
from desktop.ui.marks import Line
from desktop.ui.theme import theme_of

if TYPE_CHECKING:
    from desktop.views.works.decision_bar import DecisionBar
    from desktop.views.works.queue_panel import QueuePanel
    from desktop.views.works.viewer import Viewer

USUAL, COMPACT = (304, 712, 344), (256, 644, 300)
QUEUE_MIN, QUEUE_MAX, VIEWER_MIN, SIDE_MIN, SIDE_MAX = 240, 400, 560, 288, 420
COMPACT_WIDTH, COMPACT_HEIGHT = 1360, 800


class _Handle(QSplitterHandle):
    """1 px line in a 6 px zone; a double click restores."""

    def __init__(self, splitter: Panels) -> None:
        super().__init__(Qt.Orientation.Horizontal, splitter)
        self._panels = splitter
        line = QVBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(Line(vertical=True))

    def mouseDoubleClickEvent(self, event: object) -> None:
        self._panels.restored.emit()


class Panels(QSplitter):
    """Queue | viewer | side."""

    restored = Signal()

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setHandleWidth(1)

    def createHandle(self) -> QSplitterHandle:
        return _Handle(self)


class PageLayout(QObject):
    """Arranges the panels of one page and remembers it for the role; middle and side are empty until `furnish`."""

    compact_changed = Signal(bool)

    def __init__(self, page: QWidget, queue: QueuePanel, settings: Settings, role: str) -> None:
        super().__init__(page)
        self._page, self._queue, self._settings, self._role = page, queue, settings, role
        self._viewer: Viewer | None = None
        self._bar: DecisionBar | None = None
        middle, self.side = Panel("well"), Panel("surface")
        self._middle, self._inspector_dock = _column(middle), _column(self.side)
        self._header = Panel("surface")  # the place of the viewer's
        self._header.setFixedHeight(theme_of(page).size(56))
        self._middle.addWidget(self._header, 0, Qt.AlignmentFlag.AlignTop)
        self.panels = Panels()
        for part in (queue, middle, self.side):
            self.panels.addWidget(part)
        for place in range(3):
            self.panels.setCollapsible(place, False)
            self.panels.setStretchFactor(place, 1 if place == 1 else 0)
        queue.setMinimumWidth(QUEUE_MIN)
        queue.setMaximumWidth(QUEUE_MAX)
        middle.setMinimumWidth(VIEWER_MIN)
        self.side.setMinimumWidth(SIDE_MIN)
        self.side.setMaximumWidth(SIDE_MAX)
        outer = QVBoxLayout(page)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.panels)
        self.compact = False
        self.folded = False
        self.full = False
        self._side_needed = False
        self._hidden: list[QWidget] = []
        self._was_maximized = False
        self._take_widths()
        self.panels.restored.connect(self.restore)
        self.panels.splitterMoved.connect(self._remember)
        page.installEventFilter(self)

    def furnish(self, viewer: Viewer, side: QStackedWidget, bar: DecisionBar) -> None:
        """Puts the viewer into the middle, inspector and decision bar to the side."""
        self._viewer, self._bar = viewer, bar
        self._header.hide()
        self._header.deleteLater()
        self._middle.addWidget(viewer, 1)
        self._inspector_dock.addWidget(side, 1)
        self._inspector_dock.addWidget(bar)
        for part in (viewer, side, bar):
            part.show()
        for part in (viewer, bar):
            self.compact_changed.connect(part.set_compact)
            part.set_compact(self.compact)

    def restore(self) -> None:
        """Back to the widths of the design."""
        self._set_usual_widths()
        self._remember()

    def _set_usual_widths(self) -> None:
        usual = COMPACT if self.compact else USUAL
        rest = self.panels.width() - usual[0] - usual[2] - 2
        self.panels.setSizes([usual[0], max(VIEWER_MIN, rest), usual[2]])

    def toggle_inspector(self) -> None:
        """Folds the inspector away, or back; while it is away the decision bar docks under the transport."""
        self.folded = not self.folded
        self._arrange()

    def need_side(self, needed: bool) -> None:
        """The reject panel wants its place even where the inspector is folded or the screen is full."""
        self._side_needed = needed
        self._arrange()

    def set_full(self, full: bool) -> None:
        """The viewer alone on the whole screen, or back."""
        if full == self.full:
            return
        self.full = full
        window = self._page.window()
        if full:
            self._was_maximized = window.isMaximized()
            self._hidden = [part for part in _surroundings(self._page) if part.isVisible()]
            for part in self._hidden:
                part.hide()
            window.showFullScreen()
        else:
            for part in self._hidden:
                part.show()
            self._hidden = []
            window.showMaximized() if self._was_maximized else window.showNormal()
        self._arrange()
        if self._viewer is not None:
            self._viewer.set_full(full)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._page:
            self._choose_mode()
        return False

    def _choose_mode(self) -> None:
        window = self._page.window()
        compact = window.width() < COMPACT_WIDTH or window.height() < COMPACT_HEIGHT
        if compact != self.compact:
            self.compact = compact
            self._queue.set_compact(compact)
            self.compact_changed.emit(compact)
            self._take_widths()

    def _arrange(self) -> None:
        if self._viewer is None or self._bar is None:
            return
        docked = self.folded and not self.full
        if docked != (self._viewer.dock.indexOf(self._bar) >= 0):
            (self._viewer.dock if docked else self._inspector_dock).addWidget(self._bar)
            self._bar.set_docked_below(docked)
        self._bar.setVisible(not self._side_needed)
        self._queue.setVisible(not self.full)
        self.side.setVisible(self._side_needed or not (self.folded or self.full))
        self._viewer.header.unfold_button.setVisible(docked)
        self._viewer.fit_rows()

    def _remember(self) -> None:
        if not self.full:
            self._settings.set(self._key, QByteArray(self.panels.saveState()))

    @property
    def _key(self) -> Key[QByteArray]:
        """Small and usual windows are remembered apart."""
        return splitter("works/compact" if self.compact else "works/main", self._role)

    def _take_widths(self) -> None:
        """Those remembered, else those of the design."""
        stored = self._settings.get(self._key)
        if stored.isEmpty() or not self.panels.restoreState(stored):
            self._set_usual_widths()
        self.panels.setHandleWidth(1)


def _column(panel: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(panel)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column


def _surroundings(part: QWidget) -> Iterator[QWidget]:
    """Everything in the window beside `part` and what contains it; other pages of a stack hide by themselves."""
    while (parent := part.parentWidget()) is not None and not part.isWindow():
        if not isinstance(parent, QStackedWidget):
            children = parent.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
            yield from (child for child in children if child is not part and not child.isWindow())
        part = parent
