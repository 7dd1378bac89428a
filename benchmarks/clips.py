"""Videos made on the spot with PyAV: moving, numbered frames whose every corner differs, and a tone."""

import struct
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

BITS, CELL = 12, 16
_SOUND_RATE = 48_000
_WHITE, _BLACK = 235, 16
_GRAINS = 8
# Y of a picture's quarters: top left, top right, bottom left, bottom right
_QUARTERS = (60, 200, 110, 160)


@dataclass(frozen=True, slots=True)
class Clip:
    """What to make. Sizes are as stored; `rotation` is what a player has to turn it by, clockwise, in degrees."""

    width: int = 640
    height: int = 360
    fps: int = 30
    seconds: float = 2.0
    rotation: int = 0
    pixel_aspect: Fraction = Fraction(1)
    picture: bool = True
    sound: bool = True
    noise: int = 0

    @property
    def frames(self) -> int:
        """How many frames it has."""
        return round(self.fps * self.seconds)


def make_clip(path: Path, clip: Clip) -> Path:
    """Write H.264 and AAC into the container that the suffix of `path` names; returns `path`."""
    with av.open(str(path), "w") as container:
        video = audio = None
        if clip.picture:
            video = container.add_stream("libx264", rate=clip.fps, options={"preset": "veryfast", "g": str(clip.fps)})
            video.width, video.height, video.pix_fmt = clip.width, clip.height, "yuv420p"
            video.codec_context.sample_aspect_ratio = clip.pixel_aspect
        if clip.sound:
            audio = container.add_stream("aac", rate=_SOUND_RATE)
            audio.layout = "mono"
        if video:
            _write_pictures(container, video, clip)
        if audio:
            _write_tone(container, audio, clip.seconds)
    if clip.rotation:
        _turn(path, clip)
    return path


def frame_number(luma: NDArray[np.uint8]) -> int:
    """The number written into a frame, from its luma or green channel (height, width)."""
    return sum(1 << bit for bit in range(BITS) if luma[CELL // 2, bit * CELL + CELL // 2] > 128)


def picture(clip: Clip, number: int) -> NDArray[np.uint8]:
    """The luma of frame `number`."""
    width, height = clip.width, clip.height
    luma = np.empty((height, width), np.uint8)
    for index, tone in enumerate(_QUARTERS):
        rows = slice(0, height // 2) if index < 2 else slice(height // 2, height)
        columns = slice(width // 2, width) if index % 2 else slice(0, width // 2)
        luma[rows, columns] = tone
    side = min(width, height) // 4
    left = number * 7 % (width - side)
    luma[height // 2 - side // 2 : height // 2 + side // 2, left : left + side] = _WHITE
    if clip.noise:
        luma = np.clip(luma + _grain(clip, number % _GRAINS), _BLACK, _WHITE).astype(np.uint8)
    for bit in range(BITS):
        luma[:CELL, bit * CELL : (bit + 1) * CELL] = _WHITE if number >> bit & 1 else _BLACK
    return luma


@lru_cache(_GRAINS)
def _grain(clip: Clip, seed: int) -> NDArray[np.int16]:
    return np.random.default_rng(seed).integers(-clip.noise, clip.noise, (clip.height, clip.width), np.int16)


def _write_pictures(container: av.container.OutputContainer, stream: av.VideoStream, clip: Clip) -> None:
    planes = np.full((clip.height * 3 // 2, clip.width), 128, np.uint8)
    for number in range(clip.frames):
        planes[: clip.height] = picture(clip, number)
        frame = av.VideoFrame.from_ndarray(planes, format="yuv420p")
        frame.pts, frame.time_base = number, Fraction(1, clip.fps)
        container.mux(stream.encode(frame))
    container.mux(stream.encode(None))


def _write_tone(container: av.container.OutputContainer, stream: av.AudioStream, seconds: float) -> None:
    times = np.arange(round(seconds * _SOUND_RATE)) / _SOUND_RATE
    samples = (0.1 * np.sin(2 * np.pi * 440 * times)).astype(np.float32)
    for start in range(0, len(samples), 1024):
        frame = av.AudioFrame.from_ndarray(samples[None, start : start + 1024], format="fltp", layout="mono")
        frame.sample_rate, frame.pts, frame.time_base = _SOUND_RATE, start, Fraction(1, _SOUND_RATE)
        container.mux(stream.encode(frame))
    container.mux(stream.encode(None))


def _turn(path: Path, clip: Clip) -> None:
    """Write the rotation into the display matrix of an MP4's first track, as phones do."""
    one = 1 << 16
    across, down = clip.width << 16, clip.height << 16
    cosine, sine, x, y = {
        90: (0, one, down, 0),
        180: (-one, 0, across, down),
        270: (0, -one, 0, across),
    }[clip.rotation]
    matrix = struct.pack(">9i", cosine, sine, 0, -sine, cosine, 0, x, y, 1 << 30)
    data = bytearray(path.read_bytes())
    start = data.index(b"tkhd") + 4 + 40
    data[start : start + len(matrix)] = matrix
    path.write_bytes(data)
