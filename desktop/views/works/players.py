"""libVLC and a pair of players that live as long as the page."""

from functools import partial

from PySide6.QtCore import QObject

from desktop.player.engine import VlcEngine
from desktop.player.pair import PlayerPair
from desktop.player.vlc_player import VlcPlayer, load_vlc


def make_players(owner: QObject) -> tuple[VlcEngine, PlayerPair]:
    """Engine and pair; they are closed when `owner` is destroyed."""
    engine = VlcEngine(load_vlc)
    pair = PlayerPair(VlcPlayer(engine), VlcPlayer(engine))
    owner.destroyed.connect(partial(_close, pair, engine))
    return engine, pair


def _close(pair: PlayerPair, engine: VlcEngine) -> None:
    pair.close()
    engine.close()
