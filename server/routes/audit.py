"""Audit, notices, second looks: for platform admins."""

from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Path, Query

from contract.problems import Code
from contract.wire.review import AuditPage, NoticePage, SecondLook, SecondLooks
from contract.wire.sync import Id
from server.deps import Context, Reading, Writing
from server.openapi import problems
from server.policy import platform_admins
from server.services import reports, second_looks
from server.services.tokens import StaffPerson

router = APIRouter(tags=["audit"])
Admin = Annotated[StaffPerson, Depends(platform_admins)]
Cursor = Annotated[str, Query(max_length=1_000)]
Limit = Annotated[int, Query(ge=1, le=200)]


@router.get("/audit", summary="The audit by pages", responses=problems(Code.CURSOR_INVALID))
def audit_page(
    person: Admin,
    context: Context,
    session: Reading,
    action: Annotated[str, Query(max_length=40)] = "",
    subject_id: Annotated[str, Query(max_length=64)] = "",
    cursor: Cursor = "",
    limit: Limit = 50,
) -> AuditPage:
    """Newest first."""
    return reports.audit_page(session, context, action, subject_id, cursor, limit)


@router.get("/notices", summary="The SMS outbox by pages", responses=problems(Code.CURSOR_INVALID))
def notices(
    person: Admin,
    context: Context,
    session: Reading,
    status: Literal["", "waiting", "sent", "failed", "withdrawn"] = "",
    cursor: Cursor = "",
    limit: Limit = 50,
) -> NoticePage:
    """Newest first; phones are masked."""
    return reports.notice_page(session, context, status, cursor, limit)


@router.get("/second-looks", summary="Second looks")
def looks(person: Admin, session: Reading) -> SecondLooks:
    """Open ones first, at most 500."""
    return second_looks.listed(session)


@router.post(
    "/second-looks/{look_id}/close",
    summary="Close a second look",
    responses=problems(Code.NOT_FOUND, Code.VERSION_MISMATCH),
)
def close(
    look_id: Annotated[Id, Path()],
    person: Admin,
    context: Context,
    session: Writing,
    version: Annotated[int | None, Query(ge=1, le=2**53)] = None,
) -> SecondLook:
    """Closing it again changes nothing. `version` is the one that was on screen: a newer objection is not closed."""
    return second_looks.close(session, context, person, look_id, version)
