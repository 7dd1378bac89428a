"""Whole files or none: batches, cancelled, full disks, folders that refuse, files in the way, revoked certificates."""

import itertools
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest

from contract.certificates import CertificateState
from contract.wire.awards import CertificateFacts
from desktop.certificates.errors import (
    CertificatesCancelledError,
    CertificatesError,
    DiskFullError,
    FolderReadOnlyError,
    NoFolderError,
    NotWrittenError,
    NoValidCertificateError,
    TargetInUseError,
    TargetIsFolderError,
    TemplateUnreadableError,
    TextTooLongError,
)
from desktop.certificates.saving import Written, write_certificates
from tests.desktop.certificates.given import SERVER, TEMPLATE, certificate, of_organization, texts_of

MANY = 1_000
NOBODY = 65_534
FEW = [certificate(n, f"姓名{n}") for n in range(1, 6)]
NAMES = [f"CERT-24-{n:06} 姓名{n}.pdf" for n in range(1, 6)]

ROOT = Path(__file__).parents[3]
KILLED = """
import sys
from pathlib import Path
from PySide6.QtGui import QGuiApplication
from tests.desktop.certificates.test_saving import certificate, write

app = QGuiApplication([])
many = [certificate(n, f"姓名{n}") for n in range(1, 101)]
write(many, Path(sys.argv[1]), False, lambda done, total: print(done, flush=True))
"""

pytestmark = pytest.mark.usefixtures("qapp")


def write(
    facts: Sequence[CertificateFacts],
    target: Path,
    one_file: bool,
    progress: Callable[[int, int], None] = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
    template: Path = TEMPLATE,
    finished: Callable[[CertificateFacts], object] = lambda facts: None,
) -> Written:
    """With our template unless told otherwise."""
    return write_certificates(facts, SERVER, target, template, one_file, progress, cancelled, finished)


def refused(
    target: Path, one_file: bool, error: type[CertificatesError], written: int = 0, template: Path = TEMPLATE
) -> None:
    """It fails so, with so many whole files, and nothing half-written anywhere."""
    with pytest.raises(CertificatesError) as caught:
        write(FEW, target, one_file, template=template)
    assert type(caught.value) is error
    assert caught.value.written == written
    folder = target.parent if one_file else target
    assert not folder.is_dir() or not list(folder.glob(".*"))


def after(calls: int) -> Callable[[], bool]:
    """Cancels at the question after so many."""
    asked = itertools.count(1)
    return lambda: next(asked) > calls


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
    """A folder that everybody reaches, with the template in it; only for root."""
    if os.geteuid() != 0:
        pytest.skip("only root can become somebody else")
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        shutil.copy(TEMPLATE, name)
        yield Path(name)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk with room for three certificates."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = shutil.which("mount") and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=240k", "tmpfs", disk], check=False, capture_output=True
    )
    if not mounted or mounted.returncode:
        pytest.skip("no small disk can be mounted here")
    try:
        yield disk
    finally:
        subprocess.run(["umount", disk], check=True)


def whole(folder: Path) -> list[str]:
    """The names of what is there, each of which is a whole certificate of its name."""
    names = sorted(path.name for path in folder.iterdir())
    for name in names:
        (text,) = texts_of(folder / name)
        number, holder = name.removesuffix(".pdf").split(" ")
        assert number in text
        assert holder in text
    return names


def test_a_file_for_each(tmp_path: Path) -> None:
    told = list[tuple[int, int]]()
    finished = list[CertificateFacts]()
    written = write(FEW, tmp_path, False, lambda *both: told.append(both), finished=finished.append)
    assert written == Written(tmp_path, 5, 0)
    assert whole(tmp_path) == NAMES
    assert told == [(done, 5) for done in range(6)]
    assert finished == FEW


def test_all_in_one_file(tmp_path: Path) -> None:
    """In the order given; an older file is replaced."""
    target = tmp_path / "证书.pdf"
    target.write_bytes(b"old")
    told = list[tuple[int, int]]()
    finished = list[CertificateFacts]()
    written = write(FEW[::-1], target, True, lambda *both: told.append(both), finished=finished.append)
    assert written == Written(target, 5, 0)
    assert [f"姓名{5 - at}" in text for at, text in enumerate(texts_of(target))] == [True] * 5
    assert list(tmp_path.iterdir()) == [target]
    assert told == [(done, 5) for done in range(6)]
    assert finished == FEW[::-1]


