"""Start-up with 10,000 cached rows against a bare PySide6 window: painted (≤ 2.5×) and queue usable (≤ 5×).

Usable: its rows are painted and its keys count. When the first work may be decided is printed beside it.

Each run is a process of its own, desk and bare window in turns; times are from the start of the process. The profile is
a real one: encrypted store, key and session in a Secret Service, server not reachable; 600 claimed works (three times
what one claim can bring) and 9,400 decisions of the last days.
"""

import compileall
import os
import secrets
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import keyring

from contract.columns import COLUMNS
from contract.ids import uuid7
from contract.roles import Role
from contract.wire.auth import Person, Session
from desktop import settings as keys
from desktop.api_client import TokenStore
from desktop.clock import SystemClock
from desktop.paths import Paths
from desktop.settings import Settings
from desktop.store import cache, open_store, outbox
from desktop.store.keys import folder_name, key_for, verifier
from tests.helpers.lasting import lasting
from tests.helpers.secret_service import BACKEND, START

WORKS, DECISIONS, RUNS = 600, 9_400, 7
ROOT = Path(__file__).resolve().parents[1]
SERVER, ACCOUNT = "http://127.0.0.1:1", "reviewer-0327"
BARE = """
import os, sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
class Window(QWidget):
    def paintEvent(self, event):
        QTimer.singleShot(0, self.painted)
    def painted(self):
        print("painted", time.monotonic() - float(os.environ["STARTED"]), flush=True)
        app.quit()
app = QApplication([])
window = Window()
window.resize(1440, 900)
window.show()
app.exec()
"""
DESK = """
import os, sys, time
from pathlib import Path
from desktop.app import make_application
from desktop.desk import Desk
from PySide6.QtCore import QTimer
from desktop.paths import Paths
def say(what):
    print(what, time.monotonic() - float(os.environ["STARTED"]), flush=True)
def entered(context):
    page = desk.window.workspace.page()
    def usable():
        assert len(page.feed.now.pending) > 400 and page.queue.list.isVisible()
        say("usable")
        soon.start()
    def decidable():
        if page.accepts_decisions:
            soon.stop()
            say("decidable")
            desk.quit()
    soon = QTimer(desk, interval=5)
    soon.timeout.connect(decidable)
    page.queue.filled.connect(usable)
app = make_application()
desk = Desk(app, Paths(Path(sys.argv[1])))
desk.entered.connect(entered)
assert desk.start()
desk.window.painted.connect(lambda: say("painted"))
app.exec()
"""


def fill(profile: Path) -> None:
    """A person's profile as some weeks leave it."""
    paths, clock = Paths(profile), SystemClock()
    paths.create()
    now = clock.now_ms()
    person = Person(id=new_id(now), account=ACCOUNT, name="林晓岚", label="审核员 0327", role=Role.MODERATOR)
    folder = paths.people / folder_name(SERVER, ACCOUNT)
    session = Session(access_token="a", refresh_token="r", expires_in_s=900, refresh_expires_in_s=604_800,
                      server_time=now, person=person)  # fmt: skip
    TokenStore(folder.name, remember=True).keep(session, now)
    store = open_store(folder, key_for(folder, None), clock, secrets.token_bytes)
    outbox.set_meta(store, "person", person.model_dump_json())
    outbox.set_meta(store, "verifier", verifier("not asked for"))
    bucket = cache.bucket_of_person(person.id)
    ops = [["P", bucket, "work", work(number, now)] for number in range(WORKS)]
    ops += [["P", bucket, "decision", decision(number, now)] for number in range(DECISIONS)]
    cache.apply(store, {kind: list(COLUMNS[kind]) for kind in ("work", "decision")}, ops)
    store.close()
    settings = Settings(paths.settings_file)
    settings.set(keys.LAST_PERSON, (SERVER, ACCOUNT, "moderator", person.label, person.id))
    settings.flush()


def new_id(now: int) -> str:
    """A UUIDv7."""
    return uuid7(now, secrets.token_bytes)


