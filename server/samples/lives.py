"""The lives of sample works: sent in, decided, corrected, liked; all through the services that requests use."""

import itertools
import random
from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from contract.campaign import DAY_MS
from contract.reasons import WORK_REASONS
from contract.review import Kind, Verdict
from contract.wire.review import ClaimAsk, Lease, TakeOverAsk
from contract.wire.sync import DecideArgs, Mutation, Push, ReasonAt
from contract.wire.worker import CorrectAsk, SubmitAsk
from server.context import ServerContext
from server.models import Interaction, InteractionEvent, Media, Work
from server.samples.text import SampleWork
from server.services import claims, decisions, submissions
from server.services.tokens import StaffPerson, WorkerCaller

HOUR_MS = 3_600_000
MESSAGES = ("请换原始文件重传", "请在安静处重新录制", "片尾标识请去除", "请用普通话讲述", "")
CODES = tuple(reason.code for reason in WORK_REASONS if not reason.needs_message and reason.code != "too-long")
BATCH = 20
LATE_MS = 24 * 60_000


class HandClock:
    """The clock that the sample data is made by."""

    def __init__(self, now: int) -> None:
        self.now = now

    def __call__(self) -> int:
        """The time that was set."""
        return self.now


@dataclass(frozen=True, slots=True)
class Author:
    """A worker who may send works."""

    id: str
    region: str
    trade: str

    def caller(self) -> WorkerCaller:
        """As signed in."""
        return WorkerCaller(self.id, "", "", "", "")


