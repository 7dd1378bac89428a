"""Reading a video with PyAV; runs only inside the limited child."""

import io
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
from av.container import InputContainer
from av.error import FFmpegError
from av.video.frame import VideoFrame

from contract.campaign import MAX_WORK_BYTES, MAX_WORK_MS

FORMATS = "mov,matroska,webm,avi,mpegts,mpeg,flv,asf,ogg,wav,mp3,aac,flac"
"""Containers that are opened at all: never a playlist, which would make FFmpeg open other files or addresses."""
OPTIONS = {"protocol_whitelist": "file", "format_whitelist": FORMATS}
TOLERANCE_MS = 100
"""A 120 s picture has a sound track that ends some milliseconds later: whole sound frames, encoder delay."""
HEADER_TOLERANCE_MS = 1_000
SAMPLES = 12
"""Pictures decoded at each of three places."""
POSTER_LONG_SIDE = 640
DARK = 24
OTHER_FILES = (
    b"%PDF",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"#EXTM3U",
    b"<?xml",
    b"<html",
    b"<!DOC",
    b"{",
    b"MZ",
    b"\x7fELF",
)


def facts(file: Path) -> dict[str, Any]:
    """The fields of `Facts`, or `refusal` with a code."""
    size = file.stat().st_size
    if size == 0:
        return {"refusal": "empty_file"}
    try:
        with av.open(str(file), options=dict(OPTIONS)) as container:
            if not container.streams.video:
                return {"refusal": "audio_only" if container.streams.audio else "not_a_video"}
            return _facts(container, size)
    except (FFmpegError, ValueError, EOFError) as error:
        return {"refusal": _refusal(file), "detail": type(error).__name__}


def still(file: Path) -> bytes:
    """A JPEG, upright, from about the first second; the brightest of the first tries when the start is dark."""
    best: tuple[float, VideoFrame] | None = None
    with av.open(str(file), options=dict(OPTIONS)) as container:
        stream = container.streams.video[0]
        stream.thread_count = 1
        for second in (1, 0, 3, 8):
            frame = _frame_at(container, second)
            if frame is None:
                continue
            light = sum(bytes(frame.reformat(16, 16, "gray").planes[0])) / 256
            if best is None or light > best[0] + DARK:
                best = (light, frame)
            if light > DARK:
                break
        if best is None:
            return b""
        return _jpeg(best[1], stream.sample_aspect_ratio)


def _facts(container: InputContainer, size: int) -> dict[str, Any]:
    video = container.streams.video[0]
    audio = container.streams.audio[0] if container.streams.audio else None
    video.thread_count = 1
    end_ms, frames, whole = _measure(container)
    decoded, errors, rotation = _sample(container, end_ms)
    if decoded == 0:
        return {"refusal": "unreadable" if frames > 1 else "not_a_video"}
    header_ms = container.duration // 1000 if container.duration else None
    if frames < 2 and not header_ms:
        return {"refusal": "not_a_video"}
    width, height = _shown(video.width, video.height, video.sample_aspect_ratio, rotation)
    problems = {
        "oversize": size > MAX_WORK_BYTES,
        "too_long": end_ms > MAX_WORK_MS + TOLERANCE_MS,
        "no_audio": audio is None,
        "damaged": errors > 0 or not whole,
        "header_duration_wrong": header_ms is not None and abs(header_ms - end_ms) > HEADER_TOLERANCE_MS,
    }
    return {
        "container": container.format.name,
        "bytes": size,
        "video_codec": video.codec_context.name,
        "coded_width": video.width,
        "coded_height": video.height,
        "rotation": rotation,
        "width": width,
        "height": height,
        "fps": round(float(video.average_rate or video.guessed_rate or 0), 3),
        "duration_header_ms": header_ms,
        "duration_ms": end_ms,
        "frames": frames,
        "audio_codec": audio.codec_context.name if audio else None,
        "audio_channels": audio.codec_context.channels if audio else None,
        "audio_rate": audio.codec_context.sample_rate if audio else None,
        "problems": [code for code, found in problems.items() if found],
    }


def _measure(container: InputContainer) -> tuple[int, int, bool]:
    """Read every packet: end of the last one (ms after the first), pictures in the video track, read to the end."""
    first: Fraction | None = None
    last = Fraction(0)
    frames, whole = 0, True
    try:
        for packet in container.demux():
            if packet.stream.type not in ("video", "audio") or packet.pts is None or packet.time_base is None:
                continue
            start = packet.pts * packet.time_base
            first = start if first is None else min(first, start)
            last = max(last, start + (packet.duration or 0) * packet.time_base)
            frames += packet.stream.index == container.streams.video[0].index
    except FFmpegError:
        whole = False
    return round((last - max(first or Fraction(0), Fraction(0))) * 1000), frames, whole


def _sample(container: InputContainer, end_ms: int) -> tuple[int, int, int]:
    """Decode some pictures at start, middle and end: how many came, how many errors, the rotation in degrees."""
    decoded = errors = rotation = 0
    for share in (0.0, 0.5, 0.9):
        try:
            container.seek(round(end_ms * share * 1000))
            for count, frame in enumerate(container.decode(video=0), start=1):
                decoded += 1
                rotation = round(frame.rotation)
                errors += bool(frame.is_corrupt)
                if count >= SAMPLES:
                    break
        except FFmpegError:
            errors += 1
    return decoded, errors, rotation


def _shown(width: int, height: int, aspect: Fraction | None, rotation: int) -> tuple[int, int]:
    """Size on screen."""
    if aspect and aspect > 0:
        width = round(width * aspect)
    return (height, width) if rotation % 180 else (width, height)


def _frame_at(container: InputContainer, second: int) -> VideoFrame | None:
    try:
        container.seek(second * 1_000_000)
        last = None
        for frame in container.decode(video=0):
            last = frame
            if frame.time is None or frame.time >= second:
                break
        return last
    except FFmpegError:
        return None


def _jpeg(frame: VideoFrame, aspect: Fraction | None) -> bytes:
    width, height = _shown(frame.width, frame.height, aspect, 0)
    scale = min(1.0, POSTER_LONG_SIDE / max(width, height))
    picture = frame.reformat(max(2, round(width * scale)), max(2, round(height * scale)), "rgb24").to_image()  # type: ignore[no-untyped-call]
    out = io.BytesIO()
    picture.rotate(frame.rotation, expand=True).save(out, "JPEG", quality=82)
    return out.getvalue()


def _refusal(file: Path) -> str:
    """Whether an unreadable file has the marks of another kind of file."""
    with file.open("rb") as opened:
        start = opened.read(64).lstrip()
    return "not_a_video" if start.startswith(OTHER_FILES) else "unreadable"
