"""Every shortcut of the desk: id, keys, where it acts, what it is called."""

from collections.abc import Callable
from typing import Final, Literal, NamedTuple

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop.marking import QT_TRANSLATE_NOOP

Scope = Literal[
    "everywhere", "decide", "queue", "batch", "reject", "player", "documents", "boards", "awards", "lists",
    "conflict", "login",
]  # fmt: skip


class Hotkey(NamedTuple):
    """`keys` in Qt's portable spelling; the first one is shown on buttons. `label` is English source text."""

    id: str
    keys: tuple[str, ...]
    scope: Scope
    label: str

    def title(self) -> str:
        """The label in the language of the screen."""
        return QCoreApplication.translate("hotkeys", self.label)

    def caps(self) -> tuple[str, ...]:
        """What stands on the key caps (`Ctrl K`, `Esc`), one text for each alternative."""
        return tuple(key_cap(key) for key in self.keys)


SCOPE_NAMES: Final[dict[Scope, str]] = {
    "everywhere": QT_TRANSLATE_NOOP("hotkeys", "Everywhere"),
    "decide": QT_TRANSLATE_NOOP("hotkeys", "Decide"),
    "queue": QT_TRANSLATE_NOOP("hotkeys", "Queue"),
    "batch": QT_TRANSLATE_NOOP("hotkeys", "Batch of works"),
    "reject": QT_TRANSLATE_NOOP("hotkeys", "Reject panel"),
    "player": QT_TRANSLATE_NOOP("hotkeys", "Player"),
    "documents": QT_TRANSLATE_NOOP("hotkeys", "Papers of organizations"),
    "boards": QT_TRANSLATE_NOOP("hotkeys", "Boards"),
    "awards": QT_TRANSLATE_NOOP("hotkeys", "Awards and certificates"),
    "lists": QT_TRANSLATE_NOOP("hotkeys", "Lists and tables"),
    "conflict": QT_TRANSLATE_NOOP("hotkeys", "Conflict"),
    "login": QT_TRANSLATE_NOOP("hotkeys", "Sign-in"),
}  # fmt: skip

