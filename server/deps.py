"""What endpoints ask for: context and sessions. A writing session commits BEFORE the reply (`scope="function"`)."""

from collections.abc import Iterator
from typing import Annotated

from fastapi import Depends, Header, Request
from pydantic import StringConstraints
from sqlalchemy.orm import Session

from server.context import ServerContext


def context_of(request: Request) -> ServerContext:
    """The app's context."""
    context: ServerContext = request.app.state.context
    return context


Context = Annotated[ServerContext, Depends(context_of)]


def _reading(context: Context) -> Iterator[Session]:
    with context.database.reading() as session:
        yield session


def _writing(context: Context) -> Iterator[Session]:
    with context.database.writing() as session:
        yield session


Reading = Annotated[Session, Depends(_reading, scope="function")]
Writing = Annotated[Session, Depends(_writing, scope="function")]
IdempotencyKeyHeader = Annotated[
    Annotated[str, StringConstraints(min_length=8, max_length=80, pattern=r"^[!-~]+$")],
    Header(alias="Idempotency-Key", description="Makes the call safe to repeat: one key, one answer."),
]
