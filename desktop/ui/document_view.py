"""The viewer of documents: toolbar and canvas, or a word about why there is nothing to see."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.ui.button import Button
from desktop.ui.card import Panel
from desktop.ui.document_canvas import DocumentCanvas
from desktop.ui.empty_state import EmptyState
from desktop.ui.labels import label
from desktop.ui.theme import theme_of

LOADING_MS = 400
"""Words about loading come only after this."""


class DocumentView(Panel):
    """Shows what it is given; signals ask for another page, a sharper picture or the whole window.

    `message` is what stands in place of a picture, an empty text when there is one.
    """

    page_wanted = Signal(int)
    """The page to show, counted from 0."""
    sharper_wanted = Signal(int)
    """Pixels that the long side of a picture should have."""
    full_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("well", parent=parent)
        self.canvas = DocumentCanvas()
        self._page, self._pages = 0, 1
        self._words = EmptyState("page", "", well=True)
        self.message = ""
        self._stack = QStackedWidget()
        for part in (self.canvas, self._words):
            self._stack.addWidget(part)
        self._late = QTimer(self, singleShot=True, interval=LOADING_MS)
        self._late.timeout.connect(lambda: self._say("pend", self.tr("Opening the document…"), ""))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._toolbar())
        column.addWidget(self._stack, 1)
        self._connect()
        self.setAccessibleName(self.tr("Document"))
        self._show_state()

    @property
    def page(self) -> int:
        """The page shown, counted from 0."""
        return self._page

    def show_picture(self, image: QImage, full: QSize, most: int, page: int = 0, pages: int = 1) -> None:
        """A page, fitted; `full` is its own size in px or points, `most` the longest useful long side in px."""
        self._late.stop()
        self._page, self._pages = page, pages
        self.message = ""
        self._stack.setCurrentWidget(self.canvas)
        self.canvas.show_picture(image, full, most)
        self._show_state()

    def show_sharper(self, image: QImage) -> None:
        """The same page with more pixels."""
        self.canvas.show_sharper(image)

    def show_loading(self) -> None:
        """Something is coming; says so when it takes long."""
        self.canvas.clear()
        self.message = ""
        self._stack.setCurrentWidget(self.canvas)
        self._late.start()
        self._show_state()

    def show_message(self, icon: str, title: str, line: str = "", actions: tuple[Button, ...] = ()) -> None:
        """Why there is nothing to see."""
        self._late.stop()
        self._page, self._pages = 0, 1
        self._say(icon, title, line, actions)

    def zoom_in(self) -> None:
        """+."""
        self.canvas.zoom_by(1)

    def zoom_out(self) -> None:
        """-."""
        self.canvas.zoom_by(-1)

    def fit(self) -> None:
        """0."""
        self.canvas.fit()

    def turn(self) -> None:
        """T."""
        if self.canvas.has_picture:
            self.canvas.turn()

    def go(self, by: int) -> None:
        """PgUp and PgDn."""
        page = self._page + by
        if 0 <= page < self._pages:
            self.page_wanted.emit(page)

    def _say(self, icon: str, title: str, line: str, actions: tuple[Button, ...] = ()) -> None:
        self.canvas.clear()
        self.message = title
        self._words.set_state(icon, title, line, actions)
        self._stack.setCurrentWidget(self._words)
        self.setAccessibleDescription(f"{title} {line}".strip())
        self._show_state()

    def _toolbar(self) -> QWidget:
        bar = Panel("well2", "wline")
        bar.setFixedHeight(theme_of(self).size(40))
        row = QHBoxLayout(bar)
        row.setContentsMargins(8, 0, 8, 1)
        row.setSpacing(4)
        self.zoom_out_button = _tool("zoomout", self.tr("Smaller (-)"))
        self.percent = label("", "caption", well=True)
        self.percent.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.percent.setFixedWidth(theme_of(self).size(48))
        self.zoom_in_button = _tool("zoomin", self.tr("Larger (+)"))
        self.fit_button = _tool("fit", self.tr("Fit the whole page (0)"))
        self.turn_button = _tool("rotate", self.tr("Turn clockwise (T)"))
        self.pages = label("", "meta", well=True)
        self.back_button = _tool("left", self.tr("Previous page (PgUp)"))
        self.next_button = _tool("right", self.tr("Next page (PgDn)"))
        self.full_button = _tool("full", self.tr("Whole window"))
        for part in (self.zoom_out_button, self.percent, self.zoom_in_button, self.fit_button, self.turn_button):
            row.addWidget(part)
        row.addStretch()
        for part in (self.back_button, self.pages, self.next_button, self.full_button):
            row.addWidget(part)
        return bar

    def _connect(self) -> None:
        self.zoom_out_button.clicked.connect(self.zoom_out)
        self.zoom_in_button.clicked.connect(self.zoom_in)
        self.fit_button.clicked.connect(self.fit)
        self.turn_button.clicked.connect(self.turn)
        self.back_button.clicked.connect(lambda: self.go(-1))
        self.next_button.clicked.connect(lambda: self.go(1))
        self.full_button.clicked.connect(self.full_wanted)
        self.canvas.zoomed.connect(self._show_state)
        self.canvas.sharper_wanted.connect(self.sharper_wanted)

    def _show_state(self) -> None:
        there = self.canvas.has_picture
        for button in (self.zoom_out_button, self.zoom_in_button, self.fit_button, self.turn_button):
            button.setEnabled(there)
        self.percent.setText(self.tr("{0} %").format(round(self.canvas.zoom * 100)) if there else "")
        many = there and self._pages > 1
        for part in (self.back_button, self.pages, self.next_button):
            part.setVisible(many)
        self.back_button.setEnabled(self._page > 0)
        self.next_button.setEnabled(self._page < self._pages - 1)
        self.pages.setText(self.tr("{0} / {1}").format(self._page + 1, self._pages) if many else "")
        where = self.tr("Page {0} of {1}").format(self._page + 1, self._pages)
        self.canvas.setAccessibleName(where if there else self.tr("No document"))
        if there:
            self.setAccessibleDescription(where)


def _tool(icon: str, name: str) -> Button:
    button = Button(kind="well_ghost", icon=icon, size="small")
    button.setAccessibleName(name)
    button.setToolTip(name)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
