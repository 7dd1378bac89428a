"""The real server: data made through its services, then `python -m server serve` as a child process on that data."""

import hashlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select, update

from server.app import build_context
from server.models import Audit, Decision, Media, Mutation, Notice, Staff, Token, TokenFamily, Work
from server.services.uploads import look_at
from tests.server.world import KEY, Caller, HandClock, World, prepare, settings_for

ROOT = Path(__file__).parents[2]
HOUR_MS = 3_600_000


class LateClock(HandClock):
    """The machine's clock, behind by `-now` ms while works are made that were sent in earlier."""

    def __init__(self) -> None:
        super().__init__(0)

    def __call__(self) -> int:
        return time.time_ns() // 1_000_000 + self.now


@dataclass(frozen=True, slots=True)
class Landed:
    """One decision as the server has it."""

    work: str
    verdict: str
    reasons: tuple[str, ...]
    status: str
    n: int


class ServerProcess:
    """A server on one port and one database; it can be killed and started again."""

    command: tuple[str, ...] = ("-m", "server", "serve")
    more: Mapping[str, str] = {}
    """Further settings."""

    def __init__(self, folder: Path, database: str = "") -> None:
        """`database` is the URL of an empty one; without it the server has a file in `folder`."""
        self.folder = folder
        folder.mkdir()
        self._url = database or f"sqlite:///{folder / 'server.db'}"
        prepare(self._url, folder)
        clock = LateClock()
        self.world = World(build_context(settings_for(self._url, folder), clock), clock)
        with socket.create_server(("127.0.0.1", 0)) as listener:
            self.port: int = listener.getsockname()[1]
        self.url = self.world.url = f"http://127.0.0.1:{self.port}"
        self._log = (folder / "server.log").open("wb")
        self._process: subprocess.Popen[bytes] | None = None

    def add_works(self, count: int, video: Path) -> list[str]:
        """Works sent in an hour ago, one second apart, each with a copy of the same video; their ids."""
        return self.add_videos([video] * count)

    def add_videos(self, videos: Sequence[Path]) -> list[str]:
        """A work for each file, looked at as an upload is; their ids in the order they are claimed."""
        self.world.clock.now = -HOUR_MS
        ids = self.world.works(len(videos))
        self.world.clock.now = 0
        seen = {video: self._look_at(video) for video in dict.fromkeys(videos)}
        with self.world.context.database.writing() as session:
            for work_id, video in zip(ids, videos, strict=True):
                media = session.get_one(Media, session.get_one(Work, work_id).media_id)
                for name, fact in seen[video].items():
                    setattr(media, name, fact)
        return ids

    def start(self) -> None:
        """Returns when it listens."""
        environment = {
            "YJS_DATA_DIR": str(self.folder), "YJS_DATABASE_URL": self._url, "YJS_DATABASE_KEY": KEY,
            "YJS_SECRET": "test-secret", "YJS_ARGON2_KIB": "8", "YJS_PORT": str(self.port), "YJS_WATCH_PARENT": "1",
        }  # fmt: skip
        self._process = subprocess.Popen(
            [sys.executable, *self.command],
            cwd=ROOT,
            env=os.environ | environment | self.more,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._log,
        )
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line.startswith(b"listening on"), self.log()

    def kill(self) -> None:
        """kill -9."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """As an administrator does."""
        self._end(signal.SIGTERM)

    def close(self) -> None:
        """The end; what it logged must be nothing."""
        self.stop()
        self._log.close()
        self.world.close()
        self.world.context.database.close()
        assert self.log() == ""

    def log(self) -> str:
        """What it wrote to standard error."""
        return (self.folder / "server.log").read_text("utf-8")

    def caller(self, staff_id: str) -> Caller:
        """Somebody else, calling the API."""
        return self.world.sign_in(staff_id)

    def account(self, staff_id: str) -> str:
        """What a member of the staff signs in with."""
        with self.world.context.database.reading() as session:
            return session.get_one(Staff, staff_id).account

    def decisions(self) -> list[Landed]:
        """All decisions in the order in which desks numbered them."""
        with self.world.context.database.reading() as session:
            rows = session.execute(select(Decision, Mutation.n).join(Mutation, Mutation.id == Decision.id))
            landed = [
                Landed(row.subject_id, row.verdict, tuple(item["code"] for item in row.reasons), row.status, n)
                for row, n in rows
            ]
        return sorted(landed, key=lambda one: one.n)

    def applied_order(self) -> list[str]:
        """Works in the order in which their decisions were audited, that is, applied."""
        return [row.subject_id for row in self.audited("decide")]

    def audited(self, action: str) -> list[Audit]:
        """Audit rows of one action, oldest first."""
        with self.world.context.database.reading() as session:
            rows = list(session.scalars(select(Audit).where(Audit.action == action).order_by(Audit.id)))
            session.expunge_all()
            return rows

    def notices(self) -> dict[str, list[str]]:
        """Texts of the notices about each work's decisions."""
        found: dict[str, list[str]] = {}
        with self.world.context.database.reading() as session:
            query = select(Decision.subject_id, Notice.text).join(Notice, Notice.decision_id == Decision.id)
            for work, text in session.execute(query):
                found.setdefault(work, []).append(text)
        return found

    def states(self) -> dict[str, str]:
        """State of each work."""
        with self.world.context.database.reading() as session:
            return {work.id: work.state for work in session.scalars(select(Work))}

    def end_sessions(self) -> None:
        """Revokes everybody's session."""
        with self.world.context.database.writing() as session:
            session.execute(update(TokenFamily).values(ended_at=self.world.clock()))

    def expire_sessions(self) -> None:
        """Seven days pass without a call, as far as tokens are concerned."""
        with self.world.context.database.writing() as session:
            session.execute(update(Token).values(expires_at=self.world.clock() - 1))

    def _look_at(self, video: Path) -> dict[str, object]:
        """Columns of `media` for a copy of this file in the server's store."""
        copy = self.folder / "incoming"
        shutil.copyfile(video, copy)
        digest = hashlib.sha256(copy.read_bytes()).hexdigest()
        media, still = look_at(self.world.context, copy, None, video.name, digest)
        names = (
            "path", "file_name", "content_type", "bytes", "sha256", "duration_ms", "width", "height", "fps",
            "container", "video_codec", "audio_codec", "problems",
        )  # fmt: skip
        facts: dict[str, object] = {name: getattr(media, name) for name in names}
        if still is not None:
            with self.world.context.database.writing() as session:
                session.add(still)
                session.flush()
                facts["poster_id"] = still.id
        return facts

    def _end(self, number: int) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.send_signal(number)
        with process:
            assert process.stdin is not None
            process.stdin.close()
