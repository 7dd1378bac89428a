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
        "id", "version", "work_id", "work_number", "work_title", "region", "verdict", "reasons", "note", "message",
        "decided_at", "received_at", "status", "work_version", "undone_at",
    ),
    "conflict": (
        "id", "version", "work_id", "work_number", "work_title", "region", "poster_id", "code", "same_decision",
        "mine", "theirs", "state", "opened_at", "resolved_at",
    ),
    "second_look": (
        "id", "version", "work_id", "work_number", "work_title", "region", "opened_by", "opened_at",
        "objection", "state",
    ),
    "region": ("id", "version", "name", "short_name"),
    "reason": ("id", "version", "key", "label_zh", "label_en", "sentence", "final", "needs_message", "catalogue"),
    "setting": ("id", "version", "value"),
}  # fmt: skip
"""Columns of each synced kind, `id` and `version` first. Names are masked (周*明, 138****0000); `history` is a list of
HistoryEvent, `mine` and `theirs` are DecisionFacts. JSON values travel as JSON, not as text."""
