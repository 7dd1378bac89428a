"""A cable between desk and server that loses answers: the server has done what was asked, the desk never hears."""

import socket
import threading
from collections.abc import Callable
from contextlib import suppress


class Cable:
    """Passes each request on; of those that `lose` says yes to (its first line) the answer is cut."""

    def __init__(self, url: str) -> None:
        host, _, port = url.removeprefix("http://").partition(":")
        self._to = (host, int(port))
        self.lose: Callable[[str], bool] = lambda _line: False
        self.lost: list[str] = []
        self._open: set[socket.socket] = set()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self._threads = [threading.Thread(target=self._listen, name="cable")]
        self._threads[0].start()

    def close(self) -> None:
        """Unplug it."""
        for one in (self._listener, *self._open):
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for thread in self._threads:
            thread.join()

    def _listen(self) -> None:
        while True:
            try:
                desk, _ = self._listener.accept()
            except OSError:
                return
            thread = threading.Thread(target=self._carry, args=(desk,), name="cable-call")
            self._threads.append(thread)
            thread.start()

    def _carry(self, desk: socket.socket) -> None:
        server = socket.create_connection(self._to)
        self._open |= {desk, server}
        with suppress(OSError), desk, server:
            head, _, body = _until(desk, b"", b"\r\n\r\n").partition(b"\r\n\r\n")
            line = head.split(b"\r\n", 1)[0].decode()
            lengths = [
                int(one.split(b":")[1]) for one in head.split(b"\r\n") if one.lower().startswith(b"content-length")
            ]
            while len(body) < sum(lengths):
                body += _more(desk)
            head = b"\r\n".join(one for one in head.split(b"\r\n") if not one.lower().startswith(b"connection"))
            server.sendall(head + b"\r\nConnection: close\r\n\r\n" + body)
            answer = b""
            while piece := server.recv(65_536):
                answer += piece
            if self.lose(line):
                self.lost.append(line)
            else:
                desk.sendall(answer)
        self._open -= {desk, server}


def _until(where: socket.socket, got: bytes, mark: bytes) -> bytes:
    while mark not in got:
        got += _more(where)
    return got


def _more(where: socket.socket) -> bytes:
    piece = where.recv(65_536)
    if not piece:
        raise OSError("hung up")
    return piece
