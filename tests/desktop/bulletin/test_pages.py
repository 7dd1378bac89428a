"""The A4 page and the long picture."""

import threading
from dataclasses import replace

import pypdfium2  # type: ignore[import-untyped]
import pytest
from PIL import Image
from PySide6.QtGui import QImage, QRawFont
from PySide6.QtWidgets import QApplication

from contract.boards import BoardKind
from contract.campaign import from_ms
from desktop.bulletin.content import Bulletin, bulletin_of
from desktop.bulletin.forms import PAGE, PHONE
from desktop.bulletin.layout import Sheet, sheet_of
from desktop.bulletin.making import PICTURE_WIDTH, page_picture_of, pdf_of, picture_of, png_of
from desktop.bulletin.shapes import Box, Text, elided, font_of, width_of
from desktop.ui.theme import load_theme
from tests.desktop.bulletin.reading import A4_POINTS, pages_of, text_of
from tests.desktop.bulletin.weeks import board_of, boards_of, named, only, revised, unsealed

REASON = "两地共 37 件作品因导入重复计入上周点赞，复核后扣减；同时补记因网络中断未到达的播放与收藏。" * 4
LONG = "国家电网有限公司华东分部工会委员会" * 6
FAMILY = "👨\u200d👩\u200d👧\u200d👦"

pytestmark = pytest.mark.usefixtures("qapp")


def weeks() -> dict[str, Bulletin]:
    """Bulletins of all sorts of weeks."""
    boards = boards_of()
    crowded = {kind: named(board, [LONG] * 11) for kind, board in boards.items()}
    return {
        "sealed": bulletin_of(11, boards),
        "region": bulletin_of(11, only(boards, "51")),
        "revised": bulletin_of(11, revised(crowded, 12, REASON)),
        "open": bulletin_of(11, unsealed(boards, boards[BoardKind.WORK].at - 7_000_000)),
        "first": bulletin_of(1, boards_of(1)),
        "last": bulletin_of(17, boards_of(17)),
        "no works": bulletin_of(11, {kind: board for kind, board in boards.items() if kind is not BoardKind.WORK}),
        "empty": bulletin_of(11, {}),
        "no names": bulletin_of(11, {kind: named(board, ["\n"] * 11) for kind, board in boards.items()}),
        "one word": bulletin_of(11, {kind: named(board, ["Wolfram" * 40] * 11) for kind, board in boards.items()}),
        "rare": bulletin_of(11, {kind: named(board, ["𠮷𩸽" * 40] * 11) for kind, board in boards.items()}),
        "emoji": bulletin_of(11, {kind: named(board, [FAMILY * 30] * 11) for kind, board in boards.items()}),
    }


def texts(sheet: Sheet) -> list[Text]:
    """Its lines of letters."""
    return [shape for shape in sheet.shapes if isinstance(shape, Text)]


def bounds(shape: Text | Box) -> tuple[float, float, float, float]:
    """Left, top, right and bottom."""
    if isinstance(shape, Box):
        return shape.x, shape.y, shape.x + shape.width, shape.y + shape.height
    em = shape.type.px
    return shape.x, shape.y - 0.88 * em, shape.x + width_of(shape.text, shape.type), shape.y + 0.12 * em


@pytest.mark.parametrize("kind", weeks())
def test_every_week_is_one_a4_page(kind: str) -> None:
    assert pages_of(pdf_of(weeks()[kind])) == [A4_POINTS]


@pytest.mark.parametrize("width", [PAGE.width, PHONE.width])
@pytest.mark.parametrize("kind", weeks())
def test_nothing_leaves_the_sheet_and_no_letters_meet(kind: str, width: float) -> None:
    sheet = sheet_of(weeks()[kind], width)
    for shape in sheet.shapes:
        left, top, right, bottom = bounds(shape)
        assert left >= 0, shape
        assert top >= 0, shape
        assert right <= sheet.width + 0.01, shape
        assert bottom <= sheet.height, shape
    placed = [(bounds(text), text) for text in texts(sheet)]
    for index, (one, text) in enumerate(placed):
        for other, beside in placed[index + 1 :]:
            apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
            assert apart, (text, beside)


