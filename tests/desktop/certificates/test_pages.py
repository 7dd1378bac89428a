"""Certificates as they are read, scanned and printed."""

import threading

import pypdfium2  # type: ignore[import-untyped]
import pytest
from PIL import Image
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF, QRawFont
from PySide6.QtWidgets import QApplication

from contract.wire.awards import CertificateFacts
from desktop.certificates import words
from desktop.certificates.errors import LettersMissingError, TextTooLongError
from desktop.certificates.fitting import Letters, Line, fitted
from desktop.certificates.making import page_of, pdf_of
from desktop.certificates.template import QR, SERIFS, Template, load_template
from tests.desktop.certificates.given import (
    SERVER,
    TEMPLATE,
    certificate,
    of_organization,
    of_work,
    picture_of,
    qr_says,
    texts_of,
)

COMPANY = "国家电网有限公司华东分部工会委员会"
HOLDERS = (
    "张三", "欧阳·买买提江·阿不都热合曼", f"{COMPANY}职工服务中心", COMPANY * 7, "“铁军”班组（第3小队）'A'", "龘靐齉爩",
    "C919首飞班组", "山西一工会",
)  # fmt: skip

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def template() -> Template:
    """Ours."""
    return load_template(TEMPLATE)


def made(facts: CertificateFacts, template: Template) -> bytes:
    """Its PDF."""
    return pdf_of([page_of(facts, SERVER, template)], template)


def lines_of(facts: CertificateFacts, template: Template, field: str) -> list[Line]:
    """What stands in a field."""
    box, text = template.fields[field].box, words.texts(facts)[field].replace("\n", "")
    return [line for line, _ in page_of(facts, SERVER, template).lines if box.contains(line.at) and line.text in text]


@pytest.mark.parametrize("holder", HOLDERS)
def test_what_is_read_is_what_was_given(template: Template, holder: str) -> None:
    for facts in (certificate(holder=holder), of_organization(holder=holder), of_work(title=holder, holder=holder)):
        (text,) = texts_of(made(facts, template))
        for field, said in words.texts(facts).items():
            assert "".join(said.split()) in text, field
        for said in ("荣誉证书", "兹授予", "全国总工会宣传教育部"):
            assert said in text


def test_nothing_of_a_work_on_others_certificates(template: Template) -> None:
    assert "作品" in texts_of(made(of_work(), template))[0]
    assert "作品" not in texts_of(made(certificate(), template))[0]


def test_one_page_of_a4_landscape_with_its_fonts_and_its_title(template: Template) -> None:
    pdf = made(certificate(), template)
    with pypdfium2.PdfDocument(pdf) as document:
        assert [tuple(map(round, document.get_page_size(at))) for at in range(len(document))] == [(842, 595)]
        assert document.get_metadata_value("Title") == "荣誉证书 CERT-24-000001 张三"
    assert pdf.count(b"/Type /FontDescriptor") == pdf.count(b"/FontFile2 ") > 0
    if "Noto Serif CJK SC" in QRawFont.fromFont(lines_of(certificate(), template, "holder")[0].font).familyName():
        assert b"NotoSerifCJKsc" in pdf


@pytest.mark.parametrize("facts", [certificate(), of_work(77), of_organization(999_999)])
def test_the_qr_code_as_printed_is_the_address(template: Template, facts: CertificateFacts) -> None:
    side = min(template.fields[QR].box.width(), template.fields[QR].box.height())
    modules = qr_says(made(facts, template), f"{SERVER}/verify/{words.texts(facts)['code']}", template.fields[QR].box)
    assert side / modules > 6, "tenths of a millimetre: a module is wide enough for phones"


