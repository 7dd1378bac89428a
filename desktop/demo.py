"""The demo's own facts: its time, its people. Its server is `desktop.session.demo_server`, loaded when it is wanted."""

import json
from dataclasses import dataclass

from desktop.clock import SystemClock
from desktop.paths import Paths


class DemoClock(SystemClock):
    """The machine's clock, moved to the demo's time once the server has said what that is."""

    offset_ms = 0

    def now_ms(self) -> int:
        """Milliseconds since 1970-01-01 UTC, in the demo's time."""
        return super().now_ms() + self.offset_ms


@dataclass(frozen=True, slots=True)
class DemoAccount:
    """Somebody to sign in as. Passwords are random and die with the demo's data."""

    role: str
    account: str
    password: str
    label: str


def accounts(paths: Paths) -> list[DemoAccount]:
    """One person for each role; empty until the data has been made."""
    try:
        rows = json.loads((paths.demo_server / "demo-accounts.json").read_text("utf-8"))
    except FileNotFoundError:
        return []
    return [DemoAccount(row["role"], row["account"], row["password"], row["label"]) for row in rows]
