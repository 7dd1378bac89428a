"""Who was ever given a work; for the past, from leases, applied decisions and the audit."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Change the schema."""
    grants = op.create_table(
        "lease_grant",
        sa.Column("staff_id", sa.String(length=36), nullable=False),
        sa.Column("work_id", sa.String(length=36), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_lease_grant_staff_id")),
        sa.ForeignKeyConstraint(["work_id"], ["work.id"], name=op.f("fk_lease_grant_work_id")),
        sa.PrimaryKeyConstraint("staff_id", "work_id", name=op.f("pk_lease_grant")),
    )
    known = _known(op.get_bind())
    if known:
        op.bulk_insert(grants, [{"staff_id": who, "work_id": work, "at": at} for (who, work), at in known.items()])


def _known(connection: sa.Connection) -> dict[tuple[str, str], int]:
    """When somebody first had a work, by (person, work)."""
    audit = sa.table("audit", *map(sa.column, ("at", "actor_id", "action", "subject_kind", "subject_id")))
    claims = sa.select(audit, sa.column("facts", sa.JSON())).where(audit.c.action.in_(["claim", "take-over"]))
    found = [
        (row.actor_id, work, row.at)
        for row in connection.execute(claims)
        for work in (row.facts["works"] if row.subject_kind == "batch" else [row.subject_id])
    ]
    leased = sa.text("SELECT lease_owner, id, submitted_at FROM work WHERE lease_owner IS NOT NULL")
    decided = sa.text("SELECT staff_id, work_id, received_at FROM decision WHERE status <> 'superseded'")
    for statement in (leased, decided):
        found += [tuple(row) for row in connection.execute(statement)]
    return {(who, work): at for who, work, at in sorted(found, key=lambda line: -line[2])}
