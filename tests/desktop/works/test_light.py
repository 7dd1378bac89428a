"""The queue comes before the libraries that take long: loading the page brings none of them."""

import subprocess
import sys
from pathlib import Path

HEAVY = ("pydantic", "contract.wire", "requests", "urllib3", "sqlalchemy", "vlc", "asyncio", "email", "socket")
LOOK = f"import sys, desktop.views.works.page; print(*[name for name in {HEAVY} if name in sys.modules])"


def test_the_page_loads_nothing_heavy() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOOK], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[3]
    )
    assert done.stdout.split() == []
