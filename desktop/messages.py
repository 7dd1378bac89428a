"""Messages for the message bar, from anywhere over one signal."""

from collections.abc import Callable
from typing import Literal, NamedTuple

from PySide6.QtCore import QObject, Signal

Level = Literal["info", "ok", "warn", "error"]


class Message(NamedTuple):
    """What the bar shows. `key` makes a newer message replace an older one; `seconds` None stays until closed."""

    text: str
    level: Level = "info"
    key: str = ""
    action_label: str = ""
    action: Callable[[], object] | None = None
    seconds: float | None = 6.0


class Messages(QObject):
    """Carries messages from any thread to whoever shows them."""

    shown = Signal(object)
    cleared = Signal(str)

    def show(self, message: Message) -> None:
        """Shows a message."""
        self.shown.emit(message)

    def clear(self, key: str) -> None:
        """Takes back the message with this key, if it is still on screen."""
        self.cleared.emit(key)
