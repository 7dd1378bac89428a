"""Sample data for the demo: people, organizations, works with real videos and eleven weeks of decisions.

Everything goes through the services that real requests use, with a clock that walks from August to October 2024.
"""

import json
import os
import random
import secrets
from dataclasses import dataclass, replace

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from contract.campaign import CAMPAIGN_START_MS, DAY_MS, week_of
from contract.registration import name_key
from contract.roles import Role
from contract.week_board import cutoff_of
from contract.wire.awards import ProposalAsk, VersionAsk
from contract.wire.boards import SealAsk
from server.context import ServerContext
from server.database import DatabaseError
from server.feed import org_bucket, touch
from server.models import BoardSeal, Membership, Organization, Staff, Worker
from server.samples import members, registrations, text
from server.samples.footage import Footage, footage
from server.samples.lives import Author, HandClock, Stage, open_desk
from server.services import reviews
from server.services.accounts import add_staff
from server.services.awards import propose
from server.services.awards_acts import confirm, submit
from server.services.boards_seal import SCHEDULED_MS, seal
from server.services.tokens import StaffPerson

SEED = 2024
WORKS = 320
ORGANIZATIONS = 62
WORKERS = 420
OWN = "鲁源"
"""How the name of the organization begins that the sample administrator belongs to."""
WAITING_DAYS = 6
"""Works of the last days still wait for review."""


@dataclass(frozen=True, slots=True)
class Account:
    """A member of the staff to sign in as."""

    account: str
    name: str
    label: str
    role: Role
    region: str | None = None
    shown: bool = False


ACCOUNTS = (
    Account("reviewer-0327", "林晓岚", "审核员 0327", Role.MODERATOR, shown=True),
    Account("reviewer-0219", "高志远", "审核员 0219", Role.MODERATOR),
    Account("reviewer-0112", "沈秋白", "审核员 0112", Role.MODERATOR),
    Account("platform-01", "方明", "平台管理员 01", Role.PLATFORM_ADMIN, shown=True),
    Account("org-luyuan", "韩雪", "组织管理员 鲁源", Role.ORG_ADMIN, shown=True),
    Account("union-00", "罗文清", "工会工作人员 全国", Role.UNION_STAFF, shown=True),
    Account("union-37", "孟庆华", "工会工作人员 山东", Role.UNION_STAFF, "37"),
)


def seed(context: ServerContext) -> None:
    """Fill an empty database; raises DatabaseError when it is not empty. Prints how far it is."""
    with context.database.reading() as session:
        if session.scalar(select(func.count()).select_from(Staff)):
            raise DatabaseError("the database is not empty")
    end = context.now()
    clock = HandClock(CAMPAIGN_START_MS)
    past = replace(context, clock=clock)
    chance = random.Random(SEED)  # noqa: S311 - sample data
    passwords = {one.account: secrets.token_urlsafe(9) for one in ACCOUNTS}
    print("正在建立组织与职工", flush=True)
    organizations = _organizations(past)
    staff = _staff(past, passwords, organizations)
    authors = _workers(past, list(organizations.values()), chance)
    videos = footage(past, SEED)
    print("正在生成作品与审核记录", flush=True)
    stage = Stage(past, clock, chance)
    _decided(stage, end, authors, staff, videos)
    _waiting(stage, end, authors, organizations, videos)
    print("正在建立组织注册与成员申请", flush=True)
    registrations.send_all(stage, staff["platform-01"], end)
    members.apply_all(stage, staff["org-luyuan"], authors, end)
    print("正在计算并封存前几周的榜单", flush=True)
    _seal(past, clock, week_of(end) - 1)
    _award(past, clock, staff["union-00"], staff["platform-01"])
    clock.now = end
    open_desk(stage, staff["reviewer-0327"], staff["platform-01"])
    _tell(context, passwords)
    print("示例数据已备好", flush=True)


def _seal(context: ServerContext, clock: HandClock, before: int) -> None:
    """The weeks before this one, each on its Monday as the schedule does; this one is left to staff."""
    for week in range(1, before):
        clock.now = cutoff_of(week) + SCHEDULED_MS
        with context.database.writing() as session:
            seal(session, context, None, SealAsk(week=week))


def _award(context: ServerContext, clock: HandClock, first: StaffPerson, second: StaffPerson) -> None:
    """From the last sealed week: one list confirmed, with certificates; one that waits for the first one to confirm."""
    clock.now += 9 * 3_600_000
    with context.database.writing() as session:
        last = session.scalars(select(BoardSeal.id).order_by(BoardSeal.week.desc()).limit(1)).one()
        persons = propose(session, context, first, ProposalAsk(kind="storyteller", kind_version=1, seal_id=last))
        persons = submit(session, context, first, persons.id, VersionAsk(version=persons.version))
        confirm(session, context, second, persons.id, VersionAsk(version=persons.version))
        others = propose(session, context, second, ProposalAsk(kind="organizer", kind_version=1, seal_id=last))
        submit(session, context, second, others.id, VersionAsk(version=others.version))


