"""Documents made to break whoever opens them."""

import io
import struct
import zipfile
import zlib
from pathlib import Path

from PIL import Image


def jpeg(width: int = 120, height: int = 80, orientation: int = 1) -> bytes:
    """A picture, red on its left half as stored."""
    image = Image.new("RGB", (width, height), "white")
    image.paste("red", (0, 0, width // 2, height))
    exif = Image.Exif()
    exif[0x0112] = orientation
    out = io.BytesIO()
    image.save(out, "JPEG", exif=exif)
    return out.getvalue()


def png(width: int = 120, height: int = 80) -> bytes:
    """A picture."""
    out = io.BytesIO()
    Image.effect_noise((width, height), 80).save(out, "PNG")
    return out.getvalue()


def huge_png(side: int = 60_000) -> bytes:
    """A few bytes that claim billions of pixels."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")
    )


def pdf(width: float = 595, height: float = 842, pages: int = 1) -> bytes:
    """Empty pages of this size in points."""
    kids = " ".join(f"{3 + page} 0 R" for page in range(pages))
    objects = ["<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Kids[{kids}]/Count {pages}>>"]
    objects += [f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {width} {height}]>>"] * pages
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj{body}endobj\n".encode()
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    return out + f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF".encode()


def archive(entries: dict[str, bytes]) -> bytes:
    """A ZIP of these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in entries.items():
            made.writestr(name, content)
    return out.getvalue()


def lying_archive(claimed: int = 100) -> bytes:
    """A file of 300 MB of zeros whose size is said to be `claimed`."""
    content = bytearray(archive({"a.jpg": b"\xff\xd8\xff" + bytes(300 * 1024**2)}))
    for place, at in ((content.index(b"PK\x03\x04"), 22), (content.index(b"PK\x01\x02"), 24)):
        content[place + at : place + at + 4] = struct.pack("<I", claimed)
    return bytes(content)


def gbk_archive(name: str) -> bytes:
    """As old Chinese programs write it: GBK, and no word about it."""
    raw = name.encode("gbk")
    content = bytearray(archive({"x" * len(raw): jpeg()}))
    return bytes(content.replace(b"x" * len(raw), raw))


def locked_archive() -> bytes:
    """A file under a password, as far as its flags say."""
    content = bytearray(archive({"a.jpg": jpeg()}))
    for place, at in ((content.index(b"PK\x03\x04"), 6), (content.index(b"PK\x01\x02"), 8)):
        content[place + at] |= 1
    return bytes(content)


def kept(folder: Path, content: bytes) -> Path:
    """As a file whose name says nothing."""
    file = folder / "document"
    file.write_bytes(content)
    return file
