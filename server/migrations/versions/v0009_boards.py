"""What boards count. Likes and favourites keep their moments; views and shares had none and count at publication."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
SUMS = ("likes", "favourites", "shares", "views")


def upgrade() -> None:
    """Change the schema."""
    op.add_column("work", sa.Column("excluded", sa.Boolean(), server_default=sa.false(), nullable=False))
    _events()
    _sums()
    op.create_table(
        "uncounted",
        sa.Column("n", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False, autoincrement=True),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("subject_id", sa.String(length=36), nullable=False),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_uncounted")),
    )
    op.execute("INSERT INTO uncounted (kind, subject_id) SELECT 'work', id FROM work WHERE state='published'")


def _events() -> None:
    op.create_table(
        "interaction_event",
        sa.Column("n", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False, autoincrement=True),
        sa.Column("work_id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("delta", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("folded", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.ForeignKeyConstraint(["work_id"], ["work.id"], name=op.f("fk_interaction_event_work_id")),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_interaction_event")),
    )
    op.create_index(
        "ix_interaction_event_waiting", "interaction_event", ["n"], unique=False,
        postgresql_where=sa.text("NOT folded"), sqlite_where=sa.text("NOT folded"),
    )  # fmt: skip
    into = "INSERT INTO interaction_event (work_id, kind, delta, at)"
    op.execute(f"{into} SELECT work_id, kind, 1, at FROM interaction")  # noqa: S608
    for kind, column in (("view", "views"), ("share", "shares")):
        at = "coalesce(published_at, submitted_at)"
        op.execute(f"{into} SELECT id, '{kind}', {column}, {at} FROM work WHERE {column} > 0")  # noqa: S608


def _sums() -> None:
    op.create_table(
        "work_day",
        sa.Column("work_id", sa.String(length=36), nullable=False),
        sa.Column("day", sa.BigInteger(), nullable=False),
        *(sa.Column(name, sa.BigInteger(), nullable=False) for name in SUMS),
        sa.ForeignKeyConstraint(["work_id"], ["work.id"], name=op.f("fk_work_day_work_id")),
        sa.PrimaryKeyConstraint("work_id", "day", name=op.f("pk_work_day")),
    )
    op.create_table(
        "counted_work",
        sa.Column("work_id", sa.String(length=36), nullable=False),
        sa.Column("published_at", sa.BigInteger(), nullable=False),
        sa.Column("region", sa.String(length=2), nullable=False),
        sa.Column("author_id", sa.String(length=36), nullable=False),
        sa.Column(
            "organizations", sa.JSON().with_variant(sa.dialects.postgresql.JSONB(), "postgresql"), nullable=False
        ),
        sa.ForeignKeyConstraint(["work_id"], ["work.id"], name=op.f("fk_counted_work_work_id")),
        sa.PrimaryKeyConstraint("work_id", name=op.f("pk_counted_work")),
    )
    op.create_index(op.f("ix_counted_work_author_id"), "counted_work", ["author_id"], unique=False)
    op.create_table(
        "board_week",
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("subject_id", sa.String(length=36), nullable=False),
        sa.Column("week", sa.BigInteger(), nullable=False),
        sa.Column("works", sa.BigInteger(), nullable=False),
        *(sa.Column(name, sa.BigInteger(), nullable=False) for name in SUMS),
        sa.PrimaryKeyConstraint("kind", "subject_id", "week", name=op.f("pk_board_week")),
    )
    op.create_table(
        "board_total",
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("subject_id", sa.String(length=36), nullable=False),
        sa.Column("works", sa.BigInteger(), nullable=False),
        *(sa.Column(name, sa.BigInteger(), nullable=False) for name in SUMS),
        sa.Column("heat", sa.BigInteger(), nullable=False),
        sa.Column("since", sa.BigInteger(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("kind", "subject_id", name=op.f("pk_board_total")),
    )
    op.create_index("ix_board_total_heat", "board_total", ["kind", "heat"], unique=False)
    op.create_table(
        "participant",
        sa.Column("organization_id", sa.String(length=36), nullable=False),
        sa.Column("author_id", sa.String(length=36), nullable=False),
        sa.Column("works", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("organization_id", "author_id", name=op.f("pk_participant")),
    )
