"""Brings a database to the newest schema and gives it its epoch, counter and reference rows."""

from itertools import chain
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from contract.campaign import CAMPAIGN_END_MS, CAMPAIGN_START_MS
from contract.reasons import REASONS
from contract.regions import REGIONS
from server.context import ServerContext
from server.feed import REFERENCE, org_bucket, touch
from server.models import Feed, FeedCounter, Membership, Organization, ServerState, Setting
from server.security import digest


def alembic_config(connection: Connection) -> Config:
    """Alembic's configuration for one open connection."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    return config


def migrate(context: ServerContext) -> None:
    """Upgrade to the newest schema; safe to repeat."""
    with context.database.altering() as connection:
        command.upgrade(alembic_config(connection), "head")
    with context.database.writing() as session:
        _ensure_state(session, context)


def new_epoch(session: Session, context: ServerContext, instead_of: str = "") -> str:
    """Start a new life of the database (after a restore): desks pull anew and push acknowledged rows again.

    Of several callers who end the same life (`instead_of`) the first one begins the next.
    """
    state = session.get_one(ServerState, 1, with_for_update=True, populate_existing=True)
    if instead_of in {"", state.epoch}:
        state.epoch, state.restored_at = context.new_id(), context.now()
    return state.epoch


def _ensure_state(session: Session, context: ServerContext) -> None:
    if session.get(FeedCounter, 1) is None:
        session.add(FeedCounter(id=1, value=0))
    state = session.get(ServerState, 1)
    if state is None:
        state = ServerState(id=1, epoch=context.new_id(), min_seq=0, reference="")
        session.add(state)
    _tell_of_organizations(session)
    _keep_setting(session, "campaign", {"start": CAMPAIGN_START_MS, "end": CAMPAIGN_END_MS})
    _keep_setting(session, "lease_hours", {"hours": 12})
    _keep_setting(session, "undo_window", {"seconds": context.settings.undo_window_s})
    reference = digest(repr((REGIONS, REASONS)))
    if state.reference != reference:
        state.reference = reference
        for code in REGIONS:
            touch(session, REFERENCE, "region", code)
        for item in chain.from_iterable(REASONS.values()):
            touch(session, REFERENCE, "reason", item.code)


def _tell_of_organizations(session: Session) -> None:
    """Organizations and memberships from before there were feeds of organizations reach their administrators."""
    told = select(Feed.entity_id).where(Feed.kind == "organization")
    for organization in session.scalars(select(Organization.id).where(Organization.id.not_in(told))):
        touch(session, org_bucket(organization), "organization", organization)
        members = select(Membership.id).where(Membership.organization_id == organization)
        for membership in session.scalars(members.order_by(Membership.applied_at)):
            touch(session, org_bucket(organization), "membership", membership)


def _keep_setting(session: Session, name: str, value: dict[str, Any]) -> None:
    """What all desks are told; they hear of it when it differs from the last start."""
    row = session.get(Setting, name)
    if row is None:
        row = Setting(id=name, version=0, value={})
        session.add(row)
    if row.value != value:
        row.value, row.version = value, row.version + 1
        touch(session, REFERENCE, "setting", name)
