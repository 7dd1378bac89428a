"""Keeps the sync engine running: pushes when the outbox grows, long-polls for changes, knows how the network is."""

from __future__ import annotations

import logging
import random
from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.background import Background
from desktop.changes import Changes
from desktop.failures import code_of
from desktop.network import Network, NetworkKind
from desktop.settings import KEEP_OFFLINE, Settings

if TYPE_CHECKING:
    from desktop.clock import Clock
    from desktop.sync_engine import PullOutcome, PushOutcome, SyncEngine

__all__ = ["HISTORY_MS", "Network", "NetworkKind", "Sync"]

LONG_POLL_S: Final = 25
SLOW_MS: Final = 1_500
RENEW_MS: Final = 15 * 60_000
HISTORY_MS: Final = 2 * 60 * 60_000
FIRST_RETRY_MS: Final = 1_000
LONGEST_RETRY_MS: Final = 300_000
_SIGNED_OUT: Final = {"not-signed-in", "session-expired", "session-revoked", "account-suspended"}
_TOPIC_OF_KIND: Final = {"region": "ref", "reason": "ref", "setting": "ref"}
log = logging.getLogger(__name__)


class Sync(QObject):
    """Drives one person's SyncEngine. All of this lives on the UI thread; the engine's calls run in the pool.

    `engine` gives it, made on the network thread that asks first; `probe` asks the server how it is, without a session.
    """

    state_changed = Signal()
    """Network, last sync or retry time differ."""
    reached = Signal(object)
    """The server answered after a time without it; ms by the desk's clock."""

    def __init__(
        self,
        engine: Callable[[], SyncEngine],
        probe: Callable[[], object],
        background: Background,
        changes: Changes,
        settings: Settings,
        clock: Clock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._engine, self._probe, self._background, self._changes = engine, probe, background, changes
        self._settings, self._clock = settings, clock
        self._running = self._ended = self._pushing = self._pulling = False
        self._failures = 0
        self.network = Network("starting")
        self.last_sync_ms: int | None = None
        self.up_to_date = False
        self.retry_at_ms: int | None = None
        self._history: deque[tuple[int, NetworkKind]] = deque()
        self._retry = self._timer(self._try_again)
        self._push_retry = self._timer(self._push)
        self._renewal = self._timer(self._renew)
        changes.changed.connect(self._on_changes)

    @property
    def engine(self) -> SyncEngine:
        """For network threads: the first call makes it, which needs the store thread."""
        return self._engine()

    @property
    def pushing(self) -> bool:
        """Whether decisions are on their way now; they may still arrive after `keep_offline(True)`."""
        return self._pushing

    def start(self) -> None:
        """Begins to sync, unless the person keeps the desk offline or has left."""
        if self._ended:
            return
        self._running = True
        if self._settings.get(KEEP_OFFLINE):
            self._enter(Network("keep-offline"))
        else:
            self.sync_now()

    def stop(self) -> None:
        """Starts nothing more; calls under way end by themselves and their results are stored."""
        self._running, self._ended = False, True
        for timer in (self._retry, self._push_retry, self._renewal):
            timer.stop()

    @property
    def keeps_offline(self) -> bool:
        """Whether the person has switched all traffic off."""
        return self._settings.get(KEEP_OFFLINE)

    def keep_offline(self, on: bool) -> None:
        """Stops all traffic, or takes it up again at once."""
        self._settings.set(KEEP_OFFLINE, on)
        if not self._running:
            return
        if on:
            for timer in (self._retry, self._push_retry, self._renewal):
                timer.stop()
            self._set_retry(None)
            self._enter(Network("keep-offline"))
        else:
            self._enter(Network("starting"))
            self.sync_now()

    def sync_now(self) -> None:
        """Pushes and pulls without waiting for any timer; nothing while kept offline or signed out."""
        self._retry.stop()
        self._push_retry.stop()
        self._set_retry(None)
        if self._may_talk():
            if self._pulling:
                self._ask_how_it_is()
            self._push()
            self._pull()

    def look_again(self) -> None:
        """The person is back at the window: an offline desk tries at once instead of waiting for its turn."""
        if self.network.kind == "offline":
            self.sync_now()

    def signed_in_again(self) -> None:
        """Goes on after a new sign-in of the same person."""
        self._enter(Network("starting"))
        self.sync_now()

    def history(self) -> list[tuple[int, NetworkKind]]:
        """(since ms, state) of the last two hours, oldest first; each holds until the next one."""
        self._trim_history()
        return list(self._history)

    def _timer(self, fired: object) -> QTimer:
        timer = QTimer(self, singleShot=True)
        timer.timeout.connect(fired)
        return timer

    def _may_talk(self) -> bool:
        return self._running and self.network.kind not in ("keep-offline", "signed-out", "too-old")

    def _on_changes(self, topics: frozenset[str]) -> None:
        if "outbox" in topics and self.network.kind != "offline":
            self._push()

    def _push(self) -> None:
        if self._may_talk() and not self._pushing:
            self._pushing = True
            self._background.run(lambda: self.engine.push_once(), self._pushed, self._push_broke, self)

    def _pushed(self, outcome: PushOutcome) -> None:
        self._pushing = False
        if outcome.sent:
            self._changes.announce({"outbox", "decision", "conflict", "work", "lease"})
        if outcome.error is not None:
            self._failed(outcome.error, outcome.retry_at)
        elif outcome.sent:
            self._reached()
            self._push()
        elif outcome.retry_at is not None:
            self._push_retry.start(max(0, outcome.retry_at - self._clock.now_ms()))

    def _push_broke(self, error: Exception) -> None:
        self._pushing = False
        self._failed(error, None)

    def _ask_how_it_is(self) -> None:
        """A long poll that is still out cannot say that the way is free; a short question can."""
        started = self._clock.monotonic()

        def probe() -> int:
            self._probe()
            return round((self._clock.monotonic() - started) * 1000)

        self._background.run(probe, self._reached, lambda error: self._failed(error, None), self)

    def _pull(self) -> None:
        if self._may_talk() and not self._pulling:
            self._pulling = True
            wait = LONG_POLL_S if self.up_to_date and self.network.kind in ("online", "slow") else 0
            started = self._clock.monotonic()
            self._background.run(
                lambda: (self.engine.pull_once(wait), wait, self._clock.monotonic() - started),
                self._pulled,
                self._pull_broke,
                self,
            )

    def _pulled(self, result: tuple[PullOutcome, int, float]) -> None:
        outcome, wait, took_s = result
        self._pulling = False
        if outcome.changed_kinds:
            topics = {_TOPIC_OF_KIND.get(kind, kind) for kind in outcome.changed_kinds}
            self._changes.announce(topics | {"lease"} if "work" in topics else topics)
        if outcome.error is not None:
            self._failed(outcome.error, None)
            return
        self.up_to_date = outcome.up_to_date
        was_short = wait == 0 and not outcome.changed_kinds  # a page of rows takes its time on any network
        self._reached(round(took_s * 1000) if was_short else None)
        if self._may_talk():
            self._pull()

    def _pull_broke(self, error: Exception) -> None:
        self._pulling = False
        self._failed(error, None)

    def _reached(self, rtt_ms: int | None = None) -> None:
        """A call came through: we are online."""
        if not self._may_talk():
            return
        was_away = self.network.kind not in ("online", "slow")
        rtt = rtt_ms if rtt_ms is not None else self.network.rtt_ms
        self._failures = 0
        self.last_sync_ms = self._clock.now_ms()
        self._enter(Network("slow" if rtt is not None and rtt > SLOW_MS else "online", rtt))
        if was_away:
            self.reached.emit(self.last_sync_ms)
            self._renew()
            self._push()
            self._pull()

    def _failed(self, error: Exception, retry_at_ms: int | None) -> None:
        if not self._running:
            return
        code = code_of(error)
        if code is None:
            log.error("sync broke", exc_info=error)
        if self.network.kind == "keep-offline":
            return
        if code in _SIGNED_OUT:
            self._enter(Network("signed-out", error=error))
            self._changes.announce({"session"})
        elif code == "client-too-old":
            self._enter(Network("too-old", error=error))
        else:
            self.up_to_date = False
            self._enter(Network("offline", error=error))
            self._retry_later(error, retry_at_ms)

    def _retry_later(self, error: Exception, retry_at_ms: int | None) -> None:
        if self._retry.isActive():
            return
        longest = min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** min(self._failures, 20))
        self._failures += 1
        wait_ms = random.randint(FIRST_RETRY_MS // 4, longest)  # noqa: S311 - jitter
        if isinstance(after_s := getattr(error, "retry_after", None), int | float):
            wait_ms = round(after_s * 1000)
        elif retry_at_ms is not None:
            wait_ms = max(0, retry_at_ms - self._clock.now_ms())
        self._retry.start(wait_ms)
        self._set_retry(self._clock.now_ms() + wait_ms)

    def _try_again(self) -> None:
        self._set_retry(None)
        self._push()
        self._pull()

    def _renew(self) -> None:
        if self._may_talk():
            self._renewal.start(RENEW_MS)
            self._background.run(lambda: self.engine.renew(), self._renewed, self._not_renewed, self)

    def _renewed(self, _: object) -> None:
        self._changes.announce({"lease", "work"})

    def _not_renewed(self, error: Exception) -> None:
        if self._running:
            code = code_of(error)  # being away is nothing to warn of
            log.log(logging.INFO if code else logging.WARNING, "leases not renewed: %s", code or type(error).__name__)

    def _set_retry(self, at_ms: int | None) -> None:
        if self.retry_at_ms != at_ms:
            self.retry_at_ms = at_ms
            self.state_changed.emit()

    def _enter(self, network: Network) -> None:
        before, self.network = self.network, network
        if before.kind != network.kind:
            self._history.append((self._clock.now_ms(), network.kind))
            self._trim_history()
            self._changes.announce({"network"})
        self.state_changed.emit()

    def _trim_history(self) -> None:
        oldest = self._clock.now_ms() - HISTORY_MS
        while len(self._history) > 1 and self._history[1][0] <= oldest:
            self._history.popleft()
