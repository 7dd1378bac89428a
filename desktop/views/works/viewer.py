"""The middle of the page: header, stage, transport, timeline, and a place where the decision bar can dock."""

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QStackedWidget, QVBoxLayout, QWidget

from desktop.player.pair import PlayerPair
from desktop.player.player import PlaybackProblem, Source
from desktop.settings import Settings
from desktop.ui.button import Button
from desktop.ui.card import Panel
from desktop.ui.empty_state import EmptyState
from desktop.ui.timeline import Timeline
from desktop.ui.timeline_scale import COMPACT, NORMAL, rows_that_fit
from desktop.ui.transport import Transport
from desktop.ui.video_surface import VideoSurface, View
from desktop.views.works.controls import Controls
from desktop.views.works.stage_notice import StageAction, StageKind, StageNotice, kind_of, notice
from desktop.views.works.viewer_header import ViewerHeader
from desktop.views.works.words import clock_text

LEAST_STAGE = 360


class Viewer(Panel):
    """Shows one work's video or says why not. `action` carries what was pressed on a notice."""

    action = Signal(str)
    full_screen_wanted = Signal()

    def __init__(self, pair: PlayerPair, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__("well", parent=parent)
        self._pair = pair
        self._compact = False
        self._rows_chosen = self._full = False
        self.problem = ""
        """Kind of notice that stands on the stage, or an empty text."""
        self.header = ViewerHeader()
        self.surface = VideoSurface()
        self.notice = EmptyState("works", "", well=True)
        self._stage = QStackedWidget()
        self._stage.addWidget(self.surface)
        self._stage.addWidget(self.notice)
        self.transport = Transport()
        self.timeline = Timeline()
        self.controls = Controls(pair, self.transport, self.timeline, settings)
        self.dock = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._stage, 1)
        column.addWidget(self.transport)
        column.addWidget(self.timeline)
        column.addLayout(self.dock)
        self.setAccessibleName(self.tr("Viewer"))
        self._connect()

    def show_video(self, work: str, duration_ms: int, source: Source, poster: Path | None, *, paused: bool) -> None:
        """Plays a work's video; its poster covers the time until the first picture."""
        self._clear(work, duration_ms, poster)
        self._stage.setCurrentWidget(self.surface)
        self.problem = ""
        self._pair.open(source, start_paused=paused)

    def show_waiting(self, work: str, duration_ms: int, poster: Path | None) -> None:
        """The poster, while the way to the video is being asked for."""
        self._pair.stop()
        self._clear(work, duration_ms, poster)
        self._stage.setCurrentWidget(self.surface)
        self.problem = ""

    def show_notice(self, work: str, duration_ms: int, kind: StageKind, ready: int = 0) -> None:
        """Nothing can be played: says why, and what can be done."""
        self._clear(work, duration_ms, None)
        self._pair.stop()
        self._show(kind, notice(kind, ready=ready))

    def set_compact(self, compact: bool) -> None:
        """Lower rows."""
        self._compact = compact
        self.fit_rows()

    def set_full(self, full: bool) -> None:
        """Full screen: one row of timeline, a dark header."""
        self._full = full
        self.header.set_well(full)
        self.fit_rows()

    def cycle_rows(self) -> None:
        """W; from then on the choice stays. In full screen there is one row."""
        if self._full:
            return
        self._rows_chosen = True
        self.timeline.cycle_rows()

    def toggle_view(self) -> None:
        """Fit, or 100 %."""
        self.surface.set_view(View.ACTUAL if self.surface.view is View.FIT else View.FIT)

    def fit_rows(self) -> None:
        """As many timeline rows as leave the stage 360 px."""
        sizes = COMPACT if self._compact else NORMAL
        if self._full:
            self.timeline.set_rows(1, self._compact)
            return
        if self._rows_chosen:
            self.timeline.set_rows(self.timeline.rows(), self._compact)
            return
        taken = self.header.height() + self.transport.height() + self.dock.sizeHint().height()
        self.timeline.set_rows(rows_that_fit(self.height() - taken - LEAST_STAGE, sizes), self._compact)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_rows()

    def focus_stage(self) -> None:
        """Where the keyboard stays after a decision."""
        if self._stage.currentWidget() is self.surface:
            self.surface.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.notice.setFocus(Qt.FocusReason.OtherFocusReason)

    def _clear(self, work: str, duration_ms: int, poster: Path | None) -> None:
        image = QImage(str(poster)) if poster else QImage()
        self.surface.clear(None if image.isNull() else image)
        self.controls.begin(work, duration_ms)

    def _connect(self) -> None:
        self._pair.video_size_changed.connect(self.surface.set_video_size)
        self._pair.frame_ready.connect(self._frame_came)
        self._pair.failed.connect(self._failed)
        self.surface.clicked.connect(self.controls.toggle)
        self.surface.double_clicked.connect(self._double_clicked)
        self.surface.view_changed.connect(lambda view: self.transport.set_zoomed(view is View.ACTUAL))
        self.transport.zoom_toggled.connect(self.toggle_view)
        self.transport.fullscreen_clicked.connect(self.full_screen_wanted)
        self.notice.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.notice.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        for button in self.transport.findChildren(QAbstractButton):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _double_clicked(self) -> None:
        """Its first click has paused or played."""
        self.controls.toggle()
        self.full_screen_wanted.emit()

    def _frame_came(self, image: QImage) -> None:
        if self.problem:
            self._stage.setCurrentWidget(self.surface)
            self.problem = ""
        self.surface.show_frame(image)

    def _failed(self, problem: PlaybackProblem) -> None:
        kind = kind_of(problem)
        self._show(kind, notice(kind, at=clock_text(self._pair.position_ms)))

    def _show(self, kind: StageKind, said: StageNotice) -> None:
        actions = tuple(self._action_button(name) for name in said.actions)
        had_focus = self.surface.hasFocus()
        self.notice.set_state(said.icon, said.title, said.line, actions)
        self._stage.setCurrentWidget(self.notice)
        if had_focus:
            self.notice.setFocus(Qt.FocusReason.OtherFocusReason)
        self.problem = kind

    def _action_button(self, name: StageAction) -> Button:
        text, key = {
            "next": (self.tr("Next one that can be watched"), "N"),
            "stay": (self.tr("Stay here"), ""),
            "reject": (self.tr("Reject…"), "R"),
            "again": (self.tr("Try again"), ""),
        }[name]
        button = Button(text, "well" if name in ("next", "reject") else "well_ghost", key=key)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.action.emit(name))
        return button

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.fit_rows()
