"""Where the desk keeps its files."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
"""Icons, themes and translations that ship with the desk."""


@dataclass(frozen=True, slots=True)
class Paths:
    """The folders of one profile (one desk runs per profile)."""

    profile: Path

    @property
    def settings_file(self) -> Path:
        """QSettings in INI form."""
        return self.profile / "settings.ini"

    @property
    def logs(self) -> Path:
        """Folder of the rotating logs."""
        return self.profile / "logs"

    @property
    def demo_server(self) -> Path:
        """Data folder of the demo's own server."""
        return self.profile / "server"

    def person(self, server_url: str, account: str) -> Path:
        """Folder of one person on one server: outbox, cache and media, apart from everybody else's."""
        name = hashlib.sha256(f"{server_url.rstrip('/')}|{account.strip().lower()}".encode()).hexdigest()[:12]
        return self.profile / "profiles" / name

    def create(self) -> None:
        """Makes the profile readable by its owner alone; raises OSError."""
        for folder in (self.profile, self.logs, self.profile / "profiles"):
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)


def default_profile(demo: bool = False) -> Path:
    """The profile in the user's local data folder; the demo has one of its own."""
    return user_data_path("yunjiangshu-desk", appauthor=False, roaming=False) / ("demo" if demo else "desk")
