"""Starts the demo's server beside the UI; from the second time on the moderator is at work before it is up."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.context import ShellContext
from desktop.demo import DemoAccount, DemoClock
from desktop.failures import code_of
from desktop.session.demo_server import DemoServer

if TYPE_CHECKING:
    from desktop.session.opening import Session

log = logging.getLogger(__name__)


class DemoStart(QObject):
    """`opened(Session)` when work can begin without the server, `joined(Session)` when that one is signed in as well.

    `up` when the server answers and nobody is in yet; `failed(error)`; `progress(words)` while data is made.
    """

    opened = Signal(object)
    joined = Signal(object)
    up = Signal()
    failed = Signal(object)
    progress = Signal(str)

    def __init__(self, context: ShellContext, clock: DemoClock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context, self._clock = context, clock
        self._up, self._opening = False, True
        self._session: Session | None = None
        self.server = DemoServer(context.paths)
        clock.offset_ms += self.server.start_ms - clock.now_ms()

    def moderator(self) -> DemoAccount:
        """Who comes in first."""
        return next(person for person in self.server.accounts() if person.role == "moderator")

    def begin(self) -> None:
        """Starts the server, and opens the store when there is one, in the pool."""
        known = bool(self.server.accounts())
        self._context.background.run(self._start, self._started, self.failed.emit, self)
        if known:
            self._context.background.run(self._open, self._opened, self._not_opened, self)
        else:
            self._opening = False

    def _start(self) -> int:
        """In the pool: how far the server's clock is from this machine's, in ms."""
        url = self.server.start(self.progress.emit)
        from desktop.session import arriving  # here, where it holds nobody up

        return arriving.clock_offset_ms(url)

    def _open(self) -> Session:
        from desktop.session import returning

        person = self.moderator()
        return returning.open_known(self._context, self.server.url, person.account, person.password)

    def _started(self, offset_ms: int) -> None:
        self._clock.offset_ms = offset_ms
        self._up = True
        self._go_on()

    def _opened(self, session: Session) -> None:
        self._opening, self._session = False, session
        self.opened.emit(session)
        self._go_on()

    def _not_opened(self, error: Exception) -> None:
        log.info("signing in instead of opening: %s", code_of(error) or type(error).__name__)
        self._opening = False
        self._go_on()

    def _go_on(self) -> None:
        """Signs in once both, server and store, have come."""
        session, person = self._session, self.moderator() if self._up else None
        if person is None or self._opening:
            return
        if session is None:
            self.up.emit()
            return
        self._context.background.run(
            lambda: session.server().sign_in(person.account, person.password),
            lambda _: self.joined.emit(session),
            self.failed.emit,
            self,
        )
