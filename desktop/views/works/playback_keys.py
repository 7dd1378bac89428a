"""Which key does what on this page, and when it must not: while somebody writes, or a button is meant."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from desktop.hotkeys import bind, hotkey
from desktop.ui.queue_list import MediaList
from desktop.ui.segments import Segments

REPEATING = frozenset(
    {"back_1s", "forward_1s", "back_skip", "forward_skip", "frame_back", "frame_forward", "louder", "quieter"}
)
"""Keys that may be held down. Never one that decides."""
_MODIFIERS = ("Ctrl+", "Alt+")
_OWN_KEYS: tuple[tuple[type[QWidget], tuple[str, ...]], ...] = (
    (QAbstractButton, ("Space", "Return", "Enter")),
    (Segments, ("Left", "Right", "Home", "End")),
    (MediaList, ("Home", "End")),
)
"""What these do with a key themselves while they have the focus."""


class PageKeys(QObject):
    """Binds hotkeys to the page and switches them off while what has the focus needs them itself."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._modes: dict[str, list[QShortcut]] = {}
        self._off: set[str] = set()
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]

    def bind(self, mode: str, slots: Mapping[str, Callable[[], object]], owner: QWidget | None = None) -> None:
        """Binds hotkey ids to slots; the keys of a mode are switched together by `set_mode`."""
        made = self._modes.setdefault(mode, [])
        for id_, slot in slots.items():
            made += bind(id_, owner or self._page, slot, auto_repeat=id_ in REPEATING)
        self._apply()

    def add(self, mode: str, shortcuts: list[QShortcut]) -> None:
        """Adds shortcuts made elsewhere to a mode."""
        self._modes.setdefault(mode, []).extend(shortcuts)
        self._apply()

    def set_mode(self, mode: str, on: bool) -> None:
        """Switches a group of keys."""
        (self._off.discard if on else self._off.add)(mode)
        self._apply()

    def _focus_moved(self, _old: QWidget | None, _now: QWidget | None) -> None:
        self._apply()

    def _apply(self) -> None:
        focus = QApplication.focusWidget()
        writing = isinstance(focus, QLineEdit | QPlainTextEdit | QTextEdit) and not focus.isReadOnly()
        own = {key for kind, keys in _OWN_KEYS if isinstance(focus, kind) for key in keys}
        for mode, shortcuts in self._modes.items():
            for shortcut in shortcuts:
                keys = shortcut.key().toString()
                # a search field clears itself by Esc
                allowed = keys.startswith(_MODIFIERS) or (keys == "Esc" and not isinstance(focus, QLineEdit))
                taken = (writing and not allowed) or keys in own
                shortcut.setEnabled(mode not in self._off and not taken)


def digit_shortcuts(owner: QWidget, press: Callable[[int], object]) -> list[QShortcut]:
    """The keys of the reasons, each calling `press` with its number."""
    made = []
    for key in hotkey("reason").keys:
        shortcut = QShortcut(key, owner)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(partial(press, int(key)))
        made.append(shortcut)
    return made
