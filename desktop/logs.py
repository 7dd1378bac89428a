"""Rotating logs without personal data, and what happens to exceptions that nobody caught."""

import logging
import re
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

MAX_BYTES = 1_000_000
FILES = 5
_HIDDEN = (
    (re.compile(r"(?<!\d)(1\d{2})\d{4}(\d{4})(?!\d)"), r"\1****\2"),
    (re.compile(r"(?i)(bearer\s+|sig=|(?:token|password)['\"]?\s*[=:]\s*['\"]?)[^\s'\"&,}]+"), r"\1…"),
    (re.compile(r"(?i)(PRAGMA key\s*=\s*).*"), r"\1…"),
)  # fmt: skip
Report = Callable[[str], None]


def without_secrets(text: str) -> str:
    """`text` with phone numbers, tokens, passwords and keys blotted out."""
    for pattern, shown in _HIDDEN:
        text = pattern.sub(shown, text)
    return text


class LateFile(logging.Handler):
    """Opens `file` (rotating, FILES of MAX_BYTES) with the first record: a start that goes well writes none."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self._path = file
        self._file: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Writes the record."""
        if self._file is None:
            from logging.handlers import RotatingFileHandler  # late: brings socket, pickle and queue (10 ms)

            self._file = RotatingFileHandler(self._path, maxBytes=MAX_BYTES, backupCount=FILES - 1, encoding="utf-8")
            self._file.setFormatter(self.formatter)
        self._file.handle(record)

    def close(self) -> None:
        """Closes the file."""
        if self._file is not None:
            self._file.close()
        super().close()


class CleanFormatter(logging.Formatter):
    """Formats a record, then blots out what must not be kept."""

    def format(self, record: logging.LogRecord) -> str:
        """The line(s) to write."""
        return without_secrets(super().format(record))


def start_logging(folder: Path, level: int = logging.INFO) -> logging.Handler:
    """Logs everything of `level` and above to `folder`/desk.log (five files of 1 MB); returns the handler."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    handler = LateFile(folder / "desk.log")
    handler.setFormatter(CleanFormatter("%(asctime)s %(levelname)s %(name)s [%(threadName)s] %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(level)
    for noisy in ("urllib3", "keyring", "PIL"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
    return handler


def stop_logging(handler: logging.Handler) -> None:
    """Takes the handler off and closes its file."""
    logging.getLogger().removeHandler(handler)
    handler.close()


def describe(error: BaseException) -> str:
    """The traceback as text for the log and for the dialog, without secrets."""
    return without_secrets("".join(traceback.format_exception(error)))


def catch_unhandled(report: Report) -> Callable[[], None]:
    """Logs exceptions that reach the top of any thread and hands their text to `report`; returns how to stop that.

    `report` is called on the failing thread.
    """
    log = logging.getLogger("desktop.unhandled")
    before = sys.excepthook, threading.excepthook

    def seen(error: BaseException) -> None:
        log.critical("unhandled %s", type(error).__name__, exc_info=error)
        report(describe(error))

    def main_hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            seen(error.with_traceback(trace))

    def thread_hook(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and not isinstance(args.exc_value, SystemExit):
            seen(args.exc_value)

    sys.excepthook, threading.excepthook = main_hook, thread_hook

    def stop() -> None:
        sys.excepthook, threading.excepthook = before

    return stop
