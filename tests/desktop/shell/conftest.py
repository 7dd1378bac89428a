"""Real pieces of the shell, closed at the end."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.background import Background
from desktop.changes import Changes
from desktop.settings import Settings


@pytest.fixture
def background(qtbot: QtBot) -> Iterator[Background]:
    """Threads that must be gone after the test."""
    made = Background()
    yield made
    assert made.close(5.0)


@pytest.fixture
def changes(qtbot: QtBot) -> Changes:
    """Announcements."""
    return Changes()


@pytest.fixture
def settings(qtbot: QtBot, tmp_path: Path) -> Settings:
    """Settings in a folder of the test."""
    return Settings(tmp_path / "settings.ini")
