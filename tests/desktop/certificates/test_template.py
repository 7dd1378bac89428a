"""Templates of staff: what they must have, what may not be in them, and those that mean harm."""

import base64
import io
import re
import runpy
import time
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QRectF, Qt

from desktop.certificates.errors import (
    CertificatesError,
    TemplateForbiddenError,
    TemplateIncompleteError,
    TemplatePageError,
    TemplateSuspiciousError,
    TemplateUnreadableError,
)
from desktop.certificates.making import page_of, pdf_of
from desktop.certificates.svg_checks import ELEMENTS_MAX, FILE_BYTES
from desktop.certificates.template import FIELDS, PAGE, Template, load_template
from tests.desktop.certificates.given import SERVER, TEMPLATE, certificate, picture_of, texts_of

XLINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"'
SOON_S = 5
OURS = TEMPLATE.read_text("utf-8")

pytestmark = pytest.mark.usefixtures("qapp")


def rectangles(scale: float = 1, more: str = "") -> str:
    """All fields, one below the other."""
    return "".join(
        f'<rect id="{name}" x="{100 * scale}" y="{(100 + 280 * at) * scale}" width="{2000 * scale}"'
        f' height="{250 * scale}" {more}/>'
        for at, name in enumerate(FIELDS)
    )


def svg(inside: str = "", fields: str = rectangles(), box: str = "0 0 2970 2100", more: str = XLINK) -> str:
    """A plain template."""
    return f'<svg xmlns="http://www.w3.org/2000/svg" {more} viewBox="{box}">{inside}{fields}</svg>'


def load(folder: Path, text: str | bytes) -> Template:
    """As a file of staff."""
    path = folder / "certificate_template.svg"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return load_template(path)


def refused(folder: Path, text: str | bytes) -> CertificatesError:
    """Why, and soon."""
    start = time.process_time()
    with pytest.raises(CertificatesError) as caught:
        load(folder, text)
    assert time.process_time() - start < SOON_S
    return caught.value


def png(width: int, height: int) -> str:
    """As it stands in an SVG."""
    file = io.BytesIO()
    Image.new("1", (width, height)).save(file, "PNG")
    return "data:image/png;base64," + base64.b64encode(file.getvalue()).decode()


def test_the_file_is_what_its_maker_makes() -> None:
    made = runpy.run_path(str(TEMPLATE.with_suffix(".py")))["template"]()
    assert made == OURS


@pytest.mark.parametrize("field", FIELDS)
def test_each_field_is_needed(tmp_path: Path, field: str) -> None:
    """Also when something else than a rectangle has its name."""
    lacking = re.sub(f'<rect id="{field}"[^>]*/>', f'<text id="{field}" x="9" y="99">在此</text>', OURS)
    error = refused(tmp_path, lacking)
    assert isinstance(error, TemplateIncompleteError)
    assert error.names == (field,)


def test_all_that_are_missing_are_named_at_once(tmp_path: Path) -> None:
    error = refused(tmp_path, svg(fields=""))
    assert isinstance(error, TemplateIncompleteError)
    assert error.names == FIELDS


@pytest.mark.parametrize(
    "place",
    ['x="2900" y="100" width="500" height="500"', 'x="100" y="100" width="3" height="500"',
     'x="100" y="100" width="150" height="150"', 'x="100" y="100" width="0" height="500"',
     'x="100" y="100" width="1e300" height="1e300"', 'x="nan" y="100" width="inf" height="500"'],
)  # fmt: skip
def test_a_field_needs_a_place_on_the_page(tmp_path: Path, place: str) -> None:
    fields = re.sub('<rect id="qr"[^>]*/>', f'<rect id="qr" {place}/>', rectangles())
    error = refused(tmp_path, svg(fields=fields))
    assert isinstance(error, TemplateIncompleteError)
    assert error.names == ("qr",)


