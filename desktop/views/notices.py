"""The message bar of the window: short messages as toasts, those that stay as banners at the top."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.failures import explain
from desktop.messages import Level, Message, Messages
from desktop.ui.banner import Banner, BannerKind
from desktop.ui.button import Button
from desktop.ui.toast import ToastHost

if TYPE_CHECKING:
    from desktop.network import Network

MOST = 3
SESSION = "session"
_KINDS: dict[Level, BannerKind] = {"info": "info", "ok": "info", "warn": "slow", "error": "error"}
_ICONS: dict[Level, str] = {"info": "info", "ok": "okc", "warn": "warn", "error": "warn"}


class Notices(QWidget):
    """Banners by key, newest below; on quiet pages (review of works) passing messages are not shown as toasts."""

    def __init__(self, messages: Messages, page: QWidget) -> None:
        super().__init__()
        self._banners: dict[str, Banner] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._toasts = ToastHost(page)
        self._quiet = False
        self.hide()
        messages.shown.connect(self.show_message)
        messages.cleared.connect(self.clear)

    def set_quiet(self, quiet: bool) -> None:
        """Good news that passes is left out on pages that show it themselves."""
        self._quiet = quiet

    def show_message(self, message: Message) -> None:
        """A toast, or a banner when it has to be closed by hand."""
        if message.seconds is None:
            close = Button(self.tr("Close"), "ghost", size="small")
            key = message.key or message.text
            close.clicked.connect(lambda: self.clear(key))
            actions = (self._action(message), close) if message.action_label else (close,)
            self._add(key, Banner(_KINDS[message.level], message.text, icon=_ICONS[message.level], actions=actions))
        elif not (self._quiet and message.level in ("info", "ok")):
            self._toasts.show_toast(
                message.text, icon=_ICONS[message.level], action=message.action_label, run=_quietly(message.action)
            )

    def show_network(self, network: Network, sign_in_again: Callable[[], object]) -> None:
        """A banner while the session is over or the desk too old; none otherwise."""
        if network.kind not in ("signed-out", "too-old") or network.error is None:
            self.clear(SESSION)
            return
        failure = explain(network.error)
        if failure is None:
            return
        actions: tuple[Button, ...] = ()
        if network.kind == "signed-out":
            again = Button(self.tr("Sign in again"), "primary", size="small")
            again.clicked.connect(sign_in_again)
            later = Button(self.tr("Work offline first"), "ghost", size="small")
            later.clicked.connect(lambda: self.clear(SESSION))
            actions = (again, later)
        banner = Banner("slow", failure.what, failure.rest, icon="lock", actions=actions)
        self._add(SESSION, banner)

    def keys(self) -> list[str]:
        """Keys of the banners on screen, from the top."""
        return list(self._banners)

    def texts(self) -> list[str]:
        """What the banners say."""
        return [banner.accessibleName() for banner in self._banners.values()]

    def clear(self, key: str) -> None:
        """Takes one banner away, if it is there."""
        banner = self._banners.pop(key, None)
        if banner is not None:
            self._column.removeWidget(banner)
            banner.hide()
            banner.deleteLater()
        self.setVisible(bool(self._banners))

    def clear_all(self) -> None:
        """Takes every banner away."""
        for key in list(self._banners):
            self.clear(key)

    def _add(self, key: str, banner: Banner) -> None:
        self.clear(key)
        while len(self._banners) >= MOST:
            self.clear(next(iter(self._banners)))
        self._banners[key] = banner
        self._column.addWidget(banner)
        self.show()

    def _action(self, message: Message) -> Button:
        button = Button(message.action_label, size="small")
        key = message.key or message.text

        def act() -> None:
            self.clear(key)
            if message.action is not None:
                message.action()

        button.clicked.connect(act)
        return button


def _quietly(action: Callable[[], object] | None) -> Callable[[], None] | None:
    """The same action without its result."""
    if action is None:
        return None

    def run() -> None:
        action()

    return run
