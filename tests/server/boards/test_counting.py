"""The sums behind the boards against an independent recount, whatever happened in whatever order."""

from collections import Counter, defaultdict
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select

from contract.campaign import CAMPAIGN_END_MS, CAMPAIGN_START_MS, DAY_MS, WEEK_MS
from contract.review import Verdict
from contract.wire.worker import InteractionItem, InteractionKind
from server.context import ServerContext
from server.models import (
    BoardCount,
    BoardTotal,
    BoardWeek,
    CountedWork,
    Interaction,
    InteractionEvent,
    Membership,
    Participant,
    Uncounted,
    Work,
    WorkDay,
    Worker,
)
from server.services import work_lives
from server.services.boards_counting import ALL_WEEKS, fold
from server.services.interactions import act
from tests.server.membership.people import organization
from tests.server.world import World

AUTHORS, WORKS, ORGANIZATIONS, FANS = 2, 3, 2, 2
NUMBER = {"like": 1, "favourite": 2, "share": 3, "view": 4}


def counted_week(ms: int) -> int:
    """The campaign ends on a Saturday; that week's Sunday is after it."""
    week = (ms - CAMPAIGN_START_MS) // WEEK_MS + 1
    return 18 if week == 17 and ms >= CAMPAIGN_END_MS else week


