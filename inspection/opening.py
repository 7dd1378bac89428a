"""Opening a file as a video: only as a container that brings its own content, and nothing but this one file."""

from pathlib import Path
from typing import Final

import av
from av.container import InputContainer
from av.video.stream import VideoStream

FORMATS: Final = ("mov", "matroska", "avi", "mpegts", "mpeg", "flv", "asf", "ogg", "wav", "mp3", "aac", "flac")
"""FFmpeg's demuxers that may see a file: no playlists (hls, concat, dash), which open other files and addresses, and
no single pictures. The sound formats are there to be told apart from rubbish."""


def open_video(file: Path) -> InputContainer:
    """Raises FFmpegError; ValueError (EINVAL) when the content is of a format outside the list."""
    options = {"protocol_whitelist": "file", "format_whitelist": ",".join(FORMATS)}
    return av.open(f"file:{file}", options=options)


def video_track(container: InputContainer) -> VideoStream | None:
    """The first track of pictures that is no cover of a song, decoded in this thread alone."""
    attached = av.stream.Disposition.attached_pic
    for stream in container.streams.video:
        if not stream.disposition & attached and stream.codec_context is not None:
            if not stream.codec_context.is_open:
                stream.codec_context.thread_count = 1
            return stream
    return None
