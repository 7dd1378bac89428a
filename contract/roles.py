"""Staff roles and what each may decide."""

from enum import StrEnum
from typing import Final

from contract.review import Kind


class Role(StrEnum):
    """Roles of the staff; workers are a separate kind of person with tokens of their own."""

    MODERATOR = "moderator"
    PLATFORM_ADMIN = "platform_admin"
    ORG_ADMIN = "org_admin"
    UNION_STAFF = "union_staff"


REVIEWERS = frozenset({Role.MODERATOR, Role.PLATFORM_ADMIN})
"""Who decides the campaign's works."""
DECIDERS: Final = {
    Kind.WORK: REVIEWERS,
    Kind.REGISTRATION: frozenset({Role.PLATFORM_ADMIN}),
    Kind.MEMBERSHIP: frozenset({Role.ORG_ADMIN}),
}
"""Who decides what; organization administrators only about their own organization."""
