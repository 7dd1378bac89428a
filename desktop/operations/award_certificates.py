"""Certificates as the server has them: pages, one with its history, all valid ones of a list; revoke, reissue."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from contract.certificates import CertificateState
from desktop.background import Done, Failed
from desktop.context import AppContext
from desktop.operations.awards import call_awards

if TYPE_CHECKING:
    from contract.wire.awards import CertificateDetail, CertificateFacts, Certificates
    from desktop.api_client.awards import AwardsApi


def page(
    context: AppContext, list_id: str, state: str, cursor: str, done: Done[Certificates], failed: Failed,
    owner: QObject,
) -> None:  # fmt: skip
    """In the order of numbers; `state` "" is any."""
    call_awards(context, lambda api: api.certificates(list_id, state, "", cursor), done, failed, owner)


def find(context: AppContext, number: str, done: Done[CertificateFacts | None], failed: Failed, owner: QObject) -> None:
    """The certificate with this number, of whatever list; None when there is none, or not for this person."""

    def call(api: AwardsApi) -> CertificateFacts | None:
        return next(iter(api.certificates(number=number).items), None)

    call_awards(context, call, done, failed, owner)


def read(context: AppContext, id: str, done: Done[CertificateDetail], failed: Failed, owner: QObject) -> None:
    """One with its history."""
    call_awards(context, lambda api: api.certificate(id), done, failed, owner)


def all_valid(
    context: AppContext, list_id: str, done: Done[list[CertificateFacts]], failed: Failed, owner: QObject
) -> None:
    """All pages of a list, as they are now."""

    def call(api: AwardsApi) -> list[CertificateFacts]:
        found: list[CertificateFacts] = []
        cursor: str | None = ""
        while cursor is not None:
            got = api.certificates(list_id, CertificateState.VALID.value, "", cursor)
            found, cursor = found + got.items, got.next
        return found

    call_awards(context, call, done, failed, owner)


def revoke(
    context: AppContext, facts: CertificateFacts, reason: str, done: Done[CertificateDetail], failed: Failed,
    owner: QObject,
) -> None:  # fmt: skip
    """For good; `facts` as they were on screen."""

    def call(api: AwardsApi) -> CertificateDetail:
        from contract.wire.awards import ReasonedAsk

        return api.revoke(facts.id, ReasonedAsk(version=facts.version, reason=reason))

    call_awards(context, call, done, failed, owner)


def reissue(
    context: AppContext, facts: CertificateFacts, reason: str, done: Done[CertificateDetail], failed: Failed,
    owner: QObject,
) -> None:  # fmt: skip
    """A new one in its place; asked again after a lost answer it is the same new one."""
    key = hashlib.sha256(f"reissue {facts.id} {facts.version} {reason}".encode()).hexdigest()

    def call(api: AwardsApi) -> CertificateDetail:
        from contract.wire.awards import ReasonedAsk

        return api.reissue(facts.id, ReasonedAsk(version=facts.version, reason=reason), key)

    call_awards(context, call, done, failed, owner)
