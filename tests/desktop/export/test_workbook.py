"""What stands in the workbook, read again by openpyxl."""

import random
import re
import zipfile
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from contract.boards import BoardKind, Measure, Numbers, Ranks
from contract.masking import mask_name
from contract.week_board import WeekBoard
from desktop.export.columns import Form, columns_of, displayed
from desktop.export.cover import file_name
from desktop.export.errors import BoardsDisagreeError, NothingToExportError, TooManyRowsError
from desktop.export.options import ExportOptions
from desktop.export.preview import preview
from desktop.export.saving import export_boards
from desktop.export.sheets import SHEET_ROWS
from tests.desktop.export.boards import ODD, OPTIONS, SEALED_AT, TEMPLATE, board, boards, row, sealed

Boards = dict[BoardKind, WeekBoard]
SHOWN = {
    "\t=1": "\t=1", "\r=1": "\n=1", "a\x00b\x0bc": "abc", "坏\ud800\udfff\ufffe\uffff字": "坏字", "两\r\n行": "两\n行",
    "_x000D_": "_x005F_x000D_", "a_x0041_b": "a_x005F_x0041_b",
}  # fmt: skip
"""Titles that are stored otherwise; openpyxl shows escapes as they are stored."""


def saved(path: Path, given: Boards | None = None, options: ExportOptions = OPTIONS) -> Any:
    export_boards(given or boards(), options, path, TEMPLATE)
    return load_workbook(path)


def column(sheet: Any, heading: str) -> list[Any]:
    """Its cells below the heading."""
    headings = [cell.value for cell in sheet[1]]
    return [line[headings.index(heading)] for line in sheet.iter_rows(min_row=2)]


def cover(book: Any) -> dict[str, Any]:
    """The value of each named cell."""
    return {name: book["封面"][named.attr_text.split("!")[1]].value for name, named in book.defined_names.items()}


def test_sheets_rows_and_types(tmp_path: Path) -> None:
    book = saved(tmp_path / "a.xlsx")
    assert book.sheetnames == ["封面", "赛区榜", "组织榜", "作品热榜", "达人榜", "周增长", "图表"]
    assert [book[name].max_row - 1 for name in book.sheetnames[1:5]] == [31, 50, 100, 50]
    works = book["作品热榜"]
    assert [cell.value for cell in works[1]] == [
        "名次", "较上周", "编号", "作品", "作者", "赛区", "本周热度", "环比",
        "累计点赞", "累计收藏", "累计分享", "累计浏览", "累计热度",
    ]  # fmt: skip
    assert {cell.data_type for name in ("编号", "作品", "作者", "赛区") for cell in column(works, name)} == {"s"}
    assert {type(cell.value) for name in ("名次", "本周热度", "累计热度") for cell in column(works, name)} == {int}
    assert {cell.number_format for cell in column(works, "累计热度")} == {"#,##0"}
    assert {cell.data_type for cell in column(book["赛区榜"], "代码")} == {"s"}
    assert not [cell for sheet in book for line in sheet.iter_rows() for cell in line if cell.data_type in "fe"]


def test_movement_and_change(tmp_path: Path) -> None:
    """Places gained as numbers that look like arrows; no percentage of nothing."""
    given = boards()
    book = saved(tmp_path / "a.xlsx", given)
    rows = given[BoardKind.REGION].by(Measure.HEAT)
    moved = [cell.value for cell in column(book["赛区榜"], "较上周")]
    assert moved == ["新" if one.before is None else one.before.heat - one.ranks.heat for one in rows]
    assert "新" in moved
    assert {-1, 0, 1} <= set(moved)
    assert column(book["赛区榜"], "较上周")[0].number_format == '"↑"0;"↓"0;"–"'
    for one, cell in zip(rows, column(book["赛区榜"], "环比"), strict=True):
        assert one.last
        if one.last.heat:
            assert cell.value == pytest.approx(one.gain.heat / one.last.heat - 1)
            assert cell.number_format.endswith("0.0%")
        else:
            assert cell.value is None
    assert [cell.value for cell in column(book["组织榜"], "参与率")] == [pytest.approx(0.4)] * 50


def test_text_stays_text(tmp_path: Path) -> None:
    book = saved(tmp_path / "a.xlsx")
    titles = column(book["作品热榜"], "作品")[: len(ODD)]
    assert [cell.value for cell in titles] == [SHOWN.get(text, text) for text in ODD]
    assert {(cell.data_type, cell.number_format) for cell in titles} == {("s", "@")}
    quoted = [text for text, cell in zip(ODD, titles, strict=True) if cell.quotePrefix]
    assert quoted == list(ODD[:11])


