"""A whole file or none: cancelled, full disks, folders that refuse, files in the way."""

import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from contract.boards import BoardKind
from desktop.export.errors import (
    DiskFullError,
    ExportCancelledError,
    ExportError,
    FolderReadOnlyError,
    NoFolderError,
    NotWrittenError,
    TargetInUseError,
    TargetIsFolderError,
)
from desktop.export.saving import export_boards
from tests.desktop.export.boards import OPTIONS, TEMPLATE, board, boards, row

ROWS = 2_000
NOBODY = 65_534
LARGE = {BoardKind.WORK: board(BoardKind.WORK, [row(BoardKind.WORK, n, random.Random(n)) for n in range(1, ROWS + 1)])}
WHOLE = replace(OPTIONS, top={})


def refused(target: Path, error: type[ExportError], template: Path = TEMPLATE) -> None:
    """The export fails so, and the folder is as it was."""
    folder = target.parent
    before = {path: path.is_file() and path.read_bytes() for path in folder.iterdir()} if folder.is_dir() else {}
    with pytest.raises(ExportError) as caught:
        export_boards(LARGE, WHOLE, target, template)
    assert type(caught.value) is error
    assert not folder.is_dir() or {path: path.is_file() and path.read_bytes() for path in folder.iterdir()} == before


@contextmanager
def files_end_at(size: int) -> Iterator[None]:
    """No file of this process grows beyond `size`."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def as_nobody() -> Iterator[None]:
    """With no rights but those of everybody."""
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that everybody reaches, with a template in it; only for root."""
    if os.geteuid() != 0:
        pytest.skip("only root can become somebody else")
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        shutil.copy(TEMPLATE, name)
        yield Path(name)


def test_an_older_file_is_replaced(tmp_path: Path) -> None:
    target = tmp_path / "周榜 第11周.xlsx"
    target.write_bytes(b"old")
    export_boards(boards(), OPTIONS, target, TEMPLATE)
    assert load_workbook(target).sheetnames[1] == "赛区榜"
    assert list(tmp_path.iterdir()) == [target]
    assert target.stat().st_mode & 0o777 == 0o666 & ~_umask()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def test_progress(tmp_path: Path) -> None:
    told = list[tuple[int, int]]()
    export_boards(LARGE, WHOLE, tmp_path / "a.xlsx", TEMPLATE, progress=lambda *both: told.append(both))
    assert told[0] == (0, ROWS)
    assert told[-1] == (ROWS, ROWS)
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert len(told) >= ROWS // 200


@pytest.mark.parametrize("after", [0, 1, 5, ROWS // 200, ROWS // 200 + 1])
def test_cancelled_at_any_time(tmp_path: Path, after: int) -> None:
    """Also when all rows are written and only the change of names is left."""
    target = tmp_path / "a.xlsx"
    target.write_bytes(b"old")
    asked = list[int]()

    def cancelled() -> bool:
        asked.append(1)
        return len(asked) > after

    with pytest.raises(ExportCancelledError):
        export_boards(LARGE, WHOLE, target, TEMPLATE, cancelled=cancelled)
    assert len(asked) == after + 1
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_caller_that_fails_leaves_nothing(tmp_path: Path) -> None:
    def progress(done: int, total: int) -> None:
        if done:
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        export_boards(LARGE, WHOLE, tmp_path / "a.xlsx", TEMPLATE, progress=progress)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("size", [0, 1, 4_096, 20_000, 65_536, 100_000])
def test_the_disk_is_full(tmp_path: Path, size: int) -> None:
    target = tmp_path / "a.xlsx"
    target.write_bytes(b"old")
    with files_end_at(size):
        refused(target, DiskFullError)


def test_a_real_disk_is_full(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = shutil.which("mount") and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk], check=False, capture_output=True
    )
    if not mounted or mounted.returncode:
        pytest.skip("no small disk can be mounted here")
    try:
        refused(disk / "a.xlsx", DiskFullError)
    finally:
        subprocess.run(["umount", disk], check=True)


def test_a_folder_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").mkdir()
    refused(tmp_path / "a.xlsx", TargetIsFolderError)


def test_folders_that_are_none(tmp_path: Path) -> None:
    refused(tmp_path / "nowhere" / "a.xlsx", NoFolderError)
    (tmp_path / "file").write_bytes(b"")
    refused(tmp_path / "file" / "a.xlsx", NoFolderError)


def test_a_folder_that_may_only_be_read(open_folder: Path) -> None:
    with as_nobody():
        refused(open_folder / "a.xlsx", FolderReadOnlyError, open_folder / TEMPLATE.name)


def test_a_file_that_may_not_be_replaced(open_folder: Path) -> None:
    """As on Windows while Excel has it open: others' files in a folder where everybody may make some."""
    target = open_folder / "a.xlsx"
    target.write_bytes(b"old")
    open_folder.chmod(0o1777)
    with as_nobody():
        refused(target, TargetInUseError, open_folder / TEMPLATE.name)


def test_a_name_that_is_too_long(tmp_path: Path) -> None:
    refused(tmp_path / f"{'长' * 90}.xlsx", NotWrittenError)


def test_codes_are_all_different() -> None:
    codes = [error.code for error in ExportError.__subclasses__()]
    assert len(set(codes)) == len(codes) == 13


def test_the_preview_needs_no_workbook_library() -> None:
    """Screens import these at the start of the desk."""
    code = "import sys, desktop.export.preview, desktop.export.saving; sys.exit('openpyxl' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