def work(number: int, now: int) -> list[object]:
    """A row of the feed."""
    facts: dict[str, object] = dict.fromkeys(COLUMNS["work"])
    facts |= {
        "id": new_id(now - number), "version": 1, "number": f"YJS-24-{100_000 + number}", "state": "pending",
        "round": 1,
        "title": f"炉火映初心：我在转炉旁的第 {number} 天", "summary": "从看火学徒到炉长，二十年守住一炉钢。",
        "theme": "model_worker", "region": "37", "author_name": "周*明",
        "author_phone": "138****0000", "author_occupation": "转炉炼钢工",
        "organizations": ["鲁源钢铁二炼钢厂工会"], "submitted_at": now - number * 1000,
        "media_id": new_id(now), "media_bytes": 90_000_000, "duration_ms": 116_000, "problems": [], "history": [],
        "lease_token": number + 1, "lease_expires_at": now + 3_600_000, "claimed_at": now, "batch": "1021-07",
    }  # fmt: skip
    return [facts[column] for column in COLUMNS["work"]]


def decision(number: int, now: int) -> list[object]:
    """A confirmed decision as the feed brings it."""
    at = now - 60_000 * number
    facts: dict[str, object] = dict.fromkeys(COLUMNS["decision"])
    facts |= {
        "id": new_id(at), "version": 1, "subject_kind": "work", "subject_id": new_id(at),
        "subject_number": f"YJS-24-{200_000 + number}",
        "subject_title": "把电送到最后一户", "region": "37", "verdict": "approve", "reasons": [], "note": "",
        "message": "",
        "decided_at": at, "received_at": at, "status": "applied", "subject_version": 2,
    }  # fmt: skip
    return [facts[column] for column in COLUMNS["decision"]]


def run(code: str, *arguments: str) -> dict[str, float]:
    """Seconds from the start of a process to what it says."""
    environment = os.environ | {"STARTED": str(time.monotonic()), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", code, *arguments]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60)
    if done.returncode:
        raise RuntimeError(done.stderr)
    return {name: float(seconds) for name, seconds in (line.split() for line in done.stdout.splitlines())}


def measure(profile: Path) -> dict[str, float]:
    """Medians of RUNS runs, in seconds, desk and bare window in turns."""
    found: dict[str, list[float]] = {"bare": [], "painted": [], "usable": [], "decidable": []}
    for turn in range(RUNS + 1):
        window, desk = run(BARE), run(DESK, str(profile))
        if turn:  # the first one warms the disk cache
            for name, seconds in {"bare": window["painted"], **desk}.items():
                found[name].append(seconds)
    return {name: statistics.median(seconds) for name, seconds in found.items()}


def main() -> int:
    """Prints times and ratios; exit code 1 when a ratio is above its limit."""
    for package in ("contract", "desktop"):  # as set-up does, also after changes since
        compileall.compile_dir(ROOT / package, quiet=1)
    with lasting(START) as bus, tempfile.TemporaryDirectory() as profile:
        os.environ |= {"DBUS_SESSION_BUS_ADDRESS": bus, "PYTHON_KEYRING_BACKEND": BACKEND}
        keyring.core.init_backend()
        fill(Path(profile))
        found = measure(Path(profile))
    ok = True
    rows = WORKS + DECISIONS
    print(f"startup  bare window {found['bare'] * 1000:.0f} ms, {rows:,} cached rows, median of {RUNS}")
    for name, limit in (("painted", 2.5), ("usable", 5.0)):
        ratio = found[name] / found["bare"]
        ok &= ratio <= limit
        print(f"  {name:8} {found[name] * 1000:5.0f} ms  {ratio:.2f}x  (limit {limit}x)")
    decidable = found["decidable"]
    print(f"  first work may be decided {decidable * 1000:.0f} ms  {decidable / found['bare']:.2f}x")
    return 0 if ok else 1


if __name__ == "__main__":
    sys.exit(main())
