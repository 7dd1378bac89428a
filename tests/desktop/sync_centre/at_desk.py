"""A person at the desk: signed in at a real server, with a real store, threads and sync; and the tab under test."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from contract.review import Verdict
from contract.wire.sync import ReasonAt
from desktop.appearance import Appearance
from desktop.background import Background
from desktop.changes import Changes
from desktop.clock import SystemClock
from desktop.context import AppContext, ShellContext
from desktop.messages import Message, Messages
from desktop.navigation import Navigation
from desktop.operations.decide import decide, subject_of
from desktop.paths import Paths
from desktop.session.arriving import sign_in
from desktop.session.entering import app_context
from desktop.settings import Settings
from desktop.store import Store, queries
from desktop.store.rows import OutboxRow, WorkRow
from tests.server.world import PASSWORD, HandClock, World

T = TypeVar("T")
SOON_MS = 15_000


class DeskClock(SystemClock):
    """Stands with the server's clock."""

    def __init__(self, clock: HandClock) -> None:
        self.clock = clock

    def now_ms(self) -> int:
        return self.clock.now


@dataclass
class AtDesk:
    """`said` and `went` are what the desk was asked to show."""

    context: AppContext
    qtbot: QtBot
    said: list[Message] = field(default_factory=list)
    went: list[tuple[str, str]] = field(default_factory=list)

    def ask(self, query: Callable[[Store], T]) -> T:
        """What the store answers, after everything queued before."""
        return self.context.local_store.call(query)

    def pull(self) -> None:
        """Everything that the server has for this person, as the sync brings it."""
        while not self.context.sync.engine.pull_once().up_to_date:
            pass
        self.context.changes.announce({"work", "conflict", "decision", "second_look", "lease"})

    def push(self) -> None:
        """Everything in the outbox."""
        self.context.sync.engine.push_once()
        self.context.changes.announce({"outbox", "decision"})

    def decide(self, work: WorkRow, verdict: Verdict, *reasons: ReasonAt, note: str = "") -> None:
        """Into the outbox, as the works tab does it."""
        done: list[OutboxRow] = []
        decide(self.context, subject_of(work), verdict, reasons=reasons, note=note, done=done.append)
        self.until(lambda: done)

    def queue(self) -> list[WorkRow]:
        """Claimed and not decided."""
        return self.ask(queries.queue)

    def show(self, page: QWidget, size: QSize = QSize(1440, 900)) -> None:  # noqa: B008
        """Puts a tab on screen, active."""
        page.resize(size)
        page.show()
        page.activateWindow()
        self.qtbot.waitUntil(page.isActiveWindow)
        page.activate()  # type: ignore[attr-defined]

    def until(self, true: Callable[[], object]) -> None:
        """Waits for a visible fact."""
        self.qtbot.waitUntil(lambda: bool(true()), timeout=SOON_MS)

    def words(self) -> str:
        """All that was said."""
        return "\n".join(message.text for message in self.said)


class Desks:
    """Signs people in, each into a profile of their own; closes everything at the end."""

    def __init__(self, qtbot: QtBot, app: QApplication, world: World, folder: Path) -> None:
        self._qtbot, self._app, self._world, self._folder = qtbot, app, world, folder
        self._made: list[AtDesk] = []

    def __call__(self, account: str) -> AtDesk:
        """The desk of one person; the sync does not run by itself."""
        paths = Paths(self._folder / f"profile-{len(self._made)}")
        paths.create()
        settings = Settings(paths.settings_file)
        shell = ShellContext(
            clock=DeskClock(self._world.clock),
            paths=paths,
            settings=settings,
            background=Background(),
            changes=Changes(),
            messages=Messages(),
            appearance=Appearance(self._app, settings, paths.profile / "i18n"),
            navigation=Navigation(),
            demo=False,
        )
        session = sign_in(shell, self._world.url, account, PASSWORD, remember=False)
        desk = AtDesk(app_context(shell, session), self._qtbot)
        shell.messages.shown.connect(desk.said.append)
        shell.navigation.wanted.connect(lambda page, subject: desk.went.append((page, subject)))
        self._made.append(desk)
        return desk

    def close(self) -> None:
        """In the order in which the desk ends; long polls are woken first."""
        self._world.context.feed_signal.close()
        for desk in self._made:
            context = desk.context
            context.prefetch.stop()
            context.sync.stop()
            context.local_store.close()
            assert context.background.close(5.0)
            context.api.close()
            context.changes.close()
            context.appearance.leave()
            context.sync.deleteLater()
