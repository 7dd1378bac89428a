"""People, works and signed-in callers for server tests, made through the server's own services."""

import itertools
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import requests
import uvicorn

from contract.campaign import SHANGHAI, to_ms
from contract.ids import uuid7
from contract.review import WorkState
from contract.roles import Role
from server.app import build_context, create_app
from server.context import ServerContext
from server.models import Media, Membership, Organization, Work, Worker
from server.schema import migrate
from server.services import reviews, work_lives
from server.services.accounts import add_staff
from server.services.tokens import STAFF, WORKER, open_family
from server.settings import Settings

API = "/api/v1"
KEY = "5a" * 32
PASSWORD = "correct horse"
START_MS = to_ms(datetime(2024, 10, 15, 9, tzinfo=SHANGHAI))
SOON_S = 20


class HandClock:
    """A clock that stands still until a test moves it."""

    def __init__(self, now: int = START_MS) -> None:
        self.now = now

    def __call__(self) -> int:
        return self.now

    def forward(self, *, hours: float = 0, minutes: float = 0, seconds: float = 0) -> None:
        """Move on."""
        self.now += round((hours * 3600 + minutes * 60 + seconds) * 1000)


def settings_for(url: str, folder: Path, **more: Any) -> Settings:
    """Settings of a test server: cheap password hashes, keys given."""
    known: dict[str, Any] = {"database_key": KEY, "secret": "test-secret", "argon2_kib": 8, "seal_weeks": False}
    return Settings(data_dir=folder, database_url=url, **known | more)


def prepare(url: str, folder: Path) -> None:
    """Bring an empty database to the newest schema."""
    context = build_context(settings_for(url, folder), HandClock())
    try:
        migrate(context)
    finally:
        context.database.close()


@dataclass
class Caller:
    """A signed-in person at a running server; paths are relative to /api/v1."""

    url: str
    id: str
    token: str
    client_id: str
    session: requests.Session = field(default_factory=requests.Session)
    number: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    def call(self, method: str, path: str, **more: Any) -> requests.Response:
        """One call."""
        headers = {"Authorization": f"Bearer {self.token}"} | more.pop("headers", {})
        return self.session.request(method, self.url + API + path, headers=headers, timeout=SOON_S * 2, **more)

    def get(self, path: str, **more: Any) -> requests.Response:
        """GET."""
        return self.call("GET", path, **more)

    def post(self, path: str, **more: Any) -> requests.Response:
        """POST."""
        return self.call("POST", path, **more)

    def claim(self, count: int = 1, key: str = "", **more: Any) -> dict[str, Any]:
        """Claim works; a fresh key unless one is given."""
        key = key or f"key-{self.client_id}-{next(self.number)}"
        answer = self.post("/claims", json={"count": count, **more}, headers={"Idempotency-Key": key})
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    def push(self, *mutations: dict[str, Any]) -> list[dict[str, Any]]:
        """Push mutations; their results without empty members."""
        ask = {"v": 1, "client_id": self.client_id, "epoch": "", "mutations": list(mutations)}
        answer = self.post("/sync/push", json=ask)
        assert answer.status_code == 200, answer.text
        return [{k: v for k, v in result.items() if v is not None} for result in answer.json()["results"]]

    def mutation(self, kind: str, args: dict[str, Any], **more: Any) -> dict[str, Any]:
        """A mutation with a fresh id and number."""
        n = next(self.number)
        random = (n.to_bytes(4, "big") + bytes.fromhex(self.client_id[-12:]) * 2)[:10]
        return {
            "n": n,
            "id": uuid7(START_MS, lambda _: random),
            "type": kind,
            "created_at": START_MS,
            "args": args,
        } | more

    def decide(self, lease: dict[str, Any], verdict: str = "approve", version: int = 1, **args: Any) -> dict[str, Any]:
        """A `review.decide` mutation under a lease."""
        facts = {"kind": "work", "subject_id": lease["work_id"], "base_version": version, "verdict": verdict}
        reasons = {"reasons": [{"code": "off-theme", "at_ms": 37_000}]} if verdict == "reject" else {}
        return self.mutation("review.decide", facts | {"lease_token": lease["token"]} | reasons | args)

    def pull(self, cursor: str = "", **params: Any) -> dict[str, Any]:
        """One page of changes."""
        answer = self.get("/sync/changes", params={"cursor": cursor, **params})
        assert answer.status_code == 200, answer.text
        page: dict[str, Any] = answer.json()
        assert page["count"] == len(page["ops"])
        assert list(page)[-1] == "end"
        return page


