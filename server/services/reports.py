"""Audit and notices by pages, newest first."""

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from contract.masking import mask_phone
from contract.wire.review import AuditPage, AuditRow, NoticePage, NoticeRow
from server.context import ServerContext
from server.models import Audit, Notice
from server.services import cursors
from server.services.notices import CODE


def audit_page(
    session: Session, context: ServerContext, action: str, subject_id: str, cursor: str, limit: int
) -> AuditPage:
    """Lines of the audit, filtered by action and subject; raises cursor-invalid."""
    key = context.settings.signing_key()
    wanted = select(Audit)
    if action:
        wanted = wanted.where(Audit.action == action)
    if subject_id:
        wanted = wanted.where(Audit.subject_id == subject_id)
    if cursor:
        wanted = wanted.where(Audit.id < cursors.unseal(key, "audit", cursor))
    found = session.scalars(wanted.order_by(Audit.id.desc()).limit(limit + 1)).all()
    items = [
        AuditRow(
            id=line.id,
            at=line.at,
            actor=line.actor,
            action=line.action,
            subject_kind=line.subject_kind,
            subject_id=line.subject_id,
            facts=line.facts,
        )
        for line in found[:limit]
    ]
    return AuditPage(items=items, next=cursors.seal(key, "audit", items[-1].id) if len(found) > limit else None)


def notice_page(session: Session, context: ServerContext, status: str, cursor: str, limit: int) -> NoticePage:
    """The SMS outbox with masked phones; `status` as told on the wire. Raises cursor-invalid."""
    key = context.settings.signing_key()
    wanted = select(Notice)
    if status:
        wanted = wanted.where(Notice.status.in_(["waiting", "sending"] if status == "waiting" else [status]))
    if cursor:
        at, last = cursors.unseal(key, "notices", cursor)
        wanted = wanted.where(or_(Notice.created_at < at, and_(Notice.created_at == at, Notice.id < last)))
    found = session.scalars(wanted.order_by(Notice.created_at.desc(), Notice.id.desc()).limit(limit + 1)).all()
    items = [_row(notice) for notice in found[:limit]]
    told = [items[-1].created_at, items[-1].id] if len(found) > limit else None
    return NoticePage(items=items, next=cursors.seal(key, "notices", told) if told else None)


def _row(notice: Notice) -> NoticeRow:
    return NoticeRow.model_validate(
        {
            "id": notice.id,
            "phone": mask_phone(notice.phone),
            "text": "" if notice.kind == CODE else notice.text,
            "status": "waiting" if notice.status == "sending" else notice.status,
            "attempts": notice.attempts,
            "error": notice.error,
            "created_at": notice.created_at,
            "sent_at": notice.sent_at,
        }
    )
