"""Builds the app: context, routes, errors, policies. `create_app` is the only way to one."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

from fastapi import FastAPI
from starlette.concurrency import run_in_threadpool

from contract import VERSION
from contract.ids import RandomBytes
from server import errors, openapi
from server.body_limit import BodyLimit
from server.chores import Chores
from server.clock import Clock, clock_of
from server.context import ServerContext
from server.database import open_database
from server.feed_signal import FeedSignal
from server.middleware import EveryRequest
from server.policy import policies
from server.routes import (
    audit,
    auth,
    awards,
    boards,
    certificates,
    claims,
    interactions,
    media,
    memberships,
    public,
    registrations,
    registrations_page,
    registrations_staff,
    sync,
    uploads,
    verify_page,
    worker,
    works,
)
from server.security import Passwords
from server.services.notices import LogProvider
from server.settings import Settings

API = "/api/v1"
ROUTERS = tuple(
    module.router
    for module in (
        public, registrations, worker, uploads, interactions, auth, sync, claims, works, registrations_staff,
        memberships, boards, awards, certificates, media, audit,
    )
)  # fmt: skip


def build_context(
    settings: Settings, clock: Clock | None = None, random_bytes: RandomBytes = os.urandom
) -> ServerContext:
    """Open the database and everything else that requests share."""
    clock = clock or clock_of(settings.now)
    settings = replace(settings, secret=settings.signing_key().decode())
    database = open_database(settings, clock)
    signal = FeedSignal()
    database.on_change.append(signal.tell)
    return ServerContext(settings, clock, database, random_bytes, Passwords(settings.argon2_kib), signal)


def create_app(context: ServerContext) -> FastAPI:
    """The app; raises PolicyError when an endpoint declares no policy."""

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        chores = Chores(context, LogProvider())
        chores.start()
        yield
        context.feed_signal.close()
        await run_in_threadpool(chores.stop)

    app = FastAPI(
        title="云讲述 server",
        version=VERSION,
        description="Review of the contest's works: what desks sync with, and the worker's side.",
        openapi_url=f"{API}/openapi.json",
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
        generate_unique_id_function=lambda route: f"{route.tags[0]}-{route.name}",
    )
    app.state.context = context
    for router in ROUTERS:
        app.include_router(router, prefix=API)
    app.include_router(registrations_page.router)
    app.include_router(verify_page.router)
    errors.install(app)
    app.add_middleware(BodyLimit, limit=context.settings.body_limit)
    app.add_middleware(EveryRequest, random_bytes=context.random_bytes)
    policies(app)
    app.openapi = lambda: openapi.build(app)  # type: ignore[method-assign]
    return app
