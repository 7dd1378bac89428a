"""The first screen comes before the network library: what it needs of downloads loads nothing of the kind."""

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("requests", "urllib3", "pydantic", "contract.wire", "sqlalchemy", "desktop.api_client.transport")
LOOK = "import sys, {0}; print(*[name for name in {1} if name in sys.modules])"


@pytest.mark.parametrize("module", ["desktop.media", "desktop.prefetch"])
def test_nothing_heavy_is_loaded(module: str) -> None:
    command = [sys.executable, "-c", LOOK.format(module, HEAVY)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[3])
    assert done.stdout.split() == []
