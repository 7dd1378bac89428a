"""The demo: our own server as a child process on loopback, with sample data in the demo's own profile."""

import logging
import os
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Final

from desktop.demo import DemoAccount, accounts
from desktop.paths import RESOURCES, Paths

FIRST_NOW: Final = "2024-10-21T14:32:00+08:00"
"""When the sample data is made: week 12 of the campaign."""
LISTEN_S: Final = 60
STOP_S: Final = 8
Progress = Callable[[str], None]
log = logging.getLogger(__name__)


class DemoError(Exception):
    """The demo's server did not come up; the log has its words."""

    code = "demo-failed"


class DemoServer:
    """Starts, seeds and stops the child, which watches its standard input and so ends even when we are killed."""

    def __init__(self, paths: Paths) -> None:
        self._paths = paths
        self._folder = paths.demo_server
        self._log_file = paths.logs / "demo-server.log"
        self._clock_file = paths.profile / "demo-clock"
        self._child: subprocess.Popen[str] | None = None
        self._started, self._stopped = 0.0, False
        self._port = _free_port()
        self.start_ms = self._resume_ms()
        """The demo's time at which the server begins."""
        self.url = f"http://127.0.0.1:{self._port}"

    def accounts(self) -> list[DemoAccount]:
        """One person for each role; empty until the data has been made."""
        return accounts(self._paths)

    def start(self, progress: Progress = lambda _: None) -> str:
        """Makes the data if need be, starts the server and answers its address; DemoError. Blocks."""
        self._log_file.parent.mkdir(parents=True, exist_ok=True)
        if not self.accounts():
            shutil.rmtree(self._folder, ignore_errors=True)  # what an interrupted first start left
            self._folder.mkdir(parents=True, mode=0o700)
            self._seed(progress)
        child = self._run(["serve"])
        self._started = time.monotonic()
        if self._listening(child) != self.url:
            raise DemoError(f"the server does not listen on {self.url}")
        return self.url

    def stop(self) -> None:
        """Remembers the demo's time and stops the child, also one that makes the data. Safe to call twice."""
        self._stopped = True
        child, self._child = self._child, None
        if child is None:
            return
        self.remember_time()
        if not self._started:
            child.kill()
        if child.stdin:
            child.stdin.close()
        try:
            child.wait(STOP_S)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
        if child.stdout:
            child.stdout.close()

    def remember_time(self) -> None:
        """The demo's clock goes on from here at the next start, so that leases do not run out overnight."""
        if self._started:
            now_ms = self.start_ms + round((time.monotonic() - self._started) * 1000)
            self._clock_file.write_text(str(now_ms), "ascii")

    def _resume_ms(self) -> int:
        try:
            return int(self._clock_file.read_text("ascii")) + 1
        except (FileNotFoundError, ValueError):
            return round(datetime.fromisoformat(FIRST_NOW).timestamp() * 1000)

    def _seed(self, progress: Progress) -> None:
        child = self._run(["seed"])
        for line in child.stdout or ():
            progress(line.strip())
        child.wait()
        if child.stdout and child.stdin:
            child.stdin.close()
            child.stdout.close()
        if child.returncode != 0 or not self.accounts():
            raise DemoError(f"seed ended with {child.returncode}")

    def _run(self, arguments: list[str]) -> "subprocess.Popen[str]":
        if self._stopped:
            raise DemoError("the desk is closing")
        settings = {
            "YJS_DATA_DIR": str(self._folder.resolve()),
            "YJS_HOST": "127.0.0.1",
            "YJS_PORT": str(self._port),
            "YJS_DEMO": "1",
            "YJS_NOW": datetime.fromtimestamp(self.start_ms / 1000, UTC).isoformat(),
            "YJS_WATCH_PARENT": "1",
            "YJS_SEAL_WEEKS": "no",
        }
        kept = {name: text for name, text in os.environ.items() if not name.startswith("YJS_")}
        with self._log_file.open("ab") as errors:
            self._child = subprocess.Popen(  # noqa: S603 - our own module
                [sys.executable, "-m", "server", *arguments],
                cwd=RESOURCES.parent,
                env=kept | settings,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
                encoding="utf-8",
            )
        return self._child

    def _listening(self, child: "subprocess.Popen[str]") -> str:
        """The address from the child's one line; DemoError when it ends or stays silent."""
        too_late = threading.Timer(LISTEN_S, child.kill)
        too_late.start()
        try:
            line = child.stdout.readline() if child.stdout else ""
        finally:
            too_late.cancel()
            too_late.join()
        if not line.startswith("listening on "):
            child.kill()
            raise DemoError(f"the server said {line.strip()!r} and ended with {child.wait()}")
        return line.removeprefix("listening on ").strip()


def _free_port() -> int:
    """A port that is free now, so that the address is known before the server is up."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port: int = probe.getsockname()[1]
        return port


def reset(paths: Paths) -> None:
    """Deletes the demo's data and everything decided in it; only ever called for the demo's own profile."""
    shutil.rmtree(paths.people, ignore_errors=True)
    shutil.rmtree(paths.demo_server, ignore_errors=True)
    (paths.profile / "demo-clock").unlink(missing_ok=True)
