"""Certificates as the server gives them, and what a reader finds in their PDF."""

import random
from pathlib import Path
from typing import Any, Final

import pypdfium2  # type: ignore[import-untyped]
import segno
from PIL import Image
from PySide6.QtCore import QRectF

from contract.boards import BoardKind
from contract.certificates import CertificateState, new_code
from contract.wire.awards import CertificateFacts
from desktop.certificates.template import PAGE

TEMPLATE: Final = Path(__file__).parents[3] / "resources" / "certificate_template.svg"
QUIET: Final = 4
SERVER: Final = "https://desk.example.org"
ISSUED: Final = 1_733_846_400_000
"""2024-12-11 00:00 in Shanghai, the day before in UTC."""
STORYTELLER, ORGANIZER = "‘云讲述’达人", "‘云讲述’优秀组织奖"


def certificate(n: int = 1, holder: str = "张三", **changes: Any) -> CertificateFacts:
    """A person's, unless told otherwise; the same each time."""
    facts: dict[str, Any] = {
        "id": f"id-{n}", "version": 1, "number": f"CERT-24-{n:06}", "code": new_code(random.Random(n).randbytes),
        "state": CertificateState.VALID, "list_id": "list-1", "entry_id": f"entry-{n}", "award": STORYTELLER,
        "subject": BoardKind.PERSON, "subject_id": f"worker-{n}", "holder": holder, "title": "", "region": "37",
        "issued_at": ISSUED, "revoked_at": None, "reason": "", "replaces": "", "replaced_by": "",
    }  # fmt: skip
    return CertificateFacts.model_validate(facts | changes)


def of_organization(n: int = 1, holder: str = "鲁源轨道装备公司工会") -> CertificateFacts:
    """An organization's."""
    return certificate(n, holder, award=ORGANIZER, subject=BoardKind.ORGANIZATION)


def of_work(n: int = 1, title: str = "夜班的灯", holder: str = "周小明") -> CertificateFacts:
    """A work's, held by its author."""
    return certificate(n, holder, award="优秀作品", subject=BoardKind.WORK, title=title)


def texts_of(pdf: bytes | Path) -> list[str]:
    """All text of each page, without spaces and line breaks."""
    with pypdfium2.PdfDocument(pdf) as document:
        found = []
        for page in document:
            words = page.get_textpage()
            found.append("".join(str(words.get_text_range()).split()))
            words.close()
            page.close()
        return found


def picture_of(pdf: bytes | Path, page: int = 0, width: int = 2970) -> Image.Image:
    """A page as it is printed."""
    with pypdfium2.PdfDocument(pdf) as document:
        shown = document[page]
        picture: Image.Image = shown.render(scale=width / shown.get_width()).to_pil()
        shown.close()
        return picture


def qr_says(pdf: bytes | Path, content: str, box: QRectF, page: int = 0) -> int:
    """The QR code of a page says this: every module, sampled in its middle at 300 dpi; the quiet zone is white.

    How many modules wide it is, with the quiet zone.
    """
    picture = picture_of(pdf, page, 3508).convert("L")
    scale = picture.width / PAGE.width()
    side = min(box.width(), box.height()) * scale
    left, top = box.center().x() * scale - side / 2, box.center().y() * scale - side / 2
    matrix = segno.make_qr(content, error="m").matrix
    count = len(matrix) + 2 * QUIET
    middles = [(at + 0.5) * side / count for at in range(count)]
    seen = [[picture.getpixel((int(left + x), int(top + y))) for x in middles] for y in middles]
    assert {value for row in seen for value in row} <= {0, 255}, "black and white alone"
    printed = [[value == 0 for value in row] for row in seen]
    inner = [row[QUIET:-QUIET] for row in printed[QUIET:-QUIET]]
    assert inner == [[bool(module) for module in row] for row in matrix]
    assert sum(map(sum, printed)) == sum(map(sum, inner)), "nothing in the quiet zone"
    return count
