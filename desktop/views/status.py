"""What the status bar says about network, sync, outbox, conflicts, claims and cache."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from contract.campaign import SHANGHAI, from_ms
from desktop.context import AppContext
from desktop.failures import explain
from desktop.ui.status_bar import StatusBar, StatusItem
from desktop.views.status_fixed import HIDDEN, show_fixed

if TYPE_CHECKING:
    from desktop.views.glance import Glance

SOON_MS = 15 * 60_000


class Status(QObject):
    """Keeps a status bar up to date while a person is at the desk."""

    def __init__(self, bar: StatusBar, context: AppContext, glance: Glance) -> None:
        super().__init__(bar)
        self._bar, self._context, self._glance = bar, context, glance
        self._second = QTimer(self, interval=1_000)
        self._second.timeout.connect(self._show_claim)
        context.sync.state_changed.connect(self._show_network)
        glance.changed.connect(self._show_numbers)
        show_fixed(bar, context.demo)
        self._show_network()
        self._show_numbers()

    def _show_network(self) -> None:
        sync = self._context.sync
        failure = explain(sync.network.error) if sync.network.error else None
        words, icon, ink, tint = {
            "starting": (self.tr("Connecting"), "wifi", "text2", ""),
            "online": (self.tr("Online"), "wifi", "ok", "okBg"),
            "slow": (self.tr("Slow network"), "wifi", "warn", "warnBg"),
            "offline": (self.tr("Offline"), "cloudoff", "offline", "offlineBg"),
            "keep-offline": (self.tr("Kept offline"), "cloudoff", "offline", "offlineBg"),
            "signed-out": (self.tr("Signed out"), "lock", "warn", "warnBg"),
            "too-old": (self.tr("Desk too old"), "warn", "no", "noBg"),
        }[sync.network.kind]
        tip = failure.text if failure else words
        self._bar.set_item("network", StatusItem(words, icon, ink, tint, strong=True, tip=tip))
        last = sync.last_sync_ms
        synced = self.tr("Last sync {0}").format(clock_text(last, self._context.clock.now_ms())) if last else ""
        self._bar.set_item("synced", StatusItem(synced, "cloudok", tip=self.tr("Sync now (F5)")))

    def _show_numbers(self) -> None:
        numbers = self._glance.numbers
        if numbers is None:
            return
        counts = numbers.counts
        outbox = self.tr("Outbox {0}").format(f"{counts.outbox:,}")
        self._bar.set_item("outbox", StatusItem(outbox, "outbox", tip=self.tr("Decisions not yet delivered")))
        conflicts = self.tr("Conflicts {0}").format(f"{counts.conflicts:,}") if counts.conflicts else ""
        self._bar.set_item("conflicts", StatusItem(conflicts, "conflict", "conflict"))
        limit, used = self._context.media.quota_bytes, numbers.cache_bytes
        cache = self.tr("Cache {0} / {1} GB").format(f"{used / 1e9:.1f}", f"{limit / 1e9:.1f}")
        tip = self.tr("Downloaded videos")
        self._bar.set_item("cache", StatusItem(cache, "disk", fraction=min(1.0, used / limit), tip=tip))
        self._show_claim()

    def _show_claim(self) -> None:
        ends = self.claim_ends_ms()
        if ends is None:
            self._second.stop()
            self._bar.set_item("claim", HIDDEN)
            return
        if not self._second.isActive():
            self._second.start()
        left = ends - self._context.clock.now_ms()
        runs_out = self.tr("Claim runs out in {0}").format(span_text(left))
        words = runs_out if left > 0 else self.tr("Claim has run out")
        soon = left < SOON_MS
        tip = self.tr("Works not decided by then go back; decisions are kept.")
        self._bar.set_item(
            "claim", StatusItem(words, "pend", "warn" if soon else "text2", "warnBg" if soon else "", tip=tip)
        )

    def claim_ends_ms(self) -> int | None:
        """When the first batch that still has undecided works runs out."""
        numbers = self._glance.numbers
        ends = [row.expires_at for row in numbers.batches if row.decided < row.total] if numbers else []
        return min((end for end in ends if end is not None), default=None)


def clock_text(ms: int, now_ms: int) -> str:
    """14:32 today, else 10-21 09:14, in Asia/Shanghai."""
    moment, now = from_ms(ms).astimezone(SHANGHAI), from_ms(now_ms).astimezone(SHANGHAI)
    return f"{moment:%H:%M}" if _same_day(moment, now) else f"{moment:%m-%d %H:%M}"


def span_text(ms: int) -> str:
    """1:42:18, or 4:09 below one hour."""
    minutes, seconds = divmod(max(0, ms) // 1000, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def _same_day(one: datetime, other: datetime) -> bool:
    return one.date() == other.date()
