"""What desk and server both know: shapes on the wire, the review state machine, the contest's rules.

Times are integers: milliseconds since 1970-01-01 UTC. Sizes are bytes.
Only pydantic and the standard library are imported here.
"""

PROTOCOL = 1
"""Version of the wire (`v` in every sync message)."""

SCHEMA = 1
"""Version of the synced rows; a desk that knows another one pulls anew."""

VERSION = "0.1.0"
"""Version of desk and server, sent as `X-Yjs-Client: desk/<version>`."""

OLDEST_CLIENT = "0.1.0"
"""Desks older than this are refused with 426 and keep their outbox."""
