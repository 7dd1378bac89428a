"""The page 组织审核 with a real store, real papers and no network."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.views.organizations.page import OrganizationsPage
from server.samples import papers
from tests.desktop.organizations.registration_rows import arrive, facts, paper_id, registration_id
from tests.desktop.works.desk_world import HOUR_MS, NOW_MS, DeskWorld, build

NAMES = ("江城轨道装备制造有限公司工会委员会", "临港新区第一幼儿园工会", "北原县环卫中心工会委员会")


def put_paper(world: DeskWorld, folder: Path, number: int, place: int, paper: papers.Paper) -> dict[str, object]:
    """A file of proof that has been downloaded, as it stands in a row."""
    id, kind = paper_id(number, place), {"jpg": "jpeg"}.get(paper.name[-3:], paper.name[-3:])
    file = folder / id
    file.write_bytes(paper.content)
    world.put_file(id, file)
    return {"id": id, "name": paper.name, "kind": kind, "bytes": len(paper.content), "sha256": "0" * 64}


@pytest.fixture
def world(qapp: QApplication, tmp_path: Path) -> Iterator[DeskWorld]:
    """Three that wait, the first with picture, PDF and archive, and two that are decided."""
    world = build(tmp_path, qapp, language="en")
    random = Random(4)
    rows = []
    for number, name in enumerate(NAMES):
        sheets = [papers.certificate(name, "江城市高新区创新二路 86 号", "42-1", random)]
        if number == 0:
            sheets += [papers.letter(name, 3), papers.archive(name, "江城市高新区创新三路 86 号", random)]
        files = [put_paper(world, tmp_path, number, place, sheet) for place, sheet in enumerate(sheets)]
        rows.append(facts(number, name=name, documents=files))
    found = {"name": "江城轨道装备公司工会", "state": "approved", "at": NOW_MS - 900 * HOUR_MS}
    alike = {"kind": "registration", "id": registration_id(8), "number": "ORG-24-00708", "score": 90}
    unknown = {"kind": "organization", "id": registration_id(99), "number": "ORG-24-00311", "score": 70}
    rows[0]["look_alikes"] = [found | alike | {"why": ["same-phone"]}, found | unknown | {"why": ["near-name"]}]
    rows.append(facts(8, name="江城轨道装备公司工会", state="approved", decided_at=NOW_MS - HOUR_MS))
    rows.append(facts(9, name="晋北矿山救护队工会", state="rejected", decided_at=NOW_MS - HOUR_MS))
    arrive(world, rows)
    yield world
    world.close()


@pytest.fixture
def page(qtbot: QtBot, world: DeskWorld) -> Iterator[OrganizationsPage]:
    """On screen, the first registration open and its certificate drawn."""
    page = OrganizationsPage(world.context)
    page.resize(QSize(1360, 872))
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.activate()
    qtbot.waitUntil(lambda: page.accepts_decisions)
    qtbot.waitUntil(lambda: page.evidence.view.canvas.has_picture)
    yield page
    page.close()
    page.deleteLater()