@pytest.mark.parametrize("kind", weeks())
def test_boards_end_above_the_notes(kind: str) -> None:
    boxes = [shape for shape in sheet_of(weeks()[kind]).shapes if isinstance(shape, Box)]
    rule = next(box.y for box in boxes if box.color == "line2" and box.width == PAGE.inner)
    assert rule - max(box.y + box.height for box in boxes if box.y != rule) >= 10


def test_no_room_is_left_for_a_revision_that_is_not() -> None:
    plain, second = (
        sheet_of(bulletin_of(11, boards), PHONE.width) for boards in (boards_of(), revised(boards_of(), 2, "更正"))
    )
    assert second.height - plain.height == PHONE.body.px * 1.5


def test_names_of_all_boards_are_found_in_the_pdf() -> None:
    bulletin = bulletin_of(11, boards_of())
    text = text_of(pdf_of(bulletin))
    shown = [elided.rstrip("…") for elided in (line.name[:12] for one in bulletin.sections for line in one.lines)]
    assert len(shown) == 40
    assert not [name for name in shown if name not in text]
    for words in (
        "云讲述周报",
        "第 11 周",
        "全国",
        "2024 年 10 月 14 日（周一）至 20 日（周日）",
        "24:00",
        "9f2c41d07ab8",
    ):
        assert words in text
    assert "修订" not in text
    assert "未封榜" not in text


def test_every_line_of_the_page_is_found_in_the_pdf() -> None:
    bulletin = bulletin_of(11, revised(boards_of(), 2, "C919 首飞班组的 3 件作品重复计入，一并扣减"))
    text = text_of(pdf_of(bulletin))
    assert not [shape.text for shape in texts(sheet_of(bulletin)) if shape.text not in text]


def test_letters_of_one_shape_with_others_are_found() -> None:
    """⼭ and 山 look alike; a search knows only the second."""
    board = named(
        board_of(BoardKind.ORGANIZATION), ["山西一工人文化宫", "长治水电", "C919 与 T3 航站楼", "二〇二四–乙·Ａ"]
    )
    text = text_of(pdf_of(bulletin_of(11, {BoardKind.ORGANIZATION: board})))
    for row in board.rows:
        assert row.name in text, row.name


def test_fonts_are_in_the_pdf() -> None:
    pdf = pdf_of(bulletin_of(11, boards_of()))
    assert pdf.count(b"/Type /FontDescriptor") == pdf.count(b"/FontFile2 ") > 0
    if QRawFont.fromFont(font_of(12, False)).familyName() == "Noto Sans CJK SC":
        assert b"NotoSansCJKsc" in pdf


def test_the_picture_says_what_the_page_says() -> None:
    """All of it, if names are short enough for both; only where lines end may differ."""
    boards = {kind: named(board, [row.name[:8] for row in board.rows]) for kind, board in boards_of().items()}
    for week in ({}, boards, unsealed(boards, 1_729_146_720_000), only(boards, "51"), revised(boards, 3, REASON[:60])):
        said = [
            sorted("".join(shape.text for shape in texts(sheet_of(bulletin_of(11, week), width))).replace(" ", ""))
            for width in (PAGE.width, PHONE.width)
        ]
        assert said[0] == said[1]
        assert "…" not in said[0]


def test_the_picture_is_as_wide_as_phones_want_and_as_tall_as_needed() -> None:
    full, empty = (picture_of(weeks()[kind]) for kind in ("sealed", "empty"))
    assert full.width() == empty.width() == PICTURE_WIDTH
    assert full.height() > 2 * empty.height()
    png = QImage.fromData(png_of(weeks()["sealed"]))
    assert png.convertToFormat(QImage.Format.Format_RGB32) == full


def test_equal_weeks_give_equal_bytes() -> None:
    one, again = (bulletin_of(11, boards_of()) for _ in range(2))
    assert pdf_of(one) == pdf_of(again)
    assert png_of(one) == png_of(again)
    assert pdf_of(one) != pdf_of(bulletin_of(11, revised(boards_of(), 2, "更正")))


def test_the_pdf_is_dated_as_its_boards_are() -> None:
    bulletin = weeks()["sealed"]
    pdf, moment = pdf_of(bulletin), from_ms(bulletin.at).astimezone()
    assert pdf.count(f"Date (D:{moment:%Y%m%d%H%M%S}".encode()) == 2
    assert pdf.count(f'Date="{moment:%Y-%m-%dT%H:%M:%S}'.encode()) == 3


