"""通过 · 驳回… · 跳过 · 标记, and where the last decision is. Docks in the inspector or under the transport."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.button import Button
from desktop.ui.card import Box, Panel
from desktop.ui.labels import ElidedLabel, IconLabel
from desktop.ui.marks import Line
from desktop.ui.switch import Switch
from desktop.views.works.last_decision import LastDecision, Undo


class DecisionBar(Panel):
    """Buttons that say what was pressed; the page decides what follows."""

    approve = Signal()
    reject = Signal()
    skip = Signal()
    mark = Signal()
    undo = Signal()
    advance_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent=parent)
        self.approve_button = Button(self.tr("Approve"), "approve", icon="check", key="A", size="decision")
        self.reject_button = Button(self.tr("Reject…"), "reject", icon="x", key="R", size="decision")
        self.skip_button = Button(self.tr("Skip"), "ghost", key="S", size="small")
        self.mark_button = Button(self.tr("Mark"), "ghost", key="M", size="small")
        self.advance = Switch(self.tr("Auto-advance"), label_first=True)
        self.undo_button = Button(self.tr("Undo"), "ghost", icon="undo", key="Z", size="small")
        self._icon = IconLabel("outbox", "text2", 16)
        self.headline = ElidedLabel("", "caption")
        self.status = ElidedLabel("", "meta")
        self._last = self._last_box()
        self._main = QHBoxLayout()
        self._main.setSpacing(8)
        self._main.addWidget(self.approve_button, 1)
        self._main.addWidget(self.reject_button, 1)
        self._extra = QHBoxLayout()
        self._extra.setSpacing(4)
        self._extra.addWidget(self.skip_button)
        self._extra.addWidget(self.mark_button)
        self._extra.addStretch()
        self._extra.addWidget(self.advance)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(Line())
        self._column = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        outer.addLayout(self._column)
        self._column.setContentsMargins(16, 12, 16, 12)
        self._column.setSpacing(8)
        self._column.addLayout(self._main)
        self._column.addLayout(self._extra)
        self._column.addWidget(self._last)
        self.setAccessibleName(self.tr("Decision"))
        self._connect()
        self.show_last(None, "")

    def show_last(self, last: LastDecision | None, undo: Undo) -> None:
        """Tells where the last decision is; `undo` says whether Z can take it back."""
        self.undo_button.setVisible(bool(last and undo))
        self._icon.set_icon(*(last.icon() if last else ("outbox", "disabled")))
        if last is None:
            self.headline.setText(self.tr("Nothing decided yet"))
            self.status.setText(self.tr("Kept here first, then sent"))
            return
        self.headline.setText(last.headline())
        self.status.setText(last.status())
        self.undo_button.setToolTip(
            self.tr("Takes the confirmed decision back; this is noted in the history")
            if undo == "take_back"
            else self.tr("Takes the decision out of the outbox")
        )
        self._last.setAccessibleName(f"{last.headline()}, {last.status()}")

    def set_decidable(self, on: bool) -> None:
        """Whether there is an open work to decide."""
        for button in (self.approve_button, self.reject_button, self.skip_button):
            button.setEnabled(on)

    def set_compact(self, compact: bool) -> None:
        """Fewer words beside the switch."""
        self.advance.setText(self.tr("Auto-next") if compact else self.tr("Auto-advance"))
        self.advance.updateGeometry()

    def set_docked_below(self, below: bool) -> None:
        """Lies flat under the transport, or stands in the inspector."""
        direction = QBoxLayout.Direction.LeftToRight if below else QBoxLayout.Direction.TopToBottom
        self._column.setDirection(direction)
        self._column.setStretchFactor(self._main, 3 if below else 0)
        self._column.setStretchFactor(self._last, 2 if below else 0)

    def _last_box(self) -> QWidget:
        box = Box("surface2", "line")
        row = QHBoxLayout(box)
        row.setContentsMargins(12, 6, 4, 6)
        row.setSpacing(8)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.headline)
        words.addWidget(self.status)
        row.addLayout(words, 1)
        row.addWidget(self.undo_button)
        return box

    def _connect(self) -> None:
        self.approve_button.clicked.connect(self.approve)
        self.reject_button.clicked.connect(self.reject)
        self.skip_button.clicked.connect(self.skip)
        self.mark_button.clicked.connect(self.mark)
        self.undo_button.clicked.connect(self.undo)
        self.advance.toggled.connect(self.advance_changed)
        for button in (self.approve_button, self.reject_button, self.skip_button, self.mark_button, self.undo_button):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
