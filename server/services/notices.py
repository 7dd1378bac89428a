"""The SMS outbox: composed with a decision, withdrawn with its undo, sent after the undo window by a provider."""

import logging
from typing import Protocol

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from contract.notices import membership_notice, registration_notice, sms_parts, work_notice
from contract.review import Verdict
from server.context import ServerContext
from server.models import Decision, Membership, Notice, Organization, Registration, Work, Worker

log = logging.getLogger(__name__)
MAX_ATTEMPTS = 5
FIRST_RETRY_MS = 60_000
BATCH = 20
CODE = "code"
"""The kind of notices whose text nobody but their phone may see."""
SENDING_MS = 10 * 60_000
"""How long a process has for sending one notice; then it counts as interrupted and is sent again, under the same id."""


class Provider(Protocol):
    """Sends SMS; raises when the carrier refuses."""

    def send(self, notice_id: str, phone: str, text: str) -> None:
        """Send one; `notice_id` lets the carrier recognise a second try."""


class LogProvider:
    """Sends nothing: notes in the log that it would have, without phone or text."""

    def send(self, notice_id: str, phone: str, text: str) -> None:
        """Note one."""
        log.info("notice %s: %d part(s)", notice_id, sms_parts(text))


def about_work(session: Session, context: ServerContext, work: Work, decision: Decision) -> None:
    """Put the notice about a decision on a work into the outbox."""
    author = session.get_one(Worker, work.author_id)
    text = work_notice(work.title, Verdict(decision.verdict), _codes(decision), decision.message)
    _put(session, context, decision, author.phone, text, author.id)


def about_registration(
    session: Session, context: ServerContext, registration: Registration, decision: Decision
) -> None:
    """Put the notice about a decision on a registration into the outbox."""
    told = (registration.name, Verdict(decision.verdict), _codes(decision), decision.message)
    _put(session, context, decision, registration.account_phone, registration_notice(*told))


def about_membership(session: Session, context: ServerContext, membership: Membership, decision: Decision) -> None:
    """Put the notice to a new member into the outbox."""
    worker = session.get_one(Worker, membership.worker_id)
    organization = session.get_one(Organization, membership.organization_id)
    _put(session, context, decision, worker.phone, membership_notice(organization.name), worker.id)


def code(session: Session, context: ServerContext, phone: str, text: str) -> None:
    """Put an SMS code into the outbox; it is due at once."""
    now = context.now()
    notice = Notice(
        id=context.new_id(), kind=CODE, phone=phone, text=text, status="waiting", created_at=now, send_after=now
    )
    session.add(notice)


def _codes(decision: Decision) -> list[str]:
    return [item["code"] for item in decision.reasons]


def _put(
    session: Session, context: ServerContext, decision: Decision, phone: str, text: str, worker_id: str | None = None
) -> None:
    """One SMS, to be sent when the decision can no longer be taken back."""
    now = context.now()
    notice = Notice(
        id=context.new_id(),
        kind=decision.subject_kind,
        worker_id=worker_id,
        decision_id=decision.id,
        phone=phone,
        text=text,
        status="waiting",
        created_at=now,
        send_after=now + context.settings.undo_window_s * 1000,
    )
    session.add(notice)


def withdraw(session: Session, decision_id: str) -> bool:
    """Withdraw the unsent notice of a decision; False when it is already on its way."""
    unsent = update(Notice).where(Notice.decision_id == decision_id, Notice.status == "waiting")
    return session.execute(unsent.values(status="withdrawn").returning(Notice.id)).first() is not None


def send_due(context: ServerContext, provider: Provider) -> int:
    """Send what is due, one by one; returns how many were tried. No transaction is open while the provider works."""
    tried = 0
    while tried < BATCH and (notice := _take(context)):
        _send(context, provider, notice)
        tried += 1
    return tried


def _take(context: ServerContext) -> Notice | None:
    """The next due notice, leased to this process; None when there is none.

    Notices of undone decisions are withdrawn here when their sending was interrupted. Nothing is waited for while a
    notice is locked, because undo locks the decision first.
    """
    now = context.now()
    due = (Notice.status.in_(["waiting", "sending"]), Notice.send_after <= now)
    with context.database.reading() as session:
        if session.scalars(select(Notice.id).where(*due).limit(1)).first() is None:
            return None
    with context.database.writing() as session:
        wanted = select(Notice).where(*due).order_by(Notice.send_after, Notice.id).with_for_update(skip_locked=True)
        for notice in session.scalars(wanted.limit(BATCH)):
            decision = _decision_of(session, notice, skip_locked=True)
            if decision is None and notice.decision_id:
                continue  # it is being undone at this moment
            if decision and decision.status == "undone":
                notice.status = "withdrawn"
            else:
                notice.status, notice.send_after = "sending", now + SENDING_MS
                notice.attempts += 1
                return notice
    return None


def _send(context: ServerContext, provider: Provider, notice: Notice) -> None:
    try:
        provider.send(notice.id, notice.phone, notice.text)
    except Exception as error:  # whatever a carrier's library raises
        cause = type(error).__name__
        log.warning("notice %s failed: %s", notice.id, cause)
        again = notice.attempts < MAX_ATTEMPTS
        later = context.now() + FIRST_RETRY_MS * 4 ** (notice.attempts - 1)
        outcome = {"status": "waiting" if again else "failed", "error": cause, "send_after": later}
    else:
        outcome = {"status": "sent", "error": "", "sent_at": context.now()}
    with context.database.writing() as session:
        decision = _decision_of(session, notice)
        if decision and decision.status == "undone" and outcome["status"] == "waiting":
            outcome["status"] = "withdrawn"
        mine = (Notice.id == notice.id, Notice.status == "sending", Notice.attempts == notice.attempts)
        session.execute(update(Notice).where(*mine).values(**outcome))


def _decision_of(session: Session, notice: Notice, *, skip_locked: bool = False) -> Decision | None:
    """The decision that a notice is about, locked against being undone; None when it is locked and not waited for."""
    wanted = select(Decision).where(Decision.id == notice.decision_id)
    return session.scalars(wanted.with_for_update(read=True, skip_locked=skip_locked)).one_or_none()
