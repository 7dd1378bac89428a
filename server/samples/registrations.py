"""Sample registrations with logos and proof, sent in and decided through the services that requests use."""

import secrets
from dataclasses import dataclass
from random import Random
from typing import Final

from contract.campaign import DAY_MS
from contract.regions import REGIONS
from contract.review import Kind, Verdict
from contract.wire.registration import CorrectRegistrationAsk, RegistrationFields
from server.models import Registration
from server.samples import papers, text
from server.samples.lives import HOUR_MS, Stage
from server.services import registrations
from server.services.registrations_files import keep
from server.services.tokens import Registrant, StaffPerson

AREA: Final = {
    "42": "027",
    "31": "021",
    "22": "0431",
    "37": "0531",
    "50": "023",
    "41": "0371",
    "36": "0791",
    "12": "022",
}
SAMPLES: Final = (
    ("42", "楚川轨道装备制造有限责任公司工会委员会", "高新区创新三路 86 号", "equipment"),
    ("31", "浦澜临港新区第一幼儿园工会", "临港新区环湖西路 12 号", "education"),
    ("22", "吉松环卫中心工会委员会", "北原路 305 号", "public"),
    ("37", "鲁源锦棉纺织集团二分厂工会", "纺织路 19 号", "manufacturing"),
    ("50", "渝嘉南屏社区卫生服务中心工会", "南屏街 7 号", "health"),
    ("41", "中州冷链物流产业园联合工会", "物流大道 88 号", "transport"),
    ("36", "赣鄱青峰林场职工之家", "青峰林场场部", "agriculture"),
    ("12", "津渤滨港集装箱码头有限公司工会", "港区三号路 1 号", "transport"),
    ("14", "晋泰矿山救护队工会小组", "矿区东街 44 号", "mining"),
    ("42", "楚川轨道装备制造公司工会委员会（筹）", "高新区创新二路 86 号", "equipment"),
    ("33", "浙瓯沿海邮政投递分局工会", "滨海大道 210 号", "post-telecom"),
    ("61", "渭川地铁运营二公司工会", "轨道路 9 号", "transport"),
    ("51", "蓉西输变电工程公司工会", "电力路 33 号", "energy"),
    ("23", "黑沃农垦红星农场工会", "红星农场场部", "agriculture"),
)  # fmt: skip
"""Region, name, address, industry. The first nine wait for review; the tenth was rejected, the others approved."""
WAITING: Final = 9
REJECTED: Final = 10


@dataclass(frozen=True, slots=True)
class Applicant:
    """What one sends in, and where its place is among the samples."""

    number: int
    region: str
    name: str
    address: str
    industry: str


def send_all(stage: Stage, admin: StaffPerson, end: int) -> None:
    """The decided ones in past weeks, then those that wait; one of these was rejected and comes again."""
    ones = [Applicant(number, *sample) for number, sample in enumerate(SAMPLES)]
    for one in ones[WAITING:]:
        stage.clock.now = end - (60 - 4 * (one.number - WAITING)) * DAY_MS
        id = send(stage, one)
        stage.clock.now += 5 * HOUR_MS
        if one.number < REJECTED:
            decide(stage, admin, id, "org-name-differs")
        else:
            decide(stage, admin, id)
    for one in reversed(ones[:WAITING]):
        stage.clock.now = end - (one.number + 1) * 9 * HOUR_MS
        id = send(stage, one)
        if one.number == 3:
            stage.clock.now += HOUR_MS
            decide(stage, admin, id, "org-no-seal")
            stage.clock.now += 2 * HOUR_MS
            correct(stage, one, id)


def send(stage: Stage, one: Applicant) -> str:
    """Registered now; the id."""
    fields = _fields(stage, one)
    with stage.context.database.writing() as session:
        password = stage.context.passwords.hash(secrets.token_urlsafe(16))
        phone = f"1890000{9000 + one.number:04d}"
        return registrations.enter(session, stage.context, phone, fields, password).id


def correct(stage: Stage, one: Applicant, id: str) -> None:
    """Sent again with a new paper and another address."""
    again = _fields(stage, one).model_dump() | {"address": place(one) + "东楼 3 层"}
    with stage.context.database.writing() as session:
        version = session.get_one(Registration, id).version
        ask = CorrectRegistrationAsk.model_validate(again | {"base_version": version})
        registrations.correct(session, stage.context, Registrant(id), ask)


def decide(stage: Stage, admin: StaffPerson, id: str, reason: str = "") -> None:
    """Approved, or rejected for a reason."""
    verdict = Verdict.REJECT if reason else Verdict.APPROVE
    with stage.context.database.writing() as session:
        version = session.get_one(Registration, id).version
        stage.settle(session, admin, Kind.REGISTRATION, id, version, verdict, [reason] if reason else [])


def place(one: Applicant) -> str:
    """The address with its city."""
    return f"{text.PLACES[one.region]}市{one.address}"


def _fields(stage: Stage, one: Applicant) -> RegistrationFields:
    random = Random(one.name)  # noqa: S311 - sample data
    proved = place(one).replace("创新三路", "创新二路")
    sent = [papers.certificate(one.name, proved, f"{one.region}-00{one.number:05d}", random)]
    if one.number % 3 == 0:
        sent += [papers.letter(one.name, 3), papers.archive(one.name, proved, random)]
    logo = papers.logo(one.name, random)
    return RegistrationFields(
        name=one.name,
        region=one.region,
        address=place(one),
        landline=f"{AREA.get(one.region, '0' + one.region + '1')}-8{random.randrange(1_000_000, 9_999_999)}",
        introduction=f"在{REGIONS[one.region]}，现有会员 {random.randrange(80, 2900)} 人，连续三年开展“岗位讲述”活动。",
        nature="union",
        size=random.choice(("100-499", "500-999", "1000-2999")),
        industry=one.industry,
        labels=random.sample(("industrial", "grassroots", "model-home"), 2),
        contact_name=text.person_name(random),
        contact_phone=f"1890000{9500 + (0 if one.number == WAITING else one.number):04d}",
        logo=keep(stage.context, "logo", logo.name, logo.content).file,
        documents=[keep(stage.context, "proof", paper.name, paper.content).file for paper in sent],
    )
