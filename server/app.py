"""Builds the app: context, routes, errors, policies. `create_app` is the only way to one."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from contract import VERSION
from contract.ids import RandomBytes
from server import errors, openapi
from server.clock import Clock, clock_of
from server.context import ServerContext
from server.database import open_database
from server.feed_signal import FeedSignal
from server.middleware import EveryRequest
from server.policy import policies
from server.routes import auth, media, public, worker
from server.security import Passwords
from server.settings import Settings

API = "/api/v1"
ROUTERS = (public.router, worker.router, auth.router, media.router)


def build_context(
    settings: Settings, clock: Clock | None = None, random_bytes: RandomBytes = os.urandom
) -> ServerContext:
    """Open the database and everything else that requests share."""
    clock = clock or clock_of(settings.now)
    database = open_database(settings, clock)
    signal = FeedSignal()
    database.on_change.append(signal.tell)
    return ServerContext(settings, clock, database, random_bytes, Passwords(settings.argon2_kib), signal)


def create_app(context: ServerContext) -> FastAPI:
    """The app; raises PolicyError when an endpoint declares no policy."""

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        yield
        context.feed_signal.close()

    app = FastAPI(
        title="云讲述 server",
        version=VERSION,
        description="Review of the contest's works: what desks sync with, and the worker's side.",
        openapi_url=f"{API}/openapi.json",
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
        max_body_size=context.settings.body_limit,
    )
    app.state.context = context
    for router in ROUTERS:
        app.include_router(router, prefix=API)
    errors.install(app)
    app.add_middleware(EveryRequest, random_bytes=context.random_bytes)
    policies(app)
    app.openapi = lambda: openapi.build(app)  # type: ignore[method-assign]
    return app
