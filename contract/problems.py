"""Typed error codes (RFC 9457, `type: /problems/<code>`); clients branch on the code alone."""

from enum import StrEnum

from pydantic import BaseModel, ConfigDict


class Code(StrEnum):
    """Every problem code that the server answers with."""

    NOT_SIGNED_IN = "not-signed-in"
    WRONG_PASSWORD = "wrong-password"
    SESSION_EXPIRED = "session-expired"
    SESSION_REVOKED = "session-revoked"
    ACCOUNT_SUSPENDED = "account-suspended"
    NOT_ALLOWED = "not-allowed"
    TOO_MANY_TRIES = "too-many-tries"
    CLIENT_TOO_OLD = "client-too-old"
    NOT_FOUND = "not-found"
    METHOD_NOT_ALLOWED = "method-not-allowed"
    INVALID_ARGS = "invalid-args"
    BODY_TOO_LARGE = "body-too-large"
    IDEMPOTENCY_MISMATCH = "idempotency-mismatch"
    CURSOR_EXPIRED = "cursor-expired"
    CURSOR_INVALID = "cursor-invalid"
    EPOCH_CHANGED = "epoch-changed"
    PHONE_TAKEN = "phone-taken"
    OUTSIDE_CAMPAIGN = "outside-campaign"
    VIDEO_REFUSED = "video-refused"
    CAPTCHA_WRONG = "captcha-wrong"
    CODE_WRONG = "code-wrong"
    FILE_REFUSED = "file-refused"
    UPLOAD_INCOMPLETE = "upload-incomplete"
    UPLOAD_CHECKSUM = "upload-checksum"
    WRONG_STATE = "wrong-state"
    VERSION_MISMATCH = "version-mismatch"
    SECOND_PERSON = "second-person"
    LEASE_LOST = "lease-lost"
    URL_EXPIRED = "url-expired"
    RANGE_NOT_SATISFIABLE = "range-not-satisfiable"
    UNAVAILABLE = "unavailable"
    INTERNAL = "internal"


class Problem(BaseModel):
    """Body of every error answer, `application/problem+json`."""

    model_config = ConfigDict(extra="allow")
    type: str
    title: str
    status: int
    detail: str = ""
    code: str
    request_id: str = ""
