"""The life of the desk: which profile, who is at it, when it ends."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from desktop import settings as keys
from desktop.context import AppContext, Who
from desktop.demo import DemoClock, DemoServer, reset
from desktop.failures import explain, message_for, message_for_note
from desktop.logs import catch_unhandled, describe
from desktop.operations import sign_in
from desktop.paths import Paths, default_profile
from desktop.profile import Profile
from desktop.ui.dialogs import show_details
from desktop.views.main_window import MainWindow

if TYPE_CHECKING:
    from desktop.session.arriving import Session

log = logging.getLogger(__name__)


class Desk(QObject):
    """One profile at a time; the sample data is a profile of its own that one can enter and leave."""

    entered = Signal(object)
    """AppContext, when somebody is at the desk."""
    _broke = Signal(str)
    _progress = Signal(str)

    def __init__(self, app: QApplication, paths: Paths, *, demo: bool = False, reset: bool = False) -> None:
        super().__init__(app)
        self._app = app
        self._bug_shown = False
        self._broke.connect(self._show_bug)
        self._progress.connect(self._show_progress)
        self._stop_catching = catch_unhandled(self._broke.emit)
        self._first = paths, demo, reset
        self.profile: Profile | None = None
        self.window: MainWindow | None = None
        self.app_context: AppContext | None = None
        self.demo_server: DemoServer | None = None

    def start(self) -> bool:
        """Opens the profile and shows the window; False when another desk has it (that one comes to the front)."""
        paths, demo, wants_reset = self._first
        profile = Profile(self._app, paths, demo)
        if not profile.take():
            self._stop_catching()
            return False
        if demo and wants_reset:
            reset(paths)
        self._use(profile)
        return True

    def quit(self) -> None:
        """Ends the desk, after asking where something would be left unsent."""
        if self.window is None or self.window.may_leave(quitting=True):
            self._leave_person()
            self._leave_profile()
            self._stop_catching()
            self._app.quit()

    def _use(self, profile: Profile) -> None:
        self.profile = profile
        self.window = self._make_window(profile)
        profile.one_desk.raise_wanted.connect(self._come_forward)
        profile.context.background.unhandled.connect(self._unhandled)
        profile.context.appearance.screens_stale.connect(self._rebuild)
        expected = self._expected(profile)
        if expected:
            self.window.expect(expected)
        else:
            self.window.show_sign_in()
        self.window.painted.connect(self._after_first_paint)
        self.window.show()

    def _expected(self, profile: Profile) -> str:
        """The role whose rail can be shown at once; empty when somebody has to sign in first."""
        if profile.context.demo:
            return "moderator" if DemoServer(profile.paths).accounts() else ""
        person = profile.remembered()
        return person.role if person else ""

    def _after_first_paint(self) -> None:
        assert self.profile is not None
        assert self.window is not None
        context = self.profile.context
        if context.demo:
            self.demo_server = DemoServer(self.profile.paths)
            context.background.run(lambda: self._start_demo(self.demo_server), self._demo_up, self._demo_failed, self)
        elif person := self.profile.remembered():
            sign_in.resume(context, person, self._signed_in, lambda error: self._not_resumed(person, error), self)
        elif self.window.sign_in_page is not None:
            self.window.sign_in_page.activate()

    def _start_demo(self, server: DemoServer | None) -> int:
        """In the pool: starts the demo's server; answers how far its clock is from this machine's, in ms."""
        from desktop.session import arriving

        assert server is not None
        return arriving.clock_offset_ms(server.start(self._progress.emit))

    def _demo_up(self, offset_ms: int) -> None:
        assert self.profile is not None
        assert self.window is not None
        assert self.demo_server is not None
        clock = self.profile.context.clock
        assert isinstance(clock, DemoClock)
        clock.offset_ms = offset_ms
        people = self.demo_server.accounts()
        moderator = next(person for person in people if person.role == "moderator")
        if self.window.sign_in_page is not None:
            self.window.sign_in_page.show_people(self.demo_server.url, people)
        sign_in.sign_in(
            self.profile.context, self.demo_server.url, moderator.account, moderator.password, False,
            self._signed_in, self._demo_failed, self,
        )  # fmt: skip

    def _demo_failed(self, error: Exception) -> None:
        assert self.window is not None
        if self.window.sign_in_page is None:
            self.window.show_sign_in()
        page = self.window.sign_in_page
        if page is not None and page.demo_form is not None:
            page.demo_form.show_error(error)

    def _show_progress(self, words: str) -> None:
        page = self.window.sign_in_page if self.window else None
        if page is not None and page.demo_form is not None:
            page.demo_form.show_progress(words)

    def _not_resumed(self, person: Who, error: Exception) -> None:
        """The remembered session is no good any more: the form says why."""
        assert self.window is not None
        failure = explain(error)
        if failure is None:
            self._unhandled(error)
        self.window.show_sign_in()
        page = self.window.sign_in_page
        if page is not None and page.form is not None:
            page.form.offer(person.server, person.account, failure)
            page.activate()

    def _signed_in(self, session: Session) -> None:
        from desktop.session import entering

        assert self.profile is not None
        assert self.window is not None
        context = self.app_context = entering.app_context(self.profile.context, session)
        if not context.demo:
            self.profile.remember(context.person)
        self.window.enter(context)
        for note in session.notes:
            context.messages.show(message_for_note(note.kind, note.kept, note.damaged))
        context.sync.start()
        self.entered.emit(context)

    def _sign_out(self) -> None:
        if self.window and self.app_context and self.window.may_leave(quitting=False):
            sign_in.sign_out(self.app_context)
            self._leave_person()
            assert self.profile is not None
            self.profile.forget()
            self._show_sign_in()

    def _change_person(self) -> None:
        """Demo only: back to the people one can be."""
        if self.window and self.window.may_leave(quitting=False):
            self._leave_person()
            self._show_sign_in()
            page = self.window.sign_in_page if self.window else None
            if page is not None and self.demo_server is not None:
                page.show_people(self.demo_server.url, self.demo_server.accounts())

    def _show_sign_in(self) -> None:
        assert self.window is not None
        self.window.save_state()
        self.window.show_sign_in()
        if self.window.sign_in_page is not None:
            self.window.sign_in_page.activate()

    def _sign_in_again(self) -> None:
        """The session ended: back to the form, filled in; outbox and cache stay on this computer."""
        if self.app_context is None or not self.window or not self.window.may_close():
            return
        person, network = self.app_context.person, self.app_context.sync.network
        self._leave_person()
        self._show_sign_in()
        page = self.window.sign_in_page
        if page is not None and page.form is not None:
            page.form.offer(person.server, person.account, explain(network.error) if network.error else None)

    def _enter_demo(self) -> None:
        self._swap(Profile(self._app, Paths(default_profile(demo=True)), demo=True))

    def _leave_demo(self) -> None:
        if self.window and self.window.may_leave(quitting=False):
            self._swap(Profile(self._app, Paths(default_profile(demo=False)), demo=False))

    def _swap(self, profile: Profile) -> None:
        if not profile.take():
            return
        self._leave_person()
        before = self.profile
        self._leave_profile()
        if before is not None:
            for key in (keys.LANGUAGE, keys.THEME):
                profile.context.settings.set(key, before.context.settings.get(key))
        self._use(profile)

    def _leave_person(self) -> None:
        context, self.app_context = self.app_context, None
        if context is not None:
            context.sync.stop()
            context.sync.deleteLater()
            context.local_store.close()

    def _leave_profile(self) -> None:
        window, self.window = self.window, None
        if window is not None:
            window.close_now()
            window.deleteLater()
        profile, self.profile = self.profile, None
        if profile is not None:
            profile.close()
        server, self.demo_server = self.demo_server, None
        if server is not None:
            server.stop()

    def _make_window(self, profile: Profile) -> MainWindow:
        window = MainWindow(profile.context)
        window.signed_in.connect(self._signed_in)
        window.demo_wanted.connect(self._enter_demo)
        window.demo_left.connect(self._leave_demo)
        window.sign_out_wanted.connect(self._sign_out)
        window.sign_in_again_wanted.connect(self._sign_in_again)
        window.change_person_wanted.connect(self._change_person)
        window.close_wanted.connect(self.quit)
        return window

    def _rebuild(self) -> None:
        """Language or text size: the window is made anew around the same person, unless a page is busy."""
        old = self.window
        if old is None or self.profile is None or not old.may_close():
            return
        old.save_state()
        page_id, subject = old.place()
        self.window = self._make_window(self.profile)
        if self.app_context is not None:
            self.window.enter(self.app_context, page_id, subject)
        else:
            self.window.show_sign_in()
            if self.window.sign_in_page is not None:
                self.window.sign_in_page.take_over(old.sign_in_page)
        self.window.show()
        old.close_now()
        old.deleteLater()

    def _come_forward(self) -> None:
        if self.window is not None:
            self.window.come_forward()

    def _unhandled(self, error: Exception) -> None:
        failure = explain(error)
        if failure is not None and self.profile is not None:
            self.profile.context.messages.show(message_for(failure))
        else:
            log.error("bug", exc_info=error)
            self._show_bug(describe(error))

    def _show_bug(self, details: str) -> None:
        """One dialog at a time; everything is in the log."""
        if self._bug_shown or self.window is None:
            return
        self._bug_shown = True
        dialog = show_details(
            self.window,
            self.tr("Something went wrong in the desk"),
            self.tr("Saved decisions are kept. You can go on; please send these details to your administrator."),
            details,
        )
        dialog.finished.connect(self._bug_closed)

    def _bug_closed(self) -> None:
        self._bug_shown = False
