"""The store of the store's own tests."""

from tests.desktop.store.conftest import clock, folder, opened, store

__all__ = ["clock", "folder", "opened", "store"]
