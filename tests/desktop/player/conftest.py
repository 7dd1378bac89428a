"""A real libVLC, a real widget, clips made on the spot."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from benchmarks.clips import Clip, make_clip
from desktop.player.engine import VlcEngine
from desktop.player.vlc_player import VlcPlayer, load_vlc, vlc_available
from desktop.ui.video_surface import VideoSurface
from tests.desktop.player.watching import Watcher


@pytest.fixture(scope="session", autouse=True)
def _libvlc() -> None:
    available, reason = vlc_available()
    if not available:
        pytest.skip(f"libVLC cannot be loaded: {reason}")


@pytest.fixture(scope="session")
def clips(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Makes a clip once and returns its path: clips(Clip(...), suffix=".mp4")."""
    folder = tmp_path_factory.mktemp("clips")
    made: dict[tuple[Clip, str], Path] = {}

    def make(clip: Clip | None = None, suffix: str = ".mp4") -> Path:
        key = (clip or Clip(), suffix)
        if key not in made:
            made[key] = make_clip(folder / f"{len(made)}{suffix}", key[0])
        return made[key]

    return make


@pytest.fixture
def engine(qapp: object) -> Iterator[VlcEngine]:
    """libVLC; closed after the players that the test made."""
    engine = VlcEngine(load_vlc)
    yield engine
    engine.close()


@pytest.fixture
def player(engine: VlcEngine) -> Iterator[VlcPlayer]:
    """A player with nothing open."""
    player = VlcPlayer(engine)
    yield player
    player.close()


@pytest.fixture
def surface(qtbot: QtBot) -> VideoSurface:
    """A visible surface of 480×270."""
    surface = VideoSurface()
    qtbot.addWidget(surface)
    surface.resize(480, 270)
    surface.show()
    return surface


@pytest.fixture
def watcher(player: VlcPlayer, surface: VideoSurface, qtbot: QtBot) -> Watcher:
    """`player` on `surface`, with a note of what was shown."""
    return Watcher(player, surface, qtbot)
