"""作品审核: title, how long the claim lasts, and what can be done with the batch."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from desktop.clock import Clock
from desktop.ui.button import Button
from desktop.ui.icons import icon
from desktop.ui.labels import label
from desktop.ui.marks import StatusChip
from desktop.ui.theme import theme_of
from desktop.views.works.claim_clock import ASK_MS, claim_level
from desktop.views.works.words import countdown_text


class QueueHeader(QWidget):
    """Emits `expires_soon` once per deadline when 5 min are left."""

    release_current = Signal()
    release_all = Signal()
    renew = Signal()
    expires_soon = Signal()

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._expires_at: int | None = None
        self._asked_for: int | None = None
        self._chip = StatusChip("plain", "", icon="pend")
        self._chip.hide()
        self.setFixedHeight(theme_of(self).size(56))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 8, 0)
        row.setSpacing(4)
        row.addWidget(label(self.tr("Works"), "page"))
        row.addStretch()
        row.addWidget(self._chip)
        self._more = Button(kind="ghost", icon="more")
        self._more.setAccessibleName(self.tr("Claimed batch"))
        self._more.setToolTip(self.tr("Claimed batch"))
        self._more.clicked.connect(self._open_menu)
        row.addWidget(self._more)
        self._timer = QTimer(self, interval=1000)
        self._timer.timeout.connect(self._tick)

    def show_expiry(self, expires_at: int | None) -> None:
        """When the first of my leases ends (ms UTC); None when nothing is claimed."""
        self._expires_at = expires_at
        self._chip.setVisible(expires_at is not None)
        if expires_at is None:
            self._timer.stop()
            return
        self._timer.start()
        self._tick()

    def _tick(self) -> None:
        if self._expires_at is None:
            return
        left = self._expires_at - self._clock.now_ms()
        level = claim_level(left)
        text = self.tr("Claim ended") if level == "over" else countdown_text(left)
        self._chip.set_state("plain" if level == "plain" else "warn", text, "pend")
        self._chip.setToolTip(self.tr("Then the works not decided yet can be claimed by others; decisions stay"))
        if 0 < left <= ASK_MS and self._asked_for != self._expires_at:
            self._asked_for = self._expires_at
            self.expires_soon.emit()

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        one = menu.addAction(icon("undo"), self.tr("Give this work back"), self.release_current.emit)
        again = menu.addAction(icon("refresh"), self.tr("Renew the claim"), self.renew.emit)
        menu.addSeparator()
        every = menu.addAction(icon("outbox"), self.tr("Give back all undecided works…"), self.release_all.emit)
        for action in (one, again, every):
            action.setEnabled(self._expires_at is not None)
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))
