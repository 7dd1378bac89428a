"""Tables. Ids are UUIDv7 as text, times integer milliseconds UTC."""

from server.models.base import Base
from server.models.people import Membership, Organization, SignInAttempt, Staff, Token, TokenFamily, Worker
from server.models.review import Audit, Conflict, Decision, Notice, Review, SecondLook
from server.models.sync import Feed, FeedCounter, IdempotencyKey, Mutation, ServerState, Setting
from server.models.works import (
    Interaction,
    LeaseGrant,
    Media,
    NumberSeries,
    Upload,
    UploadPart,
    Work,
    WorkEvent,
    WorkVersion,
)

__all__ = [
    "Audit",
    "Base",
    "Conflict",
    "Decision",
    "Feed",
    "FeedCounter",
    "IdempotencyKey",
    "Interaction",
    "LeaseGrant",
    "Media",
    "Membership",
    "Mutation",
    "Notice",
    "NumberSeries",
    "Organization",
    "Review",
    "SecondLook",
    "ServerState",
    "Setting",
    "SignInAttempt",
    "Staff",
    "Token",
    "TokenFamily",
    "Upload",
    "UploadPart",
    "Work",
    "WorkEvent",
    "WorkVersion",
    "Worker",
]
