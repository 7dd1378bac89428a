"""Files that want other files, other machines, or more than their share."""

import json
import os
import signal
import socketserver
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import av
import pytest

from inspection.limited import Limits
from inspection.opening import open_video
from inspection.probe import Refusal, poster, probe
from tests.inspection.clips import clip, heavy_pictures

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="needs Linux's limits and /proc")


class _Counting(socketserver.TCPServer):
    visits = 0

    def process_request(self, request, client_address):  # type: ignore[no-untyped-def]
        self.visits += 1
        self.shutdown_request(request)


@pytest.fixture
def listener() -> Iterator[_Counting]:
    with _Counting(("127.0.0.1", 0), socketserver.BaseRequestHandler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def playlists(folder: Path, address: str) -> dict[str, str]:
    """Playlists of each kind, for a local segment and for an address."""
    hls = "#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\n{}\n#EXT-X-ENDLIST\n"
    dash = (
        '<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static" mediaPresentationDuration="PT2S"'
        ' profiles="urn:mpeg:dash:profile:isoff-on-demand:2011"><Period><AdaptationSet mimeType="video/mp4">'
        '<Representation id="1" bandwidth="1"><BaseURL>{}</BaseURL><SegmentBase/></Representation></AdaptationSet>'
        "</Period></MPD>"
    )
    return {
        "hls-file": hls.format(folder / "segment.ts"),
        "hls-relative": hls.format("segment.ts"),
        "hls-http": hls.format(f"{address}/a.ts"),
        "concat": "ffconcat version 1.0\nfile segment.ts\n",
        "dash-http": dash.format(f"{address}/a.mp4"),
        "sdp": "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\n"
        "t=0 0\nm=video 9 RTP/AVP 96\na=rtpmap:96 H264/90000\n",
    }


@pytest.mark.parametrize("kind", ["hls-file", "hls-relative", "hls-http", "concat", "dash-http", "sdp"])
def test_a_playlist_opens_nothing(tmp_path: Path, listener: _Counting, kind: str) -> None:
    clip(tmp_path / "segment.ts")
    file = tmp_path / "work.mp4"
    file.write_text(playlists(tmp_path, f"http://127.0.0.1:{listener.server_address[1]}")[kind])
    found = probe(file)
    assert isinstance(found, Refusal)
    assert found.code == "not_a_video"
    assert poster(file) is None
    assert listener.visits == 0


@pytest.mark.parametrize(
    ("kind", "is_visit"), [("hls-file", False), ("hls-relative", False), ("hls-http", True), ("concat", False)]
)
def test_ffmpeg_alone_would_open_it(tmp_path: Path, listener: _Counting, kind: str, is_visit: bool) -> None:
    """Positive control: the playlists above are real ones, and only the list of formats stops them."""
    clip(tmp_path / "segment.ts")
    file = tmp_path / "work.m3u8"
    file.write_text(playlists(tmp_path, f"http://127.0.0.1:{listener.server_address[1]}")[kind])
    try:
        with av.open(str(file), options={"protocol_whitelist": "file,http,tcp"}) as container:
            assert container.streams.video
    except av.FFmpegError:
        assert is_visit
    assert listener.visits == is_visit
    with pytest.raises(ValueError, match="Invalid argument"):
        open_video(file)


@linux_only
def test_pictures_that_unfold_stay_within_memory(tmp_path: Path) -> None:
    file = heavy_pictures(tmp_path / "a.mov", 16_000, 2)
    assert file.stat().st_size < 3_000_000
    assert probe(file, Limits(memory=400 * 1024**2)) == Refusal("inspection-limit", "memory")
    assert poster(file, Limits(memory=400 * 1024**2)) is None


@linux_only
def test_processor_time_is_bounded(tmp_path: Path) -> None:
    file = heavy_pictures(tmp_path / "a.mov", 12_000, 40)
    assert probe(file, Limits(cpu_s=1)) == Refusal("inspection-limit", "processor time")


def test_wall_clock_is_bounded(tmp_path: Path) -> None:
    file = heavy_pictures(tmp_path / "a.mov", 12_000, 40)
    assert probe(file, Limits(wall_s=0.6)) == Refusal("inspection-limit", "time")


@linux_only
def test_output_is_bounded(tmp_path: Path) -> None:
    assert probe(clip(tmp_path / "a.mp4"), Limits(answer=20)) == Refusal("inspection-limit", "output")


@linux_only
def test_a_killed_child_is_a_clear_refusal_and_knows_no_secret(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("YJS_SECRET", "do-not-tell")
    file = heavy_pictures(tmp_path / "a.mov", 12_000, 40)
    answers: list[object] = []
    asking = threading.Thread(target=lambda: answers.append(probe(file)))
    asking.start()
    child, environment = _child_at_work(asking)
    os.kill(child, signal.SIGKILL)
    asking.join()
    assert answers == [Refusal("inspection-limit", "killed")]
    assert "YJS_SECRET" not in environment


def _child_at_work(asking: threading.Thread) -> tuple[int, str]:
    """Process id and environment of the inspection's child."""
    while asking.is_alive():
        for task in Path("/proc/self/task").iterdir():
            for pid in (task / "children").read_text().split():
                if b"inspection.child" in (Path("/proc") / pid / "cmdline").read_bytes():
                    return int(pid), (Path("/proc") / pid / "environ").read_text()
    raise AssertionError("the child was gone before it was seen")


@pytest.mark.expected_logs("ended with status -11")
@linux_only
def test_a_crash_is_a_refusal_and_is_logged(tmp_path: Path) -> None:
    file = heavy_pictures(tmp_path / "a.mov", 12_000, 40)
    answers: list[object] = []
    asking = threading.Thread(target=lambda: answers.append(probe(file)))
    asking.start()
    os.kill(_child_at_work(asking)[0], signal.SIGSEGV)
    asking.join()
    assert answers == [Refusal("unreadable", "the inspection ended with status -11")]


@linux_only
def test_the_limits_hold_in_the_child() -> None:
    code = (
        "import json, resource as r\nfrom inspection.child import limit\nfrom inspection.limited import Limits\n"
        "limit(Limits())\n"
        "print(json.dumps([r.getrlimit(x) for x in (r.RLIMIT_CORE, r.RLIMIT_AS, r.RLIMIT_CPU, r.RLIMIT_FSIZE)]))"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, cwd=Path(__file__).parents[2])
    assert json.loads(said.stdout) == [[0, 0], [1024**3, 1024**3], [30, 31], [1024**2, 1024**2]]


def test_the_asking_process_never_loads_ffmpeg(tmp_path: Path) -> None:
    file = clip(tmp_path / "a.mp4", 0.4)
    code = (
        "import sys, pathlib\nfrom inspection.probe import probe\n"
        f"print(probe(pathlib.Path({str(file)!r})).frames, 'av' in sys.modules)"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, cwd=Path(__file__).parents[2])
    assert said.stdout.split() == [b"10", b"False"]
