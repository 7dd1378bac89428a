"""The last two hours of the network as a bar, with the times below it."""

from typing import Literal

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.context import AppContext
from desktop.sync import HISTORY_MS, NetworkKind
from desktop.ui.labels import ElidedLabel
from desktop.ui.marks import HistoryBar, Span
from desktop.views.works.words import hour_text

SHORTEST_MS = 60_000
LABELS = 4
"""At most; fewer while they would say the same minute."""
_STATES: dict[NetworkKind, Literal["online", "slow", "offline"]] = {"online": "online", "slow": "slow"}


def spans(history: list[tuple[int, NetworkKind]], start_ms: int, now_ms: int) -> tuple[Span, ...]:
    """What held between `start_ms` and `now_ms`; neighbours of one kind become one."""
    ends = [*(at for at, _ in history[1:]), now_ms]
    pieces: list[tuple[Literal["online", "slow", "offline"], int]] = []
    for (at, kind), end in zip(history, ends, strict=False):
        length = min(end, now_ms) - max(at, start_ms)
        state = _STATES.get(kind, "offline")
        if length <= 0:
            continue
        if pieces and pieces[-1][0] == state:
            pieces[-1] = state, pieces[-1][1] + length
        else:
            pieces.append((state, length))
    whole = sum(length for _, length in pieces) or 1
    return tuple(Span(state, length / whole) for state, length in pieces)


class NetworkHistory(QWidget):
    """Begins where the desk was started when that is less than two hours ago."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._title = ElidedLabel("", "meta2")
        key = ElidedLabel(self.tr("solid online · half slow · hatched offline"), "meta")
        self.bar = HistoryBar()
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(key)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.bar)

    def refresh(self) -> None:
        """The same up to now."""
        if self.isHidden():
            return
        history, now = self._context.sync.history(), self._context.clock.now_ms()
        whole = now - HISTORY_MS
        start = max(whole, history[0][0]) if history else now
        start = min(start, now - SHORTEST_MS)
        self._title.setText(
            self.tr("Network, last 2 hours")
            if start <= whole
            else self.tr("Network since {0}").format(hour_text(start))
        )
        shown = spans(history, start, now)
        online = round(100 * sum(span.share for span in shown if span.state != "offline"))
        steps = min(LABELS - 1, (now - start) // 60_000)
        times = tuple(hour_text(start + (now - start) * step // steps) for step in range(steps + 1))
        self.bar.set_spans(shown, times, self.tr("Connected {0} percent of the time").format(online))
