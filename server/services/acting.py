"""What the handlers of mutations get and give."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from contract.wire.sync import Mutation, MutationResult, MutationStatus
from server.context import ServerContext
from server.services.tokens import StaffPerson


@dataclass(frozen=True, slots=True)
class Act:
    """One mutation under way."""

    session: Session
    context: ServerContext
    person: StaffPerson
    mutation: Mutation

    def result(self, status: MutationStatus, **more: object) -> MutationResult:
        """A result of this mutation."""
        return MutationResult.model_validate({"n": self.mutation.n, "id": self.mutation.id, "status": status} | more)

    def rejected(self, code: str, detail: str = "") -> MutationResult:
        """Refused for good."""
        return self.result("rejected", code=code, detail=detail or None)
