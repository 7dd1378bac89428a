"""The tab 组织审核."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from contract.review import Kind
from desktop.context import AppContext
from desktop.settings import Key, splitter
from desktop.store.registrations import RegistrationRow
from desktop.ui.button import Button
from desktop.ui.card import Panel
from desktop.ui.labels import ElidedLabel, label
from desktop.ui.marks import Line, StatusChip
from desktop.ui.theme import theme_of
from desktop.views import Command
from desktop.views.organizations.bar import OrganizationBar
from desktop.views.organizations.compare import CompareView
from desktop.views.organizations.detail import RegistrationDetail
from desktop.views.organizations.evidence import Evidence
from desktop.views.organizations.feed import OrganizationsFeed, Wanted
from desktop.views.organizations.papers import Papers
from desktop.views.organizations.queue import OrganizationQueue
from desktop.views.organizations.queue_rows import queue_row
from desktop.views.organizations.review import OrganizationsReview
from desktop.views.organizations.words import chip_of, waited_text, when_text
from desktop.views.works.page_layout import COMPACT_HEIGHT, COMPACT_WIDTH, Panels
from desktop.views.works.playback_keys import PageKeys, digit_shortcuts
from desktop.views.works.reject_panel import RejectPanel

LIST, EVIDENCE = (304, 256), (464, 408)
"""Usual and compact widths."""
DETAIL_MIN = 480


class OrganizationsPage(Panel):
    """See `desktop.views.Page`."""

    scopes: tuple[str, ...] = ("decide", "queue", "reject", "documents", "conflict")

    def __init__(self, context: AppContext) -> None:
        super().__init__("window")
        self._context = context
        self._compact: bool | None = None
        self.full = False
        self.feed = OrganizationsFeed(context, self)
        self.papers = Papers(context, self)
        self.queue = OrganizationQueue(self.papers.logo)
        self.detail, self.compare = RegistrationDetail(), CompareView()
        self.reject_panel = RejectPanel(lambda: None, Kind.REGISTRATION)
        self.evidence, self.bar = Evidence(context, self.papers), OrganizationBar()
        self.chip = StatusChip("pending", "")
        self._place = ElidedLabel("", "meta2")
        self.previous, self.next = Button(self.tr("Previous"), key="P"), Button(self.tr("Next"), key="N")
        self.middle = QStackedWidget()
        for part in (self.detail, self.compare, self.reject_panel):
            self.middle.addWidget(part)
        self._arrange()
        self.keys = PageKeys(self)
        self.review = OrganizationsReview(context, self)
        self._bind_keys()
        self.feed.changed.connect(self._show_rows)
        self.queue.filter_changed.connect(self._filter)
        self.queue.left.connect(self.focus_review)
        self.evidence.full_wanted.connect(lambda: self.set_full(not self.full))
        self.papers.logo_ready.connect(self._logo_ready)

    @property
    def widget(self) -> QWidget:
        """This widget."""
        return self

    @property
    def accepts_decisions(self) -> bool:
        """Whether A would decide the registration on screen if it was pressed now."""
        return self.review.accepts_decisions

    def activate(self) -> None:
        """Shown again: what is new, and the keys at the papers."""
        self.feed.set_active(True)
        self.focus_review()

    def deactivate(self) -> None:
        """Another tab."""
        self.set_full(False)
        self.feed.set_active(False)

    def commands(self) -> Sequence[Command]:
        """For the palette."""
        group, review = self.tr("Organizations"), self.review
        found = []
        if review.decidable:
            found = [
                Command("approve", self.tr("Approve"), group, "check", "A", review.approve),
                Command("reject", self.tr("Reject…"), group, "x", "R", review.open_reject),
            ]
        if self.detail.row is not None and self.detail.row.look_alikes:
            found.append(Command("compare", self.tr("Side by side"), group, "merge", "C", review.asking.compare))
        found.append(Command("search", self.tr("Search registrations"), group, "search", "/", self._search))
        return found

    def regions(self) -> Sequence[QWidget]:
        """Stops of F6."""
        return (self.queue, self.middle, self.evidence)

    def show_subject(self, id: str) -> None:
        """One registration, wherever it is in the list."""
        self.review.open(id)

    def subject(self) -> str:
        """The registration on screen."""
        return self.review.row.id if self.review.row else ""

    def refresh(self) -> None:
        """F5."""
        self.feed.read()

    def focus_review(self) -> None:
        """The keys go to the papers, where + − 0 T mean something."""
        self.evidence.view.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_middle(self, part: QWidget) -> None:
        """Detail, comparison or reasons; the bar makes way for the buttons of the reasons."""
        self.set_full(False)
        self.middle.setCurrentWidget(part)
        self.bar.setVisible(part is not self.reject_panel)

    def keys_for(self, mode: str) -> None:
        """Keys of the reasons, or those of deciding."""
        self.keys.set_mode("reject", mode == "reject")
        self.keys.set_mode("decide", mode != "reject")

    def set_full(self, full: bool) -> None:
        """The papers alone between rail and decision bar, or back."""
        if full != self.full:
            self.full = full
            self.queue.setVisible(not full)
            self.middle.setVisible(not full)
            self.evidence.set_compact(full or bool(self._compact))
            self.focus_review()

    def show_logo(self) -> None:
        """Of the registration on screen."""
        row = self.detail.row
        self.detail.show_logo(self.papers.logo(row.logo_id) if row is not None and row.logo_id else None)

    def show_state(self, row: RegistrationRow | None, conflict: bool, decidable: bool) -> None:
        """Chip, number and neighbours of the registration on screen."""
        self.chip.setVisible(row is not None)
        self.bar.set_decidable(decidable)
        self.bar.show_phone(row.account_phone if row and decidable else "")
        order = self.review.order
        if row is None:
            self._place.setText("")
        else:
            self.chip.set_state(*chip_of(row, conflict))
            self.chip.setMinimumWidth(self.chip.sizeHint().width())
            sent = self.tr("sent in {0}").format(when_text(row.submitted_at, self._context.clock.now_ms()))
            self._place.setText(f"{row.number} · {sent}")
        at = order.index(row.id) if row is not None and row.id in order else -1
        self.previous.setEnabled(at > 0)
        self.next.setEnabled(bool(order) and at < len(order) - 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        window = self.window()
        compact = window.width() < COMPACT_WIDTH or window.height() < COMPACT_HEIGHT
        if compact != self._compact:
            self._compact = compact
            self.queue.setFixedWidth(LIST[compact])
            self.detail.set_compact(compact)
            self.evidence.set_compact(compact)
            self.reject_panel.set_compact(compact)
            self._take_widths()

    def _show_rows(self) -> None:
        now, at = self.feed.now, self._context.clock.now_ms()
        assert now is not None
        segment = now.wanted.segment
        rows = [queue_row(row, row.id in now.conflicts, now.waits(row), segment, at) for row in now.rows]
        waiting = [row.submitted_at for row in now.rows if now.waits(row)]
        foot = self.tr("%n in all", "", len(rows))
        if segment == "pending" and waiting:
            foot = self.tr("%n to review", "", len(waiting))
            foot += " · " + self.tr("the oldest has waited {0}").format(waited_text(at - min(waiting)))
        self.queue.show_rows(rows, now.counts, self.subject(), foot)
        self.review.follow()

    def _filter(self, segment: str, text: str) -> None:
        self.feed.want(Wanted(segment, text, self.feed.wanted.also))  # type: ignore[arg-type]

    def _logo_ready(self, media_id: str) -> None:
        self.queue.list.viewport().update()
        if self.detail.row is not None and self.detail.row.logo_id == media_id:
            self.show_logo()

    def _search(self) -> None:
        self.set_full(False)
        self.queue.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.queue.search.selectAll()

    def _arrange(self) -> None:
        self.panels = Panels()
        self.panels.addWidget(self.middle)
        self.panels.addWidget(self.evidence)
        self.panels.setStretchFactor(0, 1)
        self.panels.setStretchFactor(1, 0)
        self.middle.setMinimumWidth(DETAIL_MIN)
        self.evidence.setMinimumWidth(EVIDENCE[1] - 48)
        for place in range(2):
            self.panels.setCollapsible(place, False)
        self.panels.restored.connect(self._usual_widths)
        self.panels.splitterMoved.connect(self._remember)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._header())
        right.addWidget(self.panels, 1)
        right.addWidget(self.bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.queue)
        row.addWidget(Line(vertical=True))
        row.addLayout(right, 1)

    def _header(self) -> QWidget:
        header = Panel("surface", line="line")
        header.setFixedHeight(theme_of(self).size(56))
        row = QHBoxLayout(header)
        row.setContentsMargins(16, 0, 16, 1)
        row.setSpacing(8)
        row.addWidget(label(self.tr("Registration of an organization"), "title"))
        row.addWidget(self.chip)
        row.addWidget(self._place, 1)
        for button, by in ((self.previous, -1), (self.next, 1)):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _on=False, by=by: self.review.go(by))
            row.addWidget(button)
        return header

    def _bind_keys(self) -> None:
        review, view, keys = self.review, self.evidence.view, self.keys
        decide: dict[str, Callable[[], object]] = {
            "approve": review.approve, "reject": review.open_reject, "skip": review.skip, "undo": review.undo,
            "next": partial(review.go, 1), "previous": partial(review.go, -1), "compare": review.asking.compare,
        }  # fmt: skip
        keys.bind("decide", decide)
        keys.bind("documents", {
            "zoom_in": view.zoom_in, "zoom_out": view.zoom_out, "fit_page": view.fit, "turn": view.turn,
            "page_back": partial(view.go, -1), "page_on": partial(view.go, 1),
            "next_file": self.evidence.next_file, "whole_page": lambda: self.set_full(not self.full),
        })  # fmt: skip
        keys.bind("reject", {"confirm_reject": review.confirm_reject})
        keys.add("reject", digit_shortcuts(self, self.reject_panel.press_digit))
        keys.bind("conflict", {"object": review.conflicts.object, "accept": review.conflicts.accept})
        keys.bind("always", {"back": review.step_back, "search": self._search})
        keys.set_mode("conflict", False)
        self.keys_for("decide")

    def _take_widths(self) -> None:
        stored = self._context.settings.get(self._key)
        if stored.isEmpty() or not self.panels.restoreState(stored):
            self._usual_widths()
        self.panels.setHandleWidth(1)

    def _usual_widths(self) -> None:
        evidence = EVIDENCE[bool(self._compact)]
        self.panels.setSizes([max(DETAIL_MIN, self.panels.width() - evidence - 1), evidence])

    def _remember(self) -> None:
        self._context.settings.set(self._key, QByteArray(self.panels.saveState()))

    @property
    def _key(self) -> Key[QByteArray]:
        """Small and usual windows are remembered apart."""
        return splitter("organizations/compact" if self._compact else "organizations/main", self._context.person.role)
