"""Why a file did not come."""


class BadFileError(Exception):
    """All bytes came, and they are not the file."""


class Stopped(Exception):
    """Somebody asked to stop; what is here stays."""
