"""Command palette: type a few letters, choose with the arrows, run with Enter."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from desktop.ui.fields import TextField
from desktop.ui.icons import paint_icon
from desktop.ui.marks import KeyCap, Line
from desktop.ui.overlay import Overlay
from desktop.ui.painting import cap_width, paint_cap, paint_text, text_width
from desktop.ui.row_model import Index
from desktop.ui.style import NO_RING
from desktop.ui.theme import theme_of

ROW_HEIGHT, HEAD_HEIGHT, FIELD_HEIGHT, MOST_ROWS = 36, 28, 44, 11
COMMAND_ROLE = int(Qt.ItemDataRole.UserRole)


@dataclass(frozen=True)
class Command:
    """Something a user can do; `words` are further words it is found by, `note` stands at the right."""

    id: str
    title: str
    group: str
    icon: str
    keys: str
    run: Callable[[], object] = field(compare=False, repr=False)
    words: str = ""
    note: str = ""


def matching(commands: Iterable[Command], text: str) -> list[Command]:
    """Commands whose title, group, words or id contain every word of `text`, whatever the case."""
    wanted = text.casefold().split()
    found = []
    for command in commands:
        hay = f"{command.title} {command.group} {command.words} {command.id}".casefold()
        if all(word in hay for word in wanted):
            found.append(command)
    return found


class _Entries(QAbstractListModel):
    """Group heads (str) and commands in one list."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.entries: list[str | Command] = []

    def show(self, commands: list[Command]) -> None:
        self.beginResetModel()
        self.entries = []
        for group in dict.fromkeys(command.group for command in commands):
            self.entries.append(group)
            self.entries.extend(command for command in commands if command.group == group)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        entry = self.entries[index.row()]
        if role == COMMAND_ROLE:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title if isinstance(entry, Command) else entry
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self.entries[index.row()], Command):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags


class _EntryDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        command = isinstance(index.data(COMMAND_ROLE), Command)
        return QSize(200, theme_of().size(ROW_HEIGHT if command else HEAD_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, rect = theme_of(), QRectF(option.rect)
        entry = index.data(COMMAND_ROLE)
        if not isinstance(entry, Command):
            if index.row():
                painter.fillRect(QRectF(rect.left(), rect.top(), rect.width(), 1), theme.color("line"))
            paint_text(painter, rect.adjusted(12, 2, -12, 0), entry, theme.font(12), theme.color("text3"))
            return
        states = QStyle.StateFlag
        if option.state & (states.State_Selected | states.State_MouseOver):
            chosen = bool(option.state & states.State_Selected)
            painter.fillRect(rect, theme.color("selected" if chosen else "hover"))
        middle = rect.center().y()
        paint_icon(painter, entry.icon or "right", theme.color("text2"), rect.left() + 14, round(middle - 8), 16)
        right = rect.right() - 12
        if entry.keys:
            right -= cap_width(theme, entry.keys)
            paint_cap(painter, theme, right, middle, entry.keys, theme.color("text2"), theme.color("line2"))
            right -= 12
        if entry.note:
            width = text_width(theme.font(12), entry.note) + 1
            note = QRectF(right - width, rect.top(), width, rect.height())
            paint_text(painter, note, entry.note, theme.font(12), theme.color("text3"))
            right -= width + 12
        words = QRectF(rect.left() + 42, rect.top(), right - rect.left() - 42, rect.height())
        paint_text(painter, words, entry.title, theme.font(13), theme.color("text"))


class CommandPalette(Overlay):
    """Ctrl+K: filter field above grouped commands; ↑ ↓ move, Enter runs, Esc closes."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, width=560, top=72)
        self._commands: list[Command] = []
        self.field = TextField(self.tr("Type a command"), icon="search", parent=self.panel)
        self.field.setProperty(NO_RING, True)
        self.field.setProperty("bare", "true")
        self.field.textChanged.connect(self._filter)
        self.field.installEventFilter(self)
        self._entries = _Entries(self)
        self.list = QListView(self.panel)
        self.list.setModel(self._entries)
        self.list.setItemDelegate(_EntryDelegate(self.list))
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(self.tr("Commands"))
        self.list.clicked.connect(self._run)
        self._esc = KeyCap("Esc", parent=self.field)
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(1, 1, 1, 4)
        column.setSpacing(0)
        column.addWidget(self.field)
        column.addWidget(Line())
        column.addWidget(self.list, 1)

    def show_commands(self, commands: Iterable[Command]) -> None:
        """Open with all commands and an empty filter."""
        self._commands = list(commands)
        self.field.clear()
        self.open_over(self.field)
        self._filter("")

    def shown(self) -> list[Command]:
        """Commands that match the filter, in the order on screen."""
        return [entry for entry in self._entries.entries if isinstance(entry, Command)]

    def current(self) -> Command | None:
        """The command Enter would run."""
        entry = self.list.currentIndex().data(COMMAND_ROLE)
        return entry if isinstance(entry, Command) else None

    def panel_height(self) -> int:
        theme = theme_of(self)
        heads = len(self._entries.entries) - len(self.shown())
        rows = theme.size(ROW_HEIGHT) * min(MOST_ROWS, len(self.shown())) + theme.size(HEAD_HEIGHT) * heads
        return theme.size(FIELD_HEIGHT) + 7 + (rows or theme.size(ROW_HEIGHT))

    def place(self) -> None:
        super().place()
        cap = self._esc.sizeHint()
        self.field.setFixedHeight(theme_of(self).size(FIELD_HEIGHT))
        top = (self.field.height() - cap.height()) // 2
        self._esc.setGeometry(self.panel.width() - cap.width() - 16, top, cap.width(), cap.height())

    def _filter(self, text: str) -> None:
        self._entries.show(matching(self._commands, text))
        self.place()
        self.list.doItemsLayout()
        self._step(-1, 1)
        self.list.scrollToTop()

    def _step(self, start: int, step: int) -> None:
        """Move to the next command from row `start`; stay when there is none."""
        place = start + step
        entries = self._entries.entries
        while 0 <= place < len(entries) and not isinstance(entries[place], Command):
            place += step
        if 0 <= place < len(entries):
            index = self._entries.index(place)
            self.list.setCurrentIndex(index)
            self.list.scrollTo(index)
            self.field.setAccessibleDescription(str(index.data()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
            if event.key() in steps:
                self._step(self.list.currentIndex().row(), steps[Qt.Key(event.key())])
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._run(self.list.currentIndex())
                return True
            if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                return True
        return super().eventFilter(watched, event)

    def _run(self, index: QModelIndex) -> None:
        entry = index.data(COMMAND_ROLE)
        if isinstance(entry, Command):
            self.dismiss()
            entry.run()
