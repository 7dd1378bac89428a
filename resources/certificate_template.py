"""Makes certificate_template.svg beside this file: `python resources/certificate_template.py`.

A page of one's own may replace it: any SVG of A4, landscape, that has rectangles with the ids of FIELDS. Units are
tenths of a millimetre.
"""

from math import cos, pi, sin
from pathlib import Path

WIDTH, HEIGHT = 2970, 2100
PAPER, RED, GOLD, BRONZE, FAINT, INK, GREY = "#fffdf8", "#b01e23", "#b8924a", "#8a6a2f", "#f3e8d2", "#1f1b16", "#5d5346"
SERIF = "Noto Serif CJK SC, Source Han Serif SC, SimSun, Songti SC, serif"
SANS = "Noto Sans CJK SC, Microsoft YaHei UI, PingFang SC, sans-serif"
FIELDS = {
    "holder": (335, 862, 2300, 200, SERIF, 150, "bold", "middle", INK),
    "work": (335, 1066, 2300, 100, SERIF, 80, "normal", "middle", INK),
    "text": (435, 1180, 2100, 250, SERIF, 76, "normal", "middle", INK),
    "number": (830, 1622, 640, 62, SANS, 44, "normal", "start", INK),
    "code": (830, 1702, 640, 62, SANS, 44, "normal", "start", INK),
    "date": (1800, 1740, 800, 84, SERIF, 62, "normal", "middle", INK),
    "qr": (300, 1510, 330, 330, SANS, 40, "normal", "start", "none"),
}


def frame(inset: float, width: float, color: str) -> str:
    """A rectangle along the edge of the page."""
    size = f'width="{WIDTH - 2 * inset}" height="{HEIGHT - 2 * inset}"'
    return f'<rect x="{inset}" y="{inset}" {size} fill="none" stroke="{color}" stroke-width="{width}"/>'


def rosette(x: float, y: float, radius: float, petals: int, color: str, width: float) -> str:
    """Lines through and around each other, as on documents of value."""
    lines = []
    for turn in range(4):
        points = []
        for step in range(20 * petals):
            angle = step * pi / (10 * petals)
            reach = radius * (0.72 + 0.28 * cos(petals * angle + turn * pi / 2))
            points.append(f"{x + reach * cos(angle):.1f},{y + reach * sin(angle):.1f}")
        lines.append(f'<polygon points="{" ".join(points)}"/>')
    return f'<g fill="none" stroke="{color}" stroke-width="{width}">{"".join(lines)}</g>'


def corner(x: float, y: float, right: int, down: int) -> str:
    """A red square with gold in it."""
    middle = x + right * 66, y + down * 66
    return (
        f'<rect x="{min(x, x + right * 132)}" y="{min(y, y + down * 132)}" width="132" height="132" fill="{RED}"/>'
        f"{rosette(*middle, 52, 8, '#f0d9a4', 1.6)}"
    )


def words(x: float, y: float, text: str, size: float, color: str, look: str = "", anchor: str = "middle") -> str:
    """A line of letters."""
    family = SANS if look == "sans" else SERIF
    weight = ' font-weight="bold"' if look == "bold" else ""
    where = f'x="{x}" y="{y}" text-anchor="{anchor}"'
    return f'<text {where} font-family="{family}" font-size="{size}"{weight} fill="{color}">{text}</text>'


def rule(x: float, y: float, half: float) -> str:
    """A gold line with a lozenge in its middle."""
    lozenge = f"{x},{y - 16} {x + 16},{y} {x},{y + 16} {x - 16},{y}"
    line = f"M{x - half},{y} H{x - 40} M{x + 40},{y} H{x + half}"
    return f'<path d="{line}" fill="none" stroke="{GOLD}" stroke-width="4"/><polygon points="{lozenge}" fill="{GOLD}"/>'


def field(name: str) -> str:
    """A rectangle whose look is that of its letters; it is never painted."""
    x, y, width, height, family, size, weight, anchor, color = FIELDS[name]
    look = f'font-family="{family}" font-size="{size}" font-weight="{weight}" text-anchor="{anchor}" fill="{color}"'
    return f'<rect id="{name}" x="{x}" y="{y}" width="{width}" height="{height}" {look} fill-opacity="0.1"/>'


def template() -> str:
    """The whole page."""
    middle, inset = WIDTH / 2, 112
    corners = [
        (x, y, right, down) for x, right in ((82, 1), (WIDTH - 82, -1)) for y, down in ((82, 1), (HEIGHT - 82, -1))
    ]
    parts = [
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{PAPER}"/>',
        rosette(middle, 1080, 760, 12, FAINT, 2.5),
        frame(70, 4, GOLD),
        frame(92, 20, RED),
        frame(inset, 4, GOLD),
        *(corner(*one) for one in corners),
        words(middle, 480, "荣誉证书", 220, RED, "bold"),
        rule(middle, 560, 420),
        words(middle - 28, 660, "凝心聚力担使命", 56, BRONZE, anchor="end"),
        words(middle + 28, 660, "立足岗位建新功", 56, BRONZE, anchor="start"),
        words(middle, 820, "兹授予", 68, INK),
        words(680, 1668, "编号", 44, GREY, "sans", "start"),
        words(680, 1748, "验证码", 44, GREY, "sans", "start"),
        words(680, 1826, "扫描二维码，或在查验页面输入验证码，可查验真伪。", 32, GREY, "sans", "start"),
        words(2200, 1620, "全国职工岗位“云讲述”活动主办单位", 44, GREY),
        words(2200, 1704, "全国总工会宣传教育部", 68, INK),
        *map(field, FIELDS),
    ]  # fmt: skip
    root = f'<svg xmlns="http://www.w3.org/2000/svg" width="297mm" height="210mm" viewBox="0 0 {WIDTH} {HEIGHT}">'
    return "\n".join([root, *parts, "</svg>", ""])


if __name__ == "__main__":
    Path(__file__).with_name("certificate_template.svg").write_text(template(), "utf-8")
