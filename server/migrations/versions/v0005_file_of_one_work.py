"""Which works a file was sent in with."""

from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Change the schema."""
    op.create_index(op.f("ix_work_version_media_id"), "work_version", ["media_id"], unique=False)