@pytest.mark.parametrize("box", ["0 0 2100 2970", "0 0 100 100", "0 0 0 0", "x"])
def test_the_page_is_a4_landscape(tmp_path: Path, box: str) -> None:
    assert isinstance(refused(tmp_path, svg(box=box)), TemplatePageError)


@pytest.mark.parametrize(
    "text",
    ["", "证书", "<svg", "<html/>", '<svg viewBox="0 0 297 210"/>', b"\x89PNG\r\n", b"\xff\xfe<\x00s\x00", "<a></b>",
     "\x00", svg(box="0 0 -297 -210"), svg().replace("<rect", "<rect a", 1).replace("/>", "", 1)],
)  # fmt: skip
def test_what_is_no_svg(tmp_path: Path, text: str | bytes) -> None:
    assert isinstance(refused(tmp_path, text), TemplateUnreadableError)


def test_no_file_and_a_folder(tmp_path: Path) -> None:
    for path in (tmp_path / "none.svg", tmp_path):
        with pytest.raises(TemplateUnreadableError):
            load_template(path)


@pytest.mark.parametrize(
    "text",
    [
        " " * (FILE_BYTES + 1),
        svg("<g/>" * (ELEMENTS_MAX + 1)),
        svg("<g>" * 60 + "</g>" * 60),
        svg("<g>" * 200_000),
        svg("".join(f'<image width="9" height="9" xlink:href="{png(5_000, 5_000)}"/>' for _ in range(2))),
    ],
    ids=["bytes", "elements", "depth", "very deep", "pixels"],
)
def test_what_is_too_large(tmp_path: Path, text: str) -> None:
    assert isinstance(refused(tmp_path, text), TemplateSuspiciousError)


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (f'<!DOCTYPE svg [<!ENTITY l0 "哈">{LAUGHS}]>' + svg("<text>&l9;</text>"), "<!ENTITY>"),
        ('<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + svg("<text>&x;</text>"), "<!ENTITY>"),
        (svg("<script>alert(1)</script>"), "<script>"),
        (svg("<foreignObject/>"), "<foreignObject>"),
        (svg('<g id="a"/><use xlink:href="#a"/>'), "<use>"),
        (svg("<filter/>"), "<filter>"),
        (svg("<animate/>"), "<animate>"),
        (svg('<image xlink:href="file:///etc/passwd"/>'), "href=file:///etc/passwd"),
        (svg('<image href="logo.png"/>'), "href=logo.png"),
        (svg('<image xlink:href="https://example.org/a.png"/>'), "href=https://example.org/a.png"),
        (svg('<image xlink:href="data:image/svg+xml;base64,PHN2Zy8+"/>'), "href=data:image/svg+xml;base64,PHN2Zy8+"),
        (svg('<image xlink:href="data:image/png;base64,PHN2Zy8+"/>'), "<image>"),
        (svg('<image xlink:href="data:image/png;base64,&#37;"/>'), "<image>"),
        (svg("<image/>"), "<image>"),
        (svg('<rect fill="url(https://example.org/a#b)"/>'), "fill=…"),
        (svg("<rect style=\"fill:URL( 'file:a')\"/>"), "style=…"),
        (svg("<style>@import 'a.css';</style>"), "<style>"),
        (svg("<style>@font-face{src:url(a.ttf)}</style>"), "<style>"),
        (svg("<style>r{fill:u\\72l(a)}</style>"), "<style>"),
        (svg('<rect onload="alert(1)"/>'), "onload=…"),
        (svg('<linearGradient xlink:href="other.svg#a"/>'), "href=other.svg#a"),
    ],
)
def test_what_may_not_be_in_it_is_named(tmp_path: Path, text: str, what: str) -> None:
    error = refused(tmp_path, text)
    assert isinstance(error, TemplateForbiddenError)
    assert error.what == what


