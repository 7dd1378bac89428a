"""The page that gives the look: an SVG whose fields are rectangles with ids. Staff may bring their own."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element, register_namespace, tostring

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QTransform
from PySide6.QtSvg import QSvgRenderer, QtSvg

from desktop.certificates.errors import TemplateIncompleteError, TemplatePageError, TemplateUnreadableError
from desktop.certificates.fitting import Letters
from desktop.certificates.svg_checks import FILE_BYTES, SVG, checked_svg

QR: Final = "qr"
FIELDS: Final[tuple[str, ...]] = ("holder", "work", "text", "date", "number", "code", QR)
PAGE: Final = QRectF(0, 0, 2970, 2100)
"""A4, landscape, in tenths of a millimetre: the units of fields, whatever those of the template are."""
SERIFS: Final = ("Noto Serif CJK SC", "Source Han Serif SC", "SimSun", "Songti SC", "serif")
_ALIGN: Final = {
    "start": Qt.AlignmentFlag.AlignLeft,
    "middle": Qt.AlignmentFlag.AlignHCenter,
    "end": Qt.AlignmentFlag.AlignRight,
}
_LEAST: Final = 0.01
"""Of the page's width: a field that is smaller has no place."""
_LEAST_QR: Final = 0.06
"""As much as phones need to read it."""
_SAFE: Final = QtSvg.Option.Tiny12FeaturesOnly | QtSvg.Option.DisableSMILAnimations | QtSvg.Option.DisableCSSAnimations

register_namespace("xlink", "http://www.w3.org/1999/xlink")  # Qt knows it by this prefix alone


class Field(NamedTuple):
    """A place on the page, and how letters look there."""

    box: QRectF
    letters: Letters
    color: QColor


class Template(NamedTuple):
    """What is painted on PAGE, without the placeholders; `text` and `fonts` are of its own words."""

    page: QSvgRenderer
    fields: dict[str, Field]
    text: str
    fonts: list[QFont]


def load_template(path: Path) -> Template:
    """On the thread that will paint. Raises TemplateUnreadableError, TemplateSuspiciousError, TemplateForbiddenError,
    TemplateIncompleteError, TemplatePageError."""
    try:
        with path.open("rb") as file:
            data = file.read(FILE_BYTES + 1)
    except OSError as error:
        raise TemplateUnreadableError from error
    root = checked_svg(data)
    families = {family.casefold(): family for family in QFontDatabase.families()}
    for element in root.iter():
        _choose_font(element, families)
    whole = _renderer(root)
    size = whole.viewBoxF().size()
    if not size.isValid() or abs(size.width() / size.height() / (PAGE.width() / PAGE.height()) - 1) > 0.01:
        raise TemplatePageError
    rectangles = {element.get("id"): element for element in root.iter(f"{SVG}rect")}
    found = {
        name: _field(whole, name, rectangles[name])
        for name in FIELDS
        if name in rectangles and whole.elementExists(name)
    }
    missing = [name for name in FIELDS if name not in found or not _has_place(found[name].box, name)]
    if missing:
        raise TemplateIncompleteError(missing)
    _take_out(root, set(FIELDS))
    return Template(_renderer(root), found, *_words_of(root))


def _renderer(root: Element) -> QSvgRenderer:
    page = QSvgRenderer()
    page.setOptions(_SAFE)
    if not page.load(QByteArray(tostring(root, "utf-8"))) or not page.isValid():
        raise TemplateUnreadableError
    return page


def _look(element: Element) -> dict[str, str]:
    """Its attributes; what stands in `style` goes before."""
    pairs = (part.split(":", 1) for part in element.get("style", "").split(";") if ":" in part)
    return dict(element.attrib) | {name.strip(): value.strip() for name, value in pairs}


def _families(look: Mapping[str, str]) -> list[str]:
    named = [name.strip().strip("\"'") for name in look.get("font-family", "").split(",")]
    return [name for name in named if name]


def _choose_font(element: Element, installed: dict[str, str]) -> None:
    """The first of its families that is installed: Qt takes a list for one name."""
    families = _families(_look(element))
    if not families or not element.tag.startswith(SVG) or element.tag == f"{SVG}rect":
        return
    here = [installed[name.casefold()] for name in (*families, *SERIFS) if name.casefold() in installed]
    style = [part for part in element.get("style", "").split(";") if part.split(":")[0].strip() != "font-family"]
    element.set("style", ";".join(style))
    element.set("font-family", next(iter(here), families[0]))


def _field(page: QSvgRenderer, name: str, element: Element) -> Field:
    view = page.viewBoxF()
    to_page = QTransform.fromScale(PAGE.width() / view.width(), PAGE.height() / view.height())
    moved = page.transformForElement(name) * QTransform.fromTranslate(-view.left(), -view.top()) * to_page
    box = moved.mapRect(page.boundsOnElement(name))
    look = _look(element)
    scale = abs(moved.determinant()) ** 0.5
    px = _number(look.get("font-size", "")) * scale or box.height() * 0.7
    bold = look.get("font-weight", "") in {"bold", "bolder", "600", "700", "800", "900"}
    align = _ALIGN.get(look.get("text-anchor", ""), Qt.AlignmentFlag.AlignLeft)
    color = QColor(look.get("fill", ""))
    families = (*_families(look), *SERIFS)
    return Field(box, Letters(families, px, bold, align), color if color.isValid() else QColor("black"))


def _number(text: str) -> float:
    """0 for what is none."""
    try:
        number = float(text.strip().removesuffix("px"))
    except ValueError:
        return 0.0
    return number if 0 < number < 100_000 else 0.0


def _has_place(box: QRectF, name: str) -> bool:
    """On the page, and large enough."""
    least = PAGE.width() * (_LEAST_QR if name == QR else _LEAST)
    return PAGE.adjusted(-1, -1, 1, 1).contains(box) and box.width() >= least and box.height() >= least


def _take_out(element: Element, ids: set[str]) -> None:
    for child in list(element):
        if child.get("id") in ids:
            element.remove(child)
        else:
            _take_out(child, ids)


def _words_of(root: Element) -> tuple[str, list[QFont]]:
    """All letters of the template, and the fonts they may be drawn in."""
    text = "".join("".join(element.itertext()) for element in root.iter(f"{SVG}text"))
    families = {family for element in root.iter() for family in _families(_look(element))}
    fonts = []
    for family in sorted(families)[:20]:
        for bold in (False, True):
            font = QFont(family)
            font.setBold(bold)
            fonts.append(font)
    return text, fonts
