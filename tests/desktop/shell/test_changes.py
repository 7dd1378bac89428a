"""What changed is said once per turn of the event loop."""

import threading

import pytest
from pytestqt.qtbot import QtBot

from contract.columns import COLUMNS
from desktop.changes import TOPICS, Changes
from desktop.sync import _TOPIC_OF_KIND


def test_announcements_of_one_turn_come_together(qtbot: QtBot, changes: Changes) -> None:
    seen: list[frozenset[str]] = []
    changes.changed.connect(seen.append)
    changes.announce({"work"})
    changes.announce({"outbox"})
    assert seen == []
    qtbot.waitUntil(lambda: bool(seen))
    changes.announce({"lease"})
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert seen == [frozenset({"work", "outbox"}), frozenset({"lease"})]


def test_any_thread_may_announce(qtbot: QtBot, changes: Changes) -> None:
    threads: list[str] = []
    changes.changed.connect(lambda _: threads.append(threading.current_thread().name))
    worker = threading.Thread(target=lambda: changes.announce({"media"}))
    worker.start()
    worker.join()
    qtbot.waitUntil(lambda: bool(threads))
    assert threads == ["MainThread"]


def test_unknown_topic_is_a_bug(changes: Changes) -> None:
    with pytest.raises(ValueError, match="wrok"):
        changes.announce({"wrok"})


def test_every_kind_of_the_feed_can_be_announced() -> None:
    """The sync announces kinds by their names; one that is no topic would end it."""
    assert {_TOPIC_OF_KIND.get(kind, kind) for kind in COLUMNS} <= TOPICS
