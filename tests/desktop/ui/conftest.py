"""Every test of the widgets starts in the light theme at 100 % text."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from desktop.ui.theme import apply_theme, load_theme


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> Iterator[None]:
    apply_theme(qapp, load_theme("light"), 1.0)
    yield
    apply_theme(qapp, load_theme("light"), 1.0)