@pytest.mark.parametrize("length", [1, 5, 13, 20, 30, 45, 60, 90, 120])
@pytest.mark.parametrize("letter", ["长", "𠮷", "W"])
def test_names_shrink_then_wrap_and_are_never_cut(template: Template, letter: str, length: int) -> None:
    lines = lines_of(certificate(holder=letter * length), template, "holder")
    assert "".join(line.text for line in lines) == letter * length
    box = template.fields["holder"].box
    for line in lines:
        size = line.font.pixelSize()
        drawn = QRectF(
            line.at.x(), line.at.y() - 0.88 * size, QFontMetricsF(line.font).horizontalAdvance(line.text), size
        )
        assert box.adjusted(-1, -1, 1, 1).contains(drawn), (line, box)
    if length == 1:
        assert lines[0].font.pixelSize() == template.fields["holder"].letters.px


def test_two_lines_are_of_nearly_one_length(template: Template) -> None:
    first, second = lines_of(certificate(holder=COMPANY * 2), template, "holder")
    assert abs(len(first.text) - len(second.text)) <= 2


def test_no_line_begins_with_a_mark() -> None:
    letters = Letters(SERIFS, 100, False, load_template(TEMPLATE).fields["text"].letters.align)
    for width in range(600, 1_500, 37):
        found = fitted(
            "一二三四五，六七八九十，一二三四五。六七八九十。" * 2,
            letters,
            QRectF(0, 0, width, 2_000),
            wraps_first=True,
        )
        assert found
        assert not [line.text for line in found if line.text[0] in "，。"]


def test_what_has_no_room_is_told_with_number_and_field(template: Template) -> None:
    with pytest.raises(TextTooLongError) as caught:
        page_of(certificate(7, "长" * 4_000), SERVER, template)
    assert (caught.value.number, caught.value.field) == ("CERT-24-000007", "holder")


def test_a_letter_that_no_font_has_is_told_instead_of_a_box(template: Template) -> None:
    with pytest.raises(LettersMissingError) as caught:
        page_of(certificate(7, "张\U0010fffd三"), SERVER, template)
    assert caught.value.number == "CERT-24-000007"


def test_rare_letters_are_drawn(template: Template) -> None:
    """𠮷 is no 吉: their pictures differ. Its text cannot be searched for, but stands in the title (decision 0062)."""
    with pypdfium2.PdfDocument(made(certificate(holder="𠮷野"), template)) as document:
        assert document.get_metadata_value("Title") == "荣誉证书 CERT-24-000001 𠮷野"
    box = template.fields["holder"].box
    pictures = []
    for holder in ("𠮷野", "吉野", "𩸽野"):
        picture = picture_of(made(certificate(holder=holder), template))
        pictures.append(picture.crop((int(box.left()), int(box.top()), int(box.right()), int(box.bottom()))).tobytes())
    assert len(set(pictures)) == 3


def test_the_placeholders_are_not_painted(template: Template) -> None:
    """Where no letters stand the paper is as around it."""
    picture: Image.Image = picture_of(made(certificate(), template)).convert("RGB")
    box = template.fields["work"].box
    inside = picture.getpixel((int(box.left()) + 5, int(box.center().y())))
    outside = picture.getpixel((int(box.left()) - 15, int(box.center().y())))
    assert inside == outside


def test_many_pages_in_order(template: Template) -> None:
    pages = [page_of(certificate(n, f"姓名{n}"), SERVER, template) for n in range(1, 6)]
    told: list[int] = []
    pdf = pdf_of(pages, template, told.append)
    assert told == [1, 2, 3, 4, 5]
    texts = texts_of(pdf)
    assert [f"姓名{n}" in texts[n - 1] and f"CERT-24-{n:06}" in texts[n - 1] for n in range(1, 6)] == [True] * 5
    with pypdfium2.PdfDocument(pdf) as document:
        assert document.get_metadata_value("Title") == "荣誉证书 CERT-24-000001 至 CERT-24-000005（5 份）"


def test_it_is_made_off_the_ui_thread(qapp: QApplication) -> None:
    texts: list[str] = []
    worker = threading.Thread(target=lambda: texts.extend(texts_of(made(certificate(), load_template(TEMPLATE)))))
    worker.start()
    while worker.is_alive():
        qapp.processEvents()
    worker.join()
    assert "张三" in texts[0]
