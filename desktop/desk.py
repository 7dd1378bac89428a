"""The life of the desk: which profile, who is at it, when it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from desktop import settings as keys
from desktop.bugs import Bugs
from desktop.clock import Clock
from desktop.context import AppContext, Who
from desktop.demo import DemoAccount, DemoClock, accounts
from desktop.failures import explain, message_for_note
from desktop.operations import sign_in
from desktop.paths import Paths, default_profile
from desktop.profile import Profile
from desktop.views.main_window import MainWindow

if TYPE_CHECKING:
    from desktop.session.demo_start import DemoStart
    from desktop.session.opening import Session


class Desk(QObject):
    """One profile at a time; the sample data is a profile of its own that one can enter and leave."""

    entered = Signal(object)
    """AppContext, when somebody is at the desk."""

    def __init__(
        self,
        app: QApplication,
        paths: Paths,
        *,
        demo: bool = False,
        reset: bool = False,
        clock: Clock | None = None,
    ) -> None:
        super().__init__(app)
        self._app, self._clock = app, clock
        self._bugs = Bugs(self)
        self._first = paths, demo, reset
        self.profile: Profile | None = None
        self.window: MainWindow | None = None
        self.app_context: AppContext | None = None
        self.demo: DemoStart | None = None

    def start(self) -> bool:
        """Opens the profile and shows the window; False when another desk has it (that one comes to the front)."""
        paths, demo, wants_reset = self._first
        profile = Profile(self._app, paths, demo, self._clock)
        if not profile.take():
            self._bugs.stop()
            return False
        if demo and wants_reset:
            from desktop.session.demo_server import reset

            reset(paths)
        self._use(profile)
        return True

    def quit(self) -> None:
        """Ends the desk, after asking where something would be left unsent."""
        if self.window is None or self.window.may_leave(quitting=True):
            self.leave()
            self._app.quit()

    def leave(self) -> None:
        """Ends everything without asking; what is unsent stays in the outbox."""
        self._leave_person()
        self._leave_profile()
        self._bugs.stop()

    def change_to(self, person: DemoAccount) -> None:
        """Demo only: somebody else comes to the desk."""
        assert self.profile is not None
        assert self.demo is not None
        self._leave_person()
        sign_in.sign_in(
            self.profile.context, self.demo.server.url, person.account, person.password, False,
            self._signed_in, self._demo_failed, self,
        )  # fmt: skip

    def _use(self, profile: Profile) -> None:
        self.profile = profile
        self._bugs.messages = profile.context.messages
        window = self._make_window(profile)
        self._set_window(window)
        profile.one_desk.raise_wanted.connect(self._come_forward)
        profile.context.background.unhandled.connect(self._bugs.report)
        profile.context.appearance.screens_stale.connect(self._rebuild)
        if expected := self._expected(profile):
            window.expect(expected)
        else:
            window.show_sign_in()
        window.painted.connect(self._after_first_paint)
        window.show()

    def _expected(self, profile: Profile) -> str:
        """The role whose rail can be shown at once; empty when somebody has to sign in first."""
        if profile.context.demo:
            return "moderator" if accounts(profile.paths) else ""
        person = profile.remembered()
        return person.role if person else ""

    def _after_first_paint(self) -> None:
        if self.profile is None or self.window is None:
            return
        context = self.profile.context
        QTimer.singleShot(0, self.window.prepare)
        if isinstance(context.clock, DemoClock):
            from desktop.session.demo_start import DemoStart

            self.demo = DemoStart(context, context.clock, self)
            self.demo.opened.connect(self._come_in)
            self.demo.joined.connect(self._demo_joined)
            self.demo.up.connect(self._demo_up)
            self.demo.failed.connect(self._demo_failed)
            self.demo.progress.connect(self._show_progress)
            self.demo.begin()
        elif person := self.profile.remembered():
            sign_in.resume(context, person, self._signed_in, lambda error: self._not_resumed(person, error), self)
        elif self.window.sign_in_page is not None:
            self.window.sign_in_page.activate()

    def _demo_up(self) -> None:
        """Enters as the moderator."""
        assert self.demo is not None
        self.change_to(self.demo.moderator())

    def _demo_joined(self, session: Session) -> None:
        """The moderator, who was at work already, is signed in with the server."""
        if self.app_context is not None and self.app_context.server is session.server:
            self.app_context.sync.start()

    def _offer_people(self) -> None:
        page = self.window.sign_in_page if self.window else None
        if page is not None and self.demo is not None:
            page.show_people(self.demo.server.url, self.demo.server.accounts())

    def _demo_failed(self, error: Exception) -> None:
        if self.window is None or self.app_context is not None:
            self._bugs.report(error)
            return
        if self.window.sign_in_page is None:
            self.window.show_sign_in()
        self._offer_people()
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
            self._bugs.report(error)
        self.window.show_sign_in()
        page = self.window.sign_in_page
        if page is not None and page.form is not None:
            page.form.offer(person.server, person.account, failure)
            page.activate()

    def _signed_in(self, session: Session) -> None:
        from desktop.session import entering

        entering.start_sync(self._come_in(session))

    def _come_in(self, session: Session) -> AppContext:
        """The person's store is open: shows the workspace. Whoever calls starts the sync."""
        from desktop.session import entering

        assert self.profile is not None
        assert self.window is not None
        context = self.app_context = entering.app_context(self.profile.context, session)
        if not context.demo:
            self.profile.remember(context.person, session.resumes)
        self.window.enter(context)
        for note in session.notes:
            context.messages.show(message_for_note(note.kind, note.kept, note.damaged))
        self.entered.emit(context)
        return context

    def _sign_out(self) -> None:
        if self.window and self.app_context and self.window.may_leave(quitting=False):
            context = self.app_context
            self._leave_person()
            sign_in.sign_out(context)
            assert self.profile is not None
            self.profile.forget()
            self._show_sign_in()

    def _change_person(self) -> None:
        """Demo only: back to the people one can be."""
        if self.window and self.window.may_leave(quitting=False):
            self._leave_person()
            self._show_sign_in()
            self._offer_people()

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
            from desktop.session import entering

            entering.leave(context)

    def _leave_profile(self) -> None:
        window = self.window
        self._set_window(None)
        if window is not None:
            window.close_now()
            window.deleteLater()
        demo, self.demo = self.demo, None
        if demo is not None:
            demo.server.stop()
            demo.deleteLater()
        profile, self.profile = self.profile, None
        if profile is not None:
            profile.close()

    def _set_window(self, window: MainWindow | None) -> None:
        self.window = self._bugs.window = window

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
        self._set_window(self._make_window(self.profile))
        assert self.window is not None
        if self.app_context is not None:
            self.window.enter(self.app_context, page_id, subject)
        else:
            self.window.continue_from(old)
        if not old.was_painted:
            self.window.painted.connect(self._after_first_paint)
        self.window.show()
        old.close_now()
        old.deleteLater()

    def _come_forward(self) -> None:
        if self.window is not None:
            self.window.come_forward()