def test_the_xml_holds_no_formula_and_nothing_illegal(tmp_path: Path) -> None:
    saved(tmp_path / "a.xlsx")
    with zipfile.ZipFile(tmp_path / "a.xlsx") as parts:
        sheets = [parts.read(name).decode() for name in parts.namelist() if "worksheets/sheet" in name]
    assert not [text for text in sheets if "<f>" in text or re.search("[\x00-\x08\x0b\x0c\x0e-\x1f]", text)]


def test_long_text_is_cut_where_excel_ends_a_cell(tmp_path: Path) -> None:
    chance = random.Random(1)
    rows = [row(BoardKind.WORK, 1, chance, "长" * 40_000), row(BoardKind.WORK, 2, chance, "𠮷" * 20_000)]
    book = saved(tmp_path / "a.xlsx", {BoardKind.WORK: board(BoardKind.WORK, rows)})
    assert [len(cell.value) for cell in column(book["作品热榜"], "作品")] == [32_767, 16_383]


def test_rows_are_as_high_as_their_text(tmp_path: Path) -> None:
    """No program does that by itself for a file it opens."""
    chance = random.Random(1)
    names = ["短", "长" * 24, "长" * 25, "两\n行", "长" * 100]
    rows = [row(BoardKind.WORK, place, chance, name) for place, name in enumerate(names, 1)]
    sheet = saved(tmp_path / "a.xlsx", {BoardKind.WORK: board(BoardKind.WORK, rows)})["作品热榜"]
    assert [sheet.row_dimensions[number].height for number in range(2, 7)] == [None, None, 32, 32, 77]
    assert sheet["D6"].alignment.wrap_text
    seal = sealed(reason="补录" * 100)
    given = {kind: replace(one, seal=seal) for kind, one in boards().items()}
    book = saved(tmp_path / "b.xlsx", given)
    place = book.defined_names["修订原因"].attr_text.rsplit("$", 1)[1]
    assert book["封面"].row_dimensions[int(place)].height > 60


def test_names_are_masked_unless_wanted(tmp_path: Path) -> None:
    given = boards()
    names = [one.name for one in given[BoardKind.PERSON].by(Measure.HEAT)[:50]]
    authors = [one.author for one in given[BoardKind.WORK].by(Measure.HEAT)[:100]]
    book = saved(tmp_path / "a.xlsx", given)
    assert [cell.value for cell in column(book["达人榜"], "姓名")] == [mask_name(name) for name in names]
    assert [cell.value for cell in column(book["作品热榜"], "作者")] == [mask_name(name) for name in authors]
    book = saved(tmp_path / "b.xlsx", given, replace(OPTIONS, mask_names=False))
    assert [cell.value for cell in column(book["达人榜"], "姓名")] == names


def test_the_cover(tmp_path: Path) -> None:
    seal = sealed(revision=2, reason="补录一场活动", sealed_by="周敏")
    given = {kind: replace(one, seal=seal) for kind, one in boards().items()}
    book = saved(tmp_path / "a.xlsx", given)
    told = cover(book)
    assert told["活动"] == "全国职工岗位“云讲述”活动"
    assert (told["周次"], told["版次"], told["修订原因"], told["封榜人"]) == (11, 2, "补录一场活动", "周敏")
    assert (told["开始"], told["结束"]) == (datetime(2024, 10, 14), datetime(2024, 10, 20))  # noqa: DTZ001
    assert told["截止"] == datetime(2024, 10, 21)  # noqa: DTZ001
    assert told["导出时间"] == datetime(2024, 10, 21, 1, 5)  # noqa: DTZ001
    assert told["规则"].startswith("热度 = 10×点赞 + 5×收藏 + 5×分享 + 1×浏览（规则第 1 版）")
    assert (told["摘要"], told["导出人"], told["范围"]) == ("9f2c" * 16, "孙丽华", "全国")
    assert (told["计入作品"], told["停用作品"], told["不计作品"]) == (18_942, 3, 2)
    first = book["封面"][book.defined_names["不计清单"].attr_text.split("!")[1]]
    listed = [[first.offset(down, across).value for across in range(4)] for down in range(3)]
    assert listed[:2] == [
        ["YJS-24-100007", "画面有其他平台水印的作品，已通知作者重新上传", "四川省", "水印"],
        ["YJS-24-108812", "=别人的作品", "山东省", "重复投稿"],
    ]
    assert listed[2] == [None] * 4
    assert first.offset(1, 1).data_type == "s"
    assert first.offset(1, 1).quotePrefix


def test_live_boards_say_so(tmp_path: Path) -> None:
    given = {kind: replace(one, seal=None, whole=True, at=SEALED_AT - 86_400_000) for kind, one in boards().items()}
    told = cover(saved(tmp_path / "a.xlsx", given))
    assert told["排序"] == "按累计热度"
    assert told["状态"] == "未封榜，数据更新至 2024-10-20 00:05"
    assert told["封榜时间"] is told["摘要"] is told["版次"] is None


