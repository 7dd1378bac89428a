"""Staff roles and what each may do with works."""

from enum import StrEnum


class Role(StrEnum):
    """Roles of the staff; workers are a separate kind of person with tokens of their own."""

    MODERATOR = "moderator"
    PLATFORM_ADMIN = "platform_admin"
    ORG_ADMIN = "org_admin"
    UNION_STAFF = "union_staff"


REVIEWERS = frozenset({Role.MODERATOR, Role.PLATFORM_ADMIN})
"""Who decides the campaign's works."""
