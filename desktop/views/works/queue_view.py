"""Fills the queue panel from the feed and turns what is done there into ids, filters and claims."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desktop.context import AppContext
from desktop.store.rows import ConflictRow, DecidedRow, QueueFilter, WorkRow
from desktop.ui.button import Button, Kind
from desktop.ui.queue_delegate import MediaRow
from desktop.views.works.filter_choice import Choice
from desktop.views.works.queue_feed import QueueFeed, Snapshot
from desktop.views.works.queue_panel import QueuePanel
from desktop.views.works.queue_rows import Cached, conflict_row, count_ready, decided_row, matches, pending_row
from desktop.views.works.videos import Videos

Action = tuple[str, Kind, str, Callable[[], object]]
"""Text, kind, key and what it does."""


class QueueView(QObject):
    """`order` is what the list shows, top to bottom; `rows_changed` after each new filling."""

    rows_changed = Signal()
    claim_wanted = Signal()

    def __init__(
        self, context: AppContext, panel: QueuePanel, feed: QueueFeed, videos: Videos, current: Callable[[], str]
    ) -> None:
        super().__init__(panel)
        self._context, self._panel, self._feed, self._videos, self._current = context, panel, feed, videos, current
        self.order: list[str] = []
        self.segment = "pending"
        self._works: dict[str, WorkRow] = {}
        self._said: tuple[object, ...] = ()
        feed.changed.connect(self.fill)
        panel.segment_changed.connect(self.show_segment)
        panel.search_changed.connect(lambda _text: self._ask())
        panel.choice_changed.connect(lambda _choice: self._ask())
        videos.changed.connect(self.fill)

    def work(self, work_id: str) -> WorkRow | None:
        """An undecided work of the list."""
        return self._works.get(work_id)

    def decided(self, work_id: str) -> DecidedRow | None:
        """My newest decision about a work."""
        now = self._feed.now
        return next((row for row in now.decided if row.subject_id == work_id), None) if now else None

    def conflict(self, work_id: str) -> ConflictRow | None:
        """The open conflict about a work."""
        now = self._feed.now
        return next((row for row in now.conflicts if row.subject_id == work_id), None) if now else None

    def can_watch(self, work_id: str) -> bool:
        """Whether a work's video is here, or the network is."""
        work = self.work(work_id)
        return work is not None and self._videos.can_watch(work)

    def select(self, work_id: str) -> None:
        """Makes a row current, silently."""
        self._panel.select(work_id)

    def show_segment(self, segment: str) -> None:
        """待审, 已决定 or 冲突."""
        self.segment = segment
        self._panel.segments.set_current(segment)
        self.fill()

    def clear_search(self) -> None:
        """Only the text."""
        self._panel.search.clear()

    def clear_filters(self) -> None:
        """All but text and order."""
        self._panel.set_choice(Choice(sort=self._panel.choice.sort))

    def fill(self) -> None:
        """Shows the newest snapshot."""
        now = self._feed.now
        if now is None:
            return
        cached = {work.id: self._videos.cached(work) for work in now.pending}
        state = self._panel.choice.state
        self._works = {work.id: work for work in now.pending if matches(work, state, cached[work.id])}
        rows = self._rows(now, cached)
        self.order = [row.id for row in rows]
        counts = now.counts
        self._panel.show_counts(counts.pending, len({row.subject_id for row in now.decided}), counts.conflicts)
        self._panel.header.show_expiry(now.expires_at)
        self._panel.show_offline(not self._videos.online)
        self._show_prefetch(list(cached.values()))
        if not rows:
            self._show_empty(now)
        self._panel.show_rows(rows, self._current())
        self.rows_changed.emit()

    def _ask(self) -> None:
        choice = self._panel.choice
        wanted = QueueFilter(
            region=choice.region,
            theme=choice.theme,
            text=self._panel.search.text(),
            sort=choice.sort,  # type: ignore[arg-type]
        )
        if wanted != self._feed.filter:
            self._feed.set_filter(wanted)
        self.fill()

    def _rows(self, now: Snapshot, cached: dict[str, Cached]) -> list[MediaRow]:
        if self.segment == "pending":
            online = self._videos.online
            return [pending_row(work, cached[id], online) for id, work in self._works.items()]
        if self.segment == "conflict":
            return [conflict_row(row) for row in now.conflicts if self._finds(row.subject_title, row.subject_number)]
        newest: dict[str, DecidedRow] = {}
        for row in now.decided:
            if self._finds(row.title, row.number):
                newest.setdefault(row.subject_id, row)
        return [decided_row(row) for row in newest.values()]

    def _finds(self, *texts: str) -> bool:
        wanted = self._panel.search.text().strip().lower()
        return any(wanted in text.lower() for text in texts)

    def _show_prefetch(self, cached: list[Cached]) -> None:
        ready, running = count_ready(cached)
        if not self._videos.online:
            text = self.tr("%n to review offline · downloads paused", "", ready)
        elif running:
            text = self.tr("Cached {0} / {1} · {2}").format(ready, len(cached), self.tr("%n downloading", "", running))
        else:
            text = self.tr("Cached {0} / {1}").format(ready, len(cached))
        self._panel.show_prefetch(text, ready / len(cached) if cached else 0.0)

    def _show_empty(self, now: Snapshot) -> None:
        text, choice = self._panel.search.text().strip(), self._panel.choice
        if text or choice.active:
            self._show_nothing_found(text, choice)
        elif self.segment == "decided":
            line = self.tr("Decisions stand here until they are confirmed, and after.")
            self._say("okc", self.tr("Nothing decided yet"), line)
        elif self.segment == "conflict":
            self._say("conflict", self.tr("No conflicts"), self.tr("Nobody else decided a work of yours first."))
        else:
            self._show_queue_done(now)

    def _show_nothing_found(self, text: str, choice: Choice) -> None:
        title = self.tr("“{0}” was not found").format(text) if text else self.tr("No work fits the filters")
        line = self.tr("Looked in titles, organizations and numbers.") if text else ""
        if choice.active:
            line += self.tr("The filter “{0}” is on.").format(choice.words())
        actions: list[Action] = []
        if choice.active:
            actions.append((self.tr("Clear filters"), "secondary", "", self.clear_filters))
        if text:
            actions.append((self.tr("Clear search"), "ghost", "Esc", self.clear_search))
        self._say("search", title, line, *actions)

    def _show_queue_done(self, now: Snapshot) -> None:
        waiting, decided = now.counts.outbox, len({row.subject_id for row in now.decided})
        outbox: Action = (self.tr("Open the outbox"), "secondary", "", lambda: self._context.navigation.go("sync"))
        if not self._videos.online:
            line = self.tr("%n decision(s) will be sent when the network is back.", "", waiting) if waiting else ""
            line = line or self.tr("New works can be claimed when the network is back.")
            self._say("cloudoff", self.tr("Nothing left to review offline"), line, outbox)
        elif not decided:
            line = self.tr("Twenty at a time; they are yours for twelve hours.")
            claim: Action = (self.tr("Claim works"), "primary", "C", self.claim_wanted.emit)
            self._say("works", self.tr("No works claimed"), line, claim)
        else:
            line = self.tr("%n work(s) decided.", "", decided)
            if waiting:
                line = self.tr("{0} {1}").format(line, self.tr("%n still to be sent.", "", waiting))
            claim = (self.tr("Claim more"), "primary", "C", self.claim_wanted.emit)
            self._say("okc", self.tr("This batch is done"), line, claim, outbox)

    def _say(self, icon: str, title: str, line: str, *actions: Action) -> None:
        """Buttons are made anew only when something else is said, so that they keep the focus."""
        said = (icon, title, line, *(action[:3] for action in actions))
        if said != self._said:
            self._said = said
            self._panel.show_empty(icon, title, line, tuple(_button(*action) for action in actions))


def _button(text: str, kind: Kind, key: str, act: Callable[[], object]) -> Button:
    button = Button(text, kind, key=key)
    button.clicked.connect(lambda: act())
    return button
