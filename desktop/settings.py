"""All settings of the desk: typed keys with defaults, kept as INI in the profile."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Generic, TypeVar, cast

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

T = TypeVar("T")
LANGUAGES: Final = ("zh_CN", "en")
THEMES: Final = ("system", "light", "dark")
SPEEDS: Final = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)
TEXT_SIZES: Final = (90, 100, 110, 125, 150)
SKIPS_S: Final = (3, 5, 10, 15)


def _one_of(*allowed: T) -> Callable[[T], bool]:
    return lambda value: value in allowed


def _between(low: float, high: float) -> Callable[[Any], bool]:
    return lambda value: low <= value <= high


def _any(_: object) -> bool:
    return True


@dataclass(frozen=True)
class Key(Generic[T]):
    """One setting: its name in the file, its default (whose type is its type) and what it may be."""

    name: str
    default: T
    valid: Callable[[T], bool] = _any


SERVER = Key("server/address", "")
SERVERS = Key[tuple[str, ...]]("server/known", ())
"""Addresses signed in to, newest first."""
ACCOUNT = Key("server/account", "")
REMEMBER = Key("server/remember", True)
LAST_PERSON = Key[tuple[str, ...]]("server/person", ())
"""(server, account, role, label, id) of who may come in without a password; empty after sign-out."""
LAST_BATCH = Key[tuple[str, ...]]("server/batch", ())
"""(batch, works to review, decisions in the outbox) of that person, for the sign-in page: the store is encrypted."""
KEEP_OFFLINE = Key("server/keep_offline", False)
LANGUAGE = Key("look/language", "zh_CN", _one_of(*LANGUAGES))
THEME = Key("look/theme", "system", _one_of(*THEMES))
TEXT_SIZE = Key("look/text_size", 100, _between(90, 150))
"""Percent."""
SPEED = Key("playback/speed", 1.0, _between(0.5, 3.0))
VOLUME = Key("playback/volume", 80, _between(0, 100))
MUTED = Key("playback/muted", False)
AUTO_ADVANCE = Key("playback/auto_advance", True)
SKIP_S = Key("playback/skip_s", 5, _between(1, 60))
START_PAUSED = Key("playback/start_paused", False)
QUOTA_GB = Key("cache/quota_gb", 5, _between(1, 500))
GEOMETRY = Key("window/geometry", QByteArray())
"""Per role: `for_role(GEOMETRY, role)`."""


def for_role(key: Key[T], role: str) -> Key[T]:
    """The same setting, remembered for each role."""
    return Key(f"{key.name}/{role}", key.default, key.valid)


def splitter(name: str, role: str) -> Key[QByteArray]:
    """Where the splitter `name` of a page (`works/main`) stands, per role."""
    return Key(f"splitter/{name}/{role}", QByteArray())


class Settings(QObject):
    """Reads and writes keys; damaged or impossible values count as the default."""

    changed = Signal(str)
    """Name of the key."""

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stored = QSettings(str(file), QSettings.Format.IniFormat, self)

    def get(self, key: Key[T]) -> T:
        """The value, or the default."""
        raw = self._stored.value(key.name)
        if raw is None:
            return key.default
        try:
            value = _read(raw, key.default)
        except (TypeError, ValueError):
            return key.default
        return value if key.valid(value) else key.default

    def set(self, key: Key[T], value: T) -> None:
        """Stores the value and tells `changed`; ValueError when the key may not have it."""
        if not key.valid(value):
            raise ValueError(f"{key.name} cannot be {value!r}")
        if self.get(key) == value and self._stored.contains(key.name):
            return
        self._stored.setValue(key.name, list(value) if isinstance(value, tuple) else value)
        self.changed.emit(key.name)

    def flush(self) -> None:
        """Writes to disk now."""
        self._stored.sync()


def _read(raw: Any, default: T) -> T:
    """`raw` from the INI file (where everything is text) in the type of `default`."""
    value: Any
    if isinstance(default, bool):
        value = {"true": True, "false": False}[str(raw).lower()] if str(raw).lower() in ("true", "false") else default
    elif isinstance(default, tuple):
        value = tuple(str(part) for part in raw) if isinstance(raw, (list, tuple)) else (str(raw),) if raw else ()
    elif isinstance(default, QByteArray):
        value = raw if isinstance(raw, QByteArray) else default
    else:
        value = type(default)(raw)  # type: ignore[call-arg]
    return cast(T, value)
