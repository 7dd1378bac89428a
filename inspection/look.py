"""What a file is, read with PyAV; runs only inside the limited child."""

import hashlib
from fractions import Fraction
from pathlib import Path
from typing import Any, Final

import av
from av.container import InputContainer
from av.error import FFmpegError

from contract.campaign import MAX_WORK_BYTES, MAX_WORK_MS
from inspection.opening import open_video, video_track
from inspection.tracks import Reading, Sample, decode, read

SOUND_OVERHANG_MS: Final = 250
HEADER_TOLERANCE_MS: Final = 1_000
STILL_MS: Final = 500
SLOWEST_FPS: Final = 10.0
SIGNATURES: Final = (b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"MZ", b"\x7fELF",
                     b"\x1f\x8b", b"Rar!", b"7z\xbc\xaf", b"\xd0\xcf\x11\xe0", b"II*\x00", b"MM\x00*")  # fmt: skip
"""First bytes of documents, archives, pictures and programs."""


def facts(file: Path) -> dict[str, Any]:
    """The fields of `Facts`; or `refusal` with a code, and `detail`."""
    av.logging.set_level(av.logging.ERROR)  # `tracks` counts the complaints
    try:
        return _facts(file)
    except MemoryError:
        raise
    except (FFmpegError, ValueError, EOFError) as error:
        return {"refusal": "not_a_video" if is_of_another_kind(file) else "unreadable", "detail": type(error).__name__}


def is_too_long(picture_ms: int, end_ms: int, fps: float) -> bool:
    """Whether a video breaks the limit of 120 s, by the end of its pictures and the end of everything.

    Exactly 120.000 s of pictures is allowed, and one picture more (at most 100 ms): who cuts at 2:00 in an editor gets
    whole pictures, at 29.97 a second 120.020 s. Sound may run on for 250 ms, because it comes in whole frames with the
    encoder's delay in front (AAC at 8 kHz: 128 ms a frame). Longer sound counts, for a player plays it.
    """
    one_picture_ms = 1000 / max(fps, SLOWEST_FPS)
    return picture_ms > MAX_WORK_MS + one_picture_ms or end_ms > MAX_WORK_MS + SOUND_OVERHANG_MS


def is_of_another_kind(file: Path) -> bool:
    """Whether the first bytes are those of a document, a picture, an archive, a program, or of any text."""
    with file.open("rb") as opened:
        start = opened.read(512)
    if start.startswith(SIGNATURES):
        return True
    text = start.decode("utf-8", "ignore")  # a character may be cut at the end
    return len(text.encode()) > len(start) - 4 and all(char.isprintable() or char in "\r\n\t\f\ufeff" for char in text)


def _facts(file: Path) -> dict[str, Any]:
    with open_video(file) as container:
        video = video_track(container)
        if video is None:
            return {"refusal": "audio_only" if container.streams.audio else "not_a_video"}
        reading = read(file)
        if video.index not in reading.tracks:
            return {"refusal": "unreadable", "detail": "no pictures"}
        frames = reading.tracks[video.index].packets
        end_ms = max(map(reading.end_ms, reading.tracks))
        if frames == 1 and end_ms < STILL_MS:
            return {"refusal": "not_a_video", "detail": "a single picture"}
        sample = decode(file, frames, end_ms)
        if not sample.decoded:
            return {"refusal": "unreadable", "detail": "no picture could be decoded"}
        said = _said(container, file, reading, sample)
        return said | {"problems": _problems(said, reading, video.index, video.frames)}


def _said(container: InputContainer, file: Path, reading: Reading, sample: Sample) -> dict[str, Any]:
    """All fields but `problems`."""
    video = video_track(container)
    assert video is not None
    audio = next((stream for stream in container.streams.audio if stream.index in reading.tracks), None)
    width, height = shown_size(video.width, video.height, video.sample_aspect_ratio, sample.rotation)
    with file.open("rb") as opened:
        digest = hashlib.file_digest(opened, "sha256").hexdigest()
    return {
        "container": container_name(container, file),
        "bytes": file.stat().st_size,
        "sha256": digest,
        "video_codec": video.codec_context.name,
        "coded_width": video.width,
        "coded_height": video.height,
        "rotation": sample.rotation,
        "width": width,
        "height": height,
        "fps": reading.fps(video.index),
        "duration_header_ms": round(container.duration / 1000) if container.duration else None,
        "duration_ms": max(map(reading.end_ms, reading.tracks)),
        "frames": reading.tracks[video.index].packets,
        "decoded": sample.decoded,
        "errors": sample.errors + reading.errors,
        "audio_codec": audio.codec_context.name if audio else None,
        "audio_channels": audio.codec_context.channels if audio else None,
        "audio_rate": audio.codec_context.sample_rate if audio else None,
    }


def _problems(said: dict[str, Any], reading: Reading, video: int, declared: int) -> list[str]:
    """Codes of what is wrong; `declared` is the number of pictures that the header announces, 0 for unknown."""
    cut = said["frames"] < declared * 0.98 - 1
    header_ms = said["duration_header_ms"]
    damaged = said["errors"] > 0 or cut
    found = {
        "oversize": said["bytes"] > MAX_WORK_BYTES,
        "too_long": is_too_long(reading.end_ms(video), said["duration_ms"], said["fps"]),
        "no_audio": said["audio_codec"] is None,
        "damaged": damaged,
        "header_duration_wrong": (
            not damaged and header_ms is not None and abs(header_ms - said["duration_ms"]) > HEADER_TOLERANCE_MS
        ),
    }
    return [code for code, is_so in found.items() if is_so]


def shown_size(width: int, height: int, aspect: Fraction | None, rotation: int) -> tuple[int, int]:
    """Size on screen, in square pixels and upright."""
    if aspect and aspect > 0:
        width = round(width * aspect)
    return (height, width) if 45 <= rotation % 180 < 135 else (width, height)


def container_name(container: InputContainer, file: Path) -> str:
    """One name: mp4, mov, webm, matroska, else FFmpeg's; it has one demuxer each for two of them."""
    name = container.format.name
    with file.open("rb") as opened:
        start = opened.read(64)
    if name.startswith("mov,"):
        return "mov" if container.metadata.get("major_brand", "qt").strip() == "qt" else "mp4"
    if name.startswith("matroska"):
        return "webm" if b"webm" in start else "matroska"
    return name.split(",")[0]
