"""Claims: take, renew, give back."""

from typing import Annotated

from fastapi import APIRouter, Depends

from contract.problems import Code
from contract.wire.review import ClaimAsk, Claimed, LeasesAnswer, LeasesAsk
from server.deps import Context, IdempotencyKeyHeader, Writing
from server.openapi import problems
from server.policy import reviewers
from server.services import claims
from server.services.tokens import StaffPerson

router = APIRouter(prefix="/claims", tags=["claims"])
Reviewer = Annotated[StaffPerson, Depends(reviewers)]


@router.post("", summary="Claim works", responses=problems(Code.IDEMPOTENCY_MISMATCH))
def claim(ask: ClaimAsk, key: IdempotencyKeyHeader, person: Reviewer, context: Context, session: Writing) -> Claimed:
    """Up to `count` free works, oldest first; fewer when there are no more. The same key gives the same claim again.

    What the caller holds already is not among them; a lease of the caller that has run out is renewed under its token.
    """
    return claims.claim(session, context, person, ask, key)


@router.post("/renew", summary="Renew leases")
def renew(ask: LeasesAsk, person: Reviewer, context: Context, session: Writing) -> LeasesAnswer:
    """From now on for `hours`; leases that went to somebody else are told as lost. Empty: all of mine."""
    return claims.renew(session, context, person, ask)


@router.post("/release", summary="Give works back")
def release(ask: LeasesAsk, person: Reviewer, context: Context, session: Writing) -> LeasesAnswer:
    """The works are offered to others again. Empty: all of mine."""
    return claims.release(session, context, person, ask)
