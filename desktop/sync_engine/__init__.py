"""Sync without Qt and threads: clock, server, store and randomness are passed in, so that a simulation can run it."""

from desktop.sync_engine.engine import Api, PullOutcome, PushOutcome, RenewOutcome, StoreCall, SyncEngine

__all__ = ["Api", "PullOutcome", "PushOutcome", "RenewOutcome", "StoreCall", "SyncEngine"]
