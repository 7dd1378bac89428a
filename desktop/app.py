"""Starts the Qt application and the desk in it; the first window is painted before anything slow is loaded."""

import desktop.quick_imports  # noqa: F401 - first of all

# isort: split
import gc
import importlib
import signal
import sys
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from desktop.desk import Desk
from desktop.paths import RESOURCES, Paths, default_profile

COLLECT_AFTER_MS = 5_000


class Options(NamedTuple):
    """What the command line asked for."""

    demo: bool = False
    reset: bool = False
    profile: Path | None = None
    tour: Path | None = None


def make_application() -> QApplication:
    """The QApplication with name and icon."""
    app = QApplication(sys.argv[:1])
    QTimer.singleShot(COLLECT_AFTER_MS, _collect_from_now_on)
    app.setApplicationName("yunjiangshu-desk")
    app.setDesktopFileName("yunjiangshu-desk")
    app.setWindowIcon(QIcon(str(RESOURCES / "icons" / "brand.svg")))
    app.setQuitOnLastWindowClosed(False)
    return app


def _collect_from_now_on() -> None:
    gc.freeze()
    gc.enable()


def run(options: Options) -> int:
    """Runs until the person quits; the exit code is 0, or that of the tour."""
    app = make_application()
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Qt's loop would not let Python see Ctrl+C
    paths = Paths(options.profile or default_profile(options.demo))
    fresh = options.reset or options.tour is not None  # each tour decides some works; they are few
    desk = Desk(app, paths, demo=options.demo, reset=fresh)
    if not desk.start():
        print("yunjiangshu-desk: this profile is open already; its window comes to the front", file=sys.stderr)
        return 0 if options.tour is None else 1
    if options.tour is not None:
        importlib.import_module("desktop.tour").start(desk, options.tour)
    return app.exec()
