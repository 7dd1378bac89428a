"""JPEG and PNG by Pillow; runs only inside the limited child."""

import io
from typing import Any, Final

from PIL import Image, ImageOps

from inspection.documents.refused import RefusedError
from inspection.documents.sniff import Kind

FORMATS: Final = {Kind.JPEG: "JPEG", Kind.PNG: "PNG"}
MOST_PIXELS: Final = 64_000_000
"""Of what is decoded; JPEG files of more are decoded at a fraction of their size."""
_TURNED: Final = (5, 6, 7, 8)
_ORIENTATION: Final = 0x0112
Image.MAX_IMAGE_PIXELS = None  # our own limit holds


def size(content: bytes, kind: Kind) -> tuple[int, int]:
    """Width and height as shown, after decoding it once: what is cut or broken is refused here already."""
    image, full = _open(content, kind, 1024)
    image.load()
    return full


def render(content: bytes, kind: Kind, max_side: int) -> tuple[dict[str, int], bytes]:
    """The upright picture on white, shrunk to `max_side`."""
    image, full = _open(content, kind, max_side)
    upright: Image.Image = ImageOps.exif_transpose(image)
    shown = shown_pixels(upright, max_side)
    sizes = {"width": shown.width, "height": shown.height}
    return sizes | {"full_width": full[0], "full_height": full[1], "pages": 1}, shown.tobytes()


def shown_pixels(image: Image.Image, max_side: int) -> Image.Image:
    """RGB on white, at most `max_side` long."""
    if image.mode.startswith("I"):
        image = image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if image.mode in ("LA", "PA", "RGBA", "La", "RGBa") or "transparency" in image.info:
        image = image.convert("RGBA")
        white = Image.new("RGBA", image.size, "white")
        white.alpha_composite(image)
        image = white
    image = image.convert("RGB")
    image.thumbnail((max_side, max_side), Image.Resampling.LANCZOS, reducing_gap=2.0)
    return image


def _open(content: bytes, kind: Kind, max_side: int) -> tuple[Any, tuple[int, int]]:
    image = Image.open(io.BytesIO(content), formats=[FORMATS[kind]])
    full = image.size
    if kind is Kind.JPEG and max(full) > max_side:
        image.draft(None, (max(1, full[0] * max_side // max(full)), max_side))
    if image.width * image.height > MOST_PIXELS:  # before the orientation: Pillow decodes a PNG to find it
        raise RefusedError("too-many-pixels", f"{full[0]}x{full[1]}")
    turned = image.getexif().get(_ORIENTATION) in _TURNED
    return image, (full[1], full[0]) if turned else full
