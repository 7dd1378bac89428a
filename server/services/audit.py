"""The audit: one row for every act that matters; no phone numbers, no workers' names."""

from typing import Any

from sqlalchemy.orm import Session

from server.context import ServerContext
from server.models import Audit
from server.services.tokens import REGISTRANT, STAFF, WORKER, Registrant, StaffPerson, WorkerCaller

_KINDS: dict[type, str] = {StaffPerson: STAFF, WorkerCaller: WORKER, Registrant: REGISTRANT}


def record(
    session: Session,
    context: ServerContext,
    actor: StaffPerson | WorkerCaller | Registrant | None,
    action: str,
    subject: tuple[str, str],
    **facts: Any,
) -> None:
    """Write one line; `subject` is (kind, id), `actor` None stands for the server itself."""
    kind = "system" if actor is None else _KINDS[type(actor)]
    label = actor.label if isinstance(actor, StaffPerson) else kind
    session.add(
        Audit(
            at=context.now(),
            actor_kind=kind,
            actor_id=actor.id if actor else None,
            actor=label,
            action=action,
            subject_kind=subject[0],
            subject_id=subject[1],
            facts=facts,
        )
    )
