"""Kinds of awards, lists drawn from sealed weeks, their entries and edits, certificates with their history."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
JSON = sa.JSON().with_variant(sa.dialects.postgresql.JSONB(), "postgresql")
SERIAL = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
ALIVE = sa.text("state <> 'withdrawn'")
VALID = sa.text("state = 'valid'")
PERSON = "'storyteller', 1, '‘云讲述’达人', 'person', 'campaign', 0, 'heat', 100, 0, 1, 20"
ORGANIZATION = "'organizer', 1, '‘云讲述’优秀组织奖', 'organization', 'campaign', 0, 'heat', 50, 0, 1, 10"


def upgrade() -> None:
    """Change the schema."""
    op.create_table(
        "award_kind",
        _text("kind", 40),
        _number("version"),
        _text("name", 40),
        _text("subject", 12),
        _text("period", 8),
        _number("week"),
        _text("measure", 8),
        *(_number(name) for name in ("top", "per_region", "min_works", "reserves")),
        sa.Column("active", sa.Boolean(), nullable=False),
        _text("reason", 200),
        _number("set_at"),
        _text("set_by", 36, nullable=True),
        sa.PrimaryKeyConstraint("kind", "version", name=op.f("pk_award_kind")),
    )
    for values in (PERSON, ORGANIZATION):
        op.execute(f"INSERT INTO award_kind VALUES ({values}, true, '', 0, NULL)")  # noqa: S608
    op.execute("INSERT INTO number_series VALUES ('CERT-24', 0)")
    _lists()
    _certificates()


def _text(name: str, length: int, nullable: bool = False) -> "sa.Column[str]":
    return sa.Column(name, sa.String(length=length), nullable=nullable)


def _number(name: str, nullable: bool = False) -> "sa.Column[int]":
    return sa.Column(name, sa.BigInteger(), nullable=nullable)


def _lists() -> None:
    op.create_table(
        "award_list",
        _text("id", 36),
        _number("version"),
        _text("kind", 40),
        _number("kind_version"),
        _text("seal_id", 36),
        _number("week"),
        _number("revision"),
        sa.Column("sources", JSON, nullable=False),
        _text("state", 10),
        _text("reason", 200),
        _number("proposed_at"),
        _text("proposed_by", 36),
        *(
            column
            for act in ("edited", "submitted", "confirmed", "withdrawn")
            for column in (_number(f"{act}_at", nullable=True), _text(f"{act}_by", 36, nullable=True))
        ),
        sa.ForeignKeyConstraint(
            ["kind", "kind_version"], ["award_kind.kind", "award_kind.version"], name=op.f("fk_award_list_kind")
        ),
        sa.ForeignKeyConstraint(["seal_id"], ["board_seal.id"], name=op.f("fk_award_list_seal_id")),
        sa.ForeignKeyConstraint(["proposed_by"], ["staff.id"], name=op.f("fk_award_list_proposed_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_award_list")),
    )
    op.create_index(
        "uq_award_list_alive", "award_list", ["kind", "week"], unique=True, sqlite_where=ALIVE, postgresql_where=ALIVE
    )
    op.create_table(
        "award_entry",
        _text("id", 36),
        _text("list_id", 36),
        *(_number(name) for name in ("place", "value", "works")),
        _text("subject_id", 36),
        _text("name", 120),
        _text("number", 20),
        _text("holder", 120),
        _text("region", 2),
        _text("why", 16),
        sa.Column("chosen", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["list_id"], ["award_list.id"], name=op.f("fk_award_entry_list_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_award_entry")),
        sa.UniqueConstraint("list_id", "place", name=op.f("uq_award_entry_list_id")),
    )
    op.create_table(
        "award_edit",
        sa.Column("id", SERIAL, autoincrement=True, nullable=False),
        _text("entry_id", 36),
        _number("at"),
        _text("by", 36),
        sa.Column("chosen", sa.Boolean(), nullable=False),
        _text("reason", 200),
        sa.ForeignKeyConstraint(["entry_id"], ["award_entry.id"], name=op.f("fk_award_edit_entry_id")),
        sa.ForeignKeyConstraint(["by"], ["staff.id"], name=op.f("fk_award_edit_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_award_edit")),
    )
    op.create_index(op.f("ix_award_edit_entry_id"), "award_edit", ["entry_id"], unique=False)


def _certificates() -> None:
    op.create_table(
        "certificate",
        _text("id", 36),
        _number("version"),
        _text("number", 20),
        _text("code", 16),
        _text("state", 8),
        _text("list_id", 36),
        _text("entry_id", 36),
        _text("award", 40),
        _text("subject", 12),
        _text("subject_id", 36),
        _text("holder", 120),
        _text("title", 120),
        _text("region", 2),
        _number("issued_at"),
        _number("revoked_at", nullable=True),
        _text("reason", 200),
        _text("reissued_from", 36, nullable=True),
        sa.ForeignKeyConstraint(["list_id"], ["award_list.id"], name=op.f("fk_certificate_list_id")),
        sa.ForeignKeyConstraint(["entry_id"], ["award_entry.id"], name=op.f("fk_certificate_entry_id")),
        sa.ForeignKeyConstraint(["reissued_from"], ["certificate.id"], name=op.f("fk_certificate_reissued_from")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_certificate")),
        *(sa.UniqueConstraint(name, name=op.f(f"uq_certificate_{name}")) for name in ("number", "code")),
        sa.UniqueConstraint("reissued_from", name=op.f("uq_certificate_reissued_from")),
    )
    op.create_index(
        "uq_certificate_valid", "certificate", ["entry_id"], unique=True, sqlite_where=VALID, postgresql_where=VALID
    )
    op.create_index("ix_certificate_list", "certificate", ["list_id", "number"], unique=False)
    op.create_index(op.f("ix_certificate_entry_id"), "certificate", ["entry_id"], unique=False)
    op.create_table(
        "certificate_event",
        sa.Column("id", SERIAL, autoincrement=True, nullable=False),
        _text("certificate_id", 36),
        _number("at"),
        _text("kind", 10),
        _text("by", 36),
        _text("reason", 200),
        _text("other", 20),
        sa.ForeignKeyConstraint(
            ["certificate_id"], ["certificate.id"], name=op.f("fk_certificate_event_certificate_id")
        ),
        sa.ForeignKeyConstraint(["by"], ["staff.id"], name=op.f("fk_certificate_event_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_certificate_event")),
    )
    op.create_index(op.f("ix_certificate_event_certificate_id"), "certificate_event", ["certificate_id"], unique=False)