HOTKEYS: Final[tuple[Hotkey, ...]] = (
    Hotkey("tab", tuple(f"Ctrl+{n}" for n in range(1, 8)), "everywhere", QT_TRANSLATE_NOOP("hotkeys", "Go to tab")),
    Hotkey("palette", ("Ctrl+K",), "everywhere", QT_TRANSLATE_NOOP("hotkeys", "Command palette")),
    Hotkey("search", ("/",), "everywhere", QT_TRANSLATE_NOOP("hotkeys", "Search")),
    Hotkey("sync", ("F5",), "everywhere", QT_TRANSLATE_NOOP("hotkeys", "Refresh or sync")),
    Hotkey("next_region", ("F6",), "everywhere", QT_TRANSLATE_NOOP("hotkeys", "Next region of the window")),
    Hotkey("previous_region", ("Shift+F6",), "everywhere",
           QT_TRANSLATE_NOOP("hotkeys", "Previous region of the window")),
    Hotkey("keys", ("?",), "everywhere", QT_TRANSLATE_NOOP("hotkeys", "Keyboard shortcuts")),
    Hotkey("escape", ("Esc",), "everywhere", QT_TRANSLATE_NOOP("hotkeys", "Close, cancel, clear search")),
    Hotkey("settings", ("Ctrl+,",), "everywhere", QT_TRANSLATE_NOOP("hotkeys", "Settings")),
    Hotkey("keep_offline", ("Ctrl+Shift+O",), "everywhere", QT_TRANSLATE_NOOP("hotkeys", "Keep offline")),
    Hotkey("text_larger", ("Ctrl+=", "Ctrl++"), "everywhere", QT_TRANSLATE_NOOP("hotkeys", "Larger text")),
    Hotkey("text_smaller", ("Ctrl+-",), "everywhere", QT_TRANSLATE_NOOP("hotkeys", "Smaller text")),
    Hotkey("text_normal", ("Ctrl+0",), "everywhere", QT_TRANSLATE_NOOP("hotkeys", "Normal text size")),
    Hotkey("window_full_screen", ("F11",), "everywhere", QT_TRANSLATE_NOOP("hotkeys", "Full-screen window")),
    Hotkey("approve", ("A",), "decide", QT_TRANSLATE_NOOP("hotkeys", "Approve")),
    Hotkey("reject", ("R",), "decide", QT_TRANSLATE_NOOP("hotkeys", "Reject…")),
    Hotkey("skip", ("S",), "queue", QT_TRANSLATE_NOOP("hotkeys", "Skip")),
    Hotkey("undo", ("Z",), "decide",
           QT_TRANSLATE_NOOP("hotkeys", "Undo the last decision (also if just delivered)")),
    Hotkey("next", ("N",), "queue", QT_TRANSLATE_NOOP("hotkeys", "Next")),
    Hotkey("previous", ("P",), "queue", QT_TRANSLATE_NOOP("hotkeys", "Previous")),
    Hotkey("claim", ("C",), "batch", QT_TRANSLATE_NOOP("hotkeys", "Claim a batch")),
    Hotkey("reason", tuple("123456789"), "reject", QT_TRANSLATE_NOOP("hotkeys", "Choose a reason")),
    Hotkey("note", ("Tab",), "reject", QT_TRANSLATE_NOOP("hotkeys", "To the note")),
    Hotkey("insert_time", ("Alt+T",), "reject", QT_TRANSLATE_NOOP("hotkeys", "Insert the time")),
    Hotkey("confirm_reject", ("Return", "Ctrl+Return"), "reject",
           QT_TRANSLATE_NOOP("hotkeys", "Confirm rejection (Ctrl+Enter inside the note)")),
    Hotkey("back", ("Esc",), "reject", QT_TRANSLATE_NOOP("hotkeys", "Back")),
    Hotkey("play_pause", ("Space", "K"), "player", QT_TRANSLATE_NOOP("hotkeys", "Play or pause")),
    Hotkey("play_back", ("J",), "player", QT_TRANSLATE_NOOP("hotkeys", "Play back (again: 2×, 4×)")),
    Hotkey("play_forward", ("L",), "player", QT_TRANSLATE_NOOP("hotkeys", "Play forward (again: 2×, 4×)")),
    Hotkey("back_1s", ("Left",), "player", QT_TRANSLATE_NOOP("hotkeys", "Back 1 s")),
    Hotkey("forward_1s", ("Right",), "player", QT_TRANSLATE_NOOP("hotkeys", "Forward 1 s")),
    Hotkey("back_skip", ("Shift+Left",), "player", QT_TRANSLATE_NOOP("hotkeys", "Skip back")),
    Hotkey("forward_skip", ("Shift+Right",), "player", QT_TRANSLATE_NOOP("hotkeys", "Skip forward")),
    Hotkey("frame_back", (",",), "player", QT_TRANSLATE_NOOP("hotkeys", "Previous frame")),
    Hotkey("frame_forward", (".",), "player", QT_TRANSLATE_NOOP("hotkeys", "Next frame")),
    Hotkey("to_start", ("Home",), "player", QT_TRANSLATE_NOOP("hotkeys", "To the start")),
    Hotkey("to_end", ("End",), "player", QT_TRANSLATE_NOOP("hotkeys", "To the end")),
    Hotkey("restart", ("0",), "player", QT_TRANSLATE_NOOP("hotkeys", "Play from the start")),
    Hotkey("marker", ("M",), "player", QT_TRANSLATE_NOOP("hotkeys", "Set a marker")),
    Hotkey("loop", ("B",), "player", QT_TRANSLATE_NOOP("hotkeys", "Loop from A to B (start, end, off)")),
    Hotkey("louder", ("Up",), "player", QT_TRANSLATE_NOOP("hotkeys", "Louder")),
    Hotkey("quieter", ("Down",), "player", QT_TRANSLATE_NOOP("hotkeys", "Quieter")),
    Hotkey("mute", ("Shift+M",), "player", QT_TRANSLATE_NOOP("hotkeys", "Mute")),
    Hotkey("slower", ("<",), "player", QT_TRANSLATE_NOOP("hotkeys", "Slower")),
    Hotkey("faster", (">",), "player", QT_TRANSLATE_NOOP("hotkeys", "Faster")),
    Hotkey("timeline_rows", ("W",), "player", QT_TRANSLATE_NOOP("hotkeys", "Rows of the timeline")),
    Hotkey("full_screen", ("F",), "player", QT_TRANSLATE_NOOP("hotkeys", "Full-screen video")),
    Hotkey("fit", ("Shift+F",), "player", QT_TRANSLATE_NOOP("hotkeys", "Fit or 100 %")),
    Hotkey("zoom_in", ("+", "="), "documents", QT_TRANSLATE_NOOP("hotkeys", "Larger")),
    Hotkey("zoom_out", ("-",), "documents", QT_TRANSLATE_NOOP("hotkeys", "Smaller")),
    Hotkey("fit_page", ("0",), "documents", QT_TRANSLATE_NOOP("hotkeys", "The whole page")),
    Hotkey("turn", ("T",), "documents", QT_TRANSLATE_NOOP("hotkeys", "Turn clockwise")),
    Hotkey("page_back", ("PgUp",), "documents", QT_TRANSLATE_NOOP("hotkeys", "Previous page")),
    Hotkey("page_on", ("PgDown",), "documents", QT_TRANSLATE_NOOP("hotkeys", "Next page")),
    Hotkey("next_file", ("Ctrl+Tab",), "documents", QT_TRANSLATE_NOOP("hotkeys", "Next file")),
    Hotkey("whole_page", ("F",), "documents", QT_TRANSLATE_NOOP("hotkeys", "Papers over the whole page")),
    Hotkey("compare", ("C",), "documents", QT_TRANSLATE_NOOP("hotkeys", "Compare with similar organizations")),
    Hotkey("week_back", ("Alt+Left",), "boards", QT_TRANSLATE_NOOP("hotkeys", "The week before")),
    Hotkey("week_on", ("Alt+Right",), "boards", QT_TRANSLATE_NOOP("hotkeys", "The next week")),
    Hotkey("export", ("Ctrl+E",), "boards", QT_TRANSLATE_NOOP("hotkeys", "Export to Excel…")),
    Hotkey("bulletin", ("Ctrl+P",), "boards", QT_TRANSLATE_NOOP("hotkeys", "Weekly bulletin…")),
    Hotkey("leave_out", ("Del",), "boards", QT_TRANSLATE_NOOP("hotkeys", "Leave the work out…, or count it again…")),
    Hotkey("left_out", ("Ctrl+L",), "boards", QT_TRANSLATE_NOOP("hotkeys", "Works left out")),
    Hotkey("award_propose", ("P",), "awards", QT_TRANSLATE_NOOP("hotkeys", "Propose a list…")),
    Hotkey("award_edit", ("I",), "awards", QT_TRANSLATE_NOOP("hotkeys", "Put the line in or take it out…")),
    Hotkey("award_submit", ("S",), "awards", QT_TRANSLATE_NOOP("hotkeys", "Submit the list…")),
    Hotkey("award_withdraw", ("W",), "awards", QT_TRANSLATE_NOOP("hotkeys", "Withdraw the list…")),
    Hotkey("award_confirm", ("C",), "awards", QT_TRANSLATE_NOOP("hotkeys", "Confirm the list and issue certificates…")),
    Hotkey("award_certificates", ("V",), "awards", QT_TRANSLATE_NOOP("hotkeys", "List or certificates")),
    Hotkey("certificate_revoke", ("R",), "awards", QT_TRANSLATE_NOOP("hotkeys", "Revoke the certificate…")),
    Hotkey("certificate_reissue", ("E",), "awards", QT_TRANSLATE_NOOP("hotkeys", "Reissue the certificate…")),
    Hotkey("certificate_copy", ("Ctrl+C",), "awards", QT_TRANSLATE_NOOP("hotkeys", "Copy the certificate's code")),
    Hotkey("certificate_export", ("Ctrl+E",), "awards", QT_TRANSLATE_NOOP("hotkeys", "Export certificates…")),
    Hotkey("award_kinds", ("Alt+K",), "awards", QT_TRANSLATE_NOOP("hotkeys", "Kinds of awards and their rules")),
    Hotkey("row_down", ("J", "Down"), "lists", QT_TRANSLATE_NOOP("hotkeys", "Next row")),
    Hotkey("row_up", ("K", "Up"), "lists", QT_TRANSLATE_NOOP("hotkeys", "Previous row")),
    Hotkey("check", ("X",), "lists", QT_TRANSLATE_NOOP("hotkeys", "Select the row")),
    Hotkey("check_range", ("Shift+X",), "lists", QT_TRANSLATE_NOOP("hotkeys", "Select from the last one to here")),
    Hotkey("check_all", ("Ctrl+A",), "lists", QT_TRANSLATE_NOOP("hotkeys", "Select all to review")),
    Hotkey("approve_checked", ("Shift+A",), "lists", QT_TRANSLATE_NOOP("hotkeys", "Approve the selected")),
    Hotkey("reject_checked", ("Shift+R",), "lists", QT_TRANSLATE_NOOP("hotkeys", "Reject the selected…")),
    Hotkey("open_row", ("Return",), "lists", QT_TRANSLATE_NOOP("hotkeys", "Open")),
    Hotkey("object", ("1",), "conflict", QT_TRANSLATE_NOOP("hotkeys", "Ask for a second look")),
    Hotkey("accept", ("2",), "conflict", QT_TRANSLATE_NOOP("hotkeys", "Accept the current result")),
    Hotkey("later", ("Esc",), "conflict", QT_TRANSLATE_NOOP("hotkeys", "Later")),
    Hotkey("sign_in", ("Return",), "login", QT_TRANSLATE_NOOP("hotkeys", "Sign in")),
    Hotkey("continue_offline", ("Ctrl+O",), "login", QT_TRANSLATE_NOOP("hotkeys", "Continue offline")),
    Hotkey("try_demo", ("Ctrl+D",), "login", QT_TRANSLATE_NOOP("hotkeys", "Try with sample data")),
)  # fmt: skip
_BY_ID: Final = {hotkey.id: hotkey for hotkey in HOTKEYS}
_CAPS: Final = {"Return": "Enter", "PgDown": "PgDn", "Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}


def hotkey(id_: str) -> Hotkey:
    """The shortcut with this id; KeyError when there is none."""
    return _BY_ID[id_]


def in_scope(scope: Scope) -> tuple[Hotkey, ...]:
    """All shortcuts of one scope, in the order of the key sheet."""
    return tuple(item for item in HOTKEYS if item.scope == scope)


def scope_title(scope: Scope) -> str:
    """The scope's name in the language of the screen."""
    return QCoreApplication.translate("hotkeys", SCOPE_NAMES[scope])


def key_cap(keys: str) -> str:
    """`Ctrl+K` as it stands on a key cap: `Ctrl K`."""
    parts = keys.removesuffix("+").split("+") if keys != "+" else ["+"]
    parts += ["+"] if keys.endswith("++") else []
    return " ".join(_CAPS.get(part, part) for part in parts if part)


def bind(
    id_: str,
    owner: QWidget,
    slot: Callable[[], object],
    context: Qt.ShortcutContext = Qt.ShortcutContext.WidgetWithChildrenShortcut,
    auto_repeat: bool = False,
) -> list[QShortcut]:
    """Shortcuts of `owner` for all keys of one entry. Text fields keep single keys to themselves, as in all of Qt."""
    made = []
    for keys in _BY_ID[id_].keys:
        shortcut = QShortcut(QKeySequence(keys), owner)
        shortcut.setContext(context)
        shortcut.setAutoRepeat(auto_repeat)
        shortcut.activated.connect(slot)
        made.append(shortcut)
    return made
