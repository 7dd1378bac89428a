"""One opened video on one libVLC player: its callbacks, its events, its end."""

import ctypes
import logging
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage

from desktop.player.picture import PicturePool, VideoTrack, picture_size, shown_shape
from desktop.player.player import Source

if TYPE_CHECKING:
    from desktop.player.engine import VlcEngine

log = logging.getLogger(__name__)

_UINTS = ctypes.POINTER(ctypes.c_uint)
# python-vlc declares the chroma as c_char_p, a copy that cannot be written to; so all four are declared here.
_FORMAT = ctypes.CFUNCTYPE(
    ctypes.c_uint,
    ctypes.POINTER(ctypes.c_void_p),
    ctypes.POINTER(ctypes.c_char),
    _UINTS,
    _UINTS,
    _UINTS,
    _UINTS,
)
_LOCK = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.POINTER(ctypes.c_void_p))
_DISPLAY = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p)
# Pictures in a graphics card's memory: libVLC offers them first, even with hardware decoding off; refusing saves 10 ms.
_OPAQUE = {b"VAOP", b"VAO0", b"VDV0", b"VDV1", b"VDV2", b"DXA9", b"DXA0", b"DX10", b"DX11", b"CVPN", b"CVPY", b"CVPI"}
_AUDIO, _VIDEO = 0, 1
_FIRST_TRANSPOSED = 4
_DEFAULT_FRAME_MS = 40.0
_MAX_MS = 2**31 - 1


class _Video(ctypes.Structure):
    _fields_ = [(name, ctypes.c_uint) for name in ("height", "width", "sar_num", "sar_den", "rate_num", "rate_den")] + [
        ("orientation", ctypes.c_int)
    ]


class _Event(ctypes.Structure):
    _fields_ = (("kind", ctypes.c_int), ("object", ctypes.c_void_p), ("time_ms", ctypes.c_int64))


_EVENT = ctypes.CFUNCTYPE(None, ctypes.POINTER(_Event), ctypes.c_void_p)


class _Track(ctypes.Structure):
    # python-vlc takes the union of pointers for three pointers
    _fields_ = (
        ("codec", ctypes.c_uint32),
        ("original", ctypes.c_uint32),
        ("id", ctypes.c_int),
        ("kind", ctypes.c_int),
        ("profile", ctypes.c_int),
        ("level", ctypes.c_int),
        ("video", ctypes.POINTER(_Video)),
    )


