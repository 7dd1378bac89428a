"""What is done to the chosen list: lines put in and taken out, submit, withdraw, confirm."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from contract.awards import ListState
from desktop.background import Done, Failed
from desktop.context import AppContext
from desktop.failures import code_of
from desktop.operations import awards
from desktop.views.awards.asking import Asking, Fault, Question, Settle, is_unsure
from desktop.views.awards.feed import AwardsFeed
from desktop.views.awards.rows import shown_name
from desktop.views.awards.words import OPEN, changed_meanwhile
from desktop.views.boards.words import week_text

if TYPE_CHECKING:
    from contract.wire.awards import AwardListFacts, EntryFacts

ListCall = Callable[["AwardListFacts", str, Done["AwardListFacts"], Failed], None]
"""Does an act with the list as it was on screen, and a reason."""


class ListActs(QObject):
    """Each act asks first. Those that cannot be done now do nothing. `blocked(entry id)` is a line to be taken out."""

    blocked = Signal(str)

    def __init__(self, context: AppContext, feed: AwardsFeed, asking: Asking) -> None:
        super().__init__(asking)
        self._context, self._feed, self._asking = context, feed, asking

    def may(self, *states: ListState) -> bool:
        """Whether this person may act on the chosen list, and it is in one of these states."""
        return self._feed.may_act and self._feed.current is not None and self._feed.current.state in states

    def edit(self, entry: EntryFacts | None) -> None:
        """入选… or 移出…: the other one of what it is now."""
        facts = self._feed.current
        if entry is None or facts is None or not self.may(*OPEN):
            return
        name, into = shown_name(entry.name, facts.subject), not entry.chosen
        words = self.tr("{0}. The rule binds changes by hand too; the reason stands in the list for good.")
        title = self.tr("Put {0} in?") if into else self.tr("Take {0} out?")
        act, why = (
            (self.tr("Put in"), self.tr("Why it is put in"))
            if into
            else (self.tr("Take out"), self.tr("Why it is taken out"))
        )
        self._ask(
            "edited",
            Question(f"edit {entry.id} {into}", title.format(name), words.format(entry.words), act, why),
            lambda was, reason, done, failed: awards.edit(
                self._context, was, entry.id, into, reason, done, failed, self
            ),
        )

    def submit(self) -> None:
        """提交…"""
        if self.may(ListState.PROPOSED):
            words = self.tr("{0}, {1} chosen. Somebody who has not worked on it then confirms it.")
            self._ask(
                "submitted",
                Question("submit", self.tr("Submit this list?"), self._of(words), self.tr("Submit")),
                lambda was, _reason, done, failed: awards.submit(self._context, was, done, failed, self),
            )

    def withdraw(self) -> None:
        """撤回…"""
        facts = self._feed.current
        if facts is not None and self.may(*OPEN):
            words = self.tr("{0}. It stays on record; a new list may then be proposed.")
            self._ask("withdrawn", Question(
                    f"withdraw {facts.id}", self.tr("Withdraw this list?"), self._of(words), self.tr("Withdraw"),
                    self.tr("Why it is withdrawn"),
                ),
                lambda was, reason, done, failed: awards.withdraw(self._context, was, reason, done, failed, self),
            )  # fmt: skip

    def confirm(self) -> None:
        """确认并签发…"""
        if self.may(ListState.SUBMITTED):
            words = self.tr(
                "{0}. {1} certificates are issued at once. A confirmed list never changes; "
                "a certificate can be revoked and reissued."
            )
            self._ask(
                "confirmed",
                Question("confirm", self.tr("Confirm this list?"), self._of(words), self.tr("Confirm and issue")),
                lambda was, _reason, done, failed: awards.confirm(self._context, was, done, failed, self),
            )

    def _of(self, words: str) -> str:
        facts = self._feed.current
        assert facts is not None
        return words.format(f"{facts.name} · {week_text(facts.week)}", f"{facts.chosen:,}")

    def _ask(self, done: str, question: Question, act: ListCall) -> None:
        """The list as it was when it was asked first goes along until the server has answered."""
        asked = self._feed.current
        assert asked is not None

        def call(reason: str, answered: Done[AwardListFacts], failed: Failed) -> None:
            assert asked is not None
            act(asked, reason, answered, failed)

        def look(error: Exception, _reason: str, settle: Settle) -> None:
            nonlocal asked
            assert asked is not None
            if not is_unsure(error):
                settle(self._asking.fault_or_bug(error))
                self._show_blocked(error)
                return
            was, sure = asked, code_of(error) in ("version-mismatch", "wrong-state")

            def seen(now: AwardListFacts) -> None:
                nonlocal asked
                asked = now
                self._feed.accept(now)
                if self._arrived(done, was, now):
                    settle(None)
                elif sure or now.version != was.version:
                    settle(Fault(*changed_meanwhile(now), stale=True))
                else:
                    settle(self._asking.fault_or_bug(error))

            awards.read(self._context, was.id, seen, lambda _error: settle(self._asking.lost()), self)

        self._asking.open(question, call, self._feed.accept, look)

    def _show_blocked(self, error: Exception) -> None:
        """Somebody was suspended since the lines were read: they are read anew, the bar goes to the first of them."""
        ids = getattr(error, "problem", {}).get("entries", [])
        if ids:
            self._feed.reload()
            self.blocked.emit(str(ids[0]))

    def _arrived(self, done: str, was: AwardListFacts, now: AwardListFacts) -> bool:
        """Whether the only thing that has happened since is what was asked here; its answer was lost then."""
        mine = getattr(now, f"{done}_by") == self._context.person.label
        return mine and now.version == was.version + 1 and getattr(now, f"{done}_at") != getattr(was, f"{done}_at")
