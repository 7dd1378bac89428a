"""The tab 同步中心."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from contract.roles import REVIEWERS, Role
from desktop.context import AppContext
from desktop.failures import explain, message_for
from desktop.hotkeys import bind, hotkey
from desktop.messages import Message
from desktop.operations import media
from desktop.ui.button import Button
from desktop.ui.card import Panel, page_header
from desktop.ui.dialogs import confirm
from desktop.ui.labels import ElidedLabel
from desktop.ui.switch import Switch
from desktop.views import Command
from desktop.views.sync_centre.batches_card import BatchesCard
from desktop.views.sync_centre.conflicts_card import ConflictsCard
from desktop.views.sync_centre.downloads_card import DownloadsCard
from desktop.views.sync_centre.feed import SyncFeed
from desktop.views.sync_centre.outbox_card import OutboxCard
from desktop.views.sync_centre.tiles import Tiles
from desktop.views.sync_centre.words import PAGE_OF, story
from desktop.views.works.words import size_text

COMPACT_WIDTH, COMPACT_HEIGHT = 1360, 800


class SyncCentrePage(Panel):
    """See `desktop.views.Page`. Reads the store only while it is on screen; countdowns move each second."""

    scopes: tuple[str, ...] = ("conflict", "lists")

    def __init__(self, context: AppContext) -> None:
        super().__init__("window")
        self._context = context
        role = Role(context.person.role)
        self.feed = SyncFeed(context, self)
        self.downloads = DownloadsCard(context)
        self.outbox = OutboxCard(context)
        self.conflicts = ConflictsCard(context, self.downloads, settles=role is Role.PLATFORM_ADMIN)
        self.batches = BatchesCard(context, claims=role in REVIEWERS)
        self.tiles = Tiles(context, self.downloads.offline_ready)
        self._make_header()
        self._arrange()
        self._second = QTimer(self, interval=1_000)
        self._second.timeout.connect(self._show_moving)
        self.feed.changed.connect(self._show)
        self.outbox.opened.connect(lambda kind, id: context.navigation.go(PAGE_OF.get(kind, "works"), id))
        self.tiles.clear_wanted.connect(self.ask_to_clear)
        context.sync.state_changed.connect(self._show_network)
        for id_, slot in (
            ("object", self.conflicts.object),
            ("accept", self.conflicts.accept),
            ("later", self.conflicts.later),
            ("claim", self.batches.claim),
        ):
            bind(id_, self, slot)
        self._set_compact(False)
        self._show()

    @property
    def widget(self) -> QWidget:
        """This widget."""
        return self

    def activate(self) -> None:
        """Reads anew; the focus goes to the outbox."""
        self.feed.read()
        self.outbox.table.setFocus()

    def regions(self) -> Sequence[QWidget]:
        """Stops of F6."""
        return (self.header, self.outbox, self.downloads, self.conflicts, self.batches)

    def refresh(self) -> None:
        """F5, beside the sync."""
        self.feed.read()

    def show_subject(self, conflict_id: str) -> None:
        """Brings one conflict forward."""
        self.conflicts.show_subject(conflict_id)
        self.conflicts.focus_answer()

    def commands(self) -> Sequence[Command]:
        """For the palette."""
        group, claim = self.tr("Sync centre"), hotkey("claim").caps()[0]
        found = [Command("pause", self._pause_words(), group, "pause", "", self._toggle_pause)]
        if Role(self._context.person.role) in REVIEWERS:
            found.append(Command("claim", self.tr("Claim more"), group, "plus", claim, self.batches.claim))
        if self.feed.now.held:
            found.append(Command("renew", self.tr("Renew claims"), group, "pend", "", self.batches.renew))
            give = self.tr("Give back what is not decided…")
            found.append(Command("give_back", give, group, "undo", "", self.batches.ask_to_give_back))
        if self.outbox.undoable:
            undo = self.outbox.undoable
            words = self.tr("Undo the entry chosen in the outbox")
            found.append(Command("undo", words, group, "undo", "", lambda: self.outbox.undo(undo)))
        found.append(Command("clear", self.tr("Clear cached videos…"), group, "trash", "", self.ask_to_clear))
        return found

    def ask_to_clear(self) -> None:
        """清理…: what no undecided work needs."""
        title = self.tr("Clear cached videos?")
        text = self.tr("Videos and pictures of works that are decided or given back are removed from this computer. "
                       "Those of works still to be reviewed and all decisions stay.")  # fmt: skip
        if confirm(self.window(), title, text, self.tr("Keep"), self.tr("Clear")):
            media.clear(self._context, done=self._cleared, failed=self._not_cleared, owner=self)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.feed.active = True
        self._second.start()
        self.feed.read()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.feed.active = False
        self._second.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        window = self.window()
        self._set_compact(window.width() < COMPACT_WIDTH or window.height() < COMPACT_HEIGHT)

    def _make_header(self) -> None:
        self.story = ElidedLabel("", "meta2")
        self.keep = Switch(self.tr("Keep offline"), label_first=True)
        self.keep.setToolTip(self.tr("Stops all traffic; decisions wait in the outbox ({0})").format(
            hotkey("keep_offline").caps()[0]))  # fmt: skip
        self.keep.setChecked(self._context.sync.keeps_offline)
        self.keep.clicked.connect(self._context.sync.keep_offline)
        self.pause = Button("", icon="pause")
        self.pause.clicked.connect(self._toggle_pause)
        self.sync = Button(self.tr("Sync now"), "primary", icon="sync", key=hotkey("sync").caps()[0])
        self.sync.clicked.connect(self._context.sync.sync_now)
        actions = (self.keep, self.pause, self.sync)
        self.header = page_header(self.tr("Sync centre"), self.story, actions=actions)

    def _arrange(self) -> None:
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        for column, upper, lower in (
            (self._left, self.outbox, self.downloads), (self._right, self.conflicts, self.batches)
        ):  # fmt: skip
            column.addWidget(upper, 1)
            column.addWidget(lower)
        self._columns = QHBoxLayout()
        self._columns.addLayout(self._left, 1)
        self._columns.addLayout(self._right)
        self._body = QVBoxLayout()
        self._body.addWidget(self.tiles)
        self._body.addLayout(self._columns, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.header)
        outer.addLayout(self._body, 1)

    def _set_compact(self, compact: bool) -> None:
        gap, around = (8, 12) if compact else (12, 16)
        self._body.setContentsMargins(16, around, 16, around)
        self._body.setSpacing(gap)
        for layout in (self._left, self._right):
            layout.setSpacing(gap)
        self._columns.setSpacing(12)
        width = 400 if compact else 456
        for card in (self.conflicts, self.batches):
            card.setFixedWidth(width)
        self.downloads.setFixedHeight(188 if compact else 264)
        claims = Role(self._context.person.role) in REVIEWERS
        self.batches.setFixedHeight(140 if compact and claims else 264 if claims else 132)
        self.batches.set_compact(compact)

    def _show(self) -> None:
        self.conflicts.show_snapshot(self.feed.now)
        self._show_moving()

    def _show_moving(self) -> None:
        """What a second changes."""
        now = self.feed.now
        self.outbox.show_rows(now.outbox)
        self.downloads.show_works(now.works)
        self.batches.show_snapshot(now)
        self._show_network()

    def _show_network(self) -> None:
        sync, now = self._context.sync, self.feed.now
        self.keep.setChecked(sync.keeps_offline)
        self.story.setText(story(sync, now.unsent, self._context.clock.now_ms()))
        self.sync.setEnabled(sync.network.kind not in ("keep-offline", "signed-out", "too-old"))
        self.pause.setText(self._pause_words())
        self.pause.set_icon("play" if self._context.prefetch.paused else "pause")
        self.tiles.show_snapshot(now, self.downloads.speeds.total)

    def _pause_words(self) -> str:
        return self.tr("Resume downloads") if self._context.prefetch.paused else self.tr("Pause downloads")

    def _toggle_pause(self) -> None:
        self._context.prefetch.pause(not self._context.prefetch.paused)
        self._show()

    def _cleared(self, freed: int) -> None:
        said = self.tr("{0} freed.").format(size_text(freed)) if freed else self.tr("There was nothing to clear.")
        self._context.messages.show(Message(said, "ok", "cache"))

    def _not_cleared(self, error: Exception) -> None:
        failure = explain(error)
        if failure is None:
            self._context.background.unhandled.emit(error)
        else:
            self._context.messages.show(message_for(failure, "cache"))
