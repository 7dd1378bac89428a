"""Which registration a logo or file of proof came with; no foreign key: each table would need the other first."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Change the schema."""
    op.add_column("media", sa.Column("registration_id", sa.String(length=36), nullable=True))
    op.create_index(op.f("ix_media_registration_id"), "media", ["registration_id"], unique=False)
