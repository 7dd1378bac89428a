"""Settings of the server, read from `YJS_…` environment variables (docs/server.md lists them all)."""

import os
import secrets
from collections.abc import Mapping
from dataclasses import Field, dataclass, fields
from pathlib import Path


class SettingsError(Exception):
    """A setting that cannot be used; the text says which and why."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting with its default; the environment name is `YJS_` + the field's name in capitals."""

    data_dir: Path = Path("server-data")
    """Where database, media, keys live unless another setting says otherwise."""
    database_url: str = ""
    """`postgresql://…`, or `sqlite:///path`; empty: `server.db` in the data folder."""
    database_key: str = ""
    """64 hexadecimal digits that encrypt SQLite; empty: `database.key` in the data folder, made at first use."""
    media_dir: Path | None = None
    """Where videos and posters live; empty: `media` in the data folder."""
    secret: str = ""
    """Signs media addresses and cursors; empty: `secret.key` in the data folder, made at first use."""
    host: str = "127.0.0.1"
    """Address to listen on."""
    port: int = 8765
    """Port to listen on; 0 takes a free one."""
    demo: bool = False
    """Says in /public/health that this server holds sample data."""
    now: str = ""
    """ISO moment at which the server's clock starts (demo data lives in autumn 2024); empty: the real time."""
    watch_parent: bool = False
    """Stop when standard input closes, that is, when the parent process has ended."""
    trusted_proxies: str = ""
    """Addresses, separated by commas, whose X-Forwarded-For is believed; empty: none."""
    undo_window_s: int = 60
    """Seconds a notice waits before it is sent, so that an undone decision withdraws it."""
    seal_weeks: bool = True
    """Whether each week's boards are sealed by themselves on Monday at 00:30; else staff do it."""
    argon2_kib: int = 65_536
    """Memory of one password hash."""
    body_limit: int = 1_048_576
    """Bytes of a request body; parts of an upload have their own limit."""

    @property
    def media_path(self) -> Path:
        """The folder of media files."""
        return self.media_dir or self.data_dir / "media"

    def database(self) -> str:
        """The database's URL in SQLAlchemy's spelling."""
        if not self.database_url:
            return f"sqlite:///{self.data_dir.absolute() / 'server.db'}"
        scheme, _, rest = self.database_url.partition("://")
        if scheme in {"postgres", "postgresql", "postgresql+psycopg"}:
            return f"postgresql+psycopg://{rest}"
        if scheme == "sqlite":
            return self.database_url
        raise SettingsError(f"YJS_DATABASE_URL: {scheme!r} is neither postgresql nor sqlite")

    def sqlite_key(self) -> str:
        """The 64 hexadecimal digits that encrypt SQLite."""
        key = self.database_key or self._kept("database.key")
        if len(key) != 64 or not set(key.lower()) <= set("0123456789abcdef"):
            raise SettingsError("YJS_DATABASE_KEY must be 64 hexadecimal digits")
        return key

    def signing_key(self) -> bytes:
        """The key that signs media addresses."""
        return (self.secret or self._kept("secret.key")).encode()

    def _kept(self, name: str) -> str:
        """The text of a key file (mode 0600) in the data folder, made with 64 random digits when absent."""
        self.data_dir.mkdir(parents=True, exist_ok=True)
        path = self.data_dir / name
        try:
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            return path.read_text().strip()
        with os.fdopen(handle, "w") as file:
            file.write(secrets.token_hex(32))
            file.flush()
            os.fsync(file.fileno())
        return path.read_text().strip()


def _parse(name: str, kind: object, text: str) -> object:
    if kind is bool:
        return text.lower() in {"1", "true", "yes", "on"}
    if kind is int:
        try:
            return int(text)
        except ValueError:
            raise SettingsError(f"{name} must be a whole number, not {text!r}") from None
    return text if kind is str else Path(text)


def from_environment(environment: Mapping[str, str] = os.environ) -> Settings:
    """Settings from `YJS_…` variables; empty ones count as absent. Raises SettingsError."""
    values = {
        field.name: _parse(_name(field), field.type, environment[_name(field)])
        for field in fields(Settings)
        if environment.get(_name(field))
    }
    return Settings(**values)  # type: ignore[arg-type]


def unknown_names(environment: Mapping[str, str] = os.environ) -> list[str]:
    """`YJS_…` variables that are no setting: perhaps typing errors."""
    return sorted({name for name in environment if name.startswith("YJS_")} - set(map(_name, fields(Settings))))


def _name(field: "Field[object]") -> str:
    return "YJS_" + field.name.upper()