def test_missing_boards_say_so() -> None:
    text = text_of(pdf_of(weeks()["empty"]))
    assert text.count("本周没有数据") == 5
    assert text_of(pdf_of(weeks()["no works"])).count("本周没有数据") == 1


def test_an_open_week_is_marked() -> None:
    assert "未封榜" in text_of(pdf_of(weeks()["open"]))


def test_long_names_end_with_dots_at_whole_letters() -> None:
    board = named(board_of(BoardKind.WORK), [LONG] * 11)
    for width, lines in ((PAGE.width, 1), (PHONE.width, 2)):
        sheet = sheet_of(bulletin_of(11, {BoardKind.WORK: board}), width)
        names = [shape.text for shape in texts(sheet) if shape.type.px > 11 and shape.text.rstrip("…") in LONG]
        whole = ["".join(names[start : start + lines]) for start in range(0, len(names), lines)]
        assert len(whole) == 10
        assert all(name.endswith("…") and LONG.startswith(name[:-1]) and len(name) > 12 for name in whole)


def test_names_have_a_second_line_on_phones() -> None:
    title = "塔吊上的新质生产力：一名女司机"
    sheet = sheet_of(bulletin_of(11, {BoardKind.WORK: named(board_of(BoardKind.WORK), [title] * 11)}), PHONE.width)
    assert "".join(shape.text for shape in texts(sheet)).count(title) == 10


def test_joined_emoji_are_never_cut_in_half() -> None:
    type = PAGE.body
    for width in range(30, 300, 7):
        text = elided(FAMILY * 30, type, width)
        assert text.endswith("…")
        assert text[:-1] == FAMILY * (len(text[:-1]) // len(FAMILY))


def test_bars_compare_this_week_with_the_last() -> None:
    sheet = sheet_of(bulletin_of(11, boards_of()))
    colors = [shape.color for shape in sheet.shapes if isinstance(shape, Box) and shape.height < 9 and shape.width > 9]
    assert colors.count("barAlt") == 10
    assert colors.count("barPrev") == 10
    board = board_of(BoardKind.REGION)
    fallen = replace(
        board, rows=[row._replace(recent=[row.recent[0], row.gain._replace(heat=-9)]) for row in board.rows]
    )
    assert "barAlt" not in {
        shape.color
        for shape in sheet_of(bulletin_of(11, {BoardKind.REGION: fallen})).shapes
        if isinstance(shape, Box) and shape.width > 9
    }


def test_one_region_is_red_where_it_stands() -> None:
    image = page_picture_of(weeks()["region"], 1588)
    red = load_theme("light").color("barNow").rgb()
    rows = {y for y in range(200, image.height()) for x in range(80, 760, 5) if image.pixelColor(x, y).rgb() == red}
    assert 10 < len(rows) < 70


def test_the_page_looked_at_is_the_page_in_the_pdf() -> None:
    """They differ in the edges of letters alone."""
    bulletin = weeks()["sealed"]
    with pypdfium2.PdfDocument(pdf_of(bulletin)) as document:
        page = document[0]
        printed = page.render(scale=800 / 595).to_pil().convert("L")
        page.close()
    image = page_picture_of(bulletin, printed.width).convertToFormat(QImage.Format.Format_Grayscale8)
    size = image.width(), image.height()
    painted = Image.frombytes("L", size, bytes(image.constBits()), "raw", "L", image.bytesPerLine())
    coarse = [picture.resize((80, 112), Image.Resampling.BOX).tobytes() for picture in (printed, painted)]
    differences = [abs(one - other) for one, other in zip(*coarse, strict=True)]
    assert min(coarse[0]) < 100
    assert sum(differences) / len(differences) < 3


def test_it_is_made_off_the_ui_thread(qapp: QApplication) -> None:
    bulletin, made = weeks()["sealed"], []
    worker = threading.Thread(target=lambda: made.extend([pdf_of(bulletin), png_of(bulletin)]))
    worker.start()
    while worker.is_alive():
        qapp.processEvents()
    worker.join()
    assert made == [pdf_of(bulletin), png_of(bulletin)]
