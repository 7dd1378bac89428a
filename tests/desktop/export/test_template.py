"""Letterheads that staff bring: good ones, incomplete ones, hostile ones."""

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.drawing.image import Image as Picture
from openpyxl.styles import Font, PatternFill
from PIL import Image

from desktop.export.cover import COVER_NAMES
from desktop.export.errors import (
    ExportError,
    TemplateIncompleteError,
    TemplateSuspiciousError,
    TemplateUnreadableError,
)
from desktop.export.saving import export_boards
from desktop.export.template import FILE_BYTES, SAMPLES
from tests.desktop.export.boards import OPTIONS, TEMPLATE, boards


def changed(path: Path, change: Callable[[Any], object]) -> Path:
    """Our template with a change."""
    book = load_workbook(TEMPLATE)
    change(book)
    book.save(path)
    return path


def fault(template: Path, folder: Path) -> ExportError:
    """Why it is refused; nothing is left of the attempt."""
    target = folder / "out.xlsx"
    with pytest.raises(ExportError) as caught:
        export_boards(boards(), OPTIONS, target, template)
    assert not [path for path in folder.iterdir() if path.name.startswith((".", "out"))]
    return caught.value


def test_a_letterhead_of_ones_own(tmp_path: Path) -> None:
    """Other cells, a picture, fonts and fills; further sheets stay out, their names too."""

    def change(book: Any) -> None:
        cover = book["封面"]
        cover.title = "说明"
        for name in COVER_NAMES:
            book.defined_names[name].attr_text = book.defined_names[name].attr_text.replace("封面", "说明")
        book.defined_names["活动"].attr_text = "说明!$D$30"
        cover["D30"].font = Font("宋体", size=26)
        cover["A40"] = "某某省总工会"
        file = BytesIO()
        Image.new("RGB", (40, 20), "#00FF00").save(file, "PNG")
        cover.add_image(Picture(file), "F1")
        book["样式"]["A4"].fill = PatternFill("solid", fgColor="00FF00")
        book["样式"]["A2"].font = Font("楷体", size=15)
        book.create_sheet("赛区榜")["A1"] = "=1+1"

    export_boards(boards(), OPTIONS, tmp_path / "out.xlsx", changed(tmp_path / "own.xlsx", change))
    book = load_workbook(tmp_path / "out.xlsx")
    assert book.sheetnames == ["说明", "赛区榜", "组织榜", "作品热榜", "达人榜", "周增长", "图表"]
    assert book["说明"]["D30"].value == "全国职工岗位“云讲述”活动"
    assert book["说明"]["D30"].font.name == "宋体"
    assert book["说明"]["A40"].value == "某某省总工会"
    assert book["赛区榜"]["A1"].value == "名次"
    assert book["赛区榜"]["A1"].font.name == "楷体"
    assert book["赛区榜"]["B3"].fill.fgColor.rgb == "0000FF00"
    pictures = [Image.open(BytesIO(picture._data())) for picture in book["说明"]._images]
    assert [picture.size for picture in pictures] == [(192, 192), (40, 20)]
    assert pictures[1].convert("RGB").getpixel((3, 3)) == (0, 255, 0)
    assert set(book.defined_names) == set(COVER_NAMES)


@pytest.mark.parametrize("name", ["截止", "不计清单", "样式_表头"])
def test_a_missing_name_is_told(tmp_path: Path, name: str) -> None:
    def change(book: Any) -> None:
        del book.defined_names[name]

    error = fault(changed(tmp_path / "own.xlsx", change), tmp_path)
    assert isinstance(error, TemplateIncompleteError)
    assert error.names == (name,)


def test_names_that_stand_for_no_cell(tmp_path: Path) -> None:
    def change(book: Any) -> None:
        for name, text in (("活动", "#REF!"), ("周次", "没有!$A$1"), ("开始", '"2024"'), ("结束", "封面!$4:$4")):
            book.defined_names[name].attr_text = text

    error = fault(changed(tmp_path / "own.xlsx", change), tmp_path)
    assert isinstance(error, TemplateIncompleteError)
    assert error.names == ("活动", "周次", "开始", "结束")


def test_names_of_one_sheet_and_ranges_do_as_well(tmp_path: Path) -> None:
    def change(book: Any) -> None:
        book["封面"].defined_names["截止"] = book.defined_names.pop("截止")
        book.defined_names["规则"].attr_text = "封面!$C$12:$E$12"

    export_boards(boards(), OPTIONS, tmp_path / "out.xlsx", changed(tmp_path / "own.xlsx", change))
    assert str(load_workbook(tmp_path / "out.xlsx")["封面"]["C12"].value).startswith("热度 = ")


def test_the_names_are_written_down() -> None:
    text = (TEMPLATE.parents[1] / "docs" / "weekly-template.zh.md").read_text("utf-8")
    assert not [name for name in (*COVER_NAMES, *SAMPLES) if name not in text]


def test_no_names_at_all(tmp_path: Path) -> None:
    error = fault(changed(tmp_path / "own.xlsx", lambda book: book.defined_names.clear()), tmp_path)
    assert isinstance(error, TemplateIncompleteError)
    assert error.names == (*COVER_NAMES, *SAMPLES)


def test_files_that_are_no_workbooks(tmp_path: Path) -> None:
    whole = TEMPLATE.read_bytes()
    (tmp_path / "text.xlsx").write_text("抬头")
    (tmp_path / "old.xlsx").write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600))
    (tmp_path / "cut.xlsx").write_bytes(whole[: len(whole) // 2])
    with zipfile.ZipFile(tmp_path / "zip.xlsx", "w") as parts:
        parts.writestr("a.txt", "x")
    (tmp_path / "folder.xlsx").mkdir()
    for name in ("text", "old", "cut", "zip", "folder", "nowhere"):
        assert type(fault(tmp_path / f"{name}.xlsx", tmp_path)) is TemplateUnreadableError


def with_part(path: Path, name: str, content: bytes) -> Path:
    """Our template with another part, or one more."""
    with zipfile.ZipFile(TEMPLATE) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for part in {*old.namelist(), name}:
            new.writestr(part, content if part == name else old.read(part))
    return path


def test_hostile_files(tmp_path: Path) -> None:
    bomb = with_part(tmp_path / "bomb.xlsx", "xl/worksheets/sheet1.xml", bytes(60 * 1024 * 1024))
    assert bomb.stat().st_size < 1024 * 1024
    assert type(fault(bomb, tmp_path)) is TemplateSuspiciousError
    (tmp_path / "large.xlsx").write_bytes(bytes(FILE_BYTES + 1))
    assert type(fault(tmp_path / "large.xlsx", tmp_path)) is TemplateSuspiciousError
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 20}">' for n in range(1, 12))
    laughs = f'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY e0 "笑">{entities}]><worksheet>&e11;</worksheet>'
    broken = with_part(tmp_path / "laughs.xlsx", "xl/worksheets/sheet1.xml", laughs.encode())
    assert type(fault(broken, tmp_path)) is TemplateUnreadableError
