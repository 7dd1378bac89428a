"""The desk's one window: the sign-in page or the workspace, the status bar below, palette and key sheet above."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.context import AppContext, ShellContext
from desktop.settings import GEOMETRY, for_role
from desktop.ui.dialogs import confirm
from desktop.ui.status_bar import StatusBar
from desktop.views.notices import Notices
from desktop.views.status_fixed import show_signed_out
from desktop.views.window_keys import WindowKeys
from desktop.views.workspace import Workspace

if TYPE_CHECKING:
    from desktop.views.glance import Glance
    from desktop.views.sign_in.page import SignInPage
    from desktop.views.status import Status

SMALLEST, USUAL = QSize(1280, 720), QSize(1440, 900)


class MainWindow(QWidget):
    """Made anew when the language changes. What the window cannot decide by itself goes out as signals."""

    signed_in = Signal(object)
    demo_wanted = Signal()
    demo_left = Signal()
    sign_out_wanted = Signal()
    sign_in_again_wanted = Signal()
    change_person_wanted = Signal()
    close_wanted = Signal()
    painted = Signal()
    """Once, after the first picture is on screen."""

    def __init__(self, context: ShellContext) -> None:
        super().__init__()
        self.context = context
        self.sign_in_page: SignInPage | None = None
        self.workspace: Workspace | None = None
        self.app_context: AppContext | None = None
        self.glance: Glance | None = None
        self._status: Status | None = None
        self._role = ""
        self.was_painted = False
        self._may_close = False
        self._stack = QStackedWidget()
        self.status_bar = StatusBar()
        self.notices = Notices(context.messages, self._stack)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notices)
        column.addWidget(self._stack, 1)
        column.addWidget(self.status_bar)
        self.setWindowTitle(self.tr("Yunjiangshu Desk"))
        self.setMinimumSize(SMALLEST)
        self.keys = WindowKeys(self)
        self.status_bar.clicked.connect(self._status_clicked)
        context.navigation.wanted.connect(self._go)

    def show_sign_in(self) -> None:
        """Nobody is at the desk."""
        from desktop.views.sign_in.page import SignInPage  # late: those who are remembered never see it

        self._forget_workspace()
        page = self.sign_in_page = SignInPage(self.context)
        page.signed_in.connect(self.signed_in)
        page.demo_wanted.connect(self.demo_wanted)
        page.demo_left.connect(self.demo_left)
        if page.form is not None:
            page.form.server.reached.connect(self._reached)
        self._show(page)
        show_signed_out(self.status_bar, self.context.demo, None)
        self._restore_geometry("")

    def expect(self, role: str) -> None:
        """Somebody is coming in: shows the rail of the role before the store is open."""
        self._forget_sign_in()
        self._forget_workspace()
        self.workspace = Workspace(role)
        self._show(self.workspace)
        show_signed_out(self.status_bar, self.context.demo, None)
        self._restore_geometry(role)

    def prepare(self) -> None:
        """Somebody is coming in: uses the time until the store is open."""
        if self.workspace is not None:
            self.workspace.prepare()

    def continue_from(self, old: MainWindow) -> None:
        """What another window showed while nobody was at the desk, with what had been typed."""
        if old.workspace is not None:
            self.expect(old._role)
            return
        self.show_sign_in()
        if self.sign_in_page is not None:
            self.sign_in_page.take_over(old.sign_in_page)

    def enter(self, context: AppContext, page_id: str = "", subject_id: str = "") -> None:
        """A person is at the desk and the store is open."""
        from desktop.views.glance import Glance  # late: brings the store's queries
        from desktop.views.status import Status

        if self.workspace is None or self._role != context.person.role or self.app_context is not None:
            self.expect(context.person.role)
        assert self.workspace is not None
        self.app_context = context
        self.keys.set_person(context, self.workspace)
        self.workspace.page_shown.connect(self._page_shown)
        self.workspace.enter(context, page_id, subject_id)
        self.glance = Glance(context, self.workspace)  # after the page, whose questions come first
        self.glance.changed.connect(self._show_counts)
        self._status = Status(self.status_bar, context, self.glance)
        context.sync.state_changed.connect(self._show_session)

    def may_close(self) -> bool:
        """Whether all pages agree."""
        return self.workspace is None or self.workspace.may_close()

    def unsent(self) -> int:
        """Decisions of the person that the server has not confirmed."""
        numbers = self.glance.numbers if self.glance else None
        return numbers.counts.outbox if numbers else 0

    def may_leave(self, quitting: bool) -> bool:
        """Asks the pages, then the person when decisions wait in the outbox; nothing is lost either way."""
        if not self.may_close():
            return False
        unsent = self.unsent()
        if unsent == 0:
            return True
        title = self.tr("%n decision(s) have not reached the server yet", "", unsent)
        kept = self.tr("They stay in the outbox on this computer and are sent after the next sign-in.")
        go = self.tr("Quit anyway") if quitting else self.tr("Leave anyway")
        return confirm(self, title, kept, self.tr("Stay"), go)

    def place(self) -> tuple[str, str]:
        """Page and subject on screen, to come back to."""
        page = self.workspace.page() if self.workspace else None
        subject = page.subject() if page is not None and hasattr(page, "subject") else ""
        return self.workspace.page_id() if self.workspace else "", subject

    def close_now(self) -> None:
        """Closes without asking again."""
        self._may_close = True
        self.close()

    def save_state(self) -> None:
        """Remembers where the window stands, for the role that used it."""
        self.context.settings.set(for_role(GEOMETRY, self._role or "nobody"), self.saveGeometry())

    def come_forward(self) -> None:
        """A second start wants this window."""
        self.setWindowState(self.windowState() & ~self.windowState().WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def sizeHint(self) -> QSize:
        return USUAL

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.was_painted:
            self.was_painted = True
            QTimer.singleShot(0, self.painted.emit)  # after the children of this round

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_close:
            self.save_state()
            event.accept()
        else:
            event.ignore()
            self.close_wanted.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow() and self.app_context is not None:
            self.app_context.sync.look_again()

    def _show(self, widget: QWidget) -> None:
        self._stack.addWidget(widget)
        self._stack.setCurrentWidget(widget)

    def _forget_sign_in(self) -> None:
        if self.sign_in_page is not None:
            self._stack.removeWidget(self.sign_in_page)
            self.sign_in_page.deleteLater()
            self.sign_in_page = None

    def _forget_workspace(self) -> None:
        self.app_context = self.glance = None
        self.notices.clear_all()
        self.keys.forget_person()
        if self._status is not None:
            self._status.deleteLater()
            self._status = None
        if self.workspace is not None:
            self._stack.removeWidget(self.workspace)
            self.workspace.deleteLater()
            self.workspace = None

    def _restore_geometry(self, role: str) -> None:
        self._role = role
        stored = self.context.settings.get(for_role(GEOMETRY, role or "nobody"))
        if self.isVisible():
            return
        if stored.isEmpty() or not self.restoreGeometry(stored):
            self.resize(USUAL.boundedTo(QGuiApplication.primaryScreen().availableSize()).expandedTo(SMALLEST))

    def _show_counts(self) -> None:
        if self.glance is None or self.glance.numbers is None or self.workspace is None:
            return
        counts, rail = self.glance.numbers.counts, self.workspace.rail
        rail.set_count("works", counts.pending, self.tr("Works, %n to review", "", counts.pending))
        rail.set_count("members", counts.memberships, self.tr("Members, %n to review", "", counts.memberships))
        waiting = counts.registrations
        rail.set_count("organizations", waiting, self.tr("Organizations, %n to review", "", waiting))
        unsent = counts.outbox + counts.conflicts
        rail.set_count("sync", unsent, self.tr("Sync centre, %n entries", "", unsent))

    def _page_shown(self, page_id: str) -> None:
        self.notices.set_quiet(page_id == "works")

    def _reached(self, rtt_ms: int | None) -> None:
        show_signed_out(self.status_bar, self.context.demo, rtt_ms is not None)

    def _go(self, page_id: str, subject_id: str) -> None:
        if self.workspace is not None:
            self.workspace.show_page(page_id, subject_id)

    def _status_clicked(self, name: str) -> None:
        if name == "commands":
            self.keys.open_palette()
        elif name == "keys":
            self.keys.open_key_sheet()
        elif name == "synced":
            self.keys.sync_now()
        elif name != "note":
            self._go("sync", "")

    def _show_session(self) -> None:
        """The session ended on the server, or this desk is too old for it."""
        if self.app_context is None:
            return
        self.notices.show_network(self.app_context.sync.network, self.sign_in_again_wanted.emit)