class Playback(QObject):
    """Lives on the UI thread; libVLC's threads only write pictures and emit `_told`, which is queued to it."""

    frame_arrived = Signal()
    began = Signal()
    ended = Signal()
    broke = Signal()
    time_changed = Signal(int)
    length_changed = Signal(int)
    _told = Signal(str, int)

    def __init__(
        self, engine: "VlcEngine", source: Source, options: tuple[str, ...], *, max_pixels: int, first_only: bool
    ) -> None:
        """`first_only` keeps the first picture, whatever follows before it is looked at."""
        super().__init__()
        self._engine = engine
        self._max_pixels = max_pixels
        self._first_only = first_only
        self._told_of_frame = False
        self._pool: PicturePool | None = None
        self._retired = False
        self._told.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)
        self._media = engine.new_media(source, options)
        self.player = engine.new_player(self._media)
        self._callbacks: tuple[Any, ...] = (
            _FORMAT(self._on_format),
            _LOCK(self._on_lock),
            _DISPLAY(self._on_display),
            _EVENT(self._on_event),
        )
        on_format, on_lock, on_display, on_event = self._callbacks
        engine.dll.libvlc_video_set_callbacks(self.player, on_lock, None, on_display, None)
        engine.dll.libvlc_video_set_format_callbacks(self.player, on_format, None)
        # Not through python-vlc's event manager: that one keeps every player, and so this object, for ever.
        events = engine.dll.libvlc_media_player_event_manager(self.player)
        for kind in engine.events:
            engine.dll.libvlc_event_attach(events, kind, on_event, None)
        self.player.play()

    def look(self) -> QImage | None:
        """The newest picture, good until the next look; None when there is none yet."""
        return self._pool.look() if self._pool else None

    def show(self) -> None:
        """What was looked at goes on screen and stays good until another does."""
        if self._pool:
            self._pool.show()

    def shape(self, image: QImage) -> tuple[int, int]:
        """Width and height to show `image` in, in square pixels."""
        return shown_shape((image.width(), image.height()), self.track())

    def track(self) -> VideoTrack | None:
        """The video track; None as long as none is known."""
        return next((track for track in self._tracks() if isinstance(track, VideoTrack)), None)

    def has_sound(self) -> bool:
        """Whether there is an audio track."""
        return any(kind == _AUDIO for kind in self._tracks())

    def lost_pictures(self) -> int:
        """How many pictures came too late to be shown, by libVLC's count."""
        return self._engine.lost_pictures(self._media)

    def retire(self) -> None:
        """Fall silent at once, be stopped in the background (that can take seconds), never signal again."""
        if not self._retired:
            self._retired = True
            self.player.set_pause(1)
            self._engine.retire(self)

    def shut(self) -> None:
        """Stop and free what libVLC holds; blocks; on any thread but libVLC's."""
        self.player.stop()
        self.player.release()
        self._media.release()

    def forget(self) -> None:
        """Break the cycle through the callbacks, on the UI thread, once libVLC can no longer call them."""
        self._callbacks = ()
        self._pool = None
        self.player = None
        self._media = None

    def _tracks(self) -> list[VideoTrack | int]:
        tracks = ctypes.POINTER(ctypes.POINTER(_Track))()
        count = self._engine.dll.libvlc_media_tracks_get(self._media, ctypes.byref(tracks))
        found = [_described(tracks[index].contents) for index in range(count)]
        self._engine.dll.libvlc_media_tracks_release(tracks, count)
        return found

    # On libVLC's threads. The one call back into libVLC reads the track list, which takes no lock of the player.

    def _on_format(self, _opaque: Any, chroma: Any, width: Any, height: Any, pitches: Any, lines: Any) -> int:
        if chroma[:4] in _OPAQUE:
            return 0
        try:
            width[0], height[0] = picture_size((width[0], height[0]), self.track(), self._max_pixels)
            self._pool = PicturePool(width[0], height[0])
        except Exception:
            log.exception("no memory for pictures of this size")
            return 0
        for index, letter in enumerate(b"RV32"):
            chroma[index] = letter
        pitches[0], lines[0] = self._pool.pitch, self._pool.height
        return 1

    def _on_lock(self, _opaque: Any, planes: Any) -> None:
        planes[0] = self._pool.begin()  # type: ignore[union-attr]

    def _on_display(self, _opaque: Any, _picture: Any) -> None:
        if not (self._first_only and self._told_of_frame):
            self._told_of_frame = True
            self._pool.finish()  # type: ignore[union-attr]
            self._told.emit("frame", 0)

    def _on_event(self, event: Any, _data: Any) -> None:
        name = self._engine.events[event.contents.kind]
        self._told.emit(name, min(event.contents.time_ms, _MAX_MS) if name in ("time", "length") else 0)

    # Back on the UI thread.

    def _pass_on(self, what: str, value: int) -> None:
        if self._retired:
            return
        match what:
            case "frame":
                self.frame_arrived.emit()
            case "time":
                self.time_changed.emit(value)
            case "length":
                self.length_changed.emit(value)
            case "began":
                self.began.emit()
            case "ended":
                self.ended.emit()
            case "broke":
                self.broke.emit()


def _described(track: _Track) -> VideoTrack | int:
    if track.kind != _VIDEO:
        return int(track.kind)
    video = track.video.contents
    return VideoTrack(
        width=video.width,
        height=video.height,
        pixel_aspect=video.sar_num / video.sar_den if video.sar_num and video.sar_den else 1.0,
        transposed=video.orientation >= _FIRST_TRANSPOSED,
        frame_ms=1000 * video.rate_den / video.rate_num if video.rate_num and video.rate_den else _DEFAULT_FRAME_MS,
    )
