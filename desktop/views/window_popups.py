"""Palette and key sheet of the window: what they offer besides the page's own commands and keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject

from desktop.context import AppContext
from desktop.hotkeys import Scope, hotkey, in_scope, scope_title
from desktop.settings import LANGUAGE, THEME
from desktop.ui.key_overlay import KeyGroup, KeyOverlay
from desktop.ui.palette import Command, CommandPalette
from desktop.views.workspace import Workspace

if TYPE_CHECKING:
    from desktop.views.main_window import MainWindow
    from desktop.views.window_keys import WindowKeys


class WindowPopups(QObject):
    """Makes the lists anew each time, so that they say what holds now."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.palette = CommandPalette(window)
        self.sheet = KeyOverlay(window)

    def show_palette(self, context: AppContext | None, workspace: Workspace | None, keys: WindowKeys) -> None:
        """The page's commands first, then the window's."""
        page = workspace.page() if workspace else None
        self.palette.show_commands(
            [
                *(page.commands() if page else ()),
                *self._go(workspace, keys.go),
                *self._person(context, keys),
                *self._desk(keys),
                *self._look(),
            ]
        )

    def show_keys(self, scopes: Sequence[str]) -> None:
        """The keys of these scopes of hotkeys.py."""
        self.sheet.show_groups(tuple(_group(cast(Scope, scope)) for scope in scopes))

    def _go(self, workspace: Workspace | None, show: Callable[[str], object]) -> list[Command]:
        """One for each tab."""
        if workspace is None:
            return []
        group, caps = self.tr("Go to"), hotkey("tab").caps()
        return [
            Command(f"go.{spec.id}", spec.title(), group, spec.icon, cap, partial(show, spec.id))
            for spec, cap in zip(workspace.specs(), caps, strict=False)
        ]

    def _person(self, context: AppContext | None, keys: WindowKeys) -> list[Command]:
        """Sync and sign-out, or the ways in while nobody is at the desk."""
        group, window = self.tr("Desk"), self._window
        if context is None:
            return self._ways_in(group)
        offline = self.tr("Take up traffic again") if context.sync.keeps_offline else self.tr("Keep offline")
        return [
            Command("sync", self.tr("Sync now"), group, "sync", _cap("sync"), keys.sync_now),
            Command("keep_offline", offline, group, "cloudoff", _cap("keep_offline"), keys.toggle_keep_offline),
            Command("change_person", self.tr("Change person"), group, "user", "", window.change_person_wanted.emit)
            if context.demo
            else Command("sign_out", self.tr("Sign out"), group, "user", "", window.sign_out_wanted.emit),
        ]

    def _desk(self, keys: WindowKeys) -> list[Command]:
        """Window, keys, the end."""
        group, full = self.tr("Desk"), _cap("window_full_screen")
        return [
            Command("full_screen", self.tr("Full-screen window"), group, "full", full, keys.toggle_full_screen),
            Command("keys", self.tr("Keyboard shortcuts"), group, "kbd", _cap("keys"), keys.open_key_sheet),
            Command("quit", self.tr("Quit"), group, "x", "", self._window.close),
        ]

    def _look(self) -> list[Command]:
        """Theme, text size, language."""
        group, context = self.tr("Appearance"), self._window.context
        settings, step = context.settings, context.appearance.step_text_size
        themes = {"light": self.tr("Light theme"), "dark": self.tr("Dark theme"), "system": self.tr("System theme")}
        sizes = {"text_larger": (self.tr("Larger text"), 1), "text_smaller": (self.tr("Smaller text"), -1)}
        languages = {"zh_CN": "简体中文", "en": "English"}
        return [
            *(Command(f"theme.{id_}", words, group, "eye", "", partial(settings.set, THEME, id_))
              for id_, words in themes.items() if id_ != settings.get(THEME)),
            *(Command(id_, words, group, "page", _cap(id_), partial(step, by)) for id_, (words, by) in sizes.items()),
            *(Command(f"language.{id_}", words, group, "page", "", partial(settings.set, LANGUAGE, id_))
              for id_, words in languages.items() if id_ != settings.get(LANGUAGE)),
        ]  # fmt: skip

    def _ways_in(self, group: str) -> list[Command]:
        window = self._window
        if window.sign_in_page is None or window.context.demo:
            return []
        try_it = self.tr("Try with sample data")
        return [Command("demo", try_it, group, "works", _cap("try_demo"), window.demo_wanted.emit)]


def _cap(id_: str) -> str:
    return hotkey(id_).caps()[0]


def _group(scope: Scope) -> KeyGroup:
    rows = []
    for item in in_scope(scope):
        caps = item.caps()
        keys = f"{caps[0]} … {caps[-1]}" if len(caps) > 3 else " / ".join(caps)
        rows.append((keys, item.title()))
    return KeyGroup(scope_title(scope), tuple(rows))
