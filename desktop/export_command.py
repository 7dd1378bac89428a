"""`main.py export`: a week's workbook or bulletin without a window, for schedules; as the person remembered here.

It does what the tab does: syncs, brings the sealed boards, writes. Without a network it takes what is on this computer.
"""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QApplication

from contract.boards import BoardKind
from contract.campaign import CAMPAIGN_WEEKS
from desktop.appearance import Appearance
from desktop.clock import Clock
from desktop.context import AppContext
from desktop.export.cover import file_name
from desktop.export.options import ExportOptions
from desktop.failures import explain
from desktop.marking import QT_TRANSLATE_NOOP
from desktop.operations import boards, exports, sign_in
from desktop.operations.exports import Boards
from desktop.paths import Paths, default_profile
from desktop.profile import Profile
from desktop.session import entering
from desktop.session.opening import Session
from desktop.settings import Settings
from desktop.store.boards import SealRow
from desktop.views.boards.export_words import export_fault
from desktop.views.pages import RANKERS

SYNC_MS: Final = 120_000
"""As long as the server is waited for; then what is here is taken."""
_WORDS: Final = {
    "open": QT_TRANSLATE_NOOP(
        "ExportCommand", "The desk is open with this profile: export there, close it, or use a profile of its own."
    ),
    "nobody": QT_TRANSLATE_NOOP(
        "ExportCommand", "Nobody is remembered in this profile: start the desk with it and sign in, staying signed in."
    ),
    "role": QT_TRANSLATE_NOOP("ExportCommand", "{0} has no boards: sign in as union staff."),
    "no-seal": QT_TRANSLATE_NOOP("ExportCommand", "No week is sealed yet, or none has reached this computer."),
    "not-sealed": QT_TRANSLATE_NOOP(
        "ExportCommand", "Week {0} is not sealed. Seal it first, or write what it says now with --unsealed."
    ),
    "not-here": QT_TRANSLATE_NOOP(
        "ExportCommand", "Not all boards of week {0} are on this computer, and the server cannot be reached."
    ),
    "nothing-written": QT_TRANSLATE_NOOP("ExportCommand", "Nothing was written."),
    "written": QT_TRANSLATE_NOOP("ExportCommand", "Written: {0}"),
}


class ExportAsk(NamedTuple):
    """`week` None is the last sealed one; `out` a file (.xlsx, or .pdf for the bulletin) or a folder."""

    week: int | None
    out: Path
    kinds: frozenset[BoardKind] = frozenset(BoardKind)
    full_names: bool = False
    unsealed: bool = False


def main(arguments: list[str]) -> int:
    """Reads the command line after `export`."""
    parser = ArgumentParser("main.py export", description="写出一周的榜单或周报，不开窗口，可用于定时任务")
    parser.add_argument(
        "--week", type=_week, required=True, metavar="N", help=f"1…{CAMPAIGN_WEEKS}，或 last：最近封榜的一周"
    )
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help=".xlsx；.pdf 为周报；也可以是文件夹")
    parser.add_argument("--board", action="append", choices=list(BoardKind), help="只要这一张榜，可多次给出；默认全部")
    parser.add_argument("--full-names", action="store_true", help="姓名不打码")
    parser.add_argument("--unsealed", action="store_true", help="未封榜的周也写，按现在的数据")
    parser.add_argument("--profile", type=Path, default=default_profile(), metavar="DIR", help="在哪个档案里登录的")
    asked = parser.parse_args(arguments)
    kinds = frozenset(map(BoardKind, asked.board or BoardKind))
    return run(ExportAsk(asked.week, asked.out, kinds, asked.full_names, asked.unsealed), Paths(asked.profile))


