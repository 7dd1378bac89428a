"""What is kept for a time only: old rows leave the feed; old tombstones, tokens, tries, keys, uploads are deleted."""

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from contract.campaign import DAY_MS
from server.context import ServerContext
from server.feed import PLATFORM, touch, user_bucket
from server.models import (
    Captcha,
    Conflict,
    Decision,
    Feed,
    IdempotencyKey,
    Notice,
    SecondLook,
    ServerState,
    SignInAttempt,
    SmsCode,
    Token,
    TokenFamily,
)
from server.services.accounts import WINDOW_MS
from server.services.notices import CODE
from server.services.registrations_captcha import CODE_MS
from server.services.registrations_files import forget_loose
from server.services.tokens import REFRESH_MS
from server.services.uploads import forget_expired

DECIDED_MS = 30 * DAY_MS
"""How long decisions, answered conflicts and closed second looks stay in the feed."""
TOMBSTONE_MS = 90 * DAY_MS
BATCH = 1_000


def tidy(context: ServerContext) -> None:
    """Do it all; safe to repeat."""
    with context.database.writing() as session:
        retire(session, context.now())
    with context.database.writing() as session:
        forget_tombstones(session, context.now())
        _forget_sessions(session, context.now())
    with context.database.writing() as session:
        forget_expired(session, context)
    with context.database.writing() as session:
        forget_loose(session, context)
        _forget_codes(session, context.now())


def retire(session: Session, now: int) -> None:
    """Old decided things leave their buckets with a removal.

    Their rows are locked, so that one that is opened again at the same moment is told after its removal.
    """
    old = now - DECIDED_MS
    decisions = select(Decision.staff_id, Decision.id).where(Decision.received_at < old)
    conflicts = select(Conflict.staff_id, Conflict.id).where(Conflict.resolved_at < old)
    for kind, wanted, entity in (("decision", decisions, Decision.id), ("conflict", conflicts, Conflict.id)):
        shown = select(Feed.entity_id).where(Feed.kind == kind, Feed.op == "P")
        old_ones = wanted.where(entity.in_(shown)).limit(BATCH).with_for_update(skip_locked=True)
        for staff_id, key in session.execute(old_ones):
            touch(session, user_bucket(staff_id), kind, key, removed=True)
    shown = select(Feed.entity_id).where(Feed.kind == "second_look", Feed.op == "P")
    looks = select(SecondLook.id).where(SecondLook.closed_at < old, SecondLook.id.in_(shown))
    for key in session.scalars(looks.limit(BATCH).with_for_update(skip_locked=True)):
        touch(session, PLATFORM, "second_look", key, removed=True)


def forget_tombstones(session: Session, now: int) -> None:
    """Old removals are deleted; cursors from before them are expired by `min_seq`."""
    old = (Feed.op == "R", Feed.at < now - TOMBSTONE_MS)
    newest = session.execute(select(func.max(Feed.seq)).where(*old)).scalar()
    if newest is None:
        return
    state = session.get_one(ServerState, 1, with_for_update=True)
    state.min_seq = max(state.min_seq, newest)
    session.execute(delete(Feed).where(*old, Feed.seq <= newest))


def _forget_sessions(session: Session, now: int) -> None:
    recent = select(Token.family_id).where(Token.expires_at > now - REFRESH_MS)
    session.execute(delete(Token).where(Token.family_id.not_in(recent)))
    session.execute(delete(TokenFamily).where(TokenFamily.id.not_in(select(Token.family_id))))
    session.execute(delete(SignInAttempt).where(SignInAttempt.at < now - WINDOW_MS))
    session.execute(delete(IdempotencyKey).where(IdempotencyKey.created_at < now - TOMBSTONE_MS))


def _forget_codes(session: Session, now: int) -> None:
    """Old captchas and codes; texts of SMS with codes that are no good any more, and such SMS themselves."""
    session.execute(delete(Captcha).where(Captcha.expires_at < now))
    session.execute(delete(SmsCode).where(SmsCode.created_at < now - DAY_MS))
    old = Notice.kind == CODE, Notice.created_at < now - CODE_MS, Notice.text != ""
    session.execute(update(Notice).where(*old, Notice.status == "waiting").values(status="withdrawn"))
    session.execute(update(Notice).where(*old, Notice.status != "sending").values(text=""))
