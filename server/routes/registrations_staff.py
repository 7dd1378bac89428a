"""What platform administrators ask about registrations beyond the feed."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path

from contract.problems import Code
from contract.wire.registration import RegistrationRevealed
from contract.wire.sync import Id
from server.deps import Context, Writing
from server.openapi import problems
from server.policy import platform_admins
from server.services import registrations_own
from server.services.tokens import StaffPerson

router = APIRouter(prefix="/registrations", tags=["registrations"])


@router.post("/{registration_id}/reveal", summary="Phones and contact in full", responses=problems(Code.NOT_FOUND))
def reveal(
    registration_id: Annotated[Id, Path()],
    person: Annotated[StaffPerson, Depends(platform_admins)],
    context: Context,
    session: Writing,
) -> RegistrationRevealed:
    """The call is audited."""
    return registrations_own.reveal(session, context, person, registration_id)
