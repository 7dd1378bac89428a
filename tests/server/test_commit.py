"""A commit that fails answers an error, never 200; and nothing of it stays."""

from collections.abc import Iterator
from typing import Annotated

import pytest
import requests
import uvicorn
from fastapi import Depends, FastAPI
from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from server.context import ServerContext
from server.deps import Writing, context_of
from server.models import Decision, Feed, Mutation, Notice
from tests.server.world import World, serving


def spoil(context: ServerContext, *, trigger: bool) -> None:
    """A row whose missing parent the database notices only at COMMIT."""
    with context.database.engine.begin() as connection:
        table = "CREATE TABLE orphan (parent VARCHAR(36) REFERENCES work(id) DEFERRABLE INITIALLY DEFERRED)"
        connection.execute(text(table))
        if not trigger:
            return
        insert = "INSERT INTO orphan VALUES ('nobody');"
        if context.database.is_sqlite:
            connection.execute(text(f"CREATE TRIGGER spoil AFTER INSERT ON decision BEGIN {insert} END"))
            return
        function = f"AS $$ BEGIN {insert} RETURN NULL; END $$"
        connection.execute(text(f"CREATE FUNCTION spoil() RETURNS trigger LANGUAGE plpgsql {function}"))
        connection.execute(text("CREATE TRIGGER spoil AFTER INSERT ON decision EXECUTE FUNCTION spoil()"))


@pytest.mark.expected_logs("failed: sqlalchemy.exc.IntegrityError")
def test_push_answers_an_error(server: World) -> None:
    """A decision whose COMMIT fails: 500, nothing stored; when the cause is gone, the same push is applied."""
    server.works()
    me = server.moderator()
    lease = me.claim()["leases"][0]
    spoil(server.context, trigger=True)
    ask = {"v": 1, "client_id": me.client_id, "epoch": "", "mutations": [me.decide(lease)]}
    answer = me.post("/sync/push", json=ask)
    assert (answer.status_code, answer.json()["code"]) == (500, "internal")
    with server.context.database.reading() as session:
        for table in (Decision, Mutation, Notice):
            assert session.scalar(select(func.count()).select_from(table)) == 0
        assert session.scalar(select(func.count()).select_from(Feed).where(Feed.kind == "decision")) == 0
    with server.context.database.engine.begin() as connection:
        connection.execute(text("DROP TRIGGER spoil" + ("" if server.context.database.is_sqlite else " ON decision")))
    assert me.post("/sync/push", json=ask).json()["results"][0]["status"] == "applied"


def by_default(context: Annotated[ServerContext, Depends(context_of)]) -> Iterator[Session]:
    """The session as FastAPI would have it by default: it ends after the reply has gone out."""
    with context.database.writing() as session:
        yield session


@pytest.mark.expected_logs("Exception in ASGI application")
def test_the_default_scope_would_lie(context: ServerContext) -> None:
    """Positive control: the same failing COMMIT under FastAPI's default scope answers 200, under ours 500."""
    spoil(context, trigger=False)
    app = FastAPI()
    app.state.context = context
    insert = text("INSERT INTO orphan VALUES ('nobody')")

    @app.post("/default")
    def default(session: Annotated[Session, Depends(by_default)]) -> str:
        session.execute(insert)
        return "saved"

    @app.post("/ours")
    def ours(session: Writing) -> str:
        session.execute(insert)
        return "saved"

    with serving(uvicorn.Config(app, log_config=None)) as url:
        statuses = [requests.post(url + path, timeout=20).status_code for path in ("/default", "/ours")]
    assert statuses == [200, 500]
    with context.database.reading() as session:
        assert session.execute(text("SELECT count(*) FROM orphan")).scalar() == 0
