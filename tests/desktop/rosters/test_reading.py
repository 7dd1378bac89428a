"""Member lists in real .xlsx files: good ones, odd ones, hostile ones."""

import zipfile
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from contract.roster import ROWS_MAX, RowError
from desktop.rosters import reading
from desktop.rosters.reading import FileFault, RosterFileError, read_file
from desktop.rosters.template import TemplateNotSavedError, save_template


def book(path: Path, *rows: list[Any]) -> Path:
    workbook = Workbook()
    for row in rows:
        workbook.active.append(row)
    workbook.save(path)
    return path


def fault(path: Path) -> FileFault:
    with pytest.raises(RosterFileError) as caught:
        read_file(path)
    return caught.value.fault


def test_any_order_numbers_full_width_and_blanks(tmp_path: Path) -> None:
    """Titles above the headings and empty rows are left out; lines have Excel's numbers."""
    path = book(
        tmp_path / "a.xlsx",
        ["鲁源风电 2024 年成员"],
        ["手机号码", "备注", " 姓 名 *", "工号"],
        [13800000001, "x", "陈伟华", 7],
        [],
        ["１３８ ００００ ０００２", None, " 李梅 ", "007"],
        [13800000003.0, None, "王强", None],
    )
    lines = read_file(path)
    assert [line.number for line in lines] == [3, 5, 6]
    assert [line.error for line in lines] == [None] * 3
    assert [(line.employee_no, line.name) for line in lines] == [("7", "陈伟华"), ("007", "李梅"), ("", "王强")]
    assert (lines[0].phone, lines[2].phone) == ("13800000001", "13800000003")


def test_each_error_is_told(tmp_path: Path) -> None:
    path = book(
        tmp_path / "a.xlsx",
        ["工号", "姓名", "手机"],
        [1, "甲", "13800000001"],
        [2, "乙", "１３８００００００01"],
        [3, "", "13800000003"],
        [4, "丁", ""],
        [5, "戊", "0531-1234567"],
        [6, "己", '="138"&"00000006"'],
        [7, "长" * 41, "13800000007"],
        [8, "a\u200bb", "13800000008"],
    )
    assert [line.error for line in read_file(path)] == [
        None, RowError.TWICE, RowError.NO_NAME, RowError.NO_PHONE, RowError.BAD_PHONE, RowError.FORMULA,
        RowError.TOO_LONG, RowError.BAD_TEXT,
    ]  # fmt: skip


def test_files_that_are_none(tmp_path: Path) -> None:
    (tmp_path / "text.xlsx").write_text("工号,姓名,手机")
    assert fault(tmp_path / "text.xlsx") is FileFault.NOT_A_WORKBOOK
    (tmp_path / "old.xls").write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600))
    assert fault(tmp_path / "old.xls") is FileFault.OLD_OR_LOCKED
    with zipfile.ZipFile(tmp_path / "zip.xlsx", "w") as parts:
        parts.writestr("../outside.xml", "x")
    assert fault(tmp_path / "zip.xlsx") is FileFault.NOT_A_WORKBOOK
    assert fault(tmp_path / "nowhere.xlsx") is FileFault.MISSING
    assert fault(tmp_path) is FileFault.MISSING
    assert fault(book(tmp_path / "b.xlsx", ["甲", "乙"])) is FileFault.NO_HEADINGS
    assert fault(book(tmp_path / "c.xlsx", ["姓名", "手机"])) is FileFault.NO_LINES


def test_a_cut_file(tmp_path: Path) -> None:
    whole = book(tmp_path / "a.xlsx", ["姓名", "手机"], ["甲", "13800000001"]).read_bytes()
    (tmp_path / "cut.xlsx").write_bytes(whole[: len(whole) // 2])
    assert fault(tmp_path / "cut.xlsx") is FileFault.NOT_A_WORKBOOK


def _with_part(tmp_path: Path, name: str, content: bytes) -> Path:
    """A workbook whose part `name` is another one."""
    whole = book(tmp_path / "whole.xlsx", ["姓名", "手机"], ["甲", "13800000001"])
    target = tmp_path / "hostile.xlsx"
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, content if part == name else old.read(part))
    return target


def test_a_zip_bomb(tmp_path: Path) -> None:
    """60 MB of nothing in 60 KB."""
    path = _with_part(tmp_path, "xl/worksheets/sheet1.xml", bytes(60 * 1024 * 1024))
    assert path.stat().st_size < 1024 * 1024
    assert fault(path) is FileFault.SUSPICIOUS


def test_a_thousand_parts(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "many.xlsx", "w") as parts:
        for number in range(1_000):
            parts.writestr(str(number), "")
    assert fault(tmp_path / "many.xlsx") is FileFault.SUSPICIOUS


def test_entities_that_explode(tmp_path: Path) -> None:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 20}">' for n in range(1, 12))
    text = f'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY e0 "笑">{entities}]><worksheet>&e11;</worksheet>'
    assert fault(_with_part(tmp_path, "xl/worksheets/sheet1.xml", text.encode())) is FileFault.NOT_A_WORKBOOK


def test_too_large_and_too_many(tmp_path: Path) -> None:
    (tmp_path / "large.xlsx").write_bytes(bytes(reading.FILE_BYTES + 1))
    assert fault(tmp_path / "large.xlsx") is FileFault.TOO_LARGE
    rows = [["甲", 13800000000 + number] for number in range(ROWS_MAX + 1)]
    assert fault(book(tmp_path / "many.xlsx", ["姓名", "手机"], *rows)) is FileFault.TOO_MANY_LINES
    assert len(read_file(book(tmp_path / "just.xlsx", ["姓名", "手机"], *rows[:-1]))) == ROWS_MAX


def test_the_template_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "成员名单模板.xlsx"
    save_template(path)
    assert fault(path) is FileFault.NO_LINES
    filled = load_workbook(path)
    sheet = filled["成员名单"]
    assert (sheet["C2"].number_format, sheet.freeze_panes) == ("@", "A2")
    sheet["B2"], sheet["C2"] = "甲", "13800000001"
    filled.save(path)
    assert [(line.number, line.error) for line in read_file(path)] == [(2, None)]
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


def test_a_template_that_cannot_be_saved(tmp_path: Path) -> None:
    """What lies there is kept; nothing is left beside it."""
    (tmp_path / "folder.xlsx").mkdir()
    with pytest.raises(TemplateNotSavedError):
        save_template(tmp_path / "folder.xlsx")
    assert [one.name for one in tmp_path.iterdir()] == ["folder.xlsx"]