class Campaign:
    """A small campaign in one database, changed through the services; `recount` knows nothing of the sums."""

    def __init__(self, world: World) -> None:
        self.world, self.context = world, world.context
        self.authors = [world.worker(f"作者{number}") for number in range(AUTHORS)]
        self.fans = [world.worker(f"观众{number}") for number in range(FANS)]
        self.organizations = [organization(world, f"组织{number}") for number in range(ORGANIZATIONS)]
        self.works = [world.works(author=self.authors[number % AUTHORS])[0] for number in range(WORKS)]

    def do(self, step: tuple[Any, ...]) -> None:
        """One step; those that do not apply change nothing."""
        what, *rest = step
        with self.context.database.writing() as session:
            getattr(self, f"_{what}")(session, *rest)

    def fold(self, portions: int = 1_000) -> None:
        """Adds what has arrived."""
        for _ in range(portions):
            with self.context.database.writing() as session:
                if not fold(session):
                    return

    def sums(self) -> tuple[dict[Any, list[int]], dict[Any, int]]:
        """What the boards have: gains by (kind, subject, week), and works by (organization, author)."""
        with self.context.database.reading() as session:
            rows = session.scalars(select(BoardWeek)).all()
            gains = {
                (row.kind, row.subject_id, row.week): [row.works, row.likes, row.favourites, row.shares, row.views]
                for row in rows
            }
            parts = {(row.organization_id, row.author_id): row.works for row in session.scalars(select(Participant))}
        return {key: value for key, value in gains.items() if any(value)}, {k: v for k, v in parts.items() if v}

    def totals(self) -> dict[Any, list[int]]:
        """What the boards rank by: works, likes, favourites, shares, views, heat, since; by (kind, subject)."""
        with self.context.database.reading() as session:
            rows = session.scalars(select(BoardTotal)).all()
        found = {
            (row.kind, row.subject_id): [
                row.works, row.likes, row.favourites, row.shares, row.views, row.heat, row.since
            ]
            for row in rows
        }  # fmt: skip
        return {key: value for key, value in found.items() if any(value)}

    def counts(self) -> dict[Any, int]:
        """How many are ranked, by kind and week."""
        with self.context.database.reading() as session:
            rows = session.scalars(select(BoardCount)).all()
        return {(row.kind, row.week): row.ranked for row in rows if row.ranked}

    def recounted(self) -> dict[Any, int]:
        """The same from the recount."""
        found: Counter[Any] = Counter()
        for kind, _subject, week in self.recount()[0]:
            found[kind, week] += 1
        for (kind, _subject), (works, *_) in self.recounted_totals().items():
            found[kind, ALL_WEEKS] += works > 0
        return {key: count for key, count in found.items() if count and key[0] in ("work", "person")}

    def recounted_totals(self) -> dict[Any, list[int]]:
        """The same from the recounted weeks and the works."""
        found: dict[Any, list[int]] = defaultdict(lambda: [0] * 7)
        for (kind, subject, _week), values in self.recount()[0].items():
            for place, value in enumerate(values):
                found[kind, subject][place] += value
        with self.context.database.reading() as session:
            for work in session.scalars(
                select(Work).where(Work.state == "published").order_by(Work.published_at.desc())
            ):
                for key in (("work", work.id), ("person", work.author_id)):
                    if key in found and not work.excluded:
                        found[key][6] = work.published_at or 0
        for values in found.values():
            values[5] = 10 * values[1] + 5 * values[2] + 5 * values[3] + values[4]
        return {key: value for key, value in found.items() if any(value)}

    def recount(self) -> tuple[dict[Any, list[int]], dict[Any, int]]:
        """The same from works, memberships and every single interaction."""
        gains: dict[Any, list[int]] = defaultdict(lambda: [0] * 5)
        parts: Counter[Any] = Counter()
        with self.context.database.reading() as session:
            suspended = {id for id, at in session.execute(select(Worker.id, Worker.suspended_at)) if at}
            members = defaultdict(list)
            for row in session.scalars(select(Membership).where(Membership.state == "approved")):
                members[row.worker_id].append(row.organization_id)
            works = [
                work
                for work in session.scalars(select(Work).where(Work.state == "published"))
                if not work.excluded and work.author_id not in suspended
            ]
            events = defaultdict(list)
            for event in session.scalars(select(InteractionEvent)):
                events[event.work_id].append(event)
        for work in works:
            subjects = [("region", work.region), ("person", work.author_id), ("work", work.id)]
            subjects += [("organization", id) for id in members[work.author_id]]
            for subject in subjects:
                gains[*subject, counted_week(work.published_at or 0)][0] += 1
                for event in events[work.id]:
                    gains[*subject, counted_week(event.at)][NUMBER[event.kind]] += event.delta
            for id in members[work.author_id]:
                parts[id, work.author_id] += 1
        return {key: value for key, value in gains.items() if any(value)}, dict(parts)

    def _publish(self, session: Any, work: int) -> None:
        row = session.get_one(Work, self.works[work])
        if row.state == "pending":
            work_lives.settle(session, row, Verdict.APPROVE, self.context.now())

    def _reopen(self, session: Any, work: int) -> None:
        row = session.get_one(Work, self.works[work])
        if row.state == "published":
            row.state, row.published_at = "pending", None
            work_lives.open_review(session, self.context, row)

    def _exclude(self, session: Any, work: int, excluded: bool) -> None:
        session.get_one(Work, self.works[work]).excluded = excluded

    def _move(self, session: Any, work: int, region: str) -> None:
        session.get_one(Work, self.works[work]).region = region

    def _suspend(self, session: Any, author: int, on: bool) -> None:
        session.get_one(Worker, self.authors[author]).suspended_at = self.context.now() if on else None

    def _join(self, session: Any, author: int, organization: int, state: str) -> None:
        ids = {"worker_id": self.authors[author], "organization_id": self.organizations[organization]}
        row = session.scalars(select(Membership).filter_by(**ids)).one_or_none()
        if row is None:
            row = Membership(id=self.context.new_id(), reason="我在这里", applied_at=self.context.now(), **ids)
            session.add(row)
        row.state = state

    def _later(self, _session: Any, days: int) -> None:
        self.world.clock.forward(seconds=days * DAY_MS // 1000)

    def _react(self, session: Any, fan: int, work: int, kind: str, back: bool) -> None:
        self._batch(session, fan, [(work, InteractionKind("un" + kind if back else kind))])

    def _batch(self, session: Any, fan: int, did: list[tuple[int, InteractionKind]]) -> None:
        items = [InteractionItem(work_id=self.works[work], kind=kind) for work, kind in did]
        act(session, self.context, self.fans[fan], items)

    def _fold(self, _session: Any) -> None:
        """A portion of what has arrived, in the middle of everything."""
        fold(_session)


WORK, AUTHOR = st.integers(0, WORKS - 1), st.integers(0, AUTHORS - 1)
REACT = st.tuples(
    st.just("batch"),
    st.integers(0, FANS - 1),
    st.lists(st.tuples(WORK, st.sampled_from(tuple(InteractionKind))), min_size=1, max_size=4),
)
STEPS = st.one_of(
    st.tuples(st.just("publish"), WORK),
    st.tuples(st.just("reopen"), WORK),
    st.tuples(st.just("exclude"), WORK, st.booleans()),
    st.tuples(st.just("move"), WORK, st.sampled_from(("37", "42"))),
    st.tuples(st.just("suspend"), AUTHOR, st.booleans()),
    st.tuples(
        st.just("join"), AUTHOR, st.integers(0, ORGANIZATIONS - 1), st.sampled_from(("approved", "pending", "left"))
    ),
    st.tuples(st.just("later"), st.integers(0, 9)),
    REACT,
    REACT,
    REACT,
    st.tuples(st.just("fold")),
)
BEGIN = [("publish", 0), ("publish", 1), ("join", 0, 0, "approved"), ("join", 1, 0, "approved"), ("fold",)]


def clean(campaign: Campaign) -> None:
    """As it was at first, so that one database serves many histories."""
    with campaign.context.database.writing() as session:
        counted = (BoardCount, BoardTotal, BoardWeek, Participant, CountedWork, WorkDay)
        for table in (*counted, Uncounted, InteractionEvent, Interaction, Membership):
            session.execute(delete(table))
        for id in campaign.works:
            work = session.get_one(Work, id)
            if work.state == "published":
                work.state, work.published_at = "pending", None
                work_lives.open_review(session, campaign.context, work)
            work.excluded, work.region = False, "37"
        for id in campaign.authors:
            session.get_one(Worker, id).suspended_at = None
        session.flush()
        for row in session.scalars(select(Uncounted)):
            session.delete(row)


def test_any_history_gives_the_sums_of_a_recount(world: World) -> None:
    campaign = Campaign(world)

    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.lists(STEPS, min_size=20, max_size=50))
    def check(steps: list[tuple[Any, ...]]) -> None:
        clean(campaign)
        for step in (*BEGIN, *steps):
            campaign.do(step)
        campaign.fold()
        assert campaign.sums() == campaign.recount()
        assert campaign.totals() == campaign.recounted_totals()
        assert campaign.counts() == campaign.recounted()

    check()


def test_weeks_are_those_of_shanghai(world: World) -> None:
    """A like in the last millisecond of Sunday counts for that week, one a moment later for the next."""
    campaign = Campaign(world)
    campaign.do(("publish", 0))
    week = counted_week(world.clock())
    monday = CAMPAIGN_START_MS + week * 7 * DAY_MS
    world.clock.now = monday - 1
    campaign.do(("react", 0, 0, "like", False))
    world.clock.now = monday
    campaign.do(("react", 1, 0, "like", False))
    campaign.fold()
    gains, _parts = campaign.sums()
    work = campaign.works[0]
    assert [gains["work", work, week][1], gains["work", work, week + 1][1]] == [1, 1]


def test_the_chores_keep_up(server: World) -> None:
    """What happens at a running server is in the sums soon after, without anybody asking."""
    context: ServerContext = server.context
    campaign = Campaign(server)
    campaign.do(("publish", 0))
    campaign.do(("react", 0, 0, "view", False))
    campaign.fold()
    assert campaign.sums() == campaign.recount()
    assert campaign.sums()[0]
    with context.database.reading() as session:
        assert session.scalars(select(Uncounted)).all() == []
