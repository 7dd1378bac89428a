"""The first of a board and their places a week earlier are found without reading all that are ranked."""

import gzip
import json
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
JSON = sa.JSON().with_variant(sa.dialects.postgresql.JSONB(), "postgresql")
PORTION = 5_000


def upgrade() -> None:
    """Change the schema."""
    op.add_column("board_week", sa.Column("heat", sa.BigInteger(), server_default="0", nullable=False))
    op.execute(
        "UPDATE board_week SET heat = (SELECT rule.likes * board_week.likes + rule.favourites * board_week.favourites"
        " + rule.shares * board_week.shares + rule.views * board_week.views FROM heat_rule rule"
        " ORDER BY rule.version DESC LIMIT 1)"
    )
    op.drop_index("ix_board_week_of", "board_week")
    op.drop_index("ix_board_total_heat", "board_total")
    for measure in ("works", "likes", "views", "heat"):
        by = [measure] if measure == "likes" else [measure, "likes"]
        op.create_index(f"ix_board_week_{measure}", "board_week", ["kind", "week", *by], unique=False)
        op.create_index(f"ix_board_total_{measure}", "board_total", ["kind", *by], unique=False)
    _counts()
    places = op.create_table(
        "board_place",
        sa.Column("file_id", sa.String(length=36), nullable=False),
        sa.Column("subject_id", sa.String(length=36), nullable=False),
        sa.Column("ranks", JSON, nullable=False),
        sa.Column("gain", JSON, nullable=False),
        sa.ForeignKeyConstraint(["file_id"], ["board_file.id"], name=op.f("fk_board_place_file_id")),
        sa.PrimaryKeyConstraint("file_id", "subject_id", name=op.f("pk_board_place")),
    )
    _fill(places)


def _counts() -> None:
    op.create_table(
        "board_count",
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("week", sa.BigInteger(), nullable=False),
        sa.Column("ranked", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "week", name=op.f("pk_board_count")),
    )
    op.execute(
        "INSERT INTO board_count SELECT kind, week, count(*) FROM board_week WHERE kind IN ('work', 'person')"
        " AND (works <> 0 OR likes <> 0 OR favourites <> 0 OR shares <> 0 OR views <> 0) GROUP BY kind, week"
    )
    op.execute(
        "INSERT INTO board_count SELECT kind, 0, count(*) FROM board_total WHERE kind IN ('work', 'person')"
        " AND works > 0 GROUP BY kind"
    )


def _fill(places: sa.Table) -> None:
    """From what is sealed."""
    connection = op.get_bind()
    for file in connection.execute(sa.text("SELECT id FROM board_file ORDER BY id")).scalars().all():
        data = connection.execute(sa.text("SELECT data FROM board_file WHERE id = :id"), {"id": file}).scalar_one()
        rows = list(_rows(file, json.loads(gzip.decompress(data))))
        for start in range(0, len(rows), PORTION):
            connection.execute(places.insert(), rows[start : start + PORTION])


def _rows(file: str, board: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for values in board["rows"]:
        row = dict(zip(board["cols"], values, strict=True))
        yield {"file_id": file, "subject_id": row["id"], "ranks": row["ranks"], "gain": row["recent"][-1]}
