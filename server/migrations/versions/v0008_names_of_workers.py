"""Who else has a name: asked for each change of a membership."""

from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Change the schema."""
    op.create_index(op.f("ix_worker_name"), "worker", ["name"], unique=False)
