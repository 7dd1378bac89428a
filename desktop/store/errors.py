"""Why a store cannot be used; `code` is what the screens find their words by."""


class StoreError(Exception):
    """Base of all failures of the local store."""

    code = "store"


class KeyLostError(StoreError):
    """The key is missing or does not fit; nothing was touched."""

    code = "key-lost"


class TooNewError(StoreError):
    """Written by a newer desk; nothing was touched."""

    code = "store-too-new"


class DiskFullError(StoreError):
    """There is no room: what was to be written was not saved."""

    code = "disk-full"


class LibraryTooOldError(StoreError):
    """The SQLite library can corrupt a store."""

    code = "sqlite-too-old"
