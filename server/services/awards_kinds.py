"""Kinds of awards: their rules by version, set by platform admins; a list keeps the version it was drawn by."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from contract.awards import AwardRule, Period
from contract.boards import BoardKind, Measure
from contract.problems import Code
from contract.wire.awards import AwardKindAsk, AwardKindFacts, AwardKinds
from server.context import ServerContext
from server.database import one_at_a_time
from server.errors import ProblemError
from server.models import AwardKind, Staff
from server.services import audit
from server.services.tokens import StaffPerson

_SAME = tuple(name for name in AwardKindFacts.model_fields if name not in {"set_by"})


def kinds(session: Session) -> AwardKinds:
    """All versions, by kind, of each the one in force first."""
    found = select(AwardKind, Staff.label).outerjoin(Staff, Staff.id == AwardKind.set_by)
    items = [
        AwardKindFacts.model_validate({name: getattr(row, name) for name in _SAME} | {"set_by": label or ""})
        for row, label in session.execute(found.order_by(AwardKind.kind, AwardKind.version.desc()))
    ]
    return AwardKinds(items=items)


def kind_in_force(session: Session, kind: str) -> AwardKind | None:
    """Its latest version."""
    found = select(AwardKind).where(AwardKind.kind == kind).order_by(AwardKind.version.desc())
    return session.scalars(found.limit(1)).one_or_none()


def set_kind(session: Session, context: ServerContext, person: StaffPerson, ask: AwardKindAsk) -> AwardKinds:
    """The next version of a kind, or a new one; raises version-mismatch when somebody set one meanwhile."""
    one_at_a_time(session, "award kinds")
    row = kind_in_force(session, ask.kind)
    if ask.base_version != (row.version if row else 0):
        raise ProblemError(Code.VERSION_MISMATCH, "Somebody changed this kind.", version=row.version if row else 0)
    facts = ask.model_dump(exclude={"base_version"})
    version = ask.base_version + 1
    session.add(AwardKind(**facts, version=version, set_at=context.now(), set_by=person.id))
    subject = ("award_kind", ask.kind)
    audit.record(session, context, person, "set-award-kind", subject, version=version, reason=ask.reason)
    session.flush()
    return kinds(session)


def rule_of(row: AwardKind) -> AwardRule:
    """The rule that a version states."""
    return AwardRule(
        BoardKind(row.subject), Period(row.period), Measure(row.measure), row.top, row.per_region, row.min_works,
        row.reserves,
    )  # fmt: skip
