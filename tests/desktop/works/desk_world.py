"""A person's desk without a server: real store, threads and settings; works as if the server had sent them."""

import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication

from contract.columns import COLUMNS
from desktop.api_client import Tokens, TokenStore
from desktop.appearance import Appearance
from desktop.background import Background
from desktop.changes import Changes
from desktop.clock import SystemClock
from desktop.context import AppContext, ShellContext, Who
from desktop.messages import Messages
from desktop.navigation import Navigation
from desktop.paths import Paths
from desktop.session.entering import app_context
from desktop.session.opening import assembled, way_to
from desktop.settings import KEEP_OFFLINE, LANGUAGE, Settings
from desktop.store import Store, cache, decisions, open_store, outbox
from desktop.store.rows import OutboxRow, WorkRow

ME = "user:01a2047e-9874-78c7-8917-eadc78c667d5"
NOW_MS = 1_729_490_000_000
"""2024-10-21 13:53 in Shanghai."""
HOUR_MS = 3_600_000
NOWHERE = "http://127.0.0.1:9"


class DeskClock(SystemClock):
    """Runs from a moment in autumn 2024."""

    def __init__(self) -> None:
        self._ahead = NOW_MS - super().now_ms()

    def now_ms(self) -> int:
        """Milliseconds UTC."""
        return super().now_ms() + self._ahead

    def move(self, ms: int) -> None:
        """Later, at once."""
        self._ahead += ms


def work_id(number: int) -> str:
    """The id of a made-up work."""
    return f"01a2047e-9874-78c7-8917-{number:012d}"


def media_id(number: int) -> str:
    """The id of its video."""
    return f"01a2047e-9874-78c7-8918-{number:012d}"


def poster_id(number: int) -> str:
    """The id of its poster."""
    return f"01a2047e-9874-78c7-8919-{number:012d}"


def work_facts(number: int, **changed: Any) -> dict[str, Any]:
    """A claimed work, as in the feed's columns."""
    facts: dict[str, Any] = {
        "id": work_id(number), "version": 3, "number": f"YJS-24-{108800 + number}", "state": "pending", "round": 1,
        "title": f"第 {number} 件作品", "summary": "从看火学徒到炉长。", "theme": "colleagues", "region": "37",
        "author_name": "周*明", "author_phone": "139****6028", "author_occupation": "转炉炼钢工",
        "organizations": ["鲁源钢铁二炼钢厂工会"], "submitted_at": NOW_MS - 5 * HOUR_MS + number * 60_000,
        "media_id": media_id(number), "media_sha256": "0" * 64, "media_bytes": 4_000_000, "poster_id": None,
        "duration_ms": 2_000, "width": 320, "height": 180, "fps": 30.0, "container": "mp4", "video_codec": "h264",
        "audio_codec": "aac", "problems": [],
        "history": [{"at": NOW_MS - 5 * HOUR_MS, "kind": "submitted", "by": "", "round": 1}],
        "lease_token": 7, "lease_expires_at": NOW_MS + 2 * HOUR_MS, "claimed_at": NOW_MS - HOUR_MS, "batch": work_id(0),
    }  # fmt: skip
    return facts | changed


def work_row(number: int, **changed: Any) -> WorkRow:
    """The same as a row of the store."""
    facts = work_facts(number) | {"organizations": ("鲁源钢铁二炼钢厂工会",), "problems": (), "history": ()} | changed
    return WorkRow(**facts)


@dataclass
class DeskWorld:
    """The desk of one moderator; `store` is touched from tests only through `put` and the like."""

    context: AppContext
    clock: DeskClock
    folder: Path

    def on_store(self, ask: Any) -> Any:
        """Runs `ask(store)` on the store thread and waits."""
        return self.context.background.call_on_store(lambda: ask(self.context.local_store._store))

    def put(self, kind: str, rows: Sequence[dict[str, Any]]) -> None:
        """Rows arrive from the server."""
        columns = list(COLUMNS[kind])
        ops = [["P", ME, kind, [row.get(name) for name in columns]] for row in rows]
        self.on_store(lambda store: cache.apply(store, {kind: columns}, ops))
        topic = {"setting": "ref", "region": "ref"}.get(kind, kind)
        self.context.changes.announce({topic})

    def remove(self, kind: str, ids: Sequence[str]) -> None:
        """Rows leave."""
        ops = [["R", ME, kind, one] for one in ids]
        self.on_store(lambda store: cache.apply(store, {}, ops))
        self.context.changes.announce({kind})

    def put_file(self, media: str, source: Path) -> None:
        """A download is complete."""
        shutil.copyfile(source, self.folder / "media" / media)
        self.context.media._ready.add(media)
        self.context.changes.announce({"media"})

    def outbox(self) -> list[OutboxRow]:
        """What waits to be sent, oldest first."""
        rows: list[OutboxRow] = self.on_store(outbox.unsettled)
        return rows

    def decisions(self) -> list[tuple[str, str]]:
        """(work id, verdict) of what waits."""
        return [(row.subject_id, row.args["verdict"]) for row in self.outbox() if row.type == "review.decide"]

    def decided(self) -> Any:
        """My decisions as the screens see them."""
        return self.on_store(decisions.decided)

    def close(self) -> None:
        """Ends the threads."""
        self.context.prefetch.stop()
        self.context.sync.stop()
        self.context.local_store.close()
        self.context.api.close()
        assert self.context.background.close(5.0)
        self.context.appearance.leave()


def build(
    folder: Path,
    app: QApplication,
    *,
    store_folder: Path | None = None,
    language: str = "zh_CN",
    url: str = NOWHERE,
    person_id: str = ME.removeprefix("user:"),
    token: str = "",
    role: str = "moderator",
) -> DeskWorld:
    """A desk that is kept offline until a test says otherwise."""
    paths = Paths(folder / "profile")
    paths.create()
    settings = Settings(paths.settings_file)
    settings.set(LANGUAGE, language)
    settings.set(KEEP_OFFLINE, True)
    clock = DeskClock()
    shell = ShellContext(
        clock=clock,
        paths=paths,
        settings=settings,
        background=Background(),
        changes=Changes(),
        messages=Messages(),
        appearance=Appearance(app, settings, paths.profile / "i18n"),
        navigation=Navigation(),
        demo=False,
    )
    store: Store = open_store(store_folder or paths.people / "me", bytes(range(32)), clock, os.urandom)
    person = Who(person_id, "shenhe01", "审核员 0112", role, url)
    tokens = TokenStore("me", remember=False)
    tokens.tokens = Tokens(token, "none", NOW_MS * 2) if token else None
    session = assembled(shell, person, way_to(shell, url, tokens), store, False)
    context = app_context(shell, session)
    context.sync.start()
    return DeskWorld(context, clock, store.folder)
