"""What boards count: every interaction as it arrived, sums by work and day, sums by subject and week."""

from typing import Any

from sqlalchemy import Boolean, ForeignKey, Index, LargeBinary, String, UniqueConstraint, false, text
from sqlalchemy.orm import Mapped, mapped_column

from server.models.base import Base, Key, Millis, Ref, Serial


class InteractionEvent(Base):
    """A like, favourite, share or view as it arrived, or taken back (`delta` -1); never changed but for `folded`."""

    __tablename__ = "interaction_event"
    __table_args__ = (
        Index(
            "ix_interaction_event_waiting", "n", postgresql_where=text("NOT folded"), sqlite_where=text("NOT folded")
        ),
    )
    n: Mapped[Serial]
    work_id: Mapped[Ref] = mapped_column(ForeignKey("work.id"))
    kind: Mapped[str] = mapped_column(String(10))
    delta: Mapped[int]
    at: Mapped[Millis]
    folded: Mapped[bool] = mapped_column(Boolean, server_default=false(), default=False)
    """Whether it is in the sums."""


class WorkDay(Base):
    """Sums of a work's interactions on one day; `day` counts from 0, the campaign's first, in Asia/Shanghai."""

    __tablename__ = "work_day"
    work_id: Mapped[Ref] = mapped_column(ForeignKey("work.id"), primary_key=True)
    day: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    likes: Mapped[int] = mapped_column(default=0)
    favourites: Mapped[int] = mapped_column(default=0)
    shares: Mapped[int] = mapped_column(default=0)
    views: Mapped[int] = mapped_column(default=0)


class CountedWork(Base):
    """A work that is in the sums by week, and under whom it was put there."""

    __tablename__ = "counted_work"
    work_id: Mapped[Key] = mapped_column(ForeignKey("work.id"))
    published_at: Mapped[Millis]
    region: Mapped[str] = mapped_column(String(2))
    author_id: Mapped[Ref] = mapped_column(index=True)
    organizations: Mapped[list[Any]]
    """Ids, sorted."""


class BoardWeek(Base):
    """What one region, organization, work or person gained in one week; `works` are those published in it.

    `heat` is by the rule in force where `boards_rules.heat_is_known`.
    """

    __tablename__ = "board_week"
    __table_args__ = (
        Index("ix_board_week_works", "kind", "week", "works", "likes"),
        Index("ix_board_week_likes", "kind", "week", "likes"),
        Index("ix_board_week_views", "kind", "week", "views", "likes"),
        Index("ix_board_week_heat", "kind", "week", "heat", "likes"),
    )
    kind: Mapped[str] = mapped_column(String(12), primary_key=True)
    subject_id: Mapped[str] = mapped_column(String(36), primary_key=True)
    week: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    works: Mapped[int] = mapped_column(default=0)
    likes: Mapped[int] = mapped_column(default=0)
    favourites: Mapped[int] = mapped_column(default=0)
    shares: Mapped[int] = mapped_column(default=0)
    views: Mapped[int] = mapped_column(default=0)
    heat: Mapped[int] = mapped_column(server_default="0", default=0)


class BoardTotal(Base):
    """What one region, organization, work or person has in all, with its heat by the rule in force.

    `since` breaks ties: when the work, or the person's first one, was published; 0 for regions and organizations.
    """

    __tablename__ = "board_total"
    __table_args__ = (
        Index("ix_board_total_works", "kind", "works", "likes"),
        Index("ix_board_total_likes", "kind", "likes"),
        Index("ix_board_total_views", "kind", "views", "likes"),
        Index("ix_board_total_heat", "kind", "heat", "likes"),
    )
    kind: Mapped[str] = mapped_column(String(12), primary_key=True)
    subject_id: Mapped[str] = mapped_column(String(36), primary_key=True)
    works: Mapped[int] = mapped_column(default=0)
    likes: Mapped[int] = mapped_column(default=0)
    favourites: Mapped[int] = mapped_column(default=0)
    shares: Mapped[int] = mapped_column(default=0)
    views: Mapped[int] = mapped_column(default=0)
    heat: Mapped[int] = mapped_column(default=0)
    since: Mapped[Millis] = mapped_column(server_default="0", default=0)


class BoardCount(Base):
    """How many works, or persons, gained anything in a week; in week 0: how many have works."""

    __tablename__ = "board_count"
    kind: Mapped[str] = mapped_column(String(12), primary_key=True)
    week: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    ranked: Mapped[int] = mapped_column(default=0)


class Participant(Base):
    """How many counted works an author has for an organization; a participant is who has at least one."""

    __tablename__ = "participant"
    organization_id: Mapped[Ref] = mapped_column(primary_key=True)
    author_id: Mapped[Ref] = mapped_column(primary_key=True)
    works: Mapped[int] = mapped_column(default=0)


class Uncounted(Base):
    """A work, or all works of an author, that may count otherwise than it does; written with the change itself."""

    __tablename__ = "uncounted"
    n: Mapped[Serial]
    kind: Mapped[str] = mapped_column(String(8))
    """work or author."""
    subject_id: Mapped[Ref]


class HeatRuleSet(Base):
    """A version of the heat rule; the highest is in force."""

    __tablename__ = "heat_rule"
    version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    likes: Mapped[int]
    favourites: Mapped[int]
    shares: Mapped[int]
    views: Mapped[int]
    reason: Mapped[str] = mapped_column(String(200), default="")
    set_at: Mapped[Millis]
    set_by: Mapped[Ref | None]


class Exclusion(Base):
    """Why a work is left out of the boards, and until when it was."""

    __tablename__ = "exclusion"
    id: Mapped[Key]
    work_id: Mapped[Ref] = mapped_column(ForeignKey("work.id"), index=True)
    reason: Mapped[str] = mapped_column(String(200))
    at: Mapped[Millis]
    by: Mapped[Ref]
    ended_at: Mapped[Millis | None]
    ended_by: Mapped[Ref | None]


class BoardSeal(Base):
    """A week that was sealed; a correction is the next revision. Never changed."""

    __tablename__ = "board_seal"
    __table_args__ = (UniqueConstraint("week", "revision"),)
    id: Mapped[Key]
    version: Mapped[int] = mapped_column(default=1)
    week: Mapped[int]
    revision: Mapped[int]
    cutoff: Mapped[Millis]
    rule: Mapped[dict[str, Any]]
    reason: Mapped[str] = mapped_column(String(200), default="")
    sealed_at: Mapped[Millis]
    sealed_by: Mapped[str] = mapped_column(String(40), default="")
    """The label of who did it, "" for the schedule."""
    digest: Mapped[str] = mapped_column(String(64))
    works: Mapped[int]
    suspended: Mapped[int]
    excluded: Mapped[int]
    files: Mapped[list[Any]]
    """BoardFileFacts."""


class BoardFile(Base):
    """One board of a sealed week as a file (`contract.week_board.packed`). Never changed."""

    __tablename__ = "board_file"
    id: Mapped[Key]
    seal_id: Mapped[Ref] = mapped_column(ForeignKey("board_seal.id"), index=True)
    kind: Mapped[str] = mapped_column(String(12))
    data: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)


class BoardPlace(Base):
    """Where one stands in a sealed file and what it gained: what the week after is compared with. Never changed."""

    __tablename__ = "board_place"
    file_id: Mapped[Ref] = mapped_column(ForeignKey("board_file.id"), primary_key=True)
    subject_id: Mapped[str] = mapped_column(String(36), primary_key=True)
    ranks: Mapped[list[Any]]
    """`contract.boards.Ranks`."""
    gain: Mapped[list[Any]]
    """`contract.boards.Numbers`."""