@pytest.mark.parametrize("one_file", [True, False])
def test_revoked_ones_are_left_out_and_counted(tmp_path: Path, one_file: bool) -> None:
    ended = certificate(2, "姓名2", state=CertificateState.REVOKED, revoked_at=1)
    target = tmp_path / "a.pdf" if one_file else tmp_path
    finished = list[CertificateFacts]()
    written = write([FEW[0], ended, FEW[2]], target, one_file, finished=finished.append)
    assert written == Written(target, 2, 1)
    assert finished == [FEW[0], FEW[2]]
    texts = [text for path in tmp_path.iterdir() for text in texts_of(path)]
    assert len(texts) == 2
    assert not [text for text in texts if "姓名2" in text or "CERT-24-000002" in text]


@pytest.mark.parametrize("one_file", [True, False])
def test_nothing_valid_nothing_written(tmp_path: Path, one_file: bool) -> None:
    ended = certificate(state=CertificateState.REVOKED)
    for facts in ([], [ended]):
        with pytest.raises(NoValidCertificateError):
            write(facts, tmp_path / "a.pdf" if one_file else tmp_path, one_file)
    assert not list(tmp_path.iterdir())


def test_the_same_twice_is_one(tmp_path: Path) -> None:
    assert write([FEW[0], FEW[0]], tmp_path, False).written == 1


def test_holders_of_one_name_have_files_of_their_own(tmp_path: Path) -> None:
    write([certificate(1, "王伟"), certificate(2, "王伟")], tmp_path, False)
    assert whole(tmp_path) == ["CERT-24-000001 王伟.pdf", "CERT-24-000002 王伟.pdf"]


@pytest.mark.parametrize("questions", [0, 4, 5, 6, 7, 8, 14])
def test_stopped_finished_files_remain(tmp_path: Path, questions: int) -> None:
    """Five questions while all are laid out, then two for each file: before it is made and before it is renamed."""
    finished = list[CertificateFacts]()
    with pytest.raises(CertificatesCancelledError) as caught:
        write(FEW, tmp_path, False, cancelled=after(questions), finished=finished.append)
    assert caught.value.written == max(0, questions - 5) // 2
    assert whole(tmp_path) == NAMES[: caught.value.written]
    assert finished == FEW[: caught.value.written]


