"""Revoking and reissuing the chosen certificate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from contract.certificates import CertificateState
from desktop.background import Done, Failed
from desktop.context import AppContext
from desktop.failures import code_of
from desktop.operations import award_certificates
from desktop.views.awards.asking import Asking, Fault, Question, Settle, is_unsure
from desktop.views.awards.certificates_feed import CertificatesFeed
from desktop.views.awards.feed import AwardsFeed
from desktop.views.awards.words import event_text
from desktop.views.works.words import moment_text

if TYPE_CHECKING:
    from contract.wire.awards import CertificateDetail, CertificateFacts


class CertificateActs(QObject):
    """Each asks for a reason first. Those that cannot be done now do nothing."""

    def __init__(self, context: AppContext, lists: AwardsFeed, feed: CertificatesFeed, asking: Asking) -> None:
        super().__init__(asking)
        self._context, self._lists, self._feed, self._asking = context, lists, feed, asking

    def may_revoke(self) -> bool:
        """A valid one, by national staff."""
        one = self._feed.chosen
        return self._lists.may_act and one is not None and one.state is CertificateState.VALID

    def may_reissue(self) -> bool:
        """Also a revoked one, but only once."""
        one = self._feed.chosen
        return self._lists.may_act and one is not None and not one.replaced_by

    def revoke(self) -> None:
        """撤销证书…"""
        if self.may_revoke():
            title, why = self.tr("Revoke {0}?"), self.tr("Why it is revoked")
            words = self.tr("Whoever checks it is told that it is not valid any more, for good. It may be reissued.")
            self._ask("revoked", title, words, self.tr("Revoke"), why)

    def reissue(self) -> None:
        """重新签发…"""
        if self.may_reissue():
            title, why = self.tr("Reissue {0}?"), self.tr("Why it is reissued, such as a corrected name")
            words = self.tr("A new number and code, with the name as it is now; this one is revoked.")
            self._ask("reissued", title, words, self.tr("Reissue"), why)

    def _ask(self, event: str, title: str, words: str, act: str, why: str) -> None:
        asked = self._feed.chosen
        assert asked is not None
        question = Question(f"{event} {asked.id}", title.format(asked.number), words, act, why)

        def call(reason: str, done: Done[CertificateDetail], failed: Failed) -> None:
            assert asked is not None
            ask = award_certificates.revoke if event == "revoked" else award_certificates.reissue
            ask(self._context, asked, reason, done, failed, self)

        def look(error: Exception, reason: str, settle: Settle) -> None:
            assert asked is not None
            if not is_unsure(error):
                settle(self._asking.fault_or_bug(error))
                return
            was, sure = asked, code_of(error) in ("version-mismatch", "wrong-state")

            def seen(now: CertificateDetail) -> None:
                nonlocal asked
                asked = now
                self._feed.take(now)
                if self._arrived(event, reason, was, now):
                    settle(None)
                else:
                    settle(self._changed(now) if sure else self._asking.fault_or_bug(error))

            award_certificates.read(self._context, was.id, seen, lambda _error: settle(self._asking.lost()), self)

        self._asking.open(question, call, self._feed.take, look)

    def _arrived(self, event: str, reason: str, was: CertificateFacts, now: CertificateDetail) -> bool:
        """Whether the only thing that has happened since is what was asked here; its answer was lost then."""
        last = now.history[-1]
        mine = (last.kind, last.reason, last.by) == (event, reason, self._context.person.label)
        return mine and now.version == was.version + 1

    def _changed(self, now: CertificateDetail) -> Fault:
        """Somebody was faster: who, and what."""
        last = now.history[-1]
        what = self.tr("This certificate was changed meanwhile: {0}, {1} by {2}")
        do = self.tr("It is loaded anew, and nothing of yours was done. Look at it, then decide again.")
        return Fault(what.format(moment_text(last.at), event_text(last), last.by), do, stale=True)
