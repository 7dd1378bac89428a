"""Bulletins on disk: whole or not at all."""

import resource
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.bulletin.content import bulletin_of
from desktop.bulletin.making import pdf_of, png_of
from desktop.bulletin.saving import BulletinNotSavedError, save_pdf, save_png
from tests.desktop.bulletin.weeks import boards_of

ROOT = Path(__file__).parents[3]
OLD = b"what was there before"
FULL_DISK = """
import sys
from pathlib import Path
from PySide6.QtGui import QGuiApplication
from desktop.bulletin.content import bulletin_of
from desktop.bulletin.saving import BulletinNotSavedError, save_pdf, save_png
from tests.desktop.bulletin.weeks import boards_of

app = QGuiApplication([])
for save, name in ((save_pdf, "a.pdf"), (save_png, "a.png")):
    try:
        save(bulletin_of(11, boards_of()), Path(sys.argv[1], name))
    except BulletinNotSavedError as error:
        print(error.code)
"""

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """A file that is there already."""
    path = tmp_path / "第 11 周 周报.pdf"
    path.write_bytes(OLD)
    return path


def names_in(folder: Path) -> set[str]:
    """Of all files there, hidden ones too."""
    return {path.name for path in folder.iterdir()}


def after(calls: int) -> Callable[[], bool]:
    """Cancels at the question after so many."""
    left = iter([False] * calls)
    return lambda: next(left, True)


def refused(path: Path, cancelled: Callable[[], bool] = lambda: False) -> str:
    """The code with which saving fails."""
    with pytest.raises(BulletinNotSavedError) as caught:
        save_pdf(bulletin_of(11, boards_of()), path, cancelled)
    return caught.value.code


def test_what_is_made_is_in_the_file_and_nothing_beside_it(tmp_path: Path, target: Path) -> None:
    bulletin = bulletin_of(11, boards_of())
    save_pdf(bulletin, target)
    save_png(bulletin, tmp_path / "a.png")
    assert target.read_bytes() == pdf_of(bulletin)
    assert (tmp_path / "a.png").read_bytes() == png_of(bulletin)
    assert names_in(tmp_path) == {target.name, "a.png"}


@pytest.mark.parametrize("questions", [0, 1, 2])
def test_cancelling_leaves_the_old_file(target: Path, questions: int) -> None:
    assert refused(target, after(questions)) == "cancelled"
    assert target.read_bytes() == OLD
    assert names_in(target.parent) == {target.name}


def test_a_folder_is_not_replaced(tmp_path: Path) -> None:
    folder = tmp_path / "周报.pdf"
    folder.mkdir()
    assert refused(folder) == "is-folder"
    assert names_in(tmp_path) == {folder.name}


def test_a_folder_that_is_not_there_or_is_none(tmp_path: Path, target: Path) -> None:
    assert refused(tmp_path / "gone" / "a.pdf") == "not-writable"
    assert refused(target / "a.pdf") == "not-writable"


@pytest.mark.skipif(not Path("/sys").is_dir(), reason="a folder that not even root may write to")
def test_a_folder_that_may_not_be_written() -> None:
    assert refused(Path("/sys/a.pdf")) == "not-writable"


def test_a_name_that_is_too_long_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path / f"{'周' * 200}.pdf") == "not-saved"
    assert names_in(tmp_path) == set()


def test_a_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(OLD)

    def small_files() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000))

    command = [sys.executable, "-B", "-c", FULL_DISK, str(tmp_path)]
    done = subprocess.run(
        command, cwd=ROOT, preexec_fn=small_files, capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.split() == ["disk-full", "disk-full"], done.stderr
    assert names_in(tmp_path) == {"a.pdf"}
    assert (tmp_path / "a.pdf").read_bytes() == OLD
