"""The pictures that libVLC writes and a widget paints: their sizes, their memory."""

import ctypes
import mmap
from dataclasses import dataclass

from PySide6.QtGui import QImage

_ALIGNMENT = 64
_BUFFERS = 4
_MAX_PADDING = 64
_MAX_DISTORTION = 0.05


USUAL_PIXELS = 1920 * 1088
"""Larger videos are made smaller, which costs less than painting them."""
ALL_PIXELS = 4096 * 2304
"""No video gets more, whatever it says: memory."""


@dataclass(frozen=True, slots=True)
class VideoTrack:
    """What the file says of its picture, before rotation; 0 where it says nothing."""

    width: int
    height: int
    pixel_aspect: float
    transposed: bool
    frame_ms: float

    @property
    def upright(self) -> tuple[int, int]:
        """Width and height in stored pixels, rotated as it is to be shown."""
        return (self.height, self.width) if self.transposed else (self.width, self.height)


def shown_shape(picture: tuple[int, int], track: VideoTrack | None) -> tuple[int, int]:
    """The shape to show a picture in, in square pixels."""
    if track is None:
        return picture
    width, height = picture
    if track.width and abs(width * track.upright[1] / (height * track.upright[0]) - 1) < _MAX_DISTORTION:
        width, height = track.upright
    across = 1 / track.pixel_aspect if track.transposed else track.pixel_aspect
    return (round(width * across), height) if across >= 1 else (width, round(height / across))


def picture_size(coded: tuple[int, int], track: VideoTrack | None, max_pixels: int) -> tuple[int, int]:
    """The picture to ask of libVLC: the visible part of `coded`, which it offers with its padding (1920×1090)."""
    size = coded
    if track and all(0 <= offered - seen < _MAX_PADDING for offered, seen in zip(coded, track.upright, strict=True)):
        size = track.upright
    width, height = size
    if width * height <= max_pixels:
        return size
    scale = (max_pixels / (width * height)) ** 0.5
    return max(16, int(width * scale)), max(16, int(height * scale))


class PicturePool:
    """Four pictures: one being written, the newest, the one looked at, the one on screen; so nobody waits.

    `begin` and `finish` belong to libVLC's output thread, the rest to the UI thread; each image keeps its memory alive.
    """

    def __init__(self, width: int, height: int) -> None:
        self.pitch = -(-width * 4 // _ALIGNMENT) * _ALIGNMENT
        self.height = height
        self._images: list[QImage] = []
        self._addresses: list[int] = []
        for _ in range(_BUFFERS):
            # Mapped, not allocated: given back to the system at once, where the heap of libVLC's threads would keep it.
            memory = mmap.mmap(-1, self.pitch * height)
            self._images.append(QImage(memoryview(memory), width, height, self.pitch, QImage.Format.Format_RGB32))
            self._addresses.append(ctypes.addressof(ctypes.c_char.from_buffer(memory)))
        self._written = self._newest = self._looked_at = self._shown = -1

    def begin(self) -> int:
        """The address to write the next picture to."""
        busy = (self._newest, self._looked_at, self._shown)
        self._written = next(index for index in range(_BUFFERS) if index not in busy)
        return self._addresses[self._written]

    def finish(self) -> None:
        """What was begun is whole."""
        self._newest = self._written

    def look(self) -> QImage | None:
        """The newest picture, good until the next look; None when there is none yet."""
        self._looked_at = self._newest
        return self._images[self._looked_at] if self._looked_at >= 0 else None

    def show(self) -> None:
        """What was looked at goes on screen and stays good until another does."""
        self._shown = self._looked_at