class World:
    """Makes people and works; `clock` stands still until moved."""

    def __init__(self, context: ServerContext, clock: HandClock) -> None:
        self.context = context
        self.clock = clock
        self.url = ""
        self._numbers = itertools.count(1)
        self._callers: list[Caller] = []

    def staff(self, role: Role = Role.MODERATOR, account: str = "", region: str | None = None) -> str:
        """A member of the staff with the password PASSWORD; the id."""
        number = next(self._numbers)
        with self.context.database.writing() as session:
            account = account or f"{role.value}-{number}"
            label = f"审核员 {number:04}"
            return add_staff(session, self.context, account, f"姓名{number}", label, role, PASSWORD, region).id

    def worker(self, name: str = "周小明") -> str:
        """A worker with the password PASSWORD; the id."""
        number = next(self._numbers)
        with self.context.database.writing() as session:
            worker = Worker(
                id=self.context.new_id(),
                phone=f"138{number:08}",
                name=name,
                occupation="焊工",
                password_hash=self.context.passwords.hash(PASSWORD),
                created_at=self.clock(),
            )
            session.add(worker)
            return worker.id

    def works(self, count: int = 1, author: str = "", region: str = "37", theme: str = "skill") -> list[str]:
        """Works that wait for review, one second apart, with a made-up file; their ids."""
        author = author or self.worker()
        return [self._work(author, region, theme) for _ in range(count)]

    def _work(self, author: str, region: str, theme: str) -> str:
        self.clock.forward(seconds=1)
        with self.context.database.writing() as session:
            number = reviews.next_number(session, "YJS-24", 100_001)
            media = Media(
                id=self.context.new_id(),
                kind="video",
                worker_id=author,
                path=f"{number}.mp4",
                content_type="video/mp4",
                bytes=1_000,
                sha256="ab" * 32,
                duration_ms=90_000,
                created_at=self.clock(),
            )
            session.add(media)
            session.flush()
            work = Work(
                id=self.context.new_id(),
                number=number,
                author_id=author,
                version=1,
                round=1,
                state=WorkState.DRAFT,
                title=f"作品 {number}",
                summary="",
                theme=theme,
                region=region,
                media_id=media.id,
                submitted_at=0,
            )
            work_lives.submit(session, self.context, work)
            return work.id

    def join(self, worker: str, name: str) -> None:
        """An approved membership in a new organization."""
        with self.context.database.writing() as session:
            organization = Organization(
                id=self.context.new_id(),
                number=reviews.next_number(session, "ORG-24", 1),
                name=name,
                region="37",
                created_at=self.clock(),
            )
            session.add(organization)
            session.flush()
            session.add(
                Membership(
                    id=self.context.new_id(),
                    organization_id=organization.id,
                    worker_id=worker,
                    state="approved",
                    applied_at=self.clock(),
                )
            )

    def sign_in(self, person_id: str, audience: str = STAFF) -> Caller:
        """A caller with a token of its own, without the detour over a password."""
        with self.context.database.writing() as session:
            pair = open_family(session, self.context, audience, person_id)
        caller = Caller(self.url, person_id, pair.access, self.context.new_id())
        self._callers.append(caller)
        return caller

    def moderator(self) -> Caller:
        """A new moderator, signed in."""
        return self.sign_in(self.staff())

    def admin(self) -> Caller:
        """A new platform admin, signed in."""
        return self.sign_in(self.staff(Role.PLATFORM_ADMIN))

    def worker_caller(self, name: str = "周小明") -> Caller:
        """A new worker, signed in."""
        return self.sign_in(self.worker(name), WORKER)

    def close(self) -> None:
        """Close the callers' connections."""
        for caller in self._callers:
            caller.session.close()


class _Uvicorn(uvicorn.Server):
    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.up = threading.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.up.set()


@contextmanager
def serving(config: uvicorn.Config) -> Iterator[str]:
    """An app under uvicorn on a free loopback port, in a thread; gives its address."""
    server = _Uvicorn(config)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=server.run, args=([listener],), name="uvicorn")
        thread.start()
        try:
            assert server.up.wait(SOON_S), "the server did not start"
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()


@contextmanager
def running(context: ServerContext) -> Iterator[str]:
    """The app of a context on a free loopback port; gives the server's address."""
    config = uvicorn.Config(create_app(context), timeout_graceful_shutdown=2, log_config=None)
    with serving(config) as url:
        try:
            yield url
        finally:
            context.feed_signal.close()
