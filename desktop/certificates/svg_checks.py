"""What may be in a template: shapes, letters, colour gradients, small pictures inside; nothing from elsewhere.

Templates come from anybody's drawing program. What Qt would follow out of the file, or unfold to more than it is worth,
is refused by name; what drawing programs note for themselves is dropped.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element, ParseError, XMLPullParser

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImageReader

from desktop.certificates.errors import TemplateForbiddenError, TemplateSuspiciousError, TemplateUnreadableError

FILE_BYTES: Final = 2 * 1024 * 1024
ELEMENTS_MAX: Final = 20_000
DEPTH_MAX: Final = 50
PIXELS_MAX: Final = 40_000_000
"""Of all pictures together."""
SVG: Final = "{http://www.w3.org/2000/svg}"
_HREFS: Final = {"href", "{http://www.w3.org/1999/xlink}href"}
_ALLOWED: Final = {
    "svg", "g", "defs", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan",
    "linearGradient", "radialGradient", "stop", "image", "style",
}  # fmt: skip
_DROPPED: Final = {"title", "desc", "metadata"}
_PICTURE: Final = re.compile(r"\s*data:image/(?:png|jpeg);base64,(.*)", re.DOTALL)
_ELSEWHERE: Final = re.compile(r"url\s*\(\s*[\"']?\s*[^#\"'\s]|@import|@font-face|expression\s*\(|\\", re.IGNORECASE)
_CHUNK: Final = 65_536


def checked_svg(data: bytes) -> Element:
    """The root, with nothing in it that could do harm.

    Raises TemplateUnreadableError, TemplateSuspiciousError, TemplateForbiddenError.
    """
    if len(data) > FILE_BYTES:
        raise TemplateSuspiciousError
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise TemplateUnreadableError from error
    if "<!ENTITY" in text:
        raise TemplateForbiddenError("<!ENTITY>")
    root = _parsed(text)
    if root.tag != f"{SVG}svg":
        raise TemplateUnreadableError
    _clean(root)
    if sum(_pixels(picture) for picture in root.iter(f"{SVG}image")) > PIXELS_MAX:
        raise TemplateSuspiciousError
    return root


def _parsed(text: str) -> Element:
    """Counted while it is read, so that no huge tree is ever built."""
    parser: XMLPullParser[Element] = XMLPullParser(("start", "end"))
    root: Element | None = None
    depth = count = 0
    try:
        for event, element in _events(parser, text):
            root = element if root is None else root
            depth += 1 if event == "start" else -1
            count += event == "start"
            if depth > DEPTH_MAX or count > ELEMENTS_MAX:
                raise TemplateSuspiciousError
    except (ParseError, ValueError) as error:
        raise TemplateUnreadableError from error
    if root is None:
        raise TemplateUnreadableError
    return root


def _events(parser: XMLPullParser[Element], text: str) -> Iterator[tuple[str, Element]]:
    for start in range(0, len(text), _CHUNK):
        parser.feed(text[start : start + _CHUNK])
        yield from parser.read_events()  # type: ignore[misc]
    parser.close()
    yield from parser.read_events()  # type: ignore[misc]


def _clean(element: Element) -> None:
    for child in list(element):
        name = child.tag.removeprefix(SVG)
        if name in _DROPPED or name.startswith("{"):
            element.remove(child)
        elif name not in _ALLOWED:
            raise TemplateForbiddenError(f"<{name[:40]}>")
        else:
            _clean(child)
    for name, value in list(element.attrib.items()):
        if name in _HREFS:
            _check_reference(element, value)
        elif name.startswith("{"):
            del element.attrib[name]
        elif name.lower().startswith("on") or _ELSEWHERE.search(value):
            raise TemplateForbiddenError(f"{name[:40]}=…")
    if element.tag == f"{SVG}style" and _ELSEWHERE.search("".join(element.itertext())):
        raise TemplateForbiddenError("<style>")


def _check_reference(element: Element, value: str) -> None:
    inside = value.strip().startswith("#") and element.tag != f"{SVG}image"
    if not inside and not (element.tag == f"{SVG}image" and _PICTURE.fullmatch(value)):
        raise TemplateForbiddenError(f"href={value.strip()[:40]}")


def _pixels(image: Element) -> int:
    """How many a picture unfolds to; raises TemplateForbiddenError for what is none."""
    found = next((match for name in _HREFS if (match := _PICTURE.fullmatch(image.get(name, "")))), None)
    try:
        data = base64.b64decode("".join(found[1].split()), validate=True) if found else b""
    except binascii.Error:
        data = b""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    size = reader.size()
    if reader.format().data() not in (b"png", b"jpeg") or not size.isValid():
        raise TemplateForbiddenError("<image>")
    return size.width() * size.height()
