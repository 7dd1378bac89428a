"""A test fails on what it leaves running or open, and on log records (Qt's messages too) that it did not announce."""

import gc
import logging
import re
import sys
import threading
import time
import weakref
from collections.abc import Generator, Iterable
from dataclasses import dataclass, field
from typing import Any

import pytest

GRACE_S = 2.0
HARMLESS = re.compile(
    # what the offscreen platform says
    r"qt: This plugin does not support (propagateSizeHints\(\)|raise\(\)|grabbing the (keyboard|mouse))"
)
QT_LEVELS = {
    "QtDebugMsg": logging.DEBUG,
    "QtInfoMsg": logging.INFO,
    "QtWarningMsg": logging.WARNING,
    "QtCriticalMsg": logging.ERROR,
    "QtFatalMsg": logging.CRITICAL,
}
_failed = pytest.StashKey[bool]()


class _Records(logging.Handler):
    """Keeps the records of WARNING and above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.name}: {record.getMessage():.2000}")


def _threads() -> set[threading.Thread]:
    return {thread for thread in threading.enumerate() if not isinstance(thread, threading._DummyThread)}


def _qt_things() -> Iterable[Any]:
    """Running QThreads, active QTimers and top-level widgets; empty as long as no Qt application is made."""
    core = sys.modules.get("PySide6.QtCore")
    if core is None or core.QCoreApplication.instance() is None:
        return
    is_valid = sys.modules["shiboken6"].isValid
    for thing in gc.get_objects():
        kinds = type(thing).__mro__
        if core.QTimer in kinds:
            if is_valid(thing) and thing.isActive():
                yield thing
        elif core.QThread in kinds and is_valid(thing) and thing.isRunning():
            yield thing
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is not None:
        yield from (w for w in widgets.QApplication.topLevelWidgets() if w.parent() is None or w.isVisible())


def _describe(thing: Any) -> str:
    if isinstance(thing, threading.Thread):
        return f"thread {thing.name!r} still runs"
    named = f"{type(thing).__name__} {thing.objectName()!r}"
    core = sys.modules["PySide6.QtCore"]
    if isinstance(thing, core.QTimer):
        return f"timer {named} of {type(thing.parent()).__name__} still runs, every {thing.interval()} ms"
    if isinstance(thing, core.QThread):
        return f"thread {named} still runs"
    return f"window {named} is still {'open' if thing.isVisible() else 'there'}"


def _ends_by_itself(thing: Any) -> bool:
    """Whether it is a timer that fires once, at the next turn of the event loop."""
    timer = sys.modules["PySide6.QtCore"].QTimer
    return isinstance(thing, timer) and thing.isSingleShot() and thing.interval() == 0


def _handle_qt(kind: Any, context: Any, message: str) -> None:
    logging.getLogger("qt").log(QT_LEVELS[kind.name], "%s", message)


@dataclass
class Guards:
    """What was there before the test, and what was logged since."""

    records: _Records = field(default_factory=_Records)
    threads: set[threading.Thread] = field(default_factory=set)
    qt: "weakref.WeakSet[Any]" = field(default_factory=weakref.WeakSet)

    def begin(self) -> None:
        """Takes note of what is there; from now on records count."""
        self.tolerate()
        self.records.lines.clear()
        logging.getLogger().addHandler(self.records)
        if core := sys.modules.get("PySide6.QtCore"):
            core.qInstallMessageHandler(_handle_qt)

    def tolerate(self) -> None:
        """What is there now may stay (it belongs to a fixture that outlives the test)."""
        self.threads, self.qt = _threads(), weakref.WeakSet(_qt_things())

    def strays(self) -> list[str]:
        """One line for each thing that the test left behind."""
        if core := sys.modules.get("PySide6.QtCore"):
            core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete.value)
        deadline = time.monotonic() + GRACE_S
        for thread in _threads() - self.threads:
            thread.join(max(0.0, deadline - time.monotonic()))
        if set(_qt_things()) - set(self.qt):
            gc.collect()
        while core and any(map(_ends_by_itself, set(_qt_things()) - set(self.qt))) and time.monotonic() < deadline:
            core.QCoreApplication.processEvents()
        left = [*(_threads() - self.threads), *(set(_qt_things()) - set(self.qt))]
        return sorted(map(_describe, left))

    def surprises(self, item: pytest.Item) -> list[str]:
        """One line for each record that no `expected_logs` announced, and for each announced one that did not come."""
        marks = list(item.iter_markers("expected_logs"))
        patterns = [pattern for mark in marks for pattern in mark.args]
        due = [pattern for mark in marks if not mark.kwargs.get("optional") for pattern in mark.args]
        lines = [line for line in self.records.lines if not HARMLESS.search(line)]
        return [
            *(f"logged: {line}" for line in lines if not any(re.search(pattern, line) for pattern in patterns)),
            *(f"not logged: {pattern}" for pattern in due if not any(re.search(pattern, line) for line in lines)),
        ]

    def end(self) -> None:
        """Stops listening."""
        logging.getLogger().removeHandler(self.records)
        if core := sys.modules.get("PySide6.QtCore"):
            core.qInstallMessageHandler(None)


class GuardsPlugin:
    """Puts the guards around each test: before its first fixture, after its last."""

    def __init__(self) -> None:
        self.guards = Guards()

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_setup(self, item: pytest.Item) -> Generator[None]:
        self.guards.begin()
        return (yield)

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: pytest.FixtureDef[Any]) -> Generator[None]:
        result = yield
        if fixturedef.scope != "function":
            self.guards.tolerate()
        return result

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(self, item: pytest.Item, call: pytest.CallInfo[None]) -> Generator[None]:
        report = yield
        item.stash[_failed] = item.stash.get(_failed, False) or report.outcome != "passed"
        return report

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_teardown(self, item: pytest.Item) -> Generator[None]:
        try:
            result = yield
            trouble = [] if item.stash.get(_failed, False) else self.guards.strays() + self.guards.surprises(item)
            if trouble:
                pytest.fail("\n".join(["the test left or logged what it did not announce:", *trouble]), pytrace=False)
            return result
        finally:
            self.guards.end()


def pytest_configure(config: pytest.Config) -> None:
    """Guards are on for every test."""
    config.pluginmanager.register(GuardsPlugin(), "guards")


def pytest_collection_finish(session: pytest.Session) -> None:
    """What is imported by now is not looked through after each test."""
    gc.collect()
    gc.freeze()
