"""Small real videos made on the spot."""

from fractions import Fraction
from pathlib import Path

import av
import numpy as np


def make_clip(
    file: Path, seconds: float = 2.0, size: tuple[int, int] = (160, 90), fps: int = 10, sound: bool = True
) -> Path:
    """An MP4 with H.264 and AAC: a bar that moves over a grey ground, a tone of 440 Hz."""
    with av.open(str(file), "w") as container:
        video = container.add_stream("libx264", rate=fps, options={"preset": "ultrafast"})
        video.width, video.height = size
        video.pix_fmt = "yuv420p"
        audio = container.add_stream("aac", rate=16_000, layout="mono") if sound else None
        for number in range(round(seconds * fps)):
            picture = np.full((size[1], size[0], 3), 90, np.uint8)
            left = number * 3 % (size[0] - 8)
            picture[:, left : left + 8] = (230, 60, 40)
            container.mux(video.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")))
        container.mux(video.encode(None))
        if audio is not None:
            _tone(container, audio, seconds)
    return file


def _tone(container: av.container.OutputContainer, audio: av.AudioStream, seconds: float) -> None:
    rate, done = 16_000, 0
    while done < seconds * rate:
        times = np.arange(done, done + 1024) / rate
        wave = (np.sin(2 * np.pi * 440 * times) * 8_000).astype(np.int16)
        frame = av.AudioFrame.from_ndarray(wave[None, :], format="s16", layout="mono")
        frame.sample_rate, frame.pts, frame.time_base = rate, done, Fraction(1, rate)
        container.mux(audio.encode(frame))
        done += 1024
    container.mux(audio.encode(None))
