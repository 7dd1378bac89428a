"""What tests and the programs they start see around them: a home of their own, no user session, no settings."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

_SETTINGS_OF_OTHERS = ("PG", "YJS_")
_XDG = ("CACHE", "CONFIG", "DATA", "STATE", "RUNTIME")


def isolate() -> Path:
    """Points HOME and its like into a new folder, removed at exit, and forgets the user's settings; returns it."""
    home = Path(tempfile.mkdtemp(prefix="yjs-home-"))
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    for name in list(os.environ):
        if name.startswith(_SETTINGS_OF_OTHERS) or name.lower().endswith("_proxy"):
            del os.environ[name]
    for kind in _XDG:
        folder = home / kind.lower()
        folder.mkdir(mode=0o700)
        os.environ[f"XDG_{kind}_{'DIR' if kind == 'RUNTIME' else 'HOME'}"] = str(folder)
    os.environ |= {
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "LC_ALL": "C.UTF-8",
        "DBUS_SESSION_BUS_ADDRESS": "disabled:",
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
    }
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return home
