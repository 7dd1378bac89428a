"""Which of libVLC's demuxers a file gets: one, by its first bytes, so that no upload reaches a playlist module."""

from pathlib import Path

from desktop.player.player import PlaybackProblem, Source

_PEEK = 1024
_MP4_BOXES = {b"ftyp", b"moov", b"mdat", b"free", b"skip", b"wide", b"pnot"}
_TS_SYNC = ((0, 188, 376), (4, 196, 388))
_SIGNATURES = {
    b"\x1a\x45\xdf\xa3": "mkv",
    b"\x30\x26\xb2\x75\x8e\x66\xcf\x11": "asf",
    b"OggS": "ogg",
    b"\x00\x00\x01\xba": "ps",
}
_FROM_NETWORK = (":demux=mp4,mkv,avi,asf,ogg,ts,ps",)


def media_options(source: Source) -> tuple[str, ...] | PlaybackProblem:
    """libVLC's options for opening `source` with one demuxer and no other; or why it is not opened at all."""
    if isinstance(source, str):
        return _FROM_NETWORK if source.startswith(("http://", "https://")) else PlaybackProblem.MISSING
    try:
        with Path(source).open("rb") as file:
            head = file.read(_PEEK)
    except OSError:
        return PlaybackProblem.MISSING
    if head.startswith(b"FLV\x01"):
        return (":demux=avformat", ":avformat-format=flv")
    demuxer = _demuxer(head)
    return (f":demux={demuxer}",) if demuxer else PlaybackProblem.UNREADABLE


def _demuxer(head: bytes) -> str | None:
    if head[4:8] in _MP4_BOXES:
        return "mp4"
    if head[:4] == b"RIFF" and head[8:12] == b"AVI ":
        return "avi"
    if any({head[at : at + 1] for at in places} == {b"\x47"} for places in _TS_SYNC):
        return "ts"
    return next((name for magic, name in _SIGNATURES.items() if head.startswith(magic)), None)