def test_the_last_week_ends_on_saturday(tmp_path: Path) -> None:
    told = cover(saved(tmp_path / "a.xlsx", boards(week=17)))
    assert (told["开始"], told["结束"]) == (datetime(2024, 11, 25), datetime(2024, 11, 30))  # noqa: DTZ001
    assert told["结束"].strftime("%a") == "Sat"
    assert told["截止"] == datetime(2024, 12, 1)  # noqa: DTZ001


def test_a_week_without_data(tmp_path: Path) -> None:
    given = {kind: board(kind, [], week=1) for kind in BoardKind}
    book = saved(tmp_path / "a.xlsx", given)
    assert book.sheetnames == ["封面", "赛区榜", "组织榜", "作品热榜", "达人榜", "周增长"]
    assert [book[name]["A2"].value for name in book.sheetnames[1:5]] == ["没有数据"] * 4
    assert not book["赛区榜"].auto_filter.ref


def test_the_first_week_has_nothing_to_compare_with(tmp_path: Path) -> None:
    given = {
        kind: replace(one, rows=[line._replace(recent=line.recent[1:], before=None) for line in one.rows])
        for kind, one in boards(week=1).items()
    }
    book = saved(tmp_path / "a.xlsx", given)
    assert {cell.value for cell in column(book["赛区榜"], "上周热度") + column(book["赛区榜"], "环比")} == {None}
    assert book["周增长"]["A3"].value == "没有数据"


def test_boards_of_one_region(tmp_path: Path) -> None:
    given = {kind: one.only("37") for kind, one in boards().items()}
    book = saved(tmp_path / "a.xlsx", given)
    assert cover(book)["范围"].startswith("山东省")
    assert {cell.value for cell in column(book["组织榜"], "赛区")} == {"山东省"}
    places = [line.ranks.heat for line in given[BoardKind.ORGANIZATION].by(Measure.HEAT)]
    assert [cell.value for cell in column(book["组织榜"], "名次")] == places  # of the whole country
    assert places[0] > 1 or places[-1] > len(places)
    assert book["赛区榜"].max_row == 32
    assert cover(book)["不计作品"] == 1


def test_missing_and_unwanted_boards(tmp_path: Path) -> None:
    given = boards()
    del given[BoardKind.REGION]
    options = replace(OPTIONS, kinds=frozenset({BoardKind.REGION, BoardKind.PERSON}), movement=False, change=False)
    book = saved(tmp_path / "a.xlsx", given, options)
    assert book.sheetnames == ["封面", "达人榜"]
    assert [cell.value for cell in book["达人榜"][1]][:4] == ["名次", "姓名", "赛区", "本周热度"]
    with pytest.raises(NothingToExportError):
        export_boards({BoardKind.WORK: given[BoardKind.WORK]}, options, tmp_path / "b.xlsx", TEMPLATE)
    assert [path.name for path in tmp_path.iterdir()] == ["a.xlsx"]


def test_order_and_number_of_rows(tmp_path: Path) -> None:
    given = boards()
    regions = given[BoardKind.REGION]
    turned = [line._replace(ranks=Ranks(32 - line.ranks.works, *line.ranks[1:])) for line in regions.rows]
    given[BoardKind.REGION] = replace(regions, rows=turned)
    options = replace(OPTIONS, measure=Measure.WORKS, top={BoardKind.REGION: 3})
    book = saved(tmp_path / "a.xlsx", given, options)
    assert [cell.value for cell in column(book["赛区榜"], "代码")] == ["65", "64", "63"]
    assert [cell.value for cell in column(book["赛区榜"], "本周作品数")] == [line.gain.works for line in turned[:27:-1]]
    assert book["作品热榜"].max_row == 131  # whole, and by heat
    assert cover(book)["排序"] == "赛区榜、组织榜、达人榜按本周作品数；作品热榜按本周热度"


def test_growth_lists_who_gained_most(tmp_path: Path) -> None:
    given = boards()
    sheet = saved(tmp_path / "a.xlsx", given)["周增长"]
    lines = list(sheet.iter_rows(values_only=True))
    assert lines[1] == ("序号", "代码", "赛区", "本周热度", "上周热度", "增量", "环比")
    gained = sorted(
        (line.gain.heat - (line.last or Numbers(0, 0, 0, 0, 0, 0)).heat for line in given[BoardKind.REGION].rows),
        reverse=True,
    )
    expected = [gain for gain in gained if gain > 0][:20]
    assert [line[5] for line in lines[2 : 2 + len(expected)]] == expected
    assert all(line[3] - line[4] == line[5] for line in lines[2 : 2 + len(expected)])
    start = 2 + len(expected) + 1
    assert lines[start][0].startswith("组织")
    assert lines[start + 1][:3] == ("序号", "编号", "组织")
    assert [line[0] for line in lines[start + 2 :]] == list(range(1, 21))
    assert [each.id for each in sheet.row_breaks.brk] == [start]


