"""A still of a video as JPEG; runs only inside the limited child."""

import io
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Final

from av.container import InputContainer
from av.error import FFmpegError
from av.video.frame import VideoFrame

from inspection.look import shown_size
from inspection.opening import open_video, video_track

LONG_SIDE: Final = 640
AT_S: Final = 1.0
UNTIL_S: Final = 10.0
EVERY_S: Final = 0.25
DARK: Final = 24
"""Mean brightness (0 to 255) up to which a picture counts as black."""


def jpeg(file: Path) -> bytes:
    """The first picture from 1 s on that is not black, else the brightest of 10 s; empty when none decodes."""
    best: tuple[float, VideoFrame] | None = None
    try:
        with open_video(file) as container:
            for at_s, frame in _candidates(container):
                light = sum(bytes(frame.reformat(16, 16, "gray").planes[0])) / 256
                if best is None or light > best[0] or (light > DARK and at_s <= AT_S):
                    best = (light, frame)
                if light > DARK and at_s >= AT_S:
                    best = (light, frame)
                    break
            video = video_track(container)
            return _encode(best[1], video.sample_aspect_ratio) if best and video else b""
    except MemoryError:
        raise
    except (FFmpegError, ValueError, EOFError):
        return b""


def _candidates(container: InputContainer) -> Iterator[tuple[float, VideoFrame]]:
    """Pictures four times a second, with their time in s; ends at an undecodable place."""
    video = video_track(container)
    if video is None:
        return
    start = (container.start_time or 0) / 1_000_000
    due = 0.0
    try:
        for frame in container.decode(video):
            at_s = (frame.time or start) - start
            if at_s >= due:
                due = (at_s // EVERY_S + 1) * EVERY_S
                yield at_s, frame
            if at_s > UNTIL_S:
                return
    except MemoryError:
        raise
    except FFmpegError:
        return


def _encode(frame: VideoFrame, aspect: Fraction | None) -> bytes:
    width, height = shown_size(frame.width, frame.height, aspect, 0)
    scale = min(1.0, LONG_SIDE / max(width, height))
    picture = frame.reformat(max(2, round(width * scale)), max(2, round(height * scale)), "rgb24").to_image()  # type: ignore[no-untyped-call]
    out = io.BytesIO()
    picture.rotate(frame.rotation, expand=True).save(out, "JPEG", quality=82)
    return out.getvalue()
