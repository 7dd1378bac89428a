"""The template of a member list."""

from pathlib import Path
from typing import Final

ROWS_FORMATTED: Final = 500
COLUMNS: Final = (("工号", 16), ("姓名", 16), ("手机", 20))
RULES: Final = (
    "第一行是列名，请勿改动；列的顺序可以调整。",
    "姓名和手机必填；手机为 11 位大陆手机号，姓名须与职工申请时填写的一致。",
    "工号可以不填；以 0 开头的工号请保持“文本”格式。",
    "每个文件最多 5,000 行；请填写内容，不要使用公式。",
)


class TemplateNotSavedError(Exception):
    """The template could not be written; `in_use` when a file of that name is open in another program."""

    def __init__(self, *, in_use: bool) -> None:
        super().__init__("in use" if in_use else "not writable")
        self.in_use = in_use


def save_template(path: Path) -> None:
    """Write the template beside and move it into place; raises TemplateNotSavedError, a file there is then kept."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font, PatternFill

    book = Workbook()
    sheet = book.active
    sheet.title = "成员名单"
    for place, (heading, width) in enumerate(COLUMNS, 1):
        cell = sheet.cell(1, place, heading)
        cell.font = Font(bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", fgColor="1F4E79")
        cell.alignment = Alignment(horizontal="center")
        sheet.column_dimensions[cell.column_letter].width = width
        for row in range(2, ROWS_FORMATTED + 2):
            sheet.cell(row, place).number_format = "@"
    sheet.freeze_panes = "A2"
    rules = book.create_sheet("填写说明")
    rules.column_dimensions["A"].width = 80
    for text in RULES:
        rules.append([text])
    beside = path.with_name(f".{path.name}.part")
    try:
        book.save(beside)
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise TemplateNotSavedError(in_use=isinstance(error, PermissionError)) from error
