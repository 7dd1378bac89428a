"""When this life of the database began."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Change the schema."""
    op.add_column("server_state", sa.Column("restored_at", sa.BigInteger(), nullable=True))
