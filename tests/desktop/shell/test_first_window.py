"""What is loaded when the first window has been painted: nothing that it can do without."""

import subprocess
import sys
from pathlib import Path

import pytest

from desktop.settings import LAST_PERSON, Settings

ROOT = Path(__file__).resolve().parents[3]
LATER = (
    "sqlalchemy", "pydantic", "requests", "urllib3", "vlc", "av", "openpyxl", "keyring", "argon2", "cryptography",
    "asyncio", "ssl", "socket", "logging.handlers", "subprocess", "hashlib", "datetime", "email", "http",
    "importlib.metadata", "PySide6.QtNetwork", "contract.wire", "contract.campaign", "desktop.store", "desktop.sync",
    "desktop.views.status", "desktop.ui.palette", "desktop.ui.key_overlay", "desktop.ui.table", "desktop.ui.timeline",
    "desktop.views.settings_page",
)  # fmt: skip
START = """
import sys
from pathlib import Path
from desktop.app import make_application
from desktop.desk import Desk
from desktop.paths import Paths
def painted():
    print(*(name for name in sys.argv[2:] if name in sys.modules), flush=True)
    desk.leave()
    app.quit()
app = make_application()
desk = Desk(app, Paths(Path(sys.argv[1])))
assert desk.start()
desk.window.painted.disconnect()
desk.window.painted.connect(painted)
app.exec()
"""


@pytest.mark.parametrize("role", ["moderator", "platform_admin", "union_staff"])
def test_the_first_window_waits_for_nothing_that_it_does_not_show(tmp_path: Path, role: str) -> None:
    settings = Settings(tmp_path / "settings.ini")
    settings.set(LAST_PERSON, ("https://desk.invalid", "a", role, "林晓岚", "1"))
    settings.flush()
    start = subprocess.run(
        [sys.executable, "-c", START, str(tmp_path), *LATER], cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    assert start.returncode == 0, start.stderr
    assert start.stdout == "\n"
