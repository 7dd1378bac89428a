"""Certificates of a real server written from a desk: in the background, with the audit, also told later."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from contract.certificates import grouped
from contract.wire.awards import CertificateFacts
from desktop.certificates.errors import CertificatesCancelledError, CertificatesError, TemplateIncompleteError
from desktop.certificates.saving import Written
from desktop.certificates.template import QR, load_template
from desktop.operations.certificates import TEMPLATE, template_of, write_certificates
from desktop.operations.exports import catch_up
from desktop.store import boards as kept
from desktop.views.awards.certificate_words import certificate_fault
from server.models import Audit
from tests.desktop.boards.conftest import Desks
from tests.desktop.boards.conftest import server as server  # the fixture
from tests.desktop.certificates import given
from tests.desktop.certificates.given import qr_says, texts_of
from tests.desktop.works.desk_world import NOW_MS, DeskWorld
from tests.server.awards.ceremony import certificates, change, confirm, line, submitted, union
from tests.server.world import World

SOON_MS = 20_000
Said = Written | Exception


@pytest.fixture
def desks(server: World, tmp_path: Path, qapp: QApplication) -> Iterator[Desks]:
    """Opens desks of union staff."""
    server.clock.now = NOW_MS
    made = Desks(server, tmp_path, qapp)
    yield made
    made.end_all()


@pytest.fixture
def facts(server: World, desks: Desks) -> list[CertificateFacts]:
    """Two that are valid and one that was revoked, as the server gives them."""
    names = ["欧阳小明", "𠮷野家", "王“铁军”"]
    rows = [line(server.worker(name), at, 99 - at, name=name) for at, name in enumerate(names, start=1)]
    confirm(union(server), submitted(server, rows))
    change(union(server), certificates(union(server))[1], "revoke")
    return [CertificateFacts.model_validate(one) for one in certificates(union(server))]


Write = Callable[..., Said]


@pytest.fixture
def write(qtbot: QtBot) -> Write:
    """Writes, and waits for what is said."""

    def ask(
        world: DeskWorld, facts: list[CertificateFacts], target: Path, one_file: bool, stop_after: int | None = None
    ) -> Said:
        said: list[Said] = []
        told: list[int] = []
        owner = QObject()
        write_certificates(
            world.context, facts, target, one_file, lambda done, total: told.append(done),
            lambda: stop_after is not None and told[-1:] == [stop_after], said.append, said.append, owner,
        )  # fmt: skip
        qtbot.waitUntil(lambda: bool(said), timeout=SOON_MS)
        return said[0]

    return ask


def audited(server: World) -> list[tuple[str, str, dict[str, Any]]]:
    """What the audit knows of exports."""
    wanted = select(Audit.subject_kind, Audit.subject_id, Audit.facts).where(Audit.action == "export")
    with server.context.database.reading() as session:
        return [(kind, id, dict(more)) for kind, id, more in session.execute(wanted)]


def test_written_and_audited(
    desks: Desks, facts: list[CertificateFacts], write: Write, server: World, tmp_path: Path
) -> None:
    """QR codes lead to the desk's server; the revoked one is left out, and only what was written is audited."""
    target = tmp_path / "证书.pdf"
    world = desks.open()
    assert write(world, facts, target, True) == Written(target, 2, 1)
    texts = texts_of(target)
    box = load_template(given.TEMPLATE).fields[QR].box
    for page, one in enumerate((facts[0], facts[2])):
        qr_says(target, f"{server.url}/verify/{grouped(one.code)}", box, page)
    assert ["欧阳小明" in texts[0], "王“铁军”" in texts[1], len(texts)] == [True, True, 2]
    assert audited(server) == [("award_list", facts[0].list_id, {"what": "certificates", "rows": 2, "scope": ""})]


def test_offline_it_is_written_and_told_later(
    qtbot: QtBot, desks: Desks, facts: list[CertificateFacts], write: Write, server: World, tmp_path: Path
) -> None:
    world = desks.open(online=False)
    (tmp_path / "证书").mkdir()
    assert write(world, facts, tmp_path / "证书", False) == Written(tmp_path / "证书", 2, 1)
    assert audited(server) == []
    assert len(world.on_store(kept.export_notes)) == 1
    world.context.sync.keep_offline(False)

    def told() -> bool:
        catch_up(world.context)
        return not world.on_store(kept.export_notes)

    qtbot.waitUntil(told, timeout=SOON_MS)
    assert {facts["rows"] for _, _, facts in audited(server)} == {2}


def test_what_was_finished_before_it_was_stopped_is_audited_too(
    desks: Desks, facts: list[CertificateFacts], write: Write, server: World, tmp_path: Path
) -> None:
    (tmp_path / "证书").mkdir()
    error = write(desks.open(), facts, tmp_path / "证书", False, stop_after=1)
    assert isinstance(error, CertificatesCancelledError)
    assert error.written == 1
    assert [path.name for path in (tmp_path / "证书").iterdir()] == ["CERT-24-000001 欧阳小明.pdf"]
    assert [facts["rows"] for _, _, facts in audited(server)] == [1]
    what, do = certificate_fault(error) or ("", "")
    assert what == "Writing certificates was stopped"
    assert do.startswith("1 finished")


def test_a_template_of_ones_own(
    desks: Desks, facts: list[CertificateFacts], write: Write, server: World, tmp_path: Path
) -> None:
    """In the profile's folder; when it lacks fields nothing is written, and these are named."""
    world = desks.open()
    own = world.context.paths.profile / TEMPLATE
    assert template_of(world.context) == given.TEMPLATE
    text = given.TEMPLATE.read_text("utf-8")
    own.write_text(text.replace("荣誉证书", "山东赛区奖状"), "utf-8")
    target = tmp_path / "a.pdf"
    assert write(world, facts, target, True) == Written(target, 2, 1)
    assert "山东赛区奖状" in texts_of(target)[0]
    before = target.read_bytes()
    own.write_text(text.replace('id="qr"', 'id="x"').replace('id="code"', 'id="y"'), "utf-8")
    error = write(world, facts, target, True)
    assert isinstance(error, TemplateIncompleteError)
    assert certificate_fault(error) == (
        "The template lacks fields",
        "A file that was there before is unchanged. Missing: code、qr. Give these ids to rectangles on the page.",
    )
    assert target.read_bytes() == before
    assert len(audited(server)) == 1


def test_every_error_has_words_of_its_own() -> None:
    """But for what no words were found for; nothing of a template's text is left out or taken for a place."""
    given_to = {"TemplateForbiddenError": ("{0}<use>",), "TemplateIncompleteError": (("qr",),)}
    given_to |= {"TextTooLongError": ("CERT-24-000007", "holder"), "LettersMissingError": ("CERT-24-000007", "{9}")}
    said = {}
    for kind in CertificatesError.__subclasses__():
        error = kind(*given_to.get(kind.__name__, ()))
        said[kind.code] = certificate_fault(error)
        error.written = 12
        _, do = certificate_fault(error) or ("", "")
        assert do.startswith("12 finished certificates remain")
    assert len({what for what, _ in filter(None, said.values())}) == len(said) == 15
    assert "{0}<use>" in str(said["template-forbidden"])
    assert "{9}" in str(said["letters-missing"])
    assert certificate_fault(ValueError()) is None
