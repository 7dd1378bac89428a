"""The guards of tests/helpers/guards.py themselves: each kind of leftover fails its test, and with a clear line."""

import os
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SERVICES = "import logging, threading, warnings\nimport pytest\n"
QT = "from PySide6.QtCore import QThread, QTimer, qWarning\nfrom PySide6.QtWidgets import QDialog, QWidget\n"

LEFTOVERS = {
    "thread": (
        "threading.Thread(target=threading.Event().wait, name='forgotten', daemon=True).start()",
        "thread 'forgotten' still runs",
    ),
    "warning": ("warnings.warn('old call', DeprecationWarning)", "DeprecationWarning: old call"),
    "thread_error": ("t = threading.Thread(target=lambda: 1 / 0); t.start(); t.join()", "ZeroDivisionError"),
    "unclosed": ("open(__file__)", "ResourceWarning: unclosed file"),
    "log": ("logging.getLogger('desk').warning('odd %s', 7)", "logged: desk: odd 7"),
    "qt_thread": ("qapp.kept = QThread(qapp, objectName='Q'); qapp.kept.start()", "thread QThread 'Q' still runs"),
    "qt_timer": (
        "qapp.timer = QTimer(qapp, objectName='tick'); qapp.timer.start(60000)",
        "timer QTimer 'tick' of QApplication still runs, every 60000 ms",
    ),
    "qt_single_shot": ("QTimer.singleShot(60000, print)", "timer QTimer '' of NoneType still runs"),
    "qt_window": ("qapp.left = QWidget(objectName='left'); qapp.left.show()", "window QWidget 'left' is still open"),
    "qt_hidden_window": ("qapp.hidden = QDialog(objectName='hidden')", "window QDialog 'hidden' is still there"),
    "qt_message": ("qWarning('from Qt')", "logged: qt: from Qt"),
    "qt_message_late": ("request.addfinalizer(lambda: qWarning('at the end'))", "logged: qt: at the end"),
}

CLEAN = """
@pytest.mark.expected_logs("^desk: odd", "Qt says")
def test_announced(qapp):
    logging.getLogger("desk").warning("odd %s", 7)
    qWarning("Qt says so")

@pytest.mark.expected_logs("perhaps", optional=True)
def test_may_be_logged():
    pass

@pytest.fixture(scope="module")
def service():
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    yield
    stop.set()
    thread.join()

@pytest.fixture(scope="module")
def window(qapp):
    window = QWidget()
    window.timer = QTimer(window)
    window.timer.start(60000)
    yield window
    window.timer.stop()
    window.close()
    window.deleteLater()

def test_long_lived_fixtures(service, window):
    pass

def test_after_it(service, window):
    pass

def test_tidy(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    QTimer.singleShot(0, window.update)
    qtbot.waitExposed(window)
    thread = threading.Thread(target=threading.Event().wait, args=(0.2,))
    thread.start()

def test_deleted_later(qapp, request):
    qapp.closing = QWidget()
    request.addfinalizer(qapp.closing.deleteLater)

def test_cycle(qtbot):
    window = QWidget()
    window.itself = window
"""


def run(pytester: pytest.Pytester, text: str, *options: str) -> pytest.RunResult:
    """Runs `text` as a test module in a process of its own, with the project's own settings and guards."""
    pytester.makepyprojecttoml((ROOT / "pyproject.toml").read_text("utf-8"))
    pytester.makeconftest('pytest_plugins = ["tests.helpers.guards"]')
    pytester.makepyfile(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", os.fspath(ROOT))
        return pytester.runpytest_subprocess("-p", "no:cacheprovider", *options, ".")


def test_each_leftover_fails_its_test_and_no_other(pytester: pytest.Pytester) -> None:
    tests = "".join(
        f"def test_{name}({'qapp, request' if name.startswith('qt') else ''}):\n    {line}\n"
        f"def test_after_{name}():\n    pass\n"
        for name, (line, _) in LEFTOVERS.items()
    )
    result = run(pytester, SERVICES + QT + tests)
    failed = set(re.findall(r"^(?:FAILED|ERROR) \S+::test_(\w+)", result.stdout.str(), re.MULTILINE))
    assert failed == set(LEFTOVERS)
    for _, line in LEFTOVERS.values():
        result.stdout.fnmatch_lines(f"*{line.replace('[', '[[]')}*")


def test_an_announced_record_that_does_not_come_fails(pytester: pytest.Pytester) -> None:
    result = run(pytester, SERVICES + "@pytest.mark.expected_logs('disk full')\ndef test_it():\n    pass\n")
    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines("not logged: disk full")


def test_tidy_tests_pass(pytester: pytest.Pytester) -> None:
    result = run(pytester, SERVICES + QT + CLEAN)
    result.assert_outcomes(passed=7)


def test_guards_alone_do_not_load_qt(pytester: pytest.Pytester) -> None:
    text = "import sys\ndef test_it():\n    assert not [name for name in sys.modules if name.startswith('PySide6')]\n"
    run(pytester, text, "-p", "no:pytest-qt", "-c", os.devnull, "-W", "error").assert_outcomes(passed=1)
