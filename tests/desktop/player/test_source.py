"""By its first bytes a file gets one demuxer or none."""

from pathlib import Path

import pytest

from desktop.player.player import PlaybackProblem
from desktop.player.source import media_options

PACKET = b"\x47" + bytes(187)


@pytest.mark.parametrize(
    ("head", "options"),
    [
        (b"\x00\x00\x00\x20ftypisom", (":demux=mp4",)),
        (b"\x00\x00\x00\x08wide\x00\x00\x00\x00mdat", (":demux=mp4",)),
        (b"\x1a\x45\xdf\xa3\x01", (":demux=mkv",)),
        (b"RIFF\x00\x00\x00\x00AVI LIST", (":demux=avi",)),
        (b"RIFF\x00\x00\x00\x00WAVEfmt ", PlaybackProblem.UNREADABLE),
        (b"\x30\x26\xb2\x75\x8e\x66\xcf\x11\xa6\xd9", (":demux=asf",)),
        (b"FLV\x01\x05", (":demux=avformat", ":avformat-format=flv")),
        (b"OggS\x00", (":demux=ogg",)),
        (b"\x00\x00\x01\xba\x44", (":demux=ps",)),
        (PACKET * 3, (":demux=ts",)),
        ((bytes(4) + PACKET) * 3, (":demux=ts",)),
        (b"G" * 100, PlaybackProblem.UNREADABLE),
        (b"#EXTM3U\n", PlaybackProblem.UNREADABLE),
        (b"\x1f\x8b\x08", PlaybackProblem.UNREADABLE),
        (b"", PlaybackProblem.UNREADABLE),
    ],
)
def test_what_a_file_gets(tmp_path: Path, head: bytes, options: object) -> None:
    path = tmp_path / "video.mp4"
    path.write_bytes(head)
    assert media_options(path) == options


def test_what_an_address_gets() -> None:
    assert media_options("https://example.org/v.mp4") == (":demux=mp4,mkv,avi,asf,ogg,ts,ps",)
    for address in ("ftp://example.org/v.mp4", "file:///v.mp4", "v.mp4", "screen://"):
        assert media_options(address) is PlaybackProblem.MISSING