def _organizations(context: ServerContext) -> dict[str, str]:
    """Ids by name."""
    ids = {}
    with context.database.writing() as session:
        for one in text.organizations(ORGANIZATIONS, SEED):
            number = reviews.next_number(session, "ORG-24", 701)
            row = Organization(
                id=context.new_id(),
                number=number,
                name=one.name,
                name_key=name_key(one.name),
                region=one.region,
                introduction="",
                created_at=context.now(),
            )
            session.add(row)
            touch(session, org_bucket(row.id), "organization", row.id)
            ids[one.name] = row.id
    return ids


def _staff(context: ServerContext, passwords: dict[str, str], organizations: dict[str, str]) -> dict[str, StaffPerson]:
    people = {}
    own = next(id for name, id in organizations.items() if name.startswith(OWN))
    with context.database.writing() as session:
        for one in ACCOUNTS:
            organization = own if one.role is Role.ORG_ADMIN else None
            row = add_staff(
                session, context, one.account, one.name, one.label, one.role, passwords[one.account], one.region,
                organization,
            )  # fmt: skip
            people[one.account] = StaffPerson(
                row.id, row.account, row.name, row.label, Role(row.role), row.region, organization, ""
            )
    return people


def _workers(context: ServerContext, organizations: list[str], chance: random.Random) -> list[Author]:
    """Workers with none, one or two approved memberships; nobody knows their passwords."""
    password_hash = context.passwords.hash(secrets.token_urlsafe(16))
    authors = []
    with context.database.writing() as session:
        for one in text.workers(WORKERS, SEED):
            row = Worker(
                id=context.new_id(),
                phone=one.phone,
                name=one.name,
                occupation=one.occupation,
                password_hash=password_hash,
                created_at=context.now(),
            )
            session.add(row)
            session.flush()
            for organization in chance.sample(organizations, chance.choice((0, 1, 1, 1, 2))):
                _join_at_once(session, context, row.id, organization)
            authors.append(Author(row.id, one.region, one.trade))
    return authors


def _decided(
    stage: Stage, end: int, authors: list[Author], staff: dict[str, StaffPerson], videos: list[Footage]
) -> None:
    """The works of eleven weeks; most are decided."""
    chance = stage.chance
    reviewers = [staff[name] for name in ("reviewer-0219", "reviewer-0112", "reviewer-0327")]
    words = text.works(WORKS, SEED)
    notes = text.review_notes(WORKS, SEED)
    last = end - WAITING_DAYS * DAY_MS
    moments = sorted(chance.randrange(CAMPAIGN_START_MS, last) for _ in words)
    playable = [one for one in videos if one.words is not None]
    for said, note, moment in zip(words, notes, moments, strict=True):
        stage.clock.now = moment
        author = chance.choice([one for one in authors if one.trade == said.trade] or authors)
        fitting = [one for one in playable if one.words and one.words.trade == said.trade and not one.media.problems]
        media = chance.choice(fitting or playable).row(stage.context)
        stage.live(author, said, media, chance.choice(reviewers), note, last)


def _waiting(
    stage: Stage, end: int, authors: list[Author], organizations: dict[str, str], videos: list[Footage]
) -> None:
    """The newest works: each has a video of its own that nobody has seen yet, by a member of the organization in it."""
    first, last = end - WAITING_DAYS * DAY_MS, end - 3_600_000
    for number, video in enumerate(videos):
        stage.clock.now = first + (last - first) * number // len(videos)
        said = video.words or text.works(WORKS + 1, SEED)[-1]
        author = stage.chance.choice([one for one in authors if one.trade == said.trade] or authors)
        if video.organization in organizations:
            _join(stage.context, author.id, organizations[video.organization])
        stage.send(replace(author, region=video.region or author.region), said, video.row(stage.context))


def _join(context: ServerContext, worker: str, organization: str) -> None:
    with context.database.writing() as session:
        known = select(Membership).where(Membership.worker_id == worker, Membership.organization_id == organization)
        if session.scalars(known).first() is None:
            _join_at_once(session, context, worker, organization)


def _join_at_once(session: Session, context: ServerContext, worker: str, organization: str) -> None:
    membership = Membership(
        id=context.new_id(),
        organization_id=organization,
        worker_id=worker,
        state="approved",
        reason="参加云讲述",
        applied_at=context.now(),
        decided_at=context.now(),
    )
    session.add(membership)
    touch(session, org_bucket(organization), "membership", membership.id)


def _tell(context: ServerContext, passwords: dict[str, str]) -> None:
    """Write who can sign in, readable for this user alone."""
    rows = [
        {"role": one.role, "account": one.account, "password": passwords[one.account], "label": one.label}
        for one in ACCOUNTS
        if one.shown
    ]
    file = context.settings.data_dir / "demo-accounts.json"
    beside = file.with_suffix(".new")
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as out:
        json.dump(rows, out, ensure_ascii=False)
    beside.replace(file)
