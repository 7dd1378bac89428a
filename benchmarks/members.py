"""100,000 memberships in one organization: the real page on an encrypted store, searched as somebody types.

Printed: from opening the page to its first rows (at most 100 ms); the longest time the window could not have answered
after each letter typed, 95th percentile (at most 16 ms); from a letter to its rows on screen; and the search itself
against a plain `LIKE '%…%'` over the same table in the same run, with the ratio.
"""

import gc
import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from contract.columns import COLUMNS
from desktop.store import Store, cache, members
from desktop.store.members import MemberFilter
from desktop.ui.dropdown import Dropdown
from desktop.ui.fields import SearchField
from desktop.ui.status_bar import StatusBar
from desktop.ui.table import Column, TableModel, TableView
from desktop.views.members.page import MembersPage
from tests.desktop.works.desk_world import NOW_MS, DeskWorld, build

ROWS = 100_000
NAMES = COLUMNS["membership"]
TYPED = ("王", "王建", "王建国", "师徒", "夜班的", "cw", "lgq", "99 号")
SURNAMES, GIVEN = "王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高罗", "建国志文秀海玉春永明晓立德宏雪佳华军平英强敏霞辉伟芳波丽"
REASONS = ("班组推荐参加，已拍好初稿", "转向架焊接班，想讲师徒传承", "夜班的故事", "库管员，讲零差错")
TIMES = 5
LIKE = "SELECT count(*) FROM membership WHERE applicant_name LIKE ? OR reason LIKE ? OR organization_name LIKE ?"


def row(number: int, chance: random.Random) -> list[Any]:
    """An application with realistic words."""
    name = "".join((chance.choice(SURNAMES), chance.choice(GIVEN), chance.choice(("", *GIVEN))))
    facts = dict.fromkeys(NAMES) | {
        "id": f"01a2047e-9874-78c7-8920-{number:012d}", "version": 1, "round": 1, "organization_id": "1",
        "state": chance.choice(("pending", "pending", "pending", *["approved"] * 6, "rejected")),
        "organization_name": "鲁源轨道装备公司工会", "applicant_name": name,
        "initials": "".join(chr(97 + ord(letter) % 26) for letter in name), "applicant_phone": "139****7715",
        "occupation": "焊工", "reason": f"{chance.choice(REASONS)} {number % 1000} 号", "applied_at": NOW_MS - number,
        "in_roster": 0, "employee_no": "", "same_names": 0, "other_organizations": 0,
        "history": [{"at": NOW_MS - number, "kind": "submitted", "by": "", "round": 1}],
    }  # fmt: skip
    return [facts[name] for name in NAMES]


def fill(store: Store) -> float:
    """Writes all rows as a first sync does; seconds."""
    chance = random.Random(1)
    ops = [["P", "org:1", "membership", row(number, chance)] for number in range(ROWS)]
    began = time.perf_counter()
    for portion in cache.steps(ops):
        cache.apply(store, {"membership": list(NAMES)}, portion)
    return time.perf_counter() - began


def until(fact: Callable[[], bool]) -> tuple[float, list[float]]:
    """Turns the event loop until a fact holds: ms, and each turn's length in ms."""
    loop = QEventLoop()
    began = last = time.perf_counter()
    turns = []
    while not fact():
        loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        now = time.perf_counter()
        turns.append((now - last) * 1000)
        last = now
    return (last - began) * 1000, turns


def type_all(page: MembersPage) -> tuple[list[float], list[float]]:
    """Each text letter by letter: ms from a letter to its rows, and the longest handling of events for it in ms."""
    took, stalls = list[float](), list[float]()
    tick = QTimer(interval=1, timerType=Qt.TimerType.PreciseTimer)  # so that waiting is not counted as a stall
    tick.start()
    page.activateWindow()
    page.filters.search.setFocus()
    for text in TYPED * TIMES:
        for end in range(1, len(text) + 1):
            before = page.feed._asked
            page.filters.search.setText(text[:end])
            asked = page.feed._asked
            if asked == before:
                continue  # the same text as before
            seen = [False]

            def got(seen: list[bool] = seen) -> None:
                seen[0] = True

            page.feed.changed.connect(got)
            ms, turns = until(lambda asked=asked, seen=seen: seen[0] and page.feed._asked == asked)  # type: ignore[misc]
            page.feed.changed.disconnect(got)
            took.append(ms)
            stalls.append(max(turns, default=0.0))
    tick.stop()
    return took, stalls


def searches(store: Store) -> tuple[list[float], list[float]]:
    """ms of each search and of LIKE over the same rows."""
    ours, plain = [], []
    for text in TYPED:
        began = time.perf_counter()
        members.page(store, MemberFilter(text=text))
        members.counts(store, MemberFilter(text=text))
        ours.append((time.perf_counter() - began) * 1000)
        began = time.perf_counter()
        store.cache.scalar(LIKE, (f"%{text}%",) * 3)
        plain.append((time.perf_counter() - began) * 1000)
    return ours, plain


def furnished() -> QWidget:
    """What the desk has on screen before any page: fonts and styles have been loaded for it."""
    shell = QWidget()
    row = QHBoxLayout(shell)
    for part in (StatusBar(), SearchField("搜索"), Dropdown(), TableView(TableModel((Column("a", "名称"),)))):
        row.addWidget(part)
    shell.show()
    until_quiet()
    return shell


def until_quiet() -> None:
    """Whatever still has to be painted."""
    end = time.perf_counter() + 0.3
    while time.perf_counter() < end:
        QApplication.processEvents()


def measured(desk: DeskWorld) -> None:
    """Prints the figures."""
    wrote = desk.on_store(fill)
    print(f"first sync      {ROWS / wrote:>8,.0f} rows/s into the store, search index and all")
    shell = furnished()
    gc.collect()
    gc.freeze()  # as the desk does when it has started
    began = time.perf_counter()
    page = MembersPage(desk.context)
    page.resize(1360, 872)
    page.show()
    page.activate()
    until(lambda: bool(page.feed.rows) and page.model.rowCount() > 0)
    print(f"first rows      {(time.perf_counter() - began) * 1000:>8.1f} ms  (page made and filled; limit 100)")
    until_quiet()
    took, stalls = type_all(page)
    worst = statistics.quantiles(stalls, n=20)[-1]
    print(f"window stall    {worst:>8.1f} ms  (95 % of {len(stalls)} letters; limit 16)")
    print(f"letter to rows  {statistics.median(took):>8.1f} ms  (median; longest {max(took):.1f})")
    ours, plain = desk.on_store(searches)
    print(f"search          {statistics.median(ours):>8.1f} ms  with first page and counts")
    print(f"LIKE            {statistics.median(plain):>8.1f} ms  for the count alone")
    print(f"ratio           {statistics.median(ours) / statistics.median(plain):>8.2f}")
    page.deactivate()
    page.close()
    shell.close()


def main() -> None:
    """One run."""
    app = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        desk = build(Path(folder), app)
        measured(desk)
        desk.close()


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    main()
