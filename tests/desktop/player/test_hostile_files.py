"""An upload that is a playlist or manifest in disguise must not make libVLC call anybody."""

import socketserver
import struct
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.player.engine import VlcEngine
from desktop.player.player import PlayerState
from desktop.player.vlc_player import VlcPlayer


class Trap(socketserver.ThreadingTCPServer):
    """Listens on loopback and notes the first bytes of whoever calls."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self) -> None:
        self.calls: list[bytes] = []
        super().__init__(("127.0.0.1", 0), _Note)


class _Note(socketserver.BaseRequestHandler):
    def handle(self) -> None:
        self.server.calls.append(self.request.recv(100))  # type: ignore[attr-defined]


@pytest.fixture
def trap() -> Iterator[Trap]:
    """A server that nobody should call."""
    server = Trap()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def box(name: bytes, *parts: bytes) -> bytes:
    """One box of an MP4 file."""
    content = b"".join(parts)
    return struct.pack(">I", 8 + len(content)) + name + content


def mp4_that_refers_to(url: str) -> bytes:
    """A QuickTime reference movie, and a data reference to an address."""
    address = url.encode() + b"\0"
    reference = box(b"rdrf", bytes(4), b"url ", struct.pack(">I", len(address)), address)
    moov = box(b"moov", box(b"rmra", box(b"rmda", reference)))
    return box(b"ftyp", b"qt  ", bytes(4), b"qt  ") + moov


DISGUISES = {
    "m3u": lambda url: f"#EXTM3U\n#EXTINF:5,x\n{url}\n".encode(),
    "hls": lambda url: (
        f"#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:5\n#EXTINF:5,\n{url}.ts\n#EXT-X-ENDLIST\n".encode()
    ),
    "xspf": lambda url: (
        '<?xml version="1.0" encoding="UTF-8"?><playlist version="1" xmlns="http://xspf.org/ns/0/"><trackList>'
        f"<track><location>{url}</location></track></trackList></playlist>"
    ).encode(),
    "dash": lambda url: (
        '<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static" '
        'mediaPresentationDuration="PT5S" profiles="urn:mpeg:dash:profile:isoff-on-demand:2011"><Period>'
        f'<AdaptationSet mimeType="video/mp4"><Representation id="1" bandwidth="1"><BaseURL>{url}</BaseURL>'
        "<SegmentList><SegmentURL/></SegmentList></Representation></AdaptationSet></Period></MPD>"
    ).encode(),
    "asx": lambda url: f'<asx version="3.0"><entry><ref href="{url}"/></entry></asx>'.encode(),
    "sdp": lambda url: b"v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\ns=x\r\nc=IN IP4 127.0.0.1\r\nm=video 9 RTP/AVP 96\r\n",
    "hds": lambda url: (
        '<manifest xmlns="http://ns.adobe.com/f4m/1.0"><id>x</id><duration>5</duration>'
        f'<media url="{url}" bitrate="1" bootstrapInfoId="b"/></manifest>'
    ).encode().ljust(300),
    "matroska and hds": lambda url: b"\x1a\x45\xdf\xa3" + DISGUISES["hds"](url),
    "matroska and hls": lambda url: b"\x1a\x45\xdf\xa3\n" + DISGUISES["hls"](url),
    "mp4 and hls": lambda url: box(b"ftyp", b"isom", bytes(4)) + b"\n" + DISGUISES["hls"](url),
    "mp4 that refers": mp4_that_refers_to,
}  # fmt: skip


@pytest.mark.parametrize("kind", DISGUISES)
@pytest.mark.parametrize("start_paused", [False, True])
def test_nobody_is_called(
    tmp_path: Path, trap: Trap, player: VlcPlayer, qtbot: QtBot, kind: str, start_paused: bool
) -> None:
    path = tmp_path / "work.mp4"
    path.write_bytes(DISGUISES[kind](f"http://127.0.0.1:{trap.server_address[1]}/stolen.mp4"))
    player.open(path, start_paused=start_paused)
    qtbot.waitUntil(lambda: player.state is PlayerState.FAILED, timeout=10_000)
    assert trap.calls == []


def test_the_trap_works(tmp_path: Path, trap: Trap, engine: VlcEngine, qtbot: QtBot) -> None:
    """Without our choice of a demuxer libVLC does call."""
    path = tmp_path / "work.mp4"
    path.write_bytes(DISGUISES["hls"](f"http://127.0.0.1:{trap.server_address[1]}/stolen"))
    engine.start()
    careless = engine.new_player(engine.new_media(path, ()))
    careless.play()
    qtbot.waitUntil(lambda: bool(trap.calls), timeout=10_000)
    careless.stop()
    careless.release()
    assert trap.calls[0].startswith(b"GET /stolen.ts")


def test_no_subtitles_beside_a_file_are_read(engine: VlcEngine) -> None:
    """The switches that keep libVLC at the one file it was given are known to it (it refuses unknown ones)."""
    engine.start()
