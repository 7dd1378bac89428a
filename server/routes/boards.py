"""Boards for union staff and platform admins."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query

from contract.boards import BoardKind, Measure
from contract.roles import Role
from contract.wire.boards import LiveBoard
from server.deps import Context, Reading
from server.policy import StaffPolicy
from server.services import boards
from server.services.tokens import StaffPerson

router = APIRouter(prefix="/boards", tags=["boards"])
rankers = StaffPolicy(frozenset({Role.UNION_STAFF, Role.PLATFORM_ADMIN}))
Ranker = Annotated[StaffPerson, Depends(rankers)]


@router.get("/live/{kind}", summary="A board of this moment")
def live(
    kind: BoardKind,
    person: Ranker,
    context: Context,
    session: Reading,
    measure: Measure = Measure.HEAT,
    top: Annotated[int, Query(ge=1, le=1_000)] = 100,
) -> LiveBoard:
    """What has arrived within the last seconds may not be counted yet."""
    return boards.live(session, context.now(), kind, measure, top)
