"""Sealed weeks with their files, versions of the heat rule, why works are left out."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
JSON = sa.JSON().with_variant(sa.dialects.postgresql.JSONB(), "postgresql")


def upgrade() -> None:
    """Change the schema."""
    op.create_index("ix_board_week_of", "board_week", ["kind", "week"], unique=False)
    op.create_table(
        "heat_rule",
        sa.Column("version", sa.BigInteger(), nullable=False),
        *(sa.Column(name, sa.BigInteger(), nullable=False) for name in ("likes", "favourites", "shares", "views")),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.Column("set_at", sa.BigInteger(), nullable=False),
        sa.Column("set_by", sa.String(length=36), nullable=True),
        sa.PrimaryKeyConstraint("version", name=op.f("pk_heat_rule")),
    )
    op.execute("INSERT INTO heat_rule VALUES (1, 10, 5, 5, 1, '', 0, NULL)")
    op.create_table(
        "exclusion",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("work_id", sa.String(length=36), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("by", sa.String(length=36), nullable=False),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        sa.Column("ended_by", sa.String(length=36), nullable=True),
        sa.ForeignKeyConstraint(["work_id"], ["work.id"], name=op.f("fk_exclusion_work_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exclusion")),
    )
    op.create_index(op.f("ix_exclusion_work_id"), "exclusion", ["work_id"], unique=False)
    _seals()


def _seals() -> None:
    op.create_table(
        "board_seal",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("week", sa.BigInteger(), nullable=False),
        sa.Column("revision", sa.BigInteger(), nullable=False),
        sa.Column("cutoff", sa.BigInteger(), nullable=False),
        sa.Column("rule", JSON, nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.Column("sealed_at", sa.BigInteger(), nullable=False),
        sa.Column("sealed_by", sa.String(length=40), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        *(sa.Column(name, sa.BigInteger(), nullable=False) for name in ("works", "suspended", "excluded")),
        sa.Column("files", JSON, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_board_seal")),
        sa.UniqueConstraint("week", "revision", name=op.f("uq_board_seal_week")),
    )
    op.create_table(
        "board_file",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("seal_id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["seal_id"], ["board_seal.id"], name=op.f("fk_board_file_seal_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_board_file")),
    )
    op.create_index(op.f("ix_board_file_seal_id"), "board_file", ["seal_id"], unique=False)
