"""The queue of registrations out of a real store: states, counts, search, order, my unsent decision, the papers."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from contract.review import Verdict
from desktop.operations import registrations as operation
from desktop.operations.decide import decide
from desktop.store import queries, registrations
from desktop.store.rows import OutboxRow, ReasonLine
from inspection.documents.looking import DocumentFacts, Picture, Refused
from tests.desktop.organizations.registration_rows import arrive, facts, file_id, registration_id
from tests.desktop.works.desk_world import DeskWorld, build
from tests.inspection.documents import hostile


@pytest.fixture
def world(qapp: QApplication, tmp_path: Path) -> Iterator[DeskWorld]:
    """A desk that is kept offline, with three waiting registrations, one approved and one rejected."""
    world = build(tmp_path, qapp, language="en")
    alike = [
        {"kind": "organization", "id": registration_id(9), "number": "ORG-24-00009", "name": "江城轨道工会",
         "why": ["same-phone", "near-name"], "score": 94, "state": "approved", "at": 5},
    ]  # fmt: skip
    arrive(
        world,
        [
            facts(1, name="江城轨道装备制造有限责任公司工会（筹）", look_alikes=alike),
            facts(2, contact_name="王*", changes=[{"field": "address", "before": "二路", "after": "三路"}]),
            facts(3, logo_id=file_id(30)),
            facts(4, state="approved", decided_at=10),
            facts(5, state="rejected", decided_at=20),
        ],
    )
    yield world
    world.close()


def found(world: DeskWorld, segment: registrations.Segment = "pending", text: str = "") -> list[int]:
    """Numbers of what the queue shows."""
    rows = world.on_store(lambda store: registrations.queue(store, segment, text))
    return [int(row.id[-4:]) for row in rows]


def test_states_counts_and_order(world: DeskWorld) -> None:
    assert found(world) == [1, 2, 3]
    assert found(world, "approved") == [4]
    assert found(world, "rejected") == [5]
    assert sorted(found(world, "all")) == [1, 2, 3, 4, 5]
    assert world.on_store(registrations.counts) == registrations.RegistrationCounts(3, 1, 1, 5)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("轨道", [1]),
        ("江城轨道装备制造有限公司工会(筹)", [1]),  # another kind of company, other brackets
        ("ＯＲＧ-24-00702", [2]),
        ("org-24-00702", [2]),
        ("138****0003", [3]),
        ("13877770003", [3]),  # in full, as the reviewer has it before the eyes
        ("13987650002", [2]),
        ("13877770009", []),
        ("陈大伟", [1, 3]),
        ("陈小军", []),
        ("027-87652210", [1, 2, 3]),
        ("王", [2]),
        ("%", []),
        ("工会", [1, 2, 3]),
    ],
)
def test_search_also_normalised(world: DeskWorld, text: str, numbers: list[int]) -> None:
    assert found(world, "pending", text) == numbers


def test_a_row_has_all_that_is_shown(world: DeskWorld) -> None:
    first, second, _third = world.on_store(registrations.queue)
    assert first.look_alikes[0].why == ("same-phone", "near-name")
    assert first.labels == ("industrial", "model-home")
    assert first.documents[0] == registrations.ProofFile(file_id(1), "法人资格证书.jpg", "jpeg", 1000)
    assert second.changes == (registrations.ChangeLine("address", "二路", "三路"),)
    assert [line.kind for line in first.history] == ["submitted"]
    assert world.on_store(lambda store: registrations.registration(store, registration_id(99))) is None


def test_papers_of_the_open_ones_are_wanted(world: DeskWorld) -> None:
    assert world.on_store(registrations.files_to_fetch) == [file_id(30), file_id(1), file_id(2), file_id(3)]


def test_a_decision_waits_in_the_outbox_and_the_row_says_so(world: DeskWorld, qtbot: QtBot) -> None:
    row = world.on_store(lambda store: registrations.registration(store, registration_id(2)))
    saved: list[OutboxRow] = []
    decide(
        world.context,
        operation.subject_of(row),
        Verdict.REJECT,
        reasons=[ReasonLine("org-no-seal")],
        message="请盖章",
        done=saved.append,
    )
    qtbot.waitUntil(lambda: bool(saved))
    args = saved[0].args
    assert (args["kind"], args["base_version"], args["verdict"]) == ("registration", 2, "reject")
    assert [reason["code"] for reason in args["reasons"]] == ["org-no-seal"]
    again = world.on_store(lambda store: registrations.registration(store, registration_id(2)))
    assert again.pending.id == saved[0].id
    assert again.state == "pending"  # never shown as done before the server said so
    assert world.on_store(queries.counts).registrations == 2
    assert [row.pending is not None for row in world.on_store(registrations.queue)] == [False, True, False]


def test_papers_on_this_computer_are_looked_at_and_drawn(world: DeskWorld, qtbot: QtBot, tmp_path: Path) -> None:
    world.put_file(file_id(1), hostile.kept(tmp_path, hostile.archive({"a.jpg": hostile.jpeg(), "b.exe": b"MZ"})))
    looks: list[DocumentFacts | Refused] = []
    pictures: list[Picture | Refused] = []
    operation.look_at(world.context, file_id(1), looks.append)
    operation.look_at(world.context, file_id(2), looks.append)
    operation.draw(world.context, file_id(1), pictures.append, entry=0, max_side=60)
    operation.draw(world.context, file_id(1), pictures.append, entry=1)
    qtbot.waitUntil(lambda: len(looks) == len(pictures) == 2, timeout=20_000)
    assert Refused("missing") in looks
    assert [entry.state for one in looks if isinstance(one, DocumentFacts) for entry in one.entries] == [
        "preview",
        "blocked",
    ]
    assert Refused("blocked") in pictures
    assert [picture.width for picture in pictures if isinstance(picture, Picture)] == [60]
