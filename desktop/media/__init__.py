"""Videos and posters on this computer: fetched ahead, resumed, verified, given up when room is needed; no Qt."""

from desktop.media.cache import MediaCache, Progress
from desktop.media.errors import NoRoomError

__all__ = ["MediaCache", "NoRoomError", "Progress"]
