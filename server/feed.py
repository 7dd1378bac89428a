"""The feed of changes: services touch rows, the commit hook numbers them from one counter just before COMMIT."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Insert, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from server.models import Feed, FeedCounter

PLATFORM = "platform"
BOARDS = "boards"
REFERENCE = "ref"
Touches = dict[tuple[str, str, str], str]


def user_bucket(staff_id: str) -> str:
    """The bucket of one member of the staff."""
    return f"user:{staff_id}"


def org_bucket(organization_id: str) -> str:
    """The bucket of one organization, for its administrators."""
    return f"org:{organization_id}"


def touch(session: Session, bucket: str, kind: str, entity_id: str, *, removed: bool = False) -> None:
    """Note that an entity changed in a bucket, or left it; the last word in a transaction counts."""
    _touches(session)[bucket, kind, entity_id] = "R" if removed else "P"


@contextmanager
def savepoint(session: Session) -> Iterator[None]:
    """A savepoint that also takes back the touches made inside when the block raises."""
    before = dict(_touches(session))
    try:
        with session.begin_nested():
            yield
    except BaseException:
        session.info["touches"] = before
        raise


def number_touches(session: Session) -> None:
    """`before_commit` hook: flush, take numbers from the counter, write the feed rows.

    The counter's row stays locked until the commit, so numbers become visible in order; taken last, the wait is short.
    """
    touches = _touches(session)
    if session.in_nested_transaction() or not touches:
        return
    session.flush()
    take = update(FeedCounter).values(value=FeedCounter.value + len(touches)).returning(FeedCounter.value)
    first = session.execute(take).scalar_one() - len(touches) + 1
    now = session.info["clock"]()
    rows = [
        {"bucket": bucket, "kind": kind, "entity_id": entity_id, "seq": first + offset, "op": op, "at": now}
        for offset, ((bucket, kind, entity_id), op) in enumerate(touches.items())
    ]
    session.execute(_upsert(session), rows)
    session.info["fed"] = {bucket for bucket, _, _ in touches}
    touches.clear()


def _touches(session: Session) -> Touches:
    touches: Touches = session.info.setdefault("touches", {})
    return touches


def _upsert(session: Session) -> Insert:
    columns = ("seq", "op", "at")
    if session.get_bind().dialect.name == "postgresql":
        in_postgresql = postgresql.insert(Feed)
        return in_postgresql.on_conflict_do_update(
            index_elements=["bucket", "kind", "entity_id"],
            set_={name: in_postgresql.excluded[name] for name in columns},
        )
    in_sqlite = sqlite.insert(Feed)
    return in_sqlite.on_conflict_do_update(
        index_elements=["bucket", "kind", "entity_id"], set_={name: in_sqlite.excluded[name] for name in columns}
    )
