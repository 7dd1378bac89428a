"""What a player of videos can do, whatever decodes them; free of Qt."""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Any, Protocol

Source = Path | str
"""A file, or an http(s) address."""

MIN_RATE, MAX_RATE = 0.5, 4.0


class PlayerState(StrEnum):
    """Where a player is with what it was given."""

    IDLE = "idle"
    OPENING = "opening"
    PLAYING = "playing"
    PAUSED = "paused"
    ENDED = "ended"
    FAILED = "failed"


class PlaybackProblem(StrEnum):
    """Why nothing (more) is shown."""

    UNREADABLE = "unreadable"
    """Not a video, or nothing of it can be decoded (a picture or two do not count)."""
    NO_PICTURE = "no_picture"
    """It sounds, but no picture came."""
    MISSING = "missing"
    """There is no such file, or it may not be read."""
    VLC_MISSING = "vlc_missing"
    """libVLC is not installed or does not start."""
    INTERRUPTED = "interrupted"
    """It began and broke off before its end, or the network did."""


class Signal(Protocol):
    """What is needed of a Qt signal."""

    def connect(self, slot: Callable[..., Any], /) -> Any: ...
    def disconnect(self, slot: Callable[..., Any], /) -> Any: ...


class Player(Protocol):
    """Plays one video at a time. Times are ms, volumes 0–100; methods return at once, signals tell the outcome."""

    frame_ready: Signal
    """QImage, upright; its pixels are reused after the next frame: copy() to keep it."""
    video_size_changed: Signal
    """width, height of the shape to show it in (square pixels); comes before the first frame."""
    position_changed: Signal
    """ms."""
    duration_changed: Signal
    """ms."""
    state_changed: Signal
    """PlayerState."""
    failed: Signal
    """PlaybackProblem; the state is FAILED by then."""

    @property
    def source(self) -> Source | None: ...
    @property
    def state(self) -> PlayerState: ...
    @property
    def problem(self) -> PlaybackProblem | None: ...
    @property
    def position_ms(self) -> int: ...
    @property
    def duration_ms(self) -> int: ...
    @property
    def rate(self) -> float: ...
    @property
    def volume(self) -> int: ...
    @property
    def muted(self) -> bool: ...
    @property
    def loop(self) -> tuple[int, int] | None: ...

    def open(self, source: Source, *, start_paused: bool = False) -> None:
        """Play from the start; `start_paused` shows the first frame and waits."""

    def play(self) -> None:
        """Go on; from the start when it had ended."""

    def pause(self) -> None: ...
    def toggle(self) -> None: ...

    def seek(self, position_ms: int) -> None:
        """Go there, within the video. While paused the frame shown may be up to four frames earlier (B-frames)."""

    def step_frame(self, direction: int) -> None:
        """Pause and show the next frame (+1: exactly one on) or an earlier one (-1: about one to four back)."""

    def set_rate(self, rate: float) -> None:
        """0.5 to 4 times, kept from one video to the next."""

    def set_volume(self, volume: int) -> None: ...
    def set_muted(self, muted: bool) -> None: ...

    def set_loop(self, start_ms: int, end_ms: int) -> None:
        """Play from A to B again and again; ValueError unless A < B."""

    def clear_loop(self) -> None: ...

    def set_full_size(self, full_size: bool) -> None:
        """Pictures larger than 1920×1080 with all their pixels, for the actual view; else they are made smaller."""

    def stop(self) -> None:
        """Let go of the video."""

    def close(self) -> None:
        """Stop, for good."""
