"""Where the desk keeps its files."""

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

    @property
    def people(self) -> Path:
        """A folder for each person and server in here: outbox, cache and media."""
        return self.profile / "profiles"

    def create(self) -> None:
        """Makes the profile readable by its owner alone; raises OSError."""
        for folder in (self.profile, self.logs, self.people):
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)


def default_profile(demo: bool = False) -> Path:
    """The profile in the user's local data folder; the demo has one of its own."""
    return user_data_path("yunjiangshu-desk", appauthor=False, roaming=False) / ("demo" if demo else "desk")