def run(ask: ExportAsk, paths: Paths, clock: Clock | None = None) -> int:
    """0 when the file is there, else 1 and the reason on standard error."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # a schedule has no screen
    app = QApplication(sys.argv[:1])
    app.setApplicationName("yunjiangshu-desk")
    profile = Profile(app, paths, demo=False, clock=clock)
    if not profile.take(ring=False):
        Appearance(app, Settings(paths.settings_file), paths.profile / "i18n")  # for the language
        print(_say("open"), _say("nothing-written"), file=sys.stderr)
        return 1
    command = ExportCommand(profile, ask, app.exit)
    QTimer.singleShot(0, command.start)
    code = app.exec()
    command.leave()
    profile.close()
    return code


class ExportCommand(QObject):
    """One export; `ended(exit code)` is called once."""

    def __init__(self, profile: Profile, ask: ExportAsk, ended: Callable[[int], object]) -> None:
        super().__init__()
        self._profile, self._ask, self._ended = profile, ask, ended
        self._context: AppContext | None = None
        self._wait = QTimer(self, singleShot=True, interval=SYNC_MS)
        self._wait.timeout.connect(self._synced)
        profile.context.background.unhandled.connect(self._failed)

    def start(self) -> None:
        """Comes in without a password, as the desk does."""
        person = self._profile.remembered()
        if person is None:
            self._refuse("nobody")
        elif person.role not in RANKERS:
            self._refuse("role", person.label)
        else:
            sign_in.resume(self._profile.context, person, self._came_in, self._failed, self)

    def leave(self) -> None:
        """Ends what runs for the person."""
        if self._context is not None:
            entering.leave(self._context)

    def _came_in(self, session: Session) -> None:
        self._context = entering.app_context(self._profile.context, session)
        self._context.sync.state_changed.connect(self._look)
        self._wait.start()
        entering.start_sync(self._context)

    def _look(self) -> None:
        """Goes on as soon as everything is here, or nothing will come."""
        sync = self._open().sync
        if not self._wait.isActive():
            return
        if sync.network.kind in ("signed-out", "too-old") and sync.network.error is not None:
            self._wait.stop()
            self._failed(sync.network.error)
        elif sync.up_to_date or not sync.network.reachable:
            self._synced()

    def _synced(self) -> None:
        self._wait.stop()
        boards.bring(self._open(), lambda _count: self._ask_week(), lambda _error: self._ask_week(), self)

    def _ask_week(self) -> None:
        boards.seals(self._open(), self._got_seals, self)

    def _got_seals(self, seals: list[SealRow]) -> None:
        sealed = [row.week for row in seals]
        week = self._ask.week or max(sealed, default=None)
        if week is None:
            self._refuse("no-seal")
        elif week not in sealed and not self._ask.unsealed:
            self._refuse("not-sealed", week)
        else:
            exports.week_boards(self._open(), week, lambda got: self._write(week, got), self._failed, self)

    def _write(self, week: int, found: Boards) -> None:
        if not self._ask.kinds <= found.keys():
            self._refuse("not-here", week)
            return
        context, out = self._open(), self._ask.out
        if out.is_dir():
            out = out / file_name(next(iter(found.values())))
        if out.suffix.lower() == ".pdf":
            exports.write_bulletin(context, found, out, self._written, self._failed, self)
            return
        options = ExportOptions(
            exporter=context.person.label, at=context.clock.now_ms(), kinds=self._ask.kinds,
            mask_names=not self._ask.full_names,
        )  # fmt: skip
        exports.write_workbook(
            context, found, options, out, lambda _done, _all: None, lambda: False, self._written, self._failed, self
        )

    def _written(self, path: Path) -> None:
        print(_say("written", path))
        self._ended(0)

    def _failed(self, error: Exception) -> None:
        fault = export_fault(error)
        if fault is None:
            failure = explain(error)
            fault = (failure.what, failure.do) if failure else (type(error).__name__, "")
        self._complain(*fault)

    def _refuse(self, code: str, *facts: object) -> None:
        self._complain(_say(code, *facts), _say("nothing-written"))

    def _complain(self, *words: str) -> None:
        print(*filter(None, words), file=sys.stderr)
        self._ended(1)

    def _open(self) -> AppContext:
        assert self._context is not None
        return self._context


def _say(code: str, *facts: object) -> str:
    return QCoreApplication.translate("ExportCommand", _WORDS[code]).format(*facts)


def _week(text: str) -> int | None:
    if text == "last":
        return None
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= CAMPAIGN_WEEKS:
        raise ArgumentTypeError(f"1…{CAMPAIGN_WEEKS}, last")
    return int(text)
