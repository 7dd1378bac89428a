"""A person's data on this computer: the outbox (never lost) and the cache (may be rebuilt); no Qt."""

from desktop.store.errors import DiskFullError, KeyLostError, LibraryTooOldError, StoreError, TooNewError
from desktop.store.store import Note, Store, open_store

__all__ = [
    "DiskFullError",
    "KeyLostError",
    "LibraryTooOldError",
    "Note",
    "Store",
    "StoreError",
    "TooNewError",
    "open_store",
]
