"""Deciding many at once: in portions, all with one batch id, and taken back together."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from contract.review import Kind, Verdict
from desktop.operations import decide
from desktop.operations.decide import STEP_ROWS, Subject
from desktop.store import outbox
from desktop.store.rows import OutboxRow, ReasonLine
from tests.desktop.works.desk_world import DeskWorld, build

MANY = 2 * STEP_ROWS + 50


@pytest.fixture
def world(qapp: QApplication, tmp_path: Path) -> Iterator[DeskWorld]:
    """An empty desk, kept offline."""
    world = build(tmp_path, qapp)
    yield world
    world.close()


def subjects(count: int = MANY) -> list[Subject]:
    """Applications to join, each with a version of its own."""
    return [
        Subject(Kind.MEMBERSHIP, f"01a2047e-9874-78c7-8917-{number:012d}", number + 1, {"title": f"陈{number}"})
        for number in range(count)
    ]


def rejected(world: DeskWorld, qtbot: QtBot) -> list[OutboxRow]:
    """All of them are rejected; the rows of the outbox."""
    saved: list[OutboxRow] = []
    decide.decide_many(
        world.context,
        subjects(),
        Verdict.REJECT,
        decide.new_batch(world.context),
        reasons=[ReasonLine("member-unknown")],
        done=saved.extend,
    )
    qtbot.waitUntil(lambda: bool(saved))
    return saved


def test_each_is_decided_once_in_order_and_names_the_batch(world: DeskWorld, qtbot: QtBot) -> None:
    saved = rejected(world, qtbot)
    kept = world.outbox()
    assert [row.subject_id for row in kept] == [one.id for one in subjects()]
    assert [row.args["base_version"] for row in kept] == [one.version for one in subjects()]
    assert len({row.args["batch"] for row in kept}) == 1
    assert kept[0].args["batch"]
    assert {row.args["kind"] for row in kept} == {"membership"}
    assert all(row.args["lease_token"] is None for row in kept)
    assert [row.id for row in saved] == [row.id for row in kept]
    assert len({row.id for row in kept}) == MANY


def test_other_questions_come_between_the_portions(world: DeskWorld, qtbot: QtBot) -> None:
    portions: list[int] = []
    counts: list[int] = []

    def said(count: int) -> None:
        portions.append(count)
        world.context.local_store.read(lambda store: store.outbox.scalar("SELECT count(*) FROM outbox"), counts.append)

    decide.decide_many(world.context, subjects(), Verdict.APPROVE, decide.new_batch(world.context), progress=said)
    qtbot.waitUntil(lambda: len(counts) == 3)
    assert portions == [STEP_ROWS, 2 * STEP_ROWS, MANY]
    assert counts[0] < MANY, "the first question had to wait for the whole batch"


def test_a_batch_is_taken_back_but_for_what_is_being_sent(world: DeskWorld, qtbot: QtBot) -> None:
    saved = rejected(world, qtbot)
    world.on_store(lambda store: outbox.take_batch(store, 3))
    taken: list[str] = []
    decide.undo_many(world.context, Kind.MEMBERSHIP, [(row.id, row.facts) for row in saved], done=taken.extend)
    qtbot.waitUntil(lambda: bool(taken))
    assert taken == [row.id for row in saved[3:]]
    assert [row.id for row in world.outbox()] == [row.id for row in saved[:3]]


def test_nothing_to_decide_is_answered_at_once(world: DeskWorld) -> None:
    answers: list[list[OutboxRow]] = []
    decide.decide_many(world.context, [], Verdict.APPROVE, decide.new_batch(world.context), done=answers.append)
    assert answers == [[]]
