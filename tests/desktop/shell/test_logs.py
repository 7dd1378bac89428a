"""Logs rotate and keep no personal data; unhandled errors are logged and reported."""

import logging
import socket
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop import logs
from desktop.api_client.transport import Transport


@pytest.fixture
def log_file(tmp_path: Path) -> Iterator[Path]:
    handler = logs.start_logging(tmp_path)
    yield tmp_path / "desk.log"
    logs.stop_logging(handler)


@pytest.mark.expected_logs("^x: ")
@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("phone 13812345678 called", "13812345678"),
        ("Authorization: Bearer abc.def-123", "abc.def-123"),
        ("{'refresh_token': 'zzz999', 'x': 1}", "zzz999"),
        ("GET /media/1?expires=9&sig=0aFF", "0aFF"),
        ("PRAGMA key = \"x'00ff00ff'\"", "00ff00ff"),
        ('{"password":"geheim"}', "geheim"),
    ],
)
def test_secrets_are_blotted_out(log_file: Path, text: str, secret: str) -> None:
    logging.getLogger("x").warning(text)
    try:
        raise ValueError(text)
    except ValueError:
        logging.getLogger("x").exception("caught")
    written = log_file.read_text("utf-8")
    assert "caught" in written
    assert secret not in written
    assert secret not in logs.without_secrets(text)


@pytest.mark.expected_logs("urllib3.connection: Failed to parse headers")
def test_what_a_library_says_of_a_broken_answer_names_no_signed_address(log_file: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def answer() -> None:
            desk, _ = listener.accept()
            with desk:
                desk.recv(65_536)
                desk.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nset-token: abc.def-123\r\nbroken\r\n\r\n")

        thread = threading.Thread(target=answer)
        thread.start()
        port = listener.getsockname()[1]
        transport = Transport(f"http://127.0.0.1:{port}")
        with transport.stream("/api/v1/media/1/file?expires=9&sig=0aFF-_x", {}) as response:
            assert response.status_code == 200
        transport.close()
        thread.join()
    written = log_file.read_text("utf-8")
    assert "Failed to parse headers" in written
    assert "Traceback" in written
    assert "expires=9" in written
    assert "0aFF" not in written
    assert "abc.def-123" not in written


@pytest.mark.expected_logs("^x: ")
def test_times_and_ids_are_not_mistaken_for_phones(log_file: Path) -> None:
    logging.getLogger("x").warning("at 1729500000000 work 018f4e2b-13812345-6789")
    assert "1729500000000" in log_file.read_text("utf-8")


@pytest.mark.expected_logs("^x: ")
def test_logs_rotate(log_file: Path) -> None:
    for _ in range(60):
        logging.getLogger("x").warning("y" * 100_000)
    files = sorted(log_file.parent.glob("desk.log*"))
    assert len(files) == logs.FILES
    assert sum(file.stat().st_size for file in files) <= logs.MAX_BYTES * logs.FILES


@pytest.mark.expected_logs("unhandled ValueError", "unhandled KeyError")
def test_unhandled_errors_of_any_thread_are_logged_and_reported(log_file: Path) -> None:
    reports: list[str] = []
    stop = logs.catch_unhandled(reports.append)
    try:
        thread = threading.Thread(target=lambda: int("13812345678x"))
        thread.start()
        thread.join()
        try:
            raise KeyError("main")
        except KeyError as error:
            sys.excepthook(KeyError, error, error.__traceback__)
    finally:
        stop()
    assert len(reports) == 2
    assert "ValueError" in reports[0]
    assert "KeyError" in reports[1]
    assert "13812345678" not in reports[0] + log_file.read_text("utf-8")
    assert log_file.read_text("utf-8").count("CRITICAL desktop.unhandled") == 2
