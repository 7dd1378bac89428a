"""Work off the UI thread and its way back."""

import threading

import pytest
import shiboken6
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot

from desktop.background import Background, ClosedError


def test_result_comes_on_the_ui_thread(qtbot: QtBot, background: Background) -> None:
    seen: list[tuple[str, str, bool]] = []

    def done(name: str) -> None:
        seen.append((name, threading.current_thread().name, QThread.currentThread() is background.thread()))

    background.run(lambda: threading.current_thread().name, done)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen[0][0].startswith("network-")
    assert seen[0][1] == "MainThread"
    assert seen[0][2]


def test_error_goes_to_failed_and_else_to_unhandled(qtbot: QtBot, background: Background) -> None:
    told: list[Exception] = []
    background.run(lambda: 1 / 0, failed=told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert isinstance(told[0], ZeroDivisionError)
    with qtbot.waitSignal(background.unhandled) as caught:
        background.run(lambda: {}["missing"])
    assert isinstance(caught.args[0], KeyError)


def test_nothing_is_delivered_to_an_owner_that_has_gone(qtbot: QtBot, background: Background) -> None:
    owner, gate, seen = QObject(), threading.Event(), []
    background.run(gate.wait, lambda _: seen.append("late"), owner=owner)
    shiboken6.delete(owner)
    gate.set()
    finished: list[bool] = []
    background.run_on_store(lambda: background.call_on_store(lambda: True), finished.append)
    qtbot.waitUntil(lambda: bool(finished))
    background.close(5.0)
    qtbot.wait(0)
    assert seen == []


def test_store_jobs_run_in_order_on_one_thread(qtbot: QtBot, background: Background) -> None:
    names: list[str] = []
    order: list[int] = []
    for n in range(50):
        background.run_on_store(lambda n=n: (order.append(n), names.append(threading.current_thread().name)))  # type: ignore[misc]
    done: list[None] = []
    background.run_on_store(lambda: None, done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert order == list(range(50))
    assert set(names) == {"store-0"}


def test_call_on_store_from_a_network_thread(qtbot: QtBot, background: Background) -> None:
    seen: list[object] = []
    background.run(lambda: background.call_on_store(lambda: threading.current_thread().name), seen.append)
    background.run(lambda: background.call_on_store(lambda: int("x")), failed=seen.append)
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert "store-0" in seen
    assert any(isinstance(item, ValueError) for item in seen)


def test_closing_finishes_the_store_queue_and_takes_nothing_new(qtbot: QtBot) -> None:
    background = Background()
    gate, written = threading.Event(), []
    background.run_on_store(gate.wait)
    for n in range(20):
        background.run_on_store(lambda n=n: written.append(n))  # type: ignore[misc]
    gate.set()
    assert background.close(5.0)
    assert written == list(range(20))
    with pytest.raises(ClosedError):
        background.run(lambda: None)
    with pytest.raises(ClosedError):
        background.run_on_store(lambda: None)


def test_what_comes_after_closing_is_told_to_nobody(qtbot: QtBot) -> None:
    """The desk has ended: who was told might ask again, and could not."""
    background = Background()
    told: list[object] = []
    background.unhandled.connect(told.append)
    background.run(lambda: 1, told.append)
    background.run(lambda: int("x"), told.append, told.append)
    assert background.close(5.0)
    qtbot.wait(50)
    assert told == []


def test_that_the_person_has_left_is_no_failure(qtbot: QtBot, background: Background) -> None:
    """A call under way finds the store closed; no screen waits for it."""
    told: list[object] = []
    background.unhandled.connect(told.append)

    def late() -> None:
        raise ClosedError("the person has left")

    background.run(late, told.append)
    background.run(late, told.append, told.append)
    background.run(lambda: "last", told.append)
    qtbot.waitUntil(lambda: "last" in told)
    assert told == ["last"]
