"""One page of changes: what moved in my buckets after my cursor, read in one snapshot."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

import orjson
from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from contract import PROTOCOL, SCHEMA
from contract.columns import COLUMNS, PAGE_BYTES
from contract.problems import Code
from contract.roles import Role
from server.context import ServerContext
from server.errors import ProblemError
from server.feed import BOARDS, PLATFORM, REFERENCE, org_bucket, user_bucket
from server.models import Feed, FeedCounter, ServerState
from server.services import cursors
from server.services.projection import rows
from server.services.tokens import StaffPerson

PURPOSE = "feed"
Position = tuple[int, int | None]
"""(seq read up to, head when the first scan began or None when that scan is done)"""


@dataclass(frozen=True, slots=True)
class Page:
    """One page as JSON; `idle` when it tells nothing new, so that a long poll may go on waiting."""

    body: bytes
    idle: bool


class RestoredError(Exception):
    """A cursor of this epoch lies ahead of the feed: the database was restored and nobody said so."""

    def __init__(self, epoch: str) -> None:
        super().__init__(epoch)
        self.epoch = epoch


def buckets_of(person: StaffPerson) -> list[str]:
    """The buckets that a person may read now."""
    buckets = [user_bucket(person.id)]
    if person.role is Role.PLATFORM_ADMIN:
        buckets.append(PLATFORM)
    if person.role in {Role.UNION_STAFF, Role.PLATFORM_ADMIN}:
        buckets.append(BOARDS)
    if person.role is Role.ORG_ADMIN and person.organization_id:
        buckets.append(org_bucket(person.organization_id))
    return [*buckets, REFERENCE]


def pull(session: Session, context: ServerContext, person: StaffPerson, cursor: str, limit: int) -> Page:
    """The next page; raises cursor-invalid, cursor-expired, epoch-changed, RestoredError."""
    state = session.get_one(ServerState, 1)
    head = session.get_one(FeedCounter, 1).value
    key = context.settings.signing_key()
    known = _positions(key, cursor, state, head)
    buckets = buckets_of(person)
    positions = {bucket: known.get(bucket, (0, head)) for bucket in buckets}
    ops: list[bytes] = []
    size = 0
    full = False
    for bucket in buckets:
        if not full:
            found = _read(session, bucket, positions[bucket], limit - len(ops), size)
            ops += found.ops
            size += sum(map(len, found.ops)) + len(found.ops)
            full = found.full
            positions[bucket] = (found.position, positions[bucket][1]) if full else (head, None)
    told = {"e": state.epoch, "b": positions}
    body = _body(context, state.epoch, buckets, ops, cursors.seal(key, PURPOSE, told), more=full)
    return Page(body, idle=not ops and set(known) == set(buckets))


def _positions(key: bytes, cursor: str, state: ServerState, head: int) -> dict[str, Position]:
    if not cursor:
        return {}
    told = cursors.unseal(key, PURPOSE, cursor)
    if told["e"] != state.epoch:
        raise ProblemError(Code.EPOCH_CHANGED, "The server was restored; pull anew.", epoch=state.epoch)
    known: dict[str, Position] = {bucket: (pos, h0) for bucket, (pos, h0) in told["b"].items()}
    if any(max(pos, h0 or 0) > head for pos, h0 in known.values()):
        raise RestoredError(state.epoch)
    if any((pos if h0 is None else h0) < state.min_seq for pos, h0 in known.values()):
        raise ProblemError(Code.CURSOR_EXPIRED, "This cursor is too old; pull anew.")
    return known


@dataclass(frozen=True, slots=True)
class _Found:
    ops: list[bytes]
    position: int
    full: bool


def _read(session: Session, bucket: str, position: Position, limit: int, used: int) -> _Found:
    """Ops of one bucket; `full` when rows were left for another page; `used` bytes of the page are taken.

    Removals from before a first scan are left out: who scans anew has nothing to remove.
    """
    pos, h0 = position
    wanted = select(Feed.seq, Feed.kind, Feed.entity_id, Feed.op).where(Feed.bucket == bucket, Feed.seq > pos)
    if h0 is not None:
        wanted = wanted.where(or_(Feed.op == "P", Feed.seq > h0))
    found = session.execute(wanted.order_by(Feed.seq).limit(limit + 1)).all()
    left = len(found) > limit
    ids: defaultdict[str, list[str]] = defaultdict(list)
    for _, kind, entity, op in found[:limit]:
        if op == "P":
            ids[kind].append(entity)
    projected = {kind: rows(session, kind, wanted_ids) for kind, wanted_ids in ids.items()}
    ops: list[bytes] = []
    for seq, kind, entity, op in found[:limit]:
        row = projected[kind].get(entity) if op == "P" else None
        text = orjson.dumps(["P", bucket, kind, row] if row is not None else ["R", bucket, kind, entity])
        used += len(text) + 1
        if used > PAGE_BYTES and used > len(text) + 1:
            return _Found(ops, pos, full=True)
        ops.append(text)
        pos = seq
    return _Found(ops, pos, left)


def _body(
    context: ServerContext, epoch: str, buckets: list[str], ops: list[bytes], cursor: str, *, more: bool
) -> bytes:
    head: dict[str, Any] = {
        "v": PROTOCOL,
        "epoch": epoch,
        "schema": SCHEMA,
        "server_time": context.now(),
        "buckets": buckets,
        "cols": COLUMNS,
    }
    tail = {"cursor": cursor, "more": more, "up_to_date": not more, "count": len(ops), "end": True}
    return b'%s,"ops":[%s],%s' % (orjson.dumps(head)[:-1], b",".join(ops), orjson.dumps(tail)[1:])