def test_print_set_up(tmp_path: Path) -> None:
    book = saved(tmp_path / "a.xlsx")
    for name in book.sheetnames[1:5]:
        sheet = book[name]
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert sheet.print_title_rows == "$1:$1"
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert "&P" in sheet.oddFooter.right.text
        assert "热度 = 10×点赞" in sheet.oddFooter.left.text
    assert book["组织榜"].column_dimensions["D"].width >= 2 * len("国网甘肃省电力公司酒泉供电公司职工服务中心")
    assert book["作品热榜"]["A2"].fill.fgColor.rgb != book["作品热榜"]["A3"].fill.fgColor.rgb
    assert [len(sheet._charts) for sheet in book] == [0, 0, 0, 0, 0, 0, 2]
    assert len(book["封面"]._images) == 1


def test_twice_the_same(tmp_path: Path) -> None:
    def cells(book: Any) -> dict[tuple[str, str], Any]:
        return {
            (sheet.title, cell.coordinate): (cell.value, cell.data_type, cell.number_format, cell.style_id)
            for sheet in book for line in sheet.iter_rows() for cell in line
        }  # fmt: skip

    one = cells(saved(tmp_path / "a.xlsx"))
    assert cells(saved(tmp_path / "b.xlsx")) == one
    later = cells(saved(tmp_path / "c.xlsx", options=replace(OPTIONS, exporter="赵晨", at=OPTIONS.at + 60_000)))
    assert len([place for place in one if one[place] != later[place]]) == 2


def test_boards_that_do_not_belong_together(tmp_path: Path) -> None:
    other: list[dict[str, Any]] = [
        {"week": 12},
        {"region": "37"},
        {"seal": None},
        {"seal": sealed(id="s2")},
        {"whole": True},
    ]
    for changes in other:
        given = boards()
        given[BoardKind.WORK] = replace(given[BoardKind.WORK], **changes)
        with pytest.raises(BoardsDisagreeError):
            export_boards(given, OPTIONS, tmp_path / "a.xlsx", TEMPLATE)


def test_more_rows_than_a_sheet_has(tmp_path: Path) -> None:
    one = row(BoardKind.WORK, 1, random.Random(1))
    given = {BoardKind.WORK: board(BoardKind.WORK, [one] * SHEET_ROWS)}
    with pytest.raises(TooManyRowsError) as caught:
        export_boards(given, replace(OPTIONS, top={}), tmp_path / "a.xlsx", TEMPLATE)
    assert (caught.value.sheet, caught.value.rows) == ("作品热榜", SHEET_ROWS)
    assert len(preview(given, OPTIONS)[0].rows) == 8


def test_what_a_workbook_is_called() -> None:
    given = boards()
    assert file_name(given[BoardKind.REGION]) == "云讲述周榜_第11周_1014-1020.xlsx"
    assert file_name(board(BoardKind.WORK, [], week=17).only("37")) == "云讲述周榜_第17周_1125-1130_山东省.xlsx"


def test_values_as_displayed() -> None:
    shown = [
        (1234, Form.COUNT, "1,234"), (0, Form.COUNT, "0"), (None, Form.COUNT, ""), (3, Form.MOVEMENT, "↑3"),
        (-12, Form.MOVEMENT, "↓12"), (0, Form.MOVEMENT, "–"), ("新", Form.MOVEMENT, "新"), (1, Form.PLACE, "1"),
        (0.0625, Form.CHANGE, "+6.3%"), (-0.0185, Form.CHANGE, "−1.9%"), (0.0, Form.CHANGE, "0.0%"),
        (0.4, Form.SHARE, "40.0%"), (-1500, Form.DIFFERENCE, "−1,500"), (0, Form.DIFFERENCE, "0"),
    ]  # fmt: skip
    assert [displayed(value, form) for value, form, _ in shown] == [text for _, _, text in shown]


def test_the_preview_has_the_workbooks_headings() -> None:
    shown = preview(boards(), OPTIONS, rows=4)
    assert [(one.sheet, one.section[:2], one.total, len(one.rows)) for one in shown] == [
        ("赛区榜", "", 31, 4), ("组织榜", "", 50, 4), ("作品热榜", "", 100, 4), ("达人榜", "", 50, 4),
        ("周增长", "赛区", 15, 4), ("周增长", "组织", 20, 4),
    ]  # fmt: skip
    for one, kind in zip(shown, BoardKind, strict=False):
        assert one.headings == tuple(each.heading for each in columns_of(kind, OPTIONS))
