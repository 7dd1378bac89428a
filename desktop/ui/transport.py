"""The transport bar under the picture; it only reports what was pressed."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QSlider, QWidget

from desktop.ui.button import Button
from desktop.ui.card import Panel
from desktop.ui.marks import KeyCap
from desktop.ui.painting import paint_box, paint_text, text_width
from desktop.ui.theme import theme_of
from desktop.ui.timeline_paint import clock

SPEEDS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)
BAR_HEIGHT = 44


class Timecode(QWidget):
    """0:47.12 / 1:56 with the seconds in bold; hundredths after the dot."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._at = self._duration = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def set_times(self, at: int, duration: int) -> None:
        """Position and length in ms."""
        if (at // 10, duration) == (self._at // 10, self._duration):
            return
        if duration != self._duration:
            self.updateGeometry()
        self._at, self._duration = at, duration
        self.setAccessibleName(self.text())
        self.update()

    def _parts(self) -> tuple[str, str]:
        return clock(self._at), f".{self._at // 10 % 100:02d} / {clock(self._duration)}"

    def text(self) -> str:
        """The whole timecode."""
        return "".join(self._parts())

    def sizeHint(self) -> QSize:
        theme = theme_of(self)
        widest = f"{clock(self._duration)}.00 / {clock(self._duration)}"
        return QSize(round(text_width(theme.font(14, True), widest)) + 4, 24)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        strong, rest = self._parts()
        room = QRectF(self.rect())
        x = paint_text(painter, room, strong, theme.font(14, True), theme.color("wtext"))
        paint_text(painter, room.adjusted(x, 0, 0, 0), rest, theme.font(14), theme.color("wtext2"))
        painter.end()


class VolumeSlider(QSlider):
    """A short horizontal slider; a click jumps there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setRange(0, 100)
        self.setPageStep(10)
        self.setFixedSize(60, 28)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)

    def _jump(self, event: QMouseEvent) -> None:
        share = (event.position().x() - 6) / max(1, self.width() - 12)
        self.setValue(round(100 * min(1.0, max(0.0, share))))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._jump(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._jump(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        track = QRectF(6, self.height() / 2 - 2, self.width() - 12, 4)
        paint_box(painter, track, 2, theme.color("wctl"))
        done = QRectF(track.left(), track.top(), track.width() * self.value() / 100, 4)
        paint_box(painter, done, 2, theme.color("wtext"))
        if self.hasFocus() or self.underMouse():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("wtext"))
            painter.drawEllipse(QRectF(done.right() - 5, self.height() / 2 - 5, 10, 10))
        painter.end()


class Transport(Panel):
    """Frame steps, play, timecode, speed, A–B, volume, zoom, full screen."""

    frame_back = Signal()
    frame_forward = Signal()
    play_toggled = Signal()
    loop_clicked = Signal()
    speed_chosen = Signal(float)
    volume_chosen = Signal(int)
    mute_toggled = Signal()
    zoom_toggled = Signal()
    fullscreen_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("well2", "wline", parent)
        self.setFixedHeight(BAR_HEIGHT)
        self.back = self._button("fstepL", self.tr("Previous frame  ,"))
        self.play = self._button("play", "", "well")
        self.play.setFixedWidth(40)
        self.forward = self._button("fstepR", self.tr("Next frame  ."))
        self.timecode = Timecode()
        self.caps = QWidget()
        self.loop = Button("A–B", "well_ghost")
        self.speed = Button("1.0×", "well_ghost")
        self.mute = self._button("volume", "")
        self.volume = VolumeSlider()
        self.zoom = self._button("fit", "")
        self.full = self._button("full", self.tr("Full screen  F"))
        self._build()
        self._wire()
        self.set_playing(False)
        self.set_speed(1.0)
        self.set_loop(False, False)
        self.set_volume(100, False)
        self.set_zoomed(False)

    def _button(self, icon: str, tip: str, kind: str = "well_ghost") -> Button:
        button = Button(kind="well" if kind == "well" else "well_ghost", icon=icon)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        return button

    def _build(self) -> None:
        caps = QHBoxLayout(self.caps)
        caps.setContentsMargins(0, 0, 8, 0)
        caps.setSpacing(4)
        for key in "JKL":
            caps.addWidget(KeyCap(key, well=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 10, 1)
        row.setSpacing(4)
        row.addWidget(self.back)
        row.addSpacing(4)
        row.addWidget(self.play)
        row.addSpacing(4)
        row.addWidget(self.forward)
        row.addSpacing(8)
        row.addWidget(self.timecode)
        row.addStretch(1)
        row.addWidget(self.caps)
        row.addWidget(self.loop)
        row.addWidget(self.speed)
        row.addWidget(self.mute)
        row.addWidget(self.volume)
        row.addWidget(self.zoom)
        row.addWidget(self.full)
        self.volume.setAccessibleName(self.tr("Volume"))

    def _wire(self) -> None:
        for button, signal in (
            (self.back, self.frame_back),
            (self.play, self.play_toggled),
            (self.forward, self.frame_forward),
            (self.loop, self.loop_clicked),
            (self.mute, self.mute_toggled),
            (self.zoom, self.zoom_toggled),
            (self.full, self.fullscreen_clicked),
        ):
            button.clicked.connect(lambda _on=False, signal=signal: signal.emit())
        self.speed.clicked.connect(self._offer_speeds)
        self.volume.valueChanged.connect(self.volume_chosen)

    def _offer_speeds(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for speed in SPEEDS:
            menu.addAction(f"{speed:g}×").triggered.connect(
                lambda _on=False, speed=speed: self.speed_chosen.emit(speed)
            )
        menu.popup(self.speed.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def set_playing(self, playing: bool) -> None:
        """Show pause while playing, play while not."""
        name = self.tr("Pause  Space") if playing else self.tr("Play  Space")
        self.play.set_icon("pause" if playing else "play")
        self._name(self.play, name)

    def set_times(self, at: int, duration: int) -> None:
        """Position and length in ms."""
        self.timecode.set_times(at, duration)

    def set_speed(self, speed: float) -> None:
        """Show the speed."""
        self.speed.setText(f"{speed:.1f}×" if round(speed, 1) == speed else f"{speed:g}×")
        self._name(self.speed, self.tr("Speed  < >"))

    def set_loop(self, has_a: bool, has_b: bool) -> None:
        """Show what the next press of A–B does."""
        states = self.tr("Loop from here"), self.tr("Loop to here"), self.tr("End the loop")
        self.loop.setText("A–B" if has_a == has_b else "A–?")
        self.loop.set_kind("well" if has_a else "well_ghost")
        self._name(self.loop, states[int(has_a) + int(has_b)])

    def set_volume(self, percent: int, muted: bool) -> None:
        """Show the volume without reporting it."""
        self.volume.blockSignals(True)
        self.volume.setValue(percent)
        self.volume.blockSignals(False)
        self.volume.update()
        self.mute.set_icon("mute" if muted else "volume")
        self._name(self.mute, self.tr("Sound on  Shift+M") if muted else self.tr("Mute  Shift+M"))

    def set_zoomed(self, original_size: bool) -> None:
        """Show what the zoom button does next."""
        self.zoom.set_icon("fit" if original_size else "zoomin")
        self._name(self.zoom, self.tr("Fit the picture") if original_size else self.tr("Original size, 100 %"))

    def _name(self, button: Button, name: str) -> None:
        button.setToolTip(name)
        button.setAccessibleName(name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.caps.setVisible(self.width() >= 660)
        self.volume.setVisible(self.width() >= 480)
