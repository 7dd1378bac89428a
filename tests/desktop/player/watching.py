"""Watching a player as a person does: through the painted widget; and what it should have shown, by PyAV."""

from collections.abc import Callable
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from benchmarks.watching import number_of
from desktop.player.player import PlaybackProblem, Player, PlayerState
from desktop.ui.video_surface import VideoSurface

GRID = 48
Luma = NDArray[np.float64]


def luma(image: QImage) -> NDArray[np.uint8]:
    """Height × width, 0 to 255; computed here, because Qt's own depends on the format it starts from."""
    pixels = image.convertToFormat(QImage.Format.Format_RGB32)
    rows = np.frombuffer(pixels.constBits(), np.uint8).reshape(pixels.height(), pixels.bytesPerLine() // 4, 4)
    return (rows[:, : pixels.width(), :3] @ np.array([0.114, 0.587, 0.299])).astype(np.uint8)


def small(image: QImage) -> Luma:
    """Its luma squeezed into a square grid, whatever its shape."""
    return luma(image.scaled(GRID, GRID, mode=Qt.TransformationMode.SmoothTransformation)).astype(np.float64)


def difference(one: Luma, other: Luma) -> float:
    """Mean absolute difference."""
    return float(np.abs(one - other).mean())


def turned(grid: Luma) -> list[Luma]:
    """The seven wrong ways to put it: turned, mirrored, both."""
    mirrored = np.fliplr(grid)
    return [np.rot90(grid, turns) for turns in (1, 2, 3)] + [np.rot90(mirrored, turns) for turns in range(4)]


def decoded(path: Path, from_ms: float, to_ms: float) -> list[QImage]:
    """PyAV's frames of that time, upright."""
    images = []
    with av.open(str(path)) as container:
        stream = container.streams.video[0]
        container.seek(max(0, int(from_ms * 1000) - 1_000_000))
        for frame in container.decode(stream):
            at_ms = (frame.time or 0.0) * 1000
            if at_ms > to_ms:
                break
            if at_ms >= from_ms:
                images.append(_upright(frame))
    return images


def shape_of(path: Path) -> float:
    """Width over height of the upright picture in square pixels, by PyAV."""
    with av.open(str(path)) as container:
        frame = next(container.decode(container.streams.video[0]))
        aspect = float(container.streams.video[0].sample_aspect_ratio or 1)
        ratio = frame.width * aspect / frame.height
        return 1 / ratio if frame.rotation % 180 else ratio


def _upright(frame: av.VideoFrame) -> QImage:
    """By BT.601, whatever the file says: so does libVLC."""
    pixels = np.ascontiguousarray(
        np.rot90(frame.to_ndarray(format="rgb24", src_colorspace="itu601"), frame.rotation // 90)
    )
    height, width, _ = pixels.shape
    return QImage(pixels.data, width, height, width * 3, QImage.Format.Format_RGB888).copy()


class Watcher:
    """Connects a player with a surface; keeps the number of each frame that was shown."""

    def __init__(self, player: Player, surface: VideoSurface, qtbot: QtBot) -> None:
        self.player, self.surface, self.qtbot = player, surface, qtbot
        self.numbers: list[int] = []
        self.states: list[PlayerState] = []
        self.problems: list[PlaybackProblem] = []
        player.video_size_changed.connect(surface.set_video_size)
        player.frame_ready.connect(surface.show_frame)
        player.frame_ready.connect(self._note)
        player.state_changed.connect(self.states.append)
        player.failed.connect(self.problems.append)

    def until(self, fact: Callable[[], bool], timeout_s: float = 10.0) -> None:
        """Wait for it."""
        self.qtbot.waitUntil(fact, timeout=round(timeout_s * 1000))

    def until_state(self, state: PlayerState) -> None:
        """Wait for the player to be in it."""
        self.until(lambda: self.player.state is state)

    def open(self, path: Path, *, start_paused: bool = False) -> None:
        """Open it and wait for its first frame on screen."""
        self.surface.clear()
        self.numbers.clear()
        self.player.open(path, start_paused=start_paused)
        self.until(lambda: self.surface.has_painted_frame and self.player.state is not PlayerState.OPENING)

    def next_number(self, action: Callable[[], object]) -> int:
        """The number of the first frame shown after `action`."""
        self.numbers.clear()
        action()
        self.until(lambda: bool(self.numbers))
        return self.numbers[0]

    def quiet(self) -> None:
        """Wait until a paused player shows no further frame: none came for 0.25 s."""
        for _ in range(20):
            seen = len(self.numbers)
            self.qtbot.wait(250)
            if seen == len(self.numbers):
                return
        raise AssertionError("frames come and come")

    def screen(self) -> QImage:
        """What is painted where the picture is."""
        return self.surface.grab().toImage().copy(self.surface.picture_rect().toRect())

    def _note(self, image: QImage) -> None:
        self.numbers.append(number_of(image))
