"""One opened profile: lock, logs, settings, threads, and the context that every screen is given."""

from PySide6.QtWidgets import QApplication

from desktop import settings as keys
from desktop.appearance import Appearance
from desktop.background import Background
from desktop.changes import Changes
from desktop.clock import Clock, SystemClock
from desktop.context import ShellContext, Who
from desktop.demo import DemoClock
from desktop.logs import start_logging, stop_logging
from desktop.messages import Messages
from desktop.navigation import Navigation
from desktop.one_desk import OneDesk
from desktop.paths import Paths
from desktop.settings import Settings

KNOWN_SERVERS = 5


class Profile:
    """`take` first; then `context` is there, until `close`."""

    context: ShellContext

    def __init__(self, app: QApplication, paths: Paths, demo: bool, clock: Clock | None = None) -> None:
        self._app, self._demo = app, demo
        self._clock = clock or (DemoClock() if demo else SystemClock())
        self.paths = paths
        paths.create()
        self.one_desk = OneDesk(paths.profile)

    def take(self, ring: bool = True) -> bool:
        """Opens the profile; False when another desk has it, which comes to the front if it may be rung."""
        if not self.one_desk.take(ring):
            return False
        self._log = start_logging(self.paths.logs)
        settings = Settings(self.paths.settings_file)
        self.context = ShellContext(
            clock=self._clock,
            paths=self.paths,
            settings=settings,
            background=Background(),
            changes=Changes(),
            messages=Messages(),
            appearance=Appearance(self._app, settings, self.paths.profile / "i18n"),
            navigation=Navigation(),
            demo=self._demo,
        )
        return True

    def remembered(self) -> Who | None:
        """Who may come in without a password."""
        facts = self.context.settings.get(keys.LAST_PERSON)
        if len(facts) != 5:
            return None
        server, account, role, label, id_ = facts
        return Who(id_, account, label, role, server)

    def remember(self, person: Who, resumes: bool) -> None:
        """For the next start: the form's fields, and who comes in without a password."""
        settings = self.context.settings
        settings.set(keys.SERVER, person.server)
        settings.set(keys.ACCOUNT, person.account)
        known = [person.server, *(one for one in settings.get(keys.SERVERS) if one != person.server)]
        settings.set(keys.SERVERS, tuple(known[:KNOWN_SERVERS]))
        facts = (person.server, person.account, person.role, person.label, person.id)
        settings.set(keys.LAST_PERSON, facts if resumes else ())
        settings.flush()

    def forget(self) -> None:
        """After sign-out nobody resumes; what is in the person's store stays there."""
        self.context.settings.set(keys.LAST_PERSON, ())

    def close(self) -> None:
        """Ends the threads (the store's queue is finished), writes the settings, gives the lock back."""
        self.context.background.close()
        self.context.changes.close()
        self.context.settings.flush()
        self.context.appearance.leave()
        stop_logging(self._log)
        self.one_desk.leave()
