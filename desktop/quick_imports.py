"""Imported before all else: switches off what makes importing slow (30 ms of the time to the first window).

- Collecting garbage: starting makes many objects that stay, and hardly any garbage. `app.py` switches it on again.
- PySide's own `__import__`: it reads the source of each imported module to see whether that wants `__feature__`
  (snake_case names), which nothing here does.
"""

import builtins
import gc

gc.disable()
_plain_import = builtins.__import__

import PySide6.QtCore  # noqa: E402, F401 - puts its own in place

builtins.__import__ = _plain_import
