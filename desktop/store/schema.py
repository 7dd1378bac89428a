"""The tables of both files."""

import zlib
from typing import Final

from contract.columns import COLUMNS
from desktop.store.member_search import INDEX, KIND

OUTBOX: Final[list[list[str]]] = [
    [
        """CREATE TABLE outbox (
            n INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, type TEXT NOT NULL, tv INTEGER NOT NULL,
            created_at INTEGER NOT NULL, subject_id TEXT NOT NULL, args TEXT NOT NULL, facts TEXT NOT NULL,
            state TEXT NOT NULL, attempts INTEGER NOT NULL DEFAULT 0, errors INTEGER NOT NULL DEFAULT 0,
            retry_at INTEGER, code TEXT, result TEXT, settled_at INTEGER)""",
        "CREATE INDEX outbox_state ON outbox (state, n)",
        "CREATE INDEX outbox_subject ON outbox (subject_id, n)",
        "CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL)",
    ],
    ["CREATE INDEX outbox_settled ON outbox (settled_at, n) WHERE settled_at IS NOT NULL"],
]
"""Steps: append one, never change one that has shipped."""


def _kind(kind: str) -> str:
    columns = ", ".join(f'"{name}"' for name in COLUMNS[kind] if name != "id")
    key = "n INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE" if kind == KIND else "id TEXT PRIMARY KEY"
    return f'CREATE TABLE "{kind}" ({key}, {columns}, bucket TEXT NOT NULL, seen INTEGER NOT NULL, extra)'


CACHE: Final[list[str]] = [
    *(_kind(kind) for kind in COLUMNS),
    "CREATE INDEX work_queue ON work (state, submitted_at)",
    "CREATE INDEX decision_newest ON decision (received_at)",
    "CREATE INDEX registration_queue ON registration (state, submitted_at)",
    "CREATE INDEX membership_queue ON membership (state, applied_at, id)",
    "CREATE INDEX membership_all ON membership (applied_at, id)",
    "CREATE INDEX membership_names ON membership (initials, applicant_name, id)",
    "CREATE INDEX membership_states ON membership (n, state, applied_at)",
    INDEX,
    "CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL)",
    """CREATE TABLE media (
        id TEXT PRIMARY KEY, state TEXT NOT NULL, bytes INTEGER NOT NULL, have INTEGER NOT NULL DEFAULT 0,
        sha256 TEXT NOT NULL, etag TEXT NOT NULL DEFAULT '', used_at INTEGER NOT NULL, error TEXT)""",
    "CREATE TABLE board_file (id TEXT PRIMARY KEY, region TEXT NOT NULL, etag TEXT NOT NULL, at INTEGER NOT NULL,"
    " data BLOB NOT NULL)",
]
CACHE_VERSION: Final = zlib.crc32("\n".join(CACHE).encode()) & 0x7FFF_FFFF
"""The cache has no steps: one that was made with other columns is made anew and filled by the next pull."""
