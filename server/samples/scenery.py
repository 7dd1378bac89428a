"""Shots of a scene: the world is drawn once a picture, and looked at through three windows."""

from collections.abc import Callable
from random import Random
from typing import Final

import av
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from server.samples.canvas import HEIGHT, WIDTH, Canvas, wave
from server.samples.scenes import industry, land, rooms, site, transport
from server.samples.scenes.scene import Scene

LOOP: Final = 40
"""Pictures in a loop."""
WORLD: Final = (1152, 648)
Shot = list[av.VideoFrame]
SCENES: Final[dict[str, Callable[[Random], Scene]]] = {
    "furnace": industry.Furnace,
    "machine": industry.Machine,
    "control": industry.Control,
    "oilfield": industry.Oilfield,
    "railway": transport.Railway,
    "port": transport.Port,
    "nightcity": transport.NightCity,
    "tunnel": transport.Tunnel,
    "parcels": transport.Parcels,
    "powerline": land.Powerline,
    "wheat": land.Wheat,
    "wind": land.Wind,
    "tea": land.Tea,
    "building": site.Building,
    "classroom": rooms.Classroom,
    "hospital": rooms.Hospital,
    "cleanroom": rooms.Cleanroom,
    "textile": rooms.Textile,
}


def shots(trade: str, random: Random, size: tuple[int, int]) -> list[Shot]:
    """Three loops of pictures of `size`: the whole scene, and the two things in it worth a closer look."""
    scene = SCENES[trade](random)
    is_mirrored = random.random() < 0.4
    foci = [(WIDTH - x if is_mirrored else x, y) for x, y in scene.foci]
    is_wide = size[0] > size[1]
    whole = ((WIDTH / 2, HEIGHT / 2), 0.94) if is_wide else (foci[0], 1.0)
    views = [whole, (foci[0], 0.62), (foci[1], 0.58)]
    ground = Image.new("RGB", WORLD)
    scene.back(Canvas(ground))
    loops: list[Shot] = [[] for _ in views]
    for number in range(LOOP):
        world = ground.copy()
        scene.move(Canvas(world), number / LOOP)
        seen = np.asarray(world)[:, :: -1 if is_mirrored else 1]
        for loop, (centre, share) in zip(loops, views, strict=True):
            loop.append(_seen(seen, size, centre, share, number / LOOP))
    return loops


def _seen(
    world: NDArray[np.uint8], size: tuple[int, int], centre: tuple[float, float], share: float, time: float
) -> av.VideoFrame:
    """A window as high as `share` of the world, drifting slowly to and fro."""
    rows, columns, _ = world.shape
    scale = rows / HEIGHT
    height = min(rows * share, columns * size[1] / size[0])
    width = height * size[0] / size[1]
    x = centre[0] * scale + wave(time) * width * 0.03 - width / 2
    left = round(max(0.0, min(x, columns - width)))
    top = round(max(0.0, min(centre[1] * scale - height / 2, rows - height)))
    window = np.ascontiguousarray(world[top : top + round(height), left : left + round(width)])
    return av.VideoFrame.from_ndarray(window, format="rgb24").reformat(*size, "yuv420p")
