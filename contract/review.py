"""The review of a work as a pure function: which state follows which event, and the two ways it can be refused."""

from enum import StrEnum


class WorkState(StrEnum):
    """Where a work stands."""

    DRAFT = "draft"
    PENDING = "pending"
    PUBLISHED = "published"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


class Verdict(StrEnum):
    """What a reviewer decides."""

    APPROVE = "approve"
    REJECT = "reject"


class Event(StrEnum):
    """What can happen to a work."""

    SUBMIT = "submit"
    APPROVE = "approve"
    REJECT = "reject"
    REOPEN = "reopen"
    WITHDRAW = "withdraw"


class AlreadyThereError(Exception):
    """The work is already in the state that the event leads to."""


class NotAllowedError(Exception):
    """The event cannot happen in this state."""


_TARGET = {
    Event.SUBMIT: WorkState.PENDING,
    Event.APPROVE: WorkState.PUBLISHED,
    Event.REJECT: WorkState.REJECTED,
    Event.REOPEN: WorkState.PENDING,
    Event.WITHDRAW: WorkState.WITHDRAWN,
}
_FROM = {
    Event.SUBMIT: {WorkState.DRAFT, WorkState.REJECTED, WorkState.PUBLISHED, WorkState.PENDING},
    Event.APPROVE: {WorkState.PENDING},
    Event.REJECT: {WorkState.PENDING},
    Event.REOPEN: {WorkState.PUBLISHED, WorkState.REJECTED},
    Event.WITHDRAW: {WorkState.DRAFT, WorkState.PENDING, WorkState.PUBLISHED, WorkState.REJECTED},
}


def after(state: WorkState, event: Event) -> WorkState:
    """The state that follows; raises AlreadyThereError or NotAllowedError.

    SUBMIT while pending is allowed: replacing file or text reopens the review with a new version.
    """
    if state in _FROM[event]:
        return _TARGET[event]
    if state == _TARGET[event]:
        raise AlreadyThereError(f"{state} after {event}")
    raise NotAllowedError(f"{event} in {state}")


def event_of(verdict: Verdict) -> Event:
    """The event a verdict causes."""
    return Event.APPROVE if verdict is Verdict.APPROVE else Event.REJECT
