"""The synced kinds with their columns, and how much travels at once; nothing to import, so that a desk starts fast."""

from typing import Final

PAGE_ROWS: Final = 2_000
PAGE_BYTES: Final = 4 * 1024 * 1024
BATCH_MUTATIONS: Final = 50

COLUMNS: Final[dict[str, tuple[str, ...]]] = {
    "work": (
        "id", "version", "number", "state", "round", "title", "summary", "theme", "region",
        "author_name", "author_phone", "author_occupation", "organizations", "submitted_at",
        "media_id", "media_sha256", "media_bytes", "poster_id", "duration_ms", "width", "height", "fps",
        "container", "video_codec", "audio_codec", "problems", "history",
        "lease_token", "lease_expires_at", "claimed_at", "batch",
    ),
    "decision": (
        "id", "version", "subject_kind", "subject_id", "subject_number", "subject_title", "region", "verdict",
        "reasons", "note", "message", "decided_at", "received_at", "status", "subject_version", "undone_at",
    ),
    "conflict": (
        "id", "version", "subject_kind", "subject_id", "subject_number", "subject_title", "region", "poster_id",
        "code", "same_decision", "mine", "theirs", "state", "opened_at", "resolved_at",
    ),
    "second_look": (
        "id", "version", "subject_kind", "subject_id", "subject_number", "subject_title", "region", "opened_by",
        "opened_at", "objection", "state",
    ),
    "registration": (
        "id", "version", "number", "state", "round", "name", "name_key", "region", "address", "landline",
        "introduction", "nature", "size", "industry", "labels", "account_phone", "contact_name", "contact_phone",
        "logo_id", "documents", "look_alikes", "changes", "submitted_at", "decided_at", "history",
    ),
    "membership": (
        "id", "version", "state", "round", "organization_id", "organization_name", "applicant_name", "initials",
        "applicant_phone", "occupation", "reason", "applied_at", "decided_at", "in_roster", "employee_no",
        "same_names", "other_organizations", "history",
    ),
    "organization": ("id", "version", "number", "name", "region", "introduction", "logo_id"),
    "seal": (
        "id", "version", "week", "revision", "cutoff", "rule", "reason", "sealed_at", "sealed_by", "digest", "works",
        "suspended", "excluded", "files",
    ),
    "region": ("id", "version", "name", "short_name"),
    "reason": (
        "id", "version", "kind", "key", "label_zh", "label_en", "sentence", "final", "needs_message", "catalogue",
    ),
    "setting": ("id", "version", "value"),
}  # fmt: skip
"""Columns of each synced kind, `id` and `version` first. Names are masked (周*明, 138****0000) but for
`applicant_name`, which its own organization's administrators search by; screens mask it. `history` is a list of
HistoryEvent, `mine` and `theirs` are DecisionFacts, `documents` of DocumentFacts, `look_alikes` of LookAlike, `changes`
of FieldChange (contract.wire.registration), `files` of BoardFileFacts (contract.wire.boards). JSON values travel as
JSON, not as text."""
