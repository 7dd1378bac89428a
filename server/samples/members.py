"""Sample applications to join an organization, sent in and decided through the services that requests use."""

from typing import Final

from sqlalchemy import select

from contract.campaign import DAY_MS
from contract.review import Kind, Verdict
from contract.wire.membership import JoinAsk
from server.models import Membership
from server.samples.lives import HOUR_MS, Author, Stage
from server.services import memberships
from server.services.tokens import StaffPerson

APPLICANTS: Final = 84
WAITING: Final = 36
REJECTIONS: Final = ("member-unknown", "member-name-differs", "member-elsewhere", "member-reason")
REASONS: Final = (
    "班组推荐参加，已拍好 1 分 40 秒初稿",
    "焊接班组，想讲师徒传承",
    "质检岗，已完成身份认证",
    "夜班的故事，工友一起出镜",
    "试验台操作工",
    "叉车班，物流数字化改造",
    "新入职技术员",
    "借调人员，申请加入总部工会",
    "女职工巾帼班组",
    "想和班组一起讲讲设备保养的门道",
    "劳模工作室成员",
    "库管员，讲“零差错”",
    "工会干事",
    "青年突击队",
    "参加云讲述，讲讲我们的炉前班",
)


def apply_all(stage: Stage, admin: StaffPerson, authors: list[Author], end: int) -> None:
    """Workers apply to the organization of `admin` over five weeks; the older applications are decided."""
    assert admin.organization_id is not None
    for number, author in enumerate(_strangers(stage, admin.organization_id, authors)[:APPLICANTS]):
        stage.clock.now = end - 35 * DAY_MS + number * (35 * DAY_MS - HOUR_MS) // APPLICANTS
        ask = JoinAsk(organization_id=admin.organization_id, reason=REASONS[number % len(REASONS)])
        with stage.context.database.writing() as session:
            id = memberships.apply(session, stage.context, author.caller(), ask).id
        if number < APPLICANTS - WAITING:
            stage.clock.now += 3 * HOUR_MS
            reason = REJECTIONS[number % len(REJECTIONS)] if number % 4 == 3 else ""
            decide(stage, admin, id, reason)


def decide(stage: Stage, admin: StaffPerson, id: str, reason: str = "") -> None:
    """Passed, or rejected for a reason."""
    verdict = Verdict.REJECT if reason else Verdict.APPROVE
    with stage.context.database.writing() as session:
        version = session.get_one(Membership, id).version
        stage.settle(session, admin, Kind.MEMBERSHIP, id, version, verdict, [reason] if reason else [])


def _strangers(stage: Stage, organization: str, authors: list[Author]) -> list[Author]:
    """Those who have nothing to do with an organization yet, in any order."""
    with stage.context.database.reading() as session:
        known = set(session.scalars(select(Membership.worker_id).where(Membership.organization_id == organization)))
    found = [author for author in authors if author.id not in known]
    stage.chance.shuffle(found)
    return found