@pytest.mark.expected_logs(r".*", optional=True)
@pytest.mark.parametrize(
    "inside",
    [
        '<linearGradient id="a" xlink:href="#b"/><linearGradient id="b" xlink:href="#a"/>'
        '<circle cx="50" cy="50" r="50" fill="url(#a)"/>',
        '<rect x="-1e30" y="1e300" width="1e300" height="1e300" stroke="red" stroke-dasharray="1e-9"/>',
        '<path d="M0,0 L1e300,1e300 1e-300,-1e300 z" stroke="red" stroke-dasharray="0.001 0.001" stroke-width="50"/>',
        '<text font-size="1e9" y="99">大</text><text font-size="-1">小</text>',
        '<g transform="scale(1e30)"><circle r="1e30"/></g><g transform="scale(0)"><circle r="1"/></g>',
        "<path d='" + "M1,1 a1,1 0 0 1 5,5 " * 20_000 + "'/>",
    ],
    ids=["gradients of each other", "huge", "dashes", "letters", "scales", "path"],
)  # fmt: skip
def test_odd_ones_do_no_harm(tmp_path: Path, inside: str) -> None:
    """They are refused or painted, and soon."""
    start = time.process_time()
    try:
        template = load(tmp_path, svg(inside))
    except CertificatesError:
        return
    (text,) = texts_of(pdf_of([page_of(certificate(), SERVER, template)], template))
    assert "张三" in text
    assert time.process_time() - start < SOON_S


def test_what_drawing_programs_note_is_no_matter(tmp_path: Path) -> None:
    """Inkscape's own elements, millimetres, a style instead of attributes, groups that are moved."""
    text = (
        '<?xml version="1.0" encoding="UTF-8" standalone="no"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x.dtd">'
        + svg(
            '<s:namedview s:zoom="1"><i:page/></s:namedview><metadata><r:RDF/></metadata><title>奖状</title><defs/>'
            '<g transform="translate(10,5) scale(2)">',
            '<rect id="holder" x="10" y="10" width="100" height="12" s:insensitive="1"'
            " style=\"font-size:8px;font-family:'No Such', 'Noto Sans CJK SC';fill:#ff0000;text-anchor:end;"
            'font-weight:bold"/></g>' + re.sub('<rect id="holder"[^>]*/>', "", rectangles(0.1)),
            "0 0 297 210",
            f'{XLINK} xmlns:s="http://sodipodi" xmlns:i="http://inkscape" xmlns:r="http://rdf"',
        )
    )
    holder = load(tmp_path, text).fields["holder"]
    assert holder.box.toRect() == QRectF(300, 250, 2000, 240).toRect()
    assert round(holder.letters.px) == 160
    assert holder.letters.bold
    assert holder.letters.align is Qt.AlignmentFlag.AlignRight
    assert holder.letters.families[:2] == ("No Such", "Noto Sans CJK SC")
    assert holder.color.name() == "#ff0000"


def test_a_page_that_does_not_begin_at_nought(tmp_path: Path) -> None:
    moved = svg(fields=f'<g transform="translate(-500,-300)">{rectangles()}</g>', box="-500 -300 2970 2100")
    plain = load(tmp_path, svg()).fields
    assert {name: field.box for name, field in load(tmp_path, moved).fields.items()} == {
        name: field.box for name, field in plain.items()
    }
    assert all(PAGE.contains(field.box) for field in plain.values())


def test_pictures_and_letters_of_the_template_are_painted(tmp_path: Path) -> None:
    inside = (
        f'<image x="2200" y="100" width="400" height="400" xlink:href="{png(40, 40)}"/>'
        '<text x="2200" y="900" font-size="90" font-family="No Such, Noto Serif CJK SC">山西赛区</text>'
    )
    template = load(tmp_path, svg(inside))
    pdf = pdf_of([page_of(certificate(), SERVER, template)], template)
    assert "山西赛区" in texts_of(pdf)[0]
    assert picture_of(pdf).convert("L").getpixel((2400, 300)) == 0
