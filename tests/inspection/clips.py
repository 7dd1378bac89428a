"""Small videos made on the spot."""

import struct
import zlib
from fractions import Fraction
from pathlib import Path

import av
import numpy as np

RATE = 44_100


def clip(
    file: Path,
    seconds: float = 2.0,
    *,
    size: tuple[int, int] = (128, 72),
    fps: int = 25,
    sound_s: float | None = None,
    codec: str = "libx264",
    rotation: int = 0,
    aspect: Fraction | None = None,
    black_s: float = 0.0,
    options: dict[str, str] | None = None,
    keyframe_every: int = 12,
) -> Path:
    """A picture red above, blue below, with a moving bar, and a tone of `sound_s` (as long as the picture; 0: none)."""
    sound_s = seconds if sound_s is None else sound_s
    with av.open(str(file), "w", options=options or {}) as out:
        video = out.add_stream(codec, rate=fps, width=size[0], height=size[1], pix_fmt="yuv420p")
        video.options = {"preset": "ultrafast", "deadline": "realtime", "cpu-used": "8"}
        video.gop_size = keyframe_every
        if aspect:
            video.sample_aspect_ratio = aspect
        if rotation:
            video.set_display_rotation(rotation)
        audio = out.add_stream("libopus" if file.suffix == ".webm" else "aac", rate=48_000) if sound_s else None
        for number in range(round(seconds * fps)):
            out.mux(video.encode(av.VideoFrame.from_ndarray(picture(size, number, number < black_s * fps))))
        out.mux(video.encode())
        if audio:
            tone(out, audio, sound_s)
    return file


def picture(size: tuple[int, int], number: int, black: bool = False) -> np.ndarray:
    """One RGB picture."""
    width, height = size
    image = np.zeros((height, width, 3), np.uint8)
    if not black:
        image[: height // 2] = (230, 20, 20)
        image[height // 2 :] = (20, 20, 230)
        left = number * 3 % (width - 8)
        image[:, left : left + 8] = 255
    return image


def tone(out: av.container.OutputContainer, audio: av.AudioStream, seconds: float) -> None:
    """Write a sine into the track."""
    rate = audio.codec_context.sample_rate
    samples = (np.sin(np.arange(round(seconds * rate)) * 0.05) * 8_000).astype(np.int16)
    frame = av.AudioFrame.from_ndarray(samples.reshape(1, -1).repeat(2, 1), format="s16", layout="stereo")
    frame.sample_rate, frame.pts = rate, 0
    fifo = av.AudioFifo()
    fifo.write(frame)
    while (piece := fifo.read(960, partial=True)) is not None:
        out.mux(audio.encode(piece))
    out.mux(audio.encode())


def sound_only(file: Path) -> Path:
    """A second of AAC in an MP4."""
    with av.open(str(file), "w") as out:
        tone(out, out.add_stream("aac", rate=48_000), 1)
    return file


def heavy_pictures(file: Path, side: int, count: int) -> Path:
    """QuickTime whose pictures take little room and unfold to `side` × `side` bytes each."""
    packer = zlib.compressobj(1)
    row = bytes(side + 1)
    pixels = b"".join(packer.compress(row) for _ in range(side)) + packer.flush()
    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    png = b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", pixels) + _chunk(b"IEND", b"")
    with av.open(str(file), "w") as out:
        video = out.add_stream("png", rate=5, width=side, height=side, pix_fmt="gray")
        for number in range(count):
            packet = av.Packet(png)
            packet.stream, packet.time_base = video, Fraction(1, 5)
            packet.pts = packet.dts = number
            packet.is_keyframe = True
            out.mux(packet)
    return file


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
