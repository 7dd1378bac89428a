"""One conflict at a time: both decisions, and the three answers. Nothing is ever resolved by itself."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from contract.regions import short_region
from desktop.store.rows import ConflictRow
from desktop.ui.button import Button
from desktop.ui.labels import ElidedLabel, label
from desktop.views.sync_centre.objection_form import ObjectionForm
from desktop.views.sync_centre.sides import Sides
from desktop.views.sync_centre.thumb import Thumb
from desktop.views.works.conflict_desk import objection

_NOTHING_TO_DO: Final = {"version-mismatch", "withdrawn"}


class ConflictView(QWidget):
    """`answered(conflict, accept|object, objection)`; `later` leaves the conflict as it is."""

    answered = Signal(object, str, str)
    later = Signal()

    def __init__(self, picture: Callable[[str], QPixmap | None]) -> None:
        super().__init__()
        self.row: ConflictRow | None = None
        self._drafts: dict[str, str] = {}
        self._thumb = Thumb(picture)
        self._title = ElidedLabel("", "strong")
        self._place = ElidedLabel("", "meta2")
        self.sides = Sides()
        self._hint = label("", "meta2", wrap=True)
        self.form = ObjectionForm()
        self._foot = QStackedWidget()
        self._answers = self._buttons()
        self._foot.addWidget(self._answers)
        self._foot.addWidget(self.form)
        content = QWidget()
        inner = QVBoxLayout(content)
        inner.setContentsMargins(16, 12, 16, 0)
        inner.setSpacing(10)
        inner.addLayout(self._head())
        inner.addWidget(self.sides)
        inner.addWidget(self._hint)
        inner.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(content)
        self._scroll.viewport().setAutoFillBackground(False)
        content.setAutoFillBackground(False)
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 8, 16, 12)
        foot.addWidget(self._foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        column.addLayout(foot)
        self.form.sent.connect(self._object)
        self.form.left.connect(self.close_form)

    @property
    def objecting(self) -> bool:
        """Whether the objection is being written."""
        return self._foot.currentIndex() == 1

    def show_conflict(self, row: ConflictRow, now_ms: int) -> None:
        """Another conflict, or newer facts about the same."""
        if self.row is None or self.row.id != row.id:
            self.close_form()
        self.row = row
        self._thumb.show_poster(row.poster_id)
        self._title.setText(row.subject_title)
        self._place.setText(" · ".join(part for part in (short_region(row.region), row.subject_number) if part))
        self.sides.show_conflict(row, now_ms)
        self._hint.setText(self._advice(row))
        self._hint.setVisible(bool(self._hint.text()))
        self.object_button.setVisible(self.can_object)
        self.accept_button.setText(self._accept_words(row))
        self._fit_foot()

    @property
    def can_object(self) -> bool:
        """What has changed is simply reviewed again, so there is nothing to object to; nor is there when it is gone."""
        return self.row is not None and not (self.row.theirs is None and self.row.code in _NOTHING_TO_DO)

    def object(self) -> None:
        """1: asks for the words, with my reasons filled in."""
        if self.row is not None and self.can_object and not self.objecting:
            self._foot.setCurrentIndex(1)
            self.form.open_with(self._drafts.get(self.row.id) or objection(self.row))
            self._fit_foot()

    def accept(self) -> None:
        """2."""
        if self.row is not None and not self.objecting:
            self.answered.emit(self.row, "accept", "")

    def close_form(self) -> None:
        """Back to the three answers; what was written stays for this conflict."""
        if self.objecting and self.row is not None:
            self._drafts[self.row.id] = self.form.words()
            self._foot.setCurrentIndex(0)
            self._fit_foot()
            self.object_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _object(self, words: str) -> None:
        if self.row is not None:
            row = self.row
            self._drafts.pop(row.id, None)
            self._foot.setCurrentIndex(0)
            self._fit_foot()
            self.answered.emit(row, "object", words)

    def _head(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._place)
        words.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._thumb)
        head.addLayout(words, 1)
        return head

    def _buttons(self) -> QWidget:
        self.object_button = Button(self.tr("Ask for a second look, with my reasons"), icon="flag", key="1")
        self.accept_button = Button(self.tr("Accept the result in force"), icon="check", key="2")
        self.later_button = Button(self.tr("Later"), key="Esc")
        self.object_button.clicked.connect(self.object)
        self.accept_button.clicked.connect(self.accept)
        self.later_button.clicked.connect(self.later)
        buttons = QWidget()
        grid = QGridLayout(buttons)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        grid.addWidget(self.object_button, 0, 0, 1, 2)
        grid.addWidget(self.accept_button, 1, 0)
        grid.addWidget(self.later_button, 1, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        return buttons

    def _fit_foot(self) -> None:
        """A stack is as high as its highest page; this one only as the page shown."""
        page = self.form if self.objecting else self._answers
        page.ensurePolished()
        if (layout := page.layout()) is not None:
            layout.activate()
        self._foot.setFixedHeight(page.sizeHint().height())

    def _advice(self, row: ConflictRow) -> str:
        if row.theirs is None and row.code == "withdrawn":
            return self.tr("Your decision is kept; it has no effect.")
        if row.theirs is None and row.code == "version-mismatch" and row.subject_kind != "work":
            return self.tr("Open it again to review the new version.")
        if row.theirs is None and row.code == "version-mismatch":
            return self.tr("Claim it again to review the new version.")
        if row.theirs is None:
            return self.tr("Your decision is kept; a platform admin can look at it, or you leave it to the other.")
        if row.same_decision:
            return self.tr("You both decided the same; you can simply accept.")
        return ""

    def _accept_words(self, row: ConflictRow) -> str:
        if row.theirs is None and row.code in _NOTHING_TO_DO:
            return self.tr("Understood")
        if row.theirs is None:
            return self.tr("Leave it to the other")
        return self.tr("Accept the result in force")