@dataclass
class Stage:
    """What all lives share: the context with its clock, chance, and the numbers of what reviewers push."""

    context: ServerContext
    clock: HandClock
    chance: random.Random
    numbers: dict[str, "itertools.count[int]"] = field(default_factory=dict)
    clients: dict[str, str] = field(default_factory=dict)

    def send(self, author: Author, said: SampleWork, media: Media) -> str:
        """A work is submitted now; its id. `media` is a new row for this author.

        Files that a submission would refuse today are let in, so that the reviewer has something to find.
        """
        media.worker_id = author.id
        found, media.problems = media.problems, []
        ask = SubmitAsk(
            media_id=media.id, title=said.title, summary=said.summary, theme=said.theme, region=author.region
        )
        with self.context.database.writing() as session:
            session.add(media)
            session.flush()
            work_id = submissions.submit(session, self.context, author.caller(), ask).id
            media.problems = found
        return work_id

    def live(self, author: Author, said: SampleWork, media: Media, reviewer: StaffPerson, note: str, end: int) -> None:
        """Sent now and decided some hours later; some are corrected and sent again, some withdrawn."""
        work_id = self.send(author, said, media)
        fate = self.chance.random()
        if fate < 0.03:
            self.clock.now += self.chance.randrange(HOUR_MS, DAY_MS)
            with self.context.database.writing() as session:
                submissions.withdraw(session, self.context, author.caller(), work_id)
            return
        self.clock.now = min(end, self.clock.now + self.chance.randrange(HOUR_MS, 40 * HOUR_MS))
        if fate < 0.78:
            self.decide(reviewer, work_id, Verdict.APPROVE, note="")
            self._interact(work_id)
            return
        self.decide(reviewer, work_id, Verdict.REJECT, note=note)
        if fate > 0.92:
            self._again(author, work_id, reviewer, end)

    def decide(
        self, reviewer: StaffPerson, work_id: str, verdict: Verdict, note: str, lease: Lease | None = None
    ) -> None:
        """Claimed (unless a lease is given) and decided by `reviewer`."""
        with self.context.database.writing() as session:
            if lease is None:
                lease = claims.claim_one(session, self.context, reviewer, work_id).leases[0]
            version = session.get_one(Work, work_id).version
            reasons = self.chance.sample(CODES, self.chance.choice((1, 1, 2))) if verdict is Verdict.REJECT else []
            args = DecideArgs(
                kind=Kind.WORK,
                subject_id=work_id,
                base_version=version,
                lease_token=lease.token,
                verdict=verdict,
                reasons=[ReasonAt(code=code, at_ms=self.chance.choice((None, 12_000, 37_000))) for code in reasons],
                note=note,
                message=self.chance.choice(MESSAGES) if reasons else "",
            )
            decisions.push(session, self.context, reviewer, self._push(reviewer, args))

    def settle(
        self,
        session: Session,
        reviewer: StaffPerson,
        kind: Kind,
        id: str,
        version: int,
        verdict: Verdict,
        reasons: Sequence[str] = (),
    ) -> None:
        """A subject that needs no lease is decided now."""
        args = DecideArgs(
            kind=kind,
            subject_id=id,
            base_version=version,
            verdict=verdict,
            reasons=[ReasonAt(code=code) for code in reasons],
        )
        decisions.push(session, self.context, reviewer, self._push(reviewer, args))

    def _push(self, reviewer: StaffPerson, args: DecideArgs) -> Push:
        client = self.clients.setdefault(reviewer.id, self.context.new_id())
        number = next(self.numbers.setdefault(reviewer.id, itertools.count(1)))
        mutation = Mutation(
            n=number,
            id=self.context.new_id(),
            type="review.decide",
            created_at=self.clock.now,
            args=args.model_dump(mode="json"),
        )
        return Push(v=1, client_id=client, epoch="", mutations=[mutation])

    def _again(self, author: Author, work_id: str, reviewer: StaffPerson, end: int) -> None:
        """Corrected after a rejection; half of them are approved then, the others wait."""
        self.clock.now = min(end, self.clock.now + self.chance.randrange(6 * HOUR_MS, 5 * DAY_MS))
        with self.context.database.writing() as session:
            work = session.get_one(Work, work_id)
            ask = CorrectAsk(base_version=work.version, summary=work.summary + "（已按意见修改）")
            submissions.correct(session, self.context, author.caller(), work_id, ask)
        if self.chance.random() < 0.5:
            self.clock.now = min(end, self.clock.now + 9 * HOUR_MS)
            self.decide(reviewer, work_id, Verdict.APPROVE, note="")
            self._interact(work_id)

    def _interact(self, work_id: str) -> None:
        """Likes and favourites of real workers, some more views and shares."""
        with self.context.database.writing() as session:
            work = session.get_one(Work, work_id)
            fans = list(session.scalars(select(Work.author_id).distinct().limit(200)))
            likes = self.chance.sample(fans, min(len(fans), self.chance.randrange(0, 60)))
            kept = likes[: len(likes) // 4]
            rows = [(worker, "like") for worker in likes] + [(worker, "favourite") for worker in kept]
            if rows:
                session.execute(
                    insert(Interaction),
                    [{"worker_id": who, "work_id": work_id, "kind": kind, "at": self.clock.now} for who, kind in rows],
                )
            work.likes, work.favourites = len(likes), len(kept)
            work.views = len(likes) * self.chance.randrange(3, 12) + self.chance.randrange(20)
            work.shares = self.chance.randrange(0, 1 + len(likes) // 3)
            arrived = {"like": work.likes, "favourite": work.favourites, "view": work.views, "share": work.shares}
            session.add_all(
                InteractionEvent(work_id=work_id, kind=kind, delta=count, at=self.clock.now)
                for kind, count in arrived.items()
                if count
            )


def open_desk(stage: Stage, me: StaffPerson, admin: StaffPerson) -> None:
    """What waits for the moderator: a batch claimed a while ago, and one decision that came too late."""
    stage.clock.now -= LATE_MS
    with stage.context.database.writing() as session:
        mine = claims.claim(session, stage.context, me, ClaimAsk(count=BATCH), "sample-batch-1")
    late = mine.leases[-1]
    with stage.context.database.writing() as session:
        ask = TakeOverAsk(reason="值班交接")
        theirs = claims.take_over(session, stage.context, admin, late.work_id, ask).leases[0]
    stage.decide(admin, late.work_id, Verdict.APPROVE, "", theirs)
    stage.clock.now += LATE_MS // 2
    stage.decide(me, late.work_id, Verdict.REJECT, "片尾有剪辑软件标识", late)
