"""Tables. Ids are UUIDv7 as text, times integer milliseconds UTC."""

from server.models.base import Base
from server.models.boards import BoardTotal, BoardWeek, CountedWork, InteractionEvent, Participant, Uncounted, WorkDay
from server.models.people import (
    Membership,
    Organization,
    RosterEntry,
    SignInAttempt,
    Staff,
    Token,
    TokenFamily,
    Worker,
)
from server.models.registration import Captcha, Registration, RegistrationVersion, SmsCode
from server.models.review import Audit, Conflict, Decision, Notice, Review, SecondLook, SubjectEvent
from server.models.sync import Feed, FeedCounter, IdempotencyKey, Mutation, ServerState, Setting
from server.models.works import (
    Interaction,
    LeaseGrant,
    Media,
    NumberSeries,
    Upload,
    UploadPart,
    Work,
    WorkVersion,
)

__all__ = [
    "Audit",
    "Base",
    "BoardTotal",
    "BoardWeek",
    "Captcha",
    "Conflict",
    "CountedWork",
    "Decision",
    "Feed",
    "FeedCounter",
    "IdempotencyKey",
    "Interaction",
    "InteractionEvent",
    "LeaseGrant",
    "Media",
    "Membership",
    "Mutation",
    "Notice",
    "NumberSeries",
    "Organization",
    "Participant",
    "Registration",
    "RegistrationVersion",
    "Review",
    "RosterEntry",
    "SecondLook",
    "ServerState",
    "Setting",
    "SignInAttempt",
    "SmsCode",
    "Staff",
    "SubjectEvent",
    "Token",
    "TokenFamily",
    "Uncounted",
    "Upload",
    "UploadPart",
    "Work",
    "WorkDay",
    "WorkVersion",
    "Worker",
]
