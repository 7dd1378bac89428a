"""Registrations, memberships with rounds, member lists; decisions are about any kind of subject."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from contract.registration import name_key

revision = "0006"
down_revision = "0005"
JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
ALIVE = sa.text("state <> 'withdrawn'")


def upgrade() -> None:
    """Change the schema."""
    for table, index in (("decision", "ix_decision_work"), ("conflict", "ix_conflict_work"), ("second_look", "")):
        _about_any_subject(table, index)
    op.create_index("ix_decision_subject", "decision", ["subject_kind", "subject_id", "received_at"], unique=False)
    op.create_index("ix_conflict_subject", "conflict", ["subject_kind", "subject_id", "state"], unique=False)
    _events()
    _organizations()
    _memberships()
    _registrations()
    with op.batch_alter_table("notice") as notice:
        notice.add_column(sa.Column("kind", sa.String(length=12), nullable=False, server_default="work"))
        notice.alter_column("worker_id", existing_type=sa.String(length=36), nullable=True)
    with op.batch_alter_table("notice") as notice:
        notice.alter_column("kind", existing_type=sa.String(length=12), server_default=None)


def _about_any_subject(name: str, index: str) -> None:
    if index:
        op.drop_index(index, name)
    with op.batch_alter_table(name) as table:
        table.drop_constraint(f"fk_{name}_work_id", type_="foreignkey")
        table.alter_column("work_id", new_column_name="subject_id", existing_type=sa.String(length=36))
        table.add_column(sa.Column("subject_kind", sa.String(length=12), nullable=False, server_default="work"))
        if name == "decision":
            table.alter_column("work_version", new_column_name="subject_version", existing_type=sa.BigInteger())
            table.add_column(sa.Column("batch", sa.String(length=36), nullable=True))
    with op.batch_alter_table(name) as table:
        table.alter_column("subject_kind", existing_type=sa.String(length=12), server_default=None)


def _events() -> None:
    op.create_table(
        "subject_event",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("subject_kind", sa.String(length=12), nullable=False),
        sa.Column("subject_id", sa.String(length=36), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("by", sa.String(length=40), nullable=False),
        sa.Column("round", sa.BigInteger(), nullable=False),
        sa.Column("reasons", JSON, nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_subject_event")),
    )
    columns = 'at, kind, "by", round, reasons, message'
    told = f"SELECT 'work', work_id, {columns} FROM work_event ORDER BY id"  # noqa: S608
    op.execute(f"INSERT INTO subject_event (subject_kind, subject_id, {columns}) {told}")
    op.drop_table("work_event")
    op.create_index("ix_subject_event_subject", "subject_event", ["subject_kind", "subject_id", "id"], unique=False)


def _organizations() -> None:
    with op.batch_alter_table("organization") as table:
        table.add_column(sa.Column("version", sa.BigInteger(), nullable=False, server_default="1"))
        table.add_column(sa.Column("name_key", sa.String(length=120), nullable=False, server_default=""))
        table.add_column(sa.Column("introduction", sa.String(length=500), nullable=False, server_default=""))
        table.add_column(sa.Column("logo_id", sa.String(length=36), nullable=True))
        table.add_column(sa.Column("suspended_at", sa.BigInteger(), nullable=True))
        table.create_foreign_key(op.f("fk_organization_logo_id"), "media", ["logo_id"], ["id"])
    with op.batch_alter_table("organization") as table:
        table.alter_column("version", existing_type=sa.BigInteger(), server_default=None)
        table.alter_column("name_key", existing_type=sa.String(length=120), server_default=None)
        table.alter_column("introduction", existing_type=sa.String(length=500), server_default=None)
    op.create_index(op.f("ix_organization_name_key"), "organization", ["name_key"], unique=False)
    connection = op.get_bind()
    for id, name in connection.execute(sa.text("SELECT id, name FROM organization")).all():
        key = {"key": name_key(name), "id": id}
        connection.execute(sa.text("UPDATE organization SET name_key=:key WHERE id=:id"), key)


def _memberships() -> None:
    with op.batch_alter_table("membership") as table:
        table.add_column(sa.Column("version", sa.BigInteger(), nullable=False, server_default="1"))
        table.add_column(sa.Column("round", sa.BigInteger(), nullable=False, server_default="1"))
    with op.batch_alter_table("membership") as table:
        table.alter_column("version", existing_type=sa.BigInteger(), server_default=None)
        table.alter_column("round", existing_type=sa.BigInteger(), server_default=None)
    op.create_index("ix_membership_queue", "membership", ["organization_id", "state", "applied_at"], unique=False)
    op.create_table(
        "roster_entry",
        sa.Column("organization_id", sa.String(length=36), nullable=False),
        sa.Column("phone", sa.String(length=11), nullable=False),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("employee_no", sa.String(length=40), nullable=False),
        sa.Column("imported_at", sa.BigInteger(), nullable=False),
        sa.Column("imported_by", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(["organization_id"], ["organization.id"], name=op.f("fk_roster_entry_organization_id")),
        sa.ForeignKeyConstraint(["imported_by"], ["staff.id"], name=op.f("fk_roster_entry_imported_by")),
        sa.PrimaryKeyConstraint("organization_id", "phone", name=op.f("pk_roster_entry")),
    )


def _registrations() -> None:
    op.create_table(
        "registration",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("number", sa.String(length=20), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("round", sa.BigInteger(), nullable=False),
        sa.Column("account_phone", sa.String(length=11), nullable=False),
        sa.Column("password_hash", sa.String(length=200), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("name_key", sa.String(length=120), nullable=False),
        sa.Column("region", sa.String(length=2), nullable=False),
        sa.Column("address", sa.String(length=200), nullable=False),
        sa.Column("landline", sa.String(length=20), nullable=False),
        sa.Column("introduction", sa.String(length=500), nullable=False),
        sa.Column("nature", sa.String(length=20), nullable=False),
        sa.Column("size", sa.String(length=20), nullable=False),
        sa.Column("industry", sa.String(length=20), nullable=False),
        sa.Column("labels", JSON, nullable=False),
        sa.Column("contact_name", sa.String(length=40), nullable=False),
        sa.Column("contact_phone", sa.String(length=11), nullable=False),
        sa.Column("logo_id", sa.String(length=36), nullable=False),
        sa.Column("document_ids", JSON, nullable=False),
        sa.Column("look_alikes", JSON, nullable=False),
        sa.Column("organization_id", sa.String(length=36), nullable=True),
        sa.Column("submitted_at", sa.BigInteger(), nullable=False),
        sa.Column("decided_at", sa.BigInteger(), nullable=True),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["logo_id"], ["media.id"], name=op.f("fk_registration_logo_id")),
        sa.ForeignKeyConstraint(["organization_id"], ["organization.id"], name=op.f("fk_registration_organization_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_registration")),
        sa.UniqueConstraint("number", name=op.f("uq_registration_number")),
    )
    op.create_index("ix_registration_queue", "registration", ["state", "submitted_at", "id"], unique=False)
    op.create_index(op.f("ix_registration_name_key"), "registration", ["name_key"], unique=False)
    op.create_index(
        "uq_registration_phone", "registration", ["account_phone"], unique=True, sqlite_where=ALIVE,
        postgresql_where=ALIVE,
    )  # fmt: skip
    op.create_table(
        "registration_version",
        sa.Column("registration_id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("round", sa.BigInteger(), nullable=False),
        sa.Column("facts", JSON, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["registration_id"], ["registration.id"], name=op.f("fk_registration_version_registration_id")
        ),
        sa.PrimaryKeyConstraint("registration_id", "version", name=op.f("pk_registration_version")),
    )
    op.create_table(
        "captcha",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("answer", sa.String(length=64), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.Column("spent_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_captcha")),
    )
    op.create_index(op.f("ix_captcha_expires_at"), "captcha", ["expires_at"], unique=False)
    op.create_table(
        "sms_code",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("phone", sa.String(length=11), nullable=False),
        sa.Column("address", sa.String(length=64), nullable=False),
        sa.Column("code", sa.String(length=64), nullable=False),
        sa.Column("tries", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.Column("spent_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sms_code")),
    )
    op.create_index("ix_sms_code_phone", "sms_code", ["phone", "created_at"], unique=False)
    op.create_index("ix_sms_code_address", "sms_code", ["address", "created_at"], unique=False)
