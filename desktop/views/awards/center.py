"""The middle: which list, how it stands, what could not be done; below it its lines or its certificates."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from contract.awards import ListState
from desktop.context import AppContext
from desktop.ui.banner import Banner, BannerKind
from desktop.ui.button import Button
from desktop.ui.card import Panel
from desktop.ui.labels import ElidedLabel
from desktop.ui.marks import StatusChip
from desktop.ui.segments import Segment, Segments
from desktop.ui.theme import theme_of
from desktop.views.awards.certificates_view import CertificatesView
from desktop.views.awards.entries_view import EntriesView
from desktop.views.awards.feed import AwardsFeed
from desktop.views.awards.words import missing, state_words
from desktop.views.boards.words import week_text

LINES, CERTIFICATES = "lines", "certificates"


class ListCenter(Panel):
    """`part_wanted(part)`; the banner stays until it is closed or something else has to be said."""

    part_wanted = Signal(str)
    refresh_wanted = Signal()

    def __init__(self, context: AppContext, feed: AwardsFeed, entries: EntriesView, found: CertificatesView) -> None:
        super().__init__("surface")
        self._context, self._feed, self._entries, self._certificates = context, feed, entries, found
        self.title, self.chip = ElidedLabel("", "title"), StatusChip("plain", "")
        self.parts = Segments()
        self.parts.setAccessibleName(self.tr("What is shown of the list"))
        self.again = Button(self.tr("Refresh"), icon="refresh", key="F5")
        self.close_banner = Button("", "ghost", icon="x", size="small")
        self.close_banner.setAccessibleName(self.tr("Close"))
        self.banner = Banner("offline", "", actions=(self.close_banner,))
        self.banner.hide()
        self._of_network = False
        """Whether the banner tells that nothing could be had."""
        self._stack = QStackedWidget()
        self._arrange()
        self.close_banner.clicked.connect(self.banner.hide)
        self.again.clicked.connect(self.refresh_wanted)
        self.parts.changed.connect(self.part_wanted)
        for signal in (feed.changed, feed.listed, feed.opened):
            signal.connect(self.show_list)
        self.show_list()

    @property
    def shows_certificates(self) -> bool:
        """Whether certificates stand in place of the lines."""
        return self._stack.currentWidget() is self._certificates

    @property
    def has_certificates(self) -> bool:
        """Whether the chosen list is confirmed."""
        facts = self._feed.current
        return facts is not None and facts.state is ListState.CONFIRMED

    def show_part(self, part: str) -> None:
        """Lines or certificates."""
        self._stack.setCurrentWidget(self._certificates if part == CERTIFICATES else self._entries)
        self.parts.set_current(part)

    def show_list(self) -> None:
        """As the feed has it."""
        facts = self._feed.current
        self.title.setText(f"{facts.name} · {week_text(facts.week)}" if facts else "")
        self.chip.setVisible(facts is not None)
        self.parts.setVisible(self.has_certificates)
        if facts is not None:
            self.chip.set_state(*state_words(facts.state))
            self.parts.set_segments((
                Segment(LINES, self.tr("List")),
                Segment(CERTIFICATES, self.tr("Certificates"), facts.certificates),
            ))  # fmt: skip
        else:
            self._entries.say(
                "award", self.tr("No list is chosen"), self.tr("Its lines, and who did what, stand here.")
            )
        if self.shows_certificates and not self.has_certificates:
            self.show_part(LINES)
        self._show_problem()

    def say(self, kind: BannerKind, what: str, do: str) -> None:
        """Above the lines."""
        self._of_network = False
        self.banner.set_state(kind, what, do)
        self.banner.show()

    def _show_problem(self) -> None:
        """Nothing could be had: of when is what is shown. Gone with the next answer."""
        problem, feed = self._feed.problem, self._feed
        told = missing(problem, feed.at) if problem is not None else None
        if told is not None:
            offline = not self._context.sync.network.reachable
            self.say("offline" if offline else "error", *told)
            self._of_network = True
        elif problem is not None:
            feed.problem = None
            self._context.background.unhandled.emit(problem)
        elif self._of_network:
            self._of_network = False
            self.banner.hide()

    def _arrange(self) -> None:
        header = Panel("surface", line="line")
        header.setFixedHeight(theme_of(header).size(56))
        row = QHBoxLayout(header)
        row.setContentsMargins(16, 0, 16, 1)
        row.setSpacing(8)
        row.addWidget(self.title, 1)
        row.addWidget(self.chip)
        row.addWidget(self.parts)
        row.addWidget(self.again)
        self._stack.addWidget(self._entries)
        self._stack.addWidget(self._certificates)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (header, self.banner):
            column.addWidget(part)
        column.addWidget(self._stack, 1)
