"""The four tiles: network, outbox, conflicts, cache."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.context import AppContext
from desktop.ui.button import Button
from desktop.ui.card import Tile
from desktop.views.sync_centre.feed import Snapshot
from desktop.views.sync_centre.words import network_line, network_words

GB = 1_000_000_000


class _CacheTile(Tile):
    """The link stands in the corner, so that its height does not move the words."""

    def __init__(self, name: str, link: Button) -> None:
        super().__init__("disk", name)
        self._link = link
        link.setParent(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        hint = self._link.sizeHint()
        self._link.setGeometry(self.width() - hint.width() - 12, 8, hint.width(), hint.height())


class Tiles(QWidget):
    """Told anew each second."""

    clear_wanted = Signal()

    def __init__(self, context: AppContext, offline_ready: Callable[[], tuple[int, int]]) -> None:
        super().__init__()
        self._context, self._offline_ready = context, offline_ready
        self.clear = Button(self.tr("Clear…"), "link", size="small")
        self.clear.clicked.connect(self.clear_wanted)
        self.network = Tile("wifi", self.tr("Network"))
        self.outbox = Tile("outbox", self.tr("Outbox"))
        self.conflicts = Tile("conflict", self.tr("Conflicts"), icon_ink="conflict")
        self.cache = _CacheTile(self.tr("Cache"), self.clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for tile in (self.network, self.outbox, self.conflicts, self.cache):
            row.addWidget(tile, 1)

    def show_snapshot(self, now: Snapshot, bytes_per_s: float) -> None:
        """What waits, what collided, how much is here."""
        sync = self._context.sync
        word, icon, ink = network_words(sync.network)
        line = network_line(sync, bytes_per_s, self._context.clock.now_ms())
        self.network.set_value(word, line, icon, ink)
        self._show_outbox(now)
        open_ones = len(now.conflicts)
        kept = self.tr("Your decisions are kept, nothing is overwritten") if open_ones else self._answers(now)
        self.conflicts.set_value(
            self.tr("%n to answer", "", open_ones) if open_ones else self.tr("None"), kept, "conflict",
            "conflict" if open_ones else "text2",
        )  # fmt: skip
        self._show_cache(now)

    def _show_outbox(self, now: Snapshot) -> None:
        states = [row.state for row in now.unsent]
        parts = [
            words
            for count, words in (
                (states.count("sending"), self.tr("%n being sent", "", states.count("sending"))),
                (states.count("retry"), self.tr("%n tried again soon", "", states.count("retry"))),
                (states.count("parked"), self.tr("%n set aside", "", states.count("parked"))),
            )
            if count
        ]
        value = self.tr("%n to be sent", "", len(states)) if states else self.tr("Empty")
        line = " · ".join(parts) if parts else self.tr("Waiting to be sent in order")
        self.outbox.set_value(value, line if states else self.tr("Everything has been delivered"), "outbox", "text2")

    def _answers(self, now: Snapshot) -> str:
        if now.answered:
            return self.tr("%n answer(s) on the way", "", now.answered)
        return self.tr("Nobody decided before you")

    def _show_cache(self, now: Snapshot) -> None:
        used, quota = now.used_bytes / GB, self._context.media.quota_bytes / GB
        count, length_ms = self._offline_ready()
        line = self.tr("No video of a claimed work yet")
        if count:
            minutes = max(1, round(length_ms / 60_000))
            line = self.tr("%n work(s) to review offline · about {0} min", "", count).format(minutes)
        self.cache.set_value(f"{used:.1f} / {quota:.1f} GB", line)
        self.clear.setEnabled(now.used_bytes > 0)
