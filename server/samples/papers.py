"""Sample papers of organizations: logos, certificates with a seal, letters of several pages, archives."""

import io
import zipfile
from dataclasses import dataclass
from random import Random
from typing import Final
from unicodedata import east_asian_width

from PIL import Image, ImageDraw

from server.samples.title import font

INK: Final = (52, 48, 44)
SEAL: Final = (196, 66, 62)
GOLD: Final = (190, 150, 84)
PAPER: Final = (253, 250, 240)
COLOURS: Final = ("#2B5C94", "#7A5A86", "#2F7F68", "#A34855", "#2E8C7A", "#3F6C95", "#4E7C36", "#40527D", "#665843")


@dataclass(frozen=True, slots=True)
class Paper:
    """A file as an applicant would send it."""

    name: str
    content: bytes


def logo(name: str, random: Random) -> Paper:
    """A square with a character of the name, as PNG."""
    picture = Image.new("RGB", (256, 256), random.choice(COLOURS))
    sign = next((letter for letter in name[2:] if letter not in "市区县第一二三有限公司集团"), name[0])
    ImageDraw.Draw(picture).text((128, 124), sign, fill="white", font=font(128), anchor="mm")
    return Paper("标志.png", _saved(picture, "PNG"))


def certificate(name: str, address: str, number: str, random: Random) -> Paper:
    """A certificate with border and seal, as JPEG."""
    sheet = Image.new("RGB", (1240, 1640), PAPER)
    draw = ImageDraw.Draw(sheet)
    draw.rectangle((36, 36, 1204, 1604), outline=GOLD, width=10)
    draw.rectangle((60, 60, 1180, 1580), outline=GOLD, width=3)
    draw.text((620, 230), "工会法人资格证书", fill=(122, 24, 24), font=font(84), anchor="mm")
    draw.text((620, 330), f"（示例样张 · 编号 {number}）", fill=INK, font=font(34), anchor="mm")
    year = random.randrange(2019, 2024)
    lines = (
        ("名　　称", name),
        ("住　　所", address),
        ("类　　型", "基层工会"),
        ("有效期限", f"{year}-03-01 至 {year + 5}-02-28"),
    )
    top = 470
    for label, words in lines:
        draw.text((170, top), label, fill=INK, font=font(42))
        for part in _wrapped(words, 17):
            draw.text((410, top), part, fill=INK, font=font(42))
            top += 64
        top += 46
    draw.text((170, 1440), f"发证日期 {year}-03-01", fill=INK, font=font(38))
    _seal(draw, (930, 1300), 150)
    tilted = sheet.rotate(random.uniform(-1.2, 1.2), expand=False, fillcolor=PAPER)
    return Paper("法人资格证书.jpg", _saved(tilted, "JPEG"))


def letter(name: str, pages: int) -> Paper:
    """A decision of several pages, as PDF."""
    sheets = [_page(name, number, pages) for number in range(1, pages + 1)]
    out = io.BytesIO()
    sheets[0].save(out, "PDF", save_all=True, append_images=sheets[1:], resolution=96)
    return Paper("成立批复.pdf", out.getvalue())


def archive(name: str, address: str, random: Random) -> Paper:
    """An archive with pictures, a letter, and what is not opened, as ZIP."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as bundle:
        bundle.writestr("会址门牌.jpg", _saved(_plate(name), "JPEG"))
        bundle.writestr("委员名单.pdf", letter(name, 1).content)
        bundle.writestr("证书副本.jpg", certificate(name, address, "副本", random).content)
        bundle.writestr("情况说明.txt", f"{name}情况说明".encode())
        bundle.writestr("说明工具.exe", b"MZ" + bytes(4_000))
    return Paper("补充材料.zip", out.getvalue())


def _page(name: str, number: int, pages: int) -> Image.Image:
    sheet = Image.new("RGB", (794, 1123), "white")
    draw = ImageDraw.Draw(sheet)
    if number == 1:
        draw.text((397, 130), f"关于成立{name}的批复", fill=INK, font=font(26), anchor="mm")
    body = f"经研究，同意成立{name}。请按照《中国工会章程》开展工作，依法维护职工合法权益，组织职工参加活动。"
    top = 220
    for _ in range(5):
        for part in _wrapped("　　" + body, 30):
            draw.text((100, top), part, fill=INK, font=font(20))
            top += 36
        top += 12
    if number == pages:
        _seal(draw, (600, 900), 84)
    draw.text((397, 1070), f"第 {number} 页，共 {pages} 页", fill=INK, font=font(16), anchor="mm")
    return sheet


def _plate(name: str) -> Image.Image:
    picture = Image.new("RGB", (1280, 860), (168, 160, 150))
    draw = ImageDraw.Draw(picture)
    draw.rectangle((190, 240, 1090, 620), fill=(214, 190, 130), outline=(120, 96, 50), width=8)
    for number, part in enumerate(_wrapped(name, 12)):
        draw.text((640, 380 + number * 90), part, fill=(90, 24, 20), font=font(64), anchor="mm")
    return picture


def _seal(draw: ImageDraw.ImageDraw, centre: tuple[int, int], radius: int) -> None:
    x, y = centre
    draw.ellipse((x - radius, y - radius, x + radius, y + radius), outline=SEAL, width=max(3, radius // 20))
    draw.text(centre, "示例", fill=SEAL, font=font(radius // 3), anchor="mm")


def _wrapped(words: str, width: int) -> list[str]:
    """Lines of at most `width` Chinese letters; two others are as wide as one."""
    lines, room = [""], 2 * width
    for letter in words:
        wide = 2 if east_asian_width(letter) in "WFA" else 1
        if room < wide:
            lines.append("")
            room = 2 * width
        lines[-1] += letter
        room -= wide
    return lines


def _saved(picture: Image.Image, kind: str) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, quality=85)
    return out.getvalue()
