"""What the player's benchmarks share: a window with a surface, waiting, reading frame numbers."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import numpy as np
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.clips import BITS, CELL, frame_number
from desktop.player.engine import VlcEngine
from desktop.player.pair import PlayerPair
from desktop.player.vlc_player import VlcPlayer, load_vlc
from desktop.ui.video_surface import VideoSurface

STAGE = (960, 540)


def number_of(image: QImage) -> int:
    """The number that clips.py wrote into a frame."""
    marks = image.copy(0, 0, BITS * CELL, CELL)
    pixels = np.frombuffer(marks.constBits(), np.uint8).reshape(CELL, marks.bytesPerLine() // 4, 4)
    return frame_number(pixels[:, :, 1])


def wait_until(fact: Callable[[], bool], timeout_s: float = 60.0) -> None:
    """Run the event loop until it holds; TimeoutError."""
    loop, deadline = QEventLoop(), time.monotonic() + timeout_s
    QTimer.singleShot(round(timeout_s * 1000), loop, loop.quit)
    while not fact():
        loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        if time.monotonic() > deadline:
            raise TimeoutError


@contextmanager
def stage() -> Iterator[tuple[PlayerPair, VideoSurface]]:
    """A pair of players on a visible surface of 960×540, libVLC running."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    QApplication.instance() or QApplication([])
    engine = VlcEngine(load_vlc)
    engine.start()
    pair, surface = PlayerPair(VlcPlayer(engine), VlcPlayer(engine)), VideoSurface()
    pair.video_size_changed.connect(surface.set_video_size)
    pair.frame_ready.connect(surface.show_frame)
    surface.resize(*STAGE)
    surface.show()
    surface.activateWindow()
    QTest.qWaitForWindowActive(surface)
    try:
        yield pair, surface
    finally:
        surface.close()
        pair.close()
        engine.close()