@pytest.mark.parametrize("questions", [0, 5, 9, 10])
def test_stopped_the_one_file_is_as_before(tmp_path: Path, questions: int) -> None:
    target = tmp_path / "a.pdf"
    target.write_bytes(b"old")
    with pytest.raises(CertificatesCancelledError) as caught:
        write(FEW, target, True, cancelled=after(questions))
    assert caught.value.written == 0
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_desk_that_is_killed_leaves_whole_certificates(tmp_path: Path) -> None:
    """Beside them at most a hidden part, which no program takes for one."""
    command = [sys.executable, "-B", "-c", KILLED, str(tmp_path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as desk:
        assert desk.stdout
        for _ in range(4):
            assert desk.stdout.readline()
        desk.kill()
    parts = [path for path in tmp_path.iterdir() if path.name.startswith(".")]
    assert len(parts) <= 1
    for part in parts:
        part.unlink()
    assert len(whole(tmp_path)) >= 3


@pytest.mark.parametrize("one_file", [True, False])
def test_what_cannot_be_painted_is_found_before_anything_is_written(tmp_path: Path, one_file: bool) -> None:
    target = tmp_path / "a.pdf" if one_file else tmp_path
    with pytest.raises(TextTooLongError) as caught:
        write([*FEW, certificate(6, "长" * 4_000)], target, one_file)
    assert caught.value.number == "CERT-24-000006"
    assert not list(tmp_path.iterdir())


def test_a_caller_that_fails_leaves_nothing_half(tmp_path: Path) -> None:
    def progress(done: int, total: int) -> None:
        if done == 2:
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write(FEW, tmp_path / "a.pdf", True, progress)
    assert not list(tmp_path.iterdir())
    with pytest.raises(ZeroDivisionError):
        write(FEW, tmp_path, False, progress)
    assert whole(tmp_path) == NAMES[:2]


def test_a_disk_that_fills_up(small_disk: Path) -> None:
    """What is there is whole."""
    with pytest.raises(DiskFullError) as caught:
        write(FEW, small_disk, False)
    assert 0 < caught.value.written < 5
    assert whole(small_disk) == NAMES[: caught.value.written]


def test_a_full_disk_and_one_file(small_disk: Path) -> None:
    (small_disk / "room").write_bytes(b"x" * 200_000)
    refused(small_disk / "a.pdf", True, DiskFullError)
    assert [path.name for path in small_disk.iterdir()] == ["room"]


@pytest.mark.parametrize("size", [0, 1, 4_096, 30_000])
def test_no_room_for_a_file(tmp_path: Path, size: int) -> None:
    (tmp_path / NAMES[0]).write_bytes(b"old")
    with files_end_at(size):
        refused(tmp_path, False, DiskFullError)
        refused(tmp_path / NAMES[0], True, DiskFullError)
    assert (tmp_path / NAMES[0]).read_bytes() == b"old"


def test_folders_in_the_way(tmp_path: Path) -> None:
    (tmp_path / NAMES[2]).mkdir()
    refused(tmp_path, False, TargetIsFolderError, written=2)
    refused(tmp_path / NAMES[2], True, TargetIsFolderError)


def test_folders_that_are_none(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    for folder in (tmp_path / "nowhere", tmp_path / "file"):
        refused(folder, False, NoFolderError)
        refused(folder / "a.pdf", True, NoFolderError)


def test_a_folder_that_may_only_be_read(open_folder: Path) -> None:
    with as_nobody():
        refused(open_folder, False, FolderReadOnlyError, template=open_folder / TEMPLATE.name)
        refused(open_folder / "a.pdf", True, FolderReadOnlyError, template=open_folder / TEMPLATE.name)


def test_files_that_may_not_be_replaced(open_folder: Path) -> None:
    """As on Windows while a reader has them open: others' files in a folder where everybody may make some."""
    template = open_folder / TEMPLATE.name
    folder = open_folder / "证书"
    folder.mkdir()
    (folder / NAMES[1]).write_bytes(b"old")
    folder.chmod(0o1777)
    with as_nobody():
        refused(folder, False, TargetInUseError, written=1, template=template)
        refused(folder / NAMES[1], True, TargetInUseError, template=template)
    assert (folder / NAMES[1]).read_bytes() == b"old"


def test_a_name_that_is_too_long(tmp_path: Path) -> None:
    refused(tmp_path / f"{'长' * 90}.pdf", True, NotWrittenError)


def test_a_template_that_is_none_stops_before_anything(tmp_path: Path) -> None:
    refused(tmp_path, False, TemplateUnreadableError, template=tmp_path / "none.svg")
    assert not list(tmp_path.iterdir())


@pytest.mark.timeout(400)
def test_a_thousand_at_once(tmp_path: Path) -> None:
    """The first, some and the last are read."""
    facts = [certificate(n, f"姓名{n}") if n % 2 else of_organization(n, f"第{n}工会") for n in range(1, MANY + 1)]
    target = tmp_path / "全部.pdf"
    assert write(facts, target, True).written == MANY
    with pypdfium2.PdfDocument(target) as document:
        assert len(document) == MANY
        for n in (1, 2, 500, MANY):
            page = document[n - 1]
            words = page.get_textpage()
            text = words.get_text_range()
            assert f"CERT-24-{n:06}" in text
            assert facts[n - 1].holder in text
            words.close()
            page.close()
    assert target.stat().st_size < 40_000_000


def test_codes_are_all_different() -> None:
    codes = [error.code for error in CertificatesError.__subclasses__()]
    assert len(set(codes)) == len(codes) == 15
