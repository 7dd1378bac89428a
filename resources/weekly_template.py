"""Makes weekly_template.xlsx beside this file: `python resources/weekly_template.py`.

A letterhead of one's own may replace it: any workbook does that has the named cells below on one sheet, and the four
samples (样式_…) on any. Other sheets are left out; pictures on the cover stay.
"""

from io import BytesIO
from pathlib import Path

from openpyxl import Workbook
from openpyxl.drawing.image import Image as Picture
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.workbook.defined_name import DefinedName
from PIL import Image, ImageDraw

FONT = "微软雅黑"
RED, TINT, BAND, LINE, INK, GREY = "BC1D23", "FAEBEB", "F6F7F9", "C9CFD6", "1A1D21", "5F6772"
FIELDS = (
    (("开始", "本周开始"), ("结束", "本周结束")),
    (("截止", "统计截止"), ("状态", "状态")),
    (("封榜时间", "封榜时间"), ("封榜人", "封榜人")),
    (("版次", "版次"), ("排序", "排序")),
    (("计入作品", "计入作品（件）"), ("停用作品", "账号停用未计（件）")),
    (("导出时间", "导出时间"), ("导出人", "导出人")),
)
WIDE = (("修订原因", "修订原因"), ("范围", "范围"), ("规则", "热度规则"), ("榜单", "榜单"), ("摘要", "数据摘要"))
LIST = ("编号", "作品", "赛区", "不计入的理由")


def logo() -> Picture:
    """The mark of the desk: a cloud with a play sign."""
    image = Image.new("RGBA", (384, 384))
    draw = ImageDraw.Draw(image)
    draw.rounded_rectangle((0, 0, 383, 383), 80, fill=f"#{RED}")
    for box in ((70, 170, 200, 290), (120, 100, 270, 260), (200, 160, 320, 290), (120, 200, 270, 290)):
        draw.ellipse(box, fill="white")
    draw.polygon(((170, 165), (170, 255), (245, 210)), fill=f"#{RED}")
    file = BytesIO()
    image.resize((192, 192), Image.Resampling.LANCZOS).save(file, "PNG")
    picture = Picture(file)
    picture.width = picture.height = 48
    return picture


def main() -> None:
    """Writes the file."""
    book = Workbook()
    book._fonts[0] = Font(FONT, size=11)
    book._named_styles["Normal"].font = Font(FONT, size=11)
    cover = book.active
    cover.title = "封面"
    cover.sheet_view.showGridLines = False
    for letter, width in zip("ABCDEF", (2, 20, 50, 20, 46, 2), strict=True):
        cover.column_dimensions[letter].width = width

    def name(text: str, cell: str, sheet: str = "封面") -> None:
        column, row = cell[0], cell[1:]
        book.defined_names[text] = DefinedName(text, attr_text=f"'{sheet}'!${column}${row}")

    def field(text: str, label: str, row: int, column: str, value: str) -> None:
        cover[f"{column}{row}"] = label
        cover[f"{column}{row}"].font = Font(FONT, size=10, color=GREY)
        cover[f"{column}{row}"].alignment = Alignment(vertical="center")
        cell = cover[f"{value}{row}"]
        cell.font = Font(FONT, size=11, color=INK)
        cell.alignment = Alignment("left", "center", wrap_text=True)
        name(text, cell.coordinate)
        for each in "BCDE":
            cover[f"{each}{row}"].border = Border(bottom=Side("thin", color="DFE3E8"))

    cover.add_image(logo(), "B1")
    cover.row_dimensions[1].height = 42
    cover["C1"].font = Font(FONT, size=18, bold=True, color=INK)
    cover["C1"].alignment = Alignment("left", "center")
    name("活动", "C1")
    cover["C2"].font = Font(FONT, size=16, bold=True, color=RED)
    cover["C2"].alignment = Alignment("left", "center")
    cover.row_dimensions[2].height = 30
    name("周次", "C2")
    row = 4
    for left, right in FIELDS:
        field(*left, row, "B", "C")
        field(*right, row, "D", "E")
        cover.row_dimensions[row].height = 22
        row += 1
    for text, label in WIDE:
        field(text, label, row, "B", "C")
        cover.merge_cells(f"C{row}:E{row}")
        cover.row_dimensions[row].height = 22
        row += 1
    row += 1
    field("不计作品", "不计入的作品（件）", row, "B", "C")
    cover[f"C{row}"].font = Font(FONT, size=11, bold=True, color=INK)
    row += 1
    for column, label in zip("BCDE", LIST, strict=True):
        cell = cover[f"{column}{row}"]
        cell.value, cell.fill = label, PatternFill("solid", fgColor=TINT)
        cell.font = Font(FONT, size=10, bold=True, color="881216")
        cell.alignment = Alignment(vertical="center")
    cover.row_dimensions[row].height = 22
    cover.print_title_rows = f"{row}:{row}"
    row += 1
    for column in "BCDE":
        cover[f"{column}{row}"].font = Font(FONT, size=10, color=INK)
        cover[f"{column}{row}"].border = Border(bottom=Side("thin", color="DFE3E8"))
    name("不计清单", f"B{row}")
    setup = cover.page_setup
    setup.orientation, setup.paperSize, setup.fitToWidth, setup.fitToHeight = "landscape", 9, 1, 0
    cover.sheet_properties.pageSetUpPr.fitToPage = True
    cover.print_options.horizontalCentered = True
    cover.oddFooter.right.text = "第 &P 页，共 &N 页"

    samples = book.create_sheet("样式")
    thin = Border(bottom=Side("thin", color=LINE))
    looks = (
        ("样式_分节", Font(FONT, size=12, bold=True, color=INK), None, Border()),
        ("样式_表头", Font(FONT, size=10, bold=True, color="881216"), TINT, Border(bottom=Side("medium", color=RED))),
        ("样式_单行", Font(FONT, size=10, color=INK), None, thin),
        ("样式_双行", Font(FONT, size=10, color=INK), BAND, thin),
    )
    for number, (text, font, fill, border) in enumerate(looks, 1):
        cell = samples.cell(number, 1, text.removeprefix("样式_"))
        cell.font, cell.border = font, border
        if fill:
            cell.fill = PatternFill("solid", fgColor=fill)
        if "表头" in text:
            cell.alignment = Alignment("center", "center", wrap_text=True)
        name(text, f"A{number}", "样式")
    book.save(Path(__file__).with_suffix(".xlsx"))


if __name__ == "__main__":
    main()
