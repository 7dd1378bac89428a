"""A server with files, and the way to it."""

import threading
from collections.abc import Iterator
from functools import partial

import pytest

from tests.desktop.media.file_server import Addresses, Files


@pytest.fixture
def server() -> Iterator[Files]:
    """Running."""
    files = Files()
    thread = threading.Thread(target=partial(files.serve_forever, 0.01))
    thread.start()
    yield files
    files.shutdown()
    files.server_close()
    thread.join()


@pytest.fixture
def api(server: Files) -> Iterator[Addresses]:
    """Where files are."""
    addresses = Addresses(server)
    yield addresses
    addresses.transport.close()
