"""How subjects of each kind are reviewed: what differs between works, registrations and memberships."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy.orm import Session

from contract.review import Kind
from contract.wire.sync import DecideArgs
from server.models import Decision, Review
from server.services import member_ways, registration_ways, work_ways
from server.services.acting import Act


@dataclass(frozen=True, slots=True)
class Way:
    """What is done with the locked row of a subject; `lost` and `settle` only when nothing else stands against it."""

    locked: Callable[[Session, Sequence[str]], list[Any]]
    """The rows of these ids, locked in their order."""
    hidden: Callable[[Act, Any], bool]
    """Whether for this person there is no such subject."""
    may_decide: Callable[[Act, DecideArgs, Any], bool]
    lost: Callable[[Act, DecideArgs, Any], str | None]
    """The code of the conflict when the subject waits, but no longer for this person."""
    refusal: Callable[[Act, DecideArgs, Any], str | None]
    """The code with which a decision is refused that nothing else stands against."""
    settle: Callable[[Act, DecideArgs, Any, int], Review]
    """Bring the verdict into force at this time: state, version, what follows from it; the review that it ended."""
    tell: Callable[[Act, Any, Decision], None]
    """Compose the notice."""
    fixed: Callable[[Act, Any, Decision], bool]
    """Whether too much was built on a decision for it to be undone."""
    reopen: Callable[[Act, Any, Decision], None]
    """The subject waits again; the decision's review is open again when this is called."""


def _none(_: Act, __: DecideArgs, ___: Any) -> None:
    """Nothing is refused."""


WAYS: Final[dict[Kind, Way]] = {
    kind: Way(way.locked, way.hidden, way.may_decide, way.lost, refusal, way.settle, way.tell, way.fixed, way.reopen)
    for kind, way, refusal in (
        (Kind.WORK, work_ways, _none),
        (Kind.REGISTRATION, registration_ways, registration_ways.refusal),
        (Kind.MEMBERSHIP, member_ways, _none),
    )
}
