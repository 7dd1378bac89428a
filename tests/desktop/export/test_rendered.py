"""The workbook in a real office program: pages as printed, cells as shown."""

import csv
import re
import shutil
import subprocess
from itertools import count
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from openpyxl import load_workbook

from contract.boards import BoardKind, Measure
from contract.week_board import WeekBoard
from desktop.export.preview import preview
from desktop.export.saving import export_boards
from tests.desktop.export.boards import ODD, OPTIONS, TEMPLATE, boards

EVERY_SHEET = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1"
"""As shown, in UTF-8, one file for each sheet."""
BARS = {"this week": (0x5F, 0x7F, 0x9F), "last week": (0xC9, 0xCF, 0xD6)}

pytestmark = [
    pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice (soffice) is not installed"),
    pytest.mark.timeout(300),
]


def converted(workbook: Path, form: str) -> None:
    """Makes files of another form beside the workbook."""
    profile = (workbook.parent / "profile").as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", form]
    subprocess.run([*command, "--outdir", workbook.parent, workbook], check=True, capture_output=True, timeout=200)


@pytest.fixture(scope="module")
def given() -> dict[BoardKind, WeekBoard]:
    """What is exported."""
    return boards()


@pytest.fixture(scope="module")
def folder(given: dict[BoardKind, WeekBoard], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """With the workbook, and what the office makes of it."""
    path = tmp_path_factory.mktemp("office") / "a.xlsx"
    export_boards(given, OPTIONS, path, TEMPLATE)
    converted(path, "pdf")
    converted(path, EVERY_SHEET)
    return path.parent


@pytest.fixture(scope="module")
def pages(folder: Path) -> list[Any]:
    """Each as (text, picture)."""
    document = pypdfium2.PdfDocument(folder / "a.pdf")
    found = [(page.get_textpage().get_text_range(), page.render(scale=1.0).to_pil()) for page in document]
    document.close()
    return found


def shown(folder: Path, sheet: str) -> list[list[str]]:
    """The cells of a sheet as the office shows them."""
    return list(csv.reader((folder / f"a-{sheet}.csv").read_text("utf-8").splitlines(keepends=True)))


def test_nothing_is_too_narrow(pages: list[Any]) -> None:
    assert not [number for number, (text, _) in enumerate(pages, 1) if "##" in text]


def test_every_name_is_complete(given: dict[BoardKind, WeekBoard], pages: list[Any]) -> None:
    text = re.sub(r"\s", "", "".join(text for text, _ in pages))
    for kind, top in ((BoardKind.REGION, 31), (BoardKind.ORGANIZATION, 50), (BoardKind.WORK, 100)):
        names = [row.name for row in given[kind].by(Measure.HEAT)[:top]]
        names = names[len(ODD) :] if kind is BoardKind.WORK else names
        assert not [name for name in names if re.sub(r"\s", "", name) not in text]
    assert "全国职工岗位“云讲述”活动" in text
    assert "9f2c" * 16 in text


def test_pages_are_landscape_and_numbered(pages: list[Any]) -> None:
    for number, (text, picture) in enumerate(pages, 1):
        assert f"第 {number} 页，共 {len(pages)} 页" in text
        assert picture.width / picture.height == pytest.approx(297 / 210, abs=0.01)
        assert number == 1 or "热度 = 10×点赞" in text  # the rule, wherever a board is printed
    works = [text for text, _ in pages if "· 作品热榜" in text]
    assert len(works) > 1
    assert all("本周热度" in text for text in works)  # headings on each page


def test_charts_are_drawn(pages: list[Any]) -> None:
    """Bars of both weeks, as many as there are places in the first ten."""
    charts = [picture.convert("RGB") for text, picture in pages if "· 图表" in text]
    assert len(charts) == 2
    for chart in charts:
        for week, colour in BARS.items():
            area = sum(number for number, each in chart.getcolors(1 << 24) if _near(each, colour))
            assert area > chart.width * chart.height * 0.02, week


def _near(one: tuple[int, int, int], other: tuple[int, int, int]) -> bool:
    return all(abs(a - b) <= 2 for a, b in zip(one, other, strict=True))


def test_the_logo_is_printed(pages: list[Any]) -> None:
    colours = pages[0][1].convert("RGB").getcolors(1 << 24)
    assert sum(number for number, each in colours if _near(each, (0xBC, 0x1D, 0x23))) > 300


def test_cells_show_what_the_preview_promised(given: dict[BoardKind, WeekBoard], folder: Path) -> None:
    """Numbers, arrows, percentages and odd texts; escapes are read as what they stand for."""
    tables = preview(given, OPTIONS, rows=100)
    for table in tables[:4]:
        sheet = shown(folder, table.sheet)
        assert sheet[0] == list(table.headings)
        assert [[_one_line(cell) for cell in line] for line in sheet[1:]] == [
            [_one_line(cell) for cell in line] for line in table.rows
        ]
    growth, first = shown(folder, "周增长"), count(2)
    for line in tables[4].rows:
        assert growth[next(first)] == list(line)
    assert {"_x000D_", "a_x0041_b", '=HYPERLINK("http://x")', "110101199003078888"} <= {
        line[3] for line in shown(folder, "作品热榜")
    }


def _one_line(text: str) -> str:
    return text.replace("\t", " ").replace("\n", " ").strip()


def test_the_office_saves_it_with_texts_still_texts(folder: Path) -> None:
    """Opened and saved again by the office: still no formula."""
    (folder / "again").mkdir()
    copy = shutil.copy(folder / "a.xlsx", folder / "again" / "a.xlsx")
    converted(Path(copy), "ods")
    converted(folder / "again" / "a.ods", "xlsx")
    titles = [line[3] for line in load_workbook(copy)["作品热榜"].iter_rows(min_row=2, max_row=1 + len(ODD))]
    assert {cell.data_type for cell in titles} == {"s"}
    assert titles[0].value == '=HYPERLINK("http://x")'
