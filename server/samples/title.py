"""Title cards with Chinese letters."""

import shutil
import subprocess
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import Final

from PIL import Image, ImageDraw, ImageFilter, ImageFont

USUAL: Final = (
    "/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc",
    "C:/Windows/Fonts/msyhbd.ttc",
    "/System/Library/Fonts/PingFang.ttc",
)
GOLD: Final = (255, 222, 150)
WHITE: Final = (255, 255, 255)


@lru_cache(maxsize=1)
def font_file() -> str:
    """A font with Chinese letters, as fontconfig says or at its usual place; empty when there is none."""
    asked = shutil.which("fc-match")
    if asked:
        said = subprocess.run(  # noqa: S603
            [asked, "-f", "%{file}", "Noto Sans CJK SC:bold:lang=zh-cn"], capture_output=True, text=True, check=False
        ).stdout
        if "CJK" in said or "Han" in said or "wqy" in said:
            return said
    return next((file for file in USUAL if Path(file).exists()), "")


@lru_cache(maxsize=32)
def font(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    """Bold letters `size` pixels high; without a Chinese font Pillow's own, which shows boxes."""
    file = font_file()
    if not file:
        return ImageFont.load_default(size)
    return ImageFont.truetype(file, size, index=2 if file.endswith(".ttc") and "CJK" in file else 0)


def title_card(
    scene: Image.Image, lead: str, rest: str, organization: str, count: int, random: Random
) -> Iterator[Image.Image]:
    """`count` pictures: the title comes up over red, or over the blurred scene."""
    ground = _red(scene.size) if random.random() < 0.5 else _blurred(scene)
    words = _words(scene.size, lead, rest, organization)
    rise = max(1, count // 5)
    for number in range(count):
        share = min(1.0, (number + 1) / rise)
        picture = ground.copy()
        shown = words.copy()
        shown.putalpha(words.getchannel("A").point(lambda value, share=share: round(value * share)))
        picture.paste(shown, (0, round((1 - share) * scene.height * 0.03)), shown)
        yield picture


def _red(size: tuple[int, int]) -> Image.Image:
    """A red ground, lighter in the middle, with rays."""
    width, height = size
    picture = Image.new("RGB", size, (150, 14, 20))
    pen = ImageDraw.Draw(picture, "RGBA")
    for turn in range(14):
        left = (turn - 7) * width // 6 + width // 2
        pen.polygon([(width // 2, height * 1.3), (left, 0), (left + width // 12, 0)], fill=(210, 40, 36, 70))
    for radius in range(12, 0, -1):
        across, high = width * radius // 18, height * radius // 18
        box = (width // 2 - across, height // 2 - high, width // 2 + across, height // 2 + high)
        pen.ellipse(box, fill=(225, 48, 40, 16))
    return picture


def _blurred(scene: Image.Image) -> Image.Image:
    return scene.filter(ImageFilter.GaussianBlur(scene.height / 50)).point(lambda value: round(value * 0.42))


def _words(size: tuple[int, int], lead: str, rest: str, organization: str) -> Image.Image:
    """The lines of the card on a clear ground."""
    width, height = size
    layer = Image.new("RGBA", size, (0, 0, 0, 0))
    pen = ImageDraw.Draw(layer)
    large = min(width * 0.86 / max(_length(lead), 4), height * 0.2, width * 0.16)
    small = min(width * 0.84 / max(_length(rest), 8), large * 0.55)
    middle = height * 0.46
    pen.text((width / 2, middle), lead, WHITE, font(round(large)), "ms")
    line = middle + large * 0.42
    pen.line([(width * 0.5 - large * 1.6, line), (width * 0.5 + large * 1.6, line)], GOLD, max(2, round(large / 18)))
    pen.text((width / 2, line + small * 1.55), rest, GOLD, font(round(small)), "ms")
    tiny = min(width * 0.8 / max(_length(organization), 12), small * 0.8, height * 0.05)
    pen.text((width / 2, height * 0.9), organization, (255, 255, 255, 215), font(round(tiny)), "ms")
    return layer


def _length(text: str) -> float:
    """Width of a line in Chinese characters."""
    return sum(0.6 if char.isascii() else 1 for char in text)
