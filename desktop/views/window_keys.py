"""Keys, palette, key sheet and the person's menu of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from desktop.context import AppContext
from desktop.hotkeys import bind, hotkey
from desktop.views.roles import role_name
from desktop.views.workspace import Workspace

if TYPE_CHECKING:
    from desktop.views.main_window import MainWindow
    from desktop.views.window_popups import WindowPopups


class WindowKeys(QObject):
    """Belongs to one MainWindow and acts on its workspace."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._context: AppContext | None = None
        self._workspace: Workspace | None = None
        self.popups: WindowPopups | None = None
        appearance = window.context.appearance
        for id_, slot in (
            ("palette", self.open_palette),
            ("keys", self.open_key_sheet),
            ("sync", self.sync_now),
            ("next_region", lambda: self.to_region(1)),
            ("previous_region", lambda: self.to_region(-1)),
            ("settings", lambda: self.go("settings")),
            ("keep_offline", self.toggle_keep_offline),
            ("text_larger", lambda: appearance.step_text_size(1)),
            ("text_smaller", lambda: appearance.step_text_size(-1)),
            ("text_normal", lambda: appearance.step_text_size(0)),
            ("window_full_screen", self.toggle_full_screen),
        ):
            bind(id_, window, slot, Qt.ShortcutContext.WindowShortcut)
        for place, keys in enumerate(hotkey("tab").keys):
            shortcut = QShortcut(QKeySequence(keys), window)
            shortcut.activated.connect(lambda place=place: self.go_to_place(place))

    def set_person(self, context: AppContext, workspace: Workspace) -> None:
        """Somebody is at the desk."""
        self._context, self._workspace = context, workspace
        person = context.person
        name = self.tr("{0}, {1}").format(person.label, role_name(person.role))
        workspace.rail.set_person(person.label[:1], name, self._person_menu(context, workspace))

    def forget_person(self) -> None:
        """Nobody is."""
        self._context = self._workspace = None

    def go(self, page_id: str) -> None:
        """Shows a tab."""
        if self._workspace is not None:
            self._workspace.show_page(page_id)

    def go_to_place(self, place: int) -> None:
        """Shows the tab at this place of the rail (0 = first)."""
        if self._workspace is not None and place < len(self._workspace.page_ids()):
            self._workspace.show_page(self._workspace.page_ids()[place])

    def sync_now(self) -> None:
        """F5: sync, and whatever the page refreshes."""
        if self._context is not None:
            self._context.sync.sync_now()
        page = self._workspace.page() if self._workspace else None
        if page is not None and hasattr(page, "refresh"):
            page.refresh()

    def toggle_keep_offline(self) -> None:
        """Switches all traffic off, or on again."""
        if self._context is not None:
            self._context.sync.keep_offline(not self._context.sync.keeps_offline)

    def toggle_full_screen(self) -> None:
        """F11."""
        window = self._window
        window.showNormal() if window.isFullScreen() else window.showFullScreen()

    def to_region(self, step: int) -> None:
        """F6: the focus to the next part of the window, left to right."""
        regions = self._regions()
        focused = QApplication.focusWidget()
        at = next(
            (n for n, part in enumerate(regions) if focused and (part is focused or part.isAncestorOf(focused))), -1
        )
        for offset in range(1, len(regions) + 1):
            target = _first_stop(regions[(at + step * offset) % len(regions)])
            if target is not None:
                target.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    def open_palette(self) -> None:
        """Ctrl+K."""
        self._popups().show_palette(self._context, self._workspace, self)

    def open_key_sheet(self) -> None:
        """`?`: the keys that act here."""
        page = self._workspace.page() if self._workspace else None
        self._popups().show_keys(("everywhere", *page.scopes) if page else ("everywhere", "login"))

    def _popups(self) -> WindowPopups:
        """Palette and key sheet, made when they are asked for first."""
        from desktop.views.window_popups import WindowPopups

        if self.popups is None:
            self.popups = WindowPopups(self._window)
        return self.popups

    def _person_menu(self, context: AppContext, workspace: Workspace) -> QMenu:
        person, window = context.person, self._window
        menu = QMenu(workspace)
        head = menu.addAction(person.label)
        head.setEnabled(False)
        role = menu.addAction(self.tr("{0} · {1}").format(role_name(person.role), person.account))
        role.setEnabled(False)
        menu.addSeparator()
        menu.addAction(self.tr("Copy the server's address"), lambda: QGuiApplication.clipboard().setText(person.server))
        if context.demo:
            menu.addAction(self.tr("Change person"), window.change_person_wanted.emit)
            menu.addAction(self.tr("Leave the sample data"), window.demo_left.emit)
        else:
            menu.addAction(self.tr("Sign out"), window.sign_out_wanted.emit)
        return menu

    def _regions(self) -> list[QWidget]:
        window = self._window
        if self._workspace is None:
            return [part for part in (window.sign_in_page, window.status_bar) if part is not None]
        page = self._workspace.page()
        if page is None:
            return [self._workspace.rail, window.status_bar]
        inner = list(page.regions()) if hasattr(page, "regions") else [page.widget]
        return [self._workspace.rail, *(part for part in inner if part.isVisible()), window.status_bar]


def _first_stop(region: QWidget) -> QWidget | None:
    """The first widget of a region that takes the focus by Tab."""
    stops = [region, *region.findChildren(QWidget)]
    return next(
        (
            stop
            for stop in stops
            if stop.isVisible() and stop.isEnabled() and stop.focusPolicy() & Qt.FocusPolicy.TabFocus
        ),
        None,
    )
