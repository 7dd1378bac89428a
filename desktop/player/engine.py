"""One libVLC for all players: how it is started, what it may touch, how players are let go."""

import ctypes
import logging
import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from desktop.player.playback import Playback
from desktop.player.player import Source

log = logging.getLogger(__name__)

# Uploads are hostile: no scripts, no look at neighbouring files, no network but the address that was asked for.
_ARGUMENTS = (
    "--quiet",
    "--no-video-title-show",
    "--no-osd",
    "--no-spu",
    "--no-sub-autodetect-file",
    "--no-lua",
    "--no-metadata-network-access",
    "--no-mkv-preload-local-dir",
    "--no-auto-preparse",
    "--avcodec-hw=none",
    "--no-drop-late-frames",  # a picture 20 ms late is still worth showing; the decoder skips when it cannot keep up
)
_EVENTS = {
    "began": "MediaPlayerPlaying",
    "ended": "MediaPlayerEndReached",
    "broke": "MediaPlayerEncounteredError",
    "time": "MediaPlayerTimeChanged",
    "length": "MediaPlayerLengthChanged",
}
_STOP_LIMIT_S = 10.0


class VlcMissing(Exception):
    """libVLC cannot be used; says why."""


class VlcEngine(QObject):
    """libVLC, started when first needed (0.1 to 0.5 s); close it after the players."""

    ready = Signal()
    """`warm_up` is done; whether libVLC could be started shows with the first video."""
    _stopped = Signal(object)

    def __init__(self, load: Callable[[], Any]) -> None:
        """`load` returns the vlc module or raises VlcMissing."""
        super().__init__()
        self._stopped.connect(self._forget, Qt.ConnectionType.QueuedConnection)
        self._load = load
        self._starting = threading.Lock()
        self._vlc: Any = None
        self.events: dict[int, str] = {}
        """What a playback listens to: libVLC's numbers and our names."""
        self._instance: Any = None
        self._stopping: dict[Playback, threading.Thread] = {}
        self._warming: threading.Thread | None = None
        self.is_ready = False

    @property
    def dll(self) -> Any:
        """libVLC's functions, for ctypes."""
        return self._vlc.dll

    def start(self) -> None:
        """Start libVLC unless it runs; VlcMissing when that fails. On any thread."""
        with self._starting:
            if self._instance is not None:
                return
            self._vlc = self._load()
            _declare(self._vlc.dll)
            self.events = {getattr(self._vlc.EventType, theirs).value: ours for ours, theirs in _EVENTS.items()}
            self._instance = self._vlc.Instance([*_ARGUMENTS, *_audio_arguments()])
            if self._instance is None:
                raise VlcMissing("libVLC did not start: its plugins were not found")

    def warm_up(self) -> None:
        """Start in the background, so that the first video need not wait for it."""
        if self._warming is None:
            self._warming = threading.Thread(target=self._try_to_start, name="vlc-start", daemon=True)
            self._warming.start()

    def new_media(self, source: Source, options: tuple[str, ...]) -> Any:
        """libVLC's media for a file or an address."""
        address = isinstance(source, str)
        media = self._instance.media_new_location(source) if address else self._instance.media_new_path(str(source))
        for option in options:
            media.add_option(option)
        return media

    def new_player(self, media: Any) -> Any:
        """A libVLC player for `media`."""
        player = self._instance.media_player_new()
        player.set_media(media)
        return player

    def lost_pictures(self, media: Any) -> int:
        """How many pictures of `media` came too late to be shown."""
        stats = self._vlc.MediaStats()
        return int(stats.lost_pictures) if media.get_stats(stats) else 0

    def retire(self, playback: Playback) -> None:
        """Stop it in the background: libVLC's stop was seen to take six seconds."""
        thread = threading.Thread(target=self._shut, args=(playback,), name="vlc-stop", daemon=True)
        self._stopping[playback] = thread
        thread.start()

    def close(self) -> None:
        """Wait for what is being stopped (10 s at most), then let go of libVLC."""
        if self._warming:
            self._warming.join()
        for playback, thread in list(self._stopping.items()):
            thread.join(_STOP_LIMIT_S)
            if thread.is_alive():
                log.error("libVLC does not stop; leaving it behind")
                return
            self._forget(playback)
        if self._instance is not None:
            self._instance.release()
            self._instance = None

    def _shut(self, playback: Playback) -> None:
        playback.shut()
        self._stopped.emit(playback)

    def _forget(self, playback: Playback) -> None:
        if thread := self._stopping.pop(playback, None):
            thread.join()
            playback.forget()

    def _try_to_start(self) -> None:
        try:
            self.start()
        except VlcMissing as missing:
            log.info("no libVLC: %s", missing)
        self.is_ready = True
        self.ready.emit()


def _declare(dll: Any) -> None:
    """Types of what is called past python-vlc, whose own declarations or wrappers of these are wrong."""
    pointer = ctypes.c_void_p
    for name, result, arguments in (
        ("libvlc_video_set_callbacks", None, [pointer] * 5),
        ("libvlc_video_set_format_callbacks", None, [pointer] * 3),
        ("libvlc_media_player_event_manager", pointer, [pointer]),
        ("libvlc_event_attach", ctypes.c_int, [pointer, ctypes.c_int, pointer, pointer]),
        ("libvlc_media_tracks_get", ctypes.c_uint, [pointer] * 2),
        ("libvlc_media_tracks_release", None, [pointer, ctypes.c_uint]),
    ):
        function = getattr(dll, name)
        function.restype, function.argtypes = result, arguments


def _audio_arguments() -> list[str]:
    """On Linux without sound, a silent output: else ALSA complains on stderr at each video."""
    if not sys.platform.startswith("linux") or os.environ.get("PULSE_SERVER"):
        return []
    pulse = Path(os.environ.get("XDG_RUNTIME_DIR", f"/run/user/{os.getuid()}")) / "pulse" / "native"
    return [] if pulse.exists() or any(Path("/dev/snd").glob("pcm*p")) else ["--aout=adummy"]
