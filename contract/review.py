"""Reviews as pure functions: which state of a subject follows which event, and the two ways it can be refused."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final, TypeVar


class Kind(StrEnum):
    """What is reviewed."""

    WORK = "work"
    REGISTRATION = "registration"
    MEMBERSHIP = "membership"


class WorkState(StrEnum):
    """Where a work stands."""

    DRAFT = "draft"
    PENDING = "pending"
    PUBLISHED = "published"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


class ApplicationState(StrEnum):
    """Where an organization's registration or a worker's application to join one stands."""

    PENDING = "pending"
    APPROVED = "approved"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    LEFT = "left"


class Verdict(StrEnum):
    """What a reviewer decides."""

    APPROVE = "approve"
    REJECT = "reject"


class Event(StrEnum):
    """What can happen to a subject."""

    SUBMIT = "submit"
    APPROVE = "approve"
    REJECT = "reject"
    REOPEN = "reopen"
    WITHDRAW = "withdraw"
    LEAVE = "leave"


class AlreadyThereError(Exception):
    """The subject is already in the state that the event leads to."""


class NotAllowedError(Exception):
    """The event cannot happen in this state."""


_State = TypeVar("_State", WorkState, ApplicationState)
_TARGET: Final = {
    Event.SUBMIT: WorkState.PENDING,
    Event.APPROVE: WorkState.PUBLISHED,
    Event.REJECT: WorkState.REJECTED,
    Event.REOPEN: WorkState.PENDING,
    Event.WITHDRAW: WorkState.WITHDRAWN,
}
_FROM: Final = {
    Event.SUBMIT: {WorkState.DRAFT, WorkState.REJECTED, WorkState.PUBLISHED, WorkState.PENDING},
    Event.APPROVE: {WorkState.PENDING},
    Event.REJECT: {WorkState.PENDING},
    Event.REOPEN: {WorkState.PUBLISHED, WorkState.REJECTED},
    Event.WITHDRAW: {WorkState.DRAFT, WorkState.PENDING, WorkState.PUBLISHED, WorkState.REJECTED},
}


_APPLICATION_TARGET: Final = {
    Event.SUBMIT: ApplicationState.PENDING,
    Event.APPROVE: ApplicationState.APPROVED,
    Event.REJECT: ApplicationState.REJECTED,
    Event.REOPEN: ApplicationState.PENDING,
    Event.WITHDRAW: ApplicationState.WITHDRAWN,
    Event.LEAVE: ApplicationState.LEFT,
}
_APPLICATION_FROM: Final = {
    Event.SUBMIT: {
        ApplicationState.PENDING,
        ApplicationState.REJECTED,
        ApplicationState.WITHDRAWN,
        ApplicationState.LEFT,
    },
    Event.APPROVE: {ApplicationState.PENDING},
    Event.REJECT: {ApplicationState.PENDING},
    Event.REOPEN: {ApplicationState.APPROVED, ApplicationState.REJECTED},
    Event.WITHDRAW: {ApplicationState.PENDING, ApplicationState.REJECTED},
    Event.LEAVE: {ApplicationState.APPROVED},
}


def after(state: WorkState, event: Event) -> WorkState:
    """The state of a work that follows; raises AlreadyThereError or NotAllowedError.

    SUBMIT while pending is allowed: replacing file or text reopens the review with a new version.
    """
    return _next(_TARGET, _FROM, state, event)


def application_after(state: ApplicationState, event: Event) -> ApplicationState:
    """The state of a registration or membership that follows; raises AlreadyThereError or NotAllowedError.

    SUBMIT while pending corrects it; a member who left, or who withdrew, may apply again.
    """
    return _next(_APPLICATION_TARGET, _APPLICATION_FROM, state, event)


def event_of(verdict: Verdict) -> Event:
    """The event a verdict causes."""
    return Event.APPROVE if verdict is Verdict.APPROVE else Event.REJECT


def _next(targets: Mapping[Event, _State], sources: Mapping[Event, set[_State]], state: _State, event: Event) -> _State:
    if event not in targets:
        raise NotAllowedError(f"{event} in {state}")
    if state in sources[event]:
        return targets[event]
    if state == targets[event]:
        raise AlreadyThereError(f"{state} after {event}")
    raise NotAllowedError(f"{event} in {state}")
